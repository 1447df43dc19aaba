// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/change/fakes.h"

namespace gw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

Error errorOf(Error::Kind kind, const QString &cause)
{
    return {kind, u"try"_s, cause, {}, {}};
}

Result<Output> FakeShell::run(const Command &, std::stop_token, const Progress &)
{
    return errorOf(Error::Kind::Unsupported, u"this shell runs nothing"_s);
}

FakeServer::FakeServer()
{
    for (const Step &step : samplePlan().steps) {
        if (const auto *write = std::get_if<WriteFile>(&step.change))
            files.insert(write->path, write->before);
    }
}

std::optional<Error> FakeServer::unreachable(const Shell &shell, const char *what)
{
    calls += QLatin1String(what) + u' ' + shell.description();
    if (isUnreachable || !shell.isAlive())
        return errorOf(Error::Kind::Unreachable, u"the connection broke"_s);
    return {};
}

Result<Applied> FakeServer::applyNow(const QString &id, const Plan &plan)
{
    armed(id, plan);
    Armed now;
    now.transaction = id;
    now.returnsAt = QDateTime::currentDateTimeUtc().addSecs(90);
    now.guard = u"systemd"_s;
    for (const Step &step : plan.steps)
        now.steps += {step.id, StepRecord::State::Done, 1ms, "done"};
    return Applied(now);
}

void FakeServer::armed(const QString &id, const Plan &plan)
{
    state = State::Armed;
    transaction = id;
    m_plan = plan;
    m_before = files;
    for (const Step &step : plan.steps) {
        if (const auto *write = std::get_if<WriteFile>(&step.change)) {
            files[write->path].kind = FileState::Kind::Regular;
            files[write->path].content = write->after;
        }
    }
}

void FakeServer::comeBack()
{
    files = m_before;
    state = State::CameBack;
}

Guard FakeServer::guard()
{
    Guard guard;
    guard.apply = [this](Shell &shell, const Elevation &, const Plan &plan, const ApplyOptions &options,
                         const Guard::Report &report, std::stop_token stop) -> Result<Applied> {
        calls += u"apply "_s + shell.description();
        transaction = options.transaction;
        report({ApplyProgress::Phase::Arming});
        return insteadOfApply ? insteadOfApply(stop) : applyNow(options.transaction, plan);
    };
    guard.keep = [this](Shell &shell, const Elevation &, const QString &id, std::stop_token) -> Result<void> {
        if (const auto error = unreachable(shell, "keep"))
            return *error;
        if (id != transaction || state != State::Armed)
            return errorOf(Error::Kind::TimedOut, u"too late"_s);
        state = State::Kept;
        return losesAnswerOfKeep ? Result<void>(errorOf(Error::Kind::Unreachable)) : Result<void>();
    };
    guard.undo = [this](Shell &shell, const Elevation &, const QString &, std::stop_token stop) -> Result<Returned> {
        if (const auto error = unreachable(shell, "undo"))
            return *error;
        if (stop.stop_requested())
            return errorOf(Error::Kind::Cancelled);
        if (state == State::Armed)
            files = m_before;
        state = State::Undone;
        return returned;
    };
    guard.extend = [this](Shell &shell, const Elevation &, const QString &, std::chrono::seconds window,
                          std::stop_token) -> Result<QDateTime> {
        if (const auto error = unreachable(shell, "extend"))
            return *error;
        if (state != State::Armed)
            return errorOf(Error::Kind::TimedOut);
        return QDateTime::currentDateTimeUtc().addSecs(1000 + window.count());
    };
    guard.openChanges = [this](Shell &shell, const Elevation &, std::stop_token) -> Result<QList<OpenChange>> {
        if (const auto error = unreachable(shell, "openChanges"))
            return *error;
        OpenChange change;
        change.transaction = transaction;
        change.title = UntrustedText(m_plan.title);
        change.holder = UntrustedText(u"bob on desk"_s);
        change.returnsAt = QDateTime::currentDateTimeUtc().addSecs(60);
        change.state = state == State::Armed ? OpenChange::State::Armed : OpenChange::State::CameBack;
        change.returned = returned;
        return state == State::Armed || state == State::CameBack ? QList<OpenChange>{change} : QList<OpenChange>{};
    };
    guard.forget = [this](Shell &shell, const Elevation &, const QString &, std::stop_token) -> Result<void> {
        if (const auto error = unreachable(shell, "forget"))
            return *error;
        state = State::Nothing;
        return {};
    };
    guard.readFiles = [this](Shell &shell, const QList<RemotePath> &paths, const Elevation &,
                             std::stop_token) -> Result<FileStates> {
        if (const auto error = unreachable(shell, "read"))
            return *error;
        FileStates states;
        for (const RemotePath &path : paths)
            states.insert(path, files.value(path));
        return states;
    };
    return guard;
}

