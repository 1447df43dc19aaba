// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/doorbell.h"
#include "app/change/nameservice.h"
#include "app/change/planning.h"
#include "app/ctl/changeflow.h"
#include "app/ctl/planview.h"
#include "app/ctl/terminal.h"
#include "backend/base/jsontext.h"
#include "backend/certificates/selfsigned.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <algorithm>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longestPassword = 1024;

void describe(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"service"_s,
         QCoreApplication::translate("ctl",
                                     "Where the service answers on the server: 127.0.0.1:7860, unix:/run/app.sock; "
                                     "with --kind static a folder."),
         u"ADDRESS"_s},
        {u"kind"_s,
         QCoreApplication::translate("ctl",
                                     "openai, webui, jupyter, comfyui, ollama, open-webui, other or static; what "
                                     "the survey recognises need not be said."),
         u"KIND"_s},
        {u"domain"_s, QCoreApplication::translate("ctl", "By what name it is called; may be repeated."), u"NAME"_s},
        {u"path"_s, QCoreApplication::translate("ctl", "Where on the site it appears; /."), u"/PATH/"_s, u"/"_s},
        {u"certificate"_s, QCoreApplication::translate("ctl", "The chain, a file on the server."), u"FILE"_s},
        {u"key"_s, QCoreApplication::translate("ctl", "Its private key, a file on the server."), u"FILE"_s},
        {u"self-signed"_s, QCoreApplication::translate("ctl", "Make a certificate that nobody vouches for.")},
        {u"user"_s,
         QCoreApplication::translate("ctl",
                                     "May enter with a password, which is asked for; it can also come as one line "
                                     "of standard input for each user. May be repeated."),
         u"NAME"_s},
        {u"only-these-users"_s,
         QCoreApplication::translate("ctl", "Others in the password file of the site may not enter any more.")},
        {u"network"_s, QCoreApplication::translate("ctl", "May enter from this address or network; may be repeated."),
         u"NETWORK"_s},
        {u"satisfy"_s,
         QCoreApplication::translate("ctl", "With both: any lets in whoever has one, all (default) needs both."),
         u"WHICH"_s, u"all"_s},
        {u"origin"_s, QCoreApplication::translate("ctl", "Whose scripts may call it (CORS); may be repeated."),
         u"https://NAME"_s},
        {u"rate"_s, QCoreApplication::translate("ctl", "Requests of one address in a second; 0: as many as it likes."),
         u"NUMBER"_s},
        {u"upload"_s, QCoreApplication::translate("ctl", "The largest request, in megabytes."), u"NUMBER"_s},
        {u"patience"_s, QCoreApplication::translate("ctl", "The longest silence of the service, in seconds."),
         u"NUMBER"_s},
        {u"health"_s, QCoreApplication::translate("ctl", "Answer /gatewright-health.")},
        {u"status"_s,
         QCoreApplication::translate("ctl", "Show numbers of connections at 127.0.0.1:8089/nginx_status.")},
        {u"keep-port-open"_s, QCoreApplication::translate("ctl", "Leave the naked port of the service as it is.")},
        {u"to-loopback"_s, QCoreApplication::translate(
                               "ctl", "Also start the service again at 127.0.0.1, where its command line can say so.")},
        {u"enable-firewall"_s,
         QCoreApplication::translate(
             "ctl", "Also switch on a firewall that lets in ssh and the site alone, where none is at work.")},
        {u"http-port"_s, QCoreApplication::translate("ctl", "Instead of 80."), u"PORT"_s, u"80"_s},
        {u"https-port"_s, QCoreApplication::translate("ctl", "Instead of 443."), u"PORT"_s, u"443"_s},
        {u"apply"_s, QCoreApplication::translate("ctl", "Do it; without this the plan is printed.")},
    });
    describeChanging(parser);
}

Error usageError(const QString &cause)
{
    return {Error::Kind::Invalid,
            QCoreApplication::translate("ctl", "Publish a service"),
            cause,
            QCoreApplication::translate("ctl", "See gatewrightctl publish --help"),
            {}};
}

