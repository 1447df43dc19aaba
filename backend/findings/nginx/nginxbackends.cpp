// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxbackends.h"

#include <algorithm>
#include <array>

namespace gw {
namespace {

struct KnownService {
    const char *name; ///< as identify() has it
    const char *word; ///< in names of hosts and upstreams
    quint16 port;     ///< its own; 0: one that others use as well
    bool isApi;
    bool streams;
    bool webSocket;
    bool takesUploads;
};

/// From the documentation of each: how its pages and clients talk to it.
constexpr std::array knownServices{
    KnownService{"vLLM", "vllm", 0, true, true, false, false},
    KnownService{"SGLang", "sglang", 0, true, true, false, false},
    KnownService{"Ollama", "ollama", 11434, true, true, false, false},
    KnownService{"llama.cpp", "llama", 0, true, true, false, false},
    KnownService{"Text Generation Inference", "tgi", 0, true, true, false, false},
    KnownService{"Open WebUI", "open-webui", 0, false, true, true, true},
    KnownService{"Jupyter", "jupyter", 8888, false, false, true, true},
    KnownService{"Gradio", "gradio", 7860, false, true, true, true},
    KnownService{"lora-scripts", "lora", 0, false, true, true, true},
    KnownService{"ComfyUI", "comfyui", 8188, false, false, true, true},
    KnownService{"Streamlit", "streamlit", 8501, false, false, true, true},
};

NginxService serviceFrom(const KnownService &known)
{
    return {QString::fromLatin1(known.name), known.isApi, known.streams, known.webSocket, known.takesUploads};
}

const KnownService *knownByName(const QString &name)
{
    const auto found = std::find_if(knownServices.begin(), knownServices.end(),
                                    [&](const KnownService &each) { return name == QLatin1String(each.name); });
    return found != knownServices.end() ? &*found : nullptr;
}

const KnownService *knownBy(const ServiceIdentity &service)
{
    return knownByName(service.ai ? aiServiceName(service.ai->kind) : service.name.raw());
}

/// "jupyter" in "jupyter-lab.internal", not in "myjupyters".
bool hasWord(const QByteArray &text, QByteArrayView word)
{
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    const QByteArray lower = text.toLower().replace('_', '-');
    for (qsizetype at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        if ((at == 0 || !isLetter(lower[at - 1])) && (end == lower.size() || !isLetter(lower[end])))
            return true;
    }
    return false;
}

const KnownService *guessed(const QByteArray &name, const NginxTarget &target)
{
    for (const KnownService &each : knownServices) {
        if (hasWord(name, each.word) || hasWord(target.host, each.word) || (each.port != 0 && target.port == each.port))
            return &each;
    }
    return nullptr;
}

} // namespace

NginxSetting upstreamNamed(const NginxView &view, const QByteArray &name, NginxSetting pass)
{
    const bool isHttp = view.isHttp(pass);
    for (const NginxSetting upstream : view.upstreamsNamed(name)) {
        if (view.isHttp(upstream.parent()) == isHttp)
            return upstream;
    }
    return {};
}

NginxSetting upstreamBehind(const NginxView &view, NginxSetting pass)
{
    const NginxTarget target = targetOf(pass.argument(0));
    return target.isUnix() ? NginxSetting() : upstreamNamed(view, target.host, pass);
}

QList<NginxPeer> peersOf(const NginxView &view, NginxSetting pass)
{
    const NginxTarget target = targetOf(pass.argument(0));
    const NginxSetting upstream = upstreamBehind(view, pass);
    if (!upstream)
        return {{target, pass}};
    QList<NginxPeer> backends;
    for (const NginxSetting server : view.in(upstream, "server")) {
        if (server.arguments().contains("down"))
            continue;
        NginxTarget each = targetOf(server.argument(0));
        each.scheme = target.scheme;
        if (each.port == 0 && !each.isUnix())
            each.port = 80; // whatever the scheme (ngx_http_upstream_server())
        backends.append({each, server});
    }
    return backends;
}

bool isLoopback(const NginxTarget &target)
{
    return target.host == "localhost" || QHostAddress(QString::fromLatin1(target.host)).isLoopback();
}

const Listener *listenerOf(const NginxView &view, const NginxTarget &target)
{
    const Known<QList<Listener>> &listeners = view.facts().listeners;
    if (!listeners || target.isUnix() || target.port == 0)
        return nullptr;
    const QHostAddress address(QString::fromLatin1(target.host == "localhost" ? QByteArray("127.0.0.1") : target.host));
    if (address.isNull())
        return nullptr;
    const Listener *wide = nullptr;
    for (const Listener &listener : *listeners) {
        if (listener.protocol != Listener::Protocol::Tcp || listener.port != target.port)
            continue;
        if (listener.address == address || (target.host == "localhost" && listener.address.isLoopback()))
            return &listener;
        const bool isWide = listener.address == QHostAddress::Any || listener.address == QHostAddress::AnyIPv4 ||
                            listener.address == QHostAddress::AnyIPv6;
        if (isWide && address.isLoopback())
            wide = &listener;
    }
    return wide;
}

std::optional<NginxService> serviceBehind(const NginxView &view, NginxSetting pass)
{
    const QByteArray name = targetOf(pass.argument(0)).host;
    for (const NginxPeer &backend : peersOf(view, pass)) {
        const KnownService *known = nullptr;
        if (const Listener *listener = listenerOf(view, backend.target)) {
            const ServiceIdentity service = identify(view.facts(), *listener);
            known = knownBy(service);
            if (!known && service.kind != ServiceKind::Other)
                return std::nullopt; // something else, whatever it is called
        }
        if (!known)
            known = guessed(name, backend.target);
        if (known)
            return serviceFrom(*known);
    }
    return std::nullopt;
}

std::optional<NginxService> surveyedService(const NginxView &view, NginxSetting pass)
{
    for (const NginxPeer &backend : peersOf(view, pass)) {
        const Listener *listener = listenerOf(view, backend.target);
        if (!listener)
            continue;
        const ServiceIdentity service = identify(view.facts(), *listener);
        const bool isByPortAlone =
            !service.ai && listener->container.isEmpty() && (listener->process.isEmpty() || isPublisher(*listener));
        if (const KnownService *known = isByPortAlone ? nullptr : knownBy(service))
            return serviceFrom(*known);
    }
    return std::nullopt;
}

} // namespace gw
