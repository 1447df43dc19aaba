// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

Finding findingAt(const SourceRange &where, const QString &subject, const QString &line, const Evidence &proof)
{
    Finding finding;
    finding.severity = Severity::Low;
    finding.where = where;
    finding.subject = subject;
    finding.title = QCoreApplication::translate("rules", "The web server is reloaded after every attempt to renew");
    finding.explanation = QCoreApplication::translate(
        "rules",
        "A post-hook runs after each attempt, failed ones too, and when one of several certificates was due. A "
        "deploy-hook runs only when a new certificate is there, once for each: write --deploy-hook instead.");
    finding.effective = UntrustedText(line.trimmed());
    finding.proof = {proof};
    return finding;
}

/// The line of cron, or the command that a timer's service starts.
Evidence proofOf(const Facts &facts, const ScheduledJob &job)
{
    if (job.kind == ScheduledJob::Kind::Cron)
        return lineOfFile(facts.services.scheduleFiles, lineOf(job.file, job.line), job.command);
    return {u"systemctl show \"$(systemctl show -p Unit --value %1)\" -p ExecStart --value | "
            "sed 's/.*argv\\[\\]=//; s/ ; ignore_errors=.*//'"_s.arg(job.name.shown()),
            job.command};
}

template <typename T>
std::optional<Gap> gapOf(const Known<T> &known)
{
    return known ? std::nullopt : std::optional(known.gap());
}

bool reloads(const QString &line)
{
    return line.contains(u"reload"_s) || line.contains(u"restart"_s);
}

/// The renewals of Certbot and the lines of cron: one of the two may be hidden.
std::optional<NotChecked> whyNotEverywhere(const Facts &facts)
{
    for (const UnreadFile::Topic topic : {UnreadFile::Topic::Schedule, UnreadFile::Topic::Certificates}) {
        if (const UnreadFile *unread = firstUnread(facts, topic))
            return notChecked(*unread);
    }
    for (const std::optional<Gap> &gap : {gapOf(facts.services.schedule), gapOf(facts.certificates.lineages)}) {
        if (gap && gap->reason != Gap::Reason::NotInstalled)
            return notChecked(*gap);
    }
    return std::nullopt;
}

bool hasNothingToRenew(const Facts &facts)
{
    const auto renews = [](const ScheduledJob &job) { return job.renewsCertificates; };
    const bool anyJob = facts.services.schedule &&
                        std::any_of(facts.services.schedule->cbegin(), facts.services.schedule->cend(), renews);
    return !anyJob && (!facts.certificates.lineages || facts.certificates.lineages->isEmpty());
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.services.schedule && !facts.certificates.lineages)
        return withoutFacts(facts.certificates.lineages.gap());
    const std::optional<NotChecked> rest = whyNotEverywhere(facts);
    if (!rest && hasNothingToRenew(facts))
        return NotApplicable{QCoreApplication::translate("rules", "Certbot manages no certificate")};
    QList<Finding> findings;
    if (facts.services.schedule) {
        for (const ScheduledJob &job : *facts.services.schedule) {
            const QString command = job.command.raw();
            if (job.renewsCertificates && command.contains(u"--post-hook"_s) && reloads(command))
                findings += findingAt(lineOf(job.file, job.line), job.name.shown(), command, proofOf(facts, job));
        }
    }
    static const QRegularExpression postHook(u"^\\s*post_hook\\s*=.*(reload|restart)"_s);
    if (facts.certificates.lineages) {
        for (const Lineage &lineage : *facts.certificates.lineages) {
            if (const int line = firstLine(lineage.renewal.content, postHook))
                findings += findingAt(lineOf(lineage.renewal.path, line), lineage.name.shown(),
                                      QString::fromUtf8(lineage.renewal.content.split('\n').value(line - 1)),
                                      linesOfFile(lineage.renewal, line, line));
        }
    }
    return withRest(findings, rest);
}

} // namespace

const Rule certificates::postHook{
    "certificates.post-hook",
    QT_TRANSLATE_NOOP("rules", "The web server is reloaded when a certificate was really renewed"),
    "eff-certbot.readthedocs.io, Renewal hooks",
    check,
};

} // namespace gw
