// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/changeflow.h"

#include "app/change/recovery.h"
#include "app/ctl/planexport.h"
#include "app/ctl/planview.h"
#include "app/ctl/terminal.h"
#include "backend/base/jsontext.h"
#include "backend/plan/confinement.h"
#include "backend/plan/historyjson.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <condition_variable>
#include <mutex>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

Error usageError(const QString &cause, const QString &advice)
{
    return {Error::Kind::Invalid, QCoreApplication::translate("ctl", "Change a server"), cause, advice, {}};
}

QString secondsOf(std::chrono::milliseconds took)
{
    return QString::number(double(took.count()) / 1000, 'f', 1);
}

QString phaseText(const ChangeProgress &progress, const Plan &plan)
{
    const ApplyProgress &applying = progress.applying;
    switch (applying.phase) {
    case ApplyProgress::Phase::Preparing: return QCoreApplication::translate("ctl", "Keeping a copy of every file");
    case ApplyProgress::Phase::CheckingAside:
        return QCoreApplication::translate("ctl", "Checking the new files before they are in force");
    case ApplyProgress::Phase::Arming: return QCoreApplication::translate("ctl", "Arming the way back");
    case ApplyProgress::Phase::Step:
        return applying.step >= 0 && applying.step < plan.steps.size() ? titleOf(plan.steps[applying.step].change)
                                                                       : QString();
    case ApplyProgress::Phase::Proving: break;
    }
    const QList<Proof> proofs = proofsOf(plan);
    return progress.proof >= 0 && progress.proof < proofs.size() ? titleOf(proofs[progress.proof]) : QString();
}

/// Requests a stop at a moment, unless it goes before; and at once when `outer` does.
class Deadline {
public:
    Deadline(const QDateTime &end, std::stop_token outer)
        : m_outer(std::move(outer), [this] { m_stop.request_stop(); }),
          m_waiter([this, left = std::chrono::milliseconds(QDateTime::currentDateTimeUtc().msecsTo(end))](
                       std::stop_token gone) {
              std::unique_lock lock(m_mutex);
              if (!m_never.wait_for(lock, gone, left, [] { return false; }) && !gone.stop_requested())
                  m_stop.request_stop();
          })
    {
    }
    std::stop_token token() const { return m_stop.get_token(); }

private:
    std::stop_source m_stop;
    std::mutex m_mutex;
    std::condition_variable_any m_never;
    std::stop_callback<std::function<void()>> m_outer;
    std::jthread m_waiter; // last: it ends before the others go
};

enum class Decision { Keep, Undo, MoreTime, NobodyAnswered };

Decision askWhetherToKeep(const AwaitingKeep &waiting, std::stop_token stop)
{
    for (;;) {
        const Deadline deadline(waiting.returnsAt, stop);
        const qint64 left = std::max<qint64>(0, QDateTime::currentDateTimeUtc().secsTo(waiting.returnsAt));
        const auto said =
            ask(QCoreApplication::translate("ctl", "Keep? [keep/undo/more] (undoes itself in %1 s) ").arg(left),
                deadline.token());
        if (stop.stop_requested())
            return Decision::Undo;
        if (!said)
            return deadline.token().stop_requested() ? Decision::NobodyAnswered : Decision::Undo;
        const QString word = said->trimmed().toLower();
        if (word == u"keep"_s)
            return Decision::Keep;
        if (word == u"undo"_s)
            return Decision::Undo;
        if (word == u"more"_s)
            return Decision::MoreTime;
    }
}

void warnAbout(const AwaitingKeep &waiting)
{
    for (const QString &hole : waiting.notCovered)
        complain(QCoreApplication::translate("ctl", "The way back does not survive this: %1").arg(hole));
    for (const ProofRecord &proof : waiting.proofs) {
        if (!proof.held)
            complain(u"%1: %2"_s.arg(titleOf(proof.proof), proof.detail));
    }
}

