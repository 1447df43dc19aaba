// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishfield.h"

#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace gw {
namespace {

QString textOf(const QList<PublishProblem> &problems, const QList<PublishProblem::Field> &fields,
               PublishProblem::Severity severity)
{
    QStringList lines;
    for (const PublishProblem &problem : problems) {
        if (fields.contains(problem.field) && problem.severity == severity)
            lines << problem.text;
    }
    return lines.join(u'\n');
}

void say(PlainLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

PublishField::PublishField(const QList<PublishProblem::Field> &fields, QWidget *parent)
    : QWidget(parent), m_fields(fields)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_caption = new PlainLabel(PlainLabel::Role::Caption, Tone::Neutral, this);
    m_pill = new Pill(this);
    m_pill->setObjectName(QStringLiteral("publishFact"));
    m_pill->hide();
    head->addWidget(m_caption);
    head->addStretch(1);
    head->addWidget(m_pill);
    column->addLayout(head);
    m_body = new QVBoxLayout;
    m_body->setSpacing(6);
    column->addLayout(m_body);
    const auto label = [&](Tone tone, const char *name) {
        auto *made = new PlainLabel(PlainLabel::Role::Small, tone, this);
        made->setObjectName(QLatin1String(name));
        made->setOverflow(PlainLabel::Overflow::Wrap);
        made->hide();
        column->addWidget(made);
        return made;
    };
    m_errors = label(Tone::Critical, "publishErrors");
    m_notices = label(Tone::Warning, "publishNotices");
}

void PublishField::setCaption(const QString &caption)
{
    m_caption->setText(caption);
}

void PublishField::setPill(const QString &text, Tone tone)
{
    m_pill->setText(text);
    m_pill->setTone(tone);
    m_pill->setVisible(!text.isEmpty());
}

void PublishField::setPillToolTip(const QString &text)
{
    m_pill->setToolTip(plainToolTip(text));
}

void PublishField::setProblems(const QList<PublishProblem> &problems)
{
    say(m_errors, textOf(problems, m_fields, PublishProblem::Severity::Error));
    say(m_notices, textOf(problems, m_fields, PublishProblem::Severity::Notice));
}

} // namespace gw
