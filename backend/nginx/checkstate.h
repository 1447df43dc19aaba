// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/check.h"
#include "backend/nginx/checkaddress.h"
#include "backend/nginx/checknames.h"
#include "backend/nginx/directives.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace gw::nginxcheck {

/// One directive while it is looked at.
struct Use {
    NginxSetting setting;
    const DirectiveFacts *facts = nullptr; ///< null for an entry of a map and the like
    NginxContext context = NginxContext::Main;
    QList<QByteArray> arguments;

    const QByteArray &argument(qsizetype index) const { return arguments[index]; }
    qsizetype count() const { return arguments.size(); }
};

/// What a complaint is about: a directive, or one argument of it (-1: its name).
struct Subject {
    static constexpr int whole = -2;
    NginxSetting setting;
    int argument = whole;
};

enum class Place { Named, Unnamed };

/// A location, or what nginx keeps like one: the level of a server, an `if` or `limit_except` block.
struct Location {
    enum class Kind : quint8 { Server, Prefix, Exact, Regex, Named, Unnamed };
    NginxSetting setting;
    QByteArray name;
    Kind kind = Kind::Server;
    int parent = -1;
    bool hasRoot = false;
    bool hasAlias = false;
};

struct ServerName {
    QByteArray name; ///< in lower case
    Subject subject;
};

/// What a server says of TLS, or where it says nothing, http.
struct Tls {
    QList<NginxSetting> certificates;
    qsizetype keys = 0;
    NginxSetting enabling; ///< the old "ssl"; may be "off"
    bool isEnabled = false;
    bool hasRejecting = false;
    bool rejectsHandshake = false;
};

struct Server {
    NginxSetting setting;
    Tls tls;           ///< known at the end of http
    int location = -1; ///< of its own level
    QList<ServerName> names;
    bool hasNames = false;
    bool hasListen = false;
    bool hasCaptures = false; ///< in a regular expression among its names
};

/// An address that servers listen on; of QUIC, which is UDP, apart.
struct Listener {
    Address address;
    bool isQuic = false;
    QList<int> servers;
    int defaultServer = 0;
    bool hasDefault = false; ///< one is named default_server
    bool hasOptions = false;
    bool usesTls = false;
    quint8 protocols = 0;      ///< of the last `listen`: bits
    quint8 allProtocols = 0;   ///< of any of them
    bool hasProtocols = false; ///< two of them were compared
    bool hasChangedProtocols = false;
};

/// An upstream block, or a name that stands where one could.
struct Upstream {
    QByteArray name; ///< in lower case
    NginxSetting setting;
    bool isBlock = false;
    bool hasPort = false;
    int port = 0;
    int servers = 0;
};

/// A piece of shared memory.
struct Zone {
    QByteArray name;
    QByteArray use; ///< the module that it belongs to
    qint64 size = 0;
    bool isBound = false;
    Subject subject;
};

class State;

/// A block that is open.
struct Block {
    NginxSetting setting;
    NginxContext context = NginxContext::Main;
    void (*closing)(State &) = nullptr;       ///< at its end
    bool isHttp = false;                      ///< http, or in it
    std::vector<const DirectiveFacts *> once; ///< seen in it, of those that may be there but once
    int server = -1;
    int location = -1;
    int upstream = -1;
    QSet<QByteArray> keys; ///< seen: of entries, of directives and words that may be there but once
    // Of blocks of entries:
    QHash<QByteArray, QByteArray> types; ///< by extension
    bool hasDefault = false;
    bool takesHostNames = false;
    NameTable names; ///< seen, of those
    qint64 sum = 0;
};

/// A place where a variable of http is used.
struct Reference {
    QByteArray name; ///< in lower case, without "$"
    Subject subject;
};

/// What compiling a pattern comes to.
struct CompiledRegex {
    QByteArray error;        ///< nginx's words; empty: none
    QList<QByteArray> names; ///< of its groups
    int captures = 0;
};

/// What the checks of one configuration share while they go through it in nginx's order.
class State {
public:
    State(const NginxConfig &config, const NginxBuild &build) : m_config(config), m_build(build) {}

    const NginxConfig &config() const { return m_config; }
    const NginxBuild &build() const { return m_build; }
    void load(QByteArrayView module) { m_build.load(module); }
    /// A version that the tables do not know: words they do not have may be right.
    bool isNewerThanKnown() const;
    /// Known to be older than that.
    bool isBefore(NginxVersion version) const { return m_build.version().isSet() && m_build.version() < version; }

    void refuse(const Subject &subject, const QByteArray &words, Place place = Place::Named);
    void warn(const Subject &subject, const QByteArray &words, Place place = Place::Named);
    void add(const NginxComplaint &complaint);
    QByteArray placeOf(int file, int line) const;
    /// What nginx says at the closing brace of a block.
    NginxComplaint atEndOf(const NginxSetting &block, const QByteArray &words) const;
    bool hasRefused() const { return m_hasRefused; }
    QList<NginxComplaint> complaints() && { return std::move(m_complaints); }

    Block &block() { return m_blocks.back(); }
    /// The innermost one around it; there is always the main context.
    Block &outer() { return m_blocks[m_blocks.size() - 2]; }
    std::vector<Block> &blocks() { return m_blocks; }
    Location &location() { return locations[size_t(block().location)]; }
    Server &server() { return servers[block().server]; }

    // Of http:
    QList<Server> servers;
    std::vector<Location> locations;
    QList<Listener> listeners;
    QHash<std::pair<Address, bool>, int> listenerOf; ///< by address, and whether it is of QUIC
    QList<Upstream> upstreams;
    QHash<QByteArray, QList<int>> upstreamsOf;           ///< by name
    QSet<std::pair<QByteArray, QByteArray>> charsetMaps; ///< in lower case
    QSet<QByteArray> logFormats = {"combined"};
    QSet<QByteArray> variables; ///< that the configuration makes, in lower case
    QList<Reference> references;
    QHash<QByteArray, qsizetype> referenceOf;
    // Of all protocols:
    QHash<QByteArray, CompiledRegex> regexes; ///< the same patterns come again and again; "*" or "~" before them
    QList<Zone> zones;
    QHash<QByteArray, int> zoneOf;

    bool hasEvents = false;
    bool hasModulesInUse = false;    ///< after the first block: too late for load_module
    bool hasUnresolved = false;      ///< a server listens on a name
    bool hasGaps = false;            ///< an include that was not followed
    bool hasForeignParts = false;    ///< directives of modules that the tables do not know well
    qsizetype listenerAddresses = 0; ///< counted as often as they are named

private:
    void complain(NginxComplaint::Severity severity, const Subject &subject, const QByteArray &words, Place place);

    const NginxConfig &m_config;
    NginxBuild m_build;
    QList<NginxComplaint> m_complaints;
    std::vector<Block> m_blocks;
    bool m_hasRefused = false;
};

} // namespace gw::nginxcheck
