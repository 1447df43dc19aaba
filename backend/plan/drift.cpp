// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/drift.h"

#include "backend/plan/driftmatch.h"

#include <algorithm>

namespace gw {
namespace {

// A change explains what no longer differs once its traces are taken out of both surveys. So no text of a FactChange is
// ever parsed, and whatever the comparison of surveys learns to see is covered.

/// The lists of files whose contents are compared.
QList<QList<FileFact> *> comparedFiles(Facts &facts)
{
    QList<QList<FileFact> *> lists;
    if (facts.sshd)
        lists.append(&facts.sshd->files);
    if (facts.nginx && facts.nginx->tree)
        lists.append(&*facts.nginx->tree);
    if (facts.fail2ban)
        lists.append(&facts.fail2ban->files);
    return lists;
}

bool isOfSshd(const RemotePath &path)
{
    return path.bytes().startsWith("/etc/ssh/sshd_config");
}

template <typename T, typename Is>
void drop(Known<QList<T>> &list, Is is)
{
    if (list)
        list->removeIf(is);
}

/// Every word of a command that makes or changes accounts; empty: it is none.
QSet<QByteArray> accountWords(const QByteArray &line)
{
    QSet<QByteArray> words;
    QByteArray word;
    for (const char c : QByteArray(line + ' ')) {
        const bool inWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                            c == '-' || c == '.';
        if (inWord)
            word += c;
        else if (!word.isEmpty())
            words.insert(std::exchange(word, {}));
    }
    static const QSet<QByteArray> makers{"useradd", "usermod", "userdel", "adduser", "deluser",
                                         "gpasswd", "chsh",    "passwd",  "chpasswd"};
    return words.intersects(makers) ? words : QSet<QByteArray>();
}

class Explainer {
public:
    Explainer(const Facts &before, const Facts &now, const QList<ChangeRecord> &kept);
    /// What still differs.
    QList<FactChange> rest() const { return changesBetween(m_before, m_now); }
    /// Takes out what a change proves to have done; what became of its files afterwards differs from now on.
    void takeProven(const ChangeRecord &change);
    /// Takes out what fits a change.
    void takeFitting(const ChangeRecord &change);

private:
    bool isLast(const ChangeRecord &change, const FileRecord &file) const;
    template <typename Use>
    void inBoth(Use use)
    {
        use(m_before);
        use(m_now);
    }
    void dropFile(const RemotePath &path);
    void expectAsLeft(const FileRecord &file);
    void expectKeysAsLeft(const FileRecord &file);
    void dropFollowing(const RemotePath &path);
    void dropUnit(const QString &name);
    void settleUsers(const QSet<QByteArray> &names);
    void settleSshd();

