// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/followcurrent.h"

#include "widgets/theme/paint.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QScrollArea>

namespace gw {

void showInScrollArea(QAbstractItemView *view, const QModelIndex &index)
{
    if (!view->hasFocus() || !index.isValid())
        return;
    for (QWidget *above = view->parentWidget(); above; above = above->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(above);
        if (!area || !area->widget())
            continue;
        const QRect row = view->visualRect(index);
        const QPoint centre = view->viewport()->mapTo(area->widget(), row.center());
        area->ensureVisible(centre.x(), centre.y(), 0, row.height() / 2 + 8);
        return;
    }
}

void followFocus(QScrollArea *area)
{
    QObject::connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, QWidget *now) {
        if (now && area->widget() && area->widget()->isAncestorOf(now) && paint::showsFocus(now))
            area->ensureWidgetVisible(now);
    });
}

} // namespace gw
