// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/readers.h"

#include <QCryptographicHash>

namespace gw {
namespace {

bool isKeyType(QByteArrayView word)
{
    return word.startsWith("ssh-") || word.startsWith("ecdsa-sha2-") || word.startsWith("sk-ssh-") ||
           word.startsWith("sk-ecdsa-");
}

/// One string of the wire format: length in four bytes, then as many bytes (RFC 4251, 5).
std::optional<QByteArrayView> takeString(QByteArrayView &blob)
{
    if (blob.size() < 4)
        return {};
    quint32 length = 0;
    for (int i = 0; i < 4; ++i)
        length = length << 8 | quint8(blob[i]);
    if (length > quint32(blob.size() - 4))
        return {};
    const QByteArrayView string = blob.sliced(4, length);
    blob = blob.sliced(4 + length);
    return string;
}

int bitsOfNumber(QByteArrayView number)
{
    while (!number.isEmpty() && number[0] == 0)
        number = number.sliced(1);
    if (number.isEmpty())
        return 0;
    int bits = int(number.size() - 1) * 8;
    for (unsigned top = quint8(number[0]); top; top >>= 1)
        ++bits;
    return bits;
}

/// RFC 4253, 6.6: e, n for RSA (n decides), p … for DSA; a certificate has a nonce before them.
int bitsOf(QByteArrayView type, QByteArrayView blob)
{
    if (type.startsWith("ecdsa-") || type.startsWith("sk-ecdsa-")) {
        for (const int size : {256, 384, 521}) {
            if (type.contains(QByteArray("nistp" + QByteArray::number(size))))
                return size;
        }
        return 0;
    }
    if (type.startsWith("ssh-ed25519") || type.startsWith("sk-ssh-ed25519"))
        return 256; // RFC 8032, 5.1: there is no other size
    const bool rsa = type.startsWith("ssh-rsa");
    if (!rsa && !type.startsWith("ssh-dss"))
        return 0;
    if (type.contains("-cert-v01@"))
        (void)takeString(blob);
    if (rsa)
        (void)takeString(blob);
    const auto number = takeString(blob);
    return number ? bitsOfNumber(*number) : 0;
}

std::optional<AuthorizedKey> keyFrom(QByteArrayView line)
{
    AuthorizedKey key;
    if (!isKeyType(wordsOf(line).value(0))) {
        const qsizetype end = endOfOptions(line);
        key.options = untrusted(line.first(end));
        line = line.sliced(end).trimmed();
    }
    const auto publicKey = publicKeyFrom(line);
    if (!publicKey)
        return {};
    key.type = untrusted(publicKey->type);
    key.bits = publicKey->bits;
    key.fingerprint = untrusted(publicKey->fingerprint);
    key.comment = untrusted(publicKey->comment);
    return key;
}

/// The line with the key's fingerprint where the key stood; what is neither a comment nor a key is not shown.
QByteArray withFingerprint(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    if (text.startsWith('#'))
        return text.toByteArray();
    const auto key = keyFrom(text);
    if (!key)
        return {};
    QByteArray shown;
    for (const UntrustedText *part : {&key->options, &key->type, &key->fingerprint, &key->comment}) {
        if (!part->isEmpty())
            shown += (shown.isEmpty() ? "" : " ") + part->raw().toUtf8();
    }
    return shown;
}

/// sshd_config(5), LogLevel: logins are told from INFO on.
bool logsNoLogins(const Sections &sections)
{
    const SurveySection *effective = sections.find("sshd.effective");
    if (!effective)
        return false;
    const QString level = SshdEffective::parse(effective->content).value(QStringLiteral("loglevel")).toUpper();
    return level == QLatin1String("QUIET") || level == QLatin1String("FATAL") || level == QLatin1String("ERROR");
}

} // namespace

qsizetype endOfOptions(QByteArrayView line)
{
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '"')
            ++i;
        else if (line[i] == '"')
            quoted = !quoted;
        else if (!quoted && (line[i] == ' ' || line[i] == '\t'))
            return i;
    }
    return line.size();
}

std::optional<PublicKey> publicKeyFrom(QByteArrayView line)
{
    const QList<QByteArrayView> words = wordsOf(line);
    if (words.size() < 2 || !isKeyType(words[0]))
        return {};
    const auto decoded =
        QByteArray::fromBase64Encoding(words[1].toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    QByteArrayView blob = decoded.decoded;
    const auto type = takeString(blob);
    if (!type || *type != words[0])
        return {};
    PublicKey key;
    key.type = words[0].toByteArray();
    key.bits = bitsOf(words[0], blob);
    key.fingerprint = "SHA256:" + QCryptographicHash::hash(decoded.decoded, QCryptographicHash::Sha256)
                                      .toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals);
    if (words.size() > 2)
        key.comment = line.sliced(words[2].data() - line.data()).trimmed().toByteArray();
    return key;
}