    Facts m_before;
    Facts m_now;
    QHash<RemotePath, const ChangeRecord *> m_lastOf; ///< the last change of each file: it decides how the file is left
};

Explainer::Explainer(const Facts &before, const Facts &now, const QList<ChangeRecord> &kept)
    : m_before(before), m_now(now)
{
    for (const ChangeRecord &change : kept) {
        for (const FileRecord &file : change.files)
            m_lastOf.insert(file.path, &change);
    }
}

bool Explainer::isLast(const ChangeRecord &change, const FileRecord &file) const
{
    return m_lastOf.value(file.path) == &change;
}

void Explainer::dropFile(const RemotePath &path)
{
    inBoth([&path](Facts &facts) {
        for (QList<FileFact> *list : comparedFiles(facts))
            list->removeIf([&path](const FileFact &file) { return file.path == path; });
        drop(facts.sudoRules, [&path](const SudoRule &rule) { return rule.file == path; });
        drop(facts.services.schedule, [&path](const ScheduledJob &job) { return job.file == path; });
        drop(facts.certificates.lineages, [&path](const Lineage &each) { return each.renewal.path == path; });
        if (!facts.users)
            return;
        for (UserAccount &user : *facts.users)
            drop(user.keys, [&path](const AuthorizedKey &key) { return key.file == path; });
    });
}

/// The earlier survey as if it had been taken right after the change: what differs now was done by somebody else.
void Explainer::expectAsLeft(const FileRecord &file)
{
    const auto isIt = [&file](const FileFact &each) { return each.path == file.path; };
    const QList<QList<FileFact> *> before = comparedFiles(m_before);
    const QList<QList<FileFact> *> now = comparedFiles(m_now);
    if (before.size() != now.size() || file.after.hash() != file.afterHash)
        return;
    expectKeysAsLeft(file);
    for (qsizetype i = 0; i < now.size(); ++i) {
        const auto seen = std::find_if(now[i]->begin(), now[i]->end(), isIt);
        const bool belongs = seen != now[i]->end() || std::any_of(before[i]->begin(), before[i]->end(), isIt) ||
                             (isOfSshd(file.path) && m_now.sshd && now[i] == &m_now.sshd->files);
        if (!belongs || (seen != now[i]->end() && isMasked(seen->content)))
            continue;
        before[i]->removeIf(isIt);
        if (file.after.exists())
            before[i]->append(FileFact{file.path, file.after.content, 0, {}, {}});
    }
}

void Explainer::expectKeysAsLeft(const FileRecord &file)
{
    if (!m_before.users)
        return;
    for (UserAccount &user : *m_before.users) {
        if (!user.keys || !(isKeyFileOf(m_before, user.name, file.path) || isKeyFileOf(m_now, user.name, file.path)))
            continue;
        user.keys->removeIf([&file](const AuthorizedKey &key) { return key.file == file.path; });
        user.keys->append(keysIn(file.path, file.after.content));
    }
}

void Explainer::takeProven(const ChangeRecord &change)
{
    for (const FileRecord &file : change.files) {
        if (!isLast(change, file))
            continue;
        const DriftMatch match = matchOf(file, m_now);
        if (match == DriftMatch::Exact)
            dropFile(file.path);
        else if (match != DriftMatch::Fits)
            expectAsLeft(file);
    }
}

/// What is not the file itself, but comes from it.
void Explainer::dropFollowing(const RemotePath &path)
{
    inBoth([&path](Facts &facts) {
        drop(facts.services.units, [&path](const SystemdUnit &unit) { return unit.fragment == path; });
        drop(facts.services.supervisor, [&path](const SupervisorProgram &each) { return each.file == path; });
        drop(facts.certificates.files, [&path](const CertificateFile &each) { return each.path == path; });
    });
}

void Explainer::dropUnit(const QString &name)
{
    static const QString supervisor = QStringLiteral("supervisor:");
    const QString program = name.startsWith(supervisor) ? name.sliced(supervisor.size()) : QString();
    inBoth([&](Facts &facts) {
        drop(facts.services.units, [&name](const SystemdUnit &unit) { return unit.name == name; });
        drop(facts.services.supervisor, [&program](const SupervisorProgram &each) { return each.name == program; });
        drop(facts.services.schedule,
             [&name](const ScheduledJob &job) { return job.kind == ScheduledJob::Kind::Timer && job.name == name; });
        drop(facts.listeners, [&name](const Listener &each) { return each.unit == name; });
    });
}

/// Their accounts, not their keys: whoever may log in is never explained by a command.
void Explainer::settleUsers(const QSet<QByteArray> &names)
{
    if (names.isEmpty() || !m_before.users || !m_now.users)
        return;
    const auto isNamed = [&names](const UserAccount &user) { return names.contains(user.name.raw().toUtf8()); };
    QHash<QString, Known<QList<AuthorizedKey>>> keys;
    for (const UserAccount &user : std::as_const(*m_before.users))
        keys.insert(user.name.raw(), user.keys);
    m_before.users->removeIf(isNamed);
    for (UserAccount user : std::as_const(*m_now.users)) {
        if (!isNamed(user))
            continue;
        user.keys = keys.value(user.name.raw(), QList<AuthorizedKey>());
        m_before.users->append(user);
    }
}

/// Settings follow from the files: with no file left that somebody else wrote, they are the change's.
void Explainer::settleSshd()
{
    if (!m_before.sshd || !m_now.sshd)
        return;
    const auto contents = [](const QList<FileFact> &files) {
        QMap<RemotePath, QByteArray> all;
        for (const FileFact &file : files)
            all.insert(file.path, file.content);
        return all;
    };
    if (contents(m_before.sshd->files) == contents(m_now.sshd->files))
        m_before.sshd->effective = m_now.sshd->effective;
}

void Explainer::takeFitting(const ChangeRecord &change)
{
    for (const FileRecord &file : change.files) {
        if (isLast(change, file) && matchOf(file, m_now) == DriftMatch::Fits)
            dropFile(file.path);
        dropFollowing(file.path);
    }
    if (std::any_of(change.files.begin(), change.files.end(),
                    [](const FileRecord &file) { return isOfSshd(file.path); }))
        settleSshd();
    for (const Step &step : change.plan.steps) {
        if (const auto *action = std::get_if<ServiceAction>(&step.change))
            dropUnit(action->unit.name());
        if (const auto *package = std::get_if<InstallPackage>(&step.change))
            inBoth([package](Facts &facts) {
                if (facts.packages)
                    facts.packages->installed.removeIf([&](const Package &each) { return each.name == package->name; });
            });
        if (const auto *command = std::get_if<RunCommand>(&step.change)) {
            settleUsers(accountWords(command->line));
            if (command->changesFirewall)
                m_before.firewall = m_now.firewall;
        }
    }
}

bool hasSubject(const QList<FactChange> &changes, const QString &subject)
{
    return std::any_of(changes.begin(), changes.end(),
                       [&subject](const FactChange &change) { return change.subject == subject; });
}

} // namespace

QList<DriftItem> driftBetween(const Facts &before, const Facts &now, const QList<ChangeRecord> &keptBetween)
{
    Explainer explainer(before, now, keptBetween);
    QList<DriftItem> items;
    QList<FactChange> open = explainer.rest();
    const auto settle = [&](const ChangeRecord &change, bool proven) {
        const QList<FactChange> rest = explainer.rest();
        for (const FactChange &each : std::as_const(open)) {
            if (!hasSubject(rest, each.subject))
                items.append(DriftItem{each, change.number, proven});
        }
        open = rest;
    };
    for (const ChangeRecord &change : keptBetween) {
        explainer.takeProven(change);
        settle(change, true);
    }
    for (const ChangeRecord &change : keptBetween) {
        explainer.takeFitting(change);
        settle(change, false);
    }
    QList<DriftItem> outside;
    for (const FactChange &change : std::as_const(open))
        outside.append(DriftItem{change});
    return outside + items; // what nobody explains comes first
}

} // namespace gw
