// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/serveranswers.h"

#include "backend/regex/subjects.h"

namespace gw {
namespace {

/// Whether a rewrite takes every URI.
bool takesAll(const NginxView &view, const QByteArray &pattern)
{
    const Regex *regex = view.treeOf(pattern, RegexCase::Sensitive);
    const Regex *every = view.treeOf("^/", RegexCase::Sensitive);
    return regex && every && isWithin(*every, *regex).is == RegexAnswer::Is::Yes;
}

bool isRedirect(NginxSetting rewrite)
{
    const QByteArray flag = rewrite.argument(2);
    const QByteArray target = rewrite.argument(1);
    return flag == "redirect" || flag == "permanent" || target.startsWith("http://") || target.startsWith("https://") ||
           target.startsWith("$scheme");
}

/// What ends the directives of the rewrite module without an answer.
bool endsPhase(NginxSetting setting)
{
    return setting.is("break") ||
           (setting.is("rewrite") && (setting.argument(2) == "last" || setting.argument(2) == "break"));
}

} // namespace

NginxSetting answerOfServer(const NginxView &view, NginxSetting server)
{
    for (const NginxSetting setting : server.children()) {
        if (setting.is("return"))
            return setting;
        if (setting.is("rewrite") && isRedirect(setting) && takesAll(view, setting.argument(0)))
            return setting;
        if (endsPhase(setting))
            return {};
        for (const NginxSetting inner : setting.is("if") ? setting.children() : NginxSettings({})) {
            if (endsPhase(inner))
                return {};
        }
    }
    return {};
}

bool isAcmePath(const QByteArray &name)
{
    return name.startsWith("/.well-known/acme-challenge") ||
           (name.contains("acme-challenge") && !acmePath.startsWith(name));
}

QByteArray nginxQuotedPattern(const QByteArray &text)
{
    QByteArray pattern;
    for (const char c : text) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                             c == '_' || quint8(c) >= 0x80;
        if (!isPlain)
            pattern += '\\';
        pattern += c;
    }
    return pattern;
}

} // namespace gw
