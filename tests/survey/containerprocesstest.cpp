// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/cgroups.h"
#include "tests/support/testmain.h"
#include "tests/survey/answers.h"

#include <QProcess>
#include <unistd.h>

using namespace gw;
using namespace Qt::StringLiterals;

namespace {

const QByteArray id(64, 'a');

/// The answer of a server with processes; each has a line of arguments, an owner and lines of its cgroup and status.
class Answer {
public:
    Answer &process(int pid, const QByteArray &arguments, const QByteArray &cgroup, const QByteArray &innerPid = {})
    {
        const QByteArray number = QByteArray::number(pid);
        m_processes += "args " + number + ' ' + arguments + '\n';
        m_owners += "/proc/" + number + " root 0\n";
        m_groups += "/proc/" + number + "/cgroup:0::" + cgroup + '\n';
        m_groups +=
            "/proc/" + number + "/status:NSpid:\t" + number + (innerPid.isEmpty() ? "" : "\t") + innerPid + '\n';
        return *this;
    }

    Answer &surveyedFrom(const QByteArray &cgroup)
    {
        m_groups.prepend("/proc/self/cgroup:0::" + cgroup + '\n');
        return *this;
    }

    Facts facts() const
    {
        SurveyAnswer answer;
        const auto add = [&answer](const QByteArray &name, const QByteArray &content) {
            answer.sections.append({name, 0, false, false, content});
        };
        add("users", "root:x:0:0:root:/root:/bin/bash\n");
        add("jupyter.file /root/.jupyter/jupyter_server_config.py", "c.ServerApp.token = ''\n");
        add("processes", m_processes);
        add("processes.owners", m_owners);
        add("processes.groups", m_groups);
        add("containers.docker", "{\"id\":\"" + id + "\",\"name\":\"/qwen\",\"image\":\"vllm/vllm-openai\"," +
                                     "\"capabilities\":[\"SYS_ADMIN\"],\"security\":null,\"pid\":\"host\"}\n");
        add("listeners.ss", "tcp LISTEN 0 128 0.0.0.0:8000 0.0.0.0:* users:((\"python3\",pid=40,fd=3))\n");
        return factsFrom(answer);
    }

private:
    QByteArray m_processes;
    QByteArray m_owners;
    QByteArray m_groups;
};

UntrustedText containerOfOnly(const Facts &facts)
{
    return facts.aiServices && facts.aiServices->size() == 1 ? facts.aiServices->first().container
                                                             : UntrustedText(u"not one"_s);
}

} // namespace

