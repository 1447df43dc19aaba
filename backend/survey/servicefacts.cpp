// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/readers.h"

namespace gw {
namespace {

/// "{ path=/usr/sbin/sshd ; argv[]=/usr/sbin/sshd -D ; ignore_errors=no ; …" gives what stands after argv[]
QByteArrayView commandOf(QByteArrayView execStart)
{
    constexpr QByteArrayView start = "argv[]=";
    const qsizetype at = execStart.indexOf(start);
    if (at < 0)
        return {};
    const QByteArrayView rest = execStart.sliced(at + start.size());
    const qsizetype end = rest.indexOf(" ; ignore_errors=");
    return end < 0 ? rest : rest.first(end);
}

QList<SystemdUnit> systemdUnits(QByteArrayView printed)
{
    QList<SystemdUnit> units;
    QSet<QByteArray> known; // units asked by name are printed twice
    for (const auto &shown : shownUnits(printed)) {
        const QByteArray id = shown.value("Id").value(0);
        if (known.contains(id))
            continue;
        known.insert(id);
        const auto value = [&shown](const char *key) { return untrusted(shown.value(key).value(0)); };
        SystemdUnit unit;
        unit.name = value("Id");
        unit.activeState = value("ActiveState");
        unit.subState = value("SubState");
        unit.enabled = value("UnitFileState");
        unit.user = value("User");
        unit.fragment = RemotePath(shown.value("FragmentPath").value(0));
        QByteArray commands;
        for (const QByteArray &each : shown.value("ExecStart"))
            commands += (commands.isEmpty() ? QByteArray() : QByteArray("; ")) + commandOf(each).toByteArray();
        unit.execStart = untrusted(commands);
        const bool missing = shown.value("LoadState").value(0) == "not-found" && unit.activeState != u"failed";
        if (!unit.name.isEmpty() && !missing)
            units.append(unit);
    }
    return units;
}

/// rc-status --all: "Runlevel: default" above " sshd      [  started  ]"
QList<SystemdUnit> openrcUnits(QByteArrayView printed)
{
    QList<SystemdUnit> units;
    QHash<QByteArray, qsizetype> placeOf;
    bool enabled = false;
    for (const QByteArrayView line : linesOf(printed)) {
        if (line.startsWith("Runlevel:")) {
            enabled = true;
            continue;
        }
        if (line.startsWith("Dynamic Runlevel:")) {
            enabled = false;
            continue;
        }
        const qsizetype open = line.indexOf('[');
        const qsizetype close = line.lastIndexOf(']');
        const QByteArray name = wordsOf(line.first(qMax<qsizetype>(open, 0))).value(0).toByteArray();
        if (name.isEmpty() || close <= open)
            continue;
        const QByteArrayView state = wordsOf(line.sliced(open + 1, close - open - 1)).value(0);
        SystemdUnit unit;
        unit.name = untrusted(name);
        unit.subState = untrusted(state);
        unit.activeState = UntrustedText(state == "started"   ? QStringLiteral("active")
                                         : state == "crashed" ? QStringLiteral("failed")
                                                              : QStringLiteral("inactive"));
        unit.enabled = UntrustedText(enabled ? QStringLiteral("enabled") : QStringLiteral("disabled"));
        if (const auto place = placeOf.constFind(name); place != placeOf.cend())
            continue;
        placeOf.insert(name, units.size());
        units.append(unit);
    }
    return units;
}

const SystemdUnit *unitNamed(const Known<QList<SystemdUnit>> &units, const QString &name)
{
    if (!units)
        return nullptr;
    for (const SystemdUnit &unit : *units) {
        if (unit.name.raw() == name || unit.name.raw() == name + QStringLiteral(".service"))
            return &unit;
    }
    return nullptr;
}

/// "qwen-chat   RUNNING   pid 12, uptime 0:01:02"; a group's programs are "group:name"
QHash<QByteArray, QByteArray> supervisorStates(const Sections &sections)
{
    QHash<QByteArray, QByteArray> states;
    const SurveySection *section = sections.find("supervisor.status");
    // 3: it answered, and not everything runs.
    if (!section || (section->exitCode != 0 && section->exitCode != 3))
        return states;
    for (const QByteArrayView line : linesOf(section->content)) {
        const QList<QByteArrayView> words = wordsOf(line);
        if (words.size() < 2 || words[0].endsWith(':'))
            continue;
        const QByteArray name = words[0].sliced(words[0].lastIndexOf(':') + 1).toByteArray();
        const QByteArray group = words[0].first(qMax<qsizetype>(words[0].indexOf(':'), 0)).toByteArray();
        if (!states.contains(name))
            states.insert(name, words[1].toByteArray());
        // With numprocs the program's name is the group's.
        if (!group.isEmpty() && !states.contains(group))
            states.insert(group, words[1].toByteArray());
    }
    return states;
}

/// A value of supervisord's ini: a comment starts at " ;".
QByteArray iniValue(QByteArrayView value)
{
    for (qsizetype i = 1; i < value.size(); ++i) {
        if (value[i] == ';' && (value[i - 1] == ' ' || value[i - 1] == '\t'))
            return value.first(i).trimmed().toByteArray();
    }
    return value.trimmed().toByteArray();
}

void readPrograms(const SurveySection &file, QList<SupervisorProgram> &programs)
{
    SupervisorProgram *program = nullptr;
    int number = 0;
    bool inCommand = false;
    for (const QByteArrayView line : linesOf(file.content)) {
        ++number;
        if (line.startsWith('[')) {
            program = nullptr;
            inCommand = false;
            const qsizetype end = line.indexOf(']');
            const bool isProgram = line.startsWith("[program:") || line.startsWith("[fcgi-program:");
            if (isProgram && end > 0) {
                SupervisorProgram next;
                next.name = untrusted(line.first(end).sliced(line.indexOf(':') + 1).trimmed());
                next.file = pathOf(file);
                next.line = number;
                programs.append(next);
                program = &programs.last();
            }
            continue;
        }
        if (!program)
            continue;
        const qsizetype equals = line.indexOf('=');
        if (inCommand && (line.startsWith(' ') || line.startsWith('\t'))) {
            program->command = UntrustedText(program->command.raw() + u' ' + QString::fromUtf8(iniValue(line)));
            continue;
        }
        inCommand = false;
        if (equals <= 0)
            continue;
        const QByteArrayView key = line.first(equals).trimmed();
        const QByteArray value = iniValue(line.sliced(equals + 1));
        if (key == "command") {
            program->command = untrusted(value);
            inCommand = true;
        } else if (key == "user") {
            program->user = untrusted(value);
        }
    }
}

} // namespace

QList<QHash<QByteArray, QList<QByteArray>>> shownUnits(QByteArrayView printed)
{
    QList<QHash<QByteArray, QList<QByteArray>>> units;
    QHash<QByteArray, QList<QByteArray>> unit;
    for (const QByteArrayView line : linesOf(printed)) {
        if (line.isEmpty()) {
            if (!unit.isEmpty())
                units.append(std::exchange(unit, {}));
            continue;
        }
        if (const qsizetype equals = line.indexOf('='); equals > 0)
            unit[line.first(equals).toByteArray()].append(line.sliced(equals + 1).toByteArray());
    }
    if (!unit.isEmpty())
        units.append(unit);
    return units;
}

Known<QList<SystemdUnit>> allUnitsFrom(const Sections &sections)
{
    Known<QList<SystemdUnit>> units = sections.known("units", [](QByteArrayView printed) {
        return printed.contains("ActiveState=") ? systemdUnits(printed) : openrcUnits(printed);
    });
    if (units) {
        for (SystemdUnit &unit : *units) {
            if (const SurveySection *log = sections.find("unit.log " + unit.name.raw().toUtf8()))
                unit.result = untrusted(QByteArrayView(log->content).trimmed());
        }
    }
    return units;
}

Known<QList<SystemdUnit>> unitsWorthShowing(const Known<QList<SystemdUnit>> &all)
{
    if (!all)
        return all.gap();
    QList<SystemdUnit> units;
    for (const SystemdUnit &unit : *all) {
        const bool idle = unit.activeState == u"inactive" || unit.activeState.isEmpty();
        if (!idle || unit.enabled == u"enabled")
            units.append(unit);
    }
    return units;
}

Known<QList<SupervisorProgram>> supervisorFrom(const Sections &sections)
{
    const auto files = sections.all("supervisor.file");
    if (files.isEmpty()) {
        const auto gap = sections.gapOf("supervisor.status");
        const bool asked = sections.find("users");
        return gap && gap->reason != Gap::Reason::NotAsked
                   ? *gap
                   : Gap{asked ? Gap::Reason::NotInstalled : Gap::Reason::NotAsked, {}};
    }
    QList<SupervisorProgram> programs;
    for (const SurveySection *file : files) {
        if (const auto gap = sections.gapOf(file))
            return *gap;
        readPrograms(*file, programs);
    }
    const auto states = supervisorStates(sections);
    for (SupervisorProgram &program : programs)
        program.state = untrusted(states.value(program.name.raw().toUtf8()));
    return programs;
}

Known<Fail2banFacts> fail2banFrom(const Sections &sections, const Known<QList<SystemdUnit>> &units)
{
    const auto files = sections.all("fail2ban.file");
    const SurveySection *status = sections.find("fail2ban.status");
    if (files.isEmpty() && !sections.has("fail2ban.closed") && (!status || status->exitCode == 127))
        return Gap{status ? Gap::Reason::NotInstalled : Gap::Reason::NotAsked, {}};
    Fail2banFacts facts;
    if (const SystemdUnit *unit = unitNamed(units, QStringLiteral("fail2ban"))) {
        facts.enabled = unit->enabled == u"enabled";
        facts.activeState = unit->activeState;
    }
    facts.jails = sections.known("fail2ban.status", [](QByteArrayView printed) {
        QList<UntrustedText> jails;
        for (const QByteArrayView line : linesOf(printed)) {
            const qsizetype at = line.indexOf("Jail list:");
            if (at < 0)
                continue;
            for (const QByteArrayView jail : partsOf(line.sliced(at + 10), ',')) {
                if (const QByteArrayView name = jail.trimmed(); !name.isEmpty())
                    jails.append(untrusted(name));
            }
        }
        return jails;
    });
    facts.files = filesFrom(sections, "fail2ban.file");
    if (const SurveySection *log = sections.find("fail2ban.log"); log && log->exitCode == 0)
        facts.lastLog = untrusted(QByteArrayView(log->content).trimmed());
    return facts;
}

} // namespace gw
