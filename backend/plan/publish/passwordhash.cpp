// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/publish.h"

#include <QCoreApplication>
#include <crypt.h>
#include <memory>

namespace gw {

Result<QByteArray> passwordHash(const QString &password)
{
    // crypt(5): "2y" is the prefix that every bcrypt of today reads; the salt comes from the system's random source.
    constexpr unsigned long cost = 6;
    constexpr qsizetype longest = 72; // bcrypt reads no more bytes
    const auto failed = [](const QString &cause) {
        return Error{Error::Kind::Invalid, QCoreApplication::translate("Publish", "Hash a password"), cause, {}, {}};
    };
    const QByteArray bytes = password.toUtf8();
    if (bytes.isEmpty())
        return failed(QCoreApplication::translate("Publish", "It is empty"));
    if (bytes.size() > longest || bytes.contains('\0'))
        return failed(QCoreApplication::translate("Publish", "It is longer than %1 bytes").arg(longest));
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    const auto data = std::make_unique<crypt_data>();
    const char *hash = crypt_gensalt_rn("$2y$", cost, nullptr, 0, setting, sizeof setting)
                           ? crypt_rn(bytes.constData(), setting, data.get(), sizeof(crypt_data))
                           : nullptr;
    if (!hash)
        return failed(QCoreApplication::translate("Publish", "crypt(3) of this computer knows no bcrypt"));
    return QByteArray(hash);
}

} // namespace gw
