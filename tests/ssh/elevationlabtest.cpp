// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/shell/remotefile.h"
#include "backend/ssh/transport.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QMap>
#include <QTemporaryDir>

using namespace gw;
using namespace std::chrono_literals;

namespace {

using Method = Elevation::Method;

QMap<QByteArray, QByteArray> lab()
{
    QFile file(qEnvironmentVariable("GATEWRIGHT_LAB_RUN", QStringLiteral("/run/gatewright-lab")) +
               QStringLiteral("/tutorial.env"));
    if (!file.open(QIODevice::ReadOnly))
        gw::test::skipAll(QStringLiteral("no server of the lab is up: tests/lab/up tutorial"));
    QMap<QByteArray, QByteArray> out;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (const qsizetype equals = line.indexOf('='); equals > 0)
            out.insert(line.left(equals).mid(15), line.mid(equals + 1)); // without GATEWRIGHT_LAB_
    return out;
}

} // namespace

/// Real sudo (with use_pty) and PAM on a real server, by both transports.
class ElevationLabTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QMap<QByteArray, QByteArray> m_lab;

    Result<std::unique_ptr<Transport>> connectAs(const char *user, TransportKind kind, bool byKey = true,
                                                 const Answers &answers = {})
    {
        RouteOptions options;
        options.transport = kind;
        options.configFile = m_folder.filePath(QStringLiteral("config"));
        QFile config(options.configFile);
        if (!config.open(QIODevice::WriteOnly))
            qFatal("cannot write");
        config.write("Host *\n UserKnownHostsFile " + m_lab["KNOWN_HOSTS"] +
                     "\n GlobalKnownHostsFile none\n"
                     " IdentityAgent none\n IdentitiesOnly yes\n IdentityFile " +
                     (byKey ? m_lab["KEY"] : "none") + '\n');
        config.close();
        Target target;
        target.user = QString::fromLatin1(user);
        target.host = QString::fromLatin1(m_lab["ADDRESS"]);
        target.port = m_lab["PORT"].toUShort();
        return openTransport(GW_TRY(routeTo(target, options, {})), answers, {}, {});
    }

private Q_SLOTS:
    void initTestCase() { m_lab = lab(); }

    void theWayToRoot_isFound_data()
    {
        QTest::addColumn<TransportKind>("kind");
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<Method>("method");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QByteArray>("expected");
        for (const TransportKind kind : {TransportKind::Libssh, TransportKind::OpenSsh}) {
            const auto row = [&](const char *name, const char *user, Method method, const QByteArray &password,
                                 const char *expected) {
                const QByteArray full = QByteArray(kind == TransportKind::Libssh ? "libssh " : "OpenSSH ") + name;
                QTest::newRow(full.constData())
                    << kind << QByteArray(user) << method << password << QByteArray(expected);
            };
            row("root", "root", Method::Automatic, {}, "0 login no");
            row("sudo without password", "ops", Method::Automatic, {}, "0 sudo no");
            row("sudo that asks", "dev", Method::Automatic, {}, "1000 none sudo");
            row("sudo with password", "dev", Method::SudoPassword, "DEV_PASSWORD", "0 sudo sudo");
            row("sudo that needs none", "ops", Method::SudoPassword, "wrong", "0 sudo sudo");
            row("sudo with a wrong password", "dev", Method::SudoPassword, "wrong", "");
            row("doas with password", "dev", Method::DoasPassword, "DEV_PASSWORD", "0 doas doas");
            row("doas with a wrong password", "dev", Method::DoasPassword, "wrong", "");
        }
    }
    void theWayToRoot_isFound()
    {
        QFETCH(TransportKind, kind);
        QFETCH(QByteArray, user);
        QFETCH(Method, method);
        QFETCH(QByteArray, password);
        QFETCH(QByteArray, expected);
        const auto transport = connectAs(user.constData(), kind);
        QVERIFY2(transport, transport ? "" : qPrintable(transport.error().text()));
        if (method == Method::DoasPassword) {
            Command probe;
            probe.line = "command -v doas";
            if ((*transport)->run(probe, {})->exitCode != 0)
                QSKIP("no doas on the server");
        }
        Script script;
        script.text = "u=$(id -u); [ $u = 0 ] || u=1000; echo $u $GW_ROOT_WAY $GW_ROOT_ASKS; printf 'a\\000\\r\\n'";
        const auto output = runScript(**transport, script, {method, Secret(m_lab.value(password, password))}, {});
        if (expected.isEmpty()) {
            QVERIFY(!output);
            QVERIFY2(output.error().kind == Error::Kind::Refused, qPrintable(output.error().text()));
        } else {
            QVERIFY2(output, output ? "" : qPrintable(output.error().text()));
            QCOMPARE(output->out, expected + QByteArray("\na\0\r\n", 5));
        }
    }

    void fileOfRoot_isReadByRootOnly()
    {
        const auto transport = connectAs("ops", TransportKind::Libssh);
        QVERIFY2(transport, transport ? "" : qPrintable(transport.error().text()));
        const RemotePath shadow(QByteArray("/etc/shadow"));
        const auto refused = readFile(**transport, shadow, 100'000, {Method::None, {}}, {});
        QVERIFY(!refused);
        const auto file = readFile(**transport, shadow, 100'000, {}, {});
        QVERIFY2(file, file ? "" : qPrintable(file.error().text()));
        QCOMPARE(file->mode, quint32(0640));
        QCOMPARE(file->group, QByteArray("shadow"));
        QVERIFY(file->content.startsWith("root:"));
    }

    void password_isAskedAndAccepted_data()
    {
        QTest::addColumn<TransportKind>("kind");
        QTest::newRow("libssh") << TransportKind::Libssh;
        QTest::newRow("OpenSSH") << TransportKind::OpenSsh;
    }
    void password_isAskedAndAccepted()
    {
        QFETCH(TransportKind, kind);
        if (!m_lab["PASSWORD_USERS"].contains("dev"))
            QSKIP("this server takes no passwords");
        Answers answers;
        for (int round = 0; round < 3; ++round) { // keyboard-interactive or password: whatever the server prefers
            const auto transport = connectAs("dev", kind, false, answers);
            if (transport) {
                QVERIFY(round > 0);
                return;
            }
            const auto *question = std::get_if<SecretQuestion>(&transport.error().question);
            QVERIFY2(question && transport.error().kind == Error::Kind::NeedsAnswer,
                     qPrintable(transport.error().text()));
            answers.answer(*question, {Secret(m_lab["DEV_PASSWORD"])});
        }
        QFAIL("the password was not accepted");
    }
};

GW_REGISTER_TEST(ElevationLabTest)
#include "elevationlabtest.moc"
