// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <sys/types.h>

namespace gw::test {

/// A program on a terminal of its own, as a person would have it.
class PseudoTerminal {
public:
    PseudoTerminal(const QStringList &command, const QStringList &settings);
    ~PseudoTerminal();
    PseudoTerminal(const PseudoTerminal &) = delete;
    PseudoTerminal &operator=(const PseudoTerminal &) = delete;

    /// Waits until the program has printed this after what was seen before; false when it ended without it.
    bool waitFor(const QByteArray &text);
    void type(const QByteArray &keys) const;
    /// Reads until the program ends; its exit code, -1 if it died of a signal.
    int finish();
    /// Everything that appeared on the screen.
    const QByteArray &screen() const { return m_screen; }

private:
    bool read();
    pid_t m_child = -1;
    int m_terminal = -1;
    QByteArray m_screen;
    qsizetype m_seen = 0;
};

} // namespace gw::test
