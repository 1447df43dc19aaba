// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"

namespace gw::test {

/// Makes the Facts of a server that a rule is tried on. It starts as a well-kept Debian 12: asked as root, sshd with
/// Debian's files, keys only. Each call changes one thing; facts() works out what `sshd -T` would say of the files.
class FactsBuilder {
public:
    FactsBuilder();

    /// /etc/ssh/sshd_config instead of the well-kept one.
    FactsBuilder &sshdConfig(const QByteArray &text);
    /// Adds lines at the end of the main file.
    FactsBuilder &sshdLines(const QByteArray &lines);
    /// /etc/ssh/sshd_config.d/NAME
    FactsBuilder &sshdDropIn(const QByteArray &name, const QByteArray &text);
    /// "OpenSSH_9.2p1 Debian-2+deb12u5"
    FactsBuilder &sshdVersion(const QString &version);
    /// `sshd -T` could not be asked.
    FactsBuilder &withoutEffective(Gap::Reason reason = Gap::Reason::NeedsRoot);
    FactsBuilder &withoutSshd(Gap::Reason reason = Gap::Reason::NotInstalled);
    FactsBuilder &notRoot();
    FactsBuilder &fail2banRunning();
    /// A user with a shell.
    FactsBuilder &user(const QString &name, const QStringList &groups = {}, const QList<AuthorizedKey> &keys = {});
    /// Anything else.
    FactsBuilder &with(const std::function<void(Facts &)> &change);

    Facts facts() const;

private:
    Facts m_facts;
    QList<FileFact> m_files;
    QString m_version;
    std::optional<Gap> m_noEffective;
    std::optional<Gap> m_noSshd;
    QList<std::function<void(Facts &)>> m_changes;
};

/// The configuration of a server that keeps itself well: Debian's file with what the rules ask for.
QByteArray hardenedSshdConfig();
/// What Debian 12 installs.
QByteArray debianSshdConfig();

/// The findings of a rule; fails the test if it could not look.
QList<Finding> findingsOf(const Rule &rule, const Facts &facts);
/// "passed", "not checked", "not applicable", or the worst severity: "high", "high, the rest not checked".
QString outcomeOf(const Rule &rule, const Facts &facts);

} // namespace gw::test
