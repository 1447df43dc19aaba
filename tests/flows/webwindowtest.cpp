// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/labwindow.h"
#include "tests/support/testmain.h"
#include "widgets/server/serverpage.h"
#include "widgets/web/nginxeditor.h"
#include "widgets/web/webeditor.h"
#include "widgets/web/webpage.h"

#include <QAbstractButton>

using namespace Qt::StringLiterals;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::LabWindow;

/// Somebody edits a site of a server of a tutorial: what only its nginx knows to be wrong is said at its line and
/// changes nothing; what is right is served after a click. Every step is a picture in $GW_SCREENS_DIR/web.
class WebWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"tutorial"_s, u"webwindow"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()});
        m_pictures = gw::test::picturesOf(u"web"_s);
        gw::Server server;
        server.id = gw::HostId::create();
        server.name = u"tutorial"_s;
        server.target = LabClient::target(*m_server, u"root"_s);
        m_window = std::make_unique<LabWindow>(*m_client, QList<gw::Server>{server});
        QVERIFY(m_window->show());
        m_session = m_window->fleet.session(server.id);
        m_session->rescan();
        QTRY_VERIFY_WITH_TIMEOUT(m_session->review() && !m_session->progress(), 60'000);
        Q_EMIT m_window->frame().serverRequested(server.id);
        QTRY_VERIFY(page()->isVisible());
        page()->setTab(gw::ServerPage::Tab::Web);
        QTRY_VERIFY_WITH_TIMEOUT(web()->draft().isRead(), 30'000);
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_client.reset();
        m_server.reset();
    }

    void refusalOfTheServersNginx_isSaidAtItsLine()
    {
        const QByteArray before = files();
        QVERIFY(!web()->draft().sites().isEmpty());
        m_site = web()->draft().sites().first().site.path;
        web()->chooseSite(0);
        type("server {", u" resolver nosuch.invalid;"_s); // only there it is seen that this name leads nowhere
        QVERIFY(editor()->problems().isEmpty());
        click(u"webPlan"_s);
        click(u"applyPlan"_s);
        QTRY_VERIFY_WITH_TIMEOUT(changing()->state() && changing()->state()->outcome, 60'000);
        QCOMPARE(changing()->state()->failedIn, gw::ApplyState::Phase::CheckingAside);
        picture(u"1-refused"_s);
        click(u"closeChange"_s);
        page()->setTab(gw::ServerPage::Tab::Web);
        QCOMPARE(web()->editor()->path(), m_site);
        const int line = editor()->lineOf(editor()->document().indexOf("nosuch.invalid"));
        QTRY_VERIFY(editor()->annotation(line - 1).contains(u"nosuch.invalid"_s));
        picture(u"2-at-its-line"_s);
        QCOMPARE(files(), before);
    }

    void changeThatIsRight_isServed()
    {
        click(u"webReset"_s);
        type("server {", u" add_header X-Gatewright here always;"_s);
        click(u"webPlan"_s);
        picture(u"3-plan"_s);
        click(u"applyPlan"_s);
        QTRY_VERIFY_WITH_TIMEOUT(changing()->state()->phase == gw::ApplyState::Phase::AskingToKeep, 120'000);
        click(u"keepChanges"_s);
        QTRY_VERIFY_WITH_TIMEOUT(changing()->state()->outcome == gw::Outcome::Kept, 60'000);
        click(u"closeChange"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->progress() && !web()->hasChanges(), 60'000);
        QVERIFY(m_server->must(u"nginx -T 2>/dev/null"_s).contains("add_header X-Gatewright here always;"));
        page()->setTab(gw::ServerPage::Tab::Web);
        picture(u"4-kept"_s);
    }

private:
    gw::ServerPage *page() { return qobject_cast<gw::ServerPage *>(m_window->frame().page(gw::Page::Server)); }
    gw::WebPage *web() { return page()->web(); }
    gw::NginxEditor *editor() { return web()->editor()->editor(); }
    const gw::Changing *changing() const { return m_window->fleet.changing(m_session->server().id); }

    void type(const QByteArray &behind, const QString &text)
    {
        const qsizetype at = editor()->document().indexOf(behind);
        QVERIFY(at >= 0);
        editor()->setFocus();
        editor()->goTo(at + behind.size());
        QTest::keyClicks(editor(), text);
    }
    QAbstractButton *button(const QString &name)
    {
        for (auto *found : m_window->frame().findChildren<QAbstractButton *>(name)) {
            if (found->isVisible() && found->isEnabled())
                return found;
        }
        return nullptr;
    }
    void click(const QString &name)
    {
        QTRY_VERIFY2_WITH_TIMEOUT(button(name), qPrintable(name), 60'000);
        button(name)->click();
    }
    void picture(const QString &step)
    {
        QTest::qWait(400);
        QVERIFY(m_window->frame().grab().save(m_pictures.filePath(step + u".png"_s)));
    }
    QByteArray files() const
    {
        return m_server->must(u"cd /etc/nginx && find . -type f -exec sha256sum {} + | sort -k2"_s);
    }

    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
    QDir m_pictures;
    std::unique_ptr<LabWindow> m_window;
    gw::Session *m_session = nullptr;
    gw::RemotePath m_site;
};

GW_REGISTER_TEST(WebWindowTest)
#include "webwindowtest.moc"
