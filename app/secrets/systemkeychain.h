// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/keychain.h"

#include <QObject>

namespace QKeychain {
class Job;
}

namespace gw {

/// The keychain of the desktop (Secret Service, KWallet …) through QtKeychain. Its plain-text fallback is never used.
class SystemKeychain final : public Keychain {
public:
    /// Entries are filed under `service`: tests name another one.
    explicit SystemKeychain(QString service = QStringLiteral("gatewright")) : m_service(std::move(service)) {}

    void read(const QString &key, Finished finished) override;
    void write(const QString &key, const QByteArray &data, Finished finished) override;
    void remove(const QString &key, Finished finished) override;

private:
    void start(QKeychain::Job *job, const QString &key, Finished finished);

    QString m_service;
    QObject m_context; ///< its death disconnects jobs that are still under way
};

} // namespace gw
