// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// `ALL ALL=(ALL) NOPASSWD: ALL`, `%sudo …`, `ops …`; doas: `permit nopass …`.
std::optional<Severity> severityOf(const QString &rule)
{
    static const QRegularExpression everything(u"NOPASSWD:\\s*(?:\\w+:\\s*)*ALL\\s*$"_s);
    const QString text = rule.trimmed();
    if (text.startsWith(u"permit"_s)) {
        if (!text.contains(u"nopass"_s) || text.contains(u" cmd "_s))
            return std::nullopt;
        return text.contains(u':') ? Severity::Low : Severity::Info;
    }
    if (!everything.match(text).hasMatch())
        return std::nullopt;
    const QString who = text.section(QRegularExpression(u"\\s"_s), 0, 0);
    if (who == u"root"_s)
        return std::nullopt;
    if (who == u"ALL"_s)
        return Severity::High;
    return who.startsWith(u'%') ? Severity::Low : Severity::Info;
}

/// A rule goes on where its line ends in a backslash.
Evidence proofOf(const Facts &facts, const SudoRule &rule)
{
    for (const FileFact &file : facts.sudoFiles) {
        if (file.path != rule.file)
            continue;
        const QByteArrayList lines = file.content.split('\n');
        int last = rule.line;
        while (lines.value(last - 1).endsWith('\\'))
            ++last;
        return linesOfFile(file, rule.line, last);
    }
    return lineOfFile({}, lineOf(rule.file, rule.line), rule.text);
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.sudoRules)
        return withoutFacts(facts.sudoRules.gap());
    QList<Finding> findings;
    for (const SudoRule &rule : *facts.sudoRules) {
        const std::optional<Severity> severity = severityOf(rule.text.raw());
        if (!severity)
            continue;
        const QString who =
            UntrustedText(rule.text.raw().trimmed().section(QRegularExpression(u"\\s"_s), 0, 0)).shown(60);
        Finding finding;
        finding.severity = *severity;
        finding.where = lineOf(rule.file, rule.line);
        finding.subject = who;
        finding.title = *severity == Severity::High
                            ? QCoreApplication::translate("rules", "Everybody may become root without a password")
                            : QCoreApplication::translate("rules", "%1 may become root without a password").arg(who);
        finding.explanation = QCoreApplication::translate(
            "rules",
            "Whoever takes over such an account, by a stolen key or a hole in a program that it runs, is root at "
            "once. Name the commands that it needs without a password, or let sudo ask.");
        finding.effective = rule.text;
        finding.proof = {proofOf(facts, rule)};
        findings.append(finding);
    }
    return findings;
}

} // namespace

const Rule users::sudoWithoutPassword{
    "users.sudo-without-password",
    QT_TRANSLATE_NOOP("rules", "Becoming root needs a password"),
    "CIS Debian 12 5.2.4; sudoers(5), NOPASSWD",
    check,
};

} // namespace gw
