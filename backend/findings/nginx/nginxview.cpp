// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxview.h"

#include "backend/findings/nginx/nginxregexes.h"
#include "backend/nginx/defaults.h"
#include "backend/nginx/directives.h"
#include "backend/plan/driftmatch.h"

#include <QCoreApplication>
#include <QStringBuilder>
#include <algorithm>

namespace gw {
namespace {

NginxDump dumpOf(const QList<FileFact> &files)
{
    NginxDump dump;
    dump.files.reserve(files.size());
    for (const FileFact &file : files)
        dump.files.append({file.path, file.content});
    return dump;
}

/// An entry of a map, not a directive.
bool isEntry(NginxSetting setting)
{
    return setting.parent().node().body() == NginxNode::Body::Entries;
}

/// From its name to its ";" or "{", as written.
QByteArrayView headOf(NginxNode node)
{
    const QByteArrayView whole = node.text();
    return whole.first(qMin(whole.size(), node.head().size()));
}

/// The name without a copy where it is written without quotes and escapes.
QByteArray nameOf(NginxNode node)
{
    const QByteArrayView written = node.writtenName();
    if (written.startsWith('"') || written.startsWith('\'') || written.contains('\\'))
        return node.name();
    return QByteArray::fromRawData(written.data(), written.size());
}

} // namespace

struct NginxView::Cache {
    QHash<QByteArray, std::shared_ptr<const ParsedRegex>> regexes[2]; ///< by RegexCase
    std::optional<QList<NginxRegex>> all;
    std::vector<std::pair<quint64, quint32>> settingByNode; ///< file and node, setting; sorted
};

NginxView::NginxView(const Facts &facts, const ReviewScope &scope)
    : m_facts(&facts), m_scope(scope), m_cache(std::make_shared<Cache>())
{
    const QList<FileFact> &files = *facts.nginx->tree;
    m_config = scope.includes == ReviewScope::Includes::LeaveAside && !files.isEmpty()
                   ? NginxConfig::ofOneFile(files.first().path, files.first().content)
                   : NginxConfig::read(dumpOf(files));
    index();
    readBuild();
    m_effective = std::make_shared<const NginxEffective>(m_config, m_build);
    m_sockets = std::make_shared<const NginxSockets>(*m_effective);
    for (int i = 0; i < m_sockets->all().size(); ++i) {
        for (const NginxSetting server : m_sockets->all()[i].servers)
            m_socketsByServer[server.index()].append(i);
    }
    readGaps();
}

Known<NginxView> NginxView::of(const Facts &facts, const ReviewScope &scope)
{
    if (!facts.nginx)
        return facts.nginx.gap();
    if (!facts.nginx->tree)
        return facts.nginx->tree.gap();
    return NginxView(facts, scope);
}

void NginxView::index()
{
    const quint32 count = m_config.settingCount();
    for (quint32 i = 1; i < count; ++i) {
        const NginxSetting setting = m_config.setting(i);
        if (isEntry(setting))
            continue;
        const QByteArray name = nameOf(setting.node());
        auto named = m_names.find(name);
        if (named == m_names.end())
            named = m_names.insert(QByteArray(name.constData(), name.size()), {});
        named->inOrder.push_back(i);
        named->byBlock.emplace_back(setting.parent().index(), i);
    }
    for (Named &named : m_names)
        std::sort(named.byBlock.begin(), named.byBlock.end());

    m_http = firstIn(m_config.root(), "http");
    const bool isFragment = !m_http;
    if (isFragment)
        m_http = m_config.root();
    for (const NginxSetting server : named("server")) {
        const NginxSetting parent = server.parent();
        if (server.hasBlock() && (parent.is("http") || parent.isRoot()))
            m_servers.append(server);
    }
    for (const NginxSetting location : named("location")) {
        if (location.hasBlock() && isHttp(location))
            m_locations.append(location);
    }
    for (const NginxSetting upstream : named("upstream")) {
        if (upstream.hasBlock())
            m_upstreams[upstream.argument(0).toLower()].append(upstream);
    }
    // What could not be followed may hold anything.
    const QList<NginxSetting> asides = named("include");
    m_isWhole = !isFragment && std::none_of(asides.cbegin(), asides.cend(), [](NginxSetting include) {
        return include.parent().isRoot() || include.parent().is("http");
    });
}

void NginxView::readBuild()
{
    const NginxFacts &facts = nginx();
    const QByteArray version = facts.version.raw().toUtf8();
    const QByteArray printed =
        "nginx version: nginx/" + version + "\nconfigure arguments: " + facts.buildFlags.raw().toUtf8() + '\n';
    m_build =
        facts.buildFlags.isEmpty() ? NginxBuild(NginxVersion::fromText(version)) : NginxBuild::fromPrinted(printed);
    for (const NginxSetting module : named("load_module"))
        m_build.load(module.argument(0));
    const QString library = facts.tlsLibrary.raw();
    if (library.startsWith(QLatin1String("OpenSSL ")))
        m_openSsl = NginxVersion::fromText(library.toUtf8());
}

void NginxView::readGaps()
{
    if (!m_config.problems().isEmpty()) {
        const NginxProblem &problem = m_config.problems().first();
        m_unread = NotChecked{QCoreApplication::translate("nginx", "%1, line %2 cannot be read: %3")
                                  .arg(m_config.files()[problem.file].path.shown(), QString::number(problem.error.line),
                                       shownText(problem.error.message))};
    } else if (const UnreadFile *unread = firstUnread(*m_facts, UnreadFile::Topic::Nginx)) {
        m_unread = notChecked(*unread);
    }
}

QString NginxView::option(const char *rule, const char *key) const
{
    return m_scope.options.value(QLatin1String(rule) + QLatin1Char('.') + QLatin1String(key));
}

QList<NginxSetting> NginxView::named(QByteArrayView name) const
{
    QList<NginxSetting> settings;
    const auto named = m_names.constFind(QByteArray::fromRawData(name.data(), name.size()));
    if (named == m_names.cend())
        return settings;
    settings.reserve(qsizetype(named->inOrder.size()));
    for (const quint32 index : named->inOrder)
        settings.append(m_config.setting(index));
    return settings;
}

QList<NginxSetting> NginxView::in(NginxSetting block, QByteArrayView name) const
{
    QList<NginxSetting> settings;
    const auto named = m_names.constFind(QByteArray::fromRawData(name.data(), name.size()));
    if (named == m_names.cend())
        return settings;
    const std::pair<quint32, quint32> first(block.index(), 0);
    for (auto each = std::lower_bound(named->byBlock.begin(), named->byBlock.end(), first);
         each != named->byBlock.end() && each->first == block.index(); ++each)
        settings.append(m_config.setting(each->second));
    return settings;
}

NginxSetting NginxView::firstIn(NginxSetting block, QByteArrayView name) const
{
    const auto named = m_names.constFind(QByteArray::fromRawData(name.data(), name.size()));
    if (named == m_names.cend())
        return {};
    const std::pair<quint32, quint32> first(block.index(), 0);
    const auto each = std::lower_bound(named->byBlock.begin(), named->byBlock.end(), first);
    return each != named->byBlock.end() && each->first == block.index() ? m_config.setting(each->second)
                                                                        : NginxSetting();
}

QList<NginxSetting> NginxView::below(NginxSetting block, QByteArrayView name) const
{
    QList<NginxSetting> settings;
    const auto named = m_names.constFind(QByteArray::fromRawData(name.data(), name.size()));
    if (named == m_names.cend())
        return settings;
    for (auto each = std::upper_bound(named->inOrder.begin(), named->inOrder.end(), block.index());
         each != named->inOrder.end() && *each < block.subtreeEnd(); ++each)
        settings.append(m_config.setting(*each));
    return settings;
}

QList<NginxSetting> NginxView::holding(NginxSetting scope, QByteArrayView name) const
{
    const NginxSetting block = scope.isRoot() || scope.hasBlock() ? scope : scope.parent();
    return m_effective->of(block, name).settings;
}

NginxSetting NginxView::heldBy(NginxSetting scope, QByteArrayView name) const
{
    const QList<NginxSetting> settings = holding(scope, name);
    return settings.isEmpty() ? NginxSetting() : settings.last();
}

QByteArray NginxView::held(NginxSetting scope, QByteArrayView name, const QByteArray &fallback) const
{
    const NginxSetting setting = heldBy(scope, name);
    return setting ? setting.argument(0) : fallback;
}

QByteArray NginxView::defaultOf(QByteArrayView name) const
{
    const NginxVersion version = this->version().isSet() ? this->version() : NginxVersion{1, 18, 0};
    const DirectiveFacts *facts = DirectiveTable::nginx().find(name, NginxContext::Http, NginxBuild(version));
    return facts ? nginxDefault(*facts, version).toByteArray() : QByteArray();
}

QList<const NginxSocket *> NginxView::socketsOf(NginxSetting server) const
{
    QList<const NginxSocket *> sockets;
    for (const int index : m_socketsByServer.value(server.index()))
        sockets.append(&m_sockets->all()[index]);
    return sockets;
}

bool NginxView::isHttp(NginxSetting setting) const
{
    if (!m_http.isRoot())
        return setting.index() >= m_http.index() && setting.index() < m_http.subtreeEnd() && !setting.is("upstream") &&
               !setting.parent().is("upstream");
    for (NginxSetting level = setting; level && !level.isRoot(); level = level.parent()) {
        if (level.is("http"))
            return true;
        if (level.is("stream") || level.is("mail") || level.is("rtmp") || level.is("upstream"))
            return false;
    }
    return true;
}

const QList<NginxRegex> &NginxView::regexes() const
{
    if (!m_cache->all)
        m_cache->all = regexesOf(*this);
    return *m_cache->all;
}

const ParsedRegex &NginxView::regex(const QByteArray &pattern, RegexCase letters) const
{
    auto &cache = m_cache->regexes[size_t(letters)];
    auto known = cache.constFind(pattern);
    if (known == cache.cend()) {
        ParsedRegex parsed = isMasked(pattern) ? ParsedRegex(RegexError{RegexError::Kind::NotUnderstood, 0, 0, {}})
                                               : parsedRegex(pattern, letters);
        known = cache.insert(pattern, std::make_shared<const ParsedRegex>(std::move(parsed)));
    }
    return **known;
}

UntrustedText NginxView::written(NginxSetting setting)
{
    QByteArrayView head = headOf(setting.node());
    if (head.endsWith(';') || head.endsWith('{'))
        head.chop(1);
    return UntrustedText::fromBytes(head.toByteArray().simplified());
}

SourceRange NginxView::rangeOf(NginxSetting setting)
{
    const NginxNode node = setting.node();
    const NginxPlace start = node.place();
    const QByteArrayView head = headOf(node);
    const qsizetype lineEnd = head.indexOf('\n');
    SourceRange where;
    where.file = setting.path();
    where.line = start.line;
    where.column = start.column;
    // Of one line mostly: where the head ends on another, the first line is enough to find it.
    where.endLine = start.line;
    where.endColumn = start.column + int(lineEnd < 0 ? head.size() : lineEnd);
    return where;
}

Evidence NginxView::lines(NginxSetting setting) const
{
    constexpr int most = 12;
    const NginxNode node = setting.node();
    const NginxTree &tree = m_config.files()[setting.file()].tree;
    const int first = node.line();
    const int last = first + qMin(most, int(headOf(node).count('\n')));
    const qsizetype start = tree.line(first).start;
    const qsizetype end = tree.line(last).end;
    return linesSeen(setting.path(), first, last, QByteArrayView(tree.text()).sliced(start, end - start));
}

Finding NginxView::finding(NginxSetting at, Severity severity, const QString &title, const QString &explanation) const
{
    Finding finding;
    finding.severity = severity;
    finding.where = rangeOf(at);
    finding.title = title;
    finding.explanation = explanation;
    finding.effective = written(at);
    finding.proof = {lines(at)};
    return finding;
}

const NginxTree &NginxView::treeAt(const RemotePath &path) const
{
    static const NginxTree none;
    const int file = m_config.fileAt(path);
    return file < 0 ? none : m_config.files()[file].tree;
}

NginxNode NginxView::nodeAt(const SourceRange &where) const
{
    const NginxTree &tree = treeAt(where);
    if (where.line < 1 || where.line > tree.lineCount())
        return {};
    const qsizetype offset = tree.line(where.line).start + qMax(0, where.column - 1);
    const NginxNode node = tree.nodeAt(offset);
    return node.isDirective() && node.span().start == offset ? node : NginxNode();
}

NginxSetting NginxView::settingAt(const SourceRange &where) const
{
    const NginxNode node = nodeAt(where);
    if (!node)
        return {};
    const auto key = [](int file, NginxNode each) { return quint64(file) << 32 | each.index(); };
    auto &byNode = m_cache->settingByNode;
    if (byNode.empty()) {
        byNode.reserve(m_config.settingCount());
        for (quint32 i = 0; i < m_config.settingCount(); ++i)
            byNode.emplace_back(key(m_config.setting(i).file(), m_config.setting(i).node()), i);
        std::sort(byNode.begin(), byNode.end());
    }
    const quint64 wanted = key(m_config.fileAt(where.file), node);
    const auto found = std::lower_bound(byNode.begin(), byNode.end(), std::pair(wanted, quint32(0)));
    return found != byNode.end() && found->first == wanted ? m_config.setting(found->second) : NginxSetting();
}

bool isLoopback(const NginxSocket &socket)
{
    using Family = nginxcheck::Address::Family;
    const nginxcheck::Address &address = socket.address;
    if (!socket.hostName.isEmpty())
        return socket.hostName == "localhost";
    switch (address.family) {
    case Family::Unix: return true;
    case Family::V4: return address.host.startsWith('\x7f');
    case Family::V6: break;
    }
    return address.host == QByteArray(15, '\0') + '\1';
}

QString shownText(const QByteArray &text)
{
    return UntrustedText::fromBytes(text).shown(120);
}

} // namespace gw
