// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/findings/serverfacts.h"

#include <QTest>

namespace gw::test {

using namespace Qt::StringLiterals;

Listener listening(const QString &address, quint16 port, const QString &process, const QString &user)
{
    Listener listener;
    listener.address = QHostAddress(address);
    listener.port = port;
    listener.process = UntrustedText(process);
    listener.commandLine = UntrustedText(u"%1 --port %2"_s.arg(process, QString::number(port)));
    listener.user = UntrustedText(user);
    listener.pid = 1000 + port;
    return listener;
}

void withoutFirewall(Facts &facts)
{
    const Known<UntrustedText> absent = Gap{Gap::Reason::NotInstalled, {}};
    facts.firewall = {absent, absent, absent, absent, absent};
}

void withUfw(Facts &facts, const QString &rules)
{
    withoutFirewall(facts);
    facts.firewall.ufwStatus =
        UntrustedText(u"Status: active\nDefault: deny (incoming), allow (outgoing), disabled (routed)\n\n"
                      "To                         Action      From\n"
                      "--                         ------      ----\n"_s +
                      rules);
    facts.firewall.iptables = facts.firewall.ip6tables = UntrustedText(u"*filter\n:INPUT DROP [0:0]\nCOMMIT\n"_s);
}

CertificateInfo certificate(const QDateTime &from, const QDateTime &until)
{
    CertificateInfo info;
    info.subject = UntrustedText(u"chat.example.org"_s);
    info.notBefore = from;
    info.notAfter = until;
    info.sha256 = until.toString(Qt::ISODate).toUtf8().leftJustified(32, 'x', true);
    return info;
}

Lineage lineage(const QString &name, const CertificateInfo &certificate, const QByteArray &renewal)
{
    Lineage result;
    result.name = UntrustedText(name);
    result.renewal.path = RemotePath(QString(u"/etc/letsencrypt/renewal/%1.conf"_s.arg(name)));
    result.renewal.content = renewal;
    result.certificate = certificate;
    return result;
}

ScheduledJob certbotTimer(bool active)
{
    ScheduledJob job;
    job.kind = ScheduledJob::Kind::Timer;
    job.name = UntrustedText(u"certbot.timer"_s);
    job.command = UntrustedText(u"/usr/bin/certbot -q renew"_s);
    job.active = active;
    job.renewsCertificates = true;
    return job;
}

const Rule &rule(const QString &id)
{
    for (const Rule &each : rules()) {
        if (id == QLatin1String(each.id))
            return each;
    }
    qFatal("no rule %s", qPrintable(id));
}

} // namespace gw::test
