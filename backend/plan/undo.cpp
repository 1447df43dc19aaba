// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/undo.h"

#include "backend/base/overloaded.h"
#include "backend/plan/criticalpaths.h"
#include "backend/plan/sshports.h"
#include "backend/plan/undofile.h"

#include <QCoreApplication>
#include <QSet>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Undo)
};

using Verb = ServiceAction::Verb;

Error cannotUndo(const ChangeRecord &record, const QString &cause, const QString &advice = {})
{
    return Error{Error::Kind::Invalid,
                 Text::tr("Take back change %1 (%2)").arg(record.number).arg(record.plan.title),
                 cause,
                 advice,
                 {}};
}

/// Why a change that ended like this has nothing to take back; empty: it has.
QString whyNot(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Kept:
    case Outcome::Broken: return {};
    case Outcome::Open: return Text::tr("It is not kept yet: its own way back is still armed");
    case Outcome::Refused: return Text::tr("It changed nothing");
    case Outcome::Undone:
    case Outcome::CameBack:
    case Outcome::Failed: break;
    }
    return Text::tr("The old state is back already");
}

bool isUnder(const RemotePath &path, QByteArrayView folder)
{
    return path.bytes().startsWith(folder);
}

std::optional<Check::Kind> checkFor(const RemotePath &path)
{
    if (isUnder(path, "/etc/ssh/sshd_config"))
        return Check::Kind::Sshd;
    if (isUnder(path, "/etc/nginx/"))
        return Check::Kind::Nginx;
    if (isUnder(path, "/etc/sudoers"))
        return Check::Kind::Sudoers;
    return {};
}

QString idOf(Check::Kind kind)
{
    switch (kind) {
    case Check::Kind::Sshd: return QStringLiteral("check sshd");
    case Check::Kind::Nginx: return QStringLiteral("check nginx");
    case Check::Kind::Sudoers: return QStringLiteral("check sudoers");
    case Check::Kind::Command: break;
    }
    Q_UNREACHABLE();
}

QString idOf(const Change &change)
{
    const auto named = [](const char *verb, const RemotePath &path) -> QString {
        return QLatin1String(verb) + path.shown();
    };
    return std::visit(Overloaded{[&](const WriteFile &write) { return named("write ", write.path); },
                                 [&](const RemoveFile &remove) { return named("remove ", remove.path); },
                                 [&](const LinkFile &link) { return named("link ", link.path); },
                                 [&](const SetAttributes &set) { return named("attributes ", set.path); },
                                 [](const auto &) { return QString(); }},
                      change);
}

/// The file that a step makes, writes or removes.
std::optional<RemotePath> fileOf(const Change &change)
{
    return std::visit(Overloaded{[](const WriteFile &write) { return std::optional(write.path); },
                                 [](const RemoveFile &remove) { return std::optional(remove.path); },
                                 [](const LinkFile &link) { return std::optional(link.path); },
                                 [](const auto &) { return std::optional<RemotePath>(); }},
                      change);
}

/// systemd.socket(5): the unit that a socket starts, unless it names another.
ServiceUnit serviceOf(const ServiceUnit &socket)
{
    return ServiceUnit(QString(socket.name()).replace(QStringLiteral(".socket"), QStringLiteral(".service")));
}

bool opensAnew(const ServiceAction &action)
{
    return action.verb == Verb::Restart && action.unit.name().endsWith(u".socket");
}

/// Builds the plan in the order of its steps: what the change started is stopped before its files go; what was made for
/// a service (a user, a rule of the firewall) goes after the service has read its old files again.
class UndoPlanner {
public:
    UndoPlanner(const ChangeRecord &record, const FileStates &now, const QList<RemotePath> &only);
    QList<RemotePath> files() const;
    Result<Plan> plan();

private:
    enum class Commands { BeforeServices, AfterServices };
    using Verbs = std::initializer_list<Verb>;

    bool isWhole() const { return m_only.isEmpty(); }
    bool isWanted(const RemotePath &path) const { return isWhole() || m_only.contains(path); }
    bool goesBackByFile(const RemotePath &path) const;
    bool isBackAsFiles(const RunCommand &command) const;
    const SetAttributes *wantedAttributes(const Step &step) const;
    Result<void> checkOnly() const;

