// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/siteedit.h"
#include "backend/plan/publish/publishhost.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Publish)
};

using Severity = PublishProblem::Severity;
using Field = PublishProblem::Field;

QString shown(const QString &text)
{
    return UntrustedText(text).shown(80);
}

/// An address or a network, as `allow` takes it (ngx_http_access_module).
bool isNetwork(const QString &text)
{
    static const QRegularExpression signs(u"^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$"_s);
    if (!signs.match(text).hasMatch())
        return false;
    return !QHostAddress(text).isNull() || (text.contains(u'/') && !QHostAddress::parseSubnet(text).first.isNull());
}

bool isHostAndPort(const QString &target)
{
    static const QRegularExpression pattern(
        u"^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\\[[0-9A-Fa-f:.]+\\]):([0-9]{1,5})$"_s);
    const QRegularExpressionMatch match = pattern.match(target);
    return match.hasMatch() && match.captured(1).toInt() > 0 && match.captured(1).toInt() < 65536;
}

/// Without a sign that nginx or a shell would read as something else.
bool isPlainPath(const QString &path)
{
    static const QRegularExpression pattern(u"^/[A-Za-z0-9._~/@+-]*$"_s);
    return pattern.match(path).hasMatch() && !path.contains(u"/../"_s) && !path.endsWith(u"/.."_s);
}

class Problems {
public:
    Problems(const Facts &facts, const PublishPlace &place, const std::optional<PublishHost> &host, const Publish &wish)
        : m_facts(facts), m_place(place), m_host(host), m_wish(wish)
    {
        service();
        hostCheck();
        linksBelowPath();
        domains();
        path();
        certificate();
        access();
        options();
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const PublishProblem &a, const PublishProblem &b) { return a.severity < b.severity; });
    }
    const QList<PublishProblem> &found() const { return m_found; }

