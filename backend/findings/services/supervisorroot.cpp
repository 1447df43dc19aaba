// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"

#include <QCoreApplication>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

Finding findingFor(const SupervisorProgram &program)
{
    const QString name = program.name.shown();
    Finding finding;
    finding.severity = Severity::High;
    finding.where = lineOf(program.file, program.line);
    finding.subject = name;
    finding.title = QCoreApplication::translate("rules", "Supervisor runs %1 as root").arg(name);
    finding.explanation = QCoreApplication::translate(
        "rules", "The program has no user of its own, so supervisord starts it as root: a hole in it, or in one of its "
                 "libraries, gives away the whole server. Make a user for it and write user=NAME into its section.");
    finding.effective = UntrustedText(program.user.isEmpty() ? u"user is not set: root"_s : u"user=root"_s);
    const QString section =
        program.user.isEmpty() ? u"[program:%1]\ncommand=%2"_s : u"[program:%1]\ncommand=%2\nuser=root"_s;
    finding.proof = {{u"sed -n %1,+8p %2"_s.arg(QString::number(qMax(1, program.line)), program.file.shown()),
                      UntrustedText(section.arg(program.name.raw(), program.command.raw()))}};
    return finding;
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.services.supervisor)
        return withoutFacts(facts.services.supervisor.gap());
    QList<Finding> findings;
    for (const SupervisorProgram &program : *facts.services.supervisor) {
        if (program.user.isEmpty() || program.user == u"root" || program.user == u"0")
            findings.append(findingFor(program));
    }
    return unlessUnread(facts, UnreadFile::Topic::Supervisor, findings);
}

} // namespace

const Rule services::supervisorRoot{
    "services.supervisor-root",
    QT_TRANSLATE_NOOP("rules", "Programs of supervisor run as a user of their own"),
    "supervisord.org, [program:x] user; CWE-250",
    check,
};

} // namespace gw
