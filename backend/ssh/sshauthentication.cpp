// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/ssh/sshauthentication.h"

#include "backend/ssh/hostkeycheck.h"
#include "backend/ssh/keytrouble.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>
#include <algorithm>
#include <unistd.h>

namespace gw {
namespace {

constexpr int mostOffers = 5;  // sshd's MaxAuthTries is 6; one is left for a password
constexpr int mostRounds = 16; // of prompts, and of methods after a partial success
constexpr int mostPrompts = 16;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SshAuthentication)
};

QString agentSocket(const HopSettings &hop)
{
    const QString &agent = hop.identityAgent;
    if (agent == u"none")
        return {};
    if (agent.isEmpty() || agent == u"SSH_AUTH_SOCK")
        return qEnvironmentVariable("SSH_AUTH_SOCK");
    if (agent.startsWith(u'$'))
        return qEnvironmentVariable(agent.mid(1).remove(u'{').remove(u'}').toLatin1().constData());
    return expandedPath(agent);
}

/// libssh ends its list at the first key it does not understand.
bool isUsable(const AgentKey &key)
{
    const auto type = WireReader(key.blob).string();
    if (!type || *type == "ssh-dss")
        return false;
    return ssh_key_type_from_name(type->toByteArray().constData()) != SSH_KEYTYPE_UNKNOWN;
}

} // namespace

SshAuthentication::SshAuthentication(SshChain &chain, SshSession &session, const HopSettings &hop,
                                     const Answers &answers, Clock::time_point deadline, std::stop_token stop)
    : m_chain(chain), m_session(session), m_hop(hop), m_answers(answers), m_deadline(deadline), m_stop(std::move(stop))
{
}

Result<QString> SshAuthentication::run()
{
    Outcome outcome =
        GW_TRY(outcomeOf([this] { return ssh_userauth_none(m_session.handle(), nullptr); }, QStringLiteral("none")));
    m_refused.clear(); // "none" only asks for the list of methods
    for (int rounds = 0; outcome != Outcome::Accepted; ++rounds) {
        const qsizetype before = m_used.size();
        outcome = GW_TRY(round());
        // After a partial success the server wants another method; a success that brings nothing new ends it.
        if (outcome == Outcome::Refused || m_used.size() == before || rounds == mostRounds)
            break;
    }
    if (outcome != Outcome::Accepted)
        return refusal();
    m_session.setAuthenticated();
    return m_used.join(QStringLiteral(" + "));
}

Result<SshAuthentication::Outcome> SshAuthentication::round()
{
    for (const QString &method : methods()) {
        const Outcome outcome = GW_TRY(method == u"publickey"              ? tryKeys()
                                       : method == u"keyboard-interactive" ? tryInteractive()
                                                                           : tryPassword());
        if (outcome != Outcome::Refused)
            return outcome;
    }
    return Outcome::Refused;
}

QStringList SshAuthentication::methods() const
{
    const int offered = ssh_userauth_list(m_session.handle(), nullptr);
    const QStringList known{QStringLiteral("publickey"), QStringLiteral("keyboard-interactive"),
                            QStringLiteral("password")};
    const QStringList &wanted = m_hop.preferredAuthentications.isEmpty() ? known : m_hop.preferredAuthentications;
    QStringList out;
    for (const QString &method : wanted) {
        const int flag = method == u"publickey"              ? SSH_AUTH_METHOD_PUBLICKEY
                         : method == u"keyboard-interactive" ? SSH_AUTH_METHOD_INTERACTIVE
                         : method == u"password"             ? SSH_AUTH_METHOD_PASSWORD
                                                             : 0;
        if ((offered & flag) != 0)
            out.append(method);
    }
    return out;
}

