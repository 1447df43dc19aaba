// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/sshd/config.h"
#include "backend/sshd/keywords.h"

#include <optional>

namespace gw {

/// The connection for which values are asked, as `sshd -T -C user=…,host=…,addr=…,laddr=…,lport=…` names it.
/// What is empty is not known: a Match that asks for it does not match.
struct SshdContext {
    QByteArray user;
    QList<QByteArray> groups; ///< of the user; empty: the user does not exist
    QByteArray host;
    QByteArray address;
    QByteArray localAddress;
    int localPort = 0;
    QByteArray routingDomain;
    bool invalidUser = false;
    friend bool operator==(const SshdContext &, const SshdContext &) = default;
};

/// One condition of a Match line: "user alice,bob".
struct SshdCriterion {
    QByteArray attribute; ///< lower case: "user", "address", "all", …
    QByteArray pattern;   ///< empty for "all" and "invalid-user"
    friend bool operator==(const SshdCriterion &, const SshdCriterion &) = default;
};

/// A Match line. All its criteria must hold.
struct SshdMatch {
    SshdOrigin origin;
    QList<SshdCriterion> criteria;

    bool isAll() const;
    bool matches(const SshdContext &context, const SshdVersion &version) const;
    /// "User alice Address 10.0.0.0/8", as written but on one line.
    QByteArray text() const;
    friend bool operator==(const SshdMatch &, const SshdMatch &) = default;
};

/// One line that sets a keyword, in the place where sshd reads it.
struct SshdSetting {
    SshdOrigin origin;
    QString keyword; ///< lower case, aliases resolved; as written if there is no such keyword
    QString written; ///< as written
    QList<QByteArray> arguments;
    QByteArray rest;          ///< everything after the keyword, as written
    int length = 0;           ///< bytes from the keyword to the end of the last argument
    QList<SshdMatch> matches; ///< the Match blocks around it, outermost first; empty: global

    bool isGlobal() const { return matches.isEmpty(); }
    /// In a block that always holds ("Match all").
    bool isAlways() const;
    friend bool operator==(const SshdSetting &, const SshdSetting &) = default;
};

/// Something in the files that sshd refuses or that cannot be followed.
struct SshdProblem {
    enum class Kind {
        UnknownKeyword, ///< sshd does not start
        BrokenLine,     ///< an open quote, a NUL byte, no argument: sshd does not start
        NotInMatch,     ///< a global keyword in a Match block: sshd does not start
        BadMatch,       ///< a Match line without or with an unknown criterion: sshd does not start
        BadValue,       ///< a value that the keyword does not take: sshd does not start
        IncludeTooDeep, ///< more than 16 levels: sshd does not start
        IncludeMissing, ///< a plain file name that is not among the files: its content is not known
    };
    Kind kind = Kind::UnknownKeyword;
    SshdOrigin origin;
    QString subject; ///< the keyword or file; untrusted
    friend bool operator==(const SshdProblem &, const SshdProblem &) = default;
};

/// The configuration of one sshd: its main file and everything that Include brings in, in reading order.
class SshdConfig {
public:
    SshdConfig() = default;
    /// Follows Include through `files` only; no other file is looked for.
    static SshdConfig read(const QList<SshdFile> &files, const RemotePath &mainFile, const SshdVersion &version);

    const QList<SshdFile> &files() const { return m_files; }
    const RemotePath &mainFile() const { return m_mainFile; }
    const SshdVersion &version() const { return m_version; }
    const QList<SshdSetting> &settings() const { return m_settings; }
    const QList<SshdProblem> &problems() const { return m_problems; }
    /// All lines that set `keyword` (lower case, canonical), in reading order.
    QList<SshdSetting> settingsOf(const QString &keyword) const;

    /// The line whose value holds; for a list, the first line that adds to it. Nothing: the default holds.
    std::optional<SshdSetting> decidingSetting(const QString &keyword, const SshdContext &context = {}) const;
    std::optional<SshdOrigin> originOf(const QString &keyword, const SshdContext &context = {}) const;
    /// Global lines that have no effect because an earlier one (or, where the last wins, a later one) decides.
    QList<SshdSetting> shadowed(const QString &keyword) const;

    /// What `sshd -T -C …` would print, worked out from the files. `listenaddress` only holds addresses that
    /// are written as numbers.
    SshdEffective effective(const SshdContext &context = {}) const;

private:
    QList<SshdFile> m_files;
    RemotePath m_mainFile;
    SshdVersion m_version;
    QList<SshdSetting> m_settings;
    QList<SshdProblem> m_problems;
};

/// The values of one line as `sshd -T` prints them ("60" for "1m"); an empty list: sshd refuses the line.
QList<QByteArray> sshdPrintedValues(const SshdSetting &setting, const SshdVersion &version);

} // namespace gw
