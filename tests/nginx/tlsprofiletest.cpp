// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/tlsprofile.h"
#include "tests/support/testmain.h"

using namespace gw;

class TlsProfileTest : public QObject {
    Q_OBJECT

    static constexpr TlsAbility debian12{{1, 22, 1}, {3, 0, 17}};
    static constexpr TlsAbility debian13{{1, 26, 3}, {3, 5, 1}};
    static constexpr TlsAbility old{{1, 12, 2}, {1, 0, 2}};

    static QByteArray said(TlsProfile profile, const TlsAbility &ability, const QByteArray &directive)
    {
        for (const TlsSetting &setting : tlsProfile(profile, ability)) {
            if (setting.directive == directive)
                return setting.arguments;
        }
        return "-";
    }

    static QByteArray with(const QByteArray &text, TlsProfile profile, const TlsAbility &ability)
    {
        const NginxTree tree = NginxTree::parse(text);
        return nginxEdited(text, tlsProfileEdits(tree, tree.root().firstChild(), profile, ability));
    }

private Q_SLOTS:
    void profile_fitsTheVersionsOfTheServer()
    {
        QCOMPARE(said(TlsProfile::Intermediate, debian12, "ssl_protocols"), "TLSv1.2 TLSv1.3");
        QCOMPARE(said(TlsProfile::Modern, debian12, "ssl_protocols"), "TLSv1.3");
        // With a group that OpenSSL has not, nginx does not start.
        QCOMPARE(said(TlsProfile::Modern, debian12, "ssl_ecdh_curve"), "X25519:prime256v1:secp384r1");
        QVERIFY(said(TlsProfile::Modern, debian13, "ssl_ecdh_curve").startsWith("X25519MLKEM768:"));
        QVERIFY(!said(TlsProfile::Modern, {}, "ssl_ecdh_curve").contains("MLKEM"));
        QCOMPARE(said(TlsProfile::Intermediate, debian12, "ssl_session_tickets"), "off");
        QCOMPARE(said(TlsProfile::Intermediate, debian13, "ssl_session_tickets"), "-");
        QCOMPARE(said(TlsProfile::Intermediate, old, "ssl_protocols"), "TLSv1.2");
        QCOMPARE(said(TlsProfile::Intermediate, old, "ssl_ecdh_curve"), "prime256v1:secp384r1");
        QVERIFY(tlsProfile(TlsProfile::Modern, old).isEmpty());
    }

    void profile_isWrittenInPlace()
    {
        const QByteArray text = "server {\n"
                                "    listen 443 ssl;\n"
                                "    ssl_protocols TLSv1 TLSv1.1 TLSv1.2; # old\n"
                                "    ssl_session_cache shared:mine:1m;\n"
                                "    ssl_ciphers HIGH;\n"
                                "    location / { return 204; }\n"
                                "}\n";
        const QByteArray modern = with(text, TlsProfile::Modern, debian13);
        QVERIFY2(modern.contains("    ssl_protocols TLSv1.3; # old\n    ssl_session_cache shared:mine:1m;\n"),
                 modern.constData());
        QVERIFY2(!modern.contains("ssl_ciphers"), modern.constData());
        QVERIFY(modern.endsWith("    location / { return 204; }\n}\n"));
        QVERIFY(NginxTree::parse(modern).errors().isEmpty());
        QCOMPARE(with(modern, TlsProfile::Modern, debian13), modern); // once is enough
        const QByteArray intermediate = with(modern, TlsProfile::Intermediate, debian13);
        QVERIFY(intermediate.contains("    ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:"));
        QCOMPARE(intermediate.count("ssl_protocols"), 1);
        QCOMPARE(with(intermediate, TlsProfile::Intermediate, debian13), intermediate);
    }
};

GW_REGISTER_TEST(TlsProfileTest)
#include "tlsprofiletest.moc"
