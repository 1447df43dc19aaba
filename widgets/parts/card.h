// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/tokens.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace gw {

class PlainLabel;

/// A surface with a border, an optional heading, things at the heading's right, and contents under it.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    /// Shows the heading row; `note` is the small text beside the title.
    void setTitle(const QString &title, const QString &note = {});
    void addToHeader(QWidget *widget);
    void addBesideTitle(QWidget *widget);
    /// The layout of the contents.
    QVBoxLayout *body() const { return m_body; }
    /// Contents reach to the border (lists and editors).
    void setFlush();
    /// A hairline between the heading and lists that draw none at their top.
    void setHeaderLine();
    void setGround(Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_header = nullptr;
    QHBoxLayout *m_headerRow = nullptr;
    PlainLabel *m_title = nullptr;
    PlainLabel *m_note = nullptr;
    QVBoxLayout *m_column = nullptr;
    QVBoxLayout *m_body = nullptr;
    bool m_headerLine = false;
    Tone m_ground = Tone::Neutral;
};

} // namespace gw
