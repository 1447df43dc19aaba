// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/secrets/keychain.h"
#include "backend/base/secret.h"

#include <QList>
#include <QMap>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace gw {

/// Passwords and passphrases in the system's keychain, by SecretQuestion::key(). Without a keychain they are kept in
/// memory for this run, and isPersistent() is false with the reason. Never stored unencrypted.
class SecretStore : public QObject {
    Q_OBJECT

public:
    using Found = std::function<void(const std::optional<QList<Secret>> &)>;

    explicit SecretStore(QObject *parent = nullptr);
    explicit SecretStore(std::unique_ptr<Keychain> keychain, QObject *parent = nullptr);
    ~SecretStore() override;

    /// True until the keychain refused something: asking it without need could open its password dialog.
    bool isPersistent() const { return m_isPersistent; }
    /// Why not, translated; empty if it is.
    QString reason() const;

    /// `found` is called from the event loop, not after `context` is gone.
    void find(const QString &key, QObject *context, Found found);
    void keep(const QString &key, const QList<Secret> &secrets);
    void forget(const QString &key);
    /// Everything this program ever put into the keychain.
    void forgetAll();

Q_SIGNALS:
    void persistenceChanged();

private:
    void fallBack(const QString &detail);
    void changeIndex(const std::function<void(QStringList &)> &change);

    std::unique_ptr<Keychain> m_keychain;
    bool m_isPersistent = true;
    QString m_detail;                      ///< what the keychain said
    QMap<QString, QList<Secret>> m_memory; ///< without a keychain
};

} // namespace gw
