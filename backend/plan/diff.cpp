// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/diff.h"

#include "backend/plan/edits.h"

#include <algorithm>
#include <cctype>

namespace gw {
namespace {

// Beyond these, in bytes, lines are not looked into: nobody reads what would be marked there.
constexpr qsizetype longestMarkedLine = 2000;
constexpr qsizetype mostMarked = 512 * 1024;

using Kind = DiffLine::Kind;

/// Words, with the dots and hyphens in them ("TLSv1.2"), and single signs. Bytes of a character beyond ASCII stay
/// together.
Pieces wordsOf(const QByteArray &line)
{
    const auto isOfWord = [](char c) { return isalnum(uchar(c)) != 0 || c == '_' || uchar(c) >= 0x80; };
    Pieces words;
    const QByteArrayView all(line);
    const auto goesOn = [&](qsizetype at) {
        const bool isJoint = at + 1 < all.size() && (all[at] == '.' || all[at] == '-') && isOfWord(all[at + 1]);
        return at < all.size() && (isOfWord(all[at]) || isJoint);
    };
    for (qsizetype start = 0; start < all.size();) {
        qsizetype end = start + 1;
        while (isOfWord(all[start]) && goesOn(end))
            ++end;
        words.append(all.sliced(start, end - start));
        start = end;
    }
    return words;
}

DiffLine::Span spanOf(const Pieces &words, qsizetype first, qsizetype count, const QByteArray &line)
{
    const auto *from = words[first].data();
    const auto *end = words[first + count - 1].end();
    return {int(from - line.constData()), int(end - from)};
}

qsizetype lengthOf(const QList<DiffLine::Span> &spans)
{
    qsizetype length = 0;
    for (const DiffLine::Span &span : spans)
        length += span.length;
    return length;
}

/// Marks what differs between two lines, where they have more in common than not.
void markChanged(DiffLine &removed, DiffLine &added)
{
    if (std::max(removed.text.size(), added.text.size()) > longestMarkedLine)
        return;
    const Pieces before = wordsOf(removed.text);
    const Pieces after = wordsOf(added.text);
    QList<DiffLine::Span> inBefore;
    QList<DiffLine::Span> inAfter;
    for (const Edit &edit : editsOf(before, after)) {
        if (edit.removed > 0)
            inBefore.append(spanOf(before, edit.before, edit.removed, removed.text));
        if (edit.added > 0)
            inAfter.append(spanOf(after, edit.after, edit.added, added.text));
    }
    if (2 * lengthOf(inBefore) > removed.text.size() || 2 * lengthOf(inAfter) > added.text.size())
        return;
    removed.changed = inBefore;
    added.changed = inAfter;
}

/// Builds the list line by line.
class DiffBuilder {
public:
    DiffBuilder(const Pieces &before, const Pieces &after) : m_before(before), m_after(after)
    {
        m_lines.reserve(std::max(before.size(), after.size()));
    }

    void sameUntil(qsizetype before)
    {
        for (; m_old < before; ++m_old, ++m_new)
            m_lines.append({Kind::Same, m_before[m_old].toByteArray(), int(m_old + 1), int(m_new + 1)});
    }

    void apply(const Edit &edit)
    {
        sameUntil(edit.before);
        const qsizetype removed = m_lines.size();
        for (; m_old < edit.before + edit.removed; ++m_old)
            m_lines.append({Kind::Removed, m_before[m_old].toByteArray(), int(m_old + 1), 0});
        const qsizetype added = m_lines.size();
        for (; m_new < edit.after + edit.added; ++m_new)
            m_lines.append({Kind::Added, m_after[m_new].toByteArray(), 0, int(m_new + 1)});
        for (qsizetype i = 0; i < std::min(edit.removed, edit.added) && m_marked < mostMarked; ++i) {
            m_marked += m_lines[removed + i].text.size() + m_lines[added + i].text.size();
            markChanged(m_lines[removed + i], m_lines[added + i]);
        }
    }

    QList<DiffLine> lines() && { return std::move(m_lines); }

private:
    const Pieces &m_before;
    const Pieces &m_after;
    qsizetype m_old = 0;
    qsizetype m_new = 0;
    qsizetype m_marked = 0;
    QList<DiffLine> m_lines;
};

bool isUnchanged(const DiffLine &line)
{
    return line.kind == Kind::Same;
}
bool isUnchanged(const DiffRow &row)
{
    return row.left && isUnchanged(*row.left);
}

constexpr qsizetype leastFold = 2; // a fold takes a line itself

template <typename Item>
QList<DiffStretch> stretches(const QList<Item> &items, qsizetype context)
{
    QList<DiffStretch> all;
    qsizetype shownFrom = 0;
    const auto fold = [&](qsizetype from, qsizetype end) {
        if (end - from < leastFold)
            return;
        if (shownFrom < from)
            all.append({DiffStretch::Kind::Shown, shownFrom, from - shownFrom});
        all.append({DiffStretch::Kind::Folded, from, end - from});
        shownFrom = end;
    };
    for (qsizetype i = 0; i < items.size();) {
        qsizetype end = i;
        while (end < items.size() && isUnchanged(items[end]))
            ++end;
        fold(i == 0 ? 0 : i + context, end == items.size() ? end : end - context);
        while (end < items.size() && !isUnchanged(items[end]))
            ++end;
        i = end;
    }
    if (shownFrom < items.size())
        all.append({DiffStretch::Kind::Shown, shownFrom, items.size() - shownFrom});
    return all;
}

} // namespace

QList<DiffLine> diffOf(const QByteArray &before, const QByteArray &after)
{
    const Pieces left = linesOf(before);
    const Pieces right = linesOf(after);
    DiffBuilder builder(left, right);
    for (const Edit &edit : editsOf(left, right))
        builder.apply(edit);
    builder.sameUntil(left.size());
    return std::move(builder).lines();
}

QList<DiffRow> sideBySide(const QList<DiffLine> &lines)
{
    QList<DiffRow> rows;
    qsizetype open = 0; // the first row that has no right side yet
    for (const DiffLine &line : lines) {
        switch (line.kind) {
        case Kind::Same: rows.append({line, line}); break;
        case Kind::Removed: rows.append({line, {}}); continue;
        case Kind::Added:
            if (open < rows.size())
                rows[open].right = line;
            else
                rows.append({{}, line});
            ++open;
            continue;
        }
        open = rows.size();
    }
    return rows;
}

QList<DiffStretch> stretchesOf(const QList<DiffLine> &lines, qsizetype context)
{
    return stretches(lines, context);
}

QList<DiffStretch> stretchesOf(const QList<DiffRow> &rows, qsizetype context)
{
    return stretches(rows, context);
}

} // namespace gw
