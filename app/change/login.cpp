// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/login.h"

#include "backend/shell/localshell.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

/// The last hop as the proof wants it; jump hosts stay.
Route routeFor(const Way &way, const LoginProof &proof)
{
    Route route = way.route;
    HopSettings &last = route.hops.last();
    if (!proof.user.isEmpty())
        last.user = route.target.user = proof.user;
    if (proof.port != 0)
        last.port = route.target.port = proof.port;
    return route;
}

/// A password belongs to an account, not to a port.
Answers answersFor(const Way &way, const HopSettings &hop)
{
    const HopSettings &first = way.route.hops.last();
    Answers answers = way.answers;
    if (hop.user != first.user)
        return answers;
    for (const SecretQuestion::Kind kind : {SecretQuestion::Kind::Password, SecretQuestion::Kind::RootPassword}) {
        SecretQuestion before, now;
        before.kind = now.kind = kind;
        before.hop = first.label();
        now.hop = hop.label();
        if (answers.secrets.contains(before.key()) && !answers.secrets.contains(now.key()))
            answers.secrets.insert(now.key(), answers.secrets.value(before.key()));
    }
    return answers;
}

/// The question about the key of the server itself; null: the error is about something else.
const HostKeyQuestion *hostKeyQuestionOf(const Error &error, const HopSettings &hop)
{
    const auto *question = std::get_if<HostKeyQuestion>(&error.question);
    const QString name = u"%1:%2"_s.arg(hop.alias.isEmpty() ? hop.host : hop.alias).arg(hop.port);
    return question && question->hop == name ? question : nullptr;
}

/// A password is asked for where the same user came in by key before.
bool isKeyRefused(const Way &way, const HopSettings &hop, const Error &error)
{
    const auto *question = std::get_if<SecretQuestion>(&error.question);
    return question && question->hop == hop.label() && !way.byPassword && hop.user == way.route.hops.last().user &&
           (question->kind == SecretQuestion::Kind::Password ||
            question->kind == SecretQuestion::Kind::KeyboardInteractive);
}

Result<std::unique_ptr<Transport>> connectAgain(const Way &way, const Route &route, std::stop_token stop)
{
    const HopSettings &hop = route.hops.last();
    Answers answers = answersFor(way, hop);
    ConnectOptions options;
    options.notice = way.notice;
    auto opened = openTransport(route, answers, options, stop);
    if (opened)
        return opened;
    const Error &error = opened.error();
    if (isKeyRefused(way, hop, error))
        return Error{
            Error::Kind::Refused,
            error.tried,
            Text::tr("The key that opened the first connection is not taken any more; a password is asked for"),
            {},
            {}};
    const HostKeyQuestion *question = hostKeyQuestionOf(error, hop);
    if (!question)
        return opened;
    if (!way.hostKeys.contains(question->fingerprint))
        return Error{Error::Kind::HostKeyChanged,
                     error.tried,
                     Text::tr("What answers there shows the host key %1 %2, which is none of this server")
                         .arg(question->keyType, question->fingerprint),
                     Text::tr("Find out who listens on that port"),
                     {}};
    answers.accept(*question);
    return openTransport(route, answers, options, stop);
}

Result<bool> isRoot(Shell &shell, const Elevation &elevation, std::stop_token stop)
{
    Script script;
    script.text = "id -u\n";
    return GW_TRY(runScript(shell, script, elevation, stop)).out == "0\n";
}

SecretQuestion rootQuestion(const QString &hop, Elevation::Method asks)
{
    SecretQuestion question;
    question.kind = SecretQuestion::Kind::RootPassword;
    question.hop = hop;
    question.subject = asks == Elevation::Method::DoasPassword ? u"doas"_s : u"sudo"_s;
    question.prompts = {{UntrustedText(Text::tr("Password")), false}};
    return question;
}

/// As before; with the password that somebody gave for this login; or by asking for one.
Result<Elevation> becomeRoot(Shell &shell, const Elevation &before, const QString &hop, const Answers &answers,
                             std::stop_token stop)
{
    if (GW_TRY(isRoot(shell, before, stop)))
        return before;
    const QString tried = Text::tr("Become root on %1").arg(shell.description());
    const RootAccess access = GW_TRY(rootAccess(shell, stop));
    if (!access.asks)
        return Error{Error::Kind::Refused,
                     tried,
                     Text::tr("The login works, but this user cannot become root: nobody could administer the server"),
                     Text::tr("Give the user rights by sudo first"),
                     {}};
    const SecretQuestion question = rootQuestion(hop, *access.asks);
    const QList<Secret> given = answers.secrets.value(question.key());
    if (given.isEmpty())
        return Error{
            Error::Kind::NeedsAnswer, tried, Text::tr("%1 asks for a password").arg(question.subject), {}, question};
    const Elevation elevation{*access.asks, given.first()};
    if (!GW_TRY(isRoot(shell, elevation, stop)))
        return Error{Error::Kind::Refused, tried, Text::tr("%1 did not make us root").arg(question.subject), {}, {}};
    return elevation;
}

Result<Login> newLocalShell(const Elevation &elevation, std::stop_token stop)
{
    auto shell = std::make_shared<LocalShell>();
    const Elevation root = GW_TRY(becomeRoot(*shell, elevation, u"local"_s, {}, stop));
    return Login{shell, root, Text::tr("A new shell of this computer is root; there is no SSH login to prove")};
}

} // namespace

const ConnectionInfo *connectionInfoOf(const Shell &shell)
{
    const auto *transport = dynamic_cast<const Transport *>(&shell);
    return transport ? &transport->info() : nullptr;
}

Way wayOf(const Route &route, const Answers &answers, const Elevation &elevation, const Shell &shell,
          const Facts *facts)
{
    Way way;
    way.route = route;
    way.answers = answers;
    way.elevation = elevation;
    if (const ConnectionInfo *info = connectionInfoOf(shell)) {
        way.address = info->address;
        way.byPassword = info->authentication.startsWith(u"password") || info->authentication.startsWith(u"keyboard");
        way.hostKeys.insert(info->hostKey.section(u' ', -1));
    }
    if (facts)
        trustHostKeysOf(way, *facts);
    return way;
}

void trustHostKeysOf(Way &way, const Facts &facts)
{
    if (!facts.sshd || !facts.sshd->hostKeys)
        return;
    for (const HostKeyFact &key : *facts.sshd->hostKeys)
        way.hostKeys.insert(key.fingerprint.raw());
}

Result<Login> logInAgain(const Way &way, const LoginProof &proof, std::stop_token stop)
{
    if (way.route.hops.isEmpty())
        return newLocalShell(way.elevation, stop);
    const Route route = routeFor(way, proof);
    const HopSettings &hop = route.hops.last();
    std::shared_ptr<Transport> transport = GW_TRY(connectAgain(way, route, stop));
    // The password of one user says nothing about another one.
    const Elevation before = hop.user == way.route.hops.last().user ? way.elevation : Elevation{};
    const Elevation root = GW_TRY(becomeRoot(*transport, before, hop.label(), answersFor(way, hop), stop));
    const ConnectionInfo &info = transport->info();
    return Login{transport, root,
                 Text::tr("%1 by %2, root, in %3 s")
                     .arg(hop.label(), UntrustedText(info.authentication).shown(),
                          QString::number(double(info.connectTime.count()) / 1000, 'f', 1))};
}

} // namespace gw
