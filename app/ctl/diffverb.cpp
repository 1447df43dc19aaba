// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/server.h"
#include "app/ctl/terminal.h"
#include "backend/base/jsontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

void describe(QCommandLineParser &parser)
{
    parser.addOption(
        {u"format"_s, QCoreApplication::translate("ctl", "text (default) or json."), u"FORMAT"_s, u"text"_s});
    describeConnection(parser);
}

QString kindOf(const FactChange &change)
{
    switch (change.kind) {
    case FactChange::Kind::Added: return u"added"_s;
    case FactChange::Kind::Removed: return u"removed"_s;
    case FactChange::Kind::Changed: break;
    }
    return u"changed"_s;
}

QByteArray textOf(const QList<FactChange> &changes)
{
    QString out;
    for (const FactChange &change : changes) {
        switch (change.kind) {
        case FactChange::Kind::Added: out += u"+ %1  %2\n"_s.arg(change.subject, change.after.shown()); break;
        case FactChange::Kind::Removed: out += u"- %1  %2\n"_s.arg(change.subject, change.before.shown()); break;
        case FactChange::Kind::Changed:
            out += u"~ %1  %2 → %3\n"_s.arg(change.subject, change.before.shown(), change.after.shown());
            break;
        }
    }
    return out.toUtf8();
}

QByteArray jsonOf(const QList<FactChange> &changes)
{
    QJsonArray array;
    for (const FactChange &change : changes)
        array.append(QJsonObject{{u"kind"_s, kindOf(change)},
                                 {u"subject"_s, change.subject},
                                 {u"before"_s, change.before.raw()},
                                 {u"after"_s, change.after.raw()}});
    return jsonText(QJsonDocument(array));
}

int run(const QCommandLineParser &parser, std::stop_token stop)
{
    const QString format = parser.value(u"format"_s);
    const QStringList targets = parser.positionalArguments();
    if (targets.size() != 1 || (format != u"text"_s && format != u"json"_s)) {
        complain(QCoreApplication::translate("ctl", "diff needs one TARGET, and --format text or json."));
        return Failed;
    }
    const auto session = sessionFor(targets.first(), parser);
    if (!session)
        return fail(session.error());
    if (!session->store) {
        complain(QCoreApplication::translate("ctl", "diff needs the surveys that were kept on this computer."));
        return Failed;
    }
    const auto earlier = session->store->latest(session->server.id); // before the new one is kept
    if (!earlier)
        return fail(earlier.error());
    const auto now = surveyServer(*session, parser, stop);
    if (!now)
        return fail(now.error());
    if (!earlier->has_value()) {
        complain(QCoreApplication::translate("ctl", "There was no earlier survey; this one is kept to compare with."));
        return print(format == u"json"_s ? jsonOf({}) : QByteArray()) ? Fine : Failed;
    }
    const QList<FactChange> changes = changesBetween(factsFrom(**earlier), factsFrom(*now));
    complain(QCoreApplication::translate("ctl", "Changes since %1: %2")
                 .arg((*earlier)->takenAt.toLocalTime().toString(Qt::ISODate), QString::number(changes.size())));
    return print(format == u"json"_s ? jsonOf(changes) : textOf(changes)) ? Fine : Failed;
}

} // namespace

const Verb diffVerb{"diff", "TARGET",
                    QT_TRANSLATE_NOOP("ctl", "Surveys a server and says what changed since the last time."), describe,
                    run};

} // namespace gw::ctl
