// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/survey.h"

#include "backend/shell/localshell.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

namespace gw {
namespace {

constexpr qint64 mostBytes = 48LL * 1024 * 1024;
constexpr int usualSections = 75; ///< of a server with nginx and a handful of files; progress only

QByteArray surveyScript()
{
    QFile file(QStringLiteral(":/survey/survey.sh"));
    const bool there = file.open(QIODevice::ReadOnly);
    Q_ASSERT(there);
    return there ? file.readAll() : QByteArray();
}

/// A word that no file of the server can know: it frames the sections.
QByteArray randomMark()
{
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex();
}

/// Counts the sections while they come.
class SectionCounter {
public:
    SectionCounter(const QByteArray &mark, const std::function<void(const SurveyProgress &)> &report)
        : m_opening("#" + mark + " [ "), m_closing("#" + mark + " ] "), m_report(report)
    {
    }

    void receive(QByteArrayView bytes)
    {
        const int before = m_progress.sectionsDone;
        m_pending.append(bytes.data(), bytes.size());
        qsizetype start = 0;
        for (qsizetype end; (end = m_pending.indexOf('\n', start)) >= 0; start = end + 1)
            readLine(QByteArrayView(m_pending).sliced(start, end - start));
        m_pending.remove(0, start);
        // Only the start of a line matters; a long one is not kept.
        constexpr qsizetype enough = 4096;
        if (m_pending.size() > enough)
            m_pending.truncate(enough);
        if (m_progress.sectionsDone != before)
            m_report(m_progress);
    }

private:
    void readLine(QByteArrayView line)
    {
        if (line.startsWith(m_opening)) {
            const QByteArrayView rest = line.sliced(m_opening.size());
            m_progress.current = rest.sliced(rest.indexOf(' ') + 1).toByteArray();
        } else if (line.startsWith(m_closing)) {
            ++m_progress.sectionsDone;
            m_progress.sectionsExpected = qMax(usualSections, m_progress.sectionsDone + 1);
        }
    }

    QByteArray m_opening;
    QByteArray m_closing;
    QByteArray m_pending;
    SurveyProgress m_progress{0, usualSections, {}};
    const std::function<void(const SurveyProgress &)> &m_report;
};

Result<SurveyAnswer> ask(Shell &shell, const QByteArray &root, const Elevation &elevation, std::stop_token stop,
                         const std::function<void(const SurveyProgress &)> &progress,
                         std::chrono::milliseconds patience)
{
    const QByteArray mark = randomMark();
    Script script;
    script.text = surveyScript();
    script.arguments = {mark, root};
    script.timeout = patience;
    script.outputLimit = mostBytes;
    SectionCounter counter(mark, progress);
    const auto onOutput = [&counter](QByteArrayView bytes) { counter.receive(bytes); };

    const QDateTime takenAt = QDateTime::currentDateTimeUtc();
    const auto started = std::chrono::steady_clock::now();
    const Output output =
        GW_TRY(runScript(shell, script, elevation, stop, progress ? Shell::Progress(onOutput) : Shell::Progress()));
    SurveyAnswer answer = GW_TRY(parseAnswer(output.out));
    answer.takenAt = takenAt;
    answer.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started);
    return answer;
}

} // namespace

Result<SurveyAnswer> survey(Shell &shell, const Elevation &elevation, std::stop_token stop,
                            const std::function<void(const SurveyProgress &)> &progress,
                            std::chrono::milliseconds patience)
{
    return ask(shell, {}, elevation, stop, progress, patience);
}

Result<SurveyAnswer> surveyFolder(const QString &root, std::stop_token stop)
{
    const QString folder = QDir(root).canonicalPath();
    if (folder.isEmpty() || folder == QLatin1String("/"))
        return Error{Error::Kind::Invalid,
                     QCoreApplication::translate("survey", "Review the folder %1").arg(root),
                     folder.isEmpty() ? QCoreApplication::translate("survey", "There is no such folder")
                                      : QCoreApplication::translate("survey", "It is the root of this computer"),
                     folder.isEmpty() ? QCoreApplication::translate(
                                            "survey", "Name a folder that holds etc/ssh, etc/nginx and so on")
                                      : QCoreApplication::translate("survey", "Review \"local\" instead"),
                     {}};
    LocalShell shell;
    return ask(shell, QFile::encodeName(folder), Elevation{Elevation::Method::None, {}}, stop, {}, usualPatience);
}

} // namespace gw
