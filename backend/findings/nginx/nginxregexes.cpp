// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxregexes.h"

#include "backend/findings/nginx/nginxlanguage.h"

#include <algorithm>

namespace gw {
namespace {

using Use = NginxRegex::Use;

bool isEntryOfMap(NginxSetting setting)
{
    return setting.parent().is("map") && setting.parent().hasBlock();
}

std::optional<NginxRegex> ofMapEntry(NginxSetting entry)
{
    // "\~x" is the text "~x": nginx looks at the decoded word, where the backslash is still there.
    const QByteArray key = entry.name();
    if (!key.startsWith('~'))
        return std::nullopt;
    const bool anyCase = key.startsWith("~*");
    return NginxRegex{entry,
                      Use::Map,
                      key.mid(anyCase ? 2 : 1),
                      anyCase ? RegexCase::Insensitive : RegexCase::Sensitive,
                      entry.parent().argument(0),
                      false};
}

/// Arguments that begin with "~" are patterns.
void addMarked(QList<NginxRegex> &patterns, NginxSetting setting, Use use, const QByteArray &subject)
{
    for (const QByteArray &word : setting.arguments()) {
        if (!word.startsWith('~'))
            continue;
        const bool anyCase = word.startsWith("~*");
        patterns.append({setting, use, word.mid(anyCase ? 2 : 1),
                         anyCase ? RegexCase::Insensitive : RegexCase::Sensitive, subject, false});
    }
}

} // namespace

std::optional<NginxRegex> regexOf(NginxSetting setting)
{
    if (isEntryOfMap(setting))
        return ofMapEntry(setting);
    if (setting.is("location")) {
        const NginxLocation location = NginxLocation::of(setting);
        if (isPattern(location))
            return NginxRegex{setting, Use::Location, location.name, location.letters, "$uri", false};
    } else if (setting.is("if")) {
        const NginxCondition condition = conditionOf(setting);
        if (condition.isRegex())
            return NginxRegex{
                setting, Use::If, condition.right, condition.letters(), condition.left, condition.isNegated()};
    } else if (setting.is("rewrite") && setting.argumentCount() >= 2) {
        return NginxRegex{setting, Use::Rewrite, setting.argument(0), RegexCase::Sensitive, "$uri", false};
    }
    return std::nullopt;
}

QList<NginxRegex> serverNameRegexes(NginxSetting serverName)
{
    QList<NginxRegex> patterns;
    for (const QByteArray &name : serverName.arguments()) {
        if (!name.startsWith('~'))
            continue;
        // nginx matches names without regard to case where the pattern has capitals: hosts are in lower case.
        const bool hasCapitals = std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        patterns.append({serverName, Use::ServerName, name.mid(1),
                         hasCapitals ? RegexCase::Insensitive : RegexCase::Sensitive, "$host", false});
    }
    return patterns;
}

QList<NginxRegex> regexesOf(const NginxView &view)
{
    QList<NginxRegex> patterns;
    for (const char *name : {"location", "if", "rewrite"}) {
        for (const NginxSetting setting : view.named(name)) {
            if (std::optional<NginxRegex> pattern = regexOf(setting))
                patterns.append(*std::move(pattern));
        }
    }
    for (const NginxSetting setting : view.named("server_name"))
        patterns += serverNameRegexes(setting);
    for (const NginxSetting map : view.named("map")) {
        for (const NginxSetting entry : map.children()) {
            if (std::optional<NginxRegex> pattern = regexOf(entry))
                patterns.append(*std::move(pattern));
        }
    }
    for (const NginxSetting setting : view.named("valid_referers"))
        addMarked(patterns, setting, Use::Referers, "$http_referer");
    for (const NginxSetting setting : view.named("fastcgi_split_path_info"))
        patterns.append({setting, Use::PathInfo, setting.argument(0), RegexCase::Sensitive, "$uri", false});
    for (const char *name : {"proxy_redirect", "fastcgi_redirect", "proxy_cookie_domain", "proxy_cookie_path"}) {
        for (const NginxSetting setting : view.named(name))
            addMarked(patterns, setting, Use::Other, {});
    }
    return patterns;
}

} // namespace gw
