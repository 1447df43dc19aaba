// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/remedy.h"
#include "backend/survey/survey.h"
#include "tests/findings/serverfacts.h"
#include "tests/plan/plannedserver.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

namespace {

/// Every setting that a rule complains of.
const QByteArray worst = "PermitRootLogin yes\n"
                         "PasswordAuthentication yes\n"
                         "KbdInteractiveAuthentication yes\n"
                         "UsePAM yes\n"
                         "PermitEmptyPasswords yes\n"
                         "PubkeyAuthentication yes\n"
                         "HostbasedAuthentication yes\n"
                         "IgnoreRhosts no\n"
                         "IgnoreUserKnownHosts no\n"
                         "GSSAPIAuthentication yes\n"
                         "KerberosAuthentication yes\n"
                         "StrictModes no\n"
                         "LoginGraceTime 0\n"
                         "MaxAuthTries 20\n"
                         "MaxSessions 99\n"
                         "MaxStartups 200\n"
                         "ClientAliveInterval 0\n"
                         "AllowAgentForwarding yes\n"
                         "AllowTcpForwarding yes\n"
                         "X11Forwarding yes\n"
                         "X11UseLocalhost no\n"
                         "PermitTunnel yes\n"
                         "GatewayPorts yes\n"
                         "PermitUserEnvironment yes\n"
                         "UseDNS yes\n"
                         "LogLevel QUIET\n"
                         "SyslogFacility LOCAL3\n"
                         "PrintLastLog no\n"
                         "Banner none\n"
                         "AuthorizedKeysFile .ssh/authorized_keys /etc/ssh/everybody\n"
                         "TrustedUserCAKeys /etc/ssh/ca.pub\n"
                         "Ciphers aes256-ctr,3des-cbc,chacha20-poly1305@openssh.com\n"
                         "MACs hmac-sha2-256-etm@openssh.com,hmac-md5\n"
                         "KexAlgorithms curve25519-sha256,diffie-hellman-group14-sha1,"
                         "diffie-hellman-group-exchange-sha256\n"
                         "HostKeyAlgorithms ssh-ed25519,ssh-rsa\n"
                         "PubkeyAcceptedAlgorithms ssh-ed25519,ssh-dss\n"
                         "CASignatureAlgorithms ssh-ed25519,ssh-rsa\n";

AuthorizedKey ed25519()
{
    AuthorizedKey key;
    key.file = RemotePath(u"/home/dev/.ssh/authorized_keys"_s);
    key.line = 1;
    key.type = UntrustedText(u"ssh-ed25519"_s);
    key.bits = 256;
    key.fingerprint = UntrustedText(u"SHA256:dev"_s);
    key.everUsed = true;
    return key;
}

/// Reached over SSH by dev, who has a key and may become root.
FactsBuilder reachedByDev(const QByteArray &config)
{
    FactsBuilder builder;
    builder.sshdConfig(config).user(u"dev"_s, {u"dev"_s, u"sudo"_s}, {ed25519()}).with([](Facts &facts) {
        facts.access.user = UntrustedText(u"dev"_s);
        facts.access.way = Access::Root::SudoNoPassword;
        facts.access.clientAddress = UntrustedText(u"192.0.2.10"_s);
        facts.access.isRoot = true;
    });
    return builder;
}

void withLoosePermissions(Facts &facts)
{
    FileFact &main = facts.sshd->files.first();
    main.mode = 0666;
    main.group = UntrustedText(u"staff"_s);
    facts.sshd->hostKeys->first().mode = 0644;
    facts.users->last().keyFolders = {
        {RemotePath(u"/home/dev"_s), 0777, UntrustedText(u"dev"_s), UntrustedText(u"dev"_s)},
        {RemotePath(u"/home/dev/.ssh"_s), 0700, UntrustedText(u"ben"_s), UntrustedText(u"dev"_s)}};
}

struct Case {
    const char *name;
    Facts facts;
};

QList<Case> cases()
{
    const QByteArray include = "Include /etc/ssh/sshd_config.d/*.conf\n";
    return {
        {"nothing set", reachedByDev("UsePAM yes\n").facts()},
        {"Debian's", reachedByDev(debianSshdConfig()).facts()},
        {"without PAM, keys off", reachedByDev(include + "UsePAM no\nPubkeyAuthentication no\n").facts()},
        {"the worst, in the main file", reachedByDev(include + worst).facts()},
        {"the worst, read first", reachedByDev(worst + include).facts()},
        {"the worst, in a drop-in", reachedByDev(include + "UsePAM yes\n").sshdDropIn("10-worst.conf", worst).facts()},
        {"an old release",
         reachedByDev("Compression yes\nUsePAM yes\nUseDNS yes\n").sshdVersion(u"OpenSSH_7.2p2"_s).facts()},
        {"before the new names",
         reachedByDev("ChallengeResponseAuthentication yes\nPasswordAuthentication no\nUsePAM yes\n")
             .sshdVersion(u"OpenSSH_8.4p1 Debian-5+deb11u3"_s)
             .facts()},
        {"open to Terrapin", reachedByDev("UsePAM yes\n").sshdVersion(u"OpenSSH_9.2p1 Debian-2+deb12u1"_s).facts()},
        {"the newest", reachedByDev(include + "PerSourcePenalties no\nPerSourceMaxStartups none\n")
                           .sshdVersion(u"OpenSSH_10.0p1"_s)
                           .facts()},
        {"loose permissions", reachedByDev(debianSshdConfig()).with(withLoosePermissions).facts()},
    };
}

QStringList rulesOf(const QList<Finding> &findings)
{
    QStringList ids;
    for (const Finding &finding : findings)
        ids.append(finding.rule.text());
    ids.removeDuplicates();
    return ids;
}

/// Whether a finding of the same rule about the same thing is left that weighs as much.
bool isLeft(const QList<Finding> &findings, const Finding &finding)
{
    return std::any_of(findings.cbegin(), findings.cend(), [&](const Finding &each) {
        return each.rule == finding.rule && each.subject == finding.subject && each.severity >= finding.severity &&
               (finding.subject.isEmpty() || each.where.file == finding.where.file);
    });
}

bool hasRemedy(const Rule &rule)
{
    return rule.remedy != nullptr;
}

QList<Intent> remedyOf(const char *id, const Facts &facts)
{
    for (const Finding &finding : review(facts).findings) {
        if (finding.rule.text() == QLatin1String(id))
            return remediesFor(facts, {finding});
    }
    QTest::qFail(id, __FILE__, __LINE__);
    return {};
}

} // namespace

