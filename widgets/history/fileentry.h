// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace gw {

class Button;
class ComparisonView;
class PlainLabel;
class Pill;

/// A change of the journal that touched a file, as one chooses it for a comparison.
struct FileVersion {
    qint64 number = 0;
    QDateTime at;
    QString title;
    friend bool operator==(const FileVersion &, const FileVersion &) = default;
};

/// A file of a change: what became of it, its diff, and what other changes made of the same file.
class FileEntry : public QWidget {
    Q_OBJECT

public:
    /// Whether the contents are there, or still on their way.
    enum class Content { Awaited, There };

    /// `number` is that of the change, `versions` are all that touched the file, newest first.
    FileEntry(const FileRecord &file, qint64 number, const QList<FileVersion> &versions, QWidget *parent = nullptr);

    const RemotePath &path() const { return m_file.path; }
    void setFile(const FileRecord &file, Content content);
    void setExpanded(bool expanded);
    /// What the file was after another change.
    void setVersion(qint64 number, const FileRecord &file);

Q_SIGNALS:
    void versionRequested(qint64 number);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeComparison(QVBoxLayout *column);
    void toggleComparison();
    void retranslate();
    void refresh();
    void showDifference();
    QString noteOf(const FileState *before, const FileState *after) const;
    void makeView();
    void fitView();
    const FileRecord *version(qint64 number) const;

    FileRecord m_file;
    Content m_content = Content::Awaited;
    qint64 m_number = 0;
    QList<FileVersion> m_versions;
    QMap<qint64, FileRecord> m_known;
    bool m_expanded = false;

    Button *m_toggle, *m_compare;
    PlainLabel *m_path, *m_counts, *m_attributes, *m_note, *m_between;
    Pill *m_kind;
    QWidget *m_comparison;
    QComboBox *m_from, *m_to;
    ComparisonView *m_view = nullptr; ///< made when it is first looked at
};

} // namespace gw
