// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/server/serverpage.h"

#include "backend/base/overloaded.h"
#include "widgets/history/historypage.h"
#include "widgets/parts/button.h"
#include "widgets/parts/emptystate.h"
#include "widgets/parts/errorpanel.h"
#include "widgets/parts/format.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/progressstrip.h"
#include "widgets/plan/changenotice.h"
#include "widgets/plan/changepage.h"
#include "widgets/server/overviewpage.h"
#include "widgets/server/reviewpage.h"
#include "widgets/ssh/sshpage.h"
#include "widgets/theme/paint.h"
#include "widgets/web/webpage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimerEvent>
#include <QVBoxLayout>

namespace gw {
namespace {

/// The tabs with the hairline under them that goes through the whole page.
class TabRow : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), Tokens::of(this).border);
    }
};

} // namespace

ServerPage::ServerPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("serverPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());

    column->addWidget(makeTabRow());

    m_messages = new QWidget(this);
    auto *messages = new QVBoxLayout(m_messages);
    messages->setContentsMargins(24, 14, 24, 0);
    messages->setSpacing(10);
    m_notice = new Notice(m_messages);
    m_notice->setObjectName(QStringLiteral("serverNotice"));
    m_foundNotice = new Notice(m_messages);
    m_foundNotice->setObjectName(QStringLiteral("foundChange"));
    m_changeNotice = new Notice(m_messages);
    m_changeNotice->setObjectName(QStringLiteral("openChange"));
    m_strip = new ProgressStrip(m_messages);
    m_question = new QuestionPanel(m_messages);
    m_error = new ErrorPanel(m_messages);
    messages->addWidget(m_foundNotice);
    messages->addWidget(m_changeNotice);
    messages->addWidget(m_notice);
    messages->addWidget(m_strip);
    messages->addWidget(m_question);
    messages->addWidget(m_error);
    column->addWidget(m_messages);

    m_stack = new QStackedWidget(this);
    m_overview = new OverviewPage(m_stack);
    m_review = new ReviewPage(m_stack);
    m_web = new WebPage(m_stack);
    m_ssh = new SshPage(m_stack);
    m_history = new HistoryPage(HistoryPage::Scope::Server, m_stack);
    addTab(Tab::Overview, m_overview);
    addTab(Tab::Web, m_web);
    addTab(Tab::Ssh, m_ssh);
    addTab(Tab::Review, m_review);
    addTab(Tab::History, m_history, Before::Page);
    m_changePage = new ChangePage(m_stack);
    m_empty = new EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("serverEmpty"));
    m_empty->setIconName(QStringLiteral("server"));
    m_stack->addWidget(m_changePage);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, &ServerPage::refreshMessages);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { Q_EMIT tabOpened(currentTab()); });
    connectMessages();
    connectChange();
    connect(m_review, &ReviewPage::acceptRiskRequested, this,
            [this](const AcceptedRisk &risk) { Q_EMIT acceptRiskRequested(m_server.id, risk); });
    connect(m_review, &ReviewPage::withdrawRiskRequested, this,
            [this](const AcceptedRisk &risk) { Q_EMIT withdrawRiskRequested(m_server.id, risk); });
    m_ageTimer.start(1000, Qt::CoarseTimer, this);
    retranslate();
}

