// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

Finding findingFor(const SystemdUnit &unit, bool onSystemd)
{
    const QString name = unit.name.shown();
    Finding finding;
    finding.severity = Severity::Medium;
    finding.where.file = unit.fragment;
    finding.subject = name;
    finding.title = QCoreApplication::translate("rules", "%1 has failed").arg(name);
    finding.explanation = QCoreApplication::translate(
        "rules",
        "systemd tried to run this service and gave up. Either it is needed, and then its log says what to mend, "
        "or it is not, and then it should be switched off.");
    finding.effective = UntrustedText(u"failed (%1)"_s.arg(unit.subState.raw()));
    if (!unit.result.isEmpty())
        finding.proof = {{u"journalctl -q -o cat -n 8 -u %1"_s.arg(name), unit.result}};
    else if (onSystemd)
        finding.proof = {{u"systemctl is-active %1"_s.arg(name), unit.activeState}};
    else
        finding.proof = {{u"rc-status --all --nocolor | awk '$1 == \"%1\" {print $3}'"_s.arg(name), unit.subState}};
    return finding;
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.services.units)
        return withoutFacts(facts.services.units.gap());
    QList<Finding> findings;
    for (const SystemdUnit &unit : *facts.services.units) {
        if (unit.activeState == u"failed" && unit.name != u"fail2ban.service") // that one has its own rule
            findings.append(findingFor(unit, facts.system.initSystem != u"openrc"));
    }
    return findings;
}

} // namespace

const Rule services::failedUnit{
    "services.failed-unit",
    QT_TRANSLATE_NOOP("rules", "No service of systemd has failed"),
    "systemctl(1), --failed",
    check,
};

} // namespace gw
