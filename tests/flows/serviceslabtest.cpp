// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/confinement.h"
#include "tests/flows/labchange.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace gw;
using gw::test::LabChange;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::Ran;

/// Services that everybody reaches and that run as root get a user of their own and the loopback address; who guesses
/// passwords is shut out. On a real server, with its systemd, supervisord and fail2ban.
class ServicesLabTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"tutorial"_s, u"services"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()});
    }
    void cleanupTestCase() { m_server.reset(); }
    void init()
    {
        m_here =
            std::make_unique<LabChange>(*m_server, *m_client, u"root"_s,
                                        m_client->file(QString::fromUtf8(QTest::currentTestFunction()) + u".db"_s));
    }
    void cleanup()
    {
        m_here.reset();
        QCOMPARE(m_server->must(u"ls -A /var/lib/gatewright /run/gatewright-unit.* 2>/dev/null; true"_s), QByteArray());
    }

    void unit_isConfined_andGoesBack()
    {
        const QByteArray found = state();
        QCOMPARE(listening(8888), "root 0.0.0.0\n");
        QVERIFY(answersOutside(8888));
        const auto plan =
            m_here->plan({ConfineService{ConfineService::Kind::Systemd, u"jupyter.service"_s, u"jupyter"_s}});
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().text()));
        QStringList foretold; // before anything runs
        for (const Step &step : plan->steps) {
            if (step.id.startsWith(u"security of"_s))
                foretold += step.reason;
        }
        QCOMPARE(foretold.size(), 2);
        for (const QString &reason : std::as_const(foretold))
            QVERIFY2(reason.contains(u" of 10"_s), qPrintable(reason));
        QCOMPARE(state(), found);

        const ChangeRecord kept = m_here->kept(*plan);
        QCOMPARE(listening(8888), "jupyter 127.0.0.1\n");
        QVERIFY(!answersOutside(8888));
        QVERIFY(answersInside(8888));
        const QByteArray said =
            m_server->must(u"systemctl show -P User -P NoNewPrivileges -P ProtectSystem jupyter; "
                           "grep -E '^(CapBnd|NoNewPrivs)' /proc/$(systemctl show -P MainPID jupyter)/status"_s);
        for (const char *holds : {"jupyter\n", "yes\n", "strict\n", "CapBnd:\t0000000000000000\n", "NoNewPrivs:\t1\n"})
            QVERIFY2(said.contains(holds), said.constData());
        const QList<Confinement> measured = confinementsIn(kept.steps);
        QCOMPARE(measured.size(), 1);
        QVERIFY2(measured[0].before && measured[0].after && *measured[0].after < *measured[0].before,
                 qPrintable(titleOf(measured[0])));
        qInfo("%s; before: %s", qPrintable(titleOf(measured[0])), qPrintable(foretold.join(u"; "_s)));
        const auto again =
            m_here->plan({ConfineService{ConfineService::Kind::Systemd, u"jupyter.service"_s, u"jupyter"_s}});
        QVERIFY(again);
        QVERIFY2(again->steps.isEmpty(), qPrintable(again->steps.value(0).id));

        const auto back = m_here->undoPlan(kept.number);
        QVERIFY2(back, back ? "" : qPrintable(back.error().text()));
        m_here->kept(*back, kept.number);
        QCOMPARE(listening(8888), "root 0.0.0.0\n");
        QVERIFY(answersOutside(8888));
        QCOMPARE(state(), found);
    }

    void programOfSupervisor_isConfined_andGoesBack()
    {
        const QByteArray found = state();
        QCOMPARE(listening(3001), "root 0.0.0.0\n");
        const QByteArray untouched = supervisorPids();
        const ChangeRecord kept =
            m_here->kept({ConfineService{ConfineService::Kind::Supervisor, u"qwen-chat"_s, u"qwen"_s}});
        QCOMPARE(listening(3001), "qwen 127.0.0.1\n");
        QVERIFY(!answersOutside(3001));
        QVERIFY2(m_server->must(u"curl -sf http://127.0.0.1:3001/v1/models"_s).contains("Qwen"), "models");
        QVERIFY(supervisorPids() == untouched); // supervisord itself went on

        const auto back = m_here->undoPlan(kept.number);
        QVERIFY2(back, back ? "" : qPrintable(back.error().text()));
        m_here->kept(*back, kept.number);
        QTRY_COMPARE(listening(3001), "root 0.0.0.0\n");
        QCOMPARE(state(), found);
    }

    void whatStartsFromTheHomeOfRoot_isRefused()
    {
        const auto plan =
            m_here->plan({ConfineService{ConfineService::Kind::Systemd, u"qwen-web.service"_s, u"web"_s}});
        QVERIFY(!plan);
        QVERIFY2(plan.error().text().contains(u"/root/build/server.py"_s), qPrintable(plan.error().text()));
    }

    /// A unit that does not come up under its new user returns by itself, at once.
    void unitThatCannotRunSo_comesBack()
    {
        m_server->must(u"printf '[Service]\\nExecStart=/bin/sh -c \"touch /etc/mine && exec sleep infinity\"\\n' "
                       ">/etc/systemd/system/needy.service && systemctl daemon-reload && systemctl start needy"_s);
        const QByteArray found = state();
        const auto plan = m_here->plan({ConfineService{ConfineService::Kind::Systemd, u"needy.service"_s, u"needy"_s}});
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().text()));
        const auto ended = m_here->change(*plan);
        QVERIFY2(ended, ended ? "" : qPrintable(ended.error().text()));
        QCOMPARE(ended->record.outcome, Outcome::Failed);
        QCOMPARE(m_server->must(u"systemctl is-active needy"_s), "active\n");
        QCOMPARE(state(), found);
        m_server->must(
            u"systemctl stop needy; rm -f /etc/systemd/system/needy.service /etc/mine; systemctl daemon-reload"_s);
    }

    /// The same guesses from two addresses: ours is never shut out.
    void fail2ban_shutsOutWhoGuesses_neverUs()
    {
        m_server->must(u"ip address add %1/32 dev lo && ip address add %2/32 dev lo"_s.arg(guesser, webGuesser));
        QCOMPARE(m_server->exec(u"systemctl is-active fail2ban"_s).out,
                 "failed\n"); // it looks for a log that is not there
        const ChangeRecord kept =
            m_here->kept({ProtectByFail2ban{{u"sshd"_s, u"nginx-http-auth"_s, u"nginx-limit-req"_s}}});
        const Facts facts = m_here->surveyed();
        QVERIFY(facts.fail2ban && facts.fail2ban->jails);
        QCOMPARE(facts.fail2ban->activeState.raw(), u"active"_s);
        for (const QString &jail : {u"sshd"_s, u"nginx-http-auth"_s, u"nginx-limit-req"_s}) {
            QVERIFY2(facts.fail2ban->jails->contains(UntrustedText(jail)), qPrintable(jail));
            QVERIFY(m_server->must(u"fail2ban-client get %1 ignoreip"_s.arg(jail)).contains(ourAddress()));
        }
        QVERIFY(
            m_server->must(u"fail2ban-client get sshd journalmatch"_s).contains("sshd.service")); // no auth.log here
        QVERIFY(m_server->must(u"fail2ban-client get nginx-http-auth logpath"_s).contains("/var/log/nginx/error.log"));

        for (int guess = 0; guess < 6; ++guess) { // the last one may be cut off in the middle
            guessFromHere();
            m_server->exec(
                u"timeout 5 ssh -b %1 -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null "
                "nobody-%3@%2"_s.arg(guesser, m_server->address())
                    .arg(guess));
            m_server->exec(u"curl -sk --max-time 5 --interface %1 -u qwen:wrong --resolve chat.tutorial.test:443:%2 "
                           "https://chat.tutorial.test/v1/models"_s.arg(webGuesser, m_server->address()));
        }
        const Ban ssh{UntrustedText(u"sshd"_s), UntrustedText(guesser)};
        const Ban web{UntrustedText(u"nginx-http-auth"_s), UntrustedText(webGuesser)};
        QTRY_VERIFY_WITH_TIMEOUT(m_here->protection().bans.contains(ssh), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_here->protection().bans.contains(web), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_server->must(u"cat /var/log/fail2ban.log"_s).contains(QByteArray("[sshd] Ignore " + ourAddress())),
            60'000);
        QCOMPARE(m_here->protection().bans.size(), 2);
        QVERIFY(m_client->open(*m_server, u"dev"_s)); // we come in all the same

        const ChangeRecord lifted = m_here->kept({LiftBan{u"sshd"_s, guesser}});
        QCOMPARE(m_here->protection().bans, QList<Ban>{web});
        QVERIFY(!m_server->must(u"nft list ruleset"_s).contains(guesser.toUtf8()));
        const auto again = m_here->undoPlan(lifted.number);
        QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
        m_here->kept(*again, lifted.number);
        QVERIFY(m_here->protection().bans.contains(ssh));

        const auto back = m_here->undoPlan(kept.number);
        QVERIFY2(back, back ? "" : qPrintable(back.error().text()));
        m_here->kept(*back, kept.number);
        QCOMPARE(m_server->must(u"systemctl is-enabled fail2ban; systemctl is-active fail2ban || true"_s),
                 "enabled\ninactive\n");
        QVERIFY(!m_server->must(u"nft list ruleset"_s).contains("f2b-"));
        QVERIFY(m_here->protection().bans.isEmpty());
    }

    void fail2banThatIsMissing_isInstalled()
    {
        packAndRemoveFail2ban();
        const auto plan = m_here->plan({ProtectByFail2ban{}});
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().text()));
        QVERIFY(plan->steps.first().change == Change(InstallPackage{u"fail2ban"_s}));
        const ChangeRecord kept = m_here->kept(*plan);
        QCOMPARE(m_server->must(u"systemctl is-enabled fail2ban; systemctl is-active fail2ban"_s), "enabled\nactive\n");
        QVERIFY(m_server->must(u"fail2ban-client get sshd ignoreip"_s).contains(ourAddress()));
        const auto back = m_here->undoPlan(kept.number);
        QVERIFY2(back, back ? "" : qPrintable(back.error().text()));
        QVERIFY2(back->warnings.join(u' ').contains(u"fail2ban stays installed"_s),
                 qPrintable(back->warnings.join(u' ')));
        m_here->kept(*back, kept.number);
        QCOMPARE(m_server->exec(u"systemctl is-enabled fail2ban; systemctl is-active fail2ban"_s).out,
                 "disabled\ninactive\n");
    }

