// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation/translation.h"
#include "tests/scenes/scenes.h"
#include "tests/support/testmain.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QRegularExpression>
#include <QTabBar>

using namespace gw;

class LanguageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void init() { m_translation.install(QStringLiteral("en")); }

    void switchedLanguage_saysWhatAFreshWindowSays_data() { addSceneRows(); }

    /// Texts, dates, numbers and names for screen readers: what was made before the switch must not stay.
    void switchedLanguage_saysWhatAFreshWindowSays()
    {
        QFETCH(int, scene);
        const Stage switched = shown(scenes()[scene]);
        switchTo(m_translation, QStringLiteral("zh_CN"), switched);
        const Stage fresh = shown(scenes()[scene]);
        QStringList stale = wordsOf(switched.window.get());
        for (const QString &text : wordsOf(fresh.window.get()))
            stale.removeOne(text);
        QVERIFY2(stale.isEmpty(), qPrintable(stale.join(QStringLiteral(" | "))));
    }

private:
    /// All that a window says, without the seconds that pass.
    static QStringList wordsOf(const QWidget *window)
    {
        QStringList words;
        for (const QAction *action : window->actions())
            words << action->text();
        for (const QWidget *widget : window->findChildren<QWidget *>()) {
            if (!widget->isVisible())
                continue;
            words << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
            for (const char *property : {"text", "title", "placeholderText", "currentText", "suffix"})
                words << widget->property(property).toString();
            if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
                for (int i = 0; i < tabs->count(); ++i)
                    words << tabs->tabText(i);
            }
            if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
                addWords(view->model(), {}, words);
        }
        static const QRegularExpression seconds(QStringLiteral("just now|刚刚|\\d+ (s ago|秒前)|\\d+:\\d\\d:\\d\\d"));
        for (QString &word : words)
            word.replace(seconds, QString());
        words.removeAll(QString());
        return words;
    }

    static void addWords(const QAbstractItemModel *model, const QModelIndex &parent, QStringList &words)
    {
        for (int row = 0; row < model->rowCount(parent); ++row) {
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex index = model->index(row, column, parent);
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                    words << index.data(role).toString();
                if (column == 0)
                    addWords(model, index, words);
            }
        }
    }

    std::unique_ptr<Theme> m_theme;
    Translation m_translation;
};

GW_REGISTER_TEST(LanguageTest)
#include "languagetest.moc"
