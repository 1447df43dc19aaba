// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;
class QModelIndex;

namespace gw {

/// For lists as high as their contents: scrolls the page around them so that the row with the keyboard is seen.
void showInScrollArea(QAbstractItemView *view, const QModelIndex &index);

} // namespace gw
