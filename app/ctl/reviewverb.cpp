// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/reviewnginx.h"
#include "app/ctl/reviewscope.h"
#include "app/ctl/server.h"
#include "app/ctl/terminal.h"
#include "app/version.h"
#include "backend/findings/report.h"

#include <QCoreApplication>
#include <QDir>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

void describe(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"format"_s, QCoreApplication::translate("ctl", "text (default), json, sarif or html."), u"FORMAT"_s,
         u"text"_s},
        {u"fail-on"_s,
         QCoreApplication::translate("ctl",
                                     "Exit with 1 from this severity on: info, low, medium (default), high, critical."),
         u"SEVERITY"_s, u"medium"_s},
        {u"root"_s,
         QCoreApplication::translate("ctl", "Review a folder laid out like a server's root; no TARGET then."),
         u"DIR"_s},
        {u"nginx"_s, QCoreApplication::translate("ctl", "Review this configuration of nginx; no TARGET then."),
         u"FILE"_s},
        {u"no-includes"_s, QCoreApplication::translate("ctl", "That file alone; do not follow its includes.")},
        {u"nginx-version"_s, QCoreApplication::translate("ctl", "As this version of nginx, such as 1.22.1, reads it."),
         u"VERSION"_s},
    });
    describeScope(parser);
    describeConnection(parser);
}

/// What is reviewed, and what was signed off for it.
struct Material {
    Facts facts;
    QString name;
    QList<AcceptedRisk> accepted;
    bool isWhole = true;
};

Error usageError(const QString &cause)
{
    return {Error::Kind::Invalid,
            QCoreApplication::translate("ctl", "Review"),
            cause,
            QCoreApplication::translate("ctl", "See gatewrightctl review --help"),
            {}};
}

/// A mistyped folder must not look like a server without findings.
bool isBare(const Facts &facts)
{
    const bool anyAccount = facts.users && !facts.users->isEmpty();
    const bool anyCertificate = facts.certificates.files && !facts.certificates.files->isEmpty();
    return configurationFiles(facts).isEmpty() && facts.unreadFiles.isEmpty() && !anyAccount && !anyCertificate;
}

Result<Material> fromFolder(const QString &folder, std::stop_token stop)
{
    if (!QDir(folder).exists())
        return usageError(
            QCoreApplication::translate("ctl", "There is no folder %1").arg(UntrustedText(folder).shown()));
    const SurveyAnswer answer = GW_TRY(surveyFolder(folder, stop));
    const Facts facts = factsFrom(answer);
    if (isBare(facts))
        return usageError(QCoreApplication::translate("ctl", "There is nothing to review under %1: no "
                                                             "etc/ssh/sshd_config, etc/nginx/nginx.conf, etc/passwd, …")
                              .arg(UntrustedText(folder).shown()));
    return Material{facts, folder, {}};
}

Result<Material> fromServer(const QString &target, const QCommandLineParser &parser, std::stop_token stop)
{
    const Session session = GW_TRY(sessionFor(target, parser));
    const SurveyAnswer answer = GW_TRY(surveyServer(session, parser, stop));
    Material material{factsFrom(answer), session.server.name, {}};
    if (session.store)
        material.accepted = GW_TRY(session.store->acceptedRisks(session.server.id));
    warnAboutMissingRoot(material.facts, parser);
    return material;
}

Result<Material> fromNginx(const QCommandLineParser &parser)
{
    const QString file = parser.value(u"nginx"_s);
    const auto follow = parser.isSet(u"no-includes"_s) ? NginxFollow::Nothing : NginxFollow::Includes;
    const NginxMaterial nginx = GW_TRY(nginxMaterial(file, follow, parser.value(u"nginx-version"_s)));
    return Material{nginx.facts, file, {}, nginx.isWhole};
}

Result<Material> gather(const QCommandLineParser &parser, std::stop_token stop)
{
    const QStringList targets = parser.positionalArguments();
    if (parser.isSet(u"nginx"_s)) {
        if (!targets.isEmpty() || parser.isSet(u"root"_s))
            return usageError(QCoreApplication::translate("ctl", "--nginx excludes --root and a TARGET"));
        return fromNginx(parser);
    }
    if (parser.isSet(u"no-includes"_s) || parser.isSet(u"nginx-version"_s))
        return usageError(QCoreApplication::translate("ctl", "--no-includes and --nginx-version belong to --nginx"));
    if (parser.isSet(u"root"_s)) {
        if (!targets.isEmpty())
            return usageError(QCoreApplication::translate("ctl", "--root and a TARGET exclude each other"));
        return fromFolder(parser.value(u"root"_s), stop);
    }
    if (targets.size() != 1)
        return usageError(QCoreApplication::translate("ctl", "One TARGET is needed"));
    return fromServer(targets.first(), parser, stop);
}

/// Of a file there are only rules about nginx to ask, and about the comments in it.
Result<ReviewScope> scopeOf(const QCommandLineParser &parser)
{
    ReviewScope scope = GW_TRY(scopeIn(parser));
    if (parser.isSet(u"nginx"_s) && scope.only.isEmpty())
        scope.only = QStringList{u"nginx"_s, u"review"_s};
    return scope;
}

Result<QByteArray> report(const QString &format, const Review &review, const ReportSubject &subject)
{
    if (format == u"text"_s)
        return textReport(review, subject);
    if (format == u"json"_s)
        return jsonReport(review);
    if (format == u"sarif"_s)
        return sarifReport(review, subject, QStringLiteral(GATEWRIGHT_VERSION));
    if (format == u"html"_s)
        return htmlReport(review, subject);
    return usageError(QCoreApplication::translate("ctl", "“%1” is no format").arg(UntrustedText(format).shown()));
}

int run(const QCommandLineParser &parser, std::stop_token stop)
{
    const QString format = parser.value(u"format"_s);
    const std::optional<Severity> bar = severityFromId(parser.value(u"fail-on"_s));
    if (!bar)
        return fail(usageError(QCoreApplication::translate("ctl", "“%1” is no severity")
                                   .arg(UntrustedText(parser.value(u"fail-on"_s)).shown())));
    if (const auto known = report(format, {}, {}); !known) // before a server is asked in vain
        return fail(known.error());
    const auto scope = scopeOf(parser);
    if (!scope)
        return fail(scope.error());
    const auto material = gather(parser, stop);
    if (!material)
        return fail(material.error());
    const Review result = review(material->facts, material->accepted, QDate::currentDate(), *scope);
    const ReportSubject subject{material->name, material->facts.takenAt, material->facts.system.osName};
    const auto printed = report(format, result, subject);
    if (!printed)
        return fail(printed.error());
    if (!print(*printed))
        return Failed;
    if (result.worst() && *result.worst() >= *bar)
        return Found;
    return material->isWhole ? Fine : Failed;
}

} // namespace

const Verb reviewVerb{"review", "TARGET | --root DIR | --nginx FILE",
                      QT_TRANSLATE_NOOP("ctl", "Says what is wrong with a server, and why."), describe, run};

} // namespace gw::ctl