void ServerPage::connectMessages()
{
    connect(m_strip, &ProgressStrip::stopRequested, this, [this] { Q_EMIT stopRequested(m_server.id); });
    connect(m_error, &ErrorPanel::retryRequested, this, [this] { Q_EMIT connectRequested(m_server.id); });
    connect(m_error, &ErrorPanel::editRequested, this, [this] { Q_EMIT editRequested(m_server.id); });
    connect(m_empty, &EmptyState::actionRequested, this, [this] { Q_EMIT rescanRequested(m_server.id); });
    connect(m_notice, &Notice::actionChosen, this, [this] { Q_EMIT saveRequested(m_server.id); });
    connect(m_changeNotice, &Notice::actionChosen, this, [this] { setTab(m_shownChanges.value(m_server.id).tab); });
    connect(m_foundNotice, &Notice::actionChosen, this, [this](const QString &action) {
        if (action == QLatin1String("keep"))
            Q_EMIT keepRequested(m_server.id);
        else if (action == QLatin1String("undo"))
            Q_EMIT undoRequested(m_server.id);
        else
            Q_EMIT foundChangeDismissed(m_server.id);
    });
    connect(m_question, &QuestionPanel::hostKeyAccepted, this,
            [this](const HostKeyQuestion &question) { Q_EMIT hostKeyAccepted(m_server.id, question); });
    connect(m_question, &QuestionPanel::secretsGiven, this,
            [this](const SecretQuestion &question, const QList<Secret> &secrets, QuestionPanel::Keep keep) {
                Q_EMIT secretsGiven(m_server.id, question, secrets, keep);
            });
    connect(m_question, &QuestionPanel::cancelled, this, [this] { Q_EMIT questionCancelled(m_server.id); });
}

void ServerPage::connectChange()
{
    connect(m_review, &ReviewPage::draftChanged, this,
            [this](const QList<FindingKey> &findings) { Q_EMIT draftChanged(m_server.id, findings); });
    connect(m_review, &ReviewPage::planRequested, this, [this] { Q_EMIT planRequested(m_server.id); });
    const auto exportPlan = [this](const Plan &plan, PlanFormat format) {
        Q_EMIT exportRequested(m_server.id, plan, format);
    };
    connect(m_review, &ReviewPage::exportRequested, this, exportPlan);
    connect(m_changePage, &ChangePage::exportRequested, this, exportPlan);
    connect(m_changePage, &ChangePage::leftOutChanged, this, [this](const QStringList &ids) {
        if (m_change)
            m_shownChanges[m_server.id].leftOut = ids;
    });
    connect(m_changePage, &ChangePage::applyRequested, this,
            [this](const Plan &plan) { Q_EMIT applyRequested(m_server.id, plan); });
    connect(m_changePage, &ChangePage::historyRequested, this,
            [this](qint64 number) { Q_EMIT changeInHistoryRequested(m_server.id, number); });
    const auto pass = [this](auto wish, auto on) {
        connect(m_changePage, wish, this, [this, on] { Q_EMIT(this->*on)(m_server.id); });
    };
    pass(&ChangePage::stopRequested, &ServerPage::stopChangeRequested);
    pass(&ChangePage::keepRequested, &ServerPage::keepRequested);
    pass(&ChangePage::undoRequested, &ServerPage::undoRequested);
    pass(&ChangePage::moreTimeRequested, &ServerPage::moreTimeRequested);
    pass(&ChangePage::remakeRequested, &ServerPage::remakeRequested);
    pass(&ChangePage::discardRequested, &ServerPage::discardRequested);
    pass(&ChangePage::closeRequested, &ServerPage::closeChangeRequested);
}

