// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/fieldrow.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/web/linesfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr int nameWidth = 200;

QString shown(const QByteArray &value)
{
    return UntrustedText::fromBytes(value).shownLines();
}

} // namespace

FieldRow::FieldRow(const NginxField &field, const QString &documentation, QWidget *parent)
    : QWidget(parent), m_field(field)
{
    const QString directive = QString::fromLatin1(field.directive);
    const QString name = field.control == NginxField::Control::Rules ? QStringLiteral("allow, deny") : directive;
    setObjectName(QStringLiteral("field.") + directive);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    auto *label = new PlainLabel(PlainLabel::Role::Mono, Tone::Muted, this);
    label->setText(name);
    label->setFixedWidth(nameWidth);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    label->setContentsMargins(0, 7, 0, 0);
    label->setToolTip(plainToolTip(documentation));
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    QWidget *control = nullptr;
    using Control = NginxField::Control;
    if (field.control == Control::Flag || field.control == Control::Choice) {
        control = m_choice = new QComboBox(this);
        connect(m_choice, &QComboBox::activated, this, &FieldRow::take);
    } else if (field.control == Control::Line) {
        control = m_line = new QLineEdit(this);
        m_line->setFont(fonts::mono());
        connect(m_line, &QLineEdit::editingFinished, this, &FieldRow::take);
    } else {
        control = m_lines = new LinesField(this);
        connect(m_lines, &LinesField::editingFinished, this, &FieldRow::take);
    }
    control->setObjectName(QStringLiteral("edit.") + directive);
    control->setAccessibleName(name);
    m_problem = new PlainLabel(PlainLabel::Role::Small, Tone::Critical, this);
    m_problem->setOverflow(PlainLabel::Overflow::Wrap);
    m_problem->hide();
    column->addWidget(control);
    column->addWidget(m_problem);
    row->addWidget(label, 0, Qt::AlignTop);
    row->addLayout(column, 1);
}

void FieldRow::show(const QByteArray &value, const QString &hint)
{
    const bool isTyping = (m_line && m_line->hasFocus() && m_line->isModified()) ||
                          (m_lines && m_lines->hasFocus() && m_lines->document()->isModified());
    m_value = value;
    if (m_choice) {
        QList<QByteArray> choices =
            m_field.control == NginxField::Control::Flag ? QList<QByteArray>{"on", "off"} : m_field.choices;
        if (!value.isEmpty() && !choices.contains(value))
            choices.append(value);
        m_choice->clear();
        m_choice->addItem(hint.isEmpty() ? tr("not set") : hint, QByteArray());
        for (const QByteArray &choice : std::as_const(choices))
            m_choice->addItem(shown(choice), choice);
        m_choice->setCurrentIndex(value.isEmpty() ? 0 : int(choices.indexOf(value)) + 1);
    }
    if (m_line) {
        m_line->setPlaceholderText(hint);
        if (!isTyping)
            m_line->setText(shown(value));
    }
    if (m_lines) {
        m_lines->setPlaceholderText(hint);
        if (!isTyping)
            m_lines->setPlainText(shown(value));
        m_lines->document()->setModified(isTyping);
    }
    if (!isTyping)
        setProblem(QString());
}

void FieldRow::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

QByteArray FieldRow::typed() const
{
    if (m_choice)
        return m_choice->currentData().toByteArray();
    return (m_line ? m_line->text() : m_lines->toPlainText()).trimmed().toUtf8();
}

void FieldRow::take()
{
    const QByteArray value = typed();
    if (value == m_value || shown(m_value) == QString::fromUtf8(value)) // not all bytes of a file can be typed
        return setProblem(QString());
    if (m_line)
        m_line->setModified(false);
    if (m_lines)
        m_lines->document()->setModified(false);
    Q_EMIT valueEdited(value);
}

} // namespace gw
