// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/diff.h"
#include "backend/plan/edits.h"

#include <algorithm>

namespace gw {
namespace {

/// As GNU diff writes names: those with signs of their own meaning in quotes, a tab behind one with a space.
QByteArray shownName(const QByteArray &name)
{
    const auto isSpecial = [](char c) { return uchar(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F; };
    if (std::none_of(name.begin(), name.end(), isSpecial))
        return name.contains(' ') ? QByteArray(name + '\t') : name;
    QByteArray out = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\')
            out += QByteArray("\\") + c;
        else if (isSpecial(c))
            out += '\\' + QByteArray::number(uchar(c), 8).rightJustified(3, '0');
        else
            out += c;
    }
    return QByteArray(out + '"');
}

/// "12,3"; an empty range counts from the line before it.
QByteArray range(qsizetype first, qsizetype count)
{
    const QByteArray start = QByteArray::number(count == 0 ? first : first + 1);
    return count == 1 ? start : QByteArray(start + ',' + QByteArray::number(count));
}

class UnifiedDiff {
public:
    UnifiedDiff(const QByteArray &before, const QByteArray &after) : m_before(linesOf(before)), m_after(linesOf(after))
    {
    }

    QByteArray text(qsizetype context)
    {
        const QList<Edit> edits = editsOf(m_before, m_after);
        for (qsizetype first = 0; first < edits.size();) {
            qsizetype end = first + 1;
            while (end < edits.size() && edits[end].before - endOf(edits[end - 1]) <= 2 * context)
                ++end;
            hunk(edits.sliced(first, end - first), context);
            first = end;
        }
        return m_out;
    }

private:
    static qsizetype endOf(const Edit &edit) { return edit.before + edit.removed; }

    void hunk(const QList<Edit> &edits, qsizetype context)
    {
        const Edit &last = edits.last();
        const qsizetype head = std::min(context, edits.first().before);
        const qsizetype tail = std::min(context, m_before.size() - endOf(last));
        const qsizetype before = edits.first().before - head;
        const qsizetype after = edits.first().after - head;
        m_out += "@@ -" + range(before, endOf(last) + tail - before) + " +" +
                 range(after, last.after + last.added + tail - after) + " @@\n";
        qsizetype next = before;
        for (const Edit &edit : edits) {
            lines(' ', m_before, next, edit.before);
            lines('-', m_before, edit.before, endOf(edit));
            lines('+', m_after, edit.after, edit.after + edit.added);
            next = endOf(edit);
        }
        lines(' ', m_before, next, next + tail);
    }

    void lines(char sign, const Pieces &pieces, qsizetype first, qsizetype end)
    {
        for (qsizetype i = first; i < end; ++i) {
            m_out += sign;
            m_out += pieces[i];
            if (!pieces[i].endsWith('\n'))
                m_out += "\n\\ No newline at end of file\n";
        }
    }

    Pieces m_before;
    Pieces m_after;
    QByteArray m_out;
};

} // namespace

QByteArray unifiedDiff(const QByteArray &nameBefore, const QByteArray &nameAfter, const QByteArray &before,
                       const QByteArray &after, int context)
{
    if (before == after)
        return {};
    return "--- " + shownName(nameBefore) + "\n+++ " + shownName(nameAfter) + '\n' +
           UnifiedDiff(before, after).text(context);
}

} // namespace gw
