// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/completion.h"

#include <QAbstractListModel>

namespace gw {

/// What could stand where somebody types, with its documentation.
class CompletionModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole + 1, DocumentationRole };

    using QAbstractListModel::QAbstractListModel;

    /// `version`: of the nginx whose defaults are told.
    void setItems(const QList<NginxCompletion> &items, NginxVersion version = {});
    const NginxCompletion &item(int row) const { return m_items[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<NginxCompletion> m_items;
    NginxVersion m_version;
};

// Documentation as lines of plain text, with the default of that version.
QString documentationOf(const DirectiveFacts &facts, NginxVersion version);
QString documentationOf(const VariableFacts &facts);

} // namespace gw
