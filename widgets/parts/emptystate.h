// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace gw {

class Button;
class PlainLabel;

/// A page or a list with nothing in it: why, and what to do next.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `action` empty: there is nothing to press.
    void setTexts(const QString &title, const QString &explanation, const QString &action = {});
    void setIconName(const QString &name);

Q_SIGNALS:
    void actionRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    PlainLabel *m_icon;
    PlainLabel *m_title;
    PlainLabel *m_explanation;
    Button *m_action;
    QString m_iconName;
};

} // namespace gw
