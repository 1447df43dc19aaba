// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/labwindow.h"

#include "tests/flows/labconnector.h"

#include <QApplication>
#include <QSignalSpy>

namespace gw::test {
namespace {

Storage prepared(const LabClient &client, const QList<Server> &servers, const WindowLook &look)
{
    Storage storage(client.file(QStringLiteral("gatewright.db")));
    const auto saved = storage.use([&](Store &store) -> Result<void> {
        GW_TRY(store.setSetting(QStringLiteral("window.language"), look.language));
        GW_TRY(store.setSetting(QStringLiteral("window.appearance"), QString::number(int(look.mode))));
        for (const Server &server : servers)
            GW_TRY(store.save(server));
        return {};
    });
    if (!saved)
        qFatal("%s", qPrintable(saved.error().text()));
    return storage;
}

} // namespace

LabWindow::LabWindow(const LabClient &client, const QList<Server> &servers, const WindowLook &look)
    : storage(prepared(client, servers, look)), theme(*qApp), fleet(storage, secrets, connectorWith(client.config())),
      window(fleet, secrets, storage, theme, translation)
{
    frame().resize(1440, 900);
}

bool LabWindow::show()
{
    QSignalSpy ready(&window, &Window::ready);
    window.show();
    return ready.wait(30'000);
}

QDir picturesOf(const QString &name)
{
    const QString folder =
        qEnvironmentVariable("GW_SCREENS_DIR", qEnvironmentVariable("GW_BUILD_DIR") + QStringLiteral("/screens"));
    QDir pictures(folder + u'/' + name);
    pictures.mkpath(QStringLiteral("."));
    return pictures;
}

} // namespace gw::test
