// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/scenes.h"
#include "tests/support/testmain.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>

using namespace gw;

/// Every page in every state, for those who use no mouse or hear what is on the screen.
class KeyboardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }

    void everyControl_hasANameForScreenReaders_data() { addSceneRows(); }

    void everyControl_hasANameForScreenReaders()
    {
        QFETCH(int, scene);
        const Stage stage = shown(scenes()[scene]);
        for (QWidget *widget : stage.window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                continue;
            QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(widget);
            QVERIFY(reader);
            QVERIFY2(!reader->text(QAccessible::Name).trimmed().isEmpty(), qPrintable(nameOf(widget)));
        }
    }

    void everyControl_isReachedByTab_andShowsIt_data() { addSceneRows(); }

    /// Tab goes round the window: every control that takes part is reached, is on the screen then, and looks different
    /// while it has the keyboard.
    void everyControl_isReachedByTab_andShowsIt()
    {
        QFETCH(int, scene);
        const Stage stage = shown(scenes()[scene]);
        MainWindow *window = stage.window.get();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QList<QWidget *> reached;
        QWidget *before = nullptr;
        for (int presses = 0; presses < 100; ++presses) {
            QTest::keyClick(window->focusWidget() ? window->focusWidget() : window, Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            QVERIFY(now);
            if (std::exchange(before, now) == now) // a field with several parts
                continue;
            if (reached.contains(now))
                break;
            reached << now;
            settle();
            QVERIFY2(isOnScreen(now), qPrintable(nameOf(now) + QStringLiteral(" is not on the screen")));
            const QImage focused = now->grab().toImage();
            now->clearFocus();
            const bool shows = now->grab().toImage() != focused;
            now->setFocus(Qt::TabFocusReason);
            QVERIFY2(shows, qPrintable(nameOf(now) + QStringLiteral(" does not show that it has the keyboard")));
        }
        QStringList missed;
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus &&
                !widget->focusProxy() && !reached.contains(widget) && !isRadioBesideAnother(widget))
                missed << nameOf(widget);
        }
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QStringLiteral(" | "))));
    }

private:
    static QString nameOf(const QWidget *widget)
    {
        return QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()), widget->objectName());
    }

    /// Only the chosen one of several is a stop; the arrows go to the others.
    static bool isRadioBesideAnother(const QWidget *widget)
    {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        return button && button->isCheckable() && button->group() && button->group()->exclusive();
    }

    static bool isOnScreen(const QWidget *widget)
    {
        const auto *area = qobject_cast<const QAbstractScrollArea *>(widget); // its viewport covers it
        return !widget->visibleRegion().isEmpty() || (area && !area->viewport()->visibleRegion().isEmpty());
    }

    std::unique_ptr<Theme> m_theme;
};

GW_REGISTER_TEST(KeyboardTest)
#include "keyboardtest.moc"
