// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/server/findingdetail.h"

#include "widgets/parts/button.h"
#include "widgets/parts/codebox.h"
#include "widgets/parts/findingkey.h"
#include "widgets/parts/format.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"

#include <QClipboard>
#include <QDateEdit>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr int usualAcceptanceDays = 90;
constexpr int longestAcceptanceDays = 730;

QString textOf(const Finding &finding)
{
    QStringList lines{QStringLiteral("[%1] %2").arg(severityName(finding.severity), finding.title)};
    lines << format::joined(
        {finding.rule.text(), finding.where.file.isEmpty() ? finding.subject
                              : finding.where.line > 0
                                  ? QStringLiteral("%1:%2").arg(finding.where.file.shown()).arg(finding.where.line)
                                  : finding.where.file.shown()});
    lines << finding.explanation << finding.effective.shown();
    for (const Evidence &evidence : finding.proof)
        lines << QStringLiteral("$ %1").arg(evidence.command) << evidence.output.shownLines();
    lines << finding.source;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

FindingDetail::FindingDetail(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("findingDetail"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 14, 14, 14);
    column->setSpacing(8);

    const auto label = [&](PlainLabel::Role role, Tone tone, const char *name) {
        auto *made = new PlainLabel(role, tone, content);
        made->setObjectName(QLatin1String(name));
        made->setOverflow(PlainLabel::Overflow::Wrap);
        column->addWidget(made);
        return made;
    };
    m_empty = label(PlainLabel::Role::Body, Tone::Muted, "detailEmpty");
    m_title = new PlainLabel(PlainLabel::Role::Heading, Tone::Neutral, content);
    m_title->setObjectName(QStringLiteral("detailTitle"));
    m_title->setOverflow(PlainLabel::Overflow::Wrap);
    m_title->setCopyable();
    m_copy = new Button(Button::Kind::Icon, content);
    m_copy->setObjectName(QStringLiteral("copyFinding"));
    m_copy->setIconName(QStringLiteral("copy"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    column->addLayout(head);
    m_severity = new Pill(content);
    m_severity->setObjectName(QStringLiteral("detailSeverity"));
    column->addWidget(m_severity, 0, Qt::AlignLeft);
    m_explanation = label(PlainLabel::Role::Body, Tone::Neutral, "detailExplanation");
    m_explanation->setCopyable();
    m_acceptedText = label(PlainLabel::Role::Body, Tone::Muted, "detailAccepted");
    column->addSpacing(2);
    m_effectiveTitle = label(PlainLabel::Role::Caption, Tone::Muted, "detailEffectiveTitle");
    m_effective = new CodeBox(content);
    m_effective->setObjectName(QStringLiteral("detailEffective"));
    column->addWidget(m_effective);
    m_proofTitle = label(PlainLabel::Role::Caption, Tone::Muted, "detailProofTitle");
    m_proofArea = new QWidget(content);
    m_proof = new QVBoxLayout(m_proofArea);
    m_proof->setContentsMargins(0, 0, 0, 0);
    m_proof->setSpacing(6);
    column->addWidget(m_proofArea);
    m_fixTitle = label(PlainLabel::Role::Caption, Tone::Muted, "detailFixTitle");
    m_fix = new CodeBox(content);
    m_fix->setObjectName(QStringLiteral("detailFix"));
    column->addWidget(m_fix);
    column->addSpacing(4);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_plan = new Button(Button::Kind::Primary, content);
    m_plan->setObjectName(QStringLiteral("toggleFix"));
    m_plan->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_accept = new Button(Button::Kind::Secondary, content);
    m_accept->setObjectName(QStringLiteral("acceptRisk"));
    m_withdraw = new Button(Button::Kind::Secondary, content);
    m_withdraw->setObjectName(QStringLiteral("withdrawRisk"));
    m_noPlan = new QWidget(content); // keeps the others at the left where there is nothing to mend
    buttons->addWidget(m_plan, 1);
    buttons->addWidget(m_accept);
    buttons->addWidget(m_withdraw);
    buttons->addWidget(m_noPlan, 1);
    column->addLayout(buttons);
    makeAcceptForm(column);
    m_source = label(PlainLabel::Role::Small, Tone::Muted, "detailSource");
    m_rule = label(PlainLabel::Role::Small, Tone::Faint, "detailRule");
    m_rule->setCopyable();
    column->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false); // the card shows through

    connect(m_plan, &Button::clicked, this, [this] {
        if (m_finding)
            Q_EMIT fixToggled(FindingKey(*m_finding));
    });
    connect(m_accept, &Button::clicked, this, [this] {
        m_form->show();
        m_accept->hide();
        m_reason->setFocus();
    });
    connect(m_withdraw, &Button::clicked, this, [this] {
        if (m_accepted)
            Q_EMIT withdrawRiskRequested(*m_accepted);
    });
    connect(m_copy, &Button::clicked, this, &FindingDetail::copy);
    retranslate();
}

void FindingDetail::makeAcceptForm(QVBoxLayout *column)
{
    m_form = new QWidget;
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 4, 0, 4);
    form->setSpacing(6);
    m_formHelp = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, m_form);
    m_formHelp->setOverflow(PlainLabel::Overflow::Wrap);
    m_reasonLabel = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, m_form);
    m_reason = new QLineEdit(m_form);
    m_reason->setObjectName(QStringLiteral("riskReason"));
    m_reason->setMaxLength(300);
    m_untilLabel = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, m_form);
    m_until = new QDateEdit(m_form);
    m_until->setObjectName(QStringLiteral("riskUntil"));
    m_until->setCalendarPopup(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_confirm = new Button(Button::Kind::Primary, m_form);
    m_confirm->setObjectName(QStringLiteral("confirmRisk"));
    m_cancel = new Button(Button::Kind::Secondary, m_form);
    m_cancel->setObjectName(QStringLiteral("cancelRisk"));
    buttons->addWidget(m_confirm);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    form->addWidget(m_formHelp);
    form->addWidget(m_reasonLabel);
    form->addWidget(m_reason);
    form->addWidget(m_untilLabel);
    form->addWidget(m_until);
    form->addLayout(buttons);
    column->addWidget(m_form);
    m_form->hide();
    connect(m_reason, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, this, &FindingDetail::accept);
    connect(m_confirm, &Button::clicked, this, &FindingDetail::accept);
    connect(m_cancel, &Button::clicked, this, [this] {
        m_form->hide();
        m_accept->show();
        m_accept->setFocus();
    });
}

