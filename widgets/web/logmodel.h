// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/survey/weblog.h"

#include <QAbstractListModel>

namespace gw {

/// The lines of a log, the newest first, those that hold all words of a filter.
class LogModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ToneRole = Qt::UserRole + 1 }; ///< Tone: of an answer's status, of an error's level

    using QAbstractListModel::QAbstractListModel;

    void setText(const QByteArray &text);
    void setFilter(const QString &filter);
    /// Of the lines that are shown.
    AccessSummary summary() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Line {
        QString shown; ///< safe to show
        std::optional<AccessLine> access;
    };
    void refilter();

    QList<Line> m_lines;
    QString m_filter;
    QList<qsizetype> m_shown;
};

} // namespace gw
