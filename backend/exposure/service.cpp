// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/exposure/service.h"

#include "backend/survey/programs.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// Each socket is identified many times: patterns are compiled once.
template <typename Table>
QList<QRegularExpression> compiled(const Table &table, const char *before, const char *after,
                                   QRegularExpression::PatternOptions options)
{
    QList<QRegularExpression> patterns;
    for (const auto &known : table) {
        patterns.append(
            QRegularExpression(QLatin1String(before) + QLatin1String(known.pattern) + QLatin1String(after), options));
        patterns.last().optimize();
    }
    return patterns;
}

struct KnownProcess {
    const char *pattern; ///< of the process' name
    const char *name;
    ServiceKind kind;
};

constexpr std::array knownProcesses{
    KnownProcess{"^sshd(-session|-auth)?$|^dropbear$", "sshd", ServiceKind::Ssh},
    KnownProcess{"^nginx$", "nginx", ServiceKind::WebServer},
    KnownProcess{"^(openresty|angie|tengine)$", "nginx", ServiceKind::WebServer},
    KnownProcess{"^caddy$", "Caddy", ServiceKind::WebServer},
    KnownProcess{"^haproxy$", "HAProxy", ServiceKind::WebServer},
    KnownProcess{"^traefik$", "Traefik", ServiceKind::WebServer},
    KnownProcess{"^envoy$", "Envoy", ServiceKind::WebServer},
    KnownProcess{"^(apache2|httpd|lighttpd)$", "Apache", ServiceKind::WebServer},
    KnownProcess{"^ollama$", "Ollama", ServiceKind::Ai},
    KnownProcess{"^llama-server$", "llama.cpp", ServiceKind::Ai},
    KnownProcess{"^tritonserver$", "Triton", ServiceKind::Ai},
    KnownProcess{"^jupyter(-|$)", "Jupyter", ServiceKind::Ai},
    KnownProcess{"^(raylet|gcs_server)$", "Ray", ServiceKind::Ai},
    KnownProcess{"^tensorboard$", "TensorBoard", ServiceKind::Ai},
    KnownProcess{"^mlflow$", "MLflow", ServiceKind::Ai},
    KnownProcess{"^(postgres|postmaster)$", "PostgreSQL", ServiceKind::Database},
    KnownProcess{"^(mysqld|mariadbd)$", "MySQL", ServiceKind::Database},
    KnownProcess{"^(redis-server|valkey-server|keydb-server)$", "Redis", ServiceKind::Database},
    KnownProcess{"^mongo[ds]$", "MongoDB", ServiceKind::Database},
    KnownProcess{"^memcached$", "memcached", ServiceKind::Database},
    KnownProcess{"^qdrant$", "Qdrant", ServiceKind::Database},
    KnownProcess{"^milvus$", "Milvus", ServiceKind::Database},
    KnownProcess{"^etcd$", "etcd", ServiceKind::Database},
    KnownProcess{"^clickhouse", "ClickHouse", ServiceKind::Database},
    KnownProcess{
        "^(chronyd|ntpd|ntpsec|systemd-timesyn.*|avahi-daemon|systemd-resolve.*|dhclient|dhcpcd|systemd-network.*"
        "|NetworkManager|dhcp6c)$",
        "", ServiceKind::System},
};

const KnownProcess *knownProcess(const QString &process)
{
    static const QList<QRegularExpression> patterns = compiled(knownProcesses, "", "", {});
    if (process.isEmpty())
        return nullptr;
    for (size_t i = 0; i < knownProcesses.size(); ++i) {
        if (patterns[qsizetype(i)].match(process).hasMatch())
            return &knownProcesses[i];
    }
    return nullptr;
}

struct KnownPort {
    Listener::Protocol protocol;
    quint16 port;
    const char *name;
    ServiceKind kind;
};

