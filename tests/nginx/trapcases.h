// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

namespace gw::test {

/// Whole configurations that readers of nginx's files are known to take wrongly, by what it is about.
struct Trap {
    const char *name;
    QByteArrayList texts;
};

/// Include files named "traps/…", written by trapFiles(), stand beside the main file.
QList<Trap> traps();

struct TrapFile {
    const char *name;
    QByteArray text;
};
QList<TrapFile> trapFiles();

} // namespace gw::test
