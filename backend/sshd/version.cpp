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

int comparePackageVersions(const QString &a, const QString &b)
{
    const int order = compareText(a, b);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

} // namespace gw
