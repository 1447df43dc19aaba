// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/quoting.h"

#include <QCoreApplication>

namespace gw {

Result<QByteArray> quoted(QByteArrayView word)
{
    if (word.contains('\0'))
        return Error{Error::Kind::Invalid,
                     QCoreApplication::translate("quoting", "Pass a name to the server"),
                     QCoreApplication::translate("quoting", "The name contains a NUL byte"),
                     {},
                     {}};
    QByteArray out;
    out.reserve(word.size() + 2);
    out += '\'';
    for (const char c : word) {
        if (c == '\'')
            out += "'\\''";
        else
            out += c;
    }
    return QByteArray(out + '\'');
}

} // namespace gw
