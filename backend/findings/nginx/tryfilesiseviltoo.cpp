// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// Whether files are looked for at all: the last argument is where the request goes otherwise.
bool looksForFiles(NginxSetting setting)
{
    for (int i = 0; i + 1 < setting.argumentCount(); ++i) {
        const QByteArray file = setting.argument(i);
        if (!file.startsWith('@') && !file.isEmpty() && file != "/dev/null")
            return true;
    }
    return false;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("try_files")) {
        if (!looksForFiles(setting) || view.held(setting.parent(), "open_file_cache", "off") != "off")
            continue;
        findings.append(view.finding(
            setting, Severity::Low, QCoreApplication::translate("nginx", "Files are looked for anew with each request"),
            QCoreApplication::translate("nginx",
                                        "try_files asks the system for each of its files, each time. On a busy "
                                        "server “open_file_cache max=1000 inactive=20s;” remembers the answers.")));
    }
    return findings;
}

} // namespace

const NginxRule nginx::tryFilesIsEvilToo{
    "nginx.try-files-is-evil-too",
    QT_TRANSLATE_NOOP("rules", "Where files are looked for, the answers are remembered"),
    "nginx.org, ngx_http_core_module, open_file_cache",
    ReviewProfile::Strict,
    check,
};

} // namespace gw
