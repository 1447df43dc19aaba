// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/knownhosts.h"

#include "backend/shell/descriptor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>

namespace gw {
namespace {

constexpr qint64 largestFile = 32 * 1024 * 1024;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(KnownHosts)
};

Error failure(Error::Kind kind, const QString &tried, const QString &cause, const QString &advice)
{
    return Error{kind, tried, cause, advice, {}};
}

/// Splits the next word off at blanks.
QByteArrayView nextWord(QByteArrayView &line)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    qsizetype begin = 0;
    while (begin < line.size() && isBlank(line[begin]))
        ++begin;
    qsizetype end = begin;
    while (end < line.size() && !isBlank(line[end]))
        ++end;
    const QByteArrayView word = line.sliced(begin, end - begin);
    line = line.sliced(end);
    return word;
}

/// '*' and '?' only, without recursion: linear in practice and at worst pattern times name.
bool matchesPattern(QByteArrayView pattern, QByteArrayView name)
{
    const auto same = [](char p, char c) { return p == '?' || (p >= 'A' && p <= 'Z' ? p + 32 : p) == c; };
    qsizetype p = 0, n = 0, star = -1, retry = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            retry = n;
        } else if (p < pattern.size() && same(pattern[p], name[n])) {
            ++p;
            ++n;
        } else if (star >= 0) {
            p = star + 1;
            n = ++retry;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

QByteArray hashOf(const QByteArray &name, const QByteArray &salt)
{
    return QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1);
}

/// "|1|salt|hash" as ssh writes it: the salt is as long as the hash.
QByteArray hashed(const QByteArray &name)
{
    std::array<quint32, 5> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray salt(reinterpret_cast<const char *>(words.data()), sizeof words);
    return "|1|" + salt.toBase64() + '|' + hashOf(name, salt).toBase64();
}

/// "|1|salt|hash": HMAC-SHA1 of the name under the salt.
bool matchesHash(QByteArrayView entry, const QByteArray &name)
{
    const QByteArray text = QByteArray::fromRawData(entry.data(), entry.size());
    const qsizetype bar = text.indexOf('|', 3);
    if (!text.startsWith("|1|") || bar < 0)
        return false;
    const QByteArray salt = QByteArray::fromBase64(text.mid(3, bar - 3));
    const QByteArray hash = QByteArray::fromBase64(text.mid(bar + 1));
    return hashOf(name, salt) == hash;
}

/// A comma-separated list; a negated pattern that matches excludes the line.
bool matchesHosts(QByteArrayView hosts, const QByteArray &name)
{
    if (hosts.startsWith('|'))
        return matchesHash(hosts, name);
    bool matches = false;
    while (!hosts.isEmpty()) {
        qsizetype comma = 0;
        while (comma < hosts.size() && hosts[comma] != ',')
            ++comma;
        QByteArrayView pattern = hosts.first(comma);
        hosts = hosts.sliced(std::min(comma + 1, hosts.size()));
        const bool negated = pattern.startsWith('!');
        if (negated)
            pattern = pattern.sliced(1);
        if (!pattern.isEmpty() && matchesPattern(pattern, name)) {
            if (negated)
                return false;
            matches = true;
        }
    }
    return matches;
}

/// Calls `use` with each line, without its end, and its number.
template <typename Use>
void forEachLine(QByteArrayView text, Use use)
{
    for (int number = 1; !text.isEmpty(); ++number) {
        const void *end = std::memchr(text.data(), '\n', size_t(text.size()));
        const qsizetype size = end ? static_cast<const char *>(end) - text.data() : text.size();
        QByteArrayView line = text.first(size);
        text = text.sliced(std::min(size + 1, text.size()));
        if (line.endsWith('\r'))
            line = line.chopped(1);
        use(line, number);
    }
}

QString nativePath(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

/// Nothing if the file does not exist.
Result<std::optional<QByteArray>> contentOf(const QString &path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return std::optional<QByteArray>();
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            Error::Kind::Failed, Text::tr("Read %1").arg(nativePath(path)), file.errorString(),
            Text::tr("A revoked key may stand in it: make it readable, or take it out of the configuration"));
    QByteArray content = file.read(largestFile + 1);
    if (content.size() > largestFile)
        return failure(Error::Kind::TooLarge, Text::tr("Read %1").arg(nativePath(path)),
                       Text::tr("It is larger than %1").arg(shownSize(largestFile)), {});
    return std::optional(std::move(content));
}

/// Waits up to five seconds for others that write.
bool locked(int descriptor)
{
    for (int tries = 0; tries < 250; ++tries) {
        if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return errno == ENOLCK || errno == EOPNOTSUPP; // file systems without locks
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
}

} // namespace

