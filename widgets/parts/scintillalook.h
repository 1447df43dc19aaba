// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/scintilla.h"
#include "widgets/theme/tokens.h"

namespace gw::scintilla {

// What all views of source text have in common.

/// Font, paper, margins, selection: those of the palette.
void dress(QsciScintilla *view, const Tokens &tokens);
/// Scintilla counts fonts in points only.
QFont inPoints(QFont font, const QWidget *widget);
/// A severity's shape for the margin.
QImage severityImage(Severity severity, const QColor &colour);
/// The same as a character: annotations hold text only.
QChar severityCharacter(Severity severity);
/// A message under a line, wrapped to the width of the view.
void annotate(QsciScintilla *view, int line, const QString &message, Severity severity, int style);

} // namespace gw::scintilla
