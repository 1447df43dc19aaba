// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"
#include "backend/findings/nginx/tlsciphers.h"

#include <QCoreApplication>

namespace gw {
namespace {

constexpr const char *names[] = {"ssl_ciphers", "proxy_ssl_ciphers", "grpc_ssl_ciphers", "uwsgi_ssl_ciphers"};

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    const bool isOpenSsl = view.openSsl().isSet() || view.nginx().tlsLibrary.isEmpty();
    for (const char *name : names) {
        for (const NginxSetting setting : view.named(name)) {
            const QByteArray text = setting.argument(0);
            // "[A|B]" are groups of one rank, in BoringSSL; PROFILE=SYSTEM is what Red Hat's OpenSSL reads.
            if (!isOpenSsl || text.contains('[') || text.contains('$') || text.startsWith("PROFILE="))
                continue;
            const CipherString ciphers = cipherStringOf(text);
            if (ciphers.unknown.isEmpty())
                continue;
            const bool isEmpty = ciphers.ciphers.isEmpty();
            const QString first = shownText(ciphers.unknown.first());
            findings.append(view.finding(
                setting, isEmpty ? Severity::High : Severity::Medium,
                isEmpty ? QCoreApplication::translate("nginx", "None of these ciphers exists (%1)").arg(first)
                        : QCoreApplication::translate("nginx", "There is no cipher %1").arg(first),
                isEmpty
                    ? QCoreApplication::translate("nginx", "nginx does not start with such a list: “no cipher match”. "
                                                           "`openssl ciphers` prints the names that exist; those of "
                                                           "AES-256-GCM end in SHA384.")
                    : QCoreApplication::translate("nginx", "OpenSSL passes over names that it does not know, so that "
                                                           "less is offered than is written here. `openssl ciphers` "
                                                           "prints the names that exist.")));
        }
    }
    return findings;
}

QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    if (!node)
        return {};
    const CipherString ciphers = cipherStringOf(node.argument(0));
    if (ciphers.unknown.isEmpty() || ciphers.ciphers.isEmpty())
        return {};
    QList<QByteArray> words = node.argument(0).split(':');
    words.removeIf([&](QByteArray word) {
        if (word.startsWith('!') || word.startsWith('-') || word.startsWith('+'))
            word.remove(0, 1);
        return ciphers.unknown.contains(word);
    });
    return {nginxWithArgument(node, 0, words.join(':'))};
}

} // namespace

const NginxRule nginx::unknownCipher{
    "nginx.unknown-cipher",
    QT_TRANSLATE_NOOP("rules", "Lists of ciphers name ciphers that exist"),
    "ciphers(1), CIPHER LIST FORMAT",
    everyProfile,
    check,
    fix,
};

} // namespace gw
