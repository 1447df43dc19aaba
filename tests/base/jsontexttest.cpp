// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/jsontext.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

class JsonTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatActs_isEscaped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("escape") << QStringLiteral("\x1b]0;x\x07") << QByteArray("\\u001b]0;x\\u0007");
        QTest::newRow("C1") << QStringLiteral("a\u009b31m") << QByteArray("a\\u009b31m");
        QTest::newRow("delete") << QStringLiteral("a\x7f") << QByteArray("a\\u007f");
        QTest::newRow("bidi") << QStringLiteral("\u202Egnp\u2066") << QByteArray("\\u202egnp\\u2066");
        QTest::newRow("byte-order mark") << QStringLiteral("\uFEFFx") << QByteArray("\\ufeffx");
        QTest::newRow("tag beyond the BMP") << QStringLiteral("x\U000E0041") << QByteArray("x\\udb40\\udc41");
        QTest::newRow("ordinary") << QStringLiteral("通义 é 🚀 <b>") << QByteArray("通义 é 🚀 <b>");
    }

    void whatActs_isEscaped()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, written);
        const QByteArray json = gw::jsonText(QJsonDocument(QJsonArray{text}));
        QVERIFY2(json.contains(QByteArray('"' + written + '"')), json.constData());
    }

    void meaning_isKept()
    {
        QString all;
        for (char32_t c = 1; c < 0x30000; ++c) {
            if (c < 0xD800 || c > 0xDFFF)
                all += QString::fromUcs4(&c, 1);
        }
        const QJsonDocument document(QJsonArray{all});
        QCOMPARE(QJsonDocument::fromJson(gw::jsonText(document)), document);
    }
};

GW_REGISTER_TEST(JsonTextTest)
#include "jsontexttest.moc"
