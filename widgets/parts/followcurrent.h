// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QModelIndex;
class QScrollArea;

namespace gw {

/// For lists as high as their contents: scrolls the page around them so that the row with the keyboard is seen.
void showInScrollArea(QAbstractItemView *view, const QModelIndex &index);
/// Scrolls so that the control with the keyboard is seen, also where Tab comes from outside: a QScrollArea of its own
/// accord only follows a move within it.
void followFocus(QScrollArea *area);

} // namespace gw
