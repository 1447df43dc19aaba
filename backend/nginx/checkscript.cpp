// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/checkscript.h"

#include <algorithm>

namespace gw::nginxcheck {
namespace {

bool isNamePart(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// In nginx's sources, but not in its documentation.
constexpr QByteArrayView undocumented[] = {
    "ancient_browser",        "grpc_internal_trailers",
    "modern_browser",         "msie",
    "proxy_add_via",          "proxy_internal_body_length",
    "proxy_internal_chunked", "proxy_internal_connection",
    "tcpinfo_rcv_space",      "tcpinfo_rtt",
    "tcpinfo_rttvar",         "tcpinfo_snd_cwnd",
    "upstream_cache_etag",    "upstream_cache_last_modified",
    "apache_bytes_sent",
};

/// Variables of ngx_http_core_module that a family would cover, and that are variables of their own nevertheless.
constexpr QByteArrayView single[] = {
    "http_cookie",
    "http_host",
    "http_referer",
    "http_user_agent",
    "http_via",
    "http_x_forwarded_for",
    "sent_http_cache_control",
    "sent_http_connection",
    "sent_http_content_length",
    "sent_http_content_type",
    "sent_http_keep_alive",
    "sent_http_last_modified",
    "sent_http_link",
    "sent_http_location",
    "sent_http_transfer_encoding",
};

template <std::size_t count>
bool contains(const QByteArrayView (&names)[count], QByteArrayView name)
{
    return std::ranges::find(names, name) != std::end(names);
}

const VariableFacts *factsOf(const QByteArray &name)
{
    const QByteArray written = '$' + name;
    return DirectiveTable::nginx().variable(written, NginxContext::Http);
}

/// Whether nginx has the variable on its own and lets nobody make it anew. Only of modules that no nginx lacks, and
/// where it has been there for long.
bool isFixed(const State &state, const QByteArray &name)
{
    if (contains(single, name))
        return true;
    if (name == "args" || name == "limit_rate")
        return false;
    constexpr NginxVersion old{1, 18, 0};
    const VariableFacts *facts = factsOf(name);
    const NginxVersion version = state.build().version();
    return facts && !facts->isFamily() && facts->module == "ngx_http_core_module" &&
           facts->since <= (version.isSet() ? version : old);
}

bool isKnown(const State &state, const QByteArray &name)
{
    const VariableFacts *facts = factsOf(name);
    return state.variables.contains(name) || contains(undocumented, name) || name.startsWith("geoip_") ||
           name.startsWith("tcpinfo_") || (facts && !state.isBefore(facts->since));
}

CompiledRegex compiled(const QByteArray &pattern, RegexCase letters, const State &state)
{
    CompiledRegex made;
    const ParsedRegex parsed = parsedRegex(pattern, letters);
    if (const auto *regex = std::get_if<Regex>(&parsed)) {
        made.captures = regex->captureCount;
        for (const RegexName &name : regex->names)
            made.names.append(name.name);
        return made;
    }
    const RegexError &error = *std::get_if<RegexError>(&parsed);
    if (error.kind != RegexError::Kind::Refused)
        return made;
    // PCRE2 since 1.21.5, where it was there to build with.
    made.error = (state.isBefore({1, 21, 5}) ? "pcre_compile() failed: " : "pcre2_compile() failed: ") +
                 error.words.toUtf8() + " in \"" + pattern + '"';
    if (error.offset < pattern.size())
        made.error += " at \"" + pattern.mid(error.offset) + '"';
    return made;
}

} // namespace

Script scriptIn(QByteArrayView text)
{
    Script script;
    for (qsizetype i = text.indexOf('$'); i >= 0; i = text.indexOf('$', i)) {
        script.errorOffset = i;
        if (++i == text.size()) {
            script.error = "invalid variable name";
            return script;
        }
        if (text[i] >= '1' && text[i] <= '9')
            continue;
        const bool isBracketed = text[i] == '{';
        const qsizetype start = i + isBracketed;
        qsizetype end = start;
        while (end < text.size() && isNamePart(text[end]))
            ++end;
        const QByteArrayView name = text.sliced(start, end - start);
        if (start < text.size() && isBracketed && (end == text.size() || text[end] != '}')) {
            script.error = "the closing bracket in \"" + name.toByteArray() + "\" variable is missing";
            return script;
        }
        if (name.isEmpty()) {
            script.error = "invalid variable name";
            return script;
        }
        script.variables.append(name);
        i = end;
    }
    return script;
}

void refer(State &state, const Subject &subject, QByteArrayView name)
{
    const QByteArray key = name.toByteArray().toLower();
    if (state.referenceOf.contains(key))
        return;
    state.referenceOf.insert(key, state.references.size());
    state.references.append({key, subject});
}

bool checkScript(State &state, const Use &use, int argument, QByteArrayView text)
{
    if (!text.contains('$'))
        return true;
    const Script script = scriptIn(text);
    for (const QByteArrayView name : script.variables)
        refer(state, {use.setting, argument}, name);
    if (!script.error.isEmpty())
        state.refuse({use.setting, argument}, script.error);
    return script.error.isEmpty();
}

bool checkScript(State &state, const Use &use, int argument)
{
    return argument >= use.count() || checkScript(state, use, argument, use.argument(argument));
}

static bool makeVariable(State &state, const Subject &subject, const QByteArray &name)
{
    const QByteArray key = name.toLower();
    if (state.variables.contains(key))
        return true;
    if (isFixed(state, key)) {
        state.refuse(subject, "the duplicate \"" + name + "\" variable");
        return false;
    }
    state.variables.insert(key);
    return true;
}

bool checkMadeVariable(State &state, const Use &use, int argument, const QByteArray &written)
{
    if (!written.startsWith('$')) {
        state.refuse({use.setting, argument}, "invalid variable name \"" + written + '"');
        return false;
    }
    if (written.size() == 1) {
        state.refuse({use.setting, argument}, "invalid variable name \"$\"");
        return false;
    }
    return makeVariable(state, {use.setting, argument}, written.mid(1));
}

bool checkRegex(State &state, const Use &use, int argument, const QByteArray &pattern, RegexCase letters, int *captures)
{
    const QByteArray key = (letters == RegexCase::Insensitive ? '*' : '~') + pattern;
    auto known = state.regexes.constFind(key);
    if (known == state.regexes.cend())
        known = state.regexes.insert(key, compiled(pattern, letters, state));
    const CompiledRegex regex = *known;
    if (!regex.error.isEmpty()) {
        state.refuse({use.setting, argument}, regex.error);
        return false;
    }
    if (captures)
        *captures = regex.captures;
    return std::ranges::all_of(regex.names, [&](const QByteArray &name) {
        return makeVariable(state, {use.setting, argument}, name);
    });
}

void checkVariables(State &state)
{
    if (state.hasGaps || state.hasForeignParts || state.build().hasForeignCode() || state.isNewerThanKnown())
        return;
    for (const Reference &reference : state.references) {
        if (!isKnown(state, reference.name))
            state.refuse(reference.subject, "unknown \"" + reference.name + "\" variable", Place::Unnamed);
    }
}

} // namespace gw::nginxcheck
