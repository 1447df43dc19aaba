// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/parts.h"

#include "backend/plan/intents/sshentry.h"
#include "backend/sshd/algorithms.h"
#include "backend/survey/readers.h"

#include <QCoreApplication>
#include <QtEndian>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

/// A line of authorized_keys: options, key, comment (sshd(8), AUTHORIZED_KEYS FILE FORMAT).
struct KeyLine {
    PublicKey key;
    QByteArray blob; ///< the key as it goes over the wire
    QByteArray options;
};

std::optional<KeyLine> keyLine(const QByteArray &text)
{
    const QByteArray line = text.trimmed();
    const qsizetype end = line.startsWith('#') || publicKeyFrom(line) ? 0 : endOfOptions(line);
    const QByteArray rest = line.mid(end).trimmed();
    const auto key = publicKeyFrom(rest);
    if (!key)
        return std::nullopt;
    return KeyLine{*key, QByteArray::fromBase64(rest.simplified().split(' ').value(1)), line.left(end)};
}

/// A key is a sequence of strings (RFC 4253, 6.6): one that was cut off does not end where its last string ends.
bool isWhole(const KeyLine &line)
{
    qsizetype at = 0;
    while (at + 4 <= line.blob.size())
        at += 4 + qFromBigEndian<quint32>(line.blob.constData() + at);
    return at == line.blob.size();
}

bool hasKey(const QByteArray &line, const QByteArray &fingerprint)
{
    const auto parsed = keyLine(line);
    return parsed && parsed->key.fingerprint == fingerprint;
}

QByteArrayList linesOf(const QByteArray &content)
{
    QByteArrayList lines;
    for (qsizetype start = 0; start < content.size();) {
        const qsizetype end = content.indexOf('\n', start);
        const qsizetype next = end < 0 ? content.size() : end + 1;
        lines.append(content.mid(start, next - start));
        start = next;
    }
    return lines;
}

QString tried(const QString &user)
{
    return Text::tr("Change the keys of %1").arg(UntrustedText(user).shown(60));
}

Error addedAndRemoved(const QString &user)
{
    return invalidIntent(tried(user), Text::tr("The same key is to be added and removed"));
}

Result<KeyLine> wishedKey(const AddAuthorizedKey &wish)
{
    const QByteArray line = wish.line.trimmed();
    const auto refuse = [&](const QString &cause, const QString &advice = {}) {
        return invalidIntent(tried(wish.user), cause, advice);
    };
    if (line.contains("PRIVATE KEY"))
        return refuse(Text::tr("This is a private key: it never leaves your computer"),
                      Text::tr("Take the line of the file that ends in .pub"));
    const bool hasControls =
        std::any_of(line.cbegin(), line.cend(), [](char c) { return (quint8(c) < 0x20 && c != '\t') || c == 0x7f; });
    const auto parsed = keyLine(line);
    if (hasControls || !parsed || !isWhole(*parsed))
        return refuse(Text::tr("This is no line with a public key"),
                      Text::tr("It looks like “ssh-ed25519 AAAA… name”, all in one line"));
    const SshdAlgorithm *algorithm = sshdAlgorithm(SshdAlgorithm::Kind::HostKey, parsed->key.type);
    const QString type = QString::fromLatin1(parsed->key.type);
    if (!algorithm || type.contains(QLatin1String("-cert-")))
        return refuse(Text::tr("%1 is no kind of key that sshd takes from this file").arg(type));
    if (algorithm->verdict == SshdAlgorithm::Verdict::Broken)
        return refuse(Text::tr("%1 keys can be broken: %2").arg(type, sshdAlgorithmReason(*algorithm)),
                      Text::tr("Make an Ed25519 key"));
    return *parsed;
}

AuthorizedKey factOf(const KeyLine &line, const RemotePath &file)
{
    AuthorizedKey key;
    key.file = file;
    key.type = UntrustedText::fromBytes(line.key.type);
    key.bits = line.key.bits;
    key.fingerprint = UntrustedText::fromBytes(line.key.fingerprint);
    key.comment = UntrustedText::fromBytes(line.key.comment);
    key.options = UntrustedText::fromBytes(line.options);
    return key;
}

/// The user's files, and what holds for them.
struct Place {
    const UserAccount *user = nullptr;
    QList<RemotePath> files;
};

Result<Place> placeOf(PlanMaker &maker, const QString &name)
{
    Place place{accountNamed(maker.facts(), name), authorizedKeysFilesOf(maker.facts(), name)};
    if (!place.user)
        return invalidIntent(tried(name), Text::tr("There is no account of this name with a shell"));
    const QString home = place.user->home.raw();
    if (!home.startsWith(u'/') || home.contains(QChar(0)))
        return invalidIntent(tried(name), Text::tr("The account has no home directory"));
    if (maker.facts().sshd)
        GW_TRY(maker.sshd()); // who may still log in is asked of its configuration
    if (place.files.isEmpty())
        return invalidIntent(tried(name), Text::tr("sshd reads no file of keys: AuthorizedKeysFile none"));
    return place;
}

