// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/sshd/keywords.h"

#include "backend/sshd/algorithms.h"

#include <QHash>

namespace gw {
namespace {

using K = SshdKeyword;
using Kind = K::Kind;
using Scope = K::Scope;
using Value = K::Value;
using Merge = K::Merge;

K global(const char *name, Value value, const char *defaultValue, SshdRelease since = {}, Merge merge = Merge::First)
{
    return {name, Kind::Current, Scope::Global, value, merge, defaultValue, since, nullptr};
}

K all(const char *name, Value value, const char *defaultValue, SshdRelease since = {}, Merge merge = Merge::First)
{
    return {name, Kind::Current, Scope::All, value, merge, defaultValue, since, nullptr};
}

K vendor(const char *name, Scope scope, Value value, const char *defaultValue)
{
    return {name, Kind::Vendor, scope, value, Merge::First, defaultValue, {}, nullptr};
}

K alias(const char *name, const char *instead, SshdRelease since = {})
{
    return {name, Kind::Alias, Scope::All, Value::Word, Merge::First, nullptr, since, instead};
}

K deprecated(const char *name, SshdRelease since, Scope scope = Scope::Global, const char *instead = nullptr)
{
    return {name, Kind::Deprecated, scope, Value::Rest, Merge::First, nullptr, since, instead};
}

// Scope, merging and defaults: servconf.c and servconf.h of OpenSSH 7.7, 8.7, 9.2 and 10; "since": its release notes.
const QList<K> &table()
{
    static const QList<K> keywords{
        all("Include", Value::Block, nullptr, {8, 2}),
        all("Match", Value::Block, nullptr),

        global("Port", Value::Port, "22", {}, Merge::Append),
        global("AddressFamily", Value::Word, "any"),
        global("ListenAddress", Value::ListenAddress, nullptr, {}, Merge::Append),
        global("UsePAM", Value::Flag, "no"),
        global("PAMServiceName", Value::Word, "sshd", {9, 8}),
        global("LoginGraceTime", Value::Time, "120"),
        all("X11DisplayOffset", Value::Integer, "10"),
        all("MaxAuthTries", Value::Integer, "6"),
        all("MaxSessions", Value::Integer, "10"),
        all("ClientAliveInterval", Value::Time, "0"),
        all("ClientAliveCountMax", Value::Integer, "3"),
        all("RequiredRSASize", Value::Integer, "1024", {9, 1}),
        all("StreamLocalBindMask", Value::Octal, "0177", {6, 7}, Merge::Last),
        all("UnusedConnectionTimeout", Value::Time, "none", {9, 2}),

        all("PermitRootLogin", Value::RootLogin, "without-password"),
        all("IgnoreRhosts", Value::Flag, "yes"),
        global("IgnoreUserKnownHosts", Value::Flag, "no"),
        all("HostbasedAuthentication", Value::Flag, "no"),
        all("HostbasedUsesNameFromPacketOnly", Value::Flag, "no"),
        all("PubkeyAuthentication", Value::Flag, "yes"),
        all("KerberosAuthentication", Value::Flag, "no"),
        global("KerberosOrLocalPasswd", Value::Flag, "yes"),
        global("KerberosTicketCleanup", Value::Flag, "yes"),
        global("KerberosGetAFSToken", Value::Flag, nullptr),
        all("GSSAPIAuthentication", Value::Flag, "no"),
        global("GSSAPICleanupCredentials", Value::Flag, "yes"),
        global("GSSAPIDelegateCredentials", Value::Flag, nullptr, {10, 1}),
        global("GSSAPIStrictAcceptorCheck", Value::Flag, "yes"),
        all("PasswordAuthentication", Value::Flag, "yes"),
        all("KbdInteractiveAuthentication", Value::Flag, "yes"),
        global("PrintMotd", Value::Flag, "yes"),
        global("PrintLastLog", Value::Flag, "yes"),
        all("X11Forwarding", Value::Flag, "no"),
        all("X11UseLocalhost", Value::Flag, "yes"),
        all("PermitTTY", Value::Flag, "yes", {6, 4}),
        all("PermitUserRC", Value::Flag, "yes", {6, 7}),
        global("StrictModes", Value::Flag, "yes"),
        global("TCPKeepAlive", Value::Flag, "yes"),
        all("PermitEmptyPasswords", Value::Flag, "no"),
        global("Compression", Value::Compression, "yes"),
        all("GatewayPorts", Value::Flag, "no"),
        global("UseDNS", Value::Flag, "no"),
        all("AllowTcpForwarding", Value::Forwarding, "yes"),
        all("AllowAgentForwarding", Value::Flag, "yes"),
        all("DisableForwarding", Value::Flag, "no", {7, 4}),
        all("AllowStreamLocalForwarding", Value::Forwarding, "yes", {6, 7}),
        all("StreamLocalBindUnlink", Value::Flag, "no", {6, 7}),
        global("FingerprintHash", Value::LogLevel, "SHA256", {6, 8}, Merge::Last),
        all("ExposeAuthInfo", Value::Flag, "no", {7, 6}),
        all("RefuseConnection", Value::Flag, "no", {9, 9}),

        global("PidFile", Value::Path, "/run/sshd.pid"),
        global("ModuliFile", Value::Path, "/etc/ssh/moduli", {8, 5}),
        global("XAuthLocation", Value::Path, "/usr/bin/xauth"),
        global("Ciphers", Value::Algorithms, ""),
        global("MACs", Value::Algorithms, ""),
        all("Banner", Value::Path, "none"),
        all("ForceCommand", Value::Rest, "none"),
        all("ChrootDirectory", Value::Word, "none"),
        all("TrustedUserCAKeys", Value::Path, "none"),
        all("RevokedKeys", Value::Path, "none"),
        global("SecurityKeyProvider", Value::Word, "internal", {8, 2}),
        all("AuthorizedPrincipalsFile", Value::Word, "none"),
        global("VersionAddendum", Value::Rest, "none"),
        all("AuthorizedKeysCommand", Value::Rest, "none"),
        all("AuthorizedKeysCommandUser", Value::Word, "none"),
        all("AuthorizedPrincipalsCommand", Value::Rest, "none"),
        all("AuthorizedPrincipalsCommandUser", Value::Word, "none"),
        global("HostKeyAgent", Value::Path, "none"),
        global("KexAlgorithms", Value::Algorithms, ""),
        all("CASignatureAlgorithms", Value::Algorithms, "", {7, 9}),
        all("HostbasedAcceptedAlgorithms", Value::Algorithms, "", {8, 5}),
        global("HostKeyAlgorithms", Value::Algorithms, ""),
        all("PubkeyAcceptedAlgorithms", Value::Algorithms, "", {8, 5}),
        all("RDomain", Value::Word, nullptr, {7, 7}),
        global("SshdSessionPath", Value::Path, nullptr, {9, 8}),
        global("SshdAuthPath", Value::Path, nullptr, {10, 0}),

        all("LogLevel", Value::LogLevel, "INFO"),
        global("SyslogFacility", Value::LogLevel, "AUTH"),
        all("LogVerbose", Value::OneLine, nullptr, {8, 5}),
        all("AuthorizedKeysFile", Value::OneLine, ".ssh/authorized_keys .ssh/authorized_keys2"),
        global("HostKey", Value::Path, nullptr, {}, Merge::Append),
        global("HostCertificate", Value::Path, nullptr, {}, Merge::Append),
        all("AllowUsers", Value::Lines, nullptr, {}, Merge::Append),
        all("DenyUsers", Value::Lines, nullptr, {}, Merge::Append),
        all("AllowGroups", Value::Lines, nullptr, {}, Merge::Append),
        all("DenyGroups", Value::Lines, nullptr, {}, Merge::Append),
        all("AcceptEnv", Value::Lines, nullptr, {}, Merge::Append),
        all("SetEnv", Value::Lines, nullptr, {7, 8}),
        all("AuthenticationMethods", Value::OneLine, "any"),
        all("ChannelTimeout", Value::OneLine, nullptr, {9, 2}),
        all("Subsystem", Value::Subsystem, nullptr, {}, Merge::Append),
        global("MaxStartups", Value::MaxStartups, "10:30:100", {}, Merge::Last),
        global("PerSourceMaxStartups", Value::Word, "none", {8, 5}),
        global("PerSourceNetBlockSize", Value::NetBlock, "32:128", {8, 5}),
        global("PerSourcePenalties", Value::OneLine,
               "crash:90 authfail:5 noauth:1 grace-exceeded:10 refuseconnection:10 max:600 min:15 max-sources4:65536 "
               "max-sources6:65536 overflow:permissive overflow6:permissive",
               {9, 8}),
        global("PerSourcePenaltyExemptList", Value::Word, nullptr, {9, 8}),
        all("PermitTunnel", Value::Word, "no"),
        all("IPQoS", Value::IpQos, "lowdelay throughput", {}, Merge::Last),
        all("RekeyLimit", Value::RekeyLimit, "0 0"),
        all("PermitOpen", Value::OneLine, "any"),
        all("PermitListen", Value::OneLine, "any", {7, 8}),
        global("PermitUserEnvironment", Value::Word, "no"),
        all("PubkeyAuthOptions", Value::KeyOptions, "none", {8, 2}),

        vendor("DebianBanner", Scope::Global, Value::Flag, nullptr),
        vendor("GSSAPIKeyExchange", Scope::Global, Value::Flag, nullptr),
        vendor("GSSAPIStoreCredentialsOnRekey", Scope::Global, Value::Flag, nullptr),
        vendor("GSSAPIKexAlgorithms", Scope::Global, Value::Word, nullptr),
        vendor("GSSAPIEnablek5users", Scope::All, Value::Flag, nullptr),
        vendor("KerberosUseKuserok", Scope::All, Value::Flag, nullptr),
        vendor("KerberosUniqueCCache", Scope::Global, Value::Flag, nullptr),
        vendor("ShowPatchLevel", Scope::Global, Value::Flag, nullptr),
        vendor("RSAMinSize", Scope::All, Value::Integer, nullptr),
        vendor("AuthorizedKeysCommandRunAs", Scope::All, Value::Word, nullptr),
        vendor("UseBlacklist", Scope::Global, Value::Flag, nullptr),
        vendor("UseBlocklist", Scope::Global, Value::Flag, nullptr),

        alias("ChallengeResponseAuthentication", "KbdInteractiveAuthentication", {8, 7}),
        alias("SKeyAuthentication", "KbdInteractiveAuthentication"),
        alias("PubkeyAcceptedKeyTypes", "PubkeyAcceptedAlgorithms", {8, 5}),
        alias("HostbasedAcceptedKeyTypes", "HostbasedAcceptedAlgorithms", {8, 5}),
        alias("DSAAuthentication", "PubkeyAuthentication"),
        alias("HostDSAKey", "HostKey"),
        alias("KeepAlive", "TCPKeepAlive"),
        alias("GSSAPICleanupCreds", "GSSAPICleanupCredentials"),

        deprecated("ServerKeyBits", {7, 4}),
        deprecated("KeyRegenerationInterval", {7, 4}),
        deprecated("RhostsAuthentication", {}),
        deprecated("RhostsRSAAuthentication", {7, 4}, Scope::All),
        deprecated("RSAAuthentication", {7, 4}, Scope::All, "PubkeyAuthentication"),
        deprecated("CheckMail", {}),
        deprecated("UseLogin", {7, 4}),
        deprecated("VerifyReverseMapping", {}, Scope::Global, "UseDNS"),
        deprecated("ReverseMappingCheck", {}, Scope::Global, "UseDNS"),
        deprecated("AuthorizedKeysFile2", {5, 9}, Scope::All, "AuthorizedKeysFile"),
        deprecated("UsePrivilegeSeparation", {7, 5}),
        deprecated("KerberosTgtPassing", {}),
        deprecated("AFSTokenPassing", {}),
        deprecated("PAMAuthenticationViaKbdInt", {}, Scope::Global, "KbdInteractiveAuthentication"),
        deprecated("PermitBlacklistedKeys", {}),
        deprecated("GSSUseSessionCCache", {}),
        deprecated("GSSAPIUseSessionCredCache", {}),
        {"Protocol", Kind::Ignored, Scope::Global, Value::Rest, Merge::First, nullptr, {7, 4}, nullptr},
    };
    return keywords;
}

const QHash<QString, const K *> &index()
{
    static const QHash<QString, const K *> byName = [] {
        QHash<QString, const K *> names;
        for (const K &keyword : table())
            names.insert(sshdPrintedName(keyword), &keyword);
        return names;
    }();
    return byName;
}

/// Defaults that changed between releases (release notes of 6.8, 7.0, 7.4 and 10.0).
const char *formerDefault(const K &keyword, const SshdVersion &version)
{
    if (!version.isKnown())
        return nullptr;
    const QLatin1String name(keyword.name);
    if (name == QLatin1String("PermitRootLogin") && !version.isAtLeast(7, 0))
        return "yes";
    if (name == QLatin1String("UseDNS") && !version.isAtLeast(6, 8))
        return "yes";
    if (name == QLatin1String("Compression") && !version.isAtLeast(7, 4))
        return "delayed";
    if (name == QLatin1String("IPQoS") && !version.isAtLeast(7, 8))
        return "lowdelay throughput";
    return nullptr;
}

} // namespace

const QList<SshdKeyword> &sshdKeywords()
{
    return table();
}

const SshdKeyword *sshdKeyword(QStringView name)
{
    return index().value(name.toString().toLower());
}

const SshdKeyword *sshdCanonicalKeyword(QStringView name)
{
    const SshdKeyword *keyword = sshdKeyword(name);
    if (keyword && keyword->kind == Kind::Alias)
        return sshdKeyword(QString::fromLatin1(keyword->instead));
    return keyword;
}

QString sshdPrintedName(const SshdKeyword &keyword)
{
    return QString::fromLatin1(keyword.name).toLower();
}

QString sshdDefault(const SshdKeyword &keyword, const SshdVersion &version)
{
    if (version.isKnown() && keyword.since > version.release)
        return {};
    if (keyword.value == Value::Algorithms)
        return QString::fromLatin1(sshdDefaultAlgorithms(sshdPrintedName(keyword), version).join(','));
    if (const char *former = formerDefault(keyword, version))
        return QString::fromLatin1(former);
    return QString::fromLatin1(keyword.defaultValue);
}

} // namespace gw
