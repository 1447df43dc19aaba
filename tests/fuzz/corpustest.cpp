// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/target.h"
#include "tests/support/testmain.h"

#include <QDir>

using namespace gw;

/// What fuzzing has found worth keeping goes through every target again, without libFuzzer.
class CorpusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyInput_isTakenByEveryTarget_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("target");
        for (int i = 0; i < fuzz::targets().size(); ++i) {
            const fuzz::Target &target = fuzz::targets()[i];
            const QDir corpus(QStringLiteral(GW_SOURCE_DIR "/tests/fuzz/corpus/") + QLatin1String(target.corpus));
            const QStringList names = corpus.entryList(QDir::Files);
            QVERIFY2(!names.isEmpty(), target.name);
            for (const QString &name : names)
                QTest::addRow("%s %s", target.name, qPrintable(name)) << corpus.filePath(name) << i;
        }
    }

    void everyInput_isTakenByEveryTarget()
    {
        QFETCH(QString, path);
        QFETCH(int, target);
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray wrong = fuzz::targets()[target].whatIsWrong(file.readAll());
        QVERIFY2(wrong.isEmpty(), wrong.constData());
    }
};

GW_REGISTER_TEST(CorpusTest)
#include "corpustest.moc"
