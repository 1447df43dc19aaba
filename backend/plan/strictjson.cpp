// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/strictjson.h"

#include "backend/base/untrustedtext.h"

#include <QCoreApplication>
#include <limits>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(StrictJson)
};

constexpr qsizetype mostItems = 10'000;
constexpr qsizetype longestText = 64 * 1024;
constexpr qsizetype longestBytes = 16 * 1024 * 1024;
constexpr qsizetype longestPath = 4096; // PATH_MAX of Linux
constexpr qsizetype longestName = 256;

/// Usable as one word of a command line, and shown as it is.
bool isName(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestName && !text.startsWith(u'-') &&
           UntrustedText(text).shown(longestName) == text;
}

bool isAbsolutePath(const QByteArray &bytes)
{
    return bytes.size() > 1 && bytes.size() < longestPath && bytes.startsWith('/') && !bytes.endsWith('/') &&
           !bytes.contains('\0');
}

} // namespace

void JsonFault::report(const QString &where, const QString &what)
{
    if (m_text.isEmpty())
        m_text = where.isEmpty() ? what : Text::tr("%1 %2", "steps[3].change.path + is missing").arg(where, what);
}

Error JsonFault::error(const QString &tried) const
{
    return {Error::Kind::Invalid, tried, m_text, {}, {}};
}

QJsonValue jsonOf(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes)
        return text;
    return QJsonObject{{QStringLiteral("base64"), QString::fromLatin1(bytes.toBase64())}};
}

JsonReader::JsonReader(const QJsonValue &value, QString where, JsonFault &fault)
    : m_object(value.toObject()), m_where(std::move(where)), m_fault(fault)
{
    if (!value.isObject() && !value.isUndefined())
        m_fault.report(m_where, Text::tr("is not an object"));
}

JsonReader::~JsonReader()
{
    for (const QString &key : m_object.keys()) {
        if (!m_asked.contains(key))
            m_fault.report(m_where, Text::tr("has a member that is not known: %1").arg(UntrustedText(key).shown(80)));
    }
}

QString JsonReader::text(const char *key)
{
    return textOf(member(key), place(key));
}

QString JsonReader::name(const char *key)
{
    const QJsonValue value = member(key);
    if (value.isUndefined())
        return {};
    if (!isName(value.toString()))
        m_fault.report(place(key), Text::tr("is not a name"));
    return value.toString();
}

QByteArray JsonReader::bytes(const char *key)
{
    return bytesOf(member(key), place(key));
}

QByteArray JsonReader::argument(const char *key)
{
    QByteArray word = bytes(key);
    if (word.isEmpty())
        refuse(key, Text::tr("is empty"));
    if (word.size() > longestText)
        refuse(key, Text::tr("is too long"));
    if (word.contains('\0'))
        refuse(key, Text::tr("holds a NUL byte"));
    return word;
}

RemotePath JsonReader::path(const char *key)
{
    return pathOf(member(key), place(key));
}

qint64 JsonReader::number(const char *key, qint64 least, qint64 most)
{
    const QJsonValue value = member(key);
    // Two different defaults: only a whole number gives the same with both.
    const bool whole = value.toInteger(0) == value.toInteger(1);
    if (!value.isUndefined() && (!whole || value.toInteger() < least || value.toInteger() > most))
        m_fault.report(place(key), Text::tr("is not a number from %1 to %2").arg(least).arg(most));
    return value.toInteger();
}

bool JsonReader::flag(const char *key)
{
    const QJsonValue value = member(key);
    if (!value.isUndefined() && !value.isBool())
        m_fault.report(place(key), Text::tr("is neither true nor false"));
    return value.toBool();
}

QStringList JsonReader::texts(const char *key)
{
    QStringList all;
    const QJsonArray array = list(key);
    for (qsizetype i = 0; i < array.size(); ++i)
        all.append(textOf(array[i], QStringLiteral("%1[%2]").arg(place(key)).arg(i)));
    return all;
}

QList<RemotePath> JsonReader::paths(const char *key)
{
    QList<RemotePath> all;
    const QJsonArray array = list(key);
    for (qsizetype i = 0; i < array.size(); ++i)
        all.append(pathOf(array[i], QStringLiteral("%1[%2]").arg(place(key)).arg(i)));
    return all;
}

void JsonReader::version(const char *key, int newest)
{
    const qint64 found = number(key, 1, std::numeric_limits<int>::max());
    if (found > newest)
        refuse(key, Text::tr("is %1: a newer Gatewright wrote this").arg(found));
}

void JsonReader::refuse(const QString &key, const QString &what)
{
    m_fault.report(place(key), what);
}

QString JsonReader::place(const QString &key) const
{
    return m_where.isEmpty() ? key : QStringLiteral("%1.%2").arg(m_where, key);
}

QJsonValue JsonReader::member(const char *key)
{
    m_asked.insert(QString::fromLatin1(key));
    QJsonValue value = m_object.value(QLatin1String(key));
    if (value.isUndefined())
        m_fault.report(place(key), Text::tr("is missing"));
    return value;
}

QJsonArray JsonReader::list(const char *key)
{
    const QJsonValue value = member(key);
    if (!value.isUndefined() && !value.isArray())
        m_fault.report(place(key), Text::tr("is not a list"));
    QJsonArray array = value.toArray();
    if (array.size() <= mostItems)
        return array;
    m_fault.report(place(key), Text::tr("has more than %1 entries").arg(mostItems));
    return {};
}

void JsonReader::refuseWord(const char *key, const QString &found)
{
    refuse(key, Text::tr("is not known: %1").arg(UntrustedText(found).shown(80)));
}

QString JsonReader::textOf(const QJsonValue &value, const QString &where)
{
    if (!value.isString() && !value.isUndefined())
        m_fault.report(where, Text::tr("is not a text"));
    const QString text = value.toString();
    if (text.size() > longestText)
        m_fault.report(where, Text::tr("is too long"));
    return UntrustedText(text.left(longestText)).shownLines();
}

QByteArray JsonReader::bytesOf(const QJsonValue &value, const QString &where)
{
    QByteArray bytes;
    if (value.isObject()) {
        JsonReader in(value, where, m_fault);
        const QJsonValue text = in.member("base64");
        const auto decoded =
            QByteArray::fromBase64Encoding(text.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!text.isString() || !decoded)
            m_fault.report(where, Text::tr("is not base64"));
        bytes = decoded.decoded;
    } else if (value.isString()) {
        bytes = value.toString().toUtf8();
    } else if (!value.isUndefined()) {
        m_fault.report(where, Text::tr("is neither a text nor base64"));
    }
    if (bytes.size() > longestBytes)
        m_fault.report(where, Text::tr("is larger than %1").arg(shownSize(longestBytes)));
    return bytes;
}

RemotePath JsonReader::pathOf(const QJsonValue &value, const QString &where)
{
    const QByteArray bytes = bytesOf(value, where);
    if (!isAbsolutePath(bytes))
        m_fault.report(where, Text::tr("is not an absolute path"));
    return RemotePath(bytes);
}

} // namespace gw
