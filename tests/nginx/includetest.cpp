// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/config.h"
#include "tests/nginx/installednginx.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

using namespace gw;
using test::InstalledNginx;

namespace {

NginxConfig read(const QMap<QByteArray, QByteArray> &files)
{
    QMap<RemotePath, QByteArray> all;
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        all.insert(RemotePath("/etc/nginx/" + it.key()), it.value());
    return NginxConfig::read(NginxFiles::of(all), RemotePath(QByteArray("/etc/nginx/nginx.conf")));
}

/// "http{server{listen;}}": the names in reading order.
QByteArray outline(NginxSetting block)
{
    QByteArray shown;
    for (const NginxSetting setting : block.children())
        shown += setting.name() + (setting.hasBlock() ? '{' + outline(setting) + '}' : QByteArray(";"));
    return shown;
}

QByteArrayList problemsOf(const NginxConfig &config)
{
    QByteArrayList problems;
    for (const NginxProblem &problem : config.problems())
        problems.append(
            problem.error.inFile(QFileInfo(config.files().at(problem.file).path.shown()).fileName().toUtf8()));
    return problems;
}

/// What stands below a folder of this machine.
NginxFiles localFiles()
{
    NginxFiles files;
    files.content = [](const RemotePath &path) -> NginxFiles::Content {
        QFile file(QFile::decodeName(path.bytes()));
        if (QFileInfo(file).isDir())
            return {{}, EISDIR};
        if (!file.open(QFile::ReadOnly))
            return {{}, ENOENT};
        return {file.readAll(), 0};
    };
    files.names = [](const QByteArray &folder) {
        QList<QByteArray> names;
        const QStringList found = QDir(QFile::decodeName(folder))
                                      .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        for (const QString &name : found)
            names.append(QFile::encodeName(name));
        return names;
    };
    return files;
}

} // namespace

