// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/opensshanswering.h"

#include "backend/base/overloaded.h"
#include "backend/ssh/opensshlog.h"
#include "backend/ssh/opensshprompt.h"

#include <algorithm>

namespace gw {

OpenSshAnswering::OpenSshAnswering(const OpenSshMaster &master, const QList<HopSettings> &hops, const Answers &answers,
                                   std::stop_source &ssh)
    : m_master(master), m_hops(hops), m_answers(answers), m_ssh(ssh)
{
}

std::optional<Secret> OpenSshAnswering::operator()(const QByteArray &prompt)
{
    const std::lock_guard lock(m_mutex);
    const Question question = questionOfPrompt(prompt, whoMayAsk());
    return std::visit(Overloaded{[](std::monostate) { return std::optional<Secret>(); },
                                 [this](const HostKeyQuestion &key) { return answered(key); },
                                 [this](const SecretQuestion &secret) { return answered(secret); }},
                      question);
}

std::optional<Error> OpenSshAnswering::error() const
{
    const std::lock_guard lock(m_mutex);
    if (m_repeated)
        return Error{Error::Kind::Refused,
                     {},
                     tr("The answer for %1 was not accepted").arg(m_repeated->hop),
                     tr("Nothing is tried a second time by itself. Answer again"),
                     *m_repeated};
    if (!std::holds_alternative<std::monostate>(m_open))
        return Error{Error::Kind::NeedsAnswer, {}, causeOf(m_open), {}, m_open};
    return {};
}

std::optional<SecretQuestion> OpenSshAnswering::lastAnswered() const
{
    const std::lock_guard lock(m_mutex);
    return m_last;
}

/// Two hops may have the same account and name, and differ in the port, which ssh does not say.
QList<HopSettings> OpenSshAnswering::whoMayAsk() const
{
    const qsizetype jumpHosts = m_hops.size() - 1;
    return jumpHosts == 0 || serverHasSpoken(m_master.log()) ? m_hops.last(1) : m_hops.first(jumpHosts);
}

std::optional<Secret> OpenSshAnswering::answered(const HostKeyQuestion &question)
{
    // ssh takes the fingerprint itself for yes, and nothing but the right one.
    if (m_answers.accepts(question))
        return Secret(question.fingerprint.toLatin1());
    leaveOpen(question);
    m_ssh.request_stop();
    return {};
}

std::optional<Secret> OpenSshAnswering::answered(const SecretQuestion &question)
{
    const auto found = m_answers.secrets.constFind(question.key());
    if (found == m_answers.secrets.constEnd() || found->size() != 1) {
        leaveOpen(question);
        if (question.kind != SecretQuestion::Kind::Passphrase)
            m_ssh.request_stop();
        return {};
    }
    if (++m_used[question.key()] > mostUses(question)) {
        m_repeated = question;
        m_ssh.request_stop();
        return {};
    }
    m_last = question;
    return found->first();
}

/// The ssh of each hop opens its key for itself, and it may be the same one.
qsizetype OpenSshAnswering::mostUses(const SecretQuestion &question) const
{
    const auto opensIt = [&](const HopSettings &hop) {
        return question.kind == SecretQuestion::Kind::Passphrase && hop.identityFiles.contains(question.subject);
    };
    return std::max<qsizetype>(1, std::count_if(m_hops.begin(), m_hops.end(), opensIt));
}

void OpenSshAnswering::leaveOpen(const Question &question)
{
    if (std::holds_alternative<std::monostate>(m_open))
        m_open = question;
}

QString OpenSshAnswering::causeOf(const Question &question)
{
    return std::visit(
        Overloaded{
            [](std::monostate) { return QString(); },
            [](const HostKeyQuestion &key) {
                return tr("The host key of %1 is not known yet: %2 %3").arg(key.hop, key.keyType, key.fingerprint);
            },
            [](const SecretQuestion &secret) {
                return secret.kind == SecretQuestion::Kind::Passphrase
                           ? tr("The key file %1 is locked with a passphrase").arg(secret.subject)
                       : secret.kind == SecretQuestion::Kind::Password
                           ? tr("%1 asks for a password").arg(secret.hop)
                           : tr("%1 asks for something only you know").arg(secret.hop);
            }},
        question);
}

} // namespace gw
