// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal.h"

#include <QCoreApplication>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace gw::ctl {
namespace {

int signalPipe[2] = {-1, -1};

extern "C" void onSignal(int)
{
    const int saved = errno;
    const char byte = 's';
    (void)!::write(signalPipe[1], &byte, 1);
    errno = saved;
}

void handle(int signal)
{
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART | int(SA_RESETHAND); // the second one does what it always does
    ::sigaction(signal, &action, nullptr);
}

/// The controlling terminal, so that questions work while the output goes into a file.
class Tty {
public:
    enum class Echo { On, Off };

    explicit Tty(Echo echo) : m_file(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        if (echo == Echo::On || m_file < 0 || ::tcgetattr(m_file, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        m_isSilent = ::tcsetattr(m_file, TCSAFLUSH, &silent) == 0;
    }
    ~Tty()
    {
        if (m_isSilent) {
            ::tcsetattr(m_file, TCSAFLUSH, &m_before);
            write("\n");
        }
        if (m_file >= 0)
            ::close(m_file);
    }
    Tty(const Tty &) = delete;
    Tty &operator=(const Tty &) = delete;

    void write(const QByteArray &text) const { (void)!::write(m_file, text.constData(), size_t(text.size())); }

    /// One line without its end. Secrets pass through here, so the buffer is wiped by whoever owns it.
    std::optional<Secret> readLine(std::stop_token stop) const
    {
        std::string line;
        line.reserve(maximum); // never moved: no copy of a secret stays behind
        std::optional<Secret> result;
        while (!stop.stop_requested()) {
            pollfd waiting{m_file, POLLIN, 0};
            if (::poll(&waiting, 1, 100) <= 0)
                continue;
            char byte = 0;
            const ssize_t got = ::read(m_file, &byte, 1);
            if (got < 0 && (errno == EINTR || errno == EAGAIN))
                continue;
            if (got <= 0 || line.size() + 1 >= maximum)
                break;
            if (byte == '\n') {
                result = Secret(QByteArrayView(line.data(), qsizetype(line.size())));
                break;
            }
            line += byte;
        }
        ::explicit_bzero(line.data(), line.capacity());
        return result;
    }

private:
    static constexpr size_t maximum = 4096;
    int m_file = -1;
    termios m_before = {};
    bool m_isSilent = false;
};

} // namespace

bool print(const QByteArray &result)
{
    const size_t written = std::fwrite(result.constData(), 1, size_t(result.size()), stdout);
    if (written == size_t(result.size()) && std::fflush(stdout) == 0)
        return true;
    complain(QCoreApplication::translate("ctl", "The result could not be written to standard output."));
    return false;
}

void complain(const QString &line)
{
    clearProgress();
    std::fprintf(stderr, "gatewrightctl: %s\n", line.toLocal8Bit().constData());
}

void say(const QString &lines)
{
    clearProgress();
    std::fprintf(stderr, "%s\n", lines.toLocal8Bit().constData());
}

int fail(const Error &error)
{
    complain(error.text());
    return Failed;
}

void showProgress(const QString &line)
{
    if (::isatty(STDERR_FILENO))
        std::fprintf(stderr, "\r\033[K%s", line.toLocal8Bit().constData());
}

void clearProgress()
{
    if (::isatty(STDERR_FILENO))
        std::fputs("\r\033[K", stderr);
}

bool canAsk()
{
    return ::isatty(STDIN_FILENO) == 1;
}

std::optional<QString> ask(const QString &prompt, std::stop_token stop)
{
    clearProgress();
    const Tty tty(Tty::Echo::On);
    tty.write(prompt.toLocal8Bit());
    const std::optional<Secret> line = tty.readLine(stop);
    if (!line)
        return std::nullopt;
    return QString::fromLocal8Bit(line->bytes());
}

std::optional<Secret> askSecret(const QString &prompt, std::stop_token stop)
{
    clearProgress();
    const Tty tty(Tty::Echo::Off);
    tty.write(prompt.toLocal8Bit());
    return tty.readLine(stop);
}

Interrupts::Interrupts()
{
    if (::pipe2(signalPipe, O_CLOEXEC) != 0)
        return;
    m_waiter = std::thread([this] {
        char byte = 0;
        while (::read(signalPipe[0], &byte, 1) == 1 && byte == 's')
            m_stop.request_stop();
    });
    handle(SIGINT);
    handle(SIGTERM);
}

Interrupts::~Interrupts()
{
    if (!m_waiter.joinable())
        return;
    const char quit = 'q';
    (void)!::write(signalPipe[1], &quit, 1);
    m_waiter.join();
}

} // namespace gw::ctl
