// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxvariables.h"
#include "backend/findings/nginx/trustedsites.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace gw {
namespace {

constexpr const char *id = "nginx.origins";

std::optional<SiteHeader> headerOf(const QByteArray &variable)
{
    if (isVariable(variable, "http_origin"))
        return SiteHeader::Origin;
    return isVariable(variable, "http_referer") ? std::optional(SiteHeader::Referer) : std::nullopt;
}

/// Whether the block turns the request away.
bool refuses(NginxSetting block)
{
    for (const NginxSetting setting : block.children()) {
        const QByteArray status = setting.is("return") ? setting.argument(0) : QByteArray();
        if (status.size() == 3 && status.startsWith('4'))
            return true;
    }
    return false;
}

QList<QByteArray> trustedDomains(const NginxView &view)
{
    QList<QByteArray> domains;
    for (const QString &domain : view.option(id, "domains").split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (domain.trimmed() != QLatin1String("*"))
            domains.append(domain.trimmed().toLower().toUtf8());
    }
    return domains;
}

Finding openFinding(const NginxView &view, const NginxRegex &pattern, SiteHeader header, const QByteArray &witness)
{
    const bool isOrigin = header == SiteHeader::Origin;
    return view.finding(
        pattern.setting, isOrigin ? Severity::High : Severity::Medium,
        isOrigin ? QCoreApplication::translate("nginx", "The pattern takes a foreign origin for a trusted one: %1")
                       .arg(shownText(witness))
                 : QCoreApplication::translate("nginx", "The pattern takes a foreign Referer for a trusted one: %1")
                       .arg(shownText(witness)),
        QCoreApplication::translate(
            "nginx",
            "Anybody can register that name, and pages on it are then treated as yours. Begin the pattern with "
            "“^https://”, write “\\.” for a dot, and end it where the host ends: “$” for an origin, “(/|$)” "
            "for a Referer."));
}

Finding uselessFinding(const NginxView &view, const NginxRegex &pattern, SiteHeader header)
{
    return view.finding(
        pattern.setting, Severity::Low,
        header == SiteHeader::Origin
            ? QCoreApplication::translate("nginx", "The pattern matches no origin that a browser sends")
            : QCoreApplication::translate("nginx", "The pattern matches no Referer that a browser sends"),
        header == SiteHeader::Origin
            ? QCoreApplication::translate("nginx", "An Origin is scheme, host in lower case and port, “https://"
                                                   "example.org”, without a path or a slash at its end.")
            : QCoreApplication::translate("nginx", "A Referer is a whole URL with its host in lower case: “https://"
                                                   "example.org/…”."));
}

Finding insecureFinding(const NginxView &view, const NginxRegex &pattern, SiteHeader header, const QByteArray &witness)
{
    return view.finding(pattern.setting, header == SiteHeader::Origin ? Severity::Medium : Severity::Low,
                        QCoreApplication::translate("nginx", "The pattern trusts a page that came without TLS: %1")
                            .arg(shownText(witness)),
                        QCoreApplication::translate(
                            "nginx", "Whoever stands between the browser and that site can change the page, and "
                                     "act here as the site. Begin the pattern with “^https://”."));
}

/// "false" and "0" are no yes.
bool isSet(const QString &option)
{
    return !option.isEmpty() && option != QLatin1String("false") && option != QLatin1String("0") &&
           option != QLatin1String("no");
}

void judge(const NginxView &view, const NginxRegex &pattern, SiteHeader header, QList<Finding> &findings)
{
    const Regex *regex = view.treeOf(pattern.text, pattern.letters);
    if (!regex)
        return;
    const SiteVerdict verdict = sitesOf(*regex, header, trustedDomains(view));
    if (verdict.is == SiteVerdict::Is::Open)
        findings.append(openFinding(view, pattern, header, verdict.witness));
    else if (verdict.is == SiteVerdict::Is::Useless)
        findings.append(uselessFinding(view, pattern, header));
    if (verdict.is != SiteVerdict::Is::Fine || !isSet(view.option(id, "https-only")))
        return;
    const RegexAnswer answer = withoutTls(*regex, header);
    if (answer.is == RegexAnswer::Is::Yes)
        findings.append(insecureFinding(view, pattern, header, answer.witness));
}

/// A list of who is kept out ("if ($http_referer ~ spam) { return 403; }") trusts nobody.
void checkConditions(const NginxView &view, QList<Finding> &findings)
{
    for (const NginxSetting setting : view.named("if")) {
        const std::optional<NginxRegex> pattern = regexOf(setting);
        const std::optional<SiteHeader> header = pattern ? headerOf(pattern->subject) : std::nullopt;
        if (header && (pattern->isNegated || !refuses(setting)))
            judge(view, *pattern, *header, findings);
    }
}

void checkMisspelt(const NginxView &view, QList<Finding> &findings)
{
    const auto look = [&](NginxSetting setting, const QByteArray &variable) {
        if (isVariable(variable, "http_referrer"))
            findings.append(view.finding(
                setting, Severity::Medium, QCoreApplication::translate("nginx", "No browser sends a header “Referrer”"),
                QCoreApplication::translate("nginx",
                                            "The name of the header is misspelt in the standard itself: Referer. "
                                            "$http_referrer is always empty; write $http_referer.")));
    };
    for (const NginxSetting setting : view.named("if"))
        look(setting, conditionOf(setting).left);
    for (const NginxSetting setting : view.named("map"))
        look(setting, setting.argument(0));
}

bool allowsOrigin(const NginxHeader &header)
{
    return header.name == "access-control-allow-origin" && header.value.contains('$');
}

/// Whether a condition around it, or one before that turns others away, has looked at the origin.
bool isGuarded(const NginxView &view, NginxSetting setting)
{
    const auto looks = [](NginxSetting block) {
        const NginxCondition condition = conditionOf(block);
        return isVariable(condition.left, "http_origin") && !condition.comparison.isEmpty();
    };
    for (NginxSetting level = setting.parent(); level && !level.isRoot(); level = level.parent()) {
        if (level.is("if") && looks(level))
            return true;
        for (const NginxSetting other : view.in(level, "if")) {
            if (looks(other) && conditionOf(other).isNegated() && refuses(other))
                return true;
        }
    }
    return false;
}

/// The setting that puts the client's own Origin into a variable, unlooked at.
NginxSetting reflecting(const NginxView &view, const NginxVariables &variables, const QByteArray &name)
{
    for (const NginxSetting setter : variables.settersOf(name)) {
        if (setter.is("set") && isVariable(setter.argument(1), "http_origin") && !isGuarded(view, setter))
            return setter;
        if (!setter.is("map"))
            continue;
        for (const NginxSetting entry : setter.children()) {
            if (entry.is("default") && isVariable(entry.argument(0), "http_origin"))
                return entry;
        }
    }
    return {};
}

Finding reflectFinding(const NginxView &view, const NginxHeader &header, NginxSetting from)
{
    const std::optional<NginxHeader> credentials =
        headerNamed(answersOf(view, header.setting.parent()), "access-control-allow-credentials");
    const bool isLoggedIn = credentials && credentials->value.toLower() == "true";
    Finding finding = view.finding(
        header.setting, isLoggedIn ? Severity::High : Severity::Medium,
        QCoreApplication::translate("nginx", "Every site is told that it may read the answers"),
        isLoggedIn ? QCoreApplication::translate(
                         "nginx", "Whatever origin asks is sent back as the one that is allowed, with credentials: any "
                                  "page that a user opens reads and does here what the user may. Let a map say which "
                                  "origins are allowed, and send its value.")
                   : QCoreApplication::translate(
                         "nginx", "Whatever origin asks is sent back as the one that is allowed: any page that a user "
                                  "opens reads what this server shows the user's machine. Let a map say which origins "
                                  "are allowed, and send its value."));
    if (from && from != header.setting)
        finding.proof.append(view.lines(from));
    return finding;
}

void checkHeaders(const NginxView &view, QList<Finding> &findings)
{
    const NginxVariables variables(view);
    QSet<quint32> judgedMaps;
    for (const NginxSetting setting : view.named("add_header")) {
        const NginxHeader header = gw::headerOf(setting);
        if (!allowsOrigin(header))
            continue;
        for (const NginxValuePart &part : nginxValueParts(header.value)) {
            if (part.kind != NginxValuePart::Kind::Variable)
                continue;
            if (part.text == "http_origin") {
                if (!isGuarded(view, setting))
                    findings.append(reflectFinding(view, header, setting));
                continue;
            }
            if (const NginxSetting from = reflecting(view, variables, part.text); from && !isGuarded(view, setting))
                findings.append(reflectFinding(view, header, from));
            for (const NginxSetting map : variables.settersOf(part.text)) {
                if (!map.is("map") || !isVariable(map.argument(0), "http_origin") || judgedMaps.contains(map.index()))
                    continue;
                judgedMaps.insert(map.index());
                for (const NginxSetting entry : map.children()) {
                    const std::optional<NginxRegex> pattern = regexOf(entry);
                    if (pattern && !entry.argument(0).isEmpty())
                        judge(view, *pattern, SiteHeader::Origin, findings);
                }
            }
        }
    }
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    checkConditions(view, findings);
    checkMisspelt(view, findings);
    checkHeaders(view, findings);
    return findings;
}

} // namespace

const NginxRule nginx::origins{
    id,
    QT_TRANSLATE_NOOP("rules", "Only the sites that are meant are trusted as origins"),
    "Fetch Standard, CORS protocol; RFC 6454; CWE-942",
    everyProfile,
    check,
    nullptr,
    "domains https-only",
};

} // namespace gw
