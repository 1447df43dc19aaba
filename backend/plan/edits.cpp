// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/edits.h"

#include <QHash>
#include <algorithm>
#include <vector>

namespace gw {
namespace {

// Bounds for hostile input: 8 MiB of rows, a tenth of a second.
constexpr int mostEdits = 2000;
constexpr qsizetype mostComparisons = 20'000'000;

using Numbers = std::vector<int>;

/// The greedy algorithm of E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986. Row d holds how far
/// along the first sequence each diagonal k = x - y of -d, -d + 2, … d comes with d edits.
class Comparison {
public:
    Comparison(const Numbers &before, const Numbers &after) : m_before(before), m_after(after) {}

    /// Marks what both have in common; nothing when that would take too long.
    void markCommon(std::vector<bool> &before, std::vector<bool> &after)
    {
        for (int d = 0; d <= mostEdits && m_comparisons < mostComparisons; ++d) {
            if (addRow(d))
                return trace(d, before, after);
        }
    }

private:
    int at(int d, int k) const { return m_rows[size_t(d)][size_t((k + d) / 2)]; }

    /// Whether the best way to diagonal k with d edits ends by adding a piece (and not by removing one).
    bool comesByAdding(int d, int k) const { return k == -d || (k != d && at(d - 1, k - 1) < at(d - 1, k + 1)); }

    int start(int d, int k) const
    {
        if (d == 0)
            return 0;
        return comesByAdding(d, k) ? at(d - 1, k + 1) : at(d - 1, k - 1) + 1;
    }

    /// Whether the ends of both were reached.
    bool addRow(int d)
    {
        const int beforeSize = int(m_before.size());
        const int afterSize = int(m_after.size());
        m_rows.emplace_back();
        m_rows.back().reserve(size_t(d) + 1);
        for (int k = -d; k <= d; k += 2) {
            int x = start(d, k);
            int y = x - k;
            const int from = x;
            while (x < beforeSize && y < afterSize && m_before[size_t(x)] == m_after[size_t(y)]) {
                ++x;
                ++y;
            }
            m_comparisons += x - from + 1;
            m_rows.back().push_back(x);
            if (x >= beforeSize && y >= afterSize)
                return true;
        }
        return false;
    }

    void trace(int d, std::vector<bool> &before, std::vector<bool> &after) const
    {
        int x = int(m_before.size());
        int k = x - int(m_after.size());
        for (; d >= 0; --d) {
            for (const int from = start(d, k); x > from; --x) {
                before[size_t(x - 1)] = true;
                after[size_t(x - 1 - k)] = true;
            }
            if (d == 0)
                return;
            const bool added = comesByAdding(d, k);
            k += added ? 1 : -1;
            x -= added ? 0 : 1;
        }
    }

