// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/rollout.h"
#include "tests/change/fakes.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

/// Everything between "apply" and its end, with every way it can go wrong.
class ChangeRunTest : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<FakeOutside> m_outside;
    std::unique_ptr<FakeJournal> m_journal;
    std::unique_ptr<FakeShell> m_shell;
    std::unique_ptr<ChangeRun> m_run;
    std::stop_source m_stop;

    Contact contact() { return {*m_shell, {}, m_outside->outside(), m_server->guard()}; }
    Result<ChangeState> apply(
        const Plan &plan = samplePlan(), const OnChange &progress = [](const ChangeProgress &) {})
    {
        m_run = std::make_unique<ChangeRun>(sampleRequest(plan), m_journal->journal());
        return m_run->apply(contact(), progress, m_stop.get_token());
    }
    /// What the change came to; aborts the test function where it has not ended.
    static ChangeEnded ended(const Result<ChangeState> &state)
    {
        if (!state || !std::holds_alternative<ChangeEnded>(*state))
            qFatal("it has not ended");
        return std::get<ChangeEnded>(*state);
    }
    static bool isWaiting(const Result<ChangeState> &state)
    {
        return state && std::holds_alternative<AwaitingKeep>(*state);
    }
    using State = FakeServer::State;

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeServer>();
        m_outside = std::make_unique<FakeOutside>();
        m_journal = std::make_unique<FakeJournal>();
        m_shell = std::make_unique<FakeShell>(u"first"_s);
        m_stop = {};
    }

    // ---- as it should go ----

    void provenChange_waitsForKeep_andIsInTheJournalAsOpen()
    {
        const auto state = apply();
        QVERIFY(isWaiting(state));
        const auto &waiting = std::get<AwaitingKeep>(*state);
        QVERIFY(waiting.proven);
        QCOMPARE(waiting.guard, u"systemd"_s);
        QCOMPARE(waiting.proofs.size(), 1);
        QCOMPARE(waiting.proofs.first().detail, u"logged in"_s);
        QCOMPARE(m_journal->outcomes(), QList<Outcome>{Outcome::Open});
        const ChangeRecord &record = m_journal->entries.last();
        QCOMPARE(record.transaction, waiting.transaction);
        QCOMPARE(record.host, HostId(u"gpu-1"_s));
        QCOMPARE(record.serverName, u"gpu-1"_s);
        QCOMPARE(record.hostKey, u"ED25519 SHA256:abc"_s);
        QVERIFY(record.who.endsWith(u", as dev@gpu-1:22"_s));
        QCOMPARE(record.steps.size(), 3);
    }

    void keep_goesOverTheProvenLogin_andIsTheEndInTheJournal()
    {
        QVERIFY(isWaiting(apply()));
        const ChangeEnded end = ended(m_run->keepIt(contact(), {}));
        QCOMPARE(end.record.outcome, Outcome::Kept);
        QCOMPARE(end.record.detail, QString());
        QCOMPARE(m_server->calls, (QStringList{u"apply first"_s, u"keep second"_s}));
        QCOMPARE(m_server->state, State::Kept);
        QCOMPARE(m_journal->outcomes(), (QList<Outcome>{Outcome::Open, Outcome::Kept}));
        QVERIFY(m_journal->entries.last().proofs.first().held);
        QVERIFY(!m_run->isArmed());
    }

    void record_hasFilesBeforeAndAfter_butNoSecret()
    {
        QVERIFY(isWaiting(apply()));
        const QList<FileRecord> files = m_journal->entries.first().files;
        QCOMPARE(files.size(), 2);
        QCOMPARE(files[0].path, samplePath());
        QVERIFY(!files[0].before.exists());
        QCOMPARE(files[0].after.content, "PasswordAuthentication no\n"_ba);
        QCOMPARE(files[0].after.attributes, FileAttributes{});
        QCOMPARE(files[1].secrecy, Secrecy::Secret);
        QVERIFY(files[1].before.content.isEmpty() && files[1].after.content.isEmpty());
        QVERIFY(!files[1].beforeHash.isEmpty() && files[1].beforeHash != files[1].afterHash);
        QCOMPARE(m_journal->entries.first().plan, withoutSecrets(samplePlan()));
    }

    void undoByThePerson_isUndone()
    {
        QVERIFY(isWaiting(apply()));
        const ChangeEnded end = ended(m_run->undoIt(contact()));
        QCOMPARE(end.record.outcome, Outcome::Undone);
        QCOMPARE(m_server->state, State::Undone);
        QCOMPARE(m_journal->outcomes(), (QList<Outcome>{Outcome::Open, Outcome::Undone}));
    }

    void moreTime_movesTheDeadline()
    {
        const auto state = apply();
        QVERIFY(isWaiting(state));
        const auto later = m_run->moreTime(contact(), {});
        QVERIFY(isWaiting(later));
        QVERIFY(std::get<AwaitingKeep>(*later).returnsAt > std::get<AwaitingKeep>(*state).returnsAt);
    }

    void progress_tellsThePhasesTheDeadlineAndEachProof()
    {
        QList<ApplyProgress::Phase> phases;
        QList<int> tried;
        bool deadlineKnown = true;
        QVERIFY(isWaiting(apply(samplePlan({LoginProof{}, PortProof{22}}), [&](const ChangeProgress &progress) {
            phases += progress.applying.phase;
            if (progress.applying.phase == ApplyProgress::Phase::Proving)
                deadlineKnown = deadlineKnown && progress.returnsAt.isValid();
            if (progress.tried)
                tried += progress.proof;
        })));
        QCOMPARE(phases.first(), ApplyProgress::Phase::Arming);
        QCOMPARE(phases.last(), ApplyProgress::Phase::Proving);
        QVERIFY(deadlineKnown);
        QCOMPARE(tried, (QList<int>{0, 1}));
    }

    // ---- proofs ----

    void failedProof_undoesAtOnce_data()
    {
        QTest::addColumn<QList<Proof>>("proofs");
        QTest::newRow("port") << QList<Proof>{LoginProof{}, PortProof{3001, PortProof::Expect::Closed}};
        QTest::newRow("url") << QList<Proof>{LoginProof{}, UrlProof{u"https://x.example/"_s}};
    }
    void failedProof_undoesAtOnce()
    {
        QFETCH(QList<Proof>, proofs);
        m_outside->port = m_outside->url = {Observation::Verdict::Fails, u"it still answers"_s};
        const ChangeEnded end = ended(apply(samplePlan(proofs)));
        QCOMPARE(end.record.outcome, Outcome::Undone);
        QVERIFY2(end.record.detail.contains(u"it still answers"_s), qPrintable(end.record.detail));
        QCOMPARE(m_server->state, State::Undone);
        QCOMPARE(m_server->calls, (QStringList{u"apply first"_s, u"undo first"_s}));
        QCOMPARE(m_journal->outcomes(), (QList<Outcome>{Outcome::Open, Outcome::Undone}));
        QVERIFY(!m_journal->entries.last().proofs.last().held);
    }

    void failedLogin_undoesOverTheFirstConnection()
    {
        m_outside->onLogin = [] { return errorOf(Error::Kind::Refused, u"permission denied"_s); };
        const ChangeEnded end = ended(apply());
        QCOMPARE(end.record.outcome, Outcome::Undone);
        QVERIFY(end.record.detail.contains(u"permission denied"_s));
        QCOMPARE(m_server->state, State::Undone);
    }

    void whatCannotBeTried_doesNotUndo_butIsNotProvenEither()
    {
        m_outside->port = {Observation::Verdict::NotTried, u"behind a jump host"_s};
        const auto state = apply(samplePlan({PortProof{22}}));
        QVERIFY(isWaiting(state));
        QVERIFY(!std::get<AwaitingKeep>(*state).proven);
        QVERIFY(!ended(m_run->keepIt(contact(), {})).record.detail.isEmpty());
    }

    void question_leavesItInForce_untilItIsAnswered()
    {
        SecretQuestion question;
        question.kind = SecretQuestion::Kind::Passphrase;
        m_outside->onLogin = [&] {
            Error error = errorOf(Error::Kind::NeedsAnswer);
            error.question = question;
            return error;
        };
        const auto asked = apply();
        QVERIFY(!asked);
        QCOMPARE(asked.error().question, Question(question));
        QVERIFY(m_run->isArmed());
        QCOMPARE(m_server->state, State::Armed);
        m_outside->onLogin = {};
        QVERIFY(isWaiting(m_run->prove(contact(), [](const ChangeProgress &) {}, {})));
        QCOMPARE(ended(m_run->keepIt(contact(), {})).record.outcome, Outcome::Kept);
    }

    void keepBesideAnOpenQuestion_needsANewLogin_andSaysWhatWasNotTried()
    {
        m_outside->onLogin = [] { return errorOf(Error::Kind::NeedsAnswer); };
        QVERIFY(!apply());
        QVERIFY(!m_run->keepIt(contact(), {}));
        QCOMPARE(m_server->state, State::Armed);
        m_outside->onLogin = {};
        const ChangeEnded end = ended(m_run->keepIt(contact(), {}));
        QCOMPARE(end.record.outcome, Outcome::Kept);
        QVERIFY(!end.record.detail.isEmpty());
        QCOMPARE(m_server->calls.last(), u"keep second"_s);
    }

    // ---- with nobody to ask ----

    void unattended_keepsWhatIsProven()
    {
        ChangeRun run(sampleRequest(), m_journal->journal());
        const auto end = changeUnattended(run, contact(), [](const ChangeProgress &) {}, {});
        QVERIFY(end);
        QCOMPARE(end->record.outcome, Outcome::Kept);
    }

    void unattended_undoesWhatCannotBeTriedOrAsks_data()
    {
        QTest::addColumn<bool>("asks");
        QTest::newRow("not tried") << false;
        QTest::newRow("asks") << true;
    }
    void unattended_undoesWhatCannotBeTriedOrAsks()
    {
        QFETCH(bool, asks);
        m_outside->port = {Observation::Verdict::NotTried, u"behind a jump host"_s};
        if (asks)
            m_outside->onLogin = [] { return errorOf(Error::Kind::NeedsAnswer); };
        ChangeRun run(sampleRequest(samplePlan({PortProof{22}})), m_journal->journal());
        const auto end = changeUnattended(run, contact(), [](const ChangeProgress &) {}, {});
        QVERIFY(end);
        QCOMPARE(end->record.outcome, Outcome::Undone);
        QVERIFY(!end->record.detail.isEmpty());
        QCOMPARE(m_server->state, State::Undone);
    }

    // ---- apply does not come to "armed" ----

    void failedStep_isFailed_andNothingIsProven()
    {
        m_server->insteadOfApply = [](std::stop_token) -> Result<Applied> {
            return Applied(
                Returned{{{u"reload ssh"_s, StepRecord::State::Failed, {}, "bad"}}, u"ssh did not reload"_s});
        };
        const ChangeEnded end = ended(apply());
        QCOMPARE(end.record.outcome, Outcome::Failed);
        QVERIFY(end.record.detail.contains(u"ssh did not reload"_s));
        QCOMPARE(end.record.steps.size(), 1);
        QCOMPARE(m_outside->logins, 0);
        QCOMPARE(m_journal->outcomes(), (QList<Outcome>{Outcome::Open, Outcome::Failed}));
    }

    void wayBackThatIsNotComplete_isBroken_andSaysWhatStays()
    {
        m_server->insteadOfApply = [](std::stop_token) -> Result<Applied> {
            return Applied(Returned{{}, u"ssh did not reload"_s, false, {u"/etc/x is kept aside"_s}});
        };
        const ChangeEnded end = ended(apply());
        QCOMPARE(end.record.outcome, Outcome::Broken);
        QVERIFY(end.record.detail.contains(u"ssh did not reload"_s));
        QVERIFY(end.record.detail.contains(u"/etc/x is kept aside"_s));
    }

    void fileThatMovedOn_isRefused_withTheConflict()
    {
        const FileConflict conflict{samplePath(), {}, {FileState::Kind::Regular, "theirs", {}, {}}};
        m_server->insteadOfApply = [&](std::stop_token) -> Result<Applied> {
            NotStarted reason;
            reason.conflicts = {conflict};
            return Applied(reason);
        };
        const ChangeEnded end = ended(apply());
        QCOMPARE(end.record.outcome, Outcome::Refused);
        QCOMPARE(end.conflicts, QList<FileConflict>{conflict});
        QVERIFY(end.record.detail.contains(samplePath().shown()));
        QCOMPARE(m_journal->outcomes(), (QList<Outcome>{Outcome::Open, Outcome::Refused}));
    }

    void serverThatCannotBegin_isRefused_notFailed()
    {
        m_server->insteadOfApply = [](std::stop_token) -> Result<Applied> {
            return errorOf(Error::Kind::Failed, u"the disk is full"_s);
        };
        const ChangeEnded end = ended(apply());
        QCOMPARE(end.record.outcome, Outcome::Refused); // nothing of it is there, and nothing came back
        QVERIFY(end.record.detail.contains(u"the disk is full"_s));
    }

    void secondPerson_isTold_whoHoldsTheServer()
    {
        m_server->insteadOfApply = [](std::stop_token) -> Result<Applied> {
            NotStarted reason;
            reason.heldBy = u"bob on desk"_s;
            reason.heldSince = QDateTime(QDate(2026, 1, 2), QTime(12, 34, 56));
            return Applied(reason);
        };
        const ChangeEnded end = ended(apply());
        QCOMPARE(end.record.outcome, Outcome::Refused);
        QVERIFY(end.record.detail.contains(u"bob on desk"_s) && end.record.detail.contains(u"12:34:56"_s));
    }

    void errorBeforeTheBeginning_isAnError_andTheJournalSaysThatNothingBegan()
    {
        for (const Error::Kind kind : {Error::Kind::Refused, Error::Kind::Invalid, Error::Kind::NeedsAnswer}) {
            m_server->insteadOfApply = [kind](std::stop_token) -> Result<Applied> { return errorOf(kind); };
            const auto state = apply();
            QVERIFY(!state);
            QCOMPARE(state.error().kind, kind);
            QVERIFY(!m_run->isArmed());
            QCOMPARE(m_journal->entries.last().outcome, Outcome::Refused);
        }
    }

    // ---- stops ----

    void stopWhileApplying_isUndone_data()
    {
        QTest::addColumn<bool>("asError");
        QTest::newRow("returned") << false;
        QTest::newRow("error") << true;
    }
    void stopWhileApplying_isUndone()
    {
        QFETCH(bool, asError);
        m_server->insteadOfApply = [&, asError](std::stop_token stop) -> Result<Applied> {
            m_stop.request_stop();
            if (!stop.stop_requested())
                qFatal("the stop did not arrive");
            return asError ? Result<Applied>(errorOf(Error::Kind::Cancelled)) : Applied(Returned{{}, u"stopped"_s});
        };
        QCOMPARE(ended(apply()).record.outcome, Outcome::Undone);
        QCOMPARE(m_journal->outcomes(), (QList<Outcome>{Outcome::Open, Outcome::Undone}));
        QVERIFY(m_server->state != State::Armed);
    }

    void stopWhileProving_undoes_withATokenOfItsOwn()
    {
        m_outside->onLogin = [&]() -> Result<Login> {
            m_stop.request_stop();
            return errorOf(Error::Kind::Cancelled);
        };
        QCOMPARE(ended(apply()).record.outcome, Outcome::Undone);
        QCOMPARE(m_server->state, State::Undone);
    }

    void stopBetweenTwoProofs_undoes()
    {
        m_outside->onLogin = [&]() -> Result<Login> {
            m_stop.request_stop();
            return Login{std::make_shared<FakeShell>(u"second"_s), {}, {}};
        };
        QCOMPARE(ended(apply(samplePlan({LoginProof{}, PortProof{22}}))).record.outcome, Outcome::Undone);
        QCOMPARE(m_outside->ports, 0);
        QCOMPARE(m_server->state, State::Undone);
    }

    // ---- the network ----

    void connectionThatBreaksWhileApplying_isUndoneOverANewLogin()
    {
        m_server->insteadOfApply = [&](std::stop_token) -> Result<Applied> {
            (void)m_server->applyNow(m_server->transaction, samplePlan());
            m_shell->isBroken = true;
            return errorOf(Error::Kind::Unreachable);
        };
        QCOMPARE(ended(apply()).record.outcome, Outcome::Failed);
        QCOMPARE(m_server->state, State::Undone);
        QVERIFY(m_server->calls.contains(u"undo second"_s));
    }

    void serverThatIsGone_leavesItOpen_andSaysThatItReturnsByItself()
    {
        m_server->insteadOfApply = [&](std::stop_token) -> Result<Applied> {
            (void)m_server->applyNow(m_server->transaction, samplePlan());
            m_server->isUnreachable = true;
            return errorOf(Error::Kind::Unreachable, u"cable"_s);
        };
        const ChangeEnded end = ended(apply());
        QCOMPARE(end.record.outcome, Outcome::Open);
        QVERIFY(end.record.detail.contains(u"returns by itself"_s));
        QVERIFY(end.record.detail.contains(u"cable"_s));
    }

    void failedProofOfAServerThatIsGone_staysOpen()
    {
        m_outside->onLogin = [&]() -> Result<Login> {
            m_server->isUnreachable = true;
            return errorOf(Error::Kind::Unreachable, u"no route"_s);
        };
        const ChangeEnded end = ended(apply());
        QCOMPARE(end.record.outcome, Outcome::Open);
        QVERIFY(end.record.detail.contains(u"no route"_s));
        QCOMPARE(m_server->state, State::Armed); // its timer runs
    }

    void lostAnswerOfKeep_isFoundKeptByTheFiles()
    {
        QVERIFY(isWaiting(apply()));
        m_server->losesAnswerOfKeep = true;
        const ChangeEnded end = ended(m_run->keepIt(contact(), {}));
        QCOMPARE(end.record.outcome, Outcome::Kept);
        QVERIFY(!end.record.detail.isEmpty());
        QCOMPARE(m_journal->outcomes(), (QList<Outcome>{Outcome::Open, Outcome::Kept}));
    }

    void lostAnswerOfKeep_isKeptAlsoWhereNoFileCouldTell()
    {
        Plan plan = samplePlan();
        plan.steps.remove(0, 2);
        QVERIFY(isWaiting(apply(plan)));
        m_server->losesAnswerOfKeep = true;
        QCOMPARE(ended(m_run->keepIt(contact(), {})).record.outcome, Outcome::Kept);
    }

    void loginThatBrokeBeforeKeep_isReplacedByAnotherNewOne()
    {
        const auto second = std::make_shared<FakeShell>(u"second"_s);
        m_outside->onLogin = [&] { return Login{second, {}, {}}; };
        QVERIFY(isWaiting(apply()));
        second->isBroken = true;
        m_outside->onLogin = [] { return Login{std::make_shared<FakeShell>(u"third"_s), {}, {}}; };
        QCOMPARE(ended(m_run->keepIt(contact(), {})).record.outcome, Outcome::Kept);
        QVERIFY(m_server->calls.contains(u"keep third"_s));
    }

    void keepOfAServerThatIsGone_isAnError_andStaysInForce()
    {
        QVERIFY(isWaiting(apply()));
        m_server->isUnreachable = true;
        QVERIFY(!m_run->keepIt(contact(), {}));
        QVERIFY(m_run->isArmed());
        m_server->isUnreachable = false;
        QCOMPARE(ended(m_run->keepIt(contact(), {})).record.outcome, Outcome::Kept);
    }

    void keepThatComesTooLate_isCameBack_andIsForgottenThere()
    {
        QVERIFY(isWaiting(apply()));
        m_server->comeBack();
        const ChangeEnded end = ended(m_run->keepIt(contact(), {}));
        QCOMPARE(end.record.outcome, Outcome::CameBack);
        QCOMPARE(m_server->state, State::Nothing);
        QCOMPARE(m_journal->outcomes(), (QList<Outcome>{Outcome::Open, Outcome::CameBack}));
    }

    void moreTimeThatComesTooLate_isCameBack()
    {
        QVERIFY(isWaiting(apply()));
        m_server->comeBack();
        QCOMPARE(ended(m_run->moreTime(contact(), {})).record.outcome, Outcome::CameBack);
    }

    void lookingAgain_tellsWhetherItIsStillInForce()
    {
        QVERIFY(isWaiting(apply()));
        QVERIFY(isWaiting(m_run->lookAgain(contact(), {})));
        m_server->comeBack();
        QCOMPARE(ended(m_run->lookAgain(contact(), {})).record.outcome, Outcome::CameBack);
    }

    // ---- the journal ----

    void change_isInTheJournal_beforeTheServerHearsOfIt()
    {
        m_server->insteadOfApply = [&](std::stop_token) -> Result<Applied> {
            if (m_journal->entries.size() != 1 || m_journal->entries.first().transaction != m_server->transaction)
                qFatal("the journal does not know it yet");
            return m_server->applyNow(m_server->transaction, samplePlan());
        };
        QVERIFY(isWaiting(apply()));
        QVERIFY(m_journal->entries.first().steps.isEmpty());
        QCOMPARE(m_journal->entries.first().files.size(), 2);
    }

    void journalThatTakesNothing_letsNothingBegin()
    {
        m_journal->isFull = true;
        const auto state = apply();
        QVERIFY(!state);
        QVERIFY(state.error().text().contains(u"disk full"_s));
        QVERIFY(!m_run->isArmed());
        QVERIFY(m_server->calls.isEmpty());
    }

    void journalThatTakesNoMore_undoesAtOnce()
    {
        m_server->insteadOfApply = [&](std::stop_token) {
            m_journal->isFull = true;
            return m_server->applyNow(m_server->transaction, samplePlan());
        };
        const ChangeEnded end = ended(apply());
        QCOMPARE(end.record.outcome, Outcome::Undone);
        QVERIFY(end.record.detail.contains(u"disk full"_s));
        QVERIFY(end.notRecorded);
        QCOMPARE(m_server->state, State::Undone);
        QCOMPARE(m_outside->logins, 0);
    }

    void endThatTheJournalDoesNotTake_isSaid()
    {
        QVERIFY(isWaiting(apply()));
        m_journal->isFull = true;
        const ChangeEnded end = ended(m_run->keepIt(contact(), {}));
        QCOMPARE(end.record.outcome, Outcome::Kept);
        QVERIFY(end.notRecorded);
    }

    void comebackThatTheJournalDoesNotTake_isNotForgottenByTheServer()
    {
        QVERIFY(isWaiting(apply()));
        m_server->comeBack();
        m_journal->isFull = true;
        QVERIFY(ended(m_run->lookAgain(contact(), {})).notRecorded);
        QCOMPARE(m_server->state, State::CameBack);
    }

    void windowIsAtLeastThreeTimesTheMeasuredReconnect()
    {
        ApplyOptions seen;
        Contact contact = this->contact();
        contact.guard.apply = [&](Shell &, const Elevation &, const Plan &, const ApplyOptions &options,
                                  const Guard::Report &, std::stop_token) -> Result<Applied> {
            seen = options;
            return errorOf(Error::Kind::Invalid);
        };
        ChangeRequest request = sampleRequest();
        request.toConnect = std::chrono::seconds(50);
        QVERIFY(!ChangeRun(request, m_journal->journal()).apply(contact, [](const ChangeProgress &) {}, {}));
        QVERIFY(seen.window >= std::chrono::seconds(150));
        QVERIFY(!seen.holder.isEmpty());
        QVERIFY(!seen.transaction.isEmpty());
    }
};

GW_REGISTER_TEST(ChangeRunTest)
#include "changeruntest.moc"