QWidget *ServerPage::makeTabRow()
{
    auto *row = new TabRow(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(13, 0, 13, 1);
    m_tabs = new QTabBar(row);
    m_tabs->setObjectName(QStringLiteral("serverTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideNone);
    layout->addWidget(m_tabs);
    layout->addStretch(1);
    return row;
}

void ServerPage::addTab(Tab tab, QWidget *page, Before before)
{
    m_tabPages << TabPage{tab, page, before};
    m_tabs->addTab(QString());
    m_stack->addWidget(page);
}

QString ServerPage::titleOf(Tab tab) const
{
    switch (tab) {
    case Tab::Overview: return tr("Overview");
    case Tab::Web: return tr("Web");
    case Tab::Ssh: return tr("SSH");
    case Tab::Review: return tr("Review");
    case Tab::History: return tr("History");
    }
    Q_UNREACHABLE();
}

ServerPage::Tab ServerPage::currentTab() const
{
    return m_tabPages[m_tabs->currentIndex()].tab;
}

QWidget *ServerPage::makeHeader()
{
    auto *header = new QWidget(this);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(24, 18, 24, 10);
    row->setSpacing(8);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto *first = new QHBoxLayout;
    first->setSpacing(10);
    m_name = new PlainLabel(PlainLabel::Role::Title, Tone::Neutral, header);
    m_name->setObjectName(QStringLiteral("serverName"));
    m_name->setOverflow(PlainLabel::Overflow::Elide);
    m_name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_connectionPill = new Pill(header);
    m_connectionPill->setObjectName(QStringLiteral("connectionPill"));
    m_rootPill = new Pill(header);
    m_rootPill->setObjectName(QStringLiteral("rootPill"));
    m_root = new Button(Button::Kind::Link, header);
    m_root->setObjectName(QStringLiteral("enterRootPassword"));
    first->addWidget(m_name);
    first->addWidget(m_connectionPill);
    first->addWidget(m_rootPill);
    first->addWidget(m_root);
    first->addStretch(1);
    m_subtitle = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, header);
    m_subtitle->setObjectName(QStringLiteral("serverSubtitle"));
    m_subtitle->setOverflow(PlainLabel::Overflow::Elide);
    texts->addLayout(first);
    texts->addWidget(m_subtitle);
    row->addLayout(texts, 1);
    m_export = new Button(Button::Kind::Secondary, header);
    m_export->setObjectName(QStringLiteral("exportReport"));
    m_rescan = new Button(Button::Kind::Secondary, header);
    m_rescan->setObjectName(QStringLiteral("rescan"));
    m_publish = new Button(Button::Kind::Primary, header);
    m_publish->setObjectName(QStringLiteral("publishService"));
    row->addWidget(m_export, 0, Qt::AlignTop);
    row->addWidget(m_rescan, 0, Qt::AlignTop);
    row->addWidget(m_publish, 0, Qt::AlignTop);
    connect(m_root, &Button::clicked, this, [this] { Q_EMIT rootRequested(m_server.id); });
    connect(m_export, &Button::clicked, this, [this] { Q_EMIT exportReportRequested(m_server.id); });
    connect(m_rescan, &Button::clicked, this, [this] { Q_EMIT rescanRequested(m_server.id); });
    connect(m_publish, &Button::clicked, this, [this] {
        setTab(Tab::Web);
        m_web->openPublish();
    });
    return header;
}

void ServerPage::setServer(const Server &server)
{
    if (server == m_server)
        return;
    const bool another = server.id != m_server.id;
    m_server = server;
    if (another) {
        m_connection = Offline{};
        m_facts.reset();
        m_reviewed.reset();
        m_progress.reset();
        m_surveyError.reset();
        m_unsaved = false;
        m_question->setQuestion({});
        m_overview->setFacts(nullptr, nullptr);
        m_overview->setConnection(m_connection);
        m_overview->setChanges({}, {});
        m_review->setReview(nullptr, nullptr);
        m_review->setFixes({});
        m_review->setDraft({});
        m_change.reset();
        m_found.reset();
        setTab(Tab::Overview);
    }
    retranslate();
}

void ServerPage::setUnsaved(bool unsaved)
{
    m_unsaved = unsaved;
    refreshState();
}

void ServerPage::setConnection(const ConnectionState &connection)
{
    m_connection = connection;
    const auto *asking = std::get_if<Asking>(&connection);
    m_question->setQuestion(asking ? asking->question : Question());
    m_overview->setConnection(connection);
    refreshHeader();
    refreshState();
}

void ServerPage::setSurvey(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review,
                           std::shared_ptr<const Known<QList<Exposure>>> exposures)
{
    if (facts == m_facts && review == m_reviewed)
        return; // the same again: keep lists and places as they are
    m_facts = facts;
    m_reviewed = review;
    m_overview->setFacts(facts, std::move(exposures));
    m_review->setReview(std::move(facts), std::move(review));
    refreshHeader();
    refreshState();
}

void ServerPage::setChanges(const QDateTime &since, const QList<FactChange> &changes)
{
    m_overview->setChanges(since, changes);
}

void ServerPage::setProgress(const std::optional<SurveyProgress> &progress)
{
    m_progress = progress;
    refreshState();
}

void ServerPage::setSurveyError(const std::optional<Error> &error)
{
    m_surveyError = error;
    refreshState();
}

void ServerPage::setKeychainAvailable(bool available)
{
    m_question->setKeychainAvailable(available);
}

void ServerPage::setPlanDraft(const PlanDraft &draft)
{
    m_review->setDraft(draft);
}

void ServerPage::setFixes(const Fixes &fixes)
{
    m_review->setFixes(fixes);
}

void ServerPage::setApplyState(const std::optional<ApplyState> &state)
{
    if (state == m_change)
        return;
    const QWidget *focused = m_stack->focusWidget();
    const bool hadFocus = focused && focused->hasFocus();
    m_change = state;
    if (state) {
        if (!m_shownChanges.contains(m_server.id))
            m_shownChanges[m_server.id].tab = currentTab();
        ShownChange &shown = m_shownChanges[m_server.id];
        if (state->plan != shown.plan)
            shown.leftOut.clear(); // it was made again
        shown.plan = state->plan;
        const QStringList leftOut = shown.leftOut;
        m_changePage->setState(*state);
        m_changePage->setLeftOut(leftOut);
    } else {
        m_shownChanges.remove(m_server.id);
    }
    const bool wasShown = m_stack->currentWidget() == m_changePage;
    refreshMessages();
    if (hadFocus && !wasShown && isChangeShown()) // to the page itself, not to what happens to be the next button
        m_changePage->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ServerPage::setFoundChange(const std::optional<FoundChange> &change)
{
    m_found = change;
    refreshMessages();
}

bool ServerPage::isChangeShown() const
{
    return m_change && currentTab() == m_shownChanges.value(m_server.id).tab;
}

void ServerPage::setTab(Tab tab)
{
    for (int i = 0; i < m_tabPages.size(); ++i) {
        if (m_tabPages[i].tab == tab)
            m_tabs->setCurrentIndex(i);
    }
}

void ServerPage::showFinding(const FindingKey &finding)
{
    setTab(Tab::Review);
    m_review->showFinding(finding);
}

void ServerPage::showHistory(qint64 number)
{
    setTab(Tab::History);
    m_history->showChange(number);
}

void ServerPage::refreshHeader()
{
    m_name->setText(m_server.name);
    const bool online = std::holds_alternative<Online>(m_connection);
    m_connectionPill->setText(m_server.isLocal() && online ? tr("This computer") : format::connection(m_connection));
    m_connectionPill->setTone(format::connectionTone(m_connection));

    const auto *state = std::get_if<Online>(&m_connection);
    const bool isRoot = m_facts ? m_facts->access.isRoot : state && state->isRoot;
    const bool wantsPassword =
        !isRoot && ((m_facts && m_facts->access.asks != Access::Program::None) || (state && state->rootWantsPassword));
    m_rootPill->setVisible(m_facts || online);
    m_rootPill->setLook(isRoot ? Pill::Look::Outlined : Pill::Look::Tinted);
    m_rootPill->setTone(isRoot ? Tone::Muted : Tone::Warning);
    const bool asRootUser = m_facts && m_facts->access.way == Access::Root::Login;
    m_rootPill->setText(isRoot ? (asRootUser ? tr("as root") : tr("sudo ready")) : tr("needs root"));
    m_root->setVisible(wantsPassword && online);

    QStringList parts;
    if (m_facts) {
        parts << format::system(m_facts->system);
        if (m_facts->gpus && !m_facts->gpus->isEmpty())
            parts << format::gpus(*m_facts->gpus) << tr("driver %1").arg(m_facts->gpus->first().driver.shown(30));
        if (m_facts->system.uptimeSeconds > 0)
            parts << tr("up %1").arg(format::duration(m_facts->system.uptimeSeconds));
        parts << tr("surveyed %1").arg(format::age(m_facts->takenAt));
    } else {
        parts << (m_server.isLocal() ? tr("This computer") : m_server.target);
    }
    m_subtitle->setText(format::joined(parts));
    m_export->setVisible(m_reviewed != nullptr);
}

void ServerPage::refreshState()
{
    const auto *failed = std::get_if<Failed>(&m_connection);
    const bool connecting = std::holds_alternative<Connecting>(m_connection);
    const bool asking = std::holds_alternative<Asking>(m_connection);
    const bool busy = !asking && (m_progress || connecting); // who is asked is not made to wait
    m_strip->setVisible(busy);
    if (m_progress && m_progress->sectionsExpected > 0)
        m_strip->setProgress(
            tr("Asking the server: %1 of %2 answers").arg(m_progress->sectionsDone).arg(m_progress->sectionsExpected),
            m_progress->sectionsDone, m_progress->sectionsExpected);
    else if (m_progress && !connecting)
        m_strip->setProgress(tr("Asking the server"), 0, 0);
    else
        m_strip->setProgress(format::connection(m_connection), 0, 0);
    m_rescan->setEnabled(!busy && !asking);
    m_publish->setVisible(m_facts != nullptr);
    m_rescan->setVisible(m_facts != nullptr); // before the first survey the page itself offers it

    const Error *error = failed ? &failed->error : m_surveyError ? &*m_surveyError : nullptr;
    if (error && error->kind == Error::Kind::NeedsAnswer)
        error = nullptr; // the question itself is shown
    if (error && !busy) {
        m_error->setError(*error);
        m_error->setEditable(!m_server.isLocal());
    } else {
        m_error->hide();
    }

    if (busy)
        m_empty->setTexts(tr("The first answers are on their way"),
                          tr("Everything is asked in one go; nothing is installed and nothing is changed."));
    else if (asking || error)
        m_empty->setTexts(QString(), QString());
    else
        m_empty->setTexts(
            tr("Not surveyed yet"),
            tr("A survey asks the server everything once and changes nothing on it. It takes about a second."),
            tr("Survey now"));
    m_empty->setIconName(asking || error ? QString() : QStringLiteral("server"));
    refreshMessages();
}

void ServerPage::refreshMessages()
{
    m_notice->setVisible(m_unsaved);
    refreshNotices();
    bool anything = false;
    for (const QObject *child : m_messages->children()) {
        const auto *message = qobject_cast<const QWidget *>(child);
        anything = anything || (message && !message->isHidden());
    }
    m_messages->setVisible(anything);
    refreshTabs();
}

/// Both count down.
void ServerPage::refreshNotices()
{
    m_changeNotice->setVisible(m_change && !isChangeShown());
    if (m_change) {
        const ChangeNotice notice = noticeOf(*m_change);
        m_changeNotice->setMessage(notice.tone, notice.message, notice.actions);
    }
    m_foundNotice->setVisible(m_found.has_value());
    if (m_found) {
        const ChangeNotice notice = noticeOf(*m_found);
        m_foundNotice->setMessage(notice.tone, notice.message, notice.actions);
    }
}

void ServerPage::refreshTabs()
{
    const TabPage &tab = m_tabPages[m_tabs->currentIndex()];
    if (isChangeShown())
        m_stack->setCurrentWidget(m_changePage);
    else if (!m_facts && tab.before == Before::NotSurveyed)
        m_stack->setCurrentWidget(m_empty);
    else
        m_stack->setCurrentWidget(tab.page);
}

void ServerPage::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_ageTimer.timerId() && isVisible()) {
        refreshHeader(); // ages and the pause before the next attempt
        refreshNotices();
        if (std::holds_alternative<Connecting>(m_connection))
            refreshState();
    }
}

void ServerPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ServerPage::retranslate()
{
    for (int i = 0; i < m_tabPages.size(); ++i)
        m_tabs->setTabText(i, titleOf(m_tabPages[i].tab));
    m_tabs->setAccessibleName(tr("Parts of this server"));
    m_root->setText(tr("Enter password…"));
    m_root->setAccessibleDescription(tr("Asks for the password once and surveys again as root"));
    m_export->setText(tr("Export report…"));
    m_rescan->setText(tr("Rescan"));
    m_publish->setText(tr("Publish a service…"));
    m_notice->setMessage(Tone::Info, tr("This server is not in your list yet. Connected now, saved when you like."),
                         {{QStringLiteral("save"), tr("Save server…")}});
    refreshHeader();
    refreshState();
}

} // namespace gw
