// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <functional>

namespace gw {

/// Whether nginx hands the argument of `include` to glob(3), where no match is no error: ngx_conf_include() looks for
/// any of "*?[".
bool nginxIsPattern(QByteArrayView path);

/// Whether a file name matches one component of a pattern, as glob(3) without flags has it in the C locale: "*", "?",
/// "[a-z]", "[!a]", "[[:alpha:]]", "\" escapes, a leading "." only matches itself.
bool nginxNameMatches(QByteArrayView name, QByteArrayView pattern);

/// The paths that match an absolute pattern, in the order of glob(3): by bytes. `names` gives what stands in a folder.
QList<QByteArray> nginxGlobbed(QByteArrayView pattern,
                               const std::function<QList<QByteArray>(const QByteArray &folder)> &names);

} // namespace gw
