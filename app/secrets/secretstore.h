// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/secret.h"

#include <QList>
#include <QObject>
#include <functional>
#include <optional>

namespace gw {

/// Passwords and passphrases in the system's keychain, by SecretQuestion::key(). Without a keychain they are kept in
/// memory for this run, and isPersistent() is false with the reason. Never stored unencrypted.
class SecretStore : public QObject {
    Q_OBJECT

public:
    using Found = std::function<void(const std::optional<QList<Secret>> &)>;

    explicit SecretStore(QObject *parent = nullptr);
    ~SecretStore() override;

    bool isPersistent() const;
    /// Why not, translated; empty if it is.
    QString reason() const;

    /// `found` is called from the event loop, not after `context` is gone.
    void find(const QString &key, QObject *context, Found found);
    void keep(const QString &key, const QList<Secret> &secrets);
    void forget(const QString &key);
    void forgetAll();

Q_SIGNALS:
    void persistenceChanged();
};

} // namespace gw
