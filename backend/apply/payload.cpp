// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/payload.h"

#include "backend/base/overloaded.h"
#include "backend/base/quoting.h"
#include "backend/plan/criticalpaths.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

namespace gw {
namespace {

using namespace std::chrono_literals;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Apply)
};

// What guard.sh allows each of them at most, with some air.
constexpr std::chrono::seconds forFile = 5s;
constexpr std::chrono::seconds forCommand = 150s;
constexpr std::chrono::seconds forService = 300s; // supervisord: three commands
constexpr std::chrono::seconds forPackage = 1000s;
constexpr qsizetype mostTouched = 99;

Error invalid(const QString &cause)
{
    return Error{Error::Kind::Invalid, Text::tr("Make a plan ready for the server"), cause, {}, {}};
}

/// Lines "name='value'" of one step.
class Assignments {
public:
    Result<void> add(const QByteArray &name, const QByteArray &value)
    {
        const auto word = quoted(value);
        if (!word)
            return invalid(Text::tr("A name contains a NUL byte"));
        m_lines += name + '=' + *word + '\n';
        return {};
    }
    const QByteArray &lines() const { return m_lines; }

private:
    QByteArray m_lines;
};

Result<void> checkPath(const RemotePath &path)
{
    const QByteArray &bytes = path.bytes();
    const bool isPlain = bytes.startsWith('/') && bytes.size() > 1 && !bytes.endsWith('/') && !bytes.contains("//") &&
                         !QByteArray(bytes + '/').contains("/./") && !QByteArray(bytes + '/').contains("/../");
    if (!isPlain)
        return invalid(Text::tr("%1 is not the plain, absolute path of a file").arg(path.shown()));
    return {};
}

/// What chown(1) takes: a name, or a number.
Result<void> checkOwner(const QByteArray &name)
{
    static const QRegularExpression known(QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9_.@\\\\$-]*\\z"));
    if (!known.match(QString::fromUtf8(name)).hasMatch())
        return invalid(Text::tr("\"%1\" is no name of a user or group").arg(UntrustedText::fromBytes(name).shown(80)));
    return {};
}

Result<void> addAttributes(Assignments &to, const QByteArray &prefix, const FileAttributes &attributes)
{
    GW_TRY(checkOwner(attributes.owner));
    GW_TRY(checkOwner(attributes.group));
    GW_TRY(to.add(prefix + "mode", QByteArray::number(attributes.mode & 07777, 8)));
    GW_TRY(to.add(prefix + "owner", attributes.owner));
    return to.add(prefix + "group", attributes.group);
}

Result<void> addBefore(Assignments &to, const FileState &before)
{
    switch (before.kind) {
    case FileState::Kind::Missing: return to.add("was", "missing");
    case FileState::Kind::Regular: GW_TRY(to.add("was", "file")); break;
    case FileState::Kind::Link:
        GW_TRY(to.add("was", "link"));
        GW_TRY(to.add("was_link", before.linkTarget));
        break;
    }
    GW_TRY(to.add("was_hash", before.hash()));
    return addAttributes(to, "was_", before.attributes);
}

/// Compiles the steps of one plan.
class Compiler {
public:
    Result<Payload> compiled(const Plan &plan, const QString &holder, std::chrono::seconds window)
    {
        m_payload.window = window;
        QByteArray functions;
        QByteArray aside; // kinds of checks that can be made before anything moves
        for (const Step &step : plan.steps) {
            ++m_number;
            m_step = {};
            GW_TRY(m_step.add("name", step.id.toUtf8()));
            const auto added = std::visit([this](const auto &change) { return add(change); }, step.change);
            if (!added)
                return named(step, added.error());
            if (const auto *check = std::get_if<Check>(&step.change); check && !m_makesWhatChecksNeed)
                if (const QByteArray kind = kindOf(check->kind); kind != "command" && !aside.contains(kind))
                    aside += kind + ' ';
            functions += "step_" + QByteArray::number(m_number) + "() {\n" + m_step.lines() + "}\n";
        }
        Assignments head;
        GW_TRY(head.add("title", plan.title.toUtf8()));
        GW_TRY(head.add("holder", holder.toUtf8()));
        GW_TRY(head.add("checks", aside.trimmed()));
        GW_TRY(head.add("window", QByteArray::number(qint64(window.count()))));
        GW_TRY(head.add("budget", QByteArray::number(qint64(m_payload.longest.count()))));
        GW_TRY(head.add("steps", QByteArray::number(m_number)));
        m_payload.plan = "# What Gatewright changes here; guard.sh beside it does it.\n" + head.lines() + functions;
        return m_payload;
    }

private:
    static Error named(const Step &step, Error error)
    {
        error.cause = Text::tr("%1: %2", "a step, what is wrong with it").arg(titleOf(step.change), error.cause);
        return error;
    }
    static QByteArray kindOf(Check::Kind kind)
    {
        switch (kind) {
        case Check::Kind::Sshd: return "sshd";
        case Check::Kind::Nginx: return "nginx";
        case Check::Kind::Sudoers: return "sudoers";
        case Check::Kind::Command: break;
        }
        return "command";
    }
    static QByteArray flag(bool value) { return value ? "1" : "0"; }

