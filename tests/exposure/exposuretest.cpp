// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/exposure/exposure.h"
#include "backend/exposure/service.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;
using Verdict = Exposure::Verdict;

namespace {

Listener listener(const QString &address, quint16 port, const QString &process = {},
                  Listener::Protocol protocol = Listener::Protocol::Tcp)
{
    Listener socket;
    socket.address = QHostAddress(address);
    socket.port = port;
    socket.process = UntrustedText(process);
    socket.protocol = protocol;
    socket.pid = process.isEmpty() ? 0 : 1000 + port;
    return socket;
}

Facts server(const QList<Listener> &listeners, const QString &ufw = u"Status: inactive\n"_s)
{
    const Known<UntrustedText> notInstalled = Gap{Gap::Reason::NotInstalled, {}};
    Facts facts;
    facts.listeners = listeners;
    facts.firewall = {UntrustedText(ufw), notInstalled, notInstalled, notInstalled, notInstalled};
    return facts;
}

Exposure only(const Facts &facts)
{
    const auto all = exposures(facts);
    return all && all->size() == 1 ? all->first() : Exposure();
}

Container published(quint16 hostPort, quint16 containerPort)
{
    Container container;
    container.engine = UntrustedText(u"docker"_s);
    container.id = UntrustedText(u"0123456789ab"_s);
    container.name = UntrustedText(u"qwen"_s);
    container.image = UntrustedText(u"vllm/vllm-openai:v0.6.3"_s);
    container.ports = {{QHostAddress(QHostAddress::AnyIPv4), hostPort, containerPort, Listener::Protocol::Tcp}};
    return container;
}

const QString denying = u"Status: active\nDefault: deny (incoming), allow (outgoing), disabled (routed)\n\n"
                        "To                         Action      From\n"
                        "--                         ------      ----\n"
                        "22/tcp                     ALLOW IN    Anywhere\n"
                        "22/tcp (v6)                ALLOW IN    Anywhere (v6)\n"_s;

} // namespace

class ExposureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void socketsThatCouldNotBeRead_areAGap()
    {
        Facts facts;
        facts.listeners = Gap{Gap::Reason::TimedOut, {}};
        QVERIFY(!exposures(facts));
        QCOMPARE(exposures(facts).gap().reason, Gap::Reason::TimedOut);
    }

    void loopback_isReachedByNobody()
    {
        for (const QString &address : {u"127.0.0.1"_s, u"127.0.0.53"_s, u"::1"_s, u"::ffff:127.0.0.1"_s})
            QCOMPARE(only(server({listener(address, 3001, u"python3"_s)})).verdict, Verdict::Loopback);
    }

    void allAddressesWithoutAFirewall_areOpen()
    {
        for (const QString &address : {u"0.0.0.0"_s, u"::"_s, u"192.0.2.7"_s}) {
            const Exposure exposure = only(server({listener(address, 3001, u"python3"_s)}));
            QCOMPARE(exposure.verdict, Verdict::Open);
            QVERIFY2(exposure.reason.contains(u"ufw is inactive"_s), qPrintable(exposure.reason));
        }
    }

    void firewall_closes()
    {
        QCOMPARE(only(server({listener(u"0.0.0.0"_s, 3001, u"python3"_s)}, denying)).verdict, Verdict::Closed);
        QCOMPARE(only(server({listener(u"::"_s, 3001, u"python3"_s)}, denying)).verdict, Verdict::Closed);
    }

    void openOverIpv6Only_isOpen()
    {
        const QString rules = denying + u"3001/tcp (v6)              ALLOW IN    Anywhere (v6)\n"_s;
        QCOMPARE(only(server({listener(u"::"_s, 3001, u"python3"_s)}, rules)).verdict, Verdict::Open);
        QCOMPARE(only(server({listener(u"0.0.0.0"_s, 3001, u"python3"_s)}, rules)).verdict, Verdict::Closed);
    }

    void sshdAndNginx_areGates()
    {
        QCOMPARE(only(server({listener(u"0.0.0.0"_s, 22, u"sshd"_s)}, denying)).verdict, Verdict::Gate);
        QCOMPARE(only(server({listener(u"0.0.0.0"_s, 8443, u"nginx"_s)})).verdict, Verdict::Gate);
        QCOMPARE(only(server({listener(u"0.0.0.0"_s, 443, u"nginx"_s)}, denying)).verdict, Verdict::Closed);
    }

    void withoutRoot_theConfigurationNamesTheGates()
    {
        Facts facts =
            server({listener(u"0.0.0.0"_s, 2222), listener(u"0.0.0.0"_s, 8443), listener(u"0.0.0.0"_s, 9000)});
        SshdFacts sshd;
        sshd.effective = SshdEffective{{{u"port"_s, {UntrustedText(u"2222"_s)}}}};
        facts.sshd = sshd;
        NginxFacts nginx;
        FileFact file;
        file.path = RemotePath(QByteArray("/etc/nginx/nginx.conf"));
        file.content = "server {\n    listen 8443 ssl;\n    listen [::]:8443 ssl;\n}\n";
        nginx.tree = QList<FileFact>{file};
        facts.nginx = nginx;
        const auto all = exposures(facts);
        QCOMPARE(all->size(), 3);
        QCOMPARE(all->at(0).verdict, Verdict::Gate);
        QCOMPARE(all->at(1).verdict, Verdict::Gate);
        QCOMPARE(all->at(2).verdict, Verdict::Open);
    }

    void firewallThatNeedsRoot_leavesTheQuestionOpen()
    {
        Facts facts = server({listener(u"0.0.0.0"_s, 3001)});
        facts.firewall.ufwStatus = facts.firewall.nftables = facts.firewall.iptables = facts.firewall.ip6tables =
            Gap{Gap::Reason::NeedsRoot, {}};
        QCOMPARE(only(facts).verdict, Verdict::Unknown);
    }

    void ufwWithoutRoot_saysWhatItsFilesTell()
    {
        Facts facts = server({listener(u"0.0.0.0"_s, 3001)});
        facts.firewall.ufwStatus = facts.firewall.nftables = facts.firewall.iptables = facts.firewall.ip6tables =
            Gap{Gap::Reason::NeedsRoot, {}};
        const auto reason = [&](bool enabled, const QString &incoming) {
            facts.firewall.ufwSettings = UfwSettings{enabled, UntrustedText(incoming), true};
            return only(facts).reason;
        };
        QCOMPARE(reason(true, u"DROP"_s), u"ufw is switched on and stops what no rule allows; its rules: needs root"_s);
        QCOMPARE(reason(true, u"ACCEPT"_s),
                 u"ufw is switched on and lets in what no rule denies; its rules: needs root"_s);
        QCOMPARE(reason(true, {}), u"ufw is switched on; its rules: needs root"_s);
        QCOMPARE(reason(false, u"DROP"_s), u"ufw is switched off; other rules of the firewall: needs root"_s);
        // Partial knowledge decides nothing, and gives way to ufw's own word.
        QCOMPARE(only(facts).verdict, Verdict::Unknown);
        facts.firewall.ufwStatus = UntrustedText(denying);
        QCOMPARE(partialUfw(facts.firewall), QString());
    }

    void proxy_standsForTheServiceOfItsContainer()
    {
        Facts facts = server({});
        facts.containers = QList<Container>{published(3001, 8000)};
        AiService vllm;
        vllm.kind = AiService::Kind::Vllm;
        vllm.pid = 40;
        vllm.container = UntrustedText(u"qwen"_s);
        facts.aiServices = QList<AiService>{vllm};
        Listener proxy = listener(u"0.0.0.0"_s, 3001, u"docker-proxy"_s);
        proxy.container = UntrustedText(u"qwen"_s);
        QCOMPARE(identify(facts, proxy).ai, &facts.aiServices->first());
        facts.aiServices->append(vllm); // which of the two answers is not known
        QCOMPARE(identify(facts, proxy).ai, nullptr);
        // A process of the server with the same command is not the container's.
        facts.aiServices = QList<AiService>{vllm};
        facts.aiServices->first().commandLine = UntrustedText(u"vllm serve"_s);
        Listener here = listener(u"0.0.0.0"_s, 8000, u"vllm"_s);
        here.commandLine = UntrustedText(u"vllm serve"_s);
        QCOMPARE(identify(facts, here).ai, nullptr);
    }

    void publishedContainer_isOpenAlthoughUfwDenies()
    {
        Facts facts = server({listener(u"0.0.0.0"_s, 3001, u"docker-proxy"_s)}, denying);
        facts.firewall.iptables = UntrustedText(
            u"*filter\n:INPUT DROP [0:0]\nCOMMIT\n*nat\n:DOCKER - [0:0]\n-A DOCKER ! -i docker0 -p tcp -m tcp "
            "--dport 3001 -j DNAT --to-destination 172.17.0.2:8000\nCOMMIT\n"_s);
        facts.listeners->first().container = UntrustedText(u"0123456789ab"_s);
        facts.containers = QList<Container>{published(3001, 8000)};
        const Exposure exposure = only(facts);
        QCOMPARE(exposure.verdict, Verdict::Open);
        QVERIFY(exposure.reason.contains(u"past ufw"_s));
        QCOMPARE(exposure.service, u"vLLM");
    }

    void proxyWithoutTranslation_meetsUfw()
    {
        // "iptables": false in Docker's daemon.json: docker-proxy is an ordinary process then.
        Facts facts = server({listener(u"0.0.0.0"_s, 3001, u"docker-proxy"_s)}, denying);
        facts.firewall.iptables = UntrustedText(u"*filter\n:INPUT DROP [0:0]\nCOMMIT\n"_s);
        facts.containers = QList<Container>{published(3001, 8000)};
        QCOMPARE(only(facts).verdict, Verdict::Closed);
    }

    void services_areNamedByWhatIsKnown()
    {
        Facts facts = server({});
        AiService vllm;
        vllm.kind = AiService::Kind::Vllm;
        vllm.pid = 4001;
        facts.aiServices = QList<AiService>{vllm};
        Listener socket = listener(u"0.0.0.0"_s, 3001, u"python3"_s);
        socket.pid = 4001;
        QCOMPARE(identify(facts, socket).name, u"vLLM");
        QCOMPARE(identify(facts, socket).kind, ServiceKind::Ai);
        QCOMPARE(identify(facts, listener(u"0.0.0.0"_s, 5432, u"postgres"_s)).kind, ServiceKind::Database);
        QCOMPARE(identify(facts, listener(u"0.0.0.0"_s, 11434)).name, u"Ollama");
        QCOMPARE(identify(facts, listener(u"0.0.0.0"_s, 68, u"dhclient"_s, Listener::Protocol::Udp)).kind,
                 ServiceKind::System);
        // A port number alone does not overrule the program that is seen.
        QCOMPARE(identify(facts, listener(u"0.0.0.0"_s, 5432, u"python3"_s)).kind, ServiceKind::Other);
    }

    void order_isAddressThenPort()
    {
        const auto all =
            exposures(server({listener(u"::"_s, 80, u"nginx"_s), listener(u"127.0.0.1"_s, 9, u"x"_s),
                              listener(u"0.0.0.0"_s, 443, u"nginx"_s), listener(u"0.0.0.0"_s, 80, u"nginx"_s)}));
        QStringList order;
        for (const Exposure &exposure : *all)
            order += u"%1 %2"_s.arg(exposure.listener.address.toString(), QString::number(exposure.listener.port));
        QCOMPARE(order, QStringList({u"0.0.0.0 80"_s, u"0.0.0.0 443"_s, u"127.0.0.1 9"_s, u":: 80"_s}));
    }
};

GW_REGISTER_TEST(ExposureTest)
#include "exposuretest.moc"
