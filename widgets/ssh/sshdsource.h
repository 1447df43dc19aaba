// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/parts/card.h"
#include "widgets/ssh/sshddraft.h"

class QComboBox;

namespace gw {

class SegmentedControl;
class SourceView;

/// The files of sshd beside the form, with the line that decides the setting that is looked at, or the values that hold
/// in the end.
class SshdSource : public Card {
    Q_OBJECT

public:
    explicit SshdSource(QWidget *parent = nullptr);

    /// Goes to the file and line that decide `keyword`.
    void show(const SshdDraft &draft, const QString &keyword);
    void refresh(const SshdDraft &draft);

Q_SIGNALS:
    /// Another file or the effective values were asked for: call refresh().
    void viewChanged();

private:
    enum class View { Source, Effective };

    void listFiles(const SshdDraft &draft);
    void showFile(const SshdDraft &draft);
    void showEffective(const SshdDraft &draft);
    QString captionFor(const SshdDraft &draft) const;

    QString m_keyword;
    QComboBox *m_file;
    PlainLabel *m_title, *m_caption;
    SegmentedControl *m_view;
    SourceView *m_source;
};

} // namespace gw
