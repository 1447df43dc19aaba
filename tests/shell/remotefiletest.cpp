// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/remotefile.h"
#include "tests/shell/loginshell.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>

using namespace gw;
using gw::test::LoginShell;
using gw::test::writeFile;

namespace {

Result<RemoteFile> read(Shell &shell, const QByteArray &path, qint64 limit = 1'000'000)
{
    return readFile(shell, RemotePath(path), limit, {Elevation::Method::None, {}}, {});
}

} // namespace

class RemoteFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void file_comesWholeWithItsKind()
    {
        QTemporaryDir folder;
        const QByteArray content("\0\xFF it's\n\n", 9);
        const QByteArray path = folder.path().toLocal8Bit() + "/it's a $name\nwith lines";
        writeFile(QFile::decodeName(path), content);
        QVERIFY(QFile::setPermissions(QFile::decodeName(path), QFile::ReadOwner | QFile::WriteOwner));
        LoginShell server;
        const auto file = read(server, path);
        QVERIFY2(file, file ? "" : qPrintable(file.error().text()));
        QCOMPARE(file->content, content);
        QCOMPARE(file->mode, quint32(0600));
        QCOMPARE(file->realPath.bytes(), QFileInfo(QFile::decodeName(path)).canonicalFilePath().toLocal8Bit());
        QVERIFY(!file->owner.isEmpty());
    }

    void link_isFollowedAndNamed()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("real")), "x");
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("real")), folder.filePath(QStringLiteral("link"))));
        LoginShell server;
        const auto file = read(server, folder.filePath(QStringLiteral("link")).toLocal8Bit());
        QVERIFY(file);
        QVERIFY(file->realPath.bytes().endsWith("/real"));
    }

    void whatIsNoFile_isRefused()
    {
        QTemporaryDir folder;
        LoginShell server;
        QCOMPARE(read(server, folder.path().toLocal8Bit()).error().kind, Error::Kind::Unsupported);
        QCOMPARE(read(server, folder.path().toLocal8Bit() + "/none").error().kind, Error::Kind::Failed);
        QCOMPARE(read(server, "/dev/zero").error().kind, Error::Kind::Unsupported);
    }

    void largeFile_isTooLarge()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("large")), QByteArray(1001, 'x'));
        LoginShell server;
        const QByteArray path = folder.filePath(QStringLiteral("large")).toLocal8Bit();
        QCOMPARE(read(server, path, 1000).error().kind, Error::Kind::TooLarge);
        QCOMPARE(read(server, path, 1001)->content.size(), 1001);
    }

    void truncatedRead_isNeverAFile()
    {
        QTemporaryDir folder;
        writeFile(folder.filePath(QStringLiteral("file")), QByteArray(5000, 'x'));
        LoginShell server;
        for (const int lost : {1, 60, 100, 1000, 5000}) {
            server.wire = [lost](Output &output) { output.out.chop(lost); };
            const auto file = read(server, folder.filePath(QStringLiteral("file")).toLocal8Bit());
            QVERIFY(!file);
            QCOMPARE(file.error().kind, Error::Kind::Protocol);
        }
    }
};

GW_REGISTER_TEST(RemoteFileTest)
#include "remotefiletest.moc"
