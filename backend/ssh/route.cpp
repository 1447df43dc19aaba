// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/route.h"

#include "backend/ssh/hostkeycheck.h"
#include "backend/ssh/keytrouble.h"
#include "backend/ssh/sshconfig.h"
#include "backend/ssh/transportchoice.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Route)
};

constexpr qsizetype mostHops = 8;

Error noWay(const Target &target, const QString &cause)
{
    return Error{Error::Kind::Invalid,
                 Text::tr("Find the way to %1").arg(target.text()),
                 cause,
                 Text::tr("Check ProxyJump in your SSH configuration"),
                 {}};
}

/// Puts the hops to `target` into `hops`, the nearest first. As ssh does it (ssh.c): `-J a,b` to c runs `ssh -J a b`,
/// so b's own ProxyJump counts only if nothing stands before b in the list.
Result<void> addHops(QList<HopSettings> &hops, const Target &target, const std::optional<QStringList> &jumps, int depth,
                     const QString &configFile, std::stop_token stop)
{
    if (depth > mostHops)
        return noWay(target, Text::tr("There are more than %1 jump hosts, or they form a loop").arg(mostHops));
    EvaluatedHost evaluated = GW_TRY(evaluateSshConfig(target, configFile, stop));
    // With a list given for this hop, its own ProxyCommand is not used either.
    QStringList before = jumps ? *jumps : evaluated.proxyJump.split(u',', Qt::SkipEmptyParts);
    if (jumps && !jumps->isEmpty())
        evaluated.settings.proxyCommand.clear();
    if (!before.isEmpty()) {
        const auto next = Target::parse(before.takeLast());
        if (!next)
            return noWay(target, next.error().cause);
        const auto rest = before.isEmpty() ? std::nullopt : std::optional(before);
        GW_TRY(addHops(hops, *next, rest, depth + 1, configFile, stop));
    }
    for (const HopSettings &hop : hops)
        if (hop.host == evaluated.settings.host && hop.port == evaluated.settings.port && hop.alias == target.host)
            return noWay(target, Text::tr("%1 is reached through itself").arg(hop.label()));
    hops += std::move(evaluated.settings);
    return {};
}

/// Whoever picks a key for a server means this one: to go on without it would end in a question for a password.
Result<void> checkKeyFile(const Target &target, const QString &file)
{
    if (file.isEmpty() || QFileInfo::exists(expandedPath(file)) || QFileInfo::exists(expandedPath(file) + u".pub"))
        return {};
    return Error{Error::Kind::Invalid,
                 Text::tr("Log in to %1 with the key file that was chosen").arg(target.text()),
                 keyTrouble(file),
                 Text::tr("Choose another key file, or none"),
                 {}};
}

} // namespace

Result<Route> routeTo(const Target &target, const RouteOptions &options, std::stop_token stop)
{
    GW_TRY(checkKeyFile(target, options.identityFile));
    Route route;
    route.target = target;
    route.configFile = options.configFile;
    route.identityFile = options.identityFile;
    GW_TRY(addHops(route.hops, target, {}, 1, options.configFile, stop));
    if (!options.identityFile.isEmpty()) {
        QStringList &files = route.hops.last().identityFiles;
        files.removeAll(options.identityFile);
        files.prepend(options.identityFile);
    }
    if (options.transport == TransportKind::Libssh)
        GW_TRY(checkForLibssh(route.hops));
    TransportChoice choice = chooseTransport(route.hops);
    if (options.transport != TransportKind::Automatic)
        choice = {options.transport, Text::tr("Chosen for this server")};
    route.transport = choice.kind;
    route.reason = choice.reason;
    return route;
}

} // namespace gw
