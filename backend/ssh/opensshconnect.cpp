// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/opensshconnect.h"

#include "backend/base/overloaded.h"
#include "backend/shell/process.h"
#include "backend/ssh/askpassserver.h"
#include "backend/ssh/opensshlog.h"
#include "backend/ssh/opensshprompt.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>
#include <mutex>

namespace gw {
namespace {

using namespace std::chrono_literals;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OpenSshTransport)
};

/// Answers prompts from what the person has said so far. An open question ends ssh before it sends anything in its
/// place, but for a passphrase: without it ssh goes on to the next key.
class Answering {
    Q_DECLARE_TR_FUNCTIONS(OpenSshTransport)
public:
    Answering(const QList<HopSettings> &hops, const Answers &answers, std::stop_source &ssh)
        : m_hops(hops), m_answers(answers), m_ssh(ssh)
    {
    }

    std::optional<Secret> operator()(const QByteArray &prompt)
    {
        const std::lock_guard lock(m_mutex);
        const Question question = questionOfPrompt(prompt, m_hops);
        return std::visit(Overloaded{[](std::monostate) { return std::optional<Secret>(); },
                                     [this](const HostKeyQuestion &key) { return answered(key); },
                                     [this](const SecretQuestion &secret) { return answered(secret); }},
                          question);
    }

    /// What ended the attempt, if it was a question or an answer.
    std::optional<Error> error() const
    {
        const std::lock_guard lock(m_mutex);
        if (m_repeated)
            return Error{Error::Kind::Refused,
                         {},
                         tr("The answer for %1 was not accepted").arg(m_repeated->hop),
                         tr("Nothing is tried a second time by itself. Answer again"),
                         *m_repeated};
        if (!std::holds_alternative<std::monostate>(m_open))
            return Error{Error::Kind::NeedsAnswer, {}, causeOf(m_open), {}, m_open};
        return {};
    }

    /// Whether a secret of the person was used: a refusal is then about it.
    std::optional<SecretQuestion> lastAnswered() const
    {
        const std::lock_guard lock(m_mutex);
        return m_last;
    }

private:
    std::optional<Secret> answered(const HostKeyQuestion &question)
    {
        // ssh takes the fingerprint itself for yes, and nothing but the right one.
        if (m_answers.accepts(question))
            return Secret(question.fingerprint.toLatin1());
        leaveOpen(question);
        m_ssh.request_stop();
        return {};
    }

    std::optional<Secret> answered(const SecretQuestion &question)
    {
        const auto found = m_answers.secrets.constFind(question.key());
        if (found == m_answers.secrets.constEnd() || found->size() != 1) {
            leaveOpen(question);
            if (question.kind != SecretQuestion::Kind::Passphrase)
                m_ssh.request_stop();
            return {};
        }
        if (m_used.contains(question.key())) {
            m_repeated = question;
            m_ssh.request_stop();
            return {};
        }
        m_used.insert(question.key());
        m_last = question;
        return found->first();
    }

    void leaveOpen(const Question &question)
    {
        if (std::holds_alternative<std::monostate>(m_open))
            m_open = question;
    }

    static QString causeOf(const Question &question)
    {
        return std::visit(
            Overloaded{
                [](std::monostate) { return QString(); },
                [](const HostKeyQuestion &key) {
                    return tr("The host key of %1 is not known yet: %2 %3").arg(key.hop, key.keyType, key.fingerprint);
                },
                [](const SecretQuestion &secret) {
                    return secret.kind == SecretQuestion::Kind::Passphrase
                               ? tr("The key file %1 is locked with a passphrase").arg(secret.subject)
                           : secret.kind == SecretQuestion::Kind::Password
                               ? tr("%1 asks for a password").arg(secret.hop)
                               : tr("%1 asks for something only you know").arg(secret.hop);
                }},
            question);
    }

    mutable std::mutex m_mutex;
    const QList<HopSettings> m_hops;
    const Answers m_answers;
    std::stop_source &m_ssh;
    Question m_open;
    std::optional<SecretQuestion> m_repeated;
    std::optional<SecretQuestion> m_last;
    QSet<QString> m_used;
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

QByteArrayList masterArguments(const OpenSshMaster &master, const Route &route, const ConnectOptions &options)
{
    QByteArrayList out{"ssh", "-F", master.file("config"), "-E", master.file("log"), "-N", "-f", "-T", "-x", "-a"};
    const auto option = [&out](const QByteArray &setting) { out << "-o" << setting; };
    option("LogLevel=DEBUG1");
    option("ControlMaster=yes");
    option("ControlPath=" + master.controlPath());
    option("ControlPersist=600"); // it ends by itself should this program die
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

/// ssh ends its lines with both.
QString withoutCarriageReturns(QByteArray said)
{
    return QString::fromUtf8(said.replace('\r', QByteArray()));
}

QString readLog(const OpenSshMaster &master)
{
    QFile file(QFile::decodeName(master.file("log")));
    return file.open(QIODevice::ReadOnly) ? withoutCarriageReturns(file.read(256 * 1024)) : QString();
}

/// ssh does not say which hop failed: all of them are named.
Error inAttempt(const Route &route, Error error)
{
    QStringList hops;
    for (const HopSettings &hop : route.hops)
        hops += hop.label();
    error.tried = Text::tr("Connect to %1 by OpenSSH").arg(hops.join(QStringLiteral(" → ")));
    return error;
}

} // namespace

Result<ConnectionInfo> connectMaster(const OpenSshMaster &master, const Route &route, const Answers &answers,
                                     const ConnectOptions &options, std::stop_token stop)
{
    GW_TRY(writeConfig(master.file("config"), route));
    std::stop_source sshStop;
    const std::stop_callback passOn(stop, [&sshStop] { sshStop.request_stop(); });
    Answering answering(route.hops, answers, sshStop);
    const auto askpass = GW_TRY(
        AskpassServer::start(master.folder(), [&answering](const QByteArray &prompt) { return answering(prompt); }));

    Command bounds;
    bounds.timeout = bounds.silence = options.timeout * std::max<qsizetype>(1, route.hops.size());
    bounds.outputLimit = 1024 * 1024;
    const QByteArrayList settings = askpass->environment() + QByteArrayList{"LC_ALL=C.UTF-8"};
    const Program ssh{masterArguments(master, route, options), environmentWith(settings, {"SSH_ASKPASS_PROMPT"})};
    const auto begin = std::chrono::steady_clock::now();
    const auto output = runProgram(ssh, bounds, {}, sshStop.get_token());

    if (stop.stop_requested())
        return inAttempt(route, Error{Error::Kind::Cancelled, {}, Text::tr("Stopped"), {}, {}});
    const bool connected = output && output->exitCode == 0 && master.isThere();
    if (!connected)
        if (const auto error = answering.error())
            return inAttempt(route, *error);
    if (!output)
        return inAttempt(route, output.error());
    const QString log = readLog(master);
    if (!connected) {
        Error error = errorOfLog(log, withoutCarriageReturns(output->err));
        if (const auto secret = answering.lastAnswered(); secret && error.kind == Error::Kind::Refused) {
            error.cause = Text::tr("The answer for %1 was not accepted").arg(secret->hop);
            error.question = *secret;
        }
        return inAttempt(route, error);
    }
    ConnectionInfo info = connectionInfoOf(log);
    info.reason = route.reason;
    info.user = route.hops.last().user;
    info.connectTime = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    return info;
}

} // namespace gw
