// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/reviewscope.h"

#include "backend/base/untrustedtext.h"
#include "backend/findings/nginx/nginxrule.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

Error scopeError(const QString &cause, const QString &advice)
{
    return {Error::Kind::Invalid, QCoreApplication::translate("ctl", "Review"), cause, advice, {}};
}

QString shown(const QString &text)
{
    return UntrustedText(text).shown();
}

struct NamedProfile {
    QStringView name;
    ReviewProfile profile;
};
constexpr NamedProfile profiles[] = {
    {u"recommended", ReviewProfile::Recommended}, {u"strict", ReviewProfile::Strict}, {u"cis", ReviewProfile::Cis}};

Result<ReviewProfile> profileNamed(const QString &name)
{
    for (const NamedProfile &each : profiles) {
        if (each.name == name)
            return each.profile;
    }
    return scopeError(QCoreApplication::translate("ctl", "“%1” is no profile").arg(shown(name)),
                      QCoreApplication::translate("ctl", "There are recommended, strict and cis"));
}

const Rule *ruleNamed(const QString &id)
{
    const auto rule =
        std::find_if(rules().cbegin(), rules().cend(), [&](const Rule &each) { return id == QLatin1String(each.id); });
    return rule != rules().cend() ? &*rule : nullptr;
}

bool isTopic(const QString &word)
{
    return std::any_of(rules().cbegin(), rules().cend(),
                       [&](const Rule &rule) { return word == RuleId(QString::fromLatin1(rule.id)).topic(); });
}

Result<QStringList> rulesNamed(const QStringList &lists)
{
    QStringList named;
    for (const QString &list : lists) {
        for (const QString &word : list.split(u',')) {
            const QString name = word.trimmed();
            if (!ruleNamed(name) && !isTopic(name))
                return scopeError(QCoreApplication::translate("ctl", "“%1” is no rule and no topic").arg(shown(name)),
                                  QCoreApplication::translate("ctl", "gatewrightctl fix --rules lists them"));
            named.append(name);
        }
    }
    return named;
}

Result<QMap<QString, QString>> optionsNamed(const QStringList &settings)
{
    QMap<QString, QString> options;
    for (const QString &setting : settings) {
        const QString name = setting.section(u'=', 0, 0);
        const QString key = name.section(u'.', -1).replace(u'_', u'-');
        const Rule *rule = ruleNamed(name.section(u'.', 0, -2));
        const QStringList known = rule && rule->nginx ? optionsOf(*rule->nginx) : QStringList();
        if (!setting.contains(u'=') || !known.contains(key))
            return scopeError(QCoreApplication::translate("ctl", "“%1” is no option of a rule").arg(shown(setting)),
                              known.isEmpty() ? QCoreApplication::translate("ctl", "Write RULE.key=value")
                                              : QCoreApplication::translate("ctl", "%1 has %2")
                                                    .arg(QString::fromLatin1(rule->id), known.join(u", "_s)));
        options.insert(name.section(u'.', 0, -2) + u'.' + key, setting.section(u'=', 1));
    }
    return options;
}

} // namespace

void describeScope(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"profile"_s,
         QCoreApplication::translate("ctl", "Whose demands: recommended (default), strict (also what is a matter of "
                                            "taste) or cis (the CIS benchmark)."),
         u"PROFILE"_s, u"recommended"_s},
        {u"only"_s,
         QCoreApplication::translate("ctl", "Only these rules, whatever the profile, and topics; may be repeated."),
         u"RULE,…"_s},
        {u"option"_s, QCoreApplication::translate("ctl", "Sets something for one rule; may be repeated."),
         u"RULE.key=value"_s},
    });
}

Result<ReviewScope> scopeIn(const QCommandLineParser &parser)
{
    ReviewScope scope;
    scope.profile = GW_TRY(profileNamed(parser.value(u"profile"_s)));
    scope.only = GW_TRY(rulesNamed(parser.values(u"only"_s)));
    scope.options = GW_TRY(optionsNamed(parser.values(u"option"_s)));
    return scope;
}

} // namespace gw::ctl
