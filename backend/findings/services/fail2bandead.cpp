// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// The jail that names a log file which Debian 12 does not write any more.
SourceRange placeOfLogPath(const Fail2banFacts &fail2ban)
{
    static const QRegularExpression logPath(u"^\\s*logpath\\s*=\\s*/var/log/auth\\.log"_s);
    for (const FileFact &file : fail2ban.files) {
        if (const int line = firstLine(file.content, logPath))
            return lineOf(file.path, line);
    }
    return {};
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.fail2ban)
        return withoutFacts(facts.fail2ban.gap());
    const Fail2banFacts &fail2ban = *facts.fail2ban;
    if (fail2ban.activeState.isEmpty())
        return NotChecked{QCoreApplication::translate("rules", "whether fail2ban runs is not known")};
    const bool failed = fail2ban.activeState == u"failed";
    if (!failed && (!fail2ban.enabled || fail2ban.activeState == u"active" || fail2ban.activeState == u"activating"))
        return QList<Finding>{};

    Finding finding;
    finding.severity = Severity::High;
    finding.subject = u"fail2ban.service"_s;
    finding.title = QCoreApplication::translate("rules", "fail2ban is switched on but does not run");
    finding.effective = fail2ban.activeState;
    const QString log = fail2ban.lastLog.raw();
    const bool onSystemd = facts.system.initSystem == u"systemd";
    if (log.contains(u"Have not found any log file"_s) || !placeOfLogPath(fail2ban).file.isEmpty()) {
        finding.where = placeOfLogPath(fail2ban);
        finding.explanation = QCoreApplication::translate(
            "rules",
            "Nobody is banned, however often a password is guessed. A jail reads a log file that is not there: "
            "Debian 12 writes no /var/log/auth.log any more, logins go to the journal. Set backend = systemd in "
            "the jail and start fail2ban again.");
    } else {
        finding.explanation = QCoreApplication::translate(
            "rules",
            "Nobody is banned, however often a password is guessed, while everybody believes otherwise. Its log "
            "says why it stopped; mend that and start it again.");
    }
    if (!log.isEmpty())
        finding.proof = {{onSystemd ? u"journalctl -q -o cat -n 8 -u fail2ban"_s : u"tail -n 8 /var/log/fail2ban.log"_s,
                          fail2ban.lastLog}};
    else if (onSystemd)
        finding.proof = {{u"systemctl is-active fail2ban"_s, fail2ban.activeState}};
    return QList<Finding>{finding};
}

/// Overruling the jail of sshd mends what that jail does wrong, and nothing else.
QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    const bool isOfSshd = finding.proof.isEmpty() || finding.proof.first().output.raw().contains(u"sshd jail"_s);
    const bool readsNoLog = !finding.where.file.isEmpty();
    const bool onSystemd = facts.system.initSystem.isEmpty() || facts.system.initSystem == u"systemd";
    return onSystemd && (readsNoLog || isOfSshd) ? QList<Intent>{ProtectByFail2ban{}} : QList<Intent>{};
}

} // namespace

const Rule services::fail2banDead{
    "services.fail2ban-dead",
    QT_TRANSLATE_NOOP("rules", "fail2ban runs where it is switched on"),
    "jail.conf(5), backend",
    check,
    remedy,
};

} // namespace gw
