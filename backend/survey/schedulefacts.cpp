// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/readers.h"

namespace gw {
namespace {

/// Whether a command line is one of the known ways to renew certificates.
bool renews(const QString &command)
{
    const auto says = [&command](QLatin1String word) { return command.contains(word); };
    const bool renewWord = says(QLatin1String("renew"));
    return (says(QLatin1String("certbot")) && renewWord) || (says(QLatin1String("letsencrypt")) && renewWord) ||
           (says(QLatin1String("acme.sh")) && (says(QLatin1String("--cron")) || renewWord)) ||
           (says(QLatin1String("lego")) && renewWord) ||
           (says(QLatin1String("dehydrated")) && (says(QLatin1String("-c")) || says(QLatin1String("--cron")))) ||
           says(QLatin1String("getssl -")) || says(QLatin1String("simp_le")) ||
           (says(QLatin1String("uacme")) && says(QLatin1String("issue")));
}

/// Debian's /etc/cron.d/certbot does nothing where systemd runs: its timer does the work there.
bool leavesItToSystemd(const QString &command)
{
    return command.contains(QLatin1String("! -d /run/systemd/system"));
}

/// "NAME = value": cron's environment, no job
bool isAssignment(QByteArrayView line)
{
    const qsizetype equals = line.indexOf('=');
    if (equals <= 0)
        return false;
    for (const char c : line.first(equals).trimmed()) {
        if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'))
            return false;
    }
    return true;
}

/// From the word with this number on.
QByteArrayView fromWord(QByteArrayView line, const QList<QByteArrayView> &words, qsizetype number)
{
    return number < words.size() ? line.sliced(words[number].data() - line.data()) : QByteArrayView();
}

enum class Table { System, User, Anacron };

/// crontab(5), anacrontab(5)
std::optional<ScheduledJob> cronJob(QByteArrayView line, Table table, const UntrustedText &owner)
{
    const QList<QByteArrayView> words = wordsOf(line);
    if (words.isEmpty() || words[0].startsWith('#') || isAssignment(line))
        return {};
    const bool named = words[0].startsWith('@');
    const qsizetype scheduleWords = named ? 1 : table == Table::Anacron ? 2 : 5;
    // The system's tables name the user, anacron's a delay (after "@monthly" too) and an identifier.
    qsizetype commandAt = scheduleWords;
    if (table == Table::System)
        commandAt += 1;
    else if (table == Table::Anacron)
        commandAt = 3;
    if (commandAt >= words.size())
        return {};
    ScheduledJob job;
    const QByteArrayView last = words[scheduleWords - 1];
    job.schedule = untrusted(line.first(last.data() + last.size() - line.data()).trimmed());
    job.name = table == Table::System ? untrusted(words[scheduleWords]) : owner;
    job.command = untrusted(fromWord(line, words, commandAt).trimmed());
    return job;
}

void readTable(const SurveySection &file, Table table, const UntrustedText &owner, bool systemd,
               QList<ScheduledJob> &jobs)
{
    int number = 0;
    for (const QByteArrayView line : linesOf(file.content)) {
        ++number;
        auto job = cronJob(line.trimmed(), table, owner);
        if (!job)
            continue;
        job->file = pathOf(file);
        job->line = number;
        job->active = !(systemd && leavesItToSystemd(job->command.raw()));
        job->renewsCertificates = job->active && renews(job->command.raw());
        jobs.append(*job);
    }
}

/// A script of /etc/cron.daily and the like. Only its lines that name a renewal program were sent.
ScheduledJob scriptJob(const SurveySection &file, bool systemd)
{
    ScheduledJob job;
    job.file = pathOf(file);
    const QByteArray path = job.file.bytes();
    const QByteArray directory = path.left(path.lastIndexOf('/'));
    const QByteArray period = directory.mid(qMax(directory.lastIndexOf('.'), directory.lastIndexOf('/')) + 1);
    job.name = UntrustedText(QStringLiteral("root"));
    job.schedule = untrusted(QByteArray('@' + period));
    job.command = untrusted(path);
    int number = 0;
    for (const QByteArrayView line : linesOf(file.content)) {
        ++number;
        const QString text = QString::fromUtf8(line);
        if (!job.renewsCertificates && renews(text) && !(systemd && leavesItToSystemd(text))) {
            job.renewsCertificates = true;
            job.line = number;
        }
    }
    return job;
}

/// "{ OnCalendar=*-*-* 00,12:00:00 ; next_elapse=… }" gives what stands before the semicolon
QByteArrayView spanOf(QByteArrayView shown)
{
    if (shown.startsWith("{ "))
        shown = shown.sliced(2);
    const qsizetype end = shown.indexOf(" ; ");
    return end < 0 ? shown : shown.first(end);
}

/// Whether a timer's name says what it is for.
bool isRenewalTimer(const QString &name)
{
    for (const char *start : {"certbot", "snap.certbot", "acme", "lego", "dehydrated"}) {
        if (name.startsWith(QLatin1String(start)))
            return true;
    }
    return false;
}

QList<ScheduledJob> timerJobs(QByteArrayView printed, const QHash<QString, UntrustedText> &commands)
{
    QList<ScheduledJob> jobs;
    QSet<QByteArray> known; // loaded ones are printed twice
    for (const auto &shown : shownUnits(printed)) {
        const QByteArray id = shown.value("Id").value(0);
        if (known.contains(id) || id.isEmpty() || shown.value("LoadState").value(0) == "not-found")
            continue;
        known.insert(id);
        ScheduledJob job;
        job.kind = ScheduledJob::Kind::Timer;
        job.name = untrusted(id);
        job.active = shown.value("ActiveState").value(0) == "active";
        job.file = RemotePath(shown.value("FragmentPath").value(0));
        QByteArray schedule;
        for (const char *key : {"TimersCalendar", "TimersMonotonic"}) {
            for (const QByteArray &each : shown.value(key))
                schedule += (schedule.isEmpty() ? QByteArray() : QByteArray(", ")) + spanOf(each).toByteArray();
        }
        job.schedule = untrusted(schedule);
        const QString started = QString::fromUtf8(shown.value("Unit").value(0));
        job.command = commands.value(started, UntrustedText(started));
        job.renewsCertificates = isRenewalTimer(job.name.raw()) || renews(job.command.raw());
        jobs.append(job);
    }
    return jobs;
}

QList<ScheduledJob> timersOfFolder(QByteArrayView links)
{
    QList<ScheduledJob> jobs;
    for (const QByteArrayView link : linesOf(links)) {
        if (link.isEmpty())
            continue;
        ScheduledJob job;
        job.kind = ScheduledJob::Kind::Timer;
        job.name = untrusted(link.sliced(link.lastIndexOf('/') + 1));
        job.file = RemotePath(link.toByteArray());
        job.renewsCertificates = isRenewalTimer(job.name.raw());
        jobs.append(job);
    }
    return jobs;
}

} // namespace

Known<QList<ScheduledJob>> scheduleFrom(const Sections &sections, const Known<QList<SystemdUnit>> &units, bool systemd)
{
    QList<ScheduledJob> jobs;
    const SurveySection *timers = sections.find("timers");
    if (!timers && !sections.find("users"))
        return Gap{Gap::Reason::NotAsked, {}};
    if (timers && timers->exitCode != 127) {
        if (const auto gap = sections.gapOf(timers))
            return *gap;
        QHash<QString, UntrustedText> commands;
        if (units) {
            for (const SystemdUnit &unit : *units)
                commands.insert(unit.name.raw(), unit.execStart);
        }
        jobs = timerJobs(timers->content, commands);
    }
    if (const SurveySection *wanted = sections.find("timers.wanted"))
        jobs += timersOfFolder(wanted->content);
    // What may not be read leaves a hole, but what is known is shown: Facts::unreadFiles names it.
    const UntrustedText root(QStringLiteral("root"));
    for (const SurveySection *file : sections.all("cron.file")) {
        if (!sections.gapOf(file))
            readTable(*file, file->name.endsWith("/anacrontab") ? Table::Anacron : Table::System, root, systemd, jobs);
    }
    for (const SurveySection *file : sections.all("cron.user.file")) {
        if (!sections.gapOf(file))
            readTable(*file, Table::User, untrusted(file->name.mid(file->name.lastIndexOf('/') + 1)), systemd, jobs);
    }
    for (const SurveySection *file : sections.all("cron.script.file")) {
        if (!sections.gapOf(file))
            jobs.append(scriptJob(*file, systemd));
    }
    return jobs;
}

} // namespace gw
