// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// Red Hat gives host keys to the group ssh_keys with mode 0640.
bool hasKeyGroup(const Facts &facts)
{
    const QString id = facts.system.osId.raw();
    const QStringList redHat{QStringLiteral("rhel"),   QStringLiteral("centos"),    QStringLiteral("rocky"),
                             QStringLiteral("fedora"), QStringLiteral("almalinux"), QStringLiteral("ol")};
    return redHat.contains(id);
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, SshdNeed::FactsOnly, [](const SshdView &sshd) -> RuleOutcome {
        if (!sshd.sshd().hostKeys)
            return withoutFacts(sshd.sshd().hostKeys.gap());
        QList<Finding> findings;
        bool isKnown = false;
        for (const HostKeyFact &key : *sshd.sshd().hostKeys) {
            if (key.mode == 0)
                continue; // not asked
            isKnown = true;
            const int allowed = hasKeyGroup(sshd.facts()) ? 0640 : 0600;
            const bool foreign = !key.owner.isEmpty() && !(key.owner == u"root") && !(key.owner == u"0");
            if (!(key.mode & 0777 & ~allowed) && !foreign)
                continue;
            Finding finding;
            finding.severity = Severity::High;
            finding.where.file = key.file;
            finding.title =
                QCoreApplication::translate("sshd", "Not only root may read the host key %1").arg(key.file.shown());
            finding.explanation = QCoreApplication::translate(
                "sshd",
                "Whoever has this file can pretend to be this server, and sshd itself refuses a key that others may "
                "read. Make new host keys if somebody could have copied it; then “chown root:root” and “chmod 600”.");
            const QString mode = QStringLiteral("%1 %2").arg(QString::number(key.mode & 07777, 8), key.owner.raw());
            finding.effective = UntrustedText(mode);
            finding.proof = {{QStringLiteral("stat -L -c '%a %U' %1").arg(key.file.shown()), finding.effective}};
            findings.append(finding);
        }
        if (!isKnown)
            return NotChecked{QCoreApplication::translate("sshd", "permissions were not asked")};
        return findings;
    });
}

/// The group of the file is not among the facts; elsewhere than at Red Hat it is root's.
QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    if (!facts.sshd || !facts.sshd->hostKeys || hasKeyGroup(facts))
        return {};
    for (const HostKeyFact &key : *facts.sshd->hostKeys) {
        if (key.file == finding.where.file)
            return {
                SetFileMode{key.file, {quint32(key.mode), key.owner.raw().toUtf8(), "root"}, {0600, "root", "root"}}};
    }
    return {};
}

} // namespace

const Rule sshd::hostKeyPermissions{
    "sshd.host-key-permissions",
    QT_TRANSLATE_NOOP("rules", "Only root reads the private host keys"),
    "CIS Debian 13 5.1.2; ssh-keygen(1)",
    check,
    remedy,
};

} // namespace gw
