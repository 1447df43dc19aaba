// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/known.h"
#include "backend/base/remotepath.h"
#include "backend/certificates/certificate.h"
#include "backend/sshd/config.h"

#include <QDateTime>
#include <QHostAddress>
#include <QJsonObject>
#include <QMap>
#include <chrono>

namespace gw {

// What one server said at one moment: plain values. Text of the server is UntrustedText; sizes are bytes; times are
// UTC. What could not be asked is a Gap inside Known<>, never an empty value.

/// A configuration file as it was read: secrets are masked, and of some files only the lines that are asked for stay;
/// the others are empty, so the numbers hold.
struct FileFact {
    RemotePath path;
    QByteArray content;
    int mode = 0; ///< permission bits, 0 where not asked
    UntrustedText owner;
    UntrustedText group;
    friend bool operator==(const FileFact &, const FileFact &) = default;
};

/// A file or folder that is there and could not be read: what it holds is missing in the lists of its topic.
struct UnreadFile {
    enum class Topic { System, Users, Schedule, Supervisor, Fail2ban, Firewall, Sshd, Nginx, Certificates, Ai };
    Topic topic = Topic::System;
    RemotePath path;
    Gap gap;
    friend bool operator==(const UnreadFile &, const UnreadFile &) = default;
};

/// Who we were on the server.
struct Access {
    enum class Root { Login, SudoNoPassword, SudoPassword, DoasNoPassword, DoasPassword, No };
    enum class Program { None, Sudo, Doas };
    UntrustedText user;
    bool isRoot = false;          ///< the survey ran as uid 0
    Root way = Root::No;          ///< how it became root
    Program asks = Program::None; ///< what took the password, or would make us root with one: offer to enter it
    UntrustedText clientAddress;  ///< first word of SSH_CONNECTION: where we come from, seen from there
    friend bool operator==(const Access &, const Access &) = default;
};

struct SystemFacts {
    UntrustedText hostname;
    UntrustedText osId;      ///< os-release ID: "debian", "rocky", "alpine"
    UntrustedText osVersion; ///< VERSION_ID: "12"
    UntrustedText osName;    ///< PRETTY_NAME
    UntrustedText kernel;    ///< uname -r
    UntrustedText architecture;
    UntrustedText virtualisation; ///< systemd-detect-virt: "kvm", "docker", "none"
    qint64 uptimeSeconds = 0;
    QDateTime serverTime; ///< the server's clock when asked
    Known<bool> clockSynchronised;
    int cpus = 0;
    UntrustedText cpuModel;
    double load1 = 0;
    qint64 memoryTotal = 0;
    qint64 memoryAvailable = 0;
    qint64 swapTotal = 0;
    bool rebootRequired = false;
    UntrustedText initSystem; ///< "systemd", "openrc", …
    friend bool operator==(const SystemFacts &, const SystemFacts &) = default;
};

/// One line of an authorized_keys file (sshd(8), AUTHORIZED_KEYS FILE FORMAT). Never the key itself beyond its
/// fingerprint.
struct AuthorizedKey {
    RemotePath file;
    int line = 0;
    UntrustedText type;        ///< "ssh-ed25519", "ssh-rsa", "ssh-dss"
    int bits = 0;              ///< 0: not known
    UntrustedText fingerprint; ///< SHA256:…
    UntrustedText comment;
    UntrustedText options;
    Known<bool> everUsed; ///< a login with it stands in the log that is kept; Gap where the log cannot tell
    friend bool operator==(const AuthorizedKey &, const AuthorizedKey &) = default;
};

/// Who may write a folder.
struct FolderFact {
    RemotePath path;
    int mode = 0; ///< permission bits
    UntrustedText owner;
    UntrustedText group;
    friend bool operator==(const FolderFact &, const FolderFact &) = default;
};

struct UserAccount {
    UntrustedText name;
    quint32 uid = 0;
    UntrustedText home;
    UntrustedText shell;
    QList<UntrustedText> groups;
    bool mayBecomeRoot = false;       ///< uid 0, or sudo/doas rights by user or group
    bool rootWithoutPassword = false; ///< NOPASSWD / nopass
    Known<bool> hasPassword;          ///< /etc/shadow: a usable hash (needs root)
    bool emptyPassword = false;       ///< /etc/shadow: no password at all
    Known<QList<AuthorizedKey>> keys;
    QList<FileFact> keyFiles;     ///< where they stand, with the fingerprint of each key in its place
    QList<FolderFact> keyFolders; ///< those above, up to the home directory, whether or not there is a file in them
    friend bool operator==(const UserAccount &, const UserAccount &) = default;
};

struct SudoRule {
    RemotePath file;
    int line = 0;
    UntrustedText text;
    friend bool operator==(const SudoRule &, const SudoRule &) = default;
};

struct Package {
    UntrustedText name;
    UntrustedText version;
    friend bool operator==(const Package &, const Package &) = default;
};

struct PackageFacts {
    UntrustedText manager;                 ///< "apt", "dnf", "apk", "pacman"
    QList<Package> installed;              ///< those that matter (sshd, nginx, openssl, docker, fail2ban, …)
    Known<QList<Package>> securityUpdates; ///< pending, by the lists the server already has; version = candidate
    Known<QDateTime> listsUpdated;         ///< when those lists were fetched
    friend bool operator==(const PackageFacts &, const PackageFacts &) = default;
};

struct SystemdUnit {
    UntrustedText name;
    UntrustedText activeState; ///< "active", "failed", "inactive"
    UntrustedText subState;
    UntrustedText enabled; ///< is-enabled: "enabled", "disabled", "static", "masked", empty
    UntrustedText user;    ///< User=; empty is root for system services
    UntrustedText execStart;
    RemotePath fragment;  ///< FragmentPath
    UntrustedText result; ///< for failed ones: last lines of its log
    friend bool operator==(const SystemdUnit &, const SystemdUnit &) = default;
};

struct SupervisorProgram {
    UntrustedText name;
    UntrustedText command;
    UntrustedText user;  ///< empty: not set, runs as supervisord does (root)
    UntrustedText state; ///< RUNNING, FATAL, … empty if supervisord did not answer
    RemotePath file;
    int line = 0; ///< of the [program:…] header
    friend bool operator==(const SupervisorProgram &, const SupervisorProgram &) = default;
};

/// A cron line or a systemd timer.
struct ScheduledJob {
    enum class Kind { Cron, Timer };
    Kind kind = Kind::Cron;
    UntrustedText name; ///< timer unit, or the user the cron line runs as
    UntrustedText schedule;
    UntrustedText command;
    RemotePath file;
    int line = 0;
    bool active = true; ///< a timer that is not active is listed too
    bool renewsCertificates = false;
    friend bool operator==(const ScheduledJob &, const ScheduledJob &) = default;
};

struct ServiceFacts {
    Known<QList<SystemdUnit>> units; ///< services: failed, active or enabled
    Known<QList<SupervisorProgram>> supervisor;
    QList<FileFact> supervisorFiles; ///< main file first
    Known<QList<ScheduledJob>> schedule;
    QList<FileFact> scheduleFiles; ///< tables of cron
    friend bool operator==(const ServiceFacts &, const ServiceFacts &) = default;
};

/// One listening socket (ss -H -tulpn; /proc/net as a fallback).
struct Listener {
    enum class Protocol { Tcp, Udp };
    Protocol protocol = Protocol::Tcp;
    QHostAddress address; ///< Any, AnyIPv6 … as bound
    quint16 port = 0;
    UntrustedText interface; ///< "%eth0" binding
    UntrustedText process;   ///< "python3"; empty without root for others' processes
    qint64 pid = 0;
    UntrustedText user; ///< whose process
    UntrustedText commandLine;
    UntrustedText container; ///< id or name, if its process lives in one or Docker publishes it
    UntrustedText unit;      ///< systemd unit of the process, from its cgroup
    friend bool operator==(const Listener &, const Listener &) = default;
};

/// What ufw's own files say, which everybody may read: whether it is on and what it does by default, but no rule.
struct UfwSettings {
    bool enabled = false;     ///< ENABLED= of /etc/ufw/ufw.conf
    UntrustedText incoming;   ///< DEFAULT_INPUT_POLICY= of /etc/default/ufw: "DROP", "REJECT", "ACCEPT"
    bool filtersIpv6 = false; ///< IPV6= of the same file
    friend bool operator==(const UfwSettings &, const UfwSettings &) = default;
};

/// Raw answers of every firewall front end that is there; backend/firewall makes the verdicts.
struct FirewallFacts {
    Known<UntrustedText> ufwStatus;      ///< ufw status verbose
    Known<UntrustedText> firewalld;      ///< firewall-cmd --list-all-zones
    Known<UntrustedText> nftables;       ///< nft list ruleset
    Known<UntrustedText> iptables;       ///< iptables-save
    Known<UntrustedText> ip6tables;      ///< ip6tables-save
    Known<UfwSettings> ufwSettings = {}; ///< partial: known without root too
    friend bool operator==(const FirewallFacts &, const FirewallFacts &) = default;
};

struct PublishedPort {
    QHostAddress hostAddress;
    quint16 hostPort = 0;
    quint16 containerPort = 0;
    Listener::Protocol protocol = Listener::Protocol::Tcp;
    friend bool operator==(const PublishedPort &, const PublishedPort &) = default;
};

struct Container {
    UntrustedText engine; ///< docker, podman
    UntrustedText id;
    UntrustedText name;
    UntrustedText image;
    UntrustedText status;
    UntrustedText user;
    UntrustedText networkMode;
    bool privileged = false;
    QList<UntrustedText> capabilities;    ///< added ones: "CAP_SYS_ADMIN"
    QList<UntrustedText> securityOptions; ///< "seccomp=unconfined"
    UntrustedText pidMode;                ///< "host": it sees the processes of the server
    QList<PublishedPort> ports;
    QList<UntrustedText> mounts; ///< "source:target:mode"
    UntrustedText composeFile;
    UntrustedText composeProject;
    friend bool operator==(const Container &, const Container &) = default;
};

/// By such a link a site of sites-available is enabled.
struct NginxLink {
    RemotePath path;
    QByteArray target; ///< as readlink(1) says it: absolute, or from the folder of the link
    friend bool operator==(const NginxLink &, const NginxLink &) = default;
};

struct NginxFacts {
    UntrustedText version;       ///< "1.22.1"
    UntrustedText buildFlags;    ///< configure arguments of nginx -V
    UntrustedText tlsLibrary;    ///< "OpenSSL 3.0.22"
    Known<QList<FileFact>> tree; ///< nginx -T split by its "# configuration file" lines, in its order
    UntrustedText testResult;    ///< what nginx -t said
    bool tested = false; ///< nginx -t was asked: only as root and where nginx runs, it would write files otherwise
    bool testPassed = false;
    QList<UntrustedText> modules;
    QList<NginxLink> links; ///< in sites-enabled
    QList<FileFact> spare;  ///< of sites that are not enabled: in sites-available, *.disabled in conf.d
    friend bool operator==(const NginxFacts &, const NginxFacts &) = default;
};

struct HostKeyFact {
    RemotePath file;
    UntrustedText type;
    int bits = 0;
    UntrustedText fingerprint;
    int mode = 0; ///< of the private file
    UntrustedText owner;
    friend bool operator==(const HostKeyFact &, const HostKeyFact &) = default;
};

struct SshdFacts {
    UntrustedText version; ///< "OpenSSH_9.2p1 Debian-2+deb12u5"
    QList<FileFact> files; ///< main file first, then drop-ins in the order Include reads them
    RemotePath mainFile;
    Known<SshdEffective> effective;            ///< sshd -T
    QMap<QString, SshdEffective> effectiveFor; ///< sshd -T -C user=NAME,… for root and the users with a shell
    UntrustedText testResult;                  ///< what sshd -t said; empty: nothing
    bool tested = false;                       ///< sshd -t was asked (needs root)
    bool testPassed = false;
    bool socketActivated = false;       ///< ssh.socket is active: Port and ListenAddress have no effect
    QList<UntrustedText> socketListens; ///< ListenStream= of ssh.socket
    Known<QList<HostKeyFact>> hostKeys;
    Known<int> smallestModulus; ///< bits, of /etc/ssh/moduli
    friend bool operator==(const SshdFacts &, const SshdFacts &) = default;
};

struct Fail2banFacts {
    bool enabled = false;
    UntrustedText activeState;         ///< "active", "failed", "inactive"
    Known<QList<UntrustedText>> jails; ///< fail2ban-client status
    QList<FileFact> files;             ///< jail.local, jail.d/*
    UntrustedText lastLog;             ///< why it failed
    friend bool operator==(const Fail2banFacts &, const Fail2banFacts &) = default;
};

/// One Certbot lineage: /etc/letsencrypt/renewal/NAME.conf and its live certificate.
struct Lineage {
    UntrustedText name;
    FileFact renewal;
    Known<CertificateInfo> certificate;
    friend bool operator==(const Lineage &, const Lineage &) = default;
};

struct CertificateFile {
    RemotePath path;
    CertificateInfo certificate; ///< the first one in the file
    friend bool operator==(const CertificateFile &, const CertificateFile &) = default;
};

struct CertificateFacts {
    Known<QList<Lineage>> lineages;
    Known<QList<CertificateFile>> files; ///< those that nginx or well-known folders name
    friend bool operator==(const CertificateFacts &, const CertificateFacts &) = default;
};

/// A process that serves a model or a notebook, recognised by its command line.
struct AiService {
    enum class Kind {
        Vllm,
        Jupyter,
        Ollama,
        Gradio,
        LoraScripts,
        ComfyUi,
        OpenWebUi,
        Triton,
        LlamaCpp,
        Ray,
        TensorBoard,
        MlFlow,
        Other
    };
    Kind kind = Kind::Other;
    qint64 pid = 0;
    UntrustedText user;
    UntrustedText container;   ///< id or name of the container or machine it runs in; empty: on the server itself
    UntrustedText commandLine; ///< values of --api-key, --token and the like masked on the server, before sending
    QList<FileFact> files;     ///< its configuration (Jupyter's, Ollama's unit), secrets masked; none if in a container
    friend bool operator==(const AiService &, const AiService &) = default;
};

struct Gpu {
    int index = 0;
    UntrustedText name;
    UntrustedText uuid;
    UntrustedText driver;
    qint64 memoryTotal = 0;
    qint64 memoryUsed = 0;
    Known<int> utilisationPercent;
    Known<int> temperature; ///< °C
    friend bool operator==(const Gpu &, const Gpu &) = default;
};

struct FileSystem {
    UntrustedText device;
    UntrustedText mountPoint;
    UntrustedText type;
    qint64 size = 0;
    qint64 used = 0;
    qint64 available = 0;
    friend bool operator==(const FileSystem &, const FileSystem &) = default;
};

struct Facts {
    QDateTime takenAt;
    std::chrono::milliseconds took{0};
    bool fromFolder = false; ///< review --root: a folder, no running server
    Access access;
    SystemFacts system;
    Known<QList<UserAccount>> users;
    Known<QList<SudoRule>> sudoRules;
    QList<FileFact> sudoFiles;
    Known<PackageFacts> packages;
    ServiceFacts services;
    Known<QList<Listener>> listeners;
    FirewallFacts firewall;
    Known<QList<Container>> containers;
    Known<NginxFacts> nginx;
    Known<SshdFacts> sshd;
    Known<Fail2banFacts> fail2ban;
    CertificateFacts certificates;
    Known<QList<AiService>> aiServices;
    Known<QList<Gpu>> gpus;
    Known<QList<FileSystem>> disks;
    QList<UnreadFile> unreadFiles; ///< nothing is missing silently: what the lists above lack

    friend bool operator==(const Facts &, const Facts &) = default;
};

/// By their command lines, without an interpreter that the process may show in another way: "python3 -m vllm …" runs as
/// "/usr/bin/python3 -m vllm …".
bool isStartedBy(const Listener &listener, const SupervisorProgram &program);

/// Every file whose content the survey brought, each once; the pointers are into the facts.
QList<const FileFact *> configurationFiles(const Facts &facts);

/// The first file of a topic that could not be read; null: all were.
const UnreadFile *firstUnread(const Facts &facts, UnreadFile::Topic topic);

/// The layout that `gatewrightctl survey --format json` prints; gaps are {"missing": "needs root"}.
QJsonObject toJson(const Facts &facts);

} // namespace gw
