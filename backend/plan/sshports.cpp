// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/sshports.h"

#include "backend/sshd/config.h"

namespace gw {
namespace {

constexpr const char *mainFile = "/etc/ssh/sshd_config";
constexpr const char *socketFiles = "/etc/systemd/system/ssh";

/// `Port` lines (they add up, sshd_config(5)) and ListenStream= lines (systemd.socket(5)), in their order.
QList<quint16> portsIn(const RemotePath &path, const QByteArray &content)
{
    QList<quint16> ports;
    const auto add = [&ports](const QByteArray &text) {
        if (const quint16 port = text.trimmed().toUShort(); port > 0)
            ports.append(port);
    };
    if (path.bytes().startsWith(mainFile)) {
        for (const SshdLine &line : SshdFile::parse(path, content).lines) {
            if (line.keyword.compare(QLatin1String("Port"), Qt::CaseInsensitive) == 0)
                add(line.arguments.value(0));
        }
    } else if (namesSshPorts(path)) {
        for (const QByteArray &line : content.split('\n')) {
            if (line.startsWith("ListenStream="))
                add(line.mid(1 + std::max(line.lastIndexOf('='), line.lastIndexOf(':'))));
        }
    }
    return ports;
}

/// What a file holds when the plan is done.
QByteArray contentAfter(const Plan &plan, const RemotePath &path, const FileState &now)
{
    for (const Step &step : plan.steps) {
        if (const auto *write = std::get_if<WriteFile>(&step.change); write && write->path == path)
            return write->after;
        if (const auto *remove = std::get_if<RemoveFile>(&step.change); remove && remove->path == path)
            return {};
    }
    return now.content;
}

} // namespace

RemotePath mainSshdFile()
{
    return RemotePath(QByteArray(mainFile));
}

bool namesSshPorts(const RemotePath &path)
{
    return path.bytes().startsWith(mainFile) || path.bytes().startsWith(socketFiles);
}

quint16 sshPortAfter(const Plan &plan, const FileStates &files)
{
    QList<quint16> now;
    QList<quint16> then;
    for (auto file = files.begin(); file != files.end(); ++file) {
        now += portsIn(file.key(), file->content);
        then += portsIn(file.key(), contentAfter(plan, file.key(), *file));
    }
    if (now == then)
        return 0;
    return then.isEmpty() ? 22 : then.first(); // sshd_config(5): the default is 22
}

} // namespace gw
