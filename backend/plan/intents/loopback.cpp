// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/loopback.h"

#include <QRegularExpression>

namespace gw {

std::optional<QString> onLoopback(const QString &commandLine)
{
    // uvicorn, vLLM, Ollama's kin (--host), Jupyter (--ip, --ServerApp.ip), gunicorn (-b, --bind), ComfyUI and A1111
    // (--listen), Gradio and Streamlit (--server-name, --server.address), MLflow, llama.cpp (--host).
    static const QRegularExpression option(QStringLiteral(
        "(?<=^|\\s)(--(?:host|ip|bind|listen|addr|address|server-name|server_name|server\\.address|bind-address|"
        "listen-address|(?:Server|Notebook)App\\.ip)|-b|-H)(=|\\s+)([\"']?)(?:0\\.0\\.0\\.0|\\[::\\]|::|\\*)"
        "((?::\\d+)?[\"']?)(?=\\s|$)"));
    static const QRegularExpression bare(QStringLiteral("\\s+(?:--listen(?=\\s+-|\\s*$)|--bind_all)(?=\\s|$)"));
    QString line = commandLine;
    line.replace(option, QStringLiteral("\\1\\2\\3127.0.0.1\\4"));
    line.remove(bare);
    return line == commandLine ? std::nullopt : std::optional(line);
}

} // namespace gw
