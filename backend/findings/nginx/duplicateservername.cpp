// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// One name of a server; the empty one of a server that has none.
struct Name {
    NginxSetting server;
    NginxSetting directive; ///< none: the server has no server_name
    int argument = 0;

    QByteArray text() const { return directive ? directive.argument(argument).toLower() : QByteArray(); }
    NginxSetting place() const { return directive ? directive : server; }
};

QList<Name> namesOf(const NginxView &view, NginxSetting server)
{
    QList<Name> names;
    for (const NginxSetting directive : view.holding(server, "server_name")) {
        for (int i = 0; i < directive.argumentCount(); ++i)
            names.append({server, directive, i});
    }
    return names.isEmpty() ? QList<Name>{{server, {}, 0}} : names;
}

/// The names of one socket, in the order nginx reads them: the first of two that are the same holds
/// (ngx_hash_add_key() in src/core/ngx_hash.c).
class NamesOfSocket {
public:
    /// The earlier one that has this name; nothing: it is the first.
    std::optional<Name> add(const Name &name)
    {
        const QByteArray text = name.text();
        // ".example.com" is "example.com" and "*.example.com".
        const bool isBoth = text.size() > 1 && text.startsWith('.');
        const QByteArrayList keys = isBoth ? QByteArrayList{text.mid(1), '*' + text} : QByteArrayList{text};
        for (const QByteArray &key : keys) {
            if (const auto taken = m_taken.constFind(key); taken != m_taken.cend())
                return *taken;
        }
        for (const QByteArray &key : keys)
            m_taken.insert(key, name);
        return std::nullopt;
    }

private:
    QHash<QByteArray, Name> m_taken;
};

/// A name that is ignored, with the sockets where it is.
struct Ignored {
    Name name;
    Name holder;
    QByteArrayList sockets;
};

/// What falls to the default server anyway: there it does not matter that its name is ignored.
bool isForNobody(const QByteArray &name)
{
    return name.isEmpty() || name == "_";
}

QList<Ignored> ignoredNames(const NginxView &view, const QList<const NginxSocket *> &sockets)
{
    QList<Ignored> all;
    QHash<std::pair<quint32, int>, qsizetype> known; // by directive (or server) and argument
    for (const NginxSocket *socket : sockets) {
        NamesOfSocket names;
        for (const NginxSetting server : socket->servers) {
            for (const Name &name : namesOf(view, server)) {
                if (name.text().startsWith('~'))
                    continue;
                const std::optional<Name> holder = names.add(name);
                const bool isHeard = server == socket->defaultServer && isForNobody(name.text());
                if (!holder || holder->server == server || isHeard)
                    continue;
                const std::pair key(name.place().index(), name.argument);
                if (!known.contains(key)) {
                    known.insert(key, all.size());
                    all.append({name, *holder, {}});
                }
                all[known.value(key)].sockets.append(socket->name());
            }
        }
    }
    return all;
}

Finding findingFor(const NginxView &view, const Ignored &ignored)
{
    const QString sockets = shownText(ignored.sockets.mid(0, 3).join(", "));
    const QByteArray name = ignored.name.text();
    Finding finding = view.finding(
        ignored.name.place(), Severity::Medium,
        isForNobody(name) ? QCoreApplication::translate("nginx", "No request comes to this server on %1").arg(sockets)
                          : QCoreApplication::translate("nginx", "Another server already has the name %1 on %2")
                                .arg(shownText(name), sockets),
        isForNobody(name)
            ? QCoreApplication::translate("nginx",
                                          "It has no name that a request could ask for, and another server answers "
                                          "what has no name. Give it its own name, or take it out.")
            : QCoreApplication::translate("nginx",
                                          "nginx warns “conflicting server name” and ignores this one: requests for "
                                          "the name go to the server that it reads first. What is written here does "
                                          "not hold for them."));
    finding.subject = isForNobody(name) ? sockets : shownText(name);
    finding.proof.append(view.lines(ignored.holder.place()));
    return finding;
}

RuleOutcome check(const NginxView &view)
{
    QList<const NginxSocket *> sockets;
    for (const NginxSocket &socket : view.sockets().all())
        sockets.append(&socket);
    QList<Finding> findings;
    for (const Ignored &ignored : ignoredNames(view, sockets))
        findings.append(findingFor(view, ignored));
    return findings;
}

/// A name that is ignored on every socket of its server can go, if the server has others.
QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    if (!setting || !setting.is("server_name") || setting.argumentCount() < 2)
        return {};
    const QList<const NginxSocket *> sockets = view.socketsOf(setting.parent());
    for (const Ignored &ignored : ignoredNames(view, sockets)) {
        const bool isMeant = ignored.name.directive == setting && shownText(ignored.name.text()) == finding.subject;
        if (isMeant && ignored.sockets.size() == sockets.size())
            return {nginxWithoutArgument(setting.node(), ignored.name.argument)};
    }
    return {};
}

} // namespace

const NginxRule nginx::duplicateServerName{
    "nginx.duplicate-server-name",
    QT_TRANSLATE_NOOP("rules", "Each name belongs to one server of a socket"),
    "nginx.org, Server names; src/http/ngx_http.c, ngx_http_server_names()",
    everyProfile,
    check,
    fix,
};

} // namespace gw
