// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/error.h"
#include "backend/findings/review.h"
#include "backend/plan/intent.h"
#include "backend/survey/protection.h"
#include "widgets/ssh/keyguide.h"
#include "widgets/ssh/keyrows.h"
#include "widgets/ssh/keywish.h"

#include <QWidget>
#include <memory>
#include <optional>

class QStackedWidget;

namespace gw {

class Button;
class Notice;
class PlainLabel;
class ProgressStrip;
class SegmentedControl;
class SshKeysView;
class SshProtectionView;
class SshSettingsView;

/// The tab "SSH" of a server: how sshd is set up, who may log in with which key, what keeps guessing out. It changes
/// nothing: every wish leaves it as intents, and a plan is shown before anything runs.
class SshPage : public QWidget {
    Q_OBJECT

public:
    enum class View { Settings, Keys, Protection };
    Q_ENUM(View)

    explicit SshPage(QWidget *parent = nullptr);

    /// Null: never surveyed, or another server: what was typed is dropped. With new facts of the same server it stays.
    void setFacts(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review);
    /// What is done meanwhile ("Making the plan"); empty: nothing, the page can be used.
    void setBusy(const QString &what);
    /// Why a wish was not granted: the plan refused it, or the server could not be asked. std::nullopt: it was.
    void setProblem(const std::optional<Error> &problem);

    /// How the connection was opened: "publickey id_ed25519" of ConnectionInfo::authentication. Empty: not known.
    void setAuthentication(const QString &authentication);
    /// std::nullopt: as the login of this session says.
    void setGuide(const std::optional<KeyGuide> &guide);
    void setFirstSeen(const FirstSeen &firstSeen);
    void setPublicKeyText(const QString &text);
    void setKeyProposal(const QString &name, const QString &comment);
    /// A gap: not asked yet, or why it is not known.
    void setProtection(const Known<Protection> &protection);
    /// What a change that was kept measured of a unit.
    void setExposureAfter(const QString &unit, double exposure);

    void setView(View view);
    /// Something was typed and is not planned yet.
    bool hasChanges() const;
    SshSettingsView *settings() const { return m_settings; }
    SshKeysView *keys() const { return m_keys; }
    SshProtectionView *protection() const { return m_protection; }

Q_SIGNALS:
    void changesRequested(const QList<gw::Intent> &intents);
    void hardenRequested();
    void rootRequested();
    void stopRequested();
    void makeKeyRequested(const gw::KeyWish &wish);
    void proveKeyRequested();
    void rollOutRequested(const QString &user, const QString &fingerprint);
    void publicKeyFileChosen(const QString &path);
    /// A key of this computer that is to be installed and proven like a new one; the file of either of its parts.
    void existingKeyChosen(const QString &path);
    /// Somebody looks at it, or presses "Refresh": answer with setProtection().
    void protectionRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    LoginSession session() const;
    void retranslate();
    void refreshHead();
    void refreshGuide();
    void askProtection();

    std::shared_ptr<const Facts> m_facts;
    std::shared_ptr<const Review> m_review;
    QString m_authentication, m_busy;
    std::optional<Error> m_error;
    std::optional<KeyGuide> m_guide;
    bool m_askedProtection = false;
    PlainLabel *m_who;
    SegmentedControl *m_views;
    Button *m_harden;
    Notice *m_problem;
    ProgressStrip *m_strip;
    QStackedWidget *m_stack;
    SshSettingsView *m_settings;
    SshKeysView *m_keys;
    SshProtectionView *m_protection;
};

} // namespace gw
