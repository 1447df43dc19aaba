// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/intents/planmaker.h"

namespace gw {

// One file for each kind of intent: the files that it wants to see, and what it drafts.

Result<void> draftSettings(PlanMaker &maker, const QList<SetSshd> &wishes);
Result<void> draftIntent(PlanMaker &maker, const MoveSshPort &wish);
Result<void> draftIntent(PlanMaker &maker, const CloseSshPort &wish);
Result<void> draftIntent(PlanMaker &maker, const AddAuthorizedKey &wish);
Result<void> draftIntent(PlanMaker &maker, const RemoveAuthorizedKey &wish);
Result<void> draftIntent(PlanMaker &maker, const SetFileMode &wish);
Result<void> draftIntent(PlanMaker &maker, const ProtectByFail2ban &wish);
Result<void> draftIntent(PlanMaker &maker, const LiftBan &wish);
Result<void> draftIntent(PlanMaker &maker, const ConfineService &wish);
Result<void> draftIntent(PlanMaker &maker, const EnableFirewall &wish);
Result<void> draftIntent(PlanMaker &maker, const EditNginxFile &wish);
Result<void> draftIntent(PlanMaker &maker, const ChangeSite &wish);
Result<void> draftIntent(PlanMaker &maker, const Publish &wish);

QList<RemotePath> sshPortFilesOf(const Facts &facts);
QList<RemotePath> authorizedKeysFilesOf(const Facts &facts, const QString &user);
QList<RemotePath> fail2banFilesOf(const Facts &facts);
QList<RemotePath> confinedFilesOf(const Facts &facts, const ConfineService &wish);
QList<RemotePath> firewallFilesOf(const Facts &facts);
QList<RemotePath> siteFilesOf(const Facts &facts, const ChangeSite &wish);
QList<RemotePath> publishFilesOf(const Facts &facts, const Publish &wish);

/// Writes, checks and reloads what the others made of the configuration of sshd.
void finishSshd(PlanMaker &maker);

/// That step changes what nginx reads; none where nothing was drafted.
void noteNginx(PlanMaker &maker, const QString &step);
/// Checks and reloads nginx where any step was noted.
void finishNginx(PlanMaker &maker);
/// Secret where the survey masked something in the file.
Secrecy nginxSecrecy(const Facts &facts, const RemotePath &path);

/// The unit that runs sshd: Debian's name or everybody else's.
QString sshdUnit(const Facts &facts);
/// Behind a socket sshd may not be running at all: it then reads its files for each connection.
bool isSshdActive(const Facts &facts);

/// Ports on which sshd answers now, the one of our session among them.
QList<quint16> sshPorts(const Facts &facts);

/// Opens a port for new connections before sshd answers there; the step's id, empty where nothing stands in the way.
/// Refused where the rules are somebody's own and deny it.
Result<QString> openPort(PlanMaker &maker, quint16 port, const QString &reason);
/// Takes back what openPort() or a person allowed under that number.
void closePort(PlanMaker &maker, quint16 port, const QString &reason, const QStringList &needs);

/// Whether ufw or firewalld stands between the ports and the network; rules of somebody's own are not looked at.
bool hasActiveFirewall(const Facts &facts);

/// "ss …": true while something listens there.
QByteArray listensOn(quint16 port);

} // namespace gw
