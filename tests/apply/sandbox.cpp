// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/apply/sandbox.h"

#include "backend/base/quoting.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace gw::test {
namespace {

using namespace Qt::StringLiterals;

QByteArray quotedName(const QString &name)
{
    return *quoted(QFile::encodeName(name));
}

/// One line about what is at `path`.
QByteArray described(const QString &top, const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat facts = {};
    if (::lstat(name.constData(), &facts) != 0)
        return "gone";
    QByteArray line = QFile::encodeName(path.mid(top.size())).toPercentEncoding("/");
    line += ' ' + QByteArray::number(facts.st_mode, 8) + ' ' + QByteArray::number(facts.st_uid) + ':' +
            QByteArray::number(facts.st_gid) + " links " + QByteArray::number(qulonglong(facts.st_nlink));
    if (S_ISLNK(facts.st_mode)) {
        QByteArray target(4096, '\0');
        target.truncate(std::max<ssize_t>(0, ::readlink(name.constData(), target.data(), size_t(target.size()))));
        return line + " -> " + target.toPercentEncoding("/");
    }
    QByteArray names(4096, '\0');
    names.truncate(std::max<ssize_t>(0, ::llistxattr(name.constData(), names.data(), size_t(names.size()))));
    QByteArrayList attributes = names.split('\0');
    std::sort(attributes.begin(), attributes.end());
    for (const QByteArray &attribute : attributes) {
        QByteArray value(4096, '\0');
        value.truncate(std::max<ssize_t>(
            0, ::lgetxattr(name.constData(), attribute.constData(), value.data(), size_t(value.size()))));
        if (!attribute.isEmpty())
            line += ' ' + attribute + '=' + value.toHex();
    }
    QFile file(path);
    if (S_ISREG(facts.st_mode) && file.open(QIODevice::ReadOnly))
        line += ' ' + file.readAll().toPercentEncoding(" /");
    return line;
}

} // namespace

const Elevation &asWeAre()
{
    static const Elevation elevation{Elevation::Method::None, {}};
    return elevation;
}

Sandbox::Sandbox(Programs programs)
{
    if (::geteuid() != 0)
        skipAll(u"the guard runs as root"_s);
    QDir(folder()).mkdir(u"root"_s);
    QDir(folder()).mkdir(u"programs"_s);
    if (programs == Programs::Ours)
        return;
    const QByteArray shell = programs == Programs::Bash ? "/bin/bash" : "/bin/busybox";
    if (!QFile::exists(QString::fromLatin1(shell)))
        skipAll(u"there is no %1"_s.arg(QString::fromLatin1(shell)));
    mounts = "mount --bind " + shell + " \"$(readlink -f /bin/sh)\" && ";
    if (programs == Programs::Busybox)
        mounts += "busybox --install -s " + quotedName(folder() + u"/programs"_s) + " && ";
}

Sandbox::~Sandbox()
{
    // A guard that still waits would wait for nothing.
    mounts.clear();
    before = {};
    alive = true;
    for (const char *state : {"new", "armed", "reverting"})
        for (const QString &transaction : changes(QString::fromLatin1(state)))
            (void)gw::undo(*this, asWeAre(), transaction, {});
}

Result<Output> Sandbox::run(const Command &command, std::stop_token stop, const Progress &progress)
{
    ++runs;
    if (before)
        if (auto answer = before(command))
            return *answer;
    Command inner = command;
    const QByteArray inside = "GW_BASE=" + quotedName(base()) + " PATH=" + quotedName(folder() + u"/programs"_s) +
                              ":$PATH; export GW_BASE PATH; " + command.line;
    inner.line = mounts.isEmpty() ? inside : "exec unshare -m /bin/sh -c " + *quoted(QByteArray(mounts + inside));
    return LocalShell().run(inner, std::move(stop), progress);
}

