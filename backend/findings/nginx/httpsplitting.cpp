// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxvariables.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// A value that becomes a line of a header, with what may break that line.
struct Line {
    QByteArray value;
    bool isRequest = false;     ///< to the service; else of the answer
    bool escapesGroups = false; ///< nginx encodes $1 … itself
    int argument = 0;
};

/// What ngx_http_rewrite_return() and the rewrite module take for a redirect.
bool isRedirect(const QByteArray &url)
{
    return url.startsWith("http://") || url.startsWith("https://") || url.startsWith("$scheme");
}

std::optional<Line> ofReturn(NginxSetting setting)
{
    const QByteArray first = setting.argument(0);
    if (setting.argumentCount() == 1)
        return isRedirect(first) ? std::optional(Line{first, false, false, 0}) : std::nullopt;
    const bool hasLocation = first == "301" || first == "302" || first == "303" || first == "307" || first == "308";
    return hasLocation ? std::optional(Line{setting.argument(1), false, false, 1}) : std::nullopt;
}

std::optional<Line> ofRewrite(NginxSetting setting)
{
    const QByteArray flag = setting.argument(2);
    if (flag != "redirect" && flag != "permanent" && !isRedirect(setting.argument(1)))
        return std::nullopt;
    return Line{setting.argument(1), false, true, 1};
}

QList<Line> linesOf(NginxSetting setting)
{
    const auto some = [](const std::optional<Line> &line) { return line ? QList<Line>{*line} : QList<Line>(); };
    if (setting.is("return"))
        return some(ofReturn(setting));
    if (setting.is("rewrite"))
        return some(ofRewrite(setting));
    if (setting.is("proxy_pass"))
        return {{setting.argument(0), true, false, 0}};
    if (setting.is("proxy_set_header"))
        return {{setting.argument(1), true, false, 1}};
    if (setting.is("error_page")) {
        const int last = setting.argumentCount() - 1;
        const QByteArray url = setting.argument(last);
        return isRedirect(url) ? QList<Line>{{url, false, false, last}} : QList<Line>();
    }
    if (setting.is("more_set_headers")) {
        QList<Line> lines;
        for (const NginxHeader &header : moreHeadersOf(setting))
            lines.append({header.value, false, false, -1});
        return lines;
    }
    return {{setting.argument(1), false, false, 1}};
}

Finding findingFor(const NginxView &view, NginxSetting setting, const Line &line, const NginxValuePart &part,
                   const ClientText &text)
{
    const bool isLineFeed = text.may.has('\n');
    const QString title =
        line.isRequest
            ? QCoreApplication::translate("nginx", "%1 can carry a line break into the request to the service")
        : isLineFeed ? QCoreApplication::translate("nginx", "%1 can carry a line break into a response header")
                     : QCoreApplication::translate("nginx", "%1 can carry a carriage return into a response header");
    QString why;
    if (part.text == "remote_user")
        why = QCoreApplication::translate("nginx",
                                          "No login is asked for here, so that $remote_user holds whatever a client "
                                          "encodes into its Authorization header, line breaks too: it writes headers, "
                                          "or a second request, of its own. Ask for the login here, or leave it out.");
    else if (line.isRequest)
        why = QCoreApplication::translate("nginx",
                                          "nginx decodes “%0A” in the path; put into the request as it is, it begins a "
                                          "new line: a client writes headers, or a second request, of its own. Use "
                                          "$request_uri, or a pattern that takes no line breaks ([^/\\s]+).");
    else if (isLineFeed)
        why = QCoreApplication::translate("nginx",
                                          "nginx decodes “%0A” in the path; put into the header as it is, it begins a "
                                          "new line: a link can set cookies or show a page of its own. Use "
                                          "$request_uri, or a pattern that takes no line breaks ([^/\\s]+).");
    else
        why = QCoreApplication::translate("nginx", "A dot takes a carriage return (“%0D”) as well. Few clients take it "
                                                   "for the end of a line; [^\\r\\n] in the pattern is safe with all.");
    Finding finding =
        view.finding(setting, isLineFeed ? Severity::High : Severity::Low, title.arg(shownPart(part)), why);
    if (text.from && text.from != setting)
        finding.proof.append(view.lines(text.from));
    return finding;
}

