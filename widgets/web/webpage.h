// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/error.h"
#include "backend/findings/review.h"
#include "widgets/web/editorproblems.h"
#include "widgets/web/webdraft.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace gw {

class Button;
class EmptyState;
class LogView;
class Notice;
class PlainLabel;
class ProgressStrip;
class PublishPage;
class SegmentedControl;
class SiteList;
class WebEditor;

/// The tab "Web" of a server: the sites of nginx and its files. It changes nothing: what is typed and wished leaves it
/// as intents, and a plan is shown before anything runs.
class WebPage : public QWidget {
    Q_OBJECT

public:
    enum class View { Sites, Logs };
    Q_ENUM(View)

    explicit WebPage(QWidget *parent = nullptr);

    /// Null: never surveyed, or another server: what was typed is dropped. With new facts of the same server it stays.
    void setFacts(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review);
    /// What is done meanwhile ("Making the plan"); empty: nothing, the page can be used.
    void setBusy(const QString &what);
    /// Why a wish was not granted. std::nullopt: it was.
    void setProblem(const std::optional<Error> &problem);
    /// What `nginx -t` printed about the staged files: said at its line. Empty: nothing.
    void setRefusal(const QString &printed);
    /// What was read of draft(), elsewhere; nothing where somebody has typed since.
    void setReading(std::shared_ptr<const WebReading> reading);

    const WebDraft &draft() const { return m_draft; }
    bool hasChanges() const { return !m_draft.changed().isEmpty(); }
    SiteList *sites() const { return m_sites; }
    WebEditor *editor() const { return m_editor; }
    LogView *logs() const { return m_logs; }
    void setView(View view);
    void chooseSite(int site);
    /// The assistant, over everything else of the page; `port`: of the service, 0: of none in particular.
    void openPublish(quint16 port = 0);
    void closePublish();
    PublishPage *publish() const { return m_publish; }

Q_SIGNALS:
    void changesRequested(const QList<gw::Intent> &intents);
    void rootRequested();
    void stopRequested();
    /// Something was typed: draft() has other texts.
    void edited();
    /// Somebody waits for setReading().
    void readingRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBar();
    void plan();
    void showRefusal(const QString &printed);
    std::optional<NginxRefusal> firstProblem() const;
    QList<EditorProblem> problemsAlone(const RemotePath &path) const;
    bool isWithoutNginx() const;
    void refresh();
    void refreshNotice();
    void refreshBar();
    void retranslate();

    WebDraft m_draft;
    std::shared_ptr<const Facts> m_facts;
    std::shared_ptr<const Review> m_review;
    QString m_busy, m_refusal;
    QList<RemotePath> m_shownChanges; ///< that the list of sites knows of
    bool m_isPlanWished = false;      ///< once all files are read
    std::optional<Error> m_error;
    Notice *m_problem, *m_notice, *m_question;
    ProgressStrip *m_strip;
    SegmentedControl *m_views;
    QStackedWidget *m_stack;
    PublishPage *m_publish;
    bool m_isPublishing = false;
    QSplitter *m_splitter;
    LogView *m_logs;
    SiteList *m_sites;
    WebEditor *m_editor;
    QWidget *m_bar;
    PlainLabel *m_count, *m_lines;
    Button *m_reset, *m_plan;
    EmptyState *m_empty;
};

} // namespace gw
