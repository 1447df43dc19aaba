// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/defaults.h"
#include "backend/nginx/effective.h"
#include "tests/support/testmain.h"

using namespace gw;

class DefaultsTest : public QObject {
    Q_OBJECT

    static QByteArray valueIn(const char *config, const char *name, NginxVersion version)
    {
        const NginxConfig read = NginxConfig::ofOneFile(RemotePath(QByteArray("/n")), config);
        const NginxEffective effective(read, NginxBuild(version));
        return effective.value(effective.blocks(NginxContext::Server).value(0), name);
    }

private Q_SLOTS:
    void defaults_areThoseOfTheVersion_data()
    {
        QTest::addColumn<QByteArray>("directive");
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *directive, const char *version, const char *value) {
            QTest::addRow("%s in %s", directive, version)
                << QByteArray(directive) << QByteArray(version) << QByteArray(value);
        };
        row("ssl_protocols", "1.8.1", "SSLv3 TLSv1 TLSv1.1 TLSv1.2");
        row("ssl_protocols", "1.22.1", "TLSv1 TLSv1.1 TLSv1.2");
        row("ssl_protocols", "1.26.3", "TLSv1 TLSv1.1 TLSv1.2 TLSv1.3");
        row("ssl_protocols", "1.27.3", "TLSv1.2 TLSv1.3");
        row("proxy_ssl_protocols", "1.22.1", "TLSv1 TLSv1.1 TLSv1.2");
        row("keepalive_requests", "1.18.0", "100");
        row("keepalive_requests", "1.19.10", "1000");
        row("sendfile_max_chunk", "1.21.3", "0");
        row("sendfile_max_chunk", "1.22.1", "2m");
        row("proxy_http_version", "1.29.6", "1.0");
        row("proxy_http_version", "1.29.7", "1.1");
        row("proxy_http_version", "any", "1.1");
        row("gzip", "1.8.1", "off");
    }
    void defaults_areThoseOfTheVersion()
    {
        QFETCH(const QByteArray, directive);
        QFETCH(const QByteArray, version);
        QFETCH(const QByteArray, value);
        QCOMPARE(valueIn("http { server { } }", directive.constData(), NginxVersion::fromText(version)), value);
        const QByteArray set = "http { server { " + directive + " x; } }";
        QCOMPARE(valueIn(set.constData(), directive.constData(), NginxVersion::fromText(version)), QByteArray("x"));
    }
};

GW_REGISTER_TEST(DefaultsTest)
#include "defaultstest.moc"
