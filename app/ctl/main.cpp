// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal.h"
#include "app/ctl/verb.h"
#include "app/translation/translation.h"
#include "app/version.h"

#include <QCoreApplication>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

constexpr const Verb *verbs[] = {&surveyVerb, &reviewVerb, &diffVerb,    &fixVerb,  &sshVerb,   &applyVerb,
                                 &keepVerb,   &undoVerb,   &historyVerb, &listVerb, &nginxVerb, &publishVerb};

QString usage()
{
    QString out = QCoreApplication::translate("ctl", "Usage: gatewrightctl VERB [options]") + u"\n\n"_s;
    for (const Verb *verb : verbs)
        out += u"  %1  %2\n"_s.arg(u"%1 %2"_s.arg(QLatin1String(verb->name), QLatin1String(verb->arguments)), -28)
                   .arg(QCoreApplication::translate("ctl", verb->summary));
    out += u'\n';
    out += QCoreApplication::translate(
        "ctl", "TARGET is a saved server's name, user@host[:port], an alias of ssh_config, or local.\n"
               "gatewrightctl VERB --help explains the options of a verb.\n"
               "Exit codes: 0 fine, 1 findings at or above the bar or a change that was not kept, 2 could not do it.");
    return out + u'\n';
}

const Verb *verbNamed(const QString &name)
{
    for (const Verb *verb : verbs) {
        if (name == QLatin1String(verb->name))
            return verb;
    }
    return nullptr;
}

/// Qt puts the path of the program into the usage line; people type its name and a verb.
QString helpOf(const QCommandLineParser &parser, const QString &name)
{
    return parser.helpText().replace(QCoreApplication::arguments().constFirst(), name);
}

int runVerb(const Verb &verb, const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("ctl", verb.summary));
    if (*verb.arguments)
        parser.addPositionalArgument(QString::fromLatin1(verb.arguments).section(u' ', 0, 0).toLower(), {},
                                     QString::fromLatin1(verb.arguments));
    parser.addOption({{u"h"_s, u"help"_s}, QCoreApplication::translate("ctl", "Explains the options.")});
    verb.describe(parser);
    if (!parser.parse(arguments)) {
        complain(parser.errorText());
        return Failed;
    }
    if (parser.isSet(u"help"_s))
        return print(helpOf(parser, arguments.first()).toLocal8Bit()) ? Fine : Failed;
    Interrupts interrupts;
    return verb.run(parser, interrupts.token());
}

int runProgram(QStringList arguments)
{
    const QString first = arguments.value(1);
    if (first == u"--help"_s || first == u"-h"_s || first == u"help"_s)
        return print(usage().toLocal8Bit()) ? Fine : Failed;
    if (first == u"--version"_s)
        return print("gatewrightctl " GATEWRIGHT_VERSION "\n") ? Fine : Failed;
    const Verb *verb = verbNamed(first);
    if (!verb) {
        complain(first.isEmpty() ? QCoreApplication::translate("ctl", "A verb is needed.")
                                 : QCoreApplication::translate("ctl", "Unknown verb “%1”.").arg(first));
        std::fputs(usage().toLocal8Bit().constData(), stderr);
        return Failed;
    }
    arguments[0] = u"gatewrightctl %1"_s.arg(first); // what the help names
    arguments.removeAt(1);
    return runVerb(*verb, arguments);
}

} // namespace
} // namespace gw::ctl

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gatewright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GATEWRIGHT_VERSION));
    gw::Translation translation;
    translation.install(gw::Translation::systemLanguage());
    return gw::ctl::runProgram(QCoreApplication::arguments());
}
