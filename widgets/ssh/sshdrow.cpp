// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshdrow.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/ssh/severitymark.h"
#include "widgets/theme/paint.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

namespace gw {
namespace {

constexpr int editorWidth = 216;
constexpr int numberWidth = 76;

const QStringList flagValues{QStringLiteral("yes"), QStringLiteral("no")};

} // namespace

SshdRow::SshdRow(const SshdField &field, QWidget *parent) : SshdRow(field, WithoutEditor(), parent)
{
    setEditor(makeEditor());
}

SshdRow::SshdRow(const SshdField &field, WithoutEditor, QWidget *parent) : QWidget(parent), m_field(field)
{
    setObjectName(QStringLiteral("row.") + keyword());
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(14, 9, 8, 9);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(4);
    m_mark = new SeverityMark(this);
    m_mark->setObjectName(QStringLiteral("mark.") + keyword());
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch(1);
    const auto label = [&](PlainLabel::Role role, Tone tone, const char *name) {
        auto *made = new PlainLabel(role, tone, this);
        made->setObjectName(QLatin1String(name) + keyword());
        made->setOverflow(PlainLabel::Overflow::Wrap);
        texts->addWidget(made);
        return made;
    };
    m_label = label(PlainLabel::Role::Body, Tone::Neutral, "label.");
    m_now = label(PlainLabel::Role::Small, Tone::Muted, "now.");
    m_others = label(PlainLabel::Role::Small, Tone::Info, "others.");
    texts->addStretch(1);
    m_warning = new PlainLabel(PlainLabel::Role::Small, Tone::Critical, this);
    m_warning->setObjectName(QStringLiteral("warning.") + keyword());
    m_warning->setOverflow(PlainLabel::Overflow::Wrap);
    m_grid->addWidget(m_mark, 0, 0, Qt::AlignTop);
    m_grid->addLayout(texts, 0, 1); // without an alignment: then it would not get the height its width needs
    m_grid->addWidget(m_warning, 1, 1, 1, 2);
    m_grid->setColumnStretch(1, 1);
}

QWidget *SshdRow::makeEditor()
{
    switch (m_field.control) {
    case SshdField::Control::Flag:
        m_flag = new SegmentedControl(this);
        connect(m_flag, &SegmentedControl::currentChanged, this,
                [this](int index) { Q_EMIT edited(keyword(), flagValues[index]); });
        return m_flag;
    case SshdField::Control::Choice:
        m_choice = new QComboBox(this);
        for (const SshdField::Choice &choice : m_field.choices)
            m_choice->addItem(QString(), QString::fromLatin1(choice.value));
        connect(m_choice, &QComboBox::activated, this,
                [this] { Q_EMIT edited(keyword(), m_choice->currentData().toString()); });
        return m_choice;
    case SshdField::Control::Port:
    case SshdField::Control::Number:
    case SshdField::Control::Seconds: return makeText(numberWidth);
    default: return makeText(editorWidth);
    }
}

QWidget *SshdRow::makeText(int width)
{
    m_text = new QLineEdit(this);
    m_text->setFixedWidth(width);
    m_text->setMaxLength(2000);
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) { Q_EMIT edited(keyword(), text); });
    if (m_field.control != SshdField::Control::Seconds)
        return m_text;
    auto *area = new QWidget(this);
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_unit = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, area);
    row->addWidget(m_text);
    row->addWidget(m_unit);
    area->setFocusProxy(m_text);
    return area;
}

void SshdRow::setEditor(QWidget *editor)
{
    QWidget *control = editor->focusProxy() ? editor->focusProxy() : editor;
    control->setObjectName(QStringLiteral("edit.") + keyword());
    watch(control);
    m_grid->addWidget(editor, 0, 2, Qt::AlignRight | Qt::AlignVCenter);
    // Made after what it takes back: so the keyboard reaches it.
    m_reset = new Button(Button::Kind::Icon, this);
    m_reset->setObjectName(QStringLiteral("reset.") + keyword());
    m_reset->setIconName(QStringLiteral("undo"));
    QSizePolicy keepsItsPlace = m_reset->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(keepsItsPlace);
    m_grid->addWidget(m_reset, 0, 3, Qt::AlignVCenter);
    connect(m_reset, &Button::clicked, this, &SshdRow::reset);
}

void SshdRow::addBelow(QWidget *widget)
{
    m_grid->addWidget(widget, 2, 1, 1, 3);
}

void SshdRow::watch(QWidget *control)
{
    control->installEventFilter(this);
}

