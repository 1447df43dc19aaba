// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/diff.h"
#include "backend/plan/edits.h"

#include <algorithm>

namespace gw {
namespace {

/// One side of a merge: what it makes of the base.
class MergeSide {
public:
    MergeSide(const Pieces &base, const QByteArray &text) : m_lines(linesOf(text)), m_edits(editsOf(base, m_lines)) {}

    bool isDone() const { return m_next == m_edits.size(); }
    /// Where the next edit starts in the base.
    qsizetype nextStart() const { return m_edits[m_next].before; }
    /// Takes the next edit and says where it ends in the base.
    qsizetype take()
    {
        const Edit &edit = m_edits[m_next++];
        m_shift = edit.after + edit.added - edit.before - edit.removed;
        return edit.before + edit.removed;
    }
    /// The line that a line of the base became, behind all edits that were taken.
    qsizetype position(qsizetype base) const { return base + m_shift; }

    QByteArrayView text(qsizetype first, qsizetype end) const
    {
        if (first == end)
            return {};
        return {m_lines[first].begin(), m_lines[end - 1].end()};
    }

private:
    Pieces m_lines;
    QList<Edit> m_edits;
    qsizetype m_next = 0;
    qsizetype m_shift = 0;
};

/// A mark starts a line even when the text above it has no line end.
void appendMark(QByteArray &text, const char *mark)
{
    if (!text.isEmpty() && !text.endsWith('\n'))
        text += '\n';
    text += mark;
}

class ThreeWay {
public:
    ThreeWay(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
        : m_base(linesOf(base)), m_mine(m_base, mine), m_theirs(m_base, theirs)
    {
    }

    Merge merged()
    {
        qsizetype done = 0;
        while (!m_mine.isDone() || !m_theirs.isDone()) {
            const qsizetype start = nextStart();
            keep(done, start);
            done = mergeRegion(start);
        }
        keep(done, m_base.size());
        return m_merge;
    }

private:
    qsizetype nextStart() const
    {
        if (m_mine.isDone())
            return m_theirs.nextStart();
        return m_theirs.isDone() ? m_mine.nextStart() : std::min(m_mine.nextStart(), m_theirs.nextStart());
    }

    void keep(qsizetype first, qsizetype end)
    {
        for (qsizetype i = first; i < end; ++i)
            m_merge.text += m_base[i];
    }

    /// Edits of both that overlap or touch are one region, as in diff3. Returns its end in the base.
    qsizetype mergeRegion(qsizetype start)
    {
        const qsizetype mineFirst = m_mine.position(start);
        const qsizetype theirsFirst = m_theirs.position(start);
        bool isMine = false;
        bool isTheirs = false;
        qsizetype end = start;
        for (bool grows = true; grows;) {
            grows = false;
            for (; !m_mine.isDone() && m_mine.nextStart() <= end; isMine = grows = true)
                end = std::max(end, m_mine.take());
            for (; !m_theirs.isDone() && m_theirs.nextStart() <= end; isTheirs = grows = true)
                end = std::max(end, m_theirs.take());
        }
        const QByteArrayView mine = m_mine.text(mineFirst, m_mine.position(end));
        const QByteArrayView theirs = m_theirs.text(theirsFirst, m_theirs.position(end));
        if (!isTheirs || mine == theirs)
            m_merge.text += mine;
        else if (!isMine)
            m_merge.text += theirs;
        else
            conflict(start, mine, theirs);
        return end;
    }

    void conflict(qsizetype start, QByteArrayView mine, QByteArrayView theirs)
    {
        appendMark(m_merge.text, "<<<<<<< mine\n");
        m_merge.text += mine;
        appendMark(m_merge.text, "=======\n");
        m_merge.text += theirs;
        appendMark(m_merge.text, ">>>>>>> theirs\n");
        ++m_merge.conflicts;
        m_merge.conflictLines.append(int(start + 1));
    }

    const Pieces m_base;
    MergeSide m_mine;
    MergeSide m_theirs;
    Merge m_merge;
};

} // namespace

Merge mergeOf(const QByteArray &base, const QByteArray &mine, const QByteArray &theirs)
{
    return ThreeWay(base, mine, theirs).merged();
}

} // namespace gw
