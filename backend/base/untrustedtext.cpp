// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/untrustedtext.h"

#include <algorithm>

namespace gw {
namespace {

enum class LineBreaks { Keep, Show };

/// Characters that change how the text around them is drawn, or that cannot be seen at all (Unicode: Cf, Zl, Zp, Cs,
/// Co).
bool isTreacherous(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

QString visible(char32_t c)
{
    if (c < 0x20)
        return QString(QChar(0x2400 + c)); // "Control Pictures": ␀ … ␟
    if (c == 0x7F)
        return QStringLiteral("\u2421");
    return QStringLiteral("\u27E8U+%1\u27E9").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
}

/// Text that is shown as it is: the most of what servers send.
bool isPlain(const QString &raw)
{
    return std::all_of(raw.cbegin(), raw.cend(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

QString made(const QString &raw, LineBreaks lineBreaks)
{
    if (isPlain(raw))
        return raw;
    QString out;
    out.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        char32_t c = raw[i].unicode();
        if (raw[i].isHighSurrogate() && i + 1 < raw.size() && raw[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(raw[i], raw[i + 1]);
            ++i;
        }
        const bool layout = lineBreaks == LineBreaks::Keep && (c == '\n' || c == '\t');
        if (!layout && isTreacherous(c))
            out += visible(c);
        else
            out += QString::fromUcs4(&c, 1);
    }
    return out;
}

} // namespace

QString UntrustedText::shown(qsizetype limit) const
{
    const QString text = made(m_raw.size() > limit ? m_raw.left(limit) : m_raw, LineBreaks::Show);
    return m_raw.size() > limit ? text + QChar(0x2026) : text;
}

QString UntrustedText::shownLines() const
{
    return made(m_raw, LineBreaks::Keep);
}

} // namespace gw