/// For sockets whose process cannot be seen, or is a proxy of a container engine (IANA's registry and the makers'
/// pages).
constexpr std::array knownPorts{
    KnownPort{Listener::Protocol::Tcp, 2375, "Docker", ServiceKind::Database},
    KnownPort{Listener::Protocol::Tcp, 2376, "Docker", ServiceKind::Database},
    KnownPort{Listener::Protocol::Tcp, 2379, "etcd", ServiceKind::Database},
    KnownPort{Listener::Protocol::Tcp, 3306, "MySQL", ServiceKind::Database},
    KnownPort{Listener::Protocol::Tcp, 5432, "PostgreSQL", ServiceKind::Database},
    KnownPort{Listener::Protocol::Tcp, 6333, "Qdrant", ServiceKind::Database},
    KnownPort{Listener::Protocol::Tcp, 6379, "Redis", ServiceKind::Database},
    KnownPort{Listener::Protocol::Tcp, 8265, "Ray", ServiceKind::Ai},
    KnownPort{Listener::Protocol::Tcp, 8888, "Jupyter", ServiceKind::Ai},
    KnownPort{Listener::Protocol::Tcp, 9200, "Elasticsearch", ServiceKind::Database},
    KnownPort{Listener::Protocol::Tcp, 11211, "memcached", ServiceKind::Database},
    KnownPort{Listener::Protocol::Udp, 11211, "memcached", ServiceKind::Database},
    KnownPort{Listener::Protocol::Tcp, 11434, "Ollama", ServiceKind::Ai},
    KnownPort{Listener::Protocol::Tcp, 19530, "Milvus", ServiceKind::Database},
    KnownPort{Listener::Protocol::Tcp, 27017, "MongoDB", ServiceKind::Database},
    KnownPort{Listener::Protocol::Udp, 68, "", ServiceKind::System},
    KnownPort{Listener::Protocol::Udp, 123, "", ServiceKind::System},
    KnownPort{Listener::Protocol::Udp, 323, "", ServiceKind::System},
    KnownPort{Listener::Protocol::Udp, 546, "", ServiceKind::System},
    KnownPort{Listener::Protocol::Udp, 5353, "", ServiceKind::System},
    KnownPort{Listener::Protocol::Udp, 5355, "", ServiceKind::System},
};

/// The only AI service of a container; null if there are several.
const AiService *aiServiceIn(const Facts &facts, const UntrustedText &container)
{
    const AiService *found = nullptr;
    for (const AiService &service : *facts.aiServices) {
        if (service.container != container)
            continue;
        if (found)
            return nullptr;
        found = &service;
    }
    return found;
}

const AiService *aiServiceOf(const Facts &facts, const Listener &listener)
{
    if (!facts.aiServices)
        return nullptr;
    if (isPublisher(listener))
        return listener.container.isEmpty() ? nullptr : aiServiceIn(facts, listener.container);
    if (listener.pid == 0)
        return nullptr;
    for (const AiService &service : *facts.aiServices) {
        if (service.pid == listener.pid)
            return &service;
    }
    // A worker process answers for the one that was recognised: same command line, other number.
    for (const AiService &service : *facts.aiServices) {
        if (!listener.commandLine.isEmpty() && service.commandLine == listener.commandLine &&
            service.container == listener.container)
            return &service;
    }
    return nullptr;
}

struct CommandPattern {
    const char *pattern;
    const char *name;
};

/// Programs that run inside a general interpreter.
constexpr std::array aiCommands{
    CommandPattern{"vllm", "vLLM"},
    CommandPattern{"jupyter", "Jupyter"},
    CommandPattern{"gradio", "Gradio"},
    CommandPattern{"lora-scripts|lora_scripts|mikazuki", "lora-scripts"},
    CommandPattern{"comfyui", "ComfyUI"},
    CommandPattern{"open[-_]webui", "Open WebUI"},
    CommandPattern{"text-generation|tgi", "Text Generation Inference"},
    CommandPattern{"tensorboard", "TensorBoard"},
    CommandPattern{"mlflow", "MLflow"},
    CommandPattern{"sglang", "SGLang"},
    CommandPattern{"streamlit", "Streamlit"},
    CommandPattern{"ollama", "Ollama"},
};

QString aiNameIn(const QString &commandOrImage)
{
    static const QList<QRegularExpression> patterns =
        compiled(aiCommands, "\\b(", ")\\b", QRegularExpression::CaseInsensitiveOption);
    if (commandOrImage.isEmpty())
        return {};
    for (size_t i = 0; i < aiCommands.size(); ++i) {
        if (patterns[qsizetype(i)].match(commandOrImage).hasMatch())
            return QString::fromLatin1(aiCommands[i].name);
    }
    return {};
}

/// "server.py (python3)": an interpreter says little about what it runs.
QString scriptName(const Listener &listener)
{
    const QString script = scriptOf(listener);
    return script.isEmpty() ? script : QString(u"%1 (%2)"_s.arg(script, listener.process.raw()));
}

QString imageOf(const Facts &facts, const Listener &listener)
{
    if (listener.container.isEmpty() || !facts.containers)
        return {};
    for (const Container &container : *facts.containers) {
        if (container.id.raw().startsWith(listener.container.raw()) || container.name == listener.container ||
            listener.container.raw().startsWith(container.id.raw()))
            return container.image.raw();
    }
    return {};
}

