// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/intents/parts.h"

#include "backend/base/quoting.h"
#include "backend/sshd/algorithms.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Intents)
};

using Value = SshdKeyword::Value;

/// What the line is good for, where a few words say it.
struct Why {
    const char *keyword;
    const char *value;
    const char *reason;
};
constexpr Why whys[] = {
    {"PasswordAuthentication", "no", QT_TRANSLATE_NOOP("Intents", "passwords can be guessed, keys cannot")},
    {"KbdInteractiveAuthentication", "no", QT_TRANSLATE_NOOP("Intents", "it lets passwords in through PAM")},
    {"PermitRootLogin", "no", QT_TRANSLATE_NOOP("Intents", "everybody knows the name root")},
    {"PermitRootLogin", "prohibit-password", QT_TRANSLATE_NOOP("Intents", "nobody guesses the password of root")},
    {"PermitEmptyPasswords", "no", QT_TRANSLATE_NOOP("Intents", "an empty password is none")},
    {"X11Forwarding", "no", QT_TRANSLATE_NOOP("Intents", "the server could watch the screen of who connects")},
    {"AllowAgentForwarding", "no", QT_TRANSLATE_NOOP("Intents", "root here could use the keys of who connects")},
    {"AllowUsers", nullptr, QT_TRANSLATE_NOOP("Intents", "nobody else logs in over SSH")},
    {"AllowGroups", nullptr, QT_TRANSLATE_NOOP("Intents", "nobody else logs in over SSH")},
    {"LoginGraceTime", nullptr, QT_TRANSLATE_NOOP("Intents", "who does not log in makes room soon")},
    {"MaxAuthTries", nullptr, QT_TRANSLATE_NOOP("Intents", "few attempts per connection")},
    {"MaxStartups", nullptr, QT_TRANSLATE_NOOP("Intents", "strangers do not take all places")},
    {"ClientAliveInterval", nullptr, QT_TRANSLATE_NOOP("Intents", "dead connections are closed")},
    {"KexAlgorithms", nullptr, QT_TRANSLATE_NOOP("Intents", "only sound algorithms")},
    {"Ciphers", nullptr, QT_TRANSLATE_NOOP("Intents", "only sound algorithms")},
    {"MACs", nullptr, QT_TRANSLATE_NOOP("Intents", "only sound algorithms")},
};

QString reasonOf(const SetSshd &wish)
{
    const QString title = titleOf(Intent(wish));
    for (const Why &why : whys) {
        const bool isIt = wish.keyword.compare(QLatin1String(why.keyword), Qt::CaseInsensitive) == 0;
        if (isIt && !wish.value.isEmpty() && (!why.value || wish.value == QLatin1String(why.value)))
            return Text::tr("%1: %2", "a setting, and why").arg(title, Text::tr(why.reason));
    }
    return title;
}

/// Keywords of which each line takes one value.
bool takesOneEach(const SshdKeyword &keyword)
{
    return keyword.merge == SshdKeyword::Merge::Append &&
           (keyword.value == Value::Port || keyword.value == Value::ListenAddress || keyword.value == Value::Path);
}

SshdSetting settingOf(const QByteArray &name, const QByteArray &arguments)
{
    const SshdFile file = SshdFile::parse(RemotePath(QByteArray("/")), QByteArray(name + ' ' + arguments));
    SshdSetting setting;
    if (file.lines.size() != 1 || file.lines[0].kind != SshdLine::Kind::Directive ||
        !file.lines[0].trailingComment.isEmpty())
        return setting; // no arguments: nobody takes it
    setting.keyword = sshdPrintedName(*sshdCanonicalKeyword(QString::fromLatin1(name)));
    setting.written = QString::fromLatin1(name);
    setting.arguments = file.lines[0].arguments;
    setting.rest = arguments;
    return setting;
}

/// One setting as it is to be.
struct Wish {
    QByteArray name; ///< as lines of this release call it
    const SshdKeyword *keyword = nullptr;
    QByteArrayList lines;   ///< arguments
    QByteArrayList printed; ///< as `sshd -T` prints them
};

Result<Wish> wishOf(const SshdWorkingCopy &sshd, const SetSshd &wanted, const QByteArray &name)
{
    Wish wish{name, sshdCanonicalKeyword(QString::fromLatin1(name)), {}, {}};
    const QString cause =
        Text::tr("%1 does not take “%2”").arg(QString::fromLatin1(name), UntrustedText(wanted.value).shown(100));
    const bool hasControls = std::any_of(wanted.value.cbegin(), wanted.value.cend(),
                                         [](QChar c) { return c.category() == QChar::Other_Control; });
    if (hasControls)
        return invalidIntent(triedSshd(), cause);
    const QByteArray value = wanted.value.trimmed().toUtf8();
    wish.lines = takesOneEach(*wish.keyword) ? value.simplified().split(' ') : QByteArrayList{value};
    for (const QByteArray &line : std::as_const(wish.lines)) {
        const SshdSetting setting = settingOf(name, line);
        const QList<QByteArray> printed =
            setting.arguments.isEmpty() ? QList<QByteArray>() : sshdPrintedValues(setting, sshd.version());
        if (printed.isEmpty())
            return invalidIntent(triedSshd(), cause);
        wish.printed += printed;
    }
    return wish;
}

