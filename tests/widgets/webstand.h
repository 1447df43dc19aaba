// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/scenes/sampleweb.h"
#include "tests/widgets/pagestand.h"
#include "widgets/web/nginxeditor.h"
#include "widgets/web/webeditor.h"
#include "widgets/web/webpage.h"
#include "widgets/web/webreading.h"

namespace gw::test {

/// The page "Web" with what tests do to it.
struct WebStand : PageStand<WebPage> {
    /// With all its files read.
    static std::unique_ptr<WebPage> pageOf(const Facts &facts = sample::served())
    {
        auto page = shown(facts);
        read(page);
        return page;
    }

    static NginxEditor *editorOf(const std::unique_ptr<WebPage> &page) { return page->editor()->editor(); }

    static void choose(const std::unique_ptr<WebPage> &page, const char *word)
    {
        for (int i = 0; i < page->draft().sites().size(); ++i) {
            if (page->draft().sites()[i].site.path.bytes().contains(word))
                return page->chooseSite(i);
        }
        QFAIL(word);
    }

    static void typeBehind(const std::unique_ptr<WebPage> &page, const QByteArray &place, const QString &text)
    {
        NginxEditor *editor = editorOf(page);
        editor->setFocus();
        editor->goTo(editor->document().indexOf(place) + place.size());
        QTest::keyClicks(editor, text);
    }

    /// As the desk does once somebody pauses.
    static void read(const std::unique_ptr<WebPage> &page) { page->setReading(webReadingOf(page->draft())); }

    static QStringList messagesOf(const NginxEditor *editor)
    {
        QStringList messages;
        for (const EditorProblem &problem : editor->problems())
            messages.append(problem.message);
        return messages;
    }
};

} // namespace gw::test
