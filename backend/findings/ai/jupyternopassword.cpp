// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/jupyter.h"
#include "backend/findings/openports.h"
#include "backend/findings/rules.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

bool isExposed(const Facts &facts, const AiService &service)
{
    const Known<QList<OpenPort>> ports = portsBeyondLoopback(facts);
    return ports && std::any_of(ports->cbegin(), ports->cend(), [&](const OpenPort &port) {
               return port.service.ai == &service && port.widest().verdict == Exposure::Verdict::Open;
           });
}

/// "Jupyter :8888": stays the same when the process starts anew, so that acceptances keep holding.
QString subjectOf(const Facts &facts, const AiService &service)
{
    if (facts.listeners) {
        for (const Listener &listener : *facts.listeners) {
            if (identify(facts, listener).ai == &service)
                return u"Jupyter :%1"_s.arg(listener.port);
        }
    }
    return service.container.isEmpty() ? u"Jupyter"_s : u"Jupyter %1"_s.arg(service.container.shown(60));
}

Finding findingFor(const Facts &facts, const AiService &service, const JupyterLogin &login)
{
    Finding finding;
    finding.severity = isExposed(facts, service) ? Severity::Critical : Severity::High;
    finding.where = login.where;
    finding.subject = subjectOf(facts, service);
    if (!service.container.isEmpty())
        finding.title =
            QCoreApplication::translate("rules", "Jupyter in the container %1 lets everybody in without a password")
                .arg(service.container.shown(40));
    else
        finding.title =
            service.user.isEmpty()
                ? QCoreApplication::translate("rules", "Jupyter lets everybody in without a password")
                : QCoreApplication::translate("rules", "Jupyter lets everybody in without a password, as %1")
                      .arg(service.user.shown(40));
    finding.explanation = QCoreApplication::translate(
        "rules",
        "A notebook server is a shell in the browser: whoever reaches its port runs any command as its user. Its "
        "token was set to nothing and no password is set. Remove that line, or set a hashed password with "
        "jupyter server password.");
    finding.effective = login.setting;
    finding.proof = {login.where.file.isEmpty() ? processProof(service.pid, service.user, service.commandLine)
                                                : lineOfFile(service.files, login.where, login.setting)};
    return finding;
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.aiServices)
        return withoutFacts(facts.aiServices.gap());
    QList<Finding> findings;
    bool anyJupyter = false;
    bool anyHere = false;
    bool anyInside = false;
    for (const AiService &service : *facts.aiServices) {
        if (service.kind != AiService::Kind::Jupyter)
            continue;
        anyJupyter = true;
        if (const JupyterLogin login = jupyterLogin(service); !login.asks)
            findings.append(findingFor(facts, service, login));
        else
            (service.container.isEmpty() ? anyHere : anyInside) = true;
    }
    if (!anyJupyter)
        return NotApplicable{QCoreApplication::translate("rules", "no Jupyter runs")};
    // The files of this server say nothing about one in a container.
    if (const UnreadFile *unread = firstUnread(facts, UnreadFile::Topic::Ai); unread && anyHere)
        return withRest(findings, notChecked(*unread));
    return withRest(findings, anyInside ? std::optional(NotChecked{QCoreApplication::translate(
                                              "rules", "files inside containers are not read")})
                                        : std::nullopt);
}

} // namespace

const Rule ai::jupyterNoPassword{
    "ai.jupyter-no-password",
    QT_TRANSLATE_NOOP("rules", "Jupyter asks for a password or a token"),
    "jupyter-server.readthedocs.io, Security; CWE-306",
    check,
};

} // namespace gw
