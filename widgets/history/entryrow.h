// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/untrustedtext.h"

#include <QWidget>

namespace gw {

class CodeBox;
class PlainLabel;

/// A step or a proof as it went: a mark, what it was, and what was said about it.
class EntryRow : public QWidget {
    Q_OBJECT

public:
    enum class Mark { Good, Bad, NotRun };

    explicit EntryRow(QWidget *parent = nullptr);

    /// `word` says the mark to those who do not see it.
    void setMark(Mark mark, const QString &word);
    void setTexts(const QString &title, const QString &detail, const QString &trailing);
    /// The command line and what it printed; both empty: no box.
    void setCode(const QString &command, const UntrustedText &output);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void updateAccessibleName();

    Mark m_mark = Mark::NotRun;
    QString m_word;
    PlainLabel *m_title, *m_detail, *m_trailing;
    CodeBox *m_code;
};

} // namespace gw
