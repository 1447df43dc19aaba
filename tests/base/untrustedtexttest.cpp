// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/untrustedtext.h"
#include "tests/support/testmain.h"

using gw::UntrustedText;

class UntrustedTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void controlCharacters_becomeVisible()
    {
        QCOMPARE(UntrustedText::fromBytes("\x1b]52;c;aGk=\x07").shown(), QStringLiteral("␛]52;c;aGk=␇"));
        QCOMPARE(UntrustedText::fromBytes("a\nb\tc\r").shown(), QStringLiteral("a␊b␉c␍"));
        QCOMPARE(UntrustedText::fromBytes("\xC2\x9B"
                                          "31m")
                     .shown(),
                 QStringLiteral("⟨U+009B⟩31m"));
    }

    void bidirectionalControls_becomeVisible()
    {
        QCOMPARE(UntrustedText(QStringLiteral("gnp.\u202Eexe")).shown(), QStringLiteral("gnp.⟨U+202E⟩exe"));
        QCOMPARE(UntrustedText(QStringLiteral("a\u200Bb")).shown(), QStringLiteral("a⟨U+200B⟩b"));
    }

    void linesAndTabs_stayInSourceText()
    {
        QCOMPARE(UntrustedText::fromBytes("a\n\tb\x07").shownLines(), QStringLiteral("a\n\tb␇"));
    }

    void invalidUtf8_isReplacedNotDropped()
    {
        QCOMPARE(UntrustedText::fromBytes("a\xFF"
                                          "b")
                     .shown(),
                 QStringLiteral("a\uFFFDb"));
    }

    void ordinaryText_isUnchanged()
    {
        const QString text = QStringLiteral("vLLM · 通义千问 <b>🚀</b> é");
        QCOMPARE(UntrustedText(text).shown(), text);
    }

    void longText_isCutWithAnEllipsis()
    {
        QCOMPARE(UntrustedText(QString(1000, u'x')).shown(10), QString(10, u'x') + u'…');
    }
};

GW_REGISTER_TEST(UntrustedTextTest)
#include "untrustedtexttest.moc"
