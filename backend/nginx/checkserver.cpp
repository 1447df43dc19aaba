// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/checkserver.h"

#include "backend/nginx/checknames.h"
#include "backend/nginx/checkscript.h"
#include "backend/nginx/checkvalues.h"

#include <algorithm>

namespace gw::nginxcheck {
namespace {

/// Ranges of ports name many addresses: beyond this they are not compared any more.
constexpr qsizetype mostAddresses = 50'000;

/// The parameters of one `listen`.
struct Options {
    bool isDefault = false;
    bool isSet = false; ///< one that may be given but once for an address
    bool usesTls = false;
    bool isQuic = false;
    quint8 protocols = 0; ///< proxy_protocol, ssl, http2 as bits
};

bool hasBadNumber(QByteArrayView value, qint64 least)
{
    return number(value).value_or(-1) < least;
}

/// "on", "off" or "[idle]:[interval]:[count]".
bool isKeepAlive(QByteArrayView value)
{
    if (value == "on" || value == "off")
        return true;
    qint64 sum = 0;
    for (int part = 0; part < 3; ++part) {
        const qsizetype colon = value.indexOf(':');
        const QByteArrayView text = colon < 0 || part == 2 ? value : value.first(colon);
        if (!text.isEmpty()) {
            const auto measure = part < 2 ? duration(text, TimeUnit::Seconds) : number(text);
            if (!measure)
                return false;
            sum += *measure;
        }
        value = colon < 0 ? QByteArrayView() : value.sliced(colon + 1);
    }
    return sum > 0;
}

/// What nginx says of a parameter with a value; empty: nothing. `known` becomes false where there is no such parameter.
QByteArray wordsOnMeasure(QByteArrayView parameter, bool &known)
{
    const qsizetype equals = parameter.indexOf('=');
    const QByteArrayView name = equals < 0 ? parameter : parameter.first(equals);
    const QByteArrayView value = equals < 0 ? QByteArrayView() : parameter.sliced(equals + 1);
    const auto invalid = [&](bool isWrong) {
        return isWrong ? "invalid " + name.toByteArray() + " \"" + parameter.toByteArray() + '"' : QByteArray();
    };
    known = equals >= 0;
    if (name == "backlog")
        return invalid(hasBadNumber(value, 1));
    if (name == "fastopen")
        return invalid(hasBadNumber(value, 0));
    if (name == "rcvbuf" || name == "sndbuf")
        return invalid(!size(value));
    if (name == "ipv6only" && value.startsWith('o'))
        return value == "on" || value == "off" ? QByteArray() : "invalid ipv6only flags \"" + value.toByteArray() + '"';
    if (name == "so_keepalive")
        return isKeepAlive(value) ? QByteArray() : "invalid so_keepalive value: \"" + value.toByteArray() + '"';
    known = known && (name == "setfib" || name == "accept_filter"); // of other systems
    return {};
}

bool readOption(State &state, const Use &use, int argument, Options &options)
{
    const QByteArray &parameter = use.argument(argument);
    if (parameter == "default_server" || parameter == "default") {
        options.isDefault = true;
        return true;
    }
    if (parameter == "ssl") {
        options.usesTls = true;
        options.protocols |= 2;
        return true;
    }
    if (parameter == "http2") {
        if (state.build().version() >= NginxVersion{1, 25, 1})
            state.warn({use.setting, argument}, "the \"listen ... http2\" directive is deprecated, use the \"http2\" "
                                                "directive instead");
        options.protocols |= 4;
        return true;
    }
    if (parameter == "proxy_protocol") {
        options.protocols |= 1;
        return true;
    }
    if (parameter == "quic" && !state.isBefore({1, 25, 0})) {
        options.isQuic = true;
        return true;
    }
    const bool hasSpdy = !state.build().version().isSet() || state.isBefore({1, 16, 0});
    if (parameter == "spdy" && hasSpdy)
        return true;
    options.isSet = true;
    if (parameter == "bind" || parameter == "deferred" || parameter == "reuseport")
        return true;
    if (parameter == "multipath" && !state.isBefore({1, 29, 0}))
        return true;
    bool isKnown = false;
    QByteArray words = wordsOnMeasure(parameter, isKnown);
    if (!isKnown) {
        if (state.isNewerThanKnown())
            return true;
        words = "invalid parameter \"" + parameter + '"';
    }
    if (!words.isEmpty())
        state.refuse({use.setting, argument}, words);
    return words.isEmpty();
}

/// The end of ngx_http_add_addresses(): what a later `listen` says of protocols holds for all of that address.
void noteProtocols(State &state, const Subject &subject, const Options &options, Listener &listener)
{
    const quint8 now = options.protocols;
    const quint8 before = listener.allProtocols;
    const bool areAdded = (now | before) != before;
    const bool areRemoved = !areAdded && (now | before) != now;
    const bool differ = listener.hasProtocols && now != listener.protocols;
    const bool isRedefined =
        areAdded     ? (listener.hasOptions && !options.isSet) || listener.hasChangedProtocols || (now | before) != now
        : areRemoved ? options.isSet || differ
                     : (options.isSet && listener.hasChangedProtocols) || differ;
    if (isRedefined && state.build().version() >= NginxVersion{1, 23, 4})
        state.warn(subject, "protocol options redefined for " + listener.address.text());
    listener.protocols = areAdded ? before : now;
    listener.allProtocols |= now;
    listener.hasProtocols = true;
    listener.hasChangedProtocols |= areAdded || areRemoved;
}

/// ngx_http_add_listen(). False where it was refused.
bool addListener(State &state, const Subject &subject, const Address &address, const Options &options)
{
    const int server = state.block().server;
    const std::pair key(address, options.isQuic);
    const auto known = state.listenerOf.constFind(key);
    if (known == state.listenerOf.cend()) {
        state.listenerOf.insert(key, int(state.listeners.size()));
        state.listeners.append({address,
                                options.isQuic,
                                {server},
                                server,
                                options.isDefault,
                                options.isSet,
                                options.usesTls || options.isQuic,
                                options.protocols,
                                options.protocols});
        return true;
    }
    Listener &listener = state.listeners[*known];
    const QByteArray text = listener.address.text();
    if (listener.servers.last() == server) {
        state.refuse(subject, "a duplicate listen " + text);
        return false;
    }
    listener.servers.append(server);
    if (options.isSet && listener.hasOptions) {
        state.refuse(subject, "duplicate listen options for " + text);
        return false;
    }
    if (options.isDefault && listener.hasDefault) {
        state.refuse(subject, "a duplicate default server for " + text);
        return false;
    }
    if (options.isDefault)
        listener.defaultServer = server;
    noteProtocols(state, subject, options, listener);
    listener.hasDefault |= options.isDefault;
    listener.hasOptions |= options.isSet;
    listener.usesTls |= options.usesTls;
    return true;
}

} // namespace

void openServer(State &state, const Use &use)
{
    state.block().server = int(state.servers.size());
    state.block().location = int(state.locations.size());
    state.locations.push_back({use.setting, {}, Location::Kind::Server, -1});
    Server server;
    server.setting = use.setting;
    server.location = state.block().location;
    state.servers.append(server);
}

void closeServer(State &state)
{
    // Port 80 for root, 8000 for others: who starts nginx is not known.
    if (!state.server().hasListen)
        addListener(state, {state.block().setting}, {Address::Family::V4, 80, QByteArray(4, '\0')}, {});
}

void checkListen(State &state, const Use &use)
{
    state.server().hasListen = true;
    const Url url = parsedUrl(use.argument(0), UrlUse::Listen, 80);
    if (!url.error.isEmpty()) {
        state.refuse({use.setting, 0}, url.error + " in \"" + use.argument(0) + "\" of the \"listen\" directive");
        return;
    }
    Options options;
    for (int i = 1; i < use.count(); ++i) {
        if (!readOption(state, use, i, options))
            return;
    }
    Address address = url.address;
    state.listenerAddresses += url.lastPort ? url.lastPort - address.port + 1 : 1;
    if (url.isHostName || state.listenerAddresses > mostAddresses) {
        state.hasUnresolved = true;
        return;
    }
    for (int port = address.port; port <= qMax(int(url.lastPort), int(url.address.port)); ++port) {
        address.port = quint16(port);
        if (!addListener(state, {use.setting}, address, options))
            return;
    }
}

void checkServerName(State &state, const Use &use)
{
    Server &server = state.server();
    for (int i = 0; i < use.count(); ++i) {
        const QByteArray &name = use.argument(i);
        if ((name.startsWith('*') && (name.size() < 3 || name[1] != '.')) || name == ".") {
            state.refuse({use.setting, i}, "server name \"" + name + "\" is invalid");
            return;
        }
        if (name.contains('/'))
            state.warn({use.setting, i}, "server name \"" + name + "\" has suspicious symbols");
        server.hasNames = true;
        if (!name.startsWith('~')) {
            server.names.append({name.toLower(), {use.setting, i}});
            continue;
        }
        if (name.size() == 1) {
            state.refuse({use.setting, i}, "empty regex in server name \"" + name + '"');
            return;
        }
        const bool hasCapital = std::ranges::any_of(name, [](char c) { return c >= 'A' && c <= 'Z'; });
        int captures = 0;
        if (!checkRegex(state, use, i, name.mid(1), hasCapital ? RegexCase::Insensitive : RegexCase::Sensitive,
                        &captures))
            return;
        server.hasCaptures = captures > 0;
    }
}

// At the end of http.

/// What one level says.
static Tls tlsIn(const NginxSetting &level)
{
    Tls tls;
    for (const NginxSetting &setting : level.children()) {
        const bool isOn = setting.argumentCount() == 1 && setting.argument(0).toLower() == "on";
        if (setting.is("ssl_certificate")) {
            tls.certificates.append(setting);
        } else if (setting.is("ssl_certificate_key")) {
            ++tls.keys;
        } else if (setting.is("ssl")) {
            tls.enabling = setting;
            tls.isEnabled = isOn;
        } else if (setting.is("ssl_reject_handshake")) {
            tls.hasRejecting = true;
            tls.rejectsHandshake = isOn;
        }
    }
    return tls;
}

static Tls inherited(Tls own, const Tls &outer)
{
    if (own.certificates.isEmpty())
        own.certificates = outer.certificates;
    if (own.keys == 0)
        own.keys = outer.keys;
    if (!own.enabling) {
        own.enabling = outer.enabling;
        own.isEnabled = outer.isEnabled;
    }
    if (!own.hasRejecting)
        own.rejectsHandshake = outer.rejectsHandshake;
    return own;
}

/// The end of ngx_http_ssl_merge_srv_conf(), as far as no file is opened.
void checkKeys(State &state)
{
    const Tls http = tlsIn(state.block().setting);
    for (Server &server : state.servers) {
        server.tls = inherited(tlsIn(server.setting), http);
        const Tls &tls = server.tls;
        const QByteArray forSsl = " the \"ssl\" directive";
        const QByteArray noKey = "no \"ssl_certificate_key\" is defined for";
        if (state.hasGaps)
            continue;
        if (tls.certificates.isEmpty() && tls.isEnabled && !tls.rejectsHandshake)
            state.refuse({tls.enabling}, "no \"ssl_certificate\" is defined for" + forSsl);
        if (tls.keys >= tls.certificates.size())
            continue;
        const QByteArray certificate = " certificate \"" + tls.certificates.last().argument(0) + '"';
        if (!tls.isEnabled)
            state.refuse({tls.certificates.last()}, noKey + certificate, Place::Unnamed);
        else
            state.refuse({tls.enabling}, noKey + (tls.keys == 0 ? forSsl : certificate + " and" + forSsl));
    }
}

void checkCertificates(State &state)
{
    if (state.hasGaps || state.hasUnresolved || state.hasForeignParts)
        return;
    for (const Listener &listener : state.listeners) {
        const Server *lacking = &state.servers[listener.defaultServer];
        if (!listener.usesTls || !lacking->tls.certificates.isEmpty())
            continue;
        if (lacking->tls.rejectsHandshake) {
            const auto found = std::ranges::find_if(listener.servers, [&](int index) {
                const Tls &tls = state.servers[index].tls;
                return tls.certificates.isEmpty() && !tls.rejectsHandshake;
            });
            lacking = found == listener.servers.cend() ? nullptr : &state.servers[*found];
        }
        // nginx writes the place of the server into its own words.
        if (lacking)
            state.refuse({lacking->setting}, QByteArray("no \"ssl_certificate\" is defined for the \"listen ... ") +
                                                 (listener.isQuic ? "quic" : "ssl") + "\" directive");
    }
}

/// False where nginx would stop.
static bool checkNamesOf(State &state, const Listener &listener)
{
    NameTable table;
    const QByteArray on = " on " + listener.address.text();
    for (const int index : listener.servers) {
        const Server &server = state.servers[index];
        QList<ServerName> names = server.names;
        if (!server.hasNames)
            names.append({{}, {server.setting}});
        for (const ServerName &name : std::as_const(names)) {
            if (name.name == "$hostname")
                continue;
            const NameTable::Outcome outcome = table.add(name.name);
            if (outcome == NameTable::Outcome::Invalid) {
                state.refuse(name.subject, "invalid server name or wildcard \"" + name.name + '"' + on, Place::Unnamed);
                return false;
            }
            if (outcome == NameTable::Outcome::Taken)
                state.warn(name.subject, "conflicting server name \"" + name.name + '"' + on + ", ignored",
                           Place::Unnamed);
        }
    }
    return true;
}

void checkServerNames(State &state)
{
    QHash<std::pair<int, quint16>, qsizetype> order;
    const auto portOf = [](const Listener &listener) {
        return std::pair(int(listener.address.family), listener.address.port);
    };
    QList<const Listener *> sorted;
    for (const Listener &listener : state.listeners) {
        if (!order.contains(portOf(listener)))
            order.insert(portOf(listener), order.size());
        if (listener.servers.size() > 1 || state.servers[listener.defaultServer].hasCaptures)
            sorted.append(&listener);
    }
    // By port as they come, the wildcard address last.
    std::ranges::stable_sort(sorted, {}, [&](const Listener *listener) {
        return std::pair(order.value(portOf(*listener)), listener->address.isWildcard());
    });
    for (const Listener *listener : std::as_const(sorted)) {
        if (!checkNamesOf(state, *listener))
            return;
    }
}

} // namespace gw::nginxcheck
