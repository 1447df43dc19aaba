// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/keymaker.h"

#include "backend/shell/descriptor.h"
#include "backend/ssh/agent.h"
#include "backend/ssh/hostkey.h"
#include "backend/ssh/identities.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(KeyMaker)
};

// draft-miller-ssh-agent, section 5.1
constexpr char addIdentity = 17;
constexpr char success = 6;

Error keyError(Error::Kind kind, const QString &file, const QString &cause, const QString &advice = {})
{
    return Error{kind, Text::tr("Make the key %1").arg(QDir::toNativeSeparators(file)), cause, advice, {}};
}

Error systemError(const QString &file)
{
    return keyError(Error::Kind::Failed, file, qt_error_string(errno));
}

/// Bytes of a private key, wiped when they go.
class PrivateBytes {
public:
    PrivateBytes() = default;
    explicit PrivateBytes(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    PrivateBytes(const PrivateBytes &) = delete;
    PrivateBytes &operator=(const PrivateBytes &) = delete;
    ~PrivateBytes() { ::explicit_bzero(m_bytes.data(), size_t(m_bytes.size())); }
    QByteArrayView view() const { return m_bytes; }
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// The private key in OpenSSH's format (PROTOCOL.key); empty if libssh cannot.
Secret exported(ssh_key key, const Secret &passphrase)
{
    char *text = nullptr;
    const char *given = passphrase.isEmpty() ? nullptr : passphrase.cString();
    if (ssh_pki_export_privkey_base64(key, given, nullptr, nullptr, &text) != SSH_OK || !text)
        return {};
    Secret secret{QByteArrayView(text)};
    ::explicit_bzero(text, std::strlen(text));
    ssh_string_free_char(text);
    return secret;
}

/// O_EXCL: neither a file nor a link that is there is followed or written over.
Result<void> writeNew(const QString &path, QByteArrayView content, mode_t mode)
{
    const QByteArray name = QFile::encodeName(path);
    const Descriptor file(::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!file && errno == EEXIST)
        return keyError(Error::Kind::Invalid, path, Text::tr("There is a file of this name already"),
                        Text::tr("Choose another name: a key is never written over."));
    if (!file)
        return systemError(path);
    const bool isWritten = ::fchmod(file.number(), mode) == 0 && // whatever the umask says
                           ::write(file.number(), content.data(), size_t(content.size())) == content.size() &&
                           ::fsync(file.number()) == 0;
    if (isWritten)
        return {};
    const Error error = systemError(path);
    ::unlink(name.constData());
    return error;
}

Result<void> makeFolderOf(const QString &file)
{
    const QString folder = QFileInfo(file).path();
    if (QFileInfo(folder).isDir())
        return {};
    if (::mkdir(QFile::encodeName(folder).constData(), 0700) != 0)
        return systemError(file);
    return {};
}

QByteArray string(QByteArrayView value)
{
    QByteArray size(4, Qt::Uninitialized);
    qToBigEndian(quint32(value.size()), size.data());
    return size + value;
}

/// What the agent wants to have of an Ed25519 key: its fields as they stand in the unencrypted file, which are the
/// type, the public part and the private one (PROTOCOL.key; draft-miller-ssh-agent, section 4.2.3).
std::optional<QByteArrayView> keyFields(QByteArrayView file)
{
    constexpr QByteArrayView magic("openssh-key-v1\0", 15);
    if (!file.startsWith(magic))
        return {};
    WireReader outer(file.sliced(magic.size()));
    outer.string(); // cipher
    outer.string(); // key derivation
    outer.string(); // its options
    outer.number(); // one key
    outer.string(); // public part
    const auto section = outer.string();
    if (!section)
        return {};
    WireReader inner(*section);
    inner.number(); // two equal numbers tell that it was decrypted
    inner.number();
    const QByteArrayView fields = inner.rest();
    const auto type = inner.string();
    if (!type || *type != QByteArrayView("ssh-ed25519") || !inner.string() || !inner.string())
        return {};
    return fields.first(fields.size() - inner.rest().size());
}

Result<void> giveToAgent(ssh_key key, const KeyPairRequest &request, Clock::time_point deadline, std::stop_token stop)
{
    const auto unknownFormat = [&] {
        return keyError(Error::Kind::Unsupported, request.file, Text::tr("libssh writes a format that is not known"));
    };
    const Secret armoured = exported(key, {});
    const QByteArrayView text = armoured.bytes();
    const qsizetype head = text.indexOf('\n');
    const qsizetype tail = text.lastIndexOf(QByteArrayView("-----END"));
    if (head < 0 || tail < head)
        return unknownFormat();
    const PrivateBytes encoded(text.sliced(head, tail - head).toByteArray());
    const PrivateBytes file(QByteArray::fromBase64(encoded.bytes()));
    const auto fields = keyFields(file.view());
    if (!fields)
        return unknownFormat();
    const PrivateBytes message(QByteArray(1, addIdentity) + *fields + string(request.comment.toUtf8()));
    AgentClient agent = GW_TRY(AgentClient::open(request.agentSocket, deadline, std::move(stop)));
    const QByteArray answer = GW_TRY(agent.ask(message.bytes()));
    if (!answer.startsWith(success))
        return keyError(Error::Kind::Refused, request.file, Text::tr("The agent does not take it"));
    return {};
}

Result<void> check(const KeyPairRequest &request)
{
    const auto isControl = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (!QDir::isAbsolutePath(request.file) || request.file.endsWith(u'/'))
        return keyError(Error::Kind::Invalid, request.file, Text::tr("This is no name of a file"));
    if (std::any_of(request.comment.cbegin(), request.comment.cend(), isControl))
        return keyError(Error::Kind::Invalid, request.file, Text::tr("The comment must be one line"));
    return {};
}

} // namespace

Result<KeyPair> makeKeyPair(const KeyPairRequest &request, Clock::time_point deadline, std::stop_token stop)
{
    GW_TRY(check(request));
    ssh_key made = nullptr;
    if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &made) != SSH_OK)
        return keyError(Error::Kind::Failed, request.file, Text::tr("libssh could not make it"));
    const SshKey key(made);
    const auto publicKey = HostKey::fromBlob(blobOf(key.get()));
    const Secret privateText = exported(key.get(), request.passphrase);
    if (!publicKey || privateText.isEmpty())
        return keyError(Error::Kind::Failed, request.file, Text::tr("libssh could not make it"));

    KeyPair pair{request.file, publicKey->type + ' ' + publicKey->blob.toBase64(), publicKey->fingerprint()};
    if (const QByteArray comment = request.comment.trimmed().toUtf8(); !comment.isEmpty())
        pair.publicLine += ' ' + comment;
    const QString publicFile = request.file + u".pub";
    if (QFileInfo::exists(publicFile)) // nothing half made
        return keyError(Error::Kind::Invalid, publicFile, Text::tr("There is a file of this name already"),
                        Text::tr("Choose another name: a key is never written over."));
    GW_TRY(makeFolderOf(request.file));
    GW_TRY(writeNew(request.file, privateText.bytes(), 0600));
    if (const auto written = writeNew(publicFile, QByteArray(pair.publicLine + '\n'), 0644); !written) {
        QFile::remove(request.file);
        return written.error();
    }
    if (!request.agentSocket.isEmpty()) {
        if (const auto given = giveToAgent(key.get(), request, deadline, std::move(stop)); !given)
            pair.agentProblem = given.error().text();
    }
    return pair;
}

} // namespace gw
