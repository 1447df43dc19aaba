// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/jsontext.h"

#include "backend/base/untrustedtext.h"

namespace gw {
namespace {

/// Below U+007F the writer of Qt has done it.
bool acts(QStringView character)
{
    return character[0] >= QChar(0x7f) && UntrustedText(character.toString()).shownLines() != character;
}

QByteArray escaped(QStringView character)
{
    QByteArray out;
    for (const QChar unit : character)
        out += "\\u" + QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    return out;
}

} // namespace

QByteArray jsonText(const QJsonDocument &document)
{
    const QString text = QString::fromUtf8(document.toJson());
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size();
        const QStringView character = QStringView(text).sliced(i, isPair ? 2 : 1);
        out += acts(character) ? escaped(character) : character.toUtf8();
        i += character.size();
    }
    return out;
}

} // namespace gw
