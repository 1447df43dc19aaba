// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/labclient.h"

#include <QCoreApplication>
#include <QFile>

namespace gw::test {

using namespace Qt::StringLiterals;

LabClient::LabClient(const QList<const LabServer *> &servers, const QByteArray &moreConfig)
{
    QByteArray known;
    QByteArray identities;
    for (const LabServer *server : servers) {
        known += server->hostKeys();
        identities +=
            "Host " + server->address().toUtf8() + "\n  IdentityFile " + server->value(u"KEY"_s).toUtf8() + '\n';
    }
    writeFile(knownHosts(), known);
    writeFile(config(), moreConfig + '\n' + identities + "Host *\n  UserKnownHostsFile " + knownHosts().toUtf8() +
                            "\n  GlobalKnownHostsFile none\n  IdentitiesOnly yes\n  IdentityAgent none\n");
}

QString LabClient::target(const LabServer &server, const QString &user)
{
    return user + u'@' + server.address() + u':' + server.value(u"PORT"_s);
}

Route LabClient::route(const LabServer &server, const QString &user, TransportKind transport) const
{
    RouteOptions options;
    options.transport = transport;
    options.configFile = config();
    const auto named = Target::parse(target(server, user));
    if (!named)
        qFatal("%s", qPrintable(named.error().text()));
    auto route = routeTo(*named, options, {});
    if (!route)
        qFatal("%s", qPrintable(route.error().text()));
    return std::move(*route);
}

Result<std::unique_ptr<Transport>> LabClient::open(const LabServer &server, const QString &user,
                                                   TransportKind transport, const Answers &answers) const
{
    ConnectOptions options;
    options.timeout = std::chrono::minutes(1); // the machine is shared with others
    return openTransport(route(server, user, transport), answers, options, {});
}

std::unique_ptr<Transport> LabClient::connected(const LabServer &server, const QString &user,
                                                TransportKind transport) const
{
    auto opened = open(server, user, transport);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text()));
    return std::move(*opened);
}

QString LabClient::ctlProgram()
{
    return QCoreApplication::applicationDirPath() + u"/../gatewrightctl"_s;
}

QStringList LabClient::ctlArguments(const QStringList &arguments) const
{
    return arguments + QStringList{u"--ssh-config"_s, config()};
}

QStringList LabClient::environment() const
{
    return {u"HOME="_s + folder(), u"XDG_DATA_HOME="_s + file(u"data"_s), u"LC_ALL=C.UTF-8"_s, u"LANGUAGE=en"_s};
}

Ran LabClient::ctl(const QStringList &arguments) const
{
    return runToEnd(ctlProgram(), ctlArguments(arguments), {}, environment());
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace gw::test