Result<int> numberIn(const QCommandLineParser &parser, const QString &option, int otherwise, int most)
{
    if (!parser.isSet(option))
        return otherwise;
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    if (!isNumber || number < 0 || number > most)
        return usageError(QCoreApplication::translate("ctl", "--%1: “%2” is no number from 0 to %3")
                              .arg(option, UntrustedText(parser.value(option)).shown(40))
                              .arg(most));
    return number;
}

Result<QString> passwordOf(const QString &user, std::stop_token stop)
{
    if (canAsk()) {
        const auto typed =
            askSecret(QCoreApplication::translate("ctl", "Password for %1: ").arg(UntrustedText(user).shown(60)), stop);
        if (!typed)
            return usageError(QCoreApplication::translate("ctl", "No password was given"));
        return QString::fromUtf8(typed->bytes());
    }
    static QFile input;
    if (!input.isOpen() && !input.open(stdin, QIODevice::ReadOnly))
        return usageError(QCoreApplication::translate("ctl", "Standard input cannot be read"));
    QByteArray line = input.readLine(longestPassword);
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.isEmpty())
        return usageError(QCoreApplication::translate("ctl", "Standard input holds no password for %1")
                              .arg(UntrustedText(user).shown(60)));
    return QString::fromUtf8(line);
}

Result<PublishTls> tlsIn(const QCommandLineParser &parser)
{
    PublishTls tls;
    const bool hasFiles = parser.isSet(u"certificate"_s) || parser.isSet(u"key"_s);
    if (parser.isSet(u"self-signed"_s)) {
        if (hasFiles)
            return usageError(QCoreApplication::translate("ctl", "--self-signed and --certificate exclude each other"));
        const CertificatePair pair = GW_TRY(selfSigned(parser.values(u"domain"_s)));
        tls.source = PublishTls::Source::Own;
        tls.chainPem = pair.certificate;
        tls.keyPem = pair.key;
    } else if (hasFiles) {
        if (!parser.isSet(u"certificate"_s) || !parser.isSet(u"key"_s))
            return usageError(QCoreApplication::translate("ctl", "--certificate needs --key, and the other way round"));
        tls.source = PublishTls::Source::Files;
        tls.certificate = RemotePath(QStringView(parser.value(u"certificate"_s)));
        tls.key = RemotePath(QStringView(parser.value(u"key"_s)));
    }
    return tls;
}

/// What the survey knows of the service decides where the command line is silent.
Result<PublishKind> kindIn(const QCommandLineParser &parser, const Facts &facts)
{
    if (parser.isSet(u"kind"_s)) {
        const auto kind = publishKindFrom(parser.value(u"kind"_s));
        if (!kind)
            return usageError(QCoreApplication::translate("ctl", "“%1” is no kind")
                                  .arg(UntrustedText(parser.value(u"kind"_s)).shown(40)));
        return *kind;
    }
    for (const PublishableService &service : publishableServices(facts)) {
        if (service.target == parser.value(u"service"_s))
            return service.kind;
    }
    return PublishKind::Other;
}

