// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/survey/answers.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <sys/stat.h>
#include <unistd.h>

using namespace gw;

namespace {

QByteArray scriptText()
{
    QFile file(QStringLiteral(GW_SOURCE_DIR "/backend/survey/survey.sh"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Ran {
    QByteArray out;
    QByteArray err;
    bool finished = false;
};

/// Runs the script as runScript() does: evaluated in a subshell. `path` replaces the programs it finds.
Ran runIn(const QStringList &shell, const QString &root, const QString &path = {})
{
    QByteArray text = scriptText();
    if (!path.isEmpty()) {
        const qsizetype start = text.indexOf("\nPATH=") + 1;
        text.replace(start, text.indexOf('\n', start) - start, QByteArray("PATH=" + QFile::encodeName(path)));
    }
    QProcess process;
    QStringList arguments = shell.mid(1);
    arguments << QStringLiteral("-c")
              << QStringLiteral("s=$(cat; echo x); s=${s%x}; set -- m4rk \"$1\"; ( eval \"$s\" ) </dev/null")
              << QStringLiteral("sh") << root;
    process.start(shell[0], arguments);
    process.write(text);
    process.closeWriteChannel();
    Ran ran;
    ran.finished = process.waitForFinished(60'000);
    if (!ran.finished)
        process.kill();
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

const SurveySection *sectionNamed(const SurveyAnswer &answer, const QByteArray &name)
{
    for (const SurveySection &section : answer.sections) {
        if (section.name == name)
            return &section;
    }
    return nullptr;
}

} // namespace

/// The script itself: on every shell, with every program missing or misbehaving, and with secrets at hand.
class ScriptTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const QString &path, const QByteArray &content) { gw::test::writeUnder(m_folder.path(), path, content); }

    void program(const QString &directory, const char *name, const QByteArray &text)
    {
        const QString path = directory + u'/' + QLatin1String(name);
        QFile::remove(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + text + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QList<QStringList> shells() const
    {
        QList<QStringList> found;
        for (const QStringList &shell : {QStringList{QStringLiteral("dash")},
                                         {QStringLiteral("bash")},
                                         {QStringLiteral("bash"), QStringLiteral("--posix")},
                                         {QStringLiteral("busybox"), QStringLiteral("ash")}}) {
            if (!QStandardPaths::findExecutable(shell[0]).isEmpty())
                found.append(shell);
        }
        return found;
    }

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }

    void everyShell_readsAFolderAlike()
    {
        write(QStringLiteral("/etc/os-release"), "ID=debian\nVERSION_ID=\"12\"\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n");
        write(QStringLiteral("/etc/passwd"), "root:x:0:0:root:/root:/bin/bash\nanna:x:1000:1000::/home/anna:/bin/"
                                             "bash\nwww:x:33:33::/var/www:/usr/sbin/nologin\n");
        write(QStringLiteral("/etc/group"), "root:x:0:\nsudo:x:27:anna\nanna:x:1000:\n");
        write(QStringLiteral("/etc/sudoers"), "root ALL=(ALL:ALL) ALL\n%sudo ALL=(ALL:ALL) ALL\n");
        write(QStringLiteral("/etc/ssh/sshd_config"), "Include /etc/ssh/sshd_config.d/*.conf\nPermitRootLogin yes\n");
        write(QStringLiteral("/etc/ssh/sshd_config.d/10-first.conf"), "PasswordAuthentication no\n");
        write(QStringLiteral("/etc/ssh/sshd_config.d/20-second.conf"), "Include extra/*.conf\nX11Forwarding no\n");
        write(QStringLiteral("/etc/ssh/extra/a.conf"), "MaxAuthTries 3\n");
        write(QStringLiteral("/etc/nginx/nginx.conf"),
              "user www;\nhttp {\n  include conf.d/*.conf;\n  include /etc/nginx/sites-enabled/*;\n}\n");
        write(QStringLiteral("/etc/nginx/conf.d/b.conf"), "# b\n");
        write(QStringLiteral("/etc/nginx/conf.d/a.conf"), "server { include snippets/tls.conf; }\n");
        write(QStringLiteral("/etc/nginx/snippets/tls.conf"), "ssl_protocols TLSv1.2;");
        write(QStringLiteral("/etc/nginx/sites-available/site"), "server { listen 80; }\n");
        write(QStringLiteral("/etc/nginx/sites-available/idle"),
              "# proxy_set_header Authorization \"Bearer kestrel-idle\";\n");
        write(QStringLiteral("/etc/nginx/conf.d/c.conf.disabled"), "# c\n");
        QDir().mkpath(m_folder.path() + QStringLiteral("/etc/nginx/sites-enabled"));
        QFile::link(QStringLiteral("/etc/nginx/sites-available/site"),
                    m_folder.path() + QStringLiteral("/etc/nginx/sites-enabled/site"));
        write(QStringLiteral("/etc/supervisor/supervisord.conf"), "[supervisord]\n[include]\nfiles = conf.d/*.conf\n");
        write(QStringLiteral("/etc/supervisor/conf.d/qwen.conf"),
              "; made by hand\n[program:qwen]\nenvironment=HF_TOKEN=\"kestrel-env\"\ncommand=vllm serve --api-key "
              "kestrel-flag\n   --port 3001 ; why\nuser=qwen\n");
        write(QStringLiteral("/etc/crontab"),
              "SHELL=/bin/sh\nAPI_TOKEN=kestrel-cron\n17 3 * * * root certbot renew -q\n");
        write(QStringLiteral("/root/.jupyter/jupyter_server_config.py"),
              "c.ServerApp.token = 'kestrel-jupyter'\nc.ServerApp.password = ''\n");

        write(QStringLiteral("/lib/systemd/system/certbot.timer"), "[Timer]\nOnCalendar=daily\n");
        QDir().mkpath(m_folder.path() + QStringLiteral("/etc/systemd/system/timers.target.wants"));
        QFile::link(QStringLiteral("/lib/systemd/system/certbot.timer"),
                    m_folder.path() + QStringLiteral("/etc/systemd/system/timers.target.wants/certbot.timer"));

        QByteArray first;
        for (const QStringList &shell : shells()) {
            const Ran ran = runIn(shell, m_folder.path());
            QVERIFY(ran.finished);
            QVERIFY2(ran.err.isEmpty(), ran.err.constData());
            QVERIFY2(!ran.out.contains("kestrel"), qPrintable(shell.join(u' ')));
            if (first.isEmpty())
                first = ran.out;
            QCOMPARE(ran.out, first);
        }
        const auto answer = parseAnswer(first);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().text()));
        const Facts facts = factsFrom(*answer);
        QVERIFY(facts.fromFolder);
        QStringList sshd;
        for (const FileFact &file : facts.sshd->files)
            sshd.append(file.path.shown());
        QCOMPARE(sshd, (QStringList{QStringLiteral("/etc/ssh/sshd_config"),
                                    QStringLiteral("/etc/ssh/sshd_config.d/10-first.conf"),
                                    QStringLiteral("/etc/ssh/sshd_config.d/20-second.conf"),
                                    QStringLiteral("/etc/ssh/extra/a.conf")}));
        QStringList nginx;
        for (const FileFact &file : *facts.nginx->tree)
            nginx.append(file.path.shown());
        QCOMPARE(nginx, (QStringList{
                            QStringLiteral("/etc/nginx/nginx.conf"), QStringLiteral("/etc/nginx/conf.d/a.conf"),
                            QStringLiteral("/etc/nginx/snippets/tls.conf"), QStringLiteral("/etc/nginx/conf.d/b.conf"),
                            QStringLiteral("/etc/nginx/sites-enabled/site")}));
        QCOMPARE(facts.nginx->links, QList<NginxLink>({{RemotePath(QByteArray("/etc/nginx/sites-enabled/site")),
                                                        "/etc/nginx/sites-available/site"}}));
        QCOMPARE(facts.nginx->spare.size(), 2);
        QCOMPARE(facts.nginx->spare[0].path.shown(), QStringLiteral("/etc/nginx/sites-available/idle"));
        QCOMPARE(facts.nginx->spare[1].content, QByteArray("# c\n"));
        QCOMPARE(facts.nginx->tree->at(2).content, QByteArray("ssl_protocols TLSv1.2;"));
        const SupervisorProgram &program = facts.services.supervisor->first();
        QCOMPARE(program.line, 2);
        QCOMPARE(program.user.raw(), QStringLiteral("qwen"));
        QCOMPARE(program.command.raw(), QStringLiteral("vllm serve --api-key **** --port 3001"));
        QCOMPARE(facts.services.schedule->size(), 2);
        QCOMPARE(facts.services.schedule->at(0).name.raw(), QStringLiteral("certbot.timer"));
        QVERIFY(facts.services.schedule->at(0).renewsCertificates);
        QVERIFY(facts.services.schedule->at(1).renewsCertificates);
        QCOMPARE(facts.services.schedule->at(1).line, 3);
        QVERIFY(facts.users->at(1).mayBecomeRoot);
        // What only a running server knows was not asked.
        QCOMPARE(facts.listeners.gap().reason, Gap::Reason::NotAsked);
        QCOMPARE(facts.sshd->effective.gap().reason, Gap::Reason::NotAsked);
        QCOMPARE(facts.firewall.nftables.gap().reason, Gap::Reason::NotAsked);
    }

    void patternsInAFolder_areNotThoseOfThisComputer()
    {
        const QTemporaryDir other;
        const auto put = [&other](const QString &path, const QByteArray &content) {
            gw::test::writeUnder(other.path(), path, content);
        };
        QVERIFY(!QDir(QStringLiteral("/bin")).entryList({QStringLiteral("s?")}).isEmpty());
        put(QStringLiteral("/bin/s0"), "# one of the folder\n");
        put(QStringLiteral("/etc/nginx/nginx.conf"), "http { include /bin/s?; }\n");
        put(QStringLiteral("/etc/ssh/sshd_config"), "Include /bin/s?\n");
        put(QStringLiteral("/etc/supervisor/supervisord.conf"), "[include]\nfiles = /bin/s?\n");
        for (const QStringList &shell : shells()) {
            const Ran ran = runIn(shell, other.path());
            const auto answer = parseAnswer(ran.out);
            QVERIFY2(answer, ran.err.constData());
            const Facts facts = factsFrom(*answer);
            QCOMPARE(facts.nginx->tree->last().path.shown(), QStringLiteral("/bin/s0"));
            QCOMPARE(facts.sshd->files.last().path.shown(), QStringLiteral("/bin/s0"));
            QVERIFY(ran.out.contains("supervisor.file /bin/s0"));
        }
    }

    void surveyedFolder_isTheSame()
    {
        const auto answer = surveyFolder(m_folder.path(), {});
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().text()));
        const Facts facts = factsFrom(*answer);
        QVERIFY(facts.fromFolder);
        QCOMPARE(facts.sshd->files.size(), 4);
        QVERIFY(!surveyFolder(m_folder.path() + QStringLiteral("/nowhere"), {}));
        QVERIFY(!surveyFolder(QStringLiteral("/"), {}));
    }

