// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/readers.h"

#include <algorithm>

namespace gw {
namespace {

constexpr qint64 kibibyte = 1024;

/// os-release(5): shell-like quoting.
UntrustedText unquoted(QByteArray value)
{
    value = value.trimmed();
    if (value.size() >= 2 && (value.startsWith('"') || value.startsWith('\'')) && value.endsWith(value[0]))
        value = value.sliced(1, value.size() - 2);
    return untrusted(value);
}

QDateTime timeFrom(const QByteArray &epoch)
{
    bool ok = false;
    const qint64 seconds = epoch.trimmed().toLongLong(&ok);
    constexpr qint64 latest = 253'402'300'799; // 9999-12-31
    return ok && seconds >= 0 && seconds <= latest ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime();
}

/// "timesyncd yes", "timedatectl no", "chrony Normal", "adjtimex 64 (UNSYNC)"
Known<bool> synchronised(QByteArrayView said)
{
    const QList<QByteArrayView> words = wordsOf(said.trimmed());
    if (words.size() < 2)
        return Gap{Gap::Reason::Failed, untrusted(said)};
    if (words[0] == "timedatectl" || words[0] == "timesyncd")
        return words[1] == "yes";
    if (words[0] == "chrony")
        return words[1] != "Not";
    if (words[0] == "adjtimex")
        return !said.contains("UNSYNC");
    return Gap{Gap::Reason::Failed, untrusted(said)};
}

/// Sizes come from the server: one that makes no sense is 0.
qint64 kibibytes(QByteArrayView number)
{
    bool ok = false;
    const qint64 size = number.toLongLong(&ok);
    return ok && size >= 0 && size <= std::numeric_limits<qint64>::max() / kibibyte ? size * kibibyte : 0;
}

/// "sudo", "doas" or "no"; surveys of before doas could ask say "yes".
Access::Program programThatAsks(const QByteArray &asks, const QByteArray &way)
{
    if (asks == "doas" || (asks == "yes" && way == "doas"))
        return Access::Program::Doas;
    return asks == "sudo" || asks == "yes" ? Access::Program::Sudo : Access::Program::None;
}

} // namespace

Access accessFrom(const Sections &sections)
{
    Access access;
    const SurveySection *section = sections.find("access");
    if (!section)
        return access;
    const auto values = valuesOf(section->content);
    const QByteArray way = values.value("way");
    access.asks = programThatAsks(values.value("asks"), way);
    const bool asks = access.asks != Access::Program::None;
    access.user = untrusted(values.value("user"));
    access.isRoot = sections.asRoot();
    access.clientAddress = untrusted(values.value("client"));
    if (!access.isRoot)
        access.way = Access::Root::No;
    else if (way == "sudo")
        access.way = asks ? Access::Root::SudoPassword : Access::Root::SudoNoPassword;
    else if (way == "doas")
        access.way = asks ? Access::Root::DoasPassword : Access::Root::DoasNoPassword;
    else
        access.way = Access::Root::Login;
    return access;
}

SystemFacts systemFrom(const Sections &sections)
{
    SystemFacts system;
    for (const SurveySection *file : sections.all("system.file")) {
        if (file->name.endsWith("os-release")) {
            const auto release = valuesOf(file->content);
            system.osId = unquoted(release.value("ID"));
            system.osVersion = unquoted(release.value("VERSION_ID"));
            system.osName = unquoted(release.value("PRETTY_NAME"));
        } else if (file->name.endsWith("/hostname")) {
            system.hostname = untrusted(QByteArrayView(file->content).trimmed());
        }
    }
    if (const SurveySection *section = sections.find("system")) {
        const auto values = valuesOf(section->content);
        system.hostname = untrusted(values.value("hostname"));
        system.kernel = untrusted(values.value("kernel"));
        system.architecture = untrusted(values.value("architecture"));
        system.virtualisation = untrusted(values.value("virtualisation"));
        system.uptimeSeconds = qMax<qint64>(0, values.value("uptime").split('.').value(0).toLongLong());
        system.serverTime = timeFrom(values.value("time"));
        system.cpus = qMax(0, values.value("cpus").toInt());
        system.cpuModel = untrusted(values.value("cpu"));
        const double load = values.value("load").toDouble();
        system.load1 = load >= 0 && load < 1e9 ? load : 0; // also refuses "nan" and "inf"
        system.memoryTotal = kibibytes(values.value("MemTotal"));
        system.memoryAvailable = kibibytes(values.value("MemAvailable"));
        system.swapTotal = kibibytes(values.value("SwapTotal"));
        system.rebootRequired = values.value("reboot") == "yes";
        system.initSystem = untrusted(values.value("init"));
    }
    if (const auto gap = sections.gapOf("clock"))
        system.clockSynchronised = *gap;
    else
        system.clockSynchronised = synchronised(sections.find("clock")->content);
    return system;
}

Known<QList<FileSystem>> disksFrom(const Sections &sections)
{
    // df -PT: Filesystem Type 1024-blocks Used Available Capacity Mounted on; without -T there is no Type
    return sections.known("disks", [](QByteArrayView printed) {
        QList<FileSystem> disks;
        for (const QByteArrayView line : linesOf(printed)) {
            const QList<QByteArrayView> words = wordsOf(line);
            qsizetype percent = -1;
            for (qsizetype i = 4; i < words.size() && percent < 0; ++i) {
                if (words[i].endsWith('%') || words[i] == "-")
                    percent = i;
            }
            if (percent < 4 || percent + 1 >= words.size() || words[percent + 1] == "on")
                continue;
            const qint64 size = kibibytes(words[percent - 3]);
            const QByteArrayView type = percent >= 5 ? words[percent - 4] : QByteArrayView();
            if (size == 0 || type == "tmpfs" || type == "devtmpfs" || type == "squashfs" || type == "efivarfs" ||
                (type == "overlay" && words.last() != "/"))
                continue;
            FileSystem disk;
            disk.device = untrusted(words[0]);
            disk.type = untrusted(type);
            disk.size = size;
            disk.used = kibibytes(words[percent - 2]);
            disk.available = kibibytes(words[percent - 1]);
            // A mount point may hold blanks: everything up to the end of the line.
            disk.mountPoint = untrusted(line.sliced(words[percent + 1].data() - line.data()));
            // A bind mount shows the same file system once more.
            const bool again = disk.device.raw().startsWith(u'/') &&
                               std::any_of(disks.begin(), disks.end(),
                                           [&disk](const FileSystem &other) { return other.device == disk.device; });
            if (!again)
                disks.append(disk);
        }
        return disks;
    });
}

Known<QList<Gpu>> gpusFrom(const Sections &sections)
{
    return sections.known("gpus", [](QByteArrayView printed) {
        constexpr qint64 mebibyte = 1024 * kibibyte;
        const auto number = [](QByteArrayView field) -> Known<int> {
            bool ok = false;
            const int value = field.toInt(&ok);
            return ok ? Known<int>(value) : Known<int>(Gap{Gap::Reason::Failed, untrusted(field)}); // "[N/A]"
        };
        const auto megabytes = [](QByteArrayView field) {
            return qBound(qint64(0), qint64(field.toLongLong()), qint64(1'000'000'000)) * mebibyte;
        };
        QList<Gpu> gpus;
        for (const QByteArrayView line : linesOf(printed)) {
            QList<QByteArrayView> fields = partsOf(line, ',');
            if (fields.size() < 8)
                continue;
            for (QByteArrayView &field : fields)
                field = field.trimmed();
            Gpu gpu;
            gpu.index = fields[0].toInt();
            gpu.name = untrusted(fields[1]);
            gpu.uuid = untrusted(fields[2]);
            gpu.driver = untrusted(fields[3]);
            gpu.memoryTotal = megabytes(fields[4]);
            gpu.memoryUsed = megabytes(fields[5]);
            gpu.utilisationPercent = number(fields[6]);
            gpu.temperature = number(fields[7]);
            gpus.append(gpu);
        }
        return gpus;
    });
}

FirewallFacts firewallFrom(const Sections &sections)
{
    const auto raw = [](QByteArrayView printed) { return untrusted(printed); };
    FirewallFacts firewall;
    firewall.ufwStatus = sections.known("firewall.ufw", raw);
    firewall.firewalld = sections.known("firewall.firewalld", raw);
    firewall.nftables = sections.known("firewall.nftables", raw);
    firewall.iptables = sections.known("firewall.iptables", raw);
    firewall.ip6tables = sections.known("firewall.ip6tables", raw);
    return firewall;
}

} // namespace gw