    void add(const QString &id, Change change, const QString &reason, const QStringList &needs = {});
    void addInverses(Verbs verbs);
    void addCommands(Commands which);
    Result<void> addFiles();
    void addAttributes();
    QStringList addChecks();
    void addActions(Verbs verbs, const QStringList &needs = {});
    bool isStartedBySocket(const ServiceUnit &unit) const;
    bool stops(const ServiceUnit &unit) const;
    void addProofs();
    void addRemarks();

    const ChangeRecord &m_record;
    const FileStates &m_now;
    const QList<RemotePath> &m_only;
    const QString m_asBefore;
    QList<Step> m_done; ///< the steps of the change that ran
    QList<RemotePath> m_restored;
    Plan m_plan;
};

UndoPlanner::UndoPlanner(const ChangeRecord &record, const FileStates &now, const QList<RemotePath> &only)
    : m_record(record), m_now(now), m_only(only), m_asBefore(Text::tr("As it was before change %1").arg(record.number))
{
    for (const Step &step : record.plan.steps) {
        const auto how = std::find_if(record.steps.begin(), record.steps.end(),
                                      [&step](const StepRecord &each) { return each.id == step.id; });
        if (how == record.steps.end() || how->state == StepRecord::State::Done)
            m_done.append(step);
    }
    m_plan.host = record.host;
    m_plan.title = Text::tr("Take back change %1: %2").arg(record.number).arg(record.plan.title);
    m_plan.window = record.plan.window;
}

/// A file that only a command touched is the affair of that command's undo line; one of which only mode and owner were
/// set was perhaps never read (a private key).
bool UndoPlanner::goesBackByFile(const RemotePath &path) const
{
    bool byCommand = false;
    bool byAttributes = false;
    for (const Step &step : m_done) {
        if (fileOf(step.change) == path)
            return true;
        if (const auto *command = std::get_if<RunCommand>(&step.change))
            byCommand |= command->undo && command->touches.contains(path);
        if (const auto *set = std::get_if<SetAttributes>(&step.change))
            byAttributes |= set->path == path;
    }
    return !byAttributes && !(byCommand && isWhole());
}

QList<RemotePath> UndoPlanner::files() const
{
    QList<RemotePath> paths;
    for (const FileRecord &file : m_record.files) {
        if (isWanted(file.path) && goesBackByFile(file.path))
            paths.append(file.path);
    }
    return paths;
}

const SetAttributes *UndoPlanner::wantedAttributes(const Step &step) const
{
    const auto *set = std::get_if<SetAttributes>(&step.change);
    return set && isWanted(set->path) && !goesBackByFile(set->path) ? set : nullptr;
}

Result<void> UndoPlanner::checkOnly() const
{
    QList<RemotePath> known = files();
    for (const Step &step : m_done) {
        if (const SetAttributes *set = wantedAttributes(step))
            known.append(set->path);
    }
    for (const RemotePath &path : m_only) {
        if (!known.contains(path))
            return cannotUndo(m_record, Text::tr("It did not change %1").arg(path.shown()));
    }
    return {};
}

void UndoPlanner::add(const QString &id, Change change, const QString &reason, const QStringList &needs)
{
    m_plan.steps.append(Step{id, std::move(change), reason, needs});
}

void UndoPlanner::addInverses(Verbs verbs)
{
    for (auto step = m_done.crbegin(); isWhole() && step != m_done.crend(); ++step) {
        const auto *action = std::get_if<ServiceAction>(&step->change);
        const auto inverse = action ? inverseOf(action->verb) : std::nullopt;
        if (inverse && std::find(verbs.begin(), verbs.end(), *inverse) != verbs.end() &&
            !(inverse == Verb::Start && isStartedBySocket(action->unit)))
            add(QStringLiteral("undo %1").arg(step->id), ServiceAction{action->unit, *inverse}, m_asBefore);
    }
}

