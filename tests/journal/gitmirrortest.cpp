// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/gitmirror.h"

#include "app/journal/mirrorpath.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <thread>

using namespace gw;
using namespace Qt::StringLiterals;

namespace {

FileState file(const QByteArray &content, quint32 mode = 0644)
{
    return FileState{FileState::Kind::Regular, content, {}, FileAttributes{mode, "root", "adm"}};
}

const FileState missing;

FileRecord made(const QByteArray &path, const QByteArray &content, Secrecy secrecy = Secrecy::Public)
{
    return fileRecordOf(RemotePath(path), missing, file(content), secrecy);
}

ChangeRecord keptChange(qint64 number, const QList<FileRecord> &files, const QString &host = u"gpu-1"_s)
{
    ChangeRecord record;
    record.number = number;
    record.transaction = u"tx-%1"_s.arg(number);
    record.host = HostId(host);
    record.serverName = host + u".example"_s;
    record.at = QDateTime(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC).addSecs(number * 60);
    record.who = u"ada on laptop, as dev@gpu-1:22"_s;
    record.plan.title = u"Harden SSH"_s;
    record.plan.steps = {Step{u"run"_s, RunCommand{"ufw allow 2222/tcp", {}}, {}}};
    record.outcome = Outcome::Kept;
    record.hostKey = u"ED25519 SHA256:abc"_s;
    record.files = files;
    return record;
}

/// What git itself says about a repository.
QByteArray git(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.start(u"git"_s, QStringList{u"-C"_s, folder} + arguments);
    process.waitForFinished();
    if (process.exitCode() != 0)
        qWarning("%s", process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QByteArray contentAt(const QString &folder, const QByteArray &path)
{
    return git(folder, {u"show"_s, u"main:"_s + QString::fromLatin1(path)});
}

QJsonObject metaAt(const QString &folder, const QString &host = u"gpu-1"_s)
{
    return QJsonDocument::fromJson(contentAt(folder, "hosts/" + host.toLatin1() + "/meta.json")).object();
}

int commits(const QString &folder)
{
    return git(folder, {u"rev-list"_s, u"--count"_s, u"main"_s}).trimmed().toInt();
}

/// Every byte of every object.
QByteArray everything(const QString &folder)
{
    return git(folder, {u"cat-file"_s, u"--batch"_s, u"--batch-all-objects"_s});
}

} // namespace

class GitMirrorTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_temporary;
    QString m_folder;

    GitMirror opened() const
    {
        auto mirror = GitMirror::open(m_folder);
        if (!mirror)
            qFatal("%s", qPrintable(mirror.error().text()));
        return *mirror;
    }

    QByteArray committed(const ChangeRecord &record) const
    {
        const auto id = opened().commit(record, "feed");
        if (!id)
            qFatal("%s", qPrintable(id.error().text()));
        return *id;
    }

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = m_temporary->filePath(u"mirror/journal.git"_s);
    }

    void keptChange_isOneCommit()
    {
        const QByteArray id = committed(keptChange(7, {made("/etc/ssh/sshd_config", "Port 22\n\xff")}));
        QCOMPARE(git(m_folder, {u"rev-parse"_s, u"main"_s}).trimmed(), id);
        QCOMPARE(commits(m_folder), 1);
        QCOMPARE(contentAt(m_folder, "hosts/gpu-1/etc/ssh/sshd_config"), QByteArray("Port 22\n\xff"));
        const auto log = [this](const QString &format) {
            return git(m_folder, {u"log"_s, u"-1"_s, u"--format="_s + format, u"main"_s}).trimmed();
        };
        QCOMPARE(log(u"%s"_s), "gpu-1.example: Harden SSH");
        QCOMPARE(log(u"%an"_s), "ada on laptop, as dev@gpu-1:22");
        QCOMPARE(log(u"%cn"_s), "Gatewright");
        QCOMPARE(log(u"%ad"_s), "Sun Nov 1 12:07:00 2026 +0000");
        QVERIFY(log(u"%b"_s).contains("* ufw allow 2222/tcp"));
        QCOMPARE(log(u"%(trailers)"_s), "Gatewright-Change: 7 tx-7\nGatewright-Journal: feed\n"
                                        "Operator: ada on laptop, as dev@gpu-1:22\nHost-Key: ED25519 SHA256:abc");
        const QJsonObject meta = metaAt(m_folder);
        const QJsonObject about = meta["files"_L1]["etc/ssh/sshd_config"_L1].toObject();
        QCOMPARE(meta["server"_L1].toString(), u"gpu-1.example"_s);
        QCOMPARE(about["path"_L1].toString(), u"/etc/ssh/sshd_config"_s);
        QCOMPARE(about["owner"_L1].toString() + about["group"_L1].toString(), u"rootadm"_s);
        QCOMPARE(about["mode"_L1].toString(), u"0644"_s);
        QCOMPARE(about["sha256"_L1].toString().toLatin1(), contentHash("Port 22\n\xff"));
    }

