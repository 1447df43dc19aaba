// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxheaders.h"
#include "backend/findings/nginx/nginxrules.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// A line that does not begin with a blank is no continuation but a line of its own.
bool hasBareLine(const QByteArray &value)
{
    for (qsizetype at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', at + 1)) {
        const char next = at + 1 < value.size() ? value[at + 1] : 0;
        if (next != ' ' && next != '\t')
            return true;
    }
    return false;
}

QList<NginxHeader> headersOf(NginxSetting setting)
{
    return setting.is("more_set_headers") ? moreHeadersOf(setting) : QList<NginxHeader>{headerOf(setting)};
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const char *name : {"add_header", "add_trailer", "more_set_headers"}) {
        for (const NginxSetting setting : view.named(name)) {
            for (const NginxHeader &header : headersOf(setting)) {
                if (!header.value.contains('\n'))
                    continue;
                const bool isBare = hasBareLine(header.value);
                findings.append(view.finding(
                    setting, isBare ? Severity::Medium : Severity::Low,
                    QCoreApplication::translate("nginx", "The value of %1 is on several lines")
                        .arg(shownText(header.written)),
                    isBare
                        ? QCoreApplication::translate("nginx", "nginx sends the line breaks: what stands on the next "
                                                               "line is a header of its own, or a broken answer. Write "
                                                               "the value on one line.")
                        : QCoreApplication::translate("nginx",
                                                      "nginx sends the line breaks, and RFC 9112 does away with "
                                                      "headers that go on in the next line: clients and "
                                                      "proxies cut the value or refuse the answer. Write it "
                                                      "on one line.")));
            }
        }
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    static const QRegularExpression lineBreak(u"[ \\t]*\\r?\\n[ \\t]*"_s);
    const NginxNode node = view.nodeAt(finding.where);
    QList<NginxEdit> edits;
    for (int i = 0; node && i < node.argumentCount(); ++i) {
        const QByteArray value = node.argument(i);
        if (!value.contains('\n'))
            continue;
        // Latin-1 keeps every byte as it is.
        QString line = QString::fromLatin1(value).replace(lineBreak, u" "_s);
        edits.append(nginxWithArgument(node, i, line.trimmed().toLatin1()));
    }
    return edits;
}

} // namespace

const NginxRule nginx::addHeaderMultiline{
    "nginx.add-header-multiline",
    QT_TRANSLATE_NOOP("rules", "Headers are on one line each"),
    "RFC 9112, 5.2",
    everyProfile,
    check,
    fix,
};

} // namespace gw
