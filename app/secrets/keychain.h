// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>

namespace gw {

/// The system's keychain, as far as SecretStore needs it. Calls return at once; what is asked for first is done first.
class Keychain {
public:
    enum class Status {
        Done,
        NotFound,
        Unavailable, ///< no keychain, or the person does not let us in
    };
    struct Outcome {
        Status status = Status::Done;
        QByteArray data; ///< of read()
        QString detail;  ///< Unavailable: what the keychain said; may be empty
    };
    using Finished = std::function<void(Outcome)>; ///< called from the event loop, not after the Keychain is gone

    virtual ~Keychain() = default;
    virtual void read(const QString &key, Finished finished) = 0;
    virtual void write(const QString &key, const QByteArray &data, Finished finished) = 0;
    virtual void remove(const QString &key, Finished finished) = 0;
};

} // namespace gw
