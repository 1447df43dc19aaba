// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/fileentry.h"

#include "backend/base/untrustedtext.h"
#include "widgets/history/changereport.h"
#include "widgets/parts/button.h"
#include "widgets/parts/format.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/plan/comparisonmodel.h"
#include "widgets/plan/comparisonview.h"
#include "widgets/theme/paint.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr int mostHeight = 380; ///< of a comparison; what is longer scrolls

/// "+3 \u22121"; empty when no line differs.
QString countsOf(const FileState &before, const FileState &after)
{
    const Comparison comparison = unified(before.content, after.content);
    QStringList counts;
    if (comparison.added > 0)
        counts << QStringLiteral("+%1").arg(comparison.added);
    if (comparison.removed > 0)
        counts << QStringLiteral("\u2212%1").arg(comparison.removed);
    return counts.join(u' ');
}

} // namespace

FileEntry::FileEntry(const FileRecord &file, qint64 number, const QList<FileVersion> &versions, QWidget *parent)
    : QWidget(parent), m_file(file), m_number(number), m_versions(versions)
{
    const QString path = file.path.shown();
    setObjectName(QStringLiteral("file:") + path);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 5, 0, 5);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_toggle = new Button(Button::Kind::Icon, this);
    m_toggle->setObjectName(QStringLiteral("toggleFile"));
    m_path = new PlainLabel(PlainLabel::Role::Mono, Tone::Neutral, this);
    m_path->setOverflow(PlainLabel::Overflow::Elide);
    m_path->setCopyable();
    m_path->setText(path);
    m_counts = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_counts->setObjectName(QStringLiteral("fileCounts"));
    m_kind = new Pill(this);
    m_compare = new Button(Button::Kind::Link, this);
    m_compare->setObjectName(QStringLiteral("compareFile"));
    m_compare->setCheckable(true);
    head->addWidget(m_toggle);
    head->addWidget(m_path, 1);
    head->addWidget(m_counts);
    head->addWidget(m_kind);
    head->addWidget(m_compare);
    column->addLayout(head);
    m_attributes = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_attributes->setOverflow(PlainLabel::Overflow::Wrap);
    column->addWidget(m_attributes);
    makeComparison(column);
    m_note = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_note->setObjectName(QStringLiteral("fileNote"));
    m_note->setOverflow(PlainLabel::Overflow::Wrap);
    column->addWidget(m_note);

    connect(m_toggle, &Button::clicked, this, [this] { setExpanded(!m_expanded); });
    connect(m_compare, &Button::toggled, this, &FileEntry::toggleComparison);
    retranslate();
}

void FileEntry::makeComparison(QVBoxLayout *column)
{
    m_comparison = new QWidget(this);
    auto *row = new QHBoxLayout(m_comparison);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto box = [&](const char *name) {
        auto *made = new QComboBox(m_comparison);
        made->setObjectName(QLatin1String(name));
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(12);
        return made;
    };
    m_from = box("compareFrom");
    m_between = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, m_comparison);
    m_to = box("compareTo");
    row->addWidget(m_from, 1);
    row->addWidget(m_between);
    row->addWidget(m_to, 1);
    m_comparison->hide();
    column->addWidget(m_comparison);
    for (QComboBox *side : {m_from, m_to})
        connect(side, &QComboBox::currentIndexChanged, this, &FileEntry::refresh);
}

void FileEntry::setFile(const FileRecord &file, Content content)
{
    m_file = file;
    m_content = content;
    if (content == Content::There)
        m_known.insert(m_number, file);
    const bool readable = content == Content::There && file.secrecy == Secrecy::Public;
    m_counts->setText(readable ? countsOf(file.before, file.after) : QString());
    m_counts->setVisible(!m_counts->text().isEmpty());
    refresh();
}

void FileEntry::setExpanded(bool expanded)
{
    m_expanded = expanded;
    refresh();
}

void FileEntry::setVersion(qint64 number, const FileRecord &file)
{
    m_known.insert(number, file);
    refresh();
}

void FileEntry::toggleComparison()
{
    if (m_compare->isChecked()) {
        const QSignalBlocker from(m_from), to(m_to);
        m_to->setCurrentIndex(m_to->findData(m_number));
        // With the one before it; the oldest with the one after it.
        const int older = m_to->currentIndex() + 1;
        m_from->setCurrentIndex(older < m_from->count() ? older : qMax(0, m_to->currentIndex() - 1));
        m_expanded = true;
    }
    refresh();
}

const FileRecord *FileEntry::version(qint64 number) const
{
    const auto found = m_known.constFind(number);
    return found == m_known.cend() ? nullptr : &*found;
}

