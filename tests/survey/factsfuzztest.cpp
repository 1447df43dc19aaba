// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/survey/answers.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <random>

using namespace gw;

namespace {

/// A fixed seed: a failure comes again.
class Random {
public:
    explicit Random(quint32 seed) : m_engine(seed) {}
    qsizetype below(qsizetype limit) { return limit <= 0 ? 0 : qsizetype(m_engine() % quint64(limit)); }

private:
    std::mt19937_64 m_engine;
};

const QByteArrayList &nasty()
{
    static const QByteArrayList pieces{
        "\0",
        "\xff\xfe",
        "\n",
        "\n\n",
        " ",
        ":",
        "::",
        "=",
        "[",
        "]",
        "[[[[",
        "((((",
        "{\"a\":",
        "\"",
        "'",
        "\\",
        "\\\n",
        "%",
        "%lo",
        ",",
        ";",
        "-1",
        "0",
        "18446744073709551616",
        "-9223372036854775808",
        "9223372036854775807",
        "99999999999999999999999999",
        "1e400",
        "nan",
        "users:((\"",
        "\",pid=",
        "pid=1",
        "#",
        "@",
        "ssh-rsa AAAA",
        "ssh-rsa AAAAB3NzaC1yc2E=",
        "argv[]=",
        " ; ignore_errors=",
        "/proc/",
        "0::/",
        "\x1b[31m",
        "\xe2\x80\xae",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "# configuration file /x:\n",
        "Inst x (",
        "%A",
        "host ALL=(",
        "ALL=(ALL) NOPASSWD:",
        "User_Alias A=A",
        "permit",
        "permit nopass",
        "[program:",
        "Runlevel:",
        "@reboot",
        "5 5 5 5 5",
    };
    return pieces;
}

void mutate(QByteArray &bytes, Random &random)
{
    const qsizetype times = 1 + random.below(6);
    for (qsizetype i = 0; i < times; ++i) {
        const qsizetype at = random.below(bytes.size() + 1);
        switch (random.below(5)) {
        case 0: bytes.truncate(at); break;
        case 1: bytes.insert(at, nasty()[random.below(nasty().size())]); break;
        case 2: bytes.remove(at, 1 + random.below(40)); break;
        case 3:
            if (at < bytes.size())
                bytes[at] = char(random.below(256));
            break;
        case 4: bytes.insert(at, bytes.mid(random.below(bytes.size() + 1), random.below(200))); break;
        }
    }
}

/// Reads it in every way the program does.
void use(const SurveyAnswer &answer)
{
    const Facts facts = factsFrom(answer);
    QVERIFY(!QJsonDocument(toJson(facts)).toJson().isEmpty());
    static const Facts other = gw::test::readFacts(QStringLiteral("debian-12-tutorial"));
    for (const FactChange &change : changesBetween(other, facts))
        QVERIFY(!change.subject.isEmpty());
    QVERIFY(changesBetween(facts, facts).isEmpty());
}

} // namespace