Outside FakeOutside::outside()
{
    Outside outside;
    outside.patience = 20ms;
    outside.pause = 1ms;
    outside.login = [this](const LoginProof &, std::stop_token) -> Result<Login> {
        ++logins;
        return onLogin ? onLogin() : Login{std::make_shared<FakeShell>(u"second"_s), {}, u"logged in"_s};
    };
    outside.port = [this](const PortProof &, std::stop_token) {
        ++ports;
        return port;
    };
    outside.url = [this](const UrlProof &, std::stop_token) { return url; };
    outside.site = [this](const SiteProof &, std::stop_token) { return url; };
    return outside;
}

ChangeJournal FakeJournal::journal()
{
    ChangeJournal journal;
    journal.append = [this](const ChangeRecord &record) -> Result<qint64> {
        if (isFull)
            return errorOf(Error::Kind::Failed, u"disk full"_s);
        entries += record;
        entries.last().number = 1;
        return qint64(1);
    };
    journal.find = [this](const QString &transaction) -> Result<std::optional<ChangeRecord>> {
        std::optional<ChangeRecord> found;
        for (const ChangeRecord &entry : std::as_const(entries)) {
            if (entry.transaction == transaction)
                found = entry;
        }
        return found;
    };
    journal.open = [this](const HostId &host) -> Result<QStringList> {
        QMap<QString, Outcome> last;
        for (const ChangeRecord &entry : std::as_const(entries)) {
            if (entry.host == host)
                last.insert(entry.transaction, entry.outcome);
        }
        return last.keys(Outcome::Open);
    };
    return journal;
}

QList<Outcome> FakeJournal::outcomes() const
{
    QList<Outcome> outcomes;
    for (const ChangeRecord &entry : entries) {
        if (outcomes.isEmpty() || outcomes.last() != entry.outcome)
            outcomes += entry.outcome;
    }
    return outcomes;
}

RemotePath samplePath()
{
    return RemotePath("/etc/ssh/sshd_config.d/00-gatewright.conf"_ba);
}

Plan samplePlan(const QList<Proof> &proofs)
{
    WriteFile drop;
    drop.path = samplePath();
    drop.after = "PasswordAuthentication no\n";
    WriteFile secret;
    secret.path = RemotePath("/etc/key"_ba);
    secret.before.kind = FileState::Kind::Regular;
    secret.before.content = "OLD-SECRET";
    secret.after = "NEW-SECRET";
    secret.secrecy = Secrecy::Secret;
    Plan plan;
    plan.host = HostId(u"gpu-1"_s);
    plan.title = u"Harden SSH"_s;
    plan.steps = {{u"write drop-in"_s, drop, u"Keys only"_s},
                  {u"write key"_s, secret, u"A new key"_s},
                  {u"reload ssh"_s, ServiceAction{ServiceUnit(u"ssh.service"_s)}, u"Takes effect"_s}};
    plan.proofs = proofs;
    return plan;
}

ChangeRequest sampleRequest(const Plan &plan)
{
    ChangeRequest request;
    request.server.id = plan.host;
    request.server.name = u"gpu-1"_s;
    request.plan = plan;
    request.reachedAs = u"dev@gpu-1:22"_s;
    request.hostKey = u"ED25519 SHA256:abc"_s;
    return request;
}

} // namespace gw::test
