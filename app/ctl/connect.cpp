// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/connect.h"

#include "app/ctl/terminal.h"
#include "backend/base/overloaded.h"
#include "backend/shell/localshell.h"
#include "backend/ssh/transport.h"

#include <QCoreApplication>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

constexpr int mostQuestions = 20; // a server could ask for ever

Error unanswered(const Error &error, const QString &advice)
{
    return {Error::Kind::NeedsAnswer, error.tried, error.cause, advice, error.question};
}

Error stopped(const Error &error)
{
    return {Error::Kind::Cancelled, error.tried, QCoreApplication::translate("ctl", "Stopped"), {}, {}};
}

Result<void> answerHostKey(const Error &error, const HostKeyQuestion &question, Answers &answers,
                           const QCommandLineParser &parser, std::stop_token stop)
{
    if (parser.value(u"accept-host-key"_s) == question.fingerprint) {
        answers.accept(question);
        return {};
    }
    if (!canAsk())
        return unanswered(error, QCoreApplication::translate("ctl", "If it is the right one, use --accept-host-key %1")
                                     .arg(question.fingerprint));
    const QString prompt =
        QCoreApplication::translate(
            "ctl", "%1 (%2) is not known yet. Its key is %3\n%4\nAccept it? (yes, no, or the fingerprint) ")
            .arg(question.hop, question.address, question.keyType, question.fingerprint);
    const std::optional<QString> reply = ask(prompt, stop);
    if (!reply || stop.stop_requested())
        return stopped(error);
    if (reply->trimmed() == u"yes"_s || reply->trimmed() == question.fingerprint) {
        answers.accept(question);
        return {};
    }
    return Error{
        Error::Kind::Refused, error.tried, QCoreApplication::translate("ctl", "The host key was not accepted"), {}, {}};
}

QString promptFor(const SecretQuestion &question, const SecretQuestion::Prompt &prompt)
{
    switch (question.kind) {
    case SecretQuestion::Kind::Password:
        return QCoreApplication::translate("ctl", "Password of %1: ").arg(question.hop);
    case SecretQuestion::Kind::Passphrase:
        return QCoreApplication::translate("ctl", "Passphrase of %1: ").arg(question.subject);
    case SecretQuestion::Kind::RootPassword:
        return QCoreApplication::translate("ctl", "Password for %1 on %2: ").arg(question.subject, question.hop);
    case SecretQuestion::Kind::KeyboardInteractive: break;
    }
    return QCoreApplication::translate("ctl", "%1 asks: %2 ").arg(question.hop, prompt.text.shown());
}

Result<void> answerSecret(const Error &error, const SecretQuestion &question, Answers &answers, std::stop_token stop)
{
    if (!canAsk())
        return unanswered(error,
                          QCoreApplication::translate("ctl", "Use a key or an agent, or run this in a terminal."));
    if (!question.remark.isEmpty())
        complain(question.remark);
    if (!question.instruction.isEmpty())
        complain(question.instruction.shown());
    const QList<SecretQuestion::Prompt> prompts =
        question.prompts.isEmpty() ? QList<SecretQuestion::Prompt>{{}} : question.prompts;
    QList<Secret> given;
    for (const SecretQuestion::Prompt &prompt : prompts) {
        const std::optional<Secret> secret = askSecret(promptFor(question, prompt), stop);
        if (!secret || stop.stop_requested())
            return stopped(error);
        given += *secret;
    }
    answers.answer(question, given);
    return {};
}

Result<TransportKind> transportKind(const QString &name)
{
    if (name.isEmpty() || name == u"automatic"_s)
        return TransportKind::Automatic;
    if (name == u"libssh"_s)
        return TransportKind::Libssh;
    if (name == u"openssh"_s)
        return TransportKind::OpenSsh;
    return Error{Error::Kind::Invalid,
                 QCoreApplication::translate("ctl", "Choose a transport"),
                 QCoreApplication::translate("ctl", "“%1” is none").arg(name),
                 QCoreApplication::translate("ctl", "Use automatic, libssh or openssh"),
                 {}};
}

} // namespace

