// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"

#include <QColor>
#include <QPalette>

class QWidget;

namespace gw {

/// What a colour says. Never the only bearer of a meaning: a shape or a word stands beside it.
enum class Tone { Neutral, Muted, Faint, Accent, Critical, Warning, Info, Good };

/// The colours of one appearance, as the design names them. Painting code asks for the tokens of the palette it
/// paints with, so that switching the palette is all a switch of appearance needs.
struct Tokens {
    bool isDark = false;
    QColor background, surface, raised;
    QColor border, selection;
    QColor text, muted, faint;
    QColor accent, onAccent;
    QColor critical, criticalGround;
    QColor warning, warningGround;
    QColor info, infoGround;
    QColor good, goodGround;

    static const Tokens &light();
    static const Tokens &dark();
    static const Tokens &of(const QPalette &palette);
    static const Tokens &of(const QWidget *widget);

    QColor colour(Tone tone) const;
    QColor ground(Tone tone) const;
    /// The palette that carries these tokens to every widget.
    QPalette palette() const;
    /// A server's own colour by its name ("blue", "green", …); invalid for none.
    QColor named(const QString &name) const;
};

/// The names Tokens::named() knows, in the order in which they are offered.
QStringList serverColourNames();

Tone toneOf(Severity severity);

} // namespace gw
