// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/plan/plannedserver.h"

#include "backend/sshd/tree.h"

#include <QTest>
#include <algorithm>

namespace gw::test {
namespace {

FileState stateOf(const QByteArray &content, const FileAttributes &attributes)
{
    FileState state;
    state.kind = FileState::Kind::Regular;
    state.content = content;
    state.attributes = attributes;
    return state;
}

FileAttributes attributesOf(const FileFact &file)
{
    FileAttributes attributes;
    if (file.mode != 0)
        attributes.mode = quint32(file.mode);
    if (!file.owner.isEmpty())
        attributes.owner = file.owner.raw().toUtf8();
    if (!file.group.isEmpty())
        attributes.group = file.group.raw().toUtf8();
    return attributes;
}

SshdContext contextFor(const UserAccount &user)
{
    SshdContext context;
    context.user = user.name.raw().toUtf8();
    context.host = "client.example";
    context.address = "192.0.2.10";
    for (const UntrustedText &group : user.groups)
        context.groups.append(group.raw().toUtf8());
    return context;
}

/// What the survey would say of the permissions of a path, wherever it says it.
void setAttributes(Facts &facts, const SetAttributes &change)
{
    const UntrustedText owner = UntrustedText::fromBytes(change.after.owner);
    const UntrustedText group = UntrustedText::fromBytes(change.after.group);
    const auto give = [&](auto &fact) {
        if (fact.path != change.path)
            return;
        fact.mode = int(change.after.mode);
        fact.owner = owner;
        fact.group = group;
    };
    for (UserAccount &user : *facts.users) {
        std::for_each(user.keyFolders.begin(), user.keyFolders.end(), give);
        std::for_each(user.keyFiles.begin(), user.keyFiles.end(), give);
    }
    if (!facts.sshd || !facts.sshd->hostKeys)
        return;
    for (HostKeyFact &key : *facts.sshd->hostKeys) {
        if (key.file == change.path) {
            key.mode = int(change.after.mode);
            key.owner = owner;
        }
    }
}

} // namespace

PlannedServer::PlannedServer(const Facts &facts) : m_facts(facts)
{
    for (const FileFact *fact : configurationFiles(facts))
        m_files.insert(fact->path, stateOf(fact->content, attributesOf(*fact)));
}

PlannedServer &PlannedServer::file(const QByteArray &path, const QByteArray &content, const FileAttributes &attributes)
{
    m_files.insert(RemotePath(path), stateOf(content, attributes));
    return *this;
}

PlannedServer &PlannedServer::link(const QByteArray &path, const QByteArray &target, const QByteArray &content,
                                   const FileAttributes &attributes)
{
    m_files.insert(RemotePath(path), FileState{FileState::Kind::Link, content, target, attributes});
    return *this;
}

Result<Plan> PlannedServer::plan(const QList<Intent> &intents) const
{
    FileStates states;
    for (const RemotePath &path : filesFor(m_facts, intents))
        states.insert(path, m_files.value(path));
    return planFor(HostId(QStringLiteral("gpu-1")), m_facts, states, intents);
}

Plan PlannedServer::planned(const QList<Intent> &intents) const
{
    const Result<Plan> made = plan(intents);
    if (!made) {
        QTest::qFail(qPrintable(made.error().text()), __FILE__, __LINE__);
        return {};
    }
    return *made;
}

QString PlannedServer::refusal(const QList<Intent> &intents) const
{
    const Result<Plan> made = plan(intents);
    if (made)
        return {};
    return made.error().kind == Error::Kind::Invalid ? made.error().cause : QStringLiteral("another kind of error");
}

PlannedServer PlannedServer::after(const Plan &plan) const
{
    PlannedServer server = *this;
    for (const Step &step : plan.steps) {
        if (const auto *write = std::get_if<WriteFile>(&step.change)) {
            const FileAttributes attributes =
                write->attributes.value_or(write->before.exists() ? write->before.attributes : FileAttributes());
            server.m_files.insert(write->path, stateOf(write->after, attributes));
        } else if (const auto *remove = std::get_if<RemoveFile>(&step.change)) {
            server.m_files.remove(remove->path);
        } else if (const auto *set = std::get_if<SetAttributes>(&step.change)) {
            if (server.m_files.contains(set->path))
                server.m_files[set->path].attributes = set->after;
            setAttributes(server.m_facts, *set);
        }
    }
    if (!server.m_facts.sshd)
        return server;
    SshdFacts &sshd = *server.m_facts.sshd;
    const QByteArray folder = sshd.mainFile.bytes() + ".d/";
    QList<FileFact> facts;
    QList<SshdFile> parsed;
    for (auto it = server.m_files.cbegin(); it != server.m_files.cend(); ++it) {
        if (it.key() != sshd.mainFile && !it.key().bytes().startsWith(folder))
            continue;
        FileFact fact;
        fact.path = it.key();
        fact.content = it->content;
        fact.mode = int(it->attributes.mode);
        fact.owner = UntrustedText::fromBytes(it->attributes.owner);
        fact.group = UntrustedText::fromBytes(it->attributes.group);
        facts.append(fact);
        parsed.append(SshdFile::parse(it.key(), it->content));
    }
    const SshdConfig config = SshdConfig::read(parsed, sshd.mainFile, SshdVersion::parse(sshd.version.raw()));
    sshd.files = facts;
    if (sshd.effective)
        sshd.effective = config.effective();
    for (const UserAccount &user : std::as_const(*server.m_facts.users)) {
        if (sshd.effectiveFor.contains(user.name.raw()))
            sshd.effectiveFor.insert(user.name.raw(), config.effective(contextFor(user)));
    }
    return server;
}

QStringList idsOf(const Plan &plan)
{
    QStringList ids;
    for (const Step &step : plan.steps)
        ids.append(step.id);
    return ids;
}

const Step *stepOf(const Plan &plan, const QString &id)
{
    const auto found =
        std::find_if(plan.steps.cbegin(), plan.steps.cend(), [&id](const Step &step) { return step.id == id; });
    return found == plan.steps.cend() ? nullptr : &*found;
}

QByteArrayList commandsOf(const Plan &plan)
{
    QByteArrayList lines;
    for (const Step &step : plan.steps) {
        if (const auto *run = std::get_if<RunCommand>(&step.change))
            lines.append(run->line);
        else if (const auto *check = std::get_if<Check>(&step.change); check && check->kind == Check::Kind::Command)
            lines.append(check->line);
        else if (const auto *wait = std::get_if<WaitFor>(&step.change))
            lines.append(wait->line);
    }
    return lines;
}

QByteArray writtenBy(const Plan &plan, const QByteArray &path)
{
    for (const Step &step : plan.steps) {
        const auto *write = std::get_if<WriteFile>(&step.change);
        if (write && write->path.bytes() == path)
            return write->after;
    }
    QTest::qFail(qPrintable(QStringLiteral("%1 is not written").arg(QString::fromUtf8(path))), __FILE__, __LINE__);
    return {};
}

} // namespace gw::test
