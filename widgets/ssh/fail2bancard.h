// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/intent.h"
#include "backend/survey/protection.h"
#include "widgets/parts/card.h"

#include <memory>

class QCheckBox;
class QLineEdit;

namespace gw {

class Button;
class CodeBox;
class Pill;
class RowList;

/// fail2ban: whether it runs, what it watches, whom it keeps out.
class Fail2banCard : public Card {
    Q_OBJECT

public:
    explicit Fail2banCard(QWidget *parent = nullptr);

    void setFacts(std::shared_ptr<const Facts> facts);
    /// A gap: not asked yet, or why they are not known.
    void setBans(const Known<QList<Ban>> &bans);

Q_SIGNALS:
    void changesRequested(const QList<gw::Intent> &intents);
    void refreshRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Status {
        QString pill;
        Tone tone = Tone::Muted;
        QString text;
        bool runs = false;
        bool known = true;
    };
    struct Jail {
        const char *name;
        const char *text;
        QCheckBox *box;
    };

    QWidget *makeJails();
    QWidget *makeBans();
    Status status() const;
    bool watches(const char *jail) const;
    void refresh();
    void refreshJails(const Status &status);
    void refreshBans(const Status &status);
    void plan();

    std::shared_ptr<const Facts> m_facts;
    Known<QList<Ban>> m_bans;
    QList<Jail> m_jails;
    Pill *m_pill;
    PlainLabel *m_text, *m_jailTitle, *m_neverLabel, *m_own, *m_banTitle, *m_noBans;
    CodeBox *m_log;
    QLineEdit *m_never;
    Button *m_protect, *m_refresh;
    QWidget *m_jailArea, *m_banArea;
    RowList *m_banList;
    bool m_chosen = false; ///< a jail was switched by the person
};

} // namespace gw
