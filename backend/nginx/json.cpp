// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/json.h"

#include "backend/base/untrustedtext.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace gw {
namespace {

/// As it is between quotes, or without any: \" in "" and \' in '' are decoded, nothing else.
QByteArray unquoted(QByteArrayView written, bool isQuoted)
{
    if (!isQuoted)
        return written.toByteArray();
    const char quote = written.front();
    const QByteArrayView inner = written.size() > 1 ? written.sliced(1).chopped(1) : QByteArrayView();
    QByteArray text;
    text.reserve(inner.size());
    for (qsizetype i = 0; i < inner.size(); ++i) {
        if (inner[i] == '\\' && i + 1 < inner.size()) {
            if (inner[i + 1] != quote)
                text += inner[i];
            ++i;
        }
        text += inner[i];
    }
    return text;
}

/// "(", "$a", "=", "b)" → "$a", "=", "b".
void stripCondition(QList<QByteArray> &arguments)
{
    if (arguments.isEmpty() || !arguments.first().startsWith('(') || !arguments.last().endsWith(')'))
        return;
    arguments.first().remove(0, 1);
    arguments.last().chop(1);
    if (arguments.first().isEmpty())
        arguments.removeFirst();
    if (!arguments.isEmpty() && arguments.last().isEmpty())
        arguments.removeLast();
}

/// Writes the text piece by piece, without recursion: blocks may be nested as deep as a hostile file likes.
class Writer {
public:
    Writer(const NginxConfig &config, NginxPositions positions)
        : m_config(config), m_writesBytes(positions == NginxPositions::Bytes)
    {
        const QList<NginxInclude> &includes = config.includes();
        for (qsizetype i = 0; i < includes.size(); ++i)
            m_includes.insert({includes[i].file, includes[i].node}, i);
    }

    QByteArray text()
    {
        m_json = m_config.problems().isEmpty() ? R"({"status":"ok","errors":[)" : R"({"status":"failed","errors":[)";
        QByteArrayView separator;
        for (const NginxProblem &problem : m_config.problems()) {
            m_json += separator;
            m_json += R"({"file":)";
            string(m_config.files()[problem.file].path.bytes());
            m_json += ',';
            error(problem);
            separator = ",";
        }
        m_json += R"(],"config":[)";
        for (int i = 0; i < m_config.files().size(); ++i) {
            if (i > 0)
                m_json += ',';
            file(i);
        }
        m_json += "]}\n";
        return m_json;
    }

private:
    void string(QByteArrayView bytes)
    {
        m_json += '"';
        const bool isPlain = std::ranges::all_of(
            bytes, [](char c) { return quint8(c) >= 0x20 && quint8(c) < 0x7f && c != '"' && c != '\\'; });
        if (isPlain)
            m_json += bytes;
        else
            escaped(QString::fromUtf8(bytes));
        m_json += '"';
    }

    /// Text of a file stands in it unchanged, but nothing of it acts on a terminal.
    void escaped(const QString &text)
    {
        for (qsizetype i = 0; i < text.size();) {
            const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size();
            const QStringView character = QStringView(text).sliced(i, isPair ? 2 : 1);
            i += character.size();
            if (character == u'"' || character == u'\\')
                m_json += '\\' + character.toLatin1();
            else if (character == u'\n')
                m_json += "\\n";
            else if (character[0] < u' ' || UntrustedText(character.toString()).shownLines() != character)
                for (const QChar unit : character)
                    m_json += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
            else
                m_json += character.toUtf8();
        }
    }

    void number(const char *name, qint64 value)
    {
        m_json += name;
        m_json += QByteArray::number(value);
    }

    /// `"error":…,"line":…}`
    void error(const NginxProblem &problem)
    {
        m_json += R"("error":)";
        string(problem.error.inFile(m_config.files()[problem.file].path.bytes()));
        number(R"(,"line":)", problem.error.line);
        m_json += '}';
    }

