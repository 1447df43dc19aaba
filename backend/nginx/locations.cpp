// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/locations.h"

#include <algorithm>
#include <array>

namespace gw {
namespace {

constexpr qsizetype deepest = 100;

bool isOneOf(NginxSetting setting, std::span<const QByteArrayView> names)
{
    return std::ranges::any_of(names, [&](QByteArrayView name) { return setting.is(name); });
}

/// One search. The chain is cut to the level at hand before something is put on it.
class Search {
public:
    Search(const QByteArray &uri, NginxPatterns &patterns) : m_uri(uri), m_patterns(patterns) {}

    NginxLocationChoice choice(NginxSetting server) &&
    {
        m_choice.isRedirect = find(server, 0) == End::Slash;
        return std::move(m_choice);
    }

private:
    enum class End : quint8 { Exact, Slash, Prefix, None };

    /// The locations of one block, as they are looked at.
    struct Level {
        std::optional<NginxLocation> exact;
        std::optional<NginxLocation> slash; ///< the URI and a slash
        std::optional<NginxLocation> prefix;
        QList<NginxLocation> patterns;
    };

    void look(const NginxLocation &location, Level &level) const
    {
        switch (location.kind) {
        case NginxLocation::Kind::Named: return;
        case NginxLocation::Kind::Pattern: level.patterns.append(location); return;
        case NginxLocation::Kind::Exact:
            if (location.name == m_uri && !level.exact)
                level.exact = location;
            break;
        case NginxLocation::Kind::Prefix:
        case NginxLocation::Kind::PrefixOnly:
            if (m_uri.startsWith(location.name) && (!level.prefix || level.prefix->name.size() < location.name.size()))
                level.prefix = location;
            break;
        }
        const bool isOneLonger = location.name.size() == m_uri.size() + 1 && location.name.startsWith(m_uri);
        if (isOneLonger && location.addsSlash() && !level.slash)
            level.slash = location;
    }

    Level levelOf(NginxSetting block) const
    {
        Level level;
        for (const NginxSetting setting : block.children()) {
            if (setting.hasBlock() && setting.is("location"))
                look(NginxLocation::of(setting), level);
        }
        return level;
    }

    void put(const NginxLocation &location, qsizetype depth)
    {
        m_choice.chain.resize(depth);
        m_choice.chain.append(location);
    }

    End findStatic(const Level &level, qsizetype depth)
    {
        if (level.exact) {
            put(*level.exact, depth);
            return End::Exact;
        }
        const bool isWhole = level.prefix && level.prefix->name.size() == m_uri.size();
        if (level.slash && !isWhole) {
            put(*level.slash, depth);
            return End::Slash;
        }
        if (!level.prefix)
            return End::None;
        put(*level.prefix, depth);
        return End::Prefix;
    }

    bool matches(const NginxLocation &location)
    {
        NginxMatch match;
        const auto outcome = m_patterns.match(location.name, location.letters, m_uri, &match);
        m_choice.isSure = m_choice.isSure && outcome != NginxPattern::Outcome::Unknown;
        if (outcome == NginxPattern::Outcome::Matches)
            m_choice.matches.append(match);
        else
            m_choice.refused.append(location);
        return outcome == NginxPattern::Outcome::Matches;
    }

    // NOLINTNEXTLINE(misc-no-recursion): no deeper than `deepest`
    End find(NginxSetting block, qsizetype depth)
    {
        if (depth >= deepest)
            return End::None;
        const Level level = levelOf(block);
        End end = findStatic(level, depth);
        bool asksPatterns = true;
        if (end == End::Prefix) {
            asksPatterns = level.prefix->kind != NginxLocation::Kind::PrefixOnly;
            end = find(level.prefix->setting, depth + 1);
        }
        if (end == End::Exact || end == End::Slash || !asksPatterns)
            return end;
        for (const NginxLocation &location : level.patterns) {
            if (!matches(location))
                continue;
            put(location, depth);
            find(location.setting, depth + 1);
            return End::Exact;
        }
        return end;
    }

    const QByteArray &m_uri;
    NginxPatterns &m_patterns;
    NginxLocationChoice m_choice;
};

} // namespace

NginxLocation NginxLocation::of(NginxSetting setting)
{
    NginxLocation location;
    location.setting = setting;
    QByteArray modifier;
    if (setting.argumentCount() > 1) {
        modifier = setting.argument(0);
        location.name = setting.argument(1);
    } else {
        location.name = setting.argument(0);
        for (const auto *const prefix : {"=", "^~", "~*", "~"}) {
            if (location.name.startsWith(prefix)) {
                modifier = prefix;
                location.name.remove(0, modifier.size());
                break;
            }
        }
    }
    if (modifier == "=")
        location.kind = Kind::Exact;
    else if (modifier == "^~")
        location.kind = Kind::PrefixOnly;
    else if (modifier.startsWith('~'))
        location.kind = Kind::Pattern;
    else if (location.name.startsWith('@'))
        location.kind = Kind::Named;
    if (modifier == "~*")
        location.letters = RegexCase::Insensitive;
    return location;
}

QByteArray NginxLocation::modifier() const
{
    switch (kind) {
    case Kind::Exact: return "=";
    case Kind::PrefixOnly: return "^~";
    case Kind::Pattern: return letters == RegexCase::Insensitive ? "~*" : "~";
    case Kind::Prefix:
    case Kind::Named: break;
    }
    return {};
}

bool NginxLocation::addsSlash() const
{
    if (!name.endsWith('/'))
        return false;
    for (const NginxSetting inner : setting.children()) {
        if (isNginxPass(inner))
            return true;
    }
    return false;
}

NginxLocationChoice nginxLocationFor(NginxSetting server, const QByteArray &uri, NginxPatterns &patterns)
{
    return Search(uri, patterns).choice(server);
}

NginxSetting nginxNamedLocation(NginxSetting server, QByteArrayView name)
{
    for (const NginxSetting setting : server.children()) {
        if (setting.hasBlock() && setting.is("location") && setting.argumentCount() == 1 && setting.argument(0) == name)
            return setting;
    }
    return {};
}

bool isNginxPass(NginxSetting setting)
{
    constexpr std::array<QByteArrayView, 7> names{"proxy_pass", "fastcgi_pass",   "uwsgi_pass", "scgi_pass",
                                                  "grpc_pass",  "memcached_pass", "tunnel_pass"};
    return isOneOf(setting, names);
}

bool isNginxHandler(NginxSetting setting)
{
    constexpr std::array<QByteArrayView, 24> names{"stub_status",
                                                   "empty_gif",
                                                   "flv",
                                                   "mp4",
                                                   "perl",
                                                   "api",
                                                   "status",
                                                   "hls",
                                                   "f4f",
                                                   "upstream_conf",
                                                   "js_content",
                                                   "echo",
                                                   "echo_exec",
                                                   "echo_location",
                                                   "echo_duplicate",
                                                   "content_by_lua",
                                                   "content_by_lua_block",
                                                   "content_by_lua_file",
                                                   "nchan_publisher",
                                                   "nchan_subscriber",
                                                   "nchan_pubsub",
                                                   "nchan_stub_status",
                                                   "rtmp_stat",
                                                   "rtmp_control"};
    if (isNginxPass(setting) || isOneOf(setting, names))
        return true;
    // Modules of others name theirs like that: redis_pass, postgres_pass …
    return setting.name().endsWith("_pass") && !setting.is("nchan_redis_pass");
}

} // namespace gw
