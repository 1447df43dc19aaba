// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"
#include "backend/plan/intent.h"

#include <QSignalSpy>
#include <QTest>
#include <memory>

namespace gw::test {

/// A page that is filled with facts and their review, and what tests do to it.
template <typename Page>
struct PageStand {
    static void fill(Page &page, Facts facts)
    {
        const auto shared = std::make_shared<const Facts>(std::move(facts));
        page.setFacts(shared, std::make_shared<const Review>(review(*shared)));
    }

    static std::unique_ptr<Page> shown(const Facts &facts)
    {
        auto page = std::make_unique<Page>();
        fill(*page, facts);
        page->resize(1060, 700);
        page->show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(page.get());
        return page;
    }

    template <typename T>
    static T *part(const std::unique_ptr<Page> &page, const char *name)
    {
        return page->template findChild<T *>(QLatin1String(name));
    }

    static QList<Intent> planned(QSignalSpy &spy) { return spy.takeFirst().first().template value<QList<Intent>>(); }
};

} // namespace gw::test
