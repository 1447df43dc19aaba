// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/certificates/certificate.h"

#include "tests/certificates/certificatemaker.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <openssl/err.h>

using namespace gw;
using namespace gw::test;

namespace {

CertificateInfo read(const CertificateRecipe &recipe)
{
    const auto certificates = certificatesFromPem(makePem(recipe));
    if (!certificates)
        qFatal("%s", qPrintable(certificates.error().text()));
    return certificates->first();
}

QStringList raw(const QList<UntrustedText> &texts)
{
    QStringList all;
    for (const UntrustedText &text : texts)
        all.append(text.raw());
    return all;
}

} // namespace

class CertificateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsRead()
    {
        const QByteArray der = makeDer({.alternativeNames = "DNS:www.example.org,DNS:example.org"});
        const auto certificates = certificatesFromPem(toPem(der));
        QVERIFY(certificates);
        QCOMPARE(certificates->size(), 1);
        const CertificateInfo &info = certificates->first();
        QCOMPARE(info.subject.raw(), QStringLiteral("www.example.org"));
        QCOMPARE(info.issuer.raw(), QStringLiteral("www.example.org"));
        QCOMPARE(raw(info.names), QStringList({QStringLiteral("www.example.org"), QStringLiteral("example.org")}));
        QCOMPARE(info.notBefore, QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
        QCOMPARE(info.notAfter, QDateTime(QDate(2026, 4, 1), QTime(12, 30, 5), Qt::UTC));
        QCOMPARE(info.serial.raw(), QStringLiteral("0A1B2C"));
        QCOMPARE(info.signature.raw(), QStringLiteral("ecdsa-with-SHA256"));
        QCOMPARE(info.sha256, QCryptographicHash::hash(der, QCryptographicHash::Sha256));
        QVERIFY(info.selfSigned);
    }

    void keyTypes_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("keyType");
        QTest::addColumn<QString>("signature");
        QTest::newRow("RSA") << QByteArray("rsa:2048") << "RSA 2048"
                             << "sha256WithRSAEncryption";
        QTest::newRow("weak RSA") << QByteArray("rsa:1024") << "RSA 1024"
                                  << "sha256WithRSAEncryption";
        QTest::newRow("RSA-PSS") << QByteArray("rsa-pss:2048") << "RSA-PSS 2048"
                                 << "rsassaPss";
        QTest::newRow("P-256") << QByteArray("ec:P-256") << "ECDSA P-256"
                               << "ecdsa-with-SHA256";
        QTest::newRow("P-384") << QByteArray("ec:P-384") << "ECDSA P-384"
                               << "ecdsa-with-SHA256";
        QTest::newRow("secp256k1") << QByteArray("ec:secp256k1") << "ECDSA secp256k1"
                                   << "ecdsa-with-SHA256";
        QTest::newRow("Ed25519") << QByteArray("ed25519") << "Ed25519"
                                 << "ED25519";
        QTest::newRow("Ed448") << QByteArray("ed448") << "Ed448"
                               << "ED448";
    }
    void keyTypes()
    {
        QFETCH(QByteArray, key);
        const CertificateInfo info = read({.key = key});
        QTEST(info.keyType.raw(), "keyType");
        QTEST(info.signature.raw(), "signature");
    }

    void alternativeNames_keepAddressesAndWildcards()
    {
        const CertificateInfo info =
            read({.alternativeNames = "DNS:*.example.org,IP:203.0.113.7,IP:2001:db8::1,email:root@example.org"});
        QCOMPARE(raw(info.names), QStringList({QStringLiteral("*.example.org"), QStringLiteral("203.0.113.7"),
                                               QStringLiteral("2001:db8::1")}));
    }

    void addressOfAnImpossibleLength_isShownAsBytes()
    {
        // GeneralNames { [7] 3 bytes }
        const CertificateInfo info = read({.rawAlternativeNames = QByteArray::fromHex("30058703c0a801")});
        QCOMPARE(raw(info.names), QStringList({QStringLiteral("c0:a8:01")}));
    }

    void noAlternativeNames_isAnEmptyList() { QVERIFY(read({}).names.isEmpty()); }

    void international_namesStayAsTheyAreWritten()
    {
        const CertificateInfo info =
            read({.commonName = "模型.例子", .alternativeNames = "DNS:xn--fsqu00a.xn--g6w251d"});
        QCOMPARE(info.subject.raw(), QStringLiteral("模型.例子"));
        QCOMPARE(raw(info.names), QStringList({QStringLiteral("xn--fsqu00a.xn--g6w251d")}));
    }

    void subjectWithoutCommonName_isTheWholeSubject()
    {
        QCOMPARE(read({.commonName = {}, .organisation = "Exämple"}).subject.raw(), QStringLiteral("O=Exämple"));
        QVERIFY(read({.commonName = {}}).subject.isEmpty());
    }

    void hostileNames_stayWholeAndVisible()
    {
        const CertificateInfo info = read({.commonName = QByteArrayLiteral("bank.example\0.evil\x1b[31m")});
        QCOMPARE(info.subject.raw().size(), qsizetype(23));
        QVERIFY(!info.subject.shown().contains(QChar(0)));
        QVERIFY(!info.subject.shown().contains(QChar(0x1b)));
        const QByteArray withNul = QByteArray::fromHex("3007820561002e6262"); // dNSName "a\0.bb"
        QCOMPARE(read({.rawAlternativeNames = withNul}).names.first().raw().size(), qsizetype(5));
    }

    void issuedCertificate_isNotSelfSigned()
    {
        const CertificateInfo info = read({.issuer = "Example CA"});
        QCOMPARE(info.issuer.raw(), QStringLiteral("Example CA"));
        QVERIFY(!info.selfSigned);
    }

    void expiredCertificate_isReadLikeAnyOther()
    {
        const QDateTime end(QDate(1999, 12, 31), QTime(23, 59, 59), Qt::UTC);
        QCOMPARE(read({.notBefore = end.addYears(-1), .notAfter = end}).notAfter, end);
    }

    void timesBeyond2049_areRead() // GeneralizedTime, RFC 5280 4.1.2.5.2
    {
        const QDateTime end(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC);
        QCOMPARE(read({.notAfter = end}).notAfter, end);
    }

    void longSerial_isKeptWhole()
    {
        const QByteArray serial = "7F" + QByteArray(38, 'A');
        QCOMPARE(read({.serialHex = serial}).serial.raw(), QString::fromLatin1(serial));
    }

    void chain_keepsTheOrderOfTheFile()
    {
        const QByteArray pem = makePem({.commonName = "leaf", .issuer = "middle"}) +
                               makePem({.commonName = "middle", .issuer = "root"}) + makePem({.commonName = "root"});
        const auto chain = certificatesFromPem(pem);
        QVERIFY(chain);
        QCOMPARE(chain->size(), 3);
        QCOMPARE(chain->at(0).subject.raw(), QStringLiteral("leaf"));
        QCOMPARE(chain->at(1).subject.raw(), QStringLiteral("middle"));
        QVERIFY(chain->at(2).selfSigned);
    }

    void otherBlocksAndText_arePassedOver()
    {
        const QByteArray pem = "Bag Attributes\r\n" + makePrivateKeyPem() + makePem({.commonName = "a"}) + "\n" +
                               toPem("not looked at", "DH PARAMETERS") +
                               toPem(makeDer({.commonName = "b"}), "TRUSTED CERTIFICATE");
        const auto certificates = certificatesFromPem(pem);
        QVERIFY(certificates);
        QCOMPARE(certificates->size(), 2);
    }

    void lineBreaksOfOtherSystems_areAccepted()
    {
        QVERIFY(certificatesFromPem(makePem().replace('\n', "\r\n")));
        QVERIFY(certificatesFromPem(makePem().trimmed()));
        QByteArray oneLine = makePem();
        oneLine = "-----BEGIN CERTIFICATE-----\n" + makeDer().toBase64() + "\n-----END CERTIFICATE-----";
        QVERIFY(certificatesFromPem(oneLine));
    }

    void textWithoutCertificate_isAnError_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("hello\n");
        QTest::newRow("key only") << makePrivateKeyPem();
        QTest::newRow("no line") << QByteArray("-----BEGIN ");
        QTest::newRow("indented") << QByteArray("# see -----BEGIN CERTIFICATE-----\n");
    }
    void textWithoutCertificate_isAnError()
    {
        QFETCH(QByteArray, pem);
        const auto certificates = certificatesFromPem(pem);
        QVERIFY(!certificates);
        QCOMPARE(certificates.error().kind, Error::Kind::Invalid);
        QVERIFY(!certificates.error().cause.isEmpty());
    }

    void damagedCertificate_isAnErrorThatNamesIt_data()
    {
        QTest::addColumn<QByteArray>("damaged");
        const QByteArray der = makeDer({.key = "rsa:2048"});
        QTest::newRow("no end") << toPem(der).chopped(30);
        QTest::newRow("other end") << toPem(der).replace("END CERTIFICATE", "END X509 CRL");
        QTest::newRow("not base64") << toPem(der).replace("MII", "M*I");
        QTest::newRow("empty") << toPem("");
        QTest::newRow("cut DER") << toPem(der.chopped(10));
        QTest::newRow("not DER") << toPem("hello, world");
        QTest::newRow("headers") << toPem(der).replace("CERTIFICATE-----\nMII",
                                                       "CERTIFICATE-----\nProc-Type: 4\n\nMII");
        QTest::newRow("nested") << QByteArray("-----BEGIN CERTIFICATE-----\n") + toPem(der);
        QTest::newRow("names") << makePem({.rawAlternativeNames = QByteArray::fromHex("3009820a61")});
        QTest::newRow("impossible date") << toPem(QByteArray(der).replace("260401123005Z", "260230123005Z"));
    }
    void damagedCertificate_isAnErrorThatNamesIt()
    {
        QFETCH(QByteArray, damaged);
        const auto certificates = certificatesFromPem(QByteArray(makePem() + damaged));
        QVERIFY(!certificates);
        QCOMPARE(certificates.error().kind, Error::Kind::Invalid);
        QVERIFY2(certificates.error().tried.contains(QLatin1Char('2')), qPrintable(certificates.error().tried));
    }

    void hugeText_isRefusedNotRead()
    {
        QCOMPARE(certificatesFromPem(QByteArray(5 * 1024 * 1024, 'A')).error().kind, Error::Kind::TooLarge);
        const QByteArray endless = "-----BEGIN CERTIFICATE-----\n" + QByteArray(1024 * 1024, 'A');
        QCOMPARE(certificatesFromPem(endless).error().kind, Error::Kind::TooLarge);
        QByteArray many;
        for (int i = 0; i < 1001; ++i)
            many += "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        QCOMPARE(certificatesFromPem(many).error().kind, Error::Kind::TooLarge);
    }

    void manyNames_areAllRead()
    {
        QByteArray names = "DNS:host0.example.org";
        for (int i = 1; i < 2000; ++i)
            names += ",DNS:host" + QByteArray::number(i) + ".example.org";
        QCOMPARE(read({.alternativeNames = names}).names.size(), 2000);
    }

    void flippedBytes_neverBreakTheProgram()
    {
        QRandomGenerator random(20260401);
        for (const QByteArray &der :
             {makeDer({.key = "rsa:1024", .alternativeNames = "DNS:a,IP:10.0.0.1"}),
              makeDer({.key = "ec:P-256", .organisation = "Example"}), makeDer({.key = "ed25519"})}) {
            for (int round = 0; round < 2000; ++round) {
                QByteArray changed = der;
                for (int flips = random.bounded(1, 5); flips > 0; --flips)
                    changed[random.bounded(int(changed.size()))] = char(random.bounded(256));
                const auto result = certificatesFromPem(toPem(changed));
                QVERIFY(result.has_value() || result.error().kind == Error::Kind::Invalid);
            }
        }
    }

    void errorQueueOfOpenSsl_staysAsItWas()
    {
        ERR_clear_error();
        QVERIFY(!certificatesFromPem(toPem("hello")));
        QCOMPARE(ERR_peek_error(), 0ul);
    }
};

GW_REGISTER_TEST(CertificateTest)
#include "certificatetest.moc"
