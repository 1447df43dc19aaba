// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/survey/answers.h"

#include <QJsonDocument>

using namespace gw;
using gw::test::find;
using gw::test::named;
using gw::test::readFacts;

namespace {

const Listener *listenerOn(const Facts &facts, quint16 port, const char *address = nullptr)
{
    return find(facts.listeners, [&](const Listener &listener) {
        return listener.port == port && (!address || listener.address == QHostAddress(QString::fromLatin1(address)));
    });
}

const UserAccount *user(const Facts &facts, const char *name)
{
    return named(facts.users, name);
}

bool missing(const auto &known, Gap::Reason reason)
{
    return !known && known.gap().reason == reason;
}

} // namespace

/// What servers of many distributions answered, as facts.
class RecordedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAnswer_givesTheBasics_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = gw::test::answerNames();
        QVERIFY(names.size() >= 13);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << name;
    }

    void everyAnswer_givesTheBasics()
    {
        QFETCH(QString, name);
        const Facts facts = readFacts(name);
        QVERIFY2(name.startsWith(facts.system.osId.raw()), qPrintable(facts.system.osId.raw()));
        QVERIFY(!facts.system.osName.isEmpty());
        QVERIFY(!facts.system.kernel.isEmpty());
        QVERIFY(facts.system.cpus > 0);
        QVERIFY(facts.system.memoryTotal > 1'000'000'000);
        QVERIFY(facts.system.uptimeSeconds > 0);
        QVERIFY(facts.system.serverTime.isValid());
        QVERIFY(facts.users && !facts.users->isEmpty());
        QVERIFY(facts.packages && facts.packages->installed.size() >= 5);
        QVERIFY(facts.listeners && !facts.listeners->isEmpty());
        QVERIFY(facts.disks && !facts.disks->isEmpty());
        QVERIFY(facts.services.units && !facts.services.units->isEmpty());
        QVERIFY(facts.services.schedule && !facts.services.schedule->isEmpty());
        QVERIFY(facts.sshd && !facts.sshd->files.isEmpty());
        QVERIFY2(facts.sshd->version.raw().startsWith(QLatin1String("OpenSSH_")),
                 qPrintable(facts.sshd->version.raw()));
        QVERIFY(facts.sshd->version.raw().contains(u'p'));
        QVERIFY(facts.sshd->hostKeys && !facts.sshd->hostKeys->isEmpty());
        QVERIFY(facts.sshd->smallestModulus && *facts.sshd->smallestModulus >= 1024);
        const bool root = facts.access.isRoot;
        QCOMPARE(bool(facts.sshd->effective), root);
        QCOMPARE(facts.sshd->tested, root);
        QCOMPARE(facts.sshd->testPassed, root);
        if (root) {
            QVERIFY(facts.sshd->effective->has(QStringLiteral("passwordauthentication")));
            QVERIFY(facts.sshd->effectiveFor.contains(QStringLiteral("root")));
        }
        const SystemdUnit *ssh = find(facts.services.units, [](const SystemdUnit &unit) {
            return unit.name.raw().startsWith(QLatin1String("ssh"));
        });
        QVERIFY(ssh || facts.sshd->socketActivated);
        QCOMPARE(QJsonDocument::fromJson(QJsonDocument(toJson(facts)).toJson()).object(), toJson(facts));
    }

    void tutorialServer_isSeenAsItIs()
    {
        const Facts facts = readFacts(QStringLiteral("debian-12-tutorial"));
        QCOMPARE(facts.access.way, Access::Root::Login);
        QCOMPARE(facts.access.clientAddress.raw(), QStringLiteral("203.0.113.9"));
        for (const quint16 port : {3001, 8000, 8888, 7860}) {
            const Listener *listener = listenerOn(facts, port);
            QVERIFY2(listener, QByteArray::number(port).constData());
            QCOMPARE(listener->address, QHostAddress(QHostAddress::AnyIPv4));
            QCOMPARE(listener->user.raw(), QStringLiteral("root"));
            QVERIFY(!listener->commandLine.isEmpty());
        }
        QCOMPARE(listenerOn(facts, 8888)->unit.raw(), QStringLiteral("jupyter.service"));
        QCOMPARE(listenerOn(facts, 22)->process.raw(), QStringLiteral("sshd"));

        QVERIFY(facts.aiServices);
        QList<AiService::Kind> kinds;
        for (const AiService &service : *facts.aiServices)
            kinds.append(service.kind);
        QVERIFY(kinds.contains(AiService::Kind::Vllm));
        QVERIFY(kinds.contains(AiService::Kind::Jupyter));
        const AiService *jupyter =
            find(facts.aiServices, [](const AiService &service) { return service.kind == AiService::Kind::Jupyter; });
        QVERIFY(!jupyter->files.isEmpty());
        QVERIFY(jupyter->files[0].content.contains("c.IdentityProvider.token = ''"));

        const SupervisorProgram *program = named(facts.services.supervisor, "qwen-chat");
        QVERIFY(program);
        QVERIFY(program->user.isEmpty());
        QCOMPARE(program->state.raw(), QStringLiteral("RUNNING"));
        QVERIFY(program->command.raw().contains(QLatin1String("vllm")));
        QCOMPARE(program->file.bytes(), QByteArray("/etc/supervisor/conf.d/qwen-chat.conf"));
        QCOMPARE(program->line, 1);

        QCOMPARE(facts.sshd->effective->value(QStringLiteral("passwordauthentication")), QStringLiteral("yes"));
        QCOMPARE(facts.sshd->files.size(), 2);
        QCOMPARE(facts.sshd->files[1].path.bytes(), QByteArray("/etc/ssh/sshd_config.d/50-cloud-init.conf"));
        QCOMPARE(facts.sshd->files[0].mode, 0644);

        QVERIFY(facts.fail2ban);
        QVERIFY(facts.fail2ban->enabled);
        QCOMPARE(facts.fail2ban->activeState.raw(), QStringLiteral("failed"));
        QVERIFY(facts.fail2ban->lastLog.raw().contains(QLatin1String("Have not found any log file")));
        QVERIFY(!facts.fail2ban->jails);

        const UserAccount *dev = user(facts, "dev");
        QVERIFY(dev && dev->keys);
        QCOMPARE(dev->keys->size(), 3);
        QCOMPARE(dev->keys->at(0).bits, 1024);
        QCOMPARE(dev->keys->at(0).type.raw(), QStringLiteral("ssh-rsa"));
        QCOMPARE(dev->keys->at(1).type.raw(), QStringLiteral("ssh-dss"));
        QCOMPARE(dev->keys->at(1).bits, 1024);
        QCOMPARE(dev->keys->at(1).comment.raw(), QStringLiteral("backup@nas-2014"));
        QVERIFY(dev->mayBecomeRoot && !dev->rootWithoutPassword);
        QVERIFY(user(facts, "ops")->rootWithoutPassword);
        QVERIFY(*user(facts, "root")->hasPassword);

        const auto renewals = [&] {
            QList<ScheduledJob> found;
            for (const ScheduledJob &job : *facts.services.schedule) {
                if (job.renewsCertificates)
                    found.append(job);
            }
            return found;
        }();
        const auto cron = std::find_if(renewals.begin(), renewals.end(),
                                       [](const ScheduledJob &job) { return job.kind == ScheduledJob::Kind::Cron; });
        QVERIFY(cron != renewals.end());
        QVERIFY(cron->command.raw().contains(QLatin1String("--post-hook")));
        QCOMPARE(cron->schedule.raw(), QStringLiteral("0 3 * * *"));
        QCOMPARE(cron->name.raw(), QStringLiteral("root"));
        QVERIFY(cron->line > 0);

        QVERIFY(facts.firewall.ufwStatus->raw().startsWith(QLatin1String("Status: inactive")));
        QVERIFY(facts.nginx && facts.nginx->tested && facts.nginx->testPassed);
        QCOMPARE(facts.nginx->version.raw(), QStringLiteral("1.22.1"));
        QVERIFY(facts.nginx->tlsLibrary.raw().startsWith(QLatin1String("OpenSSL 3.0")));
        QVERIFY(facts.nginx->tree->size() > 3);
        QCOMPARE(facts.nginx->tree->first().path.bytes(), QByteArray("/etc/nginx/nginx.conf"));
        QVERIFY(facts.nginx->tree->first().content.endsWith("\n"));
        QVERIFY(facts.nginx->modules.contains(UntrustedText(QStringLiteral("http_ssl_module"))));
        QVERIFY(facts.nginx->modules.contains(UntrustedText(QStringLiteral("ngx_http_echo_module"))));

        QVERIFY(facts.certificates.lineages);
        QVERIFY(!facts.certificates.lineages->isEmpty());
        const Lineage &lineage = facts.certificates.lineages->first();
        QVERIFY(lineage.certificate);
        QVERIFY(lineage.certificate->names.contains(lineage.name));
        QVERIFY(missing(facts.containers, Gap::Reason::NotInstalled));
        QVERIFY(missing(facts.gpus, Gap::Reason::NotInstalled));
        QVERIFY(find(facts.services.units,
                     [](const SystemdUnit &unit) { return unit.activeState == u"failed" && !unit.result.isEmpty(); }));
        QVERIFY(facts.system.clockSynchronised && !*facts.system.clockSynchronised);
    }

    void hardenedServer_isSeenThroughSudo()
    {
        const Facts facts = readFacts(QStringLiteral("debian-12-hardened"));
        QVERIFY(facts.access.isRoot);
        QCOMPARE(facts.access.way, Access::Root::SudoNoPassword);
        QCOMPARE(facts.access.user.raw(), QStringLiteral("ops"));
        QCOMPARE(facts.access.clientAddress.raw(), QStringLiteral("203.0.113.9"));
        QCOMPARE(listenerOn(facts, 3001)->address, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(listenerOn(facts, 3001)->user.raw(), QStringLiteral("qwen-user"));
        QVERIFY(facts.firewall.ufwStatus->raw().contains(QLatin1String("Default: deny (incoming)")));
        QVERIFY(facts.firewall.ufwSettings->enabled && facts.firewall.ufwSettings->filtersIpv6);
        QCOMPARE(facts.unreadFiles, QList<UnreadFile>());
        QVERIFY(facts.firewall.iptables->raw().contains(QLatin1String("*filter")));
        QVERIFY(facts.fail2ban->jails);
        QVERIFY(facts.fail2ban->jails->contains(UntrustedText(QStringLiteral("sshd"))));
        QCOMPARE(facts.fail2ban->activeState.raw(), QStringLiteral("active"));
        QVERIFY(!*user(facts, "root")->hasPassword);
        const SupervisorProgram *program = named(facts.services.supervisor, "qwen-chat");
        QVERIFY(program);
        QVERIFY(!program->user.isEmpty());
        const ScheduledJob *timer = named(facts.services.schedule, "certbot.timer");
        QVERIFY(timer && timer->renewsCertificates && timer->active);
        QVERIFY(facts.certificates.files);
        QVERIFY(!facts.certificates.files->isEmpty());
    }

    void withoutRoot_eachGapSaysSo()
    {
        const Facts facts = readFacts(QStringLiteral("debian-12-plain-without-root"));
        QVERIFY(!facts.access.isRoot);
        QCOMPARE(facts.access.asks, Access::Program::Sudo);
        QCOMPARE(facts.access.way, Access::Root::No);
        QVERIFY(missing(facts.sudoRules, Gap::Reason::NeedsRoot));
        QVERIFY(missing(facts.sshd->effective, Gap::Reason::NeedsRoot));
        QVERIFY(missing(facts.firewall.ufwStatus, Gap::Reason::NeedsRoot));
        QVERIFY(facts.firewall.ufwSettings && !facts.firewall.ufwSettings->enabled);
        QCOMPARE(facts.firewall.ufwSettings->incoming, u"DROP");
        QVERIFY(!facts.unreadFiles.isEmpty());
        for (const UnreadFile &file : facts.unreadFiles)
            QCOMPARE(file.gap.reason, Gap::Reason::NeedsRoot);
        QVERIFY(missing(facts.firewall.nftables, Gap::Reason::NeedsRoot));
        QVERIFY(missing(facts.firewall.firewalld, Gap::Reason::NotInstalled));
        QVERIFY(missing(user(facts, "root")->hasPassword, Gap::Reason::NeedsRoot));
        QVERIFY(missing(user(facts, "root")->keys, Gap::Reason::NeedsRoot));
        QVERIFY(missing(facts.fail2ban->jails, Gap::Reason::NeedsRoot));
        const UserAccount *dev = user(facts, "dev");
        QVERIFY(dev->keys);
        QCOMPARE(dev->keys->size(), 1);
        QVERIFY(missing(dev->keys->first().everUsed, Gap::Reason::NeedsRoot));
        QVERIFY(dev->mayBecomeRoot); // by its group: the rules themselves are hidden
        QVERIFY(facts.services.units && facts.nginx && facts.nginx->tree);
        QVERIFY(!facts.nginx->tested);
        QVERIFY(facts.sshd->hostKeys->size() >= 3);
    }

    void ubuntuSocketActivation_isSeen()
    {
        const Facts facts = readFacts(QStringLiteral("ubuntu-24.04"));
        QVERIFY(facts.sshd->socketActivated);
        QVERIFY(facts.sshd->socketListens.contains(UntrustedText(QStringLiteral("[::]:22"))));
        QVERIFY(facts.sshd->tested && facts.sshd->testPassed); // /run/sshd is missing there until the first login
        QCOMPARE(facts.sshd->effective->value(QStringLiteral("passwordauthentication")), QStringLiteral("yes"));
        QCOMPARE(listenerOn(facts, 22)->unit.raw(), QStringLiteral("ssh.socket"));
        QVERIFY(facts.sshd->version.raw().contains(QLatin1String("Ubuntu")));
        QVERIFY(!readFacts(QStringLiteral("ubuntu-20.04")).sshd->socketActivated);
        QCOMPARE(readFacts(QStringLiteral("ubuntu-20.04")).sshd->version.raw(),
                 QStringLiteral("OpenSSH_8.2p1 Ubuntu-4ubuntu0.13"));
    }

    void redHat_isRead()
    {
        const Facts facts = readFacts(QStringLiteral("rocky-9"));
        QCOMPARE(facts.system.osId.raw(), QStringLiteral("rocky"));
        QVERIFY(facts.system.rebootRequired);
        QVERIFY(*facts.system.clockSynchronised);
        QCOMPARE(facts.packages->manager.raw(), QStringLiteral("dnf"));
        const QList<Package> &updates = *facts.packages->securityUpdates;
        QCOMPARE(updates.size(), 4);
        QCOMPARE(updates[1].name.raw(), QStringLiteral("openssh-server"));
        QCOMPARE(updates[1].version.raw(), QStringLiteral("8.7p1-38.el9_4.4")); // the newest of its advisories
        QCOMPARE(updates[3].version.raw(), QStringLiteral("1:3.0.7-27.el9_4.1"));
        QVERIFY(facts.firewall.firewalld->raw().contains(QLatin1String("ports: 8000/tcp")));

        QCOMPARE(facts.containers->size(), 1);
        const Container &container = facts.containers->first();
        QCOMPARE(container.engine.raw(), QStringLiteral("podman"));
        QCOMPARE(container.name.raw(), QStringLiteral("vllm"));
        QCOMPARE(container.ports.size(), 1);
        QCOMPARE(container.ports[0].hostPort, quint16(8000));
        QCOMPARE(container.mounts[0].raw(), QStringLiteral("/data/models:/root/.cache/huggingface:rw"));
        QCOMPARE(listenerOn(facts, 8000)->container.raw(), QStringLiteral("vllm"));
        QCOMPARE(listenerOn(facts, 9090)->address, QHostAddress(QHostAddress::Any));
        QCOMPARE(listenerOn(facts, 22, "0.0.0.0")->unit.raw(), QStringLiteral("sshd.service"));

        QCOMPARE(facts.gpus->size(), 2);
        QCOMPARE(facts.gpus->at(0).memoryTotal, 81920LL * 1024 * 1024);
        QCOMPARE(*facts.gpus->at(0).utilisationPercent, 37);
        QVERIFY(!facts.gpus->at(1).utilisationPercent);
        QCOMPARE(*facts.gpus->at(1).temperature, 33);

        const UserAccount *rocky = user(facts, "rocky");
        QVERIFY(rocky->rootWithoutPassword);
        QCOMPARE(rocky->keys->size(), 2);
        QVERIFY(*rocky->keys->at(0).everUsed);
        QVERIFY(!*rocky->keys->at(1).everUsed);
        QCOMPARE(rocky->keys->at(1).bits, 3072);
        const QString options = user(facts, "root")->keys->at(0).options.raw();
        QVERIFY2(options.startsWith(QLatin1String("no-port-forwarding")) && options.endsWith(u'"'),
                 qPrintable(options));

        QVERIFY(find(facts.services.schedule, [](const ScheduledJob &job) {
            return job.renewsCertificates && job.active && job.command.raw().contains(QLatin1String("acme.sh"));
        }));
        const ScheduledJob *timer = named(facts.services.schedule, "certbot-renew.timer");
        QVERIFY(timer && !timer->active);
        QVERIFY(find(facts.services.units, [](const SystemdUnit &unit) {
            return unit.name == u"kdump.service" && unit.activeState == u"failed";
        }));
        QCOMPARE(facts.services.units->size(), 4); // sshd was printed twice, fail2ban is not there
        QCOMPARE(facts.aiServices->size(), 2);
        QVERIFY(facts.aiServices->at(1).commandLine.raw().contains(QLatin1String("--api-key ****")));
        QVERIFY(facts.nginx->modules.contains(UntrustedText(QStringLiteral("ngx_stream_module"))));
        QCOMPARE(facts.sshd->files.size(), 3);
        QCOMPARE(facts.sshd->hostKeys->at(0).mode, 0640);
    }

    void alpine_isReadWithoutSsAndSystemd()
    {
        const Facts facts = readFacts(QStringLiteral("alpine-3.20"));
        QCOMPARE(facts.access.way, Access::Root::DoasNoPassword);
        QCOMPARE(facts.system.initSystem.raw(), QStringLiteral("openrc"));
        QCOMPARE(facts.listeners->size(), 6);
        QCOMPARE(listenerOn(facts, 22, "0.0.0.0")->process.raw(), QStringLiteral("sshd"));
        QCOMPARE(listenerOn(facts, 80)->pid, 2240);
        QCOMPARE(listenerOn(facts, 80)->process.raw(), QStringLiteral("nginx"));
        QVERIFY(listenerOn(facts, 2849, "127.0.0.1"));
        QVERIFY(listenerOn(facts, 25, "::1"));
        const SystemdUnit *docker = named(facts.services.units, "docker");
        QVERIFY(docker && docker->activeState == u"failed" && docker->enabled == u"enabled");
        QVERIFY(missing(facts.containers, Gap::Reason::Failed));
        const QList<Package> &updates = *facts.packages->securityUpdates;
        QCOMPARE(updates.size(), 3);
        QCOMPARE(updates[0].name.raw(), QStringLiteral("openssh-server"));
        QCOMPARE(updates[0].version.raw(), QStringLiteral("9.7_p1-r5"));
        QVERIFY(user(facts, "alpine")->rootWithoutPassword);
        QVERIFY(!user(facts, "guest")->mayBecomeRoot);
        QVERIFY(user(facts, "guest")->emptyPassword);
        QVERIFY(facts.nginx->tested && !facts.nginx->testPassed);
        QVERIFY(facts.nginx->testResult.raw().contains(QLatin1String("host not found in upstream")));
        QCOMPARE(facts.nginx->tree->size(), 2);
        QCOMPARE(facts.nginx->tlsLibrary.raw(), QStringLiteral("OpenSSL 3.3.1"));
        const ScheduledJob *renewal =
            find(facts.services.schedule, [](const ScheduledJob &job) { return job.renewsCertificates; });
        QVERIFY(renewal);
        QCOMPARE(renewal->schedule.raw(), QStringLiteral("@daily"));
        QCOMPARE(renewal->line, 3);
        QVERIFY(facts.firewall.nftables && facts.firewall.nftables->isEmpty());
        QCOMPARE(facts.aiServices->first().kind, AiService::Kind::LlamaCpp);
    }

    void archWithoutRoot_isRead()
    {
        const Facts facts = readFacts(QStringLiteral("arch-without-root"));
        QCOMPARE(facts.packages->manager.raw(), QStringLiteral("pacman"));
        QCOMPARE(facts.packages->securityUpdates->size(), 3);
        QCOMPARE(facts.packages->securityUpdates->at(0).version.raw(), QStringLiteral("3.4.0-1"));
        QVERIFY(missing(facts.sudoRules, Gap::Reason::NeedsRoot));
        QVERIFY(missing(user(facts, "root")->keys, Gap::Reason::NeedsRoot));
        const AuthorizedKey &key = user(facts, "arch")->keys->first();
        QCOMPARE(key.options.raw(), QStringLiteral("from=\"192.0.2.0/24\",restrict,pty"));
        QCOMPARE(key.comment.raw(), QStringLiteral("anna laptop"));
        const Listener *resolver = listenerOn(facts, 53);
        QVERIFY(resolver);
        QCOMPARE(resolver->interface.raw(), QStringLiteral("lo"));
        const Listener *dhcp = listenerOn(facts, 546);
        QVERIFY(dhcp);
        QCOMPARE(dhcp->interface.raw(), QStringLiteral("enp5s0"));
        QCOMPARE(listenerOn(facts, 8188)->process.raw(), QStringLiteral("python (comfy)"));
        QCOMPARE(listenerOn(facts, 7860)->unit.raw(), QStringLiteral("webui.service"));
        QVERIFY(missing(facts.gpus, Gap::Reason::Failed));
        QVERIFY(missing(facts.certificates.lineages, Gap::Reason::NeedsRoot));
        QVERIFY(
            find(facts.aiServices, [](const AiService &service) { return service.kind == AiService::Kind::ComfyUi; }));
    }
};

GW_REGISTER_TEST(RecordedTest)
#include "recordedtest.moc"
