// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/completion.h"

#include "backend/nginx/sites.h"

#include <algorithm>
#include <cctype>

namespace gw {
namespace {

using Kind = NginxCompletion::Kind;

bool isStream(NginxContext context)
{
    return context == NginxContext::Stream || context == NginxContext::StreamServer ||
           context == NginxContext::StreamUpstream;
}

/// Words that an argument may be, out of a syntax line: "proxy_http_version 1.0 | 1.1" gives "1.0", "1.1".
QList<QByteArray> wordsOfSyntax(QByteArrayView syntax)
{
    QList<QByteArray> words;
    QByteArray text = syntax.toByteArray();
    for (char &c : text) {
        if (QByteArrayView("[]|;{}()").contains(c))
            c = ' ';
    }
    const QByteArrayList parts = text.simplified().split(' ');
    for (const QByteArray &word : parts.mid(1)) {
        const qsizetype placeholder = word.indexOf('<');
        const QByteArray fixed = placeholder < 0 ? word : word.first(placeholder);
        const bool isWord = fixed.size() > 1 && (isalnum(uchar(fixed[0])) || fixed[0] == '_') &&
                            (placeholder < 0 || fixed.endsWith('=') || fixed.endsWith(':'));
        if (isWord && fixed != parts.first() && !words.contains(fixed)) // each alternative begins with the name
            words.append(fixed);
    }
    return words;
}

/// Where in a file somebody types.
class Place {
public:
    Place(const NginxTree &tree, qsizetype offset, const NginxSurroundings &around)
        : m_tree(tree), m_offset(offset), m_around(around), m_typed{offset, offset}
    {
        const std::span<const NginxToken> tokens = tree.tokens();
        qsizetype last = tree.tokenAt(offset > 0 ? offset - 1 : 0); // the one at or behind the byte before
        if (last >= qsizetype(tokens.size()) || qsizetype(tokens[size_t(last)].start) >= offset)
            --last;
        if (last >= 0 && tokens[size_t(last)].end() >= offset) {
            const NginxToken &token = tokens[size_t(last)];
            m_isInCode = token.kind() == NginxToken::Kind::Comment || token.kind() == NginxToken::Kind::Lua;
            if (token.isWord()) {
                const bool isQuoted = token.kind() != NginxToken::Kind::Word;
                m_typed.start = token.start + (isQuoted ? 1 : 0);
                --last;
            }
        }
        while (last >= 0 && tokens[size_t(last)].kind() == NginxToken::Kind::Comment)
            --last;
        m_isName = last < 0 || !tokens[size_t(last)].isWord();
        if (!m_isName)
            m_directive = tree.nodeAt(tokens[size_t(last)].start);
    }

    NginxCompletions completions()
    {
        if (m_isInCode || m_typed.end < m_typed.start)
            return {m_typed, {}};
        if (m_isName)
            addNames();
        else
            addArguments();
        const QByteArray typed = m_tree.text().mid(m_typed.start, m_typed.size()).toLower();
        m_items.removeIf([&](const NginxCompletion &item) { return !item.text.toLower().contains(typed); });
        std::stable_partition(m_items.begin(), m_items.end(),
                              [&](const NginxCompletion &item) { return item.text.toLower().startsWith(typed); });
        return {m_typed, m_items};
    }

private:
    /// The block around the place.
    NginxContext context() const
    {
        const NginxContexts contexts = nginxContextsOf(m_tree, m_around.file, m_around.build);
        NginxNode block = m_tree.nodeAt(std::min(m_offset, std::max<qsizetype>(m_tree.text().size() - 1, 0)));
        for (; block && block.index() != 0; block = block.parent()) {
            const NginxSpan inside = block.hasBlock() ? block.inside() : NginxSpan();
            if (block.hasBlock() && m_typed.start >= inside.start && m_offset <= inside.end)
                break;
        }
        return contexts.bodies[block ? block.index() : 0];
    }

    void addNames()
    {
        for (const DirectiveFacts *facts : DirectiveTable::nginx().allowedIn(context(), m_around.build))
            m_items.append(
                {facts->isBlock() ? Kind::Block : Kind::Directive, facts->name.toByteArray(), facts, nullptr});
    }

