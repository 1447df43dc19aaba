// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/survey/answers.h"

#include <QProcess>
#include <QTemporaryDir>
#include <unistd.h>

using namespace gw;
using namespace Qt::StringLiterals;
using Topic = UnreadFile::Topic;

namespace {

/// A folder laid out like a server's root, read by somebody who is not root.
class Folder {
public:
    Folder() { open(m_folder.path()); }

    void write(const QString &path, const QByteArray &content, QFile::Permissions permissions = everybody)
    {
        const QString full = m_folder.path() + path;
        QDir().mkpath(full.section(u'/', 0, -2));
        for (QString above = full.section(u'/', 0, -2); above.size() > m_folder.path().size();
             above = above.section(u'/', 0, -2))
            open(above);
        QFile file(full);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.setPermissions(permissions);
    }

    void close(const QString &directory)
    {
        const QString full = m_folder.path() + directory;
        QDir().mkpath(full);
        QFile::setPermissions(full, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    Facts facts() const
    {
        QFile script(QStringLiteral(GW_SOURCE_DIR "/backend/survey/survey.sh"));
        if (!script.open(QIODevice::ReadOnly))
            return {};
        QProcess process;
        process.setWorkingDirectory(u"/"_s);
        process.start(u"setpriv"_s, {u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s, u"sh"_s, u"-c"_s,
                                     u"s=$(cat; echo x); s=${s%x}; set -- m4rk \"$1\"; ( eval \"$s\" ) </dev/null"_s,
                                     u"sh"_s, m_folder.path()});
        process.write(script.readAll());
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        const auto answer = parseAnswer(process.readAllStandardOutput());
        if (!answer) {
            QTest::qFail(qPrintable(answer.error().text()), __FILE__, __LINE__);
            return {};
        }
        return factsFrom(*answer);
    }

    static constexpr QFile::Permissions everybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther;
    static constexpr QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner;

private:
    static void open(const QString &directory)
    {
        QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther |
                                             QFile::ExeOther);
    }
    QTemporaryDir m_folder;
};

std::optional<Gap::Reason> reasonOf(const Facts &facts, Topic topic, const QByteArray &path)
{
    for (const UnreadFile &file : facts.unreadFiles) {
        if (file.topic == topic && file.path.bytes() == path)
            return file.gap.reason;
    }
    return {};
}

QByteArrayList pathsOf(const QList<FileFact> &files)
{
    QByteArrayList paths;
    for (const FileFact &file : files)
        paths.append(file.path.bytes());
    return paths;
}

const FileFact *configured(const Facts &facts, const QByteArray &path)
{
    for (const FileFact *file : configurationFiles(facts)) {
        if (file->path.bytes() == path)
            return file;
    }
    return nullptr;
}

constexpr auto needsRoot = Gap::Reason::NeedsRoot;

} // namespace

/// Nothing is missing silently: what could not be read is named, and what could be is kept as a file.
class UnreadFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (geteuid() != 0)
            QSKIP("only root can become somebody else");
    }

    void hiddenFiles_areNamedByTopic()
    {
        Folder folder;
        folder.write(u"/etc/passwd"_s, "root:x:0:0:root:/root:/bin/bash\nanna:x:1000:1000::/home/anna:/bin/sh\n");
        folder.write(u"/etc/ssh/sshd_config"_s, "Include /etc/ssh/sshd_config.d/*.conf\nInclude extra/*.conf\n");
        folder.write(u"/etc/ssh/sshd_config.d/50-cloud-init.conf"_s, "PasswordAuthentication yes\n", Folder::owner);
        folder.close(u"/etc/ssh/extra"_s);
        folder.write(u"/etc/fail2ban/jail.conf"_s, "");
        folder.write(u"/etc/fail2ban/jail.local"_s, "[sshd]\n", Folder::owner);
        folder.write(u"/etc/fail2ban/jail.d/big.conf"_s, QByteArray("# a line\n").repeated(8'000));
        folder.write(u"/etc/fail2ban/jail.d/small.conf"_s, "[sshd]\n");
        folder.write(u"/etc/nginx/nginx.conf"_s, "http { include conf.d/*.conf; include /etc/nginx/private/*; }\n");
        folder.write(u"/etc/nginx/conf.d/a.conf"_s, "# a\n");
        folder.write(u"/etc/nginx/conf.d/b.conf"_s, "# b\n", Folder::owner);
        folder.close(u"/etc/nginx/private"_s);
        folder.write(u"/etc/supervisor/supervisord.conf"_s, "[include]\nfiles = /etc/supervisor/conf.d/*.conf\n");
        folder.close(u"/etc/supervisor/conf.d"_s);
        folder.close(u"/etc/cron.d"_s);
        folder.close(u"/home/anna"_s);
        folder.close(u"/etc/ssl/private"_s);
        const Facts facts = folder.facts();

        QCOMPARE(reasonOf(facts, Topic::Sshd, "/etc/ssh/sshd_config.d/50-cloud-init.conf"), needsRoot);
        QCOMPARE(reasonOf(facts, Topic::Sshd, "/etc/ssh/extra"), needsRoot);
        QCOMPARE(reasonOf(facts, Topic::Fail2ban, "/etc/fail2ban/jail.local"), needsRoot);
        QCOMPARE(reasonOf(facts, Topic::Fail2ban, "/etc/fail2ban/jail.d/big.conf"), Gap::Reason::TooLarge);
        QCOMPARE(reasonOf(facts, Topic::Nginx, "/etc/nginx/conf.d/b.conf"), needsRoot);
        QCOMPARE(reasonOf(facts, Topic::Nginx, "/etc/nginx/private"), needsRoot);
        QCOMPARE(reasonOf(facts, Topic::Supervisor, "/etc/supervisor/conf.d"), needsRoot);
        QCOMPARE(reasonOf(facts, Topic::Schedule, "/etc/cron.d"), needsRoot);
        QCOMPARE(reasonOf(facts, Topic::Ai, "/home/anna/.jupyter"), needsRoot);
        QCOMPARE(reasonOf(facts, Topic::Certificates, "/etc/ssl/private"), needsRoot);
        QCOMPARE(facts.unreadFiles.size(), 10);

        QCOMPARE(pathsOf(facts.sshd->files), (QByteArrayList{"/etc/ssh/sshd_config"}));
        QCOMPARE(pathsOf(facts.fail2ban->files), (QByteArrayList{"/etc/fail2ban/jail.d/small.conf"}));
        QCOMPARE(pathsOf(*facts.nginx->tree), (QByteArrayList{"/etc/nginx/nginx.conf", "/etc/nginx/conf.d/a.conf"}));

        const QJsonArray unread = toJson(facts)[u"unreadFiles"].toArray();
        QCOMPARE(unread.size(), 10);
        for (const QJsonValue &each : unread)
            QVERIFY(!each[u"path"].toString().isEmpty() && !each[u"topic"].toString().isEmpty() &&
                    !each[u"missing"].toString().isEmpty());
    }

    void whatIsNotThere_isNoGap()
    {
        Folder folder;
        folder.write(u"/etc/passwd"_s, "root:x:0:0:root:/root:/bin/bash\n");
        folder.write(u"/etc/ssh/sshd_config"_s, "Include /etc/ssh/sshd_config.d/*.conf\n");
        folder.write(u"/etc/fail2ban/jail.conf"_s, "");
        QCOMPARE(folder.facts().unreadFiles.size(), 0);
    }

    void moreUsersThanAreRead_areNoSecret()
    {
        const auto unread = [](int users) {
            Folder folder;
            QByteArray passwd;
            for (int i = 0; i < users; ++i)
                passwd += "u" + QByteArray::number(i) + ":x:1000:1000::/nowhere:/bin/sh\n";
            folder.write(u"/etc/passwd"_s, passwd);
            return reasonOf(folder.facts(), Topic::Users, "/etc/passwd");
        };
        QCOMPARE(unread(500), std::nullopt);
        QCOMPARE(unread(501), Gap::Reason::TooLarge);
    }

    void filesOfSupervisorCronSudoAndKeys_areKept()
    {
        Folder folder;
        folder.write(u"/etc/passwd"_s, "anna:x:1000:1000::/home/anna:/bin/sh\n");
        folder.write(u"/etc/ssh/sshd_config"_s, "Port 22\n");
        folder.write(u"/etc/sudoers"_s, "# gatewright: accept users.sudo-without-password lab\nanna ALL=(ALL) ALL\n");
        folder.write(u"/etc/crontab"_s, "# gatewright: accept services.runs-as-root sandboxed\nTOKEN=canary\n");
        folder.write(u"/etc/supervisor/supervisord.conf"_s, "[include]\nfiles = conf.d/*.conf\n");
        folder.write(u"/etc/supervisor/conf.d/qwen.conf"_s,
                     "; a remark\n; gatewright: accept services.supervisor-root sandboxed\n[program:qwen]\n"
                     "environment=TOKEN=canary\ncommand=serve\n");
        const QByteArray key = "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";
        folder.write(u"/home/anna/.ssh/authorized_keys"_s,
                     "# gatewright: accept sshd.unused-authorized-key spare\nssh-ed25519 " + key + " anna@x\n" +
                         "not a key, perhaps a secret\n");
        const Facts facts = folder.facts();

        const FileFact *program = configured(facts, "/etc/supervisor/conf.d/qwen.conf");
        QVERIFY(program);
        QCOMPARE(program->content, QByteArray("\n; gatewright: accept services.supervisor-root sandboxed\n"
                                              "[program:qwen]\n\ncommand=serve\n"));
        QCOMPARE(facts.services.supervisorFiles.size(), 2);
        QVERIFY(configured(facts, "/etc/sudoers")->content.startsWith("# gatewright: accept"));
        QVERIFY(!configured(facts, "/etc/crontab")->content.contains("canary"));
        const QByteArray keys = configured(facts, "/home/anna/.ssh/authorized_keys")->content;
        QVERIFY(!keys.contains(key) && !keys.contains("secret"));
        QVERIFY(keys.startsWith("# gatewright: accept"));
        QVERIFY(keys.contains("ssh-ed25519 SHA256:"));
        QCOMPARE(keys.count('\n'), 3);
        QCOMPARE(facts.users->first().keys->first().line, 2);
    }

    void hiddenInOneSurvey_isNoChange()
    {
        Folder open;
        Folder hidden;
        for (Folder *folder : {&open, &hidden}) {
            folder->write(u"/etc/passwd"_s, "root:x:0:0:root:/root:/bin/bash\n");
            folder->write(u"/etc/ssh/sshd_config"_s, "Include /etc/ssh/sshd_config.d/*.conf\n");
            folder->write(u"/etc/ssh/sshd_config.d/a.conf"_s, "Port 22\n");
            folder->write(u"/etc/cron.d/job"_s, "1 2 3 4 5 root true\n");
        }
        hidden.close(u"/etc/ssh/sshd_config.d"_s);
        hidden.write(u"/etc/cron.d/job"_s, "1 2 3 4 5 root true\n", Folder::owner);
        QCOMPARE(open.facts().sshd->files.size(), 2);
        QCOMPARE(hidden.facts().sshd->files.size(), 1);
        QCOMPARE(changesBetween(open.facts(), hidden.facts()), QList<FactChange>());
    }

    void ufwFiles_tellItsStateWithoutRoot()
    {
        Folder folder;
        folder.write(u"/etc/passwd"_s, "root:x:0:0:root:/root:/bin/bash\n");
        folder.write(u"/etc/ufw/ufw.conf"_s, "# comment\nENABLED=yes\nLOGLEVEL=low\n");
        folder.write(u"/etc/default/ufw"_s, "IPV6=no\nDEFAULT_INPUT_POLICY=\"DROP\"\nSECRET=canary\n");
        const UfwSettings on{true, UntrustedText(u"DROP"_s), false};
        const Facts facts = folder.facts();
        QVERIFY(facts.firewall.ufwSettings);
        QCOMPARE(*facts.firewall.ufwSettings, on);

        folder.write(u"/etc/default/ufw"_s, "IPV6=yes\n", Folder::owner);
        const Facts partly = folder.facts();
        QVERIFY(partly.firewall.ufwSettings->enabled && partly.firewall.ufwSettings->incoming.isEmpty());
        QCOMPARE(reasonOf(partly, Topic::Firewall, "/etc/default/ufw"), needsRoot);

        folder.write(u"/etc/ufw/ufw.conf"_s, "ENABLED=no\n");
        const QList<FactChange> changes = changesBetween(facts, folder.facts());
        QCOMPARE(changes.size(), 1);
        QVERIFY(changes.first().after.raw().contains(u"ENABLED=no"_s));
        QCOMPARE(Folder().facts().firewall.ufwSettings.gap().reason, Gap::Reason::NotInstalled);
    }
};

GW_REGISTER_TEST(UnreadFilesTest)
#include "unreadfilestest.moc"
