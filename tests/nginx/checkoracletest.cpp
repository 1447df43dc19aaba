// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/check.h"
#include "tests/nginx/checkcases.h"
#include "tests/nginx/installednginx.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace gw;
using test::InstalledNginx;

namespace {

/// What only the system decides. Of an include nginx names the place.
bool isOfSystem(const QByteArray &message)
{
    static const QRegularExpression place(QStringLiteral(" in /.*:[0-9]+$"));
    if (message.startsWith("open() ") && place.match(QString::fromLatin1(message)).hasMatch())
        return false;
    static constexpr QByteArrayView beginnings[] = {
        "bind() to", "socket() ",   "setsockopt(",  "listen() to", "host not found",
        "open() ",   "cannot load", "mkdir() ",     "getpwnam(",   "dlopen() ",
        "getgrnam(", "SSL_CTX",     "BIO_new_file", "no resolver", "could not build",
    };
    return std::ranges::any_of(beginnings, [&](QByteArrayView words) { return message.startsWith(words); });
}

/// The lines of `nginx -t` as NginxComplaint::text() has them, up to the first emergency.
QByteArrayList linesIn(const QByteArray &printed)
{
    // Words of the file may have line breaks in them.
    static const QRegularExpression line(
        QStringLiteral("\\[(emerg|warn)\\] [0-9]+#[0-9]+: (.*?)\\n(?=nginx: |[0-9]{4}/[0-9]{2}/|$)"),
        QRegularExpression::DotMatchesEverythingOption);
    QByteArrayList lines;
    for (auto it = line.globalMatch(QString::fromLatin1(printed)); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (isOfSystem(match.captured(2).toLatin1()))
            return lines;
        lines.append('[' + match.captured(1).toLatin1() + "] " + match.captured(2).toLatin1());
        if (match.captured(1) == u"emerg")
            break;
    }
    return lines;
}

/// The line that nginx names in the last of them; none: it has read all.
int lineOf(const QByteArrayList &lines)
{
    static const QRegularExpression place(QStringLiteral(" in /[^\\n]*:([0-9]+)$"));
    const QRegularExpressionMatch match = place.match(lines.isEmpty() ? QString() : QString::fromLatin1(lines.last()));
    return match.hasMatch() ? match.captured(1).toInt() : std::numeric_limits<int>::max();
}

QByteArrayList linesOf(const QList<NginxComplaint> &complaints)
{
    QByteArrayList lines;
    for (const NginxComplaint &complaint : complaints) {
        lines.append(complaint.text());
        if (complaint.severity == NginxComplaint::Severity::Emergency)
            break;
    }
    return lines;
}

RemotePath mainFileOf(const InstalledNginx &nginx)
{
    return RemotePath(QByteArray(QFile::encodeName(nginx.folder()) + "/nginx.conf"));
}

NginxFiles filesIn(const QString &folder)
{
    QMap<RemotePath, QByteArray> files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        if (file.open(QFile::ReadOnly))
            files.insert(RemotePath(QFile::encodeName(file.fileName())), file.readAll());
    }
    return NginxFiles::of(files);
}

} // namespace

