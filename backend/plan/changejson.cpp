// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/planjson.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ChangeJson)
};

constexpr JsonWord<FileState::Kind> stateWords[] = {
    {FileState::Kind::Missing, "missing"}, {FileState::Kind::Regular, "regular"}, {FileState::Kind::Link, "link"}};
constexpr JsonWord<Check::Kind> checkWords[] = {{Check::Kind::Sshd, "sshd"},
                                                {Check::Kind::Nginx, "nginx"},
                                                {Check::Kind::Sudoers, "sudoers"},
                                                {Check::Kind::Command, "command"}};
constexpr JsonWord<ServiceAction::Verb> verbWords[] = {
    {ServiceAction::Verb::Reload, "reload"},
    {ServiceAction::Verb::Restart, "restart"},
    {ServiceAction::Verb::Start, "start"},
    {ServiceAction::Verb::Stop, "stop"},
    {ServiceAction::Verb::Enable, "enable"},
    {ServiceAction::Verb::Disable, "disable"},
    {ServiceAction::Verb::DaemonReload, "daemon-reload"},
};

QJsonObject jsonOf(const FileAttributes &attributes)
{
    return {{u"mode"_s, u"%1"_s.arg(attributes.mode, 4, 8, QChar(u'0'))},
            {u"owner"_s, gw::jsonOf(attributes.owner)},
            {u"group"_s, gw::jsonOf(attributes.group)}};
}

FileAttributes readAttributes(JsonReader &in)
{
    FileAttributes attributes;
    bool isOctal = false;
    attributes.mode = in.text("mode").toUInt(&isOctal, 8);
    if (!isOctal || attributes.mode > 07777)
        in.refuse("mode", Text::tr("is not an octal mode"));
    attributes.owner = in.name("owner").toUtf8();
    attributes.group = in.name("group").toUtf8();
    return attributes;
}

/// One content, as text, by its hash, or not at all because it is secret.
void insertContent(QJsonObject &json, const QString &key, const QByteArray &content, Secrecy secrecy, Contents contents)
{
    if (secrecy == Secrecy::Secret)
        return;
    if (contents == Contents::Inline)
        json.insert(key, gw::jsonOf(content));
    else
        json.insert(QString(key + u"-hash"), QString::fromLatin1(contentHash(content)));
}

QByteArray readContent(JsonReader &in, const char *key, Secrecy secrecy, const ContentSource *contents)
{
    if (in.has(key))
        return in.bytes(key);
    if (contents == nullptr) {
        in.refuse(key, secrecy == Secrecy::Secret ? Text::tr("is secret and was left out: make this plan anew")
                                                  : Text::tr("is missing"));
    } else if (secrecy == Secrecy::Public) {
        const QByteArray hash = in.name(QByteArray(key + QByteArrayLiteral("-hash")).constData()).toLatin1();
        if (*contents)
            return (*contents)(hash).value_or(QByteArray());
    }
    return {};
}

QJsonObject jsonOf(const FileState &state, Secrecy secrecy, Contents contents)
{
    QJsonObject json = gw::jsonOf(state);
    if (state.exists())
        insertContent(json, u"content"_s, state.content, secrecy, contents);
    return json;
}

FileState readBefore(JsonReader &in, Secrecy secrecy, const ContentSource *contents)
{
    return in.object("before", [&](JsonReader &before) {
        FileState state = readState(before);
        if (state.exists())
            state.content = readContent(before, "content", secrecy, contents);
        return state;
    });
}

QJsonObject fileMembers(const RemotePath &path, const FileState &before, Secrecy secrecy, Contents contents)
{
    QJsonObject json{{u"path"_s, gw::jsonOf(path)}, {u"before"_s, jsonOf(before, secrecy, contents)}};
    if (secrecy != Secrecy::Public)
        json.insert(u"secrecy"_s, wordOf(secrecyWords, secrecy));
    return json;
}

Secrecy readSecrecy(JsonReader &in)
{
    return in.has("secrecy") ? in.word("secrecy", secrecyWords) : Secrecy::Public;
}

// One pair for each kind of change.

QJsonObject membersOf(const WriteFile &write, Contents contents)
{
    QJsonObject json = fileMembers(write.path, write.before, write.secrecy, contents);
    insertContent(json, u"after"_s, write.after, write.secrecy, contents);
    if (write.attributes)
        json.insert(u"attributes"_s, jsonOf(*write.attributes));
    return json;
}
Change readWriteFile(JsonReader &in, const ContentSource *contents)
{
    WriteFile write;
    write.secrecy = readSecrecy(in);
    write.path = in.path("path");
    write.before = readBefore(in, write.secrecy, contents);
    write.after = readContent(in, "after", write.secrecy, contents);
    if (in.has("attributes"))
        write.attributes = in.object("attributes", readAttributes);
    return write;
}

QJsonObject membersOf(const RemoveFile &remove, Contents contents)
{
    return fileMembers(remove.path, remove.before, remove.secrecy, contents);
}
Change readRemoveFile(JsonReader &in, const ContentSource *contents)
{
    const Secrecy secrecy = readSecrecy(in);
    return RemoveFile{in.path("path"), readBefore(in, secrecy, contents), secrecy};
}

