// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"
#include "widgets/history/fileentry.h"
#include "widgets/history/historymodel.h"

#include <QScrollArea>

class QVBoxLayout;

namespace gw {

class Button;
class FactGrid;
class OutcomePill;
class Pill;
class PlainLabel;
class UndoForm;

/// One change of the journal in full, and what can be done with it.
class ChangeDetail : public QScrollArea {
    Q_OBJECT

public:
    /// What other changes of the journal say about this one.
    struct Surroundings {
        std::optional<qint64> takenBackBy = {};
        QMap<RemotePath, QList<FileVersion>> versions = {}; ///< all changes of each of its files, newest first
        friend bool operator==(const Surroundings &, const Surroundings &) = default;
    };

    explicit ChangeDetail(HistoryModel::Scope scope, QWidget *parent = nullptr);

    void showNothing();
    void showChange(const ChangeRecord &change, const Surroundings &surroundings, FileEntry::Content content);
    /// How long an open change waits for "keep" yet: "0:42".
    void setCountdown(const QString &text);
    /// Another change that a file is compared with.
    void setVersion(const ChangeRecord &change);

Q_SIGNALS:
    void undoRequested(const QList<gw::RemotePath> &only);
    void decisionRequested(); ///< keep or undo, of an open change
    void changeRequested(qint64 number);
    void versionRequested(qint64 number);
    void exportRequested(const QString &fileName, const QByteArray &markdown);

protected:
    void changeEvent(QEvent *event) override;

private:
    /// A caption and what stands under it.
    struct Section {
        PlainLabel *caption = nullptr;
        QVBoxLayout *entries = nullptr;
        QWidget *area = nullptr;
        void clear() const;
        void setVisible(bool visible) const;
    };

    void makeHead(QVBoxLayout *column);
    void makeButtons(QVBoxLayout *column);
    Section makeSection(QVBoxLayout *column);
    void retranslate();
    void refresh();
    void refreshHead();
    void showProofs();
    void showSteps();
    void showFiles();
    QString outcomeText() const;

    HistoryModel::Scope m_scope;
    std::optional<ChangeRecord> m_change;
    Surroundings m_surroundings;
    FileEntry::Content m_content = FileEntry::Content::Awaited;
    QString m_countdown;

    PlainLabel *m_empty, *m_title, *m_why, *m_left;
    QWidget *m_pills;
    OutcomePill *m_outcome;
    Pill *m_number, *m_server;
    FactGrid *m_facts;
    QWidget *m_buttons;
    Button *m_decide, *m_undo, *m_copy, *m_export, *m_undone, *m_undoes;
    UndoForm *m_form;
    Section m_proofs, m_files, m_steps;
};

} // namespace gw
