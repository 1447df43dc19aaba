// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/review.h"
#include "backend/findings/remedy.h"
#include "backend/findings/report.h"
#include "backend/nginx/dump.h"
#include "tests/fuzz/target.h"

using namespace gw;

namespace {

/// A server whose nginx has these files; their size chooses what else is known of it.
Facts factsOf(const QByteArray &text)
{
    const auto choice = int(text.size() % 16);
    NginxFacts nginx;
    if (choice & 1)
        nginx.version = UntrustedText(choice & 2 ? QStringLiteral("1.29.8") : QStringLiteral("1.18.0"));
    if (choice & 4)
        nginx.tlsLibrary = UntrustedText(QStringLiteral("OpenSSL 3.0.11"));
    QList<FileFact> tree;
    for (const NginxDump::File &file : NginxDump::parse(text).files)
        tree.append({file.path, file.content, 0, {}, {}});
    if (tree.isEmpty())
        tree.append({RemotePath("/etc/nginx/nginx.conf"), text, 0, {}, {}});
    nginx.tree = tree;
    Facts facts;
    facts.nginx = nginx;
    facts.fromFolder = true;
    if (choice & 8) {
        Listener service;
        service.address = QHostAddress(QHostAddress::LocalHost);
        service.port = 8888;
        service.process = UntrustedText(QStringLiteral("python3"));
        service.commandLine = UntrustedText(QStringLiteral("/usr/bin/python3 /usr/bin/jupyter-lab"));
        facts.listeners = QList<Listener>{service};
    }
    return facts;
}

/// A finding is about a place that there is, and says what and why.
QByteArray whatIsWrongWith(const Finding &finding, const Facts &facts)
{
    if (finding.title.isEmpty() || finding.explanation.isEmpty() || finding.source.isEmpty())
        return "a finding that says nothing: " + finding.rule.text().toUtf8();
    for (const FileFact &file : *facts.nginx->tree) {
        if (file.path == finding.where.file)
            return finding.where.line <= file.content.count('\n') + 1
                       ? QByteArray()
                       : "a line that is not there: " + finding.rule.text().toUtf8();
    }
    return "a file that is not there: " + finding.rule.text().toUtf8();
}

/// Every profile may be asked of any text; what mends a finding is made without harm.
QByteArray whatIsWrongWithReviews(const QByteArray &data)
{
    const Facts facts = factsOf(data);
    for (const ReviewProfile profile : {ReviewProfile::Recommended, ReviewProfile::Strict, ReviewProfile::Cis}) {
        const ReviewScope scope{profile, {QStringLiteral("nginx")}, {}, ReviewScope::Includes::Follow};
        const Review found = review(facts, {}, QDate(2026, 1, 15), scope);
        for (const Finding &finding : found.findings) {
            if (const QByteArray wrong = whatIsWrongWith(finding, facts); !wrong.isEmpty())
                return wrong;
        }
        QList<Finding> fixable = found.findings;
        fixable.removeIf([](const Finding &finding) { return !finding.fixable; });
        if (remediesFor(facts, fixable).isEmpty() != fixable.isEmpty())
            return "what can be mended is not, or the other way round";
        textReport(found, {});
    }
    return {};
}

} // namespace

GW_FUZZ_TARGET("review", "nginx", whatIsWrongWithReviews)