Result<int> SshAuthentication::call(const std::function<int()> &request)
{
    int result = SSH_AUTH_AGAIN;
    const auto step = [&] {
        result = request();
        return result != SSH_AUTH_AGAIN || !m_session.isAlive(); // a broken session would be asked again for ever
    };
    if (auto failure = m_chain.patiently(step, m_deadline, m_stop)) {
        if (failure->error.kind == Error::Kind::TimedOut && !failure->isSilent)
            failure->error.cause = Text::tr("The server did not answer the login in time");
        return std::move(failure->error);
    }
    if (result == SSH_AUTH_ERROR || result == SSH_AUTH_AGAIN) {
        if (hungUp())
            return refusalByHangingUp();
        if (auto error = m_chain.failure())
            return std::move(*error);
    }
    return result;
}

Result<SshAuthentication::Outcome> SshAuthentication::outcomeOf(const std::function<int()> &request, const QString &how)
{
    switch (GW_TRY(call(request))) {
    case SSH_AUTH_SUCCESS: m_used.append(how); return Outcome::Accepted;
    case SSH_AUTH_PARTIAL: m_used.append(how); return Outcome::Partial;
    default: m_refused.append(how); return Outcome::Refused;
    }
}

Result<SshAuthentication::Outcome> SshAuthentication::tryKeys()
{
    const QList<Identity> identities = identitiesOf(m_hop);
    m_notes = missingKeys(m_hop); // the first word about keys: a second round tells it anew
    for (const QString &file : m_hop.identityFiles)
        m_needsOpenSsh = m_needsOpenSsh || file.startsWith(u"pkcs11:");
    Outcome outcome = GW_TRY(tryAgent(identities));
    for (const Identity &identity : identities) {
        if (outcome != Outcome::Refused || m_offers >= mostOffers)
            break;
        const auto isThisOne = [&](const QByteArray &blob) { return isSameKey(blob, identity.publicBlob); };
        if (std::none_of(m_offeredKeys.begin(), m_offeredKeys.end(), isThisOne))
            outcome = GW_TRY(tryIdentity(identity));
    }
    return outcome;
}

/// Keys of the configuration first, as ssh does; room is left for key files that are not in the agent.
QList<AgentKey> SshAuthentication::chosenFrom(const QList<AgentKey> &held, const QList<Identity> &identities) const
{
    const auto isConfigured = [&](const AgentKey &key) {
        return std::any_of(identities.begin(), identities.end(),
                           [&](const Identity &identity) { return isSameKey(key.blob, identity.publicBlob); });
    };
    QList<AgentKey> first, others;
    for (const AgentKey &key : held)
        if (isUsable(key) && !m_offeredKeys.contains(key.blob))
            (isConfigured(key) ? first : others).append(key);
    const auto filesOutside = std::count_if(identities.begin(), identities.end(), [&](const Identity &identity) {
        return std::none_of(held.begin(), held.end(),
                            [&](const AgentKey &key) { return isSameKey(key.blob, identity.publicBlob); });
    });
    const qsizetype room = std::max<qsizetype>(0, mostOffers - m_offers);
    const qsizetype othersRoom = std::max<qsizetype>(0, room - first.size() - std::min<qsizetype>(filesOutside, 2));
    if (!m_hop.identitiesOnly)
        first += others.first(std::min(others.size(), othersRoom));
    return first.first(std::min(first.size(), room));
}

Result<SshAuthentication::Outcome> SshAuthentication::tryAgent(const QList<Identity> &identities)
{
    const QString path = agentSocket(m_hop);
    if (path.isEmpty())
        return Outcome::Refused;
    auto agent = AgentClient::open(path, m_deadline, m_stop);
    const auto held = agent ? agent->keys() : Result<QList<AgentKey>>(agent.error());
    if (!held) { // other ways may still work
        m_notes.append(held.error().text());
        return Outcome::Refused;
    }
    const QList<AgentKey> chosen = chosenFrom(*held, identities);
    if (chosen.isEmpty())
        return Outcome::Refused;
    for (const AgentKey &key : chosen)
        m_offeredKeys.append(key.blob);
    m_offers += int(chosen.size());

    AgentRelay relay(std::move(*agent), chosen);
    const int libsshEnd = relay.takeLibsshEnd();
    ssh_set_agent_socket(m_session.handle(), libsshEnd);
    const auto result = call([this] { return ssh_userauth_agent(m_session.handle(), nullptr); });
    ::close(libsshEnd); // or every live session would keep it
    ssh_set_agent_socket(m_session.handle(), SSH_INVALID_SOCKET);
    const int code = GW_TRY(result);
    if (code == SSH_AUTH_SUCCESS || code == SSH_AUTH_PARTIAL) {
        m_used.append(QStringLiteral("agent %1").arg(UntrustedText(relay.signedBy()).shown(80)));
        return code == SSH_AUTH_SUCCESS ? Outcome::Accepted : Outcome::Partial;
    }
    if (m_stop.stop_requested())
        return Error{Error::Kind::Cancelled, {}, Text::tr("Stopped"), {}, {}};
    for (const AgentKey &key : chosen) {
        const QString name = QStringLiteral("agent %1").arg(UntrustedText(key.comment).shown(80));
        m_refused.append(name);
        m_keysNotTaken.append(name);
    }
    return Outcome::Refused;
}

