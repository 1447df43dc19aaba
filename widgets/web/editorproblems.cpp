// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/editorproblems.h"

#include "backend/base/untrustedtext.h"

#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

void sortByPlace(QList<EditorProblem> &problems)
{
    std::stable_sort(problems.begin(), problems.end(),
                     [](const EditorProblem &a, const EditorProblem &b) { return a.span.start < b.span.start; });
}

/// They share bytes or stand beside each other.
bool meet(NginxSpan a, NginxSpan b)
{
    return a.start <= b.end && b.start <= a.end;
}

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
    sortByPlace(problems);
    return problems;
}

QList<QList<EditorProblem>> editorProblems(const NginxConfig &config, const QList<NginxComplaint> &complaints)
{
    QList<QList<EditorProblem>> problems(config.files().size());
    for (const NginxComplaint &complaint : complaints) {
        const int line = config.files()[complaint.file].tree.placeOf(complaint.span.start).line;
        const bool warns = complaint.severity == NginxComplaint::Severity::Warning;
        problems[complaint.file].append({complaint.span, line,
                                         UntrustedText::fromBytes(complaint.error.message).shown(),
                                         warns ? EditorProblem::Kind::Warning : EditorProblem::Kind::Error});
    }
    for (QList<EditorProblem> &ofFile : problems)
        sortByPlace(ofFile);
    return problems;
}

QList<EditorProblem> merged(QList<EditorProblem> problems, const QList<EditorProblem> &others)
{
    QHash<QString, QList<NginxSpan>> said;
    for (const EditorProblem &problem : std::as_const(problems))
        said[problem.message].append(problem.span);
    for (const EditorProblem &other : others) {
        QList<NginxSpan> &spans = said[other.message];
        if (std::any_of(spans.cbegin(), spans.cend(), [&](NginxSpan span) { return meet(span, other.span); }))
            continue;
        spans.append(other.span); // a file that is included twice is complained about twice
        problems.append(other);
    }
    sortByPlace(problems);
    return problems;
}

QList<EditorProblem> moved(const QList<EditorProblem> &problems, const TextChange &change, const NginxTree &tree)
{
    QList<EditorProblem> still;
    for (EditorProblem problem : problems) {
        if (const auto span = change.moved(problem.span)) {
            problem.span = *span;
            problem.line = tree.placeOf(span->start).line;
            still.append(problem);
        }
    }
    return still;
}

const EditorProblem *firstError(const QList<EditorProblem> &problems)
{
    const auto found = std::find_if(problems.cbegin(), problems.cend(), [](const EditorProblem &problem) {
        return problem.kind == EditorProblem::Kind::Error;
    });
    return found == problems.cend() ? nullptr : &*found;
}

std::optional<NginxRefusal> nginxRefusalIn(const QString &printed)
{
    static const QRegularExpression refusal(
        QStringLiteral("\\[(?:emerg|alert|crit|error)\\] (?:\\d+#\\d+: )?(?:\\*\\d+ )?"
                       "(.*) in (/[^:\\n]+):(\\d+)$"),
        QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = refusal.match(printed);
    if (!match.hasMatch())
        return {};
    return NginxRefusal{RemotePath(match.captured(2)), match.captured(3).toInt(),
                        UntrustedText(match.captured(1)).shown()};
}

} // namespace gw
