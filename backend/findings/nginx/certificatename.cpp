// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/tlsservers.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// RFC 6125, 6.4.3: a star stands for one label, the first.
bool covers(const QByteArray &pattern, const QByteArray &name)
{
    if (pattern == name)
        return true;
    const qsizetype dot = name.indexOf('.');
    return pattern.startsWith("*.") && dot > 0 && pattern.mid(1) == name.mid(dot);
}

/// Those that a browser could ask for; of ".example.com" the name without the dot.
QByteArrayList namesOf(NginxSetting directive)
{
    QByteArrayList names;
    for (QByteArray name : directive.arguments()) {
        name = name.toLower();
        if (name.startsWith('.'))
            name.remove(0, 1);
        const bool isPattern = name.startsWith('~') || name.endsWith(".*");
        if (!isPattern && name.contains('.'))
            names.append(name);
    }
    return names;
}

/// What the certificates of a server are for; nothing: not all of them are known.
std::optional<QByteArrayList> coveredBy(const NginxView &view, NginxSetting server)
{
    const QList<NginxSetting> settings = view.holding(server, "ssl_certificate");
    QByteArrayList names;
    for (const NginxSetting setting : settings) {
        const CertificateInfo *certificate = certificateOf(view, setting);
        if (!certificate)
            return std::nullopt;
        for (const UntrustedText &name : certificate->names)
            names.append(name.raw().toLower().toUtf8());
        if (certificate->names.isEmpty())
            names.append(certificate->subject.raw().toLower().toUtf8());
    }
    return settings.isEmpty() ? std::nullopt : std::optional(names);
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    bool isUnknown = false;
    for (const NginxSetting server : tlsServers(view)) {
        if (turnsAway(view, server))
            continue;
        const QList<NginxSetting> directives = view.holding(server, "server_name");
        const std::optional<QByteArrayList> covered = coveredBy(view, server);
        isUnknown = isUnknown || (!covered && !directives.isEmpty());
        for (const NginxSetting directive : covered ? directives : QList<NginxSetting>()) {
            QByteArrayList missing = namesOf(directive);
            missing.removeIf([&](const QByteArray &name) {
                return std::any_of(covered->cbegin(), covered->cend(),
                                   [&](const QByteArray &pattern) { return covers(pattern, name); });
            });
            if (missing.isEmpty())
                continue;
            Finding finding =
                view.finding(directive, Severity::Medium,
                             QCoreApplication::translate("nginx", "The certificate is not for %1")
                                 .arg(shownText(missing.mid(0, 3).join(", "))),
                             QCoreApplication::translate(
                                 "nginx", "Browsers and programs refuse the connection. It is for %1: request one "
                                          "that names all, or take the name out of this server.")
                                 .arg(shownText(covered->mid(0, 5).join(", "))));
            finding.proof.append(view.lines(view.heldBy(server, "ssl_certificate")));
            findings.append(finding);
        }
    }
    if (!isUnknown)
        return findings;
    return withRest(findings, NotChecked{QCoreApplication::translate("nginx", "not every certificate could be read")});
}

} // namespace

const NginxRule nginx::certificateName{
    "nginx.certificate-name",
    QT_TRANSLATE_NOOP("rules", "Certificates are for the names that are served with them"),
    "RFC 6125, 6.4; RFC 5280, 4.2.1.6",
    everyProfile,
    check,
};

} // namespace gw
