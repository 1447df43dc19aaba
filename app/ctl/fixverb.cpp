// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/planning.h"
#include "app/change/rollout.h"
#include "app/ctl/changeflow.h"
#include "app/ctl/planview.h"
#include "app/ctl/terminal.h"
#include "backend/base/jsontext.h"
#include "backend/findings/remedy.h"
#include "backend/plan/historyjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <map>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"rules"_s, QCoreApplication::translate("ctl", "List all rules, by tabs, and do nothing.")});
    parser.addOption(
        {u"also"_s,
         QCoreApplication::translate("ctl", "The same on this server, too; may be repeated. TARGET is changed first, "
                                            "as the canary, then a quarter, then the rest; the first that is not kept "
                                            "ends it."),
         u"TARGET"_s});
    describeChanging(parser);
}

Error usageError(const QString &cause)
{
    return {Error::Kind::Invalid,
            QCoreApplication::translate("ctl", "Fix findings"),
            cause,
            QCoreApplication::translate("ctl", "See gatewrightctl fix --help, and gatewrightctl review for the rules"),
            {}};
}

bool names(const QString &word, const RuleId &rule)
{
    return word == rule.text() || word == rule.topic();
}

Result<void> checkRules(const QStringList &words)
{
    for (const QString &word : words) {
        const bool isKnown = std::any_of(rules().begin(), rules().end(),
                                         [&](const Rule &rule) { return names(word, RuleId(QLatin1String(rule.id))); });
        if (!isKnown)
            return usageError(
                QCoreApplication::translate("ctl", "“%1” is no rule and no topic").arg(UntrustedText(word).shown()));
    }
    return {};
}

/// What the rules want on this server; what only a person can mend is said.
Result<QList<Intent>> remediesOf(const Session &session, const Facts &facts, const QStringList &words)
{
    const QList<AcceptedRisk> accepted =
        session.store ? GW_TRY(session.store->acceptedRisks(session.server.id)) : QList<AcceptedRisk>();
    QList<Finding> wanted;
    for (const Finding &finding : review(facts, accepted).findings) {
        const auto isNamed = [&](const QString &word) { return names(word, finding.rule); };
        if (std::none_of(words.begin(), words.end(), isNamed))
            continue;
        if (finding.fixable)
            wanted += finding;
        else
            complain(
                QCoreApplication::translate("ctl", "No remedy for %1: %2").arg(finding.rule.text(), finding.title));
    }
    return remediesFor(facts, wanted);
}

/// One server with what will be done to it.
struct Prepared {
    Session session;
    Connection connection;
    Plan plan;
};

Result<Prepared> prepare(const QString &target, const QStringList &words, const QCommandLineParser &parser,
                         std::stop_token stop)
{
    Prepared prepared{GW_TRY(sessionFor(target, parser)), {}, {}};
    const Session &session = prepared.session;
    prepared.connection = GW_TRY(reachToChange(session, parser, stop));
    const Facts facts = factsFrom(GW_TRY(surveyServer(session, prepared.connection, stop)));
    warnAboutMissingRoot(facts, parser);
    trustHostKeysOf(prepared.connection.way, facts);
    const QList<Intent> intents = GW_TRY(remediesOf(session, facts, words));
    if (!intents.isEmpty())
        prepared.plan =
            GW_TRY(makePlan(contactOf(prepared.connection, parser), session.server.id, facts, intents, stop));
    return prepared;
}

QString stateText(const RolloutEntry &entry)
{
    switch (entry.state) {
    case RolloutEntry::State::Kept:
        return entry.record ? outcomeName(Outcome::Kept) : QCoreApplication::translate("ctl", "Nothing to do");
    case RolloutEntry::State::Ended: return outcomeName(entry.record->outcome) + u". "_s + entry.record->detail;
    case RolloutEntry::State::Failed: return entry.error->text();
    case RolloutEntry::State::NotReached: return QCoreApplication::translate("ctl", "Not reached");
    case RolloutEntry::State::Waiting:
    case RolloutEntry::State::Working: break;
    }
    return {};
}

/// Stable: scripts read it.
QString stateId(const RolloutEntry &entry)
{
    switch (entry.state) {
    case RolloutEntry::State::Kept: return entry.record ? u"kept"_s : u"nothing-to-do"_s;
    case RolloutEntry::State::Ended: return outcomeId(entry.record->outcome);
    case RolloutEntry::State::Failed: return u"not-begun"_s;
    case RolloutEntry::State::NotReached:
    case RolloutEntry::State::Waiting:
    case RolloutEntry::State::Working: break;
    }
    return u"not-reached"_s;
}

QByteArray jsonOf(const QList<RolloutEntry> &entries)
{
    QJsonArray array;
    for (const RolloutEntry &entry : entries) {
        QJsonObject object{{u"server"_s, entry.server.name}, {u"state"_s, stateId(entry)}};
        if (entry.record)
            object.insert(u"change"_s, historyJson(*entry.record));
        if (entry.error)
            object.insert(u"error"_s, entry.error->text());
        array.append(object);
    }
    return jsonText(QJsonDocument(array));
}

