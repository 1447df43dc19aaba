// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/opensshconnect.h"

#include "backend/shell/process.h"
#include "backend/ssh/askpassserver.h"
#include "backend/ssh/keytrouble.h"
#include "backend/ssh/opensshanswering.h"
#include "backend/ssh/opensshlog.h"
#include "backend/ssh/opensshprompt.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace gw {
namespace {

using namespace std::chrono_literals;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OpenSshTransport)
};

/// The person's configuration with our rules in front, where they win. A file and not options, because ssh hands -F on
/// to the ssh of each jump host.
Result<void> writeConfig(const QByteArray &path, const Route &route)
{
    const auto include = [](const QString &file) -> QByteArray {
        return "Include \"" + QFile::encodeName(file) + "\"\n";
    };
    QByteArray text = "Host *\n"
                      "  StrictHostKeyChecking ask\n"
                      "  NoHostAuthenticationForLocalhost no\n"
                      "  BatchMode no\n"
                      "  NumberOfPasswordPrompts 1\n"
                      "  ServerAliveInterval 15\n"
                      "  ServerAliveCountMax 3\n";
    if (route.configFile.isEmpty())
        text +=
            include(QDir::homePath() + QStringLiteral("/.ssh/config")) + include(QStringLiteral("/etc/ssh/ssh_config"));
    else
        text += include(QFileInfo(route.configFile).absoluteFilePath());
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(text) != text.size())
        return Error{Error::Kind::Failed, Text::tr("Write the settings for ssh"), file.errorString(), {}, {}};
    return {};
}

/// Whether the ssh of each jump host may tell on our standard error how far it came. It goes on writing there after we
/// have stopped reading: ssh does not mind, the person's ProxyCommand might.
bool jumpHostsSpeak(const Route &route)
{
    return route.hops.size() > 1 && std::all_of(route.hops.begin(), route.hops.end(),
                                                [](const HopSettings &hop) { return hop.proxyCommand.isEmpty(); });
}

QByteArrayList masterArguments(const OpenSshMaster &master, const Route &route, const ConnectOptions &options)
{
    QByteArrayList out{"ssh", "-F", master.file("config"), "-E", master.file("log"), "-N", "-f", "-T", "-x", "-a"};
    if (jumpHostsSpeak(route))
        out << "-v"; // handed on to their ssh
    const auto option = [&out](const QByteArray &setting) { out << "-o" << setting; };
    option("LogLevel=DEBUG1");
    option("ControlMaster=yes");
    option("ControlPath=" + master.controlPath());
    option("ControlPersist=20"); // after OpenSshMaster::hold() has ended: should this program die
    option("ClearAllForwardings=yes");
    option("PermitLocalCommand=no");
    option("RemoteCommand=none");
    option("Tunnel=no");
    option("ConnectTimeout=" + QByteArray::number(qint64(std::max<qint64>(1, options.timeout.count() / 1000))));
    if (!route.identityFile.isEmpty())
        out << "-i" << QFile::encodeName(route.identityFile);
    if (!route.target.user.isEmpty())
        out << "-l" << route.target.user.toUtf8();
    if (route.target.port != 0)
        out << "-p" << QByteArray::number(route.target.port);
    return out << "--" << route.target.host.toUtf8();
}

using HopIndex = std::optional<qsizetype>;

/// The hop that asks, or whose answer was refused.
HopIndex hopOf(const Question &question, const Route &route)
{
    for (qsizetype i = 0; i < route.hops.size(); ++i) {
        const HopSettings &hop = route.hops[i];
        const auto *hostKey = std::get_if<HostKeyQuestion>(&question);
        const auto *secret = std::get_if<SecretQuestion>(&question);
        if ((hostKey && hostKey->hop == nameOfHop(hop)) || (secret && secret->hop == hop.label()))
            return i;
    }
    return {};
}

/// The hop at which ssh gave up: the first one that did not let us in. `log` is of the ssh that speaks to the server
/// itself, `beside` of those that speak to the jump hosts.
HopIndex failingHop(const Route &route, const QString &log, const QString &beside)
{
    const qsizetype last = route.hops.size() - 1;
    if (last == 0 || serverHasSpoken(log))
        return last;
    const HopIndex passed = loginsIn(beside);
    return passed ? HopIndex(std::min(*passed, last)) : HopIndex();
}

