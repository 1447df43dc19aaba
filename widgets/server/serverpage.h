// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/connectionstate.h"
#include "backend/base/server.h"
#include "backend/exposure/exposure.h"
#include "backend/findings/review.h"
#include "backend/survey/survey.h"
#include "widgets/parts/findingkey.h"
#include "widgets/parts/questionpanel.h"
#include "widgets/plan/applystate.h"
#include "widgets/plan/plandraft.h"

#include <QBasicTimer>
#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace gw {

class Button;
class ChangePage;
class EmptyState;
class ErrorPanel;
class HistoryPage;
class Notice;
class OverviewPage;
class Pill;
class ProgressStrip;
class ReviewPage;
class SshPage;
class WebPage;

/// One server: who and how it is, what goes on with it now, and its tabs. One page serves all servers: setServer()
/// empties it for another one. A plan and the change made from it cover the tab they came from; the others stay.
class ServerPage : public QWidget {
    Q_OBJECT

public:
    enum class Tab { Overview, Web, Ssh, Review, History };
    Q_ENUM(Tab)

    explicit ServerPage(QWidget *parent = nullptr);

    const Server &server() const { return m_server; }
    /// Another id empties everything else that was set.
    void setServer(const Server &server);
    /// It was connected but is not in the list yet: the page offers to save it.
    void setUnsaved(bool unsaved);
    void setConnection(const ConnectionState &connection);
    /// Null: never surveyed. The values are shared with the app's thread-safe store, never copied.
    /// `exposures`: computed where the review ran; left out, the page computes them itself.
    void setSurvey(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review,
                   std::shared_ptr<const Known<QList<Exposure>>> exposures = nullptr);
    /// Against the survey before, taken at `since`.
    void setChanges(const QDateTime &since, const QList<FactChange> &changes);
    /// std::nullopt: no survey is under way.
    void setProgress(const std::optional<SurveyProgress> &progress);
    /// The last survey failed; what is shown is older. std::nullopt: it did not.
    void setSurveyError(const std::optional<Error> &error);
    void setKeychainAvailable(bool available);

    /// What was gathered in the review for a plan.
    void setPlanDraft(const PlanDraft &draft);
    void setFixes(const Fixes &fixes);
    /// The plan that is looked at, or the change under way; it is shown over the tab that is open when it first comes.
    /// std::nullopt: there is none (any more).
    void setApplyState(const std::optional<ApplyState> &state);
    /// A change that was found on the server and is not shown by setApplyState().
    void setFoundChange(const std::optional<FoundChange> &change);

    void setTab(Tab tab);
    void showHistory(qint64 number);
    void showFinding(const FindingKey &finding);

    OverviewPage *overview() const { return m_overview; }
    ReviewPage *review() const { return m_review; }
    SshPage *ssh() const { return m_ssh; }
    WebPage *web() const { return m_web; }
    HistoryPage *history() const { return m_history; }
    QuestionPanel *question() const { return m_question; }

Q_SIGNALS:
    void rescanRequested(const gw::HostId &id);
    void stopRequested(const gw::HostId &id);
    void connectRequested(const gw::HostId &id); ///< also "Try again"
    void editRequested(const gw::HostId &id);
    void saveRequested(const gw::HostId &id);
    void exportReportRequested(const gw::HostId &id);
    /// Ask for the root password and survey again as root.
    void rootRequested(const gw::HostId &id);
    void hostKeyAccepted(const gw::HostId &id, const gw::HostKeyQuestion &question);
    void secretsGiven(const gw::HostId &id, const gw::SecretQuestion &question, const QList<gw::Secret> &secrets,
                      gw::QuestionPanel::Keep keep);
    void questionCancelled(const gw::HostId &id);
    void acceptRiskRequested(const gw::HostId &id, const gw::AcceptedRisk &risk);
    void withdrawRiskRequested(const gw::HostId &id, const gw::AcceptedRisk &risk);
    /// These findings are wanted in the plan; the same ones again: try once more.
    void draftChanged(const gw::HostId &id, const QList<gw::FindingKey> &findings);
    void planRequested(const gw::HostId &id); ///< show the draft's plan
    void exportRequested(const gw::HostId &id, const gw::Plan &plan, gw::PlanFormat format);
    void applyRequested(const gw::HostId &id, const gw::Plan &plan); ///< without the steps that were left out
    void stopChangeRequested(const gw::HostId &id);                  ///< while it is made: back to the old state
    void keepRequested(const gw::HostId &id);                        ///< also of a found change that is ours
    void undoRequested(const gw::HostId &id);                        ///< also of a found change that is ours
    void moreTimeRequested(const gw::HostId &id);
    void remakeRequested(const gw::HostId &id);      ///< the plan, from the server as it is now
    void discardRequested(const gw::HostId &id);     ///< the plan and what was gathered for it
    void closeChangeRequested(const gw::HostId &id); ///< leave the page of the plan or change; the draft stays
    void tabOpened(gw::ServerPage::Tab tab);
    void foundChangeDismissed(const gw::HostId &id); ///< that it came back was read
    void changeInHistoryRequested(const gw::HostId &id, qint64 number);

protected:
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    /// What a tab has to show before the first survey: its page, or the word that there was none.
    enum class Before { Page, NotSurveyed };
    struct TabPage {
        Tab tab;
        QWidget *page;
        Before before;
    };
    /// The change of one server, kept while the page shows another one.
    struct ShownChange {
        Tab tab = Tab::Overview; ///< it came from there
        Plan plan;
        QStringList leftOut;
    };

    QWidget *makeHeader();
    QWidget *makeTabRow();
    void addTab(Tab tab, QWidget *page, Before before = Before::NotSurveyed);
    QString titleOf(Tab tab) const;
    Tab currentTab() const;
    void connectMessages();
    void connectChange();
    void retranslate();
    void refreshHeader();
    void refreshState();
    void refreshMessages();
    void refreshNotices();
    void refreshTabs();
    bool isChangeShown() const;

    Server m_server;
    ConnectionState m_connection;
    std::shared_ptr<const Facts> m_facts;
    std::shared_ptr<const Review> m_reviewed;
    std::optional<SurveyProgress> m_progress;
    std::optional<Error> m_surveyError;
    std::optional<ApplyState> m_change;
    std::optional<FoundChange> m_found;
    QMap<HostId, ShownChange> m_shownChanges;
    bool m_unsaved = false;
    QBasicTimer m_ageTimer;

    PlainLabel *m_name, *m_subtitle;
    Pill *m_connectionPill, *m_rootPill;
    Button *m_root, *m_export, *m_rescan, *m_publish;
    QWidget *m_messages;
    Notice *m_notice, *m_changeNotice, *m_foundNotice;
    ErrorPanel *m_error;
    QuestionPanel *m_question;
    ProgressStrip *m_strip;
    QTabBar *m_tabs;
    QList<TabPage> m_tabPages; ///< in the order of the tabs
    QStackedWidget *m_stack;
    OverviewPage *m_overview;
    ReviewPage *m_review;
    WebPage *m_web;
    SshPage *m_ssh;
    HistoryPage *m_history;
    ChangePage *m_changePage;
    EmptyState *m_empty;
};

} // namespace gw
