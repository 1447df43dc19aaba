// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/algorithmrow.h"

#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/theme/fonts.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gw {
namespace {

const SshdField &firstList()
{
    const auto &fields = sshdFields();
    return *std::find_if(fields.cbegin(), fields.cend(), AlgorithmRow::isIn);
}

QStringList without(const QStringList &names, const QStringList &others)
{
    QStringList rest;
    for (const QString &name : names) {
        if (!others.contains(name))
            rest << name;
    }
    return rest;
}

} // namespace

AlgorithmRow::AlgorithmRow(QWidget *parent) : SshdRow(firstList(), WithoutEditor(), parent)
{
    setObjectName(QStringLiteral("row.algorithms"));
    m_profile = new QComboBox(this);
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const auto profile :
         {AlgorithmProfile::AsItIs, AlgorithmProfile::Modern, AlgorithmProfile::Compatible, AlgorithmProfile::Custom})
        m_profile->addItem(QString(), int(profile));
    setEditor(m_profile);
    m_profile->setObjectName(QStringLiteral("edit.algorithms"));

    auto *below = new QWidget(this);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_unfold = new Button(Button::Kind::Link, below);
    m_unfold->setObjectName(QStringLiteral("unfoldAlgorithms"));
    watch(m_unfold);
    m_lists = makeLists();
    column->addWidget(m_unfold, 0, Qt::AlignLeft);
    column->addWidget(m_lists);
    addBelow(below);
    unfold(false);

    connect(m_unfold, &Button::clicked, this, [this] { unfold(m_lists->isHidden()); });
    connect(m_profile, &QComboBox::activated, this, [this] {
        const auto profile = AlgorithmProfile(m_profile->currentData().toInt());
        m_custom = profile == AlgorithmProfile::Custom;
        if (m_custom)
            unfold(true);
        Q_EMIT profileChosen(profile);
    });
}

QWidget *AlgorithmRow::makeLists()
{
    auto *lists = new QWidget(this);
    auto *column = new QVBoxLayout(lists);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(3);
    for (const SshdField &field : sshdFields()) {
        if (!isIn(field))
            continue;
        const QString name = QString::fromLatin1(field.keyword);
        List list{&field, new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, lists), new QLineEdit(lists),
                  new PlainLabel(PlainLabel::Role::Small, Tone::Muted, lists)};
        list.edit->setObjectName(QStringLiteral("list.") + name);
        list.edit->setFont(fonts::mono());
        list.edit->setMaxLength(4000);
        list.difference->setObjectName(QStringLiteral("difference.") + name);
        list.difference->setOverflow(PlainLabel::Overflow::Wrap);
        list.difference->setFont(fonts::sized(fonts::mono(), 12)); // the other one makes a times sign of 1x2
        column->addSpacing(m_parts.isEmpty() ? 0 : 7);
        column->addWidget(list.label);
        column->addWidget(list.edit);
        column->addWidget(list.difference);
        connect(list.edit, &QLineEdit::textEdited, this,
                [this, name](const QString &text) { Q_EMIT edited(name, text); });
        watch(list.edit);
        m_parts << list;
    }
    return lists;
}

QWidget *AlgorithmRow::editor() const
{
    return m_profile;
}

void AlgorithmRow::unfold(bool shown)
{
    m_lists->setVisible(shown);
    m_unfold->setIconName(shown ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"));
    describe();
}

void AlgorithmRow::describe()
{
    m_unfold->setText(tr("Lists"));
    m_unfold->setAccessibleDescription(m_lists->isHidden() ? tr("closed") : tr("open"));
}

void AlgorithmRow::reset()
{
    m_custom = false;
    m_profile->setFocus();
    for (const List &list : std::as_const(m_parts))
        Q_EMIT resetRequested(QString::fromLatin1(list.field->keyword));
}

void AlgorithmRow::show(const SshdDraft &draft)
{
    for (int i = 0; i < m_profile->count(); ++i)
        m_profile->setItemText(i, profileName(AlgorithmProfile(m_profile->itemData(i).toInt())));
    const AlgorithmProfile profile = m_custom ? AlgorithmProfile::Custom : draft.profile();
    m_profile->setCurrentIndex(m_profile->findData(int(profile)));

    bool changed = false;
    QStringList places;
    QString problem;
    const Finding *worst = nullptr;
    for (const List &list : std::as_const(m_parts)) {
        const QString keyword = QString::fromLatin1(list.field->keyword);
        changed = changed || draft.isChanged(keyword);
        if (const QString place = draft.origin(keyword); !places.contains(place))
            places << place;
        if (problem.isEmpty())
            problem = draft.problem(keyword);
        const Finding *finding = draft.finding(keyword);
        if (finding && (!worst || finding->severity > worst->severity))
            worst = finding;
    }
    const QString where = places.join(QStringLiteral(", "));
    setTexts(tr("Algorithms"),
             tr("Modern: for clients of the last ten years. Compatible: all that is neither weak nor broken."),
             changed ? tr("was: %1").arg(where) : tr("now: %1").arg(where), problem, Tone::Critical);
    setChanged(changed);
    setFinding(worst);
    describe();
    showLists(draft);
}

void AlgorithmRow::showLists(const SshdDraft &draft)
{
    const bool writable = m_custom || draft.profile() == AlgorithmProfile::Custom;
    for (const List &list : std::as_const(m_parts)) {
        const QString keyword = QString::fromLatin1(list.field->keyword);
        list.label->setText(sshdFieldLabel(*list.field));
        list.edit->setAccessibleName(sshdFieldLabel(*list.field));
        list.edit->setReadOnly(!writable);
        const QString wished = draft.wished(keyword);
        if (const QString shown = UntrustedText(wished).shown(4000); list.edit->text() != shown) {
            list.edit->setText(shown);
            list.edit->setCursorPosition(0);
        }
        const QStringList now = draft.algorithms(keyword, AlgorithmProfile::AsItIs);
        const QStringList then = wished.split(u',', Qt::SkipEmptyParts);
        const QStringList gone = without(now, then), added = without(then, now);
        QStringList difference;
        if (!gone.isEmpty())
            difference << tr("goes: %1").arg(UntrustedText(gone.join(QStringLiteral(", "))).shown(800));
        if (!added.isEmpty())
            difference << tr("comes: %1").arg(UntrustedText(added.join(QStringLiteral(", "))).shown(800));
        list.difference->setText(difference.join(u'\n'));
        list.difference->setVisible(!difference.isEmpty());
    }
}

} // namespace gw
