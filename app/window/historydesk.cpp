// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/historydesk.h"

#include "app/window/saveas.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/history/historypage.h"
#include "widgets/parts/format.h"

#include <QTimerEvent>

namespace gw {

HistoryDesk::HistoryDesk(Fleet &fleet, Storage storage, MainWindow &frame, HistoryPage &fleetPage,
                         HistoryPage &serverPage)
    : m_fleet(fleet), m_storage(std::move(storage)), m_frame(frame), m_fleetPage(fleetPage), m_serverPage(serverPage)
{
    connectPage(m_fleetPage);
    connectPage(m_serverPage);
    m_second.start(1000, Qt::CoarseTimer, this);
}

void HistoryDesk::connectPage(HistoryPage &page)
{
    connect(&page, &HistoryPage::detailRequested, this, [this, &page](qint64 number) {
        m_storage.start<ChangeRecord>(
            m_detail, [number](Store &store) { return store.change(number); },
            [this, &page](Result<ChangeRecord> change) {
                if (change)
                    page.setDetail(*change);
                else
                    Q_EMIT failed(change.error());
            });
    });
    connect(&page, &HistoryPage::undoRequested, this,
            [this](const HostId &server, qint64 number, const QList<RemotePath> &only) {
                Changing *changing = m_fleet.changing(server);
                if (!changing) {
                    Q_EMIT failed(Error{Error::Kind::Invalid,
                                        tr("Undo change %1").arg(number),
                                        tr("Its server is not in the list any more"),
                                        tr("Add the server again, then undo it by gatewrightctl undo"),
                                        {}});
                    return;
                }
                Q_EMIT serverRequested(server);
                changing->planUndo(number, only);
            });
    connect(&page, &HistoryPage::decisionRequested, this,
            [this](const HostId &server, const QString &) { Q_EMIT serverRequested(server); });
    connect(&page, &HistoryPage::reviewRequested, this, &HistoryDesk::reviewRequested);
    connect(&page, &HistoryPage::exportRequested, this, [this](const QString &name, const QByteArray &markdown) {
        saveAs(&m_frame, tr("Export the change"), name, QStringLiteral("Markdown (*.md)"), markdown,
               [this](const Result<QString> &written) {
                   if (written)
                       m_frame.showNotice(QStringLiteral("export"), Tone::Good,
                                          tr("The change is in %1").arg(*written));
                   else
                       Q_EMIT failed(written.error());
               });
    });
}

void HistoryDesk::reload()
{
    m_storage.start<Journal>(
        m_reading,
        [](Store &store) -> Result<Journal> {
            Journal journal;
            journal.changes = GW_TRY(store.history());
            const JournalCheck check = GW_TRY(store.checkJournal());
            journal.state = {check.entries, check.brokenAt, check.detail};
            return journal;
        },
        [this](Result<Journal> journal) {
            if (!journal) {
                Q_EMIT failed(journal.error());
                return;
            }
            m_journal = std::move(*journal);
            show();
        });
}

void HistoryDesk::setServer(Session *session)
{
    if (m_server != session->server().id) {
        m_server = session->server().id;
        m_serverPage.clearFilters();
    }
    show();
}

void HistoryDesk::show()
{
    m_fleetPage.setHistory(m_journal.changes);
    m_fleetPage.setJournal(m_journal.state);
    QList<ChangeRecord> here;
    std::copy_if(m_journal.changes.cbegin(), m_journal.changes.cend(), std::back_inserter(here),
                 [this](const ChangeRecord &change) { return change.host == m_server; });
    m_serverPage.setHistory(here);
    m_serverPage.setJournal(m_journal.state);
    if (const Session *session = m_fleet.session(m_server)) {
        Drift drift;
        drift.since = session->surveyed().changesSince;
        drift.changes = session->surveyed().drift;
        m_serverPage.setDrift(drift);
    }
    showCountdowns();
}

void HistoryDesk::showCountdowns()
{
    for (const Session *session : m_fleet.withOpenChange()) {
        const auto &state = m_fleet.changing(session->server().id)->state();
        if (!state || !state->returnsAt.isValid())
            continue;
        const QString text = format::countdown(QDateTime::currentDateTimeUtc().secsTo(state->returnsAt));
        for (const ChangeRecord &change : m_journal.changes) {
            if (change.outcome != Outcome::Open || change.host != session->server().id)
                continue;
            m_fleetPage.setCountdown(change.transaction, text);
            m_serverPage.setCountdown(change.transaction, text);
        }
    }
}

void HistoryDesk::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_second.timerId())
        showCountdowns();
    else
        QObject::timerEvent(event);
}

} // namespace gw
