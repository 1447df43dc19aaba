// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/sourcerules.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>

using namespace gw::test;

namespace {

using Rule = Violations (*)(const SourceFile &);

const QStringList productFolders{QStringLiteral("backend"), QStringLiteral("widgets"), QStringLiteral("app")};
const QStringList allFolders = productFolders + QStringList{QStringLiteral("tests"), QStringLiteral("packaging")};

Violations violationsIn(const QString &root, const QStringList &folders, Rule rule)
{
    Violations all;
    for (const SourceFile &file : sourceFiles(root, folders))
        all.append(rule(file));
    return all;
}

Violations violationsHere(const QStringList &folders, Rule rule)
{
    return violationsIn(QStringLiteral(GW_SOURCE_DIR), folders, rule);
}

void report(const Violations &found)
{
    for (const QString &each : found)
        qWarning("%s", qPrintable(each));
}

void write(const QTemporaryDir &root, const QString &path, const QByteArray &content)
{
    const QString full = root.filePath(path);
    QDir().mkpath(QFileInfo(full).path());
    QFile file(full);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(full));
}

} // namespace

class IncludeTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sources_areFound()
    {
        const auto files = sourceFiles(QStringLiteral(GW_SOURCE_DIR), allFolders);
        QVERIFY(files.size() > 50);
    }

    void everyInclude_followsAnArrow()
    {
        const Violations found = violationsHere(productFolders, includeViolations);
        report(found);
        QVERIFY(found.isEmpty());
    }

    void everyFile_namesItsLicence()
    {
        const Violations found = violationsHere(allFolders, licenceViolations);
        report(found);
        QVERIFY(found.isEmpty());
    }

    void textOfServers_isShownByPartsThatTakeNoMarkup()
    {
        const Violations found = violationsHere(productFolders, plainTextViolations);
        report(found);
        QVERIFY(found.isEmpty());
    }

    void window_leavesThreadsToJobs()
    {
        const Violations found = violationsHere(productFolders, threadViolations);
        report(found);
        QVERIFY(found.isEmpty());
    }

    void everyFile_fitsIntoAHead()
    {
        const Violations found = violationsHere(allFolders, sizeViolations);
        report(found);
        QVERIFY(found.isEmpty());
    }

    void nothing_isLeftToDo()
    {
        const Violations found = violationsHere(allFolders, leftoverViolations);
        report(found);
        QVERIFY(found.isEmpty());
    }

    void base_isAClosedList()
    {
        const Violations found = violationsHere(productFolders, baseViolations);
        report(found);
        QVERIFY(found.isEmpty());
    }

    void noTwoTypes_haveOneName()
    {
        const Violations found = typeViolations(sourceFiles(QStringLiteral(GW_SOURCE_DIR), productFolders));
        report(found);
        QVERIFY(found.isEmpty());
    }

    void table_hasNoCircle()
    {
        for (auto row = allowedIncludes().cbegin(); row != allowedIncludes().cend(); ++row) {
            for (const QString &other : row.value()) {
                if (other != row.key())
                    QVERIFY2(!allowedIncludes()[other].contains(row.key()), qPrintable(row.key() + u' ' + other));
            }
        }
    }

    // The rules themselves, each on a line that breaks it and on its lawful sibling.

    void include_isJudged_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("isLawful");
        const auto row = [](const char *path, const char *include, bool isLawful) {
            QTest::addRow("%s %s", path, include)
                << QString::fromLatin1(path) << QString::fromLatin1(include) << isLawful;
        };
        row("backend/survey/a.cpp", "\"backend/base/error.h\"", true); // by way of shell
        row("backend/shell/a.cpp", "\"backend/survey/facts.h\"", false);
        row("backend/base/a.cpp", "\"backend/shell/shell.h\"", false);
        row("backend/findings/sshd/a.cpp", "\"backend/exposure/exposure.h\"", true);
        row("backend/exposure/a.cpp", "\"backend/findings/finding.h\"", false);
        row("backend/jobs/a.cpp", "\"backend/ssh/transport.h\"", false);
        row("backend/jobs/a.cpp", "\"jobs/job.h\"", false);
        row("backend/jobs/a.cpp", "\"job.h\"", false);
        row("backend/jobs/a.cpp", "\"a.moc\"", true);
        row("backend/tools/a.cpp", "\"backend/base/error.h\"", false);
        row("backend/base/a.cpp", "\"widgets/parts/label.h\"", false);
        row("backend/base/a.cpp", "\"tests/support/testmain.h\"", false);
        row("backend/base/a.cpp", "<QString>", true);
        row("backend/base/a.cpp", "<QWidget>", false);
        row("backend/base/a.cpp", "<QtGui/QColor>", false);
        row("backend/base/a.cpp", "<QColor>", false);
        row("backend/ssh/a.cpp", "<libssh/libssh.h>", true);
        row("app/ctl/a.cpp", "<libssh/libssh.h>", false);
        row("backend/certificates/a.cpp", "<openssl/x509.h>", true);
        row("backend/survey/a.cpp", "<openssl/x509.h>", false);
        row("widgets/review/a.cpp", "\"backend/findings/finding.h\"", true);
        row("widgets/review/a.cpp", "\"backend/store/store.h\"", false);
        row("widgets/review/a.cpp", "\"backend/jobs/job.h\"", false);
        row("widgets/review/a.cpp", "\"backend/shell/shell.h\"", false);
        row("widgets/review/a.cpp", "\"app/window/window.h\"", false);
        row("app/window/a.cpp", "\"widgets/parts/label.h\"", true);
        row("app/window/a.cpp", "\"backend/ssh/transport.h\"", true);
        row("app/ctl/a.cpp", "\"widgets/parts/label.h\"", false);
        row("app/ctl/a.cpp", "<QApplication>", false);
        row("app/ctl/a.cpp", "<QCoreApplication>", true);
    }
    void include_isJudged()
    {
        QFETCH(QString, path);
        QFETCH(QString, include);
        const SourceFile file{path, {QStringLiteral("#pragma once"), QStringLiteral("#include %1").arg(include)}};
        QTEST(includeViolations(file).isEmpty(), "isLawful");
    }

    void madeUpTree_isFoundGuilty()
    {
        const QByteArray head = "// SPDX-FileCopyrightText: 2026 A\n// SPDX-License-Identifier: GPL-3.0-or-later\n";
        const QTemporaryDir root;
        const auto count = [&root](Rule rule) { return violationsIn(root.path(), productFolders, rule).size(); };
        write(root, QStringLiteral("backend/base/error.h"), head + "#include <QString>\n");
        write(root, QStringLiteral("widgets/parts/label.cpp"), head + "auto *label = new QLabel(parent);\n");
        for (const Rule rule : {includeViolations, licenceViolations, plainTextViolations, threadViolations,
                                sizeViolations, leftoverViolations, baseViolations})
            QCOMPARE(count(rule), 0);

        write(root, QStringLiteral("backend/base/hostid.h"), head + "  #  include \"backend/store/store.h\"\n");
        QCOMPARE(count(includeViolations), 1);
        write(root, QStringLiteral("backend/base/utils.h"), "#pragma once\n");
        QCOMPARE(count(licenceViolations), 1);
        QCOMPARE(count(baseViolations), 1);
        write(root, QStringLiteral("app/window/window.cpp"),
              head + "new QLabel(text);\nbutton->setToolTip(text);\nb.setToolTip(tr(\"a %1\").arg(text));\n"
                     "button->setToolTip(tr(\"a\"));\nbutton->setToolTip(plainToolTip(text));\nQMessageBox::"
                     "information(this);\n");
        QCOMPARE(count(plainTextViolations), 4);
        write(root, QStringLiteral("widgets/review/page.cpp"),
              head + "std::thread worker;\nQEventLoop loop;\nauto *who = sender();\nauto post = mailbox.sender();\n");
        QCOMPARE(count(threadViolations), 3);
        write(root, QStringLiteral("app/window/long.cpp"), head + QByteArray("\n").repeated(598));
        QCOMPARE(count(sizeViolations), 0);
        write(root, QStringLiteral("app/window/longer.cpp"), head + QByteArray("\n").repeated(599));
        QCOMPARE(count(sizeViolations), 1);
        write(root, QStringLiteral("app/window/open.cpp"), head + "// TO" + "DO: later\n// TODOLIST is a word\n");
        QCOMPARE(count(leftoverViolations), 1);
        write(root, QStringLiteral("backend/base/one.h"),
              head + "namespace gw {\nstruct Thing {\n};\nclass Other;\n}\n");
        write(root, QStringLiteral("backend/base/two.h"), head + "namespace gw::x {\nstruct Thing {\n};\n}\n");
        write(root, QStringLiteral("app/window/three.h"),
              head + "namespace gw {\nclass Other;\nclass Thing : public A {\n};\n}\n");
        const Violations twice = typeViolations(sourceFiles(root.path(), productFolders));
        QCOMPARE(twice.size(), 1);
        QVERIFY(twice.first().contains(QStringLiteral("gw::Thing is another type in")));
    }
};

GW_REGISTER_TEST(IncludeTableTest)
#include "includetabletest.moc"
