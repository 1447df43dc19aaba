// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/plan/plannedserver.h"
#include "tests/plan/publishsample.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace gw;
using namespace gw::test;

/// Who is published, what a service insists on, and who may enter.
class PublishServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passwordFile_keepsThoseWhoStandInIt()
    {
        const QByteArray path = "/etc/nginx/gatewright/lora.example.com.htpasswd";
        const PlannedServer server =
            PlannedServer(publishServer()).file(path, "# door\nbob:$apr1$salt$hash\nada:$apr1$salt$old\n");
        Publish wish = publishedLora();
        const QByteArray ada = "ada:" + wish.logins.first().hash + '\n';
        const Plan plan = server.planned({wish});
        QCOMPARE(writtenBy(plan, path), ada + "bob:$apr1$salt$hash\n");
        QVERIFY(plan.warnings.join(u'\n').contains(u"bob"_s));
        wish.keepLogins = false;
        QCOMPARE(writtenBy(server.planned({wish}), path), ada);
        wish.logins.append(wish.logins.first());
        QVERIFY(server.refusal({wish}).contains(u"ada"_s)); // twice
    }

    void openedPorts_areThoseOfTheFirewall()
    {
        QCOMPARE(openedPorts(PlannedServer(publishServer()).planned({publishedLora()})), (QList<quint16>{80, 443}));
        Facts facts = publishServer();
        facts.firewall.ufwStatus = UntrustedText(u"Status: inactive\n"_s);
        QCOMPARE(openedPorts(PlannedServer(facts).planned({publishedLora()})), QList<quint16>());
    }

    void services_areCalledWhatPeopleCallThem()
    {
        Facts facts = publishServer();
        Listener &service = facts.listeners->first();
        service.commandLine = UntrustedText(u"python3 -u /opt/lora/gui.py --port 7860"_s);
        service.unit = UntrustedText(u"cron.service"_s);
        PublishableService found = publishableServices(facts).first();
        QCOMPARE(found.program.raw(), u"gui.py"_s);
        QVERIFY(found.unit.isEmpty());
        service.unit = UntrustedText(u"lora.service"_s);
        QCOMPARE(publishableServices(facts).first().unit.raw(), u"lora.service"_s);
        service.process = UntrustedText(u"ollama"_s);
        QCOMPARE(publishableServices(facts).first().program.raw(), u"ollama"_s);
    }

    void services_areKnownByProgramAndPort()
    {
        const auto kindAt = [](const QString &process, quint16 port) {
            Facts facts = publishServer();
            (*facts.listeners)[0].process = UntrustedText(process);
            (*facts.listeners)[0].port = port;
            const auto services = publishableServices(facts);
            return services.size() == 1 ? services.first().kind : PublishKind::Static; // sshd is none
        };
        QCOMPARE(kindAt(u"python3"_s, 7860), PublishKind::WebUi);
        QCOMPARE(kindAt(u"python3.11"_s, 8188), PublishKind::ComfyUi);
        QCOMPARE(kindAt(u"python3"_s, 8000), PublishKind::Other);
        QCOMPARE(kindAt(u"java"_s, 7860), PublishKind::Other);
    }

    void ollama_isCalledByANameThatItKnows()
    {
        Publish wish = publishPreset(PublishKind::Ollama);
        wish.target = u"127.0.0.1:11434"_s;
        wish.domains = {u"ollama.example.com"_s};
        const QList<PublishFile> files = publishFiles(publishServer(), wish);
        const QByteArray text = files.first().text;
        QVERIFY(text.contains("proxy_set_header Host localhost;"));
        QVERIFY(text.contains("proxy_set_header Origin \"\";"));
        QVERIFY(!text.contains("gatewright-proxy.conf")); // a second Host would be sent too
        for (const PublishFile &file : files)
            QVERIFY(!file.path.bytes().endsWith("gatewright-proxy.conf"));
    }

    void jupyterOnLoopback_isSaidToRefuseNames()
    {
        Publish wish = publishedLora();
        wish.kind = PublishKind::Jupyter;
        Facts facts = publishServer();
        const auto notices = [&] {
            QString said;
            for (const PublishProblem &problem : publishProblems(facts, wish))
                said += problem.text + u'\n';
            return said;
        };
        QVERIFY(!notices().contains(u"allow_remote_access"_s)); // it listens to everybody: it takes every name
        facts.listeners->first().address = QHostAddress(u"127.0.0.1"_s);
        QVERIFY(notices().contains(u"allow_remote_access"_s));
        AiService jupyter;
        jupyter.kind = AiService::Kind::Jupyter;
        jupyter.commandLine = UntrustedText(u"jupyter-lab --ServerApp.allow_remote_access=True"_s);
        facts.aiServices = QList{jupyter};
        QVERIFY(!notices().contains(u"allow_remote_access"_s));
        wish.path = u"/lab/"_s;
        QVERIFY(notices().contains(u"Jupyter"_s));
    }

    void serverWithoutBcrypt_getsApr1()
    {
        Facts facts = publishServer();
        facts.system.osVersion = UntrustedText(u"12"_s);
        QCOMPARE(passwordSchemeOf(facts), PasswordScheme::Bcrypt);
        facts.system.osVersion = UntrustedText(u"10"_s);
        QCOMPARE(passwordSchemeOf(facts), PasswordScheme::Apr1);
        for (const QString &password : {u"x"_s, u"correct horse"_s, u"pass word €, and more than sixteen bytes"_s}) {
            const auto hash = passwordHash(password, PasswordScheme::Apr1);
            QVERIFY(hash);
            QProcess openSsl; // the oracle
            openSsl.start(u"openssl"_s, {u"passwd"_s, u"-apr1"_s, u"-salt"_s,
                                         QString::fromLatin1(hash->split('$').value(2)), password});
            QVERIFY(openSsl.waitForFinished());
            QCOMPARE(*hash, openSsl.readAllStandardOutput().trimmed());
        }
    }

    void hash_isBcrypt_andAnotherEachTime()
    {
        const auto first = passwordHash(u"pass word €"_s);
        const auto second = passwordHash(u"pass word €"_s);
        QVERIFY(first && second);
        QVERIFY(first->startsWith("$2y$06$"));
        QCOMPARE(first->size(), 60);
        QVERIFY(*first != *second);
        QVERIFY(!passwordHash({}));
        QVERIFY(!passwordHash(QString(73, u'x')));
    }

    void password_standsInNoPlan()
    {
        const Plan plan = PlannedServer(publishServer()).planned({publishedLora()});
        const QByteArray json = QJsonDocument(toJson(plan)).toJson();
        QVERIFY(!json.contains("correct horse"));
        QVERIFY(!json.contains("$2y$"));
        QVERIFY(!markdownOf(plan, u"s"_s).contains("$2y$"));
    }
};

GW_REGISTER_TEST(PublishServiceTest)
#include "publishservicetest.moc"
