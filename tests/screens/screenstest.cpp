// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation/translation.h"
#include "tests/scenes/scenes.h"
#include "tests/support/testmain.h"
#include "widgets/parts/button.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>

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
        m_translation.install(QStringLiteral("zh_CN"));
        QVERIFY2(severityName(Severity::High) != QLatin1String("High"), "the Chinese texts are not there");
    }

    void init() { m_translation.install(QStringLiteral("en")); }

    void everyScene_isDrawnWithNothingCut_data() { addSceneRows(); }

    void everyScene_isDrawnWithNothingCut()
    {
        QFETCH(int, scene);
        for (const QString &language : Translation::languages()) {
            m_theme->setMode(Theme::Mode::Light);
            const Scene current = scenes()[scene];
            const Stage stage = shown(current);
            switchTo(m_translation, language, stage);
            for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
                m_theme->setMode(mode);
                for (const QSize size : sizes()) {
                    stage.window->resize(size);
                    settle();
                    const QString look =
                        QStringList{current.name, language.left(2),
                                    mode == Theme::Mode::Light ? QStringLiteral("light") : QStringLiteral("dark"),
                                    QString::number(size.width())}
                            .join(u'-');
                    QVERIFY2(stage.window->grab().save(m_folder.filePath(look + QStringLiteral(".png"))),
                             qPrintable(look));
                    const QStringList cut = cutTexts(stage.window.get());
                    QVERIFY2(cut.isEmpty(), qPrintable(look + QStringLiteral(": ") + cut.join(QStringLiteral(" | "))));
                }
            }
            m_translation.install(QStringLiteral("en"));
        }
    }

private:
    /// On a magnified screen (QT_SCALE_FACTOR=1.5) there is less room: 1920 by 1080 pixels are this.
    static QList<QSize> sizes()
    {
        if (qApp->devicePixelRatio() > 1)
            return {{1280, 720}};
        return {{1280, 800}, {1440, 900}, {1920, 1080}};
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
    Translation m_translation;
};

GW_REGISTER_TEST(ScreensTest)
#include "screenstest.moc"