/// Where a process lives: on the server itself, or in a container or machine on it.
class ContainerProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cgroup_namesContainerAndUnit_data()
    {
        QTest::addColumn<QByteArray>("cgroup");
        QTest::addColumn<QByteArray>("container");
        QTest::addColumn<QByteArray>("unit");
        const auto row = [](const char *name, const QByteArray &cgroup, const QByteArray &container,
                            const QByteArray &unit) { QTest::newRow(name) << cgroup << container << unit; };
        row("service", "/system.slice/nginx.service", "", "nginx.service");
        row("session", "/user.slice/user-0.slice/session-3.scope", "", "");
        row("docker", "/system.slice/docker-" + id + ".scope", id, "");
        row("docker on cgroup v1", "/docker/" + id, id, "");
        row("podman", "/machine.slice/libpod-" + id + ".scope/container", id, "");
        row("kubernetes", "/kubepods.slice/kubepods-pod1.slice/cri-containerd-" + id + ".scope", id, "");
        row("nspawn", "/machine.slice/machine-web\\x2d1.scope/payload/system.slice/vllm.service", "web-1",
            "vllm.service");
        row("nspawn unit", "/machine.slice/systemd-nspawn@lab.service/payload/init.scope", "lab",
            "systemd-nspawn@lab.service");
        row("lxc 4", "/lxc.payload.gpu/system.slice/ollama.service", "gpu", "ollama.service");
        row("lxc 3", "/lxc/gpu/init.scope", "gpu", "");
        row("virtual machine", "/machine.slice/machine-qemu\\x2d1\\x2ddb.scope/libvirt/emulator", "", "");
        row("nothing", "/", "", "");
    }
    void cgroup_namesContainerAndUnit()
    {
        QFETCH(QByteArray, cgroup);
        QFETCH(QByteArray, container);
        QFETCH(QByteArray, unit);
        QCOMPARE(containerOfCgroup(cgroup), container);
        QCOMPARE(unitOfCgroup(cgroup), unit);
    }

    void serviceInAContainer_isNamedByIt()
    {
        const QByteArray vllm = "python3 -m vllm.entrypoints.openai.api_server";
        QCOMPARE(containerOfOnly(Answer().process(40, vllm, "/docker/" + id).facts()), u"qwen");
        QCOMPARE(containerOfOnly(Answer().process(40, vllm, "/docker/" + QByteArray(64, 'b')).facts()),
                 u"bbbbbbbbbbbb");
        QCOMPARE(containerOfOnly(Answer().process(40, vllm, "/machine.slice/machine-lab.scope", "7").facts()), u"lab");
        QCOMPARE(containerOfOnly(Answer().process(40, vllm, "/gwlab1/payload", "7").facts()), u"gwlab1");
        QCOMPARE(containerOfOnly(Answer().process(40, vllm, "/", "7").facts()), u"another PID namespace");
        QCOMPARE(containerOfOnly(Answer().process(40, vllm, "/system.slice/vllm.service").facts()), u"");
    }

    void surveyInsideAContainer_callsItHome()
    {
        const QByteArray vllm = "python3 -m vllm.entrypoints.openai.api_server";
        Answer answer;
        answer.process(40, vllm, "/docker/" + id).surveyedFrom("/docker/" + id);
        QCOMPARE(containerOfOnly(answer.facts()), u"");
    }

    void listenerInAContainer_hasNoUnitOfTheServer()
    {
        const Facts inside =
            Answer().process(40, "python3 serve.py", "/machine.slice/machine-lab.scope/system.slice/a.service").facts();
        QCOMPARE(inside.listeners->first().container, u"lab");
        QCOMPARE(inside.listeners->first().unit, u"");
        const Facts here = Answer().process(40, "python3 serve.py", "/system.slice/a.service").facts();
        QCOMPARE(here.listeners->first().container, u"");
        QCOMPARE(here.listeners->first().unit, u"a.service");
    }

    void sameCommandHereAndInside_areTwo_andOnlyOneHasTheFilesOfTheServer()
    {
        const Facts facts = Answer()
                                .process(40, "/usr/bin/jupyter-lab --ip 0.0.0.0", "/system.slice/jupyter.service")
                                .process(50, "/usr/bin/jupyter-lab --ip 0.0.0.0", "/docker/" + id, "1")
                                .facts();
        QCOMPARE(facts.aiServices->size(), 2);
        QCOMPARE(facts.aiServices->at(0).files.size(), 1);
        QCOMPARE(facts.aiServices->at(1).container, u"qwen");
        QVERIFY(facts.aiServices->at(1).files.isEmpty());
        QCOMPARE(toJson(facts)[u"aiServices"].toArray().at(1)[u"container"].toString(), u"qwen"_s);
    }

    void privilegesOfAContainer_areKnown()
    {
        const Facts facts = Answer().facts();
        const Container &container = facts.containers->first();
        QCOMPARE(container.capabilities, QList<UntrustedText>{UntrustedText(u"SYS_ADMIN"_s)});
        QCOMPARE(container.securityOptions.size(), 0);
        QCOMPARE(container.pidMode, u"host");
    }

    /// The real thing: a process in a PID namespace of its own, seen by the script on this machine.
    void processInItsOwnPidNamespace_isElsewhere()
    {
        if (geteuid() != 0)
            QSKIP("only root can make a PID namespace");
        QProcess unshare;
        unshare.start(u"unshare"_s, {u"--pid"_s, u"--fork"_s, u"--kill-child"_s, u"bash"_s, u"-c"_s,
                                     u"echo up; exec -a jupyter-lab sleep 61"_s});
        if (!unshare.waitForReadyRead(5000))
            QSKIP("this machine refuses new PID namespaces");
        QFile script(QStringLiteral(GW_SOURCE_DIR "/backend/survey/survey.sh"));
        QVERIFY(script.open(QIODevice::ReadOnly));
        const QByteArray text = script.readAll();
        const AiService *found = nullptr;
        Facts facts;
        QTRY_VERIFY_WITH_TIMEOUT(
            ([&] {
                QProcess survey;
                survey.start(u"sh"_s,
                             {u"-c"_s, u"s=$(cat; echo x); s=${s%x}; set -- m4rk ''; ( eval \"$s\" ) </dev/null"_s});
                survey.write(text);
                survey.closeWriteChannel();
                survey.waitForFinished(60'000);
                const auto answer = parseAnswer(survey.readAllStandardOutput());
                if (!answer)
                    return false;
                facts = factsFrom(*answer);
                found = gw::test::find(facts.aiServices, [](const AiService &service) {
                    return service.commandLine == u"jupyter-lab 61";
                });
                return found != nullptr;
            }()),
            30'000);
        QVERIFY(!found->container.isEmpty());
        unshare.kill();
        unshare.waitForFinished();
    }
};

GW_REGISTER_TEST(ContainerProcessTest)
#include "containerprocesstest.moc"
