// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/version.h"
#include "app/window/window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QIcon>
#include <cstdio>
#include <cstring>

using namespace gw;

namespace {

/// For tests/bench: prints the milliseconds from the start of main until the window can be used, then quits.
constexpr auto measureStart = "--measure-start";

void quitWhenReady(Window &window, const QElapsedTimer &sinceStart)
{
    QObject::connect(&window, &Window::ready, qApp, [&sinceStart] {
        std::printf("%lld\n", static_cast<long long>(sinceStart.elapsed()));
        QCoreApplication::quit();
    });
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    if (argc > 1 && std::strcmp(argv[1], "--version") == 0) { // needs no display
        std::printf("gatewright %s\n", GATEWRIGHT_VERSION);
        return 0;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("gatewright"));
    QApplication::setApplicationDisplayName(QStringLiteral("Gatewright"));
    QApplication::setApplicationVersion(QStringLiteral(GATEWRIGHT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.gatewright.Gatewright"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/gatewright.svg")));

    const QStringList arguments = QApplication::arguments();
    Theme theme(application);
    Translation translation;
    const Storage storage(Store::defaultPath());
    SecretStore secrets;
    Fleet fleet(storage, secrets);
    Window window(fleet, secrets, storage, theme, translation);
    if (arguments.contains(QLatin1String(measureStart)))
        quitWhenReady(window, sinceStart);
    window.show();
    return QApplication::exec();
}
