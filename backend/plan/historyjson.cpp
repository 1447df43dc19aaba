// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/historyjson.h"

#include "backend/plan/planjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace gw {
namespace {

QJsonValue hashOrNull(const FileState &state, const QByteArray &hash)
{
    return state.exists() ? QJsonValue(QString::fromLatin1(hash)) : QJsonValue();
}

QJsonObject fileJson(const FileRecord &file)
{
    const FileAttributes &attributes = (file.after.exists() ? file.after : file.before).attributes;
    return {{u"path"_s, QString::fromUtf8(file.path.bytes())},
            {u"before"_s, hashOrNull(file.before, file.beforeHash)},
            {u"after"_s, hashOrNull(file.after, file.afterHash)},
            {u"mode"_s, u"%1"_s.arg(attributes.mode, 4, 8, QChar(u'0'))},
            {u"owner"_s, QString::fromUtf8(attributes.owner)},
            {u"group"_s, QString::fromUtf8(attributes.group)},
            {u"secret"_s, file.secrecy == Secrecy::Secret}};
}

QString stateWord(StepRecord::State state)
{
    switch (state) {
    case StepRecord::State::NotRun: return u"not-run"_s;
    case StepRecord::State::Done: return u"done"_s;
    case StepRecord::State::Failed: return u"failed"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject stepJson(const Step &step, const QList<StepRecord> &records)
{
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&step](const StepRecord &record) { return record.id == step.id; });
    const StepRecord record = found == records.end() ? StepRecord() : *found;
    return {{u"id"_s, step.id},
            {u"command"_s, QString::fromUtf8(commandOf(step.change))},
            {u"reason"_s, step.reason},
            {u"state"_s, stateWord(record.state)},
            {u"milliseconds"_s, qint64(record.took.count())},
            {u"output"_s, QString::fromUtf8(record.output)}};
}

} // namespace

QJsonObject historyJson(const ChangeRecord &record)
{
    QJsonArray files;
    for (const FileRecord &file : record.files)
        files.append(fileJson(file));
    QJsonArray steps;
    for (const Step &step : record.plan.steps)
        steps.append(stepJson(step, record.steps));
    QJsonArray proofs;
    for (const ProofRecord &proof : record.proofs)
        proofs.append(
            QJsonObject{{u"proof"_s, jsonOf(proof.proof)}, {u"held"_s, proof.held}, {u"detail"_s, proof.detail}});
    return {{u"number"_s, record.number},
            {u"transaction"_s, record.transaction},
            {u"host"_s, record.host.text()},
            {u"server"_s, record.serverName},
            {u"at"_s, record.at.toUTC().toString(Qt::ISODateWithMs)},
            {u"who"_s, record.who},
            {u"title"_s, record.plan.title},
            {u"outcome"_s, outcomeId(record.outcome)},
            {u"detail"_s, record.detail},
            {u"undoes"_s, record.undoes ? QJsonValue(*record.undoes) : QJsonValue()},
            {u"host-key"_s, record.hostKey},
            {u"files"_s, files},
            {u"steps"_s, steps},
            {u"proofs"_s, proofs}};
}

} // namespace gw
