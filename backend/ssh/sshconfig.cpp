// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/sshconfig.h"

#include "backend/base/untrustedtext.h"
#include "backend/shell/process.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <functional>
#include <pwd.h>
#include <unistd.h>
#include <vector>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Route)
};

using namespace std::chrono_literals;

QString localUser()
{
    passwd entry;
    passwd *found = nullptr;
    std::vector<char> buffer(16384);
    ::getpwuid_r(::getuid(), &entry, buffer.data(), buffer.size(), &found);
    return found ? QString::fromLocal8Bit(found->pw_name) : qEnvironmentVariable("USER");
}

/// ssh_config(5), TOKENS and ENVIRONMENT VARIABLES, as far as they make sense in a path of this computer.
QString withTokensExpanded(QString path, const HopSettings &hop)
{
    if (path == u"~" || path.startsWith(u"~/"))
        path.replace(0, 1, QDir::homePath());
    const QHash<QChar, QString> tokens{
        {u'%', QStringLiteral("%")},
        {u'd', QDir::homePath()},
        {u'h', hop.host},
        {u'n', hop.alias},
        {u'p', QString::number(hop.port)},
        {u'r', hop.user},
        {u'u', localUser()},
        {u'i', QString::number(::getuid())},
        {u'l', QSysInfo::machineHostName()},
        {u'L', QSysInfo::machineHostName().section(u'.', 0, 0)},
        {u'k', hop.hostKeyAlias.isEmpty() ? hop.alias : hop.hostKeyAlias},
    };
    QString out;
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QChar c = path[i];
        const QChar next = i + 1 < path.size() ? path[i + 1] : QChar();
        const qsizetype brace = c == u'$' && next == u'{' ? path.indexOf(u'}', i) : -1;
        if (brace > 0) {
            out += qEnvironmentVariable(path.mid(i + 2, brace - i - 2).toLocal8Bit().constData());
            i = brace;
        } else if (c == u'%' && !next.isNull()) {
            ++i;
            out += tokens.value(next, QString(c) + next);
        } else {
            out += c;
        }
    }
    return out;
}

/// The list is printed without quotes; each entry is an absolute path, so " /" separates where " " may not.
QStringList splitPaths(const QString &value)
{
    QStringList out;
    for (const QString &part : value.split(u' ', Qt::SkipEmptyParts)) {
        const bool begins = part.startsWith(u'/') || part.startsWith(u'~') || part.startsWith(u'$') || part == u"none";
        if (begins || out.isEmpty())
            out += part;
        else
            out.last() += u' ' + part;
    }
    return out;
}

QString unlessNone(const QString &value)
{
    return value == u"none" ? QString() : value;
}

using Setter = std::function<void(EvaluatedHost &, const QString &)>;

Setter switchOf(const char *method)
{
    return [name = QString::fromLatin1(method)](EvaluatedHost &to, const QString &value) {
        if (value == u"no" || value == u"false") // ssh -G prints the one or the other
            to.switchedOff += name;
    };
}

const QHash<QString, Setter> &setters()
{
    static const QHash<QString, Setter> table{
        {QStringLiteral("hostname"), [](auto &to, const QString &v) { to.settings.host = v; }},
        {QStringLiteral("user"), [](auto &to, const QString &v) { to.settings.user = v; }},
        {QStringLiteral("port"), [](auto &to, const QString &v) { to.settings.port = v.toUShort(); }},
        {QStringLiteral("hostkeyalias"), [](auto &to, const QString &v) { to.settings.hostKeyAlias = v; }},
        {QStringLiteral("identityfile"), [](auto &to, const QString &v) { to.settings.identityFiles += v; }},
        {QStringLiteral("certificatefile"), [](auto &to, const QString &v) { to.settings.certificateFiles += v; }},
        {QStringLiteral("identitiesonly"),
         [](auto &to, const QString &v) { to.settings.identitiesOnly = v == u"yes"; }},
        {QStringLiteral("identityagent"), [](auto &to, const QString &v) { to.settings.identityAgent = v; }},
        {QStringLiteral("userknownhostsfile"),
         [](auto &to, const QString &v) { to.settings.userKnownHosts = splitPaths(v); }},
        {QStringLiteral("globalknownhostsfile"),
         [](auto &to, const QString &v) { to.settings.globalKnownHosts = splitPaths(v); }},
        {QStringLiteral("revokedhostkeys"),
         [](auto &to, const QString &v) { to.settings.revokedHostKeys = unlessNone(v); }},
        {QStringLiteral("hashknownhosts"),
         [](auto &to, const QString &v) { to.settings.hashKnownHosts = v == u"yes"; }},
        {QStringLiteral("preferredauthentications"),
         [](auto &to, const QString &v) { to.settings.preferredAuthentications = v.split(u',', Qt::SkipEmptyParts); }},
        {QStringLiteral("pubkeyauthentication"), switchOf("publickey")},
        {QStringLiteral("kbdinteractiveauthentication"), switchOf("keyboard-interactive")},
        {QStringLiteral("passwordauthentication"), switchOf("password")},
        {QStringLiteral("addressfamily"), [](auto &to, const QString &v) { to.settings.addressFamily = v; }},
        {QStringLiteral("proxycommand"), [](auto &to, const QString &v) { to.settings.proxyCommand = unlessNone(v); }},
        {QStringLiteral("pkcs11provider"),
         [](auto &to, const QString &v) { to.settings.pkcs11Provider = unlessNone(v); }},
        {QStringLiteral("securitykeyprovider"),
         [](auto &to, const QString &v) { to.settings.securityKeyProvider = v; }},
        {QStringLiteral("gssapiauthentication"), [](auto &to, const QString &v) { to.settings.gssapi = v == u"yes"; }},
        {QStringLiteral("connecttimeout"),
         [](auto &to, const QString &v) { to.settings.connectTimeoutSeconds = v.toInt(); }},
        {QStringLiteral("proxyjump"), [](auto &to, const QString &v) { to.proxyJump = unlessNone(v); }},
    };
    return table;
}

