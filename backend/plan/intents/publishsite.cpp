// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/quoting.h"
#include "backend/plan/intents/parts.h"
#include "backend/plan/publish/publishhost.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

QString triedToPublish(const Publish &wish)
{
    return Text::tr("Publish %1").arg(UntrustedText(wish.domains.value(0, wish.target)).shown(100));
}

quint16 servicePort(const Publish &wish)
{
    return wish.target.startsWith(QLatin1String("unix:")) ? 0 : wish.target.section(u':', -1).toUShort();
}

/// Files of somebody else are not written over.
Result<void> refuseForeign(const Publish &wish, const PublishFile &file, const FileState &state)
{
    const bool isOurs = state.content.startsWith(publishMark) || file.isSecret || file.path.bytes().endsWith(".crt") ||
                        (state.kind == FileState::Kind::Link && state.linkTarget == file.linkTarget);
    if (!state.exists() || isOurs)
        return {};
    return invalidIntent(triedToPublish(wish), Text::tr("%1 exists already, and is not ours").arg(file.path.shown()),
                         Text::tr("Rename or delete it, or publish under another name"));
}

/// Those who stand in the password file already and not in the new one go on entering.
QByteArray withLoginsOf(PlanMaker &maker, const QByteArray &old, const QByteArray &fresh)
{
    const auto nameIn = [](const QByteArray &line) { return line.left(line.indexOf(':')); };
    QByteArrayList names;
    for (const QByteArray &line : fresh.split('\n'))
        names.append(nameIn(line));
    QByteArray kept;
    QStringList shown;
    for (const QByteArray &line : old.split('\n')) {
        if (!line.contains(':') || line.startsWith('#') || names.contains(nameIn(line)))
            continue;
        kept += line + '\n';
        shown.append(UntrustedText::fromBytes(nameIn(line)).shown(40));
    }
    if (!shown.isEmpty())
        maker.warn(Text::tr("The password file lets in %1 as well, as before.").arg(shown.join(QStringLiteral(", "))));
    return fresh + kept;
}

/// Of our own, for certificates and passwords. As a step, so that it goes again with the last file in it, also when a
/// change is taken back that was kept.
void makeOwnFolder(PlanMaker &maker, const PublishPlace &place, const QList<PublishFile> &files)
{
    const RemotePath folder = place.file(publishFolder);
    const QByteArray inside = folder.bytes() + '/';
    bool isNeeded = false;
    for (const PublishFile &file : files) {
        if (!file.path.bytes().startsWith(inside))
            continue;
        const auto state = maker.files().constFind(file.path);
        if (state != maker.files().cend() && state->exists())
            return; // so the folder does
        isNeeded = true;
    }
    const auto word = quoted(folder.bytes());
    if (!isNeeded || !word)
        return;
    maker.add(Phase::Prepare, QStringLiteral("make folder %1").arg(folder.shown()),
              RunCommand{"[ -d " + *word + " ] || mkdir -m 0755 " + *word, "rmdir " + *word + " 2>/dev/null || :"},
              Text::tr("Certificates and passwords of published sites lie there"));
}

Result<void> writeFiles(PlanMaker &maker, const Publish &wish, const PublishPlace &place,
                        const std::optional<PublishHost> &site)
{
    const QList<PublishFile> files = publishFiles(maker.facts(), place, site, wish);
    makeOwnFolder(maker, place, files);
    for (PublishFile file : files) {
        const FileState state = GW_TRY(maker.file(file.path));
        if (!file.seen.isEmpty()) {
            GW_TRY(draftIntent(maker, EditNginxFile{file.path, file.seen, file.text, file.reason}));
            continue;
        }
        if (file.isPart) {
            const QByteArray text = GW_TRY(withPublishedPart(state.content, wish, file.text));
            noteNginx(maker, maker.write(file.path, text, file.reason, {}, nginxSecrecy(maker.facts(), file.path)));
            continue;
        }
        GW_TRY(refuseForeign(wish, file, state));
        if (file.path.bytes().endsWith(".htpasswd") && wish.keepLogins)
            file.text = withLoginsOf(maker, state.content, file.text);
        if (file.path == publishSitePath(place, wish) && state.exists())
            file.text = withPublishedPartsOf(state.content, file.text, wish);
        if (file.linkTarget.isEmpty()) {
            noteNginx(maker, maker.write(file.path, file.text, file.reason, file.attributes,
                                         file.isSecret ? Secrecy::Secret : Secrecy::Public));
        } else if (state.kind != FileState::Kind::Link) {
            noteNginx(maker, maker.add(Phase::Write, QStringLiteral("link %1").arg(file.path.shown()),
                                       LinkFile{file.path, state, file.linkTarget}, file.reason));
        }
    }
    return {};
}