Result<SshAuthentication::Outcome> SshAuthentication::tryIdentity(const Identity &identity)
{
    if (identity.isSecurityKey()) {
        m_needsOpenSsh = true;
        m_notes.append(Text::tr("%1 is a security key that is not in the agent").arg(identity.path));
        return Outcome::Refused;
    }
    if (!QFileInfo::exists(identity.path))
        return Outcome::Refused; // only its public part is here: for the agent
    if (const QString trouble = keyTroubleForLibssh(identity.path); !trouble.isEmpty()) {
        m_notes.append(trouble);
        return Outcome::Refused;
    }
    const LoadedKey loaded = loadPrivateKey(identity.path);
    if (loaded.key)
        return offer(identity, loaded.key.get());
    if (loaded.isLocked)
        return tryLocked(identity);
    m_notes.append(Text::tr("%1 could not be read as a private key").arg(shownKeyFile(identity.path)));
    return Outcome::Refused;
}

/// Asks the server first whether it would take the key: no passphrase is asked for in vain.
Result<SshAuthentication::Outcome> SshAuthentication::tryLocked(const Identity &identity)
{
    bool isWanted = identity.publicBlob.isEmpty(); // unknown: an old PEM file without its .pub
    QStringList candidates = identity.certificateFiles;
    if (!identity.publicBlob.isEmpty())
        candidates.append(identity.path);
    for (const QString &candidate : candidates) {
        if (isWanted || m_offers >= mostOffers)
            break;
        const SshKey key = candidate == identity.path ? loadPublicKey(identity) : loadCertificate(candidate);
        if (!key)
            continue;
        ++m_offers;
        const int code =
            GW_TRY(call([&] { return ssh_userauth_try_publickey(m_session.handle(), nullptr, key.get()); }));
        isWanted = code == SSH_AUTH_SUCCESS;
    }
    if (!isWanted) {
        m_refused.append(QStringLiteral("publickey %1").arg(QFileInfo(identity.path).fileName()));
        m_keysNotTaken.append(shownKeyFile(identity.path));
        return Outcome::Refused;
    }
    SecretQuestion question;
    question.kind = SecretQuestion::Kind::Passphrase;
    question.hop = m_hop.label();
    question.subject = identity.path;
    question.prompts = {{UntrustedText(Text::tr("Passphrase")), false}};
    const auto given = answerTo(question);
    if (!given) {
        ask(question, Text::tr("The key file %1 is locked with a passphrase").arg(identity.path));
        return Outcome::Refused;
    }
    const SshKey key = loadPrivateKey(identity.path, given->first().cString());
    if (!key) {
        ask(question, Text::tr("This passphrase does not open the key file %1").arg(identity.path));
        return Outcome::Refused;
    }
    m_offers = std::min(m_offers, mostOffers - 1); // the server said yes to it: its signature is no new guess
    return offer(identity, key.get());
}

