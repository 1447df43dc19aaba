// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/sshdworkingcopy.h"

#include "backend/base/quoting.h"
#include "backend/plan/intents/planmaker.h"
#include "backend/sshd/edit.h"
#include "backend/sshd/patterns.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {

const char *const sshdDropInName = "00-gatewright.conf";

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

constexpr char header[] =
    "# Written by Gatewright. sshd reads this file before the others of its folder, and the first value counts.\n";

QByteArray folderOf(const QByteArray &path)
{
    return path.first(path.lastIndexOf('/') + 1);
}

/// Where a drop-in of ours would be read; nothing where the main file includes no folder for everybody.
std::optional<RemotePath> dropInOf(const SshdFile &main, const SshdVersion &version)
{
    if (version.isKnown() && !version.isAtLeast(8, 2)) // Include came with 8.2
        return std::nullopt;
    for (const SshdLine &line : main.lines) {
        const bool includes = line.kind == SshdLine::Kind::Directive &&
                              line.keyword.compare(QLatin1String("include"), Qt::CaseInsensitive) == 0;
        if (!includes || line.match >= 0)
            continue;
        for (const QByteArray &written : line.arguments) {
            const QByteArray pattern = written.startsWith('/') ? written : "/etc/ssh/" + written;
            const QByteArray path = folderOf(pattern) + sshdDropInName;
            if (path != pattern && sshdMatchesGlob(path, pattern))
                return RemotePath(path);
        }
    }
    return std::nullopt;
}

SshdVersion versionOf(const Facts &facts)
{
    return SshdVersion::parse(facts.sshd->version.raw());
}

QList<RemotePath> knownFiles(const SshdFacts &sshd)
{
    QList<RemotePath> paths;
    for (const FileFact &file : sshd.files) {
        if (!paths.contains(file.path))
            paths.append(file.path);
    }
    return paths;
}

/// Before 8.7 ChallengeResponseAuthentication was a switch of its own beside KbdInteractiveAuthentication.
bool areTwoSwitches(const SshdVersion &version)
{
    return version.isKnown() && !version.isAtLeast(8, 7);
}

} // namespace

QList<RemotePath> SshdWorkingCopy::filesFor(const Facts &facts)
{
    if (!facts.sshd)
        return {};
    QList<RemotePath> paths = knownFiles(*facts.sshd);
    for (const FileFact &file : facts.sshd->files) {
        if (file.path != facts.sshd->mainFile)
            continue;
        const auto dropIn = dropInOf(SshdFile::parse(file.path, file.content), versionOf(facts));
        if (dropIn && !paths.contains(*dropIn))
            paths.append(*dropIn);
        break;
    }
    return paths;
}

Result<SshdWorkingCopy> SshdWorkingCopy::open(const Facts &facts, const FileStates &states)
{
    if (!facts.sshd)
        return invalidIntent(triedSshd(), Text::tr("sshd: %1").arg(facts.sshd.gap().text()));
    SshdWorkingCopy copy;
    copy.m_version = versionOf(facts);
    copy.m_mainFile = facts.sshd->mainFile;
    if (!states.value(copy.m_mainFile).exists())
        return invalidIntent(triedSshd(), Text::tr("%1 was not read").arg(copy.m_mainFile.shown()));
    copy.m_dropInAttributes.mode = states.value(copy.m_mainFile).attributes.mode & 0644;
    for (const RemotePath &path : filesFor(facts)) {
        const FileState state = states.value(path);
        if (!state.exists())
            continue;
        copy.m_files.insert(path, SshdFile::parse(path, state.content));
        copy.m_read.insert(path, state.content);
    }
    const auto dropIn = dropInOf(copy.m_files[copy.m_mainFile], copy.m_version);
    if (dropIn && states.contains(*dropIn))
        copy.m_dropIn = dropIn;
    copy.m_before = copy.config();
    return copy;
}

SshdConfig SshdWorkingCopy::config() const
{
    return SshdConfig::read(m_files.values(), m_mainFile, m_version);
}

