// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/publish.h"

#include "backend/survey/programs.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Publish)
};

struct Kind {
    PublishKind kind;
    QLatin1StringView id;
};
constexpr Kind kinds[] = {
    {PublishKind::OpenAi, "openai"_L1},   {PublishKind::WebUi, "webui"_L1},   {PublishKind::Jupyter, "jupyter"_L1},
    {PublishKind::ComfyUi, "comfyui"_L1}, {PublishKind::Ollama, "ollama"_L1}, {PublishKind::OpenWebUi, "open-webui"_L1},
    {PublishKind::Other, "other"_L1},     {PublishKind::Static, "static"_L1},
};

PublishKind kindOf(AiService::Kind kind)
{
    switch (kind) {
    case AiService::Kind::Vllm:
    case AiService::Kind::LlamaCpp: return PublishKind::OpenAi;
    case AiService::Kind::Jupyter: return PublishKind::Jupyter;
    case AiService::Kind::Ollama: return PublishKind::Ollama;
    case AiService::Kind::Gradio:
    case AiService::Kind::LoraScripts: return PublishKind::WebUi;
    case AiService::Kind::ComfyUi: return PublishKind::ComfyUi;
    case AiService::Kind::OpenWebUi: return PublishKind::OpenWebUi;
    case AiService::Kind::Triton:
    case AiService::Kind::Ray:
    case AiService::Kind::TensorBoard:
    case AiService::Kind::MlFlow:
    case AiService::Kind::Other: break;
    }
    return PublishKind::Other;
}

bool isAny(const QHostAddress &address)
{
    return address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4) ||
           address == QHostAddress(QHostAddress::AnyIPv6);
}

/// What the survey recognised; else the port.
PublishKind kindOf(const Facts &facts, const Listener &listener)
{
    if (facts.aiServices) {
        for (const AiService &known : *facts.aiServices) {
            const bool isSame = known.pid != 0 && known.pid == listener.pid;
            if (isSame || (!listener.container.isEmpty() && known.container == listener.container))
                return kindOf(known.kind);
        }
    }
    return kindOf(webUiOf(listener));
}

/// What people call it: a supervisor's own name for it, a script, a program.
UntrustedText programOf(const Facts &facts, const Listener &listener)
{
    if (facts.services.supervisor) {
        for (const SupervisorProgram &program : *facts.services.supervisor) {
            if (isStartedBy(listener, program))
                return program.name;
        }
    }
    const QString script = scriptOf(listener);
    return script.isEmpty() ? listener.process : UntrustedText(script);
}

/// Programs whose ports are doors of their own, or nothing for the web.
bool isNoService(const Listener &listener)
{
    static const QStringList names{u"nginx"_s,    u"sshd"_s,     u"systemd"_s, u"systemd-resolve"_s, u"chronyd"_s,
                                   u"postgres"_s, u"mariadbd"_s, u"mysqld"_s,  u"redis-server"_s,    u"dnsmasq"_s,
                                   u"master"_s,   u"exim4"_s,    u"rpcbind"_s, u"cupsd"_s,           u"dropbear"_s};
    return listener.port == 22 || names.contains(listener.process.raw());
}

QString targetOf(const Listener &listener)
{
    if (isAny(listener.address) || listener.address.isLoopback()) {
        const bool isV6Only = listener.address == QHostAddress(QHostAddress::LocalHostIPv6);
        return (isV6Only ? u"[::1]:%1"_s : u"127.0.0.1:%1"_s).arg(listener.port);
    }
    const QString address = listener.address.toString();
    return (address.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(address).arg(listener.port);
}

} // namespace

QList<quint16> doorsOf(const Publish &wish)
{
    return wish.tls.source == PublishTls::Source::None ? QList{wish.httpPort} : QList{wish.httpPort, wish.httpsPort};
}

Publish publishPreset(PublishKind kind)
{
    Publish wish;
    wish.kind = kind;
    switch (kind) {
    case PublishKind::OpenAi: // tokens are streamed; the first one of a long prompt takes its time
        wish.streaming = true;
        wish.patienceSeconds = 600;
        wish.uploadMegabytes = 64; // pictures in prompts
        wish.requestsPerSecond = 20;
        break;
    case PublishKind::Ollama: // also pulls models, which it reports on line by line
        wish.streaming = true;
        wish.patienceSeconds = 600;
        wish.uploadMegabytes = 64;
        break;
    case PublishKind::WebUi:
    case PublishKind::ComfyUi:
        wish.webSocket = true;
        wish.streaming = true; // Gradio's queue tells its progress as an event stream
        wish.patienceSeconds = 300;
        wish.uploadMegabytes = 512;
        wish.compression = true;
        break;
    case PublishKind::Jupyter:
        wish.webSocket = true;
        wish.patienceSeconds = 3600; // a kernel may be silent for long
        wish.uploadMegabytes = 512;
        wish.compression = true;
        break;
    case PublishKind::OpenWebUi:
        wish.webSocket = true;
        wish.streaming = true;
        wish.patienceSeconds = 600;
        wish.uploadMegabytes = 256;
        wish.compression = true;
        break;
    case PublishKind::Static:
        wish.uploadMegabytes = 1;
        wish.compression = true;
        wish.cacheAssets = true;
        wish.closePort = false;
        break;
    case PublishKind::Other: wish.webSocket = true; break;
    }
    return wish;
}

QString publishKindName(PublishKind kind)
{
    switch (kind) {
    case PublishKind::OpenAi: return Text::tr("vLLM, OpenAI API");
    case PublishKind::WebUi: return Text::tr("Gradio, lora-scripts");
    case PublishKind::Jupyter: return u"Jupyter"_s;
    case PublishKind::ComfyUi: return u"ComfyUI"_s;
    case PublishKind::Ollama: return u"Ollama"_s;
    case PublishKind::OpenWebUi: return u"Open WebUI"_s;
    case PublishKind::Other: return Text::tr("Another web service");
    case PublishKind::Static: return Text::tr("Files of a folder");
    }
    Q_UNREACHABLE();
}

QString publishKindId(PublishKind kind)
{
    const auto found =
        std::find_if(std::begin(kinds), std::end(kinds), [kind](const Kind &each) { return each.kind == kind; });
    return found->id;
}

std::optional<PublishKind> publishKindFrom(const QString &id)
{
    const auto found =
        std::find_if(std::begin(kinds), std::end(kinds), [&id](const Kind &each) { return each.id == id; });
    return found == std::end(kinds) ? std::nullopt : std::optional(found->kind);
}

QList<PublishableService> publishableServices(const Facts &facts)
{
    QList<PublishableService> services;
    if (!facts.listeners)
        return services;
    for (const Listener &listener : *facts.listeners) {
        if (listener.protocol != Listener::Protocol::Tcp || isNoService(listener))
            continue;
        const PublishableService service{
            kindOf(facts, listener),        targetOf(listener),         listener.port,
            !listener.address.isLoopback(), programOf(facts, listener), ownUnitOf(listener)};
        const auto same = std::find_if(services.begin(), services.end(), [&](const PublishableService &each) {
            return each.port == service.port && each.program == service.program;
        });
        if (same == services.end())
            services.append(service);
        else
            same->isExposed = same->isExposed || service.isExposed; // the other family of the same socket
    }
    std::stable_sort(services.begin(), services.end(), [](const PublishableService &a, const PublishableService &b) {
        return (a.kind != PublishKind::Other) > (b.kind != PublishKind::Other);
    });
    return services;
}

} // namespace gw
