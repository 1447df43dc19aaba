// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxvariables.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// A part of the target with which a client decides where the request goes.
struct Chosen {
    NginxValuePart part;
    ClientText text;
};

constexpr ByteSet endsHost = ByteSet::of('/') | ByteSet::of('?') | ByteSet::of('#') | ByteSet::of('@');

bool isPath(const ClientText &text)
{
    return text.must.has('/') && text.first == ByteSet::of('/');
}

/// Goes through scheme and host. Where the client's part is followed by text of the configuration, that text is the
/// domain, unless the client may end the host before it.
std::optional<Chosen> chosenHost(const NginxVariables &variables, NginxSetting pass)
{
    std::optional<Chosen> chosen;
    const QByteArray value = pass.argument(0);
    bool isScheme = value.contains("://");
    bool isPort = false; // behind a host of the configuration
    for (const NginxValuePart &part : nginxValueParts(value)) {
        if (part.kind != NginxValuePart::Kind::Text) {
            const ClientText text = variables.clientText(part, pass);
            if (isPath(text))
                return chosen;
            if (!chosen && !isPort && text.may.has(isScheme ? '/' : '.'))
                chosen = Chosen{part, text};
            continue;
        }
        QByteArrayView text = part.text;
        if (const qsizetype end = text.indexOf("://"); isScheme && end >= 0) {
            if (chosen)
                return chosen;
            isScheme = false;
            text = text.sliced(end + 3);
        }
        const bool goesOn = !text.isEmpty() && text[0] != ':' && text[0] != '/' && text[0] != '?';
        if (chosen && goesOn && !chosen->text.may.intersects(endsHost))
            chosen.reset(); // "http://$1.example.org"
        isPort = !isScheme && text.endsWith(':');
        if (!isScheme && (text.contains('/') || text.contains('?')))
            return chosen;
    }
    return chosen;
}

bool isInternal(const NginxView &view, NginxSetting pass)
{
    for (NginxSetting level = pass.parent(); level && !level.isRoot(); level = level.parent()) {
        if (level.is("location") &&
            (view.has(level, "internal") || NginxLocation::of(level).kind == NginxLocation::Kind::Named))
            return true;
    }
    return false;
}

RuleOutcome check(const NginxView &view)
{
    const NginxVariables variables(view);
    QList<Finding> findings;
    for (const NginxSetting pass : view.named("proxy_pass")) {
        if (!pass.argument(0).contains('$') || !view.isHttp(pass) || isInternal(view, pass))
            continue;
        const std::optional<Chosen> chosen = chosenHost(variables, pass);
        if (!chosen)
            continue;
        Finding finding = view.finding(
            pass, Severity::High, QCoreApplication::translate("nginx", "A client chooses where its request is sent"),
            QCoreApplication::translate(
                "nginx",
                "The host comes from what the client wrote: whoever asks reaches services that only this server "
                "reaches, on loopback, in its network, the metadata of its cloud. Write the hosts down (a map "
                "from what is asked to a host), or mark the location “internal”."));
        if (chosen->text.from)
            finding.proof.append(view.lines(chosen->text.from));
        findings.append(finding);
    }
    return findings;
}

} // namespace

const NginxRule nginx::ssrf{
    "nginx.ssrf",
    QT_TRANSLATE_NOOP("rules", "No client chooses where nginx sends its request"),
    "nginx.org, ngx_http_proxy_module, proxy_pass; CWE-918",
    everyProfile,
    check,
};

} // namespace gw
