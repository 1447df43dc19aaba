// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/remedy.h"

#include "backend/findings/nginx/nginxrule.h"
#include "backend/findings/nginx/nginxview.h"
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

const Rule *ruleOf(const Finding &finding)
{
    const auto rule = std::find_if(rules().cbegin(), rules().cend(), [&finding](const Rule &each) {
        return finding.rule.text() == QLatin1String(each.id);
    });
    return rule != rules().cend() ? &*rule : nullptr;
}

void addOnce(QList<Intent> &intents, const QList<Intent> &more)
{
    for (const Intent &intent : more) {
        if (!intents.contains(intent))
            intents.append(intent);
    }
}

QList<Intent> intentsOf(const NginxView &view, const QMap<RemotePath, QList<NginxEdit>> &edits)
{
    QList<Intent> intents;
    for (auto file = edits.cbegin(); file != edits.cend(); ++file) {
        const QByteArray seen = view.treeAt(file.key()).text();
        intents.append(EditNginxFile{file.key(), seen, nginxEdited(seen, *file)});
    }
    return intents;
}

} // namespace

struct Remedies::Nginx {
    Known<NginxView> view;
};

Remedies::Remedies(const Facts &facts) : m_facts(facts) {}
Remedies::~Remedies() = default;

QList<Intent> Remedies::of(const QList<Finding> &findings)
{
    QList<Intent> intents;
    QMap<RemotePath, QList<NginxEdit>> edits;
    for (const Finding &finding : findings) {
        const Rule *rule = ruleOf(finding);
        if (rule && rule->remedy)
            addOnce(intents, rule->remedy(m_facts, finding));
        if (!rule || !rule->nginx || !rule->nginx->fix)
            continue;
        if (!m_nginx)
            m_nginx = std::make_unique<Nginx>(Nginx{NginxView::of(m_facts)});
        for (const NginxEdit &edit : m_nginx->view ? rule->nginx->fix(*m_nginx->view, finding) : QList<NginxEdit>()) {
            if (QList<NginxEdit> &known = edits[finding.where.file]; !known.contains(edit))
                known.append(edit);
        }
    }
    return edits.isEmpty() ? intents : intents + intentsOf(*m_nginx->view, edits);
}

QList<Intent> remediesFor(const Facts &facts, const QList<Finding> &findings)
{
    return Remedies(facts).of(findings);
}

QList<Intent> hardeningOf(const Facts &facts)
{
    QList<Finding> findings = review(facts, {}, QDate::currentDate(), {.only = {QStringLiteral("sshd")}}).findings;
    findings.removeIf([](const Finding &finding) {
        return finding.severity == Severity::Info || leftToThePerson().contains(finding.rule.text());
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
