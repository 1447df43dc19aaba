// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/checkentries.h"

#include "backend/nginx/checkscript.h"
#include "backend/nginx/checkvalues.h"

#include <algorithm>

namespace gw::nginxcheck {

void openMap(State &state, const Use &use)
{
    if (checkScript(state, use, 0))
        checkMadeVariable(state, use, 1, use.argument(1));
}

void openGeo(State &state, const Use &use)
{
    const int made = int(use.count()) - 1;
    if (made == 1) {
        const QByteArray &source = use.argument(0);
        if (!source.startsWith('$')) {
            state.refuse({use.setting, 0}, "invalid variable name \"" + source + '"');
            return;
        }
        refer(state, {use.setting, 0}, QByteArrayView(source).sliced(1));
    }
    checkMadeVariable(state, use, made, use.argument(made));
}

void openSplitClients(State &state, const Use &use)
{
    openMap(state, use);
}

void closeSplitClients(State &state)
{
    if (state.block().sum > 10000)
        state.add(state.atEndOf(state.block().setting, "percent total is greater than 100%"));
}

void openCharsetMap(State &state, const Use &use)
{
    const std::pair names(use.argument(0).toLower(), use.argument(1).toLower());
    const QByteArray written = '"' + use.argument(0) + "\" and \"" + use.argument(1) + '"';
    if (names.first == names.second)
        state.refuse({use.setting}, "\"charset_map\" between the same charsets " + written);
    else if (state.charsetMaps.contains(names) || state.charsetMaps.contains({names.second, names.first}))
        state.refuse({use.setting}, "duplicate \"charset_map\" between " + written);
    state.charsetMaps.insert(names);
}

/// A byte, as ngx_hextoi() reads it.
static bool isHexByte(QByteArrayView text)
{
    const qsizetype zeros = std::ranges::find_if(text, [](char c) { return c != '0'; }) - text.begin();
    return !text.isEmpty() && text.size() - qMin(zeros, text.size() - 1) <= 2 &&
           std::ranges::all_of(text, [](char c) { return QByteArrayView("0123456789abcdefABCDEF").contains(c); });
}

/// Bytes that begin with a character of two or three, as ngx_utf8_decode() reads it.
static bool isUtf8Character(QByteArrayView text)
{
    for (qsizetype i = 0; i < text.size(); i += 2) {
        if (i + 1 == text.size() || !isHexByte(text.sliced(i, 2)))
            return false;
    }
    const QByteArray bytes = QByteArray::fromHex(text.toByteArray());
    const int first = bytes.isEmpty() ? 0 : quint8(bytes[0]);
    const int length = first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first >= 0xf0 || bytes.size() < length)
        return false;
    const auto isContinuation = [](char c) { return quint8(c) >= 0x80; };
    const bool isTooLong = first == 0xe0 && (quint8(bytes[1]) & 0x3f) < 0x20; // two would do
    return std::all_of(bytes.begin() + 1, bytes.begin() + length, isContinuation) && !isTooLong;
}

static void checkCharsetEntry(State &state, const Use &use)
{
    if (use.count() != 1) {
        state.refuse({use.setting}, "invalid parameters number");
        return;
    }
    const QByteArray from = use.setting.name();
    const QByteArray &to = use.argument(0);
    const bool isUtf8 = state.block().setting.argument(1).toLower() == "utf-8";
    if (!isHexByte(from))
        state.refuse({use.setting, -1}, "invalid value \"" + from + '"');
    else if (!(isUtf8 ? isUtf8Character(to) : isHexByte(to)))
        state.refuse({use.setting, 0}, "invalid value \"" + to + '"');
}

