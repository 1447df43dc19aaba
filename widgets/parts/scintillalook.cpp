// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/scintillalook.h"

#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QPainter>

namespace gw::scintilla {
namespace {

constexpr int mostAnnotationLines = 6;

} // namespace

void dress(QsciScintilla *view, const Tokens &t)
{
    const QFont mono = inPoints(fonts::mono(), view);
    view->setFont(mono);
    view->setColor(t.text);
    view->setPaper(t.isDark ? QColor(0x141A22) : QColor(0xF8F9FB));
    view->setMarginsFont(mono);
    view->setMarginsBackgroundColor(view->paper());
    view->setMarginsForegroundColor(t.faint);
    view->setSelectionBackgroundColor(t.isDark ? QColor(0x2F4F86) : QColor(0xC9DCFD));
    view->setSelectionForegroundColor(t.text);
}

QFont inPoints(QFont font, const QWidget *widget)
{
    font.setPointSizeF(font.pixelSize() * 72.0 / widget->logicalDpiY());
    return font;
}

QImage severityImage(Severity severity, const QColor &colour)
{
    constexpr int side = 14;
    QImage image(side * 2, side * 2, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    image.setDevicePixelRatio(2);
    QPainter painter(&image);
    paint::severityShape(&painter, QRectF(3, 3, side - 6, side - 6), severity, colour);
    painter.end();
    image.setDevicePixelRatio(1);
    return image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

QChar severityCharacter(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return u'◆';
    case Severity::High: return u'▲';
    case Severity::Medium: return u'■';
    case Severity::Low:
    case Severity::Info: return u'●';
    }
    Q_UNREACHABLE();
}

void annotate(QsciScintilla *view, int line, const QString &message, Severity severity, int styleNumber)
{
    const Tokens &t = Tokens::of(view);
    const Tone tone = toneOf(severity);
    const QFont font = fonts::small();
    const QsciStyle style(styleNumber, QStringLiteral("finding"), t.colour(tone), t.ground(tone), inPoints(font, view));
    const QString text = QStringLiteral("%1 %2").arg(severityCharacter(severity), message);
    const int indent = int(view->SendScintilla(QsciScintillaBase::SCI_GETLINEINDENTATION, line)) *
                       QFontMetrics(fonts::mono()).averageCharWidth();
    int margins = 0;
    for (int margin = 0; margin < view->margins(); ++margin)
        margins += view->marginWidth(margin);
    const int room = view->viewport()->width() - margins - indent - 24;
    QStringList lines;
    for (const QString &part : paint::wrapped(text, font, qMax(80, room), mostAnnotationLines))
        lines << QStringLiteral(" %1 ").arg(part);
    view->annotate(line, lines.join(u'\n'), style);
}

} // namespace gw::scintilla
