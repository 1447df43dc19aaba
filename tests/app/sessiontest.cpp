// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleet.h"
#include "tests/app/fakefleet.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gw;
using namespace gw::test;

/// What one server goes through, against a made-up network and the real store.
class SessionTest : public QObject {
    Q_OBJECT

    struct Stage {
        explicit Stage(FakeNetwork network)
            : storage(folder.filePath(QStringLiteral("gatewright.db"))), fleet(storage, secrets, network.connector())
        {
            server.id = HostId::create();
            server.name = QStringLiteral("gpu-1");
            server.target = QStringLiteral("dev@gpu-1");
            server.transport = QStringLiteral("automatic");
        }

        int keptSurveys() const
        {
            const auto snapshots = storage.use([this](Store &store) { return store.snapshots(server.id); });
            return snapshots ? int(snapshots->size()) : -1;
        }

        QTemporaryDir folder;
        Storage storage;
        SecretStore secrets{std::make_unique<NoKeychain>()};
        Fleet fleet;
        Server server;
    };

    static FakeNetwork answering(const QString &name = QStringLiteral("debian-12-tutorial"))
    {
        FakeNetwork network;
        network.answer = recordedAnswer(name);
        return network;
    }

    static const SecretQuestion *secretAskedBy(const Session *session)
    {
        const auto *asking = std::get_if<Asking>(&session->connection());
        return asking ? std::get_if<SecretQuestion>(&asking->question) : nullptr;
    }

private Q_SLOTS:
    void rescan_connectsSurveysAndReviews()
    {
        Stage stage(answering());
        Session *session = stage.fleet.startUnsaved(stage.server);
        session->rescan();
        QVERIFY(session->progress());
        QTRY_VERIFY_WITH_TIMEOUT(session->review(), 30'000);
        QVERIFY(!session->progress());
        QVERIFY(!session->surveyError());
        QVERIFY(std::holds_alternative<Online>(session->connection()));
        QVERIFY(session->review()->worst() == Severity::Critical);
        QCOMPARE(session->summary().openFindings(), int(session->review()->findings.size()));
    }

    void savedLater_keepsTheSurveyThatWasMadeBefore()
    {
        Stage stage(answering());
        Session *session = stage.fleet.startUnsaved(stage.server);
        session->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(session->review(), 30'000);
        bool saved = false;
        stage.fleet.save(stage.server, [&saved](const Result<void> &result) { saved = bool(result); });
        QTRY_VERIFY(saved);
        QCOMPARE(stage.fleet.session(stage.server.id), session);
        QTRY_COMPARE(stage.keptSurveys(), 1);
    }

    void savedDuringItsSurvey_keepsItWhenItEnds()
    {
        Stage stage(answering());
        Session *session = stage.fleet.startUnsaved(stage.server);
        session->rescan();
        stage.fleet.save(stage.server, [](const Result<void> &) {});
        QTRY_VERIFY_WITH_TIMEOUT(session->isListed() && session->review(), 30'000);
        QTRY_COMPARE(stage.keptSurveys(), 1);
    }

    void changedAddress_duringASurvey_dropsTheOldWay()
    {
        Stage stage(answering());
        Session *session = stage.fleet.startUnsaved(stage.server);
        session->rescan();
        Server moved = stage.server;
        moved.target = QStringLiteral("dev@gpu-2");
        session->setServer(moved);
        QVERIFY(!session->progress());
        QVERIFY(std::holds_alternative<Offline>(session->connection()));
        QTest::qWait(200); // what the old way still answers must not arrive
        QVERIFY(!session->review());
        session->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(session->review(), 30'000);
    }

    void serverThatMoved_isTheSame_andIsKeptWithItsNewAddress()
    {
        Stage stage(answering());
        Session *session = stage.fleet.startUnsaved(stage.server);
        session->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(session->review(), 30'000);
        bool saved = false;
        stage.fleet.save(stage.server, [&saved](const Result<void> &result) { saved = bool(result); });
        QTRY_VERIFY(saved);
        session->follow(std::nullopt);
        session->follow(NewAddress{{}, {QStringLiteral("Port 2222")}, QStringLiteral("gpu-1"), {}}); // the file's
        QVERIFY(std::holds_alternative<Online>(session->connection()));
        session->follow(NewAddress{QStringLiteral("dev@gpu-1:2222"), {}, {}, {}});
        QVERIFY(std::holds_alternative<Offline>(session->connection())); // the way of before is none any more
        QVERIFY(session->review());
        QCOMPARE(session->server().target, QStringLiteral("dev@gpu-1:2222"));
        const auto kept = [&stage] {
            const auto servers = stage.storage.use([](Store &store) { return store.servers(); });
            return servers ? servers->last().target : QString();
        };
        QTRY_COMPARE(kept(), QStringLiteral("dev@gpu-1:2222"));
    }

    void damagedStore_leavesTheReviewOfThisComputer()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("gatewright.db")));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        SecretStore secrets{std::make_unique<NoKeychain>()};
        Fleet fleet(Storage(file.fileName()), secrets, answering().connector());
        QSignalSpy failed(&fleet, &Fleet::failed);
        QSignalSpy loaded(&fleet, &Fleet::loaded);
        fleet.load();
        QVERIFY(loaded.wait());
        QCOMPARE(failed.size(), 1);
        Session *here = fleet.session(HostId::local());
        QVERIFY(here);
        here->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(here->review(), 30'000);
        QVERIFY(here->surveyError()); // that it could not be kept
    }

    void keptSurvey_isShownAtTheNextStart()
    {
        Stage stage(answering());
        Session *session = stage.fleet.startUnsaved(stage.server);
        stage.fleet.save(stage.server, [](const Result<void> &) {});
        QTRY_VERIFY(session->isListed());
        session->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(session->review(), 30'000);

        Fleet again(stage.storage, stage.secrets, answering().connector());
        QSignalSpy loaded(&again, &Fleet::loaded);
        again.load();
        QVERIFY(loaded.wait());
        QCOMPARE(again.sessions().size(), 2); // this computer and gpu-1
        Session *later = again.session(stage.server.id);
        QTRY_VERIFY_WITH_TIMEOUT(later->review(), 30'000);
        QCOMPARE(later->review()->findings.size(), session->review()->findings.size());
        QVERIFY(std::holds_alternative<Offline>(later->connection()));
    }

    void hostKeyQuestion_isAnsweredAndTheSurveyGoesOn()
    {
        const HostKeyQuestion question{
            QStringLiteral("gpu-1:22"), QStringLiteral("ED25519"), QStringLiteral("SHA256:abc"), {}};
        FakeNetwork network = answering();
        network.refuse = [question](const Server &, const Answers &answers) -> std::optional<Error> {
            if (answers.accepts(question))
                return {};
            return Error{Error::Kind::NeedsAnswer, {}, {}, {}, question};
        };
        Stage stage(network);
        Session *session = stage.fleet.startUnsaved(stage.server);
        session->rescan();
        QTRY_VERIFY(std::holds_alternative<Asking>(session->connection()));
        session->accept(question);
        QTRY_VERIFY_WITH_TIMEOUT(session->review(), 30'000);
        QCOMPARE(network.attempts->load(), 2);
    }

    void refusedPassword_isNotTriedAgainByItself()
    {
        FakeNetwork network = answering();
        SecretQuestion question;
        question.hop = QStringLiteral("dev@gpu-1:22");
        question.prompts = {{UntrustedText(QStringLiteral("Password")), false}};
        network.refuse = [question](const Server &, const Answers &answers) -> std::optional<Error> {
            if (answers.secrets.contains(question.key()))
                return Error{
                    Error::Kind::Refused, QStringLiteral("Log in"), QStringLiteral("Permission denied"), {}, question};
            return Error{Error::Kind::NeedsAnswer, {}, {}, {}, question};
        };
        Stage stage(network);
        Session *session = stage.fleet.startUnsaved(stage.server);
        session->rescan();
        QTRY_VERIFY(secretAskedBy(session));
        session->answer(question, {Secret("wrong")}, Session::Keep::ThisRun);
        QTRY_VERIFY(std::holds_alternative<Failed>(session->connection()));
        QTRY_VERIFY(!session->progress());
        QTest::qWait(1500); // a pause of the first reconnect
        QCOMPARE(network.attempts->load(), 2);
        session->rescan(); // the person tries again, and is asked, not answered for
        QTRY_VERIFY(secretAskedBy(session));
        QVERIFY(!session->refusal().isEmpty());
    }

    void noticeOfSsh_isPartOfTheState()
    {
        FakeNetwork network = answering();
        network.notice = UntrustedText(QStringLiteral("Confirm user presence for key X"));
        network.delay = std::chrono::milliseconds(300);
        Stage stage(network);
        Session *session = stage.fleet.startUnsaved(stage.server);
        QStringList notices;
        connect(session, &Session::connectionChanged, this, [&] {
            if (const auto *connecting = std::get_if<Connecting>(&session->connection()))
                notices += connecting->notice.raw();
        });
        session->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(session->review(), 30'000);
        QVERIFY(notices.contains(network.notice.raw()));
        QVERIFY(std::holds_alternative<Online>(session->connection()));
    }

    void cancelledQuestion_leadsBackToOffline()
    {
        FakeNetwork network = answering();
        network.refuse = [](const Server &, const Answers &) -> std::optional<Error> {
            return Error{Error::Kind::NeedsAnswer,
                         {},
                         {},
                         {},
                         HostKeyQuestion{
                             QStringLiteral("gpu-1:22"), QStringLiteral("RSA 3072"), QStringLiteral("SHA256:x"), {}}};
        };
        Stage stage(network);
        Session *session = stage.fleet.startUnsaved(stage.server);
        session->rescan();
        QTRY_VERIFY(std::holds_alternative<Asking>(session->connection()));
        session->cancelQuestion();
        QTRY_VERIFY(std::holds_alternative<Offline>(session->connection()));
        QTRY_VERIFY(!session->progress());
    }

    void stop_endsASurveyAndLeavesTheOldOneShown()
    {
        FakeNetwork network = answering();
        Stage stage(network);
        Session *session = stage.fleet.startUnsaved(stage.server);
        session->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(session->review(), 30'000);
        const auto before = session->review();
        session->rescan();
        session->stop();
        QTRY_VERIFY(!session->progress());
        QVERIFY(!session->surveyError());
        QCOMPARE(session->review(), before);
        QVERIFY(std::holds_alternative<Online>(session->connection()));
    }

    /// Everything readable is there, and beside it stand the refusal and the question.
    void refusedRootPassword_leavesASurveyWithoutRootAndAsksAgain()
    {
        Stage stage(answering());
        Session *session = stage.fleet.startUnsaved(stage.server);
        session->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(session->review(), 30'000);
        const auto before = session->review();
        session->becomeRoot();
        const SecretQuestion *asked = secretAskedBy(session);
        QVERIFY(asked);
        session->answer(SecretQuestion(*asked), {Secret("wrong")}, Session::Keep::ThisRun);
        QTRY_VERIFY_WITH_TIMEOUT(!session->progress() && secretAskedBy(session), 30'000);
        QCOMPARE(secretAskedBy(session)->kind, SecretQuestion::Kind::RootPassword);
        QVERIFY2(session->refusal().contains(u"incorrect password"), qPrintable(session->refusal()));
        QVERIFY(!session->surveyError());
        QVERIFY(session->review() && session->review() != before);

        session->cancelQuestion();
        QVERIFY(std::holds_alternative<Online>(session->connection()));
        session->rescan(); // without the password that was refused
        QTRY_VERIFY_WITH_TIMEOUT(!session->progress(), 30'000);
        QVERIFY(std::holds_alternative<Online>(session->connection()));
        QVERIFY(session->refusal().isEmpty());
    }

    void damagedAnswer_isAnErrorAndNothingIsLost()
    {
        FakeNetwork network;
        network.answer = "this is no survey\n";
        Stage stage(network);
        Session *session = stage.fleet.startUnsaved(stage.server);
        session->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(session->surveyError(), 30'000);
        QCOMPARE(session->surveyError()->kind, Error::Kind::Protocol);
        QVERIFY(!session->review());
    }

    void acceptedRisk_movesTheFindingAndBack()
    {
        Stage stage(answering());
        Session *session = stage.fleet.startUnsaved(stage.server);
        stage.fleet.save(stage.server, [](const Result<void> &) {});
        QTRY_VERIFY(session->isListed());
        session->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(session->review(), 30'000);
        const auto open = session->review()->findings.size();
        const AcceptedRisk risk{RuleId(QStringLiteral("sshd.root-login")),
                                {},
                                QStringLiteral("a lab"),
                                QDate::currentDate().addDays(7),
                                QStringLiteral("me")};
        session->accept(risk);
        QTRY_COMPARE(session->review()->accepted.size(), 1);
        QCOMPARE(session->review()->findings.size(), open - 1);
        session->withdraw(risk);
        QTRY_COMPARE(session->review()->findings.size(), open);
    }
};

GW_REGISTER_TEST(SessionTest)
#include "sessiontest.moc"
