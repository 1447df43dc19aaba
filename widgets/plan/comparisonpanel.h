// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace gw {

class ComparisonView;
class EmptyState;
class Pill;
class PlainLabel;
class SegmentedControl;

/// A file before and after, under or beside each other; or the three texts of a conflict.
class ComparisonPanel : public QWidget {
    Q_OBJECT

public:
    explicit ComparisonPanel(QWidget *parent = nullptr);

    void setChange(const QByteArray &before, const QByteArray &after);
    void setThreeWay(const QByteArray &saw, const QByteArray &now, const QByteArray &wanted);
    /// There is nothing to compare: why.
    void setNothing(const QString &title, const QString &explanation);
    /// At the left of the header: "new file", "0600 root:root".
    void setNote(const QString &note);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Content { Nothing, Change, ThreeWay };
    enum class Layout { Unified, BesideEachOther };

    void refresh();
    void retranslate();
    void setColumnTitles(const QStringList &titles);

    Content m_content = Content::Nothing;
    QByteArray m_before, m_now, m_after;
    PlainLabel *m_note;
    Pill *m_added, *m_removed;
    SegmentedControl *m_layout;
    QWidget *m_head, *m_titles;
    QHBoxLayout *m_titleRow;
    ComparisonView *m_view;
    EmptyState *m_empty;
};

} // namespace gw