void UndoPlanner::addCommands(Commands which)
{
    const auto service = std::find_if(m_done.cbegin(), m_done.cend(), [](const Step &step) {
        return std::holds_alternative<ServiceAction>(step.change);
    });
    const bool before = which == Commands::BeforeServices;
    for (auto step = before ? service : m_done.cend(); step != (before ? m_done.cbegin() : service);) {
        --step;
        const auto *command = std::get_if<RunCommand>(&step->change);
        if (isWhole() && command && command->undo)
            add(QStringLiteral("undo %1").arg(step->id),
                RunCommand{*command->undo, command->line, command->touches, command->changesFirewall}, m_asBefore);
    }
}

Result<void> UndoPlanner::addFiles()
{
    QStringList conflicts;
    for (auto file = m_record.files.crbegin(); file != m_record.files.crend(); ++file) {
        if (!isWanted(file->path) || !goesBackByFile(file->path))
            continue;
        const auto now = m_now.constFind(file->path);
        if (now == m_now.cend())
            return cannotUndo(m_record, Text::tr("%1 was not read").arg(file->path.shown()));
        const FileUndo undo = undoOf(*file, *now);
        if (!undo.conflict.isEmpty())
            conflicts.append(undo.conflict);
        if (!undo.remark.isEmpty())
            m_plan.warnings.append(undo.remark);
        if (!undo.change)
            continue;
        m_restored.append(file->path);
        add(idOf(*undo.change), *undo.change, m_asBefore);
    }
    if (!conflicts.isEmpty())
        return cannotUndo(m_record, conflicts.join(u'\n'),
                          Text::tr("Take back the later change first, or choose the other files only"));
    return {};
}

void UndoPlanner::addAttributes()
{
    for (auto step = m_done.crbegin(); step != m_done.crend(); ++step) {
        if (const SetAttributes *set = wantedAttributes(*step)) {
            const SetAttributes back{set->path, set->after, set->before};
            m_restored.append(set->path);
            add(idOf(back), back, m_asBefore);
        }
    }
}

/// The checks of the change itself asked for the new state; what goes back must be valid.
QStringList UndoPlanner::addChecks()
{
    QList<Check::Kind> kinds;
    for (const RemotePath &path : m_restored) {
        if (const auto kind = checkFor(path); kind && !kinds.contains(*kind))
            kinds.append(*kind);
    }
    for (const Step &step : m_done) {
        const auto *check = std::get_if<Check>(&step.change);
        if (isWhole() && check && check->kind != Check::Kind::Command && !kinds.contains(check->kind))
            kinds.append(check->kind);
    }
    QStringList ids;
    for (const Check::Kind kind : kinds) {
        ids.append(idOf(kind));
        add(ids.last(), Check{kind}, Text::tr("What goes back must be valid"));
    }
    return ids;
}

bool UndoPlanner::stops(const ServiceUnit &unit) const
{
    const Change stop = ServiceAction{unit, Verb::Stop};
    return std::any_of(m_plan.steps.begin(), m_plan.steps.end(),
                       [&stop](const Step &step) { return step.change == stop; });
}

/// It was stopped so that its socket could be opened anew: the next connection starts it.
bool UndoPlanner::isStartedBySocket(const ServiceUnit &unit) const
{
    return std::any_of(m_done.begin(), m_done.end(), [&unit](const Step &step) {
        const auto *action = std::get_if<ServiceAction>(&step.change);
        return action && opensAnew(*action) && serviceOf(action->unit) == unit;
    });
}

/// The same services act again, each once, but for those that did not run before.
void UndoPlanner::addActions(Verbs verbs, const QStringList &needs)
{
    QList<ServiceAction> added;
    for (const Step &step : m_done) {
        const auto *action = std::get_if<ServiceAction>(&step.change);
        if (!action || std::find(verbs.begin(), verbs.end(), action->verb) == verbs.end() || added.contains(*action) ||
            stops(action->unit))
            continue;
        added.append(*action);
        if (opensAnew(*action)) {
            const ServiceUnit service = serviceOf(action->unit);
            add(QStringLiteral("stop ") + service.name(), ServiceAction{service, Verb::Stop},
                Text::tr("The socket can be opened anew only while its service does not run"), needs);
        }
        add(step.id, *action, Text::tr("Reads what is back"), needs);
    }
}

