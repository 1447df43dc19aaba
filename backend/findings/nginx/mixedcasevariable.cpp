// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace gw {
namespace {

/// Where a spelling stands.
struct Use {
    QByteArray spelled;
    NginxSetting setting;
};
using Uses = QHash<QByteArray, QList<Use>>; ///< by the name in lower case

void collect(NginxSetting setting, const QByteArray &word, Uses &uses)
{
    static const QRegularExpression variable(QStringLiteral("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)"));
    auto matches = variable.globalMatch(QString::fromLatin1(word));
    while (matches.hasNext()) {
        const QByteArray name = matches.next().captured(1).toLatin1();
        uses[name.toLower()].append({name, setting});
    }
}

Uses usesOf(const NginxConfig &config)
{
    Uses uses;
    for (quint32 i = 1; i < config.settingCount(); ++i) {
        const NginxSetting setting = config.setting(i);
        const NginxNode node = setting.node();
        const int words = node.argumentCount();
        if (node.writtenName().contains('$'))
            collect(setting, node.name(), uses);
        for (int word = 0; word < words; ++word) {
            if (node.writtenArgument(word).contains('$'))
                collect(setting, node.argument(word), uses);
        }
    }
    return uses;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    const Uses uses = usesOf(view.config());
    for (auto name = uses.cbegin(); name != uses.cend(); ++name) {
        const QByteArray &first = name->first().spelled;
        for (const Use &use : *name) {
            if (use.spelled == first)
                continue;
            Finding finding =
                view.finding(use.setting, Severity::Low,
                             QCoreApplication::translate("nginx", "$%1 and $%2 are one variable")
                                 .arg(shownText(use.spelled), shownText(first)),
                             QCoreApplication::translate(
                                 "nginx", "To nginx names of variables are the same in capitals and small "
                                          "letters. Whoever reads this takes them for two: write both alike."));
            finding.proof.append(view.lines(name->first().setting));
            findings.append(finding);
        }
    }
    return findings;
}

} // namespace

const NginxRule nginx::mixedCaseVariable{
    "nginx.mixed-case-variable",
    QT_TRANSLATE_NOOP("rules", "Variables are spelled alike everywhere"),
    "nginx.org, Development guide, Variables",
    ReviewProfile::Strict,
    check,
};

} // namespace gw
