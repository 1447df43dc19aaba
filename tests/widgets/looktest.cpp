// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampledata.h"
#include "tests/scenes/sampleplan.h"
#include "tests/scenes/samplerollout.h"
#include "tests/scenes/scenes.h"
#include "tests/support/testmain.h"
#include "widgets/parts/button.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QTranslator>

using namespace gw;

namespace {

/// Marks every text that goes through tr(), so that one that does not is seen.
class MarkingTranslator : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        const QByteArray from(context);
        return from.startsWith("Q") ? QString() : QStringLiteral("⟦%1⟧").arg(QString::fromUtf8(source));
    }
};

} // namespace

class LookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void switchedLanguage_reachesEveryButtonAndHeading()
    {
        MarkingTranslator marking;
        for (const Scene &scene : scenes()) {
            const Stage stage = scene.make();
            MainWindow *window = stage.window.get();
            window->show();
            QTest::qWait(80);
            qApp->installTranslator(&marking);
            stage.tell();
            QTest::qWait(120);
            QStringList stale;
            for (const Button *button : window->findChildren<Button *>()) {
                if (button->isVisible() && !button->text().isEmpty() && !button->text().contains(u'⟦'))
                    stale << button->objectName() + u' ' + button->text();
                if (button->isVisible() && button->text().isEmpty() && !button->accessibleName().contains(u'⟦'))
                    stale << button->objectName();
            }
            for (const PlainLabel *label : window->findChildren<PlainLabel *>()) {
                const bool isData = label->objectName() == u"changeTitle" || // as the plan was called when it was made
                                    label->objectName() == u"siteName";
                const bool ours = label->font().weight() >= QFont::DemiBold && label->isVisible() && !isData;
                if (ours && hasEnglish(label->text()) && !label->text().contains(u'⟦'))
                    stale << label->text();
            }
            qApp->removeTranslator(&marking);
            QVERIFY2(stale.isEmpty(),
                     qPrintable(scene.name + QStringLiteral(": ") + stale.join(QStringLiteral(" | "))));
        }
    }

    void switchedAppearance_reachesEveryText()
    {
        for (const Scene &scene : scenes()) {
            m_theme->setMode(Theme::Mode::Light);
            const Stage stage = scene.make();
            MainWindow *window = stage.window.get();
            window->show();
            QTest::qWait(80);
            m_theme->setMode(Theme::Mode::Dark);
            QTest::qWait(10);
            for (const PlainLabel *label : window->findChildren<PlainLabel *>()) {
                const QColor colour = label->palette().color(QPalette::Active, QPalette::WindowText);
                QVERIFY2(colour.lightness() > 90, qPrintable(scene.name + QStringLiteral(": ") + label->text()));
            }
        }
        m_theme->setMode(Theme::Mode::Light);
    }

    void texts_areReadableOnTheirGround()
    {
        for (const Tokens *tokens : {&Tokens::light(), &Tokens::dark()}) {
            for (const Tone tone : {Tone::Neutral, Tone::Muted, Tone::Critical, Tone::Warning, Tone::Info, Tone::Good})
                QVERIFY2(contrast(tokens->colour(tone), tokens->ground(tone)) >= 3.5,
                         qPrintable(tokens->colour(tone).name()));
            QVERIFY(contrast(tokens->text, tokens->background) >= 7);
            QVERIFY(contrast(tokens->onAccent, tokens->accent) >= 4.5);
        }
    }

    void palette_tellsWhichTokensItCarries()
    {
        QCOMPARE(&Tokens::of(Tokens::light().palette()), &Tokens::light());
        QCOMPARE(&Tokens::of(Tokens::dark().palette()), &Tokens::dark());
    }

private:
    /// What the pages themselves say has small letters; names of servers and plans, and what servers ask, are data.
    static bool hasEnglish(const QString &text)
    {
        static const QStringList data = [] {
            QStringList known{QStringLiteral("Gatewright")};
            for (const sample::Machine &machine : sample::fleet())
                known << machine.server.name;
            for (const SecretQuestion::Prompt &prompt : sample::interactiveQuestion().prompts)
                known << prompt.text.shown();
            known << sample::change(ApplyState::Phase::Preview).plan.title << sample::hostilePlan().title;
            for (const RolloutState &rollout : {sample::choosing(), sample::rollingOut(), sample::hostileRollout()}) {
                known << rollout.title;
                for (const RolloutMember &member : rollout.members)
                    known << member.name;
            }
            return known << sample::hostileFinding().title << sample::unreachable().tried;
        }();
        const bool isPath = text.contains(u'/') && !text.contains(u' ');
        return !isPath && !data.contains(text) &&
               std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.isLower(); });
    }

    static double luminance(const QColor &colour)
    {
        const auto part = [](double value) {
            return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
    }

    /// WCAG 2.1, "contrast ratio".
    static double contrast(const QColor &a, const QColor &b)
    {
        const double x = luminance(a), y = luminance(b);
        return (qMax(x, y) + 0.05) / (qMin(x, y) + 0.05);
    }

    std::unique_ptr<Theme> m_theme;
};

GW_REGISTER_TEST(LookTest)
#include "looktest.moc"