Result<Publish> wishIn(const QCommandLineParser &parser, const Facts &facts, std::stop_token stop)
{
    const PublishKind kind = GW_TRY(kindIn(parser, facts));
    Publish wish = publishPreset(kind);
    wish.target = parser.value(u"service"_s);
    wish.domains = parser.values(u"domain"_s);
    wish.path = parser.value(u"path"_s);
    wish.tls = GW_TRY(tlsIn(parser));
    wish.networks = parser.values(u"network"_s);
    const QString satisfy = parser.value(u"satisfy"_s);
    if (satisfy != u"any" && satisfy != u"all")
        return usageError(QCoreApplication::translate("ctl", "--satisfy is any or all"));
    wish.satisfy = satisfy == u"any" ? Publish::Satisfy::Any : Publish::Satisfy::All;
    wish.corsOrigins = parser.values(u"origin"_s);
    wish.requestsPerSecond = GW_TRY(numberIn(parser, u"rate"_s, wish.requestsPerSecond, 100'000));
    wish.uploadMegabytes = GW_TRY(numberIn(parser, u"upload"_s, wish.uploadMegabytes, 1'048'576));
    wish.patienceSeconds = GW_TRY(numberIn(parser, u"patience"_s, wish.patienceSeconds, 86'400));
    wish.httpPort = quint16(GW_TRY(numberIn(parser, u"http-port"_s, 80, 65535)));
    wish.httpsPort = quint16(GW_TRY(numberIn(parser, u"https-port"_s, 443, 65535)));
    wish.keepLogins = !parser.isSet(u"only-these-users"_s);
    wish.health = parser.isSet(u"health"_s);
    wish.status = parser.isSet(u"status"_s);
    wish.enableFirewall = parser.isSet(u"enable-firewall"_s);
    wish.toLoopback = parser.isSet(u"to-loopback"_s);
    wish.closePort = wish.closePort && !parser.isSet(u"keep-port-open"_s);
    for (const QString &user : parser.values(u"user"_s)) {
        const QString password = GW_TRY(passwordOf(user, stop));
        const QByteArray hash = GW_TRY(passwordHash(password, passwordSchemeOf(facts)));
        wish.logins.append({user, hash, password});
    }
    return wish;
}

int run(const QCommandLineParser &parser, std::stop_token stop)
{
    const QStringList targets = parser.positionalArguments();
    if (targets.size() != 1)
        return fail(usageError(QCoreApplication::translate("ctl", "One TARGET is needed")));
    for (const QString &needed : {u"service"_s, u"domain"_s}) {
        if (!parser.isSet(needed))
            return fail(usageError(QCoreApplication::translate("ctl", "--%1 is needed").arg(needed)));
    }
    if (const auto usable = checkChanging(parser); !usable)
        return fail(usable.error());
    const auto session = sessionFor(targets.first(), parser);
    if (!session)
        return fail(session.error());
    auto connection = reachToChange(*session, parser, stop);
    if (!connection)
        return fail(connection.error());
    const auto answer = surveyServer(*session, *connection, stop);
    if (!answer)
        return fail(answer.error());
    const Facts facts = factsFrom(*answer);
    warnAboutMissingRoot(facts, parser);
    trustHostKeysOf(connection->way, facts);
    const auto wish = wishIn(parser, facts, stop);
    if (!wish)
        return fail(wish.error());
    auto plan = makePlan(contactOf(*connection, parser), session->server.id, facts, {*wish}, stop);
    if (!plan)
        return fail(plan.error());
    for (const QString &domain : wish->domains) {
        if (const QString advice = adviceOf(whereLeads(domain, connection->way, stop)); !advice.isEmpty())
            plan->warnings.append(advice);
    }
    const QList<quint16> opened = openedPorts(*plan);
    for (const quint16 port : doorsOf(*wish)) {
        const PortAnswer answer = whetherAnswers(port, connection->way, stop);
        const PortPlan meant = opened.contains(port) ? PortPlan::OpensFirewall : PortPlan::Nothing;
        if (isInTheWay(answer, meant))
            plan->warnings.append(textOf(answer, meant));
    }
    if (parser.isSet(u"apply"_s) || wantsPlanOnly(parser))
        return carryOut({*session, *connection, *plan}, parser, stop);
    const bool asJson = parser.value(u"format"_s) == u"json";
    return print(asJson ? jsonText(QJsonDocument(toJson(*plan))) : previewText(*plan, session->server.name).toUtf8())
               ? Fine
               : Failed;
}

} // namespace

const Verb publishVerb{"publish", "TARGET --service ADDRESS --domain NAME",
                       QT_TRANSLATE_NOOP("ctl", "Lets others reach a service through nginx, behind a door."), describe,
                       run};

} // namespace gw::ctl