void FindingDetail::showNothing()
{
    m_finding.reset();
    m_accepted.reset();
    m_status.reset();
    refresh();
}

void FindingDetail::showFinding(const Finding &finding, const std::optional<AcceptedRisk> &accepted)
{
    const bool same = m_finding && FindingKey(*m_finding) == FindingKey(finding) && m_accepted == accepted;
    m_finding = finding;
    m_accepted = accepted;
    m_status.reset();
    if (!same) { // a new survey must not throw away a reason that is being typed
        m_form->hide();
        m_reason->clear();
        m_confirm->setEnabled(false);
        m_until->setDateRange(QDate::currentDate(), QDate::currentDate().addDays(longestAcceptanceDays));
        m_until->setDate(QDate::currentDate().addDays(usualAcceptanceDays));
        verticalScrollBar()->setValue(0);
    }
    refresh();
}

void FindingDetail::showStatus(const RuleStatus &status)
{
    m_finding.reset();
    m_accepted.reset();
    m_status = status;
    m_form->hide();
    refresh();
}

void FindingDetail::setFix(const QStringList &lines, Planned planned)
{
    if (lines == m_fixLines && planned == m_planned)
        return;
    m_fixLines = lines;
    m_planned = planned;
    refresh();
}

void FindingDetail::refresh()
{
    const bool finding = m_finding.has_value();
    const bool fixable = finding && m_finding->fixable && !m_accepted;
    m_fixTitle->setVisible(fixable && !m_fixLines.isEmpty());
    m_fix->setVisible(fixable && !m_fixLines.isEmpty());
    m_fix->setCode(m_fixLines.join(u'\n'));
    m_plan->setVisible(fixable);
    m_noPlan->setVisible(!fixable);
    const Button::Kind kind = m_planned == Planned::Yes ? Button::Kind::Secondary : Button::Kind::Primary;
    if (m_plan->kind() != kind) {
        m_plan->setKind(kind);
        m_plan->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    m_plan->setText(m_planned == Planned::Yes ? tr("Remove from plan") : tr("Add to plan"));
    m_empty->setVisible(!finding && !m_status);
    m_title->setVisible(finding || m_status);
    m_severity->setVisible(finding);
    m_effective->setVisible(finding && !m_finding->effective.isEmpty());
    m_effectiveTitle->setVisible(finding && !m_finding->effective.isEmpty());
    m_proofTitle->setVisible(finding && !m_finding->proof.isEmpty());
    m_copy->setVisible(finding);
    m_accept->setVisible(finding && !m_accepted && m_form->isHidden());
    // A comment in the file on the server is taken back there, not here.
    m_withdraw->setVisible(m_accepted && m_accepted->until.isValid());
    m_acceptedText->setVisible(m_accepted.has_value());
    m_rule->setVisible(finding || m_status);
    showProof(finding ? m_finding->proof : QList<Evidence>());

    QString explanation;
    QString source;
    if (finding) {
        m_title->setText(m_finding->title);
        m_severity->setText(format::joined({severityName(m_finding->severity), topicName(m_finding->rule.topic())}));
        m_severity->setTone(toneOf(m_finding->severity));
        explanation = m_finding->explanation;
        m_effective->setCode(m_finding->effective.shown(2000));
        m_rule->setText(m_finding->rule.text());
        if (!m_finding->source.isEmpty())
            source = tr("Source: %1").arg(m_finding->source);
        if (m_accepted)
            m_acceptedText->setText(m_accepted->until.isValid()
                                        ? tr("Accepted until %1 by %2: %3")
                                              .arg(format::date(m_accepted->until), m_accepted->by, m_accepted->reason)
                                        : tr("Accepted by a comment in the file: %1").arg(m_accepted->reason));
    } else if (m_status) {
        m_title->setText(m_status->title);
        explanation = m_status->reason;
        m_rule->setText(m_status->rule.text());
    }
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    m_source->setText(source);
    m_source->setVisible(!source.isEmpty());
}

void FindingDetail::showProof(const QList<Evidence> &proof)
{
    while (m_proof->count() > proof.size()) {
        const std::unique_ptr<QLayoutItem> last(m_proof->takeAt(m_proof->count() - 1));
        delete last->widget();
    }
    while (m_proof->count() < proof.size()) {
        auto *box = new CodeBox(m_proofArea);
        box->setObjectName(QStringLiteral("proof%1").arg(m_proof->count()));
        m_proof->addWidget(box);
    }
    for (int i = 0; i < proof.size(); ++i) {
        auto *box = static_cast<CodeBox *>(m_proof->itemAt(i)->widget());
        box->setAccessibleName(tr("Proof"));
        box->setEvidence(proof[i].command, proof[i].output);
    }
    m_proofArea->setVisible(!proof.isEmpty());
}

void FindingDetail::accept()
{
    if (!m_finding || m_reason->text().trimmed().isEmpty())
        return;
    AcceptedRisk risk;
    risk.rule = m_finding->rule;
    risk.subject = m_finding->subject.isEmpty() ? QString::fromUtf8(m_finding->where.file.bytes()) : m_finding->subject;
    risk.reason = m_reason->text().trimmed();
    risk.until = m_until->date();
    m_form->hide();
    m_reason->clear();
    m_accept->show();
    Q_EMIT acceptRiskRequested(risk);
}

void FindingDetail::copy() const
{
    if (m_finding)
        QGuiApplication::clipboard()->setText(textOf(*m_finding));
}

void FindingDetail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_form->isVisible())
        m_cancel->click();
    else
        QScrollArea::keyPressEvent(event);
}