/// Whatever a server sends: facts or gaps, never a crash, and never more than linear time.
class FactsFuzzTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void damagedSections_giveFactsOrGaps_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : gw::test::answerNames())
            QTest::newRow(qPrintable(name)) << name;
    }

    void damagedSections_giveFactsOrGaps()
    {
        QFETCH(QString, name);
        const SurveyAnswer whole = gw::test::readAnswer(name);
        QVERIFY(!whole.sections.isEmpty());
        Random random(4711);
        for (int round = 0; round < 25; ++round) {
            SurveyAnswer answer = whole;
            for (SurveySection &section : answer.sections) {
                if (random.below(3) == 0)
                    mutate(section.content, random);
                if (random.below(40) == 0)
                    mutate(section.name, random);
                if (random.below(20) == 0)
                    section.exitCode = int(random.below(256)) - 2;
                section.timedOut = random.below(60) == 0;
                section.truncated = random.below(60) == 0;
            }
            while (random.below(3) == 0 && !answer.sections.isEmpty())
                answer.sections.removeAt(random.below(answer.sections.size()));
            use(answer);
        }
    }

    void damagedAnswers_areReadOrRefused()
    {
        const QByteArray whole = gw::test::printedAnswer(QStringLiteral("rocky-9"));
        Random random(42);
        for (int round = 0; round < 600; ++round) {
            QByteArray printed = whole;
            mutate(printed, random);
            if (const auto answer = parseAnswer(printed); answer && round % 50 == 0)
                use(*answer);
        }
    }

    void noise_isNoFact()
    {
        Random random(7);
        SurveyAnswer answer = gw::test::readAnswer(QStringLiteral("debian-12-tutorial"));
        for (SurveySection &section : answer.sections) {
            section.content.resize(2000);
            for (char &byte : section.content)
                byte = char(random.below(256));
        }
        use(answer);
        use({});
    }

    void longAnswers_takeLinearTime_data()
    {
        QTest::addColumn<QByteArray>("section");
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char *section, const char *line) {
            QTest::addRow("%s %.20s", section, line) << QByteArray(section) << QByteArray(line);
        };
        row("listeners.ss", "tcp LISTEN 0 5 0.0.0.0:8888 0.0.0.0:* users:((\"python3\",pid=34,fd=3))\n");
        row("listeners.ss", "tcp LISTEN 0 5 0.0.0.0:8888 0.0.0.0:* users:((\"a\",pid=34,fd=3),");
        row("processes", "args 12 /usr/bin/python3 -m vllm.entrypoints.openai.api_server --port 3001\n");
        row("processes.groups", "/proc/12/cgroup:0::/a.slice/b.slice/c.service\n");
        row("processes.groups", "/proc/12/cgroup:0::/a/a/a/a/a/a/a/a");
        row("users", "anna:x:1000:1000::/home/anna:/bin/bash\n");
        row("groups", "sudo:x:27:anna,anna,anna,anna\n");
        row("units", "Id=a.service\nActiveState=active\nExecStart={ path=/a ; argv[]=/a ; ignore_errors=no }\n\n");
        row("units", "ExecStart={ path=/a ; argv[]=/a ");
        row("timers", "TimersCalendar={ OnCalendar=daily ; next_elapse=x }\n");
        row("keys.logins", "used SHA256:abc\n");
        row("containers.podman", "{\"id\":\"a\",\"ports\":{\"80/tcp\":[{\"HostPort\":\"80\"}]}}\n");
        row("containers.podman", "[[[[");
        row("packages", "bash 5.2\n");
        row("packages.updates", "RLSA-1 Important/Sec. openssl-1:3.0.7-27.el9.x86_64\n");
        row("nginx.dump", "# configuration file /etc/nginx/nginx.conf:\nuser nginx;\n\n");
        row("nginx.dump", "load_module \"a\"; ");
        row("sudo.file /etc/sudoers", "User_Alias A=b : C=d\n");
        row("sudo.file /etc/sudoers", "anna ALL=(ALL) NOPASSWD: A, ALL, \\\n");
        row("sudo.file /etc/sudoers", "a, ");
        row("sshd.file /etc/ssh/sshd_config", "Match User a\n");
        row("sshd.effective", "acceptenv LC_A\n");
        row("keys.file /home/rocky/.ssh/authorized_keys", "from=\"a\\\"b\",restrict ssh-rsa AAAAB3NzaC1yc2E= me\n");
        row("keys.file /home/rocky/.ssh/authorized_keys", "from=\"a\\\"b ");
        row("cron.user.file /var/spool/cron/root", "1 2 3 4 5 certbot renew\n");
        row("firewall.nftables", "counter packets 1 bytes 2\n");
        row("disks", "/dev/sda1 ext4 100 50 50 50% /a b c\n");
        row("sshd.stat", "600 root root /etc/ssh/ssh_host_rsa_key\n");
        row("sshd.socket", "Listen=[::]:22 (Stream)\n");
    }

    void longAnswers_takeLinearTime()
    {
        QFETCH(QByteArray, section);
        QFETCH(QByteArray, line);
        SurveyAnswer answer = gw::test::readAnswer(QStringLiteral("rocky-9"));
        SurveySection *target = nullptr;
        for (SurveySection &each : answer.sections) {
            if (each.name == section)
                target = &each;
        }
        QVERIFY2(target, section.constData());
        // As long as the script lets such a section be, or nearly so: quadratic work would take minutes here.
        target->content = line.repeated(qMin<qsizetype>(2'000'000, 60'000 * line.size()) / line.size());
        QElapsedTimer timer;
        timer.start();
        const Facts facts = factsFrom(answer);
        QVERIFY(timer.elapsed() < 20'000);
        QCOMPARE(facts.system.osId.raw(), QStringLiteral("rocky"));
    }
};

GW_REGISTER_TEST(FactsFuzzTest)
#include "factsfuzztest.moc"
