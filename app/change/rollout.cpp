// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/rollout.h"

#include <QCoreApplication>
#include <atomic>
#include <mutex>
#include <numeric>
#include <thread>

namespace gw {
namespace {

constexpr int mostAtOnce = 16; // each waits for its server most of the time

/// One rollout while it runs.
class Rollout {
public:
    Rollout(const QList<Server> &servers, const ChangeOne &changeOne,
            const std::function<void(int, const RolloutEntry &)> &onEntry, std::stop_token stop)
        : m_changeOne(changeOne), m_onEntry(onEntry), m_stop(std::move(stop))
    {
        for (const Server &server : servers)
            m_entries += RolloutEntry{server};
    }

    QList<RolloutEntry> run()
    {
        for (const QList<int> &wave : wavesOf(int(m_entries.size()))) {
            if (!mayGoOn())
                break;
            runWave(wave);
        }
        for (int i = 0; i < m_entries.size(); ++i) {
            if (m_entries[i].state == RolloutEntry::State::Waiting)
                set(i, {m_entries[i].server, RolloutEntry::State::NotReached});
        }
        return m_entries;
    }

private:
    bool mayGoOn() const { return !m_ended && !m_stop.stop_requested(); }

    void runWave(const QList<int> &wave)
    {
        std::atomic<qsizetype> next = 0;
        const auto work = [&] {
            for (qsizetype i = next++; i < wave.size() && mayGoOn(); i = next++)
                change(wave[i]);
        };
        std::vector<std::jthread> threads;
        for (qsizetype i = 0; i < std::min<qsizetype>(wave.size(), mostAtOnce); ++i)
            threads.emplace_back(work);
    }

    void change(int index)
    {
        const Server server = entry(index).server;
        set(index, {server, RolloutEntry::State::Working});
        const auto result = m_changeOne(server, m_stop);
        if (!result)
            set(index, {server, RolloutEntry::State::Failed, {}, result.error()});
        else if (!*result || (*result)->outcome == Outcome::Kept)
            set(index, {server, RolloutEntry::State::Kept, *result});
        else
            set(index, {server, RolloutEntry::State::Ended, *result});
    }

    RolloutEntry entry(int index)
    {
        const std::lock_guard lock(m_mutex);
        return m_entries[index];
    }

    void set(int index, const RolloutEntry &entry)
    {
        const std::lock_guard lock(m_mutex);
        m_entries[index] = entry;
        if (entry.state == RolloutEntry::State::Failed || entry.state == RolloutEntry::State::Ended)
            m_ended = true;
        m_onEntry(index, entry);
    }

    const ChangeOne &m_changeOne;
    const std::function<void(int, const RolloutEntry &)> &m_onEntry;
    const std::stop_token m_stop;
    std::mutex m_mutex;
    QList<RolloutEntry> m_entries;
    std::atomic<bool> m_ended = false;
};

QList<int> range(int first, int end)
{
    QList<int> out(std::max(0, end - first));
    std::iota(out.begin(), out.end(), first);
    return out;
}

} // namespace

QList<QList<int>> wavesOf(int servers)
{
    const int quarter = std::max(1, servers / 4);
    const int afterQuarter = std::min(servers, 1 + quarter);
    QList<QList<int>> waves{range(0, std::min(servers, 1)), range(1, afterQuarter), range(afterQuarter, servers)};
    waves.removeAll({});
    return waves;
}

QList<RolloutEntry> rollOut(const QList<Server> &servers, const ChangeOne &changeOne,
                            const std::function<void(int, const RolloutEntry &)> &onEntry, std::stop_token stop)
{
    return Rollout(servers, changeOne, onEntry, std::move(stop)).run();
}

Result<ChangeEnded> changeUnattended(ChangeRun &run, const Contact &contact, const OnChange &progress,
                                     std::stop_token stop)
{
    Result<ChangeState> state = run.apply(contact, progress, stop);
    if (state) {
        if (const auto *waiting = std::get_if<AwaitingKeep>(&*state); waiting && waiting->proven)
            state = run.keepIt(contact, stop);
    }
    if (!run.isArmed())
        return state ? Result<ChangeEnded>(std::get<ChangeEnded>(*state)) : state.error();
    const QString why = state ? QCoreApplication::translate("Change", "Not everything could be tried from outside")
                              : state.error().text();
    return std::get<ChangeEnded>(run.undoIt(contact, why));
}

} // namespace gw
