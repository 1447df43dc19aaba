// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <QSet>
#include <array>

namespace gw {
namespace {

/// Where nothing at all does not do: a header without a value is simply not sent, these fail or mean something else.
constexpr std::array fragile{"proxy_pass", "fastcgi_pass", "uwsgi_pass",   "grpc_pass",      "root",
                             "alias",      "set",          "return",       "rewrite",        "if",
                             "access_log", "limit_rate",   "auth_basic",   "proxy_redirect", "ssl_certificate",
                             "try_files",  "error_page",   "proxy_method", "proxy_ssl_name", "ssl_certificate_key"};

/// Names of variables that such directives use.
QSet<QByteArray> fragileVariables(const NginxView &view)
{
    QSet<QByteArray> names;
    for (const char *directive : fragile) {
        for (const NginxSetting setting : view.named(directive)) {
            // "if ($x)" is false for nothing at all, which is what whoever wrote it had in mind.
            if (setting.is("if") && conditionOf(setting).comparison.isEmpty())
                continue;
            for (const QByteArray &word : setting.arguments()) {
                if (!word.contains('$'))
                    continue;
                for (const NginxValuePart &part : nginxValueParts(word)) {
                    if (part.kind == NginxValuePart::Kind::Variable)
                        names.insert(part.text);
                }
            }
        }
    }
    return names;
}

bool hasDefault(NginxSetting block)
{
    for (const NginxSetting entry : block.children()) {
        if (entry.is("default") || entry.is("include") || entry.is("0.0.0.0/0") || entry.is("*"))
            return true;
    }
    return false;
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    std::optional<QSet<QByteArray>> used;
    for (const char *name : {"map", "geo"}) {
        for (const NginxSetting block : view.named(name)) {
            if (!block.hasBlock() || hasDefault(block))
                continue;
            if (!used)
                used = fragileVariables(view);
            const QByteArray variable = block.argument(block.argumentCount() - 1).mid(1).toLower();
            const bool isFragile = used->contains(variable);
            if (!isFragile && !view.isThorough("nginx.hash-without-default"))
                continue;
            findings.append(view.finding(
                block, isFragile ? Severity::Medium : Severity::Low,
                QCoreApplication::translate("nginx", "$%1 is empty for everything that is not listed")
                    .arg(shownText(variable)),
                isFragile ? QCoreApplication::translate("nginx",
                                                        "A request decides where it goes, or whether it may, by this "
                                                        "variable, and nothing says what holds for all others. Begin "
                                                        "the block with a “default”.")
                          : QCoreApplication::translate("nginx",
                                                        "Whoever reads it cannot tell whether that is meant. Begin the "
                                                        "block with “default \"\";”.")));
        }
    }
    return findings;
}

/// It says aloud what holds already.
QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    return node ? QList<NginxEdit>{nginxInsertedInto(view.treeAt(finding.where), node, NginxPosition::First,
                                                     "default \"\";")}
                : QList<NginxEdit>();
}

} // namespace

const NginxRule nginx::hashWithoutDefault{
    "nginx.hash-without-default",
    QT_TRANSLATE_NOOP("rules", "Maps that decide something say what holds for the rest"),
    "nginx.org, ngx_http_map_module, default",
    everyProfile,
    check,
    fix,
};

} // namespace gw
