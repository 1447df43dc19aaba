// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/process.h"

#include "backend/shell/descriptor.h"
#include "backend/shell/exchange.h"
#include "backend/shell/stopwaker.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <poll.h>
#include <pty.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace gw {
namespace {

using Clock = Exchange::Clock;
using namespace std::chrono_literals;

/// Our ends of the pipes or of the terminal.
struct Ends {
    Descriptor input;
    Descriptor output;
    Descriptor error;
};

/// Children that did not die at once (a root process we may not kill): asked again whenever another one is started.
class Unwaited {
public:
    void add(pid_t pid)
    {
        const std::lock_guard lock(m_mutex);
        m_pids.push_back(pid);
    }
    void collect()
    {
        const std::lock_guard lock(m_mutex);
        std::erase_if(m_pids, [](pid_t pid) { return ::waitpid(pid, nullptr, WNOHANG) != 0; });
    }
    static Unwaited &list()
    {
        static Unwaited unwaited;
        return unwaited;
    }

private:
    std::mutex m_mutex;
    std::vector<pid_t> m_pids;
};

/// Writing to a command that has ended must be EPIPE here and not the end of the program.
class NoBrokenPipeSignal {
public:
    NoBrokenPipeSignal()
    {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~NoBrokenPipeSignal()
    {
        if (sigismember(&m_before, SIGPIPE))
            return;
        const timespec now{0, 0};
        while (sigtimedwait(&m_pipe, nullptr, &now) == -1 && errno == EINTR) {
        }
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }

private:
    sigset_t m_pipe;
    sigset_t m_before;
};

std::vector<char *> pointers(const QByteArrayList &list)
{
    std::vector<char *> out;
    out.reserve(size_t(list.size()) + 1);
    for (const QByteArray &entry : list)
        out.push_back(const_cast<char *>(entry.constData()));
    out.push_back(nullptr);
    return out;
}

/// posix_spawn with its attributes; the child's three streams are `streams`, or the terminal of that name.
class Child {
public:
    Child() = default;
    ~Child() { end(); }
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    int startOnPipes(const Program &program, Ends &ends)
    {
        auto input = Pipe::create(), output = Pipe::create(), error = Pipe::create();
        if (!input.reads || !output.reads || !error.reads)
            return errno;
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, input.reads.number(), 0);
        posix_spawn_file_actions_adddup2(&actions, output.writes.number(), 1);
        posix_spawn_file_actions_adddup2(&actions, error.writes.number(), 2);
        const int failed = spawn(program, actions);
        ends = {std::move(input.writes), std::move(output.reads), std::move(error.reads)};
        return failed;
    }

    int startOnTerminal(const Program &program, Ends &ends)
    {
        int master = -1, slave = -1;
        std::array<char, 256> name{};
        if (::openpty(&master, &slave, name.data(), nullptr, nullptr) != 0)
            return errno;
        const Descriptor held(slave);
        ends.output = Descriptor(master);
        ::fcntl(master, F_SETFD, FD_CLOEXEC);
        ::fcntl(slave, F_SETFD, FD_CLOEXEC);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        // A session leader without a terminal gets the first one it opens as its own.
        posix_spawn_file_actions_addopen(&actions, 0, name.data(), O_RDWR, 0);
        posix_spawn_file_actions_adddup2(&actions, 0, 1);
        posix_spawn_file_actions_adddup2(&actions, 0, 2);
        const int failed = spawn(program, actions);
        ends.input = Descriptor(::fcntl(master, F_DUPFD_CLOEXEC, 3));
        return failed;
    }

    /// Readable when the child has ended; -1 where the kernel has no such thing.
    int endDescriptor() const { return m_ended.number(); }

    /// The exit code as a shell counts it, once the child has ended.
    std::optional<int> exitCode()
    {
        if (m_pid > 0 && ::waitpid(m_pid, &m_status, WNOHANG) == m_pid)
            m_pid = -1;
        if (m_pid > 0)
            return {};
        return WIFSIGNALED(m_status) ? 128 + WTERMSIG(m_status) : WEXITSTATUS(m_status);
    }

    /// Ends the whole group.
    void end()
    {
        if (m_pid <= 0)
            return;
        ::kill(-m_pid, SIGTERM);
        ::kill(-m_pid, SIGCONT);
        if (!waited(100ms)) {
            ::kill(-m_pid, SIGKILL);
            if (!waited(500ms))
                Unwaited::list().add(m_pid);
        }
        m_pid = -1;
    }

private:
    int spawn(const Program &program, posix_spawn_file_actions_t &actions)
    {
        posix_spawnattr_t attributes;
        posix_spawnattr_init(&attributes);
        sigset_t none, defaults;
        sigemptyset(&none);
        sigemptyset(&defaults);
        for (const int signal : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGCHLD})
            sigaddset(&defaults, signal);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &defaults);
        // A session of its own: it can be ended as a group, and nothing in it finds a terminal to ask on but the one it
        // is given.
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
        const auto arguments = pointers(program.arguments);
        const auto environment = pointers(program.environment.value_or(QByteArrayList()));
        const int failed = ::posix_spawnp(&m_pid, arguments[0], &actions, &attributes, arguments.data(),
                                          program.environment ? environment.data() : environ);
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
        if (failed != 0)
            m_pid = -1;
#ifdef SYS_pidfd_open
        if (m_pid > 0)
            m_ended = Descriptor(int(::syscall(SYS_pidfd_open, m_pid, 0)));
#endif
        return failed;
    }

    bool waited(std::chrono::milliseconds longest)
    {
        for (const auto until = Clock::now() + longest; Clock::now() < until; std::this_thread::sleep_for(2ms))
            if (::waitpid(m_pid, &m_status, WNOHANG) != 0)
                return true;
        return false;
    }

    pid_t m_pid = -1;
    int m_status = 0;
    Descriptor m_ended;
};

