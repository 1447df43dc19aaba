// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/plan.h"
#include "tests/plan/randomplan.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;
using Verb = ServiceAction::Verb;

namespace {

FileState regular(const QByteArray &content)
{
    return {FileState::Kind::Regular, content, {}, {}};
}

Plan planOf(const QList<Change> &changes)
{
    Plan plan{HostId(u"local"_s), u"Harden *SSH*"_s, {}, {LoginProof{u"ada"_s, 2222}}, {u"Mind the gap"_s}, {}};
    for (const Change &change : changes)
        plan.steps.append({QString::number(plan.steps.size()), change, u"because <b>"_s, {}});
    return plan;
}

} // namespace

class PlanWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void change_isNamedAndWrittenAsAPersonWouldTypeIt_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QByteArray>("command");
        const auto row = [](const Change &change, const QString &title, const QByteArray &command) {
            QTest::newRow(qPrintable(title)) << change << title << command;
        };
        const RemotePath path(u"/etc/my file");
        row(WriteFile{path, regular("a"), "b", {}, {}}, u"Write /etc/my file"_s, "/etc/my file");
        row(WriteFile{path, {}, "b", {}, {}}, u"Create /etc/my file"_s, "/etc/my file");
        row(RemoveFile{path, regular("a"), {}}, u"Remove /etc/my file"_s, "rm '/etc/my file'");
        row(LinkFile{path, {}, "../a"}, u"Link /etc/my file to ../a"_s, "ln -sfn ../a '/etc/my file'");
        row(SetAttributes{path, {}, {0600, "ada", "www"}}, u"Set /etc/my file to 0600 ada:www"_s,
            "chown ada:www '/etc/my file' && chmod 0600 '/etc/my file'");
        row(InstallPackage{u"fail2ban"_s}, u"Install fail2ban"_s, "apt-get install fail2ban # or dnf, apk, pacman");
        row(RunCommand{"ufw allow 22", {}}, u"Run ufw allow 22"_s, "ufw allow 22");
        row(ServiceAction{ServiceUnit(u"ssh.service"_s)}, u"Reload ssh"_s, "systemctl reload ssh.service");
        row(ServiceAction{ServiceUnit(u"supervisor:qwen"_s), Verb::Restart}, u"Restart supervisor:qwen"_s,
            "supervisorctl restart qwen");
        row(ServiceAction{{}, Verb::DaemonReload}, u"Let systemd read its units again"_s, "systemctl daemon-reload");
        row(Check{Check::Kind::Sshd}, u"Check: sshd -t"_s, "sshd -t");
        row(WaitFor{"curl -f x"}, u"Wait for: curl -f x"_s, "until curl -f x; do sleep 1; done");
    }
    void change_isNamedAndWrittenAsAPersonWouldTypeIt()
    {
        QFETCH(Change, change);
        QFETCH(QString, title);
        QFETCH(QByteArray, command);
        QCOMPARE(titleOf(change), title);
        QCOMPARE(commandOf(change), command);
    }

    void proof_isNamed()
    {
        QCOMPARE(titleOf(Proof(LoginProof())), u"Log in once more"_s);
        QCOMPARE(titleOf(Proof(LoginProof{u"ada"_s, 2222})), u"Log in as ada, on port 2222"_s);
        QCOMPARE(titleOf(Proof(PortProof{80, PortProof::Expect::Closed})), u"Port 80 is closed"_s);
        QCOMPARE(titleOf(Proof(UrlProof{u"https://a/"_s, 401})), u"https://a/ answers 401"_s);
        QCOMPARE(titleOf(Proof(UnitProof{ServiceUnit(u"nginx.service"_s)})), u"nginx is active"_s);
    }

    void titles_cannotActOnATerminal()
    {
        const Change change = RunCommand{"a\x1b[2J\nb", {}};
        QCOMPARE(titleOf(change), u"Run a␛[2J␊b"_s);
    }

    void summary_countsFilesOnce_andNamesWhatRestarts()
    {
        const RemotePath path(u"/etc/a");
        const PlanSummary summary = summaryOf(planOf({
            WriteFile{path, regular("a"), "b", {}, {}},
            SetAttributes{path, {}, {}},
            InstallPackage{u"fail2ban"_s},
            RunCommand{"with undo", "undo"},
            RunCommand{"touching", {}, {path}},
            RunCommand{"for good", {}},
            ServiceAction{ServiceUnit(u"nginx.service"_s), Verb::Restart},
            ServiceAction{ServiceUnit(u"nginx.service"_s), Verb::Restart},
            ServiceAction{ServiceUnit(u"ssh.service"_s)},
        }));
        QCOMPARE(summary, (PlanSummary{1, 4, {u"nginx"_s}, {u"ssh"_s}, {u"for good"_s}}));
    }

    void markdown_isWhole()
    {
        Plan plan = planOf({WriteFile{RemotePath(u"/etc/a"), regular("old\n"), "new\n", {}, {}},
                            RunCommand{"ufw allow 22", "ufw delete allow 22"}});
        plan.window = std::chrono::seconds(90);
        const QByteArray wanted = R"(# Harden \*SSH\*

- Server: gpu\-1
- Files: 1
- Commands: 1
- The old state returns by itself unless the change is confirmed within 90 seconds\.

## To know before

- Mind the gap

## Steps

### 1. Write /etc/a

because \<b\>

```diff
--- a/etc/a
+++ b/etc/a
@@ -1 +1 @@
-old
+new
```

### 2. Run ufw allow 22

because \<b\>

```sh
ufw allow 22
```

The way back:

```sh
ufw delete allow 22
```

## Tried before it is kept

- Log in as ada, on port 2222
)";
        QCOMPARE(markdownOf(plan, u"gpu-1"_s), wanted);
    }

    void markdown_leavesSecretsOut()
    {
        const RemotePath path(u"/etc/key");
        const Plan plan = planOf({WriteFile{path, regular("old CANARY"), "new CANARY", {}, Secrecy::Secret},
                                  RemoveFile{path, regular("old CANARY"), Secrecy::Secret}});
        QVERIFY(!markdownOf(plan, {}).contains("CANARY"));
    }

    void content_cannotLeaveItsFence()
    {
        const QByteArray hostile = "```\n# I am the plan\n````\n";
        const QByteArray text = markdownOf(planOf({WriteFile{RemotePath(u"/a"), {}, hostile, {}, {}}}), {});
        QVERIFY(text.contains("`````diff\n"));
        QVERIFY(!text.contains("\n# I am the plan"));
    }

    void everyPlan_hasWords()
    {
        for (quint32 seed = 0; seed < 200; ++seed) {
            const Plan plan = test::RandomPlan(seed).plan();
            for (const Step &step : plan.steps) {
                QVERIFY(!titleOf(step.change).isEmpty());
                QVERIFY(!commandOf(step.change).isEmpty());
            }
            for (const Proof &proof : plan.proofs)
                QVERIFY(!titleOf(proof).isEmpty());
            QVERIFY(!markdownOf(plan, u"x"_s).isEmpty());
        }
    }
};

GW_REGISTER_TEST(PlanWordsTest)
#include "planwordstest.moc"
