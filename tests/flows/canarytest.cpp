// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/report.h"
#include "backend/store/store.h"
#include "backend/survey/survey.h"
#include "tests/flows/labclient.h"
#include "tests/flows/processwatch.h"
#include "tests/flows/terminal.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using gw::test::LabClient;
using gw::test::LabServer;
using gw::test::Ran;

namespace {

QByteArray marked(const char *what)
{
    return what + QByteArray::number(QRandomGenerator::system()->generate64(), 36);
}

/// Files below these folders of this computer that were written since `mark` was and hold the word.
QByteArray newFilesWith(const QByteArray &word, const QStringList &folders, const QString &mark)
{
    QStringList existing;
    for (const QString &folder : folders) {
        if (QFileInfo::exists(folder))
            existing += folder;
    }
    // The word goes to grep through a file: on a command line it would find itself.
    const QString pattern = mark + u".word"_s;
    gw::test::writeFile(pattern, word);
    const Ran ran =
        gw::test::runToEnd(u"find"_s, existing + QStringList{u"-xdev"_s, u"-type"_s, u"f"_s, u"-newer"_s, mark, u"!"_s,
                                                             u"-path"_s, pattern, u"-exec"_s, u"grep"_s, u"-laF"_s,
                                                             u"-f"_s, pattern, u"{}"_s, u"+"_s});
    QFile::remove(pattern);
    return ran.out;
}

/// Where the server keeps the word in clear: its disk, its memory file systems, its journal.
QByteArray placesOnServer(const LabServer &server, const QByteArray &word)
{
    const QByteArray files = server
                                 .exec(u"read -r word; printf %s \"$word\" | grep -rlaF -f - --exclude-dir=credentials "
                                       "/etc /home /root /tmp /var /run /srv /opt /dev/shm 2>/dev/null"_s,
                                       word + '\n')
                                 .out;
    const QByteArray journal = server
                                   .exec(u"read -r word; journalctl --no-pager --all -o export > /dev/shm/journal; "
                                         "printf %s \"$word\" | grep -aF -f - /dev/shm/journal; rm /dev/shm/journal"_s,
                                         word + '\n')
                                   .out;
    return files + journal;
}

} // namespace