Result<QByteArray> SshdWorkingCopy::nameOf(const QString &keyword) const
{
    const SshdKeyword *known = sshdCanonicalKeyword(keyword);
    const bool isSetting = known && known->value != SshdKeyword::Value::Block &&
                           (known->kind == SshdKeyword::Kind::Current || known->kind == SshdKeyword::Kind::Vendor);
    if (!isSetting)
        return invalidIntent(triedSshd(), Text::tr("%1 is no setting of sshd").arg(keyword));
    for (const SshdKeyword &old : sshdKeywords()) {
        const bool isItsName = old.kind == SshdKeyword::Kind::Alias && qstrcmp(old.instead, known->name) == 0;
        if (isItsName && m_version.isKnown() && m_version.release < old.since)
            return QByteArray(old.name);
    }
    if (m_version.isKnown() && m_version.release < known->since) {
        return invalidIntent(triedSshd(), Text::tr("%1 does not know %2: it came with OpenSSH %3.%4")
                                              .arg(m_version.shown(), QLatin1String(known->name))
                                              .arg(known->since.major)
                                              .arg(known->since.minor));
    }
    return QByteArray(known->name);
}

QList<SshdSetting> SshdWorkingCopy::globalLines(const QByteArray &name) const
{
    const SshdKeyword *keyword = sshdCanonicalKeyword(QString::fromLatin1(name));
    const QString printed = sshdPrintedName(*keyword);
    QList<SshdSetting> lines;
    for (const SshdSetting &setting : config().settingsOf(printed)) {
        const bool isNamed = setting.written.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
        const bool isOther =
            printed == QLatin1String("kbdinteractiveauthentication") && areTwoSwitches(m_version) && !isNamed;
        const bool isKnown = std::any_of(lines.cbegin(), lines.cend(), [&](const SshdSetting &each) {
            return each.origin == setting.origin; // a file may be included twice
        });
        if (!isOther && !isKnown && (setting.isGlobal() || setting.isAlways()))
            lines.append(setting);
    }
    return lines;
}

std::optional<SshdSetting> SshdWorkingCopy::decidingLine(const QByteArray &name) const
{
    const SshdKeyword *keyword = sshdCanonicalKeyword(QString::fromLatin1(name));
    const QList<SshdSetting> lines = globalLines(name);
    QList<SshdSetting> always;
    std::copy_if(lines.cbegin(), lines.cend(), std::back_inserter(always), std::mem_fn(&SshdSetting::isAlways));
    // What stands in "Match all" is read for each connection and wins over what is global.
    const bool useAlways = !always.isEmpty() && keyword->scope == SshdKeyword::Scope::All;
    const QList<SshdSetting> &chosen = useAlways ? always : lines;
    if (chosen.isEmpty())
        return std::nullopt;
    return keyword->merge == SshdKeyword::Merge::Last ? chosen.last() : chosen.first();
}

void SshdWorkingCopy::edit(const QString &reason, const std::function<void()> &change)
{
    const QMap<RemotePath, SshdFile> unchanged = m_files;
    change();
    for (const SshdFile &file : std::as_const(m_files)) {
        const bool changed = !unchanged.contains(file.path) || unchanged[file.path].printed() != file.printed();
        if (changed && !m_reasons[file.path].contains(reason))
            m_reasons[file.path].append(reason);
    }
}

QByteArray SshdWorkingCopy::verification() const
{
    QByteArrayList parts;
    if (!m_expected.isEmpty()) {
        QByteArray patterns;
        for (const QByteArray &line : m_expected)
            patterns += " -e " + *quoted(line);
        if (m_expected.size() == 1)
            parts.append("sshd -T | grep -qxF" + patterns);
        else
            parts.append("[ \"$(sshd -T | grep -cxF" + patterns + ")\" = " + QByteArray::number(m_expected.size()) +
                         " ]");
    }
    for (const QByteArray &test : m_tests)
        parts.append("sshd -T | " + test);
    return parts.join(" && ");
}