/// ngx_http_map(). Arguments are those behind the first word, which is the key.
static void checkMapEntry(State &state, const Use &use)
{
    Block &block = state.block();
    QByteArray key = use.setting.name();
    if (use.count() == 0 && (key == "hostnames" || key == "volatile")) {
        block.takesHostNames |= key == "hostnames";
        return;
    }
    if (use.count() != 1) {
        state.refuse({use.setting}, "invalid number of the map parameters");
        return;
    }
    if (key == "include" || !checkScript(state, use, 0))
        return;
    if (key == "default") {
        if (block.hasDefault)
            state.refuse({use.setting}, "duplicate default map parameter");
        block.hasDefault = true;
        return;
    }
    if (key.startsWith('~')) {
        const bool isCaseless = key.startsWith("~*");
        checkRegex(state, use, -1, key.mid(isCaseless ? 2 : 1),
                   isCaseless ? RegexCase::Insensitive : RegexCase::Sensitive);
        return;
    }
    if (key.startsWith('\\'))
        key.remove(0, 1);
    key = key.toLower();
    NameTable::Outcome outcome = block.keys.contains(key) ? NameTable::Outcome::Taken : NameTable::Outcome::Added;
    if (block.takesHostNames)
        outcome = block.names.add(key);
    block.keys.insert(key);
    if (outcome == NameTable::Outcome::Invalid)
        state.refuse({use.setting, -1}, "invalid hostname or wildcard \"" + key + '"');
    if (outcome == NameTable::Outcome::Taken)
        state.refuse({use.setting, -1}, "conflicting parameter \"" + key + '"');
}

static void checkGeoEntry(State &state, const Use &use)
{
    const QByteArray key = use.setting.name();
    if (use.count() == 0 && (key == "ranges" || key == "proxy_recursive")) {
        state.block().takesHostNames |= key == "ranges"; // no networks then
        return;
    }
    if (use.count() != 1) {
        state.refuse({use.setting}, "invalid number of the geo parameters");
        return;
    }
    if (key == "include" || key == "default" || (state.block().takesHostNames && key != "proxy"))
        return;
    const bool isArgument = key == "delete" || key == "proxy";
    const QByteArray written = isArgument ? use.argument(0) : key;
    const Subject subject{use.setting, isArgument ? 0 : -1};
    const Network network = written == "255.255.255.255" ? Network::Right : networkIn(written);
    if (network == Network::Invalid)
        state.refuse(subject, "invalid network \"" + written + '"');
    else if (network == Network::HasLowBits)
        state.warn(subject, "low address bits of " + written + " are meaningless");
}

/// ngx_atofp() with two digits behind the point: hundredths.
static std::optional<qint64> hundredths(QByteArrayView text)
{
    const qsizetype point = text.indexOf('.');
    const QByteArrayView whole = point < 0 ? text : text.first(point);
    const QByteArrayView rest = point < 0 ? QByteArrayView() : text.sliced(point + 1);
    const QByteArray digits = whole.toByteArray() + rest.toByteArray() + "00";
    return text.isEmpty() || rest.size() > 2 ? std::nullopt : number(QByteArrayView(digits).first(whole.size() + 2));
}

static void checkShare(State &state, const Use &use)
{
    const QByteArray share = use.setting.name();
    if (share == "*") {
        state.block().sum = state.block().sum > 10000 ? state.block().sum : 10000;
        return;
    }
    const auto part = share.endsWith('%') ? hundredths(QByteArrayView(share).chopped(1)) : std::nullopt;
    if (part.value_or(0) == 0)
        state.refuse({use.setting, -1}, "invalid percent value \"" + share + '"');
    else
        state.block().sum += *part;
}

static void checkType(State &state, const Use &use)
{
    const QByteArray type = use.setting.name();
    if (type == "include" && use.count() != 1) {
        state.refuse({use.setting}, "invalid number of arguments in \"include\" directive");
        return;
    }
    for (int i = 0; i < use.count(); ++i) {
        const QByteArray extension = use.argument(i).toLower();
        const QByteArray before = state.block().types.value(extension);
        if (!before.isNull())
            state.warn({use.setting, i}, "duplicate extension \"" + extension + "\", content type: \"" + type +
                                             "\", previous content type: \"" + before + '"');
        state.block().types.insert(extension, type);
    }
}

void checkEntry(State &state, const Use &use)
{
    const NginxSetting block = state.block().setting;
    if (block.is("map"))
        checkMapEntry(state, use);
    else if (block.is("geo"))
        checkGeoEntry(state, use);
    else if (block.is("split_clients"))
        checkShare(state, use);
    else if (block.is("types"))
        checkType(state, use);
    else if (block.is("charset_map"))
        checkCharsetEntry(state, use);
}

} // namespace gw::nginxcheck
