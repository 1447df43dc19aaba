// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/tlsservers.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

constexpr QByteArrayView name = "strict-transport-security";
constexpr qint64 halfAYear = 15768000;

const QRegularExpression &maxAge()
{
    static const QRegularExpression pattern(u"max-age\\s*=\\s*\"?(\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

/// The header that pages of this server carry: its own, or that of the location that takes everything.
std::optional<NginxHeader> headerOfServer(const NginxView &view, NginxSetting server)
{
    const QList<NginxHeader> own = answersOf(view, server);
    if (std::optional<NginxHeader> header = headerNamed(own, name))
        return header;
    for (const NginxSetting location : view.in(server, "location")) {
        const NginxLocation parsed = NginxLocation::of(location);
        if (!isPrefix(parsed) || parsed.name != "/")
            continue;
        const QList<NginxHeader> answers = answersOf(view, location);
        if (std::optional<NginxHeader> header = headerNamed(answers, name))
            return header;
    }
    return std::nullopt;
}

/// Nobody but this machine sees it.
bool isLocal(const NginxView &view, NginxSetting server)
{
    const QList<const NginxSocket *> sockets = view.socketsOf(server);
    return std::all_of(sockets.cbegin(), sockets.cend(), [](const NginxSocket *socket) { return isLoopback(*socket); });
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting server : tlsServers(view)) {
        if (turnsAway(view, server) || isLocal(view, server) || view.held(server, "security_headers") == "on")
            continue;
        if (isSelfSigned(view, server))
            continue; // whoever has seen it once with HSTS can no longer say “go on” to its warning
        const std::optional<NginxHeader> header = headerOfServer(view, server);
        if (!header) {
            findings.append(view.finding(
                server, Severity::Medium,
                QCoreApplication::translate("nginx", "Browsers are not told to come back over TLS only (HSTS)"),
                QCoreApplication::translate(
                    "nginx",
                    "Who types the name without https:// asks over plain HTTP first, and whoever stands between "
                    "can answer instead. Add “add_header Strict-Transport-Security \"max-age=63072000\" "
                    "always;”, once all pages of the name work over TLS.")));
            continue;
        }
        const QRegularExpressionMatch age = maxAge().match(QString::fromLatin1(header->value));
        if (!header->value.contains('$') && (!age.hasMatch() || age.captured(1).toLongLong() < halfAYear))
            findings.append(view.finding(
                header->setting, Severity::Low,
                QCoreApplication::translate("nginx", "Browsers forget soon that this name wants TLS (HSTS)"),
                QCoreApplication::translate("nginx", "Less than half a year: whoever comes back later asks over plain "
                                                     "HTTP again. Mozilla advises two years, max-age=63072000.")));
    }
    return findings;
}

/// Blocks with lines of their own would lose the new one.
void addLine(const NginxView &view, const NginxTree &tree, NginxSetting block, const QByteArray &line,
             QList<NginxEdit> &edits)
{
    const QList<NginxSetting> own = view.in(block, "add_header");
    if (!own.isEmpty())
        edits.append(nginxInsertedAfter(tree, own.last().node(), line));
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting setting = view.settingAt(finding.where);
    if (!setting)
        return {};
    if (!setting.is("server")) {
        const int argument = setting.is("add_header") ? 1 : -1;
        QString value = QString::fromLatin1(setting.argument(1));
        const QRegularExpressionMatch age = maxAge().match(value);
        if (argument < 0 || !age.hasMatch())
            return {};
        value.replace(age.capturedStart(1), age.capturedLength(1), u"63072000"_s);
        return {nginxWithArgument(setting.node(), argument, value.toLatin1())};
    }
    const QByteArray line = "add_header Strict-Transport-Security \"max-age=63072000\" always;";
    const NginxTree &tree = view.treeAt(finding.where);
    QList<NginxEdit> edits;
    const QList<NginxSetting> own = view.in(setting, "add_header");
    if (own.isEmpty()) {
        QByteArrayList lines{line};
        for (const NginxHeader &header : headersIn(view, setting, "add_header"))
            lines.append(header.setting.node().text().toByteArray());
        const NginxNode first =
            view.firstIn(setting, "location") ? view.firstIn(setting, "location").node() : NginxNode();
        const bool isBeside = first && first.parent() == setting.node();
        edits.append(isBeside ? nginxInsertedBefore(tree, first, lines.join('\n') + '\n')
                              : nginxInsertedInto(tree, setting.node(), NginxPosition::Last, lines.join('\n')));
    }
    addLine(view, tree, setting, line, edits);
    for (const char *block : {"location", "if"}) {
        for (const NginxSetting inner : view.below(setting, block))
            addLine(view, tree, inner, line, edits);
    }
    for (const NginxSetting each : view.below(setting, "add_header")) {
        if (each.file() != setting.file() || each.node().parent() != each.parent().node())
            return {}; // in a file that others include too
    }
    return edits;
}

} // namespace

const NginxRule nginx::hstsHeader{
    "nginx.hsts-header",
    QT_TRANSLATE_NOOP("rules", "Browsers are told to come back over TLS only (HSTS)"),
    "RFC 6797; Mozilla Server Side TLS 6.0; CIS NGINX 2.1.0 4.1.8",
    everyProfile,
    check,
    fix,
};

} // namespace gw
