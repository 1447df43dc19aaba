// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/fail2bancard.h"

#include "widgets/parts/button.h"
#include "widgets/parts/codebox.h"
#include "widgets/parts/format.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QLineEdit>
#include <QRegularExpression>

namespace gw {
namespace {

constexpr int mostReasons = 2;

/// The lines of a log that say why, without what systemd adds to every failure and without the time.
QString reasonsIn(const UntrustedText &log)
{
    static const QRegularExpression always(QStringLiteral("Failed with result|Main process exited|Failed to start|"
                                                          "Scheduled restart|Start request repeated"));
    static const QRegularExpression error(QStringLiteral("\\b(error|fail(ed|ure)?|fatal|cannot|denied|no such)\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression head(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\d[ T][\\d:.,]+\\s+(\\S+\\s+\\[\\d+\\]:\\s*)?"));
    QStringList reasons;
    for (const QString &line : log.shownLines().split(u'\n', Qt::SkipEmptyParts)) {
        if (reasons.size() < mostReasons && line.contains(error) && !line.contains(always))
            reasons << QString(line).remove(head).simplified();
    }
    return reasons.isEmpty() ? log.shownLines().trimmed() : reasons.join(u'\n');
}

QStringList wordsOf(const QString &text)
{
    QString spaced = text;
    return spaced.replace(u',', u' ').simplified().split(u' ', Qt::SkipEmptyParts);
}

bool isAddress(const QString &word)
{
    return word.contains(u'/') ? !QHostAddress::parseSubnet(word).first.isNull() : !QHostAddress(word).isNull();
}

} // namespace

Fail2banCard::Fail2banCard(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("fail2ban"));
    m_pill = new Pill(this);
    m_pill->setObjectName(QStringLiteral("fail2banState"));
    addToHeader(m_pill);
    m_text = new PlainLabel(PlainLabel::Role::Body, Tone::Neutral, this);
    m_text->setObjectName(QStringLiteral("fail2banText"));
    m_text->setOverflow(PlainLabel::Overflow::Wrap);
    m_log = new CodeBox(this);
    m_log->setObjectName(QStringLiteral("fail2banLog"));
    body()->addWidget(m_text);
    body()->addWidget(m_log);
    m_jailArea = makeJails();
    m_banArea = makeBans();
    body()->addWidget(m_jailArea);
    body()->addWidget(m_banArea);
    refresh();
}

QWidget *Fail2banCard::makeJails()
{
    auto *area = new QWidget(this);
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(6);
    m_jailTitle = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, area);
    column->addWidget(m_jailTitle);
    m_jails = {{"sshd", QT_TR_NOOP("sshd: guessed passwords and keys"), nullptr},
               {"nginx-http-auth", QT_TR_NOOP("nginx-http-auth: guessed passwords of web pages"), nullptr},
               {"nginx-botsearch", QT_TR_NOOP("nginx-botsearch: searches for holes"), nullptr}};
    for (Jail &jail : m_jails) {
        jail.box = new QCheckBox(area);
        jail.box->setObjectName(QStringLiteral("jail.") + QLatin1String(jail.name));
        column->addWidget(jail.box);
        connect(jail.box, &QCheckBox::clicked, this, [this] {
            m_chosen = true;
            refresh();
        });
    }
    m_neverLabel = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, area);
    m_never = new QLineEdit(area);
    m_never->setObjectName(QStringLiteral("neverBan"));
    m_never->setMaxLength(1000);
    m_own = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, area);
    m_own->setObjectName(QStringLiteral("neverBanOwn"));
    m_own->setOverflow(PlainLabel::Overflow::Wrap);
    m_protect = new Button(Button::Kind::Secondary, area);
    m_protect->setObjectName(QStringLiteral("protect"));
    column->addSpacing(2);
    column->addWidget(m_neverLabel);
    column->addWidget(m_never);
    column->addWidget(m_own);
    column->addSpacing(2);
    column->addWidget(m_protect, 0, Qt::AlignLeft);
    connect(m_never, &QLineEdit::textChanged, this, &Fail2banCard::refresh);
    connect(m_never, &QLineEdit::returnPressed, this, &Fail2banCard::plan);
    connect(m_protect, &Button::clicked, this, &Fail2banCard::plan);
    return area;
}

QWidget *Fail2banCard::makeBans()
{
    auto *area = new QWidget(this);
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    m_banTitle = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, area);
    m_banTitle->setObjectName(QStringLiteral("banTitle"));
    m_refresh = new Button(Button::Kind::Link, area);
    m_refresh->setObjectName(QStringLiteral("refreshBans"));
    head->addWidget(m_banTitle, 1);
    head->addWidget(m_refresh);
    m_banList = new RowList(RowList::Size::Contents, area);
    m_banList->setObjectName(QStringLiteral("bans"));
    m_banList->setInteractive(true);
    m_noBans = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, area);
    m_noBans->setObjectName(QStringLiteral("noBans"));
    m_noBans->setOverflow(PlainLabel::Overflow::Wrap);
    column->addLayout(head);
    column->addWidget(m_banList);
    column->addWidget(m_noBans);
    connect(m_refresh, &Button::clicked, this, &Fail2banCard::refreshRequested);
    connect(m_banList, &RowList::rowActivated, this, [this](const QString &key) {
        Q_EMIT changesRequested({LiftBan{key.section(u'\n', 0, 0), key.section(u'\n', 1)}});
    });
    return area;
}

void Fail2banCard::setFacts(std::shared_ptr<const Facts> facts)
{
    m_facts = std::move(facts);
    m_chosen = m_chosen && m_facts;
    refresh();
}

void Fail2banCard::setBans(const Known<QList<Ban>> &bans)
{
    m_bans = bans;
    refresh();
}

