// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/tokens.h"

#include <QCoreApplication>
#include <QMap>
#include <QWidget>

namespace gw {
namespace {

Tokens lightTokens()
{
    Tokens t;
    t.background = 0xF5F6F8, t.surface = 0xFFFFFF, t.raised = 0xFAFBFC;
    t.border = 0xE2E6EC, t.selection = 0xE8F0FE;
    t.text = 0x18212D, t.muted = 0x5F6B7C, t.faint = 0x98A2B3;
    t.accent = 0x2563EB, t.onAccent = 0xFFFFFF;
    t.critical = 0xC2321F, t.criticalGround = 0xFDECEA;
    t.warning = 0xB26A00, t.warningGround = 0xFFF4E0;
    t.info = 0x1D6FB8, t.infoGround = 0xE7F2FB;
    t.good = 0x12805C, t.goodGround = 0xE4F6EE;
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.isDark = true;
    t.background = 0x10141A, t.surface = 0x181E26, t.raised = 0x1E2530;
    t.border = 0x2A3340, t.selection = 0x1C2C48;
    t.text = 0xE4E9F0, t.muted = 0x98A4B5, t.faint = 0x66738A;
    t.accent = 0x6AA5FF, t.onAccent = 0x10141A;
    t.critical = 0xFF7A66, t.criticalGround = 0x3A1D1B;
    t.warning = 0xF2B04A, t.warningGround = 0x372A14;
    t.info = 0x6DB8F2, t.infoGround = 0x14293A;
    t.good = 0x4CC79A, t.goodGround = 0x12302A;
    return t;
}

struct NamedColour {
    const char *name;
    QRgb light, dark;
};
constexpr NamedColour namedColours[] = {
    {"blue", 0xFF2563EB, 0xFF6AA5FF}, {"green", 0xFF12805C, 0xFF4CC79A},  {"amber", 0xFFB26A00, 0xFFF2B04A},
    {"red", 0xFFC2321F, 0xFFFF7A66},  {"violet", 0xFF7C3AED, 0xFFB794F6}, {"teal", 0xFF0F766E, 0xFF5BC8BF},
    {"pink", 0xFFBE2A78, 0xFFF48FBF}, {"grey", 0xFF5F6B7C, 0xFF98A4B5},
};

} // namespace

const Tokens &Tokens::light()
{
    static const Tokens tokens = lightTokens();
    return tokens;
}

const Tokens &Tokens::dark()
{
    static const Tokens tokens = darkTokens();
    return tokens;
}

const Tokens &Tokens::of(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128 ? dark() : light();
}

const Tokens &Tokens::of(const QWidget *widget)
{
    return of(widget ? widget->palette() : QPalette());
}

QColor Tokens::colour(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return text;
    case Tone::Muted: return muted;
    case Tone::Faint: return faint;
    case Tone::Accent: return accent;
    case Tone::Critical: return critical;
    case Tone::Warning: return warning;
    case Tone::Info: return info;
    case Tone::Good: return good;
    }
    Q_UNREACHABLE();
}

QColor Tokens::ground(Tone tone) const
{
    switch (tone) {
    case Tone::Neutral: return surface;
    case Tone::Muted:
    case Tone::Faint: return raised;
    case Tone::Accent: return selection;
    case Tone::Critical: return criticalGround;
    case Tone::Warning: return warningGround;
    case Tone::Info: return infoGround;
    case Tone::Good: return goodGround;
    }
    Q_UNREACHABLE();
}

QPalette Tokens::palette() const
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &colour) { p.setColor(QPalette::All, role, colour); };
    set(QPalette::Window, background);
    set(QPalette::WindowText, text);
    set(QPalette::Base, surface);
    set(QPalette::AlternateBase, raised);
    set(QPalette::Text, text);
    set(QPalette::Button, surface);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, critical);
    set(QPalette::PlaceholderText, faint);
    set(QPalette::ToolTipBase, surface);
    set(QPalette::ToolTipText, text);
    set(QPalette::Highlight, isDark ? QColor(0x2F4F86) : QColor(0xC9DCFD));
    set(QPalette::HighlightedText, text);
    set(QPalette::Link, accent);
    set(QPalette::LinkVisited, accent);
    set(QPalette::Light, raised);
    set(QPalette::Midlight, border);
    set(QPalette::Mid, border);
    set(QPalette::Dark, faint);
    set(QPalette::Shadow, border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, faint);
    return p;
}

QColor Tokens::named(const QString &name) const
{
    for (const NamedColour &colour : namedColours) {
        if (name == QLatin1String(colour.name))
            return QColor(isDark ? colour.dark : colour.light);
    }
    return {};
}

QStringList serverColourNames()
{
    QStringList names;
    for (const NamedColour &colour : namedColours)
        names << QLatin1String(colour.name);
    return names;
}

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return Tone::Critical;
    case Severity::High:
    case Severity::Medium: return Tone::Warning;
    case Severity::Low:
    case Severity::Info: return Tone::Info;
    }
    Q_UNREACHABLE();
}

} // namespace gw
