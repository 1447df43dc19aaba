// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/guardanswer.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FileStates)
};

constexpr qint64 mostBytes = 64LL * 1024 * 1024; ///< of all files together

// One line for each path: "WHAT MODE :OWNER :GROUP :LINK :CONTENT". Where size, mtime or inode differ before and after,
// somebody wrote meanwhile. Owners without a name are numbers, as for the guard.
constexpr char reader[] = R"sh(limit=$1
shift
text() { printf : && base64 | tr -d '\n'; }
fact() { stat -L -c "$1" -- "$path" 2>/dev/null; }
named() { case $1 in UNKNOWN) printf %s "$2" ;; *) printf %s "$1" ;; esac | text; }
for path; do
    kind=file link=:
    if [ -L "$path" ]; then
        kind=link
        link=$(readlink -n -- "$path" | text)
    fi
    if [ ! -e "$path" ]; then
        [ $kind = link ] && echo "dangling 0 : : $link :" || echo 'missing 0 : : : :'
    elif [ ! -f "$path" ]; then
        echo 'irregular 0 : : : :'
    elif [ ! -r "$path" ]; then
        echo 'unreadable 0 : : : :'
    elif [ "$(fact %s)" -gt "$limit" ]; then
        echo 'large 0 : : : :'
    else
        before=$(fact '%s %Y %i')
        content=$(head -c "$limit" -- "$path" | text)
        if [ "$(fact '%s %Y %i')" = "$before" ]; then
            echo "$kind $(fact %a) $(named "$(fact %U)" "$(fact %u)") $(named "$(fact %G)" "$(fact %g)") $link $content"
        else
            echo 'changed 0 : : : :'
        fi
    fi
done
)sh";

Error cannot(const RemotePath &path, Error::Kind kind, const QString &cause, const QString &advice = {})
{
    return Error{kind, Text::tr("Read %1").arg(path.shown()), cause, advice, {}};
}

Result<FileState> stateIn(const RemotePath &path, const QByteArray &line, qint64 limit)
{
    const QByteArrayList words = line.split(' ');
    const QByteArray &what = words[0];
    if (what == "irregular")
        return cannot(path, Error::Kind::Unsupported, Text::tr("It is not a regular file"));
    if (what == "unreadable")
        return cannot(path, Error::Kind::Failed, Text::tr("This user may not read it"), Text::tr("Read it as root"));
    if (what == "large")
        return cannot(path, Error::Kind::TooLarge, Text::tr("It is larger than %1").arg(shownSize(limit)));
    if (what == "changed")
        return cannot(path, Error::Kind::Failed, Text::tr("It changed while it was read"), Text::tr("Try again"));
    const Error unreadable = cannot(path, Error::Kind::Protocol, Text::tr("The answer cannot be read"));
    static const QMap<QByteArray, FileState::Kind> kinds{{"missing", FileState::Kind::Missing},
                                                         {"file", FileState::Kind::Regular},
                                                         {"link", FileState::Kind::Link},
                                                         {"dangling", FileState::Kind::Link}};
    if (words.size() != 6 || !kinds.contains(what))
        return unreadable;
    QList<QByteArray> texts;
    for (const QByteArray &word : words.sliced(2)) {
        const auto text = decodedWord(word);
        if (!text)
            return unreadable;
        texts.append(*text);
    }
    FileState state;
    state.kind = kinds[what];
    state.linkTarget = texts[2];
    if (what == "missing" || what == "dangling")
        return state;
    bool isMode = false;
    state.attributes = {words[1].toUInt(&isMode, 8), texts[0], texts[1]};
    state.content = texts[3];
    if (!isMode || texts[0].isEmpty() || texts[1].isEmpty() || state.content.size() > limit)
        return unreadable;
    return state;
}

} // namespace

Result<FileStates> readFileStates(Shell &shell, const QList<RemotePath> &paths, const Elevation &elevation,
                                  std::stop_token stop, qint64 limit)
{
    FileStates states;
    if (paths.isEmpty())
        return states;
    Script script;
    script.text = reader;
    script.arguments = {QByteArray::number(limit)};
    for (const RemotePath &path : paths)
        script.arguments.append(path.bytes());
    script.outputLimit = mostBytes;
    const Output output = GW_TRY(runScript(shell, script, elevation, std::move(stop)));
    const QByteArrayList lines = output.out.split('\n');
    if (output.exitCode != 0 || lines.size() != paths.size() + 1)
        return cannot(paths.first(), Error::Kind::Protocol, Text::tr("The answer cannot be read"));
    for (qsizetype i = 0; i < paths.size(); ++i)
        states.insert(paths[i], GW_TRY(stateIn(paths[i], lines[i], limit)));
    return states;
}

} // namespace gw
