// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/uri.h"

#include <algorithm>

namespace gw {
namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// A path as it is put together byte for byte.
class Path {
public:
    explicit Path(MergeSlashes merge) : m_merge(merge) {}

    /// False: there is nothing above to go to.
    bool add(char c)
    {
        switch (m_state) {
        case State::Usual:
            m_path += c;
            m_state = c == '/' ? State::Slash : State::Usual;
            return true;
        case State::Slash:
            if (c != '/' || m_merge == MergeSlashes::No)
                m_path += c;
            if (c != '/')
                m_state = c == '.' ? State::Dot : State::Usual;
            return true;
        case State::Dot:
        case State::DotDot: return addBehindDots(c);
        }
        return true;
    }

    /// A byte that never separates: one that was written %23, %25, %3F.
    void addText(char c)
    {
        m_path += c;
        m_state = State::Usual;
    }

    bool end()
    {
        if (m_state == State::Dot)
            m_path.chop(1);
        return m_state != State::DotDot || goUp();
    }

    const QByteArray &path() const { return m_path; }

private:
    enum class State : quint8 { Usual, Slash, Dot, DotDot };

    bool addBehindDots(char c)
    {
        if (c == '/') {
            const bool isUp = m_state == State::DotDot;
            m_state = State::Slash;
            if (isUp)
                return goUp();
            m_path.chop(1);
            return true;
        }
        m_path += c;
        m_state = c == '.' && m_state == State::Dot ? State::DotDot : State::Usual;
        return true;
    }

    /// "/a/.." becomes "/".
    bool goUp()
    {
        const qsizetype slash = m_path.size() < 4 ? -1 : m_path.lastIndexOf('/', m_path.size() - 4);
        m_path.truncate(slash + 1);
        return slash >= 0;
    }

    QByteArray m_path;
    State m_state = State::Usual;
    MergeSlashes m_merge;
};

bool mayStandInRequestLine(char c)
{
    return quint8(c) > 0x20 && quint8(c) != 0x7f;
}

/// "/." and "//" and "#" and "%" make nginx look at the path twice; without them it stays as it is.
bool isPlain(QByteArrayView path)
{
    return !path.contains('%') && !path.contains("/.") && !path.contains("//");
}

bool readPath(QByteArrayView written, NginxUri *uri, MergeSlashes merge)
{
    Path path(merge);
    for (qsizetype i = 0; i < written.size(); ++i) {
        char c = written[i];
        if (c == '%') {
            const int high = i + 2 < written.size() ? hexDigit(written[i + 1]) : -1;
            const int low = high < 0 ? -1 : hexDigit(written[i + 2]);
            if (low < 0 || high + low == 0)
                return false;
            c = char(high * 16 + low);
            i += 2;
            uri->isQuoted = true;
        }
        uri->hasPlus = uri->hasPlus || c == '+';
        // Only one that was quoted comes here as "%", "#" or "?".
        if (c == '%' || c == '#' || c == '?')
            path.addText(c);
        else if (!path.add(c))
            return false;
    }
    if (!path.end())
        return false;
    uri->path = path.path();
    return true;
}

bool isEscaped(quint8 byte, NginxEscape kind)
{
    if (byte <= 0x20 || byte >= 0x7f)
        return true;
    return QByteArrayView(kind == NginxEscape::Uri ? "\"#%<>?\\^`{|}" : "\"#%&+;<>?\\^`{|}").contains(char(byte));
}

enum class Until : quint8 { End, QuestionMark };

/// ngx_unescape_uri() (src/core/ngx_string.c): NGX_UNESCAPE_REDIRECT until the question mark.
QByteArray unescaped(QByteArrayView text, Until until)
{
    enum class State : quint8 { Usual, First, Second } state = State::Usual;
    const bool isRedirect = until == Until::QuestionMark;
    QByteArray plain;
    plain.reserve(text.size());
    int high = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (state == State::Usual) {
            if (isRedirect && c == '?')
                return plain.append(text.sliced(i));
            if (c == '%')
                state = State::First;
            else
                plain += c;
        } else if (state == State::First) {
            high = hexDigit(c);
            state = high < 0 ? State::Usual : State::Second;
            if (high < 0)
                plain += c;
        } else {
            state = State::Usual;
            const int low = hexDigit(c);
            const char byte = char(high * 16 + low);
            if (low < 0)
                continue;
            if (isRedirect && byte == '?')
                return plain.append(byte).append(text.sliced(i + 1));
            if (!isRedirect || (quint8(byte) > '%' && quint8(byte) < 0x7f))
                plain += byte;
            else
                plain.append(text.sliced(i - 2, 3));
        }
    }
    return plain;
}

} // namespace

