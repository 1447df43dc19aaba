// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/labclient.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::Ran;

namespace {

/// Sets a terminal's title, clears it, moves about; C1 controls as one byte and as UTF-8; bidi overrides, a byte-order
/// mark, broken UTF-8, and what would be an element of a page. Every text of the server that an attacker writes holds
/// it.
const QByteArray evil = "EVIL\x1b]0;owned\x07\x1b[2J\x1b[1;1H\x9b"
                        "31m\xc2\x9b"
                        "31m\xe2\x80\xae"
                        "gnp.\xe2\x81\xa6\xef\xbb\xbf\xff\xfe\xc3"
                        "<img src=x onerror=alert(1)><script>alert(2)</script>&quot;\x7f\x08\x0b";

/// Characters that do something instead of standing there.
QString actingCharacters(const QString &text)
{
    QStringList found;
    for (const QChar c : text) {
        const ushort u = c.unicode();
        const bool acts = (u < 0x20 && c != u'\n') || u == 0x7f || (u >= 0x80 && u < 0xa0) ||
                          (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u == 0x200e || u == 0x200f ||
                          u == 0xfeff;
        if (acts)
            found += u"U+%1"_s.arg(uint(u), 4, 16, QLatin1Char('0'));
    }
    found.removeDuplicates();
    return found.join(u' ');
}

} // namespace

/// A server that somebody else owns by now: nothing it says may act in a report or on the terminal.
class HostileTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"tutorial"_s, u"hostile"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()});
        const auto append = [this](const QString &file, const QByteArray &text) {
            m_server->must(u"cat >> '%1'"_s.arg(file), text);
        };
        append(u"/home/dev/.ssh/authorized_keys"_s,
               "environment=\"A=" + QByteArray(evil).replace('"', QByteArray()) + "\" " +
                   m_server->must(u"sed -n 1p /home/dev/.ssh/authorized_keys"_s).trimmed() + ' ' + evil + '\n');
        append(u"/etc/ssh/sshd_config"_s, "# " + evil + "\nBanner /etc/issue\n");
        append(u"/etc/issue"_s, evil + '\n');
        append(u"/etc/motd"_s, evil + '\n');
        append(u"/etc/fail2ban/jail.local"_s, "# " + evil + "\n");
        append(u"/etc/cron.d/evil"_s, "* * * * * root true # certbot renew " + evil + '\n');
        append(u"/etc/nginx/sites-available/qwen-chat"_s, "# " + evil + '\n');
        append(u"/etc/supervisor/conf.d/evil.conf"_s, "[program:" + QByteArray(evil).replace('\x0b', QByteArray()) +
                                                          "]\ncommand=/bin/sleep 9999 " + evil + '\n');
        append(u"/etc/sudoers.d/evil"_s,
               "dev ALL=(ALL) NOPASSWD: /bin/true # " + QByteArray(evil).replace('\n', QByteArray()) + '\n');
        append(u"/etc/systemd/system/evil.service"_s,
               "[Unit]\nDescription=" + evil +
                   "\n[Service]\nType=oneshot\nExecStart=/bin/sh -c 'printf %%s \"$0\"; exit 3' '" + evil +
                   "'\n[Install]\nWantedBy=multi-user.target\n");
        append(u"/etc/os-release"_s, "\nPRETTY_NAME=\"" + QByteArray(evil).replace('"', QByteArray()) + "\"\n");
        // A process with a false name that listens to the world, and a unit that fails with its message.
        m_server->must(u"read -r name; systemctl daemon-reload; systemctl start evil.service; "
                       "cat >/root/listen.py; setsid python3 /root/listen.py \"$name\" </dev/null >/dev/null 2>&1 & "
                       "for try in $(seq 100); do ss -Hltn 'sport = :6666' | grep -q . && break; sleep 0.1; done; "
                       "systemctl reload ssh"_s,
                       QByteArray(evil).replace('\0', QByteArray()) + '\n' + listener());
    }
    void cleanupTestCase() { m_server.reset(); }

    void evilText_arrived()
    {
        const Ran ran = m_client->ctl({u"survey"_s, target(), u"--no-store"_s});
        QVERIFY2(ran.exitCode == 0, ran.all().constData());
        QVERIFY2(ran.out.count("EVIL") >= 6, ran.out.constData());
    }

    void nothingActs_data()
    {
        QTest::addColumn<QStringList>("arguments");
        for (const char *format : {"text", "json", "sarif", "html"})
            QTest::newRow(format) << QStringList{u"review"_s, target(), u"--no-store"_s, u"--format"_s,
                                                 QString::fromLatin1(format)};
        QTest::newRow("facts") << QStringList{u"survey"_s, target(), u"--no-store"_s};
        QTest::newRow("by OpenSSH") << QStringList{u"review"_s, target(), u"--no-store"_s, u"--transport"_s,
                                                   u"openssh"_s};
        QTest::newRow("refused") << QStringList{u"review"_s, LabClient::target(*m_server, u"nobody"_s),
                                                u"--no-store"_s};
        QTest::newRow("refused by OpenSSH") << QStringList{u"review"_s, LabClient::target(*m_server, u"nobody"_s),
                                                           u"--no-store"_s, u"--transport"_s, u"openssh"_s};
    }

    void nothingActs()
    {
        QFETCH(QStringList, arguments);
        const Ran ran = m_client->ctl(arguments);
        QVERIFY2(ran.exitCode >= 0, ran.all().constData());
        for (const QByteArray &stream : {ran.out, ran.err}) {
            QStringDecoder decoder(QStringDecoder::Utf8);
            const QString text = decoder(stream);
            QVERIFY(!decoder.hasError());
            QVERIFY2(actingCharacters(text).isEmpty(), qPrintable(actingCharacters(text)));
        }
        if (arguments.contains(u"html"_s)) {
            QVERIFY(ran.out.contains("EVIL"));
            QVERIFY(!ran.out.contains("<img") && !ran.out.contains("<script"));
        }
        if (arguments.contains(u"json"_s) || arguments.contains(u"sarif"_s) || arguments.first() == u"survey"_s)
            QVERIFY(!QJsonDocument::fromJson(ran.out).isNull());
    }

private:
    QString target() const { return LabClient::target(*m_server, u"root"_s); }

    static QByteArray listener()
    {
        return "import socket, time\ns = socket.socket()\ns.bind(('0.0.0.0', 6666))\ns.listen()\ntime.sleep(100000)\n";
    }

    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
};

GW_REGISTER_TEST(HostileTextTest)
#include "hostiletexttest.moc"