/// What we say of a configuration against what the nginx that is installed says with -t: warnings and the first
/// emergency, word for word, with file and line.
class CheckOracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = InstalledNginx::missing(); !missing.isEmpty())
            test::skipAll(missing);
        m_build = NginxBuild::fromPrinted(InstalledNginx::version());
        QVERIFY(m_build.isKnown());
    }

    void cases_areJudgedAsNginxDoes_data()
    {
        QTest::addColumn<QByteArray>("text");
        int number = 0;
        for (const QByteArray &text : test::checkCases())
            QTest::addRow("%03d %s", ++number, text.simplified().mid(0, 120).constData()) << text;
        QVERIFY(number >= 120);
    }

    void cases_areJudgedAsNginxDoes()
    {
        QFETCH(QByteArray, text);
        const InstalledNginx::Verdict theirs = m_nginx.test(text);
        const QByteArrayList lines = linesIn(theirs.printed);
        const QByteArrayList ours = linesOf(checked(configOf(text), m_build));
        const QByteArray shown = text + "\nnginx:\n" + lines.join('\n') + "\nours:\n" + ours.join('\n');
        QVERIFY2(ours == lines, shown.constData());
    }

    /// Whatever nginx accepts is accepted; and without knowing the build, too.
    void casesThatNginxAccepts_areAcceptedByAnyBuild()
    {
        for (const QByteArray &text : test::checkCases()) {
            if (!m_nginx.test(text).isAccepted)
                continue;
            for (const NginxBuild &build : {NginxBuild(), NginxBuild({1, 22, 1})})
                QVERIFY2(!hasEmergency(checked(configOf(text), build)), text.constData());
        }
    }

    /// Words of one case in the place of words of another: whatever we refuse first, nginx refuses first.
    void mixedCases_areNeverRefusedWrongly()
    {
        const QByteArrayList cases = test::checkCases();
        QByteArrayList words;
        QByteArrayList plain; // those without syntax
        for (const QByteArray &text : cases) {
            for (const QByteArray &word : text.simplified().split(' '))
                (isPlain(word) ? plain : words).append(word);
        }
        QRandomGenerator random(quint32(qEnvironmentVariableIntValue("GW_CHECK_SEED") + 20260901));
        const int rounds = qEnvironmentVariableIntValue("GW_CHECK_ROUNDS");
        const QByteArray log = '"' + QFile::encodeName(m_nginx.folder()) + "/$";
        int refused = 0;
        int missed = 0;
        for (int round = 0; round < (rounds ? rounds : 300); ++round) {
            QByteArrayList mixed = cases[random.bounded(cases.size())].simplified().split(' ');
            for (int count = 1 + random.bounded(2); count > 0; --count) {
                QByteArray &word = mixed[random.bounded(mixed.size())];
                const QByteArrayList &others = isPlain(word) ? plain : words;
                word = others[random.bounded(others.size())];
            }
            const QByteArray text = mixed.join('\n');
            const InstalledNginx::Verdict theirs = m_nginx.test(text);
            // Relative paths are made absolute in some words.
            const QByteArrayList lines = linesIn(QByteArray(theirs.printed).replace(log.constData(), "\"$"));
            if (!theirs.isAccepted && (lines.isEmpty() || !lines.last().startsWith("[emerg]")))
                continue; // the system has stopped it
            const QByteArrayList ours = linesOf(checked(configOf(text), m_build));
            const bool isRefused = !ours.isEmpty() && ours.last().startsWith("[emerg]");
            const QByteArray shown = text + "\nnginx:\n" + lines.join('\n') + "\nours:\n" + ours.join('\n');
            const bool isMissed = !theirs.isAccepted && ours != lines && (!isRefused || lineOf(lines) < lineOf(ours));
            QVERIFY2(isMissed || !isRefused || ours == lines, shown.constData());
            refused += isRefused && !isMissed;
            missed += isMissed;
            if (ours != lines && rounds)
                qInfo("%s", shown.constData());
        }
        qInfo("%d refused by both alike, %d by nginx alone or earlier", refused, missed);
    }

    void configurationOfDebian_isJudgedAsNginxDoes()
    {
        if (!QFile::exists(QStringLiteral("/etc/nginx/nginx.conf")))
            QSKIP("there is no /etc/nginx");
        InstalledNginx nginx;
        copy(QStringLiteral("/etc/nginx"), nginx);
        QFile::link(QStringLiteral("/usr/lib/nginx/modules"), nginx.folder() + QStringLiteral("/modules"));
        QFile file(nginx.folder() + QStringLiteral("/nginx.conf"));
        QVERIFY(file.open(QFile::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        // The test names its own.
        text.replace("pid ", "#pid ").replace("error_log ", "#error_log ").replace("access_log /", "#access_log /");
        const QByteArray folder = QFile::encodeName(nginx.folder()) + '/';
        text.replace("/etc/nginx/", folder);
        const InstalledNginx::Verdict theirs = nginx.test(text);
        const NginxConfig config = NginxConfig::read(filesIn(nginx.folder()), mainFileOf(nginx));
        QVERIFY(config.files().size() > 2);
        QCOMPARE(linesOf(checked(config, m_build)), linesIn(theirs.printed));
    }

    /// Fragments and whole files in the documentation of other packages; each as it is, and inside http and server.
    void examplesOfDebian_areNeverRefusedWrongly()
    {
        static const QRegularExpression looksRight(
            QStringLiteral("(?m)^\\s*(server|location|upstream|http)\\b[^;\\n]*\\{"));
        int tried = 0;
        for (const QString &folder : {QStringLiteral("/usr/share/doc"), QStringLiteral("/usr/share/nginx"),
                                      QStringLiteral("/etc/nginx"), QStringLiteral("/usr/share/examples")}) {
            for (QDirIterator it(folder,
                                 {QStringLiteral("*nginx*"), QStringLiteral("*.conf"), QStringLiteral("default")},
                                 QDir::Files, QDirIterator::Subdirectories);
                 it.hasNext();) {
                QFile file(it.next());
                if (file.size() > 200'000 || !file.open(QFile::ReadOnly))
                    continue;
                const QByteArray text = file.readAll();
                if (!text.contains('\0') && looksRight.match(QString::fromLatin1(text)).hasMatch()) {
                    ++tried;
                    tryExample(text, qPrintable(file.fileName()));
                }
            }
        }
        qInfo("%d examples", tried);
    }

private:
    NginxConfig configOf(const QByteArray &text) const
    {
        const RemotePath path = mainFileOf(m_nginx);
        return NginxConfig::read(NginxFiles::of({{path, text}}), path);
    }

    static bool isPlain(const QByteArray &word)
    {
        return std::ranges::none_of(word, [](char c) { return QByteArrayView("{};\"'#").contains(c); });
    }

    void tryExample(const QByteArray &text, const char *name)
    {
        for (const QByteArray &whole : {text, test::inHttp(text), test::inServer(text)}) {
            if (!m_nginx.test(whole).isAccepted)
                continue;
            const NginxConfig config = NginxConfig::ofOneFile(mainFileOf(m_nginx), whole);
            const QByteArrayList ours = linesOf(checked(config, m_build));
            QVERIFY2(ours.isEmpty() || !ours.last().startsWith("[emerg]"),
                     QByteArray(ours.join('\n') + " of " + name).constData());
        }
    }

    static void copy(const QString &from, InstalledNginx &nginx)
    {
        for (QDirIterator it(from, QDir::Files, QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
             it.hasNext();) {
            QFile file(it.next());
            if (file.open(QFile::ReadOnly))
                nginx.write(QDir(from).relativeFilePath(file.fileName()), file.readAll());
        }
    }

    InstalledNginx m_nginx;
    NginxBuild m_build;
};

GW_REGISTER_TEST(CheckOracleTest)
#include "checkoracletest.moc"
