// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/algorithmfindings.h"
#include "backend/findings/sshd/sshdremedies.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// The kind of key that an algorithm needs: "ED25519" for "ssh-ed25519".
QString keyKind(const QString &name)
{
    for (const char *kind : {"ED25519", "ECDSA", "RSA", "DSS"}) {
        if (name.contains(QLatin1String(kind), Qt::CaseInsensitive))
            return QString::fromLatin1(kind);
    }
    return name.compare(QLatin1String("DSA"), Qt::CaseInsensitive) == 0 ? QStringLiteral("DSS") : QString();
}

/// sshd offers only what it has a key, and for certificates a certificate, for.
bool isOffered(const SshdView &sshd, const QString &name)
{
    if (name.contains(QLatin1String("-cert-")) && !sshd.config().decidingSetting(QStringLiteral("hostcertificate")))
        return false;
    if (!sshd.sshd().hostKeys || sshd.sshd().hostKeys->isEmpty())
        return true;
    const QList<HostKeyFact> &keys = *sshd.sshd().hostKeys;
    return !name.startsWith(QLatin1String("sk-")) &&
           std::any_of(keys.cbegin(), keys.cend(),
                       [&](const HostKeyFact &key) { return keyKind(key.type.raw()) == keyKind(name); });
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        return algorithmFindings(
            sshd,
            {"hostkeyalgorithms", SshdAlgorithm::Kind::HostKey, Severity::Info,
             [&sshd](const QString &name) { return isOffered(sshd, name); }},
            QCoreApplication::translate("sshd", "The server offers outdated signatures for its host key"),
            QCoreApplication::translate("sshd", "With a forged signature somebody can pretend to be this server."));
    });
}

} // namespace

const Rule sshd::weakHostKeyAlgorithm{
    "sshd.weak-host-key-algorithm",
    QT_TRANSLATE_NOOP("rules", "The server proves itself with sound signatures only"),
    "ssh-audit; RFC 8332; sshd_config(5) HostKeyAlgorithms",
    check,
    limitsAlgorithms<"hostkeyalgorithms">,
};

} // namespace gw
