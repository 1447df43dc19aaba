// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/samplessh.h"

#include "backend/plan/intent.h"
#include "backend/survey/readers.h"

namespace gw::sample {
namespace {

UntrustedText u(const char *text)
{
    return UntrustedText(QString::fromUtf8(text));
}

AuthorizedKey key(const char *user, int line, const char *type, int bits, const char *fingerprint, const char *comment,
                  Known<bool> used)
{
    AuthorizedKey made;
    made.file = RemotePath(QByteArray("/home/") + user + "/.ssh/authorized_keys");
    made.line = line;
    made.type = u(type);
    made.bits = bits;
    made.fingerprint = u(fingerprint);
    made.comment = u(comment);
    made.everUsed = std::move(used);
    return made;
}

UserAccount &account(Facts &facts, const char *name)
{
    for (UserAccount &user : *facts.users) {
        if (user.name == u(name))
            return user;
    }
    qFatal("The tutorial has no user %s", name);
}

} // namespace

QByteArray publicLine()
{
    return "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHy6ONZBa1E0NKCs6Yc6e8KmGnk0WFPfiN4cosSnHqGq lin@laptop";
}

Facts loggedInAsDev()
{
    Facts facts = *tutorial().facts;
    facts.access.user = u("dev");
    facts.access.way = Access::Root::SudoNoPassword;
    facts.access.clientAddress = u("203.0.113.5");
    return facts;
}

Facts manyKeys()
{
    Facts facts = loggedInAsDev();
    account(facts, "dev").keys = QList<AuthorizedKey>{
        key("dev", 1, "ssh-ed25519", 256, "SHA256:Q3pVn2iK4b0dQmQpX4o6mBrfVJp0aJv3bq5n2T0u7wM", "lin@desktop", true),
        key("dev", 2, "ssh-rsa", 1024, "SHA256:1xkqQmKqvY8r0JwqK4Q7xkVvUqj4s8n3mW0h8m5m1g0", "old-ci", false)};
    AuthorizedKey deploy = key("ops", 1, "ssh-rsa", 4096, "SHA256:8aLrW2mQ9p0dQmQpX4o6mBrfVJp0aJv3bq5n2T0u7wM",
                               "deploy", Gap{Gap::Reason::Failed, u("the log is not kept")});
    deploy.options = u("restrict,command=\"/usr/bin/deploy\"");
    account(facts, "ops").keys = QList<AuthorizedKey>{deploy};
    UserAccount zhang;
    zhang.name = u("zhang");
    zhang.home = u("/home/zhang");
    zhang.keys = QList<AuthorizedKey>();
    facts.users->append(zhang);
    return facts;
}

Facts withMatchBlocks()
{
    Facts facts = loggedInAsDev();
    for (FileFact &file : facts.sshd->files) {
        if (file.path == facts.sshd->mainFile)
            file.content += "\nMatch User ops\n    PasswordAuthentication no\n    X11Forwarding no\n";
    }
    SshdEffective ops = *facts.sshd->effective;
    ops.values[QStringLiteral("passwordauthentication")] = {u("no")};
    ops.values[QStringLiteral("x11forwarding")] = {u("no")};
    facts.sshd->effectiveFor.insert(QStringLiteral("ops"), ops);
    return facts;
}

Facts withoutRoot()
{
    Facts facts = *tutorialWithoutRoot().facts;
    facts.access.asks = Access::Program::Sudo;
    return facts;
}

Facts withoutSshd()
{
    Facts facts = loggedInAsDev();
    facts.sshd = Gap{Gap::Reason::NotInstalled, {}};
    return facts;
}

Facts withFail2ban()
{
    Facts facts = loggedInAsDev();
    facts.fail2ban->activeState = u("active");
    facts.fail2ban->lastLog = {};
    facts.fail2ban->jails = QList<UntrustedText>{u("sshd")};
    return facts;
}

Facts hardened()
{
    for (const Machine &machine : fleet()) {
        if (machine.server.id == HostId(QStringLiteral("edge2")))
            return *machine.facts;
    }
    qFatal("The fleet has no hardened machine");
}

Facts hostileSshd()
{
    Facts facts = manyKeys();
    const char *evil = "<img src=x><b>\u202Egnp.exe\x1b]0;title\x07&amp; and no blank between any of it";
    facts.access.user = u(evil);
    account(facts, "dev").keys->first().comment = u(evil);
    account(facts, "ops").name = u(evil);
    facts.sshd->effective->values[QStringLiteral("banner")] = {u(evil)};
    facts.sshd->effective->values[QStringLiteral("allowusers")] = QList<UntrustedText>(40, u("user-with-a-long-name"));
    return facts;
}

FirstSeen firstSeen()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return {{QStringLiteral("SHA256:Q3pVn2iK4b0dQmQpX4o6mBrfVJp0aJv3bq5n2T0u7wM"), now.addDays(-71)},
            {QStringLiteral("SHA256:1xkqQmKqvY8r0JwqK4Q7xkVvUqj4s8n3mW0h8m5m1g0"), now.addDays(-400)}};
}

KeyGuide guide(KeyGuide::State installed, KeyGuide::State proven)
{
    KeyGuide made;
    made.made = KeyGuide::State::Done;
    made.installed = installed;
    made.proven = proven;
    made.user = QStringLiteral("dev");
    made.file = QStringLiteral("~/.ssh/id_ed25519_gpu-h100-02");
    made.publicLine = publicLine();
    made.fingerprint = QString::fromLatin1(publicKeyFrom(made.publicLine)->fingerprint);
    if (proven == KeyGuide::State::Failed)
        made.detail = unreachable().text();
    return made;
}

Protection protection()
{
    Protection asked;
    asked.bans = {{u("sshd"), u("198.51.100.23")}, {u("sshd"), u("2001:db8:4::1f")}};
    asked.units = {{u("jupyter.service"), 9.6}, {u("qwen-web.service"), 9.6}};
    return asked;
}

Error refusedPlan()
{
    const Facts facts = loggedInAsDev();
    const QList<Intent> intents{SetSshd{QStringLiteral("AllowUsers"), QStringLiteral("ops")}};
    FileStates files;
    for (const RemotePath &path : filesFor(facts, intents)) {
        for (const FileFact *file : configurationFiles(facts)) {
            if (file->path == path)
                files.insert(path, {FileState::Kind::Regular, file->content, {}, {}});
        }
        if (!files.contains(path))
            files.insert(path, {});
    }
    const auto plan = planFor(tutorial().server.id, facts, files, intents);
    if (plan)
        qFatal("The plan lets its author be shut out");
    return plan.error();
}

} // namespace gw::sample
