// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/window.h"
#include "tests/flows/labclient.h"
#include "widgets/frame/mainwindow.h"

#include <QDir>

namespace gw::test {

struct WindowLook {
    QString language = QStringLiteral("en");
    Theme::Mode mode = Theme::Mode::Light;
};

/// The whole program in front of servers of the lab, as it starts for somebody who has chosen a language and a look.
struct LabWindow {
    /// It knows `servers` already.
    explicit LabWindow(const LabClient &client, const QList<Server> &servers = {}, const WindowLook &look = {});

    /// False: it was not ready in time.
    [[nodiscard]] bool show();
    MainWindow &frame() { return window.frame(); }

    Storage storage;
    Theme theme;
    Translation translation;
    SecretStore secrets;
    Fleet fleet;
    Window window;
};

/// Where the pictures of a test belong: $GW_SCREENS_DIR/`name`.
QDir picturesOf(const QString &name);

} // namespace gw::test
