// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/remedy.h"

#include "backend/findings/review.h"
#include "backend/findings/sshd/sshdview.h"
#include "backend/plan/intents/sshentry.h"

#include <algorithm>

namespace gw {
namespace {

/// Ports are forwarded by everybody who works on a server of models; keys belong to people.
const QStringList &leftToThePerson()
{
    static const QStringList rules{QStringLiteral("sshd.tcp-forwarding"), QStringLiteral("sshd.weak-authorized-key"),
                                   QStringLiteral("sshd.authorized-keys-file")};
    return rules;
}

/// What leaves keys as the only way in.
const QStringList &leavesKeysOnly()
{
    static const QStringList keywords{QStringLiteral("PasswordAuthentication"),
                                      QStringLiteral("KbdInteractiveAuthentication"), QStringLiteral("PermitRootLogin"),
                                      QStringLiteral("RequiredRSASize")};
    return keywords;
}

/// Whether sshd takes a key of whoever is logged in; what is not known does not speak against it.
bool weHaveAKey(const Facts &facts)
{
    const UserAccount *us = accountNamed(facts, facts.access.user.raw());
    if (!us || !facts.sshd)
        return true;
    const SshdView sshd(facts, *facts.sshd);
    const SshEntry entry = entryOf(sshd.config(), *us, us->keys, facts.access.clientAddress.raw().toUtf8());
    return entry.byKey != SshEntry::Verdict::Shut;
}

} // namespace

QList<Intent> remedyFor(const Facts &facts, const Finding &finding)
{
    const auto rule = std::find_if(rules().cbegin(), rules().cend(), [&finding](const Rule &each) {
        return finding.rule.text() == QLatin1String(each.id);
    });
    return rule != rules().cend() && rule->remedy ? rule->remedy(facts, finding) : QList<Intent>();
}

QList<Intent> remediesFor(const Facts &facts, const QList<Finding> &findings)
{
    QList<Intent> intents;
    for (const Finding &finding : findings) {
        for (const Intent &intent : remedyFor(facts, finding)) {
            if (!intents.contains(intent))
                intents.append(intent);
        }
    }
    return intents;
}

QList<Intent> hardeningOf(const Facts &facts)
{
    QList<Finding> findings = review(facts).findings;
    findings.removeIf([](const Finding &finding) {
        return finding.rule.topic() != QLatin1String("sshd") || finding.severity == Severity::Info ||
               leftToThePerson().contains(finding.rule.text());
    });
    QList<Intent> intents = remediesFor(facts, findings);
    if (!weHaveAKey(facts)) {
        intents.removeIf([](const Intent &intent) {
            const auto *setting = std::get_if<SetSshd>(&intent);
            return setting && leavesKeysOnly().contains(setting->keyword);
        });
    }
    return intents;
}

} // namespace gw
