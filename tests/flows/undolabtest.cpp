// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/surveyed.h"
#include "tests/flows/labchange.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace gw;
using gw::test::LabChange;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::Ran;

namespace {

const RemotePath mainFile(QByteArray("/etc/ssh/sshd_config"));
const RemotePath jailFile(QByteArray("/etc/fail2ban/jail.d/gatewright.local"));

} // namespace

/// Changes of last week, on a server that went on living: taken back beside what others did since, or refused.
class UndoLabTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"tutorial"_s, u"undo"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()});
        // Without a folder that it includes, settings go into the main file, between the lines of other people.
        m_server->must(u"sed -i '/^Include/d' /etc/ssh/sshd_config && cp -p /etc/ssh/sshd_config /root/as-found && "
                       "systemctl reload ssh"_s);
    }
    void cleanupTestCase() { m_server.reset(); }
    void init()
    {
        // Where gatewrightctl has it, too.
        m_here = std::make_unique<LabChange>(*m_server, *m_client, u"root"_s,
                                             m_client->file(u"data/gatewright/gatewright.db"_s));
    }
    void cleanup()
    {
        m_here.reset();
        m_server->must(u"cp -p /root/as-found /etc/ssh/sshd_config; rm -f /etc/fail2ban/jail.d/gatewright.local; "
                       "systemctl reload ssh; systemctl stop fail2ban; true"_s);
        QCOMPARE(m_server->must(u"ls -A /var/lib/gatewright 2>/dev/null; true"_s), QByteArray());
    }

    void changeOfLastWeek_isTakenBack_laterEditsStay()
    {
        const QByteArray found = sshd();
        const ChangeRecord old =
            lastWeek({SetSshd{u"PermitRootLogin"_s, u"prohibit-password"_s}, SetSshd{u"X11Forwarding"_s, u"no"_s}});
        const QByteArray changed = sshd();
        QVERIFY2(changed != found && changed.contains("\nX11Forwarding no\n"), changed.constData());
        m_server->must(
            u"sed -i -e 's/^AcceptEnv.*/AcceptEnv LANG/' -e '1i # since Tuesday' /etc/ssh/sshd_config && "
            "printf 'ClientAliveInterval 77\\n# the end\\n' >>/etc/ssh/sshd_config && systemctl reload ssh"_s);
        QByteArray expected = "# since Tuesday\n" + found + "ClientAliveInterval 77\n# the end\n";
        expected.replace("AcceptEnv LANG LC_*\n", "AcceptEnv LANG\n");

        const auto plan = m_here->undoPlan(old.number);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().text()));
        QVERIFY2(plan->warnings.join(u'\n').contains(u"those edits stay"_s), qPrintable(plan->warnings.join(u'\n')));
        const ChangeRecord undo = m_here->kept(*plan, old.number);
        QCOMPARE(sshd(), expected);
        const QByteArray effective = m_server->must(u"sshd -T"_s);
        for (const char *line : {"\npermitrootlogin yes\n", "\nx11forwarding yes\n", "\nclientaliveinterval 77\n"})
            QVERIFY2(effective.contains(line), line);

        QCOMPARE(undo.number, old.number + 1);
        QCOMPARE(undo.undoes, std::optional(old.number));
        QVERIFY(old.at.daysTo(undo.at) >= 7);
        const auto check = m_here->store().checkJournal();
        QVERIFY(check && !check->brokenAt);
        const auto again = m_here->undoPlan(old.number);
        QVERIFY2(!again && again.error().text().contains(u"Nothing of it is left"_s),
                 again ? "a plan" : qPrintable(again.error().text()));
    }

    void laterEditOfTheSameLine_isRefusedByName_andNothingIsChanged()
    {
        const ChangeRecord old = lastWeek({SetSshd{u"X11Forwarding"_s, u"no"_s}});
        m_server->must(u"sed -i 's/^X11Forwarding.*/X11Forwarding no # asked for by Ada/' /etc/ssh/sshd_config"_s);
        const QByteArray edited = sshd();
        const qsizetype line = edited.left(edited.indexOf("X11Forwarding")).count('\n') + 1;
        const QString named = u"/etc/ssh/sshd_config, line %1, was changed later"_s.arg(line);
        const auto plan = m_here->undoPlan(old.number);
        QVERIFY(!plan);
        QVERIFY2(plan.error().text().contains(named), qPrintable(plan.error().text()));

        const Ran ran =
            m_client->ctl({u"undo"_s, QString::number(old.number), target(), u"--yes"_s, u"--keep-if-proven"_s});
        QCOMPARE(ran.exitCode, 2);
        QVERIFY2(ran.err.contains(named.toUtf8()), ran.all().constData());
        QCOMPARE(sshd(), edited);
        QCOMPARE(newest().number, old.number);
    }

    /// The other files stay as the change made them; later the rest goes back.
    void selectedFiles_goBackAlone()
    {
        const QByteArray found = sshd();
        const ChangeRecord old = lastWeek({SetSshd{u"X11Forwarding"_s, u"no"_s}, ProtectByFail2ban{}});
        const QByteArray changed = sshd();
        QCOMPARE(m_server->must(u"fail2ban-client status | grep -c sshd"_s), "1\n");

        const Ran ran = m_client->ctl({u"undo"_s, QString::number(old.number), target(), u"--only"_s, mainFile.shown(),
                                       u"--yes"_s, u"--keep-if-proven"_s});
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        QCOMPARE(sshd(), found);
        QVERIFY(m_server->exec(u"test -s "_s + jailFile.shown()).exitCode == 0);
        QCOMPARE(m_server->must(u"systemctl is-active fail2ban; systemctl is-enabled fail2ban"_s), "active\nenabled\n");
        QCOMPARE(newest().undoes, std::optional(old.number));

        const auto strange = m_here->undoPlan(old.number, {RemotePath(QByteArray("/etc/passwd"))});
        QVERIFY2(!strange && strange.error().text().contains(u"/etc/passwd"_s), "another file");

        const auto rest = m_here->undoPlan(old.number);
        QVERIFY2(rest, rest ? "" : qPrintable(rest.error().text()));
        m_here->kept(*rest, old.number);
        QVERIFY(m_server->exec(u"test -e "_s + jailFile.shown()).exitCode != 0);
        // It was enabled and dead before.
        QCOMPARE(m_server->exec(u"systemctl is-active fail2ban"_s).out, "inactive\n");
        QCOMPARE(m_server->must(u"systemctl is-enabled fail2ban"_s), "enabled\n");
        QVERIFY(changed != found);
    }

    void whatOthersDid_isShown_whatWeDid_isExplained()
    {
        m_here = std::make_unique<LabChange>(*m_server, *m_client, u"root"_s, m_client->file(u"drift.db"_s));
        m_here->setDaysAgo(7);
        m_here->keepSurvey();
        m_here->setDaysAgo(3);
        const ChangeRecord ours = m_here->kept({ProtectByFail2ban{}});
        m_here->setDaysAgo(0);
        m_server->must(
            u"useradd -m -s /bin/bash -G sudo mallory && install -d -m 700 -o mallory /home/mallory/.ssh && "
            "cp /root/.ssh/authorized_keys /home/mallory/.ssh/ && echo 'MaxAuthTries 9' >>/etc/ssh/sshd_config && "
            "systemctl reload ssh && systemd-run -q --unit=odd-one python3 -m http.server 8123"_s);
        QTRY_VERIFY(m_server->exec(u"ss -Hltn 'sport = :8123' | grep -q ."_s).exitCode == 0);
        m_here->keepSurvey();
        const auto surveyed = loadSurveyed(m_here->server(), m_here->store());
        QVERIFY(surveyed && surveyed->has_value());
        QStringList others, explained;
        for (const DriftItem &item : (*surveyed)->drift)
            (item.explainedBy ? explained : others) += item.change.subject;
        const QString said = u"others: %1\nours: %2"_s.arg(others.join(u", "_s), explained.join(u", "_s));
        qInfo("%s", qPrintable(said));
        for (const char *subject :
             {"User mallory", "Listening socket 0.0.0.0:8123", "File /etc/ssh/sshd_config", "SSH setting maxauthtries"})
            QVERIFY2(!others.filter(QLatin1String(subject)).isEmpty(),
                     qPrintable(QLatin1String(subject) + u'\n' + said));
        QVERIFY2(!others.filter(u"SSH key"_s).isEmpty(), qPrintable(said)); // that somebody new may log in with
        QVERIFY2(others.filter(u"fail2ban"_s).isEmpty(), qPrintable(said));
        QVERIFY2(explained.contains(u"File "_s + jailFile.shown()), qPrintable(said));
        for (const DriftItem &item : (*surveyed)->drift)
            QVERIFY(!item.explainedBy || *item.explainedBy == ours.number);
        m_server->must(u"systemctl stop odd-one; userdel -rf mallory"_s);
    }

private:
    QByteArray sshd() const { return m_server->must(u"cat /etc/ssh/sshd_config"_s); }
    QString target() const { return LabClient::target(*m_server, u"root"_s); }
    ChangeRecord lastWeek(const QList<Intent> &intents)
    {
        m_here->setDaysAgo(7);
        ChangeRecord record = m_here->kept(intents);
        m_here->setDaysAgo(0);
        const auto kept = m_here->store().change(record.number);
        if (!kept || kept->at.daysTo(QDateTime::currentDateTimeUtc()) != 7)
            qFatal("it is not in the journal as of last week");
        return *kept;
    }
    ChangeRecord newest() const
    {
        const auto history = m_here->store().history();
        return history && !history->isEmpty() ? history->first() : ChangeRecord();
    }

    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
    std::unique_ptr<LabChange> m_here;
};

GW_REGISTER_TEST(UndoLabTest)
#include "undolabtest.moc"
