// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/jobs/hostconnection.h"

#include <QThread>

namespace gw {
namespace {

bool isQuestion(const Error &error)
{
    return error.kind == Error::Kind::NeedsAnswer && !std::holds_alternative<std::monostate>(error.question);
}

/// Several prompts of one login are judged together at its end: nobody learns which answer was wrong.
bool isRefused(const QString &key, const SecretQuestion &question, Error::Kind kind)
{
    if (kind != Error::Kind::Refused || question.kind != SecretQuestion::Kind::KeyboardInteractive)
        return key == question.key();
    SecretQuestion anyPrompt = question;
    anyPrompt.prompts.clear();
    return key.startsWith(anyPrompt.key() + u'\n');
}

Error closedError()
{
    return Error{
        Error::Kind::Cancelled, HostConnection::tr("Use the connection"), HostConnection::tr("It was closed"), {}, {}};
}

Elevation elevationBy(const SecretQuestion &question, const QList<Secret> &secrets)
{
    const bool doas = question.subject == QStringLiteral("doas");
    return Elevation{doas ? Elevation::Method::DoasPassword : Elevation::Method::SudoPassword, secrets.value(0)};
}

} // namespace

HostConnection::HostConnection(OpenShell open, ConnectGate &gate, QString jumpHost, ReconnectPolicy policy)
    : m_open(std::move(open)), m_gate(gate), m_jumpHost(std::move(jumpHost)), m_policy(std::move(policy))
{
    m_pause.setSingleShot(true);
    m_liveness.setInterval(m_policy.livenessInterval);
    connect(&m_pause, &QTimer::timeout, this, &HostConnection::attempt);
    connect(&m_liveness, &QTimer::timeout, this, &HostConnection::lookWhetherAlive);
}

HostConnection::~HostConnection()
{
    dropShell();
    failWaiting(closedError());
}

void HostConnection::connectNow()
{
    if (std::holds_alternative<Offline>(m_state) || std::holds_alternative<Failed>(m_state))
        tryAgain();
}

void HostConnection::tryAgain()
{
    if (m_shell || m_opening.isRunning())
        return;
    m_reconnects = m_reconnects && m_pause.isActive();
    m_failures = 0;
    attempt();
}

void HostConnection::disconnectNow()
{
    m_opening.stop();
    m_notices.reset();
    m_pause.stop();
    m_ticket.leave();
    m_reconnects = false;
    m_failures = 0;
    m_lastError = {};
    dropShell();
    forgetSecrets();
    failWaiting(closedError());
    setState(Offline{});
}

void HostConnection::answer(const HostKeyQuestion &question)
{
    m_answers.accept(question);
    if (std::holds_alternative<Asking>(m_state))
        attempt();
}

void HostConnection::answer(const SecretQuestion &question, const QList<Secret> &secrets, Remember remember)
{
    if (question.kind == SecretQuestion::Kind::RootPassword) {
        m_elevation = elevationBy(question, secrets);
        return;
    }
    m_answers.answer(question, secrets);
    if (!question.isForEveryLogin())
        m_oneTime.insert(question.key());
    else if (remember == Remember::UntilExit)
        m_remembered.insert(question.key());
    if (std::holds_alternative<Asking>(m_state))
        attempt();
}

void HostConnection::decline()
{
    if (std::holds_alternative<Asking>(m_state))
        disconnectNow();
}

void HostConnection::whenUp(Waiting waiting)
{
    lookWhetherAlive();
    if (const auto *failure = std::get_if<Failed>(&m_state)) {
        waiting.fail(failure->error);
    } else if (m_shell) {
        waiting.start(session());
    } else {
        m_waiting.removeIf([](const Waiting &other) { return !other.isWanted(); });
        m_waiting.append(std::move(waiting));
        connectNow();
    }
}

void HostConnection::hear(const Error &error)
{
    // On an open connection only a root password can be refused. It is asked for again, never repeated by itself.
    if (error.kind == Error::Kind::Refused)
        m_elevation = {};
}

void HostConnection::lookWhetherAlive()
{
    if (m_shell && !m_shell->isAlive())
        lost();
}

void HostConnection::setState(ConnectionState state)
{
    if (m_state == state)
        return;
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

void HostConnection::attempt()
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_pause.stop();
    m_ticket = m_gate.enter(m_jumpHost, [this] { openNow(); });
    setState(Connecting{m_failures + 1, {}, {}});
}

void HostConnection::openNow()
{
    m_notices = std::make_unique<Mailbox<UntrustedText>>([this](const UntrustedText &notice) { showNotice(notice); });
    m_opening.start([open = m_open, answers = m_answers,
                     notice = m_notices->sender()](std::stop_token stop) { return open(answers, notice, stop); },
                    [this](Result<OpenedShell> result) { opened(std::move(result)); });
}

void HostConnection::showNotice(const UntrustedText &notice)
{
    if (const auto *connecting = std::get_if<Connecting>(&m_state))
        setState(Connecting{connecting->attempt, connecting->nextTry, notice});
}

void HostConnection::opened(Result<OpenedShell> result)
{
    m_ticket.leave();
    m_notices.reset();
    if (!result) {
        failed(result.error());
        return;
    }
    m_shell = std::move(result->shell);
    m_sessionStop = std::stop_source();
    m_lastError = {};
    m_reconnects = true;
    m_failures = 0;
    m_liveness.start();
    for (const QString &key : std::exchange(m_oneTime, {}))
        m_answers.secrets.remove(key);
    for (const Waiting &each : std::exchange(m_waiting, {}))
        each.start(session());
    setState(result->online);
}

void HostConnection::failed(const Error &error)
{
    m_lastError = error;
    if (isQuestion(error)) {
        forgetRefused(error); // asked again: a passphrase, say, that did not open its key
        setState(Asking{error.question});
        return;
    }
    ++m_failures;
    failWaiting(error);
    if (error.kind == Error::Kind::Refused)
        forgetRefused(error);
    const bool isBroken = m_failures >= m_policy.failuresUntilBroken;
    if (m_reconnects && ReconnectPolicy::mayHeal(error.kind) && !isBroken) {
        pauseBeforeNextAttempt();
        return;
    }
    const bool circuitOpen = m_reconnects && isBroken;
    m_reconnects = false;
    forgetSecrets();
    setState(Failed{error, circuitOpen});
}

void HostConnection::lost()
{
    m_lastError = Error{Error::Kind::Unreachable,
                        tr("Keep the connection to %1").arg(m_shell->description()),
                        tr("The connection was lost"),
                        tr("It is opened again by itself"),
                        {}};
    dropShell();
    m_failures = 0;
    pauseBeforeNextAttempt();
}

void HostConnection::pauseBeforeNextAttempt()
{
    const auto pause = m_policy.pauseAfter(m_failures);
    m_pause.start(pause);
    setState(Connecting{m_failures + 1, m_policy.currentTime().addMSecs(pause.count()), {}});
}

void HostConnection::failWaiting(const Error &error)
{
    for (const Waiting &waiting : std::exchange(m_waiting, {}))
        waiting.fail(error);
}

void HostConnection::dropShell()
{
    m_liveness.stop();
    m_sessionStop.request_stop();
    if (m_shell) // saying goodbye to the server may take a while: not on the window's thread
        workerPool().start([shell = std::move(m_shell)]() mutable { shell.reset(); });
    m_shell.reset();
}

/// Only what the error is about: the password of a jump host may be right where that of the server is wrong.
void HostConnection::forgetRefused(const Error &error)
{
    const auto *question = std::get_if<SecretQuestion>(&error.question);
    if (!question)
        return;
    QStringList keys = m_answers.secrets.keys();
    keys.removeIf([&](const QString &key) { return !isRefused(key, *question, error.kind); });
    for (const QString &key : std::as_const(keys)) {
        m_answers.secrets.remove(key);
        m_remembered.remove(key);
        m_oneTime.remove(key);
    }
    if (!keys.isEmpty())
        Q_EMIT secretsRefused(keys);
}

void HostConnection::forgetSecrets()
{
    m_answers.secrets.removeIf([this](const auto &entry) { return !m_remembered.contains(entry.key()); });
    m_elevation = {};
}

} // namespace gw
