// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/recovery.h"
#include "tests/change/fakes.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

/// After this program, its computer or the network died between "armed" and "keep".
class RecoveryTest : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeServer> m_server;
    FakeOutside m_outside;
    std::unique_ptr<FakeJournal> m_journal;
    FakeShell m_shell{u"first"_s};

    using State = FakeServer::State;
    Contact contact() { return {m_shell, {}, m_outside.outside(), m_server->guard()}; }

    /// It was applied, and then nobody was there any more.
    void crash()
    {
        ChangeRun run(sampleRequest(), m_journal->journal());
        const auto state = run.apply(contact(), [](const ChangeProgress &) {}, {});
        QVERIFY(state && std::holds_alternative<AwaitingKeep>(*state));
        m_server->calls.clear();
    }
    Recovered recovered()
    {
        ChangeRequest request = sampleRequest();
        request.plan = {};
        auto result = recover(contact(), request, m_journal->journal(), {});
        if (!result)
            qFatal("%s", qPrintable(result.error().text()));
        return std::move(*result);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeServer>();
        m_journal = std::make_unique<FakeJournal>();
    }

    void openChange_isFoundAgain_provenAndKept()
    {
        crash();
        const Recovered found = recovered();
        QCOMPARE(found.waiting.size(), 1);
        QVERIFY(found.ended.isEmpty());
        const Recovered::Waiting &waiting = found.waiting.first();
        QVERIFY(waiting.known);
        QCOMPARE(waiting.known->plan.title, u"Harden SSH"_s);
        ChangeRun run = ChangeRun::resumed(sampleRequest(), m_journal->journal(), waiting.change, waiting.known);
        QVERIFY(run.prove(contact(), [](const ChangeProgress &) {}, {}));
        const auto state = run.keepIt(contact(), {});
        QVERIFY(state);
        QCOMPARE(std::get<ChangeEnded>(*state).record.outcome, Outcome::Kept);
        QCOMPARE(m_journal->outcomes(), (QList<Outcome>{Outcome::Open, Outcome::Kept}));
        QCOMPARE(m_journal->entries.last().files, m_journal->entries.first().files);
        QCOMPARE(m_server->state, State::Kept);
    }

    void changeThatCameBack_isWrittenDown_andForgottenThere()
    {
        crash();
        m_server->comeBack();
        const Recovered found = recovered();
        QVERIFY(found.waiting.isEmpty());
        QCOMPARE(found.ended.size(), 1);
        QCOMPARE(found.ended.first().outcome, Outcome::CameBack);
        QCOMPARE(m_journal->outcomes(), (QList<Outcome>{Outcome::Open, Outcome::CameBack}));
        QCOMPARE(m_server->state, State::Nothing);
        QVERIFY(recovered().ended.isEmpty()); // told once
    }

    void changeThatCouldNotComeBackWhole_isBroken()
    {
        crash();
        m_server->comeBack();
        m_server->returned = {{}, u"/etc/key is immutable"_s, false, {}};
        const Recovered found = recovered();
        QCOMPARE(found.ended.first().outcome, Outcome::Broken);
        QVERIFY(found.ended.first().detail.contains(u"/etc/key is immutable"_s));
    }

    void endThatTheJournalKnows_isOnlyForgotten()
    {
        crash();
        m_server->comeBack();
        ChangeRecord end = m_journal->entries.last();
        end.outcome = Outcome::CameBack;
        m_journal->entries += end;
        QVERIFY(recovered().ended.isEmpty());
        QCOMPARE(m_journal->outcomes(), (QList<Outcome>{Outcome::Open, Outcome::CameBack}));
        QCOMPARE(m_server->state, State::Nothing);
    }

    void changeThatTheServerKnowsNoMore_isJudgedByItsFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("takenBack");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("as the change made them") << "PasswordAuthentication no\n"_ba << false << Outcome::Kept;
        QTest::newRow("as before") << ""_ba << true << Outcome::Undone;
        QTest::newRow("as nobody knows") << "somebody's\n"_ba << false << Outcome::Broken;
    }
    void changeThatTheServerKnowsNoMore_isJudgedByItsFiles()
    {
        QFETCH(QByteArray, content);
        QFETCH(bool, takenBack);
        QFETCH(Outcome, outcome);
        crash();
        if (takenBack)
            m_server->comeBack();
        else
            m_server->files[samplePath()].content = content;
        m_server->state = State::Nothing;
        const Recovered found = recovered();
        QCOMPARE(found.ended.size(), 1);
        QCOMPARE(found.ended.first().outcome, outcome);
        QVERIFY(!found.ended.first().detail.isEmpty());
    }

    // ---- it died before "armed" was heard ----

    /// `cause`: what the server came to meanwhile.
    void dieWhileApplying(const std::function<void()> &cause)
    {
        m_server->insteadOfApply = [&](std::stop_token) -> Result<Applied> {
            cause();
            m_server->isUnreachable = true;
            m_journal->isFull = true; // whatever would be written after the death of the program
            return errorOf(Error::Kind::Unreachable);
        };
        ChangeRun run(sampleRequest(), m_journal->journal());
        QVERIFY(run.apply(contact(), [](const ChangeProgress &) {}, {}));
        m_server->isUnreachable = m_journal->isFull = false;
        QCOMPARE(m_journal->outcomes(), QList<Outcome>{Outcome::Open});
    }
    /// A quarter of an hour later.
    void later()
    {
        for (ChangeRecord &entry : m_journal->entries)
            entry.at = entry.at.addSecs(-16 * 60);
    }

    void changeThatCameBackUnheard_isWrittenDownWhole_andForgottenThere()
    {
        dieWhileApplying([this] {
            (void)m_server->applyNow(m_server->transaction, samplePlan());
            m_server->comeBack();
        });
        const Recovered found = recovered();
        QCOMPARE(found.ended.size(), 1);
        QCOMPARE(found.ended.first().outcome, Outcome::CameBack);
        QCOMPARE(found.ended.first().plan, withoutSecrets(samplePlan()));
        QCOMPARE(m_server->state, State::Nothing);
    }

    void changeInForceUnheard_isFoundAgain()
    {
        dieWhileApplying([this] { (void)m_server->applyNow(m_server->transaction, samplePlan()); });
        const Recovered found = recovered();
        QCOMPARE(found.waiting.size(), 1);
        QVERIFY(found.waiting.first().known);
    }

    void changeThatNeverBegan_isUndone_onceNobodyCanBeAtItAnyMore()
    {
        dieWhileApplying([] {});
        QVERIFY(recovered().ended.isEmpty()); // another window may be at it
        later();
        const Recovered found = recovered();
        QCOMPARE(found.ended.size(), 1);
        QCOMPARE(found.ended.first().outcome, Outcome::Undone);
    }

    void changeOfCommandsThatNeverBegan_isUndone()
    {
        dieWhileApplying([] {});
        for (ChangeRecord &entry : m_journal->entries)
            entry.files.clear(); // no file could tell
        later();
        QCOMPARE(recovered().ended.first().outcome, Outcome::Undone);
    }

    void somebodyElsesOpenChange_isShown()
    {
        m_server->armed(u"theirs"_s, samplePlan());
        const Recovered found = recovered();
        QCOMPARE(found.waiting.size(), 1);
        QVERIFY(!found.waiting.first().known);
        QCOMPARE(found.waiting.first().change.holder.raw(), u"bob on desk"_s);
        QVERIFY(m_journal->entries.isEmpty());
    }

    void whatOfSomebodyElseCameBack_isLeftForThem()
    {
        m_server->armed(u"theirs"_s, samplePlan());
        m_server->comeBack();
        const Recovered found = recovered();
        QVERIFY(found.waiting.isEmpty() && found.ended.isEmpty());
        QCOMPARE(m_server->state, State::CameBack);
    }

    void nothingOpen_isOneQuestion()
    {
        recovered();
        QCOMPARE(m_server->calls, QStringList{u"openChanges first"_s});
    }
};

GW_REGISTER_TEST(RecoveryTest)
#include "recoverytest.moc"
