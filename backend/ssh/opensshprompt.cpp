// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/opensshprompt.h"

#include "backend/ssh/knownhosts.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(OpenSshPrompt)
};

/// The name ssh looks a host key up by, and shows.
QString nameOf(const HopSettings &hop)
{
    return hop.hostKeyAlias.isEmpty() ? QString::fromUtf8(knownHostName(hop.host, hop.port)) : hop.hostKeyAlias;
}

const HopSettings &hopNamed(const QString &name, const QList<HopSettings> &hops)
{
    for (const HopSettings &hop : hops)
        if (nameOf(hop).compare(name, Qt::CaseInsensitive) == 0)
            return hop;
    return hops.last();
}

/// By "user@host" as in "user@host's password: "; ssh cuts both and uses HostKeyAlias in place of the host.
const HopSettings &hopOf(const QString &user, const QString &host, const QList<HopSettings> &hops)
{
    for (const HopSettings &hop : hops) {
        const QString known = hop.hostKeyAlias.isEmpty() ? hop.host : hop.hostKeyAlias;
        if (hop.user.left(30) == user.left(30) && known.left(128).compare(host, Qt::CaseInsensitive) == 0)
            return hop;
    }
    return hops.last();
}

std::optional<HostKeyQuestion> hostKeyQuestion(const QString &text, const QList<HopSettings> &hops)
{
    static const QRegularExpression host(
        QStringLiteral("The authenticity of host '([^' ]+) \\(([^)]*)\\)' can't be established"));
    static const QRegularExpression key(QStringLiteral("\\b([A-Z0-9-]+) key fingerprint is (SHA256:[A-Za-z0-9+/=]+)"));
    const auto hostFound = host.match(text);
    const auto keyFound = key.match(text);
    if (!hostFound.hasMatch() || !keyFound.hasMatch())
        return {};
    const HopSettings &hop = hopNamed(hostFound.captured(1), hops);
    QString address = hostFound.captured(2);
    if (address.startsWith(u'[')) // "[127.0.0.1]:2222"
        address = address.mid(1, address.indexOf(u']') - 1);
    else if (address.contains(u' ')) // "no hostip for proxy command"
        address.clear();
    return HostKeyQuestion{nameOfHop(hop), keyFound.captured(1), keyFound.captured(2), address};
}

std::optional<SecretQuestion> passwordQuestion(const QString &text, const QList<HopSettings> &hops)
{
    static const QRegularExpression pattern(QStringLiteral("^(.+)@([^@]+)'s password: $"));
    const auto found = pattern.match(text);
    if (!found.hasMatch())
        return {};
    return SecretQuestion{SecretQuestion::Kind::Password,
                          hopOf(found.captured(1), found.captured(2), hops).label(),
                          {},
                          {},
                          {{UntrustedText(Text::tr("Password")), false}}};
}

std::optional<SecretQuestion> passphraseQuestion(const QString &text, const QList<HopSettings> &hops)
{
    static const QRegularExpression passphrase(QStringLiteral("^Enter passphrase for (?:key )?'?(.+?)'?: $"));
    static const QRegularExpression pin(QStringLiteral("^Enter PIN for '?(.+?)'?: $"));
    const auto found = passphrase.match(text);
    const auto pinFound = pin.match(text);
    if (!found.hasMatch() && !pinFound.hasMatch())
        return {};
    const QString key = found.hasMatch() ? found.captured(1) : pinFound.captured(1);
    const auto usesIt = [&key](const HopSettings &hop) { return hop.identityFiles.contains(key); };
    const auto hop = std::find_if(hops.begin(), hops.end(), usesIt);
    return SecretQuestion{SecretQuestion::Kind::Passphrase,
                          (hop == hops.end() ? hops.last() : *hop).label(),
                          key,
                          {},
                          {{UntrustedText(found.hasMatch() ? Text::tr("Passphrase") : Text::tr("PIN")), false}}};
}

} // namespace

QString nameOfHop(const HopSettings &hop)
{
    return QStringLiteral("%1:%2").arg(hop.alias.isEmpty() ? hop.host : hop.alias).arg(hop.port);
}

Question questionOfPrompt(const QByteArray &prompt, const QList<HopSettings> &hops)
{
    const QString text = QString::fromUtf8(prompt);
    if (const auto question = hostKeyQuestion(text, hops))
        return *question;
    if (const auto question = passwordQuestion(text, hops))
        return *question;
    if (const auto question = passphraseQuestion(text, hops))
        return *question;
    // "(user@host) Verification code: ", so that a server cannot pretend to be another.
    static const QRegularExpression interactive(QStringLiteral("^\\(([^()]+)@([^()@]+)\\) "));
    const auto found = interactive.match(text);
    const HopSettings &hop = found.hasMatch() ? hopOf(found.captured(1), found.captured(2), hops) : hops.last();
    return SecretQuestion{SecretQuestion::Kind::KeyboardInteractive,
                          hop.label(),
                          {},
                          {},
                          {{UntrustedText(text.mid(found.capturedEnd(0) > 0 ? found.capturedEnd(0) : 0)), false}}};
}

} // namespace gw
