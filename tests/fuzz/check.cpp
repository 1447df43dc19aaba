// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/check.h"
#include "backend/nginx/format.h"
#include "tests/fuzz/target.h"

using namespace gw;

namespace {

NginxConfig configOf(const QByteArray &text)
{
    const NginxDump dump = NginxDump::parse(text);
    if (!dump.files.isEmpty())
        return NginxConfig::read(dump);
    return NginxConfig::ofOneFile(RemotePath("/etc/nginx/nginx.conf"), text);
}

QByteArrayList wordsOf(const QList<NginxComplaint> &complaints)
{
    QByteArrayList words;
    for (const NginxComplaint &complaint : complaints)
        words.append(complaint.error.message);
    return words;
}

/// Complaints are about places that there are, what the parser refuses is refused, and white space decides nothing.
QByteArray whatIsWrongWithChecks(const QByteArray &text)
{
    const NginxConfig config = configOf(text);
    for (const NginxBuild &build : {NginxBuild(), NginxBuild({1, 22, 1}), NginxBuild({1, 31, 0})}) {
        const QList<NginxComplaint> complaints = checked(config, build);
        if (!config.problems().isEmpty() && !hasEmergency(complaints))
            return "a problem of the files is not told";
        for (const NginxComplaint &complaint : complaints) {
            if (complaint.file < 0 || complaint.file >= config.files().size())
                return "a complaint about no file";
            const NginxTree tree = config.files()[complaint.file].tree;
            const NginxSpan span = complaint.span;
            if (span.start < 0 || span.end < span.start || span.end > tree.text().size() || complaint.error.line < 1 ||
                complaint.error.line > tree.lineCount() || complaint.error.message.isEmpty())
                return "a complaint about nothing: " + complaint.text();
        }
    }
    if (config.files().size() != 1 || !config.problems().isEmpty())
        return {};
    const NginxTree tree = config.files().first().tree;
    const NginxConfig formatted = NginxConfig::ofOneFile(config.files().first().path, nginxFormatted(tree));
    const QByteArrayList before = wordsOf(checked(config));
    const QByteArrayList after = wordsOf(checked(formatted));
    return before == after ? QByteArray() : before.join('\n') + "\nbecame\n" + after.join('\n');
}

} // namespace

GW_FUZZ_TARGET("check", "nginx", whatIsWrongWithChecks)
