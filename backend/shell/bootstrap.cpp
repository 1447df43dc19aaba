// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/bootstrap.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <array>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Script)
};

// Stage one runs as the login user, picks the way to root and starts stage two ($1) with: how it became root, which
// program asks for a password. `timeout` ends what a broken connection would leave behind; not on a terminal, where it
// would lose it.
constexpr char limited[] = "w=; timeout 1 true 2>/dev/null && w=\"timeout %LIMIT%\"; ";
constexpr char unlimited[] = "w=; ";
constexpr char alreadyRoot[] = "if [ \"$(id -u)\" = 0 ]; then exec $w /bin/sh -c \"$1\" gw login no; fi; ";
// Empty standard input: the probe must not eat the script. The same command as the real one: sudoers may allow only
// some. "required" and "must have a tty" (requiretty) are their own words; both ask once they have a terminal. sudo
// says so to everybody, doas only to whom its rules permit: therefore doas has the last word.
constexpr char automatic[] =
    "a=no; m=$({ sudo -n $w /bin/sh -c : </dev/null; } 2>&1) && exec sudo -n $w /bin/sh -c \"$1\" gw sudo no; "
    "case $m in *assword*|*uthentication*|*tty*) a=sudo;; esac; "
    "m=$({ doas -n $w /bin/sh -c : </dev/null; } 2>&1) && exec doas -n $w /bin/sh -c \"$1\" gw doas no; "
    "case $m in *required*) a=doas;; esac; "
    "exec $w /bin/sh -c \"$1\" gw none $a";
constexpr char asIs[] = "exec $w /bin/sh -c \"$1\" gw none no";
constexpr char sudoAsks[] = "exec sudo -S -p %PROMPT% $w /bin/sh -c \"$1\" gw sudo sudo";
constexpr char sudoAsksOnTerminal[] = "exec sudo -p %PROMPT% /bin/sh -c \"$1\" gw sudo sudo";
// doas cannot be told what to ask: the mark right before its question proves that it is doas who asks. It has switched
// the echo off before it asks (readpassphrase(3)).
constexpr char doasAsks[] = "printf %s %MARK%; exec doas /bin/sh -c \"$1\" gw doas doas";

// Stage two: reads the script into a variable (dash reads ahead when the script itself is standard input), checks it,
// runs it, and copies its output through `tee` into a pipe (fd 3; a socket could not be opened again by its /proc name)
// while counting and hashing it. fd 5 collects exit code and count; the script itself sees none of these.
constexpr char environment[] =
    "LC_ALL=C; PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin; GW_ROOT_WAY=$1; "
    "GW_ROOT_ASKS=$2; export LC_ALL PATH GW_ROOT_WAY GW_ROOT_ASKS; ";
constexpr char rawTerminal[] = "stty raw -echo 2>/dev/null; exec 2>/dev/null; printf %s %READY%; ";
constexpr char readyOnError[] = "printf %s %READY% >&2; ";
constexpr char stageTwo[] =
    "read -r n l h || exit 97; "
    "if command -v sha256sum >/dev/null 2>&1; then t=sha256sum; "
    "elif command -v openssl >/dev/null 2>&1; then t=\"openssl dgst -sha256 -r\"; "
    "elif command -v shasum >/dev/null 2>&1; then t=\"shasum -a 256\"; "
    "else echo \"$n nohash\"; exit 97; fi; "
    "s=$(head -c \"$l\"; echo x); s=${s%x}; g=$(printf %s \"$s\" | $t); "
    "if [ \"${#s} ${g%% *}\" = \"$l $h\" ]; then :; else echo \"$n damaged\"; exit 97; fi; "
    "{ "
    "if : | tee /proc/self/fd/3 >/dev/null 2>&1; then echo \"$n begin\"; "
    "r=$({ { ( eval \"$s\" ) 3>&- 4>&- 5>&- </dev/null; echo \"x$?\" >&5; } | tee /proc/self/fd/3 "
    "| { tee /proc/self/fd/4 | wc -c >&5; } 4>&1 | $t; } 5>&1); "
    "echo; echo \"$n end\" $r .; else echo \"$n noproc\"; fi; } 3>&1 | cat";

QByteArray filled(QByteArray text, const char *name, const QByteArray &value)
{
    return text.replace(name, value);
}

QByteArray random()
{
    std::array<quint32, 4> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

QByteArray beginLine(const ScriptMarks &marks)
{
    return marks.frame + QByteArrayLiteral(" begin\n");
}
QByteArray endLine(const ScriptMarks &marks)
{
    return '\n' + marks.frame + QByteArrayLiteral(" end ");
}

Error damaged(const QString &cause)
{
    return Error{Error::Kind::Protocol, {}, cause, Text::tr("Nothing of the answer was used. Try again"), {}};
}

struct Trailer {
    std::optional<int> exitCode;
    std::optional<qint64> length;
    QByteArray hash;
};

/// "xEXITCODE LENGTH SHA256 - ." with the first three in any order: they come from three processes.
std::optional<Trailer> parsedTrailer(QByteArrayView line)
{
    if (!line.endsWith(" ."))
        return {};
    Trailer trailer;
    for (const QByteArray &word : line.toByteArray().split(' ')) {
        bool ok = false;
        if (word.startsWith('x')) {
            if (const int code = word.mid(1).toInt(&ok); ok)
                trailer.exitCode = code;
        } else if (word.size() == 64) {
            trailer.hash = word;
        } else if (const qint64 length = word.toLongLong(&ok); ok) {
            trailer.length = length;
        }
    }
    if (!trailer.exitCode || !trailer.length || trailer.hash.isEmpty())
        return {};
    return trailer;
}

} // namespace

