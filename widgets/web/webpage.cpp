// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/webpage.h"

#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/emptystate.h"
#include "widgets/parts/format.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/progressstrip.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/publish/publishpage.h"
#include "widgets/web/logview.h"
#include "widgets/web/sitelist.h"
#include "widgets/web/webeditor.h"
#include "widgets/web/webreading.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gw {
namespace {

const QString planAnyway = QStringLiteral("anyway");
const QString showProblem = QStringLiteral("show");

/// Of line `number` (from 1); of the last where there are fewer.
qsizetype lineStart(const QByteArray &text, int number)
{
    qsizetype start = 0;
    for (int line = 1; line < number; ++line) {
        const qsizetype feed = text.indexOf('\n', start);
        if (feed < 0)
            break;
        start = feed + 1;
    }
    return start;
}

} // namespace

WebPage::WebPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("webPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 20);
    column->setSpacing(12);
    m_problem = new Notice(this);
    m_problem->setObjectName(QStringLiteral("webProblem"));
    m_problem->setDismissable(true);
    m_notice = new Notice(this);
    m_notice->setObjectName(QStringLiteral("webNotice"));
    m_question = new Notice(this);
    m_question->setObjectName(QStringLiteral("webQuestion"));
    m_question->setDismissable(true);
    m_question->hide();
    m_strip = new ProgressStrip(this);
    m_views = new SegmentedControl(this);
    m_views->setObjectName(QStringLiteral("webViews"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_views);
    head->addStretch(1);
    m_stack = new QStackedWidget(this);
    m_splitter = new QSplitter(Qt::Horizontal, m_stack);
    m_splitter->setObjectName(QStringLiteral("webColumns")); // its layout is remembered by this name
    m_splitter->setChildrenCollapsible(false);
    m_sites = new SiteList(m_splitter);
    m_sites->setMinimumWidth(280);
    m_editor = new WebEditor(m_draft, m_splitter);
    m_editor->setMinimumWidth(420);
    m_splitter->addWidget(m_sites);
    m_splitter->addWidget(m_editor);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({320, 680});
    m_logs = new LogView(m_stack);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_logs);
    m_bar = makeBar();
    m_publish = new PublishPage(this);
    m_empty = new EmptyState(this);
    m_empty->setObjectName(QStringLiteral("noNginx"));
    m_empty->setIconName(QStringLiteral("server"));
    column->addLayout(head);
    column->addWidget(m_problem);
    column->addWidget(m_notice);
    column->addWidget(m_question);
    column->addWidget(m_strip);
    column->addWidget(m_stack, 1);
    column->addWidget(m_bar);
    column->addWidget(m_empty, 1);
    column->addWidget(m_publish, 1);

    connect(m_views, &SegmentedControl::currentChanged, this, [this](int view) { setView(View(view)); });
    connect(m_problem, &Notice::dismissed, this, [this] { setProblem(std::nullopt); });
    connect(m_question, &Notice::dismissed, m_question, &Notice::hide);
    connect(m_question, &Notice::actionChosen, this, [this](const QString &action) {
        m_question->hide();
        if (action == planAnyway)
            Q_EMIT changesRequested(m_draft.intents());
        else if (const auto problem = firstProblem())
            m_editor->showRefusal(*problem);
    });
    connect(m_notice, &Notice::actionChosen, this, [this](const QString &action) {
        if (action == showProblem)
            showRefusal(m_facts->nginx->testResult.raw());
        else
            Q_EMIT rootRequested();
    });
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (isWithoutNginx())
            openPublish();
        else
            Q_EMIT rootRequested();
    });
    connect(m_publish, &PublishPage::closeRequested, this, &WebPage::closePublish);
    connect(m_strip, &ProgressStrip::stopRequested, this, &WebPage::stopRequested);
    connect(m_sites, &SiteList::siteChosen, this, &WebPage::chooseSite);
    connect(m_sites, &SiteList::fileChosen, this, [this](const RemotePath &path) { m_editor->open({path, 0}); });
    connect(m_sites, &SiteList::changeRequested, this,
            [this](const ChangeSite &change) { Q_EMIT changesRequested({change}); });
    connect(m_editor, &WebEditor::edited, this, [this] {
        m_question->hide();
        m_isPlanWished = false; // it was about another text
        refreshBar();
        Q_EMIT edited();
    });
    retranslate();
}

