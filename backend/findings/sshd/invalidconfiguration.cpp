// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/sshdrules.h"

#include "backend/findings/sshd/sshdview.h"

#include <QCoreApplication>

namespace gw {
namespace {

QString reasonOf(const SshdProblem &problem)
{
    const QString subject = UntrustedText(problem.subject).shown();
    switch (problem.kind) {
    case SshdProblem::Kind::UnknownKeyword:
        return QCoreApplication::translate("sshd", "%1 is no keyword of sshd").arg(subject);
    case SshdProblem::Kind::BrokenLine:
        return QCoreApplication::translate("sshd", "The line of %1 is not complete").arg(subject);
    case SshdProblem::Kind::NotInMatch:
        return QCoreApplication::translate("sshd", "%1 is not allowed in a Match block").arg(subject);
    case SshdProblem::Kind::BadMatch:
        return QCoreApplication::translate("sshd", "“Match %1” is no condition").arg(subject);
    case SshdProblem::Kind::BadValue:
        return QCoreApplication::translate("sshd", "%1 does not take this value").arg(subject);
    case SshdProblem::Kind::IncludeTooDeep:
        return QCoreApplication::translate("sshd", "Include goes round in circles (%1)").arg(subject);
    case SshdProblem::Kind::IncludeMissing: break;
    }
    return {};
}

QString explanation()
{
    return QCoreApplication::translate(
        "sshd",
        "The running sshd still has its old configuration; after a restart or a reboot it would not start, and nobody "
        "gets in any more. Mend the line and try “sshd -t” before you restart it.");
}

/// "/etc/ssh/sshd_config line 12: …" or "/etc/ssh/sshd_config: line 12: …"
SourceRange placeIn(const QString &message, const RemotePath &mainFile)
{
    static const QRegularExpression pattern(QStringLiteral(R"((/\S+?):? line (\d{1,7}):)"));
    const QRegularExpressionMatch match = pattern.match(message);
    if (!match.hasMatch())
        return {mainFile, 0, 0, 0, 0};
    return lineOf(RemotePath(match.captured(1)), match.captured(2).toInt());
}

Finding refusedBySshd(const SshdView &sshd)
{
    const UntrustedText &said = sshd.sshd().testResult;
    Finding finding;
    finding.severity = Severity::High;
    finding.where = placeIn(said.raw(), sshd.sshd().mainFile);
    finding.title = QCoreApplication::translate("sshd", "sshd refuses its configuration");
    finding.explanation = explanation();
    finding.effective = said;
    finding.proof = {{QStringLiteral("sshd -t"), said}};
    return finding;
}

QList<Finding> refusedByReading(const SshdView &sshd)
{
    QList<Finding> findings;
    for (const SshdProblem &problem : sshd.config().problems()) {
        const QString reason = reasonOf(problem);
        if (reason.isEmpty())
            continue;
        Finding finding;
        finding.severity = Severity::High;
        finding.where = lineOf(problem.origin.file, problem.origin.line);
        finding.where.column = problem.origin.column;
        finding.title = reason;
        finding.explanation = explanation();
        findings.append(finding);
    }
    return findings;
}

/// `sshd -t` needs root, for it reads the host keys. Without it the files are read as sshd would.
RuleOutcome check(const Facts &facts)
{
    return withSshd(facts, [](const SshdView &sshd) -> RuleOutcome {
        const bool wasTested = sshd.facts().access.isRoot && !sshd.facts().fromFolder &&
                               (sshd.sshd().testPassed || !sshd.sshd().testResult.isEmpty());
        if (wasTested)
            return sshd.sshd().testPassed ? QList<Finding>{} : QList<Finding>{refusedBySshd(sshd)};
        const QList<Finding> findings = refusedByReading(sshd);
        if (findings.isEmpty() && !sshd.facts().fromFolder)
            return notChecked(Gap{Gap::Reason::NeedsRoot, {}});
        return findings;
    });
}

} // namespace

const Rule sshd::invalidConfiguration{
    "sshd.invalid-configuration",
    QT_TRANSLATE_NOOP("rules", "sshd accepts its configuration"),
    "sshd(8), option -t",
    check,
};

} // namespace gw
