// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/terminal.h"

#include <QFile>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace gw::test {
namespace {

std::vector<char *> pointers(QByteArrayList &words)
{
    std::vector<char *> out;
    for (QByteArray &word : words)
        out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

/// Reads until the program has ended, answering on the way.
QByteArray converse(int terminal, QList<Typed> typed)
{
    QByteArray shown;
    qsizetype looked = 0;
    char buffer[4096];
    for (ssize_t got; (got = ::read(terminal, buffer, sizeof buffer)) > 0;) {
        shown.append(buffer, got);
        if (typed.isEmpty())
            continue;
        const qsizetype at = shown.indexOf(typed.first().prompt, looked);
        if (at < 0)
            continue;
        looked = at + typed.first().prompt.size();
        const QByteArray line = typed.takeFirst().answer + '\n';
        (void)!::write(terminal, line.constData(), size_t(line.size()));
    }
    return shown;
}

} // namespace

Ran runOnTerminal(const QString &program, const QStringList &arguments, const QStringList &environment,
                  const QList<Typed> &typed)
{
    QByteArrayList words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words += argument.toUtf8();
    QByteArrayList settings{"PATH=" + qgetenv("PATH"), "LSAN_OPTIONS=" + qgetenv("LSAN_OPTIONS"), "TERM=xterm"};
    for (const QString &setting : environment)
        settings += setting.toUtf8();
    const std::vector<char *> argv = pointers(words);
    const std::vector<char *> envp = pointers(settings);
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        ::execve(argv.front(), argv.data(), envp.data());
        ::_exit(127);
    }
    if (child < 0)
        return {-1, {}, "no terminal"};
    const QByteArray shown = converse(terminal, typed);
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(terminal);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, shown, {}};
}

} // namespace gw::test
