// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"

#include "backend/plan/driftmatch.h"

#include <algorithm>

namespace gw {

NginxHeader headerOf(NginxSetting setting)
{
    const QByteArray name = setting.argument(0);
    return {setting, name.toLower(), name, setting.argument(1), setting.argument(2) == "always"};
}

QList<NginxHeader> moreHeadersOf(NginxSetting setting)
{
    QList<NginxHeader> headers;
    const QList<QByteArray> words = setting.arguments();
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == "-s" || words[i] == "-t") {
            ++i; // its value
        } else if (!words[i].startsWith('-')) {
            const qsizetype colon = words[i].indexOf(':');
            const QByteArray name = (colon < 0 ? words[i] : words[i].left(colon)).trimmed();
            headers.append(
                {setting, name.toLower(), name, colon < 0 ? QByteArray() : words[i].mid(colon + 1).trimmed(), true});
        }
    }
    return headers;
}

QList<NginxHeader> headersIn(const NginxView &view, NginxSetting block, QByteArrayView directive)
{
    QList<NginxHeader> headers;
    for (const NginxSetting setting : view.holding(block, directive))
        headers.append(headerOf(setting));
    return headers;
}

QList<NginxHeader> answersOf(const NginxView &view, NginxSetting block)
{
    QList<NginxHeader> headers = headersIn(view, block, "add_header");
    for (NginxSetting level = block; level; level = level.parent()) {
        for (const NginxSetting setting : view.in(level, "more_set_headers"))
            headers += moreHeadersOf(setting);
        if (level.isRoot())
            break;
    }
    return headers;
}

std::optional<NginxHeader> headerNamed(const QList<NginxHeader> &headers, QByteArrayView name)
{
    const auto found = std::find_if(headers.cbegin(), headers.cend(),
                                    [name](const NginxHeader &header) { return header.name == name; });
    return found != headers.cend() ? std::optional(*found) : std::nullopt;
}

LostHeaders lostIn(const NginxView &view, NginxSetting block, QByteArrayView directive)
{
    LostHeaders headers;
    for (const NginxSetting setting : view.in(block, directive))
        headers.own.append(headerOf(setting));
    // Whoever writes “off” means it; “merge” loses nothing.
    const bool isMeant = view.held(block, QByteArray(directive.toByteArray() + "_inherit"), "on") != "on";
    if (headers.own.isEmpty() || block.isRoot() || isMeant)
        return headers;
    for (const NginxHeader &header : headersIn(view, block.parent(), directive)) {
        if (!headerNamed(headers.own, header.name))
            headers.lost.append(header);
    }
    return headers;
}

QString namesOf(const QList<NginxHeader> &headers)
{
    QStringList names;
    QList<QByteArray> seen;
    for (const NginxHeader &header : headers) {
        if (seen.contains(header.name))
            continue;
        seen.append(header.name);
        names.append(shownText(header.written));
    }
    return names.join(QLatin1String(", "));
}

QList<NginxEdit> repeatedIn(const NginxView &view, const LostHeaders &headers)
{
    if (headers.own.isEmpty() || headers.lost.isEmpty())
        return {};
    const NginxSetting last = headers.own.last().setting;
    if (last.parent().node() != last.node().parent()) // an included file, which others include too
        return {};
    QByteArrayList lines;
    for (const NginxHeader &header : headers.lost) {
        const QByteArray line = header.setting.node().text().toByteArray();
        if (isMasked(line) || line.contains('\n') || !line.endsWith(';'))
            return {};
        lines.append(line);
    }
    return {nginxInsertedAfter(view.config().files()[last.file()].tree, last.node(), lines.join('\n'))};
}

} // namespace gw
