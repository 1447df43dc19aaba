// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/siterows.h"

#include "widgets/parts/format.h"

#include <QCollator>
#include <QCoreApplication>
#include <algorithm>
#include <vector>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SiteRows)
};

constexpr qint64 soon = 30; // days: when Certbot renews

QString shown(const QByteArray &text)
{
    return UntrustedText::fromBytes(text).shown(120);
}

QString backends(const NginxSite &site)
{
    QStringList names;
    for (const NginxBackend &backend : site.backends) {
        if (const QString name = shown(backend.address); !names.contains(name))
            names.append(name);
    }
    return names.join(QStringLiteral(", "));
}

bool holdsAll(const QString &text, const QString &filter)
{
    const QStringList words = filter.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QString allOf(const NginxSite &site)
{
    QStringList all{nginxFileName(site.path), siteAddresses(site), backends(site)};
    for (const QByteArray &name : site.names)
        all.append(shown(name));
    return all.join(u' ');
}

Row rowOf(const WebSite &site, qsizetype index, SiteOrder order, bool isEdited, const QDateTime &now)
{
    Row row;
    row.key = QString::number(index);
    row.icon = !site.isEnabled ? QStringLiteral("minus") : QStringLiteral("dot");
    row.iconTone = Tone::Muted;
    row.title = siteName(site.site);
    const QString target = !site.site.backends.isEmpty() ? backends(site.site) : shown(site.site.root);
    row.detail = order == SiteOrder::ByName ? format::joined({siteAddresses(site.site), target})
                                            : format::joined({nginxFileName(site.site.path), siteAddresses(site.site)});
    row.pill = isEdited ? Text::tr("Edited") : siteState(site, now);
    row.pillTone = isEdited ? Tone::Accent : siteTone(site, now);
    QStringList names;
    for (const QByteArray &name : site.site.names)
        names.append(shown(name));
    row.toolTip =
        QStringList{names.join(u' '), nginxFileName(site.site.path), siteAddresses(site.site), target}.join(u'\n');
    return row;
}

Row rowOf(const RemotePath &path, const WebDraft &draft)
{
    Row row;
    row.key = QString::fromUtf8(path.bytes());
    row.icon = QStringLiteral("document");
    row.title = nginxFileName(path);
    if (draft.isChanged(path)) {
        row.pill = Text::tr("Edited");
        row.pillTone = Tone::Accent;
    }
    return row;
}

} // namespace

std::optional<qint64> siteDaysLeft(const WebSite &site, const QDateTime &now)
{
    if (!site.certificate || !site.certificate->notAfter.isValid())
        return {};
    const qint64 seconds = now.secsTo(site.certificate->notAfter);
    return seconds < 0 ? -1 : seconds / 86400;
}

QString siteName(const NginxSite &site)
{
    if (!site.names.isEmpty())
        return shown(site.names.first());
    const QList<NginxListen> listens = site.listens();
    const bool isDefault =
        std::any_of(listens.cbegin(), listens.cend(), [](const NginxListen &listen) { return listen.isDefault; });
    return isDefault ? Text::tr("Default site") : Text::tr("Any name on %1").arg(siteAddresses(site));
}

QString siteAddresses(const NginxSite &site)
{
    QStringList addresses;
    for (const NginxListen &listen : site.listens()) {
        const bool isEverywhere = listen.address == "*" || listen.address == "[::]" || listen.address == "0.0.0.0";
        QString text = isEverywhere ? QString::number(listen.port) : shown(listen.text());
        if (listen.isTls)
            text += QStringLiteral(" TLS");
        if (!addresses.contains(text))
            addresses.append(text);
    }
    return addresses.join(QStringLiteral(", "));
}

QString siteState(const WebSite &site, const QDateTime &now)
{
    if (!site.isEnabled)
        return Text::tr("Disabled", "a site");
    if (site.site.isInMaintenance)
        return Text::tr("Maintenance");
    const auto days = siteDaysLeft(site, now);
    if (days && *days < 0)
        return Text::tr("Expired", "the certificate of a site");
    if (days && *days < soon)
        return format::days(*days);
    if (!site.silent.isEmpty())
        return Text::tr("No answer", "nobody listens where a site hands its requests on");
    return days ? format::days(*days) : QString();
}

Tone siteTone(const WebSite &site, const QDateTime &now)
{
    if (!site.isEnabled)
        return Tone::Muted;
    if (site.site.isInMaintenance)
        return Tone::Info;
    const auto days = siteDaysLeft(site, now);
    if (days && *days < 7)
        return Tone::Critical;
    if ((days && *days < soon) || !site.silent.isEmpty())
        return Tone::Warning;
    return Tone::Good;
}

QList<Row> siteRows(const WebDraft &draft, const QString &filter, SiteOrder order, const QDateTime &now)
{
    const QList<WebSite> &sites = draft.sites();
    QList<qsizetype> shownSites;
    for (qsizetype i = 0; i < sites.size(); ++i) {
        if (holdsAll(allOf(sites[i].site), filter))
            shownSites.append(i);
    }
    if (order == SiteOrder::ByName) {
        QCollator collator(QLocale(QLocale::English)); // "C" knows no numbers
        collator.setNumericMode(true);                 // "gpu-2" before "gpu-10"
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        std::vector<std::pair<QCollatorSortKey, qsizetype>> keyed;
        for (const qsizetype index : std::as_const(shownSites))
            keyed.emplace_back(collator.sortKey(siteName(sites[index].site)), index);
        std::stable_sort(keyed.begin(), keyed.end(),
                         [](const auto &a, const auto &b) { return a.first.compare(b.first) < 0; });
        std::transform(keyed.cbegin(), keyed.cend(), shownSites.begin(), [](const auto &each) { return each.second; });
    }
    QList<Row> rows;
    for (const qsizetype index : std::as_const(shownSites))
        rows.append(rowOf(sites[index], index, order, draft.isChanged(sites[index].site.path), now));
    if (order == SiteOrder::ByName)
        return rows;
    for (const RemotePath &path : draft.files()) {
        const bool holdsSite =
            std::any_of(sites.cbegin(), sites.cend(), [&path](const WebSite &site) { return site.site.path == path; });
        if (!holdsSite && holdsAll(nginxFileName(path), filter))
            rows.append(rowOf(path, draft));
    }
    return rows;
}

} // namespace gw
