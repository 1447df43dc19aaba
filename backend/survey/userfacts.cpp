// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/readers.h"

namespace gw {
namespace {

/// Who may become root, as sudoers(5) and doas.conf(5) say.
struct RootRights {
    QHash<QByteArray, bool> withPassword; ///< user, %group, "ALL" → asks for the password

    void grant(const QByteArray &who, bool asks)
    {
        const auto known = withPassword.constFind(who);
        withPassword.insert(who, asks && (known == withPassword.cend() || *known));
    }
};

/// "user ALL=(ALL:ALL) NOPASSWD: ALL". A rule for single programs does not make somebody root here; it is listed all
/// the same.
void readSudoersLine(QByteArrayView line, const QHash<QByteArray, QByteArray> &userAliases, RootRights &rights)
{
    const qsizetype equals = line.indexOf('=');
    const QList<QByteArrayView> left = wordsOf(line.first(qMax<qsizetype>(equals, 0)));
    if (left.size() < 2 || left[0].startsWith("Defaults") || left[0].endsWith("_Alias"))
        return;
    QByteArrayView commands = line.sliced(equals + 1).trimmed();
    if (commands.startsWith('(')) {
        const qsizetype close = commands.indexOf(')');
        if (close < 0)
            return;
        const QByteArrayView users = commands.sliced(1, close - 1).trimmed();
        const QByteArrayView asUser = partsOf(users, ':').value(0);
        bool root = false;
        for (const QByteArrayView name : partsOf(asUser, ','))
            root = root || name.trimmed() == "ALL" || name.trimmed() == "root" || name.trimmed() == "#0";
        if (!root)
            return;
        commands = commands.sliced(close + 1);
    }
    bool asks = true;
    bool everything = false;
    for (const QByteArrayView part : partsOf(commands, ',')) {
        QByteArrayView command = part.trimmed();
        for (qsizetype colon; (colon = command.indexOf(':')) > 0 && !command.first(colon).contains('/');) {
            const QByteArrayView tag = command.first(colon).trimmed();
            if (tag == "NOPASSWD")
                asks = false;
            else if (tag == "PASSWD")
                asks = true;
            command = command.sliced(colon + 1).trimmed();
        }
        everything = everything || command == "ALL";
    }
    if (!everything)
        return;
    // The list of users may hold blanks after its commas; the last word before "=" is the host.
    const QByteArrayView host = left.last();
    const QByteArrayView who = line.first(host.data() - line.data()).trimmed();
    for (const QByteArrayView name : partsOf(who, ',')) {
        const QByteArray user = name.trimmed().toByteArray();
        if (userAliases.contains(user)) {
            for (const QByteArrayView member : partsOf(userAliases.value(user), ','))
                rights.grant(member.trimmed().toByteArray(), asks);
        } else {
            rights.grant(user, asks);
        }
    }
}

/// "permit nopass :wheel as root"
void readDoasLine(QByteArrayView line, RootRights &rights)
{
    const QList<QByteArrayView> words = wordsOf(line);
    if (words.isEmpty() || words[0] != "permit")
        return;
    bool asks = true;
    qsizetype i = 1;
    for (; i < words.size() &&
           (words[i] == "nopass" || words[i] == "persist" || words[i] == "keepenv" || words[i] == "nolog");
         ++i)
        asks = asks && words[i] != "nopass";
    if (i >= words.size())
        return;
    QByteArray who = words[i].toByteArray();
    if (who.startsWith(':'))
        who[0] = '%';
    for (++i; i < words.size(); i += 2) {
        if (words[i] == "cmd" || (words[i] == "as" && words.value(i + 1) != "root"))
            return;
    }
    rights.grant(who, asks);
}

/// "Defaults !authenticate", "Defaults:anna !authenticate": the password is not asked for (sudoers(5)).
void readDefaults(QByteArrayView line, RootRights &rights)
{
    const QList<QByteArrayView> words = wordsOf(line);
    if (words.isEmpty() || !words[0].startsWith("Defaults") || !line.contains("!authenticate"))
        return;
    const QByteArrayView who = words[0].sliced(8);
    if (!who.isEmpty() && !who.startsWith(':'))
        return;
    for (auto right = rights.withPassword.begin(); right != rights.withPassword.end(); ++right) {
        if (who.isEmpty() || who.sliced(1) == right.key())
            *right = false;
    }
}

RootRights rootRights(const QList<SudoRule> &rules)
{
    QHash<QByteArray, QByteArray> aliases;
    for (const SudoRule &rule : rules) {
        const QByteArray text = rule.text.raw().toUtf8();
        if (!text.startsWith("User_Alias"))
            continue;
        for (const QByteArrayView definition : partsOf(restAfterBlank(text), ':')) {
            if (const qsizetype equals = definition.indexOf('='); equals > 0)
                aliases.insert(definition.first(equals).trimmed().toByteArray(),
                               definition.sliced(equals + 1).trimmed().toByteArray());
        }
    }
    RootRights rights;
    for (const SudoRule &rule : rules) {
        const QByteArray text = rule.text.raw().toUtf8();
        if (rule.file.bytes().contains("doas"))
            readDoasLine(text, rights);
        else
            readSudoersLine(text, aliases, rights);
    }
    for (const SudoRule &rule : rules) {
        const QByteArray text = rule.text.raw().toUtf8();
        readDefaults(text, rights);
    }
    return rights;
}

struct Groups {
    QHash<QByteArray, QByteArray> nameOf;          ///< by gid
    QHash<QByteArray, QList<QByteArray>> ofMember; ///< by user name
};

Groups groupsFrom(const Sections &sections)
{
    Groups groups;
    const SurveySection *section = sections.find("groups");
    if (!section)
        return groups;
    for (const QByteArrayView line : linesOf(section->content)) {
        const QList<QByteArrayView> fields = partsOf(line, ':');
        if (fields.size() < 4)
            continue;
        const QByteArray name = fields[0].toByteArray();
        groups.nameOf.insert(fields[2].toByteArray(), name);
        for (const QByteArrayView member : partsOf(fields[3], ','))
            groups.ofMember[member.toByteArray()].append(name);
    }
    return groups;
}

struct Passwords {
    std::optional<Gap> gap;
    QHash<QByteArray, QByteArray> state;
};

Passwords passwordsFrom(const Sections &sections)
{
    Passwords passwords;
    passwords.gap = sections.gapOf("users.shadow");
    if (passwords.gap)
        return passwords;
    for (const QByteArrayView line : linesOf(sections.find("users.shadow")->content)) {
        if (const qsizetype colon = line.lastIndexOf(':'); colon > 0)
            passwords.state.insert(line.first(colon).toByteArray(), line.sliced(colon + 1).toByteArray());
    }
    return passwords;
}

void judge(UserAccount &user, const QByteArray &name, const RootRights &rights, bool rulesKnown)
{
    QList<QByteArray> names{name, "ALL", '#' + QByteArray::number(user.uid)};
    for (const UntrustedText &group : user.groups)
        names.append('%' + group.raw().toUtf8());
    for (const QByteArray &each : std::as_const(names)) {
        const auto right = rights.withPassword.constFind(each);
        if (right == rights.withPassword.cend())
            continue;
        user.mayBecomeRoot = true;
        user.rootWithoutPassword = user.rootWithoutPassword || !*right;
    }
    // The rules are readable by root only; these groups have the right on every distribution that knows them.
    if (!rulesKnown && (names.contains("%sudo") || names.contains("%wheel") || names.contains("%admin")))
        user.mayBecomeRoot = true;
    if (user.uid == 0)
        user.mayBecomeRoot = true;
}

} // namespace

Known<QList<SudoRule>> sudoRulesFrom(const Sections &sections)
{
    const auto files = sections.all("sudo.file");
    if (files.isEmpty())
        return Gap{sections.find("users") ? Gap::Reason::NotInstalled : Gap::Reason::NotAsked, {}};
    if (sections.has("sudo.closed"))
        return Gap{Gap::Reason::NeedsRoot, {}};
    QList<SudoRule> rules;
    for (const SurveySection *file : files) {
        if (const auto gap = sections.gapOf(file))
            return *gap;
        QByteArray logical;
        int number = 0;
        int start = 0;
        for (const QByteArrayView line : linesOf(file->content)) {
            ++number;
            if (logical.isEmpty())
                start = number;
            if (line.endsWith('\\')) {
                logical += line.chopped(1).toByteArray() + ' ';
                continue;
            }
            logical += line.toByteArray();
            const QByteArray text = logical.trimmed();
            logical.clear();
            // "#include" and "#includedir" are no comments in sudoers, and "#0" is a user id.
            const bool comment = text.startsWith('#') && !(text.size() > 1 && text[1] >= '0' && text[1] <= '9');
            if (text.isEmpty() || comment || text.startsWith("@include"))
                continue;
            rules.append(SudoRule{pathOf(*file), start, untrusted(text)});
        }
    }
    return rules;
}

Known<QList<UserAccount>> usersFrom(const Sections &sections, const Known<QList<SudoRule>> &rules)
{
    const Groups groups = groupsFrom(sections);
    const Passwords passwords = passwordsFrom(sections);
    const AuthorizedKeys keys(sections);
    const bool rulesKnown = bool(rules);
    const RootRights rights = rulesKnown ? rootRights(*rules) : RootRights();
    return sections.known("users", [&](QByteArrayView printed) {
        QList<UserAccount> users;
        for (const QByteArrayView line : linesOf(printed)) {
            const QList<QByteArrayView> fields = partsOf(line, ':');
            bool isNumber = false;
            const quint32 uid = fields.value(2).toUInt(&isNumber);
            if (fields.size() < 7 || !isNumber || fields[0].isEmpty())
                continue;
            const QByteArray name = fields[0].toByteArray();
            UserAccount user;
            user.name = untrusted(name);
            user.uid = uid;
            user.home = untrusted(fields[5]);
            user.shell = untrusted(fields[6]);
            const QByteArray primary = groups.nameOf.value(fields[3].toByteArray());
            if (!primary.isEmpty())
                user.groups.append(untrusted(primary));
            for (const QByteArray &group : groups.ofMember.value(name)) {
                if (group != primary)
                    user.groups.append(untrusted(group));
            }
            judge(user, name, rights, rulesKnown);
            if (passwords.gap) {
                user.hasPassword = *passwords.gap;
            } else {
                user.hasPassword = passwords.state.value(name) == "usable";
                user.emptyPassword = passwords.state.value(name) == "empty";
            }
            user.keys = keys.of(name);
            user.keyFiles = keys.filesOf(name);
            user.keyFolders = keys.foldersOf(name, fields[5].toByteArray());
            users.append(user);
        }
        return users;
    });
}

} // namespace gw