    void linksOfAFolder_neverLeaveIt()
    {
        QTemporaryDir outside;
        QFile secret(outside.path() + QStringLiteral("/secret.conf"));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("kestrel-outside\n");
        secret.close();
        const QString root = m_folder.path();
        QFile::link(outside.path() + QStringLiteral("/secret.conf"), root + QStringLiteral("/etc/nginx/conf.d/x.conf"));
        QFile::link(QStringLiteral("../../../../../../../../../../../../../../..") + outside.path() +
                        QStringLiteral("/secret.conf"),
                    root + QStringLiteral("/etc/nginx/conf.d/y.conf"));
        QFile::link(outside.path(), root + QStringLiteral("/etc/fail2ban"));
        QFile::link(outside.path(), root + QStringLiteral("/etc/cron.d"));
        QFile::link(QStringLiteral("/etc/loop"), root + QStringLiteral("/etc/loop"));
        QFile::link(QStringLiteral("/etc/loop"), root + QStringLiteral("/etc/nginx/conf.d/loop.conf"));
        QFile::rename(root + QStringLiteral("/etc/nginx/nginx.conf"), root + QStringLiteral("/etc/nginx/real.conf"));
        QFile::link(QStringLiteral("/etc/nginx/real.conf"), root + QStringLiteral("/etc/nginx/nginx.conf"));
        for (const QStringList &shell : shells()) {
            const Ran ran = runIn(shell, root);
            QVERIFY(ran.finished);
            QVERIFY(!ran.out.contains("kestrel"));
            const auto answer = parseAnswer(ran.out);
            QVERIFY(answer);
            QCOMPARE(factsFrom(*answer).nginx->tree->size(), 5);
        }
        for (const char *link : {"/etc/fail2ban", "/etc/cron.d", "/etc/loop", "/etc/nginx/conf.d/loop.conf",
                                 "/etc/nginx/conf.d/x.conf", "/etc/nginx/conf.d/y.conf"})
            QFile::remove(root + QLatin1String(link));
    }

