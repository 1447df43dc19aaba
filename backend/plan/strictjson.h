// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/remotepath.h"
#include "backend/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace gw {

/// The first thing that was wrong while JSON was read. Reading goes on with defaults, so that only its end has to look.
class JsonFault {
public:
    explicit operator bool() const { return !m_text.isEmpty(); }
    void report(const QString &where, const QString &what);
    /// Kind::Invalid: "Read the plan: steps[3].change.path is not an absolute path".
    Error error(const QString &tried) const;

private:
    QString m_text;
};

/// An enumerator and its word in JSON. Tables of them serve both directions.
template <typename Enum>
struct JsonWord {
    Enum value;
    const char *word;
};

template <typename Enum, size_t count>
QString wordOf(const JsonWord<Enum> (&table)[count], Enum value)
{
    for (const JsonWord<Enum> &row : table) {
        if (row.value == value)
            return QString::fromLatin1(row.word);
    }
    Q_UNREACHABLE();
}

/// Bytes as JSON: text where they are UTF-8, {"base64": "…"} otherwise.
QJsonValue jsonOf(const QByteArray &bytes);
inline QJsonValue jsonOf(const RemotePath &path)
{
    return jsonOf(path.bytes());
}

/// One object of hostile JSON, read member by member: each must be there, of its type and within bounds, and when the
/// reading ends, members that nobody asked for are refused.
class JsonReader {
public:
    JsonReader(const QJsonValue &value, QString where, JsonFault &fault);
    ~JsonReader();
    JsonReader(const JsonReader &) = delete;
    JsonReader &operator=(const JsonReader &) = delete;

    /// For members that may be missing.
    bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }

    QString text(const char *key);        ///< for people: control and bidi characters become visible
    QString name(const char *key);        ///< a word for a command line: no option, no control characters
    QByteArray bytes(const char *key);    ///< any, up to 16 MiB
    QByteArray argument(const char *key); ///< of a command: not empty, without NUL
    RemotePath path(const char *key);
    qint64 number(const char *key, qint64 least, qint64 most);
    bool flag(const char *key);

    template <typename Enum, size_t count>
    Enum word(const char *key, const JsonWord<Enum> (&table)[count])
    {
        const QString found = text(key);
        for (const JsonWord<Enum> &row : table) {
            if (found == QLatin1String(row.word))
                return row.value;
        }
        refuseWord(key, found);
        return table[0].value;
    }

    /// What `read(JsonReader &)` makes of an object.
    template <typename Read>
    auto object(const char *key, Read read)
    {
        JsonReader reader(member(key), place(key), m_fault);
        return read(reader);
    }
    /// What `read(JsonReader &)` makes of each object of a list.
    template <typename Read>
    auto objects(const char *key, Read read)
    {
        QList<decltype(read(*this))> all;
        const QJsonArray array = list(key);
        for (qsizetype i = 0; i < array.size(); ++i) {
            JsonReader reader(array[i], QStringLiteral("%1[%2]").arg(place(key)).arg(i), m_fault);
            all.append(read(reader));
        }
        return all;
    }
    QStringList texts(const char *key);
    QList<RemotePath> paths(const char *key);

    /// The version of a layout; a newer one is refused.
    void version(const char *key, int newest);

    /// Says that something here cannot be used, and why: refuse(u"steps[0].id"_s, tr("is empty")).
    void refuse(const QString &key, const QString &what);
    void refuse(const char *key, const QString &what) { refuse(QString::fromLatin1(key), what); }
    void refuseWord(const char *key, const QString &found);

private:
    QString place(const QString &key) const;
    QString place(const char *key) const { return place(QString::fromLatin1(key)); }
    QJsonValue member(const char *key);
    QJsonArray list(const char *key);
    QString textOf(const QJsonValue &value, const QString &where);
    QByteArray bytesOf(const QJsonValue &value, const QString &where);
    RemotePath pathOf(const QJsonValue &value, const QString &where);

    QJsonObject m_object;
    QString m_where;
    JsonFault &m_fault;
    QSet<QString> m_asked;
};

} // namespace gw
