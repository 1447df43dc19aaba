// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace gw::fuzz {

/// One thing that takes any bytes. A new one is a new file here with one GW_FUZZ_TARGET.
struct Target {
    const char *name;
    const char *corpus; ///< a folder of tests/fuzz/corpus
    /// What is wrong with what came of them; empty: nothing.
    QByteArray (*whatIsWrong)(const QByteArray &data);
};

/// All there are.
QList<Target> &targets();

struct Registration {
    explicit Registration(const Target &target) { targets().append(target); }
};

} // namespace gw::fuzz

#define GW_FUZZ_TARGET(name, corpus, function)                                                                         \
    static const gw::fuzz::Registration registration({name, corpus, function});
