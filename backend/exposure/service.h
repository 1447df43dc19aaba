// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/survey/facts.h"

namespace gw {

/// What kind of thing answers on a socket.
enum class ServiceKind {
    Ssh,
    WebServer, ///< nginx and the like: made to stand between the world and a service
    Ai,        ///< serves a model or a notebook
    Database,
    System, ///< DHCP client, time, multicast names: small services of the system over UDP
    Other,
};

struct ServiceIdentity {
    ServiceKind kind = ServiceKind::Other;
    UntrustedText name;            ///< "vLLM", "PostgreSQL", or the name of the process; empty: not known
    const AiService *ai = nullptr; ///< points into the facts
};

/// By process, command line, unit, container image and, last, by the port that a service is known for.
ServiceIdentity identify(const Facts &facts, const Listener &listener);

/// A program of a container engine that stands for a container's port: docker-proxy, conmon, …
bool isPublisher(const Listener &listener);

/// "vLLM", "Jupyter", …
QString aiServiceName(AiService::Kind kind);

} // namespace gw