KnownHost::Answer KnownHost::check(const HostKey &key) const
{
    const auto find = [&](const QList<KnownKey> &list) -> std::optional<KnownKey> {
        for (const KnownKey &known : list)
            if (known.key == key)
                return known;
        return {};
    };
    if (const auto line = find(revoked))
        return {Verdict::Revoked, line};
    if (const auto line = find(keys))
        return {Verdict::Known, line};
    if (!authorities.isEmpty())
        return {Verdict::Authority, authorities.first()};
    // A key of another type than the known ones is as suspicious as a changed one: known types are preferred when
    // negotiating, so the server does not have the known key any more.
    for (const KnownKey &known : keys)
        if (known.key.type == key.type)
            return {Verdict::Changed, known};
    if (!keys.isEmpty())
        return {Verdict::Changed, keys.first()};
    return {};
}

void collectKnownKeys(QByteArrayView text, const QString &file, const QByteArray &host, KnownHost &into)
{
    forEachLine(text, [&](QByteArrayView line, int number) {
        QByteArrayView word = nextWord(line);
        QList<KnownKey> *list = &into.keys;
        if (word == "@revoked")
            list = &into.revoked;
        else if (word == "@cert-authority")
            list = &into.authorities;
        if (word.startsWith('@')) {
            if (list == &into.keys)
                return; // a marker of the future
            word = nextWord(line);
        }
        if (word.isEmpty() || word.startsWith('#') || !matchesHosts(word, host))
            return;
        const QByteArrayView type = nextWord(line);
        if (auto key = HostKey::fromBase64(nextWord(line)); key && key->type == type)
            list->append({std::move(*key), file, number});
    });
}

QByteArray knownHostName(const QString &host, quint16 port)
{
    const QByteArray name = host.toLower().toUtf8();
    return port == 22 || port == 0 ? name : '[' + name + "]:" + QByteArray::number(port);
}

Result<KnownHost> readKnownHost(const QStringList &files, const QByteArray &host)
{
    KnownHost known;
    for (const QString &file : files) {
        const auto content = GW_TRY(contentOf(file));
        if (content)
            collectKnownKeys(*content, file, host, known);
    }
    return known;
}

Result<bool> isRevokedIn(const QString &file, const HostKey &key)
{
    if (file.isEmpty() || file == u"none")
        return false;
    const auto content = GW_TRY(contentOf(file));
    const QString tried = Text::tr("Check the host key against %1").arg(nativePath(file));
    if (!content) // ssh refuses too: no list is not an empty list
        return failure(Error::Kind::Failed, tried, Text::tr("The file of RevokedHostKeys does not exist"),
                       Text::tr("Restore it, or take RevokedHostKeys out of the configuration of ssh"));
    if (content->startsWith("SSHKRL\n"))
        return failure(Error::Kind::Unsupported, tried, Text::tr("It is a binary key revocation list"),
                       Text::tr("Connect by OpenSSH: it reads such lists"));
    bool revoked = false;
    forEachLine(*content, [&](QByteArrayView line, int) {
        while (!line.isEmpty() && !revoked) {
            const QByteArrayView word = nextWord(line);
            if (word.startsWith('#'))
                return;
            const auto listed = word.startsWith("AAAA") ? HostKey::fromBase64(word) : std::nullopt;
            revoked = listed && *listed == key;
        }
    });
    return revoked;
}

Result<void> rememberHostKey(const QString &file, const QByteArray &host, const HostKey &key, HostNames names)
{
    const QString tried = Text::tr("Add the host key to %1").arg(nativePath(file));
    const QString advice = Text::tr("Check the file's owner and permissions");
    const auto failed = [&](int error) { return failure(Error::Kind::Failed, tried, qt_error_string(error), advice); };

    const QByteArray folder = QFile::encodeName(QFileInfo(file).absolutePath());
    if (::mkdir(folder.constData(), 0700) != 0 && errno != EEXIST)
        return failed(errno);
    const Descriptor descriptor(
        ::open(QFile::encodeName(file).constData(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0600));
    if (!descriptor)
        return failed(errno);
    if (!locked(descriptor.number()))
        return failure(Error::Kind::Failed, tried, Text::tr("Another program keeps it locked"), advice);

    KnownHost before; // another connection may have added the same key meanwhile
    if (const auto content = GW_TRY(contentOf(file)))
        collectKnownKeys(*content, file, host, before);
    if (before.check(key).verdict == KnownHost::Verdict::Known)
        return {};
    struct stat status {};
    char last = '\n';
    if (::fstat(descriptor.number(), &status) == 0 && status.st_size > 0)
        (void)!::pread(descriptor.number(), &last, 1, status.st_size - 1);
    const QByteArray line = QByteArray(last == '\n' ? "" : "\n") + (names == HostNames::Hashed ? hashed(host) : host) +
                            ' ' + key.type + ' ' + key.blob.toBase64() + '\n';
    if (const ssize_t written = ::write(descriptor.number(), line.constData(), size_t(line.size()));
        written != line.size()) {
        const int error = written < 0 ? errno : ENOSPC;
        if (written > 0) // half a line would spoil the next one
            (void)!::ftruncate(descriptor.number(), status.st_size);
        return failed(error);
    }
    ::fdatasync(descriptor.number());
    return {};
}

} // namespace gw
