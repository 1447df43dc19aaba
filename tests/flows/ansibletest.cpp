// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/ansibleexport.h"
#include "backend/apply/apply.h"
#include "tests/flows/labclient.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>

using namespace gw;
using namespace Qt::StringLiterals;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::Ran;
using gw::test::runToEnd;

namespace {

/// Everything of a server that a plan may change, in lines.
struct Seen {
    QSet<QByteArray> files; ///< of /etc: content, mode, owner, target
    QByteArray rules;
    friend bool operator==(const Seen &, const Seen &) = default;
};

/// What became of the files between two looks. Host keys and the like differ between two clones from the beginning.
struct Became {
    QSet<QByteArray> gone;
    QSet<QByteArray> come;
    friend bool operator==(const Became &, const Became &) = default;
};

QByteArray sorted(const QSet<QByteArray> &lines)
{
    QByteArrayList list(lines.cbegin(), lines.cend());
    std::sort(list.begin(), list.end());
    return list.join('\n');
}

} // namespace

/// A playbook does to a real server what the window does to its twin, and is as safe.
class AnsibleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"ansible-playbook"_s).isEmpty())
            gw::test::skipAll(u"there is no ansible-playbook here"_s);
        m_window = LabServer::own(u"plain"_s, u"ansible-window"_s);
        m_book = LabServer::own(u"plain"_s, u"ansible-book"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_window.get(), m_book.get()});
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_book.reset();
    }

    void fileThatIsNotAsThePlanSawIt_stopsEverything_onTheOtherServersToo()
    {
        Plan plan = wholePlan();
        m_window->must(u"echo '# somebody was here' >>/etc/nginx/nginx.conf"_s);
        const Seen window = seen(*m_window);
        const Seen book = seen(*m_book);
        const Ran ran = played(plan, {m_window.get(), m_book.get()}); // the first is the canary
        QVERIFY2(ran.exitCode > 0, ran.all().constData());
        QVERIFY2(ran.out.contains("/etc/nginx/nginx.conf is not as the plan saw it"), ran.all().constData());
        QVERIFY2(seen(*m_window) == window && seen(*m_book) == book, ran.all().constData());
        QCOMPARE(traces(*m_window), QByteArray());
        m_window->must(u"sed -i '$d' /etc/nginx/nginx.conf"_s);
    }

    void checkThatFails_bringsEverythingBack()
    {
        Plan plan = wholePlan();
        plan.steps.append({u"fails"_s, Check{Check::Kind::Command, "echo 'not today' >&2; false"}, u"It fails"_s, {}});
        const Seen before = seen(*m_book);
        const Ran ran = played(plan, {m_book.get()});
        QVERIFY2(ran.exitCode > 0, ran.all().constData());
        QVERIFY2(ran.out.contains("The change was taken back. step 12 failed") && ran.out.contains("not today"),
                 ran.all().constData());
        cameBack(before, ran);
    }

    void checkOfStagedFilesThatFails_changesNothing()
    {
        Plan plan = wholePlan();
        std::get<WriteFile>(plan.steps[2].change).after += "no such directive;\n";
        const Seen before = seen(*m_book);
        const Ran ran = played(plan, {m_book.get()});
        QVERIFY2(ran.exitCode > 0 && ran.out.contains("checkfailed nginx"), ran.all().constData());
        QVERIFY2(!ran.out.contains("Arm the way back"), ran.all().constData());
        cameBack(before, ran);
    }

    void fileThatItsCheckerRefuses_isNotEvenPrepared()
    {
        Plan plan = wholePlan();
        std::get<WriteFile>(plan.steps[1].change).after = "dev ALL=(root NOPASSWD: ALL\n";
        const Seen before = seen(*m_book);
        const Ran ran = played(plan, {m_book.get()});
        QVERIFY2(ran.exitCode > 0 && ran.out.contains("failed to validate"), ran.all().constData());
        cameBack(before, ran);
    }

    void proofThatFails_bringsEverythingBack()
    {
        Plan plan = wholePlan();
        plan.proofs.append(PortProof{2222, PortProof::Expect::Open});
        const Seen before = seen(*m_book);
        const Ran ran = played(plan, {m_book.get()});
        QVERIFY2(ran.exitCode > 0 && ran.out.contains("Port 2222 must be open"), ran.all().constData());
        cameBack(before, ran);
    }

    /// No task can take it back any more: the server does it.
    void lockOut_comesBackByItself()
    {
        Plan plan = wholePlan();
        plan.steps[7] = step(u"allow"_s, RunCommand{"ufw allow 80/tcp", {}, {}, true});
        const Seen before = seen(*m_book);
        const Ran ran = played(plan, {m_book.get()});
        QVERIFY2(ran.exitCode > 0 && ran.out.contains("unreachable=1"), ran.all().constData());
        const QString id = QString::fromUtf8(m_book->must(u"ls /var/lib/gatewright/armed"_s).trimmed());
        m_book->must(
            u"sh /var/lib/gatewright/armed/%1/guard.sh extend %1 1"_s.arg(id)); // no need to wait for all of it
        QTRY_COMPARE_WITH_TIMEOUT(m_book->exec(u"ls /var/lib/gatewright/reverted"_s).out.trimmed(), id.toUtf8(),
                                  120'000);
        m_book->must(u"sh /var/lib/gatewright/reverted/%1/guard.sh forget %1"_s.arg(id));
        cameBack(before, ran);
    }

    /// The law of the export, and its last test: from here on both servers are changed.
    void playbookAndWindow_endInTheSameState_andASecondRunDoesNothing()
    {
        const Seen windowBefore = seen(*m_window);
        const Seen bookBefore = seen(*m_book);
        QCOMPARE(bookBefore.rules, windowBefore.rules);
        const Plan plan = wholePlan();
        applyFromHere(plan);
        const Ran ran = played(plan, {m_book.get()});
        QVERIFY2(ran.exitCode == 0, ran.all().constData());

        const Seen window = seen(*m_window);
        const Seen book = seen(*m_book);
        const Became byWindow = became(windowBefore, window);
        const Became byBook = became(bookBefore, book);
        QVERIFY(byWindow.come.size() >= 6 && !byWindow.gone.isEmpty());
        QCOMPARE(sorted(byBook.come), sorted(byWindow.come));
        QCOMPARE(sorted(byBook.gone), sorted(byWindow.gone));
        QVERIFY(window.rules != windowBefore.rules);
        QCOMPARE(book.rules, window.rules);
        QCOMPARE(traces(*m_window), QByteArray());
        QCOMPARE(traces(*m_book), QByteArray());

        const Ran again = played(plan, {m_book.get()});
        QVERIFY2(again.exitCode == 0, again.all().constData());
        QVERIFY2(again.out.contains("changed=0"), again.all().constData());
        QCOMPARE(seen(*m_book), book);
    }

private:
    static const QByteArray &linkPath()
    {
        static const QByteArray path = "/etc/gatewright's {{ 7 * 7 }} \"link\"";
        return path;
    }

    /// A step of each kind that needs no network, on what every server has.
    Plan wholePlan() const
    {
        const RemotePath dropIn(QByteArray("/etc/ssh/sshd_config.d/00-gatewright.conf"));
        const RemotePath sudoers(QByteArray("/etc/sudoers.d/gatewright"));
        const RemotePath nginx(QByteArray("/etc/nginx/nginx.conf"));
        const RemotePath site(QByteArray("/etc/nginx/sites-enabled/default"));
        const RemotePath issue(QByteArray("/etc/issue"));
        const auto shell = m_client->connected(*m_book, u"ops"_s);
        const auto states = readFileStates(*shell, {dropIn, sudoers, nginx, site, issue}, {}, {});
        if (!states)
            qFatal("%s", qPrintable(states.error().text()));
        WriteFile port{dropIn, states->value(dropIn), "PermitRootLogin prohibit-password\nX11Forwarding no\n", {}};
        WriteFile may{sudoers, states->value(sudoers), "dev ALL=(root) NOPASSWD: /usr/bin/true\n",
                      FileAttributes{0440, "root", "root"}};
        WriteFile comment{nginx, states->value(nginx), states->value(nginx).content + "# {{ 7 * 7 }}\n", {}};
        RunCommand allow{"ufw allow 22/tcp", QByteArray("ufw delete allow 22/tcp"), {}, true};
        RunCommand enable{"ufw --force enable", QByteArray("ufw --force disable"), {}, true};
        using Verb = ServiceAction::Verb;
        Plan plan;
        plan.host = HostId(u"lab"_s);
        plan.title = u"{{ 7 * 7 }} things"_s;
        plan.steps = {
            step(u"sshd"_s, port),
            step(u"sudoers"_s, may),
            step(u"nginx"_s, comment),
            step(u"site"_s, RemoveFile{site, states->value(site)}),
            step(u"link"_s, LinkFile{RemotePath(linkPath()), {}, "hosts"}),
            step(u"mode"_s, SetAttributes{issue, states->value(issue).attributes, {0640, "root", "adm"}}),
            step(u"check nginx"_s, Check{Check::Kind::Nginx}),
            step(u"allow"_s, allow),
            step(u"enable"_s, enable),
            step(u"reload nginx"_s, ServiceAction{ServiceUnit(u"nginx.service"_s), Verb::Reload}),
            step(u"reload ssh"_s, ServiceAction{ServiceUnit(u"ssh.service"_s), Verb::Reload}),
        };
        plan.proofs = {LoginProof{}, LoginProof{u"dev"_s, 22}, PortProof{22, PortProof::Expect::Open},
                       PortProof{80, PortProof::Expect::Closed}, UnitProof{ServiceUnit(u"ssh.service"_s)}};
        return plan;
    }
    static Step step(const QString &id, const Change &change) { return {id, change, u"{{ 7 * 7 }}"_s, {}}; }

    void applyFromHere(const Plan &plan) const
    {
        const auto shell = m_client->connected(*m_window, u"ops"_s);
        ApplyOptions options;
        options.transaction = newTransactionId();
        options.holder = u"the test"_s;
        const auto applied = apply(*shell, {}, plan, options, [](const ApplyProgress &) {}, {});
        if (!applied || !std::holds_alternative<Armed>(*applied))
            qFatal("%s", applied ? "not armed" : qPrintable(applied.error().text()));
        const auto second = m_client->connected(*m_window, u"ops"_s);
        if (const auto kept = keep(*second, {}, options.transaction, {}); !kept)
            qFatal("%s", qPrintable(kept.error().text()));
    }

    Ran played(const Plan &plan, const QList<const LabServer *> &servers) const
    {
        QList<AnsibleHost> hosts;
        for (const LabServer *server : servers)
            hosts.append({u"server"_s, server->address(), u"ops"_s, server->value(u"PORT"_s).toUShort()});
        const auto files = ansibleExportOf(plan, hosts);
        if (!files)
            qFatal("%s", qPrintable(files.error().text()));
        const QString folder = m_client->file(u"playbook"_s);
        QDir(folder).removeRecursively();
        for (const ExportedFile &file : *files) {
            QDir().mkpath(QFileInfo(folder + u'/' + file.name).path());
            gw::test::writeFile(folder + u'/' + file.name, file.content);
        }
        return runToEnd(u"ansible-playbook"_s, {u"-i"_s, folder + u"/inventory.yml"_s, folder + u"/site.yml"_s}, {},
                        {u"HOME="_s + m_client->folder(), u"LC_ALL=C.UTF-8"_s, u"ANSIBLE_NOCOLOR=1"_s,
                         u"ANSIBLE_SSH_COMMON_ARGS=-F "_s + m_client->config(),
                         u"ANSIBLE_SSH_ARGS=-o ControlMaster=auto -o ControlPersist=5s"_s});
    }

    void cameBack(const Seen &before, const Ran &ran) const
    {
        const Became difference = became(before, seen(*m_book));
        const QByteArray said = sorted(difference.gone) + "\n->\n" + sorted(difference.come) + '\n' + ran.all();
        QVERIFY2(difference == Became(), said.constData());
        QCOMPARE(seen(*m_book).rules, before.rules);
        QCOMPARE(traces(*m_book), QByteArray());
    }

    static Seen seen(const LabServer &server)
    {
        Seen seen;
        const QByteArray lines =
            server.must(u"cd /etc && find . -type f -exec sha256sum {} + && find . -printf '%p %y %m %u %g %l\\n'"_s);
        const QByteArrayList list = lines.split('\n');
        seen.files = QSet<QByteArray>(list.cbegin(), list.cend());
        seen.rules = server.must(u"nft -s list ruleset"_s);
        return seen;
    }
    static Became became(const Seen &before, const Seen &after)
    {
        return {before.files - after.files, after.files - before.files};
    }
    /// What the guard has left.
    static QByteArray traces(const LabServer &server)
    {
        return server.must(u"ls -d /var/lib/gatewright /etc/systemd/system/gatewright* 2>/dev/null; "
                           "systemctl list-units --all --plain --no-legend 'gatewright*'"_s);
    }

    std::unique_ptr<LabServer> m_window, m_book;
    std::unique_ptr<LabClient> m_client;
};

GW_REGISTER_TEST(AnsibleTest)
#include "ansibletest.moc"
