// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

RuleOutcome check(const Facts &facts)
{
    if (facts.fromFolder)
        return NotChecked{QCoreApplication::translate("rules", "a folder is no running server")};
    if (!facts.system.rebootRequired)
        return QList<Finding>{};
    Finding finding;
    finding.severity = Severity::Low;
    finding.subject = u"reboot"_s;
    finding.title = QCoreApplication::translate("rules", "Updates wait for a restart of the server");
    finding.explanation = QCoreApplication::translate(
        "rules",
        "A newer kernel or library is installed, but the old one, with its holes, still runs. Restart the server "
        "at a quiet hour.");
    finding.effective = facts.system.kernel;
    finding.proof = {{u"uname -r"_s, facts.system.kernel}};
    if (facts.packages && facts.packages->manager == u"apt") // elsewhere the kernels that lie there tell
        finding.proof += Evidence{u"ls /run/reboot-required"_s, UntrustedText(u"/run/reboot-required"_s)};
    return QList<Finding>{finding};
}

} // namespace

const Rule system::rebootRequired{
    "system.reboot-required",
    QT_TRANSLATE_NOOP("rules", "What was updated is also what runs"),
    "Debian Policy, /run/reboot-required",
    check,
};

} // namespace gw