    void file(int index)
    {
        const NginxFile &file = m_config.files()[index];
        QList<NginxProblem> problems;
        for (const NginxProblem &problem : m_config.problems()) {
            if (problem.file == index)
                problems.append(problem);
        }
        m_json += R"({"file":)";
        string(file.path.bytes());
        m_json += problems.isEmpty() ? R"(,"status":"ok","errors":[)" : R"(,"status":"failed","errors":[)";
        for (qsizetype i = 0; i < problems.size(); ++i) {
            m_json += i > 0 ? ",{" : "{";
            error(problems[i]);
        }
        m_json += R"(],"parsed":[)";
        m_isFirst = true;
        nodes(index, file.tree);
        m_json += "]}";
    }

    void nodes(int file, const NginxTree &tree)
    {
        m_tree = &tree;
        std::vector<NginxNode> open;
        for (quint32 i = 1; i < tree.nodeCount(); ++i) {
            const NginxNode node = tree.node(i);
            while (!open.empty() && i >= open.back().subtreeEnd())
                close(open);
            if (node.kind() == NginxNode::Kind::Comment)
                comment(node.place(), node.text().sliced(1), node.span());
            else if (node.isDirective())
                directive(file, node, open);
        }
        while (!open.empty())
            close(open);
    }

    void separate()
    {
        if (!m_isFirst)
            m_json += ',';
        m_isFirst = false;
    }

    void position(NginxPlace place, NginxSpan span)
    {
        number(R"(,"line":)", place.line);
        if (m_writesBytes) {
            number(R"(,"column":)", place.column);
            number(R"(,"start":)", span.start);
            number(R"(,"end":)", span.end);
        }
    }

    void comment(NginxPlace place, QByteArrayView text, NginxSpan span)
    {
        separate();
        m_json += R"({"directive":"#")";
        position(place, span);
        m_json += R"(,"args":[],"comment":)";
        string(text);
        m_json += '}';
    }

    void directive(int file, NginxNode node, std::vector<NginxNode> &open)
    {
        separate();
        m_json += R"({"directive":)";
        string(unquoted(node.writtenName(), node.isQuoted(-1)));
        position(node.place(), node.span());
        arguments(node);
        const auto include = m_includes.constFind({file, node.index()});
        if (include != m_includes.cend()) {
            m_json += R"(,"includes":[)";
            const QList<int> &files = m_config.includes()[*include].files;
            for (qsizetype i = 0; i < files.size(); ++i)
                number(i > 0 ? "," : "", files[i]);
            m_json += ']';
        }
        if (node.hasBlock() && node.body() != NginxNode::Body::Lua) {
            m_json += R"(,"block":[)";
            m_isFirst = true;
            open.push_back(node);
        } else {
            m_json += '}';
            commentsOf(node);
        }
    }

    void close(std::vector<NginxNode> &open)
    {
        m_json += "]}";
        m_isFirst = false;
        const NginxNode node = open.back();
        open.pop_back();
        commentsOf(node);
    }

    void arguments(NginxNode node)
    {
        QList<QByteArray> values;
        const int count = node.argumentCount();
        for (int i = 0; i < count; ++i)
            values.append(unquoted(node.writtenArgument(i), node.isQuoted(i)));
        if (node.body() == NginxNode::Body::Lua)
            values.append(node.lua().toByteArray());
        else if (node.is("if"))
            stripCondition(values);
        m_json += R"(,"args":[)";
        for (qsizetype i = 0; i < values.size(); ++i) {
            if (i > 0)
                m_json += ',';
            string(values[i]);
        }
        m_json += ']';
    }

    /// Comments between the words of a directive come behind it.
    void commentsOf(NginxNode node)
    {
        const NginxTree &tree = *m_tree;
        const NginxSpan head = node.headTokens();
        for (qsizetype i = head.start; i < head.end; ++i) {
            const NginxToken &token = tree.tokens()[std::size_t(i)];
            if (token.kind() == NginxToken::Kind::Comment)
                comment(node.place(), QByteArrayView(tree.text()).sliced(token.start, token.size).sliced(1),
                        token.span());
        }
    }

    const NginxConfig &m_config;
    const NginxTree *m_tree = nullptr; ///< that is being written
    QHash<std::pair<int, quint32>, qsizetype> m_includes;
    QByteArray m_json;
    bool m_writesBytes = false;
    bool m_isFirst = true;
};

} // namespace

QByteArray nginxJson(const NginxConfig &config, NginxPositions positions)
{
    return Writer(config, positions).text();
}

} // namespace gw
