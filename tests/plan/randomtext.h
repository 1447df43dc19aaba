// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QRandomGenerator>

namespace gw::test {

/// Small texts that make every case of a comparison likely.
class RandomText {
public:
    explicit RandomText(quint32 seed) : m_random(seed) {}

    /// Up to 12 lines of a few different ones, sometimes without the last line end.
    QByteArray repetitive()
    {
        QByteArray text;
        for (int i = below(13); i > 0; --i)
            text += QByteArray(1, char('a' + below(4))) + (below(5) == 0 ? " word\n" : "\n");
        if (below(4) == 0)
            text.chop(1);
        return text;
    }

    /// Lines that are all different.
    static QByteArrayList numbered(int count)
    {
        QByteArrayList lines;
        for (int i = 0; i < count; ++i)
            lines.append("line " + QByteArray::number(i) + '\n');
        return lines;
    }

    /// The same lines with a few removed, replaced and added. Equal seeds and few words make equal edits likely.
    QByteArray edited(const QByteArrayList &lines)
    {
        QByteArray text;
        for (const QByteArray &line : lines) {
            switch (below(9)) {
            case 0: break;
            case 1: text += "new " + line; break;
            case 2: text += "above " + line + line; break;
            default: text += line;
            }
        }
        return text;
    }

    int below(int bound) { return int(m_random.bounded(bound)); }

private:
    QRandomGenerator m_random;
};

} // namespace gw::test
