// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/nginxverbfiles.h"

#include "backend/base/untrustedtext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <cerrno>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <unistd.h>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

/// With errno as nginx would have it.
NginxFiles::Content contentOf(int descriptor)
{
    NginxFiles::Content content;
    QByteArray buffer(256 * 1024, Qt::Uninitialized);
    while (content.bytes.size() <= NginxTree::longest) {
        const ssize_t count = ::read(descriptor, buffer.data(), size_t(buffer.size()));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            content.error = errno;
        if (count <= 0)
            break;
        content.bytes.append(buffer.constData(), count);
    }
    return content;
}

NginxFiles::Content contentOf(const QByteArray &path)
{
    const int descriptor = ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return {{}, errno};
    const NginxFiles::Content content = contentOf(descriptor);
    ::close(descriptor);
    return content;
}

QList<QByteArray> namesIn(const QByteArray &folder)
{
    QList<QByteArray> names;
    const std::unique_ptr<DIR, int (*)(DIR *)> open(::opendir(folder.constData()), ::closedir);
    if (!open)
        return names;
    while (const dirent *entry = ::readdir(open.get()))
        names.append(entry->d_name);
    return names;
}

bool isDump(const QByteArray &text)
{
    return text.startsWith("# configuration file /") || text.startsWith("nginx: the configuration file ");
}

} // namespace

Result<NginxInput> nginxInput(const QString &file)
{
    const bool isStandardInput = file == u"-"_s;
    const QString path = QDir::cleanPath(QDir::current().absoluteFilePath(file));
    const NginxFiles::Content content = isStandardInput ? contentOf(STDIN_FILENO) : contentOf(QFile::encodeName(path));
    if (content.error != 0)
        return Error{Error::Kind::Failed,
                     QCoreApplication::translate("ctl", "Read %1").arg(UntrustedText(file).shown()),
                     QString::fromLocal8Bit(std::strerror(content.error)),
                     {},
                     {}};
    return NginxInput{content.bytes, RemotePath(QFile::encodeName(path))};
}

NginxConfig nginxConfig(const NginxInput &input, NginxFollow follow)
{
    if (follow == NginxFollow::Nothing)
        return NginxConfig::ofOneFile(input.path, input.text);
    if (isDump(input.text)) {
        const NginxDump dump = NginxDump::parse(input.text);
        if (!dump.files.isEmpty())
            return NginxConfig::read(dump);
    }
    NginxFiles files;
    files.content = [input](const RemotePath &path) {
        return path == input.path ? NginxFiles::Content{input.text, 0} : contentOf(path.bytes());
    };
    files.names = namesIn;
    return NginxConfig::read(files, input.path);
}

} // namespace gw::ctl
