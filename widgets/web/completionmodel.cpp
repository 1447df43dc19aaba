// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/completionmodel.h"

#include "backend/base/untrustedtext.h"
#include "backend/nginx/defaults.h"

#include <QCoreApplication>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(NginxDocumentation)
};

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

QString versionText(NginxVersion version)
{
    return QStringLiteral("%1.%2.%3").arg(version.major).arg(version.minor).arg(version.patch);
}

QString contextsOf(const DirectiveFacts &facts)
{
    QStringList names;
    for (int i = 0; i <= int(NginxContext::RtmpRecorder); ++i) {
        if (facts.standsIn(NginxContext(i)))
            names.append(text(nginxContextName(NginxContext(i))));
    }
    return names.size() > int(NginxContext::RtmpRecorder) ? Text::tr("everywhere") : names.join(QStringLiteral(", "));
}

} // namespace

QString documentationOf(const DirectiveFacts &facts, NginxVersion version)
{
    QStringList lines;
    for (const QString &syntax : text(facts.syntax).split(QStringLiteral("; "), Qt::SkipEmptyParts))
        lines.append(syntax);
    if (lines.isEmpty())
        lines.append(text(facts.name));
    if (!facts.text.isEmpty())
        lines.append(text(facts.text) + (facts.text.endsWith("…") ? QString() : QStringLiteral(".")));
    if (const QByteArrayView value = nginxDefault(facts, version); !value.isEmpty())
        lines.append(Text::tr("Default: %1").arg(text(value)));
    lines.append(Text::tr("Stands in: %1").arg(contextsOf(facts)));
    if (facts.since.isSet())
        lines.append(Text::tr("Since nginx %1").arg(versionText(facts.since)));
    if (facts.deprecated.isSet())
        lines.append(Text::tr("Deprecated since nginx %1").arg(versionText(facts.deprecated)));
    if (facts.removed.isSet())
        lines.append(Text::tr("Gone since nginx %1").arg(versionText(facts.removed)));
    if (facts.edition == Edition::Plus)
        lines.append(Text::tr("In the commercial edition only"));
    return lines.join(u'\n');
}

QString documentationOf(const VariableFacts &facts)
{
    QStringList lines{text(facts.name), text(facts.text)};
    if (facts.since.isSet())
        lines.append(Text::tr("Since nginx %1").arg(versionText(facts.since)));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void CompletionModel::setItems(const QList<NginxCompletion> &items, NginxVersion version)
{
    beginResetModel();
    m_items = items;
    m_version = version;
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const NginxCompletion &item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole: return UntrustedText::fromBytes(item.text).shown(120);
    case KindRole: return int(item.kind);
    case DocumentationRole:
        return item.facts      ? documentationOf(*item.facts, m_version)
               : item.variable ? documentationOf(*item.variable)
                               : QString();
    default: return {};
    }
}

} // namespace gw
