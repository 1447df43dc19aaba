// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/pseudoterminal.h"

#include <QList>
#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gw::test {

PseudoTerminal::PseudoTerminal(const QStringList &command, const QStringList &settings)
{
    QList<QByteArray> arguments;
    for (const QString &word : QStringList{QStringLiteral("env")} + settings + command)
        arguments += word.toLocal8Bit();
    QList<char *> vector;
    for (QByteArray &word : arguments)
        vector += word.data();
    vector += nullptr;
    m_child = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
    if (m_child == 0) {
        ::execv("/usr/bin/env", vector.data());
        ::_exit(127);
    }
}

PseudoTerminal::~PseudoTerminal()
{
    if (m_child > 0) {
        ::kill(m_child, SIGKILL);
        ::waitpid(m_child, nullptr, 0);
    }
    ::close(m_terminal);
}

bool PseudoTerminal::read()
{
    pollfd waiting{m_terminal, POLLIN, 0};
    if (::poll(&waiting, 1, 60'000) <= 0)
        return false;
    char buffer[4096];
    const ssize_t size = ::read(m_terminal, buffer, sizeof buffer);
    if (size <= 0)
        return false; // EIO: the program has ended
    m_screen.append(buffer, size);
    return true;
}

bool PseudoTerminal::waitFor(const QByteArray &text)
{
    for (;;) {
        if (const qsizetype at = m_screen.indexOf(text, m_seen); at >= 0) {
            m_seen = at + text.size();
            return true;
        }
        if (!read())
            return false;
    }
}

void PseudoTerminal::type(const QByteArray &keys) const
{
    (void)!::write(m_terminal, keys.constData(), size_t(keys.size()));
}

int PseudoTerminal::finish()
{
    while (read()) {
    }
    int status = 0;
    ::waitpid(m_child, &status, 0);
    m_child = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace gw::test
