// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/nginxroute.h"
#include "app/ctl/nginxverbfiles.h"
#include "app/ctl/terminal.h"
#include "backend/base/jsontext.h"
#include "backend/base/untrustedtext.h"
#include "backend/nginx/check.h"
#include "backend/nginx/format.h"
#include "backend/nginx/json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

void describe(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"no-includes"_s, QCoreApplication::translate("ctl", "This file alone; do not follow its includes.")},
        {u"nginx-version"_s,
         QCoreApplication::translate("ctl", "What this version of nginx, such as 1.22.1, would say (check)."),
         u"VERSION"_s},
        {u"format"_s, QCoreApplication::translate("ctl", "text (default) or json (check, route)."), u"FORMAT"_s,
         u"text"_s},
        {u"positions"_s, QCoreApplication::translate("ctl", "Also say columns and bytes (dump), not only lines.")},
        {u"indent"_s, QCoreApplication::translate("ctl", "One level of indentation (format): so many blanks, or tab."),
         u"WIDTH"_s, u"4"_s},
        {u"lines"_s, QCoreApplication::translate("ctl", "Only these lines (format)."), u"FIRST-LAST"_s},
    });
}

Error usageError(const QString &cause)
{
    return {Error::Kind::Invalid,
            QCoreApplication::translate("ctl", "Read a configuration of nginx"),
            cause,
            QCoreApplication::translate("ctl", "See gatewrightctl nginx --help"),
            {}};
}

QString shown(const QByteArray &text)
{
    return UntrustedText::fromBytes(text).shown(2000);
}

/// What keeps nginx from reading a file, on standard error; the exit code for that.
int tellProblems(const NginxConfig &config)
{
    for (const NginxProblem &problem : config.problems())
        complain(shown(problem.error.inFile(config.files()[problem.file].path.bytes())));
    return config.problems().isEmpty() ? Fine : Failed;
}

NginxFollow followIn(const QCommandLineParser &parser)
{
    return parser.isSet(u"no-includes"_s) ? NginxFollow::Nothing : NginxFollow::Includes;
}

int dump(const NginxInput &input, const QCommandLineParser &parser)
{
    const NginxConfig config = nginxConfig(input, followIn(parser));
    const auto positions = parser.isSet(u"positions"_s) ? NginxPositions::Bytes : NginxPositions::Lines;
    return print(nginxJson(config, positions)) ? tellProblems(config) : Failed;
}

int printBack(const NginxInput &input, const QCommandLineParser &)
{
    const NginxConfig config = NginxConfig::ofOneFile(input.path, input.text);
    return print(config.files().first().tree.printed()) ? tellProblems(config) : Failed;
}

Result<NginxLayout> styleIn(const QCommandLineParser &parser)
{
    const QString width = parser.value(u"indent"_s);
    if (width == u"tab"_s)
        return NginxLayout{"\t"};
    bool isNumber = false;
    const int blanks = width.toInt(&isNumber);
    if (!isNumber || blanks < 1 || blanks > 16)
        return usageError(QCoreApplication::translate("ctl", "“%1” is no width").arg(UntrustedText(width).shown()));
    return NginxLayout{QByteArray(blanks, ' ')};
}

/// The bytes of the lines that --lines names.
Result<NginxSpan> selectionIn(const QCommandLineParser &parser, const NginxTree &tree)
{
    if (!parser.isSet(u"lines"_s))
        return NginxSpan{0, tree.text().size()};
    const QString lines = parser.value(u"lines"_s);
    bool isFirst = false;
    bool isLast = false;
    const int first = lines.section(u'-', 0, 0).toInt(&isFirst);
    const int last = lines.section(u'-', -1).toInt(&isLast);
    if (!isFirst || !isLast || first < 1 || last < first)
        return usageError(QCoreApplication::translate("ctl", "“%1” are no lines").arg(UntrustedText(lines).shown()));
    const NginxSpan end = tree.line(qMin(last, tree.lineCount()));
    return NginxSpan{tree.line(qMin(first, tree.lineCount())).start, qMax(end.start, end.end - 1)};
}