/// Nobody here decides: the server waits, and the way to decide is told.
int leaveOpen(const ChangeRun &run, const AwaitingKeep &waiting, const QCommandLineParser &parser)
{
    complain(
        QCoreApplication::translate("ctl", "It is in force and undoes itself at %1. To keep it: gatewrightctl keep %2")
            .arg(waiting.returnsAt.toLocalTime().toString(u"HH:mm:ss"_s), waiting.transaction));
    QJsonObject json = historyJson(run.record());
    json.insert(u"returnsAt"_s, waiting.returnsAt.toUTC().toString(Qt::ISODateWithMs));
    const QByteArray result = parser.value(u"format"_s) == u"json"_s ? jsonText(QJsonDocument(json))
                                                                     : QByteArray(waiting.transaction.toUtf8() + '\n');
    return print(result) ? Found : Failed;
}

bool wantsToGoOn(const PlannedChange &change, const QCommandLineParser &parser, std::stop_token stop)
{
    say(previewText(change.plan, change.session.server.name));
    if (parser.isSet(u"yes"_s))
        return true;
    const auto said = ask(QCoreApplication::translate("ctl", "Apply this? [yes/no] "), stop);
    return said && !stop.stop_requested() && said->trimmed().toLower() == u"yes"_s;
}

} // namespace

void describeChanging(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"dry-run"_s, QCoreApplication::translate("ctl", "Print what would be done, and do nothing.")},
        {u"export"_s, QCoreApplication::translate("ctl", "Write the plan as json, sh, md or ansible, and do nothing."),
         u"FORMAT"_s},
        {u"output"_s, QCoreApplication::translate("ctl", "With --export: into this file or folder."), u"PATH"_s},
        {u"yes"_s, QCoreApplication::translate("ctl", "Apply without asking. Whether to keep it is still asked.")},
        {u"keep-if-proven"_s,
         QCoreApplication::translate("ctl", "Keep it without asking when every proof from outside has held.")},
        {u"format"_s, QCoreApplication::translate("ctl", "text (default) or json."), u"FORMAT"_s, u"text"_s},
    });
    describeConnection(parser);
}

Result<void> checkFormat(const QCommandLineParser &parser)
{
    const QString format = parser.value(u"format"_s);
    if (format == u"text"_s || format == u"json"_s)
        return {};
    return usageError(QCoreApplication::translate("ctl", "“%1” is no format").arg(UntrustedText(format).shown()),
                      QCoreApplication::translate("ctl", "Use text or json"));
}

Result<void> checkChanging(const QCommandLineParser &parser)
{
    GW_TRY(checkFormat(parser));
    if (parser.isSet(u"export"_s)) {
        const PlanFormat into = GW_TRY(exportFormat(parser.value(u"export"_s)));
        if (into == PlanFormat::Ansible && !parser.isSet(u"output"_s))
            return usageError(QCoreApplication::translate("ctl", "A playbook is a folder"),
                              QCoreApplication::translate("ctl", "Name it with --output"));
    }
    if (parser.isSet(u"output"_s) && !parser.isSet(u"export"_s))
        return usageError(QCoreApplication::translate("ctl", "--output says where, but nothing is exported"),
                          QCoreApplication::translate("ctl", "Add --export json, sh, md or ansible"));
    if (!wantsPlanOnly(parser) && !parser.isSet(u"yes"_s) && !canAsk())
        return usageError(QCoreApplication::translate("ctl", "Standard input is no terminal: nobody can say yes"),
                          QCoreApplication::translate("ctl", "Use --dry-run, or --yes, or run this in a terminal"));
    return {};
}

bool wantsPlanOnly(const QCommandLineParser &parser)
{
    return parser.isSet(u"dry-run"_s) || parser.isSet(u"export"_s);
}

