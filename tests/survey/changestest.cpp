// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/survey/answers.h"

using namespace gw;

namespace {

UntrustedText text(const char *bytes)
{
    return UntrustedText(QString::fromUtf8(bytes));
}

const FactChange *about(const QList<FactChange> &changes, const QString &words)
{
    for (const FactChange &change : changes) {
        if (change.subject.contains(words))
            return &change;
    }
    return nullptr;
}

} // namespace

/// "What changed since yesterday": what somebody did shows, what happens by itself does not.
class ChangesTest : public QObject {
    Q_OBJECT

    Facts m_facts = gw::test::readFacts(QStringLiteral("rocky-9"));

    FactChange only(const Facts &after) const
    {
        const QList<FactChange> changes = changesBetween(m_facts, after);
        return changes.size() == 1
                   ? changes.first()
                   : FactChange{FactChange::Kind::Changed, QStringLiteral("%1 changes").arg(changes.size()), {}, {}};
    }

private Q_SLOTS:
    void sameServer_hasNoChanges()
    {
        for (const QString &name : gw::test::answerNames()) {
            const Facts facts = gw::test::readFacts(name);
            QVERIFY2(changesBetween(facts, facts).isEmpty(), qPrintable(name));
        }
    }

    void time_isNoChange()
    {
        Facts after = m_facts;
        after.takenAt = after.takenAt.addDays(1);
        after.system.uptimeSeconds += 86'400;
        after.system.serverTime = after.system.serverTime.addDays(1);
        after.system.memoryAvailable /= 2;
        after.system.load1 = 9;
        (*after.disks)[0].used += 1000;
        (*after.gpus)[0].memoryUsed = 0;
        for (Listener &listener : *after.listeners)
            listener.pid += 1000;
        after.firewall.nftables = text("table inet firewalld {\n\tcounter packets 9 bytes 99 accept\n}\n");
        m_facts.firewall.nftables = text("table inet firewalld {\n\tcounter packets 1 bytes 2 accept\n}\n");
        after.firewall.iptables =
            text("# Generated at 10:00\n:INPUT DROP [7:8]\n-A INPUT -p tcp --dport 80:90 -j ACCEPT\n");
        m_facts.firewall.iptables =
            text("# Generated at 09:00\n:INPUT DROP [1:2]\n-A INPUT -p tcp --dport 80:90 -j ACCEPT\n");
        QVERIFY(changesBetween(m_facts, after).isEmpty());
        after.firewall.iptables = text(":INPUT DROP [7:8]\n-A INPUT -p tcp --dport 80:99 -j ACCEPT\n");
        QCOMPARE(only(after).kind, FactChange::Kind::Changed);
    }

    void newSocket_isAdded()
    {
        Facts after = m_facts;
        Listener listener;
        listener.address = QHostAddress(QHostAddress::AnyIPv4);
        listener.port = 3001;
        listener.process = text("python3");
        listener.user = text("root");
        after.listeners->append(listener);
        const FactChange change = only(after);
        QCOMPARE(change.kind, FactChange::Kind::Added);
        QVERIFY(change.subject.contains(QLatin1String("0.0.0.0:3001/tcp")));
        QCOMPARE(change.after.raw(), QStringLiteral("python3, root"));
        QVERIFY(change.before.isEmpty());
        const QList<FactChange> back = changesBetween(after, m_facts);
        QCOMPARE(back.size(), 1);
        QCOMPARE(back[0].kind, FactChange::Kind::Removed);
        QCOMPARE(back[0].before, change.after);
    }

    void packageUpdate_isChanged()
    {
        Facts after = m_facts;
        after.packages->installed[0].version = text("99");
        const FactChange change = only(after);
        QCOMPARE(change.kind, FactChange::Kind::Changed);
        QVERIFY(change.subject.contains(m_facts.packages->installed[0].name.raw()));
        QCOMPARE(change.before, m_facts.packages->installed[0].version);
        QCOMPARE(change.after.raw(), QStringLiteral("99"));
    }

    void newKeyAndUserAndRule_areAdded()
    {
        Facts after = m_facts;
        AuthorizedKey key;
        key.file = RemotePath(QByteArray("/home/rocky/.ssh/authorized_keys"));
        key.type = text("ssh-ed25519");
        key.fingerprint = text("SHA256:new");
        (*after.users)[1].keys->append(key);
        UserAccount user;
        user.name = text("eve\u202E");
        user.uid = 0;
        user.mayBecomeRoot = true;
        after.users->append(user);
        after.sudoRules->append({RemotePath(QByteArray("/etc/sudoers.d/eve")), 1, text("eve ALL=(ALL) NOPASSWD: ALL")});
        const QList<FactChange> changes = changesBetween(m_facts, after);
        QCOMPARE(changes.size(), 3);
        QVERIFY(about(changes, QStringLiteral("SHA256:new")));
        QVERIFY(about(changes, QStringLiteral("eve⟨U+202E⟩")));
        QCOMPARE(about(changes, QStringLiteral("/etc/sudoers.d/eve"))->after.raw(),
                 QStringLiteral("eve ALL=(ALL) NOPASSWD: ALL"));
    }

    void editedFile_showsBothTexts()
    {
        Facts after = m_facts;
        after.sshd->files[0].content += "PermitRootLogin yes\n";
        after.sshd->effective->values[QStringLiteral("permitrootlogin")] = {text("yes")};
        after.sshd->effectiveFor.clear();
        const QList<FactChange> changes = changesBetween(m_facts, after);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(about(changes, QStringLiteral("permitrootlogin"))->after.raw(), QStringLiteral("yes"));
        const FactChange *file = about(changes, QStringLiteral("/etc/ssh/sshd_config"));
        QVERIFY(file && file->after.raw().endsWith(QLatin1String("PermitRootLogin yes\n")));
        QCOMPARE(file->before.raw().toUtf8(), m_facts.sshd->files[0].content);
    }

    void containersAndServices_areCompared()
    {
        Facts after = m_facts;
        (*after.containers)[0].privileged = true;
        for (SystemdUnit &unit : *after.services.units) {
            if (unit.name == u"nginx.service")
                unit.activeState = text("failed");
        }
        const QList<FactChange> changes = changesBetween(m_facts, after);
        QCOMPARE(changes.size(), 2);
        QVERIFY(about(changes, QStringLiteral("vllm"))->after.raw().contains(QLatin1String("privileged")));
        QVERIFY(about(changes, QStringLiteral("nginx.service"))->before.raw().startsWith(QLatin1String("active")));
    }

    void whatIsNotKnown_isNoRemoval()
    {
        Facts after = m_facts;
        const Gap gap{Gap::Reason::NeedsRoot, {}};
        after.listeners = gap;
        after.sudoRules = gap;
        after.containers = gap;
        after.packages = gap;
        after.sshd->effective = gap;
        after.certificates.files = gap;
        after.firewall.firewalld = gap;
        for (UserAccount &user : *after.users)
            user.keys = gap;
        QVERIFY(changesBetween(m_facts, after).isEmpty());
        QVERIFY(changesBetween(after, m_facts).isEmpty());
    }
};

GW_REGISTER_TEST(ChangesTest)
#include "changestest.moc"
