// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/labchange.h"

#include "app/change/planning.h"
#include "backend/survey/survey.h"

namespace gw::test {
namespace {

using namespace Qt::StringLiterals;

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return std::move(*result);
}

} // namespace

LabChange::LabChange(const LabServer &server, const LabClient &client, const QString &user, const QString &journal)
    : m_route(client.route(server, user)), m_journal(journal), m_shell(client.connected(server, user)),
      m_store(must(Store::open(journal)))
{
    m_server.id = HostId(u"lab"_s);
    m_server.name = u"gpu-1"_s;
    m_server.target = LabClient::target(server, user);
}

Way LabChange::way() const
{
    return wayOf(m_route, {}, {}, *m_shell);
}

Contact LabChange::contact() const
{
    return {*m_shell, {}, outsideOf(way())};
}

Facts LabChange::surveyed() const
{
    return factsFrom(must(survey(*m_shell, {}, {})));
}

void LabChange::keepSurvey() const
{
    SurveyAnswer answer = must(survey(*m_shell, {}, {}));
    answer.takenAt = answer.takenAt.addDays(-m_daysAgo);
    must(m_store->keep(m_server.id, answer));
}

Protection LabChange::protection() const
{
    return must(askProtection(*m_shell, {}, {}));
}

Result<Plan> LabChange::plan(const QList<Intent> &intents) const
{
    return makePlan(contact(), m_server.id, surveyed(), intents, {});
}

Result<Plan> LabChange::undoPlan(qint64 number, const QList<RemotePath> &only) const
{
    return makeUndoPlan(contact(), must(m_store->change(number)), only, {});
}

Result<ChangeEnded> LabChange::change(const Plan &plan, std::optional<qint64> undoes) const
{
    ChangeRequest request = requestFor(m_server, plan, way(), *m_shell);
    request.undoes = undoes;
    ChangeJournal journal = journalIn(m_journal);
    journal.append = [append = journal.append, days = m_daysAgo](ChangeRecord record) {
        record.at = record.at.addDays(-days);
        return append(record);
    };
    ChangeRun run(std::move(request), journal);
    ChangeState state = GW_TRY(run.apply(contact(), [](const ChangeProgress &) {}, {}));
    if (const auto *waiting = std::get_if<AwaitingKeep>(&state))
        state =
            waiting->proven ? GW_TRY(run.keepIt(contact(), {})) : run.undoIt(contact(), u"Not everything was proven"_s);
    return std::get<ChangeEnded>(state);
}

ChangeRecord LabChange::kept(const Plan &plan, std::optional<qint64> undoes) const
{
    const ChangeEnded ended = must(change(plan, undoes));
    if (ended.record.outcome != Outcome::Kept || ended.notRecorded) {
        QString said = outcomeName(ended.record.outcome) + u": "_s + ended.record.detail;
        for (const StepRecord &step : ended.record.steps)
            said += u'\n' + step.id + u": "_s + QString::fromUtf8(step.output);
        qFatal("%s", qPrintable(said));
    }
    return ended.record;
}

ChangeRecord LabChange::kept(const QList<Intent> &intents) const
{
    return kept(must(plan(intents)));
}

} // namespace gw::test
