// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/journalmirror.h"
#include "app/ctl/planview.h"
#include "app/ctl/server.h"
#include "app/ctl/terminal.h"
#include "backend/base/jsontext.h"
#include "backend/plan/historyjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

void describe(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"format"_s, QCoreApplication::translate("ctl", "text (default) or json."), u"FORMAT"_s, u"text"_s},
        {u"show"_s, QCoreApplication::translate("ctl", "One change with its files, steps and proofs."), u"NUMBER"_s},
        {u"check"_s, QCoreApplication::translate("ctl", "Verify that nothing in the journal was changed since.")},
        {u"mirror"_s,
         QCoreApplication::translate("ctl", "From now on keep the journal as a git repository in this folder, too; "
                                            "none: no more."),
         u"FOLDER"_s},
    });
}

bool wantsJson(const QCommandLineParser &parser)
{
    return parser.value(u"format"_s) == u"json"_s;
}

QByteArray textOf(const QList<ChangeRecord> &records)
{
    QString text;
    for (const ChangeRecord &record : records)
        text += u"%1\t%2\t%3\t%4\t%5\t%6\n"_s.arg(QString::number(record.number),
                                                  record.at.toLocalTime().toString(Qt::ISODate), record.serverName,
                                                  outcomeId(record.outcome), record.plan.title, record.who);
    return text.toUtf8();
}

QByteArray jsonOf(const QList<ChangeRecord> &records)
{
    QJsonArray array;
    for (const ChangeRecord &record : records)
        array.append(historyJson(record));
    return jsonText(QJsonDocument(array));
}

int check(const Store &store)
{
    const auto checked = store.checkJournal();
    if (!checked)
        return fail(checked.error());
    if (!checked->brokenAt)
        return print(QCoreApplication::translate("ctl", "%1 entries, unbroken. Hash of the last one: %2\n")
                         .arg(QString::number(checked->entries), QString::fromLatin1(checked->head))
                         .toUtf8())
                   ? Fine
                   : Failed;
    return print(QCoreApplication::translate("ctl", "Entry %1 is not as it was written: %2\n")
                     .arg(QString::number(*checked->brokenAt), checked->detail)
                     .toUtf8())
               ? Found
               : Failed;
}

int mirror(Store &store, const QString &word)
{
    const QString folder = word == u"none"_s ? QString() : QDir::current().absoluteFilePath(word);
    const auto set = setMirrorFolder(store, folder);
    return set ? Fine : fail(set.error());
}

int showOne(const Store &store, const QCommandLineParser &parser)
{
    const auto record = store.change(parser.value(u"show"_s).toLongLong());
    if (!record)
        return fail(record.error());
    return print(wantsJson(parser) ? jsonText(QJsonDocument(historyJson(*record))) : changeText(*record).toUtf8())
               ? Fine
               : Failed;
}

int list(const Store &store, const QStringList &targets, const QCommandLineParser &parser)
{
    HistoryFilter filter;
    if (!targets.isEmpty()) {
        const auto server = serverFor(targets.first(), &store);
        if (!server)
            return fail(server.error());
        filter.host = server->id;
    }
    const auto records = store.history(filter);
    if (!records)
        return fail(records.error());
    return print(wantsJson(parser) ? jsonOf(*records) : textOf(*records)) ? Fine : Failed;
}

int run(const QCommandLineParser &parser, std::stop_token)
{
    const QStringList targets = parser.positionalArguments();
    const QString format = parser.value(u"format"_s);
    bool isNumber = true;
    if (parser.isSet(u"show"_s))
        parser.value(u"show"_s).toLongLong(&isNumber);
    if (targets.size() > 1 || !isNumber || (format != u"text"_s && format != u"json"_s)) {
        complain(QCoreApplication::translate(
            "ctl", "history takes one TARGET at most, --show NUMBER, --check, --mirror FOLDER, and "
                   "--format text or json."));
        return Failed;
    }
    const auto store = Store::open(Store::defaultPath());
    if (!store)
        return fail(store.error());
    if (parser.isSet(u"check"_s))
        return check(**store);
    if (parser.isSet(u"mirror"_s))
        return mirror(**store, parser.value(u"mirror"_s));
    if (parser.isSet(u"show"_s))
        return showOne(**store, parser);
    return list(**store, targets, parser);
}

} // namespace

const Verb historyVerb{"history", "[TARGET]", QT_TRANSLATE_NOOP("ctl", "Lists what was changed, newest first."),
                       describe, run};

} // namespace gw::ctl
