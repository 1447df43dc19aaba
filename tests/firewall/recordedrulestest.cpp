// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/firewall.h"
#include "tests/support/testmain.h"

#include <QFile>

using namespace gw;
using namespace Qt::StringLiterals;
using Kind = FirewallVerdict::Kind;

namespace {

Known<UntrustedText> recorded(const QString &name)
{
    QFile file(QStringLiteral(GW_TEST_DATA "/debian12-ufw/") + name + u".txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return UntrustedText::fromBytes(file.readAll());
}

const Known<UntrustedText> absent = Gap{Gap::Reason::NotInstalled, {}};

} // namespace

/// Each way to ask the same server must give the same answer: ufw's words, iptables' rules, nftables' view of them.
class RecordedRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySource_givesTheSameVerdicts_data()
    {
        QTest::addColumn<QStringList>("sources");
        QTest::newRow("ufw") << QStringList{u"ufw"_s};
        QTest::newRow("iptables") << QStringList{u"iptables"_s, u"ip6tables"_s};
        QTest::newRow("nftables") << QStringList{u"nftables"_s};
        QTest::newRow("all") << QStringList{u"ufw"_s, u"iptables"_s, u"ip6tables"_s, u"nftables"_s};
    }
    void everySource_givesTheSameVerdicts()
    {
        QFETCH(QStringList, sources);
        const auto text = [&](const QString &name) { return sources.contains(name) ? recorded(name) : absent; };
        const Firewall firewall(
            {text(u"ufw"_s), absent, text(u"nftables"_s), text(u"iptables"_s), text(u"ip6tables"_s)});
        for (const Arrival::Family family : {Arrival::Family::V4, Arrival::Family::V6}) {
            const auto kind = [&](quint16 port, Arrival::Protocol protocol = Arrival::Protocol::Tcp) {
                const FirewallVerdict verdict = firewall.incoming({family, protocol, port, {}});
                if (verdict.kind == Kind::Unknown)
                    qWarning("port %d: %s", int(port), qPrintable(verdict.reason));
                return verdict.kind;
            };
            for (const quint16 port : {22, 80, 443})
                QCOMPARE(kind(port), Kind::Allow);
            for (const quint16 port : {3001, 8888, 5432})
                QCOMPARE(kind(port), Kind::Deny);
            QCOMPARE(kind(22, Arrival::Protocol::Udp), Kind::Deny);
            QCOMPARE(firewall.byDefault(family).kind, Kind::Deny);
        }
    }
};

GW_REGISTER_TEST(RecordedRulesTest)
#include "recordedrulestest.moc"
