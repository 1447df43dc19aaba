// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxaccess.h"
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/serveranswers.h"
#include "backend/findings/nginx/tlsservers.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array logins{"auth_basic", "auth_request", "auth_jwt", "auth_oidc"};

/// How the certificates of a server come, as Certbot keeps it.
enum class Renewal {
    Unknown,
    ByFiles, ///< the challenge is a file in a folder that nginx serves
    Else,    ///< by DNS, by a program of its own, or by Certbot in nginx itself, which goes around access rules
};

class Lineages {
public:
    explicit Lineages(const Facts &facts)
    {
        static const QRegularExpression authenticator(u"^\\s*authenticator\\s*=\\s*(\\S+)"_s,
                                                      QRegularExpression::MultilineOption);
        if (!facts.certificates.lineages)
            return;
        for (const Lineage &lineage : *facts.certificates.lineages) {
            const QString way = authenticator.match(QString::fromUtf8(lineage.renewal.content)).captured(1);
            if (way.isEmpty() || !lineage.certificate)
                continue;
            for (const UntrustedText &name : lineage.certificate->names)
                m_ways.insert(name.raw().toLower().toLatin1(), way == u"webroot"_s ? Renewal::ByFiles : Renewal::Else);
        }
    }
    Renewal of(const QByteArrayList &names) const
    {
        Renewal renewal = Renewal::Unknown;
        for (const QByteArray &name : names) {
            const Renewal way = m_ways.value(name, Renewal::Unknown);
            if (way == Renewal::ByFiles)
                return way;
            if (way != Renewal::Unknown)
                renewal = way;
        }
        return renewal;
    }

private:
    QHash<QByteArray, Renewal> m_ways;
};

QByteArrayList namesOf(const NginxView &view, NginxSetting server)
{
    QByteArrayList names;
    for (const NginxSetting directive : view.holding(server, "server_name")) {
        for (const QByteArray &name : directive.arguments())
            names.append(name.toLower());
    }
    return names;
}

/// What a challenge meets.
struct Meeting {
    NginxSetting scope;         ///< the location it ends in, or the server
    NginxSetting answer;        ///< "return" or "rewrite" that ends it before access rules
    bool isOwnLocation = false; ///< a location for challenges
};

class Challenges {
public:
    explicit Challenges(const NginxView &view) : m_view(view), m_lineages(view.facts())
    {
        for (const NginxSetting server : view.servers()) {
            if (!servesTls(view, server) || !listensOn(server, 443))
                continue;
            for (const QByteArray &name : namesOf(view, server)) {
                if (!m_tlsByName.contains(name))
                    m_tlsByName.insert(name, server);
            }
        }
    }

    QList<Finding> findings()
    {
        for (const NginxSetting server : m_view.servers()) {
            if (listensOn(server, 80) && !m_view.held(server, "ssl").startsWith("on"))
                judge(server);
        }
        return m_findings;
    }

private:
    bool listensOn(NginxSetting server, quint16 port) const
    {
        const QList<const NginxSocket *> sockets = m_view.socketsOf(server);
        return std::any_of(sockets.cbegin(), sockets.cend(), [port](const NginxSocket *socket) {
            return socket->address.family != nginxcheck::Address::Family::Unix && socket->address.port == port;
        });
    }

    NginxSetting challengeLocation(NginxSetting server) const
    {
        for (const NginxSetting setting : m_view.in(server, "location")) {
            if (isAcmePath(NginxLocation::of(setting).name))
                return setting;
        }
        return {};
    }

    Meeting meeting(NginxSetting server)
    {
        Meeting meeting;
        meeting.scope = server;
        meeting.answer = answerOfServer(m_view, server);
        if (meeting.answer)
            return meeting;
        const NginxLocationChoice choice = nginxLocationFor(server, acmePath.toByteArray() + "token", m_patterns);
        if (choice.chain.isEmpty() || !choice.isSure)
            return meeting;
        meeting.scope = choice.chain.last().setting;
        meeting.isOwnLocation = isAcmePath(choice.chain.last().name);
        meeting.answer = answerOfServer(m_view, meeting.scope);
        return meeting;
    }

    void judge(NginxSetting server)
    {
        const QByteArrayList names = namesOf(m_view, server);
        const NginxSetting own = challengeLocation(server);
        const Renewal renewal = m_lineages.of(names);
        if (renewal == Renewal::Else || (renewal == Renewal::Unknown && !own))
            return;
        const Meeting first = meeting(server);
        if (!first.answer) {
            judgeAccess(first.scope);
            return;
        }
        const NginxSetting redirect = redirectOf(first);
        const NginxSetting next = redirect ? tlsServerOf(names) : NginxSetting();
        const Meeting second = next ? meeting(next) : Meeting();
        if (own && !first.isOwnLocation && !(next && second.isOwnLocation)) {
            addHidden(own, first.answer);
            return;
        }
        if (next && !second.answer)
            judgeAccess(second.scope);
        else if (!redirect && renewal == Renewal::ByFiles && first.answer.argument(0).startsWith('4'))
            addLocked(first.answer, first.scope);
    }

