// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/opensshlog.h"

#include "backend/ssh/hostkey.h"

#include "backend/ssh/hostkeycheck.h"
#include "backend/ssh/keytrouble.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OpenSshTransport)
};

/// The groups of the last match; lines of jump hosts come before those of the server.
QStringList lastMatch(const QString &log, const char *pattern)
{
    const QRegularExpression expression(QLatin1String(pattern), QRegularExpression::MultilineOption);
    QStringList groups;
    for (auto found = expression.globalMatch(log); found.hasNext();)
        groups = found.next().capturedTexts();
    return groups;
}

QString shown(const QString &text)
{
    return UntrustedText(text.trimmed()).shown();
}

/// The last line that is not chatter.
QString lastWords(const QString &text)
{
    QString last;
    for (const QString &line : text.split(u'\n'))
        if (!line.trimmed().isEmpty() && !line.startsWith(u"debug") && !line.startsWith(u"OpenSSH_"))
            last = line;
    return shown(last);
}

/// The key in the line that ssh names ("/home/dev/.ssh/known_hosts:7"); empty if it cannot be read any more.
QString fingerprintAt(const QString &place)
{
    constexpr qint64 mostBytes = 4 * 1024 * 1024;
    QFile file(place.section(u':', 0, -2));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = file.read(mostBytes).split('\n').value(place.section(u':', -1).toInt() - 1);
    for (const QByteArray &word : line.simplified().split(' ')) {
        if (const auto key = HostKey::fromBase64(word))
            return key->fingerprint();
    }
    return {};
}

Error changed(const QString &all)
{
    const QString sent =
        lastMatch(all, "fingerprint for the \\S+ key sent by the remote host is\\s+(SHA256:\\S+?)\\.?$").value(1);
    const QString offending = lastMatch(all, "^Offending \\S+ key in (.+?)$").value(1);
    const QString known = fingerprintAt(offending.trimmed());
    const QString kind = lastMatch(all, "fingerprint for the (\\w+) key sent by").value(1).toLower();
    const QString name = lastMatch(all, "^Host key for (\\S+) has changed").value(1);
    return Error{
        Error::Kind::HostKeyChanged,
        {},
        Text::tr("The server shows another host key than the known one. Known from: %1. Shown now: %2. Either its "
                 "keys were made anew, or somebody stands in between")
            .arg(known.isEmpty() ? shown(offending) : QStringLiteral("%1 (%2)").arg(shown(offending), known),
                 shown(sent)),
        adviceForChangedKey(shown(kind), shown(sent), shown(offending).section(u':', 0, -2), shown(name)),
        {}};
}

struct Pattern {
    const char *expression;
    Error::Kind kind;
    const char *cause;
    const char *advice;
};

// Tried in this order; the wording is OpenSSH's own (sshconnect.c, sshconnect2.c, packet.c). %1 is what the pattern
// caught.
const Pattern patterns[] = {
    {"(?:REVOKED HOST KEY DETECTED|Host key \\S+ \\S+ revoked by file (.+)|host key for (\\S+) is marked as revoked)",
     Error::Kind::HostKeyRevoked, QT_TRANSLATE_NOOP("OpenSshTransport", "The host key of the server is revoked"),
     QT_TRANSLATE_NOOP("OpenSshTransport",
                       "Do not connect: somebody else may hold this key. Ask whoever runs the server for its new key")},
    {"^(.*Permission denied \\([^)]*\\))", Error::Kind::Refused,
     QT_TRANSLATE_NOOP("OpenSshTransport", "The server refused to let us in: %1"),
     QT_TRANSLATE_NOOP(
         "OpenSshTransport",
         "Check the user name, and that the server knows your key; nothing is tried a second time by itself")},
    {"(Too many authentication failures)", Error::Kind::Refused,
     QT_TRANSLATE_NOOP("OpenSshTransport", "The server refused to let us in: %1"),
     QT_TRANSLATE_NOOP("OpenSshTransport", "Set IdentitiesOnly and IdentityFile for this server")},
    {"(Host key verification failed)", Error::Kind::Refused,
     QT_TRANSLATE_NOOP("OpenSshTransport", "The host key could not be verified"),
     QT_TRANSLATE_NOOP("OpenSshTransport", "Check the known hosts of this server")},
    {"^(?:fatal: )?(Unable to negotiate .*)$", Error::Kind::Protocol,
     QT_TRANSLATE_NOOP("OpenSshTransport", "No common algorithms: %1"),
     QT_TRANSLATE_NOOP("OpenSshTransport", "The server's SSH is too old or too strict; bring it up to date")},
    {"(Could not resolve hostname .*)$", Error::Kind::Unreachable, "%1",
     QT_TRANSLATE_NOOP("OpenSshTransport", "Check the name and the network")},
    {"(connect to (?:host|address) .*)$", Error::Kind::Unreachable, "%1",
     QT_TRANSLATE_NOOP("OpenSshTransport", "Check the address, the port and whether sshd runs")},
    {"((?:kex_exchange_identification|banner exchange|Connection (?:closed|reset|timed out)|ssh_exchange_identification"
     "|stdio forwarding failed|channel \\d+: open failed).*)$",
     Error::Kind::Unreachable, "%1",
     QT_TRANSLATE_NOOP("OpenSshTransport", "Check the address, the port, jump hosts and whether sshd runs")},
};

} // namespace

