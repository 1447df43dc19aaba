// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/inifile.h"

namespace gw {
namespace {

bool isHeader(const QByteArray &line)
{
    return line.startsWith('[') && line.contains(']');
}

bool goesOn(const QByteArray &line)
{
    return (line.startsWith(' ') || line.startsWith('\t')) && !line.trimmed().isEmpty();
}

bool isComment(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    return text.startsWith('#') || text.startsWith(';');
}

/// Where NAME ends; -1: no such line.
qsizetype equalsSign(const QByteArray &line)
{
    if (isComment(line) || isHeader(line))
        return -1;
    const qsizetype equals = line.indexOf('=');
    const qsizetype colon = line.indexOf(':');
    return equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
}

QByteArray withoutComment(const QByteArray &value)
{
    for (qsizetype i = 1; i < value.size(); ++i) {
        if (value[i] == ';' && (value[i - 1] == ' ' || value[i - 1] == '\t'))
            return value.left(i).trimmed();
    }
    return value.trimmed();
}

} // namespace

IniFile::IniFile(const QByteArray &content)
{
    for (qsizetype start = 0; start < content.size();) {
        const qsizetype end = content.indexOf('\n', start);
        const qsizetype next = end < 0 ? content.size() : end + 1;
        m_lines.append(content.mid(start, next - start));
        start = next;
    }
    if (!m_lines.isEmpty() && m_lines.first().endsWith("\r\n"))
        m_ending = "\r\n";
}

qsizetype IniFile::headerOf(const QByteArray &section) const
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (isHeader(m_lines[i]) && m_lines[i].mid(1, m_lines[i].indexOf(']') - 1).trimmed() == section)
            return i;
    }
    return -1;
}

std::optional<IniFile::Place> IniFile::placeOf(const QByteArray &section, const QByteArray &key) const
{
    const qsizetype header = headerOf(section);
    if (header < 0)
        return std::nullopt;
    std::optional<Place> found;
    for (qsizetype i = header + 1; i < m_lines.size() && !isHeader(m_lines[i]); ++i) {
        const qsizetype equals = equalsSign(m_lines[i]);
        if (goesOn(m_lines[i]) || equals < 0 || m_lines[i].left(equals).trimmed().toLower() != key)
            continue;
        found = Place{i, i + 1}; // the last one counts
        while (found->end < m_lines.size() && goesOn(m_lines[found->end]))
            ++found->end;
    }
    return found;
}

std::optional<QByteArray> IniFile::value(const QByteArray &section, const QByteArray &key) const
{
    const auto place = placeOf(section, key);
    if (!place)
        return std::nullopt;
    QByteArrayList parts{withoutComment(m_lines[place->first].mid(equalsSign(m_lines[place->first]) + 1))};
    for (qsizetype i = place->first + 1; i < place->end; ++i) {
        if (!isComment(m_lines[i]))
            parts.append(withoutComment(m_lines[i]));
    }
    parts.removeAll(QByteArray());
    return parts.join(' ');
}

void IniFile::set(const QByteArray &section, const QByteArray &key, const QByteArray &value)
{
    if (const auto place = placeOf(section, key)) {
        const QByteArray &line = m_lines[place->first];
        qsizetype start = equalsSign(line) + 1;
        while (start < line.size() && (line[start] == ' ' || line[start] == '\t'))
            ++start;
        m_lines[place->first] = line.left(start) + value + m_ending;
        m_lines.remove(place->first + 1, place->end - place->first - 1);
        return;
    }
    if (!m_lines.isEmpty() && !m_lines.last().endsWith('\n'))
        m_lines.last() += m_ending;
    qsizetype header = headerOf(section);
    if (header < 0) {
        if (!m_lines.isEmpty())
            m_lines.append(m_ending);
        header = m_lines.size();
        m_lines.append('[' + section + ']' + m_ending);
    }
    // Below what the section says already, above the blank lines before the next one.
    qsizetype end = header + 1;
    while (end < m_lines.size() && !isHeader(m_lines[end]))
        ++end;
    while (end > header + 1 && (m_lines[end - 1].trimmed().isEmpty() || isComment(m_lines[end - 1])))
        --end;
    // As the lines above it are written.
    const bool isTight = end > header + 1 && !m_lines[end - 1].contains(" =") && m_lines[end - 1].contains('=');
    m_lines.insert(end, key + (isTight ? "=" : " = ") + value + m_ending);
}

} // namespace gw
