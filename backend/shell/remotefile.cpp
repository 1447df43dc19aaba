// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/remotefile.h"

#include "backend/base/untrustedtext.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RemoteFile)
};

// %s size, %Y mtime, %i inode: the same before and after means that nobody wrote meanwhile. One line of facts, then the
// path ended by NUL (a path may hold line breaks), then the bytes. `stat -c` is in coreutils and busybox.
constexpr char reader[] = R"sh(
r=$(readlink -f -- "$1" && echo x) || exit 44; r=${r%?x}
[ -e "$r" ] || exit 44
[ -f "$r" ] || exit 45
[ -r "$r" ] || exit 46
before=$(stat -c '%s %Y %a %U %G %i' -- "$r") || exit 47
set -- "$2" "$r" $before
[ "$3" -le "$1" ] || exit 48
printf '%s\n%s\000' "$before" "$r"
head -c "$3" <"$r" || exit 47
[ "$(stat -c '%s %Y %a %U %G %i' -- "$r")" = "$before" ] || exit 49
)sh";

Error cannot(const RemotePath &path, Error::Kind kind, const QString &cause, const QString &advice = {})
{
    return Error{kind, Text::tr("Read %1").arg(path.shown()), cause, advice, {}};
}

std::optional<Error> refusal(const RemotePath &path, qint64 limit, const Output &output)
{
    switch (output.exitCode) {
    case 0: return {};
    case 44: return cannot(path, Error::Kind::Failed, Text::tr("There is no such file"));
    case 45: return cannot(path, Error::Kind::Unsupported, Text::tr("It is not a regular file"));
    case 46:
        return cannot(path, Error::Kind::Failed, Text::tr("This user may not read it"), Text::tr("Read it as root"));
    case 48: return cannot(path, Error::Kind::TooLarge, Text::tr("It is larger than %1").arg(shownSize(limit)));
    case 49: return cannot(path, Error::Kind::Failed, Text::tr("It changed while it was read"), Text::tr("Try again"));
    default: return cannot(path, Error::Kind::Failed, UntrustedText::fromBytes(output.err.trimmed()).shown());
    }
}

} // namespace

Result<RemoteFile> readFile(Shell &shell, const RemotePath &path, qint64 limit, const Elevation &elevation,
                            std::stop_token stop)
{
    Script script;
    script.text = reader;
    script.arguments = {path.bytes(), QByteArray::number(limit)};
    script.outputLimit = limit + 64 * 1024;
    const Output output = GW_TRY(runScript(shell, script, elevation, stop));
    if (auto error = refusal(path, limit, output))
        return std::move(*error);

    const qsizetype lineEnd = output.out.indexOf('\n');
    const qsizetype nameEnd = output.out.indexOf('\0');
    const QByteArrayList facts = output.out.left(lineEnd).split(' ');
    if (lineEnd < 0 || nameEnd < lineEnd || facts.size() != 6)
        return cannot(path, Error::Kind::Protocol, Text::tr("The answer cannot be read"));
    RemoteFile file;
    file.realPath = RemotePath(output.out.mid(lineEnd + 1, nameEnd - lineEnd - 1));
    file.content = output.out.mid(nameEnd + 1);
    file.modified = facts[1].toLongLong();
    file.mode = facts[2].toUInt(nullptr, 8);
    file.owner = facts[3];
    file.group = facts[4];
    if (file.content.size() != facts[0].toLongLong())
        return cannot(path, Error::Kind::Failed, Text::tr("It changed while it was read"), Text::tr("Try again"));
    return file;
}

} // namespace gw