ConnectionInfo connectionInfoOf(const QString &log)
{
    ConnectionInfo info;
    info.transport = TransportKind::OpenSsh;
    const QStringList hostKey = lastMatch(log, "Server host key: (\\S+) (SHA256:\\S+)");
    info.hostKey = shown(hostKey.value(1) + u' ' + hostKey.value(2));
    info.address = shown(lastMatch(log, "Connecting to \\S+ \\[([^\\]]+)\\] port").value(1));
    if (info.address.isEmpty())
        info.address = shown(lastMatch(log, "Authenticated to \\S+ \\(\\[([^\\]]+)\\]").value(1));
    info.authentication = shown(lastMatch(log, "Authenticated to .* using \"([^\"]+)\"").value(1));
    if (const QString key = lastMatch(log, "Server accepts key: (.+?)(?: explicit| agent)*$").value(1); !key.isEmpty())
        info.authentication += u' ' + shown(key);
    info.cipher = shown(lastMatch(log, "kex: server->client cipher: (\\S+)").value(1));
    info.keyExchange = shown(lastMatch(log, "kex: algorithm: (\\S+)").value(1));
    info.serverVersion = UntrustedText(lastMatch(log, "remote software version (.+?)$").value(1));
    return info;
}

QStringList keyTroublesIn(const QString &log)
{
    static const QRegularExpression tells(
        QStringLiteral(
            "^(?:Warning: Identity file (?<absent>.+?) not accessible: .*|no such identity: (?<missing>.+?): .*"
            "|Load key \"(?<broken>.+?)\": (?<why>.*)"
            "|debug1: Offering public key: (?<offered>.+?) \\S+ (?<fingerprint>SHA256:\\S+)(?<agent>.* agent)?.*)$"),
        QRegularExpression::MultilineOption);
    QStringList out;
    if (log.contains(u"with partial success"))
        return out; // a key did it, and more is wanted
    for (auto all = tells.globalMatch(log); all.hasNext();) {
        const auto line = all.next();
        const QString missing = line.captured(u"absent") + line.captured(u"missing");
        const QString broken = line.captured(u"broken");
        if (!missing.isEmpty()) {
            out += keyTrouble(missing);
        } else if (!broken.isEmpty()) {
            const QString trouble = keyTrouble(broken);
            out += trouble.isEmpty() ? Text::tr("%1: %2").arg(shownKeyFile(broken), shown(line.captured(u"why")))
                                     : trouble;
        } else if (!log.contains(QRegularExpression(u"Server accepts key: .* " +
                                                    QRegularExpression::escape(line.captured(u"fingerprint"))))) {
            out += notTaken(shownKeyFile(line.captured(u"offered")));
        }
    }
    out.removeAll(QString());
    out.removeDuplicates();
    return out;
}

QStringList warningsIn(const QString &log)
{
    static const QRegularExpression notAdded(
        QStringLiteral("^Failed to add the host to the list of known hosts \\((.+)\\)\\.$"),
        QRegularExpression::MultilineOption);
    QStringList out;
    for (auto all = notAdded.globalMatch(log); all.hasNext();)
        out += Text::tr("The host key could not be added to %1. It will be asked about again")
                   .arg(shown(all.next().captured(1)));
    return out;
}

QString withoutCarriageReturns(QByteArray said)
{
    return QString::fromUtf8(said.replace('\r', QByteArray()));
}

bool serverHasSpoken(const QString &log)
{
    return log.contains(u"debug1: Remote protocol version");
}

std::optional<qsizetype> loginsIn(const QString &log)
{
    static const QRegularExpression login(QStringLiteral("^Authenticated to .+ using \"[^\"]+\"\\.$"),
                                          QRegularExpression::MultilineOption);
    if (!log.contains(u"debug1: "))
        return {};
    return log.count(login);
}

Error errorOfLog(const QString &log, const QString &beside)
{
    const QString all = beside + u'\n' + log;
    if (all.contains(u"REMOTE HOST IDENTIFICATION HAS CHANGED"))
        return changed(all);
    for (const Pattern &pattern : patterns) {
        const QRegularExpression expression(QLatin1String(pattern.expression), QRegularExpression::MultilineOption);
        const auto found = expression.match(all);
        if (!found.hasMatch())
            continue;
        QString cause = Text::tr(pattern.cause);
        if (cause.contains(u"%1"))
            cause = cause.arg(shown(found.captured(1)));
        return Error{pattern.kind, {}, cause, Text::tr(pattern.advice), {}};
    }
    QString words = lastWords(log);
    if (words.isEmpty())
        words = lastWords(beside);
    return Error{Error::Kind::Failed,
                 {},
                 words.isEmpty() ? Text::tr("ssh ended without a word") : words,
                 Text::tr("Try the same with ssh in a terminal"),
                 {}};
}

} // namespace gw
