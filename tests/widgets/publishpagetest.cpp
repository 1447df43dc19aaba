// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishpage.h"
#include "tests/scenes/sampleweb.h"
#include "tests/support/testmain.h"
#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"
#include "widgets/publish/publishaccessfield.h"
#include "widgets/publish/publishaddressfield.h"
#include "widgets/publish/publishcertificatefield.h"
#include "widgets/publish/publishoptionsfield.h"
#include "widgets/publish/publishservicefield.h"
#include "widgets/publish/publishtexts.h"
#include "widgets/web/nginxeditor.h"
#include "widgets/web/webpage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>

using namespace gw;

class PublishPageTest : public QObject {
    Q_OBJECT

    const QString m_password = QStringLiteral("correct horse 42");

    /// Open, and told of every wish at once what would come of it.
    static std::unique_ptr<PublishPage> pageOf(quint16 port = 0, const Facts &facts = sample::withWebUi())
    {
        auto page = std::make_unique<PublishPage>();
        const auto shared = std::make_shared<const Facts>(facts);
        connect(page.get(), &PublishPage::edited, page.get(),
                [shared, page = page.get()] { page->setPreview(page->wish(), publishPreview(*shared, page->wish())); });
        page->setFacts(shared);
        page->resize(1060, 700);
        page->show();
        page->open(port);
        return page;
    }

    template <typename T>
    static T *part(const std::unique_ptr<PublishPage> &page, const char *name)
    {
        return page->findChild<T *>(QLatin1String(name));
    }

    static void type(const std::unique_ptr<PublishPage> &page, const char *field, const QString &text)
    {
        auto *line = part<QLineEdit>(page, field);
        line->clear();
        QTest::keyClicks(line, text);
    }

    static void tick(const std::unique_ptr<PublishPage> &page, const char *box) { part<QCheckBox>(page, box)->click(); }

    /// Good enough to be planned.
    void fill(const std::unique_ptr<PublishPage> &page) const
    {
        type(page, "publishDomains", QStringLiteral("draw.example.com"));
        type(page, "publishUser", QStringLiteral("ada"));
        type(page, "publishPassword", m_password);
    }

    template <typename Field>
    static QString errorsAt(const std::unique_ptr<PublishPage> &page)
    {
        const auto *label =
            page->findChild<Field *>()->template findChild<PlainLabel *>(QStringLiteral("publishErrors"));
        return label->isHidden() ? QString() : label->text();
    }

    static QString nginxOf(const std::unique_ptr<PublishPage> &page)
    {
        return QString::fromUtf8(part<NginxEditor>(page, "publishNginx")->document());
    }

private Q_SLOTS:
    void service_fillsItsPreset_data()
    {
        QTest::addColumn<int>("port");
        QTest::addColumn<PublishKind>("kind");
        QTest::newRow("vLLM") << int(sample::vllmPort) << PublishKind::OpenAi;
        QTest::newRow("WebUI") << int(sample::webUiPort) << PublishKind::WebUi;
        QTest::newRow("Jupyter") << int(sample::jupyterPort) << PublishKind::Jupyter;
    }

    void service_fillsItsPreset()
    {
        QFETCH(int, port);
        QFETCH(PublishKind, kind);
        const auto page = pageOf(quint16(port));
        const Publish wish = page->wish();
        const Publish preset = publishPreset(kind);
        QCOMPARE(wish.kind, kind);
        QCOMPARE(wish.target, QStringLiteral("127.0.0.1:%1").arg(port));
        QCOMPARE(wish.webSocket, preset.webSocket);
        QCOMPARE(wish.streaming, preset.streaming);
        QCOMPARE(wish.patienceSeconds, preset.patienceSeconds);
        QCOMPARE(wish.uploadMegabytes, preset.uploadMegabytes);
        QCOMPARE(wish.requestsPerSecond, preset.requestsPerSecond);
        QCOMPARE(wish.compression, preset.compression);
        QVERIFY(part<PlainLabel>(page, "publishPreset")->text().size() > 20);
    }

    void presetOfAnotherKind_isTakenUp()
    {
        const auto page = pageOf(sample::webUiPort);
        auto *kind = part<QComboBox>(page, "publishKind");
        kind->setCurrentIndex(kind->findData(int(PublishKind::Jupyter)));
        Q_EMIT kind->activated(kind->currentIndex());
        QCOMPARE(page->wish().kind, PublishKind::Jupyter);
        QCOMPARE(page->wish().patienceSeconds, publishPreset(PublishKind::Jupyter).patienceSeconds);
    }