Result<void> answer(const Error &error, Answers &answers, const QCommandLineParser &parser, std::stop_token stop)
{
    return std::visit(
        Overloaded{
            [&](std::monostate) -> Result<void> { return error; },
            [&](const HostKeyQuestion &question) { return answerHostKey(error, question, answers, parser, stop); },
            [&](const SecretQuestion &question) { return answerSecret(error, question, answers, stop); },
        },
        error.question);
}

Result<Connection> connectTo(const Server &server, const QCommandLineParser &parser, std::stop_token stop)
{
    if (server.isLocal())
        return Connection{std::make_unique<LocalShell>(), {}};
    const Target target = GW_TRY(Target::parse(server.target));
    RouteOptions options;
    options.transport =
        GW_TRY(transportKind(parser.isSet(u"transport"_s) ? parser.value(u"transport"_s) : server.transport));
    options.identityFile = parser.isSet(u"identity"_s) ? parser.value(u"identity"_s) : server.identityFile;
    options.configFile = parser.value(u"ssh-config"_s);
    const Route route = GW_TRY(routeTo(target, options, stop));
    showProgress(QCoreApplication::translate("ctl", "Connecting to %1").arg(target.text()));
    ConnectOptions connecting;
    connecting.notice = [](const UntrustedText &notice) {
        if (!notice.isEmpty())
            complain(QCoreApplication::translate("ctl", "ssh says: %1").arg(notice.shown()));
    };
    Answers answers;
    QStringList oneTime;
    for (int question = 0;; ++question) {
        auto opened = openTransport(route, answers, connecting, stop);
        if (opened) {
            for (const QString &key : std::as_const(oneTime))
                answers.secrets.remove(key);
            for (const QString &warning : (*opened)->info().warnings)
                complain(warning);
            Way way = wayOf(route, answers, {}, **opened);
            way.notice = connecting.notice;
            return Connection{std::move(opened).value(), std::move(way)};
        }
        if (opened.error().kind != Error::Kind::NeedsAnswer || question == mostQuestions)
            return opened.error();
        if (const auto answered = answer(opened.error(), answers, parser, stop); !answered)
            return answered.error();
        if (const auto *secret = std::get_if<SecretQuestion>(&opened.error().question);
            secret && !secret->isForEveryLogin())
            oneTime += secret->key();
    }
}

Result<Elevation> elevationFor(Shell &shell, const QCommandLineParser &parser, std::stop_token stop)
{
    if (!parser.isSet(u"ask-root-password"_s))
        return Elevation{};
    const RootAccess access = GW_TRY(rootAccess(shell, stop));
    if (access.isRoot)
        return Elevation{};
    const QString tried = QCoreApplication::translate("ctl", "Become root on %1").arg(shell.description());
    if (!access.asks) {
        complain(QCoreApplication::translate(
                     "ctl", "%1: Neither sudo nor doas would take a password from this user. Going on without root.")
                     .arg(tried));
        return Elevation{};
    }
    if (!canAsk())
        return Error{Error::Kind::Invalid,
                     tried,
                     QCoreApplication::translate("ctl", "Standard input is no terminal"),
                     QCoreApplication::translate("ctl", "Leave --ask-root-password away, or run this in a terminal"),
                     {}};
    const QString program = *access.asks == Elevation::Method::DoasPassword ? u"doas"_s : u"sudo"_s;
    const std::optional<Secret> password = askSecret(
        QCoreApplication::translate("ctl", "Password for %1 on %2: ").arg(program, shell.description()), stop);
    if (!password)
        return Error{Error::Kind::Cancelled, tried, QCoreApplication::translate("ctl", "Stopped"), {}, {}};
    return Elevation{*access.asks, *password};
}

} // namespace gw::ctl
