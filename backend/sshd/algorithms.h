// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/sshd/version.h"

#include <QByteArrayList>

namespace gw {

/// What is to be said about one algorithm that an SSH server offers.
struct SshdAlgorithm {
    enum class Kind { KeyExchange, HostKey, Cipher, Mac };
    enum class Verdict {
        Good,
        Classical, ///< safe today, but a recording can be opened by a future quantum computer
        Dated,     ///< not broken; better ones are there
        Weak,      ///< known weaknesses: switch it off
        Broken,    ///< can be attacked in practice
    };
    Kind kind;
    const char *name;
    Verdict verdict;
    const char *why;   ///< QT_TRANSLATE_NOOP("algorithms", …); empty for Good
    SshdRelease since; ///< first release of OpenSSH that knows it, 0.0: since long
};

const QList<SshdAlgorithm> &sshdAlgorithms();

/// The part of its own name before "@" is what GSSAPI names end in; "gss-group14-sha1-" stands for all of them.
/// nullptr: not in the table (another implementation's own name).
const SshdAlgorithm *sshdAlgorithm(SshdAlgorithm::Kind kind, QByteArrayView name);

/// Translated reason, empty if there is nothing to say.
QString sshdAlgorithmReason(const SshdAlgorithm &algorithm);

/// What a list keyword ("ciphers", "macs", "kexalgorithms", "hostkeyalgorithms", "pubkeyacceptedalgorithms",
/// "hostbasedacceptedalgorithms", "casignaturealgorithms") holds when no line sets it.
QByteArrayList sshdDefaultAlgorithms(const QString &keyword, const SshdVersion &version);

/// The list that `written` makes of `defaults`: "+a,b" appends, "-a*" removes by pattern, "^a" puts in front,
/// anything else replaces (kex_assemble_names() in kex.c).
QByteArrayList sshdAssembledAlgorithms(const QByteArray &written, const QByteArrayList &defaults);

} // namespace gw
