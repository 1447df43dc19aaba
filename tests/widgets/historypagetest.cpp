// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/historypage.h"
#include "tests/scenes/samplehistory.h"
#include "tests/support/testmain.h"
#include "widgets/history/fileentry.h"
#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"
#include "widgets/plan/comparisonmodel.h"
#include "widgets/plan/comparisonview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

using namespace gw;
using Scope = HistoryModel::Scope;

class HistoryPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<HistoryPage>(Scope::Server);
        m_page->resize(1000, 700);
        m_page->show();
    }
    void cleanup() { m_page.reset(); }

    void contents_areAskedForOnce_andShownWhenTheyCome()
    {
        QSignalSpy asked(m_page.get(), &HistoryPage::detailRequested);
        m_page->setHistory(listed());
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toLongLong(), 118);
        QTRY_VERIFY(label("fileNote")->isVisible());
        QVERIFY(!button("undoChange")->isEnabled());
        m_page->setHistory(listed()); // whatever else happened meanwhile
        m_page->setDetail(whole(118));
        QVERIFY(button("undoChange")->isEnabled());
        const Comparison comparison = view()->comparisonModel()->comparison();
        QCOMPARE(comparison, unified(whole(118).files.first().before.content, whole(118).files.first().after.content));
        const qsizetype before = asked.size();
        m_page->showChange(115);
        m_page->showChange(118);
        QCOMPARE(asked.size(), before + 1); // 115; the other is known
    }

    void answerForAnotherChange_isNotShown()
    {
        m_page->setHistory(listed());
        m_page->showChange(115);
        m_page->setDetail(whole(118));
        QCOMPARE(label("changeTitle")->text(), whole(115).plan.title);
        QVERIFY(!button("undoChange")->isEnabled());
    }

    void undo_isWishedForAllOrForChosenFiles()
    {
        ChangeRecord change = whole(118);
        change.files << whole(115).files;
        QSignalSpy wished(m_page.get(), &HistoryPage::undoRequested);
        m_page->setHistory({change});
        m_page->setDetail(change);
        button("undoChange")->click();
        button("confirmUndo")->click();
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished[0][0].value<HostId>(), change.host);
        QCOMPARE(wished[0][1].toLongLong(), 118);
        QVERIFY(wished[0][2].value<QList<RemotePath>>().isEmpty());

        auto *first = m_page->findChild<QCheckBox *>(QStringLiteral("undo:") + change.files[0].path.shown());
        auto *second = m_page->findChild<QCheckBox *>(QStringLiteral("undo:") + change.files[1].path.shown());
        first->setChecked(false);
        button("confirmUndo")->click();
        QCOMPARE(wished[1][2].value<QList<RemotePath>>(), QList<RemotePath>{change.files[1].path});
        second->setChecked(false);
        QVERIFY(!button("confirmUndo")->isEnabled());
        QTest::keyClick(m_page->findChild<QWidget *>(QStringLiteral("undoForm")), Qt::Key_Escape);
        QVERIFY(button("undoChange")->isVisible());
    }

    void undo_isOfferedOnlyWhereSomethingStayed()
    {
        m_page->setHistory(sample::history());
        for (const ChangeRecord &change : sample::history()) {
            m_page->showChange(change.number);
            m_page->setDetail(change);
            const bool takenBack = change.number == 99;
            QCOMPARE(button("undoChange")->isVisible(), change.outcome == Outcome::Kept && !takenBack);
            QCOMPARE(button("showUndoingChange")->isVisible(), takenBack);
        }
    }

    void undoAndWhatItUndid_leadToEachOther()
    {
        m_page->setHistory(listed());
        m_page->showChange(99);
        button("showUndoingChange")->click();
        QCOMPARE(label("changeTitle")->text(), whole(101).plan.title);
        button("showUndoneChange")->click();
        QCOMPARE(label("changeTitle")->text(), whole(99).plan.title);
    }

    void twoChangesOfAFile_areCompared()
    {
        m_page->setHistory(listed());
        m_page->showChange(115);
        m_page->setDetail(whole(115));
        QSignalSpy asked(m_page.get(), &HistoryPage::detailRequested);
        button("compareFile")->click();
        QCOMPARE(asked.size(), 1); // the one before it
        const qint64 older = asked.first().first().toLongLong();
        QCOMPARE(older, 108);
        m_page->setDetail(whole(older));
        QCOMPARE(view()->comparisonModel()->comparison(),
                 unified(whole(older).files.first().after.content, whole(115).files.first().after.content));
        auto *from = m_page->findChild<QComboBox *>(QStringLiteral("compareFrom"));
        from->setCurrentIndex(from->findData(qint64(99)));
        QCOMPARE(asked.size(), 2);
        m_page->setDetail(whole(99));
        QCOMPARE(view()->comparisonModel()->comparison(),
                 unified(whole(99).files.first().after.content, whole(115).files.first().after.content));
    }

    void secretContent_isNeitherShownNorRolledBackAlone()
    {
        m_page->setHistory(listed());
        m_page->showChange(88);
        m_page->setDetail(whole(88));
        QVERIFY(label("fileNote")->text().contains(QLatin1String("was not kept")));
        button("undoChange")->click();
        const auto *box =
            m_page->findChild<QCheckBox *>(QStringLiteral("undo:") + whole(88).files.first().path.shown());
        QVERIFY(!box->isEnabled() && !box->isChecked());
        QVERIFY(button("confirmUndo")->isEnabled()); // the commands can be taken back
    }

    void openChange_showsItsCountdownAndAsksForADecision()
    {
        const ChangeRecord open = sample::openChange();
        QSignalSpy wished(m_page.get(), &HistoryPage::decisionRequested);
        m_page->setHistory(QList{open} + listed());
        m_page->setCountdown(open.transaction, QStringLiteral("0:42"));
        QVERIFY(label("changeCountdown")->text().contains(QLatin1String("0:42")));
        button("decideChange")->click();
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished[0][1].toString(), open.transaction);
        // It is kept: the same change goes on being looked at.
        ChangeRecord kept = open;
        kept.number = 120;
        kept.outcome = Outcome::Kept;
        m_page->setHistory(QList{kept} + listed());
        QCOMPARE(label("changeTitle")->text(), kept.plan.title);
        QVERIFY(!button("decideChange")->isVisible());
    }

    void drift_leadsToTheChangeThatExplainsIt()
    {
        m_page->setHistory(listed());
        m_page->setDrift(sample::drift());
        QVERIFY(m_page->findChild<QWidget *>(QStringLiteral("driftCard"))->isVisible());
        auto *list = m_page->findChild<RowList *>(QStringLiteral("driftList"));
        QCOMPARE(list->rowModel()->rowCount(), 4);
        Q_EMIT list->rowActivated(list->rowModel()->row(2).key);
        QCOMPARE(label("changeTitle")->text(), whole(115).plan.title);
        Drift explained = sample::drift();
        for (DriftItem &item : explained.changes)
            item.explainedBy = 115;
        m_page->setDrift(explained);
        QVERIFY(!m_page->findChild<QWidget *>(QStringLiteral("driftCard"))->isVisible());
        QVERIFY(label("nothingOutside")->isVisible());
    }

    void journal_saysWhetherItsChainHolds()
    {
        m_page->setHistory(listed());
        m_page->setJournal({118, {}, {}});
        QVERIFY(label("journalState")->text().contains(QLatin1String("118 entries")));
        const auto *notice = m_page->findChild<QWidget *>(QStringLiteral("journalBroken"));
        QVERIFY(!notice->isVisible());
        m_page->setJournal({118, 57, QStringLiteral("another hash")});
        QVERIFY(label("journalState")->text().contains(QLatin1String("57")));
        QVERIFY(notice->isVisible() && notice->accessibleName().contains(QLatin1String("another hash")));
    }

    void emptyAndFilteredOut_sayWhatToDo()
    {
        QSignalSpy wished(m_page.get(), &HistoryPage::reviewRequested);
        m_page->setHistory({});
        QVERIFY(button("emptyAction")->isVisible());
        button("emptyAction")->click();
        QCOMPARE(wished.size(), 1);
        m_page->setHistory(listed());
        auto *filter = m_page->findChild<QLineEdit *>(QStringLiteral("historyFilter"));
        filter->setText(QStringLiteral("no such thing"));
        QVERIFY(button("emptyAction")->isVisible());
        button("emptyAction")->click();
        QVERIFY(filter->text().isEmpty());
        QVERIFY(m_page->findChild<QListView *>(QStringLiteral("changeList"))->isVisible());
    }

    void arrowKeys_goOverTheHeadings()
    {
        m_page->setHistory(listed());
        auto *list = m_page->findChild<QListView *>(QStringLiteral("changeList"));
        QStringList titles;
        for (int i = 0; i < sample::history().size(); ++i) {
            titles << label("changeTitle")->text();
            QTest::keyClick(list, Qt::Key_Down);
        }
        QStringList expected;
        for (const ChangeRecord &change : sample::history())
            expected << change.plan.title;
        QCOMPARE(titles, expected);
    }

    void change_isCopiedAndExported()
    {
        QSignalSpy wished(m_page.get(), &HistoryPage::exportRequested);
        m_page->setHistory(listed());
        m_page->setDetail(whole(118));
        button("copyChange")->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("ufw deny 3001/tcp")));
        button("exportChange")->click();
        QCOMPARE(wished.size(), 1);
        QCOMPARE(wished[0][0].toString(), QStringLiteral("gpu-h100-02-118-harden-ssh-and-close-port-3001.md"));
        QVERIFY(wished[0][1].toByteArray().contains("+PasswordAuthentication no"));
    }

private:
    static QList<ChangeRecord> listed()
    {
        QList<ChangeRecord> changes;
        for (const ChangeRecord &change : sample::history())
            changes << sample::withoutContents(change);
        return changes;
    }
    static ChangeRecord whole(qint64 number)
    {
        const QList<ChangeRecord> all = sample::history();
        return *std::find_if(all.cbegin(), all.cend(),
                             [number](const ChangeRecord &change) { return change.number == number; });
    }
    PlainLabel *label(const char *name) const { return m_page->findChild<PlainLabel *>(QLatin1String(name)); }
    Button *button(const char *name) const { return m_page->findChild<Button *>(QLatin1String(name)); }
    ComparisonView *view() const { return m_page->findChild<FileEntry *>()->findChild<ComparisonView *>(); }

    std::unique_ptr<HistoryPage> m_page;
};

GW_REGISTER_TEST(HistoryPageTest)
#include "historypagetest.moc"
