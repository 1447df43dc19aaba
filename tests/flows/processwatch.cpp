// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/processwatch.h"

#include "tests/flows/labclient.h"

#include <QDir>

namespace gw::test {

ProcessWatch::ProcessWatch(const QByteArrayList &words)
    : m_words(words), m_thread([this](std::stop_token stop) {
          while (!stop.stop_requested())
              look();
      })
{
}

QSet<QByteArray> ProcessWatch::seen(const QByteArray &word) const
{
    const std::lock_guard lock(m_mutex);
    return m_seen.value(word);
}

void ProcessWatch::look()
{
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        if (entry.front().isDigit())
            lookAt(entry.toLatin1());
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void ProcessWatch::lookAt(const QByteArray &process)
{
    const QString folder = QStringLiteral("/proc/") + QString::fromLatin1(process);
    const QByteArray line = readFile(folder + QStringLiteral("/cmdline"));
    const QByteArray shown = line + '\0' + readFile(folder + QStringLiteral("/environ"));
    for (const QByteArray &word : m_words) {
        if (!shown.contains(word))
            continue;
        const std::lock_guard lock(m_mutex);
        m_seen[word] += QByteArray(process + ' ' + QByteArray(line).replace('\0', ' ').left(200));
    }
}

} // namespace gw::test
