// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshprotectionview.h"

#include "widgets/parts/card.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/ssh/confineform.h"
#include "widgets/ssh/fail2bancard.h"

#include <QBoxLayout>
#include <QEvent>
#include <QResizeEvent>

namespace gw {
namespace {

constexpr int widthForTwoColumns = 820;

} // namespace

SshProtectionView::SshProtectionView(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("sshProtection"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // it follows what is in it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    m_columns = new QHBoxLayout(content);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(14);
    const auto column = [&](QWidget *card, int stretch) {
        auto *side = new QWidget(content);
        side->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // long values must not move the border
        auto *layout = new QVBoxLayout(side);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(14);
        layout->addWidget(card);
        m_columns->addWidget(side, stretch);
        return layout;
    };
    QVBoxLayout *left = column(makeServices(), 6);
    m_form = new ConfineForm(content);
    m_form->hide();
    left->addWidget(m_form);
    left->addStretch(1);
    m_fail2ban = new Fail2banCard(content);
    column(m_fail2ban, 4)->addStretch(1);
    setWidget(content);

    connect(m_fail2ban, &Fail2banCard::changesRequested, this, &SshProtectionView::changesRequested);
    connect(m_fail2ban, &Fail2banCard::refreshRequested, this, &SshProtectionView::protectionRequested);
    connect(m_list, &RowList::rowActivated, this, &SshProtectionView::confine);
    connect(m_form, &ConfineForm::cancelled, this, &SshProtectionView::closeForm);
    connect(m_form, &ConfineForm::confineRequested, this, [this](const ConfineService &wish) {
        closeForm();
        Q_EMIT changesRequested({wish});
    });
    refresh();
}

QWidget *SshProtectionView::makeServices()
{
    m_services = new Card(this);
    m_help = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, m_services);
    m_help->setOverflow(PlainLabel::Overflow::Wrap);
    m_list = new RowList(RowList::Size::Contents, m_services);
    m_list->setObjectName(QStringLiteral("looseServices"));
    m_list->setInteractive(true);
    m_none = new PlainLabel(PlainLabel::Role::Body, Tone::Muted, m_services);
    m_none->setObjectName(QStringLiteral("noLooseServices"));
    m_none->setOverflow(PlainLabel::Overflow::Wrap);
    m_services->body()->addWidget(m_help);
    m_services->body()->addWidget(m_list);
    m_services->body()->addWidget(m_none);
    m_results = new PlainLabel(PlainLabel::Role::Small, Tone::Good, m_services);
    m_results->setObjectName(QStringLiteral("confinedResults"));
    m_results->setOverflow(PlainLabel::Overflow::Wrap);
    m_services->body()->addWidget(m_results);
    return m_services;
}

void SshProtectionView::setFacts(std::shared_ptr<const Facts> facts)
{
    m_facts = std::move(facts);
    m_loose = m_facts ? looseServices(*m_facts) : QList<LooseService>();
    m_fail2ban->setFacts(m_facts);
    const bool isThere = std::any_of(m_loose.cbegin(), m_loose.cend(), [this](const LooseService &service) {
        return service.key() == m_form->service().key();
    });
    if (!isThere)
        closeForm();
    refresh();
}

void SshProtectionView::setProtection(const Known<Protection> &protection)
{
    m_fail2ban->setBans(protection ? Known<QList<Ban>>(protection->bans) : Known<QList<Ban>>(protection.gap()));
    if (!protection)
        m_scores.clear();
    else {
        for (const UnitSecurity &unit : protection->units) {
            const auto first = m_scores.find(unit.unit.raw());
            if (first == m_scores.end())
                m_scores.insert(unit.unit.raw(), {unit.exposure, {}});
            else
                first->after = unit.exposure == first->before ? std::nullopt : std::optional(unit.exposure);
        }
    }
    m_form->setScore(scoreOf(m_form->service()));
    refresh();
}

void SshProtectionView::setExposureAfter(const QString &unit, double exposure)
{
    if (const auto score = m_scores.find(unit); score != m_scores.end())
        score->after = exposure;
    m_form->setScore(scoreOf(m_form->service()));
    refresh();
}

std::optional<SecurityScore> SshProtectionView::scoreOf(const LooseService &service) const
{
    const auto score = m_scores.constFind(service.name.raw());
    return score == m_scores.cend() ? std::nullopt : std::optional(*score);
}

void SshProtectionView::confine(const QString &serviceKey)
{
    for (const LooseService &service : std::as_const(m_loose)) {
        if (service.key() != serviceKey || !service.startedBy)
            continue;
        m_form->open(service);
        m_form->setScore(scoreOf(service));
    }
}

void SshProtectionView::closeForm()
{
    const bool hadKeyboard = m_form->isAncestorOf(focusWidget());
    m_form->hide();
    if (hadKeyboard)
        m_list->setFocus();
}

void SshProtectionView::refresh()
{
    const auto roots =
        std::count_if(m_loose.cbegin(), m_loose.cend(), [](const LooseService &service) { return service.runsAsRoot; });
    m_services->setTitle(tr("Services"), roots > 0 ? tr("%1 as root").arg(roots) : QString());
    m_help->setText(
        tr("What takes requests needs no rights over the server: a user of its own, and 127.0.0.1 with nginx "
           "in front."));
    m_list->setAccessibleName(tr("Services that run as root or listen on all addresses"));
    const QList<Row> rows = serviceRows(m_loose, m_scores);
    m_list->setRows(rows);
    m_list->setVisible(!rows.isEmpty());
    const bool known = m_facts && m_facts->listeners;
    m_none->setText(!m_facts ? QString()
                    : known  ? tr("No service runs as root without need, and none listens on all addresses.")
                             : tr("Not known: %1").arg(m_facts->listeners.gap().text()));
    m_none->setVisible(rows.isEmpty());
    QStringList results;
    for (auto score = m_scores.cbegin(); score != m_scores.cend(); ++score) {
        if (score->after)
            results << tr("%1: exposure %2 → %3", "unit: before → after")
                           .arg(UntrustedText(score.key()).shown(60), shownScore(score->before),
                                shownScore(*score->after));
    }
    m_results->setText(results.join(u'\n'));
    m_results->setVisible(!results.isEmpty());
}

void SshProtectionView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    m_columns->setDirection(event->size().width() >= widthForTwoColumns ? QBoxLayout::LeftToRight
                                                                        : QBoxLayout::TopToBottom);
}

void SshProtectionView::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace gw
