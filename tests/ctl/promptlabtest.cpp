// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"
#include "tests/ctl/labserver.h"
#include "tests/ctl/pseudoterminal.h"
#include "tests/support/testmain.h"

#include <QFile>

using namespace gw::test;
using namespace Qt::StringLiterals;

/// A person at a terminal, a real sshd and a real sudo that ask.
class PromptLabTest : public QObject {
    Q_OBJECT

    QMap<QByteArray, QByteArray> m_server;

    /// A review of the server as `dev`, with nothing but a password; known hosts are this run's own.
    QStringList command(const Ctl &ctl, const QStringList &options = {}) const
    {
        put(ctl.path(u"ssh_config"_s), {},
            "Host *\n UserKnownHostsFile " + ctl.path(u"known_hosts"_s).toUtf8() +
                "\n GlobalKnownHostsFile none\n IdentityAgent none\n IdentitiesOnly yes\n IdentityFile none\n");
        const QString target =
            u"dev@%1:%2"_s.arg(QString::fromLatin1(m_server["ADDRESS"]), QString::fromLatin1(m_server["PORT"]));
        return QStringList{qEnvironmentVariable("GW_BUILD_DIR") + u"/gatewrightctl"_s,
                           u"review"_s,
                           target,
                           u"--no-store"_s,
                           u"--ssh-config"_s,
                           ctl.path(u"ssh_config"_s)} +
               options;
    }

private Q_SLOTS:
    void initTestCase() { m_server = labServer(u"tutorial"_s); }

    void hostKeyPasswordAndSudo_areAskedInTurn_andNothingIsEchoed()
    {
        const Ctl ctl;
        PseudoTerminal terminal(command(ctl, {u"--ask-root-password"_s}), {u"LC_ALL=C.UTF-8"_s});
        QVERIFY(terminal.waitFor("SHA256:"));
        QVERIFY(terminal.waitFor("Accept it?"));
        terminal.type("yes\n");
        QVERIFY2(terminal.waitFor("assword"), terminal.screen().constData());
        QVERIFY(terminal.waitFor(": "));
        terminal.type(m_server["DEV_PASSWORD"] + '\n');
        QVERIFY2(terminal.waitFor("sudo on"), terminal.screen().constData());
        QVERIFY(terminal.waitFor(": "));
        terminal.type(m_server["DEV_PASSWORD"] + '\n');
        QCOMPARE(terminal.finish(), 1);
        QVERIFY(terminal.screen().contains("exposure.open-port"));
        QVERIFY2(!terminal.screen().contains("needs root"), terminal.screen().right(3000).constData());
        QVERIFY(!terminal.screen().contains(m_server["DEV_PASSWORD"]));
        QVERIFY(QFile::exists(ctl.path(u"known_hosts"_s)));
    }

    void refusedHostKey_endsWithTwo_andIsNotKept()
    {
        const Ctl ctl;
        PseudoTerminal terminal(command(ctl), {u"LC_ALL=C.UTF-8"_s});
        QVERIFY(terminal.waitFor("Accept it?"));
        terminal.type("no\n");
        QCOMPARE(terminal.finish(), 2);
        QVERIFY(terminal.screen().contains("not accepted"));
        QVERIFY(!QFile::exists(ctl.path(u"known_hosts"_s)));
    }

    void wrongPassword_isTriedOnce()
    {
        const Ctl ctl;
        PseudoTerminal terminal(command(ctl), {u"LC_ALL=C.UTF-8"_s});
        QVERIFY(terminal.waitFor("Accept it?"));
        terminal.type("yes\n");
        QVERIFY(terminal.waitFor("assword"));
        QVERIFY(terminal.waitFor(": "));
        terminal.type("not-the-password\n");
        QCOMPARE(terminal.finish(), 2);
        QVERIFY(!terminal.screen().contains("not-the-password"));
    }

    void wrongRootPassword_isToldAndTheReviewGoesOnWithoutRoot()
    {
        const Ctl ctl;
        PseudoTerminal terminal(command(ctl, {u"--ask-root-password"_s}), {u"LC_ALL=C.UTF-8"_s});
        QVERIFY(terminal.waitFor("Accept it?"));
        terminal.type("yes\n");
        QVERIFY(terminal.waitFor("assword"));
        QVERIFY(terminal.waitFor(": "));
        terminal.type(m_server["DEV_PASSWORD"] + '\n');
        QVERIFY2(terminal.waitFor("sudo on"), terminal.screen().constData());
        QVERIFY(terminal.waitFor(": "));
        terminal.type("not-the-password\n");
        QCOMPARE(terminal.finish(), 1);
        QVERIFY2(terminal.screen().contains("Surveyed without root"), terminal.screen().constData());
        QVERIFY2(terminal.screen().contains("The password was not accepted"), terminal.screen().constData());
        QVERIFY(terminal.screen().contains("needs root"));
        QVERIFY(terminal.screen().contains("exposure.open-port"));
    }

    void interruptAtAQuestion_endsWithTwo()
    {
        const Ctl ctl;
        PseudoTerminal terminal(command(ctl), {u"LC_ALL=C.UTF-8"_s});
        QVERIFY(terminal.waitFor("Accept it?"));
        terminal.type("\x03");
        QCOMPARE(terminal.finish(), 2);
    }
};

GW_REGISTER_TEST(PromptLabTest)
#include "promptlabtest.moc"
