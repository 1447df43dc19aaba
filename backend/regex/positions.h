// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/regex/automaton.h"

namespace gw {

/// An automaton without its empty moves: the places that consume, and in how many ways one leads to another.
class Positions {
public:
    struct Edge {
        quint32 to = 0;
        ByteSet bytes;   ///< what `to` consumes on this edge
        ByteSet twofold; ///< those of them that it consumes in two ways
    };
    static constexpr size_t mostPositions = 1500;
    static constexpr size_t mostEdges = 60000;

    explicit Positions(const Automaton &automaton);

    bool isTooLarge() const { return m_isTooLarge; }
    quint32 count() const { return quint32(m_edges.size()); }
    std::span<const Edge> edges(quint32 from) const { return m_edges[from]; }
    /// Where a subject begins.
    std::span<const Edge> entries() const { return m_entries; }
    /// The strongly connected component of a position; components are numbered against the edges.
    quint32 component(quint32 position) const { return m_components[position]; }
    quint32 componentCount() const { return m_componentCount; }
    /// Whether a position lies on a cycle.
    bool isLoop(quint32 position) const { return m_isLoop[m_components[position]]; }

    /// A text that leads from before the subject to the position; empty and the position -1 where there is none.
    std::optional<QByteArray> textTo(quint32 position) const;
    /// A text that leads from one position to another without leaving their component; not empty unless they are one.
    QByteArray textBetween(quint32 from, quint32 to) const;

private:
    std::vector<Edge> follow(const Automaton &automaton, quint32 state, const std::vector<quint32> &numbers,
                             const ByteSet *previous) const;
    void findComponents();

    std::vector<std::vector<Edge>> m_edges;
    std::vector<Edge> m_entries;
    std::vector<quint32> m_components;
    std::vector<bool> m_isLoop;
    quint32 m_componentCount = 0;
    bool m_isTooLarge = false;
};

/// The byte of a set that is read best.
quint8 readable(const ByteSet &set);

} // namespace gw
