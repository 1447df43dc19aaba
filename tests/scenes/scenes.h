// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/frame/mainwindow.h"

#include <functional>
#include <memory>

namespace gw {

/// A window with one page in one state.
struct Stage {
    std::unique_ptr<MainWindow> window;
    /// Gives the pages their values anew, as the program does after the language was switched.
    std::function<void()> tell;
};

struct Scene {
    QString name;
    std::function<Stage()> make;
};

QList<Scene> scenes();
QList<Scene> historyScenes();
QList<Scene> sshScenes();
QList<Scene> webScenes();
QList<Scene> publishScenes();
QList<Scene> planScenes();
QList<Scene> rolloutScenes();

/// A window that shows `page`; `tellPage` gives it its values.
Stage stageOf(Page kind, QWidget *page, const std::function<QList<ServerSummary>()> &servers,
              const std::function<void()> &tellPage, const HostId &server = {});

/// One row a scene in the column "scene", its index; $GW_SCREENS_ONLY keeps those that hold it in their names.
void addSceneRows();
/// The scene on the screen.
Stage shown(const Scene &scene);
/// Waits until the window has laid itself out and painted.
void settle();

class Translation;
/// As a person does it: while the window is shown.
void switchTo(Translation &translation, const QString &language, const Stage &stage);

} // namespace gw