Result<SshAuthentication::Outcome> SshAuthentication::offer(const Identity &identity, ssh_key privateKey)
{
    const auto attempt = [&](ssh_key key, const QString &file) -> Result<Outcome> {
        ++m_offers;
        const Outcome outcome =
            GW_TRY(outcomeOf([&] { return ssh_userauth_publickey(m_session.handle(), nullptr, key); },
                             QStringLiteral("publickey %1").arg(QFileInfo(file).fileName())));
        if (outcome == Outcome::Refused)
            m_keysNotTaken.append(shownKeyFile(file));
        return outcome;
    };
    for (const QString &file : identity.certificateFiles) {
        const SshKey certificate = loadCertificate(file);
        const SshKey key = certificate ? certified(privateKey, certificate.get()) : nullptr;
        if (!key || m_offers >= mostOffers)
            continue;
        const Outcome outcome = GW_TRY(attempt(key.get(), file));
        if (outcome != Outcome::Refused)
            return outcome;
    }
    if (m_offers >= mostOffers)
        return Outcome::Refused;
    m_offeredKeys.append(blobOf(privateKey));
    return attempt(privateKey, identity.path);
}

SecretQuestion SshAuthentication::interactiveQuestion() const
{
    const ssh_session session = m_session.handle();
    const auto text = [](const char *bytes) { return UntrustedText::fromBytes(QByteArrayView(bytes ? bytes : "")); };
    SecretQuestion question;
    question.kind = SecretQuestion::Kind::KeyboardInteractive;
    question.hop = m_hop.label();
    question.subject = text(ssh_userauth_kbdint_getname(session)).shown(120);
    question.instruction = text(ssh_userauth_kbdint_getinstruction(session));
    const int count = std::min(ssh_userauth_kbdint_getnprompts(session), mostPrompts);
    for (int i = 0; i < count; ++i) {
        char echo = 0;
        const char *prompt = ssh_userauth_kbdint_getprompt(session, unsigned(i), &echo);
        question.prompts.append({text(prompt), echo != 0});
    }
    return question;
}

Result<SshAuthentication::Outcome> SshAuthentication::tryInteractive()
{
    const ssh_session session = m_session.handle();
    const auto request = [session] { return ssh_userauth_kbdint(session, nullptr, nullptr); };
    const QString how = QStringLiteral("keyboard-interactive");
    QSet<QString> answered;
    SecretQuestion last;
    int code = GW_TRY(call(request));
    for (int rounds = 0; code == SSH_AUTH_INFO && rounds < mostRounds; ++rounds) {
        const SecretQuestion question = interactiveQuestion();
        if (question.prompts.size() < ssh_userauth_kbdint_getnprompts(session))
            return Error{Error::Kind::Protocol, {}, Text::tr("The server asks for too many things at once"), {}, {}};
        if (!question.prompts.isEmpty()) {
            if (answered.contains(question.key())) // the same again: what was given did not please
                break;
            const auto given = answerTo(question);
            if (!given) {
                ask(question, Text::tr("%1 asks for something only you know").arg(m_hop.label()));
                return Outcome::Refused;
            }
            for (qsizetype i = 0; i < given->size(); ++i)
                ssh_userauth_kbdint_setanswer(session, unsigned(i), given->at(i).cString());
            answered.insert(question.key());
            m_given = last = question;
        }
        code = GW_TRY(call(request));
    }
    if (code == SSH_AUTH_SUCCESS || code == SSH_AUTH_PARTIAL) {
        m_used.append(how);
        return code == SSH_AUTH_SUCCESS ? Outcome::Accepted : Outcome::Partial;
    }
    if (!answered.isEmpty()) {
        m_refused.append(how);
        m_refusedAnswer = last;
    }
    return Outcome::Refused;
}

Result<SshAuthentication::Outcome> SshAuthentication::tryPassword()
{
    SecretQuestion question;
    question.kind = SecretQuestion::Kind::Password;
    question.hop = m_hop.label();
    question.prompts = {{UntrustedText(Text::tr("Password")), false}};
    const auto given = answerTo(question);
    if (!given) {
        ask(question, Text::tr("%1 asks for a password").arg(m_hop.label()));
        return Outcome::Refused;
    }
    m_given = question;
    const Outcome outcome =
        GW_TRY(outcomeOf([&] { return ssh_userauth_password(m_session.handle(), nullptr, given->first().cString()); },
                         QStringLiteral("password")));
    if (outcome == Outcome::Refused)
        m_refusedAnswer = question;
    return outcome;
}