Fail2banCard::Status Fail2banCard::status() const
{
    if (!m_facts)
        return {QString(), Tone::Muted, QString(), false, false};
    if (!m_facts->fail2ban) {
        const Gap &gap = m_facts->fail2ban.gap();
        if (gap.reason == Gap::Reason::NotInstalled)
            return {tr("not installed"), Tone::Muted, tr("Nobody is kept out, however often a password is guessed."),
                    false, true};
        return {tr("not known"), Tone::Warning, tr("It could not be asked: %1.").arg(gap.text()), false, false};
    }
    const Fail2banFacts &f = *m_facts->fail2ban;
    if (f.activeState == u"active")
        return {tr("running"), Tone::Good, tr("Whoever fails too often is kept out for a while, by the firewall."),
                true, true};
    if (f.activeState == u"failed")
        return {tr("does not run"), Tone::Critical,
                tr("It is switched on and has failed: nobody is kept out. Its log says why:"), false, true};
    return {tr("stopped"), Tone::Warning, tr("It is installed and does not run: nobody is kept out."), false, true};
}

bool Fail2banCard::watches(const char *jail) const
{
    if (!m_facts || !m_facts->fail2ban || !m_facts->fail2ban->jails)
        return false;
    return m_facts->fail2ban->jails->contains(UntrustedText(QString::fromLatin1(jail)));
}

void Fail2banCard::refresh()
{
    setTitle(tr("fail2ban"));
    const Status now = status();
    m_pill->setText(now.pill);
    m_pill->setTone(now.tone);
    m_pill->setVisible(!now.pill.isEmpty());
    m_text->setText(now.text);
    const bool explains = !now.runs && m_facts && m_facts->fail2ban && !m_facts->fail2ban->lastLog.isEmpty();
    m_log->setVisible(explains);
    m_log->setAccessibleName(tr("Log of fail2ban"));
    if (explains)
        m_log->setCode(reasonsIn(m_facts->fail2ban->lastLog));
    refreshJails(now);
    refreshBans(now);
}

void Fail2banCard::refreshJails(const Status &status)
{
    m_jailArea->setVisible(status.known);
    m_jailTitle->setText(tr("What it watches"));
    const bool hasNginx = m_facts && m_facts->nginx;
    bool any = false, missing = false;
    for (const Jail &jail : std::as_const(m_jails)) {
        const bool isSshd = qstrcmp(jail.name, "sshd") == 0;
        jail.box->setText(tr(jail.text));
        jail.box->setVisible(isSshd || hasNginx);
        if (!m_chosen) // as it is; where nothing is, everything that this server has to watch
            jail.box->setChecked(status.runs ? watches(jail.name) : isSshd || hasNginx);
        any = any || (jail.box->isChecked() && (isSshd || hasNginx));
        missing = missing || (jail.box->isChecked() && (isSshd || hasNginx) && !watches(jail.name));
    }
    m_neverLabel->setText(tr("Never ban"));
    m_never->setAccessibleName(tr("Never ban"));
    m_never->setPlaceholderText(tr("addresses or networks, with blanks between them"));
    const QStringList words = wordsOf(m_never->text());
    const auto wrong = std::find_if_not(words.cbegin(), words.cend(), isAddress);
    const QString own = m_facts ? m_facts->access.clientAddress.shown(60) : QString();
    m_own->setTone(wrong != words.cend() ? Tone::Critical : Tone::Muted);
    m_own->setText(wrong != words.cend() ? tr("%1 is no address.").arg(UntrustedText(*wrong).shown(60))
                   : own.isEmpty()       ? tr("The address you come from is never banned.")
                                         : tr("%1, where you come from, is never banned.").arg(own));
    m_protect->setText(status.runs ? tr("Plan these jails…") : tr("Set it up…"));
    m_protect->setKind(status.runs && !missing ? Button::Kind::Secondary : Button::Kind::Primary);
    m_protect->setEnabled(any && wrong == words.cend() && (!status.runs || missing || !words.isEmpty()));
}

void Fail2banCard::refreshBans(const Status &status)
{
    m_banArea->setVisible(status.runs);
    QList<Row> rows;
    if (m_bans) {
        for (const Ban &ban : *m_bans) {
            Row row;
            row.key = ban.jail.raw() + u'\n' + ban.address.raw();
            row.title = ban.address.shown(60);
            row.detail = ban.jail.shown(40);
            row.action = tr("Lift…");
            rows << row;
        }
    }
    m_banTitle->setText(!m_bans || rows.isEmpty() ? tr("Kept out now") : tr("Kept out now: %1").arg(rows.size()));
    m_refresh->setText(tr("Refresh"));
    m_refresh->setAccessibleName(tr("Ask again who is kept out"));
    m_banList->setAccessibleName(tr("Kept out now"));
    m_banList->setRows(rows);
    m_banList->setVisible(!rows.isEmpty());
    m_noBans->setText(m_bans                                         ? tr("Nobody.")
                      : m_bans.gap().reason == Gap::Reason::NotAsked ? tr("Not asked yet.")
                                                                     : tr("Not known: %1").arg(m_bans.gap().text()));
    m_noBans->setVisible(rows.isEmpty());
}

void Fail2banCard::plan()
{
    if (!m_protect->isEnabled())
        return;
    ProtectByFail2ban wish;
    wish.jails.clear();
    for (const Jail &jail : std::as_const(m_jails)) {
        if (jail.box->isChecked() && !jail.box->isHidden())
            wish.jails << QString::fromLatin1(jail.name);
    }
    wish.neverBan = wordsOf(m_never->text());
    Q_EMIT changesRequested({wish});
}

void Fail2banCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace gw