    void folder_isStatic()
    {
        const auto page = pageOf();
        auto *service = part<QComboBox>(page, "publishService");
        service->setCurrentIndex(service->count() - 2);
        Q_EMIT service->activated(service->currentIndex());
        type(page, "publishTarget", QStringLiteral("/srv/site"));
        type(page, "publishDomains", QStringLiteral("www.example.com"));
        QCOMPARE(page->wish().kind, PublishKind::Static);
        QCOMPARE(page->wish().target, QStringLiteral("/srv/site"));
        QVERIFY(!page->wish().closePort);
        QVERIFY(!part<QCheckBox>(page, "publishClosePort")->isVisible());
        QVERIFY2(nginxOf(page).contains(QLatin1String("root /srv/site")),
                 qPrintable(nginxOf(page) + errorsAt<PublishAccessField>(page)));
    }

    void problems_standAtTheirField()
    {
        const auto page = pageOf(sample::jupyterPort);
        QVERIFY(errorsAt<PublishServiceField>(page).isEmpty());
        QVERIFY(!errorsAt<PublishAddressField>(page).isEmpty()); // no name yet
        QVERIFY(!errorsAt<PublishAccessField>(page).isEmpty());  // no password yet
        QVERIFY(!part<Button>(page, "publishPlan")->isEnabled());
        fill(page);
        QCOMPARE(errorsAt<PublishAddressField>(page), QString());
        QCOMPARE(errorsAt<PublishAccessField>(page), QString());
        QVERIFY(part<Button>(page, "publishPlan")->isEnabled());
        type(page, "publishPath", QStringLiteral("lab"));
        QVERIFY(errorsAt<PublishAddressField>(page).contains(QLatin1String("lab")));
        type(page, "publishPath", QStringLiteral("/lab/"));
        tick(page, "publishCors");
        type(page, "publishOrigins", QStringLiteral("app.example.org"));
        QVERIFY(errorsAt<PublishOptionsField>(page).contains(QLatin1String("app.example.org")));
        QVERIFY(errorsAt<PublishAddressField>(page).isEmpty());
        tick(page, "publishCors");
        part<QSpinBox>(page, "publishHttpsPort")->setValue(80);
        QVERIFY(!errorsAt<PublishOptionsField>(page).isEmpty());
        part<QSpinBox>(page, "publishHttpsPort")->setValue(443);
        type(page, "publishDomains", QStringLiteral("chat.tutorial.test"));
        QVERIFY(errorsAt<PublishAddressField>(page).isEmpty()); // a part of the site that is there
        type(page, "publishPath", QStringLiteral("/"));
        QVERIFY(errorsAt<PublishAddressField>(page).contains(QLatin1String("qwen-chat"))); // served already
        QVERIFY(!part<Button>(page, "publishPlan")->isEnabled());
    }

    void wish_hasWhatWasChosen()
    {
        const auto page = pageOf(sample::webUiPort);
        fill(page);
        tick(page, "publishByNetwork");
        type(page, "publishNetworks", QStringLiteral("192.168.10.0/24, 10.0.5.100"));
        tick(page, "publishCors");
        type(page, "publishOrigins", QStringLiteral("https://a.example.org https://b.example.org"));
        for (const char *box : {"publishHealth", "publishStatus", "publishCacheAssets"})
            tick(page, box);
        part<QSpinBox>(page, "publishRate")->setValue(7);
        QSignalSpy wished(page.get(), &PublishPage::planRequested);
        part<Button>(page, "publishPlan")->click();
        QCOMPARE(wished.size(), 1);
        const auto wish = wished.first().first().value<Publish>();
        QCOMPARE(wish.domains, QStringList{QStringLiteral("draw.example.com")});
        QCOMPARE(wish.networks, (QStringList{QStringLiteral("192.168.10.0/24"), QStringLiteral("10.0.5.100")}));
        QCOMPARE(wish.satisfy, Publish::Satisfy::Any);
        QCOMPARE(wish.corsOrigins.size(), 2);
        QVERIFY(wish.health && wish.status && wish.cacheAssets && wish.closePort && wish.securityHeaders);
        QCOMPARE(wish.requestsPerSecond, 7);
        QCOMPARE(wish.logins.size(), 1);
        QCOMPARE(wish.logins.first().user, QStringLiteral("ada"));
        QVERIFY(wish.logins.first().password.isEmpty());
        QCOMPARE(wished.first().last().value<QList<Secret>>(), QList{Secret(m_password.toUtf8())});
        for (const char *line : {"satisfy any;", "allow 192.168.10.0/24;", "gatewright-health", "stub_status;"})
            QVERIFY2(nginxOf(page).contains(QLatin1String(line)), line);
    }

