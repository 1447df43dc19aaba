// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace gw {

class Button;
class PlainLabel;

/// What of a past change is to be taken back: all of it, or some of its files.
class UndoForm : public QWidget {
    Q_OBJECT

public:
    explicit UndoForm(QWidget *parent = nullptr);

    void setChange(const ChangeRecord &change);

Q_SIGNALS:
    /// Empty: the whole change, its commands too.
    void undoRequested(const QList<gw::RemotePath> &only);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Choice {
        RemotePath path;
        bool secret = false;
        QCheckBox *box = nullptr;
    };
    void retranslate();
    void refresh();
    QList<RemotePath> chosen() const;
    bool isWhole() const; ///< everything that can be chosen is

    QList<Choice> m_choices;
    PlainLabel *m_title, *m_help, *m_result;
    QVBoxLayout *m_files;
    Button *m_undo, *m_cancel;
};

} // namespace gw
