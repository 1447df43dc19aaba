// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"

namespace gw {

/// All rules about sshd. A new rule: one file in this folder, one line below, one in sshdrules.cpp.
QList<Rule> sshdRules();

namespace sshd {
extern const Rule agentForwarding;
extern const Rule allowUsers;
extern const Rule authorizedKeysFile;
extern const Rule authorizedKeysPermissions;
extern const Rule banner;
extern const Rule clientAlive;
extern const Rule compression;
extern const Rule configPermissions;
extern const Rule deprecatedKeyword;
extern const Rule emptyPasswords;
extern const Rule gatewayPorts;
extern const Rule gssapi;
extern const Rule hostKeyEd25519;
extern const Rule hostKeyPermissions;
extern const Rule hostKeyStrength;
extern const Rule hostbasedAuthentication;
extern const Rule ignoreRhosts;
extern const Rule invalidConfiguration;
extern const Rule kerberos;
extern const Rule keyboardInteractivePasswords;
extern const Rule lastLog;
extern const Rule listenAddress;
extern const Rule logLevel;
extern const Rule loginGraceTime;
extern const Rule matchNeverHolds;
extern const Rule maxAuthTries;
extern const Rule maxSessions;
extern const Rule maxStartups;
extern const Rule moduli;
extern const Rule passwordAuthentication;
extern const Rule perSourceMaxStartups;
extern const Rule perSourcePenalties;
extern const Rule port;
extern const Rule postQuantum;
extern const Rule publicKeyAuthentication;
extern const Rule regreSshion;
extern const Rule requiredRsaSize;
extern const Rule rootLogin;
extern const Rule shadowedSetting;
extern const Rule sharedAuthorizedKey;
extern const Rule socketActivation;
extern const Rule strictModes;
extern const Rule syslogFacility;
extern const Rule tcpForwarding;
extern const Rule terrapin;
extern const Rule tunnel;
extern const Rule unusedAuthorizedKey;
extern const Rule useDns;
extern const Rule usePam;
extern const Rule userEnvironment;
extern const Rule userKnownHosts;
extern const Rule weakAuthorizedKey;
extern const Rule weakCaSignature;
extern const Rule weakCipher;
extern const Rule weakHostKeyAlgorithm;
extern const Rule weakKeyExchange;
extern const Rule weakMac;
extern const Rule weakPublicKeyAlgorithm;
extern const Rule x11Forwarding;
extern const Rule x11UseLocalhost;
} // namespace sshd

} // namespace gw