Contact contactOf(const Connection &connection, const QCommandLineParser &parser)
{
    Outside outside = outsideOf(connection.way);
    outside.login = [way = connection.way, &parser](const LoginProof &proof, std::stop_token stop) -> Result<Login> {
        static std::mutex oneAtATime; // there is one terminal
        Way again = way;
        for (;;) {
            auto login = logInAgain(again, proof, stop);
            if (login || login.error().kind != Error::Kind::NeedsAnswer)
                return login;
            const std::lock_guard lock(oneAtATime);
            GW_TRY(answer(login.error(), again.answers, parser, stop));
        }
    };
    return {*connection.shell, connection.way.elevation, outside, {}, connection.way.route};
}

Result<ChangeJournal> journalOf(const Session &session, const QCommandLineParser &parser)
{
    if (parser.isSet(u"no-store"_s))
        return noJournal();
    if (!session.store)
        return Error{Error::Kind::Failed,
                     QCoreApplication::translate("ctl", "Change %1").arg(session.server.name),
                     QCoreApplication::translate("ctl", "The journal on this computer cannot be written"),
                     QCoreApplication::translate("ctl", "Mend that, or use --no-store to go without a journal"),
                     {}};
    return journalIn(Store::defaultPath());
}

Result<Connection> reachToChange(const Session &session, const QCommandLineParser &parser, std::stop_token stop)
{
    Connection connection = GW_TRY(reach(session, parser, stop));
    const ChangeJournal journal = GW_TRY(journalOf(session, parser));
    const ChangeRequest request = requestFor(session.server, {}, connection.way, *connection.shell);
    const auto recovered = recover(contactOf(connection, parser), request, journal, stop);
    if (!recovered)
        return connection; // whoever goes on says it better
    for (const ChangeRecord &record : recovered->ended)
        complain(QCoreApplication::translate("ctl", "Change %1: %2. %3")
                     .arg(QString::number(record.number), outcomeName(record.outcome), record.detail));
    if (recovered->waiting.isEmpty())
        return connection;
    const OpenChange &open = recovered->waiting.first().change;
    return Error{
        Error::Kind::Failed,
        QCoreApplication::translate("ctl", "Change %1").arg(session.server.name),
        QCoreApplication::translate("ctl", "%1 has a change open there: %2")
            .arg(open.holder.shown(), open.title.shown()),
        QCoreApplication::translate("ctl", "Use gatewrightctl keep %1, or undo, or wait until it returns at %2")
            .arg(open.transaction, open.returnsAt.toLocalTime().toString(u"HH:mm:ss"_s)),
        {}};
}

OnChange narration(const Plan &plan, const QString &name)
{
    const QString before = name.isEmpty() ? QString() : QString(name + u": "_s);
    return [plan, before](const ChangeProgress &progress) {
        const auto &step = progress.applying.finished;
        const QString what = phaseText(progress, plan);
        if (step)
            say(u"%1%2 %3 (%4 s)"_s.arg(before, step->state == StepRecord::State::Done ? u"ok"_s : u"FAILED"_s, what,
                                        secondsOf(step->took)));
        else if (progress.tried)
            say(u"%1%2 %3: %4"_s.arg(before, progress.tried->held ? u"ok"_s : u"--"_s, what, progress.tried->detail));
        else
            showProgress(before + what);
    };
}

void follow(const ChangeEnded &ended, const QCommandLineParser &parser)
{
    if (!ended.newAddress)
        return;
    complain(textOf(*ended.newAddress));
    if (ended.newAddress->target.isEmpty() || parser.isSet(u"no-store"_s))
        return;
    const auto saved = [&]() -> Result<void> {
        const auto store = GW_TRY(Store::open(Store::defaultPath()));
        for (Server server : GW_TRY(store->servers())) {
            if (server.id != ended.record.host)
                continue;
            server.target = ended.newAddress->target;
            GW_TRY(store->save(server));
        }
        return {};
    }();
    if (!saved)
        complain(saved.error().text());
}

