// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/parts.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

} // namespace

Result<void> draftIntent(PlanMaker &maker, const SetFileMode &wish)
{
    if (wish.path.isEmpty() || wish.after.owner.isEmpty() || wish.after.group.isEmpty())
        return invalidIntent(Text::tr("Change the permissions of %1").arg(wish.path.shown()),
                             Text::tr("An owner is missing"));
    if (wish.before == wish.after)
        return {};
    maker.add(Phase::Write, QStringLiteral("permissions %1").arg(wish.path.shown()),
              SetAttributes{wish.path, wish.before, wish.after}, Text::tr("Only who must may read or write it"));
    return {};
}

} // namespace gw
