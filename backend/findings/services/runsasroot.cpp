// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/openports.h"
#include "backend/findings/rules.h"
#include "backend/findings/services/confining.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// A process that answers others and has no need of root.
struct Candidate {
    qint64 pid = 0;
    UntrustedText user;
    UntrustedText name;
    UntrustedText commandLine;
    UntrustedText unit;
    QString port;            ///< empty: it listens on none that was seen
    UntrustedText container; ///< empty: on the server itself
};

/// Interpreters and application servers; programs of the system that need root (sshd, nginx' master …) are none of
/// them.
bool isApplication(const Listener &listener)
{
    static const QRegularExpression pattern(u"^(python[0-9.]*|pypy3?|node|deno|bun|java|ruby|php[0-9.-]*|perl|uvicorn|"
                                            u"gunicorn|hypercorn|streamlit|gradio|flask"
                                            u"|celery|puma|dotnet|beam\\.smp|mono)"_s);
    return pattern.match(listener.process.raw()).hasMatch();
}

bool isRoot(const UntrustedText &user)
{
    return user == u"root" || user == u"0";
}

/// services.supervisor-root names these, with the line to change.
bool isStartedBySupervisorAsRoot(const Facts &facts, const UntrustedText &commandLine)
{
    if (!facts.services.supervisor)
        return false;
    return std::any_of(facts.services.supervisor->cbegin(), facts.services.supervisor->cend(),
                       [&](const SupervisorProgram &program) {
                           const bool asRoot = program.user.isEmpty() || isRoot(program.user);
                           const QString command = program.command.raw().section(u'/', -1).trimmed();
                           return asRoot && !command.isEmpty() && commandLine.raw().endsWith(command);
                       });
}

QList<Candidate> candidates(const Facts &facts)
{
    QList<Candidate> found;
    QSet<qint64> seen;
    if (facts.listeners) {
        for (const Listener &listener : *facts.listeners) {
            const ServiceIdentity service = identify(facts, listener);
            if (isPublisher(listener)) // the container's own processes are among the AI services
                continue;
            if (!isRoot(listener.user) || (service.kind != ServiceKind::Ai && !isApplication(listener)))
                continue;
            if (service.kind == ServiceKind::WebServer || service.kind == ServiceKind::System ||
                seen.contains(listener.pid))
                continue;
            seen.insert(listener.pid);
            found += Candidate{listener.pid,         listener.user, service.name,
                               listener.commandLine, listener.unit, QString::number(listener.port),
                               listener.container};
        }
    }
    if (facts.aiServices) {
        for (const AiService &service : *facts.aiServices) {
            const bool known =
                seen.contains(service.pid) ||
                std::any_of(found.cbegin(), found.cend(), [&](const Candidate &candidate) {
                    return candidate.commandLine == service.commandLine && candidate.container == service.container;
                });
            if (!isRoot(service.user) || known)
                continue;
            seen.insert(service.pid);
            found += Candidate{service.pid,         service.user, UntrustedText(aiServiceName(service.kind)),
                               service.commandLine, {},           {},
                               service.container};
        }
    }
    return found;
}

/// Where the user belongs: the line of cron that starts it, or its unit (not the unit of cron or supervisor).
SourceRange startedBy(const Facts &facts, const Candidate &candidate)
{
    if (!candidate.container.isEmpty())
        return {}; // not by what is configured here
    if (facts.services.schedule && !candidate.commandLine.isEmpty()) {
        for (const ScheduledJob &job : *facts.services.schedule) {
            if (job.kind == ScheduledJob::Kind::Cron && job.command.raw().contains(candidate.commandLine.raw()))
                return lineOf(job.file, job.line);
        }
    }
    static const QRegularExpression starter(
        u"^(cron|crond|supervisor|supervisord|docker|containerd|ssh|sshd)\\.service$"_s);
    SourceRange where;
    if (candidate.unit.isEmpty() || !facts.services.units || starter.match(candidate.unit.raw()).hasMatch())
        return where;
    for (const SystemdUnit &unit : *facts.services.units) {
        if (unit.name == candidate.unit)
            where.file = unit.fragment;
    }
    return where;
}

Finding findingFor(const Facts &facts, const Candidate &candidate)
{
    const QString name =
        candidate.name.isEmpty() ? QCoreApplication::translate("rules", "A process") : candidate.name.shown(60);
    Finding finding;
    const bool inContainer = !candidate.container.isEmpty();
    finding.severity = inContainer || candidate.port.isEmpty() ? Severity::Medium : Severity::High;
    finding.where = startedBy(facts, candidate);
    finding.subject = candidate.port.isEmpty() ? name : u"%1 :%2"_s.arg(name, candidate.port);
    if (inContainer) {
        const QString container = candidate.container.shown(60);
        if (candidate.port.isEmpty())
            finding.subject = u"%1 %2"_s.arg(name, container);
        finding.title =
            QCoreApplication::translate("rules", "%1 runs as root in the container %2").arg(name, container);
        finding.explanation = QCoreApplication::translate(
            "rules",
            "Inside it is root, on the server itself it is not. A hole in the container engine or the kernel, or a "
            "folder of "
            "the server that is mounted inside, turns the one into the other. Give it a user of its own (USER in the "
            "image, user: in the compose file, User= in its unit).");
    } else {
        finding.title = QCoreApplication::translate("rules", "%1 runs as root").arg(name);
        finding.explanation = QCoreApplication::translate(
            "rules",
            "A service that takes requests, loads models and imports hundreds of libraries needs no rights over the "
            "server. Give it a user of its own (User= in its unit, user= in supervisor), which may read its models "
            "and write its own folder.");
    }
    finding.effective = UntrustedText(u"user root"_s);
    finding.proof = {processProof(candidate.pid, candidate.user, candidate.commandLine)};
    return finding;
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.listeners)
        return notChecked(facts.listeners.gap());
    QList<Finding> findings;
    for (const Candidate &candidate : candidates(facts)) {
        if (!candidate.container.isEmpty() || !isStartedBySupervisorAsRoot(facts, candidate.commandLine))
            findings.append(findingFor(facts, candidate));
    }
    const bool ownersAreHidden =
        std::any_of(facts.listeners->cbegin(), facts.listeners->cend(),
                    [](const Listener &listener) { return listener.user.isEmpty() && listener.process.isEmpty(); });
    return withRest(findings, ownersAreHidden && !facts.access.isRoot
                                  ? std::optional(notChecked(Gap{Gap::Reason::NeedsRoot, {}}))
                                  : std::nullopt);
}

QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    if (!facts.listeners)
        return {};
    const quint16 port = finding.subject.section(u" :"_s, 1).toUShort();
    for (const Listener &listener : *facts.listeners) {
        if (port > 0 && listener.port == port && isRoot(listener.user))
            return confining(facts, listener);
    }
    return {};
}

} // namespace

const Rule services::runsAsRoot{
    "services.runs-as-root",
    QT_TRANSLATE_NOOP("rules", "Services that take requests do not run as root"),
    "systemd.exec(5), User=; CWE-250",
    check,
    remedy,
};

} // namespace gw
