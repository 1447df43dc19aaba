// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/opensshprompt.h"
#include "backend/ssh/askpassserver.h"
#include "backend/ssh/opensshlog.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace gw;

namespace {

HopSettings hop(const char *alias, const char *host, const char *user, quint16 port)
{
    HopSettings out;
    out.alias = QString::fromLatin1(alias);
    out.host = QString::fromLatin1(host);
    out.user = QString::fromLatin1(user);
    out.port = port;
    return out;
}

const QList<HopSettings> hops{hop("bastion", "203.0.113.1", "ops", 22), hop("gpu", "203.0.113.7", "dev", 2222)};

QByteArray variable(const QByteArrayList &environment, const QByteArray &name)
{
    for (const QByteArray &entry : environment)
        if (entry.startsWith(QByteArray(name + '=')))
            return entry.mid(name.size() + 1);
    return {};
}

struct Asked {
    int exitCode = -1;
    QByteArray answer;
};

Asked ask(const QByteArrayList &environment, const QByteArray &prompt)
{
    QProcess helper;
    QStringList all = QProcess::systemEnvironment();
    for (const QByteArray &entry : environment)
        all += QString::fromLocal8Bit(entry);
    helper.setEnvironment(all);
    helper.start(QString::fromLocal8Bit(variable(environment, "SSH_ASKPASS")), {QString::fromUtf8(prompt)});
    if (!helper.waitForFinished(20'000))
        return {};
    return {helper.exitCode(), helper.readAllStandardOutput()};
}

} // namespace

class OpenSshPromptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hostKeyPrompt_namesItsHop()
    {
        const auto question = questionOfPrompt(
            "The authenticity of host '[203.0.113.7]:2222 ([203.0.113.7]:2222)' can't be established.\n"
            "ED25519 key fingerprint is SHA256:5p8kGkC5bkVh0DzS0eKbDFbWIyq7zWlR3GbH5uF0Zr8.\n"
            "This key is not known by any other names.\n"
            "Are you sure you want to continue connecting (yes/no/[fingerprint])? ",
            hops);
        QCOMPARE(std::get<HostKeyQuestion>(question),
                 (HostKeyQuestion{QStringLiteral("gpu:2222"), QStringLiteral("ED25519"),
                                  QStringLiteral("SHA256:5p8kGkC5bkVh0DzS0eKbDFbWIyq7zWlR3GbH5uF0Zr8"),
                                  QStringLiteral("203.0.113.7")}));
        const auto behind = questionOfPrompt(
            "The authenticity of host '203.0.113.1 (<no hostip for proxy command>)' can't be established.\n"
            "RSA key fingerprint is SHA256:abc.\nAre you sure you want to continue connecting (yes/no)? ",
            hops);
        QCOMPARE(std::get<HostKeyQuestion>(behind).hop, QStringLiteral("bastion:22"));
        QCOMPARE(std::get<HostKeyQuestion>(behind).address, QString());
    }

    void secretPrompts_nameTheirHop()
    {
        const auto password = std::get<SecretQuestion>(questionOfPrompt("ops@203.0.113.1's password: ", hops));
        QCOMPARE(password.kind, SecretQuestion::Kind::Password);
        QCOMPARE(password.hop, QStringLiteral("ops@203.0.113.1:22"));

        const auto passphrase =
            std::get<SecretQuestion>(questionOfPrompt("Enter passphrase for key '/home/dev/.ssh/id_rsa': ", hops));
        QCOMPARE(passphrase.kind, SecretQuestion::Kind::Passphrase);
        QCOMPARE(passphrase.subject, QStringLiteral("/home/dev/.ssh/id_rsa"));

        const auto pin = std::get<SecretQuestion>(questionOfPrompt("Enter PIN for 'SmartCard-HSM': ", hops));
        QCOMPARE(pin.kind, SecretQuestion::Kind::Passphrase);
        QCOMPARE(pin.subject, QStringLiteral("SmartCard-HSM"));

        const auto code = std::get<SecretQuestion>(questionOfPrompt("(ops@203.0.113.1) Verification code: ", hops));
        QCOMPARE(code.kind, SecretQuestion::Kind::KeyboardInteractive);
        QCOMPARE(code.hop, QStringLiteral("ops@203.0.113.1:22"));
        QCOMPARE(code.prompts.size(), 1);
        QCOMPARE(code.prompts[0].text.raw(), QStringLiteral("Verification code: "));
    }

    void promptOfAServerThatPosesAsAnother_staysWithItsOwnName()
    {
        // ssh puts the real name in front of whatever the server writes.
        const auto question =
            std::get<SecretQuestion>(questionOfPrompt("(dev@203.0.113.7) ops@203.0.113.1's password: ", hops));
        QVERIFY(question.kind != SecretQuestion::Kind::Password || question.hop == hops.last().label());
        QCOMPARE(question.hop, hops.last().label());
        QVERIFY(question.key() !=
                std::get<SecretQuestion>(questionOfPrompt("ops@203.0.113.1's password: ", hops)).key());
    }

    void failures_areTold_data()
    {
        QTest::addColumn<QString>("log");
        QTest::addColumn<Error::Kind>("kind");
        const auto row = [](const char *log, Error::Kind kind) {
            QTest::newRow(log) << QString::fromLatin1(log) << kind;
        };
        row("dev@gpu: Permission denied (publickey,password).", Error::Kind::Refused);
        row("ssh: connect to host gpu port 22: Connection refused", Error::Kind::Unreachable);
        row("ssh: connect to host gpu port 22: Connection timed out", Error::Kind::Unreachable);
        row("ssh: Could not resolve hostname gpu: Name or service not known", Error::Kind::Unreachable);
        row("kex_exchange_identification: Connection closed by remote host", Error::Kind::Unreachable);
        row("Connection closed by UNKNOWN port 65535", Error::Kind::Unreachable);
        row("Connection timed out during banner exchange", Error::Kind::Unreachable);
        row("Unable to negotiate with 203.0.113.7 port 22: no matching host key type found. Their offer: ssh-rsa",
            Error::Kind::Protocol);
        row("Host key verification failed.", Error::Kind::Refused);
        row("Received disconnect from 203.0.113.7 port 22:2: Too many authentication failures", Error::Kind::Refused);
        row("Host key ED25519 SHA256:x revoked by file /etc/ssh/revoked", Error::Kind::HostKeyRevoked);
        row("@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @", Error::Kind::HostKeyChanged);
        row("something new", Error::Kind::Failed);
    }
    void failures_areTold()
    {
        QFETCH(QString, log);
        QFETCH(Error::Kind, kind);
        const Error error = errorOfLog(QStringLiteral("OpenSSH_9.2p1\ndebug1: x\n") + log + u'\n', {});
        QCOMPARE(error.kind, kind);
        QVERIFY(!error.cause.isEmpty() && !error.cause.contains(u'%'));
        QVERIFY(!error.advice.isEmpty());
    }

    void logins_areCountedInWhatSshSays()
    {
        QVERIFY(!loginsIn({}));
        QVERIFY(!loginsIn(QStringLiteral("Authenticated to x ([203.0.113.1]:22) using \"publickey\".\n"))); // no -v
        const QString first = QStringLiteral("debug1: Connecting to x [203.0.113.1] port 22.\n");
        QCOMPARE(loginsIn(first), 0);
        const QString second = first + QStringLiteral("Authenticated to x ([203.0.113.1]:22) using \"publickey\".\n");
        QCOMPARE(loginsIn(second), 1);
        QCOMPARE(loginsIn(second + QStringLiteral("Authenticated to y (via proxy) using \"password\".\n")), 2);
    }

    void passphrasePrompt_namesTheHopOfTheKey()
    {
        QList<HopSettings> both = hops;
        both.first().identityFiles = {QStringLiteral("/keys/jump")};
        both.last().identityFiles = {QStringLiteral("/keys/server")};
        for (const HopSettings &hop : std::as_const(both)) {
            const QByteArray prompt = "Enter passphrase for key '" + hop.identityFiles.first().toUtf8() + "': ";
            QCOMPARE(std::get<SecretQuestion>(questionOfPrompt(prompt, both)).hop, hop.label());
        }
    }

    void terminalEscapesInTheLog_areMadeVisible()
    {
        const Error error = errorOfLog(QStringLiteral("\x1b]0;owned\x07 strange"), {});
        QVERIFY(!error.cause.contains(QChar(0x1b)));
    }

    void askpassHelper_bringsTheAnswer()
    {
        QTemporaryDir folder;
        QByteArray seen;
        const auto server = AskpassServer::start(folder.path().toLocal8Bit(), [&](const QByteArray &prompt) {
            seen = prompt;
            return std::optional<Secret>(Secret(QByteArrayView("s3cret with 'quotes'")));
        });
        QVERIFY2(server, server ? "" : qPrintable(server.error().text()));
        const Asked asked = ask((*server)->environment(), "dev@gpu's password: ");
        QCOMPARE(asked.exitCode, 0);
        QCOMPARE(asked.answer, QByteArray("s3cret with 'quotes'\n"));
        QCOMPARE(seen, QByteArray("dev@gpu's password: "));
    }

    void askpassHelper_failsWithoutAnAnswer()
    {
        QTemporaryDir folder;
        const auto server = AskpassServer::start(folder.path().toLocal8Bit(),
                                                 [](const QByteArray &) { return std::optional<Secret>(); });
        QVERIFY(server);
        const Asked asked = ask((*server)->environment(), "Password: ");
        QCOMPARE(asked.exitCode, 1);
        QCOMPARE(asked.answer, QByteArray());
    }

    void wrongToken_getsNothing()
    {
        QTemporaryDir folder;
        bool wasAsked = false;
        const auto server = AskpassServer::start(folder.path().toLocal8Bit(), [&](const QByteArray &) {
            wasAsked = true;
            return std::optional<Secret>(Secret(QByteArrayView("secret")));
        });
        QVERIFY(server);
        for (const QByteArray &token : {QByteArray(), QByteArray(64, '0'), QByteArray("x")}) {
            const Asked asked =
                ask((*server)->environment() + QByteArrayList{"GATEWRIGHT_ASKPASS_TOKEN=" + token}, "Password: ");
            QCOMPARE(asked.exitCode, 1);
            QCOMPARE(asked.answer, QByteArray());
        }
        QVERIFY(!wasAsked);
    }

    void confirmation_isNeverGiven()
    {
        QTemporaryDir folder;
        const auto server = AskpassServer::start(folder.path().toLocal8Bit(), [](const QByteArray &) {
            return std::optional<Secret>(Secret(QByteArrayView("yes")));
        });
        QVERIFY(server);
        QCOMPARE(
            ask((*server)->environment() + QByteArrayList{"SSH_ASKPASS_PROMPT=confirm"}, "Allow use of key?").exitCode,
            1);
    }

    void socket_isPrivate()
    {
        QTemporaryDir folder;
        const auto server = AskpassServer::start(folder.path().toLocal8Bit(),
                                                 [](const QByteArray &) { return std::optional<Secret>(); });
        QVERIFY(server);
        const QString path = QString::fromLocal8Bit(variable((*server)->environment(), "GATEWRIGHT_ASKPASS_SOCKET"));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(path) & others));
    }
};

GW_REGISTER_TEST(OpenSshPromptTest)
#include "opensshprompttest.moc"