    void laterChange_startsFromTheOneBefore()
    {
        committed(keptChange(1, {made("/etc/a", "a\n"), made("/etc/b", "b\n")}));
        committed(keptChange(2, {made("/etc/a", "other\n")}, u"gpu-2"_s));
        committed(keptChange(3, {fileRecordOf(RemotePath(QByteArray("/etc/a")), file("a\n"), missing),
                                 fileRecordOf(RemotePath(QByteArray("/etc/c")), missing, file("c\n", 0600))}));
        QCOMPARE(git(m_folder, {u"ls-tree"_s, u"-r"_s, u"--name-only"_s, u"main"_s}),
                 "hosts/gpu-1/etc/b\nhosts/gpu-1/etc/c\nhosts/gpu-1/meta.json\n"
                 "hosts/gpu-2/etc/a\nhosts/gpu-2/meta.json\n");
        QCOMPARE(metaAt(m_folder)["files"_L1].toObject().keys(), QStringList({u"etc/b"_s, u"etc/c"_s}));
        QCOMPARE(metaAt(m_folder)["files"_L1]["etc/c"_L1]["mode"_L1].toString(), u"0600"_s);
        QCOMPARE(commits(m_folder), 3);
    }

    void sameChangeTwice_isOneCommit()
    {
        const ChangeRecord record = keptChange(1, {made("/etc/a", "a\n")});
        const QByteArray id = committed(record);
        committed(keptChange(11, {made("/etc/a", "b\n")})); // "1 tx-1" stands in "11 tx-11" too
        QCOMPARE(committed(record), id);
        QCOMPARE(commits(m_folder), 2);
    }

    void changeOfCommandsAlone_isACommitToo()
    {
        committed(keptChange(1, {}));
        committed(keptChange(2, {}));
        QCOMPARE(commits(m_folder), 2);
    }

    void hostileNames_stayInTheirFolder()
    {
        const QByteArrayList names{"/../../../../etc/passwd",
                                   "/etc/../.git/config",
                                   "/.git/hooks/post-checkout",
                                   "/etc/.GIT/x",
                                   "/etc/.gitattributes",
                                   "/etc/.gitmodules",
                                   "/etc/git~1",
                                   "/etc/.g\u200cit/config",
                                   "/etc/a\nM 100644 inline evil\ndata 4\nevil\nb",
                                   "/etc/\"quoted\"",
                                   "/etc/new\rline",
                                   "/etc/back\\slash",
                                   QByteArray("/etc/nul\0byte", 13),
                                   "/etc/\xff\xfe",
                                   "/etc/-rf",
                                   "/etc/trailing.",
                                   "/etc/trailing ",
                                   "/etc/%2E%2E/x",
                                   "/meta.json",
                                   "/META.JSON",
                                   "/etc/\u901a\u4e49",
                                   "/etc/" + QByteArray(255, 'l'),
                                   "/etc/" + QByteArray(255, '\xe4')};
        QList<FileRecord> files;
        QSet<QByteArray> places;
        for (const QByteArray &name : names) {
            files.append(made(name, "content of " + name));
            places.insert(mirrorPath(RemotePath(name)));
        }
        QCOMPARE(places.size(), names.size());
        committed(keptChange(1, files, u"../../evil"_s));
        QCOMPARE(git(m_folder, {u"fsck"_s, u"--strict"_s, u"--full"_s}), QByteArray());

        const QString clone = m_temporary->filePath(u"clone"_s);
        git(m_temporary->path(), {u"clone"_s, u"--quiet"_s, m_folder, clone});
        const QString hosts = clone + u"/hosts/..%2F..%2Fevil"_s;
        QCOMPARE(QDir(clone).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList({u"hosts"_s}));
        int found = 0;
        for (QDirIterator it(hosts, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                             QDirIterator::Subdirectories);
             it.hasNext();) {
            const QFileInfo info(it.next());
            QVERIFY(!info.isSymLink());
            found += info.isFile();
        }
        QCOMPARE(found, names.size() + 1);
        for (const QByteArray &name : names) {
            QFile mirrored(hosts + u'/' + QString::fromLatin1(mirrorPath(RemotePath(name))));
            QVERIFY2(mirrored.open(QFile::ReadOnly), mirrorPath(RemotePath(name)).constData());
            QCOMPARE(mirrored.readAll(), "content of " + name);
        }
        QVERIFY(!QFile::exists(m_temporary->filePath(u"evil"_s)));
    }

