// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/tlsciphers.h"
#include "backend/findings/nginx/tlsservers.h"
#include "backend/nginx/tlsprofile.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

constexpr const char *id = "nginx.weak-ssl-tls";

bool isOld(const QByteArray &protocol)
{
    return protocol == "SSLv2" || protocol == "SSLv3" || protocol == "TLSv1" || protocol == "TLSv1.1";
}

QString listOf(const QList<QByteArray> &names)
{
    constexpr qsizetype most = 4;
    QStringList shown;
    for (const QByteArray &name : names.mid(0, most))
        shown.append(shownText(name));
    const QString list = shown.join(QLatin1String(", "));
    return names.size() > most ? QCoreApplication::translate("nginx", "%1 and %n more", "%1 is a list of names",
                                                             int(names.size() - most))
                                     .arg(list)
                               : list;
}

void checkProtocols(const NginxView &view, QList<Finding> &findings)
{
    for (const NginxSetting setting : view.named("ssl_protocols")) {
        if (!view.isHttp(setting))
            continue;
        QList<QByteArray> old = setting.arguments();
        old.removeIf([](const QByteArray &protocol) { return !isOld(protocol); });
        if (old.isEmpty())
            continue;
        const bool isSsl = old.contains("SSLv2") || old.contains("SSLv3");
        findings.append(view.finding(
            setting, isSsl ? Severity::High : Severity::Medium,
            QCoreApplication::translate("nginx", "Outdated protocols are offered: %1").arg(listOf(old)),
            QCoreApplication::translate(
                "nginx", "RFC 8996 ended TLS 1.0 and 1.1, RFC 7568 SSL 3: their ciphers and signatures are broken, and "
                         "every browser since 2013 can do TLS 1.2. Write “ssl_protocols TLSv1.2 TLSv1.3;”.")));
    }
}

/// A server that says nothing takes the default, which had TLS 1.0 up to nginx 1.23.3.
void checkDefault(const NginxView &view, QList<Finding> &findings)
{
    if (!view.isWhole() || !view.version().isSet() || !view.defaultOf("ssl_protocols").contains("TLSv1.1"))
        return;
    const QList<NginxSetting> servers = tlsServers(view);
    const bool anySilent = std::any_of(servers.cbegin(), servers.cend(), [&](NginxSetting server) {
        return !turnsAway(view, server) && !view.heldBy(server, "ssl_protocols");
    });
    if (!anySilent)
        return;
    // OpenSSL 3 refuses them by itself unless somebody lowers its level.
    const bool isRefused = view.openSsl() >= NginxVersion{3, 0, 0};
    Finding finding = view.finding(
        view.http(), isRefused ? Severity::Low : Severity::Medium,
        QCoreApplication::translate("nginx", "Nothing says which protocols of TLS are offered"),
        isRefused
            ? QCoreApplication::translate(
                  "nginx", "The default of this version still has TLS 1.0 and 1.1; only OpenSSL's own level "
                           "keeps them away. Write “ssl_protocols TLSv1.2 TLSv1.3;” into http.")
            : QCoreApplication::translate("nginx", "The default of this version has TLS 1.0 and 1.1, which RFC 8996 "
                                                   "ended. Write “ssl_protocols TLSv1.2 TLSv1.3;” into http."));
    finding.effective =
        UntrustedText(QStringLiteral("ssl_protocols ") + QString::fromLatin1(view.defaultOf("ssl_protocols")));
    findings.append(finding);
}

std::optional<Severity> severityOf(const NginxView &view, const TlsCipher &cipher)
{
    using Encryption = TlsCipher::Encryption;
    if (!cipher.isBroken())
        return std::nullopt;
    if (cipher.isRemoved && view.openSsl() >= NginxVersion{1, 1, 0})
        return Severity::Low; // written, and no longer there
    const bool isOpen = cipher.encryption == Encryption::None || cipher.proof == TlsCipher::Proof::None ||
                        cipher.isExport || cipher.encryption == Encryption::Des;
    return isOpen ? Severity::High : Severity::Medium;
}

