// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <optional>

namespace gw {

/// A file of sections and NAME = VALUE lines as supervisord and fail2ban read them (Python's configparser): a line that
/// starts with a blank goes on with the value above it. Edits change only the lines they are about.
class IniFile {
public:
    explicit IniFile(const QByteArray &content);
    QByteArray printed() const { return m_lines.join(); }

    bool hasSection(const QByteArray &section) const { return headerOf(section) >= 0; }
    /// Continued lines with a blank between them, without a comment after " ;". Nothing: not set there.
    std::optional<QByteArray> value(const QByteArray &section, const QByteArray &key) const;
    /// In place of the value that is there, else below the header; a section that is missing comes at the end.
    void set(const QByteArray &section, const QByteArray &key, const QByteArray &value);

private:
    struct Place {
        qsizetype first = -1; ///< the line of the key
        qsizetype end = -1;   ///< behind the last line that goes on with it
    };
    qsizetype headerOf(const QByteArray &section) const;
    std::optional<Place> placeOf(const QByteArray &section, const QByteArray &key) const;

    QByteArrayList m_lines; ///< with their line ends
    QByteArray m_ending = "\n";
};

} // namespace gw
