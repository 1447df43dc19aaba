// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/overloaded.h"
#include "backend/plan/planjson.h"
#include "backend/plan/record.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RecordJson)
};

constexpr int layoutVersion = 1;
constexpr qint64 mostNumber = qint64(1) << 53; // what a JSON number holds exactly

constexpr JsonWord<StepRecord::State> stateWords[] = {
    {StepRecord::State::NotRun, "not-run"}, {StepRecord::State::Done, "done"}, {StepRecord::State::Failed, "failed"}};

QJsonObject jsonOf(const StepRecord &step)
{
    return {{u"id"_s, step.id},
            {u"state"_s, wordOf(stateWords, step.state)},
            {u"milliseconds"_s, qint64(step.took.count())},
            {u"output"_s, gw::jsonOf(step.output)}};
}
StepRecord readStep(JsonReader &in)
{
    return {in.text("id"), in.word("state", stateWords),
            std::chrono::milliseconds(in.number("milliseconds", 0, mostNumber)), in.bytes("output")};
}

QJsonObject jsonOf(const ProofRecord &proof)
{
    return {{u"proof"_s, gw::jsonOf(proof.proof)}, {u"held"_s, proof.held}, {u"detail"_s, proof.detail}};
}
ProofRecord readProofRecord(JsonReader &in)
{
    return {in.object("proof", readProof), in.flag("held"), in.text("detail")};
}

QJsonObject jsonOf(const FileRecord &file)
{
    return {{u"path"_s, gw::jsonOf(file.path)},     {u"secrecy"_s, wordOf(secrecyWords, file.secrecy)},
            {u"before"_s, gw::jsonOf(file.before)}, {u"before-hash"_s, QString::fromLatin1(file.beforeHash)},
            {u"after"_s, gw::jsonOf(file.after)},   {u"after-hash"_s, QString::fromLatin1(file.afterHash)}};
}

/// The state of a file with its content, if that is kept.
FileState readFile(JsonReader &in, const char *key, const QByteArray &hash, const ContentSource &contents)
{
    FileState state = in.object(key, readState);
    if (state.exists() && contents)
        state.content = contents(hash).value_or(QByteArray());
    return state;
}

FileRecord readFileRecord(JsonReader &in, const ContentSource &contents)
{
    FileRecord file;
    file.path = in.path("path");
    file.secrecy = in.word("secrecy", secrecyWords);
    file.beforeHash = in.text("before-hash").toLatin1();
    file.afterHash = in.text("after-hash").toLatin1();
    const ContentSource kept = file.secrecy == Secrecy::Public ? contents : ContentSource();
    file.before = readFile(in, "before", file.beforeHash, kept);
    file.after = readFile(in, "after", file.afterHash, kept);
    return file;
}

template <typename Records>
QJsonArray arrayOf(const Records &records)
{
    QJsonArray array;
    for (const auto &record : records)
        array.append(jsonOf(record));
    return array;
}

QDateTime readTime(JsonReader &in, const char *key)
{
    const QDateTime time = QDateTime::fromString(in.text(key), Qt::ISODateWithMs);
    if (!time.isValid())
        in.refuse(key, Text::tr("is not a time"));
    return time.toUTC();
}

Outcome readOutcome(JsonReader &in)
{
    const QString id = in.text("outcome");
    const std::optional<Outcome> outcome = outcomeFromId(id);
    if (!outcome)
        in.refuseWord("outcome", id);
    return outcome.value_or(Outcome::Open);
}

ChangeRecord readRecord(JsonReader &in, const ContentSource &contents)
{
    ChangeRecord record;
    in.version("gatewright-change", layoutVersion);
    record.number = in.number("number", 0, mostNumber);
    record.transaction = in.text("transaction");
    record.host = HostId(in.text("host"));
    record.serverName = in.text("server");
    record.at = readTime(in, "at");
    record.who = in.text("who");
    record.plan = in.object("plan", [&](JsonReader &plan) { return readPlan(plan, &contents); });
    record.outcome = readOutcome(in);
    record.detail = in.text("detail");
    record.steps = in.objects("steps", readStep);
    record.proofs = in.objects("proofs", readProofRecord);
    record.files = in.objects("files", [&](JsonReader &file) { return readFileRecord(file, contents); });
    record.hostKey = in.text("host-key");
    if (in.has("undoes"))
        record.undoes = in.number("undoes", 1, mostNumber);
    return record;
}

} // namespace

QJsonObject toJson(const ChangeRecord &record)
{
    QJsonObject json{{u"gatewright-change"_s, layoutVersion},
                     {u"number"_s, record.number},
                     {u"transaction"_s, record.transaction},
                     {u"host"_s, record.host.text()},
                     {u"server"_s, record.serverName},
                     {u"at"_s, record.at.toUTC().toString(Qt::ISODateWithMs)},
                     {u"who"_s, record.who},
                     {u"plan"_s, toJson(record.plan, Contents::ByHash)},
                     {u"outcome"_s, outcomeId(record.outcome)},
                     {u"detail"_s, record.detail},
                     {u"steps"_s, arrayOf(record.steps)},
                     {u"proofs"_s, arrayOf(record.proofs)},
                     {u"files"_s, arrayOf(record.files)},
                     {u"host-key"_s, record.hostKey}};
    if (record.undoes)
        json.insert(u"undoes"_s, *record.undoes);
    return json;
}

QHash<QByteArray, QByteArray> contentsOf(const ChangeRecord &record)
{
    QHash<QByteArray, QByteArray> contents;
    const auto keep = [&contents](const QByteArray &content) { contents.insert(contentHash(content), content); };
    const auto keepState = [&keep](const FileState &state) {
        if (state.exists())
            keep(state.content);
    };
    const auto keepChange = Overloaded{
        [&](const WriteFile &write) {
            if (write.secrecy == Secrecy::Secret)
                return;
            keepState(write.before);
            keep(write.after);
        },
        [&](const RemoveFile &remove) {
            if (remove.secrecy == Secrecy::Public)
                keepState(remove.before);
        },
        [&](const LinkFile &link) { keepState(link.before); },
        [](const auto &) {},
    };
    for (const Step &step : record.plan.steps)
        std::visit(keepChange, step.change);
    for (const FileRecord &file : record.files) {
        if (file.secrecy == Secrecy::Secret)
            continue;
        keepState(file.before);
        keepState(file.after);
    }
    return contents;
}

Result<ChangeRecord> changeRecordFromJson(const QJsonObject &json, const ContentSource &contents)
{
    JsonFault fault;
    ChangeRecord record;
    {
        JsonReader in(json, {}, fault);
        record = readRecord(in, contents);
    }
    if (fault)
        return fault.error(Text::tr("Read a change of the journal"));
    return record;
}

} // namespace gw
