// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/routetext.h"

#include "backend/base/untrustedtext.h"
#include "backend/nginx/settingtext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringBuilder>

namespace gw {
namespace {

using Step = NginxRouteStep::Kind;
using Answer = NginxAnswer::Kind;
using Why = NginxServerChoice::Why;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(NginxRoute)
};

QString shown(const QByteArray &bytes)
{
    return UntrustedText::fromBytes(bytes).shown();
}

QString withPlace(const QString &text, NginxSetting setting)
{
    return setting ? QString(text % QStringLiteral(" (") % settingPlace(setting) % u')') : text;
}

QString locationText(const NginxLocation &location)
{
    const QByteArray modifier = location.modifier();
    return shown(modifier.isEmpty() ? location.name : QByteArray(modifier + ' ' + location.name));
}

QString whyServer(Why why)
{
    switch (why) {
    case Why::ExactName: return Words::tr("by its name");
    case Why::LeadingWildcard: return Words::tr("by a wildcard at the beginning of a name");
    case Why::TrailingWildcard: return Words::tr("by a wildcard at the end of a name");
    case Why::Pattern: return Words::tr("by a pattern");
    case Why::DefaultServer: return Words::tr("as the default server: no name matches");
    case Why::FirstServer: return Words::tr("as the first server there: no name matches, none is the default");
    }
    return {};
}

QString upstreamLine(const NginxAnswer &answer)
{
    QStringList servers;
    for (const QByteArray &server : answer.servers)
        servers.append(shown(server));
    const QString target = shown(answer.protocol) % QStringLiteral("://") % shown(answer.address);
    QString line = Words::tr("passed on to %1 as %2").arg(target, shown(answer.uri));
    if (answer.upstream)
        line =
            Words::tr("passed on to %1 (%2) as %3").arg(target, servers.join(QStringLiteral(", ")), shown(answer.uri));
    return answer.path.isEmpty()
               ? line
               : QString(line % QStringLiteral(", ") % Words::tr("script %1").arg(shown(answer.path)));
}

QString countedUri(const QByteArray &uri, const QByteArray &args)
{
    return shown(args.isEmpty() ? uri : QByteArray(uri + '?' + args));
}

QJsonValue placeJson(NginxSetting setting)
{
    if (!setting)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("file"), QString::fromUtf8(setting.path().bytes())},
                       {QStringLiteral("line"), setting.line()}};
}

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

QJsonArray texts(const QByteArrayList &list)
{
    QJsonArray array;
    for (const QByteArray &bytes : list)
        array.append(text(bytes));
    return array;
}

QJsonValue serverJson(NginxSetting server)
{
    if (!server)
        return QJsonValue::Null;
    QByteArrayList names;
    for (const NginxSetting setting : server.children()) {
        if (setting.is("server_name"))
            names += setting.arguments();
    }
    QJsonObject object = placeJson(server).toObject();
    object.insert(QStringLiteral("names"), texts(names));
    return object;
}

QJsonObject locationJson(const NginxLocation &location)
{
    QJsonObject object = placeJson(location.setting).toObject();
    object.insert(QStringLiteral("modifier"), text(location.modifier()));
    object.insert(QStringLiteral("pattern"), text(location.name));
    return object;
}

void addAnswer(QJsonObject &object, const NginxAnswer &answer)
{
    switch (answer.kind) {
    case Answer::NotReached: object.insert(QStringLiteral("error"), QStringLiteral("not-reached")); break;
    case Answer::TlsRefused: object.insert(QStringLiteral("error"), QStringLiteral("tls-refused")); break;
    case Answer::Closed: object.insert(QStringLiteral("return"), 444); break;
    case Answer::Response: object.insert(QStringLiteral("return"), answer.status); break;
    case Answer::Redirect:
        object.insert(QStringLiteral("return"), answer.status);
        object.insert(QStringLiteral("redirect"), text(answer.text));
        break;
    case Answer::Upstream:
        object.insert(QStringLiteral("upstream"), texts(answer.servers));
        object.insert(QStringLiteral("protocol"), text(answer.protocol));
        object.insert(QStringLiteral("upstreamName"),
                      answer.upstream ? text(answer.upstream.argument(0)) : QJsonValue());
        if (!answer.path.isEmpty())
            object.insert(QStringLiteral("script"), text(answer.path));
        break;
    case Answer::File:
    case Answer::Folder: object.insert(QStringLiteral("root"), text(answer.path)); break;
    case Answer::Module: object.insert(QStringLiteral("module"), text(answer.at.name())); break;
    }
    if (answer.status > 0)
        object.insert(QStringLiteral("status"), answer.status);
    if (answer.kind == Answer::Response && !answer.text.isEmpty())
        object.insert(QStringLiteral("text"), text(answer.text));
    object.insert(QStringLiteral("decidedBy"), placeJson(answer.at));
    object.insert(QStringLiteral("sure"), answer.isSure);
}

