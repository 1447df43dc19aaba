// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/findings/factsbuilder.h"

#include "backend/base/overloaded.h"
#include "backend/sshd/tree.h"

#include <QTest>
#include <algorithm>

namespace gw::test {
namespace {

const QByteArray mainPath = "/etc/ssh/sshd_config";

FileFact rootFile(const QByteArray &path, const QByteArray &content, int mode)
{
    FileFact file;
    file.path = RemotePath(path);
    file.content = content;
    file.mode = mode;
    file.owner = UntrustedText(QStringLiteral("root"));
    file.group = UntrustedText(QStringLiteral("root"));
    return file;
}

HostKeyFact hostKey(const char *name, const char *type, int bits)
{
    HostKeyFact key;
    key.file = RemotePath(QByteArray("/etc/ssh/ssh_host_") + name + "_key");
    key.type = UntrustedText(QString::fromLatin1(type));
    key.bits = bits;
    key.mode = 0600;
    key.owner = UntrustedText(QStringLiteral("root"));
    return key;
}

SshdContext contextFor(const UserAccount &user)
{
    SshdContext context;
    context.user = user.name.raw().toUtf8();
    context.host = "client.example";
    context.address = "192.0.2.10";
    for (const UntrustedText &group : user.groups)
        context.groups.append(group.raw().toUtf8());
    return context;
}

UserAccount account(const QString &name, quint32 uid, const QStringList &groups, const QList<AuthorizedKey> &keys)
{
    UserAccount user;
    user.name = UntrustedText(name);
    user.uid = uid;
    user.home = UntrustedText(uid == 0 ? QStringLiteral("/root") : QStringLiteral("/home/%1").arg(name));
    user.shell = UntrustedText(QStringLiteral("/bin/bash"));
    for (const QString &group : groups)
        user.groups.append(UntrustedText(group));
    user.mayBecomeRoot = uid == 0 || groups.contains(QStringLiteral("sudo"));
    user.hasPassword = true;
    user.keys = keys;
    return user;
}

} // namespace

QByteArray debianSshdConfig()
{
    return "Include /etc/ssh/sshd_config.d/*.conf\n"
           "\n"
           "#Port 22\n"
           "KbdInteractiveAuthentication no\n"
           "UsePAM yes\n"
           "X11Forwarding yes\n"
           "PrintMotd no\n"
           "AcceptEnv LANG LC_*\n"
           "Subsystem\tsftp\t/usr/lib/openssh/sftp-server\n";
}

QByteArray hardenedSshdConfig()
{
    return "Include /etc/ssh/sshd_config.d/*.conf\n"
           "\n"
           "PermitRootLogin no\n"
           "PasswordAuthentication no\n"
           "KbdInteractiveAuthentication no\n"
           "UsePAM yes\n"
           "AllowUsers operator\n"
           "LoginGraceTime 30\n"
           "MaxAuthTries 4\n"
           "X11Forwarding no\n"
           "PrintMotd no\n"
           "AcceptEnv LANG LC_*\n"
           "Subsystem\tsftp\t/usr/lib/openssh/sftp-server\n";
}

FactsBuilder::FactsBuilder() : m_version(QStringLiteral("OpenSSH_9.2p1 Debian-2+deb12u5"))
{
    m_facts.takenAt = QDateTime(QDate(2026, 1, 15), QTime(12, 0), Qt::UTC);
    m_facts.access.user = UntrustedText(QStringLiteral("root"));
    m_facts.access.isRoot = true;
    m_facts.access.way = Access::Root::Login;
    m_facts.system.hostname = UntrustedText(QStringLiteral("gpu-1"));
    m_facts.system.osId = UntrustedText(QStringLiteral("debian"));
    m_facts.system.osVersion = UntrustedText(QStringLiteral("12"));
    m_facts.users = QList<UserAccount>{account(QStringLiteral("root"), 0, {QStringLiteral("root")}, {})};
    m_facts.fail2ban = Gap{Gap::Reason::NotInstalled, {}};
    m_files = {rootFile(mainPath, hardenedSshdConfig(), 0644)};
    user(QStringLiteral("operator"), {QStringLiteral("operator"), QStringLiteral("sudo")});
}

FactsBuilder &FactsBuilder::sshdConfig(const QByteArray &text)
{
    m_files.first().content = text;
    return *this;
}

FactsBuilder &FactsBuilder::sshdLines(const QByteArray &lines)
{
    m_files.first().content += lines;
    return *this;
}

FactsBuilder &FactsBuilder::sshdDropIn(const QByteArray &name, const QByteArray &text)
{
    m_files.append(rootFile("/etc/ssh/sshd_config.d/" + name, text, 0644));
    return *this;
}

FactsBuilder &FactsBuilder::sshdVersion(const QString &version)
{
    m_version = version;
    return *this;
}

FactsBuilder &FactsBuilder::withoutEffective(Gap::Reason reason)
{
    m_noEffective = Gap{reason, {}};
    return *this;
}

FactsBuilder &FactsBuilder::withoutSshd(Gap::Reason reason)
{
    m_noSshd = Gap{reason, {}};
    return *this;
}

FactsBuilder &FactsBuilder::notRoot()
{
    m_facts.access.isRoot = false;
    m_facts.access.way = Access::Root::No;
    m_facts.access.user = UntrustedText(QStringLiteral("operator"));
    return withoutEffective();
}

FactsBuilder &FactsBuilder::fail2banRunning()
{
    Fail2banFacts fail2ban;
    fail2ban.enabled = true;
    fail2ban.activeState = UntrustedText(QStringLiteral("active"));
    fail2ban.jails = QList<UntrustedText>{UntrustedText(QStringLiteral("sshd"))};
    m_facts.fail2ban = fail2ban;
    return *this;
}

FactsBuilder &FactsBuilder::user(const QString &name, const QStringList &groups, const QList<AuthorizedKey> &keys)
{
    m_facts.users->append(account(name, quint32(1000 + m_facts.users->size()), groups, keys));
    return *this;
}

FactsBuilder &FactsBuilder::with(const std::function<void(Facts &)> &change)
{
    m_changes.append(change);
    return *this;
}

Facts FactsBuilder::facts() const
{
    Facts facts = m_facts;
    if (m_noSshd) {
        facts.sshd = *m_noSshd;
    } else {
        QList<SshdFile> parsed;
        for (const FileFact &file : m_files)
            parsed.append(SshdFile::parse(file.path, file.content));
        const SshdConfig config = SshdConfig::read(parsed, RemotePath(mainPath), SshdVersion::parse(m_version));
        SshdFacts sshd;
        sshd.version = UntrustedText(m_version);
        sshd.files = m_files;
        sshd.mainFile = RemotePath(mainPath);
        sshd.testPassed = true;
        sshd.hostKeys = QList<HostKeyFact>{hostKey("rsa", "RSA", 3072), hostKey("ecdsa", "ECDSA", 256),
                                           hostKey("ed25519", "ED25519", 256)};
        sshd.smallestModulus = 2047;
        if (m_noEffective) {
            sshd.effective = *m_noEffective;
        } else {
            sshd.effective = config.effective();
            for (const UserAccount &user : std::as_const(*facts.users))
                sshd.effectiveFor.insert(user.name.raw(), config.effective(contextFor(user)));
        }
        facts.sshd = sshd;
    }
    for (const auto &change : m_changes)
        change(facts);
    return facts;
}

QList<Finding> findingsOf(const Rule &rule, const Facts &facts)
{
    const RuleOutcome outcome = rule.check(facts);
    if (const auto *findings = std::get_if<QList<Finding>>(&outcome))
        return *findings;
    if (const auto *part = std::get_if<PartlyChecked>(&outcome))
        return part->findings;
    QTest::qFail(qPrintable(QStringLiteral("%1 could not look").arg(QLatin1String(rule.id))), __FILE__, __LINE__);
    return {};
}

QString outcomeOf(const Rule &rule, const Facts &facts)
{
    const auto worstOf = [](const QList<Finding> &findings) {
        const auto worst = std::max_element(findings.cbegin(), findings.cend(),
                                            [](const Finding &a, const Finding &b) { return a.severity < b.severity; });
        return severityId(worst->severity);
    };
    return std::visit(Overloaded{
                          [&](const QList<Finding> &findings) {
                              return findings.isEmpty() ? QStringLiteral("passed") : worstOf(findings);
                          },
                          [&](const PartlyChecked &part) {
                              return QStringLiteral("%1, the rest not checked").arg(worstOf(part.findings));
                          },
                          [](const NotChecked &) { return QStringLiteral("not checked"); },
                          [](const NotApplicable &) { return QStringLiteral("not applicable"); },
                      },
                      rule.check(facts));
}

} // namespace gw::test
