// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostLines = 15; // of the proof

/// What the world talks to, and what stands between its users and root.
bool facesTheWorld(const Package &package, bool ownKernel)
{
    static const QRegularExpression pattern(u"^(openssh|openssl|libssl|libcrypto|nginx|angie|apache2|httpd|sudo|libc6$|"
                                            u"glibc|libgnutls|docker|containerd|runc"
                                            u"|libssh|curl$|libcurl|xz-utils|liblzma|ollama|haproxy|caddy)"_s);
    static const QRegularExpression kernel(u"^(linux-image|linux-headers|kernel|linux$|linux-lts)"_s);
    return pattern.match(package.name.raw()).hasMatch() || (ownKernel && kernel.match(package.name.raw()).hasMatch());
}

/// What prints "NAME VERSION" for each. None for dnf: it lists advisories, several for one package.
QString updateCommand(const QString &manager)
{
    if (manager == u"apt"_s)
        return u"apt-get -s dist-upgrade | sed -nE '/-[Ss]ecurity|Security:|UbuntuESM/s/^Inst ([^ ]+) [^(]*\\(([^ ]+) "
               ".*/\\1 \\2/p' | head -n %1"_s.arg(mostLines);
    if (manager == u"apk"_s)
        return u"apk version -l '<' | sed -nE 's/^(.*)-[^-]+-r[0-9]+ +< +([^ ]+).*/\\1 \\2/p' | head -n %1"_s.arg(
            mostLines);
    if (manager == u"pacman"_s)
        return u"pacman -Qu | awk '{print $1, $4}' | head -n %1"_s.arg(mostLines);
    return {};
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.packages)
        return withoutFacts(facts.packages.gap());
    if (!facts.packages->securityUpdates)
        return notChecked(facts.packages->securityUpdates.gap());
    const QList<Package> &updates = *facts.packages->securityUpdates;
    if (updates.isEmpty())
        return QList<Finding>{};

    static const QStringList sharesKernel{u"docker"_s,         u"podman"_s, u"lxc"_s,
                                          u"systemd-nspawn"_s, u"openvz"_s, u"wsl"_s};
    const bool ownKernel = !sharesKernel.contains(facts.system.virtualisation.raw());
    Finding finding;
    finding.severity = Severity::Medium;
    QStringList urgent;
    QStringList lines;
    for (const Package &package : updates) {
        if (facesTheWorld(package, ownKernel))
            urgent += package.name.shown();
        lines += u"%1 %2"_s.arg(package.name.raw(), package.version.raw());
    }
    if (!urgent.isEmpty())
        finding.severity = Severity::High;
    finding.subject = facts.packages->manager.shown();
    finding.title =
        QCoreApplication::translate("rules", "Security updates wait to be installed: %1").arg(updates.size());
    finding.explanation =
        urgent.isEmpty()
            ? QCoreApplication::translate("rules",
                                          "The holes they close are public. Install them, and let the system do it "
                                          "by itself from now on (unattended-upgrades, dnf-automatic).")
            : QCoreApplication::translate("rules",
                                          "The holes they close are public, and these packages face the network or "
                                          "guard root: %1. Install them, and let the system do it by itself from "
                                          "now on (unattended-upgrades, dnf-automatic).")
                  .arg(urgent.mid(0, 8).join(u", "_s));
    finding.effective = UntrustedText(QString::number(updates.size()));
    finding.proof = {
        {updateCommand(facts.packages->manager.raw()), UntrustedText(lines.mid(0, mostLines).join(u'\n'))}};
    return QList<Finding>{finding};
}

} // namespace

const Rule system::securityUpdates{
    "system.security-updates",
    QT_TRANSLATE_NOOP("rules", "No security update waits to be installed"),
    "CIS Debian 12 1.2.2.1",
    check,
};

} // namespace gw
