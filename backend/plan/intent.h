// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/plan.h"
#include "backend/plan/publish.h"
#include "backend/sshd/version.h"
#include "backend/survey/facts.h"

namespace gw {

// What a person wants, in terms of the subject: forms, remedies of findings and the terminal all speak it. Intents are
// values; planFor() turns any number of them into one plan.

/// One global setting of sshd. It goes into a drop-in of our own that is read first where the server includes a folder,
/// else into the main file; afterwards `sshd -T` must say it.
struct SetSshd {
    QString keyword; ///< as sshd_config(5) writes it: "PermitRootLogin"
    QString value;   ///< "prohibit-password"; empty: back to what the other files or the default say
    friend bool operator==(const SetSshd &, const SetSshd &) = default;
};

/// Lets sshd answer on a further port: firewall first, then SELinux, ssh.socket, sshd. The old ports stay open; once
/// this was proven, kept and logged in through, CloseSshPort is the second half of the move. Two plans, so that the way
/// back of each is a state in which somebody could log in.
struct MoveSshPort {
    quint16 port = 22;
    friend bool operator==(const MoveSshPort &, const MoveSshPort &) = default;
};
/// sshd, ssh.socket and the firewall let go of a port. Refused for the last one.
struct CloseSshPort {
    quint16 port = 22;
    friend bool operator==(const CloseSshPort &, const CloseSshPort &) = default;
};

/// Adds a line to the authorized_keys of a user; a key that is there already is left alone.
struct AddAuthorizedKey {
    QString user;
    QByteArray line; ///< "ssh-ed25519 AAAA… comment"
    friend bool operator==(const AddAuthorizedKey &, const AddAuthorizedKey &) = default;
};
struct RemoveAuthorizedKey {
    QString user;
    QString fingerprint; ///< "SHA256:…"
    friend bool operator==(const RemoveAuthorizedKey &, const RemoveAuthorizedKey &) = default;
};

/// Mode (and owner) of one file or folder.
struct SetFileMode {
    RemotePath path;
    FileAttributes before; ///< as surveyed
    FileAttributes after;
    friend bool operator==(const SetFileMode &, const SetFileMode &) = default;
};

/// fail2ban installed and running, with jails that read where this system logs; our own address is never banned.
struct ProtectByFail2ban {
    QStringList jails{QStringLiteral("sshd")}; ///< "sshd", "nginx-http-auth", …
    QStringList neverBan = {};                 ///< addresses beside the one we come from
    friend bool operator==(const ProtectByFail2ban &, const ProtectByFail2ban &) = default;
};
struct LiftBan {
    QString jail;
    QString address;
    friend bool operator==(const LiftBan &, const LiftBan &) = default;
};

/// A supervisor program or systemd unit gets a user of its own, hardening options and, where its command line can say
/// it, the loopback address.
struct ConfineService {
    enum class Kind { Supervisor, Systemd };
    Kind kind = Kind::Systemd;
    QString name; ///< "qwen-chat", "jupyter.service"
    QString user; ///< made if it does not exist; empty: it goes on as whom it runs now, the address alone changes
    bool toLoopback = true;
    friend bool operator==(const ConfineService &, const ConfineService &) = default;
};

/// A firewall (ufw, firewalld) that denies what comes in but ssh and `allow`.
struct EnableFirewall {
    QList<quint16> allow = {};
    friend bool operator==(const EnableFirewall &, const EnableFirewall &) = default;
};

/// Another text for a file of nginx. Three texts are merged by lines: as it was seen, as it was edited, as it is on the
/// server; so what others changed stays, and so do secrets, which a survey masks.
struct EditNginxFile {
    RemotePath path;
    QByteArray seen;
    QByteArray text;
    QString reason = {}; ///< translated; empty: a person edited it
    friend bool operator==(const EditNginxFile &, const EditNginxFile &) = default;
};

/// What becomes of a site of nginx (backend/nginx/sites.h).
struct ChangeSite {
    enum class Kind { Enable, Disable, Duplicate, Rename, StartMaintenance, EndMaintenance, Delete };
    Kind kind = Kind::Enable;
    RemotePath path;         ///< of its file, as nginx names it: "/etc/nginx/sites-enabled/chat"
    QByteArray name;         ///< one of its names; empty: the one without a name
    QByteArray newName = {}; ///< Duplicate, Rename
    friend bool operator==(const ChangeSite &, const ChangeSite &) = default;
};

using Intent =
    std::variant<SetSshd, MoveSshPort, CloseSshPort, AddAuthorizedKey, RemoveAuthorizedKey, SetFileMode,
                 ProtectByFail2ban, LiftBan, ConfineService, EnableFirewall, EditNginxFile, ChangeSite, Publish>;

/// The files that planFor() wants to see, for one round trip that reads them all.
QList<RemotePath> filesFor(const Facts &facts, const QList<Intent> &intents);

/// Pure. One plan for all of them: one write for each file, one reload for each service, the proofs that belong to
/// them. Refused with the reason (Kind::Invalid): intents that contradict each other, and whatever would shut out the
/// last way in (no key left that may log in, AllowUsers without yourself, …); what the facts cannot tell is among the
/// warnings. `files` holds what filesFor() asked for. A plan without steps: everything is as wished already.
Result<Plan> planFor(const HostId &host, const Facts &facts, const FileStates &files, const QList<Intent> &intents);

/// The ports that a plan of planFor() opens in the firewall of the server.
QList<quint16> openedPorts(const Plan &plan);

/// For people, translated: "PermitRootLogin prohibit-password".
QString titleOf(const Intent &intent);

/// The name of the drop-in that SetSshd writes: it sorts first, and in sshd the first value counts.
extern const char *const sshdDropInName; // "00-gatewright.conf"

/// Named choices of algorithms for KexAlgorithms, Ciphers, MACs, HostKeyAlgorithms and PubkeyAcceptedAlgorithms.
enum class SshdProfile {
    Modern,     ///< what ssh-audit recommends for this release; clients older than about 2018 stay outside
    Compatible, ///< everything that is not weak: also old clients that know SHA-2
};
QString sshdProfileName(SshdProfile profile); ///< translated
/// Only names that this release of OpenSSH knows.
QList<Intent> algorithmProfile(SshdProfile profile, const SshdVersion &version);

/// What `systemd-analyze` says about how far a unit is confined, in one line with its score; nothing is changed.
Result<QByteArray> securityCommandOf(const QString &unit);

} // namespace gw
