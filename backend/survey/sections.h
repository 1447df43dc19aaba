// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/survey/survey.h"

#include <QHash>
#include <QSet>
#include <optional>

namespace gw {

// Reading what a server printed: views into the answer, linear time, never more than is there.

QList<QByteArrayView> linesOf(QByteArrayView text); ///< without their ends; a last empty one is left out
QList<QByteArrayView> wordsOf(QByteArrayView line); ///< separated by blanks
QList<QByteArrayView> partsOf(QByteArrayView text, char separator); ///< empty ones stay
/// "key=value" lines; the first of a key holds.
QHash<QByteArray, QByteArray> valuesOf(QByteArrayView text);
/// What stands after the first blank: "file /etc/passwd" gives "/etc/passwd".
QByteArrayView restAfterBlank(QByteArrayView text);
inline UntrustedText untrusted(QByteArrayView bytes)
{
    return UntrustedText::fromBytes(bytes);
}

/// Permission bits and owner of a file, as stat printed them.
struct Stat {
    int mode = 0; ///< 0: not asked
    UntrustedText owner;
    UntrustedText group;
};

/// The sections of an answer by name.
class Sections {
public:
    explicit Sections(const SurveyAnswer &answer);

    /// Null: was not asked.
    const SurveySection *find(const QByteArray &name) const;
    /// Those called "GROUP …", in the order of the answer: files, users.
    QList<const SurveySection *> all(const QByteArray &group) const { return m_groups.value(group); }
    bool has(const QByteArray &group) const { return m_groups.contains(group); }
    Stat statOf(const QByteArray &path) const { return m_stats.value(path); }
    bool asRoot() const { return m_asRoot; }

    /// Why a section says nothing that can be used; nothing: it does.
    std::optional<Gap> gapOf(const SurveySection *section) const;
    std::optional<Gap> gapOf(const QByteArray &name) const { return gapOf(find(name)); }

    /// The section read by `read`, or its gap.
    template <typename Read>
    auto known(const QByteArray &name, Read read) const -> Known<decltype(read(QByteArrayView()))>
    {
        const SurveySection *section = find(name);
        if (const auto gap = gapOf(section))
            return *gap;
        return read(QByteArrayView(section->content));
    }

private:
    void readStats(const QByteArray &name);

    QHash<QByteArray, const SurveySection *> m_byName;
    QHash<QByteArray, QList<const SurveySection *>> m_groups;
    QHash<QByteArray, Stat> m_stats;
    bool m_asRoot = false;
};

/// The path of a "ROLE.file PATH" section.
inline RemotePath pathOf(const SurveySection &section)
{
    return RemotePath(restAfterBlank(section.name).toByteArray());
}
/// The file of such a section, as it was read.
FileFact fileOf(const Sections &sections, const SurveySection &section);
/// Those of a "ROLE.file" group that could be read; unreadFilesFrom() names the others.
QList<FileFact> filesFrom(const Sections &sections, const QByteArray &group);
/// Every file and folder of the answer that is there and could not be read.
QList<UnreadFile> unreadFilesFrom(const Sections &sections);

} // namespace gw
