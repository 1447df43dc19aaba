// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/completionpopup.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>

namespace gw {
namespace {

constexpr int listWidth = 220;
constexpr int documentationWidth = 290;
constexpr int mostRows = 9;
constexpr int frame = 6;

} // namespace

CompletionPopup::CompletionPopup(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("completions"));
    hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(frame, frame, frame, frame);
    row->setSpacing(8);
    m_model = new CompletionModel(this);
    m_list = new QListView(this);
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFont(fonts::mono());
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFixedWidth(listWidth);
    m_list->viewport()->setAutoFillBackground(false);
    m_documentation = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_documentation->setObjectName(QStringLiteral("completionDocumentation"));
    m_documentation->setOverflow(PlainLabel::Overflow::Wrap);
    m_documentation->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_documentation->setFixedWidth(documentationWidth);
    row->addWidget(m_list);
    row->addWidget(m_documentation);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CompletionPopup::showDocumentation);
    connect(m_list, &QListView::clicked, this, &CompletionPopup::choose);
}

void CompletionPopup::offer(const QList<NginxCompletion> &items, NginxVersion version, const QRect &caret)
{
    if (items.isEmpty())
        return hide();
    m_model->setItems(items, version);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
    const bool documented = !m_list->currentIndex().data(CompletionModel::DocumentationRole).toString().isEmpty();
    m_documentation->setVisible(documented);
    const int rows = std::min(int(items.size()), mostRows);
    const int height = std::max(rows * m_list->sizeHintForRow(0), documented ? 132 : 0) + 2 * frame + 2;
    const int width = listWidth + 2 * frame + (documented ? documentationWidth + 8 : 0);
    const QSize room = parentWidget()->size();
    const int x = std::max(0, std::min(caret.left(), room.width() - width - 4));
    const bool fitsBelow = caret.bottom() + height + 4 <= room.height();
    const int y = fitsBelow ? caret.bottom() + 3 : std::max(0, caret.top() - height - 3);
    setGeometry(x, y, std::min(width, room.width()), height);
    show();
    raise();
}

bool CompletionPopup::take(const QKeyEvent *event)
{
    if (!isVisible())
        return false;
    switch (event->key()) {
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(mostRows); return true;
    case Qt::Key_PageUp: move(-mostRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: choose(); return true;
    case Qt::Key_Escape: hide(); return true;
    default: return false;
    }
}

void CompletionPopup::move(int rows)
{
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, m_model->rowCount() - 1);
    m_list->setCurrentIndex(m_model->index(row));
}

void CompletionPopup::choose()
{
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return hide();
    const NginxCompletion completion = m_model->item(row);
    hide();
    Q_EMIT chosen(completion);
}

void CompletionPopup::showDocumentation()
{
    m_documentation->setText(m_list->currentIndex().data(CompletionModel::DocumentationRole).toString());
}

void CompletionPopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_model->setItems({});
    m_documentation->setText(QString());
}

void CompletionPopup::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    paint::box(&painter, rect(), 7, t.surface, t.border);
}

} // namespace gw
