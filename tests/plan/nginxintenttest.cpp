// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/findings/factsbuilder.h"
#include "tests/plan/plannedserver.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;
using Kind = ChangeSite::Kind;

namespace {

const QByteArray mainFile = "/etc/nginx/nginx.conf";
const QByteArray enabledChat = "/etc/nginx/sites-enabled/chat";
const QByteArray availableChat = "/etc/nginx/sites-available/chat";
const QByteArray idle = "/etc/nginx/sites-available/idle";
const QByteArray mainText = "http {\n    include conf.d/*.conf;\n    include sites-enabled/*;\n}\n";
const QByteArray chatText = "server {\n    listen 80 default_server;\n    server_name chat.example;\n"
                            "    proxy_set_header Authorization \"Bearer s3cret\";\n    root /srv;\n}\n";
const QByteArray idleText = "server {\n    server_name idle.example;\n}\n";

QByteArray masked(QByteArray text)
{
    return text.replace("s3cret", "****");
}

FileFact fact(const QByteArray &path, const QByteArray &content)
{
    FileFact made;
    made.path = RemotePath(path);
    made.content = content;
    return made;
}

PlannedServer server(const std::function<void(Facts &)> &change = [](Facts &) {})
{
    FactsBuilder builder;
    builder.with([change](Facts &facts) {
        NginxFacts nginx;
        nginx.tree = QList<FileFact>{fact(mainFile, mainText), fact(enabledChat, masked(chatText)),
                                     fact("/etc/nginx/conf.d/two.conf", "server { server_name a.example; }\n"
                                                                        "server { server_name b.example; }\n")};
        nginx.spare = {fact(idle, idleText)};
        nginx.links = {{RemotePath(enabledChat), availableChat}};
        facts.nginx = nginx;
        SystemdUnit unit;
        unit.name = UntrustedText(u"nginx.service"_s);
        unit.activeState = UntrustedText(u"active"_s);
        facts.services.units = QList<SystemdUnit>{unit};
        change(facts);
    });
    PlannedServer made(builder.facts());
    made.link(enabledChat, availableChat, chatText).file(availableChat, chatText);
    return made;
}

ChangeSite chat(Kind kind, const QByteArray &newName = {})
{
    return {kind, RemotePath(enabledChat), "chat.example", newName};
}

EditNginxFile edit(const QByteArray &seen, const QByteArray &text)
{
    return {RemotePath(enabledChat), seen, text};
}

} // namespace

class NginxIntentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editedFile_isCheckedAndReloaded()
    {
        const QByteArray text = chatText + "# more\n";
        const Plan plan = server().planned({edit(masked(chatText), masked(text))});
        QCOMPARE(idsOf(plan), QStringList({u"write "_s + QString::fromUtf8(enabledChat), u"check nginx"_s,
                                           u"reload nginx.service"_s}));
        QCOMPARE(writtenBy(plan, enabledChat), text);
        QVERIFY(proves(plan, UnitProof{ServiceUnit(u"nginx.service"_s)}));
    }

    void maskedSecret_staysAndIsNotShown()
    {
        QByteArray seen = masked(chatText);
        const QByteArray beside = QByteArray(seen).replace("    root /srv;\n", "    root /www;\n"); // the next line
        const Plan plan = server().planned({edit(seen, beside)});
        QVERIFY(writtenBy(plan, enabledChat).contains("Bearer s3cret"));
        QVERIFY(writtenBy(plan, enabledChat).contains("root /www;"));
        QCOMPARE(secrecyOf(plan.steps.first().change), Secrecy::Secret);
    }

    void maskedSecret_mayBeReplaced()
    {
        const QByteArray seen = masked(chatText);
        const Plan plan = server().planned({edit(seen, QByteArray(seen).replace("****", "other"))});
        QVERIFY(writtenBy(plan, enabledChat).contains("Bearer other"));
    }

    void whatOthersChanged_isMergedOrRefused()
    {
        const QByteArray seen = masked(chatText).replace("root /srv", "root /old"); // meanwhile it is /srv
        const Plan plan = server().planned({edit(seen, "# mine\n" + seen)});
        QCOMPARE(writtenBy(plan, enabledChat), "# mine\n" + chatText);
        QVERIFY(server().refusal({edit(seen, QByteArray(seen).replace("root /old", "root /mine"))}).contains(u"5"_s));
    }

    void fileWithoutLastLineEnd_keepsItSo()
    {
        PlannedServer changed = server();
        changed.link(enabledChat, availableChat, chatText.chopped(1));
        const QByteArray seen = masked(chatText);
        const Plan plan = changed.planned({edit(seen, "# top\n" + seen)});
        QCOMPARE(writtenBy(plan, enabledChat), "# top\n" + chatText.chopped(1));
    }

    void unchangedFile_isNoPlan()
    {
        QVERIFY(server().planned({edit(masked(chatText), masked(chatText))}).steps.isEmpty());
        QVERIFY(!server().refusal({EditNginxFile{RemotePath(QByteArray("/etc/nginx/gone")), "a", "b"}}).isEmpty());
    }

    void site_isEnabledByALinkAndDisabledWithoutIt()
    {
        const Plan enabled = server().planned({ChangeSite{Kind::Enable, RemotePath(idle), "idle.example"}});
        const Step *link = stepOf(enabled, u"link /etc/nginx/sites-enabled/idle"_s);
        QVERIFY(link);
        QCOMPARE(std::get<LinkFile>(link->change).target, idle);
        QVERIFY(stepOf(enabled, u"check nginx"_s) && stepOf(enabled, u"reload nginx.service"_s));
        const Plan disabled = server().planned({chat(Kind::Disable)});
        QVERIFY(stepOf(disabled, u"remove /etc/nginx/sites-enabled/chat"_s));
        QVERIFY(!stepOf(disabled, u"remove /etc/nginx/sites-available/chat"_s));
    }

    void siteThatIsNoLink_isMoved()
    {
        PlannedServer regular = server();
        regular.file(enabledChat, chatText, {0640, "root", "www-data"});
        QVERIFY(!regular.refusal({chat(Kind::Disable)}).isEmpty()); // something else lies there
        const ChangeSite inConf{Kind::Disable, RemotePath(QByteArray("/etc/nginx/conf.d/two.conf")), "a.example"};
        const Plan plan = server().planned({inConf});
        QVERIFY(writtenBy(plan, "/etc/nginx/conf.d/two.conf.disabled").contains("a.example"));
        QVERIFY(stepOf(plan, u"remove /etc/nginx/conf.d/two.conf"_s));
        QVERIFY(plan.warnings.join(u' ').contains(u"b.example"_s));
    }

    void layoutWithoutSitesEnabled_cannotEnableThere()
    {
        const PlannedServer other =
            server([](Facts &facts) { facts.nginx->tree->first().content = "http { include conf.d/*.conf; }\n"; });
        QVERIFY(
            other.refusal({ChangeSite{Kind::Enable, RemotePath(idle), "idle.example"}}).contains(u"sites-enabled"_s));
    }

    void copy_isAFileOfItsOwnAndEnabled()
    {
        const Plan plan = server().planned({chat(Kind::Duplicate, "talk.example")});
        const QByteArray copy = writtenBy(plan, "/etc/nginx/sites-available/talk.example");
        QVERIFY(copy.contains("server_name talk.example;") && !copy.contains("default_server"));
        QVERIFY(copy.contains("s3cret"));
        QCOMPARE(secrecyOf(stepOf(plan, u"write /etc/nginx/sites-available/talk.example"_s)->change), Secrecy::Secret);
        QVERIFY(stepOf(plan, u"link /etc/nginx/sites-enabled/talk.example"_s));
    }

    void newName_mustBeFreeAndAHost()
    {
        QVERIFY(server().refusal({chat(Kind::Duplicate, "a.example")}).contains(u"a.example"_s));
        QVERIFY(server().refusal({chat(Kind::Rename, "../../etc/passwd")}).contains(u"host"_s));
        QVERIFY(server().refusal({chat(Kind::Duplicate, "x; return 200")}).contains(u"host"_s));
        const Plan plan = server().planned({chat(Kind::Rename, "talk.example")});
        QVERIFY(writtenBy(plan, enabledChat).contains("server_name talk.example;"));
    }

    void certificateThatDoesNotNameIt_isSaid()
    {
        const PlannedServer tls = server([](Facts &facts) {
            facts.nginx->tree->last().content =
                "server { listen 443 ssl; server_name a.example; ssl_certificate /a.pem; }\n";
            CertificateFile file{RemotePath(QByteArray("/a.pem")), {}};
            file.certificate.names = {UntrustedText(u"*.wild.example"_s)};
            facts.certificates.files = QList<CertificateFile>{file};
        });
        const auto renamed = [&](const QByteArray &name) {
            return tls
                .planned(
                    {ChangeSite{Kind::Rename, RemotePath(QByteArray("/etc/nginx/conf.d/two.conf")), "a.example", name}})
                .warnings.size();
        };
        QCOMPARE(renamed("b.example"), 1);
        QCOMPARE(renamed("b.wild.example"), 0);
    }

    void maintenance_isSwitchedOnAndOff()
    {
        const Plan plan = server().planned({chat(Kind::StartMaintenance)});
        const QByteArray text = writtenBy(plan, enabledChat);
        QVERIFY(text.contains("return 503"));
        PlannedServer inside = server();
        inside.link(enabledChat, availableChat, text);
        QCOMPARE(writtenBy(inside.planned({chat(Kind::EndMaintenance)}), enabledChat), chatText);
    }

    void deletedSite_takesItsFilesButNoNeighbour()
    {
        const Plan plan = server().planned({chat(Kind::Delete)});
        QVERIFY(stepOf(plan, u"remove /etc/nginx/sites-enabled/chat"_s));
        QVERIFY(stepOf(plan, u"remove /etc/nginx/sites-available/chat"_s));
        const Plan one = server().planned(
            {ChangeSite{Kind::Delete, RemotePath(QByteArray("/etc/nginx/conf.d/two.conf")), "a.example"}});
        QCOMPARE(writtenBy(one, "/etc/nginx/conf.d/two.conf"), QByteArray("server { server_name b.example; }\n"));
    }

    void nginxWithoutUnit_isReloadedByItself()
    {
        const auto unitless = [](bool listens) {
            return server([listens](Facts &facts) {
                facts.services.units = Gap{};
                Listener listener;
                listener.process = UntrustedText(u"nginx"_s);
                facts.listeners = listens ? QList<Listener>{listener} : QList<Listener>{};
            });
        };
        QCOMPARE(commandsOf(unitless(true).planned({chat(Kind::StartMaintenance)})), QByteArrayList{"nginx -s reload"});
        const Plan stopped = unitless(false).planned({chat(Kind::StartMaintenance)});
        QVERIFY(commandsOf(stopped).isEmpty());
        QCOMPARE(stopped.warnings.size(), 1);
    }
};

GW_REGISTER_TEST(NginxIntentTest)
#include "nginxintenttest.moc"
