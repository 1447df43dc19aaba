// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/ambiguity.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <map>
#include <unordered_map>

namespace gw {
namespace {

constexpr quint64 mostWork = 3000000;
constexpr size_t mostPumps = 24;

/// Where a walk came from, and by which byte.
struct Came {
    quint64 from = 0;
    quint8 by = 0;
};

} // namespace

bool Ambiguity::spends(quint64 work)
{
    m_work += work;
    m_isIncomplete = m_isIncomplete || m_work > mostWork;
    return !m_isIncomplete;
}

std::vector<Pump> Ambiguity::exponential()
{
    std::vector<std::vector<quint32>> members(m_positions.componentCount());
    for (quint32 at = 0; at < m_positions.count(); ++at) {
        if (m_positions.isLoop(at))
            members[m_positions.component(at)].push_back(at);
    }
    std::vector<Pump> pumps;
    for (quint32 component = 0; component < members.size(); ++component)
        twofoldIn(component, members[component], &pumps);
    return pumps;
}

/// Pairs of positions that the same text reaches from one position; when they meet again, that text has two readings.
void Ambiguity::twofoldIn(quint32 component, const std::vector<quint32> &members, std::vector<Pump> *pumps)
{
    constexpr size_t mostHere = 4;
    const size_t before = pumps->size();
    const auto isFull = [&] { return pumps->size() >= before + mostHere || pumps->size() >= mostPumps; };
    const auto key = [](quint32 p, quint32 q) { return quint64(std::min(p, q)) << 32 | std::max(p, q); };
    std::unordered_map<quint64, Came> came;
    std::deque<quint64> queue;
    const auto reach = [&](quint64 from, quint32 p, quint32 q, quint8 by) {
        if (p != q) {
            if (came.try_emplace(key(p, q), Came{from, by}).second)
                queue.push_back(key(p, q));
            return;
        }
        QByteArray text(1, char(by));
        quint64 at = from;
        for (; at >> 32 != (at & 0xffffffff); at = came.at(at).from)
            text.append(char(came.at(at).by));
        std::reverse(text.begin(), text.end());
        const quint32 start = quint32(at);
        pumps->push_back({start, text + m_positions.textBetween(p, start)});
    };
    const auto expand = [&](quint32 p, quint32 q) {
        for (const Positions::Edge &one : m_positions.edges(p)) {
            if (m_positions.component(one.to) != component)
                continue;
            if (!spends(m_positions.edges(q).size()))
                return;
            for (const Positions::Edge &other : m_positions.edges(q)) {
                if (isFull())
                    return;
                const ByteSet both = one.bytes & other.bytes;
                if (m_positions.component(other.to) == component && !both.isEmpty() && (p != q || one.to != other.to))
                    reach(key(p, q), one.to, other.to, readable(both));
            }
        }
    };
    for (const quint32 member : members) {
        for (const Positions::Edge &edge : m_positions.edges(member)) {
            if (m_positions.component(edge.to) == component && !edge.twofold.isEmpty() && !isFull())
                pumps->push_back(
                    {member, QByteArray(1, char(readable(edge.twofold))) + m_positions.textBetween(edge.to, member)});
        }
    }
    for (const quint32 member : members) {
        if (isFull() || m_isIncomplete)
            return;
        expand(member, member);
    }
    for (; !queue.empty() && !isFull() && !m_isIncomplete; queue.pop_front())
        expand(quint32(queue.front() >> 32), quint32(queue.front()));
}

std::vector<Pump> Ambiguity::polynomial()
{
    std::vector<Pump> pumps;
    std::vector<quint32> loops;
    for (quint32 at = 0; at < m_positions.count(); ++at) {
        if (m_positions.isLoop(at))
            loops.push_back(at);
    }
    std::map<std::pair<quint32, quint32>, bool> done;
    for (const quint32 p : loops) {
        for (const quint32 q : loops) {
            const std::pair components(m_positions.component(p), m_positions.component(q));
            if (components.first <= components.second || done[components]) // edges lead to lower numbers
                continue;
            if (pumps.size() >= mostPumps || !spends(1))
                return pumps;
            const QByteArray text = between(p, q);
            if (text.isEmpty())
                continue;
            done[components] = true;
            pumps.push_back({p, text});
        }
    }
    return pumps;
}

/// A text that leads from p to p, from p to q and from q to q; empty: there is none.
QByteArray Ambiguity::between(quint32 p, quint32 q)
{
    // Three walks at once; 21 bits are more than there are positions.
    const auto key = [](quint64 a, quint64 b, quint64 c) { return a << 42 | b << 21 | c; };
    const auto part = [](quint64 walks, int which) { return quint32(walks >> (42 - 21 * which)) & 0x1fffff; };
    const quint32 low = m_positions.component(q);
    const quint32 high = m_positions.component(p);
    const quint64 start = key(p, p, q);
    const quint64 goal = key(p, q, q);
    std::unordered_map<quint64, Came> came{{start, {}}};
    std::deque<quint64> queue{start};
    for (; !queue.empty() && !came.contains(goal); queue.pop_front()) {
        const quint64 walks = queue.front();
        for (const Positions::Edge &one : m_positions.edges(part(walks, 0))) {
            if (m_positions.component(one.to) != high)
                continue;
            for (const Positions::Edge &three : m_positions.edges(part(walks, 2))) {
                const ByteSet outer = one.bytes & three.bytes;
                if (m_positions.component(three.to) != low || outer.isEmpty())
                    continue;
                if (!spends(m_positions.edges(part(walks, 1)).size()))
                    return {};
                for (const Positions::Edge &two : m_positions.edges(part(walks, 1))) {
                    const quint32 middle = m_positions.component(two.to);
                    const ByteSet bytes = outer & two.bytes;
                    if (middle < low || middle > high || bytes.isEmpty())
                        continue;
                    const quint64 next = key(one.to, two.to, three.to);
                    if (came.try_emplace(next, Came{walks, readable(bytes)}).second)
                        queue.push_back(next);
                }
            }
        }
    }
    QByteArray text;
    if (!came.contains(goal))
        return text;
    for (quint64 at = goal; at != start; at = came.at(at).from)
        text.append(char(came.at(at).by));
    std::reverse(text.begin(), text.end());
    return text;
}

int Ambiguity::growth(const QByteArray &prefix, const QByteArray &pump) const
{
    std::vector<double> ways(m_positions.count());
    std::vector<double> next(m_positions.count());
    const auto take = [&](std::span<const Positions::Edge> edges, double count, int byte) {
        for (const Positions::Edge &edge : edges) {
            if (edge.bytes.has(byte))
                next[edge.to] += edge.twofold.has(byte) ? 2 * count : count;
        }
    };
    bool isFirst = true;
    const auto read = [&](const QByteArray &text) {
        for (const char byte : text) {
            std::fill(next.begin(), next.end(), 0);
            if (isFirst) {
                take(m_positions.entries(), 1, quint8(byte));
            } else {
                for (quint32 at = 0; at < ways.size(); ++at) {
                    if (ways[at] > 0)
                        take(m_positions.edges(at), ways[at], quint8(byte));
                }
            }
            isFirst = false;
            std::swap(ways, next);
        }
        double sum = 0;
        for (const double count : ways)
            sum += count;
        return sum;
    };
    read(prefix);
    constexpr int half = 40;
    double middle = 0;
    double end = 0;
    for (int time = 1; time <= 2 * half; ++time) {
        end = read(pump);
        if (time == half)
            middle = end;
    }
    if (middle <= 0)
        return 0;
    const int degree = int(std::lround(std::log2(end / middle)));
    return degree > 12 ? 99 : degree; // a polynomial of such a degree is as bad
}

} // namespace gw
