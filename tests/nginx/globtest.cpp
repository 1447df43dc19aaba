// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/glob.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <clocale>
#include <glob.h>
#include <unistd.h>

using namespace gw;

/// Our glob against that of the C library, which is what nginx calls.
class GlobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setlocale(LC_ALL, "C"); // nginx sets none
        QVERIFY(m_folder.isValid());
        for (const char *name :
             {"a.conf",       "b.conf",        "B.conf",     "a-b.conf",   "a",          "ab",
              ".hidden.conf", ".conf",         "10-x.conf",  "9-x.conf",   "a b.conf",   "[x].conf",
              "x*.conf",      "\xc3\xa4.conf", "\xe4.conf",  "a.conf.bak", "s-1/a.conf", "s-1/b.conf",
              "s/a.conf",     "s/c.txt",       "s.d/a.conf", "\\.conf",    "a]b",        "-"}) {
            const QByteArray path = QFile::encodeName(m_folder.path()) + '/' + name;
            QDir().mkpath(QFile::decodeName(path.first(path.lastIndexOf('/'))));
            FILE *const file = fopen(path.constData(), "w"); // QFile cannot name every byte
            QVERIFY(file);
            fclose(file);
        }
    }

    void cleanupTestCase()
    {
        for (const QByteArray &path : theirs("*")) // QTemporaryDir cannot name them all
            unlink(path.constData());
    }

    void patterns_giveWhatGlobGives_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        for (const char *pattern : {"*",
                                    "*.conf",
                                    "?.conf",
                                    "[ab].conf",
                                    "[!a].conf",
                                    "[^a].conf",
                                    "[a-z]*.conf",
                                    "[A-Z].conf",
                                    "*/a.conf",
                                    "s*/*.conf",
                                    "s/*",
                                    "*/*",
                                    ".*",
                                    ".*.conf",
                                    "[.]conf",
                                    "[[:digit:]]*",
                                    "[[:upper:]].conf",
                                    "[]x]*",
                                    "[]]",
                                    "a[]]b",
                                    "[[]x].conf",
                                    "\\[x].conf",
                                    "[x.conf",
                                    "[",
                                    "x\\*.conf",
                                    "x[*].conf",
                                    "\\\\.conf",
                                    "**",
                                    "**.conf",
                                    "a*b*",
                                    "*b",
                                    "*[!k]",
                                    "nothing*",
                                    "s/nothing[a]",
                                    "a*/",
                                    "[!",
                                    "[a-",
                                    "[-a]",
                                    "[a\\-z]*",
                                    "*\xa4.conf",
                                    "??.conf",
                                    "[[:nothing:]]",
                                    "a?b.conf",
                                    "s[-.]*/a*",
                                    "[z-a]*"})
            QTest::newRow(pattern) << QByteArray(pattern);
    }

    void patterns_giveWhatGlobGives()
    {
        QFETCH(QByteArray, pattern);
        QCOMPARE(ours(pattern), theirs(pattern));
    }

    /// But for collating symbols, "[[.a.]]": nothing names files by them.
    void randomPatterns_giveWhatGlobGives()
    {
        QRandomGenerator random(20260406);
        const QByteArrayList pieces = {"*",     "?", "[", "]",  "!", "-",    "a",    "b",
                                       ".conf", "s", "/", "\\", ".", "[ab]", "[!s]*"};
        for (int round = 0; round < 3000; ++round) {
            QByteArray pattern;
            for (int count = 1 + random.bounded(6); count > 0; --count)
                pattern += pieces[random.bounded(pieces.size())];
            if (!nginxIsPattern(pattern) || pattern.contains("//") || pattern.startsWith('/') ||
                pattern.endsWith('/') || pattern.contains("./") || pattern.endsWith('\\') || pattern.contains("\\/") ||
                pattern.contains("[."))
                continue;
            QVERIFY2(ours(pattern) == theirs(pattern), pattern.constData());
        }
    }

    void manyStars_takeNoExponentialTime()
    {
        const QByteArray name(2000, 'a');
        QVERIFY(!nginxNameMatches(name, QByteArray(QByteArray("a*").repeated(500) + 'b')));
        QVERIFY(nginxNameMatches(name, QByteArray(QByteArray("a*").repeated(500) + 'a')));
    }

private:
    QList<QByteArray> ours(const QByteArray &pattern) const
    {
        const auto names = [](const QByteArray &folder) {
            QList<QByteArray> found;
            glob_t all{};
            // Everything, the hidden ones too.
            for (const QByteArray &which : QByteArrayList({folder + '*', folder + ".*"})) {
                if (glob(which.constData(), GLOB_NOSORT, nullptr, &all) == 0) {
                    for (size_t i = 0; i < all.gl_pathc; ++i) {
                        const QByteArray name = QByteArray(all.gl_pathv[i]).mid(folder.size());
                        if (name != "." && name != "..")
                            found.append(name);
                    }
                    globfree(&all);
                }
            }
            return found;
        };
        return nginxGlobbed(QByteArray(QFile::encodeName(m_folder.path()) + '/' + pattern), names);
    }

    QList<QByteArray> theirs(const QByteArray &pattern) const
    {
        QList<QByteArray> found;
        glob_t all{};
        if (glob(QByteArray(QFile::encodeName(m_folder.path()) + '/' + pattern).constData(), 0, nullptr, &all) == 0) {
            for (size_t i = 0; i < all.gl_pathc; ++i) {
                const QByteArray path = all.gl_pathv[i];
                if (!path.endsWith("/.") && !path.endsWith("/.."))
                    found.append(path);
            }
        }
        globfree(&all);
        return found;
    }

    QTemporaryDir m_folder;
};

GW_REGISTER_TEST(GlobTest)
#include "globtest.moc"
