// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/version.h"
#include "app/window/window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QIcon>
#include <cstdio>
#include <string_view>

using namespace gw;

namespace {

/// For tests/bench: prints the milliseconds from the start of main until the window can be used, then quits.
constexpr auto measureStart = "--measure-start";

constexpr auto version = "gatewright " GATEWRIGHT_VERSION;
constexpr auto usage =
    "Usage: gatewright [--help | --version]\n"
    "Opens the window: servers over SSH, surveyed, reviewed, made safe. See gatewright(1);\n"
    "gatewrightctl(1) does the same in a terminal. Qt's own options, such as -platform and -style, work too.";

const char *answerWithoutDisplay(const std::string_view option)
{
    return option == "--version" ? version : option == "--help" || option == "-h" ? usage : nullptr;
}

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
    if (const char *text = answerWithoutDisplay(argc > 1 ? argv[1] : "")) {
        std::puts(text);
        return 0;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("gatewright"));
    QApplication::setApplicationDisplayName(QStringLiteral("Gatewright"));
    QApplication::setApplicationVersion(QStringLiteral(GATEWRIGHT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.gatewright.Gatewright"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/gatewright.svg")));

    const QStringList arguments = QApplication::arguments().mid(1); // without those that Qt took for itself
    if (!arguments.isEmpty() && arguments != QStringList(QLatin1String(measureStart))) {
        std::fprintf(stderr, "gatewright: \"%s\" is not known\n%s\n", qUtf8Printable(arguments.first()), usage);
        return 2;
    }
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
