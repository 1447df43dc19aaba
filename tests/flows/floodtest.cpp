// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/report.h"
#include "backend/survey/survey.h"
#include "tests/flows/labclient.h"
#include "tests/support/testmain.h"

#include <QFile>

using namespace Qt::StringLiterals;
using gw::Error;
using gw::test::LabClient;
using gw::test::LabServer;

namespace {

constexpr qint64 mostGrowth = 150 * 1024; ///< kB

/// The most memory this process has ever held, in kB. Each test starts it anew.
qint64 peakMemory()
{
    for (const QByteArray &line : gw::test::readFile(u"/proc/self/status"_s).split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

} // namespace

/// A server that sends a gigabyte, or an endless line, costs a bounded amount of memory.
class FloodTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"plain"_s, u"flood"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()});
        const auto warm = m_client->connected(*m_server, u"root"_s);
        QVERIFY(gw::survey(*warm, {}, {})); // what an ordinary survey needs is not the flood's
    }
    void cleanupTestCase() { m_server.reset(); }
    void init()
    {
        QFile clear(u"/proc/self/clear_refs"_s); // 5: the peak starts anew (proc(5))
        QVERIFY(clear.open(QFile::WriteOnly) && clear.write("5") == 1);
    }

    void gigabyte_isRefusedInBoundedMemory_data()
    {
        QTest::addColumn<int>("transport");
        QTest::addColumn<QByteArray>("line");
        for (const auto transport : {gw::TransportKind::Libssh, gw::TransportKind::OpenSsh}) {
            const char *name = transport == gw::TransportKind::Libssh ? "libssh" : "OpenSSH";
            QTest::addRow("one endless line, %s", name) << int(transport) << QByteArray("head -c 1000000000 /dev/zero");
            QTest::addRow("many lines, %s", name) << int(transport) << QByteArray("yes | head -c 1000000000");
            QTest::addRow("on standard error, %s", name)
                << int(transport) << QByteArray("yes | head -c 1000000000 >&2");
        }
    }

    void gigabyte_isRefusedInBoundedMemory()
    {
        QFETCH(int, transport);
        QFETCH(QByteArray, line);
        const auto shell = m_client->connected(*m_server, u"root"_s, gw::TransportKind(transport));
        const qint64 before = peakMemory();
        gw::Command command;
        command.line = line;
        const auto output = shell->run(command, {});
        QVERIFY(!output);
        QCOMPARE(output.error().kind, Error::Kind::TooLarge);
        QVERIFY2(peakMemory() - before < mostGrowth, qPrintable(QString::number(peakMemory() - before)));
        command.line = "echo well";
        const auto next = shell->run(command, {});
        QVERIFY2(next && next->out == "well\n", next ? "" : qPrintable(next.error().text()));
    }

    /// Sparse files: a gigabyte each, without a single line break.
    void hugeFiles_areBoundedPlaces()
    {
        m_server->must(
            u"for file in /home/dev/.ssh/authorized_keys /etc/fail2ban/jail.local /etc/sudoers.d/huge "
            "/etc/nginx/conf.d/huge.conf /etc/supervisor/conf.d/huge.conf /etc/cron.d/huge /etc/os-release; do "
            "truncate -s 1G $file; done"_s);
        const auto shell = m_client->connected(*m_server, u"root"_s);
        const qint64 before = peakMemory();
        const auto answer = gw::survey(*shell, {}, {});
        m_server->must(u"rm -f /etc/sudoers.d/huge /etc/nginx/conf.d/huge.conf /etc/supervisor/conf.d/huge.conf "
                       "/etc/cron.d/huge /etc/fail2ban/jail.local; truncate -s 200 /home/dev/.ssh/authorized_keys"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        qint64 bytes = 0;
        bool isTruncated = false;
        for (const gw::SurveySection &section : answer->sections) {
            bytes += section.content.size();
            isTruncated = isTruncated || section.truncated;
        }
        QVERIFY(isTruncated);
        QVERIFY2(bytes < 48 * 1024 * 1024, qPrintable(QString::number(bytes)));
        const gw::Facts facts = gw::factsFrom(*answer);
        QVERIFY(facts.sshd && facts.sshd->effective); // the rest is there
        QVERIFY(!gw::jsonReport(gw::review(facts)).isEmpty());
        QVERIFY2(peakMemory() - before < mostGrowth, qPrintable(QString::number(peakMemory() - before)));
    }

    /// A hundred thousand keys, listening sockets of a whole range, thousands of units' worth of text.
    void manyThings_areBounded()
    {
        m_server->must(
            u"yes \"$(head -n 1 /root/.ssh/authorized_keys)\" | head -n 100000 >/home/dev/.ssh/authorized_keys; "
            "for i in $(seq 1 2000); do echo \"# $i\" >/etc/cron.d/job$i; done; "
            "cat >/root/many.py; systemd-run -q --unit many -p LimitNOFILE=4000 python3 /root/many.py; "
            "for try in $(seq 100); do ss -Hltn 'sport = :22999' | grep -q . && break; sleep 0.1; done"_s,
            "import socket, time\nheld = []\nfor port in range(20000, 23000):\n s = socket.socket()\n"
            " s.bind(('0.0.0.0', port))\n s.listen()\n held.append(s)\ntime.sleep(100000)\n");
        const auto shell = m_client->connected(*m_server, u"root"_s);
        const qint64 before = peakMemory();
        const auto answer = gw::survey(*shell, {}, {});
        m_server->must(u"systemctl stop many; rm /etc/cron.d/job*"_s);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        const gw::Facts facts = gw::factsFrom(*answer);
        QVERIFY(facts.sshd && facts.sshd->effective);
        const gw::Review review = gw::review(facts);
        QVERIFY(!review.findings.isEmpty());
        QVERIFY2(peakMemory() - before < mostGrowth, qPrintable(QString::number(peakMemory() - before)));
    }

private:
    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
};

GW_REGISTER_TEST(FloodTest)
#include "floodtest.moc"
