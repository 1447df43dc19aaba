// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/sampledata.h"

namespace gw::sample {
namespace {

UntrustedText u(const char *text)
{
    return UntrustedText(QString::fromUtf8(text));
}

RemotePath path(const char *text)
{
    return RemotePath(QByteArray(text));
}

QDateTime ago(int seconds)
{
    return QDateTime::currentDateTimeUtc().addSecs(-seconds);
}

constexpr qint64 gib = qint64(1) << 30;

constexpr const char sshdConfig[] = "# This is the sshd server system-wide configuration file.\n"
                                    "# See sshd_config(5) for more information.\n"
                                    "\n"
                                    "Include /etc/ssh/sshd_config.d/*.conf\n"
                                    "\n"
                                    "Port 22\n"
                                    "#AddressFamily any\n"
                                    "#ListenAddress 0.0.0.0\n"
                                    "\n"
                                    "# Authentication:\n"
                                    "\n"
                                    "LoginGraceTime 2m\n"
                                    "PermitRootLogin yes\n"
                                    "StrictModes yes\n"
                                    "MaxAuthTries 6\n"
                                    "\n"
                                    "PubkeyAuthentication yes\n"
                                    "AuthorizedKeysFile .ssh/authorized_keys .ssh/authorized_keys2\n"
                                    "\n"
                                    "# To disable tunneled clear text passwords, change to no here!\n"
                                    "PasswordAuthentication yes\n"
                                    "PermitEmptyPasswords no\n"
                                    "\n"
                                    "ChallengeResponseAuthentication yes\n"
                                    "UsePAM yes\n"
                                    "\n"
                                    "X11Forwarding yes\n"
                                    "PrintMotd no\n"
                                    "ClientAliveInterval 0\n"
                                    "\n"
                                    "# Allow client to pass locale environment variables\n"
                                    "AcceptEnv LANG LC_*\n"
                                    "Subsystem sftp /usr/lib/openssh/sftp-server\n"
                                    "\n"
                                    "Match User deploy\n"
                                    "    PasswordAuthentication no\n"
                                    "    X11Forwarding no\n";

constexpr const char sshdEffective[] =
    "port 22\naddressfamily any\nlistenaddress [::]:22\nlistenaddress 0.0.0.0:22\nusepam yes\nlogingracetime 120\n"
    "x11displayoffset 10\nmaxauthtries 6\nmaxsessions 10\nclientaliveinterval 0\nclientalivecountmax 3\n"
    "permitrootlogin yes\npubkeyauthentication yes\npasswordauthentication yes\nkbdinteractiveauthentication yes\n"
    "permitemptypasswords no\nx11forwarding yes\nallowtcpforwarding yes\nstrictmodes yes\nloglevel INFO\n"
    "ciphers "
    "chacha20-poly1305@openssh.com,aes128-ctr,aes192-ctr,aes256-ctr,aes128-gcm@openssh.com,aes256-gcm@openssh.com\n"
    "authorizedkeysfile .ssh/authorized_keys .ssh/authorized_keys2\nsubsystem sftp /usr/lib/openssh/sftp-server\n";

constexpr const char supervisorConfig[] =
    "[program:qwen-chat]\n"
    "command=/opt/vllm/bin/vllm serve Qwen/Qwen3-VL-8B --host 0.0.0.0 --port 3001\n"
    "autostart=true\n"
    "autorestart=true\n"
    "stdout_logfile=/var/log/qwen-chat.log\n";

Listener listener(const char *address, quint16 port, const char *process, const char *user, qint64 pid)
{
    Listener l;
    l.address = QHostAddress(QString::fromLatin1(address));
    l.port = port;
    l.process = u(process);
    l.user = u(user);
    l.pid = pid;
    return l;
}

Gpu gpu(int index, const char *name, qint64 total, qint64 used, int percent, int degrees)
{
    Gpu g;
    g.index = index;
    g.name = u(name);
    g.driver = u("580.159.04");
    g.memoryTotal = total * gib;
    g.memoryUsed = used * gib;
    g.utilisationPercent = percent;
    g.temperature = degrees;
    return g;
}

CertificateInfo certificate(const char *name, int daysLeft)
{
    CertificateInfo info;
    info.subject = u(name);
    info.issuer = u("Let's Encrypt E8");
    info.names = {u(name)};
    info.notBefore = QDateTime::currentDateTimeUtc().addDays(daysLeft - 90);
    info.notAfter = QDateTime::currentDateTimeUtc().addDays(daysLeft).addSecs(3600);
    info.keyType = u("ECDSA P-256");
    info.sha256 = QByteArray(name);
    return info;
}

Facts base(const char *osId, const char *version, const char *osName, double load, int cpus, qint64 memory, qint64 free)
{
    Facts f;
    f.takenAt = ago(12);
    f.took = std::chrono::milliseconds(870);
    f.access.user = u("dev");
    f.access.isRoot = true;
    f.access.way = Access::Root::SudoNoPassword;
    f.system.hostname = u("host");
    f.system.osId = u(osId);
    f.system.osVersion = u(version);
    f.system.osName = u(osName);
    f.system.kernel = u("6.1.0-28-amd64");
    f.system.architecture = u("x86_64");
    f.system.virtualisation = u("kvm");
    f.system.uptimeSeconds = 41 * 86400;
    f.system.clockSynchronised = true;
    f.system.cpus = cpus;
    f.system.cpuModel = u("AMD EPYC 9354");
    f.system.load1 = load;
    f.system.memoryTotal = memory * gib;
    f.system.memoryAvailable = free * gib;
    f.system.initSystem = u("systemd");
    f.services.units = QList<SystemdUnit>{};
    f.listeners = QList<Listener>{};
    f.gpus = QList<Gpu>{};
    f.disks = QList<FileSystem>{};
    f.users = QList<UserAccount>{};
    f.certificates.lineages = QList<Lineage>{};
    f.certificates.files = QList<CertificateFile>{};
    return f;
}

Lineage lineage(const char *name, int daysLeft)
{
    Lineage l;
    l.name = u(name);
    l.renewal.path = RemotePath(QByteArray("/etc/letsencrypt/renewal/") + name + ".conf");
    l.certificate = certificate(name, daysLeft);
    return l;
}

Finding finding(const char *rule, Severity severity, const char *file, int line, const char *subject,
                const QString &title, const QString &explanation, const char *effective, const QList<Evidence> &proof,
                const char *source)
{
    Finding f;
    f.rule = RuleId(QString::fromLatin1(rule));
    f.severity = severity;
    f.where.file = path(file);
    f.where.line = line;
    f.subject = QString::fromUtf8(subject);
    f.title = title;
    f.explanation = explanation;
    f.effective = u(effective);
    f.proof = proof;
    f.source = QString::fromUtf8(source);
    return f;
}

Finding plain(const char *rule, Severity severity, const char *file, int line, const char *subject, const char *title)
{
    return finding(rule, severity, file, line, subject, QString::fromUtf8(title), {}, "", {}, "");
}

FileSystem disk(const char *mount, const char *device, qint64 size, qint64 used)
{
    FileSystem fs;
    fs.mountPoint = u(mount);
    fs.device = u(device);
    fs.type = u("ext4");
    fs.size = size * gib;
    fs.used = used * gib;
    fs.available = (size - used) * gib;
    return fs;
}

Facts tutorialFacts()
{
    Facts f = base("debian", "12", "Debian GNU/Linux 12 (bookworm)", 21.4, 32, 251, 68);
    f.system.hostname = u("gpu-h100-02");
    f.gpus = QList<Gpu>{gpu(0, "NVIDIA H100 80GB", 80, 71, 97, 74), gpu(1, "NVIDIA H100 80GB", 80, 68, 92, 72)};
    f.listeners = QList<Listener>{
        listener("0.0.0.0", 22, "sshd", "root", 812),        listener("0.0.0.0", 80, "nginx", "root", 901),
        listener("0.0.0.0", 443, "nginx", "root", 901),      listener("0.0.0.0", 3001, "python3", "root", 2101),
        listener("0.0.0.0", 8000, "python3", "root", 2140),  listener("0.0.0.0", 8888, "jupyter-lab", "root", 2222),
        listener("127.0.0.1", 7860, "python3", "dev", 2300), listener("127.0.0.1", 6379, "redis-server", "redis", 700)};
    (*f.listeners)[3].commandLine =
        u("/opt/vllm/bin/python3 /opt/vllm/bin/vllm serve Qwen/Qwen3-VL-8B --host 0.0.0.0 --port 3001");
    (*f.listeners)[6].commandLine = u("python3 gui.py --listen 127.0.0.1 --port 7860");
    SystemdUnit fail2ban;
    fail2ban.name = u("fail2ban.service");
    fail2ban.activeState = u("failed");
    fail2ban.subState = u("failed");
    fail2ban.enabled = u("enabled");
    fail2ban.result = u("ERROR   Failed during configuration: Have not found any log file for sshd jail");
    f.services.units = QList<SystemdUnit>{fail2ban};
    SupervisorProgram program;
    program.name = u("qwen-chat");
    program.command = u("/opt/vllm/bin/vllm serve Qwen/Qwen3-VL-8B --host 0.0.0.0 --port 3001");
    program.state = u("RUNNING");
    program.file = path("/etc/supervisor/conf.d/qwen-chat.conf");
    program.line = 1;
    f.services.supervisor = QList<SupervisorProgram>{program};
    f.services.schedule = QList<ScheduledJob>{};
    f.firewall.ufwStatus = u("Status: inactive");
    f.firewall.nftables = u("");
    f.firewall.iptables = u("*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\nCOMMIT\n");
    f.firewall.ip6tables = f.firewall.iptables;
    f.disks = QList<FileSystem>{disk("/", "/dev/nvme0n1p2", 480, 431), disk("/data", "/dev/nvme1n1", 3576, 2210)};
    f.certificates.lineages = QList<Lineage>{lineage("lora.example.com", 6)};

    SshdFacts sshd;
    sshd.version = u("OpenSSH_9.2p1 Debian-2+deb12u5");
    sshd.mainFile = path("/etc/ssh/sshd_config");
    FileFact main;
    main.path = sshd.mainFile;
    main.content = sshdConfig;
    main.mode = 0644;
    FileFact dropIn;
    dropIn.path = path("/etc/ssh/sshd_config.d/50-cloud-init.conf");
    dropIn.content = "PasswordAuthentication yes\n";
    sshd.files = {main, dropIn};
    sshd.effective = SshdEffective::parse(sshdEffective);
    f.sshd = sshd;
    Fail2banFacts jail;
    jail.enabled = true;
    jail.activeState = u("failed");
    FileFact jailLocal;
    jailLocal.path = path("/etc/fail2ban/jail.local");
    jailLocal.content = "[sshd]\nenabled = true\nport = ssh\nlogpath = /var/log/auth.log\nmaxretry = 5\n";
    jail.files = {jailLocal};
    f.fail2ban = jail;
    NginxFacts nginx;
    nginx.version = u("1.22.1");
    FileFact supervisor; // shown as source too
    supervisor.path = path("/etc/nginx/nginx.conf");
    supervisor.content = "user www-data;\nworker_processes auto;\n";
    nginx.tree = QList<FileFact>{supervisor};
    nginx.testPassed = true;
    f.nginx = nginx;

    UserAccount root;
    root.name = u("root");
    root.shell = u("/bin/bash");
    root.mayBecomeRoot = true;
    root.keys = QList<AuthorizedKey>{};
    UserAccount dev;
    dev.name = u("dev");
    dev.uid = 1000;
    dev.shell = u("/bin/bash");
    dev.groups = {u("sudo"), u("docker")};
    dev.mayBecomeRoot = true;
    AuthorizedKey good;
    good.type = u("ssh-ed25519");
    good.fingerprint = u("SHA256:9RkTq0d6n1Y8sYbXxJtWn0m5m1gGm0r5uJ8b6r2h0Qw");
    good.comment = u("lin@laptop");
    AuthorizedKey weak;
    weak.type = u("ssh-rsa");
    weak.bits = 1024;
    weak.fingerprint = u("SHA256:1xkqQmKqvY8r0JwqK4Q7xkVvUqj4s8n3mW0h8m5m1g0");
    weak.comment = u("old-ci");
    dev.keys = QList<AuthorizedKey>{good, weak};
    f.users = QList<UserAccount>{root, dev};
    PackageFacts packages;
    packages.manager = u("apt");
    packages.securityUpdates =
        QList<Package>{{u("openssl"), u("3.0.17-1~deb12u2")}, {u("libssh-4"), u("0.10.6-0+deb12u3")}};
    packages.listsUpdated = ago(7200);
    f.packages = packages;
    return f;
}

Review tutorialReview()
{
    using S = Severity;
    Review r;
    const QString sshdFile = QStringLiteral("/etc/ssh/sshd_config");
    r.findings = {
        finding(
            "exposure.open-port", S::Critical, "", 0, "0.0.0.0:3001/tcp",
            QStringLiteral("vLLM answers the internet directly on port 3001"),
            QStringLiteral(
                "The process listens on every address and no firewall rule stops it. Anyone can use the model, fill "
                "the GPUs and read what others ask. Bind it to 127.0.0.1 and put nginx with a login in front."),
            "0.0.0.0:3001 python3 (root)",
            {{QStringLiteral("ss -H -tulpn 'sport = :3001'"),
              u("tcp LISTEN 0 2048 0.0.0.0:3001 0.0.0.0:* users:((\"python3\",pid=2101,fd=9))")},
             {QStringLiteral("ufw status"), u("Status: inactive")}},
            "OWASP LLM10; product rule"),
        finding("exposure.open-port", S::Critical, "", 0, "0.0.0.0:8888/tcp",
                QStringLiteral("Jupyter answers the internet directly on port 8888"),
                QStringLiteral("A notebook server runs commands for whoever reaches it. Bind it to 127.0.0.1 and reach "
                               "it through a tunnel."),
                "0.0.0.0:8888 jupyter-lab (root)",
                {{QStringLiteral("ss -H -tulpn 'sport = :8888'"), u("tcp LISTEN 0 128 0.0.0.0:8888")}},
                "Jupyter Server documentation, Security"),
        finding("sshd.root-login", S::High, "/etc/ssh/sshd_config", 13, "",
                QStringLiteral("root may log in with a password"),
                QStringLiteral("Every scanner tries root first, and a guessed password is the whole machine. Use "
                               "prohibit-password, or "
                               "no and sudo from a named account."),
                "permitrootlogin yes",
                {{QStringLiteral("sshd -T | grep -i permitrootlogin"), u("permitrootlogin yes")}},
                "CIS Debian 12 5.1.20; sshd_config(5)"),
        finding("sshd.password-authentication", S::High, "/etc/ssh/sshd_config", 21, "",
                QStringLiteral("Passwords are accepted for SSH login"),
                QStringLiteral(
                    "Passwords can be guessed from anywhere, all day long. Put a key on the server, try it in a second "
                    "session, then set PasswordAuthentication no."),
                "passwordauthentication yes",
                {{QStringLiteral("sshd -T | grep -i passwordauthentication"), u("passwordauthentication yes")},
                 {QStringLiteral("grep -n PasswordAuthentication /etc/ssh/sshd_config.d/*"),
                  u("50-cloud-init.conf:1:PasswordAuthentication yes")}},
                "CIS Debian 12 5.1.4; sshd_config(5)"),
        plain("service.supervisor-root", S::High, "/etc/supervisor/conf.d/qwen-chat.conf", 1, "qwen-chat",
              "The program qwen-chat runs as root"),
        finding(
            "fail2ban.not-running", S::Medium, "/etc/fail2ban/jail.local", 4, "",
            QStringLiteral("fail2ban is enabled and does not run"),
            QStringLiteral(
                "Debian 12 has no /var/log/auth.log, so the jail finds no log file and the whole service stops. Set "
                "backend = systemd."),
            "fail2ban.service failed", {{QStringLiteral("systemctl is-active fail2ban"), u("failed")}},
            "Debian bug 770171"),
        plain("certificate.no-renewal", S::Medium, "/etc/letsencrypt/renewal/lora.example.com.conf", 0,
              "lora.example.com", "lora.example.com expires in 6 days and nothing renews it"),
        plain("packages.security-updates", S::Medium, "", 0, "openssl, libssh-4",
              "2 security updates wait to be installed"),
        plain("sshd.deprecated-name", S::Low, "/etc/ssh/sshd_config", 24, "",
              "ChallengeResponseAuthentication is the old name of KbdInteractiveAuthentication"),
        plain("sshd.x11-forwarding", S::Low, "/etc/ssh/sshd_config", 27, "", "X11 forwarding is on"),
    };
    AcceptedFinding accepted;
    accepted.finding = plain("exposure.open-port", S::High, "", 0, "0.0.0.0:8000/tcp",
                             "Chat proxy answers the internet directly on port 8000");
    accepted.risk = {accepted.finding.rule, accepted.finding.subject, QStringLiteral("Open for the workshop"),
                     QDate::currentDate().addDays(9), QStringLiteral("lin")};
    r.accepted = {accepted};
    const auto status = [](const char *rule, const char *title, const char *reason) {
        return RuleStatus{RuleId(QString::fromLatin1(rule)), QString::fromUtf8(title), QString::fromUtf8(reason)};
    };
    r.passed = {status("sshd.empty-passwords", "Empty passwords are refused", ""),
                status("sshd.strict-modes", "Modes of key files are checked", ""),
                status("sshd.ciphers", "Only strong ciphers are offered", ""),
                status("system.clock", "The clock is synchronised", ""),
                status("nginx.test", "nginx accepts its configuration", "")};
    r.notChecked = {status("users.password-hash", "Password hashes are strong", "needs root"),
                    status("firewall.iptables", "The packet filter holds no open rule", "needs root")};
    r.notApplicable = {status("container.privileged", "No container is privileged", "Docker is not installed")};
    return r;
}

Server server(const char *id, const char *name, const char *group, const char *target, const char *colour)
{
    Server s;
    s.id = HostId(QString::fromLatin1(id));
    s.name = QString::fromUtf8(name);
    s.group = QString::fromUtf8(group);
    s.target = QString::fromLatin1(target);
    s.colour = QString::fromLatin1(colour);
    s.transport = QStringLiteral("automatic");
    return s;
}

Online online()
{
    Online o;
    o.transport = QStringLiteral("libssh");
    o.transportReason = QStringLiteral("nothing in ssh_config needs more");
    o.details = QStringLiteral(
        "dev@203.0.113.7:22\nED25519 host key\npublic key ED25519 from ssh-agent\naes256-gcm@openssh.com");
    o.roundTrip = std::chrono::milliseconds(14);
    o.isRoot = true;
    return o;
}

Machine machine(Server server, Facts facts, Review review)
{
    facts.system.hostname = UntrustedText(server.name);
    Machine m;
    m.server = std::move(server);
    m.connection = online();
    m.facts = std::make_shared<const Facts>(std::move(facts));
    m.review = std::make_shared<const Review>(std::move(review));
    return m;
}

} // namespace

ServerSummary Machine::summary() const
{
    return summaryOf(server, connection, facts.get(), review.get());
}

Machine tutorial()
{
    return machine(server("h100", "gpu-h100-02", "gpu-lab", "dev@203.0.113.7", "violet"), tutorialFacts(),
                   tutorialReview());
}

QList<Machine> fleet()
{
    using S = Severity;
    QList<Machine> all;
    Facts a100 = base("ubuntu", "24.04", "Ubuntu 24.04.1 LTS", 12.2, 64, 503, 310);
    a100.gpus = QList<Gpu>{gpu(0, "NVIDIA A100 80GB", 80, 71, 97, 74), gpu(1, "NVIDIA A100 80GB", 80, 68, 92, 72),
                           gpu(2, "NVIDIA A100 80GB", 80, 22, 41, 55), gpu(3, "NVIDIA A100 80GB", 80, 1, 0, 33)};
    Review a100Review;
    a100Review.findings = {
        plain("sshd.max-auth-tries", S::Medium, "/etc/ssh/sshd_config", 15, "", "Six guesses per connection")};
    all << machine(server("a100", "gpu-a100-01", "gpu-lab", "dev@203.0.113.6", ""), a100, a100Review);
    all << tutorial();

    Facts lora = base("ubuntu", "22.04", "Ubuntu 22.04.5 LTS", 5.1, 16, 125, 80);
    lora.gpus = QList<Gpu>{gpu(0, "NVIDIA GeForce RTX 4090", 24, 19, 78, 78)};
    lora.takenAt = ago(7300);
    Review loraReview;
    loraReview.findings = {plain("service.supervisor-root", S::High, "/etc/supervisor/conf.d/lora.conf", 1,
                                 "lora-scripts", "The program lora-scripts runs as root"),
                           plain("sshd.password-authentication", S::High, "/etc/ssh/sshd_config", 57, "",
                                 "Passwords are accepted for SSH login")};
    all << machine(server("lora", "lora-4090", "gpu-lab", "root@lora.example.com", ""), lora, loraReview);

    Facts edge1 = base("debian", "12", "Debian GNU/Linux 12 (bookworm)", 0.4, 4, 8, 5);
    edge1.certificates.lineages = QList<Lineage>{lineage("api.example.com", 19), lineage("chat.example.com", 42)};
    ScheduledJob timer;
    timer.kind = ScheduledJob::Kind::Timer;
    timer.name = u("certbot.timer");
    timer.renewsCertificates = true;
    edge1.services.schedule = QList<ScheduledJob>{timer};
    Review edge1Review;
    edge1Review.findings = {
        plain("packages.security-updates", S::High, "", 0, "openssl", "A security update waits to be installed")};
    all << machine(server("edge1", "edge-1", "web", "edge-1", ""), edge1, edge1Review);

    Facts edge2 = base("debian", "12", "Debian GNU/Linux 12 (bookworm)", 0.9, 4, 8, 3);
    edge2.certificates.lineages = QList<Lineage>{lineage("*.lab.example.com", 87)};
    edge2.services.schedule = QList<ScheduledJob>{timer};
    all << machine(server("edge2", "edge-2", "web", "edge-2", ""), edge2, {});

    Server here = server("local", "This computer", "", "local", "");
    Machine local = machine(here, base("debian", "12", "Debian GNU/Linux 12 (bookworm)", 1.8, 8, 31, 18), {});
    Online localState;
    localState.transport = QStringLiteral("this computer");
    local.connection = localState;
    all << local;
    return all;
}

QList<FactChange> changes()
{
    FactChange added;
    added.kind = FactChange::Kind::Added;
    added.subject = QStringLiteral("Listening socket 0.0.0.0:8888/tcp");
    added.after = u("jupyter-lab (root)");
    FactChange changed;
    changed.kind = FactChange::Kind::Changed;
    changed.subject = QStringLiteral("Package openssl");
    changed.before = u("3.0.16-1~deb12u1");
    changed.after = u("3.0.17-1~deb12u1");
    FactChange removed;
    removed.kind = FactChange::Kind::Removed;
    removed.subject = QStringLiteral("Authorized key of dev: SHA256:1xkq…");
    removed.before = u("ssh-rsa 1024 old-ci");
    return {added, changed, removed};
}

HostKeyQuestion hostKeyQuestion()
{
    return {QStringLiteral("203.0.113.7:22"), QStringLiteral("ED25519"),
            QStringLiteral("SHA256:Q3pVn2iK4b0dQmQpX4o6mBrfVJp0aJv3bq5n2T0u7wM"), QStringLiteral("203.0.113.7")};
}

SecretQuestion passwordQuestion()
{
    SecretQuestion q;
    q.hop = QStringLiteral("dev@203.0.113.7:22");
    return q;
}

SecretQuestion rootQuestion()
{
    SecretQuestion q;
    q.kind = SecretQuestion::Kind::RootPassword;
    q.hop = QStringLiteral("dev@203.0.113.7:22");
    q.subject = QStringLiteral("sudo");
    return q;
}

SecretQuestion interactiveQuestion()
{
    SecretQuestion q;
    q.kind = SecretQuestion::Kind::KeyboardInteractive;
    q.hop = QStringLiteral("dev@jump.example.com:22");
    q.instruction = u("Two-factor authentication is required\x1b[31m");
    q.prompts = {{u("Password: "), false}, {u("One-time code: "), true}};
    return q;
}

Error unreachable()
{
    Error e;
    e.kind = Error::Kind::Unreachable;
    e.tried = QStringLiteral("Connect to gpu-h100-02 (203.0.113.7 port 22)");
    e.cause = QStringLiteral("No answer within 10 seconds from 203.0.113.7 and 2001:db8::7");
    e.advice = QStringLiteral(
        "Check the address, whether the machine runs, and whether a firewall on the way lets port 22 through.");
    return e;
}

Error hostKeyChanged()
{
    Error e;
    e.kind = Error::Kind::HostKeyChanged;
    e.tried = QStringLiteral("Connect to gpu-h100-02 (203.0.113.7 port 22)");
    e.cause = QStringLiteral("It shows the ED25519 key SHA256:Q3pVn2iK4b0dQmQpX4o6mBrfVJp0aJv3bq5n2T0u7wM; "
                             "/root/.ssh/known_hosts line 4 holds "
                             "SHA256:8aLrW2mQ9p0dQmQpX4o6mBrfVJp0aJv3bq5n2T0u7wM");
    return e;
}

Finding hostileFinding()
{
    const UntrustedText evil = UntrustedText(QStringLiteral("<img src=x><b>\u202Egnp.exe\x1b]0;title\x07&amp;"));
    Finding f;
    f.rule = RuleId(QStringLiteral("service.supervisor-root"));
    f.severity = Severity::High;
    f.subject = evil.shown();
    f.title = evil.shown();
    f.explanation = evil.shown();
    f.effective = evil;
    f.proof = {{QStringLiteral("systemctl show"), evil}};
    f.source = QStringLiteral("supervisor(1)");
    return f;
}

} // namespace gw::sample
