// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/references.h"

#include "backend/nginx/sites.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <utility>

namespace gw {
namespace {

using Kind = NginxName::Kind;

struct Found {
    NginxName name;
    NginxSpan span;
    bool isDefinition = false;
};
using Take = std::function<void(const Found &)>;

bool isNameByte(char c)
{
    return isalnum(uchar(c)) != 0 || c == '_';
}

/// A directive whose first argument, or whose parameter "key=", names a zone.
struct ZoneDirective {
    QByteArrayView name;
    Kind kind;
    QByteArrayView key; ///< empty: the first argument
    bool isDefinition;
};
constexpr std::array zoneDirectives{
    ZoneDirective{"proxy_cache_path", Kind::CacheZone, "keys_zone=", true},
    ZoneDirective{"fastcgi_cache_path", Kind::CacheZone, "keys_zone=", true},
    ZoneDirective{"uwsgi_cache_path", Kind::CacheZone, "keys_zone=", true},
    ZoneDirective{"scgi_cache_path", Kind::CacheZone, "keys_zone=", true},
    ZoneDirective{"proxy_cache", Kind::CacheZone, "", false},
    ZoneDirective{"fastcgi_cache", Kind::CacheZone, "", false},
    ZoneDirective{"uwsgi_cache", Kind::CacheZone, "", false},
    ZoneDirective{"scgi_cache", Kind::CacheZone, "", false},
    ZoneDirective{"limit_req_zone", Kind::RequestZone, "zone=", true},
    ZoneDirective{"limit_req", Kind::RequestZone, "zone=", false},
    ZoneDirective{"limit_conn_zone", Kind::ConnectionZone, "zone=", true},
    ZoneDirective{"limit_conn", Kind::ConnectionZone, "", false},
};

/// The argument that makes a variable of these; of the others no argument does.
int definedVariable(NginxNode node)
{
    if (node.is("set") || node.is("auth_request_set") || node.is("perl_set") || node.is("js_set"))
        return 0;
    if (node.is("geo") || node.is("map") || node.is("split_clients"))
        return node.argumentCount() - 1;
    return -1;
}

class NodeNames {
public:
    NodeNames(const NginxTree &tree, const Take &take) : m_tree(tree), m_take(take) {}

    void read(NginxNode node) const
    {
        if (!node.isDirective())
            return;
        readVariables(node);
        if (node.is("upstream") && node.hasBlock())
            named(Kind::Upstream, node, 0, 0, node.argument(0).size(), true);
        else if (nginxHandsOn(node))
            readBackend(node);
        else if (node.is("location"))
            readLocations(node, true);
        else if (node.is("try_files") || node.is("error_page"))
            readLocations(node, false);
        readZones(node);
    }

private:
    /// `from` and `size` are bytes of the argument as written without quotes.
    void named(Kind kind, NginxNode node, int index, qsizetype from, qsizetype size, bool isDefinition) const
    {
        if (index >= node.argumentCount() || size <= 0)
            return;
        const qsizetype start = node.argumentSpan(index).start + (node.isQuoted(index) ? 1 : 0) + from;
        const NginxSpan span{start, start + size};
        if (span.end > node.argumentSpan(index).end)
            return;
        m_take({{kind, m_tree.text().mid(start, size)}, span, isDefinition});
    }

    void readBackend(NginxNode node) const
    {
        const QByteArray argument = node.argument(0);
        const QByteArray address = nginxBackendAddress(argument);
        if (!address.contains(':') && !address.contains('$'))
            named(Kind::Upstream, node, 0, argument.indexOf(address), address.size(), false);
    }

    void readLocations(NginxNode node, bool isDefinition) const
    {
        for (int i = 0; i < node.argumentCount(); ++i) {
            const QByteArray argument = node.argument(i);
            if (argument.startsWith('@'))
                named(Kind::NamedLocation, node, i, 0, argument.size(), isDefinition);
        }
    }

