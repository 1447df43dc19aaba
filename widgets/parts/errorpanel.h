// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/error.h"
#include "widgets/parts/card.h"

namespace gw {

class Button;

/// What was tried, what came back, what to do. A changed host key is explained, with how to check it and no way to
/// accept it here.
class ErrorPanel : public Card {
    Q_OBJECT

public:
    explicit ErrorPanel(QWidget *parent = nullptr);

    void setError(const Error &error);
    const Error &error() const { return m_error; }
    /// A wish to edit makes sense only where there is something to edit.
    void setEditable(bool editable);

Q_SIGNALS:
    void retryRequested();
    void editRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Error m_error;
    PlainLabel *m_cause;
    PlainLabel *m_explanation;
    PlainLabel *m_advice;
    Button *m_retry;
    Button *m_edit;
    Button *m_copy;
};

} // namespace gw
