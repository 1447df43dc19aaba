// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/sshd/version.h"

#include <QList>

namespace gw {

/// One keyword of sshd_config(5), as the table of servconf.c knows it.
struct SshdKeyword {
    enum class Kind {
        Current,
        Vendor,     ///< a patch of Debian or Red Hat, not in OpenSSH itself
        Alias,      ///< an old name that still works: see `instead`
        Deprecated, ///< accepted, without effect, logged at every start
        Ignored,    ///< accepted, without effect
    };
    enum class Scope { Global, All }; ///< All: allowed in Match blocks too
    /// What the arguments are, and how `sshd -T` prints them.
    enum class Value {
        Flag,
        Word,
        Rest,
        Path,
        Time,
        Integer,
        Octal,
        Algorithms,
        OneLine,
        Lines,
        RootLogin,
        Compression,
        Forwarding,
        RekeyLimit,
        LogLevel,
        MaxStartups,
        NetBlock,
        IpQos,
        Port,
        ListenAddress,
        Subsystem,
        KeyOptions,
        Block,
    };
    /// Which line wins when a keyword stands more than once.
    enum class Merge { First, Last, Append };

    const char *name; ///< "PermitRootLogin"
    Kind kind = Kind::Current;
    Scope scope = Scope::All;
    Value value = Value::Word;
    Merge merge = Merge::First;
    const char *defaultValue = nullptr; ///< as `sshd -T` prints it today; nullptr: it prints nothing
    SshdRelease since = {};             ///< for an alias, Deprecated and Ignored: since when it is that
    const char *instead = nullptr;
};

/// Every keyword, in no particular order.
const QList<SshdKeyword> &sshdKeywords();

/// In any spelling of upper and lower case; nullptr: no such keyword.
const SshdKeyword *sshdKeyword(QStringView name);

/// The keyword whose value `name` sets: aliases resolved. nullptr: no such keyword.
const SshdKeyword *sshdCanonicalKeyword(QStringView name);

/// The lower-case name that `sshd -T` prints.
QString sshdPrintedName(const SshdKeyword &keyword);

/// The value that holds in `version` when no line sets the keyword, as `sshd -T` prints it; null: it prints nothing.
/// A version that is not known counts as a recent one.
QString sshdDefault(const SshdKeyword &keyword, const SshdVersion &version);

} // namespace gw
