// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/survey/survey.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace gw::test {

/// What a server printed once (tests/survey/data/README.md).
inline QByteArray printedAnswer(const QString &name)
{
    QFile file(QStringLiteral(GW_TEST_DATA "/") + name + QStringLiteral(".answer"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QStringList answerNames()
{
    QStringList names =
        QDir(QStringLiteral(GW_TEST_DATA)).entryList({QStringLiteral("*.answer")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(7);
    return names;
}

inline SurveyAnswer readAnswer(const QString &name)
{
    auto answer = parseAnswer(printedAnswer(name));
    if (!answer) {
        qWarning("%s: %s", qPrintable(name), qPrintable(answer.error().text()));
        return {};
    }
    answer->takenAt = QDateTime::fromSecsSinceEpoch(1'795'316'038, Qt::UTC);
    return *answer;
}

inline Facts readFacts(const QString &name)
{
    return factsFrom(readAnswer(name));
}

/// A file of a folder laid out like a server's root.
inline void writeUnder(const QString &root, const QString &path, const QByteArray &content)
{
    const QString full = root + path;
    QDir().mkpath(full.section(u'/', 0, -2));
    QFile file(full);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

/// Finds the element for which `matches` holds; null if there is none.
template <typename T, typename Matches>
const T *find(const Known<QList<T>> &list, Matches matches)
{
    if (!list)
        return nullptr;
    for (const T &each : *list) {
        if (matches(each))
            return &each;
    }
    return nullptr;
}

template <typename T>
const T *named(const Known<QList<T>> &list, const char *name)
{
    return find(list, [name](const T &each) { return each.name == QString::fromUtf8(name); });
}

} // namespace gw::test