    /// What is shown of a wish is a plan without a finding.
    void whatIsWritten_isShownWithItsSteps()
    {
        const auto page = pageOf(sample::webUiPort);
        fill(page);
        QVERIFY(nginxOf(page).contains(QLatin1String("proxy_pass http://127.0.0.1:7860")));
        const auto preview = publishPreview(sample::withWebUi(), page->wish());
        QStringList found;
        for (const Finding &finding : preview.findings)
            found << finding.rule.text() + finding.title;
        QCOMPARE(found, QStringList());
        QVERIFY(preview.plan);
        QVERIFY(
            part<PlainLabel>(page, "publishStepCount")->text().contains(QString::number(preview.plan->steps.size())));
        page->findChild<PublishTexts *>()->setView(PublishTexts::View::Commands);
        QCOMPARE(part<RowList>(page, "publishSteps")->rowModel()->rowCount(), int(preview.plan->steps.size()));
        QVERIFY(part<NginxEditor>(page, "publishNginx")->problems().isEmpty());
    }

    void password_standsInNoText()
    {
        const auto page = pageOf(sample::webUiPort);
        fill(page);
        const auto appears = [&](const QString &secret) {
            for (const QWidget *widget : page->findChildren<QWidget *>()) {
                if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->text().contains(secret))
                    return true;
                const auto *line = qobject_cast<const QLineEdit *>(widget);
                if (line && line->displayText().contains(secret))
                    return true;
                if (widget->toolTip().contains(secret) || widget->accessibleDescription().contains(secret))
                    return true;
            }
            return nginxOf(page).contains(secret);
        };
        QVERIFY(!appears(m_password));
        const auto hash = passwordHash(m_password);
        QVERIFY(hash.has_value());
        page->setHashes({{QStringLiteral("ada"), *hash, {}}});
        QVERIFY(!appears(m_password) && !appears(QString::fromLatin1(*hash)));
        QVERIFY2(part<QLineEdit>(page, "publishPassword")->text().isEmpty(), "it is known by its hash from now on");
        QCOMPARE(page->wish().logins.first().hash, *hash);
        QVERIFY(part<Button>(page, "publishPlan")->isEnabled());
        Publish wish = page->wish();
        wish.logins.first().password = m_password; // as the desk has it for the proof
        const auto plan = publishPreview(sample::withWebUi(), wish).plan;
        QVERIFY(plan);
        const QByteArray text = QJsonDocument(toJson(*plan)).toJson() + markdownOf(*plan, QStringLiteral("server"));
        QVERIFY(!text.contains(m_password.toUtf8()) && !text.contains(*hash));
        for (const Proof &proof : plan->proofs)
            QVERIFY(!titleOf(proof).contains(m_password));
    }

    void planMadeOnceMore_hasThePasswordForItsProofs()
    {
        const auto page = pageOf(sample::webUiPort);
        fill(page);
        QSignalSpy wished(page.get(), &PublishPage::planRequested);
        const auto asked = [&] {
            part<Button>(page, "publishPlan")->click();
            return wished.last();
        };
        QVERIFY(PublishPage::isPlaceholder(asked().first().value<Publish>().logins.first().hash));
        page->setHashes({{QStringLiteral("ada"), "$2y$06$abcdefghijklmnopqrstuuJr8mJ3xk0oV4nBqYkL1c3mZ8x7w6v5u", {}}});
        QCOMPARE(asked().last().value<QList<Secret>>(), QList{Secret(m_password.toUtf8())});
        QVERIFY(!PublishPage::isPlaceholder(wished.last().first().value<Publish>().logins.first().hash));
        type(page, "publishPassword", QStringLiteral("another one"));
        QCOMPARE(asked().last().value<QList<Secret>>(), QList{Secret("another one")});
        QVERIFY(PublishPage::isPlaceholder(wished.last().first().value<Publish>().logins.first().hash));
        page->close();
        QCOMPARE(page->findChild<PublishAccessField *>()->passwords(), QList{Secret()});
    }

    void severalNames_comeAndGo()
    {
        const auto page = pageOf(sample::webUiPort);
        fill(page);
        const auto names = [&] {
            QStringList users;
            for (const PublishLogin &login : page->wish().logins)
                users << login.user;
            return users;
        };
        const auto removers = [&] { return page->findChildren<Button *>(QStringLiteral("publishRemoveLogin")); };
        QVERIFY2(!removers().first()->isVisible(), "one stays");
        part<Button>(page, "publishAddLogin")->click();
        QVERIFY(!part<Button>(page, "publishPlan")->isEnabled()); // nobody has no name
        auto users = page->findChildren<QLineEdit *>(QStringLiteral("publishUser"));
        auto passwords = page->findChildren<QLineEdit *>(QStringLiteral("publishPassword"));
        QTest::keyClicks(users.last(), QStringLiteral("ada"));
        QTest::keyClicks(passwords.last(), QStringLiteral("second"));
        QVERIFY(errorsAt<PublishAccessField>(page).contains(QLatin1String("ada"))); // stands there twice
        users.last()->clear();
        QTest::keyClicks(users.last(), QStringLiteral("grace"));
        QCOMPARE(errorsAt<PublishAccessField>(page), QString());
        QCOMPARE(names(), (QStringList{QStringLiteral("ada"), QStringLiteral("grace")}));
        QCOMPARE(page->findChild<PublishAccessField *>()->passwords(),
                 (QList{Secret(m_password.toUtf8()), Secret("second")}));
        QVERIFY(page->wish().keepLogins);
        tick(page, "publishKeepLogins");
        QVERIFY(!page->wish().keepLogins);
        QVERIFY(removers().first()->isVisible());
        removers().first()->click();
        QCOMPARE(names(), QStringList{QStringLiteral("grace")});
        QVERIFY(part<Button>(page, "publishPlan")->isEnabled());
    }

    void portsThatDoNotAnswer_areAFaultOnlyWhereThePlanDoesNotOpenThem()
    {
        const auto page = pageOf(sample::webUiPort);
        fill(page);
        auto *reach = part<PlainLabel>(page, "publishReach");
        QVERIFY(!reach->isVisible());
        page->setPortAnswers({{80, PortAnswer::Verdict::Answers}, {443, PortAnswer::Verdict::Silent}});
        QVERIFY(reach->isVisible());
        QVERIFY(reach->text().contains(QLatin1String("80")) && reach->text().contains(QLatin1String("443")));
        const auto *field = page->findChild<PublishAddressField *>();
        const QString said = reach->text();
        page->findChild<PublishAddressField *>()->setOpened({443});
        QVERIFY(reach->text() != said);
        QVERIFY(field->isVisible());
        page->setPortAnswers({{80, PortAnswer::Verdict::Unclear}});
        QVERIFY(!reach->isVisible());
    }

    void certificateThatNamesTheDomain_isSuggested()
    {
        Facts facts = sample::withWebUi();
        Lineage lineage;
        lineage.name = UntrustedText(QStringLiteral("example.com"));
        CertificateInfo info;
        info.names = {UntrustedText(QStringLiteral("*.example.com"))};
        info.notAfter = facts.takenAt.addDays(60);
        lineage.certificate = info;
        facts.certificates.lineages = QList{lineage};
        const auto page = pageOf(sample::webUiPort, facts);
        type(page, "publishDomains", QStringLiteral("draw.example.com"));
        QCOMPARE(page->wish().tls.source, PublishTls::Source::Files);
        QCOMPARE(page->wish().tls.certificate.shown(),
                 QStringLiteral("/etc/letsencrypt/live/example.com/fullchain.pem"));
        type(page, "publishDomains", QStringLiteral("draw.example.net"));
        QCOMPARE(page->wish().tls.source, PublishTls::Source::Own);
        part<QAbstractButton>(page, "publishTlsNone")->click();
        type(page, "publishDomains", QStringLiteral("draw.example.com"));
        QCOMPARE(page->wish().tls.source, PublishTls::Source::None); // somebody chose
    }

    void previewOfAnotherWish_countsForNothing()
    {
        const auto page = pageOf(sample::webUiPort);
        fill(page);
        const Publish before = page->wish();
        page->disconnect(SIGNAL(edited()));
        type(page, "publishUser", QStringLiteral("grace"));
        page->setPreview(before, publishPreview(sample::withWebUi(), before));
        QVERIFY(!part<Button>(page, "publishPlan")->isEnabled());
    }

    void newSurvey_keepsWhatWasTyped_anotherServerDoesNot()
    {
        const auto page = pageOf(sample::webUiPort);
        fill(page);
        const Publish before = page->wish();
        page->setFacts(std::make_shared<const Facts>(sample::withWebUi()));
        QVERIFY(page->wish() == before);
        page->setFacts(nullptr);
        page->setFacts(std::make_shared<const Facts>(sample::withWebUi()));
        page->open();
        QVERIFY(page->wish().domains.isEmpty());
        QVERIFY(part<QLineEdit>(page, "publishPassword")->text().isEmpty());
    }

    void pageWeb_opensAndClosesIt()
    {
        WebPage web;
        web.setFacts(std::make_shared<const Facts>(sample::withoutNginx()), nullptr);
        web.resize(1060, 700);
        web.show();
        QVERIFY(!web.publish()->isVisible());
        auto *nothing = web.findChild<QWidget *>(QStringLiteral("noNginx"));
        nothing->findChild<Button *>()->click();
        QVERIFY(web.publish()->isVisible() && !nothing->isVisible());
        web.publish()->findChild<Button *>(QStringLiteral("publishBack"))->click();
        QVERIFY(!web.publish()->isVisible() && nothing->isVisible());
    }
};

GW_REGISTER_TEST(PublishPageTest)
#include "publishpagetest.moc"
