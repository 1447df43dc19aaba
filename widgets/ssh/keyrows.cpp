// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/keyrows.h"

#include "widgets/parts/format.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(KeyRows)
};

QString rowKey(const UserAccount &user, const AuthorizedKey &key)
{
    return QStringLiteral("%1\n%2\n%3:%4")
        .arg(user.name.raw(), key.fingerprint.raw(), key.file.shown(), QString::number(key.line));
}

QString place(const UserAccount &user, const AuthorizedKey &key)
{
    QString path = key.file.shown();
    const QString home = user.home.shown() + u'/';
    if (home.size() > 1 && path.startsWith(home))
        path = QStringLiteral("~/") + path.mid(home.size());
    return QStringLiteral("%1:%2").arg(path).arg(key.line);
}

QString kind(const AuthorizedKey &key)
{
    QString type = key.type.shown(40);
    if (type.startsWith(QLatin1String("ssh-")))
        type.remove(0, 4);
    return key.bits > 0 ? QStringLiteral("%1 %2").arg(type).arg(key.bits) : type;
}

QList<const Finding *> findingsAbout(const Review *review, const AuthorizedKey &key)
{
    QList<const Finding *> found;
    if (!review)
        return found;
    for (const Finding &finding : review->findings) {
        if (finding.where.file == key.file && finding.where.line == key.line)
            found << &finding;
    }
    return found;
}

Row rowOf(const UserAccount &user, const AuthorizedKey &key, const Review *review, const FirstSeen &firstSeen)
{
    Row row;
    row.key = rowKey(user, key);
    row.lead = user.name.shown(40);
    row.title = format::joined({kind(key), key.comment.shown(80)});
    const QDateTime since = firstSeen.value(key.fingerprint.raw());
    row.detail = format::joined(
        {place(user, key),
         since.isValid() ? Text::tr("since %1").arg(format::date(since.toLocalTime().date())) : QString(),
         key.fingerprint.shown(), key.options.shown(60)});
    if (key.everUsed) {
        row.pill = *key.everUsed ? Text::tr("used") : Text::tr("never used");
        row.pillTone = *key.everUsed ? Tone::Muted : Tone::Warning;
    }
    row.icon = QStringLiteral("key");
    QStringList titles;
    for (const Finding *finding : findingsAbout(review, key)) {
        titles << finding->title;
        row.severity = qMax(row.severity.value_or(finding->severity), finding->severity);
        if (finding->rule.text() == QLatin1String("sshd.weak-authorized-key")) {
            row.pill = Text::tr("weak");
            row.pillTone = toneOf(finding->severity);
        }
    }
    row.toolTip = titles.join(u'\n');
    return row;
}

Row rowWithoutKey(const UserAccount &user)
{
    Row row;
    row.key = user.name.raw();
    row.icon = QStringLiteral("minus");
    row.lead = user.name.shown(40);
    row.title = user.keys ? Text::tr("no key") : Text::tr("keys not known: %1").arg(user.keys.gap().text());
    return row;
}

bool holds(const Row &row, const QStringList &words)
{
    const QString all = QStringList{row.lead, row.title, row.detail, row.pill, row.toolTip}.join(u' ');
    return std::all_of(words.cbegin(), words.cend(),
                       [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QList<Row> keyRows(const Facts &facts, const Review *review, const FirstSeen &firstSeen, const QString &filter)
{
    QList<Row> rows;
    if (!facts.users)
        return rows;
    for (const UserAccount &user : *facts.users) {
        if (!user.keys || user.keys->isEmpty()) {
            rows << rowWithoutKey(user);
            continue;
        }
        for (const AuthorizedKey &key : *user.keys)
            rows << rowOf(user, key, review, firstSeen);
    }
    const QStringList words = filter.split(u' ', Qt::SkipEmptyParts);
    rows.removeIf([&](const Row &row) { return !holds(row, words); });
    return rows;
}

std::optional<UserKey> keyOfRow(const Facts &facts, const QString &wanted)
{
    if (!facts.users)
        return {};
    for (const UserAccount &user : *facts.users) {
        if (!user.keys)
            continue;
        for (const AuthorizedKey &key : *user.keys) {
            if (rowKey(user, key) == wanted)
                return UserKey{user.name.raw(), key};
        }
    }
    return {};
}

} // namespace gw
