// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/sections.h"

namespace gw {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// What programs say when only root may ask.
bool saysNeedsRoot(QByteArrayView said)
{
    for (const char *words : {"ermission denied", "peration not permitted", "must be root", "need to be root",
                              "root privileges", "uthorization failed", "superuser", "no hostkeys available"}) {
        if (said.contains(words))
            return true;
    }
    return false;
}

/// The last line that says something, for people.
UntrustedText complaint(QByteArrayView said)
{
    constexpr qsizetype longest = 2000;
    if (said.size() > longest)
        said = said.last(longest);
    const QList<QByteArrayView> lines = linesOf(said);
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        if (const QByteArrayView line = lines[i].trimmed(); !line.isEmpty())
            return untrusted(line);
    }
    return {};
}

} // namespace

QList<QByteArrayView> linesOf(QByteArrayView text)
{
    QList<QByteArrayView> lines = partsOf(text, '\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    for (QByteArrayView &line : lines) {
        if (line.endsWith('\r'))
            line.chop(1);
    }
    return lines;
}

QList<QByteArrayView> wordsOf(QByteArrayView line)
{
    QList<QByteArrayView> words;
    qsizetype at = 0;
    while (at < line.size()) {
        while (at < line.size() && isBlank(line[at]))
            ++at;
        const qsizetype start = at;
        while (at < line.size() && !isBlank(line[at]))
            ++at;
        if (at > start)
            words.append(line.sliced(start, at - start));
    }
    return words;
}

QList<QByteArrayView> partsOf(QByteArrayView text, char separator)
{
    QList<QByteArrayView> parts;
    if (text.isEmpty())
        return parts;
    qsizetype start = 0;
    for (qsizetype end; (end = text.indexOf(separator, start)) >= 0; start = end + 1)
        parts.append(text.sliced(start, end - start));
    parts.append(text.sliced(start));
    return parts;
}

QHash<QByteArray, QByteArray> valuesOf(QByteArrayView text)
{
    QHash<QByteArray, QByteArray> values;
    for (const QByteArrayView line : linesOf(text)) {
        const qsizetype equals = line.indexOf('=');
        if (equals <= 0)
            continue;
        const QByteArray key = line.first(equals).toByteArray();
        if (!values.contains(key))
            values.insert(key, line.sliced(equals + 1).toByteArray());
    }
    return values;
}

QByteArrayView restAfterBlank(QByteArrayView text)
{
    const qsizetype blank = text.indexOf(' ');
    return blank < 0 ? QByteArrayView() : text.sliced(blank + 1);
}

Sections::Sections(const SurveyAnswer &answer)
{
    for (const SurveySection &section : answer.sections) {
        if (!m_byName.contains(section.name))
            m_byName.insert(section.name, &section);
        if (const qsizetype blank = section.name.indexOf(' '); blank > 0)
            m_groups[section.name.left(blank)].append(&section);
    }
    if (const SurveySection *access = find("access"))
        m_asRoot = valuesOf(access->content).value("uid") == "0";
    for (const char *name : {"sshd.stat", "keys.stat", "files.stat"})
        readStats(name);
}

/// "600 root root /etc/ssh/sshd_config"
void Sections::readStats(const QByteArray &name)
{
    const SurveySection *section = find(name);
    if (!section)
        return;
    for (const QByteArrayView line : linesOf(section->content)) {
        const QList<QByteArrayView> words = wordsOf(line);
        if (words.size() < 4)
            continue;
        const QByteArray path = line.sliced(words[3].data() - line.data()).toByteArray();
        m_stats.insert(path, Stat{words[0].toInt(nullptr, 8) & 07777, untrusted(words[1]), untrusted(words[2])});
    }
}

const SurveySection *Sections::find(const QByteArray &name) const
{
    return m_byName.value(name, nullptr);
}

std::optional<Gap> Sections::gapOf(const SurveySection *section) const
{
    if (!section)
        return Gap{Gap::Reason::NotAsked, {}};
    if (section->timedOut)
        return Gap{Gap::Reason::TimedOut, complaint(section->content)};
    if (section->truncated)
        return Gap{Gap::Reason::TooLarge, {}};
    switch (section->exitCode) {
    case 0: return std::nullopt;
    case 126: return Gap{Gap::Reason::NeedsRoot, complaint(section->content)};
    case 127: return Gap{Gap::Reason::NotInstalled, complaint(section->content)};
    default: break;
    }
    const bool needsRoot = !m_asRoot && saysNeedsRoot(section->content);
    return Gap{needsRoot ? Gap::Reason::NeedsRoot : Gap::Reason::Failed, complaint(section->content)};
}

FileFact fileOf(const Sections &sections, const SurveySection &section)
{
    FileFact file;
    file.path = pathOf(section);
    file.content = section.content;
    const Stat stat = sections.statOf(file.path.bytes());
    file.mode = stat.mode;
    file.owner = stat.owner;
    file.group = stat.group;
    return file;
}

QList<FileFact> filesFrom(const Sections &sections, const QByteArray &group)
{
    QList<FileFact> files;
    for (const SurveySection *section : sections.all(group)) {
        if (!sections.gapOf(section))
            files.append(fileOf(sections, *section));
    }
    return files;
}

} // namespace gw