QString stepName(Step kind)
{
    switch (kind) {
    case Step::Socket: return QStringLiteral("socket");
    case Step::Server: return QStringLiteral("server");
    case Step::Uri: return QStringLiteral("uri");
    case Step::PatternRefused: return QStringLiteral("pattern-refused");
    case Step::Location: return QStringLiteral("location");
    case Step::InternalOnly: return QStringLiteral("internal-only");
    case Step::LimitExcept: return QStringLiteral("limit-except");
    case Step::ConditionHolds: return QStringLiteral("condition-holds");
    case Step::ConditionFails: return QStringLiteral("condition-fails");
    case Step::Set: return QStringLiteral("set");
    case Step::Rewrite: return QStringLiteral("rewrite");
    case Step::RewriteRedirect: return QStringLiteral("rewrite-redirect");
    case Step::Break: return QStringLiteral("break");
    case Step::Return: return QStringLiteral("return");
    case Step::Access: return QStringLiteral("access");
    case Step::FileFound: return QStringLiteral("file-found");
    case Step::FileMissing: return QStringLiteral("file-missing");
    case Step::InternalRedirect: return QStringLiteral("internal-redirect");
    case Step::NamedLocation: return QStringLiteral("named-location");
    case Step::ErrorPage: return QStringLiteral("error-page");
    case Step::Cycle: return QStringLiteral("cycle");
    case Step::SlashRedirect: return QStringLiteral("slash-redirect");
    case Step::AliasLost: return QStringLiteral("alias-lost");
    case Step::Invalid: return QStringLiteral("invalid");
    }
    return {};
}

QString questionName(NginxQuestion::Kind kind)
{
    switch (kind) {
    case NginxQuestion::Kind::File: return QStringLiteral("file");
    case NginxQuestion::Kind::Folder: return QStringLiteral("folder");
    case NginxQuestion::Kind::Condition: return QStringLiteral("condition");
    case NginxQuestion::Kind::Address: break;
    }
    return QStringLiteral("address");
}

QJsonObject stepJson(const NginxRouteStep &step)
{
    QJsonObject object = placeJson(step.at).toObject();
    object.insert(QStringLiteral("kind"), stepName(step.kind));
    object.insert(QStringLiteral("text"), text(step.text));
    return object;
}

QJsonObject questionJson(const NginxQuestion &question)
{
    QJsonObject object = placeJson(question.at).toObject();
    object.insert(QStringLiteral("kind"), questionName(question.kind));
    object.insert(QStringLiteral("subject"), text(question.subject));
    object.insert(QStringLiteral("assumed"), question.isAssumed);
    if (question.otherwise) {
        QJsonObject otherwise = routeJson(*question.otherwise);
        otherwise.remove(QStringLiteral("steps"));
        otherwise.remove(QStringLiteral("questions"));
        object.insert(QStringLiteral("otherwise"), otherwise);
    }
    return object;
}

} // namespace

QString answerLine(const NginxRoute &route)
{
    const NginxAnswer &answer = route.answer;
    switch (answer.kind) {
    case Answer::NotReached: return Words::tr("nothing: no server listens there");
    case Answer::TlsRefused:
        return answer.at ? Words::tr("nothing: the TLS handshake is rejected")
                         : Words::tr("nothing: that port does not speak TLS");
    case Answer::Closed: return Words::tr("nothing: the connection is closed (444)");
    case Answer::Response:
        return answer.text.isEmpty()
                   ? Words::tr("status %1").arg(answer.status)
                   : Words::tr("status %1: %2").arg(QString::number(answer.status), shown(answer.text));
    case Answer::Redirect: return Words::tr("status %1, to %2").arg(QString::number(answer.status), shown(answer.text));
    case Answer::Upstream: return upstreamLine(answer);
    case Answer::File: return Words::tr("file %1").arg(shown(answer.path));
    case Answer::Folder: return Words::tr("listing of the folder %1").arg(shown(answer.path));
    case Answer::Module: return Words::tr("made by %1").arg(settingText(answer.at));
    }
    return {};
}

