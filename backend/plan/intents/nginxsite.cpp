// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/siteedit.h"
#include "backend/plan/intents/parts.h"
#include "backend/survey/websites.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

using Kind = ChangeSite::Kind;

// Debian's layout (/usr/share/doc/nginx/README.Debian): sites lie in sites-available, links in sites-enabled enable
// them. Everywhere else a file of conf.d that ends in ".conf" is read.
constexpr QByteArrayView enabledFolder = "/etc/nginx/sites-enabled/";
constexpr QByteArrayView availableFolder = "/etc/nginx/sites-available/";
constexpr QByteArrayView disabledSuffix = ".disabled";

bool isIn(const RemotePath &path, QByteArrayView folder)
{
    return path.bytes().startsWith(folder) && path.bytes().indexOf('/', folder.size()) < 0;
}

QByteArray fileName(const RemotePath &path)
{
    return path.bytes().mid(path.bytes().lastIndexOf('/') + 1);
}

QByteArray folderOf(const RemotePath &path)
{
    return path.bytes().first(path.bytes().lastIndexOf('/') + 1);
}

RemotePath pathIn(QByteArrayView folder, const QByteArray &name)
{
    return RemotePath(QByteArray(folder.toByteArray() + name));
}

RemotePath enabledPath(const RemotePath &path)
{
    return pathIn(enabledFolder, fileName(path));
}

RemotePath availablePath(const RemotePath &path)
{
    return pathIn(availableFolder, fileName(path));
}

RemotePath withoutSuffix(const RemotePath &path)
{
    return RemotePath(path.bytes().chopped(disabledSuffix.size()));
}

RemotePath withSuffix(const RemotePath &path)
{
    return RemotePath(QByteArray(path.bytes() + disabledSuffix.toByteArray()));
}

/// Where the link of an enabled site leads; the path itself where it is none.
RemotePath linkTarget(const Facts &facts, const RemotePath &path)
{
    if (!facts.nginx)
        return path;
    for (const NginxLink &link : facts.nginx->links) {
        if (link.path != path)
            continue;
        if (link.target.startsWith('/'))
            return RemotePath(link.target);
        if (link.target.startsWith("../") && !link.target.mid(3).contains(".."))
            return RemotePath(QByteArray("/etc/nginx/" + link.target.mid(3)));
    }
    return path;
}

/// Beside the original, with a name of its own.
RemotePath copyPath(const Facts &facts, const ChangeSite &wish)
{
    const RemotePath original = linkTarget(facts, wish.path);
    QByteArray name = wish.newName;
    name.replace('*', "_");
    if (fileName(original).endsWith(".conf") || fileName(original).endsWith(".conf.disabled"))
        name += ".conf";
    return pathIn(folderOf(original), name);
}

QString shownName(const QByteArray &name)
{
    return UntrustedText::fromBytes(name).shown(80);
}

/// One site in the text that its file has on the server.
class SiteChange {
public:
    SiteChange(PlanMaker &maker, const ChangeSite &wish) : m_maker(maker), m_wish(wish) {}

    Result<void> draft()
    {
        m_state = GW_TRY(m_maker.file(m_wish.path));
        if (!m_state.exists())
            return refused(Text::tr("%1 is not there any more").arg(m_wish.path.shown()),
                           Text::tr("Survey the server again"));
        m_tree = NginxTree::parse(m_state.content);
        m_all = nginxSitesIn(m_wish.path, m_state.content);
        const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [this](const NginxSite &site) {
            return m_wish.name.isEmpty() ? site.names.isEmpty() : site.names.contains(m_wish.name);
        });
        if (found == m_all.cend())
            return refused(Text::tr("%1 does not hold the site any more").arg(m_wish.path.shown()),
                           Text::tr("Survey the server again"));
        m_site = *found;
        switch (m_wish.kind) {
        case Kind::Enable: return enable();
        case Kind::Disable: return disable();
        case Kind::Duplicate: return duplicate();
        case Kind::Rename: return rename();
        case Kind::StartMaintenance:
            write(nginxMaintenance(m_tree, m_site), Text::tr("Visitors get 503 and a page; certificates renew"));
            return {};
        case Kind::EndMaintenance:
            write(nginxWithoutMaintenance(m_tree, m_site), Text::tr("The site answers again"));
            return {};
        case Kind::Delete: return remove();
        }
        Q_UNREACHABLE();
    }

