// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"
#include "backend/base/secret.h"
#include "backend/ssh/wakeup.h"

#include <QByteArray>
#include <stop_token>

namespace gw {

/// What a new key of this computer shall be.
struct KeyPairRequest {
    QString file; ///< of the private part, absolute; its folder is made (0700) if it is not there
    QString comment;
    Secret passphrase;   ///< empty: the file is not encrypted
    QString agentSocket; ///< the running agent gets the key too; empty: it does not
};

struct KeyPair {
    QString file;
    QByteArray publicLine;  ///< "ssh-ed25519 AAAA… comment", without a line end
    QString fingerprint;    ///< "SHA256:…"
    QString agentProblem{}; ///< why the agent did not take it, safe to show; the files are made all the same
};

/// Makes an Ed25519 key in OpenSSH's format: FILE (0600) and FILE.pub (0644). No program is started, so that the
/// passphrase is nowhere but in this process. A file that is there is never written over (Kind::Invalid).
Result<KeyPair> makeKeyPair(const KeyPairRequest &request, Clock::time_point deadline, std::stop_token stop);

} // namespace gw
