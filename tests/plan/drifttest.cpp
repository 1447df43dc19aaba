// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/drift.h"

#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;

namespace {

const RemotePath mainFile(QByteArray("/etc/ssh/sshd_config"));
const RemotePath dropIn(QByteArray("/etc/ssh/sshd_config.d/00-gatewright.conf"));
const RemotePath site(QByteArray("/etc/nginx/sites-enabled/app"));
const RemotePath jail(QByteArray("/etc/fail2ban/jail.local"));
const RemotePath keyFile(QByteArray("/home/ada/.ssh/authorized_keys"));

const QByteArray keyOne = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGmNBjXvHvTWhOuvjLdnbeN8DPIVjGqO4jFvlrvBuuCM one\n";
const QByteArray keyTwo =
    "from=\"10.0.0.0/8\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEiYDtX5Z4TgdgtbO0d4jOBlVNq7ImwvqwQqBbnTnRGE two\n";
const QByteArray keyThree = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl three\n";

FileState file(const QByteArray &content)
{
    return FileState{FileState::Kind::Regular, content, {}, {}};
}

const FileState missing;

FileFact fact(const RemotePath &path, const QByteArray &content)
{
    return FileFact{path, content, 0644, {}, {}};
}

UntrustedText text(const char *raw)
{
    return UntrustedText(QString::fromLatin1(raw));
}

/// A server as the survey reads it: sshd, nginx, fail2ban, one user.
Facts server()
{
    Facts facts;
    SshdFacts sshd;
    sshd.files = {fact(mainFile, "Port 22\n")};
    sshd.effective = SshdEffective::parse("port 22\npermitrootlogin yes\n");
    facts.sshd = sshd;
    NginxFacts nginx;
    nginx.tree = QList<FileFact>{fact(site, "server {}\n")};
    facts.nginx = nginx;
    Fail2banFacts fail2ban;
    fail2ban.files = {fact(jail, "[sshd]\npassword = ****\nenabled = true\n")};
    facts.fail2ban = fail2ban;
    facts.services.units = QList<SystemdUnit>();
    facts.services.supervisor = QList<SupervisorProgram>();
    facts.services.schedule = QList<ScheduledJob>();
    facts.listeners = QList<Listener>();
    facts.packages = PackageFacts();
    facts.sudoRules = QList<SudoRule>();
    facts.users = QList<UserAccount>();
    return facts;
}

void setFile(QList<FileFact> &files, const RemotePath &path, const QByteArray &content)
{
    files.removeIf([&path](const FileFact &each) { return each.path == path; });
    files.append(fact(path, content));
}

ChangeRecord kept(qint64 number, const QList<FileRecord> &files, const QList<Step> &steps = {})
{
    ChangeRecord record;
    record.number = number;
    record.outcome = Outcome::Kept;
    record.files = files;
    record.plan.steps = steps;
    return record;
}

Step step(const Change &change)
{
    return Step{u"step"_s, change, {}};
}

/// "12! File …" for proven, "12? …" for fitting, "- …" for what nobody explains.
QStringList outline(const QList<DriftItem> &items)
{
    QStringList lines;
    for (const DriftItem &item : items)
        lines.append(
            (item.explainedBy ? QString::number(*item.explainedBy) + (item.proven ? u"! "_s : u"? "_s) : u"- "_s) +
            item.change.subject);
    return lines;
}

void addUser(Facts &facts, const char *name, const QByteArray &keys)
{
    SurveyAnswer answer;
    const QByteArray path = keyFile.bytes();
    answer.sections = {
        SurveySection{"users", 0, false, false, QByteArray(name) + ":x:1000:1000::/home/ada:/bin/bash\n"},
        SurveySection{"keys.path " + QByteArray(name), 0, false, false, "there " + path},
        SurveySection{"keys.file " + path, 0, false, false, keys}};
    facts.users = factsFrom(answer).users;
}

} // namespace

class DriftTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutChanges_allDriftIsFromOutside()
    {
        Facts now = server();
        setFile(now.sshd->files, mainFile, "Port 2222\n");
        QCOMPARE(driftBetween(server(), server(), {}), QList<DriftItem>());
        const auto items = driftBetween(server(), now, {});
        QCOMPARE(outline(items), QStringList({u"- File /etc/ssh/sshd_config"_s}));
        QCOMPARE(items.first().change.after, text("Port 2222\n"));
    }

    void fileAsTheChangeLeftIt_isExplained()
    {
        Facts now = server();
        setFile(now.sshd->files, mainFile, "Port 2222\n");
        setFile(now.sshd->files, dropIn, "PermitRootLogin no\n");
        setFile(*now.nginx->tree, site, "server { listen 80; }\n");
        const auto items = driftBetween(server(), now,
                                        {kept(3, {fileRecordOf(mainFile, file("Port 22\n"), file("Port 2222\n"))}),
                                         kept(4, {fileRecordOf(dropIn, missing, file("PermitRootLogin no\n"))})});
        QCOMPARE(outline(items),
                 QStringList({u"- File /etc/nginx/sites-enabled/app"_s, u"3! File /etc/ssh/sshd_config"_s,
                              u"4! File /etc/ssh/sshd_config.d/00-gatewright.conf"_s}));
        QCOMPARE(items.at(1).change.before, text("Port 22\n")); // as the surveys saw it
    }

    void fileThatWasEditedAfterTheChange_isComparedWithWhatItLeft()
    {
        Facts now = server();
        setFile(now.sshd->files, mainFile, "Port 2222\nX11Forwarding yes\n");
        const auto items =
            driftBetween(server(), now, {kept(3, {fileRecordOf(mainFile, file("Port 22\n"), file("Port 2222\n"))})});
        QCOMPARE(outline(items), QStringList({u"- File /etc/ssh/sshd_config"_s}));
        QCOMPARE(items.first().change.before, text("Port 2222\n"));
        QCOMPARE(items.first().change.after, text("Port 2222\nX11Forwarding yes\n"));
    }

    void changeThatSomebodyRevertedByHand_isDrift()
    {
        const QList<ChangeRecord> changes{kept(3, {fileRecordOf(mainFile, file("Port 22\n"), file("Port 2222\n"))}),
                                          kept(4, {fileRecordOf(dropIn, missing, file("PermitRootLogin no\n"))})};
        const auto items = driftBetween(server(), server(), changes); // both surveys see the same
        QCOMPARE(outline(items), QStringList({u"- File /etc/ssh/sshd_config"_s,
                                              u"- File /etc/ssh/sshd_config.d/00-gatewright.conf"_s}));
        QCOMPARE(items.first().change.before, text("Port 2222\n"));
        QCOMPARE(items.last().change.kind, FactChange::Kind::Removed);
    }

    void removedFile_isExplained_oneThatCameBackIsNot()
    {
        const QList<ChangeRecord> changes{kept(3, {fileRecordOf(site, file("server {}\n"), missing)})};
        Facts now = server();
        now.nginx->tree->clear();
        QCOMPARE(outline(driftBetween(server(), now, changes)),
                 QStringList({u"3! File /etc/nginx/sites-enabled/app"_s}));
        setFile(*now.nginx->tree, site, "server { evil; }\n");
        const auto items = driftBetween(server(), now, changes);
        QCOMPARE(outline(items), QStringList({u"- File /etc/nginx/sites-enabled/app"_s}));
        QCOMPARE(items.first().change.kind, FactChange::Kind::Added);
    }

    void lastChangeOfAFile_decides()
    {
        const QList<ChangeRecord> changes{kept(3, {fileRecordOf(mainFile, file("Port 22\n"), file("Port 1\n"))}),
                                          kept(5, {fileRecordOf(mainFile, file("Port 1\n"), file("Port 2\n"))})};
        Facts now = server();
        setFile(now.sshd->files, mainFile, "Port 2\n");
        QCOMPARE(outline(driftBetween(server(), now, changes)), QStringList({u"5! File /etc/ssh/sshd_config"_s}));
        setFile(now.sshd->files, mainFile, "Port 1\n");
        QCOMPARE(outline(driftBetween(server(), now, changes)), QStringList({u"- File /etc/ssh/sshd_config"_s}));
    }

    void changeThatWasUndone_leavesNothing()
    {
        const QList<ChangeRecord> changes{kept(3, {fileRecordOf(mainFile, file("Port 22\n"), file("Port 1\n"))}),
                                          kept(4, {fileRecordOf(mainFile, file("Port 1\n"), file("Port 22\n"))})};
        QCOMPARE(driftBetween(server(), server(), changes), QList<DriftItem>());
    }

    void maskedFile_fitsButIsNotProven()
    {
        const FileState before = file("[sshd]\npassword = old\nenabled = true\n");
        const FileState after = file("[sshd]\npassword = hunter2\nenabled = false\n");
        const QList<ChangeRecord> changes{kept(3, {fileRecordOf(jail, before, after)})};
        Facts now = server();
        setFile(now.fail2ban->files, jail, "[sshd]\npassword = ****\nenabled = false\n");
        QCOMPARE(outline(driftBetween(server(), now, changes)), QStringList({u"3? File /etc/fail2ban/jail.local"_s}));
        setFile(now.fail2ban->files, jail, "[sshd]\npassword = ****\nenabled = 1\n");
        const auto items = driftBetween(server(), now, changes);
        QCOMPARE(outline(items), QStringList({u"- File /etc/fail2ban/jail.local"_s}));
        QVERIFY(!items.first().change.before.raw().contains(u"hunter2"));
    }

    void secretFile_isComparedByItsHash()
    {
        const FileState after = file("[sshd]\nenabled = false\n");
        FileRecord record = fileRecordOf(jail, file("x\n"), after, Secrecy::Secret);
        Facts now = server();
        setFile(now.fail2ban->files, jail, after.content);
        QCOMPARE(outline(driftBetween(server(), now, {kept(3, {record})})),
                 QStringList({u"3! File /etc/fail2ban/jail.local"_s}));
        setFile(now.fail2ban->files, jail, "[sshd]\n");
        QCOMPARE(outline(driftBetween(server(), now, {kept(3, {record})})),
                 QStringList({u"- File /etc/fail2ban/jail.local"_s}));
    }

    void lastLineFeed_isNoEdit()
    {
        Facts now = server();
        setFile(*now.nginx->tree, site, "server { listen 80; }\n");
        QCOMPARE(
            outline(driftBetween(server(), now,
                                 {kept(3, {fileRecordOf(site, file("server {}\n"), file("server { listen 80; }"))})})),
            QStringList({u"3! File /etc/nginx/sites-enabled/app"_s}));
    }

    void settingsOfSshd_followFromFilesThatAreExplained()
    {
        const QList<ChangeRecord> changes{kept(3, {fileRecordOf(dropIn, missing, file("PermitRootLogin no\n"))})};
        Facts now = server();
        setFile(now.sshd->files, dropIn, "PermitRootLogin no\n");
        now.sshd->effective = SshdEffective::parse("port 22\npermitrootlogin no\n");
        QCOMPARE(
            outline(driftBetween(server(), now, changes)),
            QStringList({u"3! File /etc/ssh/sshd_config.d/00-gatewright.conf"_s, u"3? SSH setting permitrootlogin"_s}));
        setFile(now.sshd->files, mainFile, "Port 22\nX11Forwarding yes\n"); // somebody else was there too
        QCOMPARE(outline(driftBetween(server(), now, changes)),
                 QStringList({u"- SSH setting permitrootlogin"_s, u"- File /etc/ssh/sshd_config"_s,
                              u"3! File /etc/ssh/sshd_config.d/00-gatewright.conf"_s}));
    }

    void keysOfAnAuthorizedKeysFile_areComparedOneByOne()
    {
        Facts before = server();
        Facts now = server();
        addUser(before, "ada", keyOne);
        addUser(now, "ada", keyOne + keyTwo);
        QCOMPARE(driftBetween(before, now, {}).size(), 1);
        const QList<ChangeRecord> changes{kept(3, {fileRecordOf(keyFile, file(keyOne), file(keyOne + keyTwo))})};
        const auto explained = driftBetween(before, now, changes);
        QCOMPARE(explained.size(), 1);
        QCOMPARE(explained.first().explainedBy.value_or(0), 3);
        QVERIFY(explained.first().proven);

        addUser(now, "ada", keyOne + keyTwo + keyThree); // somebody added one more
        const auto items = driftBetween(before, now, changes);
        QCOMPARE(items.size(), 2);
        QVERIFY(!items.first().explainedBy);
        QVERIFY(items.first().change.after.raw().contains(u"three"));
        QCOMPARE(items.last().explainedBy.value_or(0), 3);

        addUser(now, "ada", keyOne); // and this took ours away
        QCOMPARE(driftBetween(before, now, changes).first().change.kind, FactChange::Kind::Removed);
        QVERIFY(!driftBetween(before, now, changes).first().explainedBy);
    }

    void servicesThatTheChangeActedOn_fit()
    {
        SystemdUnit ours;
        ours.name = text("web.service");
        ours.enabled = text("enabled");
        ours.activeState = text("active");
        SystemdUnit theirs = ours;
        theirs.name = text("evil.service");
        Listener socket;
        socket.address = QHostAddress(u"127.0.0.1"_s);
        socket.port = 8000;
        socket.unit = ours.name;
        Listener other = socket;
        other.port = 9000;
        other.unit = theirs.name;
        Facts now = server();
        now.services.units = QList<SystemdUnit>{ours, theirs};
        now.listeners = QList<Listener>{socket, other};
        const auto items = driftBetween(
            server(), now,
            {kept(3, {}, {step(ServiceAction{ServiceUnit(u"web.service"_s), ServiceAction::Verb::Restart})})});
        QCOMPARE(outline(items),
                 QStringList({u"- Listening socket 127.0.0.1:9000/tcp"_s, u"- Service evil.service"_s,
                              u"3? Listening socket 127.0.0.1:8000/tcp"_s, u"3? Service web.service"_s}));
    }

    void packagesUsersAndRules_fitTheStepsThatMakeThem()
    {
        Facts before = server();
        Facts now = server();
        addUser(now, "web", keyThree);
        now.packages->installed = {Package{text("fail2ban"), text("1.0")}, Package{text("netcat"), text("1")}};
        before.firewall.ufwStatus = text("Status: inactive");
        now.firewall.ufwStatus = text("Status: active");
        const QList<ChangeRecord> changes{
            kept(3, {}, {step(InstallPackage{u"fail2ban"_s}), step(RunCommand{"useradd -r 'web'", {}})}),
            kept(4, {}, {step(RunCommand{"ufw enable", QByteArray("ufw disable"), {}, true})})};
        QStringList lines = outline(driftBetween(before, now, changes));
        QVERIFY(lines.takeFirst().startsWith(u"- SSH key")); // a command never explains who may log in
        QCOMPARE(lines, QStringList({u"- Package netcat"_s, u"3? User web"_s, u"3? Package fail2ban"_s,
                                     u"4? Firewall (ufw)"_s}));
    }

    void commandThatOnlyNamesAUser_explainsNothing()
    {
        Facts now = server();
        addUser(now, "web", {});
        const auto items = driftBetween(server(), now, {kept(3, {}, {step(RunCommand{"chown web /srv", {}})})});
        QCOMPARE(outline(items), QStringList({u"- User web"_s}));
    }
};

GW_REGISTER_TEST(DriftTest)
#include "drifttest.moc"