void FileEntry::refresh()
{
    const FileState &before = m_file.before;
    const FileState &after = m_file.after;
    m_kind->setVisible(!before.exists() || !after.exists() || after.kind == FileState::Kind::Link ||
                       m_file.secrecy == Secrecy::Secret);
    m_kind->setText(m_file.secrecy == Secrecy::Secret     ? tr("secret")
                    : !after.exists()                     ? tr("removed")
                    : after.kind == FileState::Kind::Link ? tr("link")
                                                          : tr("new"));
    const bool otherAttributes = before.exists() && after.exists() && stateName(before) != stateName(after);
    m_attributes->setText(QStringLiteral("%1 \u2192 %2").arg(stateName(before), stateName(after)));
    m_attributes->setVisible(otherAttributes);
    m_compare->setVisible(m_versions.size() > 1 && m_file.secrecy == Secrecy::Public);
    m_toggle->setIconName(m_expanded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"));
    m_toggle->setAccessibleName((m_expanded ? tr("Hide %1") : tr("Show %1")).arg(m_file.path.shown()));
    m_comparison->setVisible(m_expanded && m_compare->isChecked());
    showDifference();
}

QString FileEntry::noteOf(const FileState *before, const FileState *after) const
{
    if (m_file.secrecy == Secrecy::Secret)
        return m_file.beforeHash == m_file.afterHash ? tr("Secret. Its content was not kept; it did not change.")
                                                     : tr("Secret. Its content was not kept; it did change.");
    if (!before || !after)
        return tr("Reading the contents…");
    if (before->content != after->content)
        return {};
    return m_compare->isChecked() ? tr("The content is the same in both.") : tr("The content did not change.");
}

void FileEntry::showDifference()
{
    if (!m_expanded) {
        m_note->hide();
        if (m_view)
            m_view->hide();
        return;
    }
    const FileState *before = nullptr;
    const FileState *after = nullptr;
    if (m_compare->isChecked()) {
        const qint64 from = m_from->currentData().toLongLong();
        const qint64 to = m_to->currentData().toLongLong();
        for (const qint64 number : {from, to}) {
            if (!version(number))
                Q_EMIT versionRequested(number); // may be answered at once
        }
        before = version(from) ? &version(from)->after : nullptr;
        after = version(to) ? &version(to)->after : nullptr;
    } else if (m_content == Content::There) {
        before = &m_file.before;
        after = &m_file.after;
    }
    const QString note = noteOf(before, after);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    if (note.isEmpty() && !m_view)
        makeView();
    if (m_view)
        m_view->setVisible(note.isEmpty());
    if (note.isEmpty()) {
        m_view->comparisonModel()->setComparison(unified(before->content, after->content));
        fitView();
    }
}

void FileEntry::makeView()
{
    m_view = new ComparisonView(this);
    m_view->setAccessibleName(m_file.path.shown());
    m_view->viewport()->installEventFilter(this);
    auto *frame = new QHBoxLayout; // room for the border
    frame->setContentsMargins(1, 1, 1, 1);
    frame->addWidget(m_view);
    static_cast<QVBoxLayout *>(layout())->addLayout(frame);
    connect(m_view->comparisonModel(), &QAbstractItemModel::rowsInserted, this, &FileEntry::fitView);
}

void FileEntry::fitView()
{
    int height = 2;
    const QAbstractItemModel *model = m_view->model();
    for (int row = 0; row < model->rowCount() && height < mostHeight; ++row)
        height += m_view->sizeHintForIndex(model->index(row, 0)).height();
    m_view->setVerticalScrollBarPolicy(height > mostHeight ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    m_view->setFixedHeight(qMin(height, mostHeight));
}

bool FileEntry::eventFilter(QObject *watched, QEvent *event)
{
    const bool otherWidth = event->type() == QEvent::Resize && m_view && watched == m_view->viewport() &&
                            static_cast<QResizeEvent *>(event)->oldSize().width() != m_view->viewport()->width();
    if (otherWidth)
        fitView(); // long lines take another number of rows
    return QWidget::eventFilter(watched, event);
}

void FileEntry::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FileEntry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = Tokens::of(this);
    painter.fillRect(QRect(0, 0, width(), 1), t.border);
    if (m_view && m_view->isVisible())
        paint::box(&painter, QRectF(m_view->geometry()).adjusted(-1, -1, 1, 1), 4, t.surface, t.border);
}

void FileEntry::retranslate()
{
    m_compare->setText(tr("Compare…"));
    m_compare->setAccessibleName(tr("Compare what changes made of %1").arg(m_file.path.shown()));
    m_between->setText(tr("with"));
    m_from->setAccessibleName(tr("Compare the file after"));
    m_to->setAccessibleName(tr("With the file after"));
    for (QComboBox *side : {m_from, m_to}) {
        const QSignalBlocker blocker(side);
        const int chosen = side->currentIndex();
        side->clear();
        for (const FileVersion &version : m_versions) {
            side->addItem(format::joined({QStringLiteral("#%1").arg(version.number), format::shortTime(version.at)}),
                          version.number);
            side->setItemData(side->count() - 1, plainToolTip(version.title), Qt::ToolTipRole);
        }
        side->setCurrentIndex(chosen);
    }
    refresh();
}

} // namespace gw
