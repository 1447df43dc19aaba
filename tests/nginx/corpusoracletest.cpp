// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nginx/checkcases.h"
#include "tests/nginx/judgement.h"
#include "tests/nginx/trapcases.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>

using namespace gw;
using test::InstalledNginx;
using test::Judgement;

namespace {

/// A line of the table.
struct Agreement {
    QByteArray family;
    int cases = 0;
    int accepted = 0;    ///< by nginx
    int refused = 0;     ///< by nginx
    int ofSystem = 0;    ///< something that is not in the files stopped nginx
    int sameVerdict = 0; ///< of the accepted and the refused
    int sameWords = 0;   ///< all warnings and the first error, with file and line

    void add(const Judgement &judgement)
    {
        ++cases;
        if (judgement.isCutShort()) {
            ++ofSystem;
            return;
        }
        ++(judgement.isAccepted ? accepted : refused);
        sameVerdict += judgement.haveSameVerdict();
        sameWords += judgement.areSame();
    }
    bool isWhole() const { return sameVerdict == accepted + refused && sameWords == sameVerdict; }
};

QByteArray bytesOf(const QString &path)
{
    if (path.endsWith(QStringLiteral(".gz"))) {
        QProcess gzip;
        gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), path});
        gzip.waitForFinished(20000);
        return gzip.readAllStandardOutput();
    }
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// Files of other packages that have something of nginx in them.
bool isExample(const QByteArray &text)
{
    static const QRegularExpression block(QStringLiteral("(?m)^\\s*(server|location|upstream|http)\\b[^;\\n]*\\{"));
    return text.size() <= 200'000 && !text.contains('\0') && block.match(QString::fromLatin1(text)).hasMatch();
}

QStringList filesBelow(const QString &folder, const QStringList &names = {})
{
    QStringList files;
    for (QDirIterator it(folder, names, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files.append(it.next());
    files.sort();
    return files;
}

} // namespace

/// Every configuration of nginx that stands on this Debian, and every trap we know of, against nginx -t. Each file as
/// it is, and as a part of http, of a server and of a location: most are meant for one of them and wrong in the others.
class CorpusOracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = InstalledNginx::missing(); !missing.isEmpty())
            test::skipAll(missing);
        m_build = NginxBuild::fromPrinted(InstalledNginx::version());
        for (const test::TrapFile &file : test::trapFiles())
            m_nginx.write(QString::fromLatin1(file.name), file.text);
        // What packages ship includes each other.
        const QDir etc(QStringLiteral("/etc/nginx"));
        for (const QString &file : filesBelow(etc.path()))
            m_nginx.write(etc.relativeFilePath(file), here(bytesOf(file)));
        QFile::link(InstalledNginx::modules(), m_nginx.folder() + QStringLiteral("/modules"));
    }

    void traps_areJudgedAsNginxDoes()
    {
        for (const test::Trap &trap : test::traps()) {
            Agreement agreement{trap.name};
            for (const QByteArray &text : trap.texts)
                judge(text, agreement);
            m_table.append(agreement);
        }
    }

    void nginxOfDebian_isJudgedAsNginxDoes()
    {
        Agreement agreement{"files of Debian's nginx"};
        for (const QString &folder : {QStringLiteral("/etc/nginx"), QStringLiteral("/usr/share/nginx")}) {
            for (const QString &file : filesBelow(folder)) {
                if (!file.endsWith(QStringLiteral(".so")) && !file.endsWith(QStringLiteral(".html")))
                    judgeEverywhere(bytesOf(file), agreement);
            }
        }
        m_table.append(agreement);
    }

    void examplesOfDebian_areJudgedAsNginxDoes()
    {
        Agreement agreement{"examples of other packages"};
        QStringList folders{QStringLiteral("/usr/share"), QStringLiteral("/usr/lib/python3"), QStringLiteral("/etc")};
        if (const QString more = qEnvironmentVariable("GW_NGINX_CORPUS"); !more.isEmpty())
            folders.append(more);
        for (const QString &folder : std::as_const(folders)) {
            for (const QString &file : filesBelow(folder, {QStringLiteral("*nginx*"), QStringLiteral("*.vhost")})) {
                const QByteArray text = bytesOf(file);
                if (!file.startsWith(QStringLiteral("/etc/nginx/")) && isExample(text))
                    judgeEverywhere(text, agreement);
            }
        }
        m_table.append(agreement);
    }

    void cleanupTestCase()
    {
        Agreement all{"all"};
        const QByteArray printed = InstalledNginx::version();
        printf("%s\n", printed.first(printed.indexOf('\n')).constData());
        printf("%-32s %6s %9s %8s %7s %13s %11s\n", "", "cases", "accepted", "refused", "system", "same verdict",
               "same words");
        for (const Agreement &agreement : std::as_const(m_table)) {
            print(agreement);
            all.cases += agreement.cases;
            all.accepted += agreement.accepted;
            all.refused += agreement.refused;
            all.ofSystem += agreement.ofSystem;
            all.sameVerdict += agreement.sameVerdict;
            all.sameWords += agreement.sameWords;
        }
        print(all);
        fflush(stdout);
        QVERIFY(all.isWhole());
    }

private:
    static void print(const Agreement &agreement)
    {
        printf("%-32s %6d %9d %8d %7d %13d %11d\n", agreement.family.constData(), agreement.cases, agreement.accepted,
               agreement.refused, agreement.ofSystem, agreement.sameVerdict, agreement.sameWords);
    }

    /// Where it names files of /etc/nginx, those of the test are meant; process files and logs stay in its folder.
    QByteArray here(QByteArray text) const
    {
        static const QRegularExpression own(QStringLiteral("(?m)^(\\s*)(pid|error_log|access_log)\\s+/[^;\\n]*;"));
        text.replace("/etc/nginx/", QByteArray(QFile::encodeName(m_nginx.folder()) + '/'));
        return QString::fromLatin1(text).replace(own, QStringLiteral("\\1")).toLatin1();
    }

    void judge(const QByteArray &text, Agreement &agreement)
    {
        const Judgement judgement = judged(m_nginx, text, m_build);
        agreement.add(judgement);
        if (!judgement.isCutShort() && !judgement.areSame())
            QFAIL(judgement.shown(text.left(3000)).constData());
    }

    void judgeEverywhere(const QByteArray &text, Agreement &agreement)
    {
        const QByteArray own = here(text);
        const QByteArray behindEvents = "events {}\n" + own;
        for (const QByteArray &whole :
             {own, behindEvents, test::inHttp(own), test::inServer(own), test::inLocation(own)})
            judge(whole, agreement);
    }

    InstalledNginx m_nginx;
    NginxBuild m_build;
    QList<Agreement> m_table;
};

GW_REGISTER_TEST(CorpusOracleTest)
#include "corpusoracletest.moc"