QWidget *WebPage::makeBar()
{
    auto *bar = new Card(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    m_count = new PlainLabel(PlainLabel::Role::Strong, Tone::Neutral, bar);
    m_count->setObjectName(QStringLiteral("webChangeCount"));
    m_lines = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, bar);
    m_lines->setObjectName(QStringLiteral("webChangedFiles"));
    m_lines->setOverflow(PlainLabel::Overflow::Elide);
    m_reset = new Button(Button::Kind::Secondary, bar);
    m_reset->setObjectName(QStringLiteral("webReset"));
    m_plan = new Button(Button::Kind::Primary, bar);
    m_plan->setObjectName(QStringLiteral("webPlan"));
    row->addWidget(m_count);
    row->addWidget(m_lines, 1);
    row->addWidget(m_reset);
    row->addWidget(m_plan);
    bar->body()->addLayout(row);
    connect(m_reset, &Button::clicked, this, [this] {
        m_draft.resetAll();
        m_question->hide();
        m_isPlanWished = false;
        m_editor->refresh();
        m_editor->setFocus(Qt::OtherFocusReason);
        refreshBar();
        Q_EMIT edited();
    });
    connect(m_plan, &Button::clicked, this, &WebPage::plan);
    auto *save = new QShortcut(QKeySequence::Save, this);
    save->setContext(Qt::WidgetWithChildrenShortcut);
    connect(save, &QShortcut::activated, m_plan, &Button::click);
    return bar;
}

void WebPage::setFacts(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review)
{
    if (facts && facts == m_facts && review == m_review)
        return; // the same again: keep lists and places as they are
    m_facts = std::move(facts);
    m_review = std::move(review);
    m_draft.setFacts(m_facts);
    m_publish->setFacts(m_facts);
    if (!m_facts) { // what belongs to the server that was
        m_isPublishing = false;
        setProblem(std::nullopt);
        m_question->hide();
        m_refusal.clear();
        m_isPlanWished = false;
    }
    m_editor->refresh();
    m_sites->show(m_draft);
    m_logs->setFiles(m_draft.reading() ? m_draft.reading()->logs : WebLogFiles());
    refresh();
}

void WebPage::setView(View view)
{
    m_views->setCurrent(int(view));
    m_stack->setCurrentIndex(int(view));
    refresh();
}

void WebPage::openPublish(quint16 port)
{
    if (!m_facts)
        return;
    m_isPublishing = true;
    refresh();
    m_publish->open(port);
}

void WebPage::closePublish()
{
    m_isPublishing = false;
    m_publish->close();
    refresh();
}

bool WebPage::isWithoutNginx() const
{
    return m_facts && !m_facts->nginx && m_facts->nginx.gap().reason == Gap::Reason::NotInstalled;
}

void WebPage::chooseSite(int site)
{
    if (site < 0 || site >= m_draft.sites().size())
        return;
    m_sites->choose(site);
    const NginxSite &chosen = m_draft.sites()[site].site;
    m_editor->open({chosen.path, lineStart(m_draft.text(chosen.path), chosen.line())});
}

void WebPage::setBusy(const QString &what)
{
    m_busy = what;
    m_strip->setProgress(what, 0, 0);
    m_strip->setVisible(!what.isEmpty());
    m_sites->setUsable(what.isEmpty());
    m_editor->setUsable(what.isEmpty());
    m_publish->setUsable(what.isEmpty());
    refreshBar();
}

void WebPage::setProblem(const std::optional<Error> &problem)
{
    m_error = problem;
    m_problem->setMessage(Tone::Critical, problem ? problem->text() : QString());
    m_problem->setVisible(problem.has_value());
}

void WebPage::setRefusal(const QString &printed)
{
    if (printed == m_refusal)
        return; // somebody may have gone elsewhere since
    m_refusal = printed;
    showRefusal(printed);
}

void WebPage::showRefusal(const QString &printed)
{
    const auto refusal = nginxRefusalIn(printed);
    if (!refusal)
        return;
    const auto site = std::find_if(m_draft.sites().cbegin(), m_draft.sites().cend(),
                                   [&](const WebSite &each) { return each.site.path == refusal->path; });
    m_sites->choose(site == m_draft.sites().cend() ? -1 : int(site - m_draft.sites().cbegin()));
    m_editor->showRefusal(*refusal);
}

void WebPage::setReading(std::shared_ptr<const WebReading> reading)
{
    const bool isFirst = !m_draft.reading();
    if (!m_draft.take(std::move(reading)))
        return;
    m_sites->show(m_draft);
    m_logs->setFiles(m_draft.reading()->logs);
    m_editor->showReading();
    if (isFirst && m_editor->path().isEmpty() && !m_draft.sites().isEmpty())
        chooseSite(0);
    else if (isFirst)
        m_editor->open({m_editor->path().isEmpty() ? m_draft.files().value(0) : m_editor->path(), 0});
    if (std::exchange(m_isPlanWished, false))
        plan();
    refreshBar();
}

/// The first thing that nginx would refuse, in what was typed or because of it. Nothing until all files are read.
std::optional<NginxRefusal> WebPage::firstProblem() const
{
    if (!m_draft.isRead())
        return {};
    const WebReading &reading = *m_draft.reading();
    const auto errorIn = [](const RemotePath &path, const QList<EditorProblem> &problems) {
        const EditorProblem *error = firstError(problems);
        return error ? std::optional(NginxRefusal{path, error->line, error->message}) : std::nullopt;
    };
    for (const RemotePath &path : m_draft.changed()) {
        const int file = reading.config.fileAt(path);
        if (const auto error = errorIn(path, file < 0 ? problemsAlone(path) : reading.problems[file]))
            return error;
    }
    for (int file = 0; file < reading.config.files().size(); ++file) {
        if (const auto error = errorIn(reading.config.files()[file].path, reading.problems[file]))
            return error;
    }
    return {};
}

