// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/changedfiles.h"
#include "tests/support/testmain.h"

using namespace gw;
using namespace Qt::StringLiterals;

class ChangedFilesTest : public QObject {
    Q_OBJECT

    static FileState regular(const QByteArray &content)
    {
        FileState state;
        state.kind = FileState::Kind::Regular;
        state.content = content;
        return state;
    }
    static Plan planOf(const QList<Change> &changes)
    {
        Plan plan;
        for (const Change &change : changes)
            plan.steps += Step{QString::number(plan.steps.size()), change, {}};
        return plan;
    }
    static FilesSay said(const Change &change, const FileState &now)
    {
        const QList<FileRecord> files = filesOf(planOf({change}));
        return whatFilesSay(files, {{files.first().path, now}});
    }
    const RemotePath m_path{"/etc/x"_ba};

private Q_SLOTS:
    void onlyFiles_areFiles()
    {
        const Plan plan = planOf({WriteFile{m_path, {}, "a", {}}, RunCommand{"true", {}}, Check{},
                                  RemoveFile{RemotePath("/etc/y"_ba), regular("y")}});
        const QList<FileRecord> files = filesOf(plan);
        QCOMPARE(pathsOf(files), (QList<RemotePath>{m_path, RemotePath("/etc/y"_ba)}));
        QVERIFY(!files[1].after.exists());
    }

    void attributes_areTheWishedOnes_elseAsBefore()
    {
        FileState before = regular("a");
        before.attributes.mode = 0600;
        QCOMPARE(filesOf(planOf({WriteFile{m_path, before, "b", {}}})).first().after.attributes.mode, 0600u);
        const FileAttributes wished{0640, "root", "adm"};
        QCOMPARE(filesOf(planOf({WriteFile{m_path, before, "b", wished}})).first().after.attributes, wished);
    }

    void writtenFile_tellsBeforeFromAfter()
    {
        const WriteFile write{m_path, regular("old"), "new", {}};
        QCOMPARE(said(write, regular("new")), FilesSay::After);
        QCOMPARE(said(write, regular("old")), FilesSay::Before);
        QCOMPARE(said(write, regular("else")), FilesSay::Unclear);
        QCOMPARE(said(write, {}), FilesSay::Unclear);
    }

    void fileBehindALink_isComparedByItsContentToo()
    {
        FileState link = regular("old");
        link.kind = FileState::Kind::Link;
        link.linkTarget = "y";
        const WriteFile write{m_path, link, "new", {}};
        FileState after = link;
        after.content = "new";
        QCOMPARE(said(write, after), FilesSay::After);
        QCOMPARE(said(write, link), FilesSay::Before);
    }

    void madeLink_isComparedByWhereItLeads()
    {
        const LinkFile make{m_path, {}, "y"};
        FileState link = regular("whatever y holds");
        link.kind = FileState::Kind::Link;
        link.linkTarget = "y";
        QCOMPARE(said(make, link), FilesSay::After);
        link.linkTarget = "z";
        QCOMPARE(said(make, link), FilesSay::Unclear);
        QCOMPARE(said(make, {}), FilesSay::Before);
    }

    void whatChangesNothing_andNoFileAtAll_tellNothing()
    {
        QCOMPARE(said(WriteFile{m_path, regular("a"), "a", {}}, regular("a")), FilesSay::Unclear);
        QCOMPARE(whatFilesSay({}, {}), FilesSay::Unclear);
    }
};

GW_REGISTER_TEST(ChangedFilesTest)
#include "changedfilestest.moc"
