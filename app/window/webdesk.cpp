// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/webdesk.h"

#include "widgets/server/serverpage.h"
#include "widgets/web/logview.h"
#include "widgets/web/webpage.h"

namespace gw {
namespace {

constexpr int untilRead = 400; // ms without a key

/// What nginx said of the staged files, where that is why the change went no further.
QString refusalIn(const Changing &changing)
{
    const auto &state = changing.state();
    return state && state->failedIn == ApplyState::Phase::CheckingAside ? state->detail : QString();
}

} // namespace

WebDesk::WebDesk(Fleet &fleet, Storage storage, ServerPage &server, WebPage &page)
    : m_fleet(fleet), m_storage(std::move(storage)), m_server(server), m_page(page)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(untilRead);
    connect(&m_pause, &QTimer::timeout, this, &WebDesk::readDraft);
    connect(&m_page, &WebPage::edited, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_page, &WebPage::readingRequested, this, [this] {
        if (m_page.draft().revision() != m_draftAsked)
            readDraft();
    });
    connect(&m_page, &WebPage::changesRequested, this, [this](const QList<Intent> &intents) {
        if (Changing *shown = changing())
            shown->plan(intents);
    });
    connect(&m_page, &WebPage::rootRequested, this, [this] {
        if (Session *shown = session())
            shown->becomeRoot();
    });
    connect(m_page.logs(), &LogView::logRequested, this, &WebDesk::readLog);
    connect(&m_page, &WebPage::stopRequested, this, [this] {
        if (Changing *shown = changing())
            shown->stopPlanning();
    });
}

Session *WebDesk::session() const
{
    return m_fleet.session(m_server.server().id);
}

Changing *WebDesk::changing() const
{
    return m_fleet.changing(m_server.server().id);
}

void WebDesk::readLog(const RemotePath &log)
{
    Session *shown = session();
    if (!shown)
        return;
    shown->use<QByteArray>(
        m_reading,
        [log](const HostConnection::Reached &reached, const Route &, std::stop_token stop) {
            return askLogTail(reached.shell, reached.elevation, log, stop);
        },
        [this, log](Result<QByteArray> text) {
            if (text)
                m_page.logs()->setLog(log, *text);
            else
                m_page.logs()->setLog(log, Gap{Gap::Reason::Failed, UntrustedText(text.error().text())});
        });
}

void WebDesk::readDraft()
{
    m_pause.stop();
    m_draftAsked = m_page.draft().revision();
    m_draft.start(
        [draft = m_page.draft(), storage = m_storage,
         id = m_shown](const std::stop_token &stop) -> Result<std::shared_ptr<const WebReading>> {
            const auto accepted = storage.use([&id](Store &store) { return store.acceptedRisks(id); });
            return webReadingOf(draft, accepted ? *accepted : QList<AcceptedRisk>(), stop);
        },
        [this](Result<std::shared_ptr<const WebReading>> reading) {
            if (reading)
                m_page.setReading(*reading);
        });
}

void WebDesk::fill(Session *session)
{
    const HostId &id = session->server().id;
    if (id != m_shown) {
        m_reading.stop();
        m_draft.stop();
        m_page.setFacts(nullptr, nullptr); // what was typed was meant for the other one
    }
    m_shown = id;
    m_page.setFacts(session->facts(), session->review());
    if (m_page.draft().isKnown() && m_page.draft().revision() != m_draftAsked)
        readDraft();
    const Changing *here = changing();
    m_page.setBusy(here && here->isPlanning() ? tr("Making the plan") : QString());
    m_page.setProblem(here ? here->planError() : std::nullopt);
    m_page.setRefusal(here ? refusalIn(*here) : QString());
}

} // namespace gw