QJsonObject membersOf(const LinkFile &link, Contents contents)
{
    QJsonObject json = fileMembers(link.path, link.before, Secrecy::Public, contents);
    json.insert(u"target"_s, gw::jsonOf(link.target));
    return json;
}
Change readLinkFile(JsonReader &in, const ContentSource *contents)
{
    LinkFile link{in.path("path"), readBefore(in, Secrecy::Public, contents), in.argument("target")};
    if (link.before.kind == FileState::Kind::Regular)
        in.refuse("before", Text::tr("is a file: a link would take its place"));
    return link;
}

QJsonObject membersOf(const SetAttributes &set, Contents)
{
    return {{u"path"_s, gw::jsonOf(set.path)}, {u"before"_s, jsonOf(set.before)}, {u"after"_s, jsonOf(set.after)}};
}
Change readSetAttributes(JsonReader &in, const ContentSource *)
{
    return SetAttributes{in.path("path"), in.object("before", readAttributes), in.object("after", readAttributes)};
}

QJsonObject membersOf(const InstallPackage &install, Contents)
{
    return {{u"name"_s, install.name}};
}
Change readInstallPackage(JsonReader &in, const ContentSource *)
{
    return InstallPackage{in.name("name")};
}

QJsonObject membersOf(const RunCommand &run, Contents)
{
    QJsonObject json{{u"line"_s, gw::jsonOf(run.line)}};
    if (run.undo)
        json.insert(u"undo"_s, gw::jsonOf(*run.undo));
    QJsonArray touches;
    for (const RemotePath &path : run.touches)
        touches.append(gw::jsonOf(path));
    if (!touches.isEmpty())
        json.insert(u"touches"_s, touches);
    if (run.changesFirewall)
        json.insert(u"changes-firewall"_s, true);
    return json;
}
Change readRunCommand(JsonReader &in, const ContentSource *)
{
    RunCommand run;
    run.line = in.argument("line");
    if (in.has("undo"))
        run.undo = in.argument("undo");
    if (in.has("touches"))
        run.touches = in.paths("touches");
    run.changesFirewall = in.has("changes-firewall") && in.flag("changes-firewall");
    return run;
}

QJsonObject membersOf(const ServiceAction &action, Contents)
{
    QJsonObject json{{u"verb"_s, wordOf(verbWords, action.verb)}};
    if (action.verb != ServiceAction::Verb::DaemonReload)
        json.insert(u"unit"_s, action.unit.name());
    return json;
}
Change readServiceAction(JsonReader &in, const ContentSource *)
{
    const auto verb = in.word("verb", verbWords);
    return ServiceAction{ServiceUnit(verb == ServiceAction::Verb::DaemonReload ? QString() : in.name("unit")), verb};
}

QJsonObject membersOf(const Check &check, Contents)
{
    QJsonObject json{{u"check"_s, wordOf(checkWords, check.kind)}};
    if (check.kind == Check::Kind::Command)
        json.insert(u"line"_s, gw::jsonOf(check.line));
    return json;
}
Change readCheck(JsonReader &in, const ContentSource *)
{
    const auto kind = in.word("check", checkWords);
    return Check{kind, kind == Check::Kind::Command ? in.argument("line") : QByteArray()};
}

QJsonObject membersOf(const WaitFor &wait, Contents)
{
    return {{u"line"_s, gw::jsonOf(wait.line)}, {u"limit"_s, qint64(wait.limit.count())}};
}
Change readWaitFor(JsonReader &in, const ContentSource *)
{
    return WaitFor{in.argument("line"), std::chrono::seconds(in.number("limit", 1, mostSeconds))};
}

struct ChangeKind {
    const char *word;
    Change (*read)(JsonReader &in, const ContentSource *contents);
};
/// In the order of the variant.
constexpr ChangeKind changeKinds[] = {
    {"write-file", readWriteFile},
    {"remove-file", readRemoveFile},
    {"link-file", readLinkFile},
    {"set-attributes", readSetAttributes},
    {"install-package", readInstallPackage},
    {"run-command", readRunCommand},
    {"service", readServiceAction},
    {"check", readCheck},
    {"wait-for", readWaitFor},
};
static_assert(std::size(changeKinds) == std::variant_size_v<Change>);

} // namespace

QJsonObject jsonOf(const FileState &state)
{
    QJsonObject json{{u"kind"_s, wordOf(stateWords, state.kind)}};
    if (state.exists())
        json.insert(u"attributes"_s, jsonOf(state.attributes));
    if (state.kind == FileState::Kind::Link)
        json.insert(u"target"_s, jsonOf(state.linkTarget));
    return json;
}

FileState readState(JsonReader &in)
{
    FileState state;
    state.kind = in.word("kind", stateWords);
    if (state.exists())
        state.attributes = in.object("attributes", readAttributes);
    if (state.kind == FileState::Kind::Link)
        state.linkTarget = in.argument("target");
    return state;
}

QJsonObject jsonOf(const Change &change, Contents contents)
{
    QJsonObject json = std::visit([contents](const auto &kind) { return membersOf(kind, contents); }, change);
    json.insert(u"kind"_s, QString::fromLatin1(changeKinds[change.index()].word));
    return json;
}

Change readChange(JsonReader &in, const ContentSource *contents)
{
    const QString word = in.text("kind");
    for (const ChangeKind &kind : changeKinds) {
        if (word == QLatin1String(kind.word))
            return kind.read(in, contents);
    }
    in.refuseWord("kind", word);
    return {};
}

} // namespace gw
