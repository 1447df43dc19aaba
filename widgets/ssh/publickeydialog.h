// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFileDialog;
class QWidget;

namespace gw {

/// The system's own file dialog, opened where public keys of this computer lie (~/.ssh); not run in a nested event
/// loop. It tells the choice by fileSelected() and is gone afterwards.
QFileDialog *openPublicKeyDialog(QWidget *parent);

} // namespace gw