void Sandbox::write(const QString &name, const QByteArray &content, quint32 mode) const
{
    QDir().mkpath(QFileInfo(file(name)).path());
    QFile out(file(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file(name)));
    out.close();
    ::chmod(QFile::encodeName(file(name)).constData(), mode);
}

QByteArray Sandbox::read(const QString &name) const
{
    QFile in(file(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("(not there)");
}

FileState Sandbox::state(const QString &name)
{
    const auto states = readFileStates(*this, {path(name)}, asWeAre(), {});
    if (!states)
        qFatal("%s", qPrintable(states.error().text()));
    return states->value(path(name));
}

QByteArray Sandbox::everything() const
{
    const QString top = file({});
    QByteArrayList lines;
    for (QDirIterator it(top, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
         it.hasNext();)
        lines.append(described(top, it.next()));
    std::sort(lines.begin(), lines.end());
    return lines.join('\n');
}

QStringList Sandbox::changes(const QString &state) const
{
    return QDir(base() + u'/' + state).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

void Sandbox::must(const QByteArray &line) const
{
    const QByteArray there = "cd " + quotedName(file({})) + " && " + line;
    if (std::system(there.constData()) != 0)
        qFatal("%s", line.constData());
}

void Sandbox::putProgram(const QString &name, const QByteArray &text) const
{
    QFile program(folder() + u"/programs/"_s + name);
    if (!program.open(QIODevice::WriteOnly) || program.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(program.fileName()));
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

WriteFile Sandbox::writes(const QString &name, const QByteArray &after)
{
    return WriteFile{path(name), state(name), after, {}, Secrecy::Public};
}

Plan Sandbox::planOf(const QList<Change> &changes)
{
    Plan plan;
    plan.title = u"A change for a test"_s;
    for (const Change &change : changes)
        plan.steps.append(Step{u"step %1"_s.arg(plan.steps.size() + 1), change, {}, {}});
    return plan;
}

Result<Applied> Sandbox::apply(const Plan &plan, std::chrono::seconds window)
{
    return apply(plan, {}, {}, window);
}

Result<Applied> Sandbox::apply(const Plan &plan, const std::function<void(const ApplyProgress &)> &progress,
                               std::stop_token stop, std::chrono::seconds window)
{
    m_transaction = newTransactionId();
    return gw::apply(*this, asWeAre(), plan, {m_transaction, u"ada on laptop"_s, window}, progress, std::move(stop));
}

Armed Sandbox::armed(const Plan &plan, std::chrono::seconds window)
{
    auto applied = apply(plan, window);
    if (!applied)
        qFatal("%s", qPrintable(applied.error().text()));
    if (const auto *returned = std::get_if<Returned>(&*applied))
        qFatal("it returned: %s; %s", qPrintable(returned->cause), qPrintable(returned->remarks.join(u"; "_s)));
    if (const auto *notStarted = std::get_if<NotStarted>(&*applied))
        qFatal("it was not started: %s %s %d conflicts", qPrintable(notStarted->heldBy),
               qPrintable(notStarted->checkFailed), int(notStarted->conflicts.size()));
    return std::get<Armed>(*applied);
}

Returned Sandbox::returned(const Plan &plan)
{
    auto applied = apply(plan);
    if (!applied)
        qFatal("%s", qPrintable(applied.error().text()));
    if (!std::holds_alternative<Returned>(*applied))
        qFatal("it did not return");
    return std::get<Returned>(*applied);
}

Returned Sandbox::undone(const QString &transaction)
{
    auto result = gw::undo(*this, asWeAre(), transaction, {});
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return *result;
}

void Sandbox::kept(const QString &transaction)
{
    if (const auto result = gw::keep(*this, asWeAre(), transaction, {}); !result)
        qFatal("%s", qPrintable(result.error().text()));
}

bool Sandbox::comesBack(const QString &transaction) const
{
    return QTest::qWaitFor([&] { return changes(u"reverted"_s).contains(transaction); }, 60'000);
}

} // namespace gw::test
