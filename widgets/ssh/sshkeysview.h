// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"
#include "backend/plan/intent.h"
#include "widgets/ssh/keyguide.h"
#include "widgets/ssh/keyrows.h"
#include "widgets/ssh/keywish.h"

#include <QWidget>
#include <memory>

class QLineEdit;

namespace gw {

class AddKeyForm;
class Button;
class Card;
class EmptyState;
class KeyGuideCard;
class MakeKeyForm;
class PlainLabel;
class RowList;

/// Who may log in with which key, and the way from passwords to keys.
class SshKeysView : public QWidget {
    Q_OBJECT

public:
    explicit SshKeysView(QWidget *parent = nullptr);

    void setFacts(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review);
    void setFirstSeen(const FirstSeen &firstSeen);
    void setGuide(const KeyGuide &guide);
    /// What a file of this computer holds that was asked for by publicKeyFileChosen().
    void setPublicKeyText(const QString &text);
    /// What a new key of this computer is called, unless the person says otherwise.
    void setKeyProposal(const QString &name, const QString &comment);

Q_SIGNALS:
    void changesRequested(const QList<gw::Intent> &intents);
    void makeKeyRequested(const gw::KeyWish &wish);
    void proveKeyRequested();
    void rollOutRequested(const QString &user, const QString &fingerprint);
    void publicKeyFileChosen(const QString &path);
    /// A key of this computer that is to be installed and proven like a new one; the file of either of its parts.
    void existingKeyChosen(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeSide();
    void retranslate();
    void refresh();
    void refreshActions();
    std::optional<UserKey> chosen() const;
    QString objectionToRemoving(const UserKey &key) const;
    void closeForms();
    void openAdd();
    void turnPasswordsOff();

    std::shared_ptr<const Facts> m_facts;
    std::shared_ptr<const Review> m_review;
    FirstSeen m_firstSeen;
    QString m_proposedName, m_proposedComment;
    Card *m_listCard;
    QLineEdit *m_filter;
    RowList *m_list;
    EmptyState *m_empty;
    PlainLabel *m_objection;
    Button *m_add, *m_remove, *m_copy, *m_rollOut;
    KeyGuideCard *m_guide;
    AddKeyForm *m_addForm;
    MakeKeyForm *m_makeForm;
};

} // namespace gw