    void ordinaryNames_areKept()
    {
        for (const char *name : {"/etc/nginx/sites-available/app.conf", "/home/ada/.ssh/authorized_keys",
                                 "/etc/systemd/system/web@1.service", "/a_b+c=d,e"})
            QCOMPARE('/' + mirrorPath(RemotePath(QByteArray(name))), QByteArray(name));
    }

    void hostileText_forgesNoTrailer()
    {
        ChangeRecord record = keptChange(1, {});
        record.plan.title = u"Harden\n\nOperator: eve\ndata 3\n\u202egnp"_s;
        record.who = u"ada <x>\n> 0 +0000\nOperator: eve"_s;
        record.hostKey = u"k\nGatewright-Change: 9 tx-9"_s;
        record.plan.steps = {Step{u"run"_s, RunCommand{"true\n\nGatewright-Change: 9 tx-9", {}}, {}}};
        committed(record);
        const QByteArray trailers = git(m_folder, {u"log"_s, u"-1"_s, u"--format=%(trailers:only)"_s, u"main"_s});
        QCOMPARE(trailers.trimmed().count('\n'), 3);
        QCOMPARE(trailers.count("\nOperator: "), 1);
        QVERIFY(trailers.startsWith("Gatewright-Change: 1 tx-1\n"));
        committed(keptChange(9, {}));
        QCOMPARE(commits(m_folder), 2);
    }

    void link_isText()
    {
        FileState link;
        link.kind = FileState::Kind::Link;
        link.linkTarget = "../../../../root";
        FileState through = link;
        through.content = "content\n";
        FileState before = through;
        before.content = "old\n";
        committed(keptChange(1, {fileRecordOf(RemotePath(QByteArray("/etc/l")), missing, link),
                                 fileRecordOf(RemotePath(QByteArray("/etc/t")), before, through)}));
        QCOMPARE(contentAt(m_folder, "hosts/gpu-1/etc/l"), "../../../../root");
        QCOMPARE(contentAt(m_folder, "hosts/gpu-1/etc/t"), "content\n");
        QVERIFY(!git(m_folder, {u"ls-tree"_s, u"-r"_s, u"main"_s}).contains("120000"));
        QCOMPARE(metaAt(m_folder)["files"_L1]["etc/l"_L1]["link"_L1].toString(), u"../../../../root"_s);
    }

    void secrets_areLeftOut()
    {
        const QByteArray canary = "GWCANARY-hunter2";
        committed(keptChange(1, {made("/etc/nginx/htpasswd", canary, Secrecy::Secret), made("/etc/shadow", canary),
                                 made("/etc/gshadow-", canary), made("/etc/ssh/ssh_host_rsa_key", canary),
                                 made("/home/ada/.ssh/id_ed25519", canary), made("/etc/ssl/private/x", canary),
                                 made("/srv/tls.key", canary), made("/etc/letsencrypt/live/a/privkey.pem", canary),
                                 made("/srv/bundle.pem", "-----BEGIN EC PRIVATE KEY-----\n" + canary),
                                 made("/etc/motd", "hello\n"), made("/etc/ssh/ssh_host_rsa_key.pub", "public\n")}));
        QVERIFY(!everything(m_folder).contains(canary));
        QCOMPARE(git(m_folder, {u"ls-tree"_s, u"-r"_s, u"--name-only"_s, u"main"_s}),
                 "hosts/gpu-1/etc/motd\nhosts/gpu-1/etc/ssh/ssh_host_rsa_key.pub\nhosts/gpu-1/meta.json\n");
        const QJsonObject meta = metaAt(m_folder)["files"_L1].toObject();
        QCOMPARE(meta.size(), 11);
        QCOMPARE(meta["etc/nginx/htpasswd"_L1]["left-out"_L1].toString(), u"secret"_s);
        QCOMPARE(meta["etc/shadow"_L1]["left-out"_L1].toString(), u"passwords"_s);
        QCOMPARE(meta["srv/bundle.pem"_L1]["left-out"_L1].toString(), u"private key"_s);
        QCOMPARE(meta["etc/shadow"_L1]["sha256"_L1].toString().toLatin1(), contentHash(canary));
    }

    void fileThatBecameSecret_leaves()
    {
        committed(keptChange(1, {made("/etc/token", "public\n")}));
        committed(keptChange(2, {made("/etc/token", "secret\n", Secrecy::Secret)}));
        QVERIFY(!git(m_folder, {u"ls-tree"_s, u"-r"_s, u"--name-only"_s, u"main"_s}).contains("token"));
    }