private:
    const QString guesser = u"203.0.113.50"_s;
    const QString webGuesser = u"203.0.113.51"_s;
    QByteArray ourAddress() const { return m_server->value(u"CLIENT"_s).toUtf8(); }
    void guessFromHere() const
    {
        test::runToEnd(u"/usr/bin/ssh"_s,
                       {u"-F"_s, u"none"_s, u"-o"_s, u"BatchMode=yes"_s, u"-o"_s, u"StrictHostKeyChecking=no"_s,
                        u"-o"_s, u"UserKnownHostsFile=/dev/null"_s, u"nobody-here@"_s + m_server->address()});
    }

    /// As a package where apt finds it without a network; what is installed goes.
    void packAndRemoveFail2ban() const
    {
        m_server->must(QString::fromUtf8(R"sh(set -e
systemctl stop fail2ban
mkdir -p /srv/repository/fail2ban/DEBIAN && cd /srv/repository
dpkg -L fail2ban | while read -r each; do
    if [ -d "$each" ]; then mkdir -p "fail2ban$each"; elif [ -e "$each" ]; then cp -a "$each" "fail2ban$each"; fi
done
dpkg -s fail2ban | sed '/^Status:/d;/^Conffiles:/d;/^ \/etc\//d' >fail2ban/DEBIAN/control
for each in conffiles postinst prerm postrm preinst; do
    [ ! -e /var/lib/dpkg/info/fail2ban.$each ] || cp -a /var/lib/dpkg/info/fail2ban.$each fail2ban/DEBIAN/$each
done
dpkg-deb --root-owner-group -b fail2ban fail2ban.deb >/dev/null
{ dpkg-deb -f fail2ban.deb; printf 'Filename: ./fail2ban.deb\nSize: %s\nSHA256: %s\n\n' "$(stat -c %s fail2ban.deb)" \
    "$(sha256sum <fail2ban.deb | cut -d ' ' -f 1)"; } >Packages
rm -rf fail2ban
echo 'deb [trusted=yes] file:/srv/repository ./' >/etc/apt/sources.list.d/gw.list
apt-get -o Dir::Etc::sourcelist=/etc/apt/sources.list.d/gw.list -o Dir::Etc::sourceparts=- update >/dev/null 2>&1
apt-get purge -y fail2ban >/dev/null 2>&1
rm -rf /etc/fail2ban /var/lib/fail2ban
)sh"));
    }

    /// "USER ADDRESS" of who listens there.
    QByteArray listening(int port) const
    {
        return m_server->must(
            u"ss -Hltnp 'sport = :%1' | sed -n 's/^LISTEN *[0-9]* *[0-9]* *\\([^ ]*\\):%1 .*pid=\\([0-9]*\\),.*/\\2 "
            u"\\1/p' | "
            "while read -r pid address; do echo \"$(ps -o user= -p $pid) $address\"; done"_s.arg(port));
    }
    bool answersInside(int port) const
    {
        return m_server->exec(u"curl -s -o /dev/null http://127.0.0.1:%1/"_s.arg(port)).exitCode == 0;
    }
    bool answersOutside(int port) const
    {
        return test::runToEnd(u"/usr/bin/curl"_s, {u"-s"_s, u"-o"_s, u"/dev/null"_s, u"--max-time"_s, u"5"_s,
                                                   u"http://%1:%2/"_s.arg(m_server->address()).arg(port)})
                   .exitCode == 0;
    }
    QByteArray supervisorPids() const { return m_server->must(u"systemctl show -P MainPID supervisor"_s); }

    /// What the changes of this test touch: files with mode and owner, accounts, folders of state. The folder of a
    /// drop-in stays when it is empty.
    QByteArray state() const
    {
        return m_server->must(
            u"cd /etc && find systemd/system supervisor fail2ban passwd group shadow gshadow ! -type d -printf "
            u"'%p %m %u %g %l\\n' | "
            "sort; find systemd/system supervisor fail2ban passwd group shadow gshadow -type f -exec "
            "sha256sum {} + | sort; "
            "ls /var/lib"_s);
    }

    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
    std::unique_ptr<LabChange> m_here;
};

GW_REGISTER_TEST(ServicesLabTest)
#include "serviceslabtest.moc"
