// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/ansibleexport.h"
#include "backend/apply/payload.h"
#include "backend/apply/yamltext.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace gw;
using namespace Qt::StringLiterals;

namespace {

/// What YAML, Jinja, the shell and terminals would each like to take for their own.
const QStringList nasty{u"{{ 7 * 7 }}"_s,
                        u"{% raw %}"_s,
                        u"!unsafe 'x'"_s,
                        u"a: b # c"_s,
                        u"- *anchor &x"_s,
                        u"quote \" ' ` \\ \\n $(id) ${HOME} %s"_s,
                        u"line\nbreak\r\ttab"_s,
                        u"\x1b[31mred\x07"_s,
                        u"\u202e\u2028\u0085\ufeff\u00a0bidi"_s,
                        u"汉字 \U0001f600"_s,
                        u"@all ~ null yes 0x1F"_s,
                        u"#1"_s,
                        u" leading and trailing "_s,
                        u"---"_s};

/// Python's own YAML, which Ansible reads with, knowing Ansible's tag.
constexpr char readerOfYaml[] = R"py(
import json, sys, yaml
class Loader(yaml.SafeLoader): pass
Loader.add_constructor('!unsafe', lambda loader, node: {'unsafe': loader.construct_scalar(node)})
json.dump(yaml.load(sys.stdin.buffer.read(), Loader), sys.stdout)
)py";

} // namespace

class AnsibleExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void yamlText_isReadBackAsItWas()
    {
        if (!hasYaml())
            QSKIP("python3 has no yaml here");
        QStringList texts = nasty;
        QRandomGenerator random(7);
        for (int i = 0; i < 400; ++i)
            texts << randomText(random);
        QByteArray yaml;
        for (const QString &text : std::as_const(texts)) {
            const QByteArray scalar = yamlText(text);
            QVERIFY(!scalar.contains('\n') && !scalar.contains('\x1b'));
            yaml += "- " + scalar + '\n';
        }
        const QJsonArray read = parsed(yaml).array();
        QCOMPARE(read.size(), texts.size());
        for (int i = 0; i < texts.size(); ++i)
            QCOMPARE(read[i].toString(), texts[i]);
    }

    /// Whatever a plan and its servers are called, Ansible sees exactly that, and takes none of it for a template.
    void everyValue_reachesAnsibleAsItWas()
    {
        if (!hasYaml())
            QSKIP("python3 has no yaml here");
        for (const QString &text : nasty) {
            const Plan plan = hostilePlan(text);
            const QJsonObject play = parsed(fileOf(exported(plan), u"site.yml"_s)).array()[0].toObject();
            const QJsonArray files = play[u"vars"].toObject()[u"gatewright_files"].toArray();
            QCOMPARE(files.size(), 3);
            const auto value = [&](int i, QStringView key) {
                return files[i].toObject()[key].toObject()[u"unsafe"].toString();
            };
            QCOMPARE(value(0, u"path"), u"/etc/"_s + text);
            QCOMPARE(value(0, u"before"), u"missing"_s);
            QCOMPARE(value(1, u"path"), u"/etc/link "_s + text);
            QCOMPARE(value(1, u"after"), u"link "_s + text);
            QCOMPARE(value(2, u"after"), u"mode 0600 root:adm"_s);
            // No other text of the play holds it.
            QByteArray rest = fileOf(exported(plan), u"site.yml"_s);
            const QStringList values{u"/etc/"_s + text, u"/etc/link "_s + text, u"link "_s + text,
                                     u"http://x/"_s + text};
            for (const QString &value : values)
                rest.replace(QByteArray("!unsafe " + yamlText(value)), QByteArray());
            for (const QByteArray &line : rest.split('\n'))
                QVERIFY2(line.startsWith('#') || !line.contains(yamlText(text).mid(1).chopped(1)) || text.size() < 4,
                         line.constData());
        }
    }

    void playbook_isAcceptedByAnsible_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : nasty)
            QTest::newRow(yamlText(text).constData()) << text;
        QTest::newRow("plain") << u"name"_s;
    }
    void playbook_isAcceptedByAnsible()
    {
        if (QStandardPaths::findExecutable(u"ansible-playbook"_s).isEmpty())
            QSKIP("there is no ansible-playbook here");
        QFETCH(QString, text);
        QTemporaryDir folder;
        write(exported(hostilePlan(text)), folder.path());
        QProcess ansible;
        ansible.setWorkingDirectory(folder.path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, folder.path());
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        ansible.setProcessEnvironment(environment);
        ansible.setProcessChannelMode(QProcess::MergedChannels);
        ansible.start(u"ansible-playbook"_s, {u"-i"_s, u"inventory.yml"_s, u"--syntax-check"_s, u"site.yml"_s});
        QVERIFY(ansible.waitForFinished(100'000));
        QVERIFY2(ansible.exitCode() == 0, ansible.readAll().constData());
        QVERIFY2(!ansible.readAll().contains("WARNING"), ansible.readAll().constData());
    }

    void playbook_bringsTheSameGuardAndSteps()
    {
        const Plan plan = hostilePlan(u"name"_s);
        const auto files = exported(plan);
        QCOMPARE(fileOf(files, u"files/guard.sh"_s), guardText());
        const auto payload = payloadOf(plan, u"an Ansible playbook made by Gatewright"_s, std::chrono::seconds(180));
        QVERIFY(payload);
        QCOMPARE(fileOf(files, u"files/plan.sh"_s), payload->plan);
        QCOMPARE(fileOf(files, u"files/new/1"_s), QByteArray("content\0{{ x }}\n", 16));
        for (const ExportedFile &file : files) {
            if (file.name.startsWith(u"files/new/") || file.name == u"files/plan.sh"_s)
                QCOMPARE(file.mode, 0600U);
        }
    }

    void onlyFilesThatCanBeCheckedAlone_areValidated()
    {
        Plan plan;
        plan.title = u"Checks"_s;
        for (const char *path : {"/etc/ssh/sshd_config.d/00-gatewright.conf", "/etc/sudoers.d/dev",
                                 "/etc/nginx/sites-available/chat", "/etc/ssh/ssh_config"}) {
            WriteFile write;
            write.path = RemotePath(QByteArray(path));
            plan.steps.append({QString::fromLatin1(path), write, {}, {}});
        }
        const QByteArray text = fileOf(exported(plan), u"site.yml"_s);
        QVERIFY(text.contains("      - step: 1\n        validate: /usr/sbin/sshd -t -f %s\n"
                              "      - step: 2\n        validate: /usr/sbin/visudo -c -f %s\n"
                              "      - step: 3\n      - step: 4\n"));
    }

    void secretContent_isRefused()
    {
        Plan plan = hostilePlan(u"name"_s);
        std::get<WriteFile>(plan.steps[0].change).secrecy = Secrecy::Secret;
        const auto files = ansibleExportOf(plan, {});
        QVERIFY(!files);
        QCOMPARE(files.error().kind, Error::Kind::Invalid);
    }

    void nameThatIsNotUtf8_isRefused()
    {
        Plan plan = hostilePlan(u"name"_s);
        std::get<WriteFile>(plan.steps[0].change).path = RemotePath(QByteArray("/etc/\xff\xfe"));
        const auto files = ansibleExportOf(plan, {});
        QVERIFY(!files);
        QVERIFY(files.error().cause.contains(u"UTF-8"_s));
    }

    void serverThatWouldBeAnOptionOfSsh_isRefused_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("user");
        QTest::newRow("option") << u"-oProxyCommand=id"_s << QString();
        QTest::newRow("blank") << u"a b"_s << QString();
        QTest::newRow("template") << u"{{ x }}"_s << QString();
        QTest::newRow("line") << u"a\nb"_s << QString();
        QTest::newRow("user option") << u"a"_s << u"-l"_s;
        QTest::newRow("user quote") << u"a"_s << u"a\"b"_s;
    }
    void serverThatWouldBeAnOptionOfSsh_isRefused()
    {
        QFETCH(QString, host);
        QFETCH(QString, user);
        QVERIFY(!ansibleExportOf(hostilePlan(u"name"_s), {{u"server"_s, host, user, 22}}));
    }

    void inventory_namesEachServerOnce_andPlainly()
    {
        if (!hasYaml())
            QSKIP("python3 has no yaml here");
        const auto files = exported(hostilePlan(u"name"_s), {{u"web[1:3]"_s, u"203.0.113.7"_s, u"dev"_s, 2222},
                                                             {u"web{1,3}"_s, u"2001:db8::1"_s, {}, 0},
                                                             {u"--x"_s, {}, {}, 0},
                                                             {u"机器"_s, u"alias"_s, {}, 0}});
        const QJsonObject hosts =
            parsed(fileOf(files, u"inventory.yml"_s)).object()[u"all"].toObject()[u"hosts"].toObject();
        QStringList names = hosts.keys();
        names.sort();
        QCOMPARE(names, (QStringList{u"server"_s, u"web-1-3-"_s, u"web-1-3--2"_s, u"x"_s}));
        QCOMPARE(hosts[u"web-1-3-"].toObject()[u"ansible_port"].toInt(), 2222);
        QCOMPARE(hosts[u"x"].toObject()[u"ansible_connection"].toString(), u"local"_s);
    }

private:
    static Plan hostilePlan(const QString &text)
    {
        Plan plan;
        plan.title = text;
        WriteFile write;
        write.path = RemotePath(QString(u"/etc/" + text));
        write.after = QByteArray("content\0{{ x }}\n", 16);
        LinkFile link;
        link.path = RemotePath(QString(u"/etc/link " + text));
        link.target = text.toUtf8();
        SetAttributes set;
        set.path = RemotePath(QByteArray("/etc/hosts"));
        set.after = {0600, "root", "adm"};
        plan.steps = {
            {u"write"_s, write, text, {}},
            {u"link"_s, link, text, {}},
            {u"mode"_s, set, text, {}},
            {u"run"_s, RunCommand{"printf '%s' '" + text.toUtf8().replace('\'', "'\\''") + '\'', {}}, text, {}}};
        plan.proofs = {LoginProof{},
                       LoginProof{u"dev"_s, 2222},
                       PortProof{3001, PortProof::Expect::Closed},
                       UrlProof{u"http://x/"_s + text, 200},
                       UnitProof{ServiceUnit(u"ssh.service"_s)},
                       UnitProof{ServiceUnit(u"supervisor:qwen-chat"_s)}};
        return plan;
    }

    static QList<ExportedFile> exported(const Plan &plan,
                                        const QList<AnsibleHost> &hosts = {{u"gpu"_s, u"203.0.113.7"_s, u"dev"_s, 22}})
    {
        auto files = ansibleExportOf(plan, hosts);
        if (!files)
            qFatal("%s", qPrintable(files.error().text()));
        return std::move(*files);
    }

    static QByteArray fileOf(const QList<ExportedFile> &files, const QString &name)
    {
        for (const ExportedFile &file : files) {
            if (file.name == name)
                return file.content;
        }
        return {};
    }

    static void write(const QList<ExportedFile> &files, const QString &folder)
    {
        for (const ExportedFile &exportedFile : files) {
            QFile file(folder + u'/' + exportedFile.name);
            QDir().mkpath(QFileInfo(file).path());
            if (!file.open(QFile::WriteOnly) || file.write(exportedFile.content) != exportedFile.content.size())
                qFatal("cannot write %s", qPrintable(file.fileName()));
        }
    }

    /// Letters of every kind, surrogates only in pairs.
    static QString randomText(QRandomGenerator &random)
    {
        QList<char32_t> text;
        const int size = random.bounded(24);
        while (text.size() < size) {
            const quint32 most = random.bounded(3) == 0 ? 0x110000 : random.bounded(2) == 0 ? 0x80 : 0x3000;
            const char32_t c = random.bounded(most);
            if (c != 0 && !QChar::isSurrogate(c))
                text << c;
        }
        return QString::fromUcs4(text.constData(), text.size());
    }

    static QByteArray python(const QByteArray &input, const QString &program, int *code)
    {
        QProcess process;
        process.start(u"python3"_s, {u"-c"_s, program});
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        *code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
        if (*code != 0)
            qWarning("%s", process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }

    static bool hasYaml()
    {
        static const bool has = [] {
            int code = 0;
            python({}, u"import yaml"_s, &code);
            return code == 0;
        }();
        return has;
    }

    static QJsonDocument parsed(const QByteArray &yaml)
    {
        int code = 0;
        const QByteArray json = python(yaml, QString::fromLatin1(readerOfYaml), &code);
        return code == 0 ? QJsonDocument::fromJson(json) : QJsonDocument();
    }
};

GW_REGISTER_TEST(AnsibleExportTest)
#include "ansibleexporttest.moc"
