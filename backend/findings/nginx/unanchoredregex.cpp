// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"
#include "backend/regex/content.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// The extension that the pattern ends with: "\.php", "\.(jpg|png)"; of "/\.git" none, that is a name with a dot.
QString extensionOf(const QByteArray &pattern)
{
    static const QRegularExpression ending(
        u"(?<![/\\\\])(?<!^\\^)\\\\\\.((?:\\((?:\\?:)?)?[a-z0-9?]+(?:\\|[a-z0-9?]+)*\\)?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return ending.match(QString::fromLatin1(pattern)).captured(1);
}

/// What keeps requests out may be as wide as it likes.
bool onlyRefuses(const NginxView &view, NginxSetting location)
{
    for (const NginxSetting deny : view.in(location, "deny")) {
        if (deny.argument(0) == "all")
            return view.in(location, "allow").isEmpty();
    }
    const QByteArray status = view.firstIn(location, "return") ? view.firstIn(location, "return").argument(0) : "";
    return status.startsWith('4') || view.has(location, "internal");
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting location : view.locations()) {
        const NginxLocation parsed = NginxLocation::of(location);
        if (!isPattern(parsed))
            continue;
        const QString extension = extensionOf(parsed.name);
        const Regex *regex = extension.isEmpty() ? nullptr : view.treeOf(parsed.name, parsed.letters);
        if (!regex || isAnchoredAtEnd(*regex) || onlyRefuses(view, location))
            continue;
        findings.append(view.finding(
            location, Severity::Low,
            QCoreApplication::translate("nginx", "The pattern for .%1 matches in the middle of a name as well")
                .arg(UntrustedText(extension).shown(60)),
            QCoreApplication::translate(
                "nginx", "Without “$” at its end it takes /picture.%1.txt or /upload.%1/x too: what was meant for one "
                         "kind of file is done with others. End the pattern with “$”.")
                .arg(UntrustedText(extension).shown(60))));
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    if (!node || node.argumentCount() < 1)
        return {};
    const int last = node.argumentCount() - 1;
    return {nginxWithArgument(node, last, node.argument(last) + '$')};
}

} // namespace

const NginxRule nginx::unanchoredRegex{
    "nginx.unanchored-regex",
    QT_TRANSLATE_NOOP("rules", "Patterns for a kind of file look at the end of the name"),
    "nginx.org, ngx_http_core_module, location; nginx wiki, Pitfalls",
    everyProfile,
    check,
    fix,
};

} // namespace gw
