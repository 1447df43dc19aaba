// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/proving.h"

#include "backend/base/overloaded.h"

#include <QCoreApplication>
#include <condition_variable>
#include <mutex>

namespace gw {
namespace {

using Verdict = Observation::Verdict;
using Clock = std::chrono::steady_clock;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

Error stopped()
{
    return {Error::Kind::Cancelled, Text::tr("Prove the change from outside"), Text::tr("Stopped"), {}, {}};
}

void pauseFor(std::chrono::milliseconds pause, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait_for(lock, stop, pause, [] { return false; });
}

/// The server is there but nobody listens yet, or the other way round: worth another try. Whoever is refused is not
/// made welcome by knocking again, and may be shut out by fail2ban.
bool mayPass(const Error &error)
{
    return error.kind == Error::Kind::Unreachable || error.kind == Error::Kind::TimedOut;
}

Result<Observation> askForUnit(const UnitProof &proof, const Login &login, std::stop_token stop)
{
    Script script;
    script.text = "case $1 in\n"
                  "supervisor:*) supervisorctl status \"${1#supervisor:}\" ;;\n"
                  "*) systemctl is-active -- \"$1\" ;;\n"
                  "esac 2>&1\n"
                  "exit 0\n";
    script.arguments = {proof.unit.name().toUtf8()};
    const Output output = GW_TRY(runScript(*login.shell, script, login.elevation, stop));
    const QByteArray said = output.out.simplified(); // supervisorctl: "NAME  RUNNING  pid 7, uptime …"
    const bool holds = said == "active" || said.split(' ').value(1) == "RUNNING";
    return Observation{holds ? Verdict::Holds : Verdict::Fails, UntrustedText::fromBytes(said).shown()};
}

/// Tries the proofs of one change.
class Prover {
public:
    Prover(const Outside &outside, std::stop_token stop) : m_outside(outside), m_stop(std::move(stop)) {}

    /// Again and again, until it holds or the time is over.
    Result<Observation> patiently(const Proof &proof)
    {
        const Clock::time_point end = Clock::now() + m_outside.patience;
        for (;;) {
            m_final = false;
            const Observation seen = GW_TRY(once(proof));
            if (m_stop.stop_requested())
                return stopped();
            if (seen.verdict != Verdict::Fails || m_final || Clock::now() >= end)
                return seen;
            pauseFor(m_outside.pause, m_stop);
        }
    }

    const std::optional<Login> &login() const { return m_login; }

private:
    Result<Observation> once(const Proof &proof)
    {
        return std::visit(
            Overloaded{[this](const LoginProof &each) { return logIn(each); },
                       [this](const UnitProof &each) { return unit(each); },
                       [this](const PortProof &each) -> Result<Observation> { return m_outside.port(each, m_stop); },
                       [this](const UrlProof &each) -> Result<Observation> { return m_outside.url(each, m_stop); },
                       [this](const SiteProof &each) -> Result<Observation> { return m_outside.site(each, m_stop); }},
            proof);
    }

    Result<Observation> logIn(const LoginProof &proof)
    {
        auto login = m_outside.login(proof, m_stop);
        if (login) {
            m_login = std::move(*login);
            return Observation{Verdict::Holds, m_login->detail};
        }
        return failed(login.error());
    }

    Result<Observation> unit(const UnitProof &proof)
    {
        Q_ASSERT(m_login); // proofsOf() has a login first
        auto seen = askForUnit(proof, *m_login, m_stop);
        return seen ? seen : failed(seen.error());
    }

    Result<Observation> failed(const Error &error)
    {
        if (error.kind == Error::Kind::NeedsAnswer || error.kind == Error::Kind::Cancelled)
            return error;
        m_final = !mayPass(error);
        return Observation{Verdict::Fails, error.text()};
    }

    const Outside &m_outside;
    std::stop_token m_stop;
    std::optional<Login> m_login;
    bool m_final = false; ///< the last failure is no matter of time
};

} // namespace

bool Proven::complete() const
{
    return !failed && std::all_of(proofs.begin(), proofs.end(), [](const ProofRecord &proof) { return proof.held; });
}

QList<Proof> proofsOf(const Plan &plan)
{
    QList<Proof> proofs = plan.proofs;
    const auto isLogin = [](const Proof &proof) { return std::holds_alternative<LoginProof>(proof); };
    std::stable_partition(proofs.begin(), proofs.end(), isLogin);
    if (proofs.isEmpty() || !isLogin(proofs.first()))
        proofs.prepend(LoginProof{});
    return proofs;
}

Result<Proven> prove(const QList<Proof> &proofs, const Outside &outside, const OnProof &onProof, std::stop_token stop)
{
    Prover prover(outside, stop);
    Proven proven;
    for (qsizetype i = 0; i < proofs.size() && !proven.failed; ++i) {
        if (stop.stop_requested())
            return stopped();
        onProof(int(i), {});
        const Observation seen = GW_TRY(prover.patiently(proofs[i]));
        const ProofRecord record{proofs[i], seen.verdict == Verdict::Holds, seen.detail};
        proven.proofs += record;
        if (seen.verdict == Verdict::Fails)
            proven.failed = Text::tr("%1: %2").arg(titleOf(proofs[i]), seen.detail);
        onProof(int(i), record);
    }
    proven.login = prover.login();
    return proven;
}

} // namespace gw
