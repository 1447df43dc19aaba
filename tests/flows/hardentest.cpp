// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/labwindow.h"
#include "tests/support/testmain.h"
#include "widgets/server/serverpage.h"
#include "widgets/ssh/sshpage.h"

#include <QAbstractButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace gw;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::LabWindow;
using gw::test::Ran;
using gw::test::runToEnd;

/// From `tutorial` to hardened ssh by click, and back from the history: each step is a picture in
/// $GW_SCREENS_DIR/harden.
class HardenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"tutorial"_s, u"harden"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()});
        m_pictures = gw::test::picturesOf(u"harden"_s);
    }
    void cleanupTestCase() { m_server.reset(); }

    void tutorial_isHardenedByClick_andTakenBack()
    {
        const QByteArray asFound = sshFiles();
        const QByteArray effectiveBefore = m_server->must(u"sshd -T"_s);
        const int failsBefore = auditFails(u"ssh-audit-before.txt"_s);
        QVERIFY(effectiveBefore.contains("\npasswordauthentication yes\n"));

        Server server;
        server.id = HostId::create();
        server.name = u"gpu-1"_s;
        server.target = LabClient::target(*m_server, u"dev"_s);
        server.transport = u"automatic"_s;
        LabWindow window(*m_client, {server});
        QVERIFY(window.show());
        Fleet &fleet = window.fleet;
        MainWindow &frame = window.frame();

        Session *session = fleet.session(server.id);
        Q_EMIT frame.serverRequested(server.id);
        auto *page = qobject_cast<ServerPage *>(frame.page(Page::Server));
        QTRY_VERIFY_WITH_TIMEOUT(session->review() && std::holds_alternative<Online>(session->connection()), 90'000);
        becomeRoot(session);
        QTRY_VERIFY_WITH_TIMEOUT(session->facts()->access.isRoot && !session->progress(), 90'000);

        page->setTab(ServerPage::Tab::Ssh);
        picture(frame, u"1-ssh"_s);
        Q_EMIT page->ssh()->hardenRequested();
        Changing *changing = fleet.changing(server.id);
        QTRY_VERIFY2_WITH_TIMEOUT(changing->state() || changing->planError(), "no plan", 60'000);
        QVERIFY2(changing->state(), qPrintable(changing->planError() ? changing->planError()->text() : QString()));
        picture(frame, u"2-plan"_s);
        click(page, u"applyPlan"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            changing->state()->step > 0 || !changing->state()->steps.isEmpty() || hasEnded(changing), 60'000);
        picture(frame, u"3-applying"_s);
        QTRY_VERIFY_WITH_TIMEOUT(isAsking(changing) || hasEnded(changing), 120'000);
        QVERIFY2(isAsking(changing), qPrintable(changing->state()->detail));
        QVERIFY(!frame.close()); // a change is open
        frame.hideNotice(u"close"_s);
        picture(frame, u"4-keep"_s);
        click(page, u"keepChanges"_s);
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(changing), 60'000);
        QVERIFY2(changing->state()->outcome == Outcome::Kept, qPrintable(changing->state()->detail));
        QTRY_VERIFY_WITH_TIMEOUT(!session->progress(), 90'000); // surveyed once more
        picture(frame, u"5-kept"_s);

        const QByteArray effective = m_server->must(u"sshd -T"_s);
        for (const char *line : {"\npasswordauthentication no\n", "\nkbdinteractiveauthentication no\n",
                                 "\nx11forwarding no\n", "\npubkeyauthentication yes\n"})
            QVERIFY2(effective.contains(line), line);
        QVERIFY(!effective.contains("\npermitrootlogin yes\n"));
        const int failsAfter = auditFails(u"ssh-audit-after.txt"_s);
        std::printf("ssh-audit: %d lines marked (fail) before, %d after\n", failsBefore, failsAfter);
        QVERIFY(failsAfter < failsBefore);
        QVERIFY(m_client->open(*m_server, u"dev"_s)); // a login that works

        const auto history = window.storage.use([&](Store &store) { return store.history({server.id}); });
        QVERIFY(history);
        QCOMPARE(history->size(), 1);
        QCOMPARE(history->first().outcome, Outcome::Kept);
        page->setTab(ServerPage::Tab::History);
        QTest::qWait(500);
        picture(frame, u"6-history"_s);
        changing->dismiss();
        changing->planUndo(history->first().number, {});
        QTRY_VERIFY_WITH_TIMEOUT(changing->state() || changing->planError(), 60'000);
        QVERIFY2(changing->state(), qPrintable(changing->planError() ? changing->planError()->text() : QString()));
        picture(frame, u"7-undo-plan"_s);
        changing->apply(changing->state()->plan);
        QTRY_VERIFY_WITH_TIMEOUT(isAsking(changing) || hasEnded(changing), 120'000);
        QVERIFY2(isAsking(changing), qPrintable(changing->state()->detail));
        changing->keep();
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(changing), 60'000);
        QVERIFY(changing->state()->outcome == Outcome::Kept);
        QCOMPARE(sshFiles(), asFound);
        QCOMPARE(m_server->must(u"sshd -T"_s), effectiveBefore);
        QTRY_VERIFY_WITH_TIMEOUT(!session->progress(), 90'000);
    }

private:
    static bool isAsking(const Changing *changing)
    {
        return changing->state() && changing->state()->phase == ApplyState::Phase::AskingToKeep;
    }
    static bool hasEnded(const Changing *changing)
    {
        return changing->state() && changing->state()->phase == ApplyState::Phase::Ended;
    }

    void becomeRoot(Session *session) const
    {
        session->becomeRoot();
        const auto *asking = std::get_if<Asking>(&session->connection());
        const auto *question = asking ? std::get_if<SecretQuestion>(&asking->question) : nullptr;
        QVERIFY(question);
        session->answer(*question, {Secret(m_server->value(u"DEV_PASSWORD"_s).toUtf8())}, Session::Keep::ThisRun);
    }

    QByteArray sshFiles() const
    {
        return m_server->must(u"cd /etc/ssh && find . -type f -exec sha256sum {} + | sort -k2; "
                              "find . -printf '%p %m %u %g\\n' | sort"_s);
    }

    /// What ssh-audit marks as failed; its report is kept beside the pictures. -1: it is not installed.
    int auditFails(const QString &report) const
    {
        const Ran ran = runToEnd(QStandardPaths::findExecutable(u"ssh-audit"_s), {u"-n"_s, m_server->address()});
        gw::test::writeFile(m_pictures.filePath(report), ran.out);
        return int(ran.out.count("[fail]"));
    }

    void picture(QWidget &window, const QString &step)
    {
        QTest::qWait(150);
        QVERIFY(window.grab().save(m_pictures.filePath(step + u".png"_s)));
    }

    void click(QWidget *page, const QString &name)
    {
        for (auto *button : page->findChildren<QAbstractButton *>(name)) {
            if (button->isVisible() && button->isEnabled()) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL(qPrintable(u"nothing to press: "_s + name));
    }

    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
    QDir m_pictures;
};

GW_REGISTER_TEST(HardenTest)
#include "hardentest.moc"
