// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/editorproblems.h"

#include "backend/base/untrustedtext.h"

#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

EditorProblem problemOf(const NginxTree &tree, const NginxError &error)
{
    const qsizetype size = tree.text().size();
    NginxSpan span{std::min(error.offset, size), std::min(error.offset + 1, size)};
    const NginxNode node = tree.nodeAt(std::min(error.offset, std::max<qsizetype>(size - 1, 0)));
    if (node && node.index() != 0 && node.head().contains(error.offset))
        span = node.head();
    return {span, error.line, UntrustedText::fromBytes(error.message).shown()};
}

void judge(const NginxNode node, NginxContext standsIn, const NginxBuild &build, QList<EditorProblem> &problems)
{
    const QByteArray name = node.name();
    const auto ending = node.hasBlock() ? DirectiveUse::Ending::Block : DirectiveUse::Ending::Semicolon;
    const DirectiveCheck check = DirectiveTable::nginx().check({name, standsIn, node.argumentCount(), ending}, build);
    if (check.isError())
        problems.append(
            {node.head(), node.line(), UntrustedText::fromBytes(DirectiveCheck::words(check.verdict, name)).shown()});
}

} // namespace

QList<EditorProblem> editorProblems(const NginxTree &tree, const NginxContexts &contexts, const NginxBuild &build,
                                    qsizetype most)
{
    QList<EditorProblem> problems;
    for (const NginxError &error : tree.errors())
        problems.append(problemOf(tree, error));
    for (quint32 i = 1; i < tree.nodeCount() && problems.size() < most; ++i) {
        const NginxNode node = tree.node(i);
        if (node.isDirective() && node.isTerminated())
            judge(node, contexts.standsIn[i], build, problems);
    }
    std::stable_sort(problems.begin(), problems.end(),
                     [](const EditorProblem &a, const EditorProblem &b) { return a.span.start < b.span.start; });
    return problems;
}

std::optional<NginxRefusal> nginxRefusalIn(const QString &printed)
{
    static const QRegularExpression refusal(
        QStringLiteral("^nginx: \\[(?:emerg|alert|crit|error)\\] (.*) in (/[^:\\n]+):(\\d+)$"),
        QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = refusal.match(printed);
    if (!match.hasMatch())
        return {};
    return NginxRefusal{RemotePath(match.captured(2)), match.captured(3).toInt(),
                        UntrustedText(match.captured(1)).shown()};
}

} // namespace gw
