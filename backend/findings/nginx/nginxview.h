// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/check.h"
#include "backend/nginx/build.h"
#include "backend/nginx/sockets.h"
#include "backend/regex/regex.h"

#include <QHash>
#include <memory>
#include <vector>

namespace gw {

struct NginxRegex;

/// nginx as the rules look at it: the directives of all its files as nginx reads them, found by name, and what the
/// survey knows beside them. Good as long as the facts live.
class NginxView {
public:
    /// A gap: nginx is not installed, or its files could not be read.
    static Known<NginxView> of(const Facts &facts, const ReviewScope &scope = {});

    const Facts &facts() const { return *m_facts; }
    const NginxFacts &nginx() const { return *m_facts->nginx; }
    const NginxConfig &config() const { return m_config; }
    const ReviewScope &reviewScope() const { return m_scope; }
    /// Whether a rule is to say also what is a matter of taste: somebody asked for that, or for this very rule.
    bool isThorough(const char *rule) const
    {
        return m_scope.profile == ReviewProfile::Strict || m_scope.only.contains(QLatin1String(rule));
    }
    /// What somebody set for a rule: option("nginx.origins", "domains"); empty: nothing.
    QString option(const char *rule, const char *key) const;

    const NginxBuild &build() const { return m_build; }
    NginxVersion version() const { return m_build.version(); }
    /// Of the library that does TLS for nginx. Unset: not known, or not OpenSSL.
    NginxVersion openSsl() const { return m_openSsl; }
    /// A whole configuration, so that what is nowhere in it is not set: no fragment, and no include left aside.
    bool isWhole() const { return m_isWhole; }
    /// Why not everything could be read; nothing: all was.
    const std::optional<NotChecked> &unread() const { return m_unread; }

    /// All directives of that name, in reading order.
    QList<NginxSetting> named(QByteArrayView name) const;
    /// Those that stand directly in the block.
    QList<NginxSetting> in(NginxSetting block, QByteArrayView name) const;
    bool has(NginxSetting block, QByteArrayView name) const { return bool(firstIn(block, name)); }
    NginxSetting firstIn(NginxSetting block, QByteArrayView name) const;
    /// Those anywhere below the block.
    QList<NginxSetting> below(NginxSetting block, QByteArrayView name) const;

    const NginxEffective &effective() const { return *m_effective; }
    /// What holds in a block, or where a directive stands (NginxEffective::of()). Empty: the default.
    QList<NginxSetting> holding(NginxSetting scope, QByteArrayView name) const;
    /// The last of those, which decides where only one can; none: the default.
    NginxSetting heldBy(NginxSetting scope, QByteArrayView name) const;
    /// Its first argument; `fallback` where nothing is set.
    QByteArray held(NginxSetting scope, QByteArrayView name, const QByteArray &fallback = {}) const;
    /// What holds where a directive of http is not set; of an unknown nginx, what old ones take that are still about.
    QByteArray defaultOf(QByteArrayView name) const;

    /// The virtual servers of http.
    const QList<NginxSetting> &servers() const { return m_servers; }
    const NginxSockets &sockets() const { return *m_sockets; }
    /// Those that a server listens on.
    QList<const NginxSocket *> socketsOf(NginxSetting server) const;
    const QList<NginxSetting> &locations() const { return m_locations; }
    /// Names are the same in capitals and small letters; http and stream have their own.
    QList<NginxSetting> upstreamsNamed(const QByteArray &name) const { return m_upstreams.value(name.toLower()); }
    /// Whether it is part of http (or of a fragment that may be).
    bool isHttp(NginxSetting setting) const;
    /// The http block; of a fragment the file.
    NginxSetting http() const { return m_http; }

    /// Of http and stream, in no order that matters (nginxregexes.h).
    const QList<NginxRegex> &regexes() const;
    /// Parsed once however often it is asked for. A pattern with a masked secret in it is an error here.
    const ParsedRegex &regex(const QByteArray &pattern, RegexCase letters) const;
    const Regex *treeOf(const QByteArray &pattern, RegexCase letters) const
    {
        return std::get_if<Regex>(&regex(pattern, letters));
    }

    /// A finding about one directive: its line, its words, and how to see it on the server.
    Finding finding(NginxSetting at, Severity severity, const QString &title, const QString &explanation) const;
    /// The head of a directive, as written, on one line.
    static UntrustedText written(NginxSetting setting);
    /// The lines of its head.
    Evidence lines(NginxSetting setting) const;
    static SourceRange rangeOf(NginxSetting setting);
    /// The directive that a finding is about; none: the file has changed.
    NginxNode nodeAt(const SourceRange &where) const;
    /// Where nginx reads it first; none: there is no such directive.
    NginxSetting settingAt(const SourceRange &where) const;
    /// The tree of a file; an empty one where there is no such file.
    const NginxTree &treeAt(const RemotePath &file) const;
    const NginxTree &treeAt(const SourceRange &where) const { return treeAt(where.file); }

private:
    NginxView(const Facts &facts, const ReviewScope &scope);
    void index();
    void readBuild();
    void readGaps();

    /// The settings of one name.
    struct Named {
        std::vector<quint32> inOrder;
        std::vector<std::pair<quint32, quint32>> byBlock; ///< block and setting, sorted
    };
    struct Cache;

    const Facts *m_facts;
    ReviewScope m_scope;
    NginxConfig m_config;
    NginxBuild m_build;
    NginxVersion m_openSsl;
    NginxSetting m_http;
    bool m_isWhole = false;
    std::optional<NotChecked> m_unread;
    QHash<QByteArray, Named> m_names;
    QList<NginxSetting> m_servers;
    QList<NginxSetting> m_locations;
    QHash<QByteArray, QList<NginxSetting>> m_upstreams;
    std::shared_ptr<const NginxEffective> m_effective;
    std::shared_ptr<const NginxSockets> m_sockets;
    QHash<quint32, QList<int>> m_socketsByServer;
    std::shared_ptr<Cache> m_cache; ///< what is worked out when it is first asked for
};

/// Only this machine reaches it.
bool isLoopback(const NginxSocket &socket);

/// Text of the configuration inside a sentence.
QString shownText(const QByteArray &text);

} // namespace gw
