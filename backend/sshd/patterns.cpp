// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/patterns.h"

#include <QByteArray>
#include <QByteArrayList>
#include <array>
#include <optional>

#include <arpa/inet.h>

namespace gw {
namespace {

QByteArrayList parts(QByteArrayView list)
{
    return list.toByteArray().split(',');
}

struct Address {
    std::array<quint8, 16> bytes{};
    int bits = 0; ///< 32 or 128
};

std::optional<Address> parsedAddress(const QByteArray &text)
{
    Address address;
    if (inet_pton(AF_INET, text.constData(), address.bytes.data()) == 1)
        address.bits = 32;
    else if (inet_pton(AF_INET6, text.constData(), address.bytes.data()) == 1)
        address.bits = 128;
    else
        return std::nullopt;
    return address;
}

struct Network {
    Address address;
    int prefix = 0;
};

std::optional<Network> parsedNetwork(const QByteArray &text)
{
    const qsizetype slash = text.indexOf('/');
    const auto address = parsedAddress(slash < 0 ? text : text.left(slash));
    if (!address)
        return std::nullopt;
    if (slash < 0)
        return Network{*address, address->bits};
    bool isNumber = false;
    const int prefix = text.mid(slash + 1).toInt(&isNumber);
    if (!isNumber || prefix < 0 || prefix > address->bits)
        return std::nullopt;
    return Network{*address, prefix};
}

bool contains(const Network &network, const Address &address)
{
    if (network.address.bits != address.bits)
        return false;
    for (int bit = 0; bit < network.prefix; ++bit) {
        const quint8 mask = quint8(0x80 >> (bit % 8));
        if ((network.address.bytes[size_t(bit / 8)] & mask) != (address.bytes[size_t(bit / 8)] & mask))
            return false;
    }
    return true;
}

/// The end of a "[…]" set and whether `c` is in it; -1: no set, "[" stands for itself.
qsizetype matchSet(QByteArrayView pattern, qsizetype at, char c, bool &isIn)
{
    qsizetype i = at + 1;
    const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
    if (negated)
        ++i;
    bool found = false;
    for (bool first = true; i < pattern.size() && (first || pattern[i] != ']'); first = false, ++i) {
        const char from = pattern[i];
        char to = from;
        if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
            to = pattern[i + 2];
            i += 2;
        }
        found |= c >= from && c <= to;
    }
    if (i >= pattern.size())
        return -1;
    isIn = found != negated;
    return i;
}

bool matchesGlobComponent(QByteArrayView name, QByteArrayView pattern)
{
    if (name.startsWith('.') && !pattern.startsWith('.'))
        return false;
    // Iterative with one point to come back to, so that hostile patterns cost at most size × size steps.
    qsizetype n = 0;
    qsizetype p = 0;
    qsizetype backName = -1;
    qsizetype backPattern = -1;
    while (n < name.size()) {
        bool fits = false;
        qsizetype next = p + 1;
        if (p < pattern.size() && pattern[p] == '*') {
            backPattern = p++;
            backName = n;
            continue;
        }
        if (p < pattern.size()) {
            if (pattern[p] == '?') {
                fits = true;
            } else if (pattern[p] == '[') {
                const qsizetype end = matchSet(pattern, p, name[n], fits);
                if (end < 0)
                    fits = name[n] == '[';
                else
                    next = end + 1;
            } else if (pattern[p] == '\\' && p + 1 < pattern.size()) {
                fits = pattern[p + 1] == name[n];
                next = p + 2;
            } else {
                fits = pattern[p] == name[n];
            }
        }
        if (fits) {
            p = next;
            ++n;
        } else if (backPattern >= 0) {
            p = backPattern + 1;
            n = ++backName;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

} // namespace

bool sshdMatchesPattern(QByteArrayView text, QByteArrayView pattern)
{
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype backText = -1;
    qsizetype backPattern = -1;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            backPattern = p++;
            backText = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (backPattern >= 0) {
            p = backPattern + 1;
            t = ++backText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

SshdMatchResult sshdMatchesList(QByteArrayView text, QByteArrayView patterns)
{
    SshdMatchResult result = SshdMatchResult::No;
    for (const QByteArray &part : parts(patterns)) {
        const bool negated = part.startsWith('!');
        if (!sshdMatchesPattern(text, negated ? QByteArrayView(part).sliced(1) : QByteArrayView(part)))
            continue;
        if (negated)
            return SshdMatchResult::Negated;
        result = SshdMatchResult::Yes;
    }
    return result;
}

SshdMatchResult sshdMatchesAddress(QByteArrayView address, QByteArrayView list)
{
    const auto tried = parsedAddress(address.toByteArray());
    if (!tried)
        return SshdMatchResult::No;
    SshdMatchResult result = SshdMatchResult::No;
    for (const QByteArray &part : parts(list)) {
        const bool negated = part.startsWith('!');
        const QByteArray written = negated ? part.mid(1) : part;
        const auto network = parsedNetwork(written);
        if (network ? !contains(*network, *tried) : !sshdMatchesPattern(address, written))
            continue;
        if (negated)
            return SshdMatchResult::Negated;
        result = SshdMatchResult::Yes;
    }
    return result;
}

bool sshdMatchesGlob(QByteArrayView path, QByteArrayView pattern)
{
    const QByteArrayList names = path.toByteArray().split('/');
    const QByteArrayList patterns = pattern.toByteArray().split('/');
    if (names.size() != patterns.size())
        return false;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!matchesGlobComponent(names[i], patterns[i]))
            return false;
    }
    return true;
}

} // namespace gw