/// "sftp internal-sftp" takes the place of the line of that subsystem; the others stay.
void keepOtherSubsystems(const SshdWorkingCopy &sshd, Wish &wish)
{
    const QByteArray wanted = wish.lines.takeFirst();
    bool placed = false;
    for (const SshdSetting &line : sshd.globalLines(wish.name)) {
        const bool isIt = line.arguments.value(0) == wanted.left(wanted.indexOf(' '));
        wish.lines.append(isIt ? wanted : QByteArray(line.arguments.join(' ')));
        placed |= isIt;
    }
    if (!placed)
        wish.lines.append(wanted);
}

bool isRelative(const QByteArray &list)
{
    return list.startsWith('+') || list.startsWith('-') || list.startsWith('^');
}

/// Whether files and `sshd -T` say it already.
bool holds(const PlanMaker &maker, const SshdWorkingCopy &sshd, const Wish &wish)
{
    if (wish.keyword->merge == SshdKeyword::Merge::Append) {
        QByteArrayList there;
        for (const SshdSetting &line : sshd.globalLines(wish.name))
            there.append(line.arguments.join(' '));
        return there == wish.lines;
    }
    const auto valuesIn = [&](const SshdEffective &effective, const QString &name) {
        QByteArrayList values;
        for (const UntrustedText &value : effective.values.value(name))
            values.append(value.raw().toUtf8());
        return values;
    };
    const QString printedName = QString::fromLatin1(wish.name).toLower();
    if (valuesIn(sshd.config().effective(), sshdPrintedName(*wish.keyword)) != wish.printed)
        return false;
    const Known<SshdEffective> &said = maker.facts().sshd->effective;
    return !said || !said->has(printedName) || valuesIn(*said, printedName) == wish.printed;
}

/// What `sshd -T` must say afterwards. A list that goes from the defaults is asked by its names: the defaults of a
/// distribution are its own.
void expect(SshdWorkingCopy &sshd, const Wish &wish)
{
    const QByteArray name = wish.name.toLower();
    if (wish.keyword->value == Value::ListenAddress) // printed with ports, and names as numbers
        return;
    if (wish.keyword->value == Value::Algorithms && isRelative(wish.lines.first())) {
        QByteArrayList names = wish.lines.first().mid(1).split(',');
        names.removeIf(
            [](const QByteArray &each) { return each.isEmpty() || each.contains('*') || each.contains('?'); });
        QByteArray patterns;
        for (const QByteArray &each : std::as_const(names))
            patterns += " -e " + *quoted(each);
        const QByteArray listed = "sed -n 's/^" + name + " //p' | tr , '\\n' | grep -";
        const bool removes = wish.lines.first().startsWith('-');
        if (!names.isEmpty()) {
            const QByteArray none = "{ ! " + listed + "qxF" + patterns + "; }";
            const QByteArray all = listed + "cxF" + patterns + " | grep -qx " + QByteArray::number(names.size());
            sshd.expectTest(removes ? none : all);
        }
        return;
    }
    for (const QByteArray &value : wish.printed)
        sshd.expect(name + ' ' + value);
    if (wish.keyword->merge == SshdKeyword::Merge::Append && wish.keyword->value != Value::Subsystem)
        sshd.expectTest("grep -c '^" + name + " ' | grep -qx " + QByteArray::number(wish.printed.size()));
}

void warnOfMatches(PlanMaker &maker, const SshdWorkingCopy &sshd, const Wish &wish)
{
    for (const SshdSetting &line : sshd.config().settingsOf(sshdPrintedName(*wish.keyword))) {
        if (line.isGlobal() || line.isAlways())
            continue;
        const QByteArrayList there = sshdPrintedValues(line, sshd.version());
        if (there == wish.printed)
            continue;
        maker.warn(Text::tr("For “Match %1” (%2, line %3) it stays “%4 %5”.")
                       .arg(UntrustedText::fromBytes(line.matches.last().text()).shown(100), line.origin.file.shown(),
                            QString::number(line.origin.line), QString::fromLatin1(wish.name),
                            UntrustedText::fromBytes(there.join(' ')).shown(100)));
    }
}

/// The names that one wish is about: before 8.7 there are two switches where there is one today.
Result<QByteArrayList> namesOf(const SshdWorkingCopy &sshd, const SetSshd &wish)
{
    const QByteArray name = GW_TRY(sshd.nameOf(wish.keyword));
    const QByteArray other = "KbdInteractiveAuthentication";
    if (name == "ChallengeResponseAuthentication" && !sshd.globalLines(other).isEmpty())
        return QByteArrayList{name, other};
    return QByteArrayList{name};
}

