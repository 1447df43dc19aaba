// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/programs.h"

#include <QRegularExpression>

namespace gw {

using namespace Qt::StringLiterals;

QString scriptOf(const Listener &listener)
{
    static const QRegularExpression interpreter(u"^(python[0-9.]*|pypy3?|node|deno|bun|java|ruby|perl|php[0-9.]*)$"_s);
    if (!interpreter.match(listener.process.raw()).hasMatch())
        return {};
    const QStringList words = listener.commandLine.raw().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words[i] == u"-m"_s || words[i] == u"-jar"_s)
            continue; // the next word is what runs
        if (!words[i].startsWith(u'-'))
            return words[i].section(u'/', -1);
    }
    return {};
}

AiService::Kind webUiOf(const Listener &listener)
{
    if (listener.process.raw().startsWith(u"python"_s) && listener.protocol == Listener::Protocol::Tcp) {
        if (listener.port == 7860)
            return AiService::Kind::Gradio;
        if (listener.port == 8188)
            return AiService::Kind::ComfyUi;
    }
    return AiService::Kind::Other;
}

UntrustedText ownUnitOf(const Listener &listener)
{
    static const QRegularExpression starter(u"^(cron|crond|cronie|anacron|atd|ssh|sshd|supervisor|supervisord|docker|"
                                            u"containerd|podman|screen|tmux|rc-local|"
                                            "getty@.*|user@.*|init)(\\.service)?$|\\.scope$|\\.slice$"_s);
    return starter.match(listener.unit.raw()).hasMatch() ? UntrustedText() : listener.unit;
}

} // namespace gw
