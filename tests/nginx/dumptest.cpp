// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/dump.h"
#include "tests/support/testmain.h"

using gw::NginxDump;
using gw::RemotePath;

class DumpTest : public QObject {
    Q_OBJECT

    /// As ngx_dump_config() prints it.
    static QByteArray printed(const NginxDump &dump)
    {
        QByteArray text = dump.preface;
        for (const NginxDump::File &file : dump.files)
            text += "# configuration file " + file.path.bytes() + ":\n" + file.content + '\n';
        return text;
    }

private Q_SLOTS:
    void dump_isTakenApartByteForByte()
    {
        const NginxDump dump{
            "nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\n",
            {{RemotePath(QByteArray("/etc/nginx/nginx.conf")), "events {}\nhttp { include a.conf; }\n"},
             {RemotePath(QByteArray("/etc/nginx/a.conf")), ""},
             {RemotePath(QByteArray("/etc/nginx/no end.conf")), "server {}"},
             {RemotePath(QByteArray("/etc/nginx/blank:.conf")), "\n\n\xff\0\n"}}};
        QCOMPARE(NginxDump::parse(printed(dump)), dump);
    }

    void otherComments_areContent()
    {
        const QByteArray content =
            "# configuration file of mine:\n  # configuration file /x:\n# configuration file /x\n";
        const NginxDump dump =
            NginxDump::parse(QByteArray("# configuration file /etc/nginx/nginx.conf:\n" + content + '\n'));
        QCOMPARE(dump.files.size(), 1);
        QCOMPARE(dump.files[0].content, content);
    }

    void failedTest_hasNoFiles()
    {
        const NginxDump dump = NginxDump::parse("nginx: [emerg] unknown directive \"x\" in /etc/nginx/nginx.conf:1\n");
        QVERIFY(dump.files.isEmpty());
        QVERIFY(dump.preface.startsWith("nginx: [emerg]"));
        QCOMPARE(NginxDump::parse({}), NginxDump());
    }

    void cutDump_isReadAsFarAsItGoes()
    {
        const QByteArray whole = "# configuration file /a:\none\n\n# configuration file /b:\ntwo\n\n";
        for (qsizetype length = 0; length <= whole.size(); ++length)
            QVERIFY(NginxDump::parse(whole.left(length)).files.size() <= 2);
        QCOMPARE(NginxDump::parse("# configuration file /a:").files.size(), 1);
    }
};

GW_REGISTER_TEST(DumpTest)
#include "dumptest.moc"
