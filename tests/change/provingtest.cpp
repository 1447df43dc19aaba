// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/proving.h"
#include "backend/shell/localshell.h"
#include "tests/change/fakes.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

class ProvingTest : public QObject {
    Q_OBJECT

    FakeOutside m_outside;

    Result<Proven> tried(const QList<Proof> &proofs, std::stop_token stop = {})
    {
        return prove(
            proofs, m_outside.outside(), [](int, const std::optional<ProofRecord> &) {}, stop);
    }

private Q_SLOTS:
    void init() { m_outside = {}; }

    void loginsComeFirst_andThereIsAlwaysOne()
    {
        const Proof port = PortProof{22}, url = UrlProof{u"https://x/"_s}, login = LoginProof{u"dev"_s, 2222};
        QCOMPARE(proofsOf(samplePlan({})), QList<Proof>{LoginProof{}});
        QCOMPARE(proofsOf(samplePlan({port, url})), (QList<Proof>{LoginProof{}, port, url}));
        QCOMPARE(proofsOf(samplePlan({port, login, url})), (QList<Proof>{login, port, url}));
    }

    void firstFailure_endsIt()
    {
        m_outside.port = {Observation::Verdict::Fails, u"closed"_s};
        const auto proven = tried({LoginProof{}, PortProof{22}, UrlProof{u"https://x/"_s}});
        QVERIFY(proven && proven->failed);
        QCOMPARE(proven->proofs.size(), 2);
        QVERIFY(!proven->complete());
    }

    void failure_isTriedAgain_untilItHolds()
    {
        int tries = 0;
        Outside outside = m_outside.outside();
        outside.patience = std::chrono::minutes(1);
        outside.port = [&](const PortProof &, std::stop_token) {
            return ++tries < 3 ? Observation{Observation::Verdict::Fails, {}}
                               : Observation{Observation::Verdict::Holds, {}};
        };
        const auto proven =
            prove({LoginProof{}, PortProof{22}}, outside, [](int, const std::optional<ProofRecord> &) {}, {});
        QVERIFY(proven && proven->complete());
        QCOMPARE(tries, 3);
    }

    void unreachableServer_isTriedAgain_refusedLoginIsNot()
    {
        m_outside.onLogin = [] { return errorOf(Error::Kind::Unreachable); };
        QVERIFY(tried({LoginProof{}})->failed);
        QVERIFY(m_outside.logins > 1);
        m_outside.logins = 0;
        m_outside.onLogin = [] { return errorOf(Error::Kind::Refused); };
        QVERIFY(tried({LoginProof{}})->failed);
        QCOMPARE(m_outside.logins, 1);
    }

    void newestLogin_isTheOneToKeepOver()
    {
        int number = 0;
        m_outside.onLogin = [&] { return Login{std::make_shared<FakeShell>(QString::number(++number)), {}, {}}; };
        const auto proven = tried({LoginProof{{}, 22}, LoginProof{{}, 2222}});
        QVERIFY(proven && proven->complete());
        QCOMPARE(proven->login->shell->description(), u"2"_s);
    }

    void stop_endsThePauseBetweenTwoTries()
    {
        std::stop_source stop;
        Outside outside = m_outside.outside();
        outside.patience = outside.pause = std::chrono::hours(1);
        outside.port = [&](const PortProof &, std::stop_token) {
            stop.request_stop();
            return Observation{Observation::Verdict::Fails, {}};
        };
        const auto proven = prove(
            {LoginProof{}, PortProof{22}}, outside, [](int, const std::optional<ProofRecord> &) {}, stop.get_token());
        QVERIFY(!proven);
        QCOMPARE(proven.error().kind, Error::Kind::Cancelled);
    }

    void unit_mustBeActive_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("holds");
        QTest::newRow("active") << u"nginx.service"_s << "active"_ba << true;
        QTest::newRow("inactive") << u"nginx.service"_s << "inactive"_ba << false;
        QTest::newRow("failed") << u"nginx.service"_s << "failed"_ba << false;
        QTest::newRow("running") << u"supervisor:qwen-chat"_s << "qwen-chat RUNNING pid 7, uptime 0:01:00"_ba << true;
        QTest::newRow("fatal") << u"supervisor:qwen-chat"_s << "qwen-chat FATAL Exited too quickly"_ba << false;
    }
    void unit_mustBeActive()
    {
        QFETCH(QString, unit);
        QFETCH(QByteArray, answer);
        QFETCH(bool, holds);
        QTemporaryDir folder;
        for (const QString &program : {u"systemctl"_s, u"supervisorctl"_s}) {
            QFile file(folder.filePath(program));
            QVERIFY(file.open(QFile::WriteOnly));
            file.write("#!/bin/sh\necho '" + answer + "'\n");
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        }
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", folder.path().toLocal8Bit() + ':' + path);
        const auto back = qScopeGuard([&path] { qputenv("PATH", path); });
        const Elevation asWeAre{Elevation::Method::None, {}};
        m_outside.onLogin = [&] { return Login{std::make_shared<LocalShell>(), asWeAre, {}}; };
        const auto proven = tried({LoginProof{}, UnitProof{ServiceUnit(unit)}});
        QVERIFY2(proven, proven ? "" : qPrintable(proven.error().text()));
        QCOMPARE(proven->complete(), holds);
        QVERIFY(!proven->proofs.last().detail.isEmpty());
    }
};

GW_REGISTER_TEST(ProvingTest)
#include "provingtest.moc"