/// Reads what is there. False at the end of the stream.
bool readInto(Exchange &exchange, Stream stream, Descriptor &from)
{
    std::array<char, 65536> buffer;
    for (int turns = 0; turns < 16; ++turns) { // then the other streams, the clock and a stop have their turn
        const ssize_t count = ::read(from.number(), buffer.data(), buffer.size());
        if (count > 0)
            exchange.receive(stream, QByteArrayView(buffer.data(), count));
        else if (count < 0 && (errno == EAGAIN || errno == EINTR))
            return true;
        else
            return false; // a terminal whose last user left answers EIO
        if (exchange.failure())
            return true;
    }
    return true;
}

void writeFrom(Exchange &exchange, Descriptor &to)
{
    const QByteArrayView bytes = exchange.pendingInput();
    const ssize_t count = ::write(to.number(), bytes.data(), size_t(bytes.size()));
    if (count > 0)
        exchange.wrote(count);
    else if (count < 0 && errno != EAGAIN && errno != EINTR)
        exchange.abandonInput();
}

int millisecondsUntil(Clock::time_point time)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(time - Clock::now()).count();
    return int(std::clamp<qint64>(left, 0, 60'000));
}

/// The loop. Empty: the command has ended; otherwise why it must be ended.
std::optional<Error> converse(Exchange &exchange, Child &child, Ends &ends, const Command &command,
                              std::stop_token stop)
{
    const StopWaker waker(stop);
    std::optional<Clock::time_point> lingerUntil; // after its end: what it left keeps the streams open for ever
    for (;;) {
        if (stop.stop_requested())
            return exchange.error(Error::Kind::Cancelled, Exchange::tr("Stopped"));
        exchange.expire();
        if (exchange.failure())
            return exchange.failure();
        if (exchange.inputFinished() && !command.terminal)
            ends.input.close();
        if (!lingerUntil && child.exitCode())
            lingerUntil = Clock::now() + 100ms;
        if (lingerUntil && ((!ends.output && !ends.error) || Clock::now() >= *lingerUntil))
            return {};

        const bool writes = ends.input && !exchange.pendingInput().isEmpty();
        std::array<pollfd, 5> set{{{ends.output.number(), POLLIN, 0},
                                   {ends.error.number(), POLLIN, 0},
                                   {writes ? ends.input.number() : -1, POLLOUT, 0},
                                   {lingerUntil ? -1 : child.endDescriptor(), POLLIN, 0},
                                   {waker.descriptor(), POLLIN, 0}}};
        int wait = millisecondsUntil(lingerUntil ? std::min(*lingerUntil, exchange.deadline()) : exchange.deadline());
        if (child.endDescriptor() < 0 || waker.descriptor() < 0)
            wait = std::min(wait, 20);
        ::poll(set.data(), set.size(), wait);
        if (lingerUntil && (set[0].revents || set[1].revents))
            lingerUntil = Clock::now() + 100ms;
        if (ends.output && set[0].revents && !readInto(exchange, Stream::Output, ends.output))
            ends.output.close();
        if (ends.error && set[1].revents && !readInto(exchange, Stream::Error, ends.error))
            ends.error.close();
        if (writes && set[2].revents)
            writeFrom(exchange, ends.input);
    }
}

} // namespace

Result<Output> runProgram(const Program &program, const Command &command, const QString &where, std::stop_token stop,
                          const Shell::Progress &progress)
{
    Unwaited::list().collect();
    Exchange exchange(command, where, progress);
    const NoBrokenPipeSignal noSignal;
    Ends ends;
    Child child;
    const int failed = command.terminal ? child.startOnTerminal(program, ends) : child.startOnPipes(program, ends);
    if (failed != 0)
        return exchange.error(Error::Kind::Failed,
                              Exchange::tr("%1 could not be started: %2")
                                  .arg(QString::fromLocal8Bit(program.arguments.value(0)), qt_error_string(failed)),
                              Exchange::tr("Check that it is installed"));
    for (Descriptor *end : {&ends.input, &ends.output, &ends.error})
        end->setNonBlocking();
    if (const auto error = converse(exchange, child, ends, command, stop))
        return *error; // ~Child ends the group
    return exchange.finished(child.exitCode().value_or(0));
}

QByteArrayList environmentWith(const QByteArrayList &settings, const QByteArrayList &without)
{
    const auto nameOf = [](const QByteArray &entry) { return entry.left(entry.indexOf('=')); };
    QByteArrayList dropped = without;
    for (const QByteArray &setting : settings)
        dropped += nameOf(setting);
    QByteArrayList out = settings;
    for (char **entry = environ; entry && *entry; ++entry)
        if (!dropped.contains(nameOf(*entry)))
            out += *entry;
    return out;
}

} // namespace gw
