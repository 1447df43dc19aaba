// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/cgroups.h"
#include "backend/survey/readers.h"

namespace gw {
namespace {

/// "/proc/123…": the number, and what stands behind it
qint64 pidOf(QByteArrayView path, QByteArrayView &rest)
{
    if (!path.startsWith("/proc/"))
        return 0;
    path = path.sliced(6);
    qsizetype digits = 0;
    while (digits < path.size() && path[digits] >= '0' && path[digits] <= '9')
        ++digits;
    rest = path.sliced(digits);
    return digits > 0 && digits < 19 ? path.first(digits).toLongLong() : 0;
}

QByteArrayView baseName(QByteArrayView path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

struct Sign {
    const char *word;
    AiService::Kind kind;
};

// By the program's own name, its module ("-m vllm.entrypoints…") or its script.
constexpr Sign programs[] = {
    {"vllm", AiService::Kind::Vllm},
    {"jupyter-lab", AiService::Kind::Jupyter},
    {"jupyter-labhub", AiService::Kind::Jupyter},
    {"jupyter-notebook", AiService::Kind::Jupyter},
    {"jupyter-server", AiService::Kind::Jupyter},
    {"jupyterhub", AiService::Kind::Jupyter},
    {"jupyterhub-singleuser", AiService::Kind::Jupyter},
    {"jupyter", AiService::Kind::Jupyter},
    {"jupyterlab", AiService::Kind::Jupyter},
    {"notebook", AiService::Kind::Jupyter},
    {"ollama", AiService::Kind::Ollama},
    {"gradio", AiService::Kind::Gradio},
    {"open-webui", AiService::Kind::OpenWebUi},
    {"open_webui", AiService::Kind::OpenWebUi},
    {"tritonserver", AiService::Kind::Triton},
    {"llama-server", AiService::Kind::LlamaCpp},
    {"llama_cpp", AiService::Kind::LlamaCpp},
    {"raylet", AiService::Kind::Ray},
    {"gcs_server", AiService::Kind::Ray},
    {"ray", AiService::Kind::Ray},
    {"tensorboard", AiService::Kind::TensorBoard},
    {"mlflow", AiService::Kind::MlFlow},
    {"sglang", AiService::Kind::Other},
    {"text-generation-launcher", AiService::Kind::Other},
    {"streamlit", AiService::Kind::Other},
    {"code-server", AiService::Kind::Other},
};

std::optional<AiService::Kind> kindOfName(QByteArrayView name)
{
    if (name.endsWith(".py"))
        name.chop(3);
    for (const Sign &sign : programs) {
        const QByteArrayView word = sign.word;
        if (name == word || (name.startsWith(word) && name.size() > word.size() && name[word.size()] == '.'))
            return sign.kind;
    }
    return {};
}

/// Scripts go by the folder they lie in, or a name that says what they are.
std::optional<AiService::Kind> kindOfScript(QByteArrayView path)
{
    if (const auto kind = kindOfName(baseName(path)))
        return kind;
    const QByteArray lower = path.toByteArray().toLower();
    if (lower.contains("comfyui"))
        return AiService::Kind::ComfyUi;
    if (lower.contains("lora-scripts") || lower.contains("lora_scripts") || lower.contains("kohya"))
        return AiService::Kind::LoraScripts;
    if (lower.contains("vllm"))
        return AiService::Kind::Vllm;
    if (lower.contains("jupyter"))
        return AiService::Kind::Jupyter;
    if (lower.contains("gradio") || lower.contains("webui") || lower.contains("stable-diffusion"))
        return AiService::Kind::Gradio;
    return {};
}

bool runsScripts(QByteArrayView program)
{
    for (const char *name : {"python", "pypy", "torchrun", "accelerate", "uvicorn", "gunicorn", "node"}) {
        if (program.startsWith(name))
            return true;
    }
    return false;
}

std::optional<AiService::Kind> kindOf(QByteArrayView commandLine)
{
    const QList<QByteArrayView> words = wordsOf(commandLine);
    if (words.isEmpty())
        return {};
    const QByteArrayView program = baseName(words[0]);
    if (const auto kind = kindOfName(program))
        return kind;
    if (!runsScripts(program))
        return {};
    for (qsizetype i = 1; i < words.size() && i < 8; ++i) {
        if (words[i] == "-c")
            return {};
        if (words[i] == "-m" && i + 1 < words.size()) {
            const QByteArrayView module = words[i + 1];
            const auto kind = kindOfName(module);
            return kind ? kind : kindOfScript(module);
        }
        if (words[i].startsWith('-'))
            continue;
        return kindOfScript(words[i]);
    }
    return {};
}

/// Keeps the line "/proc/PID/cgroup:NUMBER:CONTROLLERS:PATH" that says most: cgroup v2, or systemd's own hierarchy of
/// v1; any other only if nothing better came.
void takeGroup(QByteArrayView group, QByteArray &path)
{
    const bool better = group.startsWith("0::/") || group.contains(":name=systemd:");
    if (path.isEmpty() || (better && !group.endsWith(":/")))
        path = group.sliced(group.lastIndexOf(':') + 1).toByteArray();
}

/// What people call the place that a process lives in; empty: it lives where the survey ran.
UntrustedText containerOf(const Process &process, const QByteArray &ownContainer,
                          const Known<QList<Container>> &containers)
{
    const QByteArray id = containerOfCgroup(process.cgroup);
    if (id.isEmpty() || id == ownContainer) {
        if (!process.hasOwnPids)
            return {};
        const QByteArray top = topOfCgroup(process.cgroup);
        const bool telling = !top.isEmpty() && !top.endsWith(".service") && !top.endsWith(".scope");
        return telling ? untrusted(top) : UntrustedText(QStringLiteral("another PID namespace"));
    }
    if (containers) {
        for (const Container &container : *containers) {
            if (container.id.raw().toLatin1() == id)
                return container.name;
        }
    }
    constexpr qsizetype idLength = 64; // Docker shows twelve digits of it
    return untrusted(id.size() == idLength ? id.left(12) : id);
}

/// Lines "/proc/PID/cgroup:…" and "/proc/PID/status:NSpid:	OUTER	INNER"; "self" is the survey's own.
void readGroups(const Sections &sections, const Known<QList<Container>> &containers, QHash<qint64, Process> &processes)
{
    const SurveySection *section = sections.find("processes.groups");
    if (!section)
        return;
    constexpr QByteArrayView self = "/proc/self/cgroup:";
    constexpr QByteArrayView cgroup = "/cgroup:";
    constexpr QByteArrayView pids = "/status:NSpid:";
    QByteArray own;
    QByteArrayView rest;
    for (const QByteArrayView line : linesOf(section->content)) {
        if (line.startsWith(self)) {
            takeGroup(line.sliced(self.size()), own);
        } else if (const qint64 pid = pidOf(line, rest); pid && rest.startsWith(cgroup)) {
            takeGroup(rest.sliced(cgroup.size()), processes[pid].cgroup);
        } else if (pid && rest.startsWith(pids)) {
            processes[pid].hasOwnPids = wordsOf(rest.sliced(pids.size())).size() > 1;
        }
    }
    const QByteArray ownContainer = containerOfCgroup(own);
    for (Process &process : processes)
        process.container = containerOf(process, ownContainer, containers);
}

/// Workers that a server starts are the same service: only the first of a command line counts.
bool isFirst(const QList<AiService> &services, const AiService &service)
{
    for (const AiService &known : services) {
        if (known.kind == service.kind && known.commandLine == service.commandLine && known.user == service.user &&
            known.container == service.container)
            return false;
    }
    return true;
}

} // namespace

QHash<qint64, Process> processesFrom(const Sections &sections, const Known<QList<Container>> &containers)
{
    QHash<qint64, Process> processes;
    QByteArrayView rest;
    if (const SurveySection *section = sections.find("processes")) {
        for (const QByteArrayView line : linesOf(section->content)) {
            if (!line.startsWith("args "))
                continue;
            const QByteArrayView numbered = line.sliced(5);
            const qsizetype blank = numbered.indexOf(' ');
            if (blank > 0)
                processes[numbered.first(blank).toLongLong()].commandLine =
                    untrusted(numbered.sliced(blank + 1).trimmed());
        }
    }
    if (const SurveySection *section = sections.find("processes.owners")) {
        for (const QByteArrayView line : linesOf(section->content)) {
            const QList<QByteArrayView> words = wordsOf(line);
            if (words.size() != 3)
                continue;
            if (const qint64 pid = pidOf(words[0], rest))
                processes[pid].user = untrusted(words[1] == "UNKNOWN" ? words[2] : words[1]);
        }
    }
    readGroups(sections, containers, processes);
    return processes;
}

Known<QList<AiService>> aiServicesFrom(const Sections &sections, const QHash<qint64, Process> &processes)
{
    const SurveySection *section = sections.find("processes");
    if (const auto gap = sections.gapOf(section))
        return *gap;
    QList<qint64> pids = processes.keys();
    std::sort(pids.begin(), pids.end());
    QList<AiService> services;
    constexpr qsizetype most = 500;
    for (const qint64 pid : std::as_const(pids)) {
        const Process &process = *processes.constFind(pid);
        const auto kind = kindOf(process.commandLine.raw().toUtf8());
        if (!kind || services.size() >= most)
            continue;
        AiService service;
        service.kind = *kind;
        service.pid = pid;
        service.user = process.user;
        service.container = process.container;
        service.commandLine = process.commandLine;
        if (!isFirst(services, service))
            continue;
        if (service.container.isEmpty()) // a container has files of its own
            service.files = filesFrom(sections, *kind == AiService::Kind::Jupyter  ? "jupyter.file"
                                                : *kind == AiService::Kind::Ollama ? "ollama.file"
                                                                                   : "");
        services.append(service);
    }
    return services;
}

} // namespace gw
