// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/check.h"
#include "backend/sshd/tree.h"

#include <functional>
#include <optional>

namespace gw {

/// sshd as the rules look at it: the values that hold (`sshd -T`, or worked out from the files where it was not asked)
/// together with the lines they come from. Keywords are given in lower case, as `sshd -T` prints them.
class SshdView {
public:
    SshdView(const Facts &facts, const SshdFacts &sshd);

    const Facts &facts() const { return m_facts; }
    const SshdFacts &sshd() const { return m_sshd; }
    const SshdConfig &config() const { return m_config; }
    const SshdVersion &version() const { return m_config.version(); }

    /// The value that holds for a connection no Match block speaks of; empty: this sshd has no such keyword.
    QString value(const char *keyword) const;
    QStringList values(const char *keyword) const;
    bool is(const char *keyword, const char *value) const { return this->value(keyword) == QLatin1String(value); }

    /// What holds for a user: as sshd -T -C said, or for everybody.
    SshdEffective effectiveFor(const QString &user) const;

    /// What a value is worth: nothing, if it is fine.
    using Judge = std::function<std::optional<Severity>(const QString &value)>;
    /// A finding for the value that holds, and one for each line of a Match block that makes it worse.
    QList<Finding> judged(const char *keyword, const Judge &judge, const QString &title,
                          const QString &explanation) const;

    /// A finding about the value that holds: at the line that decides, or at the main file where a default does.
    Finding finding(const char *keyword, Severity severity, const QString &title, const QString &explanation) const;
    /// A finding about a line in a Match block.
    Finding findingInMatch(const SshdSetting &setting, Severity severity, const QString &title,
                           const QString &explanation) const;
    /// A finding about a line, whatever it does.
    Finding findingAtLine(const SshdSetting &setting, Severity severity, const QString &title,
                          const QString &explanation) const;

    /// Lines in Match blocks that decide for at least one connection.
    QList<SshdSetting> inMatchBlocks(const char *keyword) const;
    /// What a line in a Match block makes of the keyword.
    QString valueOf(const SshdSetting &setting) const;
    /// A connection that the blocks around `setting` speak of; nothing: none can be.
    std::optional<SshdContext> exampleFor(const SshdSetting &setting) const;

    /// "permitrootlogin no"; several values with a comma between them.
    UntrustedText effectiveText(const char *keyword) const;
    /// `sed -n …p FILE` with the line as it is.
    Evidence lineEvidence(const SshdOrigin &origin) const;
    /// "sshd -T | grep …" with what it says; where that was not asked, the lines of the files.
    Evidence evidence(const char *keyword) const;

private:
    QStringList effectiveLines(const char *keyword) const; ///< as sshd -T prints them
    Evidence linesOf(const QString &keyword) const;        ///< all lines of the files that set it
    /// A user for whom `sshd -T -C` was asked and showed what the line says; empty: none.
    QString userWhoShows(const SshdSetting &setting) const;
    QString noteOnOrigin(const QString &keyword, const std::optional<SshdSetting> &setting, bool filesAgree) const;

    const Facts &m_facts;
    const SshdFacts &m_sshd;
    SshdConfig m_config;
    SshdEffective m_fromFiles;
    bool m_isComputed = false; ///< `sshd -T` was not there
};

enum class SshdNeed {
    Settings,  ///< the values that hold, and every line of the files
    FactsOnly, ///< version, host keys
};

/// Whether a running server has an sshd that answers; what is installed and does not run is no way in. Where nobody
/// could see (a folder, no list of sockets) it counts as running.
bool sshdRuns(const Facts &facts);

/// "sshd does not run"
NotApplicable sshdDoesNotRun();

/// Calls `check`, or says why it cannot look: sshd is not installed or does not run, or what it needs was not readable.
/// Without `sshd -T` one hidden file leaves no setting certain; with it, a line in a Match block may still hide there.
RuleOutcome withSshd(const Facts &facts, SshdNeed need, const std::function<RuleOutcome(const SshdView &)> &check);
RuleOutcome withSshd(const Facts &facts, const std::function<RuleOutcome(const SshdView &)> &check); ///< Settings

std::optional<Severity> severityIf(bool condition, Severity severity);

/// Whether fail2ban is running and watches sshd.
bool isGuardedByFail2ban(const Facts &facts);

/// Whether DisableForwarding is on, in a version where it stops X11 and agents as well.
bool stopsAllForwarding(const SshdView &sshd);

/// Whether AuthenticationMethods ("any", "publickey,password publickey") lets in with nothing but `method`.
bool sufficesAlone(const QString &method, const QString &authenticationMethods);

/// `severity`, or one less for a block that speaks of private networks only.
Severity severityInMatch(const SshdSetting &setting, Severity severity);

} // namespace gw