    void oddFiles_doNotStopIt()
    {
        const QString root = m_folder.path();
        QCOMPARE(
            ::mkfifo(QFile::encodeName(root + QStringLiteral("/etc/ssh/sshd_config.d/pipe.conf")).constData(), 0600),
            0);
        QDir().mkpath(root + QStringLiteral("/etc/ssh/sshd_config.d/folder.conf"));
        write(QStringLiteral("/etc/ssh/sshd_config.d/new\nline.conf"), "Port 1\n");
        write(QStringLiteral("/etc/ssh/sshd_config.d/with blank $(touch x);'\".conf"), "Port 2\n");
        write(QStringLiteral("/etc/ssh/sshd_config.d/big.conf"), QByteArray(600'000, '#'));
        write(QStringLiteral("/etc/ssh/sshd_config.d/binary.conf"), QByteArray("\0\xff\x1b]0;x\x07\n", 9));
        const Ran ran = runIn({QStringLiteral("dash")}, root);
        QVERIFY(ran.finished);
        const auto answer = parseAnswer(ran.out);
        QVERIFY(answer);
        const SurveySection *big = sectionNamed(*answer, "sshd.file /etc/ssh/sshd_config.d/big.conf");
        QVERIFY(big && big->truncated);
        const SurveySection *binary = sectionNamed(*answer, "sshd.file /etc/ssh/sshd_config.d/binary.conf");
        QCOMPARE(binary->content, QByteArray("\0\xff\x1b]0;x\x07\n", 9));
        QVERIFY(sectionNamed(*answer, "sshd.file /etc/ssh/sshd_config.d/with blank $(touch x);'\".conf"));
        QVERIFY(!sectionNamed(*answer, "sshd.file /etc/ssh/sshd_config.d/pipe.conf"));
        QVERIFY(!QFile::exists(QStringLiteral("/x")));
        QDir(root + QStringLiteral("/etc/ssh/sshd_config.d")).removeRecursively();
    }

    void nothingIsWritten()
    {
        const auto state = [this] {
            QStringList all;
            QDirIterator each(m_folder.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                              QDirIterator::Subdirectories);
            while (each.hasNext()) {
                const QFileInfo info(each.next());
                all.append(info.filePath() + QString::number(info.lastModified().toMSecsSinceEpoch()));
            }
            all.sort();
            return all;
        };
        const QStringList before = state();
        const int temporaryBefore = QDir(QDir::tempPath()).entryList({QStringLiteral("*gatewright*")}).size();
        QVERIFY(runIn({QStringLiteral("dash")}, m_folder.path()).finished);
        QCOMPARE(state(), before);
        QCOMPARE(QDir(QDir::tempPath()).entryList({QStringLiteral("*gatewright*")}).size(), temporaryBefore);
        const QByteArray text = scriptText();
        QVERIFY(!text.contains("mktemp"));
    }

    void busyboxAlone_isEnough()
    {
        const QString busybox = QStandardPaths::findExecutable(QStringLiteral("busybox"));
        if (busybox.isEmpty())
            QSKIP("busybox is not installed");
        QTemporaryDir programs;
        QProcess install;
        install.start(busybox, {QStringLiteral("--install"), QStringLiteral("-s"), programs.path()});
        QVERIFY(install.waitForFinished());
        const Ran ran = runIn({busybox, QStringLiteral("ash")}, {}, programs.path());
        QVERIFY(ran.finished);
        QVERIFY2(ran.err.isEmpty(), ran.err.constData());
        const auto answer = parseAnswer(ran.out);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().text()));
        const Facts facts = factsFrom(*answer);
        QVERIFY(facts.system.memoryTotal > 0);
        QVERIFY(facts.disks && !facts.disks->isEmpty());
        QVERIFY(facts.listeners);
        QVERIFY(facts.users && !facts.users->isEmpty());
        if (!QFile::exists(QStringLiteral("/etc/nginx/nginx.conf"))) // its files are read without it
            QCOMPARE(facts.nginx.gap().reason, Gap::Reason::NotInstalled);
        QCOMPARE(facts.gpus.gap().reason, Gap::Reason::NotInstalled);
        QCOMPARE(facts.firewall.nftables.gap().reason, Gap::Reason::NotInstalled);
    }