AuthorizedKeys::AuthorizedKeys(const Sections &sections) : m_sections(sections), m_noLog(sections.gapOf("keys.logins"))
{
    for (const SurveySection *path : sections.all("keys.path"))
        m_paths[restAfterBlank(path->name).toByteArray()].append(path);
    if (m_noLog)
        return;
    qint64 since = 0;
    for (const QByteArrayView line : linesOf(sections.find("keys.logins")->content)) {
        const QByteArrayView rest = restAfterBlank(line);
        if (line.startsWith("used "))
            m_used.insert(rest.toByteArray());
        else if (line.startsWith("since "))
            since = rest.toLongLong();
    }
    if (logsNoLogins(sections))
        since = 0;
    const SurveySection *system = sections.find("system");
    const qint64 now = system ? valuesOf(system->content).value("time").toLongLong() : 0;
    constexpr qint64 month = 30 * 86'400;
    m_logReachesBack = since > 0 && now > since && now - since >= month;
}

Known<bool> AuthorizedKeys::everUsed(const QByteArray &fingerprint) const
{
    if (m_noLog)
        return *m_noLog;
    if (m_used.contains(fingerprint))
        return true;
    if (m_logReachesBack)
        return false;
    return Gap{Gap::Reason::Failed,
               UntrustedText(QStringLiteral("the log of logins is not kept, or goes back less than 30 days"))};
}

Known<QList<AuthorizedKey>> AuthorizedKeys::readFile(const QByteArray &path) const
{
    return m_sections.known("keys.file " + path, [&](QByteArrayView content) {
        QList<AuthorizedKey> keys;
        int number = 0;
        for (const QByteArrayView line : linesOf(content)) {
            ++number;
            const QByteArrayView text = line.trimmed();
            if (text.isEmpty() || text.startsWith('#'))
                continue;
            if (auto key = keyFrom(text)) {
                key->file = RemotePath(path);
                key->line = number;
                key->everUsed = everUsed(key->fingerprint.raw().toUtf8());
                keys.append(*key);
            }
        }
        return keys;
    });
}

QList<FileFact> AuthorizedKeys::filesOf(const QByteArray &user) const
{
    QList<FileFact> files;
    for (const SurveySection *path : m_paths.value(user)) {
        if (!path->content.startsWith("there "))
            continue;
        const SurveySection *section = m_sections.find("keys.file " + restAfterBlank(path->content).toByteArray());
        if (m_sections.gapOf(section))
            continue;
        FileFact file = fileOf(m_sections, *section);
        file.content.clear();
        for (const QByteArrayView line : linesOf(section->content))
            file.content += withFingerprint(line) + '\n';
        files.append(file);
    }
    return files;
}

QList<FolderFact> AuthorizedKeys::foldersOf(const QByteArray &user, const QByteArray &home) const
{
    QList<FolderFact> folders;
    QSet<QByteArray> known;
    for (const SurveySection *path : m_paths.value(user)) {
        QByteArray folder = restAfterBlank(path->content).toByteArray();
        for (qsizetype end; folder != home && (end = folder.lastIndexOf('/')) > 0;) {
            folder.truncate(end);
            const Stat stat = m_sections.statOf(folder);
            if (stat.mode == 0 || known.contains(folder))
                continue;
            known.insert(folder);
            folders.append(FolderFact{RemotePath(folder), stat.mode, stat.owner, stat.group});
        }
    }
    return folders;
}

Known<QList<AuthorizedKey>> AuthorizedKeys::of(const QByteArray &user) const
{
    const auto paths = m_paths.constFind(user);
    if (paths == m_paths.cend())
        return Gap{Gap::Reason::NotAsked, {}};
    QList<AuthorizedKey> keys;
    for (const SurveySection *path : *paths) {
        if (path->content.startsWith("denied "))
            return Gap{Gap::Reason::NeedsRoot, {}};
        if (!path->content.startsWith("there "))
            continue;
        const auto read = readFile(restAfterBlank(path->content).toByteArray());
        if (!read)
            return read.gap();
        keys += *read;
    }
    return keys;
}

} // namespace gw
