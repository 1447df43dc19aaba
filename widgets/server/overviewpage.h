// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/connectionstate.h"
#include "backend/exposure/exposure.h"
#include "backend/findings/review.h"
#include "backend/survey/survey.h"

#include <QScrollArea>
#include <memory>

class QBoxLayout;

namespace gw {

class Card;
class CodeBox;
class FactGrid;
class PlainLabel;
class RowList;
struct Row;

/// What one server said: system, sockets and who can reach them, services, certificates, GPUs, disks, users and their
/// keys, and what changed since the survey before.
class OverviewPage : public QScrollArea {
    Q_OBJECT

public:
    explicit OverviewPage(QWidget *parent = nullptr);

    /// `exposures` null: they are computed here.
    void setFacts(std::shared_ptr<const Facts> facts, std::shared_ptr<const Known<QList<Exposure>>> exposures);
    void setConnection(const ConnectionState &connection);
    void setChanges(const QDateTime &since, const QList<FactChange> &changes);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// A card with a list in it, and a line that stands there while the list is empty.
    struct ListCard {
        Card *card = nullptr;
        RowList *list = nullptr;
        PlainLabel *empty = nullptr;
    };

    ListCard makeListCard(const QString &objectName);
    void show(const ListCard &card, const QString &title, const QString &note, const QList<Row> &rows,
              const QString &whenEmpty);
    void refresh();
    void refreshSystem();
    void refreshConnection();
    void refreshSockets();
    void refreshServices();
    void refreshCertificates();
    void refreshHardware();
    void refreshUsers();
    void refreshChanges();

    std::shared_ptr<const Facts> m_facts;
    std::shared_ptr<const Known<QList<Exposure>>> m_exposures;
    ConnectionState m_connection;
    QDateTime m_since;
    QList<FactChange> m_changeList;
    Card *m_system, *m_connectionCard;
    FactGrid *m_systemFacts, *m_connectionFacts;
    CodeBox *m_connectionDetails;
    ListCard m_sockets, m_services, m_certificates, m_gpus, m_disks, m_users, m_changes;
    QBoxLayout *m_columns;
};

} // namespace gw