    void addArguments()
    {
        const NginxContext standsIn =
            nginxContextsOf(m_tree, m_around.file, m_around.build).standsIn[m_directive.index()];
        const QByteArray text = m_tree.text().mid(m_typed.start, m_typed.size());
        if (const qsizetype dollar = text.lastIndexOf('$'); dollar >= 0) {
            m_typed.start += dollar;
            return addVariables(isStream(standsIn));
        }
        if (nginxHandsOn(m_directive)) {
            if (const qsizetype scheme = text.indexOf("://"); scheme >= 0)
                m_typed.start += scheme + 3;
            for (const QByteArray &name : m_around.names.upstreams)
                m_items.append({Kind::Upstream, name, nullptr, nullptr});
            return;
        }
        if (m_directive.is("include")) {
            for (const NginxFile &file : m_around.config.files())
                m_items.append({Kind::File, file.path.bytes(), nullptr, nullptr});
            return;
        }
        const DirectiveFacts *facts = DirectiveTable::nginx().find(m_directive.name(), standsIn, m_around.build);
        for (const QByteArray &word : facts ? wordsOfSyntax(facts->syntax) : QList<QByteArray>())
            m_items.append({Kind::Value, word, nullptr, nullptr});
    }

    void addVariables(bool inStream)
    {
        QList<QByteArray> own = m_around.names.variables;
        for (quint32 i = 1; i < m_tree.nodeCount(); ++i) { // what was typed since
            if (const QByteArray name = nginxVariableMadeBy(m_tree.node(i)); !name.isEmpty() && !own.contains(name))
                own.append(name);
        }
        for (const QByteArray &name : std::as_const(own))
            m_items.append({Kind::Variable, name, nullptr, nullptr});
        for (const VariableFacts &facts : DirectiveTable::nginx().variables()) {
            const bool isOfStream = facts.module.startsWith("ngx_stream_");
            const NginxVersion version = m_around.build.version();
            if (isOfStream != inStream || (version.isSet() && version < facts.since))
                continue;
            const QByteArrayView name = facts.isFamily() ? facts.name.chopped(4) : facts.name;
            m_items.append({Kind::Variable, name.toByteArray(), nullptr, &facts});
        }
    }

    const NginxTree &m_tree;
    qsizetype m_offset;
    const NginxSurroundings &m_around;
    NginxSpan m_typed;
    NginxNode m_directive; ///< whose argument is typed
    bool m_isName = true;
    bool m_isInCode = false; ///< in a comment, in Lua
    QList<NginxCompletion> m_items;
};

} // namespace

NginxCompletions nginxCompletions(const NginxTree &tree, qsizetype offset, const NginxSurroundings &around)
{
    return Place(tree, offset, around).completions();
}

std::optional<NginxHover> nginxHover(const NginxTree &tree, qsizetype offset, const NginxSurroundings &around)
{
    const NginxNode node = tree.nodeAt(offset);
    if (!node || !node.isDirective())
        return {};
    NginxHover hover;
    hover.standsIn = nginxContextsOf(tree, around.file, around.build).standsIn[node.index()];
    if (node.nameSpan().contains(offset) && hover.standsIn != NginxContext::Entries) {
        hover.span = node.nameSpan();
        hover.facts = DirectiveTable::nginx().find(node.name(), hover.standsIn, around.build);
        if (!hover.facts) { // it exists, in other contexts or versions
            const auto rows = DirectiveTable::nginx().named(node.name());
            hover.facts = rows.empty() ? nullptr : &rows.front();
        }
        return hover.facts ? std::optional(hover) : std::nullopt;
    }
    const auto name = nginxNameAt(tree, offset);
    if (!name || name->kind != NginxName::Kind::Variable)
        return {};
    hover.span = {offset, offset + 1};
    hover.variable = DirectiveTable::nginx().variable(name->name, hover.standsIn, around.build);
    return hover.variable ? std::optional(hover) : std::nullopt;
}

QByteArray nginxContextName(NginxContext context)
{
    switch (context) {
    case NginxContext::Main: return "main";
    case NginxContext::Events: return "events";
    case NginxContext::Http: return "http";
    case NginxContext::Server: return "server";
    case NginxContext::Location: return "location";
    case NginxContext::ServerIf: return "if in server";
    case NginxContext::LocationIf: return "if in location";
    case NginxContext::LimitExcept: return "limit_except";
    case NginxContext::Upstream: return "upstream";
    case NginxContext::Stream: return "stream";
    case NginxContext::StreamServer: return "server in stream";
    case NginxContext::StreamUpstream: return "upstream in stream";
    case NginxContext::Mail: return "mail";
    case NginxContext::MailServer: return "server in mail";
    case NginxContext::Mgmt: return "mgmt";
    case NginxContext::Match: return "match";
    case NginxContext::AcmeIssuer: return "acme_issuer";
    case NginxContext::OidcProvider: return "oidc_provider";
    case NginxContext::OtelExporter: return "otel_exporter";
    case NginxContext::Rtmp: return "rtmp";
    case NginxContext::RtmpServer: return "server in rtmp";
    case NginxContext::RtmpApplication: return "application in rtmp";
    case NginxContext::RtmpRecorder: return "recorder in rtmp";
    case NginxContext::Entries:
    case NginxContext::Lua:
    case NginxContext::Foreign: break;
    }
    return {};
}

} // namespace gw