void FindingDetail::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FindingDetail::retranslate()
{
    m_empty->setText(tr("Choose a finding to see why it matters, what proves it and where the demand comes from."));
    m_effectiveTitle->setText(tr("Effective value"));
    m_effective->setAccessibleName(tr("Effective value"));
    m_proofTitle->setText(tr("Proof"));
    m_accept->setText(tr("Accept risk…"));
    m_withdraw->setText(tr("Withdraw"));
    m_withdraw->setAccessibleDescription(tr("Counts this finding as open again"));
    m_copy->setAccessibleName(tr("Copy"));
    m_copy->setToolTip(tr("Copy"));
    m_fixTitle->setText(tr("Fix"));
    m_fix->setAccessibleName(tr("Fix"));
    m_formHelp->setText(tr("The finding stays in the list as accepted and counts again after the end date."));
    m_reasonLabel->setText(tr("Why is this acceptable?"));
    m_reason->setAccessibleName(tr("Reason"));
    m_untilLabel->setText(tr("Until"));
    m_until->setAccessibleName(tr("Until"));
    m_until->setLocale(QLocale());
    m_until->setDisplayFormat(format::datePattern()); // it keeps the one it was made with
    m_confirm->setText(tr("Accept"));
    m_cancel->setText(tr("Cancel"));
    refresh();
}

} // namespace gw
