// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"
#include "backend/regex/content.h"

#include <QCoreApplication>

namespace gw {
namespace {

QString title()
{
    return QCoreApplication::translate("nginx", "Requests can leave the folder of this alias");
}

/// "/robots.txt" for one file of that name: what else begins with its name lies beside it and is as public as it is.
bool isOneFile(const QByteArray &location, const QByteArray &alias)
{
    const QByteArray name = location.mid(location.lastIndexOf('/') + 1);
    return name.lastIndexOf('.') > 0 && alias.mid(alias.lastIndexOf('/') + 1).contains('.');
}

/// What stands for one file, or may end with a slash once its variables are known.
bool isFileOrVariable(const QByteArray &alias)
{
    const QByteArray name = alias.mid(alias.lastIndexOf('/') + 1);
    return name.contains('.') || name.contains('$');
}

/// What the missing slash of the location, of the alias or of both leads to.
QString explanationOf(const QByteArray &location, const QByteArray &alias)
{
    if (location.endsWith('/'))
        return QCoreApplication::translate(
                   "nginx",
                   "The location ends with a slash and the alias does not: what follows %1 is glued to the name "
                   "of the folder, so that %1-old/ leads to %2-old/ beside it, and nothing in the folder is "
                   "found. Write “alias %2/;”.")
            .arg(shownText(location), shownText(alias));
    if (alias.endsWith('/'))
        return QCoreApplication::translate(
                   "nginx", "The location has no slash at its end and the alias has one: %1../ is the folder above "
                            "the alias, with everything in it. Write “location %1/”.")
            .arg(shownText(location));
    return QCoreApplication::translate(
               "nginx", "Neither ends with a slash: whatever begins with this name, %1-old or %1.bak, is "
                        "served as well. Write both with a slash at the end.")
        .arg(shownText(location));
}

std::optional<Finding> ofPrefix(const NginxView &view, NginxSetting alias, NginxSetting block,
                                const NginxLocation &location)
{
    const QByteArray path = alias.argument(0);
    const bool isFolder = path.endsWith('/');
    if (location.name.endsWith('/') ? isFolder || isFileOrVariable(path) : isOneFile(location.name, path))
        return std::nullopt;
    Finding finding =
        view.finding(alias, isFolder ? Severity::High : Severity::Medium, title(), explanationOf(location.name, path));
    finding.proof.prepend(view.lines(block));
    return finding;
}

/// The number of the group that a part of the alias stands for; 0: none of this location's.
int groupOf(const NginxValuePart &part, const Regex &regex)
{
    if (part.kind == NginxValuePart::Kind::Capture)
        return captureOf(part);
    for (const RegexName &named : regex.names) {
        if (part.kind == NginxValuePart::Kind::Variable && named.name.toLower() == part.text)
            return named.group;
    }
    return 0;
}

/// Whether what the group matches stands behind a slash in every URI: nginx has resolved "/../" before, so that nothing
/// there begins with "../".
bool isBehindSlash(const Regex &regex, int group, const RegexContent &content)
{
    if (content.mustBeginWith('/'))
        return true;
    const quint32 begin = regex.nodes[regex.captures[size_t(group)].front()].begin;
    return begin > 0 && regex.pattern[begin - 1] == '/';
}

std::optional<Severity> severityOf(const QByteArray &before, const Regex &regex, int group)
{
    const RegexContent content = contentOf(regex, group);
    if (before.isEmpty())
        return content.mustBeginWith('/') || content.canContain('/') ? std::optional(Severity::High) : std::nullopt;
    const bool isFolder = before.endsWith('/');
    if (isBehindSlash(regex, group, content)) {
        if (isFolder || content.mustBeginWith('/'))
            return std::nullopt;
        return content.canContain('/') ? Severity::Medium : Severity::Low;
    }
    if (!isFolder)
        return content.canContain('/') ? Severity::Medium : Severity::Low;
    if (!content.canBeginWith('.'))
        return std::nullopt;
    return content.canContain('/') ? Severity::High : Severity::Medium;
}

std::optional<Finding> ofRegex(const NginxView &view, NginxSetting alias, NginxSetting block,
                               const NginxLocation &location)
{
    const Regex *regex = view.treeOf(location.name, location.letters);
    if (!regex)
        return std::nullopt;
    std::optional<Severity> worst;
    QByteArray before;
    for (const NginxValuePart &part : nginxValueParts(alias.argument(0))) {
        const int group = groupOf(part, *regex);
        if (group > 0 && group <= regex->captureCount)
            worst = std::max(worst, severityOf(before, *regex, group));
        before = part.kind == NginxValuePart::Kind::Text ? part.text : QByteArray("?");
    }
    if (!worst)
        return std::nullopt;
    Finding finding = view.finding(
        alias, *worst, title(),
        QCoreApplication::translate(
            "nginx",
            "What the pattern takes from the URI is put into the path where no slash parts it from what stands "
            "before: it can go on with a dot or with another name and lead to files beside the alias. Let a "
            "slash stand before the group, in the location and in the alias."));
    finding.proof.prepend(view.lines(block));
    return finding;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting alias : view.named("alias")) {
        const NginxSetting block = alias.enclosing("location");
        if (!block)
            continue;
        const NginxLocation location = NginxLocation::of(block);
        std::optional<Finding> finding;
        if (isPrefix(location))
            finding = ofPrefix(view, alias, block, location);
        else if (isPattern(location))
            finding = ofRegex(view, alias, block, location);
        if (finding)
            findings.append(*finding);
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode alias = view.nodeAt(finding.where);
    const NginxNode block = alias ? alias.parent() : NginxNode();
    if (!block || !block.is("location"))
        return {};
    const NginxSetting setting = view.settingAt(finding.where).enclosing("location");
    const NginxLocation location = NginxLocation::of(setting);
    if (!isPrefix(location) || setting.node() != block)
        return {};
    QList<NginxEdit> edits;
    if (!location.name.endsWith('/')) {
        for (const NginxSetting other : view.in(setting.parent(), "location")) {
            if (NginxLocation::of(other).name == location.name + '/') // nginx would refuse a second one
                return {};
        }
        const int argument = block.argumentCount() - 1;
        edits.append(nginxWithArgument(block, argument, block.argument(argument) + '/'));
    }
    if (!alias.argument(0).endsWith('/'))
        edits.append(nginxWithArgument(alias, 0, alias.argument(0) + '/'));
    return edits;
}

} // namespace

const NginxRule nginx::aliasTraversal{
    "nginx.alias-traversal",
    QT_TRANSLATE_NOOP("rules", "No request can leave the folder of an alias"),
    "nginx.org, ngx_http_core_module, alias; CWE-22",
    everyProfile,
    check,
    fix,
};

} // namespace gw
