// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/result.h"

#include <QByteArray>
#include <QCommandLineParser>
#include <QStringList>
#include <stop_token>

namespace gw::ctl {

/// Stable: scripts rest on these numbers.
enum ExitCode { Fine = 0, Found = 1, Failed = 2 };

/// One word after the program's name. Its file is <name>verb.cpp.
struct Verb {
    const char *name;
    const char *arguments; ///< "TARGET", for the usage line
    const char *summary;   ///< QT_TRANSLATE_NOOP("ctl", …)
    void (*describe)(QCommandLineParser &parser);
    int (*run)(const QCommandLineParser &parser, std::stop_token stop);
};

extern const Verb applyVerb;
extern const Verb diffVerb;
extern const Verb fixVerb;
extern const Verb historyVerb;
extern const Verb keepVerb;
extern const Verb listVerb;
extern const Verb nginxVerb;
extern const Verb publishVerb;
extern const Verb reviewVerb;
extern const Verb sshVerb;
extern const Verb surveyVerb;
extern const Verb undoVerb;

} // namespace gw::ctl
