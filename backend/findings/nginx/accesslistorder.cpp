// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxaccess.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw {
namespace {

/// The lists of addresses that blocks have of their own, each in its order.
QList<QList<NginxSetting>> listsOf(const NginxView &view)
{
    QList<NginxSetting> entries = view.named("allow") + view.named("deny");
    std::sort(entries.begin(), entries.end(), [](NginxSetting a, NginxSetting b) {
        return std::pair(a.parent().index(), a.index()) < std::pair(b.parent().index(), b.index());
    });
    QList<QList<NginxSetting>> lists;
    for (const NginxSetting entry : entries) {
        if (lists.isEmpty() || lists.last().first().parent() != entry.parent())
            lists.append(QList<NginxSetting>());
        lists.last().append(entry);
    }
    return lists;
}

/// A list whose line for all addresses hides what stands behind it.
struct HiddenEntries {
    NginxSetting all;
    QList<NginxSetting> hidden; ///< those that would say something else
};

HiddenEntries hiddenIn(const QList<NginxSetting> &list)
{
    const auto all = std::find_if(list.cbegin(), list.cend(), isForAll);
    if (all == list.cend())
        return {};
    HiddenEntries found{*all, {}};
    std::copy_if(all + 1, list.cend(), std::back_inserter(found.hidden),
                 [&](NginxSetting entry) { return entry.name() != all->name(); });
    return found;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const QList<NginxSetting> &list : listsOf(view)) {
        const HiddenEntries found = hiddenIn(list);
        if (found.hidden.isEmpty())
            continue;
        const bool letsIn = found.all.is("allow");
        Finding finding =
            view.finding(found.all, letsIn ? Severity::High : Severity::Medium,
                         letsIn ? QCoreApplication::translate("nginx", "Addresses that are to be kept out are let in")
                                : QCoreApplication::translate("nginx", "Addresses that are to be let in are kept out"),
                         QCoreApplication::translate(
                             "nginx", "nginx goes by the first line that an address fits, and this one fits every "
                                      "address: those behind it are never read. It belongs at the end of the list."));
        for (const NginxSetting entry : found.hidden)
            finding.proof.append(view.lines(entry));
        findings.append(finding);
    }
    return findings;
}

/// The line goes to the end of its list, unless a second one stands for all addresses: which one is meant?
QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxSetting all = view.settingAt(finding.where);
    if (!all)
        return {};
    for (const QList<NginxSetting> &list : listsOf(view)) {
        const NginxSetting last = list.last();
        if (!list.contains(all) || std::count_if(list.cbegin(), list.cend(), isForAll) > 1 ||
            last.file() != all.file() || last.node().parent() != all.node().parent())
            continue;
        const NginxTree &tree = view.treeAt(finding.where);
        return {nginxRemoved(tree, all.node()), nginxInsertedAfter(tree, last.node(), all.name() + " all;")};
    }
    return {};
}

} // namespace

const NginxRule nginx::accessListOrder{
    "nginx.access-list-order",
    QT_TRANSLATE_NOOP("rules", "Lists of addresses are read to their end"),
    "nginx.org, ngx_http_access_module: the first match decides",
    everyProfile,
    check,
    fix,
};

} // namespace gw
