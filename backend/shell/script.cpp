// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/script.h"

#include "backend/base/quoting.h"
#include "backend/base/untrustedtext.h"
#include "backend/shell/bootstrap.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Script)
};

using Method = Elevation::Method;

constexpr qint64 roomForChatter = 256 * 1024; ///< of rc files, around the frame

Error tried(const Shell &shell, Error error)
{
    error.tried = Text::tr("Run a script on %1").arg(shell.description());
    return error;
}

/// `set -- 'a' 'b'` before the script, so that the hash covers the arguments too.
Result<QByteArray> withArguments(const Script &script)
{
    if (script.text.contains('\0'))
        return Error{Error::Kind::Invalid, {}, Text::tr("The script contains a NUL byte"), {}, {}};
    if (script.arguments.isEmpty())
        return script.text;
    QByteArray line = "set --";
    for (const QByteArray &argument : script.arguments)
        line += ' ' + GW_TRY(quoted(argument));
    return QByteArray(line + '\n' + script.text);
}

/// The last words before the frame failed to come: "This account is currently not available."
QString lastWords(const Output &output)
{
    const QByteArray said = output.err.trimmed().isEmpty() ? output.out.trimmed() : output.err.trimmed();
    return UntrustedText::fromBytes(said.mid(said.lastIndexOf('\n') + 1)).shown();
}

bool asksForPassword(Method method)
{
    return method == Method::SudoPassword || method == Method::DoasPassword;
}

Error withoutFrame(const Output &output, Method method, Error error)
{
    const QString words = lastWords(output);
    if (asksForPassword(method)) {
        const QString program = method == Method::SudoPassword ? QStringLiteral("sudo") : QStringLiteral("doas");
        return Error{Error::Kind::Refused,
                     {},
                     words.isEmpty() ? Text::tr("%1 did not make us root").arg(program)
                                     : Text::tr("%1 did not make us root: %2").arg(program, words),
                     Text::tr("Check the password and the rights of this user; it was not sent a second time"),
                     {}};
    }
    if (!words.isEmpty()) {
        error.cause = Text::tr("The login shell did not run the command; it said: %1").arg(words);
        error.advice = Text::tr("Check the login shell of this user and what its start files print");
    }
    return error;
}

struct Attempt {
    Result<Output> result;
    bool wantsTerminal = false; ///< sudo is set to requiretty
};

Attempt attempt(Shell &shell, const Script &script, const QByteArray &text, const Elevation &elevation, bool terminal,
                std::stop_token stop, const Shell::Progress &progress)
{
    const Method method = elevation.method;
    const ScriptMarks marks = ScriptMarks::create();
    Command command;
    command.line = bootstrapLine(method, terminal, marks, script.timeout);
    command.input = bootstrapInput(text, marks);
    command.timeout = script.timeout;
    command.silence = script.silence;
    command.outputLimit = script.outputLimit + roomForChatter;
    command.terminal = terminal;
    if (asksForPassword(method)) {
        command.inputAfter = marks.ready;
        const QByteArray prompt = method == Method::DoasPassword ? marks.prompt + "\rdoas (" : marks.prompt;
        command.promptReply = PromptReply{prompt, elevation.password};
    }
    FrameProgress inside(marks, progress);
    const auto onOutput = [&inside](QByteArrayView bytes) { inside.receive(bytes); };
    auto output = shell.run(command, stop, progress ? Shell::Progress(onOutput) : Shell::Progress());
    if (!output)
        return {tried(shell, output.error())};
    auto answer = unframed(output->out, marks);
    if (!answer) {
        const bool began = output->out.contains(marks.frame);
        const bool wantsTerminal = !began && method == Method::SudoPassword && !terminal && output->err.contains("tty");
        return {tried(shell, began ? answer.error() : withoutFrame(*output, method, answer.error())), wantsTerminal};
    }
    if (answer->out.size() > script.outputLimit)
        return {tried(shell, Error{Error::Kind::TooLarge,
                                   {},
                                   Text::tr("The script printed more than %1").arg(shownSize(script.outputLimit)),
                                   {},
                                   {}})};
    return {Output{answer->exitCode, std::move(answer->out), std::move(output->err)}};
}

} // namespace

Result<Output> runScript(Shell &shell, const Script &script, const Elevation &elevation, std::stop_token stop,
                         const Shell::Progress &progress)
{
    const auto text = withArguments(script);
    if (!text)
        return tried(shell, text.error());
    const bool onTerminal = elevation.method == Method::DoasPassword; // doas asks only there
    Attempt first = attempt(shell, script, *text, elevation, onTerminal, stop, progress);
    if (!first.wantsTerminal)
        return first.result;
    // requiretty in sudoers: refused before any password was sent, so this is no second try of it.
    return attempt(shell, script, *text, elevation, true, stop, progress).result;
}

Result<RootAccess> rootAccess(Shell &shell, std::stop_token stop)
{
    Script script;
    script.text = "echo \"$GW_ROOT_WAY $GW_ROOT_ASKS\"";
    const Output output = GW_TRY(runScript(shell, script, {}, std::move(stop)));
    const QByteArrayList said = output.out.trimmed().split(' ');
    RootAccess access;
    access.isRoot = said.value(0) != "none";
    if (said.value(1) == "sudo")
        access.asks = Method::SudoPassword;
    else if (said.value(1) == "doas")
        access.asks = Method::DoasPassword;
    return access;
}

} // namespace gw