int format(const NginxInput &input, const QCommandLineParser &parser)
{
    const NginxConfig config = NginxConfig::ofOneFile(input.path, input.text);
    const NginxTree tree = config.files().first().tree;
    const auto style = styleIn(parser);
    if (!style)
        return fail(style.error());
    const auto selection = selectionIn(parser, tree);
    if (!selection)
        return fail(selection.error());
    if (!config.problems().isEmpty())
        return tellProblems(config);
    return print(nginxEdited(tree.text(), nginxFormatting(tree, *selection, *style))) ? Fine : Failed;
}

QByteArray textOf(const QList<NginxComplaint> &complaints)
{
    QString text;
    for (const NginxComplaint &complaint : complaints)
        text += shown(complaint.text()) % u'\n';
    return text.toUtf8();
}

QByteArray jsonOf(const QList<NginxComplaint> &complaints, const NginxConfig &config)
{
    QJsonArray array;
    for (const NginxComplaint &complaint : complaints) {
        const bool isEmergency = complaint.severity == NginxComplaint::Severity::Emergency;
        array.append(QJsonObject{
            {u"severity"_s, isEmergency ? u"emerg"_s : u"warn"_s},
            {u"file"_s, QString::fromUtf8(config.files()[complaint.file].path.bytes())},
            {u"line"_s, complaint.error.line},
            {u"column"_s, complaint.error.column},
            {u"start"_s, complaint.span.start},
            {u"end"_s, complaint.span.end},
            {u"message"_s, QString::fromUtf8(complaint.error.message)},
        });
    }
    return jsonText(QJsonDocument(array));
}

Result<bool> wantsJson(const QCommandLineParser &parser)
{
    const QString format = parser.value(u"format"_s);
    if (format != u"text"_s && format != u"json"_s)
        return usageError(QCoreApplication::translate("ctl", "“%1” is no format").arg(UntrustedText(format).shown()));
    return format == u"json"_s;
}

int check(const NginxInput &input, const QCommandLineParser &parser)
{
    const auto isJson = wantsJson(parser);
    if (!isJson)
        return fail(isJson.error());
    const QString version = parser.value(u"nginx-version"_s);
    const NginxBuild build(NginxVersion::fromText(version.toLatin1()));
    if (parser.isSet(u"nginx-version"_s) && !build.version().isSet())
        return fail(
            usageError(QCoreApplication::translate("ctl", "“%1” is no version").arg(UntrustedText(version).shown())));
    const NginxConfig config = nginxConfig(input, followIn(parser));
    const QList<NginxComplaint> complaints = checked(config, build);
    if (!print(*isJson ? jsonOf(complaints, config) : textOf(complaints)))
        return Failed;
    return hasEmergency(complaints) ? Found : Fine;
}

int route(const NginxInput &input, const QCommandLineParser &parser)
{
    const auto isJson = wantsJson(parser);
    if (!isJson)
        return fail(isJson.error());
    return nginxRoute(nginxConfig(input, followIn(parser)), parser.positionalArguments().at(2),
                      *isJson ? RouteFormat::Json : RouteFormat::Text);
}

struct Command {
    QStringView name;
    int (*run)(const NginxInput &input, const QCommandLineParser &parser);
    bool takesUrl = false;
};
constexpr Command commands[] = {
    {u"dump", dump}, {u"print", printBack}, {u"format", format}, {u"check", check}, {u"route", route, true}};

int run(const QCommandLineParser &parser, std::stop_token)
{
    const QStringList arguments = parser.positionalArguments();
    for (const Command &command : commands) {
        if (command.name != arguments.value(0))
            continue;
        if (arguments.size() != (command.takesUrl ? 3 : 2))
            return fail(usageError(command.takesUrl
                                       ? QCoreApplication::translate("ctl", "One FILE and one URL are needed")
                                       : QCoreApplication::translate("ctl", "One FILE is needed")));
        const auto input = nginxInput(arguments[1]);
        return input ? command.run(*input, parser) : fail(input.error());
    }
    return fail(usageError(QCoreApplication::translate("ctl", "dump, print, format, check or route comes first")));
}

} // namespace

const Verb nginxVerb{
    "nginx", "dump|print|format|check FILE | route FILE URL",
    QT_TRANSLATE_NOOP("ctl", "Reads a configuration of nginx without any server; - is standard input."), describe, run};

} // namespace gw::ctl
