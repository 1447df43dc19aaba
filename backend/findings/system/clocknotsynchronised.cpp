// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 toleratedSeconds = 120; // Kerberos and one-time codes give up at about this

RuleOutcome check(const Facts &facts)
{
    Finding finding;
    finding.subject = u"clock"_s;
    finding.explanation = QCoreApplication::translate(
        "rules", "Certificates, one-time codes and logs rest on the time. Let systemd-timesyncd or chrony keep it: "
                 "timedatectl set-ntp true.");
    if (!facts.fromFolder && facts.system.serverTime.isValid() && facts.takenAt.isValid()) {
        const qint64 off = qAbs(facts.takenAt.secsTo(facts.system.serverTime));
        if (off > toleratedSeconds + facts.took.count() / 1000) {
            finding.severity = Severity::Medium;
            finding.title = QCoreApplication::translate("rules", "The clock is off by %1 seconds").arg(off);
            finding.effective = UntrustedText(facts.system.serverTime.toUTC().toString(Qt::ISODate));
            finding.proof = {{u"date -u +%FT%TZ"_s, finding.effective}};
            return QList<Finding>{finding};
        }
    }
    if (!facts.system.clockSynchronised)
        return withoutFacts(facts.system.clockSynchronised.gap());
    if (*facts.system.clockSynchronised)
        return QList<Finding>{};
    finding.severity = Severity::Low;
    finding.title = QCoreApplication::translate("rules", "The clock is not synchronised");
    finding.effective = UntrustedText(u"NTPSynchronized=no"_s);
    if (facts.system.initSystem == u"systemd")
        finding.proof = {{u"timedatectl show -p NTPSynchronized"_s, finding.effective}};
    return QList<Finding>{finding};
}

} // namespace

const Rule system::clockNotSynchronised{
    "system.clock-not-synchronised",
    QT_TRANSLATE_NOOP("rules", "The clock is right and kept so"),
    "CIS Debian 12 2.3.1.1; timedatectl(1)",
    check,
};

} // namespace gw
