// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sshdesk.h"
#include "tests/app/deskstand.h"
#include "tests/support/testmain.h"
#include "widgets/ssh/keyguidecard.h"
#include "widgets/ssh/sshpage.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gw;
using namespace gw::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using State = KeyGuide::State;

/// A key that is on this computer already, on its way to the server of the tutorials.
class SshDeskTest : public QObject {
    Q_OBJECT

    static constexpr auto ours = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIKW+4TkYyS4tAusbPhejwD/x477/LiNQ5iQz7jB999W me";

    /// The server has it for the account that is logged in.
    static constexpr auto theirs =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIKW+4TkYyS4tAusbPhejwD/x477/LiNQ5iQz7jB203W gatewright-lab";

    struct Stand : DeskStand {
        Stand()
        {
            desk = std::make_unique<SshDesk>(*fleet, storage, page, *page.ssh());
            survey();
            desk->fill(session());
        }
        const KeyGuide &guide() const { return page.findChild<KeyGuideCard *>()->guide(); }
        QString write(const QString &name, const QByteArray &content) const
        {
            QFile file(folder.filePath(name));
            return file.open(QFile::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
        }

        std::unique_ptr<SshDesk> desk;
    };

private Q_SLOTS:
    void keyThatIsThere_isInstalledLikeANewOne_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::newRow("its public part") << u"id_mine.pub"_s;
        QTest::newRow("its private part") << u"id_mine"_s;
    }
    void keyThatIsThere_isInstalledLikeANewOne()
    {
        QFETCH(const QString, chosen);
        Stand stand;
        QVERIFY(stand.surveyed);
        stand.write(u"id_mine"_s, "the private part");
        stand.write(u"id_mine.pub"_s, ours);
        Q_EMIT stand.page.ssh()->existingKeyChosen(stand.folder.filePath(chosen));
        QTRY_COMPARE_WITH_TIMEOUT(stand.guide().made, State::Done, 60'000);
        QCOMPARE(stand.guide().file, stand.folder.filePath(u"id_mine"_s));
        QCOMPARE(stand.guide().publicLine, QByteArray(ours));
        QCOMPARE(stand.guide().user, stand.session()->facts()->access.user.raw());
        QCOMPARE(stand.guide().installed, State::Todo);
        QCOMPARE(stand.guide().proven, State::Todo);
        const Changing *changing = stand.fleet->changing(HostId(u"id"_s));
        QVERIFY(changing->isPlanning() || changing->state() || changing->planError());
    }

    void keyThatTheServerHas_isOnlyProven()
    {
        Stand stand;
        QVERIFY(stand.surveyed);
        stand.write(u"id_known"_s, "the private part");
        Q_EMIT stand.page.ssh()->existingKeyChosen(stand.write(u"id_known.pub"_s, theirs));
        QTRY_COMPARE_WITH_TIMEOUT(stand.guide().installed, State::Done, 60'000);
        QCOMPARE(stand.guide().proven, State::Todo);
        QVERIFY(!stand.fleet->changing(HostId(u"id"_s))->isPlanning());
    }

    void keyThatCannotBeProvenFromHere_isRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("without its private part") << QByteArray(ours) << QByteArray("private part");
        QTest::newRow("no key") << QByteArray("hello") << QByteArray("public key");
    }
    void keyThatCannotBeProvenFromHere_isRefused()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, word);
        Stand stand;
        QVERIFY(stand.surveyed);
        QSignalSpy failed(stand.desk.get(), &SshDesk::failed);
        Q_EMIT stand.page.ssh()->existingKeyChosen(stand.write(u"id_theirs.pub"_s, content));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60'000);
        const QString text = failed.first().first().value<Error>().text();
        QVERIFY2(text.contains(QString::fromLatin1(word)), qPrintable(text));
        QVERIFY(stand.guide().made != State::Done || stand.guide().publicLine.isEmpty());
    }
};

GW_REGISTER_TEST(SshDeskTest)
#include "sshdesktest.moc"
