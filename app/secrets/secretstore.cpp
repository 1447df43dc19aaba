// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/secretstore.h"

#include "app/secrets/systemkeychain.h"

#include <QPointer>

namespace gw {
namespace {

// A keychain cannot list what is in it: one entry of ours holds the keys of the others, one a line.
const QString indexKey = QStringLiteral("index of gatewright");

/// Base64 of each secret, one a line: a secret may hold any byte.
QByteArray packed(const QList<Secret> &secrets)
{
    QByteArrayList lines;
    for (const Secret &secret : secrets)
        lines.append(secret.bytes().toByteArray().toBase64());
    return lines.join('\n');
}

std::optional<QList<Secret>> unpacked(const QByteArray &data)
{
    QList<Secret> secrets;
    for (const QByteArray &line : data.split('\n')) {
        auto decoded = QByteArray::fromBase64Encoding(line, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return std::nullopt; // not written by us
        secrets.append(Secret(decoded.decoded));
        decoded.decoded.fill('\0');
    }
    return secrets;
}

QByteArray encodedKey(const QString &key)
{
    return key.toUtf8().toPercentEncoding(" @:/");
} // a key may hold line feeds

void ignore(const Keychain::Outcome &) {}

} // namespace

SecretStore::SecretStore(QObject *parent) : SecretStore(std::make_unique<SystemKeychain>(), parent) {}

SecretStore::SecretStore(std::unique_ptr<Keychain> keychain, QObject *parent)
    : QObject(parent), m_keychain(std::move(keychain))
{
}

SecretStore::~SecretStore() = default;

QString SecretStore::reason() const
{
    if (m_isPersistent)
        return {};
    if (m_detail.isEmpty())
        return tr("No keychain is available");
    return tr("The keychain cannot be used: %1").arg(m_detail);
}

void SecretStore::find(const QString &key, QObject *context, Found found)
{
    const auto give = [guard = QPointer(context),
                       found = std::move(found)](const std::optional<QList<Secret>> &secrets) {
        if (guard)
            found(secrets);
    };
    if (!m_isPersistent) {
        const auto kept = m_memory.constFind(key);
        const auto secrets = kept == m_memory.cend() ? std::nullopt : std::optional(*kept);
        QMetaObject::invokeMethod(
            this, [give, secrets] { give(secrets); }, Qt::QueuedConnection);
        return;
    }
    m_keychain->read(key, [this, give](Keychain::Outcome outcome) {
        if (outcome.status == Keychain::Status::Unavailable)
            fallBack(outcome.detail);
        const bool isThere = outcome.status == Keychain::Status::Done;
        const auto secrets = isThere ? unpacked(outcome.data) : std::nullopt;
        outcome.data.fill('\0');
        give(secrets);
    });
}

void SecretStore::keep(const QString &key, const QList<Secret> &secrets)
{
    if (secrets.isEmpty())
        return;
    if (!m_isPersistent) {
        m_memory.insert(key, secrets);
        return;
    }
    m_keychain->write(key, packed(secrets), [this, key, secrets](const Keychain::Outcome &outcome) {
        if (outcome.status == Keychain::Status::Done) {
            changeIndex([key](QStringList &keys) { keys.append(key); });
            return;
        }
        m_memory.insert(key, secrets);
        fallBack(outcome.detail);
    });
}

void SecretStore::forget(const QString &key)
{
    m_memory.remove(key);
    if (!m_isPersistent)
        return;
    m_keychain->remove(key, [this, key](const Keychain::Outcome &outcome) {
        if (outcome.status == Keychain::Status::Done)
            changeIndex([key](QStringList &keys) { keys.removeAll(key); });
    });
}

void SecretStore::forgetAll()
{
    m_memory.clear();
    if (!m_isPersistent)
        return;
    changeIndex([this](QStringList &keys) {
        for (const QString &key : std::exchange(keys, {}))
            m_keychain->remove(key, ignore);
    });
}

void SecretStore::fallBack(const QString &detail)
{
    if (!m_isPersistent)
        return;
    m_isPersistent = false;
    m_detail = detail;
    Q_EMIT persistenceChanged();
}

void SecretStore::changeIndex(const std::function<void(QStringList &)> &change)
{
    // Read anew each time: another window of the program may have added to it.
    m_keychain->read(indexKey, [this, change](const Keychain::Outcome &outcome) {
        if (outcome.status == Keychain::Status::Unavailable)
            return;
        QStringList keys;
        for (const QByteArray &line : outcome.data.split('\n')) {
            if (!line.isEmpty())
                keys.append(QString::fromUtf8(QByteArray::fromPercentEncoding(line)));
        }
        change(keys);
        keys.removeDuplicates();
        if (keys.isEmpty()) {
            m_keychain->remove(indexKey, ignore);
            return;
        }
        QByteArrayList lines;
        for (const QString &key : keys)
            lines.append(encodedKey(key));
        m_keychain->write(indexKey, lines.join('\n'), ignore);
    });
}

} // namespace gw
