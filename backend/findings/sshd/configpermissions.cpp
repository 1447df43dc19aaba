// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdremedies.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        QList<Finding> findings;
        bool isKnown = false;
        for (const FileFact &file : sshd.sshd().files) {
            if (file.mode == 0)
                continue; // not asked
            isKnown = true;
            const bool foreignGroup = !file.group.isEmpty() && !(file.group == u"root") && !(file.group == u"0");
            const bool othersWrite = (file.mode & 002) || ((file.mode & 020) && foreignGroup);
            const bool foreign = !file.owner.isEmpty() && !(file.owner == u"root") && !(file.owner == u"0");
            if (!othersWrite && !foreign)
                continue;
            const QString mode = QString::number(file.mode & 07777, 8);
            Finding finding;
            finding.severity = Severity::High;
            finding.where.file = file.path;
            finding.title = QCoreApplication::translate("sshd", "Not only root may write %1").arg(file.path.shown());
            finding.explanation = QCoreApplication::translate(
                "sshd",
                "Whoever writes this file decides who logs in, as root too. Give it to root with “chown root:root” "
                "and “chmod 644” (or 600).");
            const QString owner = QStringLiteral("%1 %2:%3").arg(mode, file.owner.raw(), file.group.raw());
            finding.effective = UntrustedText(owner);
            finding.proof = {{QStringLiteral("stat -L -c '%a %U:%G' %1").arg(file.path.shown()), finding.effective}};
            findings.append(finding);
        }
        if (!isKnown)
            return NotChecked{QCoreApplication::translate("sshd", "permissions were not asked")};
        return findings;
    });
}

QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    if (!facts.sshd)
        return {};
    for (const FileFact &file : facts.sshd->files) {
        if (file.path != finding.where.file || file.group.isEmpty())
            continue;
        const FileAttributes before{quint32(file.mode), file.owner.raw().toUtf8(), file.group.raw().toUtf8()};
        SetFileMode wish = onlyOwnerWrites(file.path, before, "root");
        wish.after.group = "root";
        return {wish};
    }
    return {};
}

} // namespace

const Rule sshd::configPermissions{
    "sshd.config-permissions",
    QT_TRANSLATE_NOOP("rules", "Only root may write the configuration of sshd"),
    "CIS Debian 13 5.1.1; sshd_config(5)",
    check,
    remedy,
};

} // namespace gw