QWidget *SshdRow::editor() const
{
    return m_flag ? static_cast<QWidget *>(m_flag) : m_choice ? static_cast<QWidget *>(m_choice) : m_text;
}

void SshdRow::show(const SshdDraft &draft)
{
    const QString value = sshdShownValue(m_field, draft.effective(keyword()));
    const bool changed = draft.isChanged(keyword());
    const QString now =
        (changed ? tr("was %1 · %2", "value · where it comes from") : tr("now %1 · %2", "value · where it comes from"))
            .arg(value, draft.origin(keyword()));
    const QString problem = draft.problem(keyword());
    const QString objection = draft.objection(keyword());
    setTexts(sshdFieldLabel(m_field), sshdFieldHelp(m_field), now, problem.isEmpty() ? objection : problem,
             problem.isEmpty() ? Tone::Warning : Tone::Critical);
    const QStringList exceptions = draft.exceptions(keyword());
    m_others->setText(
        exceptions.isEmpty()
            ? QString()
            : tr("Other values hold for %1", "list of 'user: value'").arg(exceptions.join(QStringLiteral(", "))));
    m_others->setVisible(!exceptions.isEmpty());
    setFinding(draft.finding(keyword()));
    setChanged(changed);
    showValue(draft);
}

void SshdRow::showValue(const SshdDraft &draft)
{
    const QString wished = draft.wished(keyword());
    if (m_flag) {
        m_flag->setSegments({tr("Yes"), tr("No")});
        m_flag->setCurrent(wished == flagValues.first() ? 0 : 1);
    } else if (m_choice) {
        for (int i = 0; i < m_choice->count(); ++i)
            m_choice->setItemText(i, sshdShownValue(m_field, m_choice->itemData(i).toString()));
        m_choice->setCurrentIndex(m_choice->findData(wished));
    } else if (m_text) {
        const bool isNone = m_field.control == SshdField::Control::Path && wished == QLatin1String("none");
        const QString shown = isNone ? QString() : UntrustedText(wished).shown(2000);
        if (m_text->text() != shown) { // never while it is typed
            m_text->setText(shown);
            m_text->setCursorPosition(0);
        }
        if (m_field.control == SshdField::Control::Names)
            m_text->setPlaceholderText(tr("everybody"));
        else if (m_field.control == SshdField::Control::Path)
            m_text->setPlaceholderText(tr("none"));
        if (m_unit)
            m_unit->setText(tr("seconds"));
    }
}

void SshdRow::setTexts(const QString &label, const QString &help, const QString &now, const QString &warning, Tone tone)
{
    m_label->setText(label);
    m_label->setToolTip(plainToolTip(help));
    m_now->setText(now);
    m_warning->setText(warning);
    m_warning->setTone(tone);
    m_warning->setVisible(!warning.isEmpty());
    editor()->setAccessibleName(label);
    editor()->setToolTip(plainToolTip(help));
    if (!m_flag) // the control describes its choice itself
        editor()->setAccessibleDescription(warning.isEmpty() ? now : warning);
    m_reset->setAccessibleName(tr("Take back the change of %1").arg(label));
    m_reset->setToolTip(plainToolTip(tr("Take back this change")));
}

void SshdRow::setChanged(bool changed)
{
    m_changed = changed;
    m_reset->setVisible(changed);
    m_label->setRole(changed ? PlainLabel::Role::Strong : PlainLabel::Role::Body);
    update();
}

void SshdRow::setFinding(const Finding *finding)
{
    m_mark->setFinding(finding);
}

void SshdRow::reset()
{
    editor()->setFocus(); // the button that had it is gone now
    Q_EMIT resetRequested(keyword());
}

bool SshdRow::holds(const QStringList &words) const
{
    const QString all = QStringList{keyword(),         m_label->text(),          m_now->text(),     m_others->text(),
                                    m_warning->text(), m_mark->accessibleName(), m_label->toolTip()}
                            .join(u' ');
    return std::all_of(words.cbegin(), words.cend(),
                       [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

void SshdRow::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), t.border);
    if (!m_changed)
        return;
    painter.fillRect(QRect(0, 1, width(), height() - 1), t.raised);
    painter.fillRect(QRect(0, 1, 3, height() - 1), t.accent);
}

void SshdRow::mousePressEvent(QMouseEvent *event)
{
    QWidget::mousePressEvent(event);
    editor()->setFocus(Qt::MouseFocusReason);
    Q_EMIT focused(keyword());
}

bool SshdRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT focused(keyword());
    if (event->type() == QEvent::Wheel && m_choice && watched == m_choice) {
        event->ignore(); // the form scrolls; a value must not change by that
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gw
