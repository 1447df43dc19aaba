// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/opensshmaster.h"

#include "backend/shell/process.h"
#include "backend/ssh/opensshlog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace gw {
namespace {

using namespace std::chrono_literals;

constexpr auto ownerFile = "owner";

/// XDG_RUNTIME_DIR belongs to the person alone and is emptied at logout. A socket's path has about 100 bytes, and ssh
/// appends 17 while it makes it.
QByteArray parentFolder()
{
    const QByteArray runtime = qgetenv("XDG_RUNTIME_DIR");
    struct stat status {};
    const bool isOurs = !runtime.isEmpty() && ::stat(runtime.constData(), &status) == 0 && S_ISDIR(status.st_mode) &&
                        status.st_uid == ::getuid() && (status.st_mode & 077) == 0;
    return isOurs && runtime.startsWith('/') && runtime.size() < 50 ? runtime : QByteArray("/tmp");
}

/// The master removes its socket while it ends, and a helper it started may still be writing: what is already gone is
/// no failure, and what came meanwhile goes with the next turn.
void removeFolder(const QByteArray &folder)
{
    const std::filesystem::path path(folder.toStdString());
    std::error_code failed;
    for (int turns = 0; turns < 100; ++turns, std::this_thread::sleep_for(10ms)) {
        std::filesystem::remove_all(path, failed);
        if (!failed && !std::filesystem::exists(path, failed))
            return;
    }
}

} // namespace

Result<std::unique_ptr<OpenSshMaster>> OpenSshMaster::create()
{
    std::unique_ptr<OpenSshMaster> master(new OpenSshMaster);
    QByteArray pattern = parentFolder() + "/gatewright-XXXXXX";
    const bool made = ::mkdtemp(pattern.data());
    if (made)
        master->m_folder = pattern;
    if (!made || !master->lock())
        return Error{Error::Kind::Failed,
                     QCoreApplication::translate("OpenSshTransport", "Make a private folder for ssh"),
                     qt_error_string(errno),
                     {},
                     {}};
    return master;
}

/// Under another name first: whoever finds "owner" finds it locked, or its program dead. The lock is no file lock of
/// POSIX, and the descriptor is closed in every program that is started: nobody else keeps or drops it.
bool OpenSshMaster::lock()
{
    const QByteArray early = file("owner.new");
    m_lock = Descriptor(::open(early.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    return m_lock && ::flock(m_lock.number(), LOCK_EX | LOCK_NB) == 0 &&
           ::rename(early.constData(), file(ownerFile).constData()) == 0;
}

void OpenSshMaster::hold()
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = file("master");
    m_held = Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (path.size() >= qsizetype(sizeof address.sun_path))
        return;
    std::copy(path.begin(), path.end(), address.sun_path);
    if (m_held && ::connect(m_held.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        m_held.close(); // it has ended already: the next command finds out
}

QByteArray OpenSshMaster::controlPath() const
{
    return file("master").replace('%', "%%");
}

QByteArrayList OpenSshMaster::client() const
{
    // Should the master be gone, ssh would connect by itself: the ProxyCommand sees to it that it cannot.
    return {"ssh", "-F", "/dev/null", "-S", controlPath(), "-o", "ControlMaster=no", "-o", "ProxyCommand=exit 1"};
}

QString OpenSshMaster::log() const
{
    constexpr qint64 mostBytes = 256 * 1024;
    QFile log(QFile::decodeName(file("log")));
    return log.open(QIODevice::ReadOnly) ? withoutCarriageReturns(log.read(mostBytes)) : QString();
}

bool OpenSshMaster::isThere() const
{
    return !m_folder.isEmpty() && QFile::exists(QFile::decodeName(file("master")));
}

bool OpenSshMaster::control(const char *what) const
{
    Command bounds;
    bounds.timeout = bounds.silence = 5s;
    const auto output =
        runProgram({client() + QByteArrayList{"-q", "-O", what, "--", destination()}, {}}, bounds, {}, {});
    return output && output->exitCode == 0;
}

bool OpenSshMaster::answers() const
{
    return isThere() && control("check");
}

void OpenSshMaster::close()
{
    if (m_folder.isEmpty())
        return;
    m_held.close();
    if (isThere())
        control("exit");
    removeFolder(m_folder);
    m_folder.clear();
    m_lock.close();
}

void endOrphanedMasters()
{
    const QDir parent(QFile::decodeName(parentFolder()));
    for (const QFileInfo &found :
         parent.entryInfoList({QStringLiteral("gatewright-??????")}, QDir::Dirs | QDir::NoSymLinks))
        if (found.ownerId() == ::getuid())
            OpenSshMaster::endIfOrphaned(QFile::encodeName(found.absoluteFilePath()));
}

/// The lock is taken before anything is touched, so that two programs never end the same one.
void OpenSshMaster::endIfOrphaned(const QByteArray &folder)
{
    OpenSshMaster orphan;
    const QByteArray owner = folder + '/' + ownerFile;
    orphan.m_lock = Descriptor(::open(owner.constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW));
    if (orphan.m_lock && ::flock(orphan.m_lock.number(), LOCK_EX | LOCK_NB) == 0)
        orphan.m_folder = folder; // its destructor does what its program could not
}

} // namespace gw
