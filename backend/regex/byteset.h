// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <bit>

namespace gw {

/// A set of bytes: what one place of a pattern may consume.
class ByteSet {
public:
    constexpr ByteSet() = default;
    static constexpr ByteSet of(quint8 byte)
    {
        ByteSet set;
        set.add(byte);
        return set;
    }
    static constexpr ByteSet range(quint8 first, quint8 last)
    {
        ByteSet set;
        set.addRange(first, last);
        return set;
    }
    static constexpr ByteSet all() { return range(0, 255); }

    constexpr void add(quint8 byte) { m_words[byte >> 6] |= quint64(1) << (byte & 63); }
    constexpr void addRange(int first, int last)
    {
        for (int byte = first; byte <= last; ++byte)
            add(quint8(byte));
    }
    constexpr bool has(int byte) const { return byte >= 0 && (m_words[size_t(byte) >> 6] >> (byte & 63) & 1) != 0; }
    constexpr bool isEmpty() const { return (m_words[0] | m_words[1] | m_words[2] | m_words[3]) == 0; }
    constexpr int count() const
    {
        int all = 0;
        for (const quint64 word : m_words)
            all += std::popcount(word);
        return all;
    }
    /// The lowest byte; -1: the set is empty.
    constexpr int lowest() const
    {
        for (size_t at = 0; at < 4; ++at) {
            if (m_words[at] != 0)
                return int(at * 64) + std::countr_zero(m_words[at]);
        }
        return -1;
    }
    constexpr bool intersects(const ByteSet &other) const { return !(*this & other).isEmpty(); }

    constexpr ByteSet &operator|=(const ByteSet &other)
    {
        for (size_t at = 0; at < 4; ++at)
            m_words[at] |= other.m_words[at];
        return *this;
    }
    constexpr ByteSet &operator&=(const ByteSet &other)
    {
        for (size_t at = 0; at < 4; ++at)
            m_words[at] &= other.m_words[at];
        return *this;
    }
    friend constexpr ByteSet operator|(ByteSet a, const ByteSet &b) { return a |= b; }
    friend constexpr ByteSet operator&(ByteSet a, const ByteSet &b) { return a &= b; }
    constexpr ByteSet operator~() const
    {
        ByteSet set;
        for (size_t at = 0; at < 4; ++at)
            set.m_words[at] = ~m_words[at];
        return set;
    }
    friend constexpr bool operator==(const ByteSet &, const ByteSet &) = default;
    friend constexpr auto operator<=>(const ByteSet &a, const ByteSet &b) { return a.m_words <=> b.m_words; }

private:
    std::array<quint64, 4> m_words{};
};

/// The sets of PCRE's built-in ("C" locale) tables: what is not ASCII is neither letter nor digit nor space there.
namespace bytesets {
inline constexpr ByteSet digit = ByteSet::range('0', '9');
inline constexpr ByteSet lower = ByteSet::range('a', 'z');
inline constexpr ByteSet upper = ByteSet::range('A', 'Z');
inline constexpr ByteSet word = digit | lower | upper | ByteSet::of('_');
inline constexpr ByteSet space = ByteSet::range('\t', '\r') | ByteSet::of(' ');
inline constexpr ByteSet newline = ByteSet::of('\n');
inline constexpr ByteSet horizontal = ByteSet::of('\t') | ByteSet::of(' ') | ByteSet::of(0xA0);
inline constexpr ByteSet vertical = ByteSet::range('\n', '\r') | ByteSet::of(0x85);
} // namespace bytesets

/// With every ASCII letter its other case.
constexpr ByteSet caseless(const ByteSet &set)
{
    ByteSet both = set;
    for (int letter = 'a'; letter <= 'z'; ++letter) {
        if (set.has(letter) || set.has(letter - 32)) {
            both.add(quint8(letter));
            both.add(quint8(letter - 32));
        }
    }
    return both;
}

} // namespace gw
