// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/rules.h"
#include "backend/findings/services/confining.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// The section without what the survey leaves out of it: environment may hold secrets.
Evidence proofOf(const QList<FileFact> &files, const SupervisorProgram &program)
{
    static const QRegularExpression asked(u"^(\\[|(command|user)\\s*=)"_s);
    for (const FileFact &file : files) {
        const QStringList lines = QString::fromUtf8(file.content).split(u'\n');
        if (file.path != program.file || program.line < 1 || program.line > lines.size())
            continue;
        int last = program.line;
        while (last < lines.size() && !lines[last].startsWith(u'['))
            ++last;
        return {u"sed -n %1,%2p %3 | grep -E '^(\\[|(command|user)[[:space:]]*=)'"_s.arg(
                    QString::number(program.line), QString::number(last), program.file.shown()),
                UntrustedText(lines.mid(program.line - 1, last - program.line + 1).filter(asked).join(u'\n'))};
    }
    return lineOfFile({}, lineOf(program.file, program.line), UntrustedText(u"[program:%1]"_s.arg(program.name.raw())));
}

Finding findingFor(const QList<FileFact> &files, const SupervisorProgram &program)
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
    finding.proof = {proofOf(files, program)};
    return finding;
}

RuleOutcome check(const Facts &facts)
{
    if (!facts.services.supervisor)
        return withoutFacts(facts.services.supervisor.gap());
    QList<Finding> findings;
    for (const SupervisorProgram &program : *facts.services.supervisor) {
        if (program.user.isEmpty() || program.user == u"root" || program.user == u"0")
            findings.append(findingFor(facts.services.supervisorFiles, program));
    }
    return unlessUnread(facts, UnreadFile::Topic::Supervisor, findings);
}

QList<Intent> remedy(const Facts &facts, const Finding &finding)
{
    static const QRegularExpression home(u"(^|[\\s=\"'])/(root|home)/"_s);
    if (!facts.services.supervisor)
        return {};
    for (const SupervisorProgram &program : *facts.services.supervisor) {
        const bool isIt = program.file == finding.where.file && program.line == finding.where.line;
        if (!isIt || home.match(program.command.raw()).hasMatch()) // its own user could not read that
            continue;
        return {ConfineService{ConfineService::Kind::Supervisor, program.name.raw(),
                               userForService(facts, program.name.raw()), true}};
    }
    return {};
}

} // namespace

const Rule services::supervisorRoot{
    "services.supervisor-root",
    QT_TRANSLATE_NOOP("rules", "Programs of supervisor run as a user of their own"),
    "supervisord.org, [program:x] user; CWE-250",
    check,
    remedy,
};

} // namespace gw