/// What is switched off is not tried, wherever PreferredAuthentications names it.
void removeSwitchedOff(EvaluatedHost &host)
{
    if (host.switchedOff.isEmpty())
        return;
    QStringList &methods = host.settings.preferredAuthentications;
    if (methods.isEmpty())
        methods = {QStringLiteral("publickey"), QStringLiteral("keyboard-interactive"), QStringLiteral("password"),
                   QStringLiteral("gssapi-with-mic")};
    for (const QString &method : host.switchedOff)
        methods.removeAll(method);
    if (methods.isEmpty())
        methods = {QStringLiteral("none")}; // an empty list would stand for all
}

void expandPaths(HopSettings &hop)
{
    const auto expandAll = [&hop](QStringList &paths) {
        for (QString &path : paths)
            path = withTokensExpanded(path, hop);
    };
    for (QStringList *paths : {&hop.identityFiles, &hop.certificateFiles, &hop.userKnownHosts, &hop.globalKnownHosts})
        expandAll(*paths);
    hop.identityFiles.removeAll(QStringLiteral("none"));
    hop.certificateFiles.removeAll(QStringLiteral("none"));
    hop.revokedHostKeys = withTokensExpanded(hop.revokedHostKeys, hop);
    if (hop.identityAgent.startsWith(u'$') &&
        !hop.identityAgent.startsWith(u"${")) // "$NAME": the variable holds the path
        hop.identityAgent = qEnvironmentVariable(hop.identityAgent.mid(1).toLocal8Bit().constData());
    else if (hop.identityAgent != u"SSH_AUTH_SOCK" && hop.identityAgent != u"none")
        hop.identityAgent = withTokensExpanded(hop.identityAgent, hop);
}

Error badConfiguration(const Target &target, const QByteArray &said)
{
    return Error{Error::Kind::Invalid,
                 Text::tr("Ask ssh how to reach %1").arg(target.text()),
                 UntrustedText::fromBytes(said.trimmed()).shown(),
                 Text::tr("Mend your SSH configuration"),
                 {}};
}

} // namespace

EvaluatedHost defaultsFor(const Target &target)
{
    EvaluatedHost out;
    HopSettings &hop = out.settings;
    hop.alias = hop.host = target.host;
    hop.user = target.user.isEmpty() ? localUser() : target.user;
    hop.port = target.port == 0 ? 22 : target.port;
    hop.addressFamily = QStringLiteral("any");
    for (const char *name : {"id_rsa", "id_ecdsa", "id_ecdsa_sk", "id_ed25519", "id_ed25519_sk"})
        hop.identityFiles += QDir::homePath() + QStringLiteral("/.ssh/") + QLatin1String(name);
    hop.userKnownHosts = {QDir::homePath() + QStringLiteral("/.ssh/known_hosts"),
                          QDir::homePath() + QStringLiteral("/.ssh/known_hosts2")};
    hop.globalKnownHosts = {QStringLiteral("/etc/ssh/ssh_known_hosts"), QStringLiteral("/etc/ssh/ssh_known_hosts2")};
    return out;
}

EvaluatedHost parseEvaluatedHost(const Target &target, const QString &printed)
{
    EvaluatedHost out;
    for (const QString &line : printed.split(u'\n')) {
        const qsizetype space = line.indexOf(u' ');
        const auto setter = setters().find(line.left(space).toLower());
        if (space > 0 && setter != setters().end())
            (*setter)(out, line.mid(space + 1));
    }
    removeSwitchedOff(out);
    const EvaluatedHost defaults = defaultsFor(target);
    out.settings.alias = target.host;
    if (out.settings.host.isEmpty())
        out.settings.host = defaults.settings.host;
    if (out.settings.user.isEmpty())
        out.settings.user = defaults.settings.user;
    if (out.settings.port == 0)
        out.settings.port = defaults.settings.port;
    expandPaths(out.settings);
    return out;
}

Result<EvaluatedHost> evaluateSshConfig(const Target &target, const QString &configFile, std::stop_token stop)
{
    if (QStandardPaths::findExecutable(QStringLiteral("ssh")).isEmpty())
        return defaultsFor(target);
    Program ssh{{"ssh", "-G"}, {}};
    if (!configFile.isEmpty())
        ssh.arguments << "-F" << QFile::encodeName(configFile);
    if (!target.user.isEmpty())
        ssh.arguments << "-l" << target.user.toUtf8();
    if (target.port != 0)
        ssh.arguments << "-p" << QByteArray::number(target.port);
    ssh.arguments << "--" << target.host.toUtf8();
    Command bounds;
    bounds.timeout = bounds.silence = 20s; // `Match exec` may take its time
    bounds.outputLimit = 1024 * 1024;
    const auto output = runProgram(ssh, bounds, Text::tr("this computer"), stop);
    if (!output) {
        Error error = output.error();
        error.tried = Text::tr("Ask ssh how to reach %1").arg(target.text());
        return error;
    }
    if (output->exitCode != 0)
        return badConfiguration(target, output->err);
    return parseEvaluatedHost(target, QString::fromUtf8(output->out));
}

} // namespace gw
