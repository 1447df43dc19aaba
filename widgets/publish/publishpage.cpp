// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishpage.h"

#include "backend/survey/websites.h"
#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/followcurrent.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/publish/publishaccessfield.h"
#include "widgets/publish/publishaddressfield.h"
#include "widgets/publish/publishcertificatefield.h"
#include "widgets/publish/publishloginrow.h"
#include "widgets/publish/publishoptionsfield.h"
#include "widgets/publish/publishservicefield.h"
#include "widgets/publish/publishtexts.h"
#include "widgets/publish/publishwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>

namespace gw {
namespace {

constexpr int leastFormWidth = 400;
constexpr int formShare = 2; // of five
constexpr int textsShare = 3;

} // namespace

PublishPage::PublishPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("publishPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(14);
    m_form = makeForm();
    m_form->setMinimumWidth(leastFormWidth);
    m_texts = new PublishTexts(this);
    cards->addWidget(m_form, formShare);
    cards->addWidget(m_texts, textsShare);
    column->addLayout(cards, 1);
    column->addWidget(makeBar());
    connectFields();
    retranslate();
}

Card *PublishPage::makeForm()
{
    auto *form = new Card(this);
    form->setFlush();
    auto *scroll = new QScrollArea(form);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_contents = new QWidget;
    auto *column = new QVBoxLayout(m_contents);
    column->setContentsMargins(14, 2, 14, 10);
    column->setSpacing(16);
    m_service = new PublishServiceField(m_contents);
    m_address = new PublishAddressField(m_contents);
    m_certificate = new PublishCertificateField(m_contents);
    m_access = new PublishAccessField(m_contents);
    m_options = new PublishOptionsField(m_contents);
    m_fields = {m_service, m_address, m_certificate, m_access, m_options};
    for (PublishField *field : std::as_const(m_fields))
        column->addWidget(field);
    column->addStretch(1);
    scroll->setWidget(m_contents);
    followFocus(scroll);
    m_contents->setAutoFillBackground(false);
    form->body()->addWidget(makeSteps(form));
    form->body()->addWidget(scroll, 1);
    return form;
}

/// Where one is on the way from a service to a site.
QWidget *PublishPage::makeSteps(QWidget *parent)
{
    auto *area = new QWidget(parent);
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(14, 0, 14, 12);
    row->setSpacing(16);
    for (int i = 0; i < 4; ++i) {
        m_steps << new PlainLabel(PlainLabel::Role::Caption, Tone::Faint, area);
        row->addWidget(m_steps.last());
    }
    row->addStretch(1);
    return area;
}

Card *PublishPage::makeBar()
{
    auto *bar = new Card(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    m_count = new PlainLabel(PlainLabel::Role::Strong, Tone::Neutral, bar);
    m_count->setObjectName(QStringLiteral("publishStepCount"));
    m_summary = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, bar);
    m_summary->setObjectName(QStringLiteral("publishSummary"));
    m_summary->setOverflow(PlainLabel::Overflow::Elide);
    m_back = new Button(Button::Kind::Secondary, bar);
    m_back->setObjectName(QStringLiteral("publishBack"));
    m_plan = new Button(Button::Kind::Primary, bar);
    m_plan->setObjectName(QStringLiteral("publishPlan"));
    row->addWidget(m_count);
    row->addWidget(m_summary, 1);
    row->addWidget(m_back);
    row->addWidget(m_plan);
    bar->body()->addLayout(row);
    bar->layout()->setContentsMargins(16, 10, 14, 10);
    connect(m_back, &Button::clicked, this, &PublishPage::closeRequested);
    connect(m_plan, &Button::clicked, this, [this] { Q_EMIT planRequested(wish(), m_access->passwords()); });
    return bar;
}

void PublishPage::connectFields()
{
    connect(m_service, &PublishServiceField::edited, this, [this] {
        m_options->setServicePort(m_service->port());
        wishChanged();
    });
    connect(m_service, &PublishServiceField::kindChanged, this, &PublishPage::takePreset);
    connect(m_address, &PublishAddressField::edited, this, [this] {
        m_certificate->suggestFor(m_address->domains());
        wishChanged();
    });
    connect(m_certificate, &PublishCertificateField::edited, this, &PublishPage::wishChanged);
    connect(m_access, &PublishAccessField::edited, this, &PublishPage::wishChanged);
    connect(m_options, &PublishOptionsField::edited, this, &PublishPage::wishChanged);
}

void PublishPage::setFacts(std::shared_ptr<const Facts> facts)
{
    if (facts == m_facts)
        return;
    m_facts = std::move(facts);
    if (!m_facts)
        close();
    else if (m_isOpen)
        takeFacts();
}

void PublishPage::open(quint16 port)
{
    if (!m_facts)
        return;
    if (!std::exchange(m_isOpen, true))
        takeFacts();
    if (port != 0)
        m_service->choose(port);
    m_service->setFocus(Qt::OtherFocusReason);
}

void PublishPage::close()
{
    m_isOpen = false;
    m_isCurrent = false;
    m_service->clear();
    m_address->clear();
    m_certificate->clear();
    m_access->clear();
    m_options->clear();
    m_preview = {};
    m_texts->setPreview({});
    m_texts->setView(PublishTexts::View::Nginx);
    for (PublishField *field : std::as_const(m_fields))
        field->setProblems({});
    refresh();
}

void PublishPage::takeFacts()
{
    m_texts->setBuild(nginxBuildOf(*m_facts));
    m_certificate->setCertificates(publishCertificates(*m_facts));
    m_certificate->suggestFor(m_address->domains());
    m_service->setServices(publishableServices(*m_facts));
    wishChanged();
}

void PublishPage::takePreset()
{
    m_options->setServicePort(m_service->port());
    m_options->setPreset(publishPreset(m_service->kind()));
    if (m_facts)
        m_access->suggestFor(m_service->kind(), m_facts->access.clientAddress.raw());
    wishChanged();
}

Publish PublishPage::wish() const
{
    Publish wish;
    m_service->take(wish);
    m_address->take(wish);
    m_certificate->take(wish);
    m_access->take(wish);
    m_options->take(wish);
    return wish;
}

void PublishPage::wishChanged()
{
    if (!m_isOpen)
        return;
    m_isCurrent = false;
    refresh();
    Q_EMIT edited();
}

void PublishPage::setPreview(const Publish &of, const PublishPreview &preview)
{
    if (!m_isOpen || of != wish())
        return; // somebody typed on: the next one is on its way
    m_isCurrent = true;
    m_preview = preview;
    m_address->setOpened(preview.plan ? openedPorts(*preview.plan) : QList<quint16>());
    for (PublishField *field : std::as_const(m_fields))
        field->setProblems(preview.problems);
    m_texts->setPreview(preview);
    refresh();
}

void PublishPage::setNameAnswer(const NameAnswer &answer)
{
    m_address->setNameAnswer(answer);
}

void PublishPage::setPortAnswers(const QList<PortAnswer> &answers)
{
    m_address->setPortAnswers(answers);
}

void PublishPage::setHashes(const QList<PublishLogin> &logins)
{
    m_access->setHashes(logins);
    wishChanged();
}

bool PublishPage::isPlaceholder(const QByteArray &hash)
{
    return PublishLoginRow::isPlaceholder(hash);
}

void PublishPage::setUsable(bool usable)
{
    m_isUsable = usable;
    m_contents->setEnabled(usable);
    refresh();
}

void PublishPage::refresh()
{
    const bool hasError = m_preview.hasError();
    const bool isComplete = m_isOpen && !hasError && !m_preview.files.isEmpty();
    m_plan->setEnabled(isComplete && m_isCurrent && m_isUsable);
    m_back->setEnabled(m_isUsable);
    if (!isComplete) {
        m_count->setText(tr("Not complete"));
        m_summary->setText(hasError ? m_preview.problems.first().text : QString());
    } else if (m_preview.plan) {
        m_count->setText(publishtext::steps(*m_preview.plan));
        m_summary->setText(publishtext::summary(*m_preview.plan));
    } else {
        m_count->setText(tr("Ready to be planned"));
        m_summary->setText(tr("The files of the server are read for it."));
    }
    const bool hasService = m_isOpen && !wish().target.isEmpty();
    m_steps[0]->setTone(hasService ? Tone::Good : Tone::Accent);
    m_steps[1]->setTone(hasService ? Tone::Accent : Tone::Faint);
}

void PublishPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        wishChanged(); // what is said of it is in the other language
    }
}

void PublishPage::retranslate()
{
    m_form->setTitle(tr("Publish a service"));
    const QStringList names{tr("Service"), tr("Address and access"), tr("Check"), tr("Apply")};
    for (int i = 0; i < m_steps.size(); ++i)
        m_steps[i]->setText(QStringLiteral("%1 %2").arg(i + 1).arg(names[i]));
    m_back->setText(tr("Back"));
    m_plan->setText(tr("Check everything first"));
    refresh();
}

} // namespace gw
