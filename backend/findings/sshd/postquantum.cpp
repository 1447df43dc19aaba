// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

bool isPostQuantum(const QString &name)
{
    return name.startsWith(QLatin1String("mlkem")) || name.startsWith(QLatin1String("sntrup761"));
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        const QStringList names = sshd.value("kexalgorithms").split(QLatin1Char(','), Qt::SkipEmptyParts);
        if (names.isEmpty() || std::any_of(names.cbegin(), names.cend(), isPostQuantum))
            return QList<Finding>{};
        return QList<Finding>{sshd.finding(
            "kexalgorithms", Severity::Info,
            QCoreApplication::translate("sshd", "No key exchange withstands future quantum computers"),
            QCoreApplication::translate(
                "sshd",
                "Whoever records connections today may be able to read them in some years. OpenSSH 9.0 and newer "
                "offer sntrup761x25519-sha512@openssh.com by default, 10.0 mlkem768x25519-sha256; offer them beside "
                "the others, so that older clients still get in."))};
    });
}

/// sntrup761x25519-sha512@openssh.com came with 8.5.
QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    const bool knowsOne = facts.sshd && SshdView(facts, *facts.sshd).version().isAtLeast(8, 5);
    return knowsOne ? soundAlgorithms(facts, finding, "kexalgorithms") : QList<Intent>();
}

} // namespace

const Rule sshd::postQuantum{
    "sshd.post-quantum-key-exchange",
    QT_TRANSLATE_NOOP("rules", "Recordings of today cannot be opened by future quantum computers"),
    "CIS Debian 13 5.1.13; OpenSSH 9.0 and 10.0 release notes",
    check,
    remedy,
};

} // namespace gw