/// Without root nobody sees whose socket it is; the configuration of sshd and nginx names their ports.
bool isPortOfSshd(const Facts &facts, quint16 port)
{
    if (!facts.sshd)
        return false;
    if (facts.sshd->effective) {
        const QList<UntrustedText> ports = facts.sshd->effective->values.value(u"port"_s);
        return std::any_of(ports.cbegin(), ports.cend(),
                           [&](const UntrustedText &each) { return each.raw().toUInt() == port; });
    }
    return port == 22;
}

bool isPortOfNginx(const Facts &facts, quint16 port)
{
    static const QRegularExpression listen(u"^\\s*listen\\s+(?:\\S*:)?(\\d+)[\\s;]"_s,
                                           QRegularExpression::MultilineOption);
    if (!facts.nginx || !facts.nginx->tree)
        return false;
    const QByteArray digits = QByteArray::number(port);
    for (const FileFact &file : *facts.nginx->tree) {
        if (!file.content.contains(digits))
            continue;
        for (auto match = listen.globalMatch(QString::fromUtf8(file.content)); match.hasNext();) {
            if (match.next().captured(1).toUInt() == port)
                return true;
        }
    }
    return false;
}

} // namespace

bool isPublisher(const Listener &listener)
{
    static const QStringList publishers{u"docker-proxy"_s, u"conmon"_s, u"rootlessport"_s, u"pasta"_s,
                                        u"slirp4netns"_s};
    return publishers.contains(listener.process.raw());
}

QString aiServiceName(AiService::Kind kind)
{
    switch (kind) {
    case AiService::Kind::Vllm: return u"vLLM"_s;
    case AiService::Kind::Jupyter: return u"Jupyter"_s;
    case AiService::Kind::Ollama: return u"Ollama"_s;
    case AiService::Kind::Gradio: return u"Gradio"_s;
    case AiService::Kind::LoraScripts: return u"lora-scripts"_s;
    case AiService::Kind::ComfyUi: return u"ComfyUI"_s;
    case AiService::Kind::OpenWebUi: return u"Open WebUI"_s;
    case AiService::Kind::Triton: return u"Triton"_s;
    case AiService::Kind::LlamaCpp: return u"llama.cpp"_s;
    case AiService::Kind::Ray: return u"Ray"_s;
    case AiService::Kind::TensorBoard: return u"TensorBoard"_s;
    case AiService::Kind::MlFlow: return u"MLflow"_s;
    case AiService::Kind::Other: break;
    }
    return {};
}

ServiceIdentity identify(const Facts &facts, const Listener &listener)
{
    if (const AiService *ai = aiServiceOf(facts, listener)) {
        const QString name = aiServiceName(ai->kind);
        return {ServiceKind::Ai, name.isEmpty() ? listener.process : UntrustedText(name), ai};
    }
    const QString process = listener.process.raw();
    if (const KnownProcess *known = knownProcess(process)) {
        const QString name = QString::fromLatin1(known->name);
        return {known->kind, name.isEmpty() ? listener.process : UntrustedText(name), nullptr};
    }
    const QString unit = listener.unit.raw();
    if (unit == u"ssh.socket"_s || unit == u"sshd.socket"_s || unit == u"ssh.service"_s)
        return {ServiceKind::Ssh, UntrustedText(u"sshd"_s), nullptr};
    for (const QString &words : {listener.commandLine.raw(), imageOf(facts, listener)}) {
        if (const QString name = aiNameIn(words); !name.isEmpty())
            return {ServiceKind::Ai, UntrustedText(name), nullptr};
    }
    if (process.isEmpty()) {
        if (isPortOfSshd(facts, listener.port) && listener.protocol == Listener::Protocol::Tcp)
            return {ServiceKind::Ssh, UntrustedText(u"sshd"_s), nullptr};
        if (isPortOfNginx(facts, listener.port) && listener.protocol == Listener::Protocol::Tcp)
            return {ServiceKind::WebServer, UntrustedText(u"nginx"_s), nullptr};
    }
    const bool processTellsNothing = process.isEmpty() || isPublisher(listener);
    for (const KnownPort &known : knownPorts) {
        if (known.port != listener.port || known.protocol != listener.protocol)
            continue;
        if (processTellsNothing || known.kind == ServiceKind::System)
            return {known.kind, UntrustedText(QString::fromLatin1(known.name)), nullptr};
    }
    if (!listener.container.isEmpty() && processTellsNothing)
        return {ServiceKind::Other, listener.container, nullptr};
    if (const QString webUi = aiServiceName(webUiOf(listener)); !webUi.isEmpty())
        return {ServiceKind::Ai, UntrustedText(webUi), nullptr};
    const QString script = scriptName(listener);
    return {ServiceKind::Other, script.isEmpty() ? listener.process : UntrustedText(script), nullptr};
}

} // namespace gw
