// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/publish.h"
#include "widgets/theme/tokens.h"

#include <QWidget>

class QVBoxLayout;

namespace gw {

class Pill;
class PlainLabel;

/// A part of the form "Publish a service": its caption, its controls, and below them what is wrong with them.
class PublishField : public QWidget {
    Q_OBJECT

public:
    /// `fields`: whose problems it tells.
    explicit PublishField(const QList<PublishProblem::Field> &fields, QWidget *parent = nullptr);

    void setCaption(const QString &caption);
    /// A fact about what was chosen, at the right of the caption; empty: none.
    void setPill(const QString &text, Tone tone);
    /// What to do about it; empty: nothing.
    void setPillToolTip(const QString &text);
    void setProblems(const QList<PublishProblem> &problems);

protected:
    QVBoxLayout *body() const { return m_body; }

private:
    QList<PublishProblem::Field> m_fields;
    PlainLabel *m_caption, *m_errors, *m_notices;
    Pill *m_pill;
    QVBoxLayout *m_body;
};

} // namespace gw
