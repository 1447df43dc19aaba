// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/countdownring.h"

#include "widgets/parts/format.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QEvent>
#include <QPainter>
#include <QTimerEvent>

namespace gw {
namespace {

constexpr int thickness = 9;
constexpr qint64 urgent = 15; ///< seconds

} // namespace

CountdownRing::CountdownRing(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("countdown"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    tick();
}

void CountdownRing::setDeadline(const QDateTime &returnsAt, std::chrono::seconds window)
{
    if (returnsAt == m_returnsAt && window == m_window)
        return;
    m_returnsAt = returnsAt;
    m_window = window;
    tick();
}

qint64 CountdownRing::secondsLeft() const
{
    return m_returnsAt.isValid() ? qMax<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(m_returnsAt) / 1000) : 0;
}

/// Wakes up when the next second begins, so that no second is shown twice or left out.
void CountdownRing::tick()
{
    const qint64 left = QDateTime::currentDateTimeUtc().msecsTo(m_returnsAt);
    if (m_returnsAt.isValid() && left > 0)
        m_timer.start(int(left % 1000) + 5, Qt::PreciseTimer, this);
    else
        m_timer.stop();
    setAccessibleName(m_returnsAt.isValid() ? tr("%1 until it undoes itself").arg(format::countdown(secondsLeft()))
                                            : tr("The way back is not armed yet"));
    update();
}

void CountdownRing::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QWidget::timerEvent(event);
    tick();
    if (!m_timer.isActive())
        Q_EMIT expired();
}

void CountdownRing::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect())
                            .adjusted(5, 5, -5, -5)
                            .adjusted(thickness / 2.0, thickness / 2.0, -thickness / 2.0, -thickness / 2.0);
    const qint64 left = secondsLeft();
    const double share = m_window.count() > 0 ? qBound(0.0, double(left) / double(m_window.count()), 1.0) : 0;
    painter.setPen(QPen(t.border, thickness));
    painter.drawEllipse(ring);
    const QColor colour = left <= urgent ? t.warning : t.accent;
    painter.setPen(QPen(colour, thickness, Qt::SolidLine, Qt::RoundCap));
    if (share > 0)
        painter.drawArc(ring, 90 * 16, -int(share * 360 * 16));

    const QRect area = rect();
    const QFont number = fonts::sized(fonts::body(), 30, QFont::Bold);
    const QFont small = fonts::sized(fonts::body(), 11);
    const int middle = area.center().y();
    const bool armed = m_returnsAt.isValid();
    paint::line(&painter, QRect(area.left(), middle - 32, area.width(), 38),
                format::countdown(armed ? left : qint64(m_window.count())), number, armed ? t.text : t.faint,
                Qt::AlignCenter);
    const QStringList words =
        paint::wrapped(armed ? tr("until it undoes itself") : tr("not armed yet"), small, area.width() - 56, 2);
    for (qsizetype i = 0; i < words.size(); ++i)
        paint::line(&painter, QRect(area.left() + 20, middle + 8 + int(i) * 14, area.width() - 40, 14), words[i], small,
                    t.muted, Qt::AlignCenter);
}

void CountdownRing::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        tick();
    else if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace gw
