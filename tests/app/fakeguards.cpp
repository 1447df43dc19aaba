// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/fakeguards.h"

#include "tests/app/fakefleet.h"

namespace gw::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

void FakeGuards::behave(const QString &server, Way way)
{
    const std::lock_guard lock(m_mutex);
    m_ways[server] = way;
}

void FakeGuards::setFile(const QString &server, const RemotePath &path, const QByteArray &content)
{
    const std::lock_guard lock(m_mutex);
    m_files[server].insert(path, {FileState::Kind::Regular, content, {}, {}});
}

void FakeGuards::hold()
{
    const std::lock_guard lock(m_mutex);
    m_held = true;
}

void FakeGuards::let()
{
    const std::lock_guard lock(m_mutex);
    m_held = false;
    m_wake.notify_all();
}

QStringList FakeGuards::calls() const
{
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

ContactOf FakeGuards::contacts()
{
    return [this](const HostConnection::Reached &reached, const Route &route, const Facts &) {
        const QString server = route.hops.isEmpty() ? u"local"_s : route.hops.last().host;
        return Contact{reached.shell, reached.elevation, outside(server), guard(server)};
    };
}

FakeGuards::Way FakeGuards::note(const QString &what, const QString &server)
{
    const std::lock_guard lock(m_mutex);
    m_calls << what + u' ' + server;
    return m_ways.value(server, Way::Holds);
}

Guard FakeGuards::guard(const QString &server)
{
    Guard guard;
    guard.apply = [this, server](Shell &, const Elevation &, const Plan &plan, const ApplyOptions &options,
                                 const Guard::Report &report, std::stop_token stop) -> Result<Applied> {
        const Way way = note(u"apply"_s, server);
        report({ApplyProgress::Phase::Arming});
        std::unique_lock lock(m_mutex);
        if (!m_wake.wait(lock, stop, [this] { return !m_held; }))
            return Applied(Returned{{}, u"stopped"_s});
        if (way == Way::StepFails)
            return Applied(Returned{{}, u"the step failed"_s});
        Armed armed;
        armed.transaction = options.transaction;
        armed.returnsAt = QDateTime::currentDateTimeUtc().addSecs(90);
        for (const Step &step : plan.steps)
            armed.steps += {step.id, StepRecord::State::Done, 1ms, {}};
        return Applied(armed);
    };
    guard.keep = [this, server](Shell &, const Elevation &, const QString &, std::stop_token) -> Result<void> {
        note(u"keep"_s, server);
        return {};
    };
    guard.undo = [this, server](Shell &, const Elevation &, const QString &, std::stop_token) -> Result<Returned> {
        note(u"undo"_s, server);
        return Returned();
    };
    guard.openChanges = [](Shell &, const Elevation &, std::stop_token) { return QList<OpenChange>(); };
    guard.readFiles = [this, server](Shell &, const QList<RemotePath> &paths, const Elevation &,
                                     std::stop_token) -> Result<FileStates> {
        const std::lock_guard lock(m_mutex);
        FileStates states;
        for (const RemotePath &path : paths)
            states.insert(path, m_files.value(server).value(path));
        return states;
    };
    return guard;
}

Outside FakeGuards::outside(const QString &server)
{
    Outside outside;
    outside.patience = 5ms;
    outside.pause = 1ms;
    outside.login = [this, server](const LoginProof &, std::stop_token) -> Result<Login> {
        if (note(u"login"_s, server) == Way::ProofFails)
            return Error{Error::Kind::Refused, u"log in"_s, u"permission denied"_s, {}, {}};
        return Login{std::make_shared<FakeServer>(QByteArray(), 0ms, QByteArray()), {}, u"logged in"_s};
    };
    outside.port = [this, server](const PortProof &, std::stop_token) {
        const bool seen = note(u"port"_s, server) != Way::ProofCannotBeTried;
        return seen ? Observation{Observation::Verdict::Holds, u"answered"_s}
                    : Observation{Observation::Verdict::NotTried, u"behind a jump host"_s};
    };
    outside.url = [](const UrlProof &, std::stop_token) { return Observation(); };
    outside.site = [](const SiteProof &, std::stop_token) { return Observation(); };
    return outside;
}

} // namespace gw::test
