// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/journalmirror.h"
#include "app/change/changejournal.h"
#include "app/journal/gitmirror.h"
#include "tests/change/fakes.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

/// The journal of the program and its mirror, together.
class JournalMirrorTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_mirror;

    static ChangeRecord recordOf(const QString &transaction, Outcome outcome)
    {
        ChangeRecord record;
        record.transaction = transaction;
        record.host = HostId(u"gpu-1"_s);
        record.at = QDateTime::currentDateTimeUtc();
        record.plan.title = transaction;
        record.outcome = outcome;
        return record;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"gatewright.db"_s);
        m_mirror = m_folder->filePath(u"mirror"_s);
        const auto store = Store::open(m_path);
        QVERIFY(store);
        const auto mirrored = setMirrorFolder(**store, m_mirror);
        if (!mirrored && mirrored.error().kind == Error::Kind::Unsupported)
            QSKIP("there is no git");
        QVERIFY(mirrored);
    }

    void keptChange_isMirrored_withThoseThatAFailureLeftOut()
    {
        const ChangeJournal journal = journalIn(m_path);
        QVERIFY(journal.append(recordOf(u"a"_s, Outcome::Kept)));
        QVERIFY(QDir().rename(m_mirror, m_mirror + u".aside"_s));
        QVERIFY(QDir().mkpath(m_mirror + u"/something else"_s));
        const auto failed = journal.append(recordOf(u"b"_s, Outcome::Kept));
        QVERIFY(!failed);
        QVERIFY2(failed.error().tried.contains(m_mirror), qPrintable(failed.error().text()));
        const auto found = journal.find(u"b"_s); // the journal itself has it
        QVERIFY(found && *found);
        QVERIFY(QDir(m_mirror).removeRecursively());
        QVERIFY(QDir().rename(m_mirror + u".aside"_s, m_mirror));
        QVERIFY(journal.append(recordOf(u"c"_s, Outcome::Kept)));
        const auto mirror = GitMirror::open(m_mirror);
        QVERIFY(mirror);
        QCOMPARE(*mirror->changes(), (QSet<QByteArray>{"1 a", "2 b", "3 c"}));
    }

    void onlyKeptChanges_areMirrored()
    {
        const ChangeJournal journal = journalIn(m_path);
        for (const Outcome outcome : {Outcome::Open, Outcome::CameBack, Outcome::Failed})
            QVERIFY(journal.append(recordOf(outcomeId(outcome), outcome)));
        QVERIFY(GitMirror::open(m_mirror)->changes()->isEmpty());
    }

    void openChanges_areThoseWhoseLastStateIsOpen()
    {
        const ChangeJournal journal = journalIn(m_path);
        QVERIFY(journal.append(recordOf(u"a"_s, Outcome::Open)));
        QVERIFY(journal.append(recordOf(u"b"_s, Outcome::Open)));
        QVERIFY(journal.append(recordOf(u"a"_s, Outcome::Kept)));
        QCOMPARE(*journal.open(HostId(u"gpu-1"_s)), QStringList{u"b"_s});
        QVERIFY(journal.open(HostId(u"gpu-2"_s))->isEmpty());
    }
};

GW_REGISTER_TEST(JournalMirrorTest)
#include "journalmirrortest.moc"
