// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/highlight.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace gw {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isNameByte(char c)
{
    return isalnum(uchar(c)) != 0 || c == '_';
}

/// "80", "10m", "1.5", "30s", "1h30m", "10r/s", "80%"
bool isNumber(QByteArrayView word)
{
    static constexpr std::array<QByteArrayView, 3> rates{"r/s", "r/m", "%"};
    for (const QByteArrayView rate : rates) {
        if (word.endsWith(rate)) {
            word = word.chopped(rate.size());
            break;
        }
    }
    if (word.startsWith('-'))
        word = word.sliced(1);
    if (word.isEmpty() || !isDigit(word[0]))
        return false;
    static constexpr QByteArrayView units = "kKmMgGsShHdDwWyY.";
    return std::all_of(word.begin(), word.end(), [](char c) { return isDigit(c) || units.contains(c); });
}

class Styler {
public:
    Styler(const NginxTree &tree, const NginxContexts &contexts, const NginxBuild &build)
        : m_tree(tree), m_contexts(contexts), m_build(build), m_styles(tree.text().size(), char(NginxStyle::Plain))
    {
    }

    QByteArray styles()
    {
        for (const NginxToken &token : m_tree.tokens())
            styleToken(token);
        for (quint32 i = 1; i < m_tree.nodeCount(); ++i)
            styleNode(m_tree.node(i));
        return m_styles;
    }

private:
    void fill(NginxSpan span, NginxStyle style)
    {
        std::fill(m_styles.begin() + span.start, m_styles.begin() + span.end, char(style));
    }

    void styleToken(const NginxToken &token)
    {
        switch (token.kind()) {
        case NginxToken::Kind::Word: {
            const QByteArrayView word = QByteArrayView(m_tree.text()).sliced(token.start, token.size);
            if (isNumber(word))
                fill(token.span(), NginxStyle::Number);
            styleVariables(token.span());
            break;
        }
        case NginxToken::Kind::Quoted:
            fill(token.span(), NginxStyle::String);
            styleVariables(token.span());
            break;
        case NginxToken::Kind::Unclosed: fill(token.span(), NginxStyle::Wrong); break;
        case NginxToken::Kind::Semicolon:
        case NginxToken::Kind::Open:
        case NginxToken::Kind::Close: fill(token.span(), NginxStyle::Sign); break;
        case NginxToken::Kind::Comment: fill(token.span(), NginxStyle::Comment); break;
        case NginxToken::Kind::Lua: fill(token.span(), NginxStyle::Lua); break;
        }
    }

    /// "$name" and "${name}", as ngx_http_script_compile() sees them.
    void styleVariables(NginxSpan span)
    {
        const QByteArray &text = m_tree.text();
        for (qsizetype i = text.indexOf('$', span.start); i >= 0 && i < span.end; i = text.indexOf('$', i)) {
            const qsizetype start = i++;
            const bool isBraced = i < span.end && text[i] == '{';
            if (isBraced)
                ++i;
            const qsizetype name = i;
            while (i < span.end && isNameByte(text[i]))
                ++i;
            if (i == name)
                continue;
            if (isBraced && i < span.end && text[i] == '}')
                ++i;
            fill({start, i}, NginxStyle::Variable);
        }
    }

    void styleNode(NginxNode node)
    {
        if (node.kind() == NginxNode::Kind::Junk)
            return fill(node.span(), NginxStyle::Wrong);
        if (!node.isDirective())
            return;
        const NginxContext standsIn = m_contexts.standsIn[node.index()];
        if (standsIn == NginxContext::Entries)
            return styleEntry(node);
        const QByteArray name = node.name();
        const bool isKnown = standsIn == NginxContext::Foreign || DirectiveTable::nginx().find(name, standsIn, m_build);
        fill(node.nameSpan(), !isKnown          ? NginxStyle::Unknown
                              : node.hasBlock() ? NginxStyle::Block
                                                : NginxStyle::Directive);
        stylePatterns(node, name);
    }

    void styleEntry(NginxNode entry)
    {
        if (entry.writtenName().startsWith('~') || entry.writtenName().startsWith("\"~"))
            fill(entry.nameSpan(), NginxStyle::Regex);
    }

    void stylePatterns(NginxNode node, const QByteArray &name)
    {
        if (name == "rewrite" && node.argumentCount() > 0)
            fill(node.argumentSpan(0), NginxStyle::Regex);
        else if (name == "location" && node.argumentCount() > 0 && node.writtenArgument(0).startsWith('~'))
            fill({node.argumentSpan(0).start, node.argumentSpan(node.argumentCount() - 1).end}, NginxStyle::Regex);
        else if (name == "if" && node.argumentCount() > 2 && node.writtenArgument(1).contains('~'))
            fill({node.argumentSpan(1).start, node.argumentSpan(node.argumentCount() - 1).end}, NginxStyle::Regex);
        else if (name == "server_name" || name == "valid_referers" || name == "proxy_redirect")
            stylePatternsAmong(node);
    }

    void stylePatternsAmong(NginxNode node)
    {
        for (int i = 0; i < node.argumentCount(); ++i) {
            if (node.argument(i).startsWith('~'))
                fill(node.argumentSpan(i), NginxStyle::Regex);
        }
    }

    const NginxTree &m_tree;
    const NginxContexts &m_contexts;
    const NginxBuild &m_build;
    QByteArray m_styles;
};

} // namespace

QByteArray nginxStyles(const NginxTree &tree, const NginxContexts &contexts, const NginxBuild &build)
{
    return Styler(tree, contexts, build).styles();
}

std::vector<NginxFold> nginxFolds(const NginxTree &tree)
{
    std::vector<NginxFold> folds(size_t(tree.lineCount()));
    std::vector<int> changes(size_t(tree.lineCount()) + 1); // of the level, behind each line
    for (quint32 i = 1; i < tree.nodeCount(); ++i) {
        const NginxNode node = tree.node(i);
        if (!node.hasBlock())
            continue;
        const int first = tree.placeOf(node.inside().start).line;
        const int last = tree.placeOf(node.span().end - 1).line;
        if (last <= first)
            continue;
        folds[size_t(first) - 1].opens = true;
        ++changes[size_t(first)];
        --changes[size_t(last)];
    }
    int level = 0;
    for (size_t line = 0; line < folds.size(); ++line) {
        level += changes[line];
        folds[line].level = level;
    }
    return folds;
}

} // namespace gw
