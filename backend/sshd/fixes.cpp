// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/fixes.h"

namespace gw {
namespace {

struct Correction {
    SshdFix fix;
    SshdRelease neededSince; ///< older releases do not have the fault
    SshdRelease release;     ///< the first one that is correct
};

// The release notes of OpenSSH 9.6, 9.8 and 10.0.
constexpr Correction corrections[] = {
    {SshdFix::StrictKeyExchange, {0, 0}, {9, 6}},
    {SshdFix::SignalHandler, {8, 5}, {9, 8}},
    {SshdFix::DisableForwarding, {7, 4}, {10, 0}},
};

struct Backport {
    SshdFix fix;
    SshdRelease release;
    const char *family;   ///< what the revisions of one release of a distribution have in common
    const char *revision; ///< the first one that is correct
};

// Debian DSA-5586-1, DLA-3694-1, DSA-5724-1 and its changelogs; Ubuntu USN-6560-1, USN-6859-1, USN-7457-1; Red Hat
// RHSA-2024:0606, RHSA-2024:1130 and RHSA-2024:4312.
constexpr Backport backports[] = {
    {SshdFix::StrictKeyExchange, {9, 2}, "2+deb12", "2+deb12u2"},
    {SshdFix::StrictKeyExchange, {8, 4}, "5+deb11", "5+deb11u3"},
    {SshdFix::StrictKeyExchange, {7, 9}, "10+deb10", "10+deb10u4"},
    {SshdFix::StrictKeyExchange, {9, 3}, "1ubuntu3", "1ubuntu3.1"},
    {SshdFix::StrictKeyExchange, {8, 9}, "3ubuntu0", "3ubuntu0.5"},
    {SshdFix::StrictKeyExchange, {8, 2}, "4ubuntu0", "4ubuntu0.10"},
    {SshdFix::StrictKeyExchange, {8, 7}, ".el9", "34.el9_3.3"},
    {SshdFix::StrictKeyExchange, {8, 0}, ".el8", "19.el8_9.2"},
    {SshdFix::SignalHandler, {9, 2}, "2+deb12", "2+deb12u3"},
    {SshdFix::SignalHandler, {9, 6}, "3ubuntu13", "3ubuntu13.3"},
    {SshdFix::SignalHandler, {9, 3}, "1ubuntu3", "1ubuntu3.6"},
    {SshdFix::SignalHandler, {8, 9}, "3ubuntu0", "3ubuntu0.10"},
    {SshdFix::SignalHandler, {8, 7}, ".el9", "38.el9_4.1"},
    {SshdFix::DisableForwarding, {9, 2}, "2+deb12", "2+deb12u6"},
    {SshdFix::DisableForwarding, {9, 6}, "3ubuntu13", "3ubuntu13.11"},
    {SshdFix::DisableForwarding, {8, 9}, "3ubuntu0", "3ubuntu0.13"},
    {SshdFix::DisableForwarding, {8, 2}, "4ubuntu0", "4ubuntu0.13"},
};

bool isOfFamily(const QString &revision, QLatin1String family)
{
    return family.startsWith(QLatin1Char('.')) ? revision.contains(family) : revision.startsWith(family);
}

} // namespace

FixState fixState(const SshdVersion &version, SshdFix fix)
{
    if (!version.isKnown())
        return FixState::Unknown;
    for (const Correction &correction : corrections) {
        const bool concerns = version.release >= correction.neededSince && version.release < correction.release;
        if (correction.fix == fix && !concerns)
            return FixState::Present;
    }
    const QString revision = version.vendor.section(QLatin1Char('-'), 1);
    for (const Backport &backport : backports) {
        if (backport.fix != fix || backport.release != version.release)
            continue;
        if (isOfFamily(revision, QLatin1String(backport.family))) {
            const QString first = QString::fromLatin1(backport.revision);
            return comparePackageVersions(revision, first) >= 0 ? FixState::Present : FixState::Missing;
        }
    }
    // The very first package of a Debian release ("2") is older than every correction; others are not in the table.
    const bool isDebian = version.vendor.startsWith(QLatin1String("Debian"), Qt::CaseInsensitive);
    return isDebian ? FixState::Missing : FixState::Unknown;
}

} // namespace gw
