// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <QDir>
#include <algorithm>
#include <array>

namespace gw {
namespace {

/// Folders of the system; what is published lies in one of its own below /srv, /var/www or /usr/share.
constexpr std::array<QByteArrayView, 10> systemFolders{"/",     "/etc", "/root", "/home", "/var",
                                                       "/proc", "/sys", "/dev",  "/boot", "/usr"};

bool isExposed(const QByteArray &path)
{
    if (!path.startsWith('/') || path.contains('$'))
        return false;
    const QByteArray clean = QDir::cleanPath(QString::fromLatin1(path)).toLatin1();
    return std::find(systemFolders.begin(), systemFolders.end(), clean) != systemFolders.end();
}

/// An alias is the folder of the location only where the location is a prefix and the alias ends with a slash.
bool isFolder(NginxSetting alias)
{
    const NginxSetting location = alias.enclosing("location");
    return location && isPrefix(NginxLocation::of(location)) &&
           (alias.argument(0).endsWith('/') || alias.argument(0).endsWith("/."));
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const char *name : {"root", "alias"}) {
        for (const NginxSetting setting : view.named(name)) {
            if (!isExposed(setting.argument(0)) || (setting.is("alias") && !isFolder(setting)))
                continue;
            findings.append(view.finding(
                setting, Severity::High, QCoreApplication::translate("nginx", "A folder of the system is published"),
                QCoreApplication::translate(
                    "nginx",
                    "Every file below it that nginx's user can read is there for everybody: configurations, keys, "
                    "other people's data. Publish a folder that holds nothing else.")));
        }
    }
    return findings;
}

} // namespace

const NginxRule nginx::filesystemRootExposure{
    "nginx.filesystem-root-exposure",
    QT_TRANSLATE_NOOP("rules", "No folder of the system is published"),
    "nginx.org, ngx_http_core_module, root; CWE-552",
    everyProfile,
    check,
};

} // namespace gw
