// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/connectionstate.h"
#include "backend/base/server.h"
#include "backend/survey/survey.h"
#include "widgets/parts/questionpanel.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QStringListModel;

namespace gw {

class Button;
class Card;
class ErrorPanel;
class PlainLabel;
class Notice;
class ProgressStrip;
class RowList;
class ServerForm;

/// Connect now, save later: one field to connect by; when the server answered, its name, group, tags and colour.
/// The same page edits a server that is in the list already.
class AddServerPage : public QWidget {
    Q_OBJECT

public:
    explicit AddServerPage(QWidget *parent = nullptr);

    /// Names of ssh_config's hosts, offered while one types.
    void setAliases(const QStringList &aliases);
    void setGroups(const QStringList &groups);
    void setKeychainAvailable(bool available);

    /// Empty form for a new server. It has an id from now on, which stays when it is saved.
    void startAdding(const QString &target = {});
    void startEditing(const Server &server);
    const Server &server() const { return m_server; }

    /// How the attempt is going. Setting Online offers to save.
    void setConnection(const ConnectionState &connection);
    void setProgress(const std::optional<SurveyProgress> &progress);
    /// How many findings the finished review has.
    void setReviewed(int findings);
    /// The input cannot be used (another server has that name, no such key file …): said beside the form.
    void setProblem(const QString &problem);

    QuestionPanel *question() const { return m_question; }

Q_SIGNALS:
    /// Connect and survey; nothing is kept yet. server.target, .identityFile and .transport are filled in.
    void connectRequested(const gw::Server &server);
    void stopRequested();
    void saveRequested(const gw::Server &server);
    /// Go to the server's page without keeping it.
    void openRequested(const gw::Server &server);
    void cancelled();
    void hostKeyAccepted(const gw::HostKeyQuestion &question);
    void secretsGiven(const gw::SecretQuestion &question, const QList<gw::Secret> &secrets,
                      gw::QuestionPanel::Keep keep);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Mode { Adding, Editing };

    QWidget *makeTarget();
    QWidget *makeSteps();
    QWidget *makeKeep();
    void retranslate();
    void refresh();
    void refreshSteps();
    void showMore(bool shown);
    QString problem() const;
    void connectNow();
    void save();
    void chooseKey();
    Server entered() const;

    Mode m_mode = Mode::Adding;
    Server m_server;
    ConnectionState m_connection;
    std::optional<SurveyProgress> m_progress;
    std::optional<int> m_findings;
    bool m_started = false;
    QStringList m_aliases;
    QStringListModel *m_aliasModel;

    PlainLabel *m_title, *m_subtitle, *m_targetLabel, *m_targetHelp, *m_portLabel, *m_keyLabel, *m_transportLabel;
    QLineEdit *m_target, *m_port, *m_key;
    QComboBox *m_transport;
    Button *m_more, *m_chooseKey, *m_connect, *m_cancel, *m_save, *m_open;
    QWidget *m_moreArea;
    Card *m_targetCard, *m_stepsCard, *m_keepCard;
    RowList *m_steps;
    ProgressStrip *m_strip;
    QuestionPanel *m_question;
    ErrorPanel *m_error;
    Notice *m_problem;
    ServerForm *m_form;
};

} // namespace gw
