// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxregexes.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/regex/cost.h"

#include <QCoreApplication>
#include <QMap>
#include <algorithm>
#include <array>

namespace gw {
namespace {

using Growth = RegexCost::Growth;

/// What no client can make long.
bool isShort(const QByteArray &subject)
{
    static constexpr std::array<QByteArrayView, 8> ours{"scheme",         "server_name", "server_addr", "remote_addr",
                                                        "request_method", "server_port", "remote_port", "status"};
    const QList<NginxValuePart> parts = nginxValueParts(subject);
    return parts.size() == 1 && std::find(ours.begin(), ours.end(), parts.first().text) != ours.end();
}

/// A URI has some thousand bytes at most: up to the square of that is work that nginx does without being felt.
std::optional<Severity> severityOf(const NginxView &view, const RegexCost &cost)
{
    if (cost.growth == Growth::Exponential)
        return cost.isShown ? Severity::High : Severity::Medium;
    if (cost.growth != Growth::Polynomial)
        return std::nullopt;
    if (cost.degree >= 3)
        return cost.isShown ? Severity::Medium : Severity::Low;
    return cost.isShown && view.isThorough("nginx.regex-redos") ? std::optional(Severity::Low) : std::nullopt;
}

QString shownAttack(const RegexCost &cost)
{
    constexpr int times = 12;
    return shownText(cost.attack(times));
}

Finding findingFor(const NginxView &view, const NginxRegex &pattern, const RegexCost &cost, Severity severity)
{
    const bool isExponential = cost.growth == Growth::Exponential;
    const QString title = isExponential
                              ? QCoreApplication::translate("nginx", "A short text keeps this pattern busy for long")
                              : QCoreApplication::translate("nginx", "A long text keeps this pattern busy for long");
    const QString why =
        isExponential
            ? QCoreApplication::translate(
                  "nginx",
                  "There are several ways to read the same text in a loop, and a text that does not match in the "
                  "end has PCRE try them all, twice as many with each further round: %1. One request holds a "
                  "worker. Let the parts of the loop exclude each other.")
            : QCoreApplication::translate(
                  "nginx", "Loops behind each other take the same bytes, so that the work grows with the length to the "
                           "power of %2: %1, and longer. Let what stands between them not be part of them: [^/]* "
                           "instead of .*");
    const QString text = why.arg(shownAttack(cost));
    return view.finding(pattern.setting, severity, title, isExponential ? text : text.arg(cost.degree));
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    QMap<std::pair<QByteArray, RegexCase>, RegexCost> judged;
    for (const NginxRegex &pattern : view.regexes()) {
        if (isShort(pattern.subject))
            continue;
        const Regex *regex = view.treeOf(pattern.text, pattern.letters);
        if (!regex)
            continue;
        const std::pair key(pattern.text, pattern.letters);
        auto known = judged.constFind(key);
        if (known == judged.cend())
            known = judged.insert(key, costOf(*regex));
        if (const std::optional<Severity> severity = severityOf(view, *known))
            findings.append(findingFor(view, pattern, *known, *severity));
    }
    return findings;
}

} // namespace

const NginxRule nginx::regexRedos{
    "nginx.regex-redos",
    QT_TRANSLATE_NOOP("rules", "No request keeps a pattern busy for long"),
    "OWASP, Regular expression Denial of Service; pcre2perform(3); CWE-1333",
    everyProfile,
    check,
};

} // namespace gw
