// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/samplehistory.h"

namespace gw::sample {
namespace {

using namespace std::chrono_literals;

const QByteArray dropInPath = "/etc/ssh/sshd_config.d/00-gatewright.conf";
const QByteArray sitePath = "/etc/nginx/sites-available/chat.conf";

const QByteArray firstDropIn = "# Written by Gatewright\n"
                               "PermitRootLogin prohibit-password\n";
const QByteArray secondDropIn = "# Written by Gatewright\n"
                                "AllowUsers dev\n"
                                "KbdInteractiveAuthentication no\n"
                                "PasswordAuthentication no\n"
                                "PermitRootLogin no\n";

QByteArray site(const QByteArray &headers)
{
    return "server {\n"
           "    listen 443 ssl;\n"
           "    server_name chat.example.com;\n"
           "\n"
           "    ssl_certificate     /etc/letsencrypt/live/chat.example.com/fullchain.pem;\n"
           "    ssl_certificate_key /etc/letsencrypt/live/chat.example.com/privkey.pem;\n"
           "\n"
           "    add_header Strict-Transport-Security \"max-age=63072000\" always;\n"
           "\n"
           "    location /v1/ {\n" +
           headers +
           "        proxy_pass http://qwen_backend;\n"
           "        proxy_read_timeout 300;\n"
           "    }\n"
           "}\n";
}

FileState regular(const QByteArray &content, quint32 mode = 0644)
{
    FileState state;
    state.kind = FileState::Kind::Regular;
    state.content = content;
    state.attributes.mode = mode;
    return state;
}

FileRecord record(const QByteArray &path, const FileState &before, const FileState &after)
{
    FileRecord file;
    file.path = RemotePath(path);
    file.before = before;
    file.after = after;
    file.beforeHash = before.hash();
    file.afterHash = after.hash();
    return file;
}

Step step(const char *id, const Change &change, const char *reason)
{
    return {QString::fromUtf8(id), change, QString::fromUtf8(reason)};
}

StepRecord done(const char *id, std::chrono::milliseconds took, const QByteArray &output = {})
{
    return {QString::fromUtf8(id), StepRecord::State::Done, took, output};
}

QDateTime ago(qint64 days, const QTime &time)
{
    return QDateTime(QDate::currentDate().addDays(-days), time).toUTC();
}

ChangeRecord change(qint64 number, const QDateTime &at, const char *title)
{
    ChangeRecord made;
    made.number = number;
    made.transaction = QStringLiteral("t%1").arg(number);
    made.host = HostId(QStringLiteral("h100"));
    made.serverName = QStringLiteral("gpu-h100-02");
    made.at = at;
    made.who = QStringLiteral("ada on laptop, as dev@203.0.113.7:22");
    made.plan.host = made.host;
    made.plan.title = QString::fromUtf8(title);
    made.outcome = Outcome::Kept;
    made.hostKey = QStringLiteral("ED25519 SHA256:yY5v2gI6kY3Qm0q9pZl2mYV8Hh2sNqk3W1n0cK7uT4E");
    return made;
}

ServiceAction reload(const char *unit)
{
    return {ServiceUnit(QString::fromUtf8(unit)), ServiceAction::Verb::Reload};
}

/// Keys only and no root, with port 3001 closed: the change of the target pictures.
void fillHardening(ChangeRecord &made)
{
    const FileState before = regular(firstDropIn);
    const FileState after = regular(secondDropIn, 0600);
    WriteFile write{RemotePath(dropInPath), before, secondDropIn, FileAttributes{0600, "root", "root"}};
    made.plan.steps = {
        step("write", write, "Keys only: passwords can be guessed"),
        step("check", Check{Check::Kind::Sshd}, "sshd must accept what is written"),
        step("deny", RunCommand{"ufw deny 3001/tcp", QByteArray("ufw delete deny 3001/tcp"), {}, true},
             "vLLM answers the internet directly"),
        step("reload", reload("ssh.service"), "New logins follow the new settings"),
    };
    made.steps = {done("write", 12ms), done("check", 96ms), done("deny", 410ms, "Rule added\nRule added (v6)\n"),
                  done("reload", 180ms)};
    made.proofs = {{LoginProof{}, true, QStringLiteral("answered in 41 ms")},
                   {PortProof{3001, PortProof::Expect::Closed}, true, QStringLiteral("no answer in 3 s")},
                   {UnitProof{ServiceUnit(QStringLiteral("ssh.service"))}, true, QStringLiteral("active")}};
    made.files = {record(dropInPath, before, after)};
}

void fillSite(ChangeRecord &made, const FileState &before, const FileState &after)
{
    made.plan.steps = {
        step("write", WriteFile{RemotePath(sitePath), before, after.content, {}}, "Headers are inherited only whole"),
        step("check", Check{Check::Kind::Nginx}, "nginx must accept what is written"),
        step("reload", reload("nginx.service"), "Connections stay open"),
    };
    made.steps = {done("write", 9ms),
                  done("check", 61ms,
                       "nginx: the configuration file /etc/nginx/nginx.conf syntax is ok\n"
                       "nginx: configuration file /etc/nginx/nginx.conf test is successful\n"),
                  done("reload", 74ms)};
    made.proofs = {
        {UrlProof{QStringLiteral("https://chat.example.com/health"), 200}, true, QStringLiteral("200 in 38 ms")}};
    made.files = {record(sitePath, before, after)};
}

ChangeRecord firstHardening()
{
    ChangeRecord made = change(97, ago(9, {11, 20, 3}), "No passwords for root");
    const FileState after = regular(firstDropIn);
    made.plan.steps = {
        step("write", WriteFile{RemotePath(dropInPath), {}, firstDropIn, {}}, "Root logs in by key only"),
        step("check", Check{Check::Kind::Sshd}, "sshd must accept what is written"),
        step("reload", reload("ssh.service"), "New logins follow the new settings")};
    made.steps = {done("write", 11ms), done("check", 88ms), done("reload", 171ms)};
    made.proofs = {{LoginProof{}, true, QStringLiteral("answered in 44 ms")}};
    made.files = {record(dropInPath, {}, after)};
    return made;
}

ChangeRecord failedProof()
{
    ChangeRecord made = change(112, ago(1, {9, 41, 15}), "Move ssh to port 2222");
    made.outcome = Outcome::Undone;
    made.detail = QStringLiteral("A proof did not hold, so everything was put back: port 2222 did not answer.");
    const FileState before = regular(firstDropIn);
    const FileState after = regular(firstDropIn + "Port 22\nPort 2222\n");
    made.plan.steps = {
        step("write", WriteFile{RemotePath(dropInPath), before, after.content, {}}, "Both ports at first"),
        step("reload", reload("ssh.service"), "sshd listens on both")};
    made.steps = {done("write", 10ms), done("reload", 190ms)};
    made.proofs = {{LoginProof{}, true, QStringLiteral("answered in 40 ms")},
                   {LoginProof{QString(), 2222}, false, QStringLiteral("connection timed out after 10 s")}};
    made.files = {record(dropInPath, before, after)};
    return made;
}

ChangeRecord failedCheck()
{
    ChangeRecord made = change(108, ago(2, {16, 2, 40}), "Serve the chat with HTTP/2");
    made.outcome = Outcome::Refused;
    made.detail = QStringLiteral("nginx -t did not accept the staged files. Nothing was changed.");
    const FileState before = regular(site({}));
    const FileState after = regular(site("        http2 on;\n"));
    fillSite(made, before, after);
    made.steps = {{QStringLiteral("check"), StepRecord::State::Failed, 58ms,
                   "nginx: [emerg] unknown directive \"http2\" in /etc/nginx/sites-enabled/chat.conf:11\n"
                   "nginx: configuration file /etc/nginx/nginx.conf test failed\n"}};
    made.proofs = {};
    return made;
}

ChangeRecord secretChange()
{
    ChangeRecord made = change(88, ago(14, {10, 5, 9}), "A password for Jupyter");
    made.who = QStringLiteral("lin on workstation, as ops@203.0.113.7:22");
    const FileState before = regular({}, 0600);
    FileRecord secret = record("/etc/nginx/auth/jupyter.htpasswd", before, before);
    secret.secrecy = Secrecy::Secret;
    secret.afterHash = "0123456789abcdef";
    WriteFile write{secret.path, before, {}, {}};
    write.secrecy = Secrecy::Secret;
    made.plan.steps = {step("write", write, "Jupyter has no password of its own"),
                       step("install", InstallPackage{QStringLiteral("apache2-utils")}, "htpasswd makes the hash"),
                       step("reload", reload("nginx.service"), "Connections stay open")};
    made.steps = {done("write", 8ms), done("install", 4120ms, "Setting up apache2-utils (2.4.62-1~deb12u2) ...\n"),
                  done("reload", 70ms)};
    made.files = {secret};
    return made;
}

ChangeRecord on(ChangeRecord made, const char *host, const char *name, qint64 number)
{
    made.host = made.plan.host = HostId(QString::fromUtf8(host));
    made.serverName = QString::fromUtf8(name);
    made.number = number;
    made.transaction = QStringLiteral("t%1").arg(number);
    return made;
}

} // namespace

QList<ChangeRecord> history()
{
    ChangeRecord harden = change(118, ago(0, {8, 5, 12}), "Harden SSH and close port 3001");
    fillHardening(harden);
    const FileState bare = regular(site({}));
    const FileState dressed = regular(site("        include snippets/security-headers.conf;\n"));
    ChangeRecord headers = change(115, ago(1, {17, 22, 48}), "Send security headers for /v1/");
    fillSite(headers, bare, dressed);
    ChangeRecord cors = change(103, ago(6, {14, 11, 2}), "Allow admin.example.com as origin");
    fillSite(cors, regular(site("        add_header Access-Control-Allow-Origin \"*\" always;\n")), bare);
    ChangeRecord back = change(101, ago(7, {9, 30, 55}), "Undo: Allow any origin");
    back.undoes = 99;
    fillSite(back, regular(site("        add_header X-Test 1;\n")),
             regular(site("        add_header Access-Control-Allow-Origin \"*\" always;\n")));
    ChangeRecord any = change(99, ago(8, {18, 44, 31}), "Allow any origin");
    fillSite(any, regular(site("        add_header Access-Control-Allow-Origin \"*\" always;\n")),
             regular(site("        add_header X-Test 1;\n")));
    ChangeRecord returned = change(94, ago(9, {10, 58, 20}), "Turn the firewall on");
    returned.outcome = Outcome::CameBack;
    returned.detail = QStringLiteral("Nobody confirmed it in time: this computer had lost its connection.");
    returned.plan.steps = {step("enable", RunCommand{"ufw --force enable", QByteArray("ufw --force disable"), {}, true},
                                "Everything but ssh and the web is closed")};
    returned.steps = {done("enable", 1210ms, "Firewall is active and enabled on system startup\n")};
    return {harden, headers, failedProof(), failedCheck(), cors, back, any, firstHardening(), returned, secretChange()};
}

ChangeRecord openChange()
{
    ChangeRecord made = history().first();
    made.number = 119;
    made.transaction = QStringLiteral("open-1");
    made.at = QDateTime::currentDateTimeUtc().addSecs(-48);
    made.plan.title = QStringLiteral("Ban who guesses passwords");
    made.outcome = Outcome::Open;
    return made;
}

QList<ChangeRecord> fleetHistory()
{
    QList<ChangeRecord> all = history();
    all << on(firstHardening(), "a100", "gpu-a100-01", 117) << on(failedProof(), "edge1", "edge-1", 111)
        << on(secretChange(), "lora", "lora-4090", 90);
    all[all.size() - 2].outcome = Outcome::Broken;
    all[all.size() - 2].detail = QStringLiteral("/etc/ssh/sshd_config.d is full; one file could not be put back.");
    return all;
}

QList<ChangeRecord> longHistory(int count)
{
    static const Outcome outcomes[] = {Outcome::Kept,   Outcome::Kept,     Outcome::Kept,
                                       Outcome::Undone, Outcome::CameBack, Outcome::Failed};
    QList<ChangeRecord> changes;
    for (int i = 0; i < count; ++i) {
        ChangeRecord made = history()[i % 3];
        made = on(made, i % 2 ? "h100" : "a100", i % 2 ? "gpu-h100-02" : "gpu-a100-01", count - i);
        made.at = QDateTime::currentDateTimeUtc().addSecs(-qint64(i) * 7200);
        made.outcome = outcomes[i % 6];
        changes << withoutContents(made);
    }
    return changes;
}

ChangeRecord hostileChange()
{
    const QByteArray nasty = "\x1b]0;owned\a<b>bold</b>\u202egnp.exe```\n# not a heading\n";
    ChangeRecord made = history().first();
    made.plan.steps = {step("run", RunCommand{"printf '" + nasty + "'", {}}, "To see what becomes of it")};
    made.steps = {done("run", 10ms, nasty + QByteArray(3000, 'x'))};
    made.files = {record("/etc/<b>\x1b[31m\u202eevil\n.conf", regular(nasty), regular(nasty + nasty))};
    return made;
}

ChangeRecord withoutContents(ChangeRecord change)
{
    for (FileRecord &file : change.files) {
        file.before.content.clear();
        file.after.content.clear();
    }
    return change;
}

Drift drift()
{
    using Kind = FactChange::Kind;
    const auto text = [](const char *words) { return UntrustedText(QString::fromUtf8(words)); };
    return {
        ago(1, {17, 30}),
        {{{Kind::Added, QStringLiteral("Listening socket 0.0.0.0:8188/tcp"), {}, text("python3 (root)")}},
         {{Kind::Added, QStringLiteral("User deploy"), {}, text("uid 1004, sudo")}},
         {{Kind::Changed, QStringLiteral("File /etc/nginx/sites-enabled/chat.conf"), text("3f1c"), text("90ab")}, 115},
         {{Kind::Changed, QStringLiteral("Service nginx"), text("active since 26 Nov"), text("active since 27 Nov")},
          115,
          false}}};
}

} // namespace gw::sample
