// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/readers.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gw {
namespace {

UntrustedText textOf(const QJsonValue &value)
{
    return UntrustedText(value.toString());
}

/// {"3001/tcp": [{"HostIp": "0.0.0.0", "HostPort": "3001"}], "80/tcp": null}
QList<PublishedPort> portsFrom(const QJsonObject &ports)
{
    QList<PublishedPort> published;
    for (auto port = ports.begin(); port != ports.end(); ++port) {
        const QString inside = port.key().section(u'/', 0, 0);
        const auto protocol =
            port.key().endsWith(QLatin1String("/udp")) ? Listener::Protocol::Udp : Listener::Protocol::Tcp;
        for (const QJsonValue binding : port.value().toArray()) {
            const QString address = binding[QLatin1String("HostIp")].toString();
            PublishedPort one;
            one.hostAddress = address.isEmpty() ? QHostAddress(QHostAddress::Any) : QHostAddress(address);
            one.hostPort = binding[QLatin1String("HostPort")].toString().toUShort();
            one.containerPort = inside.toUShort();
            one.protocol = protocol;
            if (one.hostPort != 0 && !published.contains(one))
                published.append(one);
        }
    }
    return published;
}

QList<UntrustedText> textsFrom(const QJsonArray &values)
{
    QList<UntrustedText> texts;
    for (const QJsonValue value : values)
        texts.append(textOf(value));
    return texts;
}

QList<UntrustedText> mountsFrom(const QJsonArray &mounts)
{
    QList<UntrustedText> texts;
    for (const QJsonValue mount : mounts) {
        const QString source = mount[QLatin1String("Source")].toString(mount[QLatin1String("Name")].toString());
        const bool writable = mount[QLatin1String("RW")].toBool(true);
        texts.append(UntrustedText(source + u':' + mount[QLatin1String("Destination")].toString() + u':' +
                                   (writable ? QStringLiteral("rw") : QStringLiteral("ro"))));
    }
    return texts;
}

QList<Container> containersOf(const UntrustedText &engine, QByteArrayView printed)
{
    QList<Container> containers;
    for (const QByteArrayView line : linesOf(printed)) {
        const QJsonObject object = QJsonDocument::fromJson(line.toByteArray()).object();
        if (object.isEmpty())
            continue;
        Container container;
        container.engine = engine;
        container.id = textOf(object[QLatin1String("id")]);
        QString name = object[QLatin1String("name")].toString();
        if (name.startsWith(u'/'))
            name.remove(0, 1);
        container.name = UntrustedText(name);
        container.image = textOf(object[QLatin1String("image")]);
        container.status = textOf(object[QLatin1String("status")]);
        container.user = textOf(object[QLatin1String("user")]);
        container.networkMode = textOf(object[QLatin1String("network")]);
        container.privileged = object[QLatin1String("privileged")].toBool();
        container.capabilities = textsFrom(object[QLatin1String("capabilities")].toArray());
        container.securityOptions = textsFrom(object[QLatin1String("security")].toArray());
        container.pidMode = textOf(object[QLatin1String("pid")]);
        container.ports = portsFrom(object[QLatin1String("ports")].toObject());
        container.mounts = mountsFrom(object[QLatin1String("mounts")].toArray());
        container.composeFile = textOf(object[QLatin1String("compose")]);
        container.composeProject = textOf(object[QLatin1String("project")]);
        containers.append(container);
    }
    return containers;
}

} // namespace

Known<QList<Container>> containersFrom(const Sections &sections)
{
    QList<Container> containers;
    std::optional<Gap> gap;
    bool known = false;
    for (const char *engine : {"docker", "podman"}) {
        const UntrustedText name(QString::fromLatin1(engine));
        const auto read = sections.known(QByteArray("containers.") + engine,
                                         [&name](QByteArrayView printed) { return containersOf(name, printed); });
        if (read) {
            known = true;
            containers += *read;
        } else if (!gap || gap->reason == Gap::Reason::NotInstalled) {
            gap = read.gap();
        }
    }
    // An engine that is there and cannot be asked counts more than one that is not there.
    if (gap && gap->reason != Gap::Reason::NotInstalled && (containers.isEmpty() || !known))
        return *gap;
    if (!known)
        return gap.value_or(Gap());
    return containers;
}

} // namespace gw
