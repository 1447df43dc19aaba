// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

std::optional<Severity> judge(const HostKeyFact &key)
{
    const QString type = key.type.raw().toUpper();
    if (type.contains(QLatin1String("DSS")) || type == QLatin1String("DSA"))
        return Severity::High;
    if (!type.contains(QLatin1String("RSA")) || key.bits == 0)
        return std::nullopt;
    if (key.bits < 2048)
        return Severity::High;
    return severityIf(key.bits < 3072, Severity::Low);
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, SshdNeed::FactsOnly, [](const SshdView &sshd) -> RuleOutcome {
        if (!sshd.sshd().hostKeys)
            return withoutFacts(sshd.sshd().hostKeys.gap());
        QList<Finding> findings;
        for (const HostKeyFact &key : *sshd.sshd().hostKeys) {
            const std::optional<Severity> severity = judge(key);
            if (!severity)
                continue;
            const QString kind = QStringLiteral("%1 %2").arg(key.type.shown()).arg(key.bits);
            Finding finding;
            finding.severity = *severity;
            finding.where.file = key.file;
            finding.title = QCoreApplication::translate("sshd", "The host key is short or outdated (%1)").arg(kind);
            finding.explanation = QCoreApplication::translate(
                "sshd",
                "Whoever computes the private key can pretend to be this server. Make a new one (“ssh-keygen -t rsa "
                "-b 4096 -f FILE -N ''”) or keep Ed25519 alone; tell people the new fingerprint beforehand.");
            finding.effective = UntrustedText(kind);
            finding.proof = {{QStringLiteral("ssh-keygen -lf %1.pub | cut -d ' ' -f 1,2").arg(key.file.shown()),
                              UntrustedText(QStringLiteral("%1 %2").arg(key.bits).arg(key.fingerprint.raw()))}};
            findings.append(finding);
        }
        return findings;
    });
}

} // namespace

const Rule sshd::hostKeyStrength{
    "sshd.host-key-strength",
    QT_TRANSLATE_NOOP("rules", "The host keys are strong"),
    "ssh-audit policies; NIST SP 800-57; OpenSSH 9.8 and 10.0 release notes (DSA)",
    check,
};

} // namespace gw