    void gitOfThePerson_hasNoSay()
    {
        const QString home = m_temporary->filePath(u"home"_s);
        const QString proof = m_temporary->filePath(u"hook-ran"_s);
        QVERIFY(QDir().mkpath(home + u"/hooks"_s));
        for (const char *hook : {"reference-transaction", "post-commit", "pre-commit"}) {
            QFile script(home + u"/hooks/"_s + QLatin1String(hook));
            QVERIFY(script.open(QFile::WriteOnly));
            script.write("#!/bin/sh\ntouch " + proof.toLocal8Bit() + "\nexit 1\n");
            script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        QFile config(home + u"/.gitconfig"_s);
        QVERIFY(config.open(QFile::WriteOnly));
        config.write("[core]\n hooksPath = " + home.toLocal8Bit() +
                     "/hooks\n[commit]\n gpgsign = true\n[user]\n name = Eve\n" +
                     "[init]\n templateDir = " + home.toLocal8Bit() + "\n");
        config.close();
        QMap<const char *, QByteArray> saved;
        for (const auto &[name, value] :
             {std::pair("HOME", home.toLocal8Bit()), std::pair("GIT_DIR", QByteArray("/nowhere")),
              std::pair("GIT_CONFIG_GLOBAL", config.fileName().toLocal8Bit()),
              std::pair("GIT_AUTHOR_NAME", QByteArray("Eve"))}) {
            saved.insert(name, qgetenv(name));
            qputenv(name, value);
        }
        committed(keptChange(1, {made("/etc/a", "a\n")}));
        for (auto each = saved.begin(); each != saved.end(); ++each)
            each->isNull() ? qunsetenv(each.key()) : qputenv(each.key(), *each);
        QVERIFY(!QFile::exists(proof));
        QVERIFY(!everything(m_folder).contains("Eve"));
        QVERIFY(!QFile::exists(m_folder + u"/hooks/pre-commit"_s));
        QCOMPARE(commits(m_folder), 1);
    }

    void folderOfSomethingElse_staysAsItIs()
    {
        const QString other = m_temporary->filePath(u"other"_s);
        QVERIFY(QDir().mkpath(other));
        git(other, {u"init"_s, u"--quiet"_s, u"--bare"_s});
        const QStringList before = QDir(other).entryList();
        const auto mirror = GitMirror::open(other);
        QVERIFY(!mirror);
        QCOMPARE(mirror.error().kind, Error::Kind::Invalid);
        QCOMPARE(QDir(other).entryList(), before);
        QCOMPARE(GitMirror::open(m_temporary->path()).error().kind, Error::Kind::Invalid);
        QVERIFY(!QFile::exists(m_temporary->filePath(u"HEAD"_s)));
    }

    void emptyFolder_isTaken_andPrivate()
    {
        QVERIFY(QDir().mkpath(m_folder));
        committed(keptChange(1, {}));
        QCOMPARE(QFile::permissions(m_folder) & QFile::Permissions(0x00ff), QFile::Permissions());
        QCOMPARE(QDir(QFileInfo(m_folder).path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
    }

    void folderThatCannotBeMade_isAnError()
    {
        QFile file(m_temporary->filePath(u"mirror"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        QVERIFY(!GitMirror::open(m_folder));
    }

    void missingGit_isSaid()
    {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", m_temporary->path().toLocal8Bit());
        const auto mirror = GitMirror::open(m_folder);
        qputenv("PATH", path);
        QVERIFY(!mirror);
        QCOMPARE(mirror.error().kind, Error::Kind::Unsupported);
        QVERIFY(mirror.error().text().contains(u"not installed"));
        QVERIFY(!QFile::exists(m_folder));
    }

    void onlyWhatWasKept_isCommitted()
    {
        ChangeRecord record = keptChange(1, {made("/etc/a", "a\n")});
        record.outcome = Outcome::Open;
        QCOMPARE(opened().commit(record, {}).error().kind, Error::Kind::Invalid);
        record.outcome = Outcome::Kept;
        record.files.first().after.content.clear(); // as Store::history() gives it
        QCOMPARE(opened().commit(record, {}).error().kind, Error::Kind::Invalid);
    }

    void severalAtOnce_loseNothing()
    {
        constexpr int writers = 3;
        constexpr int each = 4;
        std::atomic<int> done = 0;
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back([this, writer, &done] {
                for (int i = 0; i < each; ++i) {
                    const int number = 1 + writer * each + i;
                    const auto mirror = GitMirror::open(m_folder); // the first ones make it
                    const QByteArray path = "/etc/file" + QByteArray::number(number);
                    done += mirror && mirror->commit(keptChange(number, {made(path, path)}), {});
                }
            });
        }
        threads.clear();
        QCOMPARE(done, writers * each);
        QCOMPARE(commits(m_folder), writers * each);
        QCOMPARE(metaAt(m_folder)["files"_L1].toObject().size(), writers * each);
    }
};

GW_REGISTER_TEST(GitMirrorTest)
#include "gitmirrortest.moc"
