// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/sshd/authorizedkeys.h"

#include <QCoreApplication>

namespace gw {
namespace {

/// sshkey_type() in OpenSSH's sshkey.c.
QString keygenType(const QString &type)
{
    if (type.contains(QLatin1String("-cert-v01@")))
        return keygenType(type.section(QLatin1String("-cert-v01@"), 0, 0)) + QStringLiteral("-CERT");
    if (type.startsWith(QLatin1String("sk-")))
        return keygenType(type.mid(3).section(QLatin1Char('@'), 0, 0)) + QStringLiteral("-SK");
    if (type.startsWith(QLatin1String("ecdsa-")))
        return QStringLiteral("ECDSA");
    const QString name = type.section(QLatin1Char('-'), 1).toUpper();
    return name == QLatin1String("DSS") ? QStringLiteral("DSA") : name;
}

/// "1024 SHA256:… old-laptop (RSA)"
UntrustedText keygenLine(const AuthorizedKey &key)
{
    const QString comment = key.comment.isEmpty() ? QStringLiteral("no comment") : key.comment.raw();
    return UntrustedText(
        QStringLiteral("%1 %2 %3 (%4)")
            .arg(QString::number(key.bits), key.fingerprint.raw(), comment, keygenType(key.type.raw())));
}

} // namespace

RuleOutcome
withAuthorizedKeys(const Facts &facts,
                   const std::function<std::optional<Finding>(const UserAccount &, const AuthorizedKey &)> &judge)
{
    if (!facts.users)
        return withoutFacts(facts.users.gap());
    if (!sshdRuns(facts))
        return sshdDoesNotRun();
    if (facts.users->isEmpty())
        return NotApplicable{QCoreApplication::translate("rules", "no account has a shell")};
    QList<Finding> findings;
    std::optional<Gap> gap;
    for (const UserAccount &user : *facts.users) {
        if (!user.keys) {
            if (user.keys.gap().reason != Gap::Reason::NotInstalled)
                gap = user.keys.gap();
            continue;
        }
        for (const AuthorizedKey &key : *user.keys) {
            if (auto finding = judge(user, key))
                findings.append(*finding);
        }
    }
    return withRest(findings, gap ? std::optional(notChecked(*gap)) : std::nullopt);
}

Finding findingAboutKey(const UserAccount &user, const AuthorizedKey &key, Severity severity)
{
    Finding finding;
    finding.severity = severity;
    finding.where = lineOf(key.file, key.line);
    finding.subject = QStringLiteral("%1 %2").arg(user.name.shown(), key.fingerprint.shown());
    const QString what = QStringLiteral("%1 %2 %3").arg(shownKind(key), key.fingerprint.raw(), key.comment.raw());
    finding.effective = UntrustedText(what.trimmed());
    finding.proof = {{QStringLiteral("ssh-keygen -lf %1 | grep -F %2").arg(key.file.shown(), key.fingerprint.shown()),
                      keygenLine(key)}};
    return finding;
}

QString shownKind(const AuthorizedKey &key)
{
    return key.bits > 0 ? QStringLiteral("%1 %2").arg(key.type.shown()).arg(key.bits) : key.type.shown();
}

} // namespace gw
