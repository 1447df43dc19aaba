// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace {

struct Ended {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Ended gatewright(const QStringList &arguments, const QString &platform)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, platform);
    program.setProcessEnvironment(environment);
    program.start(QCoreApplication::applicationDirPath() + u"/../gatewright"_s, arguments);
    if (!program.waitForFinished(60'000) || program.exitStatus() != QProcess::NormalExit)
        return {};
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

} // namespace

/// What the window's program answers on its command line.
class CommandLineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpAndVersion_needNoDisplay()
    {
        const Ended help = gatewright({u"--help"_s}, u"xcb"_s);
        QCOMPARE(help.exitCode, 0);
        QVERIFY2(help.out.startsWith("Usage: gatewright"), help.out.constData());
        const Ended version = gatewright({u"--version"_s}, u"xcb"_s);
        QCOMPARE(version.exitCode, 0);
        QVERIFY2(version.out.startsWith("gatewright "), version.out.constData());
    }

    void unknownOption_isRefused()
    {
        const Ended ended = gatewright({u"--bogus"_s}, u"offscreen"_s);
        QCOMPARE(ended.exitCode, 2);
        QVERIFY2(ended.err.contains("--bogus"), ended.err.constData());
        QVERIFY(ended.out.isEmpty());
    }
};

GW_REGISTER_TEST(CommandLineTest)
#include "commandlinetest.moc"
