// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/record.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct OutcomeWords {
    const char *id;
    const char *name;
};
/// In the order of the enumerators.
constexpr OutcomeWords outcomeWords[] = {
    {"open", QT_TRANSLATE_NOOP("Outcome", "Waits for \"keep\"")},
    {"kept", QT_TRANSLATE_NOOP("Outcome", "Kept")},
    {"undone", QT_TRANSLATE_NOOP("Outcome", "Undone")},
    {"came-back", QT_TRANSLATE_NOOP("Outcome", "Came back by itself")},
    {"failed", QT_TRANSLATE_NOOP("Outcome", "Failed, everything returned")},
    {"refused", QT_TRANSLATE_NOOP("Outcome", "Not started")},
    {"broken", QT_TRANSLATE_NOOP("Outcome", "Not everything returned")},
};
static_assert(std::size(outcomeWords) == size_t(Outcome::Broken) + 1);

} // namespace

QString outcomeId(Outcome outcome)
{
    return QString::fromLatin1(outcomeWords[size_t(outcome)].id);
}

std::optional<Outcome> outcomeFromId(const QString &id)
{
    for (size_t i = 0; i < std::size(outcomeWords); ++i) {
        if (id == QLatin1String(outcomeWords[i].id))
            return Outcome(i);
    }
    return std::nullopt;
}

QString outcomeName(Outcome outcome)
{
    return QCoreApplication::translate("Outcome", outcomeWords[size_t(outcome)].name);
}

FileRecord fileRecordOf(const RemotePath &path, FileState before, FileState after, Secrecy secrecy)
{
    FileRecord file{path, std::move(before), std::move(after), secrecy, {}, {}};
    file.beforeHash = file.before.hash();
    file.afterHash = file.after.hash();
    if (secrecy == Secrecy::Secret) {
        file.before.content.clear();
        file.after.content.clear();
    }
    return file;
}

} // namespace gw
