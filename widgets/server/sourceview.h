// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/untrustedtext.h"
#include "backend/findings/finding.h"
#include "widgets/parts/scintilla.h"
#include "widgets/theme/tokens.h"

namespace gw {

/// A file of a server, read only: line numbers, a shape in the margin and a wavy line where findings are, and the
/// title of the chosen one under its line. Control characters are made visible before they get here.
class SourceView : public QsciScintilla {
    Q_OBJECT

public:
    struct Mark {
        int line = 0;   ///< from 1
        int column = 0; ///< from 1, in bytes of the file; 0: the whole line
        int endColumn = 0;
        Severity severity = Severity::Info;
        QString title;
        friend bool operator==(const Mark &, const Mark &) = default;
    };

    explicit SourceView(QWidget *parent = nullptr);

    void setSource(const QByteArray &content, const QList<Mark> &marks);
    /// Scrolls to the line and says `title` under it; 0: no line.
    void select(int line, Severity severity, const QString &title);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void drawMarks();
    void drawSelection();

    QByteArray m_content;
    QList<Mark> m_marks;
    Mark m_selected;
    bool m_dark = false;
    bool m_dressed = false;
};

} // namespace gw
