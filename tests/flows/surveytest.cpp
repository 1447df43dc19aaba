// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/survey.h"
#include "tests/flows/labclient.h"
#include "tests/support/testmain.h"

#include <optional>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using gw::test::LabClient;
using gw::test::LabServer;

namespace {

/// Every file of the server with what tells a write: size, time of the content and of the entry. Logs and what systemd
/// and the login itself keep up to date by themselves are left out; so are the private /tmp folders of services that
/// D-Bus starts when they are asked (timedated), and with them the times of /tmp.
constexpr char listing[] =
    "find /etc /usr /var /home /root /tmp /srv /opt /boot /dev/shm -xdev "
    "\\( -path /var/log -o -path /var/lib/systemd -o -path '/tmp/systemd-private-*' "
    "-o -path '/var/tmp/systemd-private-*' \\) -prune -o "
    "\\( -path /tmp -o -path /var/tmp \\) -printf '%p %m %u\\n' -o -printf '%p %y %m %u %s %T@ %C@\\n' | sort";
constexpr char logs[] = "find /var/log -xdev -path /var/log/journal -prune -o -printf '%p %s %T@\\n' | "
                        "grep -Ev '/(wtmp|lastlog|btmp|supervisor/supervisord.log) |^/var/log ' | sort";

QByteArray difference(const QByteArray &before, const QByteArray &after)
{
    const QByteArrayList old = before.split('\n');
    QByteArrayList changed;
    for (const QByteArray &line : after.split('\n')) {
        if (!old.contains(line))
            changed += line;
    }
    return changed.join('\n');
}

/// What does not depend on the moment: the facts that a start file of the shell could disturb.
void compareLasting(const gw::Facts &one, const gw::Facts &other)
{
    QCOMPARE(one.access, other.access);
    QCOMPARE(one.system.osId, other.system.osId);
    QCOMPARE(one.system.hostname, other.system.hostname);
    QVERIFY(one.users == other.users);
    QVERIFY(one.packages == other.packages);
    QVERIFY(one.sshd == other.sshd);
    QVERIFY(one.firewall == other.firewall);
    QVERIFY(one.services.schedule == other.services.schedule);
    QVERIFY(one.certificates == other.certificates);
}

} // namespace

/// The survey on a real server of its own.
class SurveyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"plain"_s, u"survey"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()});
    }
    void cleanupTestCase() { m_server.reset(); }

    void survey_writesNothingOnTheServer_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("before");
        QTest::newRow("root") << u"root"_s << u"true"_s;
        QTest::newRow("by sudo") << u"ops"_s << u"true"_s;
        QTest::newRow("nobody special") << u"dev"_s << u"true"_s;
        QTest::newRow("nginx does not run") << u"root"_s << u"systemctl stop nginx && rm -rf /var/lib/nginx/*"_s;
        QTest::newRow("apt has no caches") << u"root"_s << u"rm -f /var/cache/apt/*.bin"_s;
        QTest::newRow("fail2ban and ufw were never started")
            << u"root"_s << u"systemctl stop fail2ban 2>/dev/null; rm -rf /var/lib/fail2ban/* /root/.cache"_s;
    }

    void survey_writesNothingOnTheServer()
    {
        QFETCH(QString, user);
        QFETCH(QString, before);
        const auto shell = m_client->connected(*m_server, user); // what a login writes is not the survey's doing
        gw::Command nothing;
        nothing.line = "true";
        QVERIFY(shell->run(nothing, {}));
        m_server->must(before);
        const QByteArray files = m_server->must(QLatin1String(listing));
        const QByteArray written = m_server->must(QLatin1String(logs));
        const auto answer = gw::survey(*shell, {}, {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        const QByteArray filesAfter = m_server->must(QLatin1String(listing));
        QVERIFY(files.count('\n') > 1000); // the listing lists
        QCOMPARE(difference(files, filesAfter), QByteArray());
        QCOMPARE(difference(filesAfter, files), QByteArray()); // and nothing is gone
        QCOMPARE(difference(written, m_server->must(QLatin1String(logs))), QByteArray());
    }

    void chatterOfStartFiles_disturbsNothing()
    {
        const auto quiet = facts(u"dev"_s);
        m_server->must(
            u"cp -p /home/dev/.bashrc /home/dev/.bashrc.saved; "
            "{ echo 'echo Welcome to \"$HOSTNAME\"; printf \"\\033]0;owned\\007#begin end 5\\n\"; echo oops >&2;' "
            "'export LC_ALL=de_DE.UTF-8 LANG=fr_FR.UTF-8 LANGUAGE=de POSIXLY_CORRECT=1 GREP_OPTIONS=-v CDPATH=/ "
            "IFS=x;' "
            "'alias ls=false sed=false awk=false; set -o noclobber; cat /etc/passwd';"
            " cat /home/dev/.bashrc.saved; } > /home/dev/.bashrc"_s);
        const auto loud = facts(u"dev"_s);
        m_server->must(u"mv /home/dev/.bashrc.saved /home/dev/.bashrc"_s);
        compareLasting(quiet, loud);
    }

    void localeOfTheClient_disturbsNothing()
    {
        const auto quiet = facts(u"dev"_s);
        const LabClient german({m_server.get()}, "Host *\n  SetEnv LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8\n");
        const auto shell = german.connected(*m_server, u"dev"_s, gw::TransportKind::OpenSsh);
        const auto answer = gw::survey(*shell, {}, {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        compareLasting(quiet, gw::factsFrom(*answer));
    }

    void bothTransports_seeTheSame()
    {
        const auto byOpenSsh = m_client->connected(*m_server, u"root"_s, gw::TransportKind::OpenSsh);
        const auto answer = gw::survey(*byOpenSsh, {}, {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        compareLasting(facts(u"root"_s), gw::factsFrom(*answer));
    }

    void manySurveysOnOneConnection_allSucceed_data()
    {
        QTest::addColumn<int>("transport");
        QTest::newRow("libssh") << int(gw::TransportKind::Libssh);
        QTest::newRow("OpenSSH") << int(gw::TransportKind::OpenSsh);
    }

    void manySurveysOnOneConnection_allSucceed()
    {
        QFETCH(int, transport);
        constexpr int many = 8; // sshd's MaxSessions is 10
        const auto shell = m_client->connected(*m_server, u"root"_s, gw::TransportKind(transport));
        std::vector<std::optional<gw::Result<gw::SurveyAnswer>>> answers(many);
        std::vector<std::jthread> threads;
        for (auto &answer : answers)
            threads.emplace_back([&answer, &shell] { answer = gw::survey(*shell, {}, {}); });
        threads.clear();
        for (const auto &answer : answers) {
            QVERIFY2(*answer, *answer ? "" : qPrintable(answer->error().text()));
            const gw::Facts facts = gw::factsFrom(**answer);
            QVERIFY(facts.access.isRoot);
            QVERIFY(facts.sshd && facts.sshd->effective);
        }
    }

private:
    gw::Facts facts(const QString &user) const
    {
        const auto shell = m_client->connected(*m_server, user);
        const auto answer = gw::survey(*shell, {}, {});
        if (!answer)
            qFatal("%s", qPrintable(answer.error().text()));
        return gw::factsFrom(*answer);
    }

    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
};

GW_REGISTER_TEST(SurveyTest)
#include "surveytest.moc"
