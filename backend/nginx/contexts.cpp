// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/contexts.h"

#include "backend/nginx/parser.h"

#include <algorithm>

namespace gw {
namespace {

NginxContext bodyOf(QByteArrayView name, NginxContext standsIn, const NginxBuild &build)
{
    const DirectiveFacts *facts = DirectiveTable::nginx().find(name, standsIn, build);
    return facts && facts->isBlock() ? facts->bodyIn(standsIn) : NginxContext::Foreign;
}

/// The names of the blocks around a node, the outermost first.
QList<QByteArray> blocksAround(NginxNode node)
{
    QList<QByteArray> names;
    for (NginxNode block = node.parent(); block && block.index() != 0; block = block.parent())
        names.prepend(block.name());
    return names;
}

} // namespace

NginxContexts nginxContextsOf(const NginxTree &tree, NginxContext file, const NginxBuild &build)
{
    NginxContexts contexts{std::vector(tree.nodeCount(), NginxContext::Foreign),
                           std::vector(tree.nodeCount(), NginxContext::Foreign)};
    contexts.bodies[0] = file;
    for (quint32 i = 1; i < tree.nodeCount(); ++i) {
        const NginxNode node = tree.node(i);
        const NginxContext standsIn = contexts.bodies[node.parent().index()];
        contexts.standsIn[i] = standsIn;
        if (!node.isDirective() || !node.hasBlock())
            continue;
        if (node.body() == NginxNode::Body::Lua)
            contexts.bodies[i] = NginxContext::Lua;
        else if (node.body() == NginxNode::Body::Entries)
            contexts.bodies[i] = NginxContext::Entries;
        else
            contexts.bodies[i] = bodyOf(node.name(), standsIn, build);
    }
    return contexts;
}

NginxContext nginxContextOfFile(const NginxConfig &config, int file, const NginxBuild &build)
{
    QList<QByteArray> blocks;
    for (qsizetype hops = 0; file > 0 && hops < config.files().size(); ++hops) {
        const auto include = std::find_if(config.includes().cbegin(), config.includes().cend(),
                                          [file](const NginxInclude &each) { return each.files.contains(file); });
        if (include == config.includes().cend())
            return NginxContext::Http;
        blocks = blocksAround(config.files()[include->file].tree.node(include->node)) + blocks;
        file = include->file;
    }
    if (file < 0)
        return NginxContext::Http;
    NginxContext context = NginxContext::Main;
    for (const QByteArray &name : std::as_const(blocks)) {
        const NginxContext body = bodyOf(name, context, build);
        context = nginxBodyOf(name) == NginxNode::Body::Entries ? NginxContext::Entries : body;
    }
    return context;
}

} // namespace gw