    /// What every step that has a file of its own begins with.
    Result<void> addFile(const QByteArray &kind, const RemotePath &path)
    {
        GW_TRY(checkPath(path));
        if (kind != "attributes") {
            if (m_files.contains(path))
                return invalid(Text::tr("%1 is written by two steps").arg(path.shown()));
            m_files.insert(path);
        }
        m_payload.longest += forFile;
        GW_TRY(m_step.add("kind", kind));
        GW_TRY(m_step.add("path", path.bytes()));
        return m_step.add("critical", flag(isAccessCritical(path)));
    }
    Result<void> add(const WriteFile &write)
    {
        GW_TRY(addFile("write", write.path));
        GW_TRY(addBefore(m_step, write.before));
        GW_TRY(m_step.add("hash", QCryptographicHash::hash(write.after, QCryptographicHash::Sha256).toHex()));
        const bool isNew = write.before.kind == FileState::Kind::Missing;
        const FileAttributes wished = write.attributes.value_or(write.before.attributes);
        if (isNew || wished != write.before.attributes) // else they stay, access lists included
            GW_TRY(addAttributes(m_step, {}, isNew ? write.attributes.value_or(FileAttributes{}) : wished));
        m_payload.contents.insert(m_number, write.after);
        return {};
    }
    Result<void> add(const RemoveFile &remove)
    {
        GW_TRY(addFile("remove", remove.path));
        return addBefore(m_step, remove.before);
    }
    Result<void> add(const LinkFile &link)
    {
        GW_TRY(addFile("link", link.path));
        if (link.target.isEmpty() || link.before.kind == FileState::Kind::Regular)
            return invalid(Text::tr("A link takes the place of nothing or of a link, and leads somewhere"));
        GW_TRY(addBefore(m_step, link.before));
        return m_step.add("target", link.target);
    }
    Result<void> add(const SetAttributes &set)
    {
        GW_TRY(addFile("attributes", set.path));
        GW_TRY(addAttributes(m_step, "was_", set.before));
        return addAttributes(m_step, {}, set.after);
    }
    Result<void> add(const InstallPackage &install)
    {
        static const QRegularExpression known(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9.+:_-]*\\z"));
        if (!known.match(install.name).hasMatch())
            return invalid(Text::tr("No package is called like this"));
        m_makesWhatChecksNeed = true;
        m_payload.longest += forPackage;
        GW_TRY(m_step.add("kind", "package"));
        return m_step.add("package", install.name.toUtf8());
    }
    Result<void> add(const RunCommand &run)
    {
        if (run.touches.size() > mostTouched)
            return invalid(Text::tr("A command may name at most %1 files").arg(mostTouched));
        if (!run.changesFirewall && !run.touches.isEmpty())
            m_makesWhatChecksNeed = true;
        m_payload.longest += forCommand;
        GW_TRY(m_step.add("kind", "run"));
        GW_TRY(m_step.add("line", run.line));
        GW_TRY(m_step.add("undo", run.undo.value_or(QByteArray())));
        GW_TRY(m_step.add("undoable", flag(run.undo.has_value())));
        GW_TRY(m_step.add("firewall", flag(run.changesFirewall)));
        GW_TRY(m_step.add("touches", QByteArray::number(qint64(run.touches.size()))));
        for (qsizetype i = 0; i < run.touches.size(); ++i) {
            const QByteArray number = QByteArray::number(qint64(i + 1));
            GW_TRY(checkPath(run.touches[i]));
            GW_TRY(m_step.add("touch_" + number, run.touches[i].bytes()));
            GW_TRY(m_step.add("critical_" + number, flag(isAccessCritical(run.touches[i]))));
        }
        return {};
    }
    Result<void> add(const ServiceAction &service)
    {
        using Verb = ServiceAction::Verb;
        static const QMap<Verb, QByteArray> words{{Verb::Reload, "reload"},
                                                  {Verb::Restart, "restart"},
                                                  {Verb::Start, "start"},
                                                  {Verb::Stop, "stop"},
                                                  {Verb::Enable, "enable"},
                                                  {Verb::Disable, "disable"},
                                                  {Verb::DaemonReload, "daemon-reload"}};
        static const QRegularExpression known(QStringLiteral("\\A[A-Za-z0-9_][A-Za-z0-9:_.@\\\\-]*\\z"));
        const bool isForAll = service.verb == Verb::DaemonReload;
        if (isForAll ? !service.unit.name().isEmpty() : !known.match(service.unit.name()).hasMatch())
            return invalid(Text::tr("No service is called like this"));
        m_payload.longest += forService;
        GW_TRY(m_step.add("kind", "service"));
        GW_TRY(m_step.add("unit", service.unit.name().toUtf8()));
        return m_step.add("action", words.value(service.verb));
    }
    Result<void> add(const Check &check)
    {
        m_payload.longest += forCommand;
        GW_TRY(m_step.add("kind", "check"));
        GW_TRY(m_step.add("check", kindOf(check.kind)));
        return m_step.add("line", check.line);
    }
    Result<void> add(const WaitFor &wait)
    {
        m_payload.longest += 2 * wait.limit + forFile;
        GW_TRY(m_step.add("kind", "wait"));
        GW_TRY(m_step.add("line", wait.line));
        return m_step.add("limit", QByteArray::number(qint64(std::max<qint64>(1, wait.limit.count()))));
    }

