// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/report.h"
#include "tests/findings/serverfacts.h"
#include "tests/support/testmain.h"

#include <algorithm>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

Facts with(const std::function<void(Facts &)> &change)
{
    return FactsBuilder().with(change).facts();
}

QString outcome(const char *id, const std::function<void(Facts &)> &change)
{
    return outcomeOf(rule(QString::fromLatin1(id)), with(change));
}

SupervisorProgram program(const QString &user)
{
    SupervisorProgram result;
    result.name = UntrustedText(u"qwen-chat"_s);
    result.command = UntrustedText(u"python3 -m vllm.entrypoints.openai.api_server --port 3001"_s);
    result.user = UntrustedText(user);
    result.file = RemotePath(QByteArray("/etc/supervisor/conf.d/qwen-chat.conf"));
    result.line = 1;
    return result;
}

SystemdUnit unit(const QString &name, const QString &state)
{
    SystemdUnit result;
    result.name = UntrustedText(name);
    result.activeState = UntrustedText(state);
    result.fragment = RemotePath(QString(u"/etc/systemd/system/%1"_s.arg(name)));
    return result;
}

Fail2banFacts fail2ban(const QString &state, bool enabled = true)
{
    Fail2banFacts result;
    result.enabled = enabled;
    result.activeState = UntrustedText(state);
    FileFact file;
    file.path = RemotePath(QByteArray("/etc/fail2ban/jail.local"));
    file.content = "[sshd]\nenabled = true\nlogpath = /var/log/auth.log\n";
    result.files = {file};
    result.lastLog = UntrustedText(u"ERROR   Failed during configuration: Have not found any log file for sshd jail"_s);
    return result;
}

UserAccount account(const QString &name, quint32 uid)
{
    UserAccount user;
    user.name = UntrustedText(name);
    user.uid = uid;
    user.hasPassword = true;
    return user;
}

} // namespace

class ServiceRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void supervisorProgramWithoutUser_isHigh()
    {
        const auto supervisor = [](const QString &user) {
            return outcome("services.supervisor-root",
                           [&](Facts &facts) { facts.services.supervisor = QList<SupervisorProgram>{program(user)}; });
        };
        QCOMPARE(supervisor({}), u"high"_s);
        QCOMPARE(supervisor(u"root"_s), u"high"_s);
        QCOMPARE(supervisor(u"qwen-user"_s), u"passed"_s);
        QCOMPARE(outcome("services.supervisor-root",
                         [](Facts &facts) {
                             facts.services.supervisor = Gap{Gap::Reason::NotInstalled, {}};
                         }),
                 u"not applicable"_s);
        QCOMPARE(outcome("services.supervisor-root",
                         [](Facts &facts) {
                             facts.services.supervisor = Gap{Gap::Reason::NeedsRoot, {}};
                         }),
                 u"not checked"_s);
    }

    void applicationThatListensAsRoot_isHigh()
    {
        const auto listens = [](const Listener &listener) {
            return outcome("services.runs-as-root", [&](Facts &facts) { facts.listeners = QList<Listener>{listener}; });
        };
        QCOMPARE(listens(listening(u"127.0.0.1"_s, 8000, u"python3"_s, u"root"_s)), u"high"_s);
        QCOMPARE(listens(listening(u"127.0.0.1"_s, 11434, u"ollama"_s, u"root"_s)), u"high"_s);
        QCOMPARE(listens(listening(u"127.0.0.1"_s, 8000, u"python3"_s, u"qwen-user"_s)), u"passed"_s);
        QCOMPARE(listens(listening(u"0.0.0.0"_s, 443, u"nginx"_s, u"root"_s)), u"passed"_s);
        QCOMPARE(listens(listening(u"0.0.0.0"_s, 22, u"sshd"_s, u"root"_s)), u"passed"_s);
    }

    void rootInAContainer_isMedium()
    {
        QCOMPARE(outcome("services.runs-as-root",
                         [](Facts &facts) {
                             Listener listener = listening(u"127.0.0.1"_s, 8000, u"python3"_s, u"root"_s);
                             listener.container = UntrustedText(u"qwen"_s);
                             facts.listeners = QList<Listener>{listener};
                         }),
                 u"medium"_s);
    }

    void aiServiceInAContainer_isNotRootOnTheServer()
    {
        AiService service;
        service.kind = AiService::Kind::Vllm;
        service.pid = 40;
        service.user = UntrustedText(u"root"_s);
        service.container = UntrustedText(u"qwen\x1b"_s);
        service.commandLine = program({}).command;
        const Facts facts = with([&](Facts &facts) {
            facts.listeners = QList<Listener>{};
            facts.aiServices = QList<AiService>{service};
            // The same command, started by the server's own supervisor and cron, is another process.
            facts.services.supervisor = QList<SupervisorProgram>{program({})};
            ScheduledJob job;
            job.command = service.commandLine;
            job.file = RemotePath(QByteArray("/etc/crontab"));
            facts.services.schedule = QList<ScheduledJob>{job};
        });
        const QList<Finding> findings = findingsOf(rule(u"services.runs-as-root"_s), facts);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().severity, Severity::Medium);
        QVERIFY(findings.first().title.contains(u"in the container qwen"_s));
        QVERIFY(!findings.first().title.contains(u'\x1b'));
        QVERIFY(findings.first().where.file.isEmpty());
    }

    void proxyOfAContainerEngine_isNoServiceThatRunsAsRoot()
    {
        AiService service;
        service.kind = AiService::Kind::Vllm;
        service.pid = 40;
        service.user = UntrustedText(u"vllm"_s);
        service.container = UntrustedText(u"qwen"_s);
        const Facts facts = with([&](Facts &facts) {
            Listener listener = listening(u"0.0.0.0"_s, 8000, u"docker-proxy"_s, u"root"_s);
            listener.container = service.container;
            facts.listeners = QList<Listener>{listener};
            facts.aiServices = QList<AiService>{service};
        });
        QCOMPARE(outcomeOf(rule(u"services.runs-as-root"_s), facts), u"passed"_s);
    }

    void hiddenSupervisorFile_isNotPassed()
    {
        const UnreadFile hidden{UnreadFile::Topic::Supervisor, RemotePath(QByteArray("/etc/supervisor/conf.d")),
                                Gap{Gap::Reason::NeedsRoot, {}}};
        const auto supervisor = [&](const QString &user) {
            return outcome("services.supervisor-root", [&](Facts &facts) {
                facts.services.supervisor = QList<SupervisorProgram>{program(user)};
                facts.unreadFiles = {hidden};
            });
        };
        QCOMPARE(supervisor(u"qwen"_s), u"not checked"_s);
        QCOMPARE(supervisor(u"root"_s), u"high, the rest not checked"_s);
    }

    void hiddenOwners_leaveServicesNotChecked()
    {
        // 7860 may be anything: without root nobody sees whose it is.
        const auto listeners = [](Facts &facts) {
            facts.access.isRoot = false;
            facts.listeners = QList<Listener>{listening(u"0.0.0.0"_s, 8000, u"python3"_s)};
            Listener hidden;
            hidden.address = QHostAddress(u"0.0.0.0"_s);
            hidden.port = 7861;
            facts.listeners->append(hidden);
            facts.aiServices = QList<AiService>{};
            withoutFirewall(facts);
        };
        const Facts facts = with(listeners);
        QCOMPARE(outcomeOf(rule(u"services.runs-as-root"_s), facts), u"high, the rest not checked"_s);
        QCOMPARE(outcomeOf(rule(u"services.listens-on-all-addresses"_s), facts), u"not checked"_s);
        const Review result = review(facts);
        const auto found =
            std::find_if(result.notChecked.cbegin(), result.notChecked.cend(),
                         [](const RuleStatus &each) { return each.rule.text() == u"services.runs-as-root"_s; });
        QVERIFY(found != result.notChecked.cend());
        QCOMPARE(found->reason, u"the rest: needs root"_s);
        QVERIFY(textReport(result, {}).contains("the rest: needs root"));
    }

    void proofOfAPort_isWhatSsPrints()
    {
        const Facts facts = with([](Facts &facts) {
            Listener v6 = listening(u"::"_s, 8000, u"python3"_s);
            facts.listeners = QList<Listener>{v6, listening(u"0.0.0.0"_s, 8000, u"python3"_s)};
            withoutFirewall(facts);
        });
        const Finding finding = findingsOf(rule(u"exposure.open-port"_s), facts).value(0);
        QCOMPARE(finding.proof.size(), 2);
        QCOMPARE(finding.proof[0].command, u"ss -Hlnt 'sport = :8000' | awk '{print $4}' | sort -u"_s);
        QCOMPARE(finding.proof[0].output.raw(), u"0.0.0.0:8000\n[::]:8000"_s);
        QCOMPARE(finding.proof[1].command, u"stat -c %U /proc/9000; tr '\\0' ' ' </proc/9000/cmdline"_s);
        QCOMPARE(finding.proof[1].output.raw(), u"root\npython3 --port 8000"_s);
    }

    void proofOfSupervisor_isTheSectionAsItStands()
    {
        const Facts facts = with([](Facts &facts) {
            SupervisorProgram one = program({});
            one.line = 2;
            FileFact file;
            file.path = one.file;
            file.content = "\n[program:one]\ncommand = python3 x\nautostart=true\n\n[program:two]\nuser=qwen\n";
            facts.services.supervisor = QList<SupervisorProgram>{one};
            facts.services.supervisorFiles = {file};
        });
        const Evidence proof = findingsOf(rule(u"services.supervisor-root"_s), facts).value(0).proof.value(0);
        QVERIFY(proof.command.startsWith(u"sed -n 2,5p "_s));
        QCOMPARE(proof.output.raw(), u"[program:one]\ncommand = python3 x"_s);
    }

    void processOfASupervisorProgram_isNamedOnce()
    {
        const Facts facts = with([](Facts &facts) {
            Listener listener = listening(u"0.0.0.0"_s, 3001, u"python3"_s, u"root"_s);
            listener.commandLine = program({}).command;
            facts.listeners = QList<Listener>{listener};
            facts.services.supervisor = QList<SupervisorProgram>{program({})};
        });
        QCOMPARE(outcomeOf(rule(u"services.runs-as-root"_s), facts), u"passed"_s);
        QCOMPARE(outcomeOf(rule(u"services.supervisor-root"_s), facts), u"high"_s);
    }

    void unitWithoutUser_isNamedByItsFile()
    {
        const Facts facts = with([](Facts &facts) {
            Listener listener = listening(u"0.0.0.0"_s, 8888, u"python3"_s, u"root"_s);
            listener.unit = UntrustedText(u"jupyter.service"_s);
            facts.listeners = QList<Listener>{listener};
            facts.services.units = QList<SystemdUnit>{unit(u"jupyter.service"_s, u"active"_s)};
        });
        QCOMPARE(findingsOf(rule(u"services.runs-as-root"_s), facts).first().where.file.shown(),
                 u"/etc/systemd/system/jupyter.service"_s);
    }

    void hiddenOwners_areNotPassed()
    {
        const Facts facts =
            FactsBuilder()
                .notRoot()
                .with([](Facts &facts) { facts.listeners = QList<Listener>{listening(u"0.0.0.0"_s, 3001, {}, {})}; })
                .facts();
        QCOMPARE(outcomeOf(rule(u"services.runs-as-root"_s), facts), u"not checked"_s);
    }

    void aiServiceOnAllAddresses_isMediumEvenBehindAFirewall()
    {
        const auto listens = [](const QString &address) {
            return outcome("services.listens-on-all-addresses", [&](Facts &facts) {
                facts.listeners = QList<Listener>{listening(address, 11434, u"ollama"_s, u"ollama"_s)};
                withUfw(facts, {});
            });
        };
        QCOMPARE(listens(u"0.0.0.0"_s), u"medium"_s);
        QCOMPARE(listens(u"::"_s), u"medium"_s);
        QCOMPARE(listens(u"127.0.0.1"_s), u"passed"_s);
    }

    void fail2banThatFailed_isHigh_andNamesTheLogPath()
    {
        const Facts facts = with([](Facts &facts) { facts.fail2ban = fail2ban(u"failed"_s); });
        const QList<Finding> findings = findingsOf(rule(u"services.fail2ban-dead"_s), facts);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().severity, Severity::High);
        QCOMPARE(findings.first().where.line, 3);
        QVERIFY(findings.first().explanation.contains(u"backend = systemd"_s));
        QVERIFY(findings.first().proof.first().output.raw().contains(u"Have not found any log file"_s));
    }

    void fail2ban_isJudgedByItsState()
    {
        const auto state = [](const QString &state, bool enabled) {
            return outcome("services.fail2ban-dead", [&](Facts &facts) { facts.fail2ban = fail2ban(state, enabled); });
        };
        QCOMPARE(state(u"active"_s, true), u"passed"_s);
        QCOMPARE(state(u"inactive"_s, true), u"high"_s);
        QCOMPARE(state(u"inactive"_s, false), u"passed"_s);
        QCOMPARE(state({}, true), u"not checked"_s);
    }

    void guessingOfPasswordsUnhindered_isMedium()
    {
        const QByteArray passwords = "PasswordAuthentication yes\nUsePAM yes\n";
        const Rule &missing = rule(u"services.fail2ban-missing"_s);
        QCOMPARE(outcomeOf(missing, FactsBuilder().sshdConfig(passwords).facts()), u"medium"_s);
        QCOMPARE(outcomeOf(missing, FactsBuilder().sshdConfig(passwords).fail2banRunning().facts()), u"passed"_s);
        QCOMPARE(outcomeOf(missing, FactsBuilder().facts()), u"not applicable"_s);
        QCOMPARE(outcomeOf(missing, FactsBuilder().notRoot().facts()), u"not checked"_s);
    }

    void failedUnit_isMedium_andFail2banHasItsOwnRule()
    {
        const auto failed = [](const QString &name, const QString &state) {
            return outcome("services.failed-unit",
                           [&](Facts &facts) { facts.services.units = QList<SystemdUnit>{unit(name, state)}; });
        };
        QCOMPARE(failed(u"model-sync.service"_s, u"failed"_s), u"medium"_s);
        QCOMPARE(failed(u"model-sync.service"_s, u"inactive"_s), u"passed"_s);
        QCOMPARE(failed(u"fail2ban.service"_s, u"failed"_s), u"passed"_s);
    }

    void securityUpdates_areHighWhereTheyFaceTheWorld()
    {
        const auto updates = [](const QStringList &names, const QString &virtualisation = u"kvm"_s) {
            return outcome("system.security-updates", [&](Facts &facts) {
                PackageFacts packages;
                packages.manager = UntrustedText(u"apt"_s);
                QList<Package> pending;
                for (const QString &name : names)
                    pending += Package{UntrustedText(name), UntrustedText(u"2.0"_s)};
                packages.securityUpdates = pending;
                facts.packages = packages;
                facts.system.virtualisation = UntrustedText(virtualisation);
            });
        };
        QCOMPARE(updates({}), u"passed"_s);
        QCOMPARE(updates({u"vim"_s}), u"medium"_s);
        QCOMPARE(updates({u"vim"_s, u"openssh-server"_s}), u"high"_s);
        QCOMPARE(updates({u"linux-image-amd64"_s}), u"high"_s);
        QCOMPARE(updates({u"linux-image-amd64"_s}, u"docker"_s), u"medium"_s);
        QCOMPARE(outcome("system.security-updates",
                         [](Facts &facts) {
                             PackageFacts packages;
                             packages.securityUpdates = Gap{Gap::Reason::Failed, {}};
                             facts.packages = packages;
                         }),
                 u"not checked"_s);
    }

    void oldPackageLists_areLow()
    {
        const auto age = [](int days) {
            return outcome("system.package-lists-old", [&](Facts &facts) {
                PackageFacts packages;
                packages.listsUpdated = facts.takenAt.addDays(-days);
                facts.packages = packages;
            });
        };
        QCOMPARE(age(1), u"passed"_s);
        QCOMPARE(age(30), u"low"_s);
    }

    void clock_isLowWithoutSynchronisation_mediumWhenWrong()
    {
        const auto clock = [](bool synchronised, int offSeconds) {
            return outcome("system.clock-not-synchronised", [&](Facts &facts) {
                facts.system.clockSynchronised = synchronised;
                facts.system.serverTime = facts.takenAt.addSecs(offSeconds);
            });
        };
        QCOMPARE(clock(true, 1), u"passed"_s);
        QCOMPARE(clock(false, 1), u"low"_s);
        QCOMPARE(clock(true, 3600), u"medium"_s);
        QCOMPARE(clock(true, -3600), u"medium"_s);
    }

    void neededReboot_isLow()
    {
        QCOMPARE(outcome("system.reboot-required", [](Facts &facts) { facts.system.rebootRequired = true; }), u"low"_s);
        QCOMPARE(outcome("system.reboot-required", [](Facts &) {}), u"passed"_s);
    }

    void sudoWithoutPassword_isJudgedByWhomItConcerns()
    {
        const auto sudo = [](const QString &text) {
            return outcome("users.sudo-without-password", [&](Facts &facts) {
                facts.sudoRules = QList<SudoRule>{{RemotePath(QByteArray("/etc/sudoers.d/x")), 1, UntrustedText(text)}};
            });
        };
        QCOMPARE(sudo(u"ops ALL=(ALL:ALL) NOPASSWD: ALL"_s), u"info"_s);
        QCOMPARE(sudo(u"%sudo ALL=(ALL) NOPASSWD:ALL"_s), u"low"_s);
        QCOMPARE(sudo(u"ALL ALL=(ALL) NOPASSWD: ALL"_s), u"high"_s);
        QCOMPARE(sudo(u"ops ALL=(root) NOPASSWD: /usr/bin/systemctl restart qwen"_s), u"passed"_s);
        QCOMPARE(sudo(u"%sudo ALL=(ALL:ALL) ALL"_s), u"passed"_s);
        QCOMPARE(sudo(u"permit nopass :wheel"_s), u"low"_s);
        QCOMPARE(sudo(u"permit nopass ops cmd reboot"_s), u"passed"_s);
    }

    void secondRootAndEmptyPassword_areFound()
    {
        QCOMPARE(outcome("users.second-root", [](Facts &facts) { facts.users->append(account(u"toor"_s, 0)); }),
                 u"high"_s);
        QCOMPARE(outcome("users.second-root", [](Facts &) {}), u"passed"_s);
        QCOMPARE(outcome("users.empty-password",
                         [](Facts &facts) {
                             facts.users->append(account(u"guest"_s, 1500));
                             facts.users->last().emptyPassword = true;
                         }),
                 u"high"_s);
        QCOMPARE(outcome("users.empty-password",
                         [](Facts &facts) {
                             facts.users->last().hasPassword = Gap{Gap::Reason::NeedsRoot, {}};
                         }),
                 u"not checked"_s);
    }
};

GW_REGISTER_TEST(ServiceRulesTest)
#include "servicerulestest.moc"