std::optional<Finding> firstBreak(const NginxView &view, const NginxVariables &variables, NginxSetting setting,
                                  const Line &line)
{
    const std::optional<NginxRegex> own = setting.is("rewrite") ? regexOf(setting) : std::nullopt;
    std::optional<Finding> found;
    for (const NginxValuePart &part : nginxValueParts(line.value)) {
        if (part.kind == NginxValuePart::Kind::Text ||
            (part.kind == NginxValuePart::Kind::Capture && line.escapesGroups))
            continue;
        const ClientText text = variables.clientText(part, setting, own);
        // ".*" takes a carriage return: many a redirect has one, and hardly a client falls for it.
        const bool asksAll = view.reviewScope().profile == ReviewProfile::Strict;
        const bool breaks = text.may.has('\n') || (asksAll && !line.isRequest && text.may.has('\r'));
        if (!breaks)
            continue;
        Finding finding = findingFor(view, setting, line, part, text);
        if (!found || finding.severity > found->severity)
            found = finding;
    }
    return found;
}

RuleOutcome check(const NginxView &view)
{
    static constexpr const char *names[] = {"return",           "rewrite",    "proxy_pass", "proxy_set_header",
                                            "more_set_headers", "error_page", "add_header", "add_trailer"};
    const NginxVariables variables(view);
    QList<Finding> findings;
    for (const char *name : names) {
        for (const NginxSetting setting : view.named(name)) {
            if (!view.isHttp(setting))
                continue;
            for (const Line &line : linesOf(setting)) {
                const bool asks = line.value.contains('$');
                if (const auto finding = asks ? firstBreak(view, variables, setting, line) : std::nullopt)
                    findings.append(*finding);
            }
        }
    }
    return findings;
}

/// $request_uri is the path as it was sent, with its arguments.
QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    static const QRegularExpression decoded(u"\\$(?:\\{(?:document_)?uri\\}|(?:document_)?uri(?![A-Za-z0-9_]))"
                                            "(?:\\$\\{?is_args\\}?\\$\\{?(?:args|query_string)\\}?)?"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const NginxSetting setting = view.settingAt(finding.where);
    const QList<Line> lines = setting ? linesOf(setting) : QList<Line>();
    if (lines.size() != 1 || lines.first().argument < 0)
        return {};
    const Line line = lines.first();
    QString value = QString::fromLatin1(line.value);
    value.replace(decoded, u"$request_uri"_s);
    QByteArray changed = value.toLatin1();
    if (changed == line.value)
        return {};
    // A rewrite adds the arguments itself, unless it ends with a question mark.
    if (setting.is("rewrite") && !changed.endsWith('?'))
        changed += '?';
    const NginxVariables variables(view);
    const std::optional<NginxRegex> own = setting.is("rewrite") ? regexOf(setting) : std::nullopt;
    for (const NginxValuePart &part : nginxValueParts(changed)) {
        const bool isGroup = part.kind == NginxValuePart::Kind::Capture;
        if (!(isGroup && line.escapesGroups) && variables.clientText(part, setting, own).may.has('\n'))
            return {}; // something else breaks the line
    }
    return {nginxWithArgument(setting.node(), line.argument, changed)};
}

} // namespace

const NginxRule nginx::httpSplitting{
    "nginx.http-splitting",
    QT_TRANSLATE_NOOP("rules", "No request can put a line break into a header"),
    "nginx.org, ngx_http_core_module, $uri; CWE-113",
    everyProfile,
    check,
    fix,
};

} // namespace gw
