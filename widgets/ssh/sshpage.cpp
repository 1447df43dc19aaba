// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshpage.h"

#include "widgets/parts/button.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/progressstrip.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/ssh/sshkeysview.h"
#include "widgets/ssh/sshprotectionview.h"
#include "widgets/ssh/sshsettingsview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace gw {

SshPage::SshPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("sshPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 20);
    column->setSpacing(12);
    column->addWidget(makeHead());
    m_problem = new Notice(this);
    m_problem->setObjectName(QStringLiteral("sshProblem"));
    m_problem->setDismissable(true);
    m_strip = new ProgressStrip(this);
    m_stack = new QStackedWidget(this);
    m_settings = new SshSettingsView(m_stack);
    m_keys = new SshKeysView(m_stack);
    m_protection = new SshProtectionView(m_stack);
    m_stack->addWidget(m_settings);
    m_stack->addWidget(m_keys);
    m_stack->addWidget(m_protection);
    column->addWidget(m_problem);
    column->addWidget(m_strip);
    column->addWidget(m_stack, 1);

    connect(m_views, &SegmentedControl::currentChanged, this, [this](int view) { setView(View(view)); });
    connect(m_harden, &Button::clicked, this, &SshPage::hardenRequested);
    connect(m_problem, &Notice::dismissed, this, [this] { setProblem(std::nullopt); });
    connect(m_strip, &ProgressStrip::stopRequested, this, &SshPage::stopRequested);
    connect(m_settings, &SshSettingsView::changesRequested, this, &SshPage::changesRequested);
    connect(m_settings, &SshSettingsView::rootRequested, this, &SshPage::rootRequested);
    connect(m_keys, &SshKeysView::changesRequested, this, &SshPage::changesRequested);
    connect(m_keys, &SshKeysView::makeKeyRequested, this, &SshPage::makeKeyRequested);
    connect(m_keys, &SshKeysView::proveKeyRequested, this, &SshPage::proveKeyRequested);
    connect(m_keys, &SshKeysView::rollOutRequested, this, &SshPage::rollOutRequested);
    connect(m_keys, &SshKeysView::publicKeyFileChosen, this, &SshPage::publicKeyFileChosen);
    connect(m_keys, &SshKeysView::existingKeyChosen, this, &SshPage::existingKeyChosen);
    connect(m_protection, &SshProtectionView::changesRequested, this, &SshPage::changesRequested);
    connect(m_protection, &SshProtectionView::protectionRequested, this, &SshPage::protectionRequested);
    retranslate();
}

QWidget *SshPage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_views = new SegmentedControl(head);
    m_views->setObjectName(QStringLiteral("sshViews"));
    m_who = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, head);
    m_who->setObjectName(QStringLiteral("sshSession"));
    m_who->setOverflow(PlainLabel::Overflow::Elide);
    m_who->setCopyable();
    m_harden = new Button(Button::Kind::Secondary, head);
    m_harden->setObjectName(QStringLiteral("harden"));
    m_harden->setIconName(QStringLiteral("shield"));
    row->addWidget(m_views);
    row->addWidget(m_who, 1);
    row->addWidget(m_harden);
    return head;
}

void SshPage::setFacts(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review)
{
    if (facts && facts == m_facts && review == m_review)
        return; // the same again: keep lists and places as they are
    m_facts = std::move(facts);
    m_review = std::move(review);
    m_settings->setFacts(m_facts, m_review);
    m_keys->setFacts(m_facts, m_review);
    m_protection->setFacts(m_facts);
    if (!m_facts) { // what belongs to the server that was
        setProblem(std::nullopt);
        setGuide(std::nullopt);
        setProtection(Gap{});
        setFirstSeen({});
        m_authentication.clear();
        m_askedProtection = false;
    }
    refreshHead();
    refreshGuide();
    askProtection();
}

void SshPage::setBusy(const QString &what)
{
    m_busy = what;
    m_strip->setProgress(what, 0, 0);
    m_strip->setVisible(!what.isEmpty());
    m_settings->setUsable(what.isEmpty());
    m_keys->setEnabled(what.isEmpty());
    m_protection->setEnabled(what.isEmpty());
    refreshHead();
}

void SshPage::setProblem(const std::optional<Error> &problem)
{
    m_error = problem;
    m_problem->setMessage(Tone::Critical, problem ? problem->text() : QString());
    m_problem->setVisible(problem.has_value());
}

void SshPage::setAuthentication(const QString &authentication)
{
    m_authentication = authentication;
    refreshHead();
    refreshGuide();
}

void SshPage::setGuide(const std::optional<KeyGuide> &guide)
{
    m_guide = guide;
    refreshGuide();
}

void SshPage::setFirstSeen(const FirstSeen &firstSeen)
{
    m_keys->setFirstSeen(firstSeen);
}

void SshPage::setPublicKeyText(const QString &text)
{
    m_keys->setPublicKeyText(text);
}

void SshPage::setKeyProposal(const QString &name, const QString &comment)
{
    m_keys->setKeyProposal(name, comment);
}

void SshPage::setProtection(const Known<Protection> &protection)
{
    m_protection->setProtection(protection);
}

void SshPage::setExposureAfter(const QString &unit, double exposure)
{
    m_protection->setExposureAfter(unit, exposure);
}

void SshPage::setView(View view)
{
    m_views->setCurrent(int(view));
    m_stack->setCurrentIndex(int(view));
    askProtection();
}

/// Once for each server, when it is looked at: it takes the server a moment.
void SshPage::askProtection()
{
    if (m_askedProtection || !m_facts || m_stack->currentWidget() != m_protection)
        return;
    m_askedProtection = true;
    Q_EMIT protectionRequested();
}

bool SshPage::hasChanges() const
{
    return m_settings->draft().changes() > 0;
}

LoginSession SshPage::session() const
{
    if (!m_facts)
        return {};
    return {m_facts->access.user.shown(60), m_facts->access.clientAddress.shown(60), m_authentication};
}

void SshPage::refreshHead()
{
    const LoginSession who = session();
    QString text;
    if (who.user.isEmpty())
        text = QString();
    else if (who.address.isEmpty())
        text = tr("You are logged in as %1.").arg(who.user);
    else if (who.authentication.isEmpty())
        text = tr("You are logged in as %1 from %2.").arg(who.user, who.address);
    else
        text =
            tr("You are logged in as %1 from %2 with %3.").arg(who.user, who.address, methodName(who.authentication));
    m_who->setText(text);
    m_harden->setEnabled(m_busy.isEmpty() && m_facts && m_facts->sshd);
    m_views->setEnabled(m_busy.isEmpty());
}

void SshPage::refreshGuide()
{
    m_keys->setGuide(m_guide.value_or(guideFor(session())));
}

void SshPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SshPage::retranslate()
{
    m_views->setSegments({tr("Settings"), tr("Keys"), tr("Protection")});
    m_views->setAccessibleName(tr("Parts of SSH"));
    m_harden->setText(tr("Harden…"));
    m_harden->setAccessibleDescription(tr("Makes one plan of everything that the review found about sshd"));
    m_problem->setVisible(m_error.has_value());
    m_strip->setVisible(!m_busy.isEmpty());
    refreshHead();
}

} // namespace gw
