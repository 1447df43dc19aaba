// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/nameservice.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;
using Verdict = NameAnswer::Verdict;

namespace {

Way reachedAt(const QString &address)
{
    Way way;
    HopSettings hop;
    hop.host = u"server.invalid"_s;
    way.route.hops = {hop};
    way.address = address;
    return way;
}

} // namespace

/// Whether a name leads to the server is judged by addresses; every computer knows the name localhost.
class NameServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nameOfTheServer_leadsHere()
    {
        for (const QString &address : {u"127.0.0.1"_s, u"::ffff:127.0.0.1"_s}) {
            const NameAnswer answer = whereLeads(u"127.0.0.1"_s, reachedAt(address), {});
            QCOMPARE(answer.verdict, Verdict::Here);
            QCOMPARE(adviceOf(answer), QString());
        }
        const NameAnswer local = whereLeads(u"localhost"_s, reachedAt(u"127.0.0.1"_s), {});
        QVERIFY(local.verdict == Verdict::Here || local.addresses == QStringList{u"::1"_s});
    }

    void nameOfAnotherServer_leadsElsewhere_andBothAreNamed()
    {
        const NameAnswer answer = whereLeads(u"198.51.100.7"_s, reachedAt(u"203.0.113.9"_s), {});
        QCOMPARE(answer.verdict, Verdict::Elsewhere);
        QVERIFY(adviceOf(answer).contains(u"198.51.100.7"_s) && adviceOf(answer).contains(u"203.0.113.9"_s));
    }

    void serverOfUnknownAddress_isNotJudged()
    {
        Way way = reachedAt({});
        way.route.hops[0].proxyCommand = u"nc %h %p"_s;
        const NameAnswer answer = whereLeads(u"198.51.100.7"_s, way, {});
        QCOMPARE(answer.verdict, Verdict::Unclear);
        QCOMPARE(answer.addresses, QStringList{u"198.51.100.7"_s});
        QCOMPARE(adviceOf(answer), QString());
    }

    /// Without a name server nothing is known; with one the name does not exist (RFC 6761, section 6.4).
    void nameThatIsNone_neverLeadsHere()
    {
        const NameAnswer answer = whereLeads(u"*.name.invalid"_s, reachedAt(u"203.0.113.9"_s), {});
        QVERIFY(answer.verdict == Verdict::Nowhere || answer.verdict == Verdict::Unclear);
        QCOMPARE(adviceOf(answer).contains(u"203.0.113.9"_s), answer.verdict == Verdict::Nowhere);
    }
};

GW_REGISTER_TEST(NameServiceTest)
#include "nameservicetest.moc"