    void slowAndEndlessPrograms_areBounded()
    {
        QTemporaryDir programs;
        program(programs.path(), "nvidia-smi", "exec sleep 60");
        program(programs.path(), "docker", "exec yes '{\"id\":\"flood\"}'");
        program(programs.path(), "podman", "printf 'half a line'; kill -9 $$");
        program(programs.path(), "apt-get", "exit 0");
        QElapsedTimer timer;
        timer.start();
        const Ran ran =
            runIn({QStringLiteral("dash")}, {}, programs.path() + QStringLiteral(":/usr/sbin:/usr/bin:/sbin:/bin"));
        QVERIFY(ran.finished);
        QVERIFY(timer.elapsed() < 45'000);
        QVERIFY(ran.out.size() < 24 * 1024 * 1024);
        const auto answer = parseAnswer(ran.out);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().text()));
        const Facts facts = factsFrom(*answer);
        QCOMPARE(facts.gpus.gap().reason, Gap::Reason::TimedOut);
        QVERIFY(!facts.containers);
    }

    void secretsOfProcesses_neverLeaveTheServer()
    {
        // Looks like a notebook and a model server; the arguments are the secrets.
        QProcess process;
        process.start(QStringLiteral("sh"),
                      {QStringLiteral("-c"), QStringLiteral("sleep 60; :"), QStringLiteral("jupyter-lab"),
                       QStringLiteral("--ServerApp.token=kestrel-one two"), QStringLiteral("--api-key"),
                       QStringLiteral("kestrel-three four"), QStringLiteral("--token"), QString(),
                       QStringLiteral("--ip"), QStringLiteral("0.0.0.0")},
                      QIODevice::NotOpen);
        QVERIFY(process.waitForStarted());
        for (const QStringList &shell : shells()) {
            const Ran ran = runIn(shell, {});
            QVERIFY(ran.finished);
            QVERIFY2(!ran.out.contains("kestrel"), qPrintable(shell.join(u' ')));
            QVERIFY(ran.out.contains("jupyter-lab --ServerApp.token=**** --api-key **** --token '' --ip 0.0.0.0"));
        }
        process.kill();
        process.waitForFinished();
    }
};

GW_REGISTER_TEST(ScriptTest)
#include "scripttest.moc"
