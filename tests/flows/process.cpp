// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/process.h"

#include <QProcess>

namespace gw::test {

Ran runToEnd(const QString &program, const QStringList &arguments, const QByteArray &input,
             const QStringList &environment)
{
    constexpr int limit = 15 * 60 * 1000; // the very first server of a machine is built first
    QProcess process;
    QProcessEnvironment settings = QProcessEnvironment::systemEnvironment();
    for (const QString &setting : environment)
        settings.insert(setting.section(u'=', 0, 0), setting.section(u'=', 1));
    process.setProcessEnvironment(settings);
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {-1, {}, process.errorString().toUtf8()};
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(limit);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    return {ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace gw::test
