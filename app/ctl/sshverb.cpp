// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/planning.h"
#include "app/ctl/changeflow.h"
#include "app/ctl/terminal.h"
#include "backend/findings/remedy.h"

#include <QCoreApplication>
#include <QFile>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 longestKey = 64 * 1024;

void describe(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"set"_s,
         QCoreApplication::translate("ctl", "A setting of sshd: PermitRootLogin=no; nothing after the = takes ours "
                                            "back. May be repeated, like all of these."),
         u"KEYWORD=VALUE"_s},
        {u"add-port"_s, QCoreApplication::translate("ctl", "Let sshd listen on this port too, through the firewall."),
         u"PORT"_s},
        {u"close-port"_s,
         QCoreApplication::translate("ctl", "Let go of this port, once a login on another one has been kept."),
         u"PORT"_s},
        {u"add-key"_s, QCoreApplication::translate("ctl", "Let the user log in with the public key in this file."),
         u"USER=FILE"_s},
        {u"remove-key"_s, QCoreApplication::translate("ctl", "Remove a key of the user by its fingerprint."),
         u"USER=SHA256:..."_s},
        {u"harden"_s, QCoreApplication::translate("ctl", "Mend what the review finds, but for what costs somebody a "
                                                         "way of working.")},
    });
    describeChanging(parser);
}

Error usageError(const QString &cause)
{
    return {Error::Kind::Invalid,
            QCoreApplication::translate("ctl", "Change the settings of SSH"),
            cause,
            QCoreApplication::translate("ctl", "See gatewrightctl ssh --help"),
            {}};
}

struct Pair {
    QString name;
    QString value;
};

Result<Pair> pairIn(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0)
        return usageError(QCoreApplication::translate("ctl", "“%1” has no = in it").arg(UntrustedText(text).shown()));
    return Pair{text.first(equals).trimmed(), text.sliced(equals + 1).trimmed()};
}

Result<quint16> portIn(const QString &text)
{
    bool isNumber = false;
    const quint16 port = text.toUShort(&isNumber);
    if (!isNumber || port == 0)
        return usageError(QCoreApplication::translate("ctl", "“%1” is no port").arg(UntrustedText(text).shown()));
    return port;
}

/// The one line of a .pub file.
Result<QByteArray> publicKeyIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return usageError(u"%1: %2"_s.arg(UntrustedText(path).shown(), file.errorString()));
    const QByteArray text = file.read(longestKey).trimmed();
    if (text.contains("PRIVATE KEY"))
        return usageError(
            QCoreApplication::translate("ctl", "%1 is the private half of a key: give the file ending in .pub")
                .arg(UntrustedText(path).shown()));
    if (text.isEmpty() || text.contains('\n'))
        return usageError(
            QCoreApplication::translate("ctl", "%1 is not one public key").arg(UntrustedText(path).shown()));
    return text;
}

Result<QList<Intent>> intentsIn(const QCommandLineParser &parser)
{
    QList<Intent> intents;
    for (const QString &text : parser.values(u"add-key"_s)) {
        const Pair pair = GW_TRY(pairIn(text));
        const QByteArray line = GW_TRY(publicKeyIn(pair.value));
        intents += AddAuthorizedKey{pair.name, line};
    }
    for (const QString &text : parser.values(u"remove-key"_s)) {
        const Pair pair = GW_TRY(pairIn(text));
        intents += RemoveAuthorizedKey{pair.name, pair.value};
    }
    for (const QString &text : parser.values(u"set"_s)) {
        const Pair pair = GW_TRY(pairIn(text));
        intents += SetSshd{pair.name, pair.value};
    }
    for (const QString &text : parser.values(u"add-port"_s))
        intents += MoveSshPort{GW_TRY(portIn(text))};
    for (const QString &text : parser.values(u"close-port"_s))
        intents += CloseSshPort{GW_TRY(portIn(text))};
    if (intents.isEmpty() && !parser.isSet(u"harden"_s))
        return usageError(QCoreApplication::translate("ctl", "Nothing is to be changed"));
    return intents;
}

int run(const QCommandLineParser &parser, std::stop_token stop)
{
    const QStringList targets = parser.positionalArguments();
    if (targets.size() != 1)
        return fail(usageError(QCoreApplication::translate("ctl", "One TARGET is needed")));
    auto intents = intentsIn(parser);
    if (!intents)
        return fail(intents.error());
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
    if (parser.isSet(u"harden"_s))
        *intents += hardeningOf(facts);
    const auto plan = makePlan(contactOf(*connection, parser), session->server.id, facts, *intents, stop);
    if (!plan)
        return fail(plan.error());
    return carryOut({*session, *connection, *plan}, parser, stop);
}

} // namespace

const Verb sshVerb{"ssh", "TARGET", QT_TRANSLATE_NOOP("ctl", "Changes settings, ports and keys of SSH."), describe,
                   run};

} // namespace gw::ctl