/// What the change had proven was its own state: of that, only the units stay. The login is the one of now: the user
/// that the change made may be gone.
void UndoPlanner::addProofs()
{
    const auto hadLogin = [](const Proof &proof) { return std::holds_alternative<LoginProof>(proof); };
    const auto changesFirewall = [](const Step &step) {
        const auto *command = std::get_if<RunCommand>(&step.change);
        return command && command->changesFirewall;
    };
    if (std::any_of(m_record.plan.proofs.begin(), m_record.plan.proofs.end(), hadLogin) ||
        std::any_of(m_restored.begin(), m_restored.end(), isAccessCritical) ||
        std::any_of(m_plan.steps.begin(), m_plan.steps.end(), changesFirewall))
        m_plan.proofs.append(LoginProof{{}, sshPortAfter(m_plan, m_now)});
    for (const Proof &proof : m_record.plan.proofs) {
        if (const auto *unit = std::get_if<UnitProof>(&proof); unit && !stops(unit->unit))
            m_plan.proofs.append(proof);
    }
}

/// What it touched goes back with the files of the record; the others nobody has kept.
bool UndoPlanner::isBackAsFiles(const RunCommand &command) const
{
    const auto isKept = [this](const RemotePath &path) {
        return std::any_of(m_record.files.begin(), m_record.files.end(),
                           [&path](const FileRecord &file) { return file.path == path; });
    };
    return !command.touches.isEmpty() && std::all_of(command.touches.begin(), command.touches.end(), isKept);
}

void UndoPlanner::addRemarks()
{
    bool leavesMore = false;
    for (const Step &step : m_done) {
        const auto *package = std::get_if<InstallPackage>(&step.change);
        const auto *command = std::get_if<RunCommand>(&step.change);
        leavesMore |= package || command;
        if (package && isWhole())
            m_plan.warnings.append(
                Text::tr("The package %1 stays installed").arg(UntrustedText(package->name).shown()));
        if (command && isWhole() && !command->undo && (!isBackAsFiles(*command) || command->changesFirewall))
            m_plan.warnings.append(Text::tr("There is no way back from this command: %1")
                                       .arg(UntrustedText::fromBytes(command->line).shown()));
    }
    if (leavesMore && !isWhole())
        m_plan.warnings.append(Text::tr("Only files go back: the commands of the change are not taken back"));
}

Result<Plan> UndoPlanner::plan()
{
    if (const QString reason = whyNot(m_record.outcome); !reason.isEmpty())
        return cannotUndo(m_record, reason);
    GW_TRY(checkOnly());
    addInverses({Verb::Stop, Verb::Disable});
    addCommands(Commands::AfterServices);
    GW_TRY(addFiles());
    addAttributes();
    const bool hasCommandsLeft = std::any_of(m_done.begin(), m_done.end(), [this](const Step &step) {
        const auto *command = std::get_if<RunCommand>(&step.change);
        return isWhole() && command && command->undo;
    });
    if (!m_restored.isEmpty() || hasCommandsLeft) {
        addActions({Verb::DaemonReload});
        const QStringList checks = addChecks();
        addActions({Verb::Reload, Verb::Restart}, checks);
    }
    addInverses({Verb::Start, Verb::Enable});
    addCommands(Commands::BeforeServices);
    addProofs();
    addRemarks();
    if (m_plan.steps.isEmpty())
        return cannotUndo(m_record,
                          (QStringList(Text::tr("Nothing of it is left to take back")) + m_plan.warnings).join(u'\n'));
    return m_plan;
}

} // namespace

QList<RemotePath> filesForUndo(const ChangeRecord &record, const QList<RemotePath> &only)
{
    QList<RemotePath> files = UndoPlanner(record, {}, only).files();
    if (std::any_of(files.begin(), files.end(), &namesSshPorts) && !files.contains(mainSshdFile()))
        files.append(mainSshdFile());
    return files;
}

Result<Plan> undoPlan(const ChangeRecord &record, const FileStates &now, const QList<RemotePath> &only)
{
    return UndoPlanner(record, now, only).plan();
}

} // namespace gw
