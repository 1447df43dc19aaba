// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/newaddress.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

LoginProof provenLogin(const ChangeRecord &record)
{
    LoginProof proven;
    for (const ProofRecord &proof : record.proofs) {
        if (const auto *login = std::get_if<LoginProof>(&proof.proof); login && proof.held)
            proven = *login;
    }
    return proven;
}

} // namespace

std::optional<NewAddress> newAddressOf(const QString &target, const Route &route, const ChangeRecord &record)
{
    const LoginProof login = provenLogin(record);
    const auto before = Target::parse(target);
    if (route.hops.isEmpty() || !before)
        return {};
    const HopSettings &hop = route.hops.last();
    const bool movesPort = login.port != 0 && login.port != hop.port;
    const bool changesUser = !login.user.isEmpty() && login.user != hop.user;
    if (!movesPort && !changesUser)
        return {};
    // What stands in the target overrules the file; what does not is the file's to say, for every other program too.
    const bool isAlias = configuredAliases(route.configFile).contains(before->host);
    Target after = *before;
    NewAddress address;
    if (changesUser && isAlias && before->user.isEmpty())
        address.lines += QStringLiteral("User ") + login.user;
    else if (changesUser)
        after.user = login.user;
    if (movesPort && isAlias && before->port == 0)
        address.lines += QStringLiteral("Port %1").arg(login.port);
    else if (movesPort)
        after.port = login.port;
    if (after != *before)
        address.target = after.text();
    if (!address.lines.isEmpty()) {
        address.alias = before->host;
        address.configFile = route.configFile.isEmpty() ? QStringLiteral("~/.ssh/config") : route.configFile;
    }
    return address;
}

QString textOf(const NewAddress &address)
{
    QStringList texts;
    if (!address.target.isEmpty())
        texts += Text::tr("From now on the server is reached as %1.").arg(UntrustedText(address.target).shown());
    if (!address.lines.isEmpty())
        texts += Text::tr("Write “%1” below “Host %2” in %3: the server is reached like that from now on.")
                     .arg(UntrustedText(address.lines.join(QStringLiteral("”, “"))).shown(),
                          UntrustedText(address.alias).shown(), UntrustedText(address.configFile).shown());
    return texts.join(u' ');
}

} // namespace gw
