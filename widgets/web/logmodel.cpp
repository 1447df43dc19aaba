// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/logmodel.h"

#include "widgets/parts/plainlabel.h"

#include <algorithm>

namespace gw {
namespace {

Tone toneOfStatus(int status)
{
    return status >= 500 ? Tone::Critical : status >= 400 ? Tone::Warning : Tone::Neutral;
}

/// "2026/11/27 14:32:10 [error] 812#812: *5 connect() failed …" (ngx_log.c)
Tone toneOfLevel(const QString &line)
{
    const qsizetype from = line.indexOf(u" [") + 2;
    const qsizetype to = line.indexOf(u']', from);
    const QStringView level = QStringView(line).mid(from, to - from);
    if (level == u"emerg" || level == u"alert" || level == u"crit" || level == u"error")
        return Tone::Critical;
    return level == u"warn" ? Tone::Warning : Tone::Neutral;
}

} // namespace

void LogModel::setText(const QByteArray &text)
{
    beginResetModel();
    m_lines.clear();
    for (const QByteArray &line : text.split('\n')) {
        if (!line.isEmpty())
            m_lines.prepend({UntrustedText::fromBytes(line).shown(2000), accessLineFrom(line)});
    }
    refilter();
    endResetModel();
}

void LogModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    refilter();
    endResetModel();
}

void LogModel::refilter()
{
    const QStringList words = m_filter.split(u' ', Qt::SkipEmptyParts);
    m_shown.clear();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const bool holdsAll = std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
            return m_lines[i].shown.contains(word, Qt::CaseInsensitive);
        });
        if (holdsAll)
            m_shown.append(i);
    }
}

AccessSummary LogModel::summary() const
{
    QList<AccessLine> lines;
    for (const qsizetype index : m_shown) {
        if (m_lines[index].access)
            lines.append(*m_lines[index].access);
    }
    return accessSummary(lines);
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[m_shown[index.row()]];
    if (role == Qt::DisplayRole)
        return line.shown;
    if (role == Qt::ToolTipRole)
        return plainToolTip(line.shown);
    if (role == ToneRole)
        return int(line.access ? toneOfStatus(line.access->status) : toneOfLevel(line.shown));
    return {};
}

} // namespace gw
