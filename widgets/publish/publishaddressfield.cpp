// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishaddressfield.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/publish/wordlist.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>

namespace gw {
namespace {

constexpr int pathWidth = 96;

} // namespace

PublishAddressField::PublishAddressField(QWidget *parent)
    : PublishField({PublishProblem::Field::Domain, PublishProblem::Field::Path}, parent)
{
    m_domains = new QLineEdit(this);
    m_domains->setObjectName(QStringLiteral("publishDomains"));
    m_domains->setMaxLength(1000);
    m_path = new QLineEdit(QStringLiteral("/"), this);
    m_path->setObjectName(QStringLiteral("publishPath"));
    m_path->setMaxLength(200);
    m_path->setFixedWidth(pathWidth);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_domains, 1);
    row->addWidget(m_path);
    body()->addLayout(row);
    m_reach = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_reach->setObjectName(QStringLiteral("publishReach"));
    m_reach->setOverflow(PlainLabel::Overflow::Wrap);
    m_reach->hide();
    body()->addWidget(m_reach);
    connect(m_domains, &QLineEdit::textEdited, this, &PublishAddressField::showAnswer);
    connect(m_domains, &QLineEdit::textEdited, this, &PublishAddressField::edited);
    connect(m_path, &QLineEdit::textEdited, this, &PublishAddressField::edited);
    retranslate();
}

void PublishAddressField::clear()
{
    m_domains->clear();
    m_path->setText(QStringLiteral("/"));
    setNameAnswer({});
    setOpened({});
    setPortAnswers({});
}

void PublishAddressField::setPortAnswers(const QList<PortAnswer> &answers)
{
    m_ports = answers;
    showPorts();
}

void PublishAddressField::setOpened(const QList<quint16> &ports)
{
    m_opened = ports;
    showPorts();
}

void PublishAddressField::showPorts()
{
    QStringList lines;
    bool isBad = false;
    for (const PortAnswer &answer : std::as_const(m_ports)) {
        const PortPlan plan = m_opened.contains(answer.port) ? PortPlan::OpensFirewall : PortPlan::Nothing;
        isBad = isBad || isInTheWay(answer, plan);
        if (const QString text = textOf(answer, plan); !text.isEmpty())
            lines << text;
    }
    m_reach->setText(lines.join(u'\n'));
    m_reach->setTone(isBad ? Tone::Warning : Tone::Muted);
    m_reach->setVisible(!lines.isEmpty());
}

void PublishAddressField::setNameAnswer(const NameAnswer &answer)
{
    m_answer = answer;
    showAnswer();
}

void PublishAddressField::showAnswer()
{
    const bool isAsked = m_answer.name == domains().value(0);
    const auto verdict = isAsked ? m_answer.verdict : NameAnswer::Verdict::Unclear;
    switch (verdict) {
    case NameAnswer::Verdict::Here: setPill(tr("points to this server"), Tone::Good); break;
    case NameAnswer::Verdict::Elsewhere: setPill(tr("points elsewhere"), Tone::Warning); break;
    case NameAnswer::Verdict::Nowhere: setPill(tr("no address yet"), Tone::Warning); break;
    case NameAnswer::Verdict::Unclear: setPill({}, Tone::Neutral); break;
    }
    setPillToolTip(isAsked ? adviceOf(m_answer) : QString());
}

QStringList PublishAddressField::domains() const
{
    return wordsIn(m_domains->text());
}

void PublishAddressField::take(Publish &wish) const
{
    wish.domains = domains();
    wish.path = m_path->text().trimmed();
    if (wish.path.isEmpty())
        wish.path = QStringLiteral("/");
}

void PublishAddressField::changeEvent(QEvent *event)
{
    PublishField::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PublishAddressField::retranslate()
{
    setCaption(tr("Domain"));
    showAnswer();
    showPorts();
    m_domains->setAccessibleName(tr("Domain"));
    m_domains->setPlaceholderText(QStringLiteral("lora.example.com"));
    m_domains->setToolTip(plainToolTip(tr("The first name is also that of the files. Several are parted by commas.")));
    m_path->setAccessibleName(tr("Path"));
    m_path->setToolTip(plainToolTip(tr("Where on the site it appears, as /lora/. The service itself sees /.")));
}

} // namespace gw
