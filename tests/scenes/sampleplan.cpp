// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampleplan.h"

namespace gw::sample {
namespace {

using namespace std::chrono_literals;
using Phase = ApplyState::Phase;

const QByteArray dropIn = "# Written by Gatewright. It is read before the other files, and the first word counts.\n"
                          "PasswordAuthentication no\n"
                          "KbdInteractiveAuthentication no\n"
                          "AllowUsers dev\n";

QByteArray site(bool mended)
{
    QByteArray text = "# The chat of the lab, in front of vLLM.\n"
                      "server {\n"
                      "    listen 443 ssl http2;\n"
                      "    server_name chat.example.com;\n"
                      "\n"
                      "    ssl_certificate     /etc/letsencrypt/live/chat.example.com/fullchain.pem;\n"
                      "    ssl_certificate_key /etc/letsencrypt/live/chat.example.com/privkey.pem;\n";
    text += mended ? "    ssl_protocols       TLSv1.2 TLSv1.3;\n" : "    ssl_protocols       TLSv1 TLSv1.1 TLSv1.2;\n";
    text += "\n    location /v1/ {\n";
    if (mended)
        text += "        include snippets/security-headers.conf;\n";
    text += "        proxy_pass http://qwen_backend;\n"
            "        add_header Access-Control-Allow-Origin \"https://admin.example.com\" always;\n"
            "    }\n"
            "\n";
    for (int i = 1; i <= 60; ++i) {
        const QByteArray number = QByteArray::number(i);
        text +=
            "    location /model-" + number + "/ { proxy_pass http://127.0.0.1:80" + number + "; } # one for each\n";
    }
    text += mended ? "\n    server_tokens off;\n}\n" : "\n    server_tokens on;\n}\n";
    return text;
}

FileState file(const QByteArray &content)
{
    return {FileState::Kind::Regular, content, {}, {}};
}

Step step(const char *id, const Change &change, const char *reason, const QStringList &needs = {})
{
    return {QString::fromUtf8(id), change, QString::fromUtf8(reason), needs};
}

StepRecord done(const Step &step, std::chrono::milliseconds took, const char *output = "")
{
    return {step.id, StepRecord::State::Done, took, output};
}

QList<StepRecord> records()
{
    const QList<Step> steps = plan().steps;
    return {done(steps[0], 12ms),
            done(steps[1], 9ms),
            done(steps[2], 96ms),
            done(steps[3], 74ms),
            done(steps[4], 412ms, "Rule added\nRule added (v6)\n"),
            done(steps[5], 180ms),
            done(steps[6], 61ms)};
}

QList<ProofRecord> proofs()
{
    const QList<Proof> proofs = plan().proofs;
    return {{proofs[0], true, QStringLiteral("dev@203.0.113.7:22 by publickey id_ed25519, root, in 0.4 s")},
            {proofs[1], true, QStringLiteral("connection refused")},
            {proofs[2], true, QStringLiteral("200 in 41 ms")}};
}

} // namespace

Plan plan()
{
    const QString ssh = QStringLiteral("write /etc/ssh/sshd_config.d/00-gatewright.conf");
    const QString nginx = QStringLiteral("write /etc/nginx/sites-enabled/chat.conf");
    Plan plan;
    plan.host = HostId(QStringLiteral("h100"));
    plan.title = QStringLiteral("Harden SSH and close port 3001");
    plan.steps = {
        step("write /etc/ssh/sshd_config.d/00-gatewright.conf",
             WriteFile{RemotePath(QByteArray("/etc/ssh/sshd_config.d/00-gatewright.conf")), {}, dropIn, {}},
             "Keys only: passwords can be guessed, and nobody but dev logs in here."),
        step("write /etc/nginx/sites-enabled/chat.conf",
             WriteFile{RemotePath(QByteArray("/etc/nginx/sites-enabled/chat.conf")), file(site(false)), site(true), {}},
             "TLS 1.0 and 1.1 are broken; the headers were lost in /v1/."),
        step("check sshd", Check{Check::Kind::Sshd}, "A broken sshd would shut everybody out.", {ssh}),
        step("check nginx", Check{Check::Kind::Nginx}, "A broken nginx would take the sites down.", {nginx}),
        step("ufw deny 3001/tcp",
             RunCommand{"ufw deny 3001/tcp",
                        QByteArray("ufw delete deny 3001/tcp"),
                        {RemotePath(QByteArray("/etc/ufw/user.rules")), RemotePath(QByteArray("/etc/ufw/user6.rules"))},
                        true},
             "vLLM answers on port 3001 without a password."),
        step("reload ssh.service", ServiceAction{ServiceUnit(QStringLiteral("ssh.service"))},
             "So that sshd reads its files.", {ssh, QStringLiteral("check sshd")}),
        step("reload nginx.service", ServiceAction{ServiceUnit(QStringLiteral("nginx.service"))},
             "So that nginx reads its files.", {nginx, QStringLiteral("check nginx")}),
    };
    plan.proofs = {LoginProof{QStringLiteral("dev"), 0}, PortProof{3001, PortProof::Expect::Closed},
                   UrlProof{QStringLiteral("https://chat.example.com/")}};
    plan.warnings = {QStringLiteral("Whoever logs in with a password now needs a key from then on: lin, build.")};
    return plan;
}

Plan hostilePlan()
{
    const QByteArray evil =
        "/srv/\x1b[31mred\xE2\x80\xAEgnp.<img src=x>/with a very long name that goes on and on and on "
        "and does not end before the column does.conf";
    const FileState before = file("a\x1b[2Jb\n<b>bold</b>\nsame\n");
    Plan plan;
    plan.host = HostId(QStringLiteral("h100"));
    plan.title = QStringLiteral("Everything that a plan can hold, with a title that is longer than its place allows it "
                                "to be, so that it has to end in dots somewhere");
    plan.steps = {
        step("1", WriteFile{RemotePath(evil), before, "a\x1b[2Jc\n<b>bold</b>\nsame", {{0600, "root", "shadow"}}}, "x"),
        step("2",
             WriteFile{
                 RemotePath(QByteArray("/etc/app/token")), {}, "hidden\n", {{0600, "root", "root"}}, Secrecy::Secret},
             "The token of the service."),
        step("3", RemoveFile{RemotePath(QByteArray("/etc/nginx/sites-enabled/default")), before}, "Nobody uses it."),
        step("4",
             LinkFile{RemotePath(QByteArray("/etc/nginx/sites-enabled/chat.conf")),
                      {},
                      "/etc/nginx/sites-available/chat.conf"},
             "The site goes live."),
        step("5",
             SetAttributes{RemotePath(QByteArray("/home/dev/.ssh/id_rsa")), {0644, "dev", "dev"}, {0600, "dev", "dev"}},
             "Everybody can read a private key."),
        step("6", InstallPackage{QStringLiteral("fail2ban")}, "Whoever guesses is shut out."),
        step("7", RunCommand{"printf '%s\\n' \x1b[31m | tee /tmp/x", std::nullopt}, "It cannot be taken back."),
        step("8", ServiceAction{ServiceUnit(QStringLiteral("supervisor:qwen-chat")), ServiceAction::Verb::Restart},
             "So that it listens on this computer only."),
        step("9", Check{Check::Kind::Command, "test -S /run/app.sock"}, "Must be there."),
        step("10", WaitFor{"curl -fs http://127.0.0.1:8000/health", 30s}, "The model loads for a while."),
    };
    plan.proofs = {UnitProof{ServiceUnit(QStringLiteral("nginx.service"))}};
    plan.warnings = {QStringLiteral("The model is away while it loads: about 40 s."),
                     QStringLiteral("Two people are logged in.")};
    plan.window = 120s;
    return plan;
}

ApplyState change(Phase phase)
{
    ApplyState state;
    state.phase = phase;
    state.plan = plan();
    if (phase > Phase::Preparing)
        state.took[Phase::Preparing] = 140ms;
    if (phase > Phase::CheckingAside)
        state.took[Phase::CheckingAside] = 171ms;
    if (phase > Phase::Arming) {
        state.took[Phase::Arming] = 96ms;
        state.returnsAt = QDateTime::currentDateTimeUtc().addMSecs(42'900);
        state.guard = QStringLiteral("systemd");
    }
    if (phase == Phase::Running) {
        state.steps = records().mid(0, 4);
        state.step = 4;
    } else if (phase > Phase::Running) {
        state.steps = records();
    }
    if (phase == Phase::Proving)
        state.proofs = proofs().mid(0, 1);
    else if (phase > Phase::Proving)
        state.proofs = proofs();
    if (phase >= Phase::AskingToKeep)
        state.journalNumber = 118;
    return state;
}

ApplyState ended(Outcome outcome)
{
    ApplyState state = change(Phase::Ended);
    state.outcome = outcome;
    state.returnsAt = {};
    switch (outcome) {
    case Outcome::Failed:
        state.steps = records().mid(0, 4);
        state.steps << StepRecord{
            state.plan.steps[4].id, StepRecord::State::Failed, 231ms,
            "ERROR: problem running iptables-restore\n"
            "iptables-restore v1.8.9 (nf_tables): \nline 47: CHAIN_ADD failed (No such file or directory)\n"};
        state.proofs.clear();
        state.failedIn = Phase::Running;
        state.detail = QStringLiteral("ufw deny 3001/tcp exited with 1.");
        break;
    case Outcome::Broken:
        state.remarks = {
            QStringLiteral("/etc/nginx/sites-enabled/chat.conf: it cannot be written, its folder is read-only"),
            QStringLiteral("nginx did not reload: nginx: [emerg] unknown directive \"proxy_passs\" in chat.conf:11")};
        state.detail = QStringLiteral("1 of 2 files is not as it was.");
        break;
    case Outcome::CameBack:
        state.remarks = {
            QStringLiteral("/etc/nginx/sites-enabled/chat.conf was edited by somebody else meanwhile; that "
                           "text was left alone")};
        break;
    case Outcome::Refused:
        state.steps.clear();
        state.proofs.clear();
        state.took.clear();
        state.journalNumber = 0;
        state.failedIn = Phase::Preparing;
        break;
    case Outcome::Open:
    case Outcome::Kept:
    case Outcome::Undone: break;
    }
    return state;
}

ApplyState conflict()
{
    ApplyState state = ended(Outcome::Refused);
    QByteArray edited = site(false);
    edited.replace("TLSv1 TLSv1.1 TLSv1.2", "TLSv1.2");
    edited.replace("    location /model-7/", "    # moved to the other server\n    location /model-7/");
    FileState changed = file(edited);
    changed.attributes.mode = 0640;
    state.conflicts = {{RemotePath(QByteArray("/etc/nginx/sites-enabled/chat.conf")), file(site(false)), changed},
                       {RemotePath(QByteArray("/etc/ssh/sshd_config.d/00-gatewright.conf")),
                        {},
                        file("PasswordAuthentication yes\n")}};
    return state;
}

} // namespace gw::sample
