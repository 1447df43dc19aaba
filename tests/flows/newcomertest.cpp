// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/labwindow.h"
#include "tests/support/testmain.h"
#include "widgets/addserver/addserverpage.h"
#include "widgets/frame/sidebar.h"
#include "widgets/server/serverpage.h"

#include <QAbstractButton>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::LabWindow;

/// Somebody starts the program, adds a server by its address, accepts its key, sees its findings and keeps it; in both
/// languages, light and dark. Every step is a picture in $GW_SCREENS_DIR/newcomer.
class NewcomerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::shared(u"tutorial"_s);
        m_pictures = gw::test::picturesOf(u"newcomer"_s);
    }

    void addsAServer_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("appearance");
        QTest::newRow("english light") << u"en"_s << int(gw::Theme::Mode::Light);
        QTest::newRow("english dark") << u"en"_s << int(gw::Theme::Mode::Dark);
        QTest::newRow("chinese light") << u"zh_CN"_s << int(gw::Theme::Mode::Light);
        QTest::newRow("chinese dark") << u"zh_CN"_s << int(gw::Theme::Mode::Dark);
    }

    void addsAServer()
    {
        QFETCH(const QString, language);
        QFETCH(const int, appearance);
        m_look = language + (appearance == int(gw::Theme::Mode::Dark) ? u"-dark"_s : u"-light"_s);

        const LabClient client({}, "Host *\n  IdentityFile " + m_server->value(u"KEY"_s).toUtf8()); // knows no host key
        LabWindow window(client, {}, {language, gw::Theme::Mode(appearance)});
        QVERIFY(window.show());
        gw::Fleet &fleet = window.fleet;
        gw::MainWindow &frame = window.frame();
        QTRY_VERIFY_WITH_TIMEOUT(fleet.session(gw::HostId::local())->review(), 60'000);
        picture(frame, u"1-start"_s);

        frame.sidebar()->addServerRequested();
        auto *page = qobject_cast<gw::AddServerPage *>(frame.page(gw::Page::AddServer));
        QTRY_VERIFY(page->isVisible());
        page->findChild<QLineEdit *>(u"target"_s)->setText(u"root@"_s + m_server->address());
        picture(frame, u"2-address"_s);
        click(page, u"connect"_s);

        QTRY_VERIFY_WITH_TIMEOUT(page->findChild<QAbstractButton *>(u"acceptHostKey"_s), 30'000);
        QTest::qWait(100);
        picture(frame, u"3-host-key"_s);
        click(page, u"acceptHostKey"_s);

        gw::Session *session = fleet.session(page->server().id);
        QVERIFY(session);
        QTRY_VERIFY_WITH_TIMEOUT(session->review(), 60'000);
        QVERIFY(session->review()->worst() == gw::Severity::Critical);
        QTest::qWait(100);
        picture(frame, u"4-surveyed"_s);

        page->findChild<QLineEdit *>(u"serverNameEdit"_s)->setText(u"gpu-1"_s);
        click(page, u"save"_s);
        QTRY_VERIFY(session->isListed());
        auto *server = qobject_cast<gw::ServerPage *>(frame.page(gw::Page::Server));
        QTRY_VERIFY(server->isVisible());
        server->setTab(gw::ServerPage::Tab::Overview);
        QTest::qWait(100);
        picture(frame, u"5-overview"_s);
        server->setTab(gw::ServerPage::Tab::Review);
        for (const gw::Finding &finding : session->review()->findings) {
            if (finding.rule.text() == u"sshd.root-login")
                server->showFinding(gw::FindingKey(finding));
        }
        QTest::qWait(100);
        picture(frame, u"6-review"_s);
        frame.showPage(gw::Page::FleetOverview);
        QTest::qWait(1200); // the fleet page gathers changes before it draws
        picture(frame, u"7-fleet"_s);
        frame.showPage(gw::Page::FleetReview);
        QTest::qWait(100);
        picture(frame, u"8-fleet-review"_s);

        // The key was remembered in OpenSSH's format: ssh itself knows the server now.
        QVERIFY(gw::test::readFile(client.knownHosts()).contains(m_server->address().toUtf8()));
    }

private:
    void picture(QWidget &window, const QString &step)
    {
        QVERIFY(window.grab().save(m_pictures.filePath(step + u'-' + m_look + u".png"_s)));
    }

    void click(QWidget *page, const QString &name)
    {
        auto *button = page->findChild<QAbstractButton *>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    std::unique_ptr<LabServer> m_server;
    QDir m_pictures;
    QString m_look;
};

GW_REGISTER_TEST(NewcomerTest)
#include "newcomertest.moc"
