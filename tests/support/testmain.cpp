// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"

#include <QApplication>
#include <QMap>
#include <cstdio>

namespace gw::test {
namespace {

QMap<QString, std::function<std::unique_ptr<QObject>()>> &registry()
{
    static QMap<QString, std::function<std::unique_ptr<QObject>()>> tests;
    return tests;
}

} // namespace

Registration::Registration(const char *name, std::function<std::unique_ptr<QObject>()> make)
{
    registry().insert(QString::fromLatin1(name).toLower(), std::move(make));
}

void skipAll(const QString &reason)
{
    std::printf("skipped: %s\n", qPrintable(reason));
    std::fflush(stdout);
    std::_Exit(77);
}

} // namespace gw::test

int main(int argc, char **argv)
{
    qputenv("LC_ALL", "C.UTF-8");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("gatewright-tests"));
    const auto &tests = gw::test::registry();
    const QString name = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (!tests.contains(name)) {
        std::printf("usage: %s TEST [QTest options]; tests: %s\n", argv[0], qPrintable(tests.keys().join(u' ')));
        return 2;
    }
    const std::unique_ptr<QObject> test = tests[name]();
    QStringList arguments = QApplication::arguments();
    arguments.removeAt(1);
    return QTest::qExec(test.get(), arguments);
}
