// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/survey/protection.h"
#include "widgets/ssh/servicerows.h"

#include <QScrollArea>
#include <memory>

class QBoxLayout;

namespace gw {

class Card;
class ConfineForm;
class Fail2banCard;
class PlainLabel;

/// What keeps guessing out, and what a hole in a service would give away.
class SshProtectionView : public QScrollArea {
    Q_OBJECT

public:
    explicit SshProtectionView(QWidget *parent = nullptr);

    void setFacts(std::shared_ptr<const Facts> facts);
    /// A gap: not asked yet, or why it is not known. An exposure that differs from the first one is shown with it.
    void setProtection(const Known<Protection> &protection);
    /// What a change that was kept measured of a unit.
    void setExposureAfter(const QString &unit, double exposure);
    /// Opens the form for a service of looseServices().
    void confine(const QString &serviceKey);

Q_SIGNALS:
    void changesRequested(const QList<gw::Intent> &intents);
    /// Answer with setProtection().
    void protectionRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeServices();
    void refresh();
    void closeForm();
    std::optional<SecurityScore> scoreOf(const LooseService &service) const;

    std::shared_ptr<const Facts> m_facts;
    QList<LooseService> m_loose;
    SecurityScores m_scores;
    QBoxLayout *m_columns;
    Card *m_services;
    PlainLabel *m_help, *m_none, *m_results;
    RowList *m_list;
    ConfineForm *m_form;
    Fail2banCard *m_fail2ban;
};

} // namespace gw
