// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/version.h"

#include <QRegularExpression>

namespace gw {
namespace {

int orderOf(QChar c)
{
    if (c == u'~')
        return -1;
    if (c.isLetter())
        return c.unicode();
    return c.unicode() + 256;
}

/// Digits compare as numbers, everything else by character; "~" comes before the end of the text.
int compareText(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        while ((i < a.size() && !a[i].isDigit()) || (j < b.size() && !b[j].isDigit())) {
            const int left = i < a.size() && !a[i].isDigit() ? orderOf(a[i]) : 0;
            const int right = j < b.size() && !b[j].isDigit() ? orderOf(b[j]) : 0;
            if (left != right)
                return left - right;
            ++i;
            ++j;
        }
        const auto number = [](const QString &text, qsizetype &at) {
            const qsizetype start = at;
            while (at < text.size() && text[at].isDigit())
                ++at;
            QString digits = text.sliced(start, at - start);
            while (digits.startsWith(u'0'))
                digits.remove(0, 1);
            return digits;
        };
        const QString left = number(a, i);
        const QString right = number(b, j);
        if (left.size() != right.size())
            return left.size() < right.size() ? -1 : 1;
        if (const int order = left.compare(right); order != 0)
            return order;
    }
    return 0;
}

/// The first revision of a distribution's package that carries strict key exchange.
struct BackportedFix {
    int major;
    int minor;
    const char *revisionPrefix; ///< tells one release of a distribution from another
    const char *fixedRevision;
};

// Debian DSA-5586-1 and DLA-3694-1, Ubuntu USN-6560-1, Red Hat RHSA-2024:0606 (8) and RHSA-2024:1130 (9).
constexpr BackportedFix backportedFixes[] = {
    {9, 2, "2+deb12", "2+deb12u2"},   {8, 4, "5+deb11", "5+deb11u3"},   {7, 9, "10+deb10", "10+deb10u4"},
    {9, 3, "1ubuntu3", "1ubuntu3.1"}, {8, 9, "3ubuntu0", "3ubuntu0.5"}, {8, 2, "4ubuntu0", "4ubuntu0.10"},
    {8, 0, "", "19.el8_9.2"},         {8, 7, "", "34.el9_3.3"},
};

QString revisionOf(const SshdVersion &version)
{
    return version.vendor.section(u'-', 1);
}

} // namespace

SshdVersion SshdVersion::parse(const QString &banner)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(OpenSSH_(?:for_Windows_)?(\d{1,3})\.(\d{1,3})(?:p\d+)?(?:[ ]([A-Za-z]+-[^\s,]+))?)"));
    SshdVersion version;
    const QRegularExpressionMatch match = pattern.match(banner);
    if (match.hasMatch()) {
        version.release = {match.captured(1).toInt(), match.captured(2).toInt()};
        version.vendor = match.captured(3);
    }
    return version;
}

SshdVersion SshdVersion::fromPackage(const QString &packageVersion, const QString &osId)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^(?:\d+:)?(\d{1,3})\.(\d{1,3})(?:[p_]p?\d+)?(?:-(.+))?$)"));
    SshdVersion version;
    const QRegularExpressionMatch match = pattern.match(packageVersion);
    if (match.hasMatch()) {
        version.release = {match.captured(1).toInt(), match.captured(2).toInt()};
        if (!match.captured(3).isEmpty())
            version.vendor =
                QStringLiteral("%1-%2").arg(osId.isEmpty() ? QStringLiteral("package") : osId, match.captured(3));
    }
    return version;
}

QString SshdVersion::shown() const
{
    return isKnown() ? QStringLiteral("OpenSSH %1.%2").arg(release.major).arg(release.minor)
                     : QStringLiteral("OpenSSH");
}

StrictKex strictKex(const SshdVersion &version)
{
    if (!version.isKnown())
        return StrictKex::Unknown;
    if (version.isAtLeast(9, 6))
        return StrictKex::Yes;
    const QString revision = revisionOf(version);
    for (const BackportedFix &fix : backportedFixes) {
        const QString fixed = QString::fromLatin1(fix.fixedRevision);
        const bool redHat = fixed.contains(QLatin1String(".el"));
        const bool sameFamily =
            redHat ? revision.contains(QLatin1String(".el")) : revision.startsWith(QLatin1String(fix.revisionPrefix));
        if (version.release == SshdRelease{fix.major, fix.minor} && sameFamily)
            return comparePackageVersions(revision, fixed) >= 0 ? StrictKex::Yes : StrictKex::No;
    }
    // Distributions that name no revision may carry the fix without showing it.
    return revision.isEmpty() ? StrictKex::Unknown : StrictKex::No;
}

int comparePackageVersions(const QString &a, const QString &b)
{
    const int order = compareText(a, b);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

} // namespace gw
