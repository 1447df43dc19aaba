// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/references.h"
#include "tests/support/testmain.h"

using namespace gw;
using Kind = NginxName::Kind;

namespace {

const QByteArray mainText = "http {\n"
                            "    upstream app { server 127.0.0.1:3000; }\n"
                            "    map $uri $kind { ~^/a $uri; default \"x$host\"; }\n"
                            "    limit_req_zone $binary_remote_addr zone=few:1m rate=1r/s;\n"
                            "    include sites/*;\n"
                            "}\n";
const QByteArray siteText = "server {\n"
                            "    limit_req zone=few burst=5;\n"
                            "    error_page 502 @down;\n"
                            "    location / { proxy_pass http://app/x; add_header X \"$kind-${kind}\"; }\n"
                            "    location /b { proxy_pass \"http://app\"; }\n"
                            "    location @down { return 502; }\n"
                            "}\n";

NginxConfig config()
{
    return NginxConfig::read(NginxFiles::of({{RemotePath(QByteArray("/n/nginx.conf")), mainText},
                                             {RemotePath(QByteArray("/n/sites/a")), siteText}}),
                             RemotePath(QByteArray("/n/nginx.conf")));
}

/// The name at the first place of `part`, `behind` bytes on.
std::optional<NginxName> nameAt(const QByteArray &text, const char *part, int behind = 0)
{
    return nginxNameAt(NginxTree::parse(text), text.indexOf(part) + behind);
}

/// The text with every place of a name replaced.
QByteArray renamed(int file, const NginxName &name, const QByteArray &to)
{
    const NginxConfig all = config();
    const NginxTree &tree = all.files()[file].tree;
    QList<NginxEdit> edits;
    for (const NginxReference &reference : nginxReferences(tree, name))
        edits.append({reference.span.start, reference.span.size(), to});
    return nginxEdited(tree.text(), edits);
}

} // namespace

class ReferencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void name_isFoundWhereItStands()
    {
        QCOMPARE(nameAt(siteText, "app/x"), NginxName({Kind::Upstream, "app"}));
        QCOMPARE(nameAt(siteText, "app/x", 3), NginxName({Kind::Upstream, "app"}));
        QVERIFY(!nameAt(siteText, "app/x", 4));
        QCOMPARE(nameAt(siteText, "app\""), NginxName({Kind::Upstream, "app"}));
        QCOMPARE(nameAt(mainText, "app {"), NginxName({Kind::Upstream, "app"}));
        QCOMPARE(nameAt(siteText, "$kind"), NginxName({Kind::Variable, "$kind"}));
        QCOMPARE(nameAt(siteText, "{kind}", 2), NginxName({Kind::Variable, "$kind"}));
        QCOMPARE(nameAt(siteText, "@down;"), NginxName({Kind::NamedLocation, "@down"}));
        QCOMPARE(nameAt(siteText, "few burst"), NginxName({Kind::RequestZone, "few"}));
        QVERIFY(!nameAt(siteText, "location"));
    }

    void references_areAllPlacesOfAName()
    {
        const NginxConfig all = config();
        const auto placesOf = [&all](const NginxName &name) {
            QList<QList<NginxReference>> places;
            for (const NginxFile &file : all.files())
                places.append(nginxReferences(file.tree, name));
            return places;
        };
        const auto count = [&](const NginxName &name) {
            qsizetype all = 0;
            for (const QList<NginxReference> &places : placesOf(name))
                all += places.size();
            return all;
        };
        const auto upstream = placesOf({Kind::Upstream, "app"});
        QCOMPARE(upstream[0].size(), 1);
        QVERIFY(upstream[0][0].isDefinition);
        QCOMPARE(upstream[1].size(), 2);
        QVERIFY(!upstream[1][0].isDefinition);
        QCOMPARE(count({Kind::Variable, "$kind"}), 3);
        QVERIFY(placesOf({Kind::Variable, "$kind"})[0][0].isDefinition);
        QCOMPARE(count({Kind::Variable, "$uri"}), 2);
        QCOMPARE(count({Kind::RequestZone, "few"}), 2);
        QCOMPARE(count({Kind::NamedLocation, "@down"}), 2);
        QCOMPARE(nginxNamesOf(all).upstreams, QList<QByteArray>{"app"});
        QVERIFY(nginxNamesOf(all).variables.contains("$kind"));
    }

    void rename_changesTheNameAlone()
    {
        QByteArray main = mainText;
        QByteArray site = siteText;
        QCOMPARE(renamed(0, {Kind::Upstream, "app"}, "chat"), main.replace("upstream app", "upstream chat"));
        QCOMPARE(renamed(1, {Kind::Upstream, "app"}, "chat"), site.replace("//app", "//chat"));
    }

    void include_leadsToItsFiles()
    {
        const NginxConfig all = config();
        QCOMPARE(nginxIncludedAt(all, 0, mainText.indexOf("sites/*")), QList<int>{1});
        QVERIFY(nginxIncludedAt(all, 0, 0).isEmpty());
        QVERIFY(nginxIncludedAt(all, -1, 0).isEmpty());
    }
};

GW_REGISTER_TEST(ReferencesTest)
#include "referencestest.moc"
