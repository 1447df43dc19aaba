// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/planmaker.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

/// Both reasons, each once.
QString together(const QString &first, const QString &second)
{
    if (second.isEmpty() || first == second || first.split(QLatin1String("; ")).contains(second))
        return first;
    return first.isEmpty() ? second : QStringLiteral("%1; %2").arg(first, second);
}

QString verbWord(ServiceAction::Verb verb)
{
    switch (verb) {
    case ServiceAction::Verb::Reload: return QStringLiteral("reload");
    case ServiceAction::Verb::Restart: return QStringLiteral("restart");
    case ServiceAction::Verb::Start: return QStringLiteral("start");
    case ServiceAction::Verb::Stop: return QStringLiteral("stop");
    case ServiceAction::Verb::Enable: return QStringLiteral("enable");
    case ServiceAction::Verb::Disable: return QStringLiteral("disable");
    case ServiceAction::Verb::DaemonReload: break;
    }
    return QStringLiteral("daemon-reload");
}

} // namespace

Error invalidIntent(const QString &tried, const QString &cause, const QString &advice)
{
    return Error{Error::Kind::Invalid, tried, cause, advice, {}};
}

QString triedSshd()
{
    return Text::tr("Change SSH settings");
}

Result<SshdWorkingCopy *> PlanMaker::sshd()
{
    if (!m_sshd)
        m_sshd = GW_TRY(SshdWorkingCopy::open(m_facts, m_files));
    return &*m_sshd;
}

PlanMaker::Drafted *PlanMaker::find(const QString &id)
{
    const auto found =
        std::find_if(m_steps.begin(), m_steps.end(), [&id](const Drafted &each) { return each.step.id == id; });
    return found == m_steps.end() ? nullptr : &*found;
}

Result<FileState> PlanMaker::file(const RemotePath &path) const
{
    const auto read = m_files.constFind(path);
    if (read == m_files.cend())
        return invalidIntent(Text::tr("Make a plan"), Text::tr("%1 was not read").arg(path.shown()));
    FileState state = *read;
    for (const Drafted &each : m_steps) {
        const auto *write = std::get_if<WriteFile>(&each.step.change);
        if (!write || write->path != path)
            continue;
        state.content = write->after;
        if (!state.exists())
            state.kind = FileState::Kind::Regular;
        if (write->attributes)
            state.attributes = *write->attributes;
    }
    return state;
}

QString PlanMaker::write(const RemotePath &path, const QByteArray &content, const QString &reason,
                         const std::optional<FileAttributes> &attributes, Secrecy secrecy)
{
    const QString id = QStringLiteral("write %1").arg(path.shown());
    const FileState before = m_files.value(path);
    if (Drafted *drafted = find(id)) {
        auto &write = std::get<WriteFile>(drafted->step.change);
        write.after = content;
        if (attributes)
            write.attributes = attributes;
        drafted->step.reason = together(drafted->step.reason, reason);
        return id;
    }
    if (before.exists() && before.content == content && (!attributes || *attributes == before.attributes))
        return id;
    return add(Phase::Write, id, WriteFile{path, before, content, attributes, secrecy}, reason);
}

QString PlanMaker::remove(const RemotePath &path, const QString &reason, Secrecy secrecy)
{
    return add(Phase::Write, QStringLiteral("remove %1").arg(path.shown()),
               RemoveFile{path, m_files.value(path), secrecy}, reason);
}

QString PlanMaker::add(Phase phase, const QString &id, const Change &change, const QString &reason,
                       const QStringList &needs)
{
    if (Drafted *drafted = find(id)) {
        if (!(drafted->step.change == change) && !m_contradiction) {
            m_contradiction = invalidIntent(Text::tr("Make one plan of several wishes"),
                                            Text::tr("They contradict each other about “%1”").arg(id));
        }
        drafted->step.reason = together(drafted->step.reason, reason);
        for (const QString &needed : needs)
            need(id, needed);
        return id;
    }
    m_steps.append({phase, Step{id, change, reason, needs}});
    return id;
}

QString PlanMaker::install(const QString &package, const QString &reason)
{
    return add(Phase::Install, QStringLiteral("install %1").arg(package), InstallPackage{package}, reason);
}

QString PlanMaker::act(const QString &unit, ServiceAction::Verb verb, const QString &reason, const QStringList &needs)
{
    const QString id = QStringLiteral("%1 %2").arg(verbWord(verb), unit).trimmed();
    const Phase phase = verb == ServiceAction::Verb::DaemonReload ? Phase::Reread : Phase::Switch;
    return add(phase, id, ServiceAction{ServiceUnit(unit), verb}, reason, needs);
}

bool PlanMaker::has(const QString &id) const
{
    return std::any_of(m_steps.cbegin(), m_steps.cend(), [&id](const Drafted &each) { return each.step.id == id; });
}

void PlanMaker::need(const QString &id, const QString &needed)
{
    Drafted *drafted = find(id);
    if (drafted && id != needed && !drafted->step.needs.contains(needed))
        drafted->step.needs.append(needed);
}

void PlanMaker::prove(const Proof &proof)
{
    if (!m_proofs.contains(proof))
        m_proofs.append(proof);
}

LoginProof &PlanMaker::login()
{
    if (!m_login)
        m_login = LoginProof();
    return *m_login;
}

void PlanMaker::warn(const QString &warning)
{
    if (!m_warnings.contains(warning))
        m_warnings.append(warning);
}

Result<Plan> PlanMaker::plan(const HostId &host, const QString &title) const
{
    if (m_contradiction)
        return *m_contradiction;
    QList<Drafted> steps = m_steps;
    std::stable_sort(steps.begin(), steps.end(), [](const Drafted &a, const Drafted &b) { return a.phase < b.phase; });
    Plan plan;
    plan.host = host;
    plan.title = title;
    plan.warnings = m_warnings;
    plan.window = m_window;
    if (steps.isEmpty())
        return plan;
    QStringList ids;
    for (const Drafted &each : std::as_const(steps))
        ids.append(each.step.id);
    for (Drafted &each : steps) {
        // What was found to be as wished already is no step, and nothing needs it.
        each.step.needs.removeIf([&ids](const QString &needed) { return !ids.contains(needed); });
        plan.steps.append(each.step);
    }
    // This computer needs no login to itself.
    if (m_login && host != HostId::local())
        plan.proofs.append(*m_login);
    plan.proofs += m_proofs;
    return plan;
}

} // namespace gw
