// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/ssh/sshddraft.h"

#include <QWidget>

class QSplitter;

namespace gw {

class Button;
class EmptyState;
class Notice;
class PlainLabel;
class SshdForm;
class SshdSource;

/// The settings of sshd: the form, the source beside it, and what was changed under both.
class SshSettingsView : public QWidget {
    Q_OBJECT

public:
    explicit SshSettingsView(QWidget *parent = nullptr);

    void setFacts(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review);
    /// What was typed, and what it comes to.
    const SshdDraft &draft() const { return m_draft; }
    /// Types a value, as a person does.
    void wish(const QString &keyword, const QString &value);
    void focusRow(const QString &keyword);
    /// What can be read stays readable.
    void setUsable(bool usable);

Q_SIGNALS:
    void changesRequested(const QList<gw::Intent> &intents);
    /// Becoming root would tell what is missing.
    void rootRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBar();
    void refresh();
    void refreshNotice();
    void refreshBar();

    SshdDraft m_draft;
    QString m_keyword;
    Notice *m_notice;
    QSplitter *m_splitter;
    SshdForm *m_form;
    SshdSource *m_source;
    QWidget *m_bar;
    PlainLabel *m_count, *m_lines;
    Button *m_reset, *m_plan;
    EmptyState *m_empty;
};

} // namespace gw