private:
    void error(Field field, const QString &text) { m_found.append({Severity::Error, field, text}); }
    void notice(Field field, const QString &text) { m_found.append({Severity::Notice, field, text}); }

    void service()
    {
        if (m_wish.kind == PublishKind::Static) {
            if (!isPlainPath(m_wish.target) || m_wish.target == u"/")
                error(Field::Service, Text::tr("“%1” is no folder to publish: give a path such as /var/www/site")
                                          .arg(shown(m_wish.target)));
            else if (m_wish.target.startsWith(u"/root"_s))
                error(Field::Service, Text::tr("nginx may not enter /root, and should not: move the folder to /srv or "
                                               "/var/www"));
        } else if (m_wish.target.startsWith(u"unix:"_s) ? !isPlainPath(m_wish.target.mid(5))
                                                        : !isHostAndPort(m_wish.target)) {
            error(Field::Service,
                  Text::tr("“%1” is no service: give an address such as 127.0.0.1:7860").arg(shown(m_wish.target)));
        }
        if (!m_facts.nginx && m_facts.nginx.gap().reason == Gap::Reason::NotInstalled)
            notice(Field::Service, Text::tr("nginx is not on the server: it will be installed"));
        else if (!m_facts.nginx || !m_facts.nginx->tree)
            error(Field::Service, Text::tr("The configuration of nginx could not be read: survey the server as root"));
        else if (!m_place.isReadable())
            error(Field::Service, Text::tr("%1 includes neither sites-enabled nor conf.d: add one of them to its http "
                                           "block first")
                                      .arg(m_facts.nginx->tree->first().path.shown()));
    }

    /// Jupyter at loopback answers to localhost alone (jupyter_server, check_host()).
    void hostCheck()
    {
        if (m_wish.kind != PublishKind::Jupyter || !m_facts.listeners)
            return;
        const quint16 port = m_wish.target.section(u':', -1).toUShort();
        const auto isOpen = [port](const Listener &each) { return each.port == port && !each.address.isLoopback(); };
        const auto &listeners = *m_facts.listeners;
        if (!m_wish.toLoopback && std::any_of(listeners.cbegin(), listeners.cend(), isOpen))
            return;
        static const QRegularExpression told(u"allow_remote_access|local_hostnames"_s);
        for (const AiService &service : m_facts.aiServices ? *m_facts.aiServices : QList<AiService>()) {
            if (service.kind != AiService::Kind::Jupyter)
                continue;
            bool isTold = told.match(service.commandLine.raw()).hasMatch();
            for (const FileFact &file : service.files)
                isTold = isTold || told.match(QString::fromUtf8(file.content)).hasMatch();
            if (isTold)
                return;
        }
        notice(Field::Service, Text::tr("Jupyter at 127.0.0.1 refuses names that it does not know: start it with "
                                        "--ServerApp.allow_remote_access=True"));
    }
    /// Programs that make their links from the root of the site.
    void linksBelowPath()
    {
        if (m_wish.path == u"/")
            return;
        if (m_wish.kind == PublishKind::Jupyter || m_wish.kind == PublishKind::OpenWebUi)
            notice(Field::Path, Text::tr("%1 makes its links from the root of the site: give it a name of its own")
                                    .arg(publishKindName(m_wish.kind)));
        else if (m_wish.kind == PublishKind::WebUi)
            notice(Field::Path, Text::tr("Gradio must know the path: start it with GRADIO_ROOT_PATH=%1")
                                    .arg(shown(m_wish.path.chopped(1))));
    }

    void domains()
    {
        if (m_wish.domains.isEmpty())
            error(Field::Domain, Text::tr("By what name is it to be called?"));
        for (const QString &domain : m_wish.domains) {
            const QByteArray name = domain.toLatin1().toLower();
            if (QString::fromLatin1(name) != domain.toLower() || domain.startsWith(u'.') || !nginxIsHostName(name))
                error(Field::Domain, Text::tr("“%1” is no name of a host").arg(shown(domain)));
        }
        const RemotePath own = publishReadPath(m_place, m_wish);
        for (const WebSite &site : m_place.sites) {
            if (!site.isEnabled || site.site.path == own)
                continue;
            for (const QString &domain : m_wish.domains) {
                if (isHost(site.site, domain))
                    continue;
                if (site.site.names.contains(domain.toLatin1().toLower()))
                    error(Field::Domain, Text::tr("%1 is served already by %2:%3: disable that site first, or edit it")
                                             .arg(shown(domain), site.site.path.shown())
                                             .arg(site.site.line()));
            }
        }
    }
    /// Whether it is the site that the service becomes a part of.
    bool isHost(const NginxSite &site, const QString &domain) const
    {
        return m_host && site.path == m_host->path && domain == m_wish.domains.first();
    }

    void path()
    {
        if (m_host)
            notice(Field::Path, Text::tr("It becomes a part of the site in %1:%2, with the name and the certificate of "
                                         "that one")
                                    .arg(m_host->path.shown())
                                    .arg(m_host->line));
        if (m_host && m_wish.domains.size() > 1)
            error(Field::Domain, Text::tr("A part of a site has one name: the one of the site"));
        if (!isPlainPath(m_wish.path) || !m_wish.path.endsWith(u'/') || m_wish.path.contains(u"//"_s))
            error(Field::Path,
                  Text::tr("“%1” is no path: it begins and ends with a slash, as /lora/").arg(shown(m_wish.path)));
    }

    void certificate()
    {
        const PublishTls &tls = m_wish.tls;
        if (m_host) {
            if (!m_host->isTls && !m_wish.logins.isEmpty())
                notice(Field::Certificate, Text::tr("Without a certificate passwords cross the network in the clear"));
            return;
        }
        switch (tls.source) {
        case PublishTls::Source::None:
            if (!m_wish.logins.isEmpty())
                notice(Field::Certificate, Text::tr("Without a certificate passwords cross the network in the clear"));
            return;
        case PublishTls::Source::Own:
            if (tls.chainPem.isEmpty() || tls.keyPem.isEmpty())
                error(Field::Certificate, Text::tr("There is no certificate yet"));
            else
                notice(Field::Certificate, Text::tr("Nobody vouches for this certificate: browsers warn about it"));
            return;
        case PublishTls::Source::Files: break;
        }
        for (const RemotePath &file : {tls.certificate, tls.key}) {
            if (!isPlainPath(QString::fromUtf8(file.bytes())))
                error(Field::Certificate, Text::tr("“%1” is no path of a file").arg(file.shown()));
        }
        const auto known = certificateIn(m_facts, tls.certificate);
        if (!known)
            return;
        if (known->notAfter < m_facts.takenAt)
            error(Field::Certificate, Text::tr("The certificate expired on %1: renew it first")
                                          .arg(QLocale().toString(known->notAfter.date(), QLocale::ShortFormat)));
        for (const QString &domain : m_wish.domains) {
            const QString wildcard = u"*"_s + domain.mid(domain.indexOf(u'.'));
            const bool covers = std::any_of(known->names.cbegin(), known->names.cend(), [&](const UntrustedText &each) {
                return each.raw().compare(domain, Qt::CaseInsensitive) == 0 ||
                       each.raw().compare(wildcard, Qt::CaseInsensitive) == 0;
            });
            if (!covers)
                error(Field::Certificate,
                      Text::tr("The certificate does not name %1: browsers would refuse it").arg(shown(domain)));
        }
    }

    void access()
    {
        static const QRegularExpression user(u"^[A-Za-z0-9._@-]{1,64}$"_s);
        static const QRegularExpression hash(u"^\\$(?:2[aby]|apr1|5|6)\\$[A-Za-z0-9./$=]+$"_s);
        QSet<QString> names;
        for (const PublishLogin &login : m_wish.logins) {
            if (names.contains(login.user) && !login.user.isEmpty())
                error(Field::Access, Text::tr("%1 stands there twice").arg(shown(login.user)));
            names.insert(login.user);
            if (!user.match(login.user).hasMatch())
                error(Field::Access, Text::tr("“%1” is no name to log in with").arg(shown(login.user)));
            if (!hash.match(QString::fromLatin1(login.hash)).hasMatch())
                error(Field::Access, Text::tr("%1 has no password yet").arg(shown(login.user)));
        }
        for (const QString &network : m_wish.networks) {
            if (!isNetwork(network))
                error(Field::Access, Text::tr("“%1” is no address and no network").arg(shown(network)));
        }
        const bool isOpen = m_wish.logins.isEmpty() && m_wish.networks.isEmpty();
        if (isOpen && m_host && m_host->hasDoor())
            notice(Field::Access, Text::tr("Who may enter the site may enter this too"));
        else if (isOpen && m_wish.kind != PublishKind::Static)
            notice(Field::Access, Text::tr("Everybody who knows the name may enter"));
        if (!m_wish.logins.isEmpty() && (m_wish.kind == PublishKind::OpenAi || m_wish.kind == PublishKind::Ollama))
            notice(Field::Access, Text::tr("Programs that send an API key as “Authorization: Bearer” cannot send the "
                                           "password too: for them an address list is the better door"));
    }

    void options()
    {
        static const QRegularExpression origin(
            u"^https?://(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?$"_s);
        for (const QString &each : m_wish.corsOrigins) {
            if (!origin.match(each).hasMatch())
                error(Field::Options,
                      Text::tr("“%1” is no origin: give scheme and host, as https://app.example.org").arg(shown(each)));
        }
        if (m_wish.patienceSeconds < 1 || m_wish.patienceSeconds > 86'400)
            error(Field::Options, Text::tr("The longest silence is 1 to 86400 seconds"));
        if (m_wish.uploadMegabytes < 1 || m_wish.uploadMegabytes > 1'048'576)
            error(Field::Options, Text::tr("The largest request is 1 to 1048576 megabytes"));
        if (m_wish.requestsPerSecond < 0 || m_wish.requestsPerSecond > 100'000)
            error(Field::Options, Text::tr("The rate is at most 100000 requests in a second"));
        if (m_wish.httpPort == 0 || m_wish.httpsPort == 0 || m_wish.httpPort == m_wish.httpsPort)
            error(Field::Options, Text::tr("The ports for http and https must be two"));
        if (m_host)
            return;
        taken(m_wish.httpPort);
        if (m_wish.tls.source != PublishTls::Source::None)
            taken(m_wish.httpsPort);
    }
    void taken(quint16 port)
    {
        if (!m_facts.listeners)
            return;
        for (const Listener &listener : *m_facts.listeners) {
            if (listener.protocol != Listener::Protocol::Tcp || listener.port != port || listener.process == u"nginx" ||
                listener.process.isEmpty())
                continue;
            error(Field::Options, Text::tr("Port %1 is taken by %2: stop it, or choose another port")
                                      .arg(QString::number(port), listener.process.shown(60)));
            return;
        }
    }

    const Facts &m_facts;
    const PublishPlace &m_place;
    const std::optional<PublishHost> &m_host;
    const Publish &m_wish;
    QList<PublishProblem> m_found;
};

} // namespace

QList<PublishProblem> publishProblems(const Facts &facts, const PublishPlace &place,
                                      const std::optional<PublishHost> &host, const Publish &wish)
{
    return Problems(facts, place, host, wish).found();
}

QList<PublishProblem> publishProblems(const Facts &facts, const Publish &wish)
{
    const PublishPlace place = PublishPlace::of(facts);
    return publishProblems(facts, place, PublishHost::of(facts, place, wish), wish);
}

} // namespace gw
