// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxreleases.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

bool isOfBranch(NginxVersion version, NginxVersion fixed)
{
    return version.major == fixed.major && version.minor == fixed.minor;
}

QString shown(NginxVersion version)
{
    return QStringLiteral("%1.%2.%3").arg(version.major).arg(version.minor).arg(version.patch);
}

} // namespace

NginxExposure exposureOf(const NginxHole &hole, NginxVersion version)
{
    if (!version.isSet())
        return NginxExposure::Unknown;
    if (version < hole.first || version > hole.last)
        return NginxExposure::No;
    const bool isMended = std::any_of(hole.fixed.cbegin(), hole.fixed.cend(), [&](NginxVersion fixed) {
        return isOfBranch(version, fixed) && version >= fixed;
    });
    return isMended ? NginxExposure::No : NginxExposure::Yes;
}

bool isOfDistribution(const NginxView &view)
{
    if (!view.facts().packages)
        return false;
    const QList<Package> &packages = view.facts().packages->installed;
    return std::any_of(packages.cbegin(), packages.cend(), [](const Package &package) {
        const QString name = package.name.raw();
        // nginx.org's own have "~bookworm" or ".ngx" in their version.
        const bool isTheirs =
            package.version.raw().contains(QLatin1Char('~')) || package.version.raw().contains(QLatin1String(".ngx"));
        return (name == QLatin1String("nginx") || name.startsWith(QLatin1String("nginx-"))) && !isTheirs;
    });
}

QString howToTell(const NginxView &view, const NginxHole &hole)
{
    QStringList versions;
    for (const NginxVersion fixed : hole.fixed)
        versions.append(shown(fixed));
    const QString list = versions.join(QLatin1String(", "));
    if (isOfDistribution(view))
        return QCoreApplication::translate("nginx",
                                           "nginx %1 has the fix, and your distribution may have put it into its "
                                           "own package: install its security updates.")
            .arg(list);
    return QCoreApplication::translate("nginx", "nginx %1 has the fix.").arg(list);
}

} // namespace gw
