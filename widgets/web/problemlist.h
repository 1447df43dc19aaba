// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"
#include "widgets/parts/cardfoot.h"
#include "widgets/web/webdraft.h"

namespace gw {

class Button;
class PlainLabel;
class RowList;

/// Under an editor: the first of what is wrong, and all of it as a list that leads there.
class ProblemList : public CardFoot {
    Q_OBJECT

public:
    struct Entry {
        enum class Kind {
            Error,   ///< nginx would refuse it
            Warning, ///< nginx would warn
            Finding, ///< of the review
        };
        Kind kind = Kind::Error;
        Severity severity = Severity::Critical;
        FilePlace place;
        int line = 0;    ///< from 1
        QString message; ///< safe to show
    };

    explicit ProblemList(QWidget *parent = nullptr);

    /// Errors first, then warnings, then findings, the worst first. `file`: the one that is looked at, whose name need
    /// not be said.
    void setEntries(QList<Entry> entries, const RemotePath &file);
    const QList<Entry> &entries() const { return m_entries; }

Q_SIGNALS:
    void chosen(const gw::FilePlace &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QString lineOf(const Entry &entry) const;

    QList<Entry> m_entries;
    RemotePath m_file;
    bool m_isOpen = false;
    PlainLabel *m_first;
    Button *m_all, *m_go;
    RowList *m_list;
};

} // namespace gw
