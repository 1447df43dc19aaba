// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxvariables.h"

#include <algorithm>

namespace gw {
namespace {

constexpr int deepest = 12; ///< variables that are made of each other in a circle

constexpr ByteSet line = [] {
    ByteSet set = ByteSet::all();
    ByteSet breaks = ByteSet::of('\r') | ByteSet::of('\n');
    breaks.add(0);
    return set & ~breaks;
}();
constexpr ByteSet slash = ByteSet::of('/');
/// A decoded URI holds whatever stood behind a "%".
constexpr ByteSet decoded = ByteSet::all() & ~ByteSet::of(0);
constexpr ByteSet raw = line & ~ByteSet::of(' ');

/// Of nginx's own variables (ngx_http_variables.c and the modules').
std::optional<ClientText> builtIn(QByteArrayView name)
{
    const auto path = [](const ByteSet &bytes) { return ClientText{bytes, slash, slash, {}}; };
    const auto any = [](const ByteSet &bytes) { return ClientText{bytes, bytes, {}, {}}; };
    if (name == "uri" || name == "document_uri" || name == "request_filename" || name == "fastcgi_script_name" ||
        name == "fastcgi_path_info")
        return path(decoded);
    if (name == "request_uri")
        return path(raw);
    if (name == "args" || name == "query_string" || name.startsWith("arg_"))
        return any(raw);
    if (name.startsWith("http_") || name.startsWith("cookie_") || name == "content_type")
        return any(line);
    if (name == "request_body")
        return any(ByteSet::all());
    return std::nullopt;
}

/// Either of the two may hold.
void join(ClientText &all, const ClientText &other, bool isFirst)
{
    all.may |= other.may;
    all.first |= other.first;
    all.must = isFirst ? other.must : all.must & other.must;
    if (!all.from)
        all.from = other.from;
}

ByteSet bytesIn(const QByteArray &text)
{
    ByteSet set;
    for (const char byte : text)
        set.add(quint8(byte));
    return set;
}

/// Whether what a directive in `block` does is seen by one at `at`: the block is around it, or an `if` of one that is.
bool reaches(NginxSetting block, NginxSetting at)
{
    while (block && block.is("if"))
        block = block.parent();
    for (NginxSetting level = at; level; level = level.parent()) {
        if (level == block)
            return true;
        if (level.isRoot())
            break;
    }
    return false;
}

} // namespace

NginxVariables::NginxVariables(const NginxView &view) : m_view(view)
{
    const auto add = [this](QByteArray variable, NginxSetting setter) {
        if (variable.startsWith('$'))
            m_setters[variable.mid(1).toLower()].append(setter);
    };
    for (const NginxSetting set : view.named("set"))
        add(set.argument(0), set);
    for (const NginxSetting set : view.named("auth_request_set"))
        add(set.argument(0), set);
    for (const char *name : {"map", "geo", "split_clients"}) {
        for (const NginxSetting block : view.named(name))
            add(block.argument(block.argumentCount() - 1), block);
    }
    for (const NginxRegex &pattern : view.regexes()) {
        if (!pattern.text.contains("(?"))
            continue;
        const Regex *regex = view.treeOf(pattern.text, pattern.letters);
        if (!regex)
            continue;
        for (const RegexName &named : regex->names)
            m_groups[named.name.toLower()].append({pattern, named.group});
    }
}

ClientText NginxVariables::clientText(const NginxValuePart &part, NginxSetting at,
                                      const std::optional<NginxRegex> &own) const
{
    return ofPart(part, at, own, 0);
}

ClientText NginxVariables::ofPart(const NginxValuePart &part, NginxSetting at, const std::optional<NginxRegex> &own,
                                  int depth) const
{
    switch (part.kind) {
    case NginxValuePart::Kind::Text: {
        const ByteSet first = part.text.isEmpty() ? ByteSet() : ByteSet::of(quint8(part.text.front()));
        return {{}, first, bytesIn(part.text), {}};
    }
    case NginxValuePart::Kind::Variable: return ofVariable(part.text, at, depth);
    case NginxValuePart::Kind::Capture: break;
    }
    if (own)
        return ofGroup(*own, captureOf(part), at, depth);
    ClientText all;
    bool isFirst = true;
    for (const NginxRegex &pattern : capturesFor(at)) {
        join(all, ofGroup(pattern, captureOf(part), at, depth), isFirst);
        isFirst = false;
    }
    return all;
}

ClientText NginxVariables::ofValue(const QByteArray &value, NginxSetting at, const std::optional<NginxRegex> &own,
                                   int depth) const
{
    ClientText whole;
    bool isStart = true;
    for (const NginxValuePart &part : nginxValueParts(value)) {
        const ClientText text = ofPart(part, at, own, depth + 1);
        whole.may |= text.may;
        whole.must |= text.must;
        if (isStart)
            whole.first = text.first;
        isStart = false;
        if (!whole.from)
            whole.from = text.from;
    }
    return whole;
}

ClientText NginxVariables::ofVariable(const QByteArray &name, NginxSetting at, int depth) const
{
    if (depth > deepest)
        return {};
    ClientText all;
    bool isFirst = true;
    for (const NginxSetting setter : m_setters.value(name)) {
        if (setter.is("set") && !reaches(setter.parent(), at))
            continue;
        join(all, ofSetter(setter, name, depth), isFirst);
        isFirst = false;
    }
    for (const Named &named : m_groups.value(name)) {
        const NginxSetting setting = named.pattern.setting;
        const bool isBlock = named.pattern.use == NginxRegex::Use::Location || named.pattern.use == NginxRegex::Use::If;
        const bool isEverywhere = named.pattern.use == NginxRegex::Use::Map;
        if (!isEverywhere && !reaches(isBlock ? setting : setting.parent(), at))
            continue;
        join(all, ofGroup(named.pattern, named.group, at, depth), isFirst);
        isFirst = false;
    }
    if (!isFirst)
        return all;
    // Decoded from what a client sends (ngx_http_auth_basic_user()), and checked only where somebody asks for a login.
    if (name == "remote_user" && m_view.held(at, "auth_basic", "off") == "off")
        return {decoded & ~ByteSet::of(':'), decoded, {}, {}};
    return builtIn(name).value_or(ClientText());
}

ClientText NginxVariables::ofSetter(NginxSetting setter, const QByteArray &name, int depth) const
{
    ClientText text;
    if (setter.is("set")) {
        // "set $x $x;" says nothing about itself.
        if (!isVariable(setter.argument(1), name))
            text = ofValue(setter.argument(1), setter, std::nullopt, depth);
    } else if (setter.is("map")) {
        text = ofMap(setter, depth);
    }
    text.from = setter;
    return text;
}

ClientText NginxVariables::ofMap(NginxSetting map, int depth) const
{
    ClientText all;
    bool isFirst = true;
    for (const NginxSetting entry : map.children()) {
        if (entry.argumentCount() < 1 || entry.is("hostnames") || entry.is("volatile"))
            continue;
        const QByteArray value = entry.argument(0);
        if (!hasVariables(value))
            continue; // text that stands in the configuration
        join(all, ofValue(value, map, regexOf(entry), depth), isFirst);
        isFirst = false;
    }
    return all;
}

ClientText NginxVariables::ofGroup(const NginxRegex &pattern, int group, NginxSetting at, int depth) const
{
    const Regex *regex = m_view.treeOf(pattern.text, pattern.letters);
    if (!regex || pattern.isNegated || group > regex->captureCount)
        return {};
    ByteSet subject;
    if (pattern.subject == "$uri") {
        subject = decoded;
    } else if (pattern.subject == "$host") {
        subject = line & ~slash; // nginx refuses other hosts
    } else if (pattern.subject.startsWith('$')) {
        const ClientText text = ofValue(pattern.subject, at, std::nullopt, depth);
        subject = text.may;
    }
    const RegexContent content = contentOf(*regex, group);
    ClientText text;
    text.may = content.may & subject;
    text.first = content.first;
    text.must = content.must;
    text.from = pattern.setting;
    return text;
}

QList<NginxRegex> NginxVariables::capturesFor(NginxSetting at) const
{
    QList<NginxRegex> patterns;
    for (NginxSetting level = at; level && !level.isRoot(); level = level.parent()) {
        // What stands before it in the same block and matched last; an `if` that was not entered may have matched too.
        const NginxSetting block = level.parent();
        if (!block)
            break;
        for (const char *name : {"rewrite", "if"}) {
            for (const NginxSetting before : m_view.in(block, name)) {
                if (before.index() >= level.index())
                    break;
                if (std::optional<NginxRegex> pattern = regexOf(before); pattern && !pattern->isNegated)
                    patterns.append(*std::move(pattern));
            }
        }
        if (std::optional<NginxRegex> pattern = regexOf(block); pattern && !pattern->isNegated) {
            patterns.append(*std::move(pattern));
            return patterns; // it has matched, or nothing in here runs
        }
        if (block.is("server")) {
            for (const NginxSetting names : m_view.in(block, "server_name"))
                patterns += serverNameRegexes(names);
        }
    }
    return patterns;
}

} // namespace gw