int reportAll(const QList<RolloutEntry> &entries, const QCommandLineParser &parser)
{
    QString text;
    bool allKept = true;
    for (const RolloutEntry &entry : entries) {
        allKept = allKept && entry.state == RolloutEntry::State::Kept;
        text += u"%1: %2\n"_s.arg(entry.server.name, stateText(entry));
    }
    if (!print(parser.value(u"format"_s) == u"json"_s ? jsonOf(entries) : text.toUtf8()))
        return Failed;
    return allKept ? Fine : Found;
}

/// Everything is shown first and asked about once; then each server is kept where its proofs have held.
int rollOutAll(const std::map<HostId, Prepared> &prepared, const QList<Server> &servers,
               const QCommandLineParser &parser, std::stop_token stop)
{
    for (const Server &server : servers)
        say(previewText(prepared.at(server.id).plan, server.name));
    if (!parser.isSet(u"yes"_s)) {
        const auto said = ask(QCoreApplication::translate("ctl", "Apply this to %1 servers, %2 first? [yes/no] ")
                                  .arg(servers.size())
                                  .arg(servers.first().name),
                              stop);
        if (!said || said->trimmed().toLower() != u"yes"_s) {
            complain(QCoreApplication::translate("ctl", "Nothing was changed."));
            return Found;
        }
    }
    const auto changeOne = [&](const Server &server, std::stop_token ending) -> Result<std::optional<ChangeRecord>> {
        const Prepared &one = prepared.at(server.id);
        if (one.plan.steps.isEmpty())
            return std::optional<ChangeRecord>();
        const ChangeJournal journal = GW_TRY(journalOf(one.session, parser));
        ChangeRun run(requestFor(server, one.plan, one.connection.way, *one.connection.shell), journal);
        const ChangeEnded ended =
            GW_TRY(changeUnattended(run, contactOf(one.connection, parser), narration(one.plan, server.name), ending));
        if (ended.notRecorded)
            complain(ended.notRecorded->text());
        follow(ended, parser);
        return std::optional(ended.record);
    };
    return reportAll(rollOut(
                         servers, changeOne, [](int, const RolloutEntry &) {}, stop),
                     parser);
}

int printPlans(const std::map<HostId, Prepared> &prepared, const QList<Server> &servers,
               const QCommandLineParser &parser)
{
    QJsonArray array;
    QString text;
    for (const Server &server : servers) {
        array.append(toJson(prepared.at(server.id).plan));
        text += previewText(prepared.at(server.id).plan, server.name) + u'\n';
    }
    const bool asJson = parser.value(u"format"_s) == u"json"_s;
    return print(asJson ? jsonText(QJsonDocument(array)) : text.toUtf8()) ? Fine : Failed;
}

int fixSeveral(const QStringList &targets, const QStringList &words, const QCommandLineParser &parser,
               std::stop_token stop)
{
    std::map<HostId, Prepared> prepared;
    QList<Server> servers;
    for (const QString &target : targets) {
        auto one = prepare(target, words, parser, stop);
        if (!one)
            return fail(one.error());
        const Server server = one->session.server;
        if (prepared.contains(server.id))
            return fail(usageError(QCoreApplication::translate("ctl", "%1 is named twice").arg(server.name)));
        prepared.emplace(server.id, std::move(*one));
        servers += server;
    }
    return wantsPlanOnly(parser) ? printPlans(prepared, servers, parser) : rollOutAll(prepared, servers, parser, stop);
}

int listRules()
{
    QString text;
    for (const Rule &rule : rules())
        text += u"%1\t%2\n"_s.arg(QLatin1String(rule.id), QCoreApplication::translate("rules", rule.title));
    return print(text.toUtf8()) ? Fine : Failed;
}

int run(const QCommandLineParser &parser, std::stop_token stop)
{
    if (parser.isSet(u"rules"_s))
        return listRules();
    QStringList words = parser.positionalArguments();
    if (words.size() < 2)
        return fail(usageError(QCoreApplication::translate("ctl", "A TARGET and a RULE are needed")));
    const QString target = words.takeFirst();
    if (const auto known = checkRules(words); !known)
        return fail(known.error());
    if (const auto usable = checkChanging(parser); !usable)
        return fail(usable.error());
    const QStringList more = parser.values(u"also"_s);
    if (!more.isEmpty() && parser.isSet(u"export"_s))
        return fail(usageError(QCoreApplication::translate("ctl", "--export writes the plan of one server")));
    if (!more.isEmpty())
        return fixSeveral(QStringList{target} + more, words, parser, stop);
    const auto one = prepare(target, words, parser, stop);
    if (!one)
        return fail(one.error());
    return carryOut({one->session, one->connection, one->plan}, parser, stop);
}

} // namespace

const Verb fixVerb{"fix", "TARGET RULE...", QT_TRANSLATE_NOOP("ctl", "Mends findings, with a way back."), describe,
                   run};

} // namespace gw::ctl
