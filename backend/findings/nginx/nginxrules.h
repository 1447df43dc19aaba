// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/nginx/nginxrule.h"

namespace gw {

/// All rules about nginx. A new rule: one file in this folder, one line below, one in nginxrules.cpp.
QList<Rule> nginxRules();

namespace nginx {
extern const NginxRule accessListOrder;
extern const NginxRule acmeChallengeBlocked;
extern const NginxRule addHeaderContentType;
extern const NginxRule addHeaderMultiline;
extern const NginxRule addHeaderRedefinition;
extern const NginxRule aliasTraversal;
extern const NginxRule apiPathStripped;
extern const NginxRule autoindex;
extern const NginxRule bearerCollision;
extern const NginxRule certificateName;
extern const NginxRule compressedSecrets;
extern const NginxRule allowWithoutDeny;
extern const NginxRule connectionUpgrade;
extern const NginxRule cves;
extern const NginxRule davMethods;
extern const NginxRule deadUpstream;
extern const NginxRule defaultServerFlag;
extern const NginxRule duplicateServerName;
extern const NginxRule errorLogOff;
extern const NginxRule filesystemRootExposure;
extern const NginxRule hashWithoutDefault;
extern const NginxRule hiddenFiles;
extern const NginxRule hostSpoofing;
extern const NginxRule hstsHeader;
extern const NginxRule http2MisdirectedRequest;
extern const NginxRule http2Syntax;
extern const NginxRule httpSplitting;
extern const NginxRule ifHostRedirect;
extern const NginxRule ifIsEvil;
extern const NginxRule invalidConfiguration;
extern const NginxRule invalidRegex;
extern const NginxRule loginNeverAsked;
extern const NginxRule lowKeepaliveRequests;
extern const NginxRule mergeSlashesOn;
extern const NginxRule missingResolver;
extern const NginxRule missingWorkerProcesses;
extern const NginxRule mixedCaseVariable;
extern const NginxRule origins;
extern const NginxRule overlappingCaptures;
extern const NginxRule proxyBufferingOff;
extern const NginxRule proxyPassNormalized;
extern const NginxRule proxySetHeaderRedefinition;
extern const NginxRule proxySslVerify;
extern const NginxRule quicBpfReuseport;
extern const NginxRule rateLimits;
extern const NginxRule regexExactMatch;
extern const NginxRule regexRedos;
extern const NginxRule resolverExternal;
extern const NginxRule returnBypassesAllowDeny;
extern const NginxRule securityHeaders;
extern const NginxRule sessionTickets;
extern const NginxRule sslEcdhCurve;
extern const NginxRule sslStaplingLetsencrypt;
extern const NginxRule sslStaplingWithoutResolver;
extern const NginxRule ssrf;
extern const NginxRule statusPageExposed;
extern const NginxRule streamingProxy;
extern const NginxRule timeouts;
extern const NginxRule tryFilesIsEvilToo;
extern const NginxRule unanchoredRegex;
extern const NginxRule unknownCipher;
extern const NginxRule unnamedGroups;
extern const NginxRule unreachableLocation;
extern const NginxRule unreadableRoot;
extern const NginxRule unusedZone;
extern const NginxRule uploadLimit;
extern const NginxRule upstreamKeepalive;
extern const NginxRule validReferers;
extern const NginxRule versionDisclosure;
extern const NginxRule webSocketProxy;
extern const NginxRule weakSslTls;
extern const NginxRule workerRlimitNofileVsConnections;
extern const NginxRule workerUserRoot;
} // namespace nginx

} // namespace gw
