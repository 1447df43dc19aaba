// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/intent.h"
#include "backend/plan/intents/sshdworkingcopy.h"

namespace gw {

/// Where in a plan a step stands. Within a phase steps keep the order in which they were drafted.
enum class Phase {
    Install, ///< packages
    Prepare, ///< users, folders, doors that must be open first
    Write,   ///< files
    Check,   ///< of what was written, before anything acts on it
    Reread,  ///< systemd reads its units again
    Switch,  ///< services take it up
    Verify,  ///< that it holds
    Close,   ///< doors that nobody needs any more
};

/// What is needed of one server, intent by intent; plan() lays it out as one list: one write for each file, each
/// service acted on once, at the end.
class PlanMaker {
public:
    PlanMaker(const Facts &facts, const FileStates &files) : m_facts(facts), m_files(files) {}

    const Facts &facts() const { return m_facts; }
    const FileStates &files() const { return m_files; }

    /// The configuration of sshd as it is to be, read when it is first asked for.
    Result<SshdWorkingCopy *> sshd();
    SshdWorkingCopy *sshdIfAsked() { return m_sshd ? &*m_sshd : nullptr; }

    /// A file as it is to be after what was drafted so far; an Error when filesFor() did not name it.
    Result<FileState> file(const RemotePath &path) const;
    /// The step's id, for those that need it; nothing is drafted when the file holds that already. Folders that a new
    /// file needs are made with it.
    QString write(const RemotePath &path, const QByteArray &content, const QString &reason,
                  const std::optional<FileAttributes> &attributes = {}, Secrecy secrecy = Secrecy::Public);
    QString remove(const RemotePath &path, const QString &reason, Secrecy secrecy = Secrecy::Public);
    /// Drafted twice, a step stands once and gives both reasons.
    QString add(Phase phase, const QString &id, const Change &change, const QString &reason,
                const QStringList &needs = {});
    QString install(const QString &package, const QString &reason);
    QString act(const QString &unit, ServiceAction::Verb verb, const QString &reason, const QStringList &needs = {});
    bool has(const QString &id) const;
    /// Makes sure that a step added later is needed by one that stands already.
    void need(const QString &id, const QString &needed);
    void prove(const Proof &proof);
    /// The new login that is tried in any case from now on: set what is to be different about it.
    LoginProof &login();
    void warn(const QString &warning);
    /// The server waits at least this long for "keep".
    void wait(std::chrono::seconds window) { m_window = std::max(m_window, window); }

    /// Ports on which sshd answers when the plan is done.
    QList<quint16> &sshPorts() { return m_sshPorts; }
    const QList<quint16> &sshPorts() const { return m_sshPorts; }

    /// Steps that change what nginx reads.
    QStringList &nginxSteps() { return m_nginxSteps; }

    /// Keys that come and go, by user, for whoever asks who may still log in.
    struct KeyChanges {
        QList<AuthorizedKey> added;
        QStringList removed; ///< fingerprints
    };
    QMap<QString, KeyChanges> &keyChanges() { return m_keyChanges; }

    /// An Error where two intents want different things of the same step.
    Result<Plan> plan(const HostId &host, const QString &title) const;

private:
    struct Drafted {
        Phase phase;
        Step step;
    };
    Drafted *find(const QString &id);

    const Facts &m_facts;
    const FileStates &m_files;
    std::optional<SshdWorkingCopy> m_sshd;
    QList<Drafted> m_steps;
    QList<Proof> m_proofs;
    std::optional<LoginProof> m_login;
    QStringList m_warnings;
    std::chrono::seconds m_window = Plan().window;
    QMap<QString, KeyChanges> m_keyChanges;
    QList<quint16> m_sshPorts;
    QStringList m_nginxSteps;
    std::optional<Error> m_contradiction;
};

/// For an intent that cannot be: "Change SSH settings" and why.
Error invalidIntent(const QString &tried, const QString &cause, const QString &advice = {});

/// "Change SSH settings": what was tried when sshd's part of a plan cannot be made.
QString triedSshd();

} // namespace gw
