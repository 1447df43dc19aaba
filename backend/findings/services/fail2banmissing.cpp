// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"
#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

bool acceptsPasswords(const SshdEffective &effective)
{
    return effective.value(u"passwordauthentication"_s) == u"yes"_s ||
           (effective.value(u"kbdinteractiveauthentication"_s) == u"yes"_s && effective.value(u"usepam"_s) == u"yes"_s);
}

/// Other programs that do the same.
bool hasOtherGuard(const Facts &facts)
{
    if (!facts.services.units)
        return false;
    return std::any_of(facts.services.units->cbegin(), facts.services.units->cend(), [](const SystemdUnit &unit) {
        const QString name = unit.name.raw();
        return unit.activeState == u"active" && (name.startsWith(u"sshguard"_s) || name.startsWith(u"crowdsec"_s));
    });
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.sshd)
        return withoutFacts(facts.sshd.gap());
    if (!sshdRuns(facts))
        return sshdDoesNotRun();
    if (!facts.sshd->effective)
        return notChecked(facts.sshd->effective.gap());
    if (!acceptsPasswords(*facts.sshd->effective))
        return NotApplicable{QCoreApplication::translate("rules", "sshd takes no passwords")};
    if (!facts.fail2ban && facts.fail2ban.gap().reason != Gap::Reason::NotInstalled)
        return notChecked(facts.fail2ban.gap());
    const bool runsOrFailed = facts.fail2ban && (facts.fail2ban->enabled || facts.fail2ban->activeState == u"active");
    if (runsOrFailed || hasOtherGuard(facts))
        return QList<Finding>{};

    // sshd itself slows guessers down from 9.8 on (PerSourcePenalties), and then prints the keyword.
    const bool slowsGuessers = facts.sshd->effective->has(u"persourcepenalties"_s) &&
                               facts.sshd->effective->value(u"persourcepenalties"_s) != u"no"_s;
    Finding finding;
    finding.severity = slowsGuessers ? Severity::Low : Severity::Medium;
    finding.subject = u"fail2ban"_s;
    finding.title = QCoreApplication::translate("rules", "Nothing stops the guessing of passwords");
    finding.explanation = QCoreApplication::translate(
        "rules", "sshd takes passwords, and nobody who guesses them is shut out. Take keys only; until then, install "
                 "fail2ban with backend = systemd for the jail sshd.");
    finding.effective = UntrustedText(facts.fail2ban ? u"fail2ban is not enabled"_s : u"fail2ban is not installed"_s);
    const SshdView sshd(facts, *facts.sshd);
    for (const char *keyword : {"passwordauthentication", "kbdinteractiveauthentication", "usepam"}) {
        if (!sshd.value(keyword).isEmpty())
            finding.proof += sshd.evidence(keyword);
    }
    return QList<Finding>{finding};
}

QList<Intent> remedy(const Facts &facts, const Finding &)
{
    const bool onSystemd = facts.system.initSystem.isEmpty() || facts.system.initSystem == u"systemd";
    return onSystemd ? QList<Intent>{ProtectByFail2ban{}} : QList<Intent>{};
}

} // namespace

const Rule services::fail2banMissing{
    "services.fail2ban-missing",
    QT_TRANSLATE_NOOP("rules", "Who guesses passwords is shut out"),
    "CWE-307",
    check,
    remedy,
};

} // namespace gw