/// Of a file that nginx does not read.
QList<EditorProblem> WebPage::problemsAlone(const RemotePath &path) const
{
    const NginxSurroundings around = m_draft.surroundings(path);
    const NginxTree tree = NginxTree::parse(m_draft.text(path));
    return editorProblems(tree, nginxContextsOf(tree, around.file, around.build), around.build, 1);
}

void WebPage::plan()
{
    if (!m_draft.isRead()) {
        m_isPlanWished = true;
        refreshBar();
        return Q_EMIT readingRequested();
    }
    const auto problem = firstProblem();
    if (!problem) {
        Q_EMIT changesRequested(m_draft.intents());
        return;
    }
    m_question->setMessage(Tone::Warning,
                           tr("nginx would refuse %1, line %2: %3")
                               .arg(nginxFileName(problem->path))
                               .arg(problem->line)
                               .arg(problem->message),
                           {{showProblem, tr("Show")}, {planAnyway, tr("Plan anyway…")}});
    m_question->show();
}

void WebPage::refresh()
{
    const bool known = m_draft.isKnown();
    m_publish->setVisible(m_isPublishing);
    m_stack->setVisible(known && !m_isPublishing);
    m_views->setVisible(known && !m_isPublishing);
    m_bar->setVisible(known && !m_isPublishing && m_stack->currentWidget() == m_splitter);
    m_empty->setVisible(!known && !m_isPublishing);
    refreshNotice();
    refreshBar();
}

/// What is not as it should be with the files that are shown.
void WebPage::refreshNotice()
{
    m_notice->hide();
    if (!m_facts)
        return m_empty->setTexts(tr("Not surveyed yet"), tr("A survey tells which sites nginx serves."));
    const bool mayAsk = m_facts->access.asks != Access::Program::None && !m_facts->access.isRoot;
    if (!m_draft.isKnown()) {
        const Gap gap = m_facts->nginx ? m_facts->nginx->tree.gap() : m_facts->nginx.gap();
        if (gap.reason == Gap::Reason::NotInstalled)
            m_empty->setTexts(tr("No nginx on this server"),
                              tr("Nothing is served by it. Publish a service, and it is installed with it."),
                              tr("Publish a service…"));
        else
            m_empty->setTexts(tr("The files of nginx are not known"), tr("They could not be read: %1.").arg(gap.text()),
                              mayAsk ? tr("Enter password…") : QString());
        return;
    }
    const UnreadFile *unread = firstUnread(*m_facts, UnreadFile::Topic::Nginx);
    QString message;
    QList<Notice::Action> actions;
    Tone tone = Tone::Warning;
    if (m_facts->nginx->tested && !m_facts->nginx->testPassed) {
        const auto refusal = nginxRefusalIn(m_facts->nginx->testResult.raw());
        message = refusal ? tr("nginx refuses its configuration: %1, line %2: %3")
                                .arg(nginxFileName(refusal->path))
                                .arg(refusal->line)
                                .arg(refusal->message)
                          : tr("nginx refuses its configuration: %1").arg(m_facts->nginx->testResult.shown(300));
        tone = Tone::Critical;
        if (refusal && m_draft.has(refusal->path))
            actions << Notice::Action{showProblem, tr("Show")};
    } else if (unread) {
        message = tr("%1 could not be read (%2): what it holds is missing here.")
                      .arg(unread->path.shown(), unread->gap.text());
    }
    if (mayAsk && unread)
        actions << Notice::Action{QStringLiteral("root"), tr("Enter password…")};
    m_notice->setMessage(tone, message, actions);
    m_notice->setVisible(!message.isEmpty());
}

void WebPage::refreshBar()
{
    QStringList names;
    for (const RemotePath &path : m_draft.changed())
        names.append(nginxFileName(path));
    const int changes = int(names.size());
    m_count->setText(changes == 0   ? tr("Nothing is changed")
                     : changes == 1 ? tr("1 file is changed")
                                    : tr("%1 files are changed").arg(changes));
    m_lines->setText(changes == 0 ? tr("Every change is checked with nginx -t and shown before it is made.")
                                  : format::joined(names));
    if (m_draft.changed() != m_shownChanges) {
        m_shownChanges = m_draft.changed();
        m_sites->show(m_draft);
    }
    m_reset->setText(tr("Reset"));
    m_reset->setEnabled(changes > 0 && m_busy.isEmpty());
    m_plan->setText(tr("Plan these changes…"));
    m_plan->setEnabled(changes > 0 && m_busy.isEmpty() && !m_isPlanWished);
}

void WebPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WebPage::retranslate()
{
    m_problem->setVisible(m_error.has_value());
    m_strip->setVisible(!m_busy.isEmpty());
    m_views->setSegments({tr("Sites"), tr("Logs")});
    m_views->setAccessibleName(tr("Parts of the web server"));
    refresh();
}

} // namespace gw
