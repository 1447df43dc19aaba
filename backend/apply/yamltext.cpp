// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/yamltext.h"

#include <QString>

namespace gw {
namespace {

/// Controls, line breaks, invisible and bidirectional format characters, and what is no character at all.
bool isSeen(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return false;
    default: return true;
    }
}

} // namespace

QByteArray yamlText(QStringView text)
{
    QByteArray quoted = "\"";
    for (const char32_t c : text.toUcs4()) {
        if (c == U'"' || c == U'\\')
            quoted += '\\';
        if (isSeen(c))
            quoted += QString::fromUcs4(&c, 1).toUtf8();
        else
            quoted += "\\U" + QByteArray::number(quint32(c), 16).rightJustified(8, '0');
    }
    return quoted + '"';
}

} // namespace gw
