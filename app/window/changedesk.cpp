// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/changedesk.h"

#include "app/window/exportplan.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/server/serverpage.h"

namespace gw {
namespace {

const QString closeNotice = QStringLiteral("close");
const QString showAction = QStringLiteral("show");
const QString closeAction = QStringLiteral("close");

} // namespace

ChangeDesk::ChangeDesk(Fleet &fleet, MainWindow &frame, ServerPage &page) : m_fleet(fleet), m_frame(frame), m_page(page)
{
    connect(&m_fleet, &Fleet::changeAdded, this, &ChangeDesk::follow);
    connectPage();
    connectClosing();
}

void ChangeDesk::follow(Session *session, Changing *changing)
{
    const auto refresh = [this, session] {
        if (m_page.server().id == session->server().id)
            fill(session);
        holdClose();
        Q_EMIT refreshed(session->server().id);
    };
    connect(changing, &Changing::draftChanged, this, refresh);
    connect(changing, &Changing::stateChanged, this, refresh);
    connect(changing, &Changing::failed, this, &ChangeDesk::failed);
    connect(changing, &Changing::ended, this, [this, session] {
        session->rescan(); // it is not as it was surveyed
        Q_EMIT changeEnded(session->server().id);
    });
}

void ChangeDesk::fill(Session *session)
{
    const Changing *changing = m_fleet.changing(session->server().id);
    if (!changing)
        return;
    m_page.setFixes(session->surveyed().fixes ? *session->surveyed().fixes : Fixes());
    m_page.setPlanDraft(changing->draft());
    m_page.setApplyState(changing->state());
    m_page.setFoundChange(changing->found());
    if (!std::holds_alternative<std::monostate>(changing->question()))
        m_page.setConnection(Asking{changing->question()});
}

Changing *ChangeDesk::asking(const HostId &id) const
{
    Changing *changing = m_fleet.changing(id);
    const bool asks = changing && !std::holds_alternative<std::monostate>(changing->question());
    return asks ? changing : nullptr;
}

bool ChangeDesk::answer(const HostId &id, const HostKeyQuestion &question)
{
    Changing *changing = asking(id);
    if (changing)
        changing->answer(question);
    return changing;
}

bool ChangeDesk::answer(const HostId &id, const SecretQuestion &question, const QList<Secret> &secrets)
{
    Changing *changing = asking(id);
    if (changing)
        changing->answer(question, secrets);
    return changing;
}

bool ChangeDesk::decline(const HostId &id)
{
    Changing *changing = asking(id);
    if (changing)
        changing->declineQuestion();
    return changing;
}

void ChangeDesk::connectPage()
{
    const auto on = [this](auto signal, auto act) {
        connect(&m_page, signal, this, [this, act](const HostId &id) {
            if (Changing *changing = m_fleet.changing(id))
                (changing->*act)();
        });
    };
    on(&ServerPage::planRequested, &Changing::preview);
    on(&ServerPage::stopChangeRequested, &Changing::stop);
    on(&ServerPage::keepRequested, &Changing::keep);
    on(&ServerPage::undoRequested, &Changing::undo);
    on(&ServerPage::moreTimeRequested, &Changing::moreTime);
    on(&ServerPage::remakeRequested, &Changing::planAgain);
    on(&ServerPage::closeChangeRequested, &Changing::dismiss);
    on(&ServerPage::foundChangeDismissed, &Changing::forgetFound);
    on(&ServerPage::discardRequested, &Changing::discard);
    connect(&m_page, &ServerPage::draftChanged, this, [this](const HostId &id, const QList<FindingKey> &findings) {
        if (Changing *changing = m_fleet.changing(id))
            changing->gather(findings);
    });
    connect(&m_page, &ServerPage::applyRequested, this, [this](const HostId &id, const Plan &plan) {
        if (Changing *changing = m_fleet.changing(id))
            changing->apply(plan);
    });
    connect(&m_page, &ServerPage::exportRequested, this, &ChangeDesk::exportPlan);
    connect(&m_page, &ServerPage::changeInHistoryRequested, this, &ChangeDesk::historyRequested);
}

void ChangeDesk::exportPlan(const HostId &id, const Plan &plan, PlanFormat format)
{
    const Session *session = m_fleet.session(id);
    if (!session)
        return;
    gw::exportPlan(&m_frame, plan, session->server(), format, [this](const Result<QString> &written) {
        if (written)
            m_frame.showNotice(QStringLiteral("export"), Tone::Good, tr("The plan is in %1").arg(*written));
        else
            Q_EMIT failed(written.error());
    });
}

void ChangeDesk::holdClose()
{
    const bool open = !m_fleet.withOpenChange().isEmpty();
    m_frame.setHoldsClose(open && !m_leaving);
    if (!open)
        m_frame.hideNotice(closeNotice);
}

void ChangeDesk::connectClosing()
{
    connect(&m_frame, &MainWindow::closeHeldBack, this, [this] {
        QStringList names;
        for (const Session *session : m_fleet.withOpenChange())
            names += session->server().name;
        if (names.isEmpty())
            return; // somebody else holds it
        m_frame.showNotice(closeNotice, Tone::Warning,
                           tr("A change is open on %1. If you close now, the server takes it back by itself.")
                               .arg(names.join(QStringLiteral(", "))),
                           {{showAction, tr("Show it")}, {closeAction, tr("Close anyway")}});
    });
    connect(&m_frame, &MainWindow::noticeActionChosen, this, [this](const QString &notice, const QString &action) {
        if (notice != closeNotice)
            return;
        m_frame.hideNotice(closeNotice);
        if (action == closeAction) {
            m_leaving = true;
            holdClose();
            m_frame.close();
        } else if (const QList<Session *> open = m_fleet.withOpenChange(); !open.isEmpty()) {
            Q_EMIT serverRequested(open.first()->server().id);
        }
    });
}

} // namespace gw