void SshdWorkingCopy::set(const QByteArray &name, const QByteArrayList &lines)
{
    const SshdKeyword *keyword = sshdCanonicalKeyword(QString::fromLatin1(name));
    if (keyword->merge != SshdKeyword::Merge::Append) {
        setOnce(name, lines.first());
        return;
    }
    QList<SshdSetting> there = globalLines(name);
    for (qsizetype i = 0; i < lines.size() && i < there.size(); ++i) {
        if (there[i].arguments.join(' ') != lines[i])
            fileOf(there[i].origin) = sshdWithArguments(fileOf(there[i].origin), there[i].origin.line, lines[i]);
    }
    for (qsizetype i = there.size(); i > lines.size(); --i) // from below, so that the numbers hold
        removeLine(globalLines(name)[i - 1].origin);
    for (qsizetype i = there.size(); i < lines.size(); ++i)
        append(name, lines[i]);
}

void SshdWorkingCopy::setOnce(const QByteArray &name, const QByteArray &arguments)
{
    const auto edit = [&](const SshdSetting &line) {
        fileOf(line.origin) = sshdWithArguments(fileOf(line.origin), line.origin.line, arguments);
    };
    const auto isOwn = [this](const std::optional<SshdSetting> &line) {
        return line && m_dropIn && line->origin.file == *m_dropIn;
    };
    const auto deciding = decidingLine(name);
    if (isOwn(deciding)) {
        edit(*deciding);
        return;
    }
    if (m_dropIn) {
        const QMap<RemotePath, SshdFile> unchanged = m_files;
        const QList<SshdSetting> lines = globalLines(name);
        const auto own = std::find_if(lines.cbegin(), lines.cend(), isOwn);
        if (own != lines.cend())
            edit(*own);
        else
            addLine(name, arguments);
        if (isOwn(decidingLine(name)))
            return;
        m_files = unchanged;
    }
    if (deciding)
        edit(*deciding);
    else
        addLine(name, arguments);
}

void SshdWorkingCopy::addLine(const QByteArray &name, const QByteArray &arguments)
{
    const RemotePath path = m_dropIn.value_or(m_mainFile);
    if (!m_files.contains(path))
        m_files.insert(path, SshdFile::parse(path, header));
    m_files[path] = sshdWithGlobalLine(m_files[path], name, arguments);
}

void SshdWorkingCopy::append(const QByteArray &name, const QByteArray &arguments)
{
    const QList<SshdSetting> lines = globalLines(name);
    if (lines.isEmpty()) {
        addLine(name, arguments);
        return;
    }
    SshdFile &file = fileOf(lines.last().origin);
    file = sshdWithLineBelow(file, lines.last().origin.line, arguments);
}

void SshdWorkingCopy::removeLine(const SshdOrigin &origin)
{
    fileOf(origin) = sshdWithoutLine(fileOf(origin), origin.line);
}

void SshdWorkingCopy::clear(const QByteArray &name)
{
    QList<SshdSetting> lines = globalLines(name);
    QList<SshdSetting> own;
    std::copy_if(lines.cbegin(), lines.cend(), std::back_inserter(own),
                 [this](const SshdSetting &line) { return m_dropIn && line.origin.file == *m_dropIn; });
    if (!own.isEmpty())
        lines = own;
    // From below, so that the numbers hold.
    std::sort(lines.begin(), lines.end(),
              [](const SshdSetting &a, const SshdSetting &b) { return a.origin.line > b.origin.line; });
    for (const SshdSetting &line : std::as_const(lines))
        removeLine(line.origin);
}

QList<SshdWorkingCopy::Edited> SshdWorkingCopy::edited() const
{
    QList<Edited> edited;
    for (const SshdFile &file : m_files) {
        const QByteArray content = file.printed();
        const auto read = m_read.constFind(file.path);
        if (read != m_read.cend() && *read == content)
            continue;
        const bool isEmpty = m_dropIn && file.path == *m_dropIn && content == header;
        if (!isEmpty || read != m_read.cend())
            edited.append({file.path, content, isEmpty, m_reasons.value(file.path).join(QLatin1String("; "))});
    }
    return edited;
}

} // namespace gw
