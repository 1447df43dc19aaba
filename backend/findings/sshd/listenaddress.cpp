// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

bool isEverywhere(const QString &address)
{
    return address.startsWith(QLatin1String("0.0.0.0:")) || address.startsWith(QLatin1String("[::]:"));
}

RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        const QStringList addresses = sshd.values("listenaddress");
        const bool everywhere = std::any_of(addresses.cbegin(), addresses.cend(), isEverywhere);
        if (!everywhere || sshd.sshd().socketActivated)
            return QList<Finding>{};
        return QList<Finding>{sshd.finding(
            "listenaddress", Severity::Info, QCoreApplication::translate("sshd", "sshd listens on all addresses"),
            QCoreApplication::translate(
                "sshd",
                "On a server with an internal network or a VPN, “ListenAddress” with the inner address takes sshd "
                "off the Internet. With one public address there is nothing to do."))};
    });
}

} // namespace

const Rule sshd::listenAddress{
    "sshd.listen-address",
    QT_TRANSLATE_NOOP("rules", "sshd listens on chosen addresses"),
    "sshd_config(5) ListenAddress",
    check,
};

} // namespace gw