/// A password goes through the whole flow and may be nowhere afterwards but in the person's head.
class CanaryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = LabServer::own(u"tutorial"_s, u"canary"_s);
        m_client = std::make_unique<LabClient>(QList<const LabServer *>{m_server.get()},
                                               "Host *\n  PubkeyAuthentication no\n");
        m_mark = m_client->file(u"begin"_s);
        gw::test::writeFile(m_mark, {});
        m_server->must(u"chpasswd"_s, "dev:" + m_canary + '\n');
        m_watch = std::make_unique<gw::test::ProcessWatch>(QByteArrayList{m_canary, m_control});
    }

    void cleanupTestCase()
    {
        m_watch.reset();
        m_server.reset();
    }

    void wholeFlow_works_data()
    {
        QTest::addColumn<int>("transport");
        QTest::newRow("libssh") << int(gw::TransportKind::Libssh);
        QTest::newRow("OpenSSH") << int(gw::TransportKind::OpenSsh);
    }

    void wholeFlow_works()
    {
        QFETCH(int, transport);
        const auto shell = logIn(gw::TransportKind(transport), m_canary);
        QVERIFY(shell);
        keepText(shell->description() + shell->info().authentication + shell->info().reason);
        QVERIFY(m_lastQuestion.has_value());

        const gw::Elevation elevation{gw::Elevation::Method::SudoPassword, gw::Secret(m_canary)};
        const auto answer = gw::survey(*shell, elevation, {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
        const gw::Facts facts = gw::factsFrom(*answer);
        QVERIFY(facts.access.isRoot);
        QCOMPARE(facts.access.way, gw::Access::Root::SudoPassword);
        store(*answer);
        report(facts);
    }

    void refusals_work_data() { wholeFlow_works_data(); }

    void refusals_work()
    {
        QFETCH(int, transport);
        QVERIFY(!logIn(gw::TransportKind(transport), m_canary + 'x'));
        const auto shell = logIn(gw::TransportKind(transport), m_canary);
        QVERIFY(shell);
        const gw::Elevation wrong{gw::Elevation::Method::SudoPassword, gw::Secret(QByteArray(m_canary + 'y'))};
        const auto answer = gw::survey(*shell, wrong, {});
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, gw::Error::Kind::Refused);
        keepText(answer.error().text());
    }

    void terminalProgram_works_data() { wholeFlow_works_data(); }

    void terminalProgram_works()
    {
        QFETCH(int, transport);
        const QString name = transport == int(gw::TransportKind::Libssh) ? u"libssh"_s : u"openssh"_s;
        const Ran ran =
            gw::test::runOnTerminal(LabClient::ctlProgram(),
                                    m_client->ctlArguments({u"review"_s, LabClient::target(*m_server, u"dev"_s),
                                                            u"--transport"_s, name, u"--ask-root-password"_s}),
                                    m_client->environment(), {{"assword", m_canary}, {"Password for sudo", m_canary}});
        keep(ran.out);
        QVERIFY2(ran.exitCode == 1 && ran.out.contains("sshd.password-authentication"), ran.all().constData());
        QVERIFY2(!ran.out.contains("Not everything could be seen"), ran.all().constData());
    }

    /// The searches of the next tests find what is there.
    void control_isFound()
    {
        m_server->must(u"read -r word; printf %s \"$word\" >/var/tmp/planted; logger \"$word\"; true"_s,
                       m_control + '\n');
        const Ran inside = m_server->exec(u"sleep 2; true "_s + QString::fromLatin1(m_control));
        QCOMPARE(inside.exitCode, 0);
        QVERIFY(!m_watch->seen(m_control).isEmpty());
        m_server->must(u"journalctl --sync"_s);
        const QByteArray places = placesOnServer(*m_server, m_control);
        QVERIFY2(places.contains("/var/tmp/planted") && places.contains("MESSAGE="), places.constData());
        gw::test::writeFile(m_client->file(u"planted"_s), m_control);
        QVERIFY(newFilesWith(m_control, {m_client->folder()}, m_mark).contains("planted"));
    }

    void canary_isInNoCommandLineAndNoEnvironment()
    {
        const QSet<QByteArray> seen = m_watch->seen(m_canary);
        QVERIFY2(seen.isEmpty(), seen.values().join('\n').constData());
    }

    void canary_isInNoOutput()
    {
        QVERIFY(m_outputs.size() > 10'000);
        QVERIFY(!m_outputs.contains(m_canary));
    }

    void canary_isInNoFileOfThisComputer()
    {
        const QByteArray found = newFilesWith(
            m_canary, {m_client->folder(), u"/tmp"_s, u"/var/tmp"_s, u"/dev/shm"_s, u"/run/user"_s, QDir::homePath()},
            m_mark);
        QVERIFY2(found.isEmpty(), found.constData());
    }

    void canary_isNowhereOnTheServer()
    {
        m_server->must(u"journalctl --sync"_s);
        const QByteArray places = placesOnServer(*m_server, m_canary);
        QVERIFY2(places.isEmpty(), places.constData());
        QVERIFY(m_server->must(u"grep ^dev: /etc/shadow"_s).contains('$')); // it is there, as a hash
    }

private:
    /// Asks as the window does: without answers first, then with what was asked for.
    std::unique_ptr<gw::Transport> logIn(gw::TransportKind transport, const QByteArray &password)
    {
        gw::Answers answers;
        auto opened = m_client->open(*m_server, u"dev"_s, transport, answers);
        while (!opened && opened.error().kind == gw::Error::Kind::NeedsAnswer) {
            keepText(opened.error().text());
            const auto *question = std::get_if<gw::SecretQuestion>(&opened.error().question);
            if (!question)
                return {};
            m_lastQuestion = *question;
            answers.answer(*question,
                           QList<gw::Secret>(std::max<qsizetype>(1, question->prompts.size()), gw::Secret(password)));
            opened = m_client->open(*m_server, u"dev"_s, transport, answers);
        }
        if (opened)
            return std::move(*opened);
        keepText(opened.error().text());
        return {};
    }

    void store(const gw::SurveyAnswer &answer)
    {
        const auto store = gw::Store::open(m_client->file(u"memory.db"_s));
        QVERIFY(store);
        gw::Server server;
        server.id = gw::HostId(u"canary"_s);
        server.name = server.target = LabClient::target(*m_server, u"dev"_s);
        QVERIFY((*store)->save(server));
        QVERIFY((*store)->keep(server.id, answer));
    }

    void report(const gw::Facts &facts)
    {
        const gw::Review review = gw::review(facts);
        const gw::ReportSubject subject{u"canary"_s, facts.takenAt, facts.system.osName};
        keep(gw::textReport(review, subject) + gw::jsonReport(review) + gw::htmlReport(review, subject) +
             gw::sarifReport(review, subject, u"1"_s) + QJsonDocument(gw::toJson(facts)).toJson());
    }

    void keep(const QByteArray &output) { m_outputs += output + '\n'; }
    void keepText(const QString &output) { keep(output.toUtf8()); }

    const QByteArray m_canary = marked("GWCANARY-");
    const QByteArray m_control = marked("GWCONTROL-");
    std::unique_ptr<LabServer> m_server;
    std::unique_ptr<LabClient> m_client;
    std::unique_ptr<gw::test::ProcessWatch> m_watch;
    QString m_mark;
    QByteArray m_outputs;
    std::optional<gw::SecretQuestion> m_lastQuestion;
};

GW_REGISTER_TEST(CanaryTest)
#include "canarytest.moc"
