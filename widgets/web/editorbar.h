// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace gw {

class Button;
class PlainLabel;

/// One line above an editor for what needs a few words: what to look for, what a name is to become.
class EditorBar : public QWidget {
    Q_OBJECT

public:
    enum class Mode { Find, FindEverywhere, Rename };
    Q_ENUM(Mode)

    explicit EditorBar(QWidget *parent = nullptr);

    Mode mode() const { return m_mode; }
    QString text() const;
    /// Shows it with the keyboard in it; `text` is marked. Empty: what was typed last stays.
    void open(Mode mode, const QString &text);
    void close();
    /// "3 of 12", "no upstream of this name"
    void setNote(const QString &note);

Q_SIGNALS:
    void textEdited(const QString &text);
    void nextRequested();
    void previousRequested();
    void accepted(const QString &text); ///< Rename
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    Mode m_mode = Mode::Find;
    QLineEdit *m_field;
    PlainLabel *m_note;
    Button *m_previous, *m_next, *m_take, *m_close;
};

} // namespace gw