private:
    Error refused(const QString &cause, const QString &advice = {}) const
    {
        return invalidIntent(titleOf(Intent(m_wish)), cause, advice);
    }

    Secrecy secrecy() const { return nginxSecrecy(m_maker.facts(), m_wish.path); }

    void write(const QList<NginxEdit> &edits, const QString &reason)
    {
        noteNginx(m_maker, m_maker.write(m_wish.path, nginxEdited(m_state.content, edits), reason, {}, secrecy()));
    }

    /// What else the file holds is switched with it.
    void warnOfNeighbours()
    {
        QStringList names;
        for (const NginxSite &site : std::as_const(m_all)) {
            if (site.names != m_site.names)
                names.append(site.names.isEmpty() ? Text::tr("a site without a name") : shownName(site.names.first()));
        }
        if (!names.isEmpty())
            m_maker.warn(Text::tr("%1 also holds %2: they are switched together.")
                             .arg(m_wish.path.shown(), names.join(QStringLiteral(", "))));
    }

    void warnOfCertificate(const QByteArray &name)
    {
        const auto certificate = certificateIn(m_maker.facts(), RemotePath(m_site.certificate));
        if (!certificate || name.startsWith('.'))
            return;
        const QString host = QString::fromUtf8(name);
        const QString wildcard = QStringLiteral("*") + host.mid(host.indexOf(u'.'));
        const bool covers =
            std::any_of(certificate->names.cbegin(), certificate->names.cend(),
                        [&](const UntrustedText &each) { return each.raw() == host || each.raw() == wildcard; });
        if (!covers)
            m_maker.warn(Text::tr("The certificate of the site does not name %1: browsers will refuse it until there "
                                  "is one that does.")
                             .arg(shownName(name)));
    }

    Result<void> refuseIfThere(const RemotePath &path) const
    {
        const FileState state = GW_TRY(m_maker.file(path));
        if (state.exists())
            return refused(Text::tr("%1 exists already").arg(path.shown()));
        return {};
    }

    Result<void> refuseBadName() const
    {
        if (!nginxIsHostName(m_wish.newName))
            return refused(Text::tr("“%1” is no name of a host").arg(shownName(m_wish.newName)));
        const QList<WebSite> sites = webSites(m_maker.facts());
        const bool isTaken = std::any_of(sites.cbegin(), sites.cend(), [this](const WebSite &each) {
            return each.isEnabled && each.site.names.contains(m_wish.newName);
        });
        if (isTaken)
            return refused(Text::tr("Another site has the name %1 already").arg(shownName(m_wish.newName)));
        return {};
    }

    bool readsEnabledFolder() const
    {
        const NginxConfig config = nginxConfigOf(m_maker.facts());
        return std::any_of(config.includes().cbegin(), config.includes().cend(),
                           [](const NginxInclude &include) { return include.target.startsWith(enabledFolder); });
    }

    /// A file under another path, with its owner and mode.
    Result<void> move(const RemotePath &to, const QString &reason)
    {
        GW_TRY(refuseIfThere(to));
        noteNginx(m_maker, m_maker.write(to, m_state.content, reason, m_state.attributes, secrecy()));
        noteNginx(m_maker, m_maker.remove(m_wish.path, reason, secrecy()));
        return {};
    }

    Result<void> link(const RemotePath &available, const QString &reason)
    {
        const RemotePath path = enabledPath(available);
        GW_TRY(refuseIfThere(path));
        const QString id = QStringLiteral("link %1").arg(path.shown());
        noteNginx(m_maker, m_maker.add(Phase::Write, id, LinkFile{path, {}, available.bytes()}, reason));
        return {};
    }

    Result<void> enable()
    {
        const QString reason = Text::tr("nginx reads it from now on");
        warnOfNeighbours();
        if (m_wish.path.bytes().endsWith(disabledSuffix))
            return move(withoutSuffix(m_wish.path), reason);
        if (!isIn(m_wish.path, availableFolder))
            return refused(Text::tr("It is not in sites-available"));
        if (!readsEnabledFolder())
            return refused(Text::tr("nginx.conf includes nothing of sites-enabled"));
        return link(m_wish.path, reason);
    }

    Result<void> disable()
    {
        const QString reason = Text::tr("nginx does not read it any more; the file stays");
        warnOfNeighbours();
        if (isIn(m_wish.path, enabledFolder)) {
            if (m_state.kind != FileState::Kind::Link)
                return move(availablePath(m_wish.path), reason);
            noteNginx(m_maker, m_maker.remove(m_wish.path, reason, secrecy()));
            return {};
        }
        if (!m_wish.path.bytes().endsWith(".conf") || fileName(m_wish.path) == "nginx.conf")
            return refused(Text::tr("It stands in %1, which cannot be switched off").arg(m_wish.path.shown()),
                           Text::tr("Give it a file of its own in conf.d or sites-available, or delete it"));
        return move(withSuffix(m_wish.path), reason);
    }

    Result<void> duplicate()
    {
        GW_TRY(refuseBadName());
        const RemotePath path = copyPath(m_maker.facts(), m_wish);
        GW_TRY(refuseIfThere(path));
        warnOfCertificate(m_wish.newName);
        noteNginx(m_maker,
                  m_maker.write(path, nginxSiteCopy(m_tree, m_site, m_wish.newName),
                                Text::tr("A copy of %1").arg(shownName(m_wish.name)), m_state.attributes, secrecy()));
        return isIn(path, availableFolder) && isIn(m_wish.path, enabledFolder)
                   ? link(path, Text::tr("nginx reads it from now on"))
                   : Result<void>();
    }

    Result<void> rename()
    {
        if (m_site.names.isEmpty())
            return refused(Text::tr("It has no name"));
        GW_TRY(refuseBadName());
        warnOfCertificate(m_wish.newName);
        write(nginxSiteRenamed(m_tree, m_site, m_wish.newName),
              Text::tr("%1 is called %2").arg(shownName(m_site.names.first()), shownName(m_wish.newName)));
        return {};
    }

    Result<void> remove()
    {
        if (m_all.size() > 1 || fileName(m_wish.path) == "nginx.conf") {
            write(nginxSiteRemoved(m_tree, m_site), Text::tr("Without the site"));
            return {};
        }
        const QString reason = Text::tr("Nothing else is in it");
        noteNginx(m_maker, m_maker.remove(m_wish.path, reason, secrecy()));
        if (m_state.kind != FileState::Kind::Link)
            return {};
        const RemotePath target = linkTarget(m_maker.facts(), m_wish.path);
        if (target != m_wish.path && GW_TRY(m_maker.file(target)).exists())
            noteNginx(m_maker, m_maker.remove(target, reason, secrecy()));
        return {};
    }

    PlanMaker &m_maker;
    const ChangeSite &m_wish;
    FileState m_state;
    NginxTree m_tree;
    QList<NginxSite> m_all;
    NginxSite m_site;
};

} // namespace

QList<RemotePath> siteFilesOf(const Facts &facts, const ChangeSite &wish)
{
    QList<RemotePath> files{wish.path};
    switch (wish.kind) {
    case Kind::Enable:
        files << (wish.path.bytes().endsWith(disabledSuffix) ? withoutSuffix(wish.path) : enabledPath(wish.path));
        break;
    case Kind::Disable:
        files << (isIn(wish.path, enabledFolder) ? availablePath(wish.path) : withSuffix(wish.path));
        break;
    case Kind::Duplicate:
        if (nginxIsHostName(wish.newName))
            files << copyPath(facts, wish) << enabledPath(copyPath(facts, wish));
        break;
    case Kind::Delete: files << linkTarget(facts, wish.path); break;
    case Kind::Rename:
    case Kind::StartMaintenance:
    case Kind::EndMaintenance: break;
    }
    return files;
}

Result<void> draftIntent(PlanMaker &maker, const ChangeSite &wish)
{
    return SiteChange(maker, wish).draft();
}

} // namespace gw
