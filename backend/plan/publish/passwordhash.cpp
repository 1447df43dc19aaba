// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/publish.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QVersionNumber>
#include <array>
#include <crypt.h>
#include <memory>

namespace gw {
namespace {

QByteArray md5(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

/// `value` in so many signs as crypt(3) writes them, the lowest first.
QByteArray base64Of(quint32 value, int signs)
{
    constexpr char alphabet[] = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    QByteArray text;
    for (; signs > 0; --signs, value >>= 6)
        text += alphabet[value & 0x3f];
    return text;
}

/// Poul-Henning Kamp's MD5 crypt with Apache's prefix, as ngx_crypt_apr1() checks it.
QByteArray apr1(const QByteArray &password, const QByteArray &salt)
{
    constexpr int rounds = 1000;
    const QByteArray mixed = md5(password + salt + password);
    QByteArray text = password + "$apr1$" + salt;
    for (qsizetype left = password.size(); left > 0; left -= mixed.size())
        text += mixed.left(left);
    for (qsizetype bits = password.size(); bits > 0; bits >>= 1)
        text += bits & 1 ? '\0' : password.at(0);
    QByteArray last = md5(text);
    for (int i = 0; i < rounds; ++i) {
        QByteArray round = i & 1 ? password : last;
        if (i % 3)
            round += salt;
        if (i % 7)
            round += password;
        round += i & 1 ? last : password;
        last = md5(round);
    }
    const auto at = [&](int index) { return quint32(quint8(last.at(index))); };
    QByteArray hash = "$apr1$" + salt + '$';
    for (const auto &[high, middle, low] : {std::array{0, 6, 12}, {1, 7, 13}, {2, 8, 14}, {3, 9, 15}, {4, 10, 5}})
        hash += base64Of(at(high) << 16 | at(middle) << 8 | at(low), 4);
    return hash + base64Of(at(11), 2);
}

QByteArray freshSalt()
{
    return base64Of(QRandomGenerator::system()->generate(), 4) + base64Of(QRandomGenerator::system()->generate(), 4);
}

Result<QByteArray> bcrypt(const QByteArray &password)
{
    // crypt(5): "2y" is the prefix that every bcrypt of today reads; the salt comes from the system's random source.
    constexpr unsigned long cost = 6;
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    const auto data = std::make_unique<crypt_data>();
    const char *hash = crypt_gensalt_rn("$2y$", cost, nullptr, 0, setting, sizeof setting)
                           ? crypt_rn(password.constData(), setting, data.get(), sizeof(crypt_data))
                           : nullptr;
    if (!hash)
        return Error{Error::Kind::Invalid,
                     QCoreApplication::translate("Publish", "Hash a password"),
                     QCoreApplication::translate("Publish", "crypt(3) of this computer knows no bcrypt"),
                     {},
                     {}};
    return QByteArray(hash);
}

} // namespace

PasswordScheme passwordSchemeOf(const Facts &facts)
{
    const QString id = facts.system.osId.raw();
    const int release = QVersionNumber::fromString(facts.system.osVersion.raw()).majorVersion();
    const bool isOld = (id == u"debian" && release > 0 && release < 11) ||
                       (id == u"ubuntu" && release > 0 && release < 20) ||
                       ((id == u"rhel" || id == u"centos" || id == u"ol") && release > 0 && release < 8) ||
                       (id == u"amzn" && release > 0 && release < 2023);
    return isOld ? PasswordScheme::Apr1 : PasswordScheme::Bcrypt;
}

Result<QByteArray> passwordHash(const QString &password, PasswordScheme scheme)
{
    constexpr qsizetype longest = 72; // bcrypt reads no more bytes
    const auto failed = [](const QString &cause) {
        return Error{Error::Kind::Invalid, QCoreApplication::translate("Publish", "Hash a password"), cause, {}, {}};
    };
    const QByteArray bytes = password.toUtf8();
    if (bytes.isEmpty())
        return failed(QCoreApplication::translate("Publish", "It is empty"));
    if (bytes.size() > longest || bytes.contains('\0'))
        return failed(QCoreApplication::translate("Publish", "It is longer than %1 bytes").arg(longest));
    if (scheme == PasswordScheme::Apr1)
        return apr1(bytes, freshSalt());
    return bcrypt(bytes);
}

} // namespace gw