Result<void> draftSetting(PlanMaker &maker, const SetSshd &wanted, const QByteArray &name)
{
    SshdWorkingCopy &sshd = *GW_TRY(maker.sshd());
    if (wanted.value.trimmed().isEmpty()) {
        sshd.edit(reasonOf(wanted), [&] { sshd.clear(name); });
        return {};
    }
    Wish wish = GW_TRY(wishOf(sshd, wanted, name));
    if (wish.keyword->value == Value::Subsystem)
        keepOtherSubsystems(sshd, wish);
    warnOfMatches(maker, sshd, wish);
    if (holds(maker, sshd, wish))
        return {};
    sshd.edit(reasonOf(wanted), [&] { sshd.set(name, wish.lines); });
    expect(sshd, wish);
    return {};
}

} // namespace

QString sshdUnit(const Facts &facts)
{
    const QString debian = QStringLiteral("ssh.service");
    const QString others = QStringLiteral("sshd.service");
    if (facts.services.units) {
        for (const SystemdUnit &unit : *facts.services.units) {
            if (unit.name.raw() == debian || unit.name.raw() == others)
                return unit.name.raw();
        }
    }
    const QString id = facts.system.osId.raw();
    return id == QLatin1String("debian") || id == QLatin1String("ubuntu") ? debian : others;
}

bool isSshdActive(const Facts &facts)
{
    if (!facts.sshd->socketActivated)
        return true;
    if (!facts.services.units)
        return false;
    return std::any_of(facts.services.units->cbegin(), facts.services.units->cend(), [&](const SystemdUnit &unit) {
        return unit.name.raw() == sshdUnit(facts) && unit.activeState == u"active";
    });
}

Result<void> draftSettings(PlanMaker &maker, const QList<SetSshd> &wishes)
{
    QMap<QByteArray, SetSshd> seen;
    for (const SetSshd &wish : wishes) {
        SshdWorkingCopy &sshd = *GW_TRY(maker.sshd());
        for (const QByteArray &name : GW_TRY(namesOf(sshd, wish))) {
            const auto earlier = seen.constFind(name);
            if (earlier != seen.cend() && earlier->value.simplified() != wish.value.simplified()) {
                return invalidIntent(triedSshd(),
                                     Text::tr("%1 cannot be “%2” and “%3” at once")
                                         .arg(QString::fromLatin1(name), UntrustedText(earlier->value).shown(60),
                                              UntrustedText(wish.value).shown(60)));
            }
            if (earlier != seen.cend())
                continue;
            seen.insert(name, wish);
            if (name == "Port") {
                return invalidIntent(
                    triedSshd(), Text::tr("The port is more than a line: the firewall has a say in it"),
                    Text::tr("Move the port: the new one is opened and proven before the old one is closed"));
            }
            if (name == "ListenAddress" && maker.facts().sshd->socketActivated)
                return invalidIntent(triedSshd(), Text::tr("ssh.socket decides where sshd listens, no line of sshd"));
            GW_TRY(draftSetting(maker, wish, name));
        }
    }
    return {};
}

void finishSshd(PlanMaker &maker)
{
    SshdWorkingCopy *sshd = maker.sshdIfAsked();
    const QList<SshdWorkingCopy::Edited> edited = sshd ? sshd->edited() : QList<SshdWorkingCopy::Edited>();
    if (edited.isEmpty())
        return;
    QStringList writes;
    for (const SshdWorkingCopy::Edited &file : edited) {
        if (file.isEmpty) {
            writes.append(maker.remove(file.path, file.reason));
            continue;
        }
        const bool isNew = !maker.files().value(file.path).exists();
        writes.append(maker.write(file.path, file.content, file.reason,
                                  isNew ? std::optional(sshd->dropInAttributes()) : std::nullopt));
    }
    for (const QString &write : std::as_const(writes)) {
        for (const QString &needed : sshd->required())
            maker.need(write, needed);
    }
    const QString check = maker.add(Phase::Check, QStringLiteral("check sshd"), Check{Check::Kind::Sshd, {}},
                                    Text::tr("sshd must accept its configuration before it reads it"));
    QStringList needs{check};
    if (writes.size() == 1)
        needs += writes;
    QStringList verifyNeeds = writes;
    const bool startsAnew = maker.has(QStringLiteral("stop %1").arg(sshdUnit(maker.facts())));
    if (isSshdActive(maker.facts()) && !startsAnew) {
        verifyNeeds.append(maker.act(sshdUnit(maker.facts()), ServiceAction::Verb::Reload,
                                     Text::tr("sshd reads its files again; open sessions stay"), needs));
    }
    if (const QByteArray line = sshd->verification(); !line.isEmpty()) {
        // Behind a socket sshd's own folder is there only while it runs, and sshd -T insists on it.
        const QByteArray folder =
            maker.facts().sshd->socketActivated ? "{ [ -d /run/sshd ] || mkdir -m 0755 /run/sshd; } && " : "";
        maker.add(Phase::Verify, QStringLiteral("check sshd -T"), Check{Check::Kind::Command, folder + line},
                  Text::tr("What was written must be what holds"), verifyNeeds);
    }
}

} // namespace gw
