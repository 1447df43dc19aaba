// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleet.h"
#include "tests/app/fakefleet.h"
#include "widgets/server/serverpage.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace gw::test {

/// The page of one server, that of the tutorials as it was recorded, for the desk that a test puts before it.
struct DeskStand {
    DeskStand()
    {
        (void)storage.use([](Store &store) -> Result<void> {
            Server server;
            server.id = HostId(QStringLiteral("id"));
            server.name = server.target = QStringLiteral("s");
            server.transport = QStringLiteral("automatic");
            return store.save(server);
        });
        FakeNetwork network;
        network.answer = recordedAnswer(QStringLiteral("debian-12-tutorial"));
        network.delay = std::chrono::milliseconds(1);
        fleet = std::make_unique<Fleet>(storage, secrets, network.connector());
    }
    /// Once the desk is there.
    void survey()
    {
        QSignalSpy loaded(fleet.get(), &Fleet::loaded);
        fleet->load();
        loaded.wait();
        session()->rescan();
        surveyed = QTest::qWaitFor([this] { return session()->review() && !session()->progress(); }, 60'000);
        page.setServer(session()->server());
    }
    Session *session() const { return fleet->session(HostId(QStringLiteral("id"))); }

    QTemporaryDir folder;
    Storage storage{folder.filePath(QStringLiteral("gatewright.db"))};
    SecretStore secrets{std::make_unique<NoKeychain>()};
    std::unique_ptr<Fleet> fleet;
    ServerPage page;
    bool surveyed = false;
};

} // namespace gw::test
