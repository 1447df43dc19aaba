// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/sections.h"

#include <QCoreApplication>

namespace gw {
namespace {

constexpr QByteArrayView greeting = "gatewright-survey 1 ";
constexpr qsizetype mostSections = 20'000;

Error damaged(const QString &cause)
{
    return Error{
        Error::Kind::Protocol,
        QCoreApplication::translate("survey", "Read the answer of the survey"),
        cause,
        QCoreApplication::translate("survey", "Ask the server again; if it stays, look at what its login shell prints"),
        {}};
}

/// Takes the next line off `rest`; false: there is no whole line any more.
bool takeLine(QByteArrayView &rest, QByteArrayView &line)
{
    const qsizetype end = rest.indexOf('\n');
    if (end < 0)
        return false;
    line = rest.first(end);
    rest = rest.sliced(end + 1);
    return true;
}

/// coreutils' timeout answers 124, or 137 when it had to kill; busybox's is ended by the signal itself.
bool isTimeout(int exitCode)
{
    return exitCode == 124 || exitCode == 137 || exitCode == 143;
}

} // namespace

Result<SurveyAnswer> parseAnswer(QByteArrayView printed)
{
    SurveyAnswer answer;
    QByteArrayView rest = printed;
    QByteArrayView line;
    if (!takeLine(rest, line) || !line.startsWith(greeting) || line.size() < greeting.size() + 4)
        return damaged(QCoreApplication::translate("survey", "It does not start as a survey does"));
    const QByteArray frame = QByteArray("#" + line.sliced(greeting.size()).toByteArray() + ' ');
    const QByteArray closing = QByteArray("\n" + frame + "] ");

    while (takeLine(rest, line)) {
        if (!line.startsWith(frame))
            return damaged(QCoreApplication::translate("survey", "There is text between two sections"));
        QByteArrayView words = line.sliced(frame.size());
        if (words == ".") {
            if (!rest.isEmpty())
                return damaged(QCoreApplication::translate("survey", "There is text after its end"));
            return answer;
        }
        if (!words.startsWith("[ ") || answer.sections.size() >= mostSections)
            return damaged(QCoreApplication::translate("survey", "A section does not start as it should"));
        words = words.sliced(2);
        SurveySection section;
        bool isNumber = false;
        const qsizetype blank = words.indexOf(' ');
        const qlonglong limit = words.first(qMax<qsizetype>(blank, 0)).toLongLong(&isNumber);
        section.name = restAfterBlank(words).toByteArray();
        // The line feed before the closing line belongs to the frame: an empty section has it too.
        const qsizetype end = rest.indexOf(closing);
        if (!isNumber || limit <= 0 || section.name.isEmpty() || end < 0)
            return damaged(QCoreApplication::translate("survey", "The section \"%1\" is not finished")
                               .arg(UntrustedText::fromBytes(section.name).shown()));
        section.content = rest.first(end).toByteArray();
        rest = rest.sliced(end + closing.size());
        if (section.content.size() > limit || !takeLine(rest, line))
            return damaged(QCoreApplication::translate("survey", "The section \"%1\" is longer than it may be")
                               .arg(UntrustedText::fromBytes(section.name).shown()));
        section.exitCode = line.toInt(&isNumber);
        if (!isNumber)
            return damaged(QCoreApplication::translate("survey", "The section \"%1\" ends without a result")
                               .arg(UntrustedText::fromBytes(section.name).shown()));
        section.timedOut = isTimeout(section.exitCode);
        section.truncated = section.content.size() == limit;
        answer.sections.append(std::move(section));
    }
    return damaged(QCoreApplication::translate("survey", "It ends too early"));
}

} // namespace gw
