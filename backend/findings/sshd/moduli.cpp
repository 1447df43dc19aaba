// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// A prime of 2048 bits may be listed as 2047: moduli(5) counts the highest bit.
constexpr int smallest = 2047;
constexpr int advised = 3071;

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        if (!sshd.value("kexalgorithms").contains(QLatin1String("diffie-hellman-group-exchange-")))
            return NotApplicable{QCoreApplication::translate("sshd", "group exchange is not offered")};
        if (!sshd.sshd().smallestModulus)
            return withoutFacts(sshd.sshd().smallestModulus.gap());
        const int bits = *sshd.sshd().smallestModulus;
        if (bits == 0 || bits >= advised)
            return QList<Finding>{};
        const QString path =
            sshd.value("modulifile").isEmpty() ? QStringLiteral("/etc/ssh/moduli") : sshd.value("modulifile");
        // 2047 stands for 2048.
        const int size = bits % 8 == 7 ? bits + 1 : bits;
        const QString shownBits = QCoreApplication::translate("sshd", "%1 bits").arg(size);
        Finding finding;
        finding.severity = bits < smallest ? Severity::Medium : Severity::Low;
        finding.where.file = RemotePath(path);
        finding.title =
            QCoreApplication::translate("sshd", "Small groups for Diffie-Hellman exchange (%1)").arg(shownBits);
        finding.explanation = QCoreApplication::translate(
            "sshd",
            "Clients that choose diffie-hellman-group-exchange-sha256 may get a group of this size; 3072 bits and "
            "more are advised. Remove the short lines (“awk '$5 >= 3071'”) or the exchange itself: "
            "“KexAlgorithms -diffie-hellman-group-exchange-sha256”.");
        finding.effective = UntrustedText(shownBits);
        finding.proof = {{QStringLiteral("awk '!/^#/ && NF >= 7 {print $5 + 1}' %1 | sort -n | head -n 1")
                              .arg(RemotePath(path).shown()),
                          UntrustedText(QString::number(bits))}};
        return QList<Finding>{finding};
    });
}

} // namespace

const Rule sshd::moduli{
    "sshd.moduli",
    QT_TRANSLATE_NOOP("rules", "The groups for Diffie-Hellman exchange are large"),
    "ssh-audit; RFC 8270; moduli(5)",
    check,
    limitsAlgorithms<"kexalgorithms">,
};

} // namespace gw