std::optional<NginxUri> NginxUri::parse(QByteArrayView target, MergeSlashes merge)
{
    if (!target.startsWith('/') || !std::ranges::all_of(target, mayStandInRequestLine))
        return std::nullopt;
    NginxUri uri;
    const QByteArrayView sent = target.first(target.contains('#') ? target.indexOf('#') : target.size());
    const qsizetype question = sent.indexOf('?');
    const QByteArrayView path = question < 0 ? sent : sent.first(question);
    if (question >= 0)
        uri.args = sent.sliced(question + 1).toByteArray();
    if (isPlain(path)) {
        uri.path = path.toByteArray();
        uri.hasPlus = path.contains('+');
        return uri;
    }
    return readPath(path, &uri, merge) ? std::optional(uri) : std::nullopt;
}

QByteArray nginxEscaped(QByteArrayView text, NginxEscape kind)
{
    constexpr auto digits = "0123456789ABCDEF";
    QByteArray escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        const auto byte = quint8(c);
        if (!isEscaped(byte, kind)) {
            escaped += c;
            continue;
        }
        escaped += '%';
        escaped += digits[byte >> 4];
        escaped += digits[byte & 0xf];
    }
    return escaped;
}

QByteArray nginxUnescaped(QByteArrayView text)
{
    return unescaped(text, Until::End);
}

QByteArray nginxRedirectUnescaped(QByteArrayView text)
{
    return unescaped(text, Until::QuestionMark);
}

std::optional<QByteArray> nginxHost(QByteArrayView header)
{
    // A colon ends the name, but between brackets; what follows is only looked at for bytes that may not be there.
    qsizetype size = header.size();
    qsizetype dot = -2;
    enum class State : quint8 { Usual, Literal, Rest } state = State::Usual;
    for (qsizetype i = 0; i < header.size(); ++i) {
        const char c = header[i];
        if (c == '.') {
            if (dot == i - 1)
                return std::nullopt;
            dot = i;
        } else if (c == ':' && state == State::Usual) {
            size = i;
            state = State::Rest;
        } else if (c == '[' && i == 0) {
            state = State::Literal;
        } else if (c == ']' && state == State::Literal) {
            size = i + 1;
            state = State::Rest;
        } else if (c == '/' || !mayStandInRequestLine(c)) {
            return std::nullopt;
        }
    }
    if (dot == size - 1)
        --size;
    if (size <= 0)
        return std::nullopt;
    return header.first(size).toByteArray().toLower();
}

std::optional<QByteArray> nginxArgument(QByteArrayView args, QByteArrayView name)
{
    while (!args.isEmpty() && !name.isEmpty()) {
        const qsizetype end = args.indexOf('&') < 0 ? args.size() : args.indexOf('&');
        const QByteArrayView argument = args.first(end);
        if (argument.size() > name.size() && argument[name.size()] == '=' &&
            argument.first(name.size()).compare(name, Qt::CaseInsensitive) == 0)
            return argument.sliced(name.size() + 1).toByteArray();
        args = end == args.size() ? QByteArrayView() : args.sliced(end + 1);
    }
    return std::nullopt;
}

} // namespace gw