int report(const ChangeEnded &ended, const QCommandLineParser &parser)
{
    if (ended.notRecorded)
        complain(ended.notRecorded->text());
    if (!ended.conflicts.isEmpty())
        say(conflictText(ended.record.plan, ended.conflicts));
    follow(ended, parser);
    const ChangeRecord &record = ended.record;
    QString text = u"%1: %2"_s.arg(record.serverName, outcomeName(record.outcome));
    if (record.number != 0)
        text += QCoreApplication::translate("ctl", ", change %1").arg(record.number);
    if (!record.detail.isEmpty())
        text += u"\n"_s + record.detail;
    const QByteArray result = parser.value(u"format"_s) == u"json"_s ? jsonText(QJsonDocument(historyJson(record)))
                                                                     : QByteArray(text.toUtf8() + '\n');
    if (!print(result))
        return Failed;
    return record.outcome == Outcome::Kept ? Fine : Found;
}

int decide(ChangeRun &run, Result<ChangeState> state, const Contact &contact, const QCommandLineParser &parser,
           std::stop_token stop)
{
    bool isTold = false;
    for (;;) {
        if (!state && state.error().kind == Error::Kind::NeedsAnswer && run.isArmed())
            state = run.undoIt(contact, state.error().text()); // nobody answers: it cannot be proven
        if (!state) {
            complain(state.error().text());
            if (!run.isArmed() || stop.stop_requested() || !canAsk())
                return Failed; // if anything is in force, it undoes itself
            state = run.lookAgain(contact, stop);
            if (!state)
                return fail(state.error());
        }
        if (const auto *ended = std::get_if<ChangeEnded>(&*state))
            return report(*ended, parser);
        const auto &waiting = std::get<AwaitingKeep>(*state);
        if (!std::exchange(isTold, true)) {
            for (const Confinement &confinement : confinementsIn(run.record().steps))
                say(titleOf(confinement));
            warnAbout(waiting);
        }
        if (parser.isSet(u"keep-if-proven"_s) && waiting.proven) {
            state = run.keepIt(contact, stop);
            continue;
        }
        if (!canAsk())
            return leaveOpen(run, waiting, parser);
        switch (askWhetherToKeep(waiting, stop)) {
        case Decision::Keep: state = run.keepIt(contact, stop); break;
        case Decision::MoreTime: state = run.moreTime(contact, stop); break;
        case Decision::Undo: state = run.undoIt(contact); break;
        case Decision::NobodyAnswered:
            std::this_thread::sleep_for(std::chrono::seconds(1)); // it is returning now
            state = run.lookAgain(contact, stop);
            break;
        }
    }
}

int carryOut(const PlannedChange &change, const QCommandLineParser &parser, std::stop_token stop)
{
    if (parser.isSet(u"export"_s))
        return exportPlan(change.plan, change.session.server, parser);
    const bool asJson = parser.value(u"format"_s) == u"json"_s;
    if (parser.isSet(u"dry-run"_s))
        return print(asJson ? jsonText(QJsonDocument(toJson(change.plan)))
                            : previewText(change.plan, change.session.server.name).toUtf8())
                   ? Fine
                   : Failed;
    if (change.plan.steps.isEmpty()) {
        complain(QCoreApplication::translate("ctl", "There is nothing to do: everything is as wished already."));
        return Fine;
    }
    const auto journal = journalOf(change.session, parser);
    if (!journal)
        return fail(journal.error());
    if (!wantsToGoOn(change, parser, stop)) {
        complain(QCoreApplication::translate("ctl", "Nothing was changed."));
        return Found;
    }
    ChangeRequest request =
        requestFor(change.session.server, change.plan, change.connection.way, *change.connection.shell);
    request.undoes = change.undoes;
    const Contact contact = contactOf(change.connection, parser);
    ChangeRun run(std::move(request), *journal);
    return decide(run, run.apply(contact, narration(change.plan), stop), contact, parser, stop);
}

} // namespace gw::ctl
