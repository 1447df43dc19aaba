// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/apply/sandbox.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace gw;
using gw::test::asWeAre;
using gw::test::Sandbox;

/// Files are read for a plan whole, with their kind, or not at all.
class FileStatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPath_comesBackInOneRoundTrip_data()
    {
        QTest::addColumn<int>("programs");
        QTest::newRow("ours") << int(Sandbox::Programs::Ours);
        QTest::newRow("busybox") << int(Sandbox::Programs::Busybox);
    }
    void everyPath_comesBackInOneRoundTrip()
    {
        QFETCH(int, programs);
        Sandbox server{Sandbox::Programs(programs)};
        const QByteArray bytes("\0\xff\n\n", 4);
        server.write(u"plain"_s, "text\n", 0640);
        server.write(u"bytes"_s, bytes, 04755);
        server.write(u"it's\n\"odd\" $(x)\n"_s, "odd");
        server.write(u"empty"_s, "", 0);
        server.must("ln -s plain link && ln -s 'no\nwhere\n' dangling && chown 54321:54322 bytes && chmod 4755 bytes");
        QList<RemotePath> paths;
        for (const QString &name : {u"plain"_s, u"bytes"_s, u"it's\n\"odd\" $(x)\n"_s, u"empty"_s, u"link"_s,
                                    u"dangling"_s, u"missing"_s, u"no/folder"_s})
            paths.append(server.path(name));
        server.runs = 0;
        const auto states = readFileStates(server, paths, asWeAre(), {});
        QVERIFY2(states, states ? "" : qPrintable(states.error().text()));
        QCOMPARE(int(server.runs), 1);
        QCOMPARE(states->size(), paths.size());
        const auto state = [&](int index) { return states->value(paths[index]); };
        QCOMPARE(state(0), (FileState{FileState::Kind::Regular, "text\n", {}, {0640, "root", "root"}}));
        QCOMPARE(state(1), (FileState{FileState::Kind::Regular, bytes, {}, {04755, "54321", "54322"}}));
        QCOMPARE(state(2).content, "odd");
        QCOMPARE(state(3), (FileState{FileState::Kind::Regular, {}, {}, {0, "root", "root"}}));
        QCOMPARE(state(4), (FileState{FileState::Kind::Link, "text\n", "plain", {0640, "root", "root"}}));
        QCOMPARE(state(5).kind, FileState::Kind::Link);
        QCOMPARE(state(5).linkTarget, "no\nwhere\n");
        QCOMPARE(state(6), FileState{});
        QCOMPARE(state(7), FileState{});
    }

    void whatIsNoFile_isAnErrorThatNamesIt_data()
    {
        QTest::addColumn<QByteArray>("make");
        QTest::addColumn<int>("kind");
        QTest::newRow("folder") << QByteArray("mkdir x") << int(Error::Kind::Unsupported);
        QTest::newRow("fifo") << QByteArray("mkfifo x") << int(Error::Kind::Unsupported);
        QTest::newRow("link to a device") << QByteArray("ln -s /dev/zero x") << int(Error::Kind::Unsupported);
        QTest::newRow("large") << QByteArray("head -c 5000 /dev/zero >x") << int(Error::Kind::TooLarge);
    }
    void whatIsNoFile_isAnErrorThatNamesIt()
    {
        QFETCH(QByteArray, make);
        QFETCH(int, kind);
        Sandbox server;
        server.write(u"fine"_s, "fine");
        server.must(make);
        const auto states = readFileStates(server, {server.path(u"fine"_s), server.path(u"x"_s)}, asWeAre(), {}, 4999);
        QVERIFY(!states);
        QCOMPARE(int(states.error().kind), kind);
        QVERIFY(states.error().tried.contains(server.path(u"x"_s).shown()));
    }

    void fileThatChangesWhileItIsRead_isAnError()
    {
        Sandbox server;
        server.write(u"x"_s, "before");
        server.putProgram(u"head"_s,
                          "#!/bin/sh\necho more >>'" + QFile::encodeName(server.file(u"x"_s)) + "'\nexec cat\n");
        const auto states = readFileStates(server, {server.path(u"x"_s)}, asWeAre(), {});
        QVERIFY(!states);
    }

    void noPath_asksNobody()
    {
        Sandbox server;
        QCOMPARE(readFileStates(server, {}, asWeAre(), {})->size(), 0);
        QCOMPARE(int(server.runs), 0);
    }
};

GW_REGISTER_TEST(FileStatesTest)
#include "filestatestest.moc"
