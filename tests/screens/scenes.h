// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>
#include <functional>
#include <memory>

namespace gw {

/// One page in one state, filled with the sample.
struct Scene {
    QString name;
    std::function<std::unique_ptr<QWidget>()> make;
};

QList<Scene> scenes();

} // namespace gw
