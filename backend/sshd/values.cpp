// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/algorithms.h"
#include "backend/sshd/tree.h"

#include <limits>

namespace gw {
namespace {

using Value = SshdKeyword::Value;

/// convtime() of misc.c: "1h30m", "90"; -1: not a time.
qint64 seconds(const QByteArray &text)
{
    qint64 total = 0;
    for (qsizetype i = 0; i < text.size();) {
        qint64 number = 0;
        const qsizetype start = i;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9') {
            number = number * 10 + (text[i++] - '0');
            if (number > std::numeric_limits<int>::max())
                return -1;
        }
        if (i == start)
            return -1;
        qint64 unit = 1;
        if (i < text.size()) {
            switch (text[i++]) {
            case 's':
            case 'S': break;
            case 'm':
            case 'M': unit = 60; break;
            case 'h':
            case 'H': unit = 3600; break;
            case 'd':
            case 'D': unit = 86400; break;
            case 'w':
            case 'W': unit = 604800; break;
            default: return -1;
            }
        }
        total += number * unit;
        if (total > std::numeric_limits<int>::max())
            return -1;
    }
    return text.isEmpty() ? -1 : total;
}

/// scan_scaled(): "1G" is 2^30; -1: not a size.
qint64 scaledBytes(const QByteArray &text)
{
    QByteArray digits = text;
    qint64 factor = 1;
    if (!digits.isEmpty()) {
        const qsizetype power = QByteArrayView("bkmgt").indexOf(char(digits.back() | 0x20));
        if (power >= 0) {
            factor = qint64(1) << (10 * power);
            digits.chop(1);
        }
    }
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    if (!isNumber || number < 0 || number > std::numeric_limits<qint64>::max() / factor)
        return -1;
    return number * factor;
}

QByteArray oneOf(const QByteArray &text, std::initializer_list<const char *> words)
{
    const QByteArray lower = text.toLower();
    for (const char *word : words) {
        if (lower == word)
            return lower;
    }
    return {};
}

bool isWholeNumber(const QByteArray &text)
{
    bool isNumber = false;
    text.toInt(&isNumber);
    return isNumber && !text.startsWith('+');
}

QByteArray flag(const QString &keyword, const QByteArray &text)
{
    if (keyword == QLatin1String("ignorerhosts"))
        return oneOf(text, {"yes", "no", "shosts-only"});
    if (keyword == QLatin1String("gatewayports"))
        return oneOf(text, {"yes", "no", "clientspecified"});
    return oneOf(text, {"yes", "no"});
}

/// `sshd -T` prints the first name of the table, which is the new one since 10.0.
QByteArray rootLogin(const QByteArray &text, const SshdVersion &version)
{
    const QByteArray value =
        oneOf(text, {"yes", "no", "without-password", "prohibit-password", "forced-commands-only"});
    if (value != "without-password" && value != "prohibit-password")
        return value;
    return version.isAtLeast(10, 0) ? "prohibit-password" : "without-password";
}

QByteArray rekeyLimit(const QList<QByteArray> &arguments)
{
    const qint64 bytes = arguments[0] == "default" ? 0 : scaledBytes(arguments[0]);
    const qint64 interval = arguments.size() < 2 || arguments[1] == "none" ? 0 : seconds(arguments[1]);
    if (bytes < 0 || interval < 0 || (bytes > 0 && bytes < 16))
        return {};
    return QByteArray::number(bytes) + ' ' + QByteArray::number(interval);
}

/// "7" sets begin and full, and leaves the rate at its default.
QByteArray maxStartups(const QByteArray &text)
{
    const QByteArrayList parts = text.split(':');
    for (const QByteArray &part : parts) {
        if (!isWholeNumber(part) || part.toInt() <= 0)
            return {};
    }
    if (parts.size() == 1)
        return text + ":30:" + text;
    if (parts.size() != 3 || parts[0].toInt() > parts[2].toInt() || parts[1].toInt() > 100)
        return {};
    return text;
}

QByteArray ipQos(const QList<QByteArray> &arguments)
{
    return arguments[0].toLower() + ' ' + arguments.value(1, arguments[0]).toLower();
}

QByteArray logName(const QString &keyword, const QByteArray &text)
{
    if (keyword == QLatin1String("loglevel")) {
        const QByteArray level =
            oneOf(text, {"quiet", "fatal", "error", "info", "verbose", "debug", "debug1", "debug2", "debug3"})
                .toUpper();
        return level == "DEBUG1" ? QByteArray("DEBUG") : level;
    }
    return text.toUpper();
}

/// derelativise_path() of servconf.c; sshd's working directory is not known, "/" is what it has as a service.
QByteArray path(const QByteArray &text)
{
    if (text.toLower() == "none")
        return "none";
    return text.startsWith('/') || text.startsWith('~') ? text : '/' + text;
}

/// PermitListen takes a bare port for any host.
QByteArray oneLine(const SshdSetting &setting)
{
    QByteArrayList words = setting.arguments;
    if (setting.keyword == QLatin1String("permitlisten")) {
        for (QByteArray &word : words) {
            if (!word.contains(':') && word != "any" && word != "none")
                word.prepend("*:");
        }
    }
    return words.join(' ');
}

/// "host:port", with port 0 for "every Port".
QByteArray listenAddress(const QByteArray &text)
{
    if (text.startsWith('[') || text.count(':') < 2)
        return text;
    return '[' + text + ']';
}

} // namespace