    /// What sends the challenge to HTTPS, where Let's Encrypt follows; also as Certbot writes it, in an `if` before.
    NginxSetting redirectOf(const Meeting &meeting) const
    {
        const auto isToHttps = [](NginxSetting answer) {
            return answer.argumentCount() > 0 &&
                   answer.argument(answer.is("return") && answer.argumentCount() == 1 ? 0 : 1).startsWith("https://");
        };
        if (isToHttps(meeting.answer))
            return meeting.answer;
        for (const NginxSetting condition : m_view.in(meeting.scope, "if")) {
            const NginxSetting answer = m_view.firstIn(condition, "return");
            if (answer && isToHttps(answer))
                return answer;
        }
        return {};
    }

    NginxSetting tlsServerOf(const QByteArrayList &names) const
    {
        for (const QByteArray &name : names) {
            if (const NginxSetting server = m_tlsByName.value(name))
                return server;
        }
        return {};
    }

    void judgeAccess(NginxSetting scope)
    {
        const NginxAccess access = accessAt(m_view, scope);
        if (access.isOpen())
            return;
        NginxSetting lock;
        for (const NginxSetting entry : access.addresses)
            lock = entry.is("deny") ? entry : lock;
        for (const char *login : logins) {
            if (!lock && m_view.held(scope, login, "off") != "off")
                lock = m_view.heldBy(scope, login);
        }
        if (lock)
            addLocked(lock, scope);
    }

    void addLocked(NginxSetting lock, NginxSetting scope)
    {
        if (m_said.contains(lock.index()))
            return;
        m_said.insert(lock.index());
        Finding finding = m_view.finding(
            lock, Severity::High,
            QCoreApplication::translate("nginx", "The certificate authority is locked out: renewal fails"),
            QCoreApplication::translate(
                "nginx", "It fetches /.well-known/acme-challenge/ from addresses that nobody knows beforehand, without "
                         "a password. Give that path a location of its own with “auth_basic off;” and “allow all;”."));
        finding.proof.append(m_view.lines(scope));
        m_findings.append(finding);
    }

    void addHidden(NginxSetting location, NginxSetting answer)
    {
        Finding finding = m_view.finding(
            location, Severity::High,
            QCoreApplication::translate("nginx", "No challenge of the certificate authority gets here: renewal fails"),
            QCoreApplication::translate("nginx",
                                        "“return” and “rewrite” of a server answer before nginx looks for a location. "
                                        "Put them into a “location /”, and this one is asked again."));
        finding.proof.append(m_view.lines(answer));
        m_findings.append(finding);
    }

    const NginxView &m_view;
    Lineages m_lineages;
    QHash<QByteArray, NginxSetting> m_tlsByName;
    NginxPatterns m_patterns;
    QSet<quint32> m_said;
    QList<Finding> m_findings;
};

RuleOutcome check(const NginxView &view)
{
    return Challenges(view).findings();
}

/// The answer of the server, put where it takes only what no other location does.
QList<NginxEdit> intoLocation(const NginxView &view, NginxSetting challenge)
{
    const NginxSetting server = challenge.parent();
    const NginxSetting answer = answerOfServer(view, server);
    if (!answer || !answer.is("return") || answer.node().parent() != server.node())
        return {};
    for (const NginxSetting location : view.in(server, "location")) {
        if (!isAcmePath(NginxLocation::of(location).name))
            return {}; // what else would be let out is for a person to say
    }
    const NginxTree &tree = view.treeAt(answer.path());
    const QByteArray text = answer.node().text().toByteArray();
    return {nginxInsertedAfter(tree, challenge.node(), "location / {\n    " + text + "\n}"),
            nginxRemoved(tree, answer.node())};
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    if (!setting)
        return {};
    if (setting.is("location"))
        return setting.node().parent() == setting.parent().node() ? intoLocation(view, setting) : QList<NginxEdit>();
    // A location for challenges that inherits what locks it.
    QList<NginxEdit> edits;
    for (const NginxSetting location : view.below(setting.parent(), "location")) {
        if (!isAcmePath(NginxLocation::of(location).name) || accessAt(view, location).isOpen())
            continue;
        QByteArrayList lines;
        QByteArrayList names(logins.begin(), logins.end());
        names.prepend("allow");
        for (const QByteArray &name : names) {
            if (view.held(location, name, "off") == "off")
                continue;
            if (view.has(location, name) || view.has(location, "deny") || location.file() != setting.file())
                return {};
            lines.append(name + (name == "allow" ? " all;" : " off;"));
        }
        edits.append(
            nginxInsertedInto(view.treeAt(location.path()), location.node(), NginxPosition::First, lines.join('\n')));
    }
    return edits;
}

} // namespace

const NginxRule nginx::acmeChallengeBlocked{
    "nginx.acme-challenge-blocked",
    QT_TRANSLATE_NOOP("rules", "The certificate authority reaches its challenge"),
    "RFC 8555, 8.3; letsencrypt.org, Challenge Types; nginx.org, Development guide, HTTP phases",
    everyProfile,
    check,
    fix,
};

} // namespace gw
