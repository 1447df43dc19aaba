// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/blockform.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace gw {

class LinesField;
class PlainLabel;

/// One field of a block: its name, what the block says, and beside it what holds without that.
class FieldRow : public QWidget {
    Q_OBJECT

public:
    /// `documentation`: of its directive, as plain text.
    FieldRow(const NginxField &field, const QString &documentation, QWidget *parent = nullptr);

    const NginxField &field() const { return m_field; }
    /// `hint`: what holds where the block says nothing. What is being typed stays.
    void show(const QByteArray &value, const QString &hint);
    /// It could not be taken over; empty: it was.
    void setProblem(const QString &problem);

Q_SIGNALS:
    void valueEdited(const QByteArray &value);

private:
    void take();
    QByteArray typed() const;

    NginxField m_field;
    QByteArray m_value;
    QComboBox *m_choice = nullptr;
    QLineEdit *m_line = nullptr;
    LinesField *m_lines = nullptr;
    PlainLabel *m_problem;
};

} // namespace gw