/// What an installed package may or may not have started is started with the new files.
void installNginx(PlanMaker &maker)
{
    const QString package = maker.install(QStringLiteral("nginx"), Text::tr("It stands in front of the service"));
    for (const QString &step : std::as_const(maker.nginxSteps()))
        maker.need(step, package);
    const QString unit = QStringLiteral("nginx.service");
    const QString check = maker.add(Phase::Check, QStringLiteral("check nginx"), Check{Check::Kind::Nginx, {}},
                                    Text::tr("nginx must accept its configuration before it reads it"), {package});
    maker.act(unit, ServiceAction::Verb::Enable, Text::tr("It runs after a reboot too"), {check});
    maker.act(unit, ServiceAction::Verb::Restart, Text::tr("It starts with the site"), {check});
    maker.prove(UnitProof{ServiceUnit(unit)});
    maker.nginxSteps().clear(); // checked and started above
}

bool isContainers(const Facts &facts, quint16 port)
{
    return facts.containers &&
           std::any_of(facts.containers->cbegin(), facts.containers->cend(), [port](const Container &container) {
               return std::any_of(container.ports.cbegin(), container.ports.cend(),
                                  [port](const PublishedPort &published) { return published.hostPort == port; });
           });
}

/// What listens on `port` at more than loopback; nullptr: nothing.
const Listener *exposedListener(const Facts &facts, quint16 port)
{
    if (port == 0 || !facts.listeners)
        return nullptr;
    for (const Listener &listener : *facts.listeners) {
        if (listener.protocol == Listener::Protocol::Tcp && listener.port == port && !listener.address.isLoopback())
            return &listener;
    }
    return nullptr;
}

/// What starts the service, if it is to answer this server alone from now on; nothing: that is not known.
std::optional<ConfineService> starterOf(const Facts &facts, const Listener &listener)
{
    using Kind = ConfineService::Kind;
    if (facts.services.supervisor) {
        for (const SupervisorProgram &program : *facts.services.supervisor) {
            if (isStartedBy(listener, program))
                return ConfineService{Kind::Supervisor, program.name.raw(), {}, true};
        }
    }
    if (listener.unit.raw().endsWith(QLatin1String(".service")))
        return ConfineService{Kind::Systemd, listener.unit.raw(), {}, true};
    return {};
}

Result<void> moveServiceToLoopback(PlanMaker &maker, const Publish &wish)
{
    const Listener *listener = exposedListener(maker.facts(), servicePort(wish));
    if (!wish.toLoopback || !listener)
        return {};
    const auto starter = starterOf(maker.facts(), *listener);
    if (!starter)
        return invalidIntent(triedToPublish(wish),
                             Text::tr("Nothing is known that starts what listens on port %1").arg(listener->port),
                             Text::tr("Let the firewall close the port, and leave the service as it is"));
    return draftIntent(maker, *starter);
}

/// The port under which the service was reached so far.
void closeNakedPort(PlanMaker &maker, const Publish &wish)
{
    const quint16 port = servicePort(wish);
    if (!wish.closePort || !exposedListener(maker.facts(), port))
        return;
    if (isContainers(maker.facts(), port)) {
        maker.warn(Text::tr("Port %1 is published by a container engine, past the firewall: publish it at 127.0.0.1 "
                            "there, or others reach the service past nginx.")
                       .arg(port));
        return;
    }
    if (!hasActiveFirewall(maker.facts()) && !wish.enableFirewall) {
        if (!wish.toLoopback)
            maker.warn(Text::tr("No firewall is at work, so port %1 stays open: let one be switched on, or move the "
                                "service to 127.0.0.1.")
                           .arg(port));
        return;
    }
    closePort(maker, port, Text::tr("The service is reached through nginx alone"), {});
    maker.prove(PortProof{port, PortProof::Expect::Closed});
}

using Host = std::optional<PublishHost>; ///< the site that the service becomes a part of

Result<void> enableFirewall(PlanMaker &maker, const Publish &wish, const Host &site)
{
    if (!wish.enableFirewall || hasActiveFirewall(maker.facts()))
        return {};
    EnableFirewall firewall{{wish.httpPort}};
    if (site)
        firewall.allow.append({wish.httpsPort, site->port});
    else if (wish.tls.source != PublishTls::Source::None)
        firewall.allow.append(wish.httpsPort);
    return draftIntent(maker, firewall);
}

bool comesFromOneOf(const Facts &facts, const QStringList &networks)
{
    const QHostAddress client(facts.access.clientAddress.raw());
    return std::any_of(networks.cbegin(), networks.cend(), [&](const QString &network) {
        const auto subnet = network.contains(u'/')
                                ? QHostAddress::parseSubnet(network)
                                : std::pair(QHostAddress(network), network.contains(u':') ? 128 : 32);
        return !client.isNull() && client.isInSubnet(subnet);
    });
}

/// A page of the service that answers without a login of its own.
QString probePath(PublishKind kind)
{
    switch (kind) {
    case PublishKind::OpenAi:
    case PublishKind::OpenWebUi: return QStringLiteral("health");
    case PublishKind::Jupyter: return QStringLiteral("api");
    case PublishKind::WebUi:
    case PublishKind::ComfyUi:
    case PublishKind::Ollama:
    case PublishKind::Other:
    case PublishKind::Static: break;
    }
    return {};
}

