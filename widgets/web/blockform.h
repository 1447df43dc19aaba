// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/blockform.h"
#include "backend/nginx/tlsprofile.h"

#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace gw {

class Button;
class FieldRow;
class PlainLabel;

/// What one block of a file says, as fields: a server, a location, an upstream. What is typed edits the text in place.
class BlockForm : public QWidget {
    Q_OBJECT

public:
    explicit BlockForm(QWidget *parent = nullptr);

    /// `file`: its index in the configuration around it, -1 where it is not read.
    void show(const NginxTree &tree, const NginxSurroundings &around, int file, const TlsAbility &ability);
    /// The block around a byte of the file.
    void chooseAt(qsizetype offset);
    void setUsable(bool usable);

Q_SIGNALS:
    /// Of the text that was shown.
    void edited(const QList<gw::NginxEdit> &edits);

protected:
    void changeEvent(QEvent *event) override;

private:
    void listBlocks();
    void makeRows();
    QWidget *makeProfiles();
    void refreshProfiles();
    void refresh();
    const DirectiveFacts *factsOf(const NginxField &field) const;
    QString hintOf(const NginxField &field) const;
    NginxNode block() const;
    NginxNode blockAsRead() const;

    NginxTree m_tree;
    NginxSurroundings m_around;
    NginxContexts m_contexts;
    TlsAbility m_ability;
    int m_file = -1;
    NginxNode m_blockAsRead; ///< in the configuration around it; none: it is not there
    QList<quint32> m_blocks;
    NginxContext m_body = NginxContext::Foreign; ///< whose rows are there
    NginxVersion m_version;                      ///< whose defaults they tell
    QComboBox *m_choice;
    PlainLabel *m_nothing;
    QVBoxLayout *m_column;
    QList<QWidget *> m_parts; ///< of the column
    QList<FieldRow *> m_rows;
    QMap<TlsProfile, Button *> m_profiles; ///< where the block can have one
};

} // namespace gw
