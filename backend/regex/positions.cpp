// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/regex/positions.h"

#include <algorithm>
#include <deque>
#include <map>

namespace gw {
namespace {

constexpr quint32 none = 0xffffffff;

} // namespace

quint8 readable(const ByteSet &set)
{
    for (const ByteSet &better : {bytesets::lower, bytesets::digit, ByteSet::range(33, 126), ByteSet::range(1, 255)}) {
        if (const int byte = (set & better).lowest(); byte >= 0)
            return quint8(byte);
    }
    return 0;
}

Positions::Positions(const Automaton &automaton)
{
    std::vector<quint32> numbers(automaton.states.size(), none);
    std::vector<quint32> states;
    for (size_t state = 0; state < automaton.states.size(); ++state) {
        // What follows the match is of no interest: there everything has matched already.
        const Automaton::State &here = automaton.states[state];
        if (here.kind == Automaton::State::Kind::Bytes && !(here.next == automaton.rest && here.value == 0)) {
            numbers[state] = quint32(states.size());
            states.push_back(quint32(state));
        }
    }
    m_edges.resize(states.size());
    m_isTooLarge = automaton.isTooLarge || states.size() > mostPositions;
    size_t edges = 0;
    for (size_t at = 0; at < states.size() && !m_isTooLarge; ++at) {
        const Automaton::State &state = automaton.states[states[at]];
        m_edges[at] = follow(automaton, state.next, numbers, &automaton.sets[state.value]);
        edges += m_edges[at].size();
        m_isTooLarge = edges > mostEdges;
    }
    if (m_isTooLarge)
        return;
    m_entries = follow(automaton, automaton.start, numbers, nullptr);
    findComponents();
}

/// The positions that `state` leads to, `previous` being what was consumed last (nullptr: nothing). Ways are counted up
/// to two. A loop is not entered again after a round that consumed nothing, as in PCRE.
std::vector<Positions::Edge> Positions::follow(const Automaton &automaton, quint32 state,
                                               const std::vector<quint32> &numbers, const ByteSet *previous) const
{
    using Kind = Automaton::State::Kind;
    using GuardKind = Automaton::Guard::Kind;
    constexpr quint8 mostVisits = 3;
    struct Step {
        quint32 state;
        ByteSet next;
        bool leavesLoop; ///< state is then a loop that is no longer marked
    };
    std::vector<Edge> edges;
    std::map<quint32, size_t> known; // position → edge
    std::map<quint32, quint8> visits;
    std::vector<bool> isMarked(automaton.loops);
    std::vector<Step> stack{{state, ByteSet::all(), false}};
    while (!stack.empty()) {
        const Step step = stack.back();
        stack.pop_back();
        if (step.leavesLoop) {
            isMarked[step.state] = false;
            continue;
        }
        if (step.next.isEmpty() || visits[step.state]++ >= mostVisits)
            continue;
        const Automaton::State &here = automaton.states[step.state];
        switch (here.kind) {
        case Kind::Split:
            stack.push_back({here.other, step.next, false});
            stack.push_back({here.next, step.next, false});
            break;
        case Kind::LoopHead:
        case Kind::LoopBack:
            stack.push_back({here.other, step.next, false});
            if (here.kind == Kind::LoopHead || !isMarked[here.value]) {
                if (!isMarked[here.value])
                    stack.push_back({here.value, {}, true});
                isMarked[here.value] = true;
                stack.push_back({here.next, step.next, false});
            }
            break;
        case Kind::Guard: {
            const Automaton::Guard &guard = automaton.guards[here.value];
            const auto go = [&](const ByteSet &next) { stack.push_back({here.next, step.next & next, false}); };
            switch (guard.kind) {
            case GuardKind::Start:
                if (!previous)
                    go(ByteSet::all());
                break;
            case GuardKind::End: break;
            case GuardKind::Dollar:
            case GuardKind::LineEnd: go(bytesets::newline); break;
            case GuardKind::LineStart:
                if (!previous || previous->has('\n'))
                    go(ByteSet::all());
                break;
            case GuardKind::NextIn: go(guard.set); break;
            case GuardKind::NextNotIn: go(~guard.set); break;
            case GuardKind::PreviousIn:
                if (previous && previous->intersects(guard.set))
                    go(ByteSet::all());
                break;
            case GuardKind::PreviousNotIn:
                if (!previous || previous->intersects(~guard.set))
                    go(ByteSet::all());
                break;
            case GuardKind::Word:
            case GuardKind::NotWord: {
                const bool isSame = guard.kind == GuardKind::NotWord;
                ByteSet next;
                if (previous && previous->intersects(bytesets::word))
                    next |= isSame ? bytesets::word : ~bytesets::word;
                if (!previous || previous->intersects(~bytesets::word))
                    next |= isSame ? ~bytesets::word : bytesets::word;
                go(next);
                break;
            }
            }
            break;
        }
        case Kind::Bytes: {
            const quint32 position = numbers[step.state];
            const ByteSet bytes = automaton.sets[here.value] & step.next;
            if (position == none || bytes.isEmpty())
                break;
            const auto [edge, isNew] = known.try_emplace(position, edges.size());
            if (isNew) {
                edges.push_back({position, bytes, {}});
            } else {
                Edge &before = edges[edge->second];
                before.twofold |= before.bytes & bytes;
                before.bytes |= bytes;
            }
            break;
        }
        case Kind::Accept:
        case Kind::Dead: break;
        }
    }
    return edges;
}

/// Tarjan's algorithm, without recursion.
void Positions::findComponents()
{
    const quint32 size = count();
    std::vector<quint32> index(size, none);
    std::vector<quint32> low(size);
    std::vector<bool> isOpen(size);
    std::vector<quint32> open;
    std::vector<std::pair<quint32, size_t>> calls;
    quint32 counter = 0;
    m_components.assign(size, 0);
    for (quint32 root = 0; root < size; ++root) {
        if (index[root] != none)
            continue;
        calls.emplace_back(root, 0);
        while (!calls.empty()) {
            auto &[at, next] = calls.back();
            if (next == 0) {
                index[at] = low[at] = counter++;
                open.push_back(at);
                isOpen[at] = true;
            }
            if (next < m_edges[at].size()) {
                const quint32 to = m_edges[at][next++].to;
                if (index[to] == none)
                    calls.emplace_back(to, 0);
                else if (isOpen[to])
                    low[at] = std::min(low[at], index[to]);
                continue;
            }
            const quint32 done = at;
            calls.pop_back();
            if (!calls.empty())
                low[calls.back().first] = std::min(low[calls.back().first], low[done]);
            if (low[done] != index[done])
                continue;
            for (quint32 member = none; member != done;) {
                member = open.back();
                open.pop_back();
                isOpen[member] = false;
                m_components[member] = m_componentCount;
            }
            ++m_componentCount;
        }
    }
    m_isLoop.assign(m_componentCount, false);
    for (quint32 from = 0; from < size; ++from) {
        for (const Edge &edge : m_edges[from]) {
            if (m_components[edge.to] == m_components[from])
                m_isLoop[m_components[from]] = true;
        }
    }
}

std::optional<QByteArray> Positions::textTo(quint32 position) const
{
    std::vector<std::pair<quint32, quint8>> parents(count(), {none, 0});
    std::vector<bool> isSeen(count());
    std::deque<quint32> queue;
    for (const Edge &edge : m_entries) {
        if (isSeen[edge.to])
            continue;
        isSeen[edge.to] = true;
        parents[edge.to] = {none, readable(edge.bytes)};
        queue.push_back(edge.to);
    }
    for (; !queue.empty(); queue.pop_front()) {
        quint32 at = queue.front();
        if (at == position) {
            QByteArray text;
            for (; at != none; at = parents[at].first)
                text.append(char(parents[at].second));
            std::reverse(text.begin(), text.end());
            return text;
        }
        for (const Edge &edge : m_edges[at]) {
            if (isSeen[edge.to])
                continue;
            isSeen[edge.to] = true;
            parents[edge.to] = {at, readable(edge.bytes)};
            queue.push_back(edge.to);
        }
    }
    return {};
}

QByteArray Positions::textBetween(quint32 from, quint32 to) const
{
    if (from == to)
        return {};
    std::vector<std::pair<quint32, quint8>> parents(count(), {none, 0});
    std::vector<bool> isSeen(count());
    std::deque<quint32> queue{from};
    isSeen[from] = true;
    for (; !queue.empty() && !isSeen[to]; queue.pop_front()) {
        for (const Edge &edge : m_edges[queue.front()]) {
            if (isSeen[edge.to] || m_components[edge.to] != m_components[from])
                continue;
            isSeen[edge.to] = true;
            parents[edge.to] = {queue.front(), readable(edge.bytes)};
            queue.push_back(edge.to);
        }
    }
    QByteArray text;
    for (quint32 at = to; at != from && at != none; at = parents[at].first)
        text.append(char(parents[at].second));
    std::reverse(text.begin(), text.end());
    return text;
}

} // namespace gw