/// Where the service takes up a WebSocket without a login of its own; empty: nowhere that is known.
QString webSocketPath(PublishKind kind)
{
    switch (kind) {
    case PublishKind::WebUi: return QStringLiteral("queue/join");
    case PublishKind::ComfyUi: return QStringLiteral("ws");
    case PublishKind::OpenWebUi: return QStringLiteral("ws/socket.io/?EIO=4&transport=websocket");
    case PublishKind::Jupyter:
    case PublishKind::OpenAi:
    case PublishKind::Ollama:
    case PublishKind::Other:
    case PublishKind::Static: break;
    }
    return {};
}

/// What the proxy must not get in the way of; `entered` is a proof that comes to the service itself, at `base`.
void proveConversation(PlanMaker &maker, const Publish &wish, SiteProof entered, const QString &base)
{
    if (const QString path = webSocketPath(wish.kind); wish.webSocket && !path.isEmpty()) {
        entered.url = base + path;
        entered.how = SiteProof::Try::WebSocket;
        maker.prove(entered);
    }
    if (wish.streaming && (wish.kind == PublishKind::OpenAi || wish.kind == PublishKind::Ollama)) {
        entered.url = base + QStringLiteral("v1/chat/completions");
        entered.how = SiteProof::Try::Stream;
        maker.prove(entered);
    }
}

void proveSite(PlanMaker &maker, const Publish &wish, const Host &site)
{
    const bool isTls = site ? site->isTls : wish.tls.source != PublishTls::Source::None;
    const quint16 port = site ? site->port : isTls ? wish.httpsPort : wish.httpPort;
    const QString host = wish.domains.value(0).toLower().replace(u'*', QStringLiteral("www"));
    const bool isUsual = port == (isTls ? 443 : 80);
    const QString base = QStringLiteral("%1://%2%3%4")
                             .arg(isTls ? QStringLiteral("https") : QStringLiteral("http"), host,
                                  isUsual ? QString() : QStringLiteral(":%1").arg(port), wish.path);
    SiteProof proof;
    proof.url = base + probePath(wish.kind);
    if (site) {
        proof.certificate = site->certificate;
    } else if (wish.tls.source == PublishTls::Source::Own) {
        const auto chain = certificatesFromPem(wish.tls.chainPem);
        proof.certificate = chain && !chain->isEmpty() ? chain->first().sha256 : QByteArray();
    }

    const bool isInherited = site && site->hasDoor() && wish.logins.isEmpty() && wish.networks.isEmpty();
    if (isInherited && site->looksAtAddress)
        return; // who is let in is known to the site alone
    if (isInherited) {
        proof.status = 401;
        maker.prove(proof);
        return;
    }
    const bool hasLogins = !wish.logins.isEmpty();
    const bool hasNetworks = !wish.networks.isEmpty();
    const bool isNear = !hasNetworks || comesFromOneOf(maker.facts(), wish.networks);
    const bool isEither = hasLogins && hasNetworks && wish.satisfy == Publish::Satisfy::Any;
    if (!isNear && !isEither) {
        proof.status = 403;
        maker.prove(proof);
        return;
    }
    const bool asksForPassword = hasLogins && !(isEither && isNear);
    if (asksForPassword) {
        proof.status = 401;
        maker.prove(proof);
        if (wish.logins.first().password.isEmpty())
            return;
        proof.status = 0;
        proof.user = wish.logins.first().user;
        proof.password = wish.logins.first().password;
    }
    maker.prove(proof);
    proveConversation(maker, wish, proof, base);
}

} // namespace

QList<RemotePath> publishFilesOf(const Facts &facts, const Publish &wish)
{
    QList<RemotePath> paths;
    for (const PublishFile &file : publishFiles(facts, wish))
        paths.append(file.path);
    const Listener *listener = wish.toLoopback ? exposedListener(facts, servicePort(wish)) : nullptr;
    if (const auto starter = listener ? starterOf(facts, *listener) : std::nullopt)
        paths.append(confinedFilesOf(facts, *starter));
    if (wish.enableFirewall)
        paths.append(firewallFilesOf(facts));
    return paths;
}

Result<void> draftIntent(PlanMaker &maker, const Publish &wish)
{
    const auto place = PublishPlace::of(maker.facts());
    const Host site = PublishHost::of(maker.facts(), place, wish);
    for (const PublishProblem &problem : publishProblems(maker.facts(), place, site, wish)) {
        if (problem.severity == PublishProblem::Severity::Error)
            return invalidIntent(triedToPublish(wish), problem.text);
        maker.warn(problem.text + QStringLiteral("."));
    }
    GW_TRY(writeFiles(maker, wish, place, site));
    if (!site) { // else they are open as the site is
        const QString reason = Text::tr("Where visitors knock");
        GW_TRY(openPort(maker, wish.httpPort, reason));
        if (wish.tls.source != PublishTls::Source::None)
            GW_TRY(openPort(maker, wish.httpsPort, reason));
    }
    if (!maker.facts().nginx)
        installNginx(maker);
    GW_TRY(moveServiceToLoopback(maker, wish));
    closeNakedPort(maker, wish);
    GW_TRY(enableFirewall(maker, wish, site));
    maker.login();
    proveSite(maker, wish, site);
    return {};
}

} // namespace gw