/// include, as nginx follows it.
class IncludeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void includedDirectives_standWhereTheyAreRead()
    {
        const NginxConfig config = read({{"nginx.conf", "a; http { b; include conf.d/*.conf; c; } d;"},
                                         {"conf.d/2.conf", "server { include snippets/s.conf; }"},
                                         {"conf.d/1.conf", "# only this\nmap $a $b { include maps/m; x y; }"},
                                         {"conf.d/.3.conf", "hidden;"},
                                         {"conf.d/4.txt", "other;"},
                                         {"snippets/s.conf", "listen 80; # c\nlocation / { e; }"},
                                         {"maps/m", "m n; include k;"},
                                         {"k", "o p;"}});
        QVERIFY2(config.problems().isEmpty(), problemsOf(config).join('\n').constData());
        QCOMPARE(outline(config.root()), QByteArray("a;http{b;map{m;o;x;}server{listen;location{e;}}c;}d;"));
        const NginxSetting e = config.setting(config.settingCount() - 3);
        QCOMPARE(e.name(), QByteArray("e"));
        QCOMPARE(e.path(), RemotePath(QByteArray("/etc/nginx/snippets/s.conf")));
        QCOMPARE(e.line(), 2);
        QCOMPARE(e.parent().name(), QByteArray("location"));
        QCOMPARE(e.enclosing("server").path(), RemotePath(QByteArray("/etc/nginx/conf.d/2.conf")));
        QCOMPARE(e.enclosing("http").path(), RemotePath(QByteArray("/etc/nginx/nginx.conf")));
        QVERIFY(!e.enclosing("stream"));
        QVERIFY(!config.root().parent() && config.root().isRoot());
        QCOMPARE(config.includes().size(), 4);
        QCOMPARE(config.includes().first().target, QByteArray("/etc/nginx/conf.d/*.conf"));
        QCOMPARE(config.includes().first().files, QList<int>({1, 4}));
        QCOMPARE(config.files().size(), 6);
        QVERIFY(config.files().at(config.fileAt(RemotePath(QByteArray("/etc/nginx/k")))).holdsEntries);
        QVERIFY(!config.files().at(1).holdsEntries);
        QCOMPARE(config.fileAt(RemotePath(QByteArray("/etc/nginx/conf.d/4.txt"))), -1);
    }

    void relativeNames_belongToTheFolderOfTheMainFile()
    {
        const NginxConfig config = read({{"nginx.conf", "include sub/a.conf;"},
                                         {"sub/a.conf", "include b.conf;"},
                                         {"sub/b.conf", "wrong;"},
                                         {"b.conf", "right;"}});
        QCOMPARE(outline(config.root()), QByteArray("right;"));
    }

    void sameFileFromTwoPlaces_isReadTwice()
    {
        const NginxConfig config = read({{"nginx.conf", "http { server { include s; } server { include s; } }"},
                                         {"s", "listen 80; include t;"},
                                         {"t", "u;"}});
        QVERIFY(config.problems().isEmpty());
        QCOMPARE(outline(config.root()), QByteArray("http{server{listen;u;}server{listen;u;}}"));
        QCOMPARE(config.files().size(), 3);
        QCOMPARE(config.includes().size(), 3);
        const NginxNode listen = config.files().at(1).tree.root().firstChild();
        QCOMPARE(config.settingsOf(1, listen).size(), 2);
        QVERIFY(config.settingsOf(1, listen).first().parent() != config.settingsOf(1, listen).last().parent());
    }

    void missingFile_isAnErrorAndAnEmptyPatternIsNot()
    {
        const NginxConfig config =
            read({{"nginx.conf", "include a.conf;\ninclude b/*.conf; include c[x];\n\ninclude /d\n;"}});
        QCOMPARE(problemsOf(config),
                 QByteArrayList({"open() \"/etc/nginx/a.conf\" failed (2: No such file or directory) in nginx.conf:1",
                                 "open() \"/d\" failed (2: No such file or directory) in nginx.conf:5"}));
        QCOMPARE(config.problems().first().kind, NginxProblem::Kind::IncludeFailed);
        QCOMPARE(problemsOf(
                     NginxConfig::read(NginxFiles::of(QMap<RemotePath, QByteArray>()), RemotePath(QByteArray("/x/n"))))
                     .first(),
                 QByteArray("open() \"/x/n\" failed (2: No such file or directory) in n:1"));
    }

    void cycles_areReportedOnce()
    {
        const NginxConfig config = read({{"nginx.conf", "a; include x; b;"},
                                         {"x", "c; include y; d;"},
                                         {"y", "e; include x; f; include nginx.conf; include y;"}});
        QCOMPARE(outline(config.root()), QByteArray("a;c;e;f;d;b;"));
        QCOMPARE(problemsOf(config), QByteArrayList({"file \"/etc/nginx/x\" includes itself in y:1",
                                                     "file \"/etc/nginx/nginx.conf\" includes itself in y:1",
                                                     "file \"/etc/nginx/y\" includes itself in y:1"}));
        QCOMPARE(config.problems().first().kind, NginxProblem::Kind::IncludeCycle);
    }

    void problems_comeInTheOrderOfReading()
    {
        const NginxConfig config =
            read({{"nginx.conf", "a;\n;\ninclude x;\n}\n"}, {"x", "include nothing;\n\"a\"b;\n"}});
        QCOMPARE(problemsOf(config),
                 QByteArrayList({"unexpected \";\" in nginx.conf:2",
                                 "open() \"/etc/nginx/nothing\" failed (2: No such file or directory) in x:1",
                                 "unexpected \"b\" in x:2", "unexpected \"}\" in nginx.conf:4"}));
    }

    void whatIsNoInclude_isADirective()
    {
        const NginxConfig config =
            read({{"nginx.conf", "include; include a b; include c { } split_clients $a $b { include d; }"
                                 " types { include t; } x_by_lua_block { include e; } map a b { include f g; }"},
                  {"t", "a { b; }\n"}});
        QCOMPARE(outline(config.root()), QByteArray("include;include;include{}split_clients{include;}types{a{b;}}"
                                                    "x_by_lua_block{}map{include;}"));
        QCOMPARE(problemsOf(config), QByteArrayList({"unexpected \"{\" in t:1"}));
    }

    void oneFileAlone_keepsItsIncludes()
    {
        const NginxConfig config = NginxConfig::ofOneFile(RemotePath(QByteArray("/a")), "a; include b; c { d; }");
        QCOMPARE(outline(config.root()), QByteArray("a;include;c{d;}"));
        QVERIFY(config.problems().isEmpty());
        QCOMPARE(outline(NginxConfig().root()), QByteArray());
    }

    void doublingIncludes_areBounded()
    {
        QMap<QByteArray, QByteArray> files = {{"nginx.conf", "include 0;"}};
        for (int i = 0; i < 40; ++i)
            files.insert(QByteArray::number(i),
                         "a; include " + QByteArray::number(i + 1) + "; include " + QByteArray::number(i + 1) + ';');
        files.insert("40", "b;");
        const NginxConfig config = read(files);
        QCOMPARE(config.problems().size(), 1);
        QCOMPARE(config.problems().first().kind, NginxProblem::Kind::IncludeTooLarge);
        QVERIFY(config.settingCount() < quint32(NginxConfig::mostSettings));
        files.insert("0", "include 1; include 1;");
        for (int i = 1; i < 40; ++i)
            files[QByteArray::number(i)].replace("a; ", "");
        files.insert("40", "");
        QCOMPARE(read(files).problems().size(), 1);
    }

    void longChains_costNoStack()
    {
        QMap<QByteArray, QByteArray> files;
        for (int i = 0; i < 5000; ++i)
            files.insert(i == 0 ? QByteArray("nginx.conf") : QByteArray::number(i),
                         "a { include " + QByteArray::number(i + 1) + "; }");
        files.insert("5000", "b;");
        const NginxConfig config = read(files);
        QVERIFY(config.problems().isEmpty());
        QCOMPARE(config.settingCount(), 5002u);
    }

    void installedNginx_readsTheSameFiles()
    {
        if (const QString missing = InstalledNginx::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        InstalledNginx nginx;
        nginx.write(QStringLiteral("conf.d/b.conf"), "server { listen 127.0.0.1:8081; include snip/*; }\n");
        nginx.write(QStringLiteral("conf.d/a-b.conf"), "map $host $m { include maps/?; a 1; }");
        nginx.write(QStringLiteral("conf.d/.c.conf"), "broken");
        nginx.write(QStringLiteral("conf.d/B.conf"), "server { listen 127.0.0.1:8082; include snip/*; }\n\n");
        nginx.write(QStringLiteral("maps/1"), "b 2;\nc 3;");
        nginx.write(QStringLiteral("snip/x"), "root /srv;");
        nginx.write(QStringLiteral("snip/y"), "index a; # é\r\n");
        const QByteArray text = "events {}\nhttp { include conf.d/*.conf; include none/*; include \"" +
                                nginx.folder().toUtf8() + "/last\"; }\n";
        nginx.write(QStringLiteral("last"), "gzip on;\n");
        const NginxDump dump = NginxDump::parse(nginx.dump(text));
        const RemotePath main(QString(nginx.folder() + QStringLiteral("/nginx.conf")));
        const NginxConfig fromFolder = NginxConfig::read(localFiles(), main);
        const NginxConfig fromDump = NginxConfig::read(dump);
        QVERIFY2(nginx.test(text).isAccepted, nginx.test(text).printed.constData());
        QVERIFY2(fromFolder.problems().isEmpty(), problemsOf(fromFolder).join('\n').constData());
        QVERIFY(fromDump.problems().isEmpty());
        QCOMPARE(outline(fromDump.root()), outline(fromFolder.root()));
        QCOMPARE(dump.files.size(), fromFolder.files().size());
        for (int i = 0; i < int(dump.files.size()); ++i) {
            QCOMPARE(fromFolder.files().at(i).path.bytes(), dump.files.at(i).path.bytes());
            QCOMPARE(fromFolder.files().at(i).tree.printed(), dump.files.at(i).content);
            QCOMPARE(fromDump.files().at(i).path, dump.files.at(i).path);
        }
    }

    void installedNginx_saysTheSameOfWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("main");
        QTest::addColumn<QByteArray>("included");
        QTest::newRow("missing") << QByteArray("events {}\ninclude\nnothing;\n") << QByteArray();
        QTest::newRow("missing, absolute")
            << QByteArray("events {}\nhttp { include /nothing/at/all; }\n") << QByteArray();
        QTest::newRow("missing in an included file")
            << QByteArray("events {}\nhttp {\ninclude x; }\n") << QByteArray("\n\ninclude y;");
        QTest::newRow("a folder") << QByteArray("events {}\ninclude logs;\n") << QByteArray();
        QTest::newRow("a folder by pattern") << QByteArray("events {}\ninclude lo*s;\n") << QByteArray();
        QTest::newRow("error in an included file")
            << QByteArray("events {}\nhttp { include x; }\n") << QByteArray("server {\n\n");
        QTest::newRow("brace of the includer") << QByteArray("events {}\nhttp { include x; }\n") << QByteArray("\n}");
        QTest::newRow("error behind the include")
            << QByteArray("events {}\nhttp { include x; }\n}\n") << QByteArray("gzip on;");
        QTest::newRow("block among entries")
            << QByteArray("events {}\nhttp { types { include x; } }\n") << QByteArray("a {\n b; }");
        QTest::newRow("among entries") << QByteArray("events {}\nhttp { types { include x; } }\n")
                                       << QByteArray("text/a b;\n;");
        QTest::newRow("relative to the main file") << QByteArray("events {}\ninclude logs/z;\n") << QByteArray();
    }

    void installedNginx_saysTheSameOfWhatIsWrong()
    {
        QFETCH(QByteArray, main);
        QFETCH(QByteArray, included);
        if (const QString missing = InstalledNginx::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        InstalledNginx nginx;
        nginx.write(QStringLiteral("x"), included);
        nginx.write(QStringLiteral("logs/z"), "include z;");
        const InstalledNginx::Verdict theirs = nginx.test(main);
        const NginxConfig config =
            NginxConfig::read(localFiles(), RemotePath(QString(nginx.folder() + QStringLiteral("/nginx.conf"))));
        QVERIFY2(!config.problems().isEmpty(), theirs.printed.constData());
        const NginxProblem &ours = config.problems().first();
        QCOMPARE(ours.error.message, theirs.message);
        if (theirs.line > 0) {
            QCOMPARE(ours.error.line, theirs.line);
            QCOMPARE(config.files().at(ours.file).path.bytes(), theirs.file);
        }
    }
};

GW_REGISTER_TEST(IncludeTest)
#include "includetest.moc"
