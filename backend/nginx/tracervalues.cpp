// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Variables, as far as a request and a configuration decide them (src/http/ngx_http_variables.c).
#include "backend/nginx/tracer.h"

#include "backend/nginx/value.h"

namespace gw {
namespace {

/// Longer than any header nginx would take; doubling values in hostile files end here.
constexpr qsizetype longestValue = 64 * 1024;
/// ngx_http_variable_depth
constexpr int deepest = 100;
/// Variables made of variables could double the work with each of them.
constexpr int mostLookups = 50'000;

QByteArray nameIn(const QByteArray &written)
{
    return written.mid(1).toLower();
}

/// "$http_x_y" of "X-Y"
QByteArray headerName(const QByteArray &variable)
{
    return QByteArray(variable).replace('_', '-');
}

} // namespace

NginxTracedValue &NginxTracedValue::operator+=(const NginxTracedValue &other)
{
    if (shown.size() + other.shown.size() > longestValue) {
        isKnown = false;
        return *this;
    }
    bytes += other.bytes;
    shown += other.shown;
    isKnown = isKnown && other.isKnown;
    return *this;
}

NginxTracer::Value NginxTracer::captured(int group, Captures captures) const
{
    const QByteArray text = m_captures.value(group);
    const bool isQuoted = captures == Captures::Quoted && (m_isQuoted || m_hasPlus);
    return Value::of(isQuoted ? nginxEscaped(text, NginxEscape::Arguments) : text);
}

NginxTracer::Value NginxTracer::filled(QByteArrayView text, Captures captures)
{
    Value value;
    for (const NginxValuePart &part : nginxValueParts(text)) {
        switch (part.kind) {
        case NginxValuePart::Kind::Text: value += Value::of(part.text); break;
        case NginxValuePart::Kind::Capture: value += captured(part.text.toInt(), captures); break;
        case NginxValuePart::Kind::Variable: value += variable(part.text); break;
        }
    }
    return value;
}

// NOLINTNEXTLINE(misc-no-recursion): no deeper than `deepest`
NginxTracer::Value NginxTracer::variable(const QByteArray &name)
{
    if (const auto known = m_variables.constFind(name); known != m_variables.cend())
        return *known;
    if (m_depth >= deepest || ++m_lookups > mostLookups)
        return Value::unknown(name);
    ++m_depth;
    std::optional<Value> value;
    if (const auto block = m_router.variableBlocks.constFind(name); block != m_router.variableBlocks.cend())
        value = mapped(name, *block);
    if (!value)
        value = coreVariable(name);
    if (!value)
        value = prefixedVariable(name);
    --m_depth;
    if (value)
        return *value;
    return m_router.ownVariables.contains(name) ? Value::of({}) : Value::unknown(name);
}

std::optional<NginxTracer::Value> NginxTracer::coreVariable(const QByteArray &name)
{
    const bool isTls = m_request.scheme == NginxRequest::Scheme::Https;
    if (name == "host")
        return Value::of(m_host.isEmpty() ? serverName() : m_host);
    if (name == "uri" || name == "document_uri")
        return Value::of(m_uri);
    if (name == "request_uri")
        return Value::of(m_request.target);
    if (name == "args" || name == "query_string")
        return Value::of(m_args);
    if (name == "is_args")
        return Value::of(m_args.isEmpty() ? "" : "?");
    if (name == "scheme")
        return Value::of(isTls ? "https" : "http");
    if (name == "https")
        return Value::of(isTls ? "on" : "");
    if (name == "request_method")
        return Value::of(m_method);
    if (name == "server_name")
        return Value::of(serverName());
    if (name == "server_port")
        return Value::of(m_request.address.startsWith("unix:") ? QByteArray() : QByteArray::number(m_request.port));
    if (name == "server_addr" && !m_request.address.isEmpty())
        return Value::of(m_request.address);
    if (name == "http_host")
        return Value::of(m_request.host);
    if (name == "document_root" || name == "realpath_root")
        return root().path;
    if (name == "request_filename") {
        const Root place = root();
        return Value{pathOf(place, m_uri), pathOf(place, m_uri), place.path.isKnown};
    }
    if (name == "fastcgi_script_name")
        return fastcgiScript(1);
    if (name == "fastcgi_path_info")
        return fastcgiScript(2);
    return std::nullopt;
}

std::optional<NginxTracer::Value> NginxTracer::prefixedVariable(const QByteArray &name) const
{
    if (name.startsWith("arg_"))
        return Value::of(nginxArgument(m_args, QByteArrayView(name).sliced(4)).value_or(QByteArray()));
    if (name.startsWith("http_"))
        return header(name.sliced(5));
    if (name.startsWith("cookie_"))
        return Value::unknown(name);
    return std::nullopt;
}

NginxTracer::Value NginxTracer::header(const QByteArray &name) const
{
    const auto known = m_request.headers.constFind(headerName(name));
    return known == m_request.headers.cend() ? Value::unknown("http_" + name) : Value::of(*known);
}

/// The first name of its first server_name; of ".example.com" without the dot.
QByteArray NginxTracer::serverName() const
{
    const EffectiveDirective names = effective().of(m_server, "server_name");
    const QByteArray name = names.isSet() ? names.settings.first().argument(0) : QByteArray();
    if (name.startsWith('~'))
        return name;
    return name.startsWith('.') ? name.sliced(1).toLower() : name.toLower();
}

NginxTracer::Value NginxTracer::fastcgiScript(int group)
{
    const NginxSetting split = effective().setting(m_scope, "fastcgi_split_path_info");
    NginxMatch match;
    const bool isSplit = split && m_router.patterns.match(split.argument(0), RegexCase::Sensitive, m_uri, &match) ==
                                      NginxPattern::Outcome::Matches;
    QByteArray value = isSplit ? match.groups.value(group) : group == 1 ? m_uri : QByteArray();
    if (group == 1 && value.endsWith('/'))
        value += effective().value(m_scope, "fastcgi_index");
    return Value::of(value);
}

/// The entry that a map chooses; nothing: it has none for that and no default.
// NOLINTNEXTLINE(misc-no-recursion): variable() counts the depth
std::optional<NginxTracer::Value> NginxTracer::mapEntry(NginxSetting map, const QByteArray &source)
{
    const bool takesHosts = bool(map.child("hostnames"));
    const QByteArray subject = takesHosts && source.endsWith('.') ? source.chopped(1) : source;
    const QByteArray host = subject.toLower();
    NginxHostNames hosts;
    QList<NginxSetting> entries;
    QList<NginxSetting> patterns;
    NginxSetting fallback;
    for (const NginxSetting entry : map.children()) {
        QByteArray key = entry.name();
        if (entry.argumentCount() != 1)
            continue;
        if (key == "default") {
            fallback = entry;
        } else if (key.startsWith('~')) {
            patterns.append(entry);
        } else {
            if (key.startsWith('\\'))
                key.remove(0, 1);
            if (takesHosts)
                hosts.add(key, int(entries.size()));
            else if (key.compare(host, Qt::CaseInsensitive) == 0)
                return filled(entry.argument(0));
            entries.append(entry);
        }
    }
    if (const auto found = hosts.find(host))
        return filled(entries[found->number].argument(0));
    for (const NginxSetting &entry : std::as_const(patterns)) {
        const bool isCaseless = entry.name().startsWith("~*");
        NginxMatch match;
        const auto letters = isCaseless ? RegexCase::Insensitive : RegexCase::Sensitive;
        const QByteArray pattern = entry.name().sliced(isCaseless ? 2 : 1);
        if (!subject.isEmpty() &&
            m_router.patterns.match(pattern, letters, subject, &match) == NginxPattern::Outcome::Matches) {
            take(match);
            return filled(entry.argument(0));
        }
    }
    if (!fallback)
        return std::nullopt;
    return filled(fallback.argument(0));
}

// NOLINTNEXTLINE(misc-no-recursion): variable() counts the depth
NginxTracer::Value NginxTracer::mapped(const QByteArray &name, NginxSetting map)
{
    Value value;
    if (map.is("map")) {
        const Value source = filled(map.argument(0));
        value = mapEntry(map, source.bytes).value_or(Value());
        value.isKnown = value.isKnown && source.isKnown;
    } else {
        // geo and split_clients look at the client: what they give to others is taken.
        const NginxSetting fallback = map.child("default");
        value = fallback ? Value::of(fallback.argument(0)) : Value();
        value.isKnown = false;
    }
    if (!value.isKnown)
        value.shown = '$' + name;
    // Found once, it stays for the request, whatever it was made of.
    if (!map.child("volatile"))
        m_variables.insert(name, value);
    return value;
}

NginxRouterData::NginxRouterData(const NginxConfig &config, const NginxRouteOptions &options)
    : options(options), effective(config, options.build), sockets(effective)
{
    // A name in a pattern becomes a variable; which of them matched does not matter here.
    const auto addNames = [this](const QByteArray &pattern) {
        for (qsizetype at = pattern.indexOf("(?"); at >= 0; at = pattern.indexOf("(?", at + 2)) {
            qsizetype begin = at + 2;
            if (begin < pattern.size() && pattern[begin] == 'P')
                ++begin;
            const qsizetype end = pattern.indexOf('>', begin);
            const bool isName = end > begin && (pattern[begin] == '<' || pattern[begin] == '\'');
            if (isName)
                ownVariables.insert(pattern.mid(begin + 1, end - begin - 1).toLower());
        }
    };
    for (quint32 i = 1; i < config.settingCount(); ++i) {
        const NginxSetting setting = config.setting(i);
        const bool isMap = setting.is("map") || setting.is("geo") || setting.is("split_clients");
        if (setting.is("set"))
            ownVariables.insert(nameIn(setting.argument(0)));
        else if (isMap && effective.contextOf(setting.parent()) == NginxContext::Http && setting.argumentCount() > 0)
            variableBlocks.insert(nameIn(setting.argument(setting.argumentCount() - 1)), setting);
        else if (setting.is("upstream") && effective.contextOf(setting) == NginxContext::Upstream)
            upstreams.insert(setting.argument(0).toLower(), setting);
        for (int word = -1; word < setting.argumentCount(); ++word) {
            if (setting.node().writtenArgument(word).contains("(?"))
                addNames(setting.argument(word));
        }
    }
}

} // namespace gw
