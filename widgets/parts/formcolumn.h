// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QVBoxLayout;
class QWidget;

namespace gw {

/// Fills `page` with one column of cards that scrolls and stays narrow enough to read: what the pages that are forms
/// share. New children belong to the column's parentWidget().
QVBoxLayout *makeFormColumn(QWidget *page);

} // namespace gw