std::optional<QList<Secret>> SshAuthentication::answerTo(const SecretQuestion &question)
{
    const auto found = m_answers.secrets.constFind(question.key());
    if (found == m_answers.secrets.constEnd() || found->size() != question.prompts.size())
        return {};
    return *found;
}

void SshAuthentication::ask(const SecretQuestion &question, const QString &cause)
{
    if (!m_question)
        m_question = Error{Error::Kind::NeedsAnswer, {}, cause, {}, question};
}

/// MaxAuthTries of sshd_config(5): the connection ends in place of the last refusal.
bool SshAuthentication::hungUp() const
{
    return !m_session.isAlive() && m_session.lastError().contains(u"oo many authentication failures");
}

Error SshAuthentication::refusalByHangingUp()
{
    m_refusedAnswer = m_given;
    if (m_refusedAnswer)
        return refusal();
    return Error{Error::Kind::Refused,
                 {},
                 Text::tr("The server did not let %1 in: too many authentication failures").arg(m_hop.label()),
                 Text::tr("Choose a key file for this server, so that fewer keys are offered"),
                 {}};
}

/// What became of the keys is told with it: whoever expects a key to do it would not know why a password is asked for.
Error SshAuthentication::openQuestion() const
{
    Error error = *m_question;
    auto *question = std::get_if<SecretQuestion>(&error.question);
    QStringList troubles = m_notes;
    for (const QString &key : m_keysNotTaken)
        troubles.append(notTaken(key));
    if (question->kind == SecretQuestion::Kind::Passphrase || troubles.isEmpty() || !m_used.isEmpty())
        return error;
    question->remark = keyRemark(troubles);
    error.cause = Text::tr("%1. %2").arg(error.cause, question->remark);
    return error;
}

Error SshAuthentication::refusal() const
{
    Error error;
    error.kind = Error::Kind::Refused;
    if (m_refusedAnswer) {
        error.cause = m_refusedAnswer->kind == SecretQuestion::Kind::Password
                          ? Text::tr("The password for %1 was not accepted").arg(m_hop.label())
                          : Text::tr("The answers for %1 were not accepted").arg(m_hop.label());
        error.advice = Text::tr("Try again with the right one; nothing is tried a second time by itself, so that no "
                                "account gets locked");
        error.question = *m_refusedAnswer;
        return error;
    }
    if (m_question)
        return openQuestion();
    if (m_needsOpenSsh) {
        error.kind = Error::Kind::Unsupported;
        error.cause = m_notes.isEmpty() ? Text::tr("Only OpenSSH can use the key that is set for this server")
                                        : m_notes.join(QStringLiteral("; "));
        error.advice = Text::tr("Add the key to the agent (ssh-add), or connect by OpenSSH");
        return error;
    }
    const QString tried =
        m_refused.isEmpty() ? Text::tr("there was nothing to offer") : m_refused.join(QStringLiteral(", "));
    const QString accepted = methods().join(QStringLiteral(", "));
    error.cause = m_used.isEmpty() ? Text::tr("The server did not let %1 in. Offered: %2").arg(m_hop.label(), tried)
                                   : Text::tr("The server accepted %3 for %1 but wants more. Offered then: %2")
                                         .arg(m_hop.label(), tried, m_used.join(QStringLiteral(", ")));
    error.advice =
        accepted.isEmpty()
            ? Text::tr("The server accepts no way of logging in that can be used here")
            : Text::tr("The server accepts: %1. Add your key to the agent, or choose a key file for this server")
                  .arg(accepted);
    if (!m_notes.isEmpty())
        error.advice = Text::tr("%1. Note: %2").arg(error.advice, m_notes.join(QStringLiteral("; ")));
    return error;
}

} // namespace gw
