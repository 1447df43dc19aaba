// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/secretstore.h"

#include "tests/support/testmain.h"

#include <QSignalSpy>

using namespace gw;

namespace {

/// What is in the keychain of the desktop, seen from outside.
struct Desktop {
    QMap<QString, QByteArray> entries;
    bool isThere = true;
    int asked = 0;
};

class FakeKeychain final : public Keychain {
public:
    explicit FakeKeychain(Desktop &desktop) : m_desktop(desktop) {}

    void read(const QString &key, Finished finished) override
    {
        later(
            [this, key, finished] {
                const auto found = m_desktop.entries.constFind(key);
                finished(found == m_desktop.entries.cend() ? Outcome{Status::NotFound, {}, {}}
                                                           : Outcome{Status::Done, *found, {}});
            },
            finished);
    }
    void write(const QString &key, const QByteArray &data, Finished finished) override
    {
        later(
            [this, key, data, finished] {
                m_desktop.entries.insert(key, data);
                finished({});
            },
            finished);
    }
    void remove(const QString &key, Finished finished) override
    {
        later(
            [this, key, finished] {
                finished({m_desktop.entries.remove(key) ? Status::Done : Status::NotFound, {}, {}});
            },
            finished);
    }

private:
    void later(std::function<void()> act, const Finished &finished)
    {
        ++m_desktop.asked;
        const auto refuse = [finished] { finished({Status::Unavailable, {}, QStringLiteral("locked")}); };
        QMetaObject::invokeMethod(&m_context, m_desktop.isThere ? act : std::function<void()>(refuse),
                                  Qt::QueuedConnection);
    }

    Desktop &m_desktop;
    QObject m_context;
};

QList<Secret> secrets(std::initializer_list<QByteArrayView> texts)
{
    QList<Secret> all;
    for (const QByteArrayView text : texts)
        all.append(Secret(text));
    return all;
}

} // namespace

class SecretStoreTest : public QObject {
    Q_OBJECT

    Desktop m_desktop;

    std::optional<QList<Secret>> find(SecretStore &store, const QString &key)
    {
        std::optional<QList<Secret>> result;
        bool wasFound = false;
        store.find(key, this, [&](const std::optional<QList<Secret>> &found) {
            result = found;
            wasFound = true;
        });
        if (wasFound)
            qFatal("never from inside find()");
        [&] { QTRY_VERIFY(wasFound); }();
        return result;
    }
    static void settle()
    {
        for (int i = 0; i < 10; ++i)
            QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void init() { m_desktop = Desktop(); }

    void keptSecret_isFoundAgainInTheNextRun()
    {
        const auto given = secrets({"pässword", QByteArrayView("\0\n\xff", 3), ""});
        {
            SecretStore store(std::make_unique<FakeKeychain>(m_desktop));
            store.keep(QStringLiteral("password a@b:22"), given);
            settle();
        }
        SecretStore store(std::make_unique<FakeKeychain>(m_desktop));
        QCOMPARE(find(store, QStringLiteral("password a@b:22")), given);
        QCOMPARE(find(store, QStringLiteral("password other")), std::nullopt);
        QVERIFY(store.isPersistent());
        QVERIFY(store.reason().isEmpty());
    }

    void start_doesNotAskTheKeychain()
    {
        const SecretStore store(std::make_unique<FakeKeychain>(m_desktop));
        settle();
        QCOMPARE(m_desktop.asked, 0);
        QVERIFY(store.isPersistent());
    }

    void withoutAKeychain_secretsAreKeptForThisRunOnly()
    {
        m_desktop.isThere = false;
        {
            SecretStore store(std::make_unique<FakeKeychain>(m_desktop));
            QSignalSpy changed(&store, &SecretStore::persistenceChanged);
            store.keep(QStringLiteral("a"), secrets({"x"}));
            QTRY_COMPARE(changed.size(), 1);
            QVERIFY(!store.isPersistent());
            QVERIFY2(store.reason().contains(QStringLiteral("locked")), qPrintable(store.reason()));
            QCOMPARE(find(store, QStringLiteral("a")), secrets({"x"}));
            store.keep(QStringLiteral("b"), secrets({"y"}));
            QCOMPARE(find(store, QStringLiteral("b")), secrets({"y"}));
            store.forget(QStringLiteral("a"));
            QCOMPARE(find(store, QStringLiteral("a")), std::nullopt);
            store.forgetAll();
            QCOMPARE(find(store, QStringLiteral("b")), std::nullopt);
            QCOMPARE(m_desktop.asked, 1); // whoever said no is not asked again
            QCOMPARE(changed.size(), 1);
        }
        QVERIFY(m_desktop.entries.isEmpty());
        m_desktop.isThere = true;
        SecretStore next(std::make_unique<FakeKeychain>(m_desktop));
        QCOMPARE(find(next, QStringLiteral("a")), std::nullopt);
    }

    void findWithoutAKeychain_saysSo()
    {
        m_desktop.isThere = false;
        SecretStore store(std::make_unique<FakeKeychain>(m_desktop));
        QCOMPARE(find(store, QStringLiteral("a")), std::nullopt);
        QVERIFY(!store.isPersistent());
        QVERIFY(!store.reason().isEmpty());
    }

    void forgottenSecret_leavesTheKeychain()
    {
        SecretStore store(std::make_unique<FakeKeychain>(m_desktop));
        store.keep(QStringLiteral("a"), secrets({"x"}));
        settle();
        store.forget(QStringLiteral("a"));
        settle();
        QCOMPARE(find(store, QStringLiteral("a")), std::nullopt);
        QVERIFY(m_desktop.entries.isEmpty());
    }

    void forgetAll_removesWhatEarlierRunsKept()
    {
        m_desktop.entries.insert(QStringLiteral("of another program"), "z");
        const QString odd = QStringLiteral("interactive a@b:22\nPassword: 密码%0A");
        {
            SecretStore store(std::make_unique<FakeKeychain>(m_desktop));
            store.keep(QStringLiteral("a"), secrets({"x"}));
            settle();
            store.keep(odd, secrets({"y"}));
            settle();
        }
        SecretStore store(std::make_unique<FakeKeychain>(m_desktop));
        store.forgetAll();
        settle();
        QCOMPARE(m_desktop.entries.keys(), QStringList{QStringLiteral("of another program")});
    }

    void damagedEntry_isNotFound()
    {
        m_desktop.entries.insert(QStringLiteral("a"), "*not base64*");
        SecretStore store(std::make_unique<FakeKeychain>(m_desktop));
        QCOMPARE(find(store, QStringLiteral("a")), std::nullopt);
        QVERIFY(store.isPersistent());
    }

    void deadContext_hearsNothing()
    {
        SecretStore store(std::make_unique<FakeKeychain>(m_desktop));
        bool wasCalled = false;
        {
            QObject context;
            store.find(QStringLiteral("a"), &context, [&](const auto &) { wasCalled = true; });
        }
        settle();
        QVERIFY(!wasCalled);
    }

    void deadStore_callsNobody()
    {
        bool wasCalled = false;
        {
            SecretStore store(std::make_unique<FakeKeychain>(m_desktop));
            store.find(QStringLiteral("a"), this, [&](const auto &) { wasCalled = true; });
            store.keep(QStringLiteral("a"), secrets({"x"}));
        }
        settle();
        QVERIFY(!wasCalled);
    }
};

GW_REGISTER_TEST(SecretStoreTest)
#include "secretstoretest.moc"
