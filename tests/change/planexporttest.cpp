// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/planexport.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace gw;
using namespace Qt::StringLiterals;

/// A plan as files of this computer.
class PlanExportTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    static Plan plan()
    {
        WriteFile write;
        write.path = RemotePath("/etc/motd"_ba);
        write.after = "hello\n";
        Plan plan;
        plan.title = u"Greet"_s;
        plan.steps = {{u"write"_s, write, {}}};
        return plan;
    }
    Result<QString> playbook() const
    {
        Server server;
        server.name = u"gpu-1"_s;
        server.target = u"dev@gpu-1"_s;
        return writePlaybook(plan(), server, m_folder->filePath(u"playbook"_s));
    }
    QString in(const QString &name) const { return m_folder->filePath(u"playbook/"_s + name); }
    QByteArray content(const QString &name) const
    {
        QFile file(in(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatThePlanHolds_isItsOwnersAlone()
    {
        QVERIFY(playbook());
        constexpr auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        for (const QString &name : {u"files/plan.sh"_s, u"files/new/1"_s})
            QVERIFY2(!(QFileInfo(in(name)).permissions() & others), qPrintable(name));
        QCOMPARE(content(u"files/new/1"_s), "hello\n"_ba);
        QVERIFY(!content(u"site.yml"_s).isEmpty());
    }

    void playbookOfOurs_isWrittenAnew()
    {
        QVERIFY(playbook());
        QVERIFY(playbook());
    }

    void playbookOfSomebodyElse_isNotOverwritten()
    {
        QVERIFY(QDir().mkpath(in(u"."_s)));
        QVERIFY(saveFile(in(u"site.yml"_s), "- hosts: mine\n"));
        const auto written = playbook();
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Invalid);
        QVERIFY(written.error().cause.contains(u"site.yml"_s));
        QCOMPARE(content(u"site.yml"_s), "- hosts: mine\n"_ba);
        QCOMPARE(QDir(in(u"."_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"site.yml"_s});
    }
};

GW_REGISTER_TEST(PlanExportTest)
#include "planexporttest.moc"