QList<QByteArray> sshdPrintedValues(const SshdSetting &setting, const SshdVersion &version)
{
    const SshdKeyword *keyword = sshdKeyword(setting.keyword);
    if (!keyword || setting.arguments.isEmpty() || setting.arguments[0].isEmpty())
        return {};
    const QByteArray &first = setting.arguments[0];
    const auto single = [](const QByteArray &value) {
        return value.isEmpty() ? QList<QByteArray>{} : QList<QByteArray>{value};
    };
    switch (keyword->value) {
    case Value::Flag: return single(flag(setting.keyword, first));
    case Value::Word:
    case Value::NetBlock: return {first};
    case Value::Rest: return {setting.rest};
    case Value::Path: return {path(first)};
    case Value::Time: {
        if (setting.keyword == QLatin1String("unusedconnectiontimeout") && first == "none")
            return {first};
        const qint64 time = seconds(first);
        return time < 0 ? QList<QByteArray>{} : QList<QByteArray>{QByteArray::number(time)};
    }
    case Value::Integer:
        return isWholeNumber(first) ? QList<QByteArray>{QByteArray::number(first.toInt())} : QList<QByteArray>{};
    case Value::Octal: {
        bool isNumber = false;
        const int mask = first.toInt(&isNumber, 8);
        return isNumber && mask >= 0 && mask <= 0777 ? QList<QByteArray>{'0' + QByteArray::number(mask, 8)}
                                                     : QList<QByteArray>{};
    }
    case Value::Algorithms:
        return {sshdAssembledAlgorithms(first, sshdDefaultAlgorithms(setting.keyword, version)).join(',')};
    case Value::OneLine: return {oneLine(setting)};
    case Value::KeyOptions: return {setting.arguments.join(' ')};
    case Value::Lines: return setting.arguments;
    case Value::RootLogin: return single(rootLogin(first, version));
    case Value::Compression: {
        const QByteArray value = oneOf(first, {"yes", "no", "delayed"});
        // Since 7.4 both mean "after login".
        const bool areTheSame = !version.isKnown() || version.isAtLeast(7, 4);
        return single(value == "delayed" && areTheSame ? QByteArray("yes") : value);
    }
    case Value::Forwarding: {
        const QByteArray value = oneOf(first, {"yes", "no", "all", "local", "remote"});
        return single(value == "all" ? QByteArray("yes") : value);
    }
    case Value::RekeyLimit: return single(rekeyLimit(setting.arguments));
    case Value::LogLevel: return single(logName(setting.keyword, first));
    case Value::MaxStartups: return single(maxStartups(first));
    case Value::IpQos: return {ipQos(setting.arguments)};
    case Value::Port:
        return isWholeNumber(first) && first.toInt() > 0 && first.toInt() < 65536 ? QList<QByteArray>{first}
                                                                                  : QList<QByteArray>{};
    case Value::ListenAddress: return {listenAddress(first)};
    case Value::Subsystem:
        return setting.arguments.size() < 2 ? QList<QByteArray>{} : QList<QByteArray>{setting.arguments.join(' ')};
    case Value::Block: return {first};
    }
    return {};
}

} // namespace gw
