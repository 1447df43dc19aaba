// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/systemkeychain.h"

#include "tests/support/testmain.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace gw;

/// Runs itself again inside a D-Bus session of its own, with an unlocked keyring that nobody else uses.
class SystemKeychainTest : public QObject {
    Q_OBJECT

    static bool isInside() { return qEnvironmentVariableIsSet("GW_KEYRING_TEST"); }

    template <typename Ask>
    static Keychain::Outcome wait(Ask ask)
    {
        std::optional<Keychain::Outcome> outcome;
        ask([&](Keychain::Outcome given) { outcome = std::move(given); });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(outcome, 60'000); }();
        return outcome.value_or(Keychain::Outcome{Keychain::Status::Unavailable, {}, QStringLiteral("no answer")});
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (isInside())
            return;
        for (const char *program : {"dbus-run-session", "gnome-keyring-daemon"}) {
            if (QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty())
                test::skipAll(QStringLiteral("%1 is not installed").arg(QString::fromLatin1(program)));
        }
    }

    void realKeyring_keepsAndForgets()
    {
        if (!isInside()) {
            const QTemporaryDir home;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("GW_KEYRING_TEST"), QStringLiteral("1"));
            for (const char *variable :
                 {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
                environment.insert(QString::fromLatin1(variable), home.path());
            // libsecret, its GLib workers and the bus keep memory until the end; the store's own tests look for leaks.
            environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
            QProcess inside;
            inside.setProcessEnvironment(environment);
            inside.setProcessChannelMode(QProcess::MergedChannels);
            inside.start(
                QStringLiteral("dbus-run-session"),
                {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                 QStringLiteral("printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null "
                                "&& exec \"$0\" systemkeychaintest"),
                 QCoreApplication::applicationFilePath()});
            QVERIFY(inside.waitForFinished(100'000));
            const QByteArray said = inside.readAll();
            QVERIFY2(inside.exitStatus() == QProcess::NormalExit && inside.exitCode() == 0, said.constData());
            return;
        }
        SystemKeychain keychain(QStringLiteral("gatewright-test"));
        const QString key = QStringLiteral("password a@b:22");
        const QByteArray data("x\0\xff\n", 4);
        const auto read = [&](auto finished) { keychain.read(key, finished); };
        QCOMPARE(wait(read).status, Keychain::Status::NotFound);
        const auto written = wait([&](auto finished) { keychain.write(key, data, finished); });
        QVERIFY2(written.status == Keychain::Status::Done, qPrintable(written.detail));
        QCOMPARE(wait(read).data, data);
        QCOMPARE(wait([&](auto finished) { keychain.remove(key, finished); }).status, Keychain::Status::Done);
        QCOMPARE(wait(read).status, Keychain::Status::NotFound);
    }

    void withoutASession_itIsUnavailable()
    {
        if (isInside())
            QSKIP("there is a session");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        SystemKeychain keychain(QStringLiteral("gatewright-test"));
        const auto outcome = wait([&](auto finished) { keychain.read(QStringLiteral("a"), finished); });
        QCOMPARE(outcome.status, Keychain::Status::Unavailable);
    }
};

GW_REGISTER_TEST(SystemKeychainTest)
#include "systemkeychaintest.moc"