    Payload m_payload;
    Assignments m_step;
    int m_number = 0;
    QSet<RemotePath> m_files;
    bool m_makesWhatChecksNeed = false; ///< a check before that step would miss what it makes
};

/// A line that ends a here-document and does not stand in it.
QByteArray endMarkFor(const QByteArray &text)
{
    QByteArray mark = "END";
    for (int i = 1; text.contains(mark); ++i)
        mark = "END-" + QByteArray::number(i);
    return mark;
}

QByteArray hereDocument(const QByteArray &command, const QByteArray &text)
{
    const QByteArray mark = endMarkFor(text);
    return command + " <<'" + mark + "' || full\n" + text + (text.endsWith('\n') ? "" : "\n") + mark + '\n';
}

QByteArray wrapped(const QByteArray &base64)
{
    QByteArray lines;
    for (qsizetype at = 0; at < base64.size(); at += 76)
        lines += base64.mid(at, 76) + '\n';
    return lines;
}

} // namespace

Result<Payload> payloadOf(const Plan &plan, const QString &holder, std::chrono::seconds window)
{
    if (plan.steps.isEmpty())
        return invalid(Text::tr("The plan has no steps"));
    return Compiler().compiled(plan, holder, window);
}

QByteArray guardText()
{
    QFile file(QStringLiteral(":/apply/guard.sh"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? file.readAll() : QByteArray();
}

QByteArray placingText(const Payload &payload)
{
    QByteArray text = R"sh(umask 077
base=${GW_BASE:-/var/lib/gatewright}
t=$base/new/$id
full() {
    rm -rf -- "$t"
    echo 'refused full 0 :'
    exit 69
}
[ "$(id -u)" = 0 ] || { echo 'refused root 0 :' && exit 69; }
command -v base64 >/dev/null || { echo 'refused tool 0 :YmFzZTY0' && exit 69; }
mkdir -p "$base/new" && mkdir "$t" "$t/new" || full
)sh";
    text += hereDocument("cat >\"$t/guard.sh\"", guardText());
    text += hereDocument("cat >\"$t/plan.sh\"", payload.plan);
    for (auto content = payload.contents.begin(); content != payload.contents.end(); ++content)
        text += hereDocument("base64 -d >\"$t/new/" + QByteArray::number(content.key()) + '"',
                             wrapped(content.value().toBase64()));
    return text;
}

} // namespace gw
