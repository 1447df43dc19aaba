// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/ssh/sshddraft.h"
#include "widgets/theme/tokens.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace gw {

class Button;
class PlainLabel;
class SegmentedControl;
class SeverityMark;

/// One setting: what it is, what holds now and why, what it is changed with. Marked while it is changed.
class SshdRow : public QWidget {
    Q_OBJECT

public:
    explicit SshdRow(const SshdField &field, QWidget *parent = nullptr);

    QString keyword() const { return QString::fromLatin1(m_field.keyword); }
    /// Everything anew, and in the language of the moment.
    virtual void show(const SshdDraft &draft);
    /// Whether every word stands somewhere in it.
    bool holds(const QStringList &words) const;
    /// What the keyboard goes to.
    virtual QWidget *editor() const;

Q_SIGNALS:
    void edited(const QString &keyword, const QString &value);
    void resetRequested(const QString &keyword);
    void focused(const QString &keyword);

protected:
    struct WithoutEditor {};
    /// For rows that are changed in another way: setEditor() follows.
    SshdRow(const SshdField &field, WithoutEditor, QWidget *parent);
    void setEditor(QWidget *editor);
    /// Under the texts, through the whole width.
    void addBelow(QWidget *widget);
    void setTexts(const QString &label, const QString &help, const QString &now, const QString &warning, Tone tone);
    void setChanged(bool changed);
    void setFinding(const Finding *finding);
    /// Says focused() when the keyboard comes to it.
    void watch(QWidget *control);
    virtual void reset();

    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeEditor();
    QWidget *makeText(int width);
    void showValue(const SshdDraft &draft);

    const SshdField m_field;
    QGridLayout *m_grid;
    SeverityMark *m_mark;
    PlainLabel *m_label, *m_now, *m_others, *m_warning;
    Button *m_reset = nullptr;
    SegmentedControl *m_flag = nullptr;
    QComboBox *m_choice = nullptr;
    QLineEdit *m_text = nullptr;
    PlainLabel *m_unit = nullptr;
    bool m_changed = false;
};

} // namespace gw
