// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/nameanswer.h"

#include "backend/base/untrustedtext.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Publish)
};

} // namespace

QString adviceOf(const NameAnswer &answer)
{
    const QString name = UntrustedText(answer.name).shown(100);
    switch (answer.verdict) {
    case NameAnswer::Verdict::Here:
    case NameAnswer::Verdict::Unclear: break;
    case NameAnswer::Verdict::Elsewhere:
        return Text::tr("%1 leads to %2, while this server was reached at %3: unless a router in between hands it on, "
                        "change the record of the name.")
            .arg(name, answer.addresses.join(QStringLiteral(", ")), answer.server);
    case NameAnswer::Verdict::Nowhere:
        return answer.server.isEmpty()
                   ? Text::tr("%1 leads nowhere yet: give the name a record with the address of this server.").arg(name)
                   : Text::tr("%1 leads nowhere yet: give the name a record with the address of this server, %2.")
                         .arg(name, answer.server);
    }
    return {};
}

} // namespace gw
