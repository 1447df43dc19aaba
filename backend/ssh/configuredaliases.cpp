// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/route.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <glob.h>

namespace gw {
namespace {

constexpr int deepestInclude = 16; // READCONF_MAX_DEPTH of OpenSSH
constexpr int mostFiles = 256;
constexpr qint64 largestFile = 1024 * 1024;

/// The words of a line: separated by blanks or one '=', "…" keeps blanks together.
QStringList words(const QString &line)
{
    QStringList out;
    QString word;
    bool inQuotes = false, any = false;
    for (const QChar c : line) {
        if (c == u'"') {
            inQuotes = !inQuotes;
            any = true;
        } else if (!inQuotes && (c.isSpace() || (c == u'=' && out.isEmpty()))) {
            if (any)
                out += word;
            word.clear();
            any = false;
        } else {
            if (!inQuotes && c == u'#' && !any)
                break;
            word += c;
            any = true;
        }
    }
    if (any)
        out += word;
    return out;
}

QStringList filesOf(QString pattern, const QString &folder)
{
    if (pattern.startsWith(u"~/"))
        pattern.replace(0, 1, QDir::homePath());
    else if (!pattern.startsWith(u'/'))
        pattern.prepend(folder + u'/');
    glob_t found{};
    QStringList out;
    if (::glob(QFile::encodeName(pattern).constData(), 0, nullptr, &found) == 0)
        for (size_t i = 0; i < found.gl_pathc && out.size() < mostFiles; ++i)
            out += QFile::decodeName(found.gl_pathv[i]);
    ::globfree(&found);
    return out;
}

class Reader {
public:
    explicit Reader(QString folder) : m_folder(std::move(folder)) {}

    void read(const QString &path, int depth = 0)
    {
        QFile file(path);
        if (depth > deepestInclude || ++m_files > mostFiles || !QFileInfo(path).isFile() ||
            !file.open(QIODevice::ReadOnly))
            return;
        for (const QString &line : QString::fromUtf8(file.read(largestFile)).split(u'\n')) {
            const QStringList all = words(line);
            const QString keyword = all.value(0).toLower();
            for (const QString &argument : all.mid(1)) {
                if (keyword == u"host")
                    add(argument);
                else if (keyword == u"include")
                    for (const QString &included : filesOf(argument, m_folder))
                        read(included, depth + 1);
            }
        }
    }

    QStringList aliases;

private:
    void add(const QString &pattern)
    {
        if (!pattern.contains(u'*') && !pattern.contains(u'?') && !aliases.contains(pattern) && Target::parse(pattern))
            aliases += pattern;
    }

    QString m_folder; ///< that relative includes start from
    int m_files = 0;
};

} // namespace

QStringList configuredAliases(const QString &configFile)
{
    const QString userFolder = QDir::homePath() + QStringLiteral("/.ssh");
    Reader reader(userFolder);
    reader.read(configFile.isEmpty() ? userFolder + QStringLiteral("/config") : configFile);
    return reader.aliases;
}

} // namespace gw
