// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/includes.h"

#include "backend/nginx/glob.h"
#include "backend/nginx/parser.h"

#include <QStringBuilder>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>

namespace gw {
namespace {

/// Each of them is told once per place; of a hostile configuration only so many.
constexpr qsizetype mostProblems = 1000;

/// A folder is opened and then cannot be read; of that nginx names no line (ngx_read_file() in
/// src/os/unix/ngx_files.c).
QByteArray openError(const QByteArray &path, int number)
{
    const char *const call = number == EISDIR ? "pread" : "open";
    const char *const description = strerrordesc_np(number); // as nginx has it: never translated
    return call + ("() \"" + path) + "\" failed (" + QByteArray::number(number) + ": " +
           (description ? description : "Unknown error") + ')';
}

} // namespace

void NginxIncludes::problem(NginxProblem::Kind kind, const QByteArray &message, NginxNode node)
{
    if (m_config.problems.size() >= mostProblems)
        return;
    const NginxPlace place = node.place();
    NginxError error{message, node.span().start, node.reportedLine(), place.column};
    m_config.problems.append({kind, int(m_stack.empty() ? 0 : m_stack.back().file), error, settingCount()});
}

void NginxIncludes::addSyntaxErrors(quint32 file, qsizetype before)
{
    const QList<NginxError> &errors = m_config.files[int(file)].tree.errors();
    qsizetype &told = m_toldErrors[int(file)];
    for (; told < errors.size() && errors[told].offset < before; ++told) {
        if (m_config.problems.size() < mostProblems)
            m_config.problems.append({NginxProblem::Kind::Syntax, int(file), errors[told], settingCount()});
    }
}

int NginxIncludes::opened(const RemotePath &path, NginxNode include)
{
    if (const auto known = m_fileByPath.constFind(path); known != m_fileByPath.cend())
        return *known;
    const NginxFiles::Content content = m_files.content(path);
    if (content.error != 0) {
        problem(NginxProblem::Kind::IncludeFailed, openError(path.bytes(), content.error), include);
        return -1;
    }
    const int file = int(m_config.files.size());
    m_config.files.append({path, NginxTree::parse(content.bytes), false});
    m_toldErrors.append(0);
    m_isOpen.append(false);
    m_fileByPath.insert(path, file);
    return file;
}

bool NginxIncludes::isIncludeOf(NginxNode node) const
{
    if (node.argumentCount() != 1 || node.hasBlock() || !node.isTerminated() || !node.is("include"))
        return false;
    const Frame &frame = m_stack.back();
    return !frame.isEntries || nginxEntriesTakeIncludes(NginxSetting(&m_config, frame.setting).name());
}

void NginxIncludes::include(NginxNode node)
{
    QByteArray target = node.argument(0);
    if (!target.startsWith('/'))
        target.prepend(m_folder);
    Frame frame = m_stack.back();
    frame.kind = Frame::Kind::Include;
    frame.node = node.index();
    frame.waiting = {target};
    if (nginxIsPattern(target)) {
        frame.waiting = nginxGlobbed(target, m_files.names);
        std::reverse(frame.waiting.begin(), frame.waiting.end());
    }
    // The same include of a file that is read twice is one edge.
    frame.edge = -1;
    if (const auto edge = qMakePair(frame.file, frame.node); !m_edges.contains(edge)) {
        m_edges.insert(edge);
        frame.edge = m_config.includes.size();
        m_config.includes.append({int(frame.file), frame.node, target, {}});
    }
    m_stack.push_back(frame);
}

void NginxIncludes::stepInclude()
{
    Frame &frame = m_stack.back();
    if (frame.waiting.isEmpty()) {
        leave();
        return;
    }
    const QByteArray path = frame.waiting.takeLast();
    const NginxNode node = m_config.files.at(int(frame.file)).tree.node(frame.node);
    const int file = opened(RemotePath(path), node);
    if (file < 0)
        return;
    if (m_isOpen[file]) {
        problem(NginxProblem::Kind::IncludeCycle, "file \"" + path + "\" includes itself", node);
        return;
    }
    if (frame.edge >= 0)
        m_config.includes[frame.edge].files.append(file);
    enterFile(file, Frame(frame));
}

void NginxIncludes::enterFile(int file, const Frame &from)
{
    Frame frame;
    frame.kind = Frame::Kind::File;
    frame.isEntries = from.isEntries;
    frame.file = quint32(file);
    frame.node = 1;
    frame.end = m_config.files.at(file).tree.nodeCount();
    frame.setting = from.setting;
    m_isOpen[file] = true;
    ++m_filesRead;
    m_config.files[file].holdsEntries |= frame.isEntries;
    m_stack.push_back(frame);
}

void NginxIncludes::step()
{
    const Frame &frame = m_stack.back();
    if (frame.kind == Frame::Kind::Include)
        stepInclude();
    else if (frame.node < frame.end)
        stepNode();
    else
        leave();
}

void NginxIncludes::stepNode()
{
    Frame &frame = m_stack.back();
    const NginxNode node = m_config.files.at(int(frame.file)).tree.node(frame.node);
    frame.node = node.subtreeEnd();
    addSyntaxErrors(frame.file, node.span().start);
    if (!node.isDirective())
        return;
    // Within the block of a tree the parser has said it.
    if (frame.isEntries && frame.kind == Frame::Kind::File && node.hasBlock())
        problem(NginxProblem::Kind::BlockInEntries, "unexpected \"{\"", node);
    if (qsizetype(m_config.settings.size()) + m_filesRead >= NginxConfig::mostSettings) {
        problem(NginxProblem::Kind::IncludeTooLarge, "too many directives in all included files", node);
        m_isFull = true;
    } else if (m_doesFollow && isIncludeOf(node)) {
        include(node);
    } else {
        add(node);
    }
}

void NginxIncludes::add(NginxNode node)
{
    const Frame &frame = m_stack.back();
    const auto index = quint32(m_config.settings.size());
    m_config.settings.push_back({frame.file, node.index(), frame.setting, index + 1});
    if (!node.hasBlock() || node.body() == NginxNode::Body::Lua)
        return;
    Frame block;
    block.file = frame.file;
    block.node = node.index() + 1;
    block.end = node.subtreeEnd();
    block.setting = index;
    block.isEntries = node.body() == NginxNode::Body::Entries;
    m_stack.push_back(block);
}

void NginxIncludes::leave()
{
    const Frame &frame = m_stack.back();
    if (frame.kind == Frame::Kind::File) {
        addSyntaxErrors(frame.file, std::numeric_limits<qsizetype>::max());
        m_isOpen[int(frame.file)] = false;
    } else if (frame.kind == Frame::Kind::Block) {
        m_config.settings[frame.setting].subtreeEnd = quint32(m_config.settings.size());
    }
    m_stack.pop_back();
}

void NginxIncludes::follow(const RemotePath &mainFile)
{
    const QByteArray path = mainFile.bytes();
    m_folder = path.first(path.lastIndexOf('/') + 1);
    m_config.settings.push_back({});
    const NginxFiles::Content content = m_files.content(mainFile);
    m_config.files.append({mainFile, NginxTree::parse(content.bytes), false});
    m_toldErrors.append(0);
    m_isOpen.append(false);
    m_fileByPath.insert(mainFile, 0);
    if (content.error != 0)
        problem(NginxProblem::Kind::IncludeFailed, openError(path, content.error), m_config.files[0].tree.root());
    enterFile(0, Frame());
    while (!m_stack.empty()) {
        if (m_isFull)
            leave();
        else
            step();
    }
    m_config.settings[0].subtreeEnd = quint32(m_config.settings.size());
}

} // namespace gw
