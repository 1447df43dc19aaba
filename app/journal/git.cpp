// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/git.h"

#include "backend/base/untrustedtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(GitMirror)
};

constexpr int patience = 60'000; // milliseconds; a commit takes some ten

QProcessEnvironment environment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(QLatin1String("GIT_")))
            environment.remove(name);
    }
    environment.insert(QStringLiteral("GIT_CONFIG_NOSYSTEM"), QStringLiteral("1"));
    environment.insert(QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("/dev/null"));
    environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    return environment;
}

} // namespace

Result<Git> Git::find(const QString &repository)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("git"));
    const Git git(program, repository);
    if (!program.isEmpty())
        return git;
    Error error = git.failed(Text::tr("The program git is not installed"));
    error.kind = Error::Kind::Unsupported;
    error.advice = Text::tr("Install git, or turn the git mirror off: the journal is complete without it");
    return error;
}

Error Git::failed(const QString &cause) const
{
    return Error{Error::Kind::Failed,
                 Text::tr("Keep the journal as a git repository in %1").arg(QDir::toNativeSeparators(m_repository)),
                 cause,
                 {},
                 {}};
}

Error Git::error(const Output &output) const
{
    const QString said = UntrustedText::fromBytes(output.error.trimmed()).shown();
    return failed(said.isEmpty() ? Text::tr("git ended with code %1").arg(output.exitCode) : said);
}

Result<Git::Output> Git::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(m_program, QStringList{QStringLiteral("-c"), QStringLiteral("core.hooksPath=/dev/null"),
                                         QStringLiteral("-c"), QStringLiteral("commit.gpgsign=false"),
                                         QStringLiteral("--git-dir=%1").arg(m_repository)} +
                                 arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit) {
        const QString cause = process.errorString();
        process.kill();
        process.waitForFinished();
        return failed(cause);
    }
    return Output{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Result<QByteArray> Git::output(const QStringList &arguments, const QByteArray &input) const
{
    const Output output = GW_TRY(run(arguments, input));
    if (output.exitCode != 0)
        return error(output);
    return output.said;
}

} // namespace gw