ScriptMarks ScriptMarks::create()
{
    return {"gwframe-" + random(), "gwready-" + random(), "gwask-" + random()};
}

QByteArray bootstrapLine(Elevation::Method method, bool terminal, const ScriptMarks &marks,
                         std::chrono::milliseconds remoteLimit)
{
    const bool asks = method == Elevation::Method::SudoPassword || method == Elevation::Method::DoasPassword;
    QByteArray first = terminal ? unlimited : limited;
    first += alreadyRoot;
    switch (method) {
    case Elevation::Method::Automatic: first += automatic; break;
    case Elevation::Method::None: first += asIs; break;
    case Elevation::Method::SudoPassword: first += terminal ? sudoAsksOnTerminal : sudoAsks; break;
    case Elevation::Method::DoasPassword: first += doasAsks; break;
    }
    first = filled(first, "%LIMIT%", QByteArray::number(qint64(remoteLimit.count() / 1000 + 5)));
    first = filled(first, "%PROMPT%", marks.prompt);
    first = filled(first, "%MARK%", marks.prompt);

    QByteArray second = environment;
    if (terminal)
        second += rawTerminal;
    else if (asks)
        second += readyOnError;
    second = filled(second, "%READY%", marks.ready) + stageTwo;
    return "/usr/bin/env LC_ALL=C /bin/sh -c '" + first + "' gw '" + second + '\'';
}

QByteArray bootstrapInput(const QByteArray &script, const ScriptMarks &marks)
{
    return marks.frame + ' ' + QByteArray::number(script.size()) + ' ' +
           QCryptographicHash::hash(script, QCryptographicHash::Sha256).toHex() + '\n' + script;
}

Result<ScriptAnswer> unframed(QByteArrayView printed, const ScriptMarks &marks)
{
    const QByteArray begin = beginLine(marks);
    const qsizetype beginAt = printed.indexOf(begin);
    if (beginAt < 0) {
        const auto says = [&](const QByteArray &word) {
            return printed.contains(QByteArray(marks.frame + ' ' + word));
        };
        if (says("nohash"))
            return Error{Error::Kind::Unsupported,
                         {},
                         Text::tr("The server has no sha256sum, openssl or shasum"),
                         Text::tr("Install coreutils there"),
                         {}};
        if (says("noproc"))
            return Error{Error::Kind::Unsupported,
                         {},
                         Text::tr("/proc is not usable on the server"),
                         Text::tr("Mount /proc there"),
                         {}};
        if (says("damaged"))
            return Error{Error::Kind::Protocol,
                         {},
                         Text::tr("The script arrived damaged and was not started"),
                         Text::tr("Nothing was done on the server. Try again"),
                         {}};
        return damaged(Text::tr("The answer does not begin as it should"));
    }
    const QByteArrayView body = printed.sliced(beginAt + begin.size());
    const QByteArray end = endLine(marks);
    const qsizetype endAt = body.lastIndexOf(end);
    if (endAt < 0)
        return damaged(Text::tr("The answer ends before its end mark"));
    const QByteArrayView rest = body.sliced(endAt + end.size());
    const qsizetype lineEnd = rest.indexOf('\n');
    const auto trailer = lineEnd < 0 ? std::nullopt : parsedTrailer(rest.first(lineEnd));
    if (!trailer)
        return damaged(Text::tr("The end mark of the answer is incomplete"));
    ScriptAnswer answer{*trailer->exitCode, body.first(endAt).toByteArray()};
    if (answer.out.size() != *trailer->length)
        return damaged(Text::tr("%1 bytes came where the server sent %2").arg(answer.out.size()).arg(*trailer->length));
    if (QCryptographicHash::hash(answer.out, QCryptographicHash::Sha256).toHex() != trailer->hash)
        return damaged(Text::tr("The answer does not match the SHA-256 the server states"));
    return answer;
}

FrameProgress::FrameProgress(const ScriptMarks &marks, const Shell::Progress &progress)
    : m_begin(beginLine(marks)), m_end(endLine(marks)), m_progress(progress)
{
}

void FrameProgress::receive(QByteArrayView bytes)
{
    if (m_state == State::After)
        return;
    m_held.append(bytes.data(), bytes.size());
    if (m_state == State::Before) {
        const qsizetype at = m_held.indexOf(m_begin);
        if (at < 0) {
            m_held = m_held.last(std::min(m_held.size(), m_begin.size() - 1));
            return;
        }
        m_held = m_held.sliced(at + m_begin.size());
        m_state = State::Inside;
    }
    qsizetype certain = m_held.indexOf(m_end);
    if (certain >= 0)
        m_state = State::After;
    else // hold back only what may be the beginning of the end mark
        for (certain = std::max<qsizetype>(0, m_held.size() - m_end.size() + 1); certain < m_held.size(); ++certain)
            if (m_end.startsWith(QByteArrayView(m_held).sliced(certain)))
                break;
    if (certain > 0)
        m_progress(QByteArrayView(m_held).first(certain));
    m_held = m_held.sliced(certain);
}

} // namespace gw