    const Numbers &m_before;
    const Numbers &m_after;
    std::vector<Numbers> m_rows;
    qsizetype m_comparisons = 0;
};

/// One of the two texts: its pieces as numbers, and which of them are in both.
struct Side {
    Numbers numbers;
    std::vector<bool> common;
};

/// The indices of pieces that occur in the other text too. All others are removed or added in any case.
std::vector<size_t> candidates(const Numbers &numbers, const std::vector<bool> &elsewhere)
{
    std::vector<size_t> indices;
    for (size_t i = 0; i < numbers.size(); ++i) {
        if (elsewhere[size_t(numbers[i])])
            indices.push_back(i);
    }
    return indices;
}

Numbers chosen(const Numbers &numbers, const std::vector<size_t> &indices)
{
    Numbers result;
    result.reserve(indices.size());
    for (const size_t index : indices)
        result.push_back(numbers[index]);
    return result;
}

void markCommon(Side &before, Side &after, size_t differentPieces)
{
    std::vector<bool> inBefore(differentPieces);
    std::vector<bool> inAfter(differentPieces);
    for (const int number : before.numbers)
        inBefore[size_t(number)] = true;
    for (const int number : after.numbers)
        inAfter[size_t(number)] = true;
    const auto beforeIndices = candidates(before.numbers, inAfter);
    const auto afterIndices = candidates(after.numbers, inBefore);
    const Numbers left = chosen(before.numbers, beforeIndices);
    const Numbers right = chosen(after.numbers, afterIndices);
    std::vector<bool> leftCommon(left.size());
    std::vector<bool> rightCommon(right.size());
    Comparison(left, right).markCommon(leftCommon, rightCommon);
    for (size_t i = 0; i < left.size(); ++i)
        before.common[beforeIndices[i]] = leftCommon[i];
    for (size_t i = 0; i < right.size(); ++i)
        after.common[afterIndices[i]] = rightCommon[i];
}

/// The edits between pieces that stayed, shifted by what was cut off in front.
QList<Edit> editsBetween(const Side &before, const Side &after, qsizetype offset)
{
    QList<Edit> edits;
    const size_t beforeSize = before.common.size();
    const size_t afterSize = after.common.size();
    for (size_t x = 0, y = 0; x < beforeSize || y < afterSize; ++x, ++y) {
        Edit edit{offset + qsizetype(x), 0, offset + qsizetype(y), 0};
        for (; x < beforeSize && !before.common[x]; ++x)
            ++edit.removed;
        for (; y < afterSize && !after.common[y]; ++y)
            ++edit.added;
        if (edit.removed + edit.added > 0)
            edits.append(edit);
    }
    return edits;
}

/// Where the same pieces can be said to be added (or removed) at several places, the last one is taken: a new block of
/// a file then ends with its own end, not with that of the block before.
void slideDown(QList<Edit> &edits, const Pieces &before, const Pieces &after)
{
    for (qsizetype i = edits.size() - 1; i >= 0; --i) {
        Edit &edit = edits[i];
        if (edit.removed > 0 && edit.added > 0)
            continue;
        const Pieces &pieces = edit.added > 0 ? after : before;
        qsizetype &first = edit.added > 0 ? edit.after : edit.before;
        qsizetype &other = edit.added > 0 ? edit.before : edit.after;
        const qsizetype count = edit.added + edit.removed;
        const bool isLast = i + 1 == edits.size();
        const qsizetype end = isLast ? pieces.size() : edit.added > 0 ? edits[i + 1].after : edits[i + 1].before;
        for (; first + count < end && pieces[first] == pieces[first + count]; ++first)
            ++other;
        if (!isLast && first + count == end) {
            const Edit next = edits.takeAt(i + 1);
            edit.removed += next.removed;
            edit.added += next.added;
        }
    }
}

Numbers numbersOf(const Pieces &pieces, qsizetype first, qsizetype end, QHash<QByteArrayView, int> &known)
{
    Numbers numbers;
    numbers.reserve(size_t(end - first));
    for (qsizetype i = first; i < end; ++i) {
        const auto found = known.constFind(pieces[i]);
        if (found == known.constEnd())
            numbers.push_back(*known.insert(pieces[i], int(known.size())));
        else
            numbers.push_back(*found);
    }
    return numbers;
}

} // namespace

Pieces linesOf(const QByteArray &text)
{
    Pieces lines;
    const QByteArrayView all(text);
    for (qsizetype start = 0; start < all.size();) {
        const qsizetype feed = text.indexOf('\n', start);
        const qsizetype end = feed < 0 ? all.size() : feed + 1;
        lines.append(all.sliced(start, end - start));
        start = end;
    }
    return lines;
}

QList<Edit> editsOf(const Pieces &before, const Pieces &after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;

    QHash<QByteArrayView, int> known;
    Side left{numbersOf(before, head, before.size() - tail, known), {}};
    Side right{numbersOf(after, head, after.size() - tail, known), {}};
    left.common.resize(left.numbers.size());
    right.common.resize(right.numbers.size());
    markCommon(left, right, size_t(known.size()));
    QList<Edit> edits = editsBetween(left, right, head);
    slideDown(edits, before, after);
    return edits;
}

} // namespace gw
