// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/reviewnginx.h"

#include "app/ctl/terminal.h"
#include "backend/nginx/version.h"

#include <QCoreApplication>

namespace gw::ctl {
namespace {

QString shown(const NginxConfig &config, const NginxProblem &problem)
{
    constexpr int most = 2000;
    return UntrustedText::fromBytes(problem.error.inFile(config.files()[problem.file].path.bytes())).shown(most);
}

Result<UntrustedText> checkedVersion(const QString &version)
{
    if (!version.isEmpty() && !NginxVersion::fromText(version.toLatin1()).isSet())
        return Error{Error::Kind::Invalid,
                     QCoreApplication::translate("ctl", "Review"),
                     QCoreApplication::translate("ctl", "“%1” is no version").arg(UntrustedText(version).shown()),
                     {},
                     {}};
    return UntrustedText(version);
}

} // namespace

Result<NginxMaterial> nginxMaterial(const QString &file, NginxFollow follow, const QString &version)
{
    NginxFacts nginx;
    nginx.version = GW_TRY(checkedVersion(version));
    const NginxInput input = GW_TRY(nginxInput(file));
    const NginxConfig config = nginxConfig(input, follow);
    NginxMaterial material;
    for (const NginxProblem &problem : config.problems()) {
        if (problem.kind != NginxProblem::Kind::IncludeFailed)
            return Error{Error::Kind::Invalid,
                         QCoreApplication::translate("ctl", "Read %1").arg(UntrustedText(file).shown()),
                         shown(config, problem),
                         {},
                         {}};
        complain(shown(config, problem));
        material.isWhole = false;
    }
    QList<FileFact> tree;
    for (const NginxFile &each : config.files())
        tree.append({each.path, each.tree.text(), 0, {}, {}});
    nginx.tree = tree;
    material.facts.nginx = nginx;
    material.facts.takenAt = QDateTime::currentDateTimeUtc();
    material.facts.fromFolder = true;
    return material;
}

} // namespace gw::ctl
