// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/overloaded.h"
#include "backend/base/untrustedtext.h"
#include "backend/plan/diff.h"
#include "backend/plan/plan.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanMarkdown)
};

/// Plain text in one line of Markdown: what would be markup there (CommonMark 0.30, 2.4) is escaped.
QString escaped(const QString &text)
{
    static const QString signs = u"\\`*_{}[]<>()#+-.!|&~"_s;
    QString out;
    for (const QChar c : UntrustedText(text).shown(4000)) {
        if (signs.contains(c))
            out += u'\\';
        out += c;
    }
    return out;
}

/// A block of text as it is; its fence is longer than any run of backticks in it.
QString fenced(const QByteArray &bytes, const QString &language)
{
    const QString text = UntrustedText::fromBytes(bytes).shownLines();
    QString fence = u"```"_s;
    while (text.contains(fence))
        fence += u'`';
    return fence + language + u'\n' + text + (text.endsWith(u'\n') ? u""_s : u"\n"_s) + fence + u'\n';
}

QString paragraph(const QString &text)
{
    return text.isEmpty() ? QString() : QString(text + u"\n\n");
}

QString secretLeftOut()
{
    return paragraph(Text::tr("The content is secret and is not shown here."));
}

QString shownAttributes(const FileAttributes &attributes)
{
    return Text::tr("Mode %1, owner %2, group %3")
        .arg(attributes.mode, 4, 8, QChar(u'0'))
        .arg(escaped(QString::fromUtf8(attributes.owner)), escaped(QString::fromUtf8(attributes.group)));
}

QString detailsOf(const WriteFile &write)
{
    QString out;
    if (write.attributes)
        out += paragraph(shownAttributes(*write.attributes));
    if (write.secrecy == Secrecy::Secret)
        return out + secretLeftOut();
    const QByteArray name = write.path.bytes();
    const QByteArray diff = unifiedDiff(write.before.exists() ? "a" + name : QByteArray("/dev/null"), "b" + name,
                                        write.before.content, write.after);
    return diff.isEmpty() ? out : QString(out + fenced(diff, u"diff"_s) + u'\n');
}

QString detailsOf(const RemoveFile &remove)
{
    if (remove.secrecy == Secrecy::Secret)
        return secretLeftOut();
    const QByteArray diff = unifiedDiff("a" + remove.path.bytes(), "/dev/null", remove.before.content, {});
    return diff.isEmpty() ? QString() : QString(fenced(diff, u"diff"_s) + u'\n');
}

QString detailsOf(const RunCommand &run)
{
    QString out = fenced(run.line, u"sh"_s) + u'\n';
    if (run.undo)
        out += paragraph(Text::tr("The way back:")) + fenced(*run.undo, u"sh"_s) + u'\n';
    return out;
}

QString detailsOf(const Change &change)
{
    return std::visit(Overloaded{
                          [](const WriteFile &write) { return detailsOf(write); },
                          [](const RemoveFile &remove) { return detailsOf(remove); },
                          [](const RunCommand &run) { return detailsOf(run); },
                          [&change](const auto &) { return QString(fenced(commandOf(change), u"sh"_s) + u'\n'); },
                      },
                      change);
}

QString bullets(const QStringList &items)
{
    QString out;
    for (const QString &item : items)
        out += u"- "_s + escaped(item) + u'\n';
    return out + u'\n';
}

QString section(const QString &title, const QStringList &items)
{
    return items.isEmpty() ? QString() : QString(u"## "_s + title + u"\n\n" + bullets(items));
}

QStringList summaryLines(const Plan &plan, const QString &serverName)
{
    const PlanSummary summary = summaryOf(plan);
    QStringList lines{Text::tr("Server: %1").arg(serverName), Text::tr("Files: %1").arg(summary.files),
                      Text::tr("Commands: %1").arg(summary.commands)};
    const QString separator = Text::tr(", ", "between names of services");
    if (!summary.restarts.isEmpty())
        lines.append(Text::tr("Restarts: %1").arg(summary.restarts.join(separator)));
    if (!summary.reloads.isEmpty())
        lines.append(Text::tr("Reloads: %1").arg(summary.reloads.join(separator)));
    lines.append(Text::tr("The old state returns by itself unless the change is confirmed within %1 seconds.")
                     .arg(plan.window.count()));
    return lines;
}

} // namespace

QByteArray markdownOf(const Plan &plan, const QString &serverName)
{
    QString out = u"# "_s + escaped(plan.title) + u"\n\n" + bullets(summaryLines(plan, serverName));
    out += section(Text::tr("To know before"), plan.warnings);
    out += section(Text::tr("Without a way back"), summaryOf(plan).notUndone);
    out += u"## "_s + Text::tr("Steps") + u"\n\n";
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        const Step &step = plan.steps[i];
        out += u"### %1. %2\n\n"_s.arg(QString::number(i + 1), escaped(titleOf(step.change)));
        out += paragraph(escaped(step.reason)) + detailsOf(step.change);
    }
    QStringList proofs;
    for (const Proof &proof : plan.proofs)
        proofs.append(titleOf(proof));
    out += section(Text::tr("Tried before it is kept"), proofs);
    while (out.endsWith(u"\n\n"))
        out.chop(1);
    return out.toUtf8();
}

} // namespace gw