/// Names the hop, or the whole way where ssh does not say which.
Error inAttempt(const Route &route, HopIndex hop, Error error)
{
    QStringList labels;
    for (const HopSettings &each : route.hops)
        labels += each.label();
    if (!hop)
        error.tried = Text::tr("Connect to %1 by OpenSSH").arg(labels.join(QStringLiteral(" → ")));
    else if (*hop + 1 < labels.size())
        error.tried = Text::tr("Connect to the jump host %1 by OpenSSH").arg(labels[*hop]);
    else if (*hop > 0)
        error.tried = Text::tr("Connect to %1 through the jump host %2 by OpenSSH").arg(labels[*hop], labels[*hop - 1]);
    else
        error.tried = Text::tr("Connect to %1 by OpenSSH").arg(labels[*hop]);
    return error;
}

/// Tells what became of the keys, where the person might expect that they do it.
Error withKeys(Error error, const QStringList &troubles)
{
    auto *question = std::get_if<SecretQuestion>(&error.question);
    const bool isAboutKeys =
        error.kind == Error::Kind::Refused ? !question : question && question->kind != SecretQuestion::Kind::Passphrase;
    const QString remark = keyRemark(troubles);
    if (!isAboutKeys || remark.isEmpty())
        return error;
    if (question)
        question->remark = remark;
    error.cause = Text::tr("%1. %2").arg(error.cause, remark);
    return error;
}

} // namespace

Result<ConnectionInfo> connectMaster(const OpenSshMaster &master, const Route &route, const Answers &answers,
                                     const ConnectOptions &options, std::stop_token stop)
{
    GW_TRY(writeConfig(master.file("config"), route));
    std::stop_source sshStop;
    const std::stop_callback passOn(stop, [&sshStop] { sshStop.request_stop(); });
    OpenSshAnswering answering(master, route.hops, answers, sshStop);
    const auto askpass = GW_TRY(AskpassServer::start(
        master.folder(), [&answering](const QByteArray &prompt) { return answering(prompt); }, options.notice));

    Command bounds;
    bounds.timeout = bounds.silence = options.timeout * std::max<qsizetype>(1, route.hops.size());
    bounds.outputLimit = 1024 * 1024;
    const QByteArrayList settings = askpass->environment() + QByteArrayList{"LC_ALL=C.UTF-8"};
    const Program ssh{masterArguments(master, route, options), environmentWith(settings, {"SSH_ASKPASS_PROMPT"})};
    const auto begin = std::chrono::steady_clock::now();
    const auto output = runProgram(ssh, bounds, {}, sshStop.get_token());

    const QString log = master.log();
    const QString beside = output ? withoutCarriageReturns(output->err) : QString();
    const HopIndex hop = failingHop(route, log, beside);
    if (stop.stop_requested())
        return inAttempt(route, hop, Error{Error::Kind::Cancelled, {}, Text::tr("Stopped"), {}, {}});
    const QStringList keys = keyTroublesIn(route.hops.size() == 1 || serverHasSpoken(log) ? log : beside);
    const bool connected = output && output->exitCode == 0 && master.isThere();
    if (!connected)
        if (const auto error = answering.error())
            return inAttempt(route, hopOf(error->question, route), withKeys(*error, keys));
    if (!output)
        return inAttempt(route, hop, output.error());
    if (!connected) {
        Error error = errorOfLog(log, beside);
        const auto secret = answering.lastAnswered();
        if (secret && error.kind == Error::Kind::Refused && (!hop || secret->hop == route.hops[*hop].label())) {
            error.cause = Text::tr("The answer for %1 was not accepted").arg(secret->hop);
            error.question = *secret;
        }
        return inAttempt(route, hop, withKeys(error, keys));
    }
    ConnectionInfo info = connectionInfoOf(log);
    info.reason = route.reason;
    info.user = route.hops.last().user;
    info.warnings = warningsIn(beside + u'\n' + log);
    info.connectTime = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    return info;
}

} // namespace gw
