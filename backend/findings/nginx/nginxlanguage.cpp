// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"

#include "backend/base/untrustedtext.h"

#include <QHostAddress>
#include <algorithm>
#include <array>

namespace gw {
namespace {

bool isWordByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The number before a unit; -1: there is none.
qint64 numberOf(QByteArrayView text)
{
    bool isFine = false;
    const qint64 number = text.toLongLong(&isFine);
    return isFine && number >= 0 ? number : -1;
}

/// Where a variable stands that holds a path, so that the host ends before it; -1: nowhere.
qsizetype pathVariable(const QByteArray &text)
{
    static constexpr std::array<QByteArrayView, 6> names{"$request_uri",   "$uri",   "$document_uri",
                                                         "${request_uri}", "${uri}", "${document_uri}"};
    const QByteArray lower = text.toLower();
    qsizetype first = -1;
    for (const QByteArrayView name : names) {
        const qsizetype at = lower.indexOf(name);
        const qsizetype end = at + name.size();
        const bool isWhole = at >= 0 && (name.endsWith('}') || end == lower.size() || !isWordByte(lower[end]));
        if (isWhole && (first < 0 || at < first))
            first = at;
    }
    return first;
}

} // namespace

bool isPrefix(const NginxLocation &location)
{
    return location.kind == NginxLocation::Kind::Prefix || location.kind == NginxLocation::Kind::PrefixOnly;
}

NginxCondition conditionOf(NginxSetting setting)
{
    QList<QByteArray> words = setting.arguments();
    if (!words.isEmpty() && words.first().startsWith('('))
        words.first().remove(0, 1);
    if (!words.isEmpty() && words.last().endsWith(')'))
        words.last().chop(1);
    if (!words.isEmpty() && words.first().isEmpty())
        words.removeFirst();
    if (words.size() > 1 && words.last().isEmpty() && setting.argument(setting.argumentCount() - 1) == ")")
        words.removeLast();
    const QByteArray first = words.value(0);
    if (first.startsWith('-') || first.startsWith("!-"))
        return {words.value(1), first, {}};
    return {first, words.value(1), words.value(2)};
}

bool hasVariables(const QByteArray &value)
{
    if (!hasNginxVariables(value))
        return false;
    const QList<NginxValuePart> parts = nginxValueParts(value);
    return std::any_of(parts.cbegin(), parts.cend(),
                       [](const NginxValuePart &part) { return part.kind != NginxValuePart::Kind::Text; });
}

bool isVariable(const QByteArray &value, QByteArrayView name)
{
    if (!value.startsWith('$'))
        return false;
    const QList<NginxValuePart> parts = nginxValueParts(value);
    return parts.size() == 1 && parts.first().kind == NginxValuePart::Kind::Variable && parts.first().text == name;
}

int captureOf(const NginxValuePart &part)
{
    return part.kind == NginxValuePart::Kind::Capture ? part.text.toInt() : 0;
}

QString shownPart(const NginxValuePart &part)
{
    return part.kind == NginxValuePart::Kind::Text ? QString()
                                                   : UntrustedText::fromBytes(QByteArray('$' + part.text)).shown(80);
}

bool NginxTarget::isAddress() const
{
    return !QHostAddress(QString::fromLatin1(host)).isNull();
}

NginxTarget targetOf(const QByteArray &value)
{
    NginxTarget target;
    QByteArray rest = value;
    const qsizetype scheme = rest.indexOf("://");
    const qsizetype variable = rest.indexOf('$');
    if (scheme >= 0 && (rest.indexOf('/') > scheme) &&
        (variable < 0 || variable == 0 || variable > scheme || rest.left(scheme).startsWith('$'))) {
        target.scheme = rest.left(scheme).toLower();
        rest.remove(0, scheme + 3);
    }
    if (rest.startsWith("unix:")) {
        const qsizetype uri = rest.indexOf(':', 5);
        target.host = uri < 0 ? rest : rest.left(uri);
        target.uri = uri < 0 ? QByteArray() : rest.mid(uri + 1);
        return target;
    }
    target.port = target.scheme == "https" || target.scheme == "grpcs"       ? 443
                  : target.scheme.isEmpty() || target.scheme.startsWith('$') ? 0
                                                                             : 80;
    qsizetype end = 0;
    if (rest.startsWith('[')) {
        end = qMax(qsizetype(0), rest.indexOf(']')) + 1;
        target.host = rest.mid(1, end - 2);
    } else {
        const qsizetype path = pathVariable(rest);
        while (end < rest.size() && end != path && rest[end] != ':' && rest[end] != '/' && rest[end] != '?')
            ++end;
        target.host = rest.left(end);
    }
    if (end < rest.size() && rest[end] == ':') {
        qsizetype stop = end + 1;
        while (stop < rest.size() && rest[stop] >= '0' && rest[stop] <= '9')
            ++stop;
        target.port = rest.mid(end + 1, stop - end - 1).toInt();
        end = stop;
    }
    target.uri = rest.mid(end);
    return target;
}

qint64 secondsOf(const QByteArray &time)
{
    struct Unit {
        QByteArrayView name;
        qint64 seconds;
    };
    static constexpr std::array units{Unit{"ms", 0},    Unit{"s", 1},      Unit{"m", 60},      Unit{"h", 3600},
                                      Unit{"d", 86400}, Unit{"w", 604800}, Unit{"M", 2592000}, Unit{"y", 31536000}};
    qint64 sum = 0;
    qsizetype i = 0;
    while (i < time.size()) {
        qsizetype digits = i;
        while (digits < time.size() && time[digits] >= '0' && time[digits] <= '9')
            ++digits;
        const qint64 number = numberOf(QByteArrayView(time).sliced(i, digits - i));
        if (number < 0)
            return -1;
        qsizetype end = digits;
        while (end < time.size() && time[end] != ' ' && !(time[end] >= '0' && time[end] <= '9'))
            ++end;
        const QByteArrayView name = QByteArrayView(time).sliced(digits, end - digits);
        const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit &each) { return each.name == name; });
        if (!name.isEmpty() && unit == units.end())
            return -1;
        sum += number * (name.isEmpty() ? 1 : unit->seconds);
        i = end;
        while (i < time.size() && time[i] == ' ')
            ++i;
    }
    return time.isEmpty() ? -1 : sum;
}

qint64 bytesOf(const QByteArray &size)
{
    if (size.isEmpty())
        return -1;
    const char unit = size.back() | 0x20;
    const qint64 factor = unit == 'k' ? 1024 : unit == 'm' ? 1024 * 1024 : unit == 'g' ? 1024 * 1024 * 1024 : 1;
    const qint64 number = numberOf(factor == 1 ? QByteArrayView(size) : QByteArrayView(size).chopped(1));
    return number < 0 || number > (qint64(1) << 50) / factor ? -1 : number * factor;
}

} // namespace gw