QString stepLine(const NginxRouteStep &step)
{
    const QString text = shown(step.text);
    switch (step.kind) {
    case Step::Socket: return Words::tr("connection to %1").arg(text);
    case Step::Server:
        return text.isEmpty() ? Words::tr("server chosen %1").arg(whyServer(step.choice))
                              : Words::tr("server %1 chosen %2").arg(text, whyServer(step.choice));
    case Step::Uri: return Words::tr("URI as nginx reads it: %1").arg(text);
    case Step::PatternRefused: return Words::tr("pattern does not match: %1").arg(settingText(step.at));
    case Step::Location:
        return step.at ? Words::tr("%1 for %2").arg(settingText(step.at), text)
                       : Words::tr("no location for %1").arg(text);
    case Step::InternalOnly: return Words::tr("only for requests that nginx itself sends there: 404");
    case Step::LimitExcept: return Words::tr("%1 does not name this method").arg(settingText(step.at));
    case Step::ConditionHolds: return Words::tr("holds: %1").arg(settingText(step.at));
    case Step::ConditionFails: return Words::tr("does not hold: %1").arg(settingText(step.at));
    case Step::Set: return Words::tr("%1 is now: %2").arg(shown(step.at.argument(0)), text);
    case Step::Rewrite: return Words::tr("URI rewritten to %1").arg(text);
    case Step::RewriteRedirect: return Words::tr("rewritten to %1, which the client is sent to").arg(text);
    case Step::Break: return Words::tr("break: nothing more is rewritten here");
    case Step::Return: return settingText(step.at);
    case Step::Access: return Words::tr("may refuse the request: %1").arg(settingText(step.at));
    case Step::FileFound: return Words::tr("is there: %1").arg(text);
    case Step::FileMissing: return Words::tr("is not there: %1").arg(text);
    case Step::InternalRedirect: return Words::tr("goes on inside nginx as %1").arg(text);
    case Step::NamedLocation: return Words::tr("goes on in %1").arg(text);
    case Step::ErrorPage: return Words::tr("status %1 has an error page: %2").arg(text, settingText(step.at));
    case Step::Cycle: return Words::tr("the URI has changed ten times: 500");
    case Step::SlashRedirect: return Words::tr("the URI lacks the slash that %1 ends with").arg(settingText(step.at));
    case Step::AliasLost: return Words::tr("alias does not work after the URI was rewritten: 500");
    case Step::Invalid: return text;
    }
    return {};
}

QString questionLine(const NginxQuestion &question)
{
    const QString subject = shown(question.subject);
    QString asked;
    switch (question.kind) {
    case NginxQuestion::Kind::File: asked = Words::tr("Is there a file %1?").arg(subject); break;
    case NginxQuestion::Kind::Folder: asked = Words::tr("Is there a folder %1?").arg(subject); break;
    case NginxQuestion::Kind::Condition: asked = Words::tr("Does %1 hold?").arg(subject); break;
    case NginxQuestion::Kind::Address: asked = Words::tr("Does the client connect to %1?").arg(subject); break;
    }
    const QString assumed = question.isAssumed ? Words::tr("Taken to be so") : Words::tr("Taken not to be so");
    if (!question.otherwise)
        return asked % u' ' % assumed;
    return asked % u' ' % Words::tr("%1; otherwise: %2").arg(assumed, answerLine(*question.otherwise));
}

QStringList routeLines(const NginxRoute &route)
{
    QStringList lines;
    if (route.server) {
        const QStringList names = serverJson(route.server).toObject().value(u"names").toVariant().toStringList();
        const QString shownNames = names.isEmpty() ? Words::tr("without a name") : shown(names.join(u' ').toUtf8());
        lines.append(withPlace(Words::tr("Server: %1").arg(shownNames), route.server));
    }
    for (const NginxLocation &location : route.locations)
        lines.append(withPlace(Words::tr("Location: %1").arg(locationText(location)), location.setting));
    if (!route.uri.isEmpty())
        lines.append(Words::tr("URI: %1").arg(countedUri(route.uri, route.args)));
    lines.append(withPlace(Words::tr("Answer: %1").arg(answerLine(route)), route.answer.at));
    if (!route.answer.isSure)
        lines.append(Words::tr("Variables that are not known are taken to be empty."));
    lines.append(QString());
    for (const NginxRouteStep &step : route.steps)
        lines.append(step.at ? settingPlace(step.at) % QStringLiteral(": ") % stepLine(step) : stepLine(step));
    if (!route.questions.isEmpty())
        lines.append(QString());
    for (const NginxQuestion &question : route.questions)
        lines.append(withPlace(questionLine(question), question.at));
    return lines;
}

QJsonObject routeJson(const NginxRoute &route)
{
    QJsonObject object;
    object.insert(QStringLiteral("server"), serverJson(route.server));
    QJsonArray locations;
    for (const NginxLocation &location : route.locations)
        locations.append(locationJson(location));
    object.insert(QStringLiteral("location"), locations.isEmpty() ? QJsonValue(QJsonValue::Null) : locations.last());
    object.insert(QStringLiteral("locations"), locations);
    object.insert(QStringLiteral("uri"), text(route.answer.kind == Answer::Upstream ? route.answer.uri : route.uri));
    object.insert(QStringLiteral("args"), text(route.args));
    addAnswer(object, route.answer);
    QJsonArray steps;
    for (const NginxRouteStep &step : route.steps)
        steps.append(stepJson(step));
    object.insert(QStringLiteral("steps"), steps);
    QJsonArray questions;
    for (const NginxQuestion &question : route.questions)
        questions.append(questionJson(question));
    object.insert(QStringLiteral("questions"), questions);
    return object;
}

} // namespace gw
