// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/facts.h"

#include <QJsonArray>

// The layout: one object per struct of facts.h, its members under their own names in the same order of meaning; numbers
// are numbers, times are ISO 8601 in UTC, permission bits are octal texts ("0600"), enums are lower-case words, bytes
// of files are texts. Text of the server stands there raw: JSON's own escapes keep it harmless. What is not known is
// {"missing": "needs root", "reason": "needs-root", "detail": "…"}: `missing` is for people, `reason` never changes.

namespace gw {
namespace {

using Pair = QPair<QString, QJsonValue>;
using Fields = std::initializer_list<Pair>;

QJsonObject object(Fields fields)
{
    return QJsonObject(fields);
}

Pair field(const char *name, QJsonValue value)
{
    return {QString::fromLatin1(name), std::move(value)};
}

QString reasonId(Gap::Reason reason)
{
    switch (reason) {
    case Gap::Reason::NotAsked: return QStringLiteral("not-asked");
    case Gap::Reason::NotInstalled: return QStringLiteral("not-installed");
    case Gap::Reason::NeedsRoot: return QStringLiteral("needs-root");
    case Gap::Reason::TimedOut: return QStringLiteral("timed-out");
    case Gap::Reason::TooLarge: return QStringLiteral("too-large");
    case Gap::Reason::Failed: break;
    }
    return QStringLiteral("failed");
}

QJsonValue json(bool value)
{
    return value;
}
QJsonValue json(int value)
{
    return value;
}
QJsonValue json(quint32 value)
{
    return qint64(value);
}
QJsonValue json(const UntrustedText &text)
{
    return text.raw();
}
QJsonValue json(const RemotePath &path)
{
    return QString::fromUtf8(path.bytes());
}
QJsonValue json(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}
QJsonValue json(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::Any) ? QStringLiteral("*") : address.toString();
}
QJsonValue json(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}
QJsonValue json(Listener::Protocol protocol)
{
    return protocol == Listener::Protocol::Udp ? QStringLiteral("udp") : QStringLiteral("tcp");
}
QJsonValue json(ScheduledJob::Kind kind)
{
    return kind == ScheduledJob::Kind::Timer ? QStringLiteral("timer") : QStringLiteral("cron");
}
QJsonValue json(UnreadFile::Topic topic)
{
    switch (topic) {
    case UnreadFile::Topic::Users: return QStringLiteral("users");
    case UnreadFile::Topic::Schedule: return QStringLiteral("schedule");
    case UnreadFile::Topic::Supervisor: return QStringLiteral("supervisor");
    case UnreadFile::Topic::Fail2ban: return QStringLiteral("fail2ban");
    case UnreadFile::Topic::Firewall: return QStringLiteral("firewall");
    case UnreadFile::Topic::Sshd: return QStringLiteral("sshd");
    case UnreadFile::Topic::Nginx: return QStringLiteral("nginx");
    case UnreadFile::Topic::Certificates: return QStringLiteral("certificates");
    case UnreadFile::Topic::Ai: return QStringLiteral("ai");
    case UnreadFile::Topic::System: break;
    }
    return QStringLiteral("system");
}
QJsonValue modeText(int mode)
{
    return mode == 0 ? QJsonValue() : QJsonValue(QStringLiteral("%1").arg(mode, 4, 8, QLatin1Char('0')));
}

QJsonValue json(Access::Root way)
{
    switch (way) {
    case Access::Root::Login: return QStringLiteral("login");
    case Access::Root::SudoNoPassword: return QStringLiteral("sudo");
    case Access::Root::SudoPassword: return QStringLiteral("sudo-password");
    case Access::Root::DoasNoPassword: return QStringLiteral("doas");
    case Access::Root::DoasPassword: return QStringLiteral("doas-password");
    case Access::Root::No: break;
    }
    return QStringLiteral("no");
}

QJsonValue json(Access::Program program)
{
    switch (program) {
    case Access::Program::Sudo: return QStringLiteral("sudo");
    case Access::Program::Doas: return QStringLiteral("doas");
    case Access::Program::None: break;
    }
    return {};
}

QJsonValue json(AiService::Kind kind)
{
    switch (kind) {
    case AiService::Kind::Vllm: return QStringLiteral("vllm");
    case AiService::Kind::Jupyter: return QStringLiteral("jupyter");
    case AiService::Kind::Ollama: return QStringLiteral("ollama");
    case AiService::Kind::Gradio: return QStringLiteral("gradio");
    case AiService::Kind::LoraScripts: return QStringLiteral("lora-scripts");
    case AiService::Kind::ComfyUi: return QStringLiteral("comfyui");
    case AiService::Kind::OpenWebUi: return QStringLiteral("open-webui");
    case AiService::Kind::Triton: return QStringLiteral("triton");
    case AiService::Kind::LlamaCpp: return QStringLiteral("llama.cpp");
    case AiService::Kind::Ray: return QStringLiteral("ray");
    case AiService::Kind::TensorBoard: return QStringLiteral("tensorboard");
    case AiService::Kind::MlFlow: return QStringLiteral("mlflow");
    case AiService::Kind::Other: break;
    }
    return QStringLiteral("other");
}

// Declared first: Known<T> and QList<T> need the function of their T when they are used.
QJsonValue json(const AuthorizedKey &key);
QJsonValue json(const FolderFact &folder)
{
    return object({field("path", json(folder.path)), field("mode", modeText(folder.mode)),
                   field("owner", json(folder.owner)), field("group", json(folder.group))});
}

QJsonValue json(const UserAccount &user);
QJsonValue json(const SudoRule &rule);
QJsonValue json(const Package &package);
QJsonValue json(const PackageFacts &packages);
QJsonValue json(const SystemdUnit &unit);
QJsonValue json(const SupervisorProgram &program);
QJsonValue json(const ScheduledJob &job);
QJsonValue json(const Listener &listener);
QJsonValue json(const UfwSettings &ufw);
QJsonValue json(const PublishedPort &port);
QJsonValue json(const Container &container);
QJsonValue json(const FileFact &file);
QJsonValue json(const NginxLink &link);
QJsonValue json(const NginxFacts &nginx);
QJsonValue json(const SshdEffective &effective);
QJsonValue json(const HostKeyFact &key);
QJsonValue json(const SshdFacts &sshd);
QJsonValue json(const Fail2banFacts &fail2ban);
QJsonValue json(const CertificateInfo &certificate);
QJsonValue json(const Lineage &lineage);
QJsonValue json(const CertificateFile &file);
QJsonValue json(const AiService &service);
QJsonValue json(const Gpu &gpu);
QJsonValue json(const FileSystem &disk);
QJsonValue json(const UnreadFile &file);

QJsonObject json(const Gap &gap)
{
    QJsonObject why = object({field("missing", gap.text()), field("reason", reasonId(gap.reason))});
    if (!gap.detail.isEmpty())
        why.insert(QStringLiteral("detail"), json(gap.detail));
    return why;
}

template <typename T>
QJsonValue json(const QList<T> &list)
{
    QJsonArray array;
    for (const T &each : list)
        array.append(json(each));
    return array;
}

template <typename T>
QJsonValue json(const Known<T> &known)
{
    return known ? json(*known) : json(known.gap());
}

QJsonValue json(const Access &access)
{
    return object({field("user", json(access.user)), field("isRoot", access.isRoot), field("way", json(access.way)),
                   field("asksForPassword", json(access.asks)), field("clientAddress", json(access.clientAddress))});
}

QJsonValue json(const SystemFacts &system)
{
    return object({field("hostname", json(system.hostname)), field("osId", json(system.osId)),
                   field("osVersion", json(system.osVersion)), field("osName", json(system.osName)),
                   field("kernel", json(system.kernel)), field("architecture", json(system.architecture)),
                   field("virtualisation", json(system.virtualisation)), field("uptimeSeconds", system.uptimeSeconds),
                   field("serverTime", json(system.serverTime)),
                   field("clockSynchronised", json(system.clockSynchronised)), field("cpus", system.cpus),
                   field("cpuModel", json(system.cpuModel)), field("load1", system.load1),
                   field("memoryTotal", system.memoryTotal), field("memoryAvailable", system.memoryAvailable),
                   field("swapTotal", system.swapTotal), field("rebootRequired", system.rebootRequired),
                   field("initSystem", json(system.initSystem))});
}

QJsonValue json(const AuthorizedKey &key)
{
    return object({field("file", json(key.file)), field("line", key.line), field("type", json(key.type)),
                   field("bits", key.bits), field("fingerprint", json(key.fingerprint)),
                   field("comment", json(key.comment)), field("options", json(key.options)),
                   field("everUsed", json(key.everUsed))});
}

QJsonValue json(const UserAccount &user)
{
    return object({field("name", json(user.name)), field("uid", json(user.uid)), field("home", json(user.home)),
                   field("shell", json(user.shell)), field("groups", json(user.groups)),
                   field("mayBecomeRoot", user.mayBecomeRoot), field("rootWithoutPassword", user.rootWithoutPassword),
                   field("hasPassword", json(user.hasPassword)), field("emptyPassword", user.emptyPassword),
                   field("keys", json(user.keys)), field("keyFiles", json(user.keyFiles)),
                   field("keyFolders", json(user.keyFolders))});
}

QJsonValue json(const SudoRule &rule)
{
    return object({field("file", json(rule.file)), field("line", rule.line), field("text", json(rule.text))});
}

QJsonValue json(const Package &package)
{
    return object({field("name", json(package.name)), field("version", json(package.version))});
}

QJsonValue json(const PackageFacts &packages)
{
    return object({field("manager", json(packages.manager)), field("installed", json(packages.installed)),
                   field("securityUpdates", json(packages.securityUpdates)),
                   field("listsUpdated", json(packages.listsUpdated))});
}

QJsonValue json(const SystemdUnit &unit)
{
    return object({field("name", json(unit.name)), field("activeState", json(unit.activeState)),
                   field("subState", json(unit.subState)), field("enabled", json(unit.enabled)),
                   field("user", json(unit.user)), field("execStart", json(unit.execStart)),
                   field("fragment", json(unit.fragment)), field("result", json(unit.result))});
}

QJsonValue json(const SupervisorProgram &program)
{
    return object({field("name", json(program.name)), field("command", json(program.command)),
                   field("user", json(program.user)), field("state", json(program.state)),
                   field("file", json(program.file)), field("line", program.line)});
}

QJsonValue json(const ScheduledJob &job)
{
    return object({field("kind", json(job.kind)), field("name", json(job.name)), field("schedule", json(job.schedule)),
                   field("command", json(job.command)), field("file", json(job.file)), field("line", job.line),
                   field("active", job.active), field("renewsCertificates", job.renewsCertificates)});
}

QJsonValue json(const ServiceFacts &services)
{
    return object({field("units", json(services.units)), field("supervisor", json(services.supervisor)),
                   field("supervisorFiles", json(services.supervisorFiles)), field("schedule", json(services.schedule)),
                   field("scheduleFiles", json(services.scheduleFiles))});
}

QJsonValue json(const Listener &listener)
{
    return object({field("protocol", json(listener.protocol)), field("address", json(listener.address)),
                   field("port", listener.port), field("interface", json(listener.interface)),
                   field("process", json(listener.process)), field("pid", listener.pid),
                   field("user", json(listener.user)), field("commandLine", json(listener.commandLine)),
                   field("container", json(listener.container)), field("unit", json(listener.unit))});
}

QJsonValue json(const UfwSettings &ufw)
{
    return object(
        {field("enabled", ufw.enabled), field("incoming", json(ufw.incoming)), field("filtersIpv6", ufw.filtersIpv6)});
}

QJsonValue json(const FirewallFacts &firewall)
{
    return object({field("ufwStatus", json(firewall.ufwStatus)), field("ufwSettings", json(firewall.ufwSettings)),
                   field("firewalld", json(firewall.firewalld)), field("nftables", json(firewall.nftables)),
                   field("iptables", json(firewall.iptables)), field("ip6tables", json(firewall.ip6tables))});
}

QJsonValue json(const PublishedPort &port)
{
    return object({field("hostAddress", json(port.hostAddress)), field("hostPort", port.hostPort),
                   field("containerPort", port.containerPort), field("protocol", json(port.protocol))});
}

QJsonValue json(const Container &container)
{
    return object(
        {field("engine", json(container.engine)), field("id", json(container.id)), field("name", json(container.name)),
         field("image", json(container.image)), field("status", json(container.status)),
         field("user", json(container.user)), field("networkMode", json(container.networkMode)),
         field("privileged", container.privileged), field("capabilities", json(container.capabilities)),
         field("securityOptions", json(container.securityOptions)), field("pidMode", json(container.pidMode)),
         field("ports", json(container.ports)), field("mounts", json(container.mounts)),
         field("composeFile", json(container.composeFile)), field("composeProject", json(container.composeProject))});
}

QJsonValue json(const FileFact &file)
{
    return object({field("path", json(file.path)), field("content", json(file.content)),
                   field("mode", modeText(file.mode)), field("owner", json(file.owner)),
                   field("group", json(file.group))});
}

QJsonValue json(const NginxLink &link)
{
    return object({field("path", json(link.path)), field("target", json(link.target))});
}

QJsonValue json(const NginxFacts &nginx)
{
    return object({field("version", json(nginx.version)), field("buildFlags", json(nginx.buildFlags)),
                   field("tlsLibrary", json(nginx.tlsLibrary)), field("tree", json(nginx.tree)),
                   field("tested", nginx.tested), field("testPassed", nginx.testPassed),
                   field("testResult", json(nginx.testResult)), field("modules", json(nginx.modules)),
                   field("links", json(nginx.links)), field("spare", json(nginx.spare))});
}

QJsonValue json(const SshdEffective &effective)
{
    QJsonObject values;
    for (auto value = effective.values.begin(); value != effective.values.end(); ++value)
        values.insert(value.key(), json(value.value()));
    return values;
}

QJsonValue json(const HostKeyFact &key)
{
    return object({field("file", json(key.file)), field("type", json(key.type)), field("bits", key.bits),
                   field("fingerprint", json(key.fingerprint)), field("mode", modeText(key.mode)),
                   field("owner", json(key.owner))});
}

QJsonValue json(const SshdFacts &sshd)
{
    QJsonObject effectiveFor;
    for (auto user = sshd.effectiveFor.begin(); user != sshd.effectiveFor.end(); ++user)
        effectiveFor.insert(user.key(), json(user.value()));
    return object({field("version", json(sshd.version)), field("mainFile", json(sshd.mainFile)),
                   field("files", json(sshd.files)), field("effective", json(sshd.effective)),
                   field("effectiveFor", effectiveFor), field("tested", sshd.tested),
                   field("testPassed", sshd.testPassed), field("testResult", json(sshd.testResult)),
                   field("socketActivated", sshd.socketActivated), field("socketListens", json(sshd.socketListens)),
                   field("hostKeys", json(sshd.hostKeys)), field("smallestModulus", json(sshd.smallestModulus))});
}

QJsonValue json(const Fail2banFacts &fail2ban)
{
    return object({field("enabled", fail2ban.enabled), field("activeState", json(fail2ban.activeState)),
                   field("jails", json(fail2ban.jails)), field("files", json(fail2ban.files)),
                   field("lastLog", json(fail2ban.lastLog))});
}

QJsonValue json(const CertificateInfo &certificate)
{
    return object({field("subject", json(certificate.subject)), field("issuer", json(certificate.issuer)),
                   field("names", json(certificate.names)), field("notBefore", json(certificate.notBefore)),
                   field("notAfter", json(certificate.notAfter)), field("serial", json(certificate.serial)),
                   field("keyType", json(certificate.keyType)), field("signature", json(certificate.signature)),
                   field("sha256", QString::fromLatin1(certificate.sha256.toHex())),
                   field("selfSigned", certificate.selfSigned)});
}

QJsonValue json(const Lineage &lineage)
{
    return object({field("name", json(lineage.name)), field("renewal", json(lineage.renewal)),
                   field("certificate", json(lineage.certificate))});
}

QJsonValue json(const CertificateFile &file)
{
    return object({field("path", json(file.path)), field("certificate", json(file.certificate))});
}

QJsonValue json(const CertificateFacts &certificates)
{
    return object({field("lineages", json(certificates.lineages)), field("files", json(certificates.files))});
}

QJsonValue json(const AiService &service)
{
    return object({field("kind", json(service.kind)), field("pid", service.pid), field("user", json(service.user)),
                   field("container", json(service.container)), field("commandLine", json(service.commandLine)),
                   field("files", json(service.files))});
}

QJsonValue json(const Gpu &gpu)
{
    return object({field("index", gpu.index), field("name", json(gpu.name)), field("uuid", json(gpu.uuid)),
                   field("driver", json(gpu.driver)), field("memoryTotal", gpu.memoryTotal),
                   field("memoryUsed", gpu.memoryUsed), field("utilisationPercent", json(gpu.utilisationPercent)),
                   field("temperature", json(gpu.temperature))});
}

QJsonValue json(const FileSystem &disk)
{
    return object({field("device", json(disk.device)), field("mountPoint", json(disk.mountPoint)),
                   field("type", json(disk.type)), field("size", disk.size), field("used", disk.used),
                   field("available", disk.available)});
}

QJsonValue json(const UnreadFile &file)
{
    QJsonObject unread = json(file.gap);
    unread.insert(QStringLiteral("topic"), json(file.topic));
    unread.insert(QStringLiteral("path"), json(file.path));
    return unread;
}

} // namespace

QJsonObject toJson(const Facts &facts)
{
    return object({field("takenAt", json(facts.takenAt)),
                   field("tookMilliseconds", qint64(facts.took.count())),
                   field("fromFolder", facts.fromFolder),
                   field("access", json(facts.access)),
                   field("system", json(facts.system)),
                   field("users", json(facts.users)),
                   field("sudoRules", json(facts.sudoRules)),
                   field("sudoFiles", json(facts.sudoFiles)),
                   field("packages", json(facts.packages)),
                   field("services", json(facts.services)),
                   field("listeners", json(facts.listeners)),
                   field("firewall", json(facts.firewall)),
                   field("containers", json(facts.containers)),
                   field("nginx", json(facts.nginx)),
                   field("sshd", json(facts.sshd)),
                   field("fail2ban", json(facts.fail2ban)),
                   field("certificates", json(facts.certificates)),
                   field("aiServices", json(facts.aiServices)),
                   field("gpus", json(facts.gpus)),
                   field("disks", json(facts.disks)),
                   field("unreadFiles", json(facts.unreadFiles))});
}

} // namespace gw