/// What mends a finding.
class RemedyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRemedyOfSshd_mendsItsFinding_andMakesNoOther()
    {
        QStringList mended;
        for (const Case &each : cases()) {
            const PlannedServer server(each.facts);
            const QList<Finding> before = review(each.facts).findings;
            for (const Finding &finding : before) {
                if (finding.rule.topic() != u"sshd"_s || !finding.fixable)
                    continue;
                const QString what = u"%1: %2 (%3)"_s.arg(QLatin1String(each.name), finding.rule.text(), finding.title);
                const Result<Plan> plan = server.plan(remediesFor(each.facts, {finding}));
                if (!plan && plan.error().cause.startsWith(u"This would shut you out"_s))
                    continue; // first things first: a key
                QVERIFY2(plan, qPrintable(plan ? QString() : what + plan.error().text()));
                QVERIFY2(!plan->steps.isEmpty(), qPrintable(what));
                const QList<Finding> after = review(server.after(*plan).facts()).findings;
                QVERIFY2(!isLeft(after, finding), qPrintable(what));
                for (const QString &rule : rulesOf(after))
                    QVERIFY2(rulesOf(before).contains(rule), qPrintable(what + u" brought "_s + rule));
                mended.append(finding.rule.text());
            }
        }
        mended.removeDuplicates();
        for (const Rule &each : rules()) {
            const QString id = QString::fromLatin1(each.id);
            // Needs the key itself: below.
            if (id.startsWith(u"sshd."_s) && hasRemedy(each) && id != u"sshd.weak-authorized-key"_s)
                QVERIFY2(mended.contains(id), each.id);
        }
        qInfo("%d rules of sshd were mended", int(mended.size()));
    }

    void hardening_isOnePlan_afterWhichOnlyWhatWasLeftToThePersonRemains()
    {
        for (const Case &each : cases()) {
            if (each.facts.sshd->effective->value(u"pubkeyauthentication"_s) == u"no"_s)
                continue; // in two steps: keys first
            const PlannedServer server(each.facts);
            const QList<Intent> intents = hardeningOf(each.facts);
            const Result<Plan> plan = server.plan(intents);
            QVERIFY2(plan, qPrintable(plan ? QString() : QLatin1String(each.name) + plan.error().text()));
            const Facts after = server.after(*plan).facts();
            for (const Finding &finding : review(after).findings) {
                const bool isLeftToThePerson = finding.rule.text() == u"sshd.tcp-forwarding"_s ||
                                               finding.rule.text() == u"sshd.authorized-keys-file"_s;
                QVERIFY2(finding.rule.topic() != u"sshd"_s || finding.severity == Severity::Info || !finding.fixable ||
                             isLeftToThePerson,
                         qPrintable(u"%1: %2"_s.arg(QLatin1String(each.name), finding.rule.text())));
            }
            QVERIFY(hardeningOf(after).isEmpty());
        }
    }

    void everyRecordedServer_isHardened_orSaysWhyNot()
    {
        const QDir recorded(QStringLiteral(GW_SOURCE_DIR "/tests/survey/data"));
        const QStringList names = recorded.entryList({u"*.answer"_s}, QDir::Files, QDir::Name);
        QVERIFY(names.size() > 10);
        int hardened = 0;
        for (const QString &name : names) {
            QFile file(recorded.filePath(name));
            QVERIFY(file.open(QFile::ReadOnly));
            const auto answer = parseAnswer(file.readAll());
            QVERIFY(answer);
            const Facts facts = factsFrom(*answer);
            const PlannedServer server(facts);
            const QList<Intent> intents = hardeningOf(facts);
            const Result<Plan> plan = server.plan(intents);
            if (!plan) {
                QVERIFY2(plan.error().cause.startsWith(u"This would shut you out"_s), qPrintable(plan.error().text()));
                continue;
            }
            for (const Step &step : plan->steps)
                QVERIFY2(!step.reason.isEmpty(), qPrintable(step.id));
            if (plan->steps.isEmpty())
                continue;
            ++hardened;
            const PlannedServer after = server.after(*plan);
            for (const Intent &intent : intents) {
                const auto *setting = std::get_if<SetSshd>(&intent);
                const bool isKnown = bool(after.facts().sshd->effective);
                if (isKnown && setting && setting->keyword == u"MaxAuthTries"_s)
                    QCOMPARE(after.facts().sshd->effective->value(u"maxauthtries"_s), setting->value);
            }
            // What was wished holds: asked again, there is nothing to write.
            for (const Step &step : after.planned(intents).steps)
                QVERIFY2(!step.id.startsWith(u"write "_s), qPrintable(name + u": "_s + step.id));
        }
        QVERIFY(hardened > 5);
    }

    void hardening_leavesPasswordsAsLongAsWeHaveNoKey()
    {
        const Facts facts = reachedByDev(debianSshdConfig())
                                .with([](Facts &it) { it.users->last().keys = QList<AuthorizedKey>{}; })
                                .facts();
        QVERIFY(PlannedServer(facts).refusal(hardeningOf(facts)).isEmpty());
        for (const Intent &intent : hardeningOf(facts)) {
            const auto *setting = std::get_if<SetSshd>(&intent);
            QVERIFY(!setting || !setting->keyword.contains(u"Password"_s));
        }
    }

    void fixable_isWhatARemedyCanBeBuiltFor()
    {
        for (const Case &each : cases()) {
            for (const Finding &finding : review(each.facts).findings)
                QCOMPARE(finding.fixable, !remediesFor(each.facts, {finding}).isEmpty());
        }
    }

    void lineInAMatchBlock_isNotMendedByAGlobalSetting()
    {
        const Facts facts = reachedByDev(hardenedSshdConfig() + "Match User git\n  PermitTunnel yes\n").facts();
        QVERIFY(remedyOf("sshd.tunnel", facts).isEmpty());
    }

    void allowUsers_namesWhoGetsInToday()
    {
        const Facts facts = reachedByDev(debianSshdConfig() + "PermitRootLogin no\n")
                                .user(u"ci"_s)
                                .with([](Facts &it) { it.users->last().hasPassword = false; })
                                .facts();
        QCOMPARE(remedyOf("sshd.allow-users", facts), QList<Intent>{SetSshd(u"AllowUsers"_s, u"operator dev"_s)});
    }

    void root_keepsItsKey_whereWeAreRoot()
    {
        const Facts facts = reachedByDev("PermitRootLogin yes\nUsePAM yes\n")
                                .with([](Facts &it) { it.access.user = UntrustedText(u"root"_s); })
                                .facts();
        QCOMPARE(remedyOf("sshd.root-login", facts),
                 QList<Intent>{SetSshd(u"PermitRootLogin"_s, u"prohibit-password"_s)});
    }

    void shortKeyOfSomebody_keepsTheBarLow()
    {
        const Facts facts = reachedByDev("UsePAM yes\n")
                                .with([](Facts &it) {
                                    it.users->last().keys->append(ed25519());
                                    it.users->last().keys->last().type = UntrustedText(u"ssh-rsa"_s);
                                    it.users->last().keys->last().bits = 2048;
                                })
                                .facts();
        QCOMPARE(remedyOf("sshd.required-rsa-size", facts), QList<Intent>{SetSshd(u"RequiredRSASize"_s, u"2048"_s)});
    }

    void weakKey_goesOnlyWhereABetterOneStays()
    {
        const auto with = [](const QList<int> &sizes) {
            return reachedByDev(debianSshdConfig())
                .with([sizes](Facts &it) {
                    QList<AuthorizedKey> keys;
                    for (const int bits : sizes) {
                        keys.append(ed25519());
                        keys.last().type = UntrustedText(u"ssh-rsa"_s);
                        keys.last().bits = bits;
                        keys.last().fingerprint = UntrustedText(u"SHA256:%1"_s.arg(bits));
                    }
                    it.users->last().keys = keys;
                })
                .facts();
        };
        QCOMPARE(remedyOf("sshd.weak-authorized-key", with({1024, 4096})),
                 QList<Intent>{RemoveAuthorizedKey(u"dev"_s, u"SHA256:1024"_s)});
        QVERIFY(remedyOf("sshd.weak-authorized-key", with({1024})).isEmpty());
    }

    void services_getAUserOfTheirOwn_whereTheirUnitCanSayIt()
    {
        const auto with = [](const QString &command) {
            FactsBuilder builder = reachedByDev(debianSshdConfig());
            builder.with([command](Facts &facts) {
                withoutFirewall(facts);
                Listener listener = listening(u"0.0.0.0"_s, 8888, u"jupyter-lab"_s);
                listener.commandLine = UntrustedText(command);
                listener.unit = UntrustedText(u"jupyter.service"_s);
                facts.listeners = QList{listener};
                AiService service;
                service.kind = AiService::Kind::Jupyter;
                service.pid = listener.pid;
                service.user = listener.user;
                service.commandLine = listener.commandLine;
                facts.aiServices = QList{service};
                SystemdUnit unit;
                unit.name = listener.unit;
                unit.fragment = RemotePath(u"/etc/systemd/system/jupyter.service"_s);
                unit.execStart = listener.commandLine;
                facts.services.units = QList{unit};
            });
            return builder.facts();
        };
        const Intent confined = ConfineService{ConfineService::Kind::Systemd, u"jupyter.service"_s, u"jupyter"_s, true};
        const Facts facts = with(u"/usr/bin/python3 /usr/local/bin/jupyter-lab --ip 0.0.0.0"_s);
        QCOMPARE(remedyOf("services.runs-as-root", facts), QList<Intent>{confined});
        QCOMPARE(remedyOf("services.listens-on-all-addresses", facts), QList<Intent>{confined});
        QCOMPARE(remedyOf("exposure.open-port", facts), QList<Intent>{confined});
        const Facts fromHome = with(u"/usr/bin/python3 /root/jupyter-lab --ip 0.0.0.0"_s);
        QVERIFY(remedyOf("services.runs-as-root", fromHome).isEmpty());
        const Facts silent = with(u"/usr/bin/python3 /usr/local/bin/jupyter-lab"_s);
        QVERIFY(remedyOf("exposure.open-port", silent).isEmpty());
        QCOMPARE(remedyOf("services.runs-as-root", silent), QList<Intent>{confined});
    }

    void firewall_leavesWebServersOpen()
    {
        const Facts facts = reachedByDev(debianSshdConfig())
                                .with([](Facts &it) {
                                    withoutFirewall(it);
                                    it.listeners = QList{listening(u"0.0.0.0"_s, 443, u"nginx"_s),
                                                         listening(u"0.0.0.0"_s, 3001, u"python3"_s)};
                                })
                                .facts();
        QCOMPARE(remedyOf("exposure.no-firewall", facts), QList<Intent>{EnableFirewall{{443}}});
    }

    void deadFail2ban_isMended_whereItsJailOfSshdIsTheReason()
    {
        const auto with = [](const QString &log, const QByteArray &jail) {
            return reachedByDev(debianSshdConfig())
                .with([=](Facts &it) {
                    Fail2banFacts fail2ban;
                    fail2ban.enabled = true;
                    fail2ban.activeState = UntrustedText(u"failed"_s);
                    fail2ban.lastLog = UntrustedText(log);
                    FileFact file;
                    file.path = RemotePath(u"/etc/fail2ban/jail.local"_s);
                    file.content = jail;
                    fail2ban.files = {file};
                    it.fail2ban = fail2ban;
                })
                .facts();
        };
        const QList<Intent> protect{ProtectByFail2ban{}};
        QCOMPARE(remedyOf("services.fail2ban-dead", with({}, "[sshd]\nlogpath = /var/log/auth.log\n")), protect);
        QCOMPARE(remedyOf("services.fail2ban-dead", with(u"Have not found any log file for sshd jail"_s, {})), protect);
        QVERIFY(remedyOf("services.fail2ban-dead", with(u"No module named fail2ban"_s, {})).isEmpty());
        QCOMPARE(remedyOf("services.fail2ban-missing", reachedByDev(debianSshdConfig()).facts()), protect);
    }
};

GW_REGISTER_TEST(RemedyTest)
#include "remedytest.moc"
