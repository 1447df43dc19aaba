// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/checkupstream.h"

#include "backend/nginx/checkscript.h"
#include "backend/nginx/checkvalues.h"

#include <algorithm>

namespace gw::nginxcheck {
namespace {

bool refuseParameter(State &state, const Use &use, int argument)
{
    state.refuse({use.setting, argument}, "invalid parameter \"" + use.argument(argument) + '"');
    return false;
}

/// The value of "name=value"; a null view where the text is none.
QByteArrayView valueOf(QByteArrayView text, QByteArrayView name)
{
    return text.startsWith(name) && text.size() > name.size() && text[name.size()] == '=' ? text.sliced(name.size() + 1)
                                                                                          : QByteArrayView();
}

bool isUpstreamOf(const Upstream &upstream, const Url &url)
{
    return upstream.isBlock || !upstream.hasPort || !url.hasPort || upstream.port == url.address.port;
}

/// Parameters of a server in an upstream that not every nginx has.
bool isRareParameter(const State &state, QByteArrayView parameter)
{
    const bool isResolving = parameter == "resolve" || parameter.startsWith("service=");
    const bool isCommercial =
        parameter == "drain" || parameter.startsWith("route=") || parameter.startsWith("slow_start=");
    const bool mayBeCommercial = !state.build().isKnown() || state.build().isCommercial();
    return state.isNewerThanKnown() || state.build().hasForeignCode() ||
           ((isResolving || isCommercial) && mayBeCommercial) || (isResolving && !state.isBefore({1, 27, 3}));
}

bool checkServerParameter(State &state, const Use &use, int argument)
{
    const QByteArrayView parameter = use.argument(argument);
    if (parameter == "backup" || parameter == "down")
        return true;
    if (parameter.startsWith("weight="))
        return number(valueOf(parameter, "weight")).value_or(0) > 0 || refuseParameter(state, use, argument);
    if (parameter.startsWith("max_conns=") || parameter.startsWith("max_fails="))
        return number(parameter.sliced(10)) || refuseParameter(state, use, argument);
    if (parameter.startsWith("fail_timeout="))
        return duration(parameter.sliced(13), TimeUnit::Seconds) || refuseParameter(state, use, argument);
    return isRareParameter(state, parameter) || refuseParameter(state, use, argument);
}

} // namespace

void openUpstream(State &state, const Use &use)
{
    const QByteArray name = use.argument(0).toLower();
    state.block().upstream = int(state.upstreams.size());
    const QList<int> others = state.upstreamsOf.value(name);
    state.upstreamsOf[name].append(int(state.upstreams.size()));
    state.upstreams.append({name, use.setting, true});
    for (const int other : others) {
        const Upstream &known = state.upstreams[other];
        if (known.isBlock) {
            state.refuse({use.setting, 0}, "duplicate upstream \"" + use.argument(0) + '"');
            return;
        }
        if (known.hasPort) {
            // nginx writes the place of the other one into its own words.
            state.refuse({known.setting},
                         "upstream \"" + use.argument(0) + "\" may not have port " + QByteArray::number(known.port));
            return;
        }
    }
}

void closeUpstream(State &state)
{
    const Block &block = state.block();
    if (state.upstreams[block.upstream].servers > 0 || state.hasGaps || state.hasForeignParts ||
        state.build().hasForeignCode() || block.setting.child("state"))
        return;
    state.add(state.atEndOf(block.setting, "no servers are inside upstream"));
}

void checkUpstreamServer(State &state, const Use &use)
{
    ++state.upstreams[state.block().upstream].servers;
    for (int i = 1; i < use.count(); ++i) {
        if (!checkServerParameter(state, use, i))
            return;
    }
    const Url url = parsedUrl(use.argument(0), UrlUse::Server, 80);
    if (!url.error.isEmpty())
        state.refuse({use.setting, 0}, url.error + " in upstream \"" + use.argument(0) + '"');
}

bool referToUpstream(State &state, const Use &use, const Url &url)
{
    const QByteArray name = url.host.toLower();
    for (const int index : state.upstreamsOf.value(name)) {
        const Upstream &known = state.upstreams[index];
        if (known.isBlock && url.hasPort) {
            state.refuse({use.setting, 0},
                         "upstream \"" + url.host + "\" may not have port " + QByteArray::number(url.address.port));
            return false;
        }
        if (isUpstreamOf(known, url))
            return true;
    }
    state.upstreamsOf[name].append(int(state.upstreams.size()));
    state.upstreams.append({name, use.setting, false, url.hasPort, url.address.port});
    return true;
}

// Shared memory. Its pages have 4 KiB or more: what is too small for those is too small for all.

static constexpr qint64 pageSize = 4096;

/// ngx_shared_memory_add(): null where it refuses the name.
static Zone *addZone(State &state, const Subject &subject, const QByteArray &name, qint64 size)
{
    const DirectiveFacts *facts = DirectiveTable::nginx().find(subject.setting.name(), NginxContext::Http);
    const QByteArray use = facts ? QByteArray::number(facts->module) : subject.setting.name();
    const auto known = state.zoneOf.constFind(name);
    if (known == state.zoneOf.cend()) {
        state.zoneOf.insert(name, int(state.zones.size()));
        state.zones.append({name, use, size, false, subject});
        return &state.zones.last();
    }
    Zone &zone = state.zones[*known];
    if (zone.use != use) {
        state.refuse(subject, "the shared memory zone \"" + name + "\" is already declared for a different use");
        return nullptr;
    }
    if (zone.size == 0)
        zone.size = size;
    if (size > 0 && size != zone.size) {
        state.refuse(subject, "the size " + QByteArray::number(size) + " of shared memory zone \"" + name +
                                  "\" conflicts with already declared size " + QByteArray::number(zone.size));
        return nullptr;
    }
    return &zone;
}

/// "NAME:SIZE" of argument `argument`. False where that was refused; `what` is nginx's word for such a zone.
static bool readZone(State &state, const Use &use, int argument, QByteArrayView text, const QByteArray &what,
                     qint64 leastPages, Zone &zone)
{
    const qsizetype colon = text.indexOf(':');
    const auto bytes = colon < 0 ? std::nullopt : size(text.sliced(colon + 1));
    if (!bytes) {
        state.refuse({use.setting, argument}, "invalid " + what + " size \"" + use.argument(argument) + '"');
        return false;
    }
    if (*bytes < leastPages * pageSize) {
        state.refuse({use.setting, argument}, what + " \"" + use.argument(argument) + "\" is too small");
        return false;
    }
    zone.name = text.first(colon).toByteArray();
    zone.size = *bytes;
    return true;
}

/// `limit_req_zone KEY zone=NAME:SIZE rate=RATE` and `limit_conn_zone KEY zone=NAME:SIZE`.
static void checkLimitZone(State &state, const Use &use, bool (*checkParameter)(State &, const Use &, int))
{
    if (!checkScript(state, use, 0))
        return;
    Zone zone;
    for (int i = 1; i < use.count(); ++i) {
        const QByteArrayView parameter = use.argument(i);
        if (parameter.startsWith("zone=")) {
            if (!readZone(state, use, i, parameter.sliced(5), "zone", 8, zone))
                return;
        } else if (!checkParameter(state, use, i)) {
            return;
        }
    }
    if (zone.name.isEmpty()) {
        state.refuse({use.setting}, '"' + use.setting.name() + "\" must have \"zone\" parameter");
        return;
    }
    Zone *const added = addZone(state, {use.setting}, zone.name, zone.size);
    if (!added)
        return;
    if (added->isBound) {
        const QByteArray key = added->subject.setting.argument(0);
        state.refuse({use.setting},
                     use.setting.name() + " \"" + zone.name + "\" is already bound to key \"" + key + '"');
        return;
    }
    added->isBound = true;
    added->subject = {use.setting};
}

static bool checkRate(State &state, const Use &use, int argument)
{
    QByteArrayView rate = use.argument(argument);
    if (!rate.startsWith("rate="))
        return state.isNewerThanKnown() || refuseParameter(state, use, argument);
    rate = rate.sliced(5);
    if (rate.endsWith("r/s") || rate.endsWith("r/m"))
        rate.chop(3);
    if (number(rate).value_or(0) > 0)
        return true;
    state.refuse({use.setting, argument}, "invalid rate \"" + use.argument(argument) + '"');
    return false;
}

void checkLimitRequestZone(State &state, const Use &use)
{
    // "sync" is commercial.
    checkLimitZone(state, use, [](State &state, const Use &use, int argument) {
        const bool isSync =
            use.argument(argument) == "sync" && (!state.build().isKnown() || state.build().isCommercial());
        return isSync || checkRate(state, use, argument);
    });
}

void checkLimitConnectionZone(State &state, const Use &use)
{
    checkLimitZone(state, use, [](State &state, const Use &use, int argument) {
        return state.isNewerThanKnown() || refuseParameter(state, use, argument);
    });
}

/// Two limits of one zone in a block.
static bool isNewLimit(State &state, const Use &use, const QByteArray &zone)
{
    const QByteArray key = use.setting.name() + ' ' + zone;
    if (state.block().keys.contains(key)) {
        state.refuse({use.setting}, '"' + use.setting.name() + "\" directive is duplicate");
        return false;
    }
    state.block().keys.insert(key);
    return true;
}

void checkLimitRequest(State &state, const Use &use)
{
    QByteArray zone;
    for (int i = 0; i < use.count(); ++i) {
        const QByteArrayView parameter = use.argument(i);
        if (parameter.startsWith("zone=")) {
            zone = parameter.sliced(5).toByteArray();
            if (!addZone(state, {use.setting, i}, zone, 0))
                return;
        } else if (parameter.startsWith("burst=") || parameter.startsWith("delay=")) {
            if (number(parameter.sliced(6)).value_or(0) > 0)
                continue;
            state.refuse({use.setting, i},
                         "invalid " + parameter.first(5).toByteArray() + " value \"" + use.argument(i) + '"');
            return;
        } else if (parameter != "nodelay" && !state.isNewerThanKnown()) {
            refuseParameter(state, use, i);
            return;
        }
    }
    if (zone.isNull()) {
        state.refuse({use.setting}, "\"limit_req\" must have \"zone\" parameter");
        return;
    }
    isNewLimit(state, use, zone);
}

void checkLimitConnection(State &state, const Use &use)
{
    if (!addZone(state, {use.setting, 0}, use.argument(0), 0) || !isNewLimit(state, use, use.argument(0)))
        return;
    const qint64 most = number(use.argument(1)).value_or(0);
    if (most <= 0)
        state.refuse({use.setting, 1}, "invalid number of connections \"" + use.argument(1) + '"');
    else if (most > 65535)
        state.refuse({use.setting, 1}, "connection limit must be less 65536");
}

static bool areLevels(QByteArrayView levels)
{
    // "1", "1:2", "1:2:2".
    if (levels.size() % 2 == 0 || levels.size() > 5)
        return levels.isEmpty();
    for (qsizetype i = 0; i < levels.size(); ++i) {
        if (i % 2 == 1 ? levels[i] != ':' : levels[i] != '1' && levels[i] != '2')
            return false;
    }
    return true;
}

static QByteArray wordsOnCacheParameter(const State &state, const QByteArray &parameter)
{
    const qsizetype equals = parameter.indexOf('=');
    const QByteArray name = parameter.first(qMax<qsizetype>(equals, 0));
    const QByteArrayView value = QByteArrayView(parameter).sliced(equals + 1);
    const auto invalid = [&](bool isRight) {
        return isRight ? QByteArray() : "invalid " + name + " value \"" + parameter + '"';
    };
    if (name == "levels")
        return areLevels(value) ? QByteArray() : "invalid \"levels\" \"" + parameter + '"';
    if (name == "use_temp_path")
        return value == "on" || value == "off"
                   ? QByteArray()
                   : "invalid use_temp_path value \"" + parameter + "\", it must be \"on\" or \"off\"";
    if (name == "inactive")
        return invalid(duration(value, TimeUnit::Seconds).has_value());
    if (name == "max_size" || name == "min_free")
        return invalid(offset(value).has_value());
    if (name == "loader_files" || name == "manager_files")
        return invalid(number(value).has_value());
    if (name == "loader_sleep" || name == "loader_threshold" || name == "manager_sleep" || name == "manager_threshold")
        return invalid(duration(value, TimeUnit::Milliseconds).has_value());
    const bool mayBeCommercial = !state.build().isKnown() || state.build().isCommercial();
    if (state.isNewerThanKnown() || (name.startsWith("purger") && mayBeCommercial))
        return {};
    return "invalid parameter \"" + parameter + '"';
}

void checkCachePath(State &state, const Use &use)
{
    Zone zone;
    for (int i = 1; i < use.count(); ++i) {
        const QByteArray &parameter = use.argument(i);
        if (parameter.startsWith("keys_zone=")) {
            if (!readZone(state, use, i, QByteArrayView(parameter).sliced(10), "keys zone", 2, zone))
                return;
            continue;
        }
        if (const QByteArray words = wordsOnCacheParameter(state, parameter); !words.isEmpty()) {
            state.refuse({use.setting, i}, words);
            return;
        }
    }
    if (zone.name.isEmpty()) {
        state.refuse({use.setting}, '"' + use.setting.name() + "\" must have \"keys_zone\" parameter");
        return;
    }
    Zone *const added = addZone(state, {use.setting}, zone.name, zone.size);
    if (added && added->isBound)
        state.refuse({use.setting}, "duplicate zone \"" + zone.name + '"');
    else if (added)
        added->isBound = true;
}

void checkCache(State &state, const Use &use)
{
    const QByteArray &name = use.argument(0);
    if (name == "off")
        return;
    if (name.contains('$'))
        checkScript(state, use, 0);
    else
        addZone(state, {use.setting, 0}, name, 0);
}

void checkSessionCache(State &state, const Use &use)
{
    for (int i = 0; i < use.count(); ++i) {
        const QByteArrayView word = use.argument(i);
        if (word == "off" || word == "none" || word == "builtin" ||
            (word.startsWith("builtin:") && number(word.sliced(8))))
            continue;
        const QByteArrayView shared = word.startsWith("shared:") ? word.sliced(7) : QByteArrayView();
        const qsizetype colon = shared.indexOf(':');
        const auto bytes = colon > 0 ? size(shared.sliced(colon + 1)) : std::nullopt;
        if (!bytes || *bytes < 8 * pageSize) {
            const QByteArray cache = "session cache \"" + use.argument(i) + '"';
            state.refuse({use.setting, i},
                         bytes ? QByteArray(cache + " is too small") : QByteArray("invalid " + cache));
            return;
        }
        if (!addZone(state, {use.setting, i}, shared.first(colon).toByteArray(), *bytes))
            return;
    }
}

void checkCaches(State &state)
{
    if (state.hasGaps || state.servers.isEmpty()) // nothing is put together then
        return;
    for (const Zone &zone : std::as_const(state.zones)) {
        const QByteArray by = zone.subject.setting.name();
        if (zone.size == 0 && by.endsWith("_cache")) {
            // nginx says it while it puts http together, at its end.
            NginxComplaint complaint = state.atEndOf(zone.subject.setting.enclosing("http"),
                                                     '"' + by + "\" zone \"" + zone.name + "\" is unknown");
            complaint.file = zone.subject.setting.file();
            complaint.span = zone.subject.setting.node().argumentSpan(0);
            const NginxPlace place = state.config().files()[complaint.file].tree.placeOf(complaint.span.start);
            complaint.error.offset = complaint.span.start;
            complaint.error.line = place.line;
            complaint.error.column = place.column;
            state.add(complaint);
        }
    }
}

void checkZones(State &state)
{
    if (state.hasGaps)
        return;
    for (const Zone &zone : std::as_const(state.zones)) {
        const QByteArray by = zone.subject.setting.name();
        if (zone.size == 0 && (!by.endsWith("_cache") || state.servers.isEmpty()))
            state.refuse(zone.subject, "zero size shared memory zone \"" + zone.name + '"', Place::Unnamed);
    }
}

} // namespace gw::nginxcheck
