// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"

namespace gw {
namespace {

/// As the table of all rules has it.
template <const NginxRule &rule>
Rule listed()
{
    const auto check = [](const Facts &facts) { return outcomeOf(rule, facts); };
    return {rule.id, rule.title, rule.source, check, nullptr, rule.profiles, &rule};
}

} // namespace

QList<Rule> nginxRules()
{
    return {
        listed<nginx::accessListOrder>(),
        listed<nginx::acmeChallengeBlocked>(),
        listed<nginx::addHeaderContentType>(),
        listed<nginx::addHeaderMultiline>(),
        listed<nginx::addHeaderRedefinition>(),
        listed<nginx::aliasTraversal>(),
        listed<nginx::apiPathStripped>(),
        listed<nginx::autoindex>(),
        listed<nginx::bearerCollision>(),
        listed<nginx::certificateName>(),
        listed<nginx::compressedSecrets>(),
        listed<nginx::allowWithoutDeny>(),
        listed<nginx::connectionUpgrade>(),
        listed<nginx::cves>(),
        listed<nginx::davMethods>(),
        listed<nginx::deadUpstream>(),
        listed<nginx::defaultServerFlag>(),
        listed<nginx::duplicateServerName>(),
        listed<nginx::errorLogOff>(),
        listed<nginx::filesystemRootExposure>(),
        listed<nginx::hashWithoutDefault>(),
        listed<nginx::hiddenFiles>(),
        listed<nginx::hostSpoofing>(),
        listed<nginx::hstsHeader>(),
        listed<nginx::http2MisdirectedRequest>(),
        listed<nginx::http2Syntax>(),
        listed<nginx::httpSplitting>(),
        listed<nginx::ifHostRedirect>(),
        listed<nginx::ifIsEvil>(),
        listed<nginx::invalidConfiguration>(),
        listed<nginx::invalidRegex>(),
        listed<nginx::loginNeverAsked>(),
        listed<nginx::lowKeepaliveRequests>(),
        listed<nginx::mergeSlashesOn>(),
        listed<nginx::missingResolver>(),
        listed<nginx::missingWorkerProcesses>(),
        listed<nginx::mixedCaseVariable>(),
        listed<nginx::origins>(),
        listed<nginx::overlappingCaptures>(),
        listed<nginx::proxyBufferingOff>(),
        listed<nginx::proxyPassNormalized>(),
        listed<nginx::proxySetHeaderRedefinition>(),
        listed<nginx::proxySslVerify>(),
        listed<nginx::quicBpfReuseport>(),
        listed<nginx::rateLimits>(),
        listed<nginx::regexExactMatch>(),
        listed<nginx::regexRedos>(),
        listed<nginx::resolverExternal>(),
        listed<nginx::returnBypassesAllowDeny>(),
        listed<nginx::securityHeaders>(),
        listed<nginx::sessionTickets>(),
        listed<nginx::sslEcdhCurve>(),
        listed<nginx::sslStaplingLetsencrypt>(),
        listed<nginx::sslStaplingWithoutResolver>(),
        listed<nginx::ssrf>(),
        listed<nginx::statusPageExposed>(),
        listed<nginx::streamingProxy>(),
        listed<nginx::timeouts>(),
        listed<nginx::tryFilesIsEvilToo>(),
        listed<nginx::unanchoredRegex>(),
        listed<nginx::unknownCipher>(),
        listed<nginx::unnamedGroups>(),
        listed<nginx::unreachableLocation>(),
        listed<nginx::unreadableRoot>(),
        listed<nginx::unusedZone>(),
        listed<nginx::uploadLimit>(),
        listed<nginx::upstreamKeepalive>(),
        listed<nginx::validReferers>(),
        listed<nginx::versionDisclosure>(),
        listed<nginx::webSocketProxy>(),
        listed<nginx::weakSslTls>(),
        listed<nginx::workerRlimitNofileVsConnections>(),
        listed<nginx::workerUserRoot>(),
    };
}

} // namespace gw
