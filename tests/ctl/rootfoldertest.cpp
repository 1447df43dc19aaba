// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"
#include "tests/support/testmain.h"

#include <QDir>

using namespace gw;
using namespace gw::test;
using namespace Qt::StringLiterals;

/// `review --root DIR`, as a pipeline runs it.
class RootFolderTest : public QObject {
    Q_OBJECT

    Ctl m_ctl;

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(qEnvironmentVariable("GW_BUILD_DIR") + u"/gatewrightctl"_s))
            skipAll(u"gatewrightctl is not built, or GW_BUILD_DIR does not name the build folder"_s);
    }

    void folderWithNothingOfAServer_isTwo()
    {
        const QString empty = m_ctl.path(u"empty"_s);
        QVERIFY(QDir().mkpath(empty + u"/srv/www"_s));
        const CtlResult result = m_ctl.run({u"review"_s, u"--root"_s, empty});
        QCOMPARE(result.exitCode, 2);
        QVERIFY(result.out.isEmpty());
        QVERIFY2(result.err.contains("etc/ssh/sshd_config"), result.err.constData());
    }

    void oneFileOfAServer_isEnough()
    {
        const QString root = m_ctl.path(u"one"_s);
        put(root, u"/etc/ssh/sshd_config"_s, "PermitRootLogin yes\n");
        const CtlResult result = m_ctl.run({u"review"_s, u"--root"_s, root, u"--format"_s, u"json"_s});
        QCOMPARE(result.exitCode, 1);
        QVERIFY(rulesOf(result.out).contains(u"sshd.root-login"_s));
    }
};

GW_REGISTER_TEST(RootFolderTest)
#include "rootfoldertest.moc"
