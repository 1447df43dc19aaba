// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gw {

/// Who is logged in, and how.
struct LoginSession {
    QString user;
    QString address;        ///< where they come from, seen from the server
    QString authentication; ///< "publickey id_ed25519", "password"; empty: not known
    friend bool operator==(const LoginSession &, const LoginSession &) = default;
};

/// How far somebody is on the way from passwords to keys. Whoever acts on the wishes says it; passwords are only
/// offered to be turned off once the key was proven by a login of its own.
struct KeyGuide {
    enum class State { Todo, Running, Done, Failed };
    State made = State::Todo;      ///< there is a key on this computer
    State installed = State::Todo; ///< it stands in authorized_keys
    State proven = State::Todo;    ///< a new login with nothing else succeeded
    QString user;                  ///< whose login on the server
    QString file;                  ///< of the private part, on this computer
    QByteArray publicLine;         ///< "ssh-ed25519 AAAA… comment"
    QString fingerprint;
    QString detail; ///< what is done now or why it failed, safe to show
    friend bool operator==(const KeyGuide &, const KeyGuide &) = default;
};

/// "a key", "a password", … for the method that sshd names; the name itself where it is none of these. Translated.
QString methodName(const QString &authentication);

/// Whoever came in with a key has proven it already.
KeyGuide guideFor(const LoginSession &session);

} // namespace gw