    void readZones(NginxNode node) const
    {
        for (const ZoneDirective &zone : zoneDirectives) {
            if (!node.is(zone.name))
                continue;
            for (int i = 0; i < node.argumentCount(); ++i) {
                const QByteArray argument = node.argument(i);
                if (!argument.startsWith(zone.key) || (zone.key.isEmpty() && (i > 0 || argument == "off")))
                    continue;
                const qsizetype from = zone.key.size();
                const qsizetype colon = argument.indexOf(':', from);
                named(zone.kind, node, i, from, (colon < 0 ? argument.size() : colon) - from, zone.isDefinition);
            }
        }
    }

    void readVariables(NginxNode node) const
    {
        const int defined = definedVariable(node);
        readVariablesIn(node.nameSpan(), false); // of the entries of a map
        for (int i = 0; i < node.argumentCount(); ++i)
            readVariablesIn(node.argumentSpan(i), i == defined);
    }

    void readVariablesIn(NginxSpan span, bool isDefinition) const
    {
        const QByteArray &text = m_tree.text();
        for (qsizetype i = text.indexOf('$', span.start); i >= 0 && i < span.end; i = text.indexOf('$', i)) {
            const bool isBraced = ++i < span.end && text[i] == '{';
            const qsizetype start = isBraced ? i + 1 : i;
            i = start;
            while (i < span.end && isNameByte(text[i]))
                ++i;
            if (i > start)
                m_take({{Kind::Variable, '$' + text.mid(start, i - start)}, {start, i}, isDefinition});
        }
    }

    const NginxTree &m_tree;
    const Take &m_take;
};

} // namespace

std::optional<NginxName> nginxNameAt(const NginxTree &tree, qsizetype offset)
{
    std::optional<NginxName> found;
    const Take take = [&](const Found &each) {
        const bool isBehindDollar = each.name.kind == Kind::Variable && offset == each.span.start - 1;
        if ((offset >= each.span.start && offset <= each.span.end) || isBehindDollar)
            found = each.name;
    };
    NodeNames(tree, take).read(tree.nodeAt(offset));
    if (!found && offset > 0)
        NodeNames(tree, take).read(tree.nodeAt(offset - 1));
    return found;
}

QByteArray nginxBareName(const NginxName &name)
{
    return name.kind == Kind::Variable ? name.name.sliced(1) : name.name;
}

QList<NginxReference> nginxReferences(const NginxTree &tree, const NginxName &name)
{
    QList<NginxReference> references;
    const QByteArray bare = nginxBareName(name);
    const Take take = [&](const Found &each) {
        if (each.name == name)
            references.append({each.span, each.isDefinition});
    };
    const NodeNames names(tree, take);
    quint32 last = 0; // the file, which has no name
    for (qsizetype at = tree.text().indexOf(bare); at >= 0 && !bare.isEmpty(); at = tree.text().indexOf(bare, at + 1)) {
        const NginxNode node = tree.nodeAt(at);
        if (node.index() != std::exchange(last, node.index()))
            names.read(node);
    }
    return references;
}

QList<int> nginxIncludedAt(const NginxConfig &config, int file, qsizetype offset)
{
    if (file < 0 || file >= config.files().size())
        return {};
    const NginxNode node = config.files()[file].tree.nodeAt(offset);
    for (const NginxInclude &include : config.includes()) {
        if (include.file == file && include.node == node.index())
            return include.files;
    }
    return {};
}

QByteArray nginxVariableMadeBy(NginxNode node)
{
    const int index = definedVariable(node);
    const QByteArray name = index >= 0 ? node.argument(index) : QByteArray();
    return name.startsWith('$') ? name : QByteArray();
}

NginxNames nginxNamesOf(const NginxConfig &config)
{
    NginxNames names;
    QSet<QByteArray> known; // an upstream and a variable are never called alike: "$"
    const auto add = [&known](QList<QByteArray> &list, const QByteArray &name) {
        if (!name.isEmpty() && !known.contains(name)) {
            known.insert(name);
            list.append(name);
        }
    };
    for (quint32 i = 1; i < config.settingCount(); ++i) {
        const NginxSetting setting = config.setting(i);
        if (setting.is("upstream") && setting.hasBlock())
            add(names.upstreams, setting.argument(0));
        else
            add(names.variables, nginxVariableMadeBy(setting.node()));
    }
    return names;
}

} // namespace gw