bool isAtHome(const UserAccount &user, const RemotePath &path)
{
    return path.bytes().startsWith(QByteArray(user.home.raw().toUtf8() + '/'));
}

/// Whoever may write in that home can lead us to any file of the server: sshd reads as the user, we as root.
Result<void> refuseForeignLink(const UserAccount &user, const RemotePath &path, const FileState &state)
{
    const bool isForeign = state.attributes.owner != user.name.raw().toUtf8();
    if (state.kind != FileState::Kind::Link || !isAtHome(user, path) || !isForeign)
        return {};
    return invalidIntent(tried(user.name.raw()),
                         Text::tr("%1 leads to %2, which is no file of this user")
                             .arg(path.shown(), UntrustedText::fromBytes(state.linkTarget).shown()),
                         Text::tr("Find out who made this link"));
}

} // namespace

QList<RemotePath> authorizedKeysFilesOf(const Facts &facts, const QString &user)
{
    const UserAccount *account = accountNamed(facts, user);
    if (!account)
        return {};
    SshdEffective effective;
    if (facts.sshd && facts.sshd->effective)
        effective = facts.sshd->effectiveFor.value(user, *facts.sshd->effective);
    return authorizedKeysFiles(effective, *account);
}

Result<void> draftIntent(PlanMaker &maker, const AddAuthorizedKey &wish)
{
    const KeyLine key = GW_TRY(wishedKey(wish));
    const Place place = GW_TRY(placeOf(maker, wish.user));
    if (maker.keyChanges()[wish.user].removed.contains(QString::fromLatin1(key.key.fingerprint)))
        return addedAndRemoved(wish.user);
    for (const RemotePath &path : place.files) {
        for (const QByteArray &line : linesOf(GW_TRY(maker.file(path)).content)) {
            if (hasKey(line, key.key.fingerprint))
                return {};
        }
    }
    const RemotePath path = place.files.first();
    const FileState state = GW_TRY(maker.file(path));
    GW_TRY(refuseForeignLink(*place.user, path, state));
    FileAttributes owner;
    if (isAtHome(*place.user, path)) {
        const QByteArray group =
            place.user->groups.isEmpty() ? wish.user.toUtf8() : place.user->groups.first().raw().toUtf8();
        owner = {0600, wish.user.toUtf8(), group};
    }
    QByteArray content = state.content;
    const QByteArray ending = content.left(content.indexOf('\n') + 1).endsWith("\r\n") ? "\r\n" : "\n";
    if (!content.isEmpty() && !content.endsWith('\n'))
        content += ending;
    content += wish.line.trimmed() + ending;
    const QString comment = UntrustedText::fromBytes(key.key.comment).shown(60);
    const QString reason =
        Text::tr("%1 may log in with the key %2")
            .arg(place.user->name.shown(60), comment.isEmpty() ? QString::fromLatin1(key.key.fingerprint) : comment);
    maker.write(path, content, reason, state.exists() ? std::nullopt : std::optional(owner));
    maker.keyChanges()[wish.user].added.append(factOf(key, path));
    maker.login();
    return {};
}

Result<void> draftIntent(PlanMaker &maker, const RemoveAuthorizedKey &wish)
{
    const Place place = GW_TRY(placeOf(maker, wish.user));
    const QList<AuthorizedKey> &added = maker.keyChanges()[wish.user].added;
    if (std::any_of(added.cbegin(), added.cend(),
                    [&](const AuthorizedKey &key) { return key.fingerprint.raw() == wish.fingerprint; }))
        return addedAndRemoved(wish.user);
    const QByteArray fingerprint = wish.fingerprint.toLatin1();
    for (const RemotePath &path : place.files) {
        const FileState state = GW_TRY(maker.file(path));
        QByteArrayList lines = linesOf(state.content);
        if (lines.removeIf([&](const QByteArray &line) { return hasKey(line, fingerprint); }) == 0)
            continue;
        GW_TRY(refuseForeignLink(*place.user, path, state));
        maker.write(path, lines.join(),
                    Text::tr("%1 no longer logs in with the key %2")
                        .arg(place.user->name.shown(60), UntrustedText(wish.fingerprint).shown(80)));
        maker.keyChanges()[wish.user].removed.append(wish.fingerprint);
        maker.login();
    }
    return {};
}

} // namespace gw
