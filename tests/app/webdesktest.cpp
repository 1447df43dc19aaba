// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/webdesk.h"
#include "tests/app/deskstand.h"
#include "tests/support/testmain.h"
#include "widgets/web/nginxeditor.h"
#include "widgets/web/webeditor.h"
#include "widgets/web/webpage.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gw;
using namespace gw::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// Somebody types into the files of nginx of the server of the tutorials.
class WebDeskTest : public QObject {
    Q_OBJECT

    struct Stand : DeskStand {
        Stand()
        {
            desk = std::make_unique<WebDesk>(*fleet, storage, page, *page.web());
            survey();
            desk->fill(session());
            web()->editor()->open({RemotePath(QByteArray("/etc/nginx/sites-enabled/qwen-chat")), 0});
        }
        WebPage *web() const { return page.web(); }
        bool isRead() const
        {
            return QTest::qWaitFor([this] { return web()->draft().isRead(); }, 60'000);
        }
        void type(const QByteArray &before, const QByteArray &after) const
        {
            NginxEditor *editor = web()->editor()->editor();
            QByteArray text = editor->document();
            editor->changeDocument(text.replace(before, after));
            Q_EMIT editor->edited();
        }
        /// Of weak protocols, in the file that is open.
        int findings() const
        {
            int count = 0;
            for (const Finding &finding : web()->draft().reading()->findings)
                count += finding.rule.text() == u"nginx.weak-ssl-tls" && finding.where.file == web()->editor()->path();
            return count;
        }

        std::unique_ptr<WebDesk> desk;
    };

private Q_SLOTS:
    void files_areReadOnceTheyAreThere()
    {
        const Stand stand;
        QVERIFY(stand.surveyed);
        QVERIFY(!stand.web()->draft().isRead()); // not on this thread
        QVERIFY(stand.isRead());
        for (const QList<EditorProblem> &problems : stand.web()->draft().reading()->problems)
            QVERIFY(!firstError(problems));
        // What the review of the survey says of nginx, the reading says of the same texts.
        QList<Finding> surveyed = stand.session()->review()->findings;
        surveyed.removeIf([](const Finding &finding) { return finding.rule.topic() != u"nginx"; });
        QVERIFY(!surveyed.isEmpty());
        QCOMPARE(stand.web()->draft().reading()->findings, surveyed);
    }

    void whatIsTyped_isReadAfterAPause()
    {
        const Stand stand;
        QVERIFY(stand.surveyed && stand.isRead());
        QVERIFY(stand.findings() > 0);
        stand.type("TLSv1 TLSv1.1 TLSv1.2", "TLSv1.2");
        QVERIFY(!stand.web()->draft().isRead());
        QVERIFY(stand.isRead());
        QCOMPARE(stand.findings(), 0);
        stand.type("proxy_buffering on;", "limit_req zone=nosuch;");
        stand.type("limit_req zone=nosuch;", "limit_req zone=another;");
        QVERIFY(stand.isRead());
        const QList<EditorProblem> problems = stand.web()->editor()->editor()->problems();
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().message, u"zero size shared memory zone \"another\""_s);
    }

    void acceptedRisk_isNoFindingOfADraft()
    {
        Stand stand;
        QVERIFY(stand.surveyed && stand.isRead());
        QVERIFY(stand.findings() > 0);
        stand.session()->accept(AcceptedRisk{RuleId(u"nginx.weak-ssl-tls"_s), {}, u"old clients"_s, {}, u"me"_s});
        QSignalSpy surveyed(stand.session(), &Session::surveyedChanged);
        QVERIFY(surveyed.wait(60'000));
        stand.desk->fill(stand.session());
        QVERIFY(stand.isRead());
        QCOMPARE(stand.findings(), 0);
    }
};

GW_REGISTER_TEST(WebDeskTest)
#include "webdesktest.moc"
