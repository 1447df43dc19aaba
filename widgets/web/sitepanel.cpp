// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/sitepanel.h"

#include "backend/nginx/siteedit.h"
#include "widgets/parts/button.h"
#include "widgets/parts/factgrid.h"
#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/web/siterows.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

namespace gw {
namespace {

QString shown(const QByteArray &text)
{
    return UntrustedText::fromBytes(text).shown(120);
}

/// "qwen_backend → 127.0.0.1:3001"
QString backendText(const NginxBackend &backend)
{
    QStringList servers;
    for (const QByteArray &server : backend.servers)
        servers.append(shown(server));
    return servers.isEmpty()
               ? shown(backend.address)
               : QStringLiteral("%1 → %2").arg(shown(backend.address), servers.join(QStringLiteral(", ")));
}

} // namespace

SitePanel::SitePanel(QWidget *parent) : CardFoot(parent)
{
    setObjectName(QStringLiteral("sitePanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 8);
    column->setSpacing(8);
    m_name = new PlainLabel(PlainLabel::Role::Strong, Tone::Neutral, this);
    m_name->setObjectName(QStringLiteral("siteName"));
    m_name->setOverflow(PlainLabel::Overflow::Elide);
    m_facts = new FactGrid(this);
    m_facts->setObjectName(QStringLiteral("siteFacts"));

    m_actions = new QWidget(this);
    auto *rows = new QVBoxLayout(m_actions);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    m_enable = makeAction("siteEnable", [this] { wish(m_site->isEnabled ? Kind::Disable : Kind::Enable); });
    m_maintenance = makeAction("siteMaintenance", [this] {
        wish(m_site->site.isInMaintenance ? Kind::EndMaintenance : Kind::StartMaintenance);
    });
    m_duplicate = makeAction("siteDuplicate", [this] { askName(Kind::Duplicate); });
    m_rename = makeAction("siteRename", [this] { askName(Kind::Rename); });
    m_delete = makeAction("siteDelete", [this] { wish(Kind::Delete); });
    m_delete->setTone(Tone::Critical);
    for (const QList<Button *> &buttons :
         {QList<Button *>{m_enable, m_maintenance}, QList<Button *>{m_duplicate, m_rename, m_delete}}) {
        auto *row = new QHBoxLayout;
        row->setSpacing(12);
        for (Button *button : buttons)
            row->addWidget(button);
        row->addStretch(1);
        rows->addLayout(row);
    }

    m_form = new QWidget(this);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(6);
    m_newName = new QLineEdit(m_form);
    m_newName->setObjectName(QStringLiteral("siteNewName"));
    m_wrong = new PlainLabel(PlainLabel::Role::Small, Tone::Critical, m_form);
    m_wrong->setObjectName(QStringLiteral("siteNameProblem"));
    m_wrong->setOverflow(PlainLabel::Overflow::Wrap);
    m_take = new Button(Button::Kind::Primary, m_form);
    m_take->setObjectName(QStringLiteral("siteTakeName"));
    m_cancel = new Button(Button::Kind::Secondary, m_form);
    m_cancel->setObjectName(QStringLiteral("siteCancelName"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_take);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    form->addWidget(m_newName);
    form->addWidget(m_wrong);
    form->addLayout(buttons);

    column->addWidget(m_name);
    column->addWidget(m_facts);
    column->addWidget(m_actions);
    column->addWidget(m_form);
    connect(m_newName, &QLineEdit::textChanged, this, &SitePanel::refresh);
    connect(m_newName, &QLineEdit::returnPressed, this, &SitePanel::takeName);
    connect(m_take, &Button::clicked, this, &SitePanel::takeName);
    const auto cancel = [this] {
        m_asking.reset();
        refresh();
        m_duplicate->setFocus(Qt::OtherFocusReason);
    };
    connect(m_cancel, &Button::clicked, this, cancel);
    auto *escape = new QShortcut(Qt::Key_Escape, m_newName);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, this, cancel);
    refresh();
}

Button *SitePanel::makeAction(const char *name, const std::function<void()> &act)
{
    auto *button = new Button(Button::Kind::Link, m_actions);
    button->setObjectName(QLatin1String(name));
    connect(button, &Button::clicked, this, act);
    return button;
}

void SitePanel::setSite(const std::optional<WebSite> &site)
{
    if (site == m_site)
        return;
    m_site = site;
    m_asking.reset();
    refresh();
}

void SitePanel::setUsable(bool usable)
{
    m_actions->setEnabled(usable);
    m_form->setEnabled(usable);
}

void SitePanel::wish(Kind kind, const QByteArray &newName)
{
    if (m_site)
        Q_EMIT changeRequested({kind, m_site->site.path, m_site->site.names.value(0), newName});
}

void SitePanel::askName(Kind kind)
{
    m_asking = kind;
    m_newName->setText(kind == Kind::Rename ? siteName(m_site->site) : QString());
    refresh();
    m_newName->setFocus();
    m_newName->selectAll();
}

void SitePanel::takeName()
{
    const QByteArray name = m_newName->text().trimmed().toUtf8();
    if (!m_asking || !nginxIsHostName(name))
        return;
    const Kind kind = *m_asking;
    m_asking.reset();
    refresh();
    wish(kind, name);
}

void SitePanel::refresh()
{
    setVisible(m_site.has_value());
    if (!m_site)
        return;
    m_name->setText(siteName(m_site->site));
    m_enable->setText(m_site->isEnabled ? tr("Disable…") : tr("Enable…"));
    m_maintenance->setText(m_site->site.isInMaintenance ? tr("End maintenance…") : tr("Maintenance…"));
    m_maintenance->setVisible(m_site->isEnabled);
    m_duplicate->setText(tr("Copy…"));
    m_rename->setText(tr("Rename…"));
    m_rename->setVisible(!m_site->site.names.isEmpty());
    m_delete->setText(tr("Delete…"));
    m_actions->setVisible(!m_asking);
    m_form->setVisible(m_asking.has_value());
    const QString typed = m_newName->text().trimmed();
    const bool isHost = nginxIsHostName(typed.toUtf8());
    m_newName->setPlaceholderText(tr("Name of the new host"));
    m_newName->setAccessibleName(m_newName->placeholderText());
    m_wrong->setText(tr("This is no name of a host: letters, digits, dots and hyphens"));
    m_wrong->setVisible(!typed.isEmpty() && !isHost);
    m_take->setText(m_asking == Kind::Rename ? tr("Rename…") : tr("Copy…"));
    m_take->setEnabled(isHost);
    m_cancel->setText(tr("Cancel"));
    refreshFacts();
}

void SitePanel::refreshFacts()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<FactGrid::Fact> facts{
        {tr("File"), QStringLiteral("%1:%2").arg(nginxFileName(m_site->site.path)).arg(m_site->site.line())}};
    facts.append({tr("Answers on"), siteAddresses(m_site->site)});
    if (m_site->certificate) {
        const qint64 days = siteDaysLeft(*m_site, now).value_or(0);
        facts.append({tr("Certificate"),
                      days < 0 ? tr("expired on %1").arg(format::date(m_site->certificate->notAfter.date()))
                               : tr("%1 left").arg(format::days(days)),
                      days < 30 ? siteTone(*m_site, now) : Tone::Neutral});
    } else if (!m_site->site.certificate.isEmpty()) {
        facts.append({tr("Certificate"), tr("not read"), Tone::Muted});
    }
    QStringList seen;
    for (const NginxBackend &backend : m_site->site.backends) {
        const QString text = backendText(backend);
        if (seen.contains(text) || seen.size() == 3)
            continue;
        seen.append(text);
        const bool isSilent = m_site->silent.contains(backend);
        const bool isAnswered = m_site->answered.contains(backend);
        facts.append({seen.size() == 1 ? tr("Hands on to") : QString(),
                      isSilent     ? tr("%1: nobody listens").arg(text)
                      : isAnswered ? tr("%1: listening").arg(text)
                                   : text,
                      isSilent     ? Tone::Warning
                      : isAnswered ? Tone::Good
                                   : Tone::Neutral});
    }
    if (seen.isEmpty() && !m_site->site.root.isEmpty())
        facts.append({tr("Folder"), shown(m_site->site.root)});
    m_facts->setFacts(facts);
}

void SitePanel::changeEvent(QEvent *event)
{
    CardFoot::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace gw
