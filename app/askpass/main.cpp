// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What ssh runs as SSH_ASKPASS: hands the prompt to the program that started ssh, over its private socket, and prints
// the answer for ssh. Knows no secret longer than that; refuses a socket of another user. See
// backend/ssh/askpassserver.h.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

std::string_view variable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

int connectedTo(std::string_view path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return -1;
    path.copy(address.sun_path, path.size());
    const int peer = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (peer < 0 || ::connect(peer, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return -1;
    ucred credentials{};
    socklen_t size = sizeof credentials;
    if (::getsockopt(peer, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0 || credentials.uid != ::getuid())
        return -1;
    return peer;
}

bool writeAll(int to, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        bytes.remove_prefix(size_t(count));
    }
    return true;
}

/// SSH_ASKPASS_PROMPT (ssh(1)): "confirm" wants yes or no, "none" wants nothing but to be shown.
std::string_view kind()
{
    const std::string_view hint = variable("SSH_ASKPASS_PROMPT");
    return hint == "none" ? "N" : hint == "confirm" ? "C" : "P";
}

} // namespace

int main(int argc, char **argv)
{
    const int peer = connectedTo(variable("GATEWRIGHT_ASKPASS_SOCKET"));
    if (peer < 0 || argc < 2)
        return 1;
    const std::string request =
        std::string(variable("GATEWRIGHT_ASKPASS_TOKEN")) + std::string(kind()) + std::string(argv[1]);
    if (!writeAll(peer, request) || ::shutdown(peer, SHUT_WR) != 0)
        return 1;

    char answer[4096];
    size_t length = 0;
    for (ssize_t count = 1; count > 0 && length + 1 < sizeof answer; length += size_t(count > 0 ? count : 0))
        count = ::read(peer, answer + length, sizeof answer - length - 1);
    const bool answered = length > 0 && answer[0] == '+';
    if (answered) {
        answer[length++] = '\n';
        (void)!::write(STDOUT_FILENO, answer + 1, length - 1);
    }
    ::explicit_bzero(answer, sizeof answer);
    return answered ? 0 : 1;
}
