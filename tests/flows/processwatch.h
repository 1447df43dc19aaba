// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QMap>
#include <QSet>
#include <mutex>
#include <thread>

namespace gw::test {

/// Looks at the command line and the environment of every process, again and again, for some words. The servers of the
/// lab live in pid namespaces below ours, so their processes are seen too.
class ProcessWatch {
public:
    explicit ProcessWatch(const QByteArrayList &words);

    /// Processes whose command line or environment held the word.
    QSet<QByteArray> seen(const QByteArray &word) const;

private:
    void look();
    void lookAt(const QByteArray &process);

    const QByteArrayList m_words;
    mutable std::mutex m_mutex;
    QMap<QByteArray, QSet<QByteArray>> m_seen;
    std::jthread m_thread; // last: it uses the others
};

} // namespace gw::test
