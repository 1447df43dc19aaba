// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/survey.h"
#include "backend/shell/localshell.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QSet>
#include <unistd.h>

using namespace gw;

/// The real script on this computer: whatever it is, the answer can be read and nothing is silently empty.
class SurveyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        LocalShell shell;
        const auto answer = survey(shell, Elevation{Elevation::Method::None, {}}, {},
                                   [this](const SurveyProgress &progress) { m_progress.append(progress); });
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().text()));
        m_answer = *answer;
        m_facts = factsFrom(m_answer);
    }

    void thisComputer_isDescribed()
    {
        QFile release(QStringLiteral("/etc/os-release"));
        QVERIFY(release.open(QIODevice::ReadOnly));
        QVERIFY(release.readAll().contains(QByteArray("ID=" + m_facts.system.osId.raw().toUtf8())));
        QVERIFY(m_facts.system.cpus > 0);
        QVERIFY(m_facts.system.memoryTotal > 64LL * 1024 * 1024);
        QVERIFY(m_facts.system.uptimeSeconds > 0);
        QVERIFY(qAbs(m_facts.system.serverTime.secsTo(QDateTime::currentDateTimeUtc())) < 600);
        QVERIFY(m_facts.disks);
        QVERIFY(!m_facts.disks->isEmpty());
        QCOMPARE(m_facts.access.isRoot, ::geteuid() == 0);
        QVERIFY(!m_facts.fromFolder);
        QVERIFY(m_facts.took.count() > 0);
    }

    void rootAccount_isThere()
    {
        QVERIFY(m_facts.users);
        const auto root = std::find_if(m_facts.users->begin(), m_facts.users->end(),
                                       [](const UserAccount &user) { return user.uid == 0; });
        QVERIFY(root != m_facts.users->end());
        QVERIFY(root->mayBecomeRoot);
    }

    void progress_endsWhereTheAnswerDoes()
    {
        QVERIFY(!m_progress.isEmpty());
        QCOMPARE(m_progress.last().sectionsDone, int(m_answer.sections.size()));
        for (const SurveyProgress &progress : m_progress)
            QVERIFY(progress.sectionsDone < progress.sectionsExpected);
    }

    void sectionsOfCommands_areThereOnce()
    {
        QSet<QByteArray> names;
        for (const SurveySection &section : m_answer.sections) {
            if (section.name.startsWith("keys.path "))
                continue;
            QVERIFY2(!names.contains(section.name), section.name.constData());
            names.insert(section.name);
        }
        for (const char *name :
             {"access", "system", "disks", "processes", "users", "groups", "units", "timers", "keys.logins",
              "containers.docker", "firewall.ufw", "firewall.nftables", "packages.updates", "gpus"})
            QVERIFY2(names.contains(name), name);
    }

    void stop_endsTheSurveyAtOnce()
    {
        LocalShell shell;
        std::stop_source source;
        source.request_stop();
        const auto answer = survey(shell, {}, source.get_token());
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
    }

    void slowServer_isWaitedForAsLongAsToldTo()
    {
        LocalShell shell;
        const auto answer = survey(shell, Elevation{Elevation::Method::None, {}}, {}, {}, std::chrono::milliseconds(1));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::TimedOut);
    }

    void json_isWholeAndStable()
    {
        const QByteArray once = QJsonDocument(toJson(m_facts)).toJson();
        QCOMPARE(QJsonDocument(toJson(factsFrom(m_answer))).toJson(), once);
        const QJsonObject object = QJsonDocument::fromJson(once).object();
        QCOMPARE(object[QLatin1String("system")][QLatin1String("cpus")].toInt(), m_facts.system.cpus);
        QCOMPARE(object.size(), 21);
        if (qEnvironmentVariableIsSet("GW_SHOW_FACTS"))
            qDebug().noquote() << QString::fromUtf8(once);
    }

private:
    SurveyAnswer m_answer;
    Facts m_facts;
    QList<SurveyProgress> m_progress;
};

GW_REGISTER_TEST(SurveyTest)
#include "surveytest.moc"
