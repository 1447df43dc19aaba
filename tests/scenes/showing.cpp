// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation/translation.h"
#include "tests/scenes/scenes.h"

#include <QTest>

namespace gw {

void addSceneRows()
{
    QTest::addColumn<int>("scene");
    const QList<Scene> all = scenes();
    const QString only = qEnvironmentVariable("GW_SCREENS_ONLY");
    for (int i = 0; i < all.size(); ++i) {
        if (only.isEmpty() || all[i].name.contains(only))
            QTest::newRow(qPrintable(all[i].name)) << i;
    }
}

Stage shown(const Scene &scene)
{
    Stage stage = scene.make();
    stage.window->resize(1280, 800);
    stage.window->show();
    QTest::qWait(120); // pages put off what many servers would ask for at once
    return stage;
}

void settle()
{
    QTest::qWait(10);
    for (int i = 0; i < 4; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

void switchTo(Translation &translation, const QString &language, const Stage &stage)
{
    if (language == translation.language())
        return;
    translation.install(language);
    stage.tell();
    QTest::qWait(120);
}

} // namespace gw
