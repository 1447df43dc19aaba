// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/webdraft.h"

#include "backend/plan/diff.h"
#include "widgets/web/textchange.h"
#include "widgets/web/webreading.h"

namespace gw {

void WebDraft::setFacts(std::shared_ptr<const Facts> facts)
{
    const QMap<RemotePath, File> before = facts ? std::exchange(m_files, {}) : QMap<RemotePath, File>();
    m_facts = std::move(facts);
    m_files.clear();
    m_order.clear();
    m_build = {};
    ++m_revision;
    if (!m_facts)
        m_reading.reset();
    if (!m_facts || !m_facts->nginx)
        return;
    if (m_facts->nginx->tree) {
        for (const FileFact &file : *m_facts->nginx->tree)
            add(file, true, before);
    }
    for (const FileFact &file : m_facts->nginx->spare)
        add(file, false, before);
    m_build = nginxBuildOf(*m_facts);
}

void WebDraft::add(const FileFact &fact, bool isRead, const QMap<RemotePath, File> &before)
{
    if (m_files.contains(fact.path))
        return;
    File file{fact.content, fact.content, isRead, m_revision};
    const auto was = before.constFind(fact.path);
    if (was != before.cend() && was->text != was->seen && was->text != fact.content) {
        const Merge merge = mergeOf(was->seen, was->text, fact.content);
        file.text = merge.conflicts == 0 ? merge.text : was->text;
        file.seen = merge.conflicts == 0 ? fact.content : was->seen;
    }
    m_files.insert(fact.path, file);
    m_order.append(fact.path);
}

void WebDraft::setText(const RemotePath &path, const QByteArray &text)
{
    const auto file = m_files.find(path);
    if (file == m_files.end() || file->text == text)
        return;
    file->text = text;
    file->revision = ++m_revision;
}

void WebDraft::resetAll()
{
    for (const RemotePath &path : changed())
        reset(path);
}

bool WebDraft::isChanged(const RemotePath &path) const
{
    const auto file = m_files.constFind(path);
    return file != m_files.cend() && file->text.constData() != file->seen.constData() && file->text != file->seen;
}

QList<RemotePath> WebDraft::changed() const
{
    QList<RemotePath> paths;
    for (const RemotePath &path : m_order) {
        if (isChanged(path))
            paths.append(path);
    }
    return paths;
}

QList<Intent> WebDraft::intents() const
{
    QList<Intent> intents;
    for (const RemotePath &path : changed())
        intents.append(EditNginxFile{path, seen(path), text(path)});
    return intents;
}

Facts WebDraft::draftedFacts() const
{
    Facts facts = *m_facts;
    const auto draft = [this](QList<FileFact> &files) {
        for (FileFact &file : files)
            file.content = text(file.path);
    };
    if (facts.nginx->tree)
        draft(*facts.nginx->tree);
    draft(facts.nginx->spare);
    return facts;
}

TlsAbility WebDraft::tlsAbility() const
{
    const bool isThere = m_facts && m_facts->nginx;
    return {m_build.version(),
            isThere ? NginxVersion::fromText(m_facts->nginx->tlsLibrary.raw().toLatin1()) : NginxVersion()};
}

bool WebDraft::isRead() const
{
    return m_reading && m_reading->revision == m_revision;
}

bool WebDraft::take(std::shared_ptr<const WebReading> reading)
{
    if (!reading || reading->revision != m_revision)
        return false;
    m_reading = std::move(reading);
    return true;
}

const QList<WebSite> &WebDraft::sites() const
{
    static const QList<WebSite> none;
    return m_reading ? m_reading->sites : none;
}

bool WebDraft::isRead(const RemotePath &path) const
{
    return m_reading && m_files.value(path).revision <= m_reading->revision;
}

NginxConfig WebDraft::readConfig() const
{
    NginxDump dump;
    for (const RemotePath &path : m_order) {
        if (m_files[path].isRead)
            dump.files.append({path, m_files[path].text});
    }
    return dump.files.isEmpty() ? NginxConfig() : NginxConfig::read(dump);
}

/// A text that has been read already is not read again.
NginxTree WebDraft::treeOf(const RemotePath &path) const
{
    const QByteArray now = text(path);
    const int file = m_reading ? m_reading->config.fileAt(path) : -1;
    if (file >= 0 && m_reading->config.files()[file].tree.text() == now)
        return m_reading->config.files()[file].tree;
    return NginxTree::parse(now);
}

NginxSurroundings WebDraft::surroundings(const RemotePath &path) const
{
    if (!m_reading)
        return {NginxContext::Foreign, m_build, {}, {}};
    const NginxConfig &whole = m_reading->config;
    return {nginxContextOfFile(whole, whole.fileAt(path), m_build), m_build, whole, m_reading->names};
}

QList<FilePlace> WebDraft::definitionsAt(const RemotePath &path, qsizetype offset) const
{
    if (!m_reading)
        return {};
    QList<FilePlace> places;
    const NginxConfig &whole = m_reading->config;
    const int file = whole.fileAt(path);
    const auto then = file < 0 ? std::nullopt : offsetIn(whole.files()[file].tree.text(), offset, text(path));
    for (const int included : then ? nginxIncludedAt(whole, file, *then) : QList<int>())
        places.append({whole.files()[included].path, 0});
    if (!places.isEmpty())
        return places;
    const auto name = nginxNameAt(treeOf(path), offset);
    for (const Use &use : name ? usesOf(*name) : QList<Use>()) {
        if (use.isDefinition)
            places.append(use.place);
    }
    return places;
}

QList<WebDraft::Use> WebDraft::usesOf(const NginxName &name) const
{
    QList<Use> uses;
    for (const RemotePath &path : m_order) {
        const File &file = m_files[path];
        if (!file.isRead || !file.text.contains(nginxBareName(name)))
            continue;
        for (const NginxReference &reference : nginxReferences(treeOf(path), name))
            uses.append({{path, reference.span.start}, reference.span.size(), reference.isDefinition});
    }
    return uses;
}

void WebDraft::rename(const NginxName &name, const QByteArray &to)
{
    QMap<RemotePath, QList<NginxEdit>> edits;
    for (const Use &use : usesOf(name))
        edits[use.place.path].append({use.place.offset, use.size, to});
    for (auto file = edits.cbegin(); file != edits.cend(); ++file)
        setText(file.key(), nginxEdited(text(file.key()), file.value()));
}

QList<WebDraft::Hit> WebDraft::found(const QByteArray &words, qsizetype most) const
{
    QList<Hit> hits;
    const QByteArray wanted = words.toLower();
    if (wanted.isEmpty())
        return hits;
    for (const RemotePath &path : m_order) {
        const QByteArray &text = m_files[path].text;
        const QByteArray lower = text.toLower();
        int line = 1;
        qsizetype counted = 0;
        for (qsizetype at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at)) {
            line += int(lower.mid(counted, at - counted).count('\n'));
            counted = at;
            const qsizetype start = at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0;
            const qsizetype feed = text.indexOf('\n', at);
            const qsizetype end = feed < 0 ? text.size() : feed;
            hits.append({{path, at}, line, text.mid(start, end - start)});
            if (hits.size() == most)
                return hits;
            at = end; // one for each line
        }
    }
    return hits;
}

QString nginxFileName(const RemotePath &path)
{
    const QString shown = path.shown();
    const QString folder = QStringLiteral("/etc/nginx/");
    return shown.startsWith(folder) ? shown.mid(folder.size()) : shown;
}

} // namespace gw
