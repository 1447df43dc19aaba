// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/scenes.h"
#include "tests/support/testmain.h"
#include "widgets/parts/button.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/theme/theme.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QTranslator>

using namespace gw;

/// Draws every page in every look into $GW_SCREENS_DIR and refuses what is cut.
class ScreensTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString build = qEnvironmentVariable("GW_BUILD_DIR", QDir::currentPath());
        m_folder = QDir(qEnvironmentVariable("GW_SCREENS_DIR", build + QStringLiteral("/screens")));
        QVERIFY(m_folder.mkpath(QStringLiteral(".")));
        m_theme = std::make_unique<Theme>(*qApp);
        m_translated = m_chinese.load(QStringLiteral(":/i18n/gatewright_zh_CN.qm"));
    }

    void everyScene_isDrawnWithNothingCut_data()
    {
        QTest::addColumn<int>("scene");
        const QList<Scene> all = scenes();
        const QString only = qEnvironmentVariable("GW_SCREENS_ONLY");
        for (int i = 0; i < all.size(); ++i) {
            if (only.isEmpty() || all[i].name.contains(only))
                QTest::newRow(qPrintable(all[i].name)) << i;
        }
    }

    void everyScene_isDrawnWithNothingCut()
    {
        QFETCH(int, scene);
        for (const bool chinese : {false, true}) {
            if (chinese && !m_translated)
                continue;
            m_theme->setMode(Theme::Mode::Light);
            const Scene current = scenes()[scene]; // texts of the sample are made in the language
            const std::unique_ptr<QWidget> window = current.make();
            window->resize(1280, 800);
            window->show();
            QTest::qWait(120); // pages put off what many servers would ask for at once
            // Switched while it is shown, as a person does it.
            if (chinese)
                qApp->installTranslator(&m_chinese);
            for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
                m_theme->setMode(mode);
                for (const QSize size : {QSize(1280, 800), QSize(1440, 900), QSize(1920, 1080)}) {
                    window->resize(size);
                    settle();
                    const QString look =
                        QStringList{current.name, chinese ? QStringLiteral("zh") : QStringLiteral("en"),
                                    mode == Theme::Mode::Light ? QStringLiteral("light") : QStringLiteral("dark"),
                                    QString::number(size.width())}
                            .join(u'-');
                    QVERIFY2(window->grab().save(m_folder.filePath(look + QStringLiteral(".png"))), qPrintable(look));
                    const QStringList cut = cutTexts(window.get());
                    QVERIFY2(cut.isEmpty(), qPrintable(look + QStringLiteral(": ") + cut.join(QStringLiteral(" | "))));
                }
            }
            if (chinese)
                qApp->removeTranslator(&m_chinese);
        }
    }

    void everyControl_hasANameForScreenReaders()
    {
        for (const Scene &scene : scenes()) {
            const std::unique_ptr<QWidget> window = scene.make();
            window->resize(1280, 800);
            window->show();
            settle();
            for (const QWidget *widget : window->findChildren<QWidget *>()) {
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                    continue;
                QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
                QVERIFY(reader);
                const bool insideAnother = qobject_cast<const QAbstractScrollArea *>(widget->parentWidget()) ||
                                           widget->inherits("QScrollArea");
                const QString where =
                    QStringLiteral("%1: %2 %3")
                        .arg(scene.name, QLatin1String(widget->metaObject()->className()), widget->objectName());
                QVERIFY2(insideAnother || !reader->text(QAccessible::Name).isEmpty(), qPrintable(where));
            }
        }
    }

private:
    static void settle()
    {
        QTest::qWait(10);
        for (int i = 0; i < 4; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }

    /// Texts of visible widgets that have less room than they need and are not made to be elided.
    static QStringList cutTexts(const QWidget *window)
    {
        QStringList cut;
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            const bool whole = qobject_cast<const Button *>(widget) || qobject_cast<const Pill *>(widget) ||
                               qobject_cast<const SegmentedControl *>(widget);
            if (whole && widget->width() < widget->sizeHint().width())
                cut << QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName() + u' ' +
                           widget->accessibleName();
            const auto *label = qobject_cast<const PlainLabel *>(widget);
            if (label && !label->text().isEmpty() &&
                label->height() + 1 <
                    (label->wordWrap() ? label->heightForWidth(label->width()) : label->fontMetrics().height()))
                cut << QStringLiteral("height of ") + label->text();
            const auto *box = qobject_cast<const QComboBox *>(widget);
            if (box && !box->isEditable() &&
                box->fontMetrics().horizontalAdvance(box->currentText()) > box->width() - 38)
                cut << QStringLiteral("choice ") + box->currentText();
            if (label && !label->wordWrap() && label->minimumSizeHint().width() > label->width() + 1)
                cut << QStringLiteral("width of ") + label->text();
        }
        return cut;
    }

    QDir m_folder;
    std::unique_ptr<Theme> m_theme;
    QTranslator m_chinese;
    bool m_translated = false;
};

GW_REGISTER_TEST(ScreensTest)
#include "screenstest.moc"
