// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/glob.h"

#include <QStringBuilder>
#include <algorithm>
#include <array>
#include <cctype>

namespace gw {
namespace {

struct CharacterClass {
    QByteArrayView name;
    int (*holds)(int);
};
// The program never leaves the C locale for LC_CTYPE where these bytes differ: only ASCII is in a class.
constexpr std::array characterClasses = {
    CharacterClass{"alnum", std::isalnum}, CharacterClass{"alpha", std::isalpha},
    CharacterClass{"blank", std::isblank}, CharacterClass{"cntrl", std::iscntrl},
    CharacterClass{"digit", std::isdigit}, CharacterClass{"graph", std::isgraph},
    CharacterClass{"lower", std::islower}, CharacterClass{"print", std::isprint},
    CharacterClass{"punct", std::ispunct}, CharacterClass{"space", std::isspace},
    CharacterClass{"upper", std::isupper}, CharacterClass{"xdigit", std::isxdigit},
};

bool isInClass(quint8 byte, QByteArrayView name)
{
    for (const CharacterClass &known : characterClasses) {
        if (known.name == name)
            return byte < 128 && known.holds(byte);
    }
    return false;
}

/// What one element of a pattern says of one byte, and where the next element starts.
struct Step {
    bool matches = false;
    qsizetype next = 0;
};

/// The bracket expression at `start` (POSIX.1-2017, XCU 2.13.1); without its "]" it is a plain "[".
Step bracket(QByteArrayView pattern, qsizetype start, quint8 byte)
{
    qsizetype i = start + 1;
    const bool isNegated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
    if (isNegated)
        ++i;
    bool found = false;
    for (bool isFirst = true; i < pattern.size() && (isFirst || pattern[i] != ']'); isFirst = false) {
        if (pattern.sliced(i).startsWith("[:")) {
            const qsizetype end = pattern.indexOf(":]", i + 2);
            if (end > 0) {
                found |= isInClass(byte, pattern.sliced(i + 2, end - i - 2));
                i = end + 2;
                continue;
            }
        }
        if (pattern[i] == '\\' && i + 1 < pattern.size())
            ++i;
        const auto low = quint8(pattern[i++]);
        auto high = low;
        if (i + 1 < pattern.size() && pattern[i] == '-' && pattern[i + 1] != ']') {
            ++i;
            if (pattern[i] == '\\' && i + 1 < pattern.size())
                ++i;
            high = quint8(pattern[i++]);
        }
        found |= byte >= low && byte <= high;
    }
    if (i >= pattern.size())
        return {byte == '[', start + 1};
    return {found != isNegated, i + 1};
}

Step element(QByteArrayView pattern, qsizetype start, quint8 byte)
{
    switch (pattern[start]) {
    case '?': return {true, start + 1};
    case '[': return bracket(pattern, start, byte);
    case '\\':
        if (start + 1 < pattern.size())
            return {quint8(pattern[start + 1]) == byte, start + 2};
        [[fallthrough]];
    default: return {quint8(pattern[start]) == byte, start + 1};
    }
}

QByteArray unescaped(QByteArrayView component)
{
    QByteArray name;
    for (qsizetype i = 0; i < component.size(); ++i) {
        if (component[i] == '\\' && i + 1 < component.size())
            ++i;
        name += component[i];
    }
    return name;
}

} // namespace

bool nginxIsPattern(QByteArrayView path)
{
    return std::any_of(path.begin(), path.end(), [](char c) { return c == '*' || c == '?' || c == '['; });
}

bool nginxNameMatches(QByteArrayView name, QByteArrayView pattern)
{
    if (name.startsWith('.') && !pattern.startsWith('.') && !pattern.startsWith("\\."))
        return false;
    // After a mismatch only the last "*" may take one byte more: no recursion.
    qsizetype n = 0;
    qsizetype p = 0;
    qsizetype starPattern = -1;
    qsizetype starName = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            starPattern = ++p;
            starName = n;
            continue;
        }
        const Step step = p < pattern.size() ? element(pattern, p, quint8(name[n])) : Step();
        if (step.matches) {
            ++n;
            p = step.next;
        } else if (starPattern >= 0) {
            p = starPattern;
            n = ++starName;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

QList<QByteArray> nginxGlobbed(QByteArrayView pattern,
                               const std::function<QList<QByteArray>(const QByteArray &folder)> &names)
{
    // Each found path so far ends in "/", but for the last component.
    QList<QByteArray> found = {QByteArray()};
    for (qsizetype start = 0; start <= pattern.size();) {
        qsizetype end = pattern.indexOf('/', start);
        const bool isLast = end < 0;
        if (isLast)
            end = pattern.size();
        const QByteArrayView component = pattern.sliced(start, end - start);
        const QByteArray ending = isLast ? QByteArray() : QByteArray("/");
        QList<QByteArray> longer;
        for (const QByteArray &folder : std::as_const(found)) {
            if (!isLast && !nginxIsPattern(component)) {
                longer.append(folder + unescaped(component) + ending);
                continue;
            }
            const QList<QByteArray> inFolder = names(folder);
            for (const QByteArray &name : inFolder) {
                if (nginxNameMatches(name, component))
                    longer.append(folder + name + ending);
            }
        }
        found = longer;
        start = end + 1;
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace gw
