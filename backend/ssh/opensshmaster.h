// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"
#include "backend/shell/descriptor.h"

#include <QByteArray>
#include <QByteArrayList>
#include <memory>

namespace gw {

/// Ends the masters of our user whose program died without ending them, and removes their folders.
void endOrphanedMasters();

/// The private folder (0700) with the control socket of one ssh master, and the end of both. Should this program die,
/// the master ends by itself a moment later (ControlPersist), because nobody holds its socket any more, and the folder
/// is removed by the next endOrphanedMasters(): the lock on its file "owner" is free then.
class OpenSshMaster {
public:
    static Result<std::unique_ptr<OpenSshMaster>> create();
    ~OpenSshMaster() { close(); }
    OpenSshMaster(const OpenSshMaster &) = delete;
    OpenSshMaster &operator=(const OpenSshMaster &) = delete;

    const QByteArray &folder() const { return m_folder; }
    QByteArray file(const char *name) const { return m_folder + '/' + name; }
    /// ssh through the socket and never around it; then options, "--", destination() and a command may follow.
    QByteArrayList client() const;
    /// Any name does: the socket says where the connection goes.
    static QByteArray destination() { return "gatewright"; }
    /// "ControlPath=…" with the tokens of ssh_config(5) made harmless.
    QByteArray controlPath() const;

    /// What ssh has logged so far while it connected.
    QString log() const;

    /// Keeps the master for as long as this program lives: a connection to its socket on which nothing is said.
    void hold();
    bool isThere() const; ///< cheap: the master removes its socket when it ends
    bool answers() const; ///< asks it
    void close();

private:
    friend void endOrphanedMasters();
    static void endIfOrphaned(const QByteArray &folder);
    OpenSshMaster() = default;
    bool control(const char *what) const;
    bool lock();
    QByteArray m_folder;
    Descriptor m_lock;
    Descriptor m_held;
};

} // namespace gw
