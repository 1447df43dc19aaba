// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/portanswer.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Publish)
};

} // namespace

QString textOf(const PortAnswer &answer, PortPlan plan)
{
    switch (answer.verdict) {
    case PortAnswer::Verdict::Answers: return Text::tr("Port %1 answers this computer.").arg(answer.port);
    case PortAnswer::Verdict::Refused:
        return plan == PortPlan::OpensFirewall
                   ? Text::tr("Port %1 refused this computer: the plan opens it.").arg(answer.port)
                   : Text::tr("Port %1 is reached; nothing listens there yet.").arg(answer.port);
    case PortAnswer::Verdict::Silent:
        return plan == PortPlan::OpensFirewall
                   ? Text::tr("Port %1 did not answer this computer: the plan opens it in the server's firewall.")
                         .arg(answer.port)
                   : Text::tr("Port %1 did not answer this computer: a firewall on the way lets nobody in. Open it "
                              "there too.")
                         .arg(answer.port);
    case PortAnswer::Verdict::Unclear: break;
    }
    return {};
}

} // namespace gw
