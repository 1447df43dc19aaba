// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/change/changerun.h"
#include "backend/plan/intent.h"
#include "backend/survey/protection.h"
#include "tests/flows/labclient.h"

namespace gw::test {

/// One person at one server of the lab, with a journal: survey, plan, apply, proofs, keep, as window and terminal do
/// it.
class LabChange {
public:
    /// `journal`: a path of this computer.
    LabChange(const LabServer &server, const LabClient &client, const QString &user, const QString &journal);

    /// What is changed and surveyed from now on was done that many days ago.
    void setDaysAgo(int days) { m_daysAgo = days; }

    const Server &server() const { return m_server; }
    Store &store() const { return *m_store; }
    Shell &shell() const { return *m_shell; }

    Facts surveyed() const;
    /// Surveys it and keeps that, as both programs do.
    void keepSurvey() const;
    Protection protection() const;
    Result<Plan> plan(const QList<Intent> &intents) const;
    Result<Plan> undoPlan(qint64 number, const QList<RemotePath> &only = {}) const;

    /// Applies it and proves it; once every proof has held, it is kept.
    Result<ChangeEnded> change(const Plan &plan, std::optional<qint64> undoes = {}) const;
    /// The same for what must be kept; the test program ends otherwise.
    ChangeRecord kept(const Plan &plan, std::optional<qint64> undoes = {}) const;
    ChangeRecord kept(const QList<Intent> &intents) const;

private:
    Way way() const;
    Contact contact() const;

    Server m_server;
    Route m_route;
    QString m_journal;
    int m_daysAgo = 0;
    std::unique_ptr<Transport> m_shell;
    std::unique_ptr<Store> m_store;
};

} // namespace gw::test