void checkCiphers(const NginxView &view, NginxSetting setting, QList<Finding> &findings)
{
    QList<QByteArray> broken;
    QList<QByteArray> dated;
    std::optional<Severity> worst;
    const QByteArray text = setting.argument(0);
    for (const TlsCipher *cipher : cipherStringOf(text).ciphers) {
        const std::optional<Severity> severity = severityOf(view, *cipher);
        const bool isNamed = text.contains(cipher->name);
        if (severity && (*severity > Severity::Low || isNamed)) {
            worst = std::max(worst, severity);
            broken.append(cipher->name);
        } else if (cipher->exchange == TlsCipher::Exchange::Rsa || !cipher->isAead()) {
            dated.append(cipher->name);
        }
    }
    if (worst) {
        findings.append(view.finding(
            setting, *worst, QCoreApplication::translate("nginx", "Broken ciphers are offered: %1").arg(listOf(broken)),
            *worst == Severity::Low
                ? QCoreApplication::translate("nginx",
                                              "This OpenSSL has them no longer; another one may. Take Mozilla's "
                                              "intermediate list.")
                : QCoreApplication::translate("nginx", "What such a connection carries can be read or changed by who "
                                                       "stands between. Take Mozilla's intermediate list.")));
    } else if (!dated.isEmpty() && view.isThorough(id)) {
        findings.append(view.finding(
            setting, Severity::Low,
            QCoreApplication::translate("nginx", "Ciphers without forward secrecy or in CBC mode are offered: %1")
                .arg(listOf(dated)),
            QCoreApplication::translate("nginx",
                                        "Whoever records a connection without forward secrecy can read it once "
                                        "they have the key. Mozilla's intermediate list leaves them out.")));
    }
}

void checkPreference(const NginxView &view, NginxSetting setting, QList<Finding> &findings)
{
    const NginxSetting ciphers = view.heldBy(setting.parent(), "ssl_ciphers");
    if (setting.argument(0) != "on" || !view.isHttp(setting))
        return;
    const QList<NginxSetting> options = view.holding(setting.parent(), "ssl_conf_command");
    const bool prefersChaCha = std::any_of(options.cbegin(), options.cend(), [](NginxSetting option) {
        return option.argument(0) == "Options" && option.argument(1).contains("PrioritizeChaCha");
    });
    const bool onlyTls13 = view.held(setting.parent(), "ssl_protocols") == "TLSv1.3" &&
                           view.heldBy(setting.parent(), "ssl_protocols").argumentCount() == 1;
    if (prefersChaCha || onlyTls13)
        return;
    Finding finding = view.finding(
        setting, Severity::Low,
        QCoreApplication::translate("nginx", "The server's order of ciphers overrides the client's"),
        QCoreApplication::translate("nginx", "Where all ciphers are good, the client knows best which one its hardware "
                                             "is quick with. Write “ssl_prefer_server_ciphers off;”."));
    if (ciphers)
        finding.proof.append(view.lines(ciphers));
    findings.append(finding);
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    checkProtocols(view, findings);
    checkDefault(view, findings);
    for (const NginxSetting setting : view.named("ssl_ciphers")) {
        if (view.isHttp(setting))
            checkCiphers(view, setting, findings);
    }
    if (view.isThorough(id)) {
        for (const NginxSetting setting : view.named("ssl_prefer_server_ciphers"))
            checkPreference(view, setting, findings);
    }
    return findings;
}

/// nginx 1.13.0 is the first that knows the word TLSv1.3.
QList<QByteArray> goodProtocols(NginxVersion version)
{
    if (version.isSet() && version < NginxVersion{1, 13, 0})
        return {"TLSv1.2"};
    return {"TLSv1.2", "TLSv1.3"};
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    if (!node)
        return {};
    if (node.is("ssl_protocols"))
        return {nginxWithArguments(node, goodProtocols(view.version()))};
    if (node.is("ssl_ciphers"))
        return {nginxWithArgument(node, 0, tlsIntermediateCiphers)};
    if (node.is("ssl_prefer_server_ciphers"))
        return {nginxWithArgument(node, 0, "off")};
    if (node.is("http"))
        return {nginxInsertedInto(view.treeAt(finding.where), node, NginxPosition::First,
                                  nginxDirective("ssl_protocols", goodProtocols(view.version())))};
    return {};
}

} // namespace

const NginxRule nginx::weakSslTls{
    id,
    QT_TRANSLATE_NOOP("rules", "Only sound protocols and ciphers of TLS are offered"),
    "Mozilla Server Side TLS 6.0, intermediate; RFC 8996; CIS NGINX 2.1.0 4.1.4, 4.1.5",
    everyProfile,
    check,
    fix,
};

} // namespace gw
