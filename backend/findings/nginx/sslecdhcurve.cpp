// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/nginxrules.h"
#include "backend/findings/nginx/nginxview.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace gw {
namespace {

/// Groups that OpenSSL has by itself, with the first version that does (SSL_CTX_set1_groups(3), CHANGES).
struct Group {
    QByteArrayView name;
    NginxVersion since;
};
constexpr NginxVersion always{1, 0, 2};
constexpr NginxVersion postQuantum{3, 5, 0};
constexpr std::array groups{
    Group{"x25519", {1, 1, 0}},
    Group{"x448", {1, 1, 1}},
    Group{"prime256v1", always},
    Group{"secp384r1", always},
    Group{"secp521r1", always},
    Group{"secp256r1", always},
    Group{"p-256", always},
    Group{"p-384", always},
    Group{"p-521", always},
    Group{"secp256k1", always},
    Group{"secp224r1", always},
    Group{"brainpoolp256r1", always},
    Group{"brainpoolp384r1", always},
    Group{"brainpoolp512r1", always},
    Group{"ffdhe2048", {3, 0, 0}},
    Group{"ffdhe3072", {3, 0, 0}},
    Group{"ffdhe4096", {3, 0, 0}},
    Group{"ffdhe6144", {3, 0, 0}},
    Group{"ffdhe8192", {3, 0, 0}},
    Group{"x25519mlkem768", postQuantum},
    Group{"secp256r1mlkem768", postQuantum},
    Group{"secp384r1mlkem1024", postQuantum},
    Group{"mlkem512", postQuantum},
    Group{"mlkem768", postQuantum},
    Group{"mlkem1024", postQuantum},
};

const Group *groupNamed(const QByteArray &name)
{
    const QByteArray lower = name.toLower();
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const Group &group) { return group.name == lower; });
    return found != groups.end() ? &*found : nullptr;
}

bool isPostQuantum(const QByteArray &name)
{
    return name.toLower().contains("mlkem") || name.toLower().contains("kyber");
}

/// What OpenSSL thinks of one word of the list.
enum class Verdict { Fine, Missing, Maybe, NoQuestionMark };

Verdict verdictOf(const QByteArray &word, NginxVersion openSsl)
{
    const bool isOptional = word.startsWith('?');
    const QByteArray name = isOptional ? word.mid(1) : word;
    if (isOptional)
        return openSsl.isSet() && openSsl < NginxVersion{3, 3, 0} ? Verdict::NoQuestionMark : Verdict::Fine;
    const Group *group = groupNamed(name);
    if (!group) // of a provider, or by a name that is in no list of ours
        return isPostQuantum(name) ? (openSsl.isSet() ? Verdict::Missing : Verdict::Maybe) : Verdict::Fine;
    if (openSsl.isSet())
        return openSsl < group->since ? Verdict::Missing : Verdict::Fine;
    return group->since >= postQuantum ? Verdict::Maybe : Verdict::Fine;
}

QString explanationOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::NoQuestionMark:
        return QCoreApplication::translate("nginx",
                                           "The question mark (“if there is one”) came with OpenSSL 3.3; this one "
                                           "takes it for a part of the name, and nginx does not start.");
    case Verdict::Missing:
        return QCoreApplication::translate("nginx",
                                           "This OpenSSL does not have it, and nginx does not start. ML-KEM came "
                                           "with OpenSSL 3.5.");
    default: break;
    }
    return QCoreApplication::translate("nginx",
                                       "OpenSSL before 3.5 does not have it, and nginx does not start there. From "
                                       "OpenSSL 3.3 on a question mark before the name passes over it: "
                                       "“?X25519MLKEM768:X25519”.");
}

RuleOutcome check(const NginxView &view)
{
    QList<Finding> findings;
    for (const NginxSetting setting : view.named("ssl_ecdh_curve")) {
        for (const QByteArray &word : setting.argument(0).split(':')) {
            const Verdict verdict = word.isEmpty() || word == "auto" ? Verdict::Fine : verdictOf(word, view.openSsl());
            if (verdict == Verdict::Fine)
                continue;
            findings.append(view.finding(
                setting, verdict == Verdict::Maybe ? Severity::Low : Severity::High,
                verdict == Verdict::Maybe
                    ? QCoreApplication::translate("nginx", "Not every OpenSSL has the group %1").arg(shownText(word))
                    : QCoreApplication::translate("nginx", "OpenSSL %1 does not know the group %2")
                          .arg(view.nginx().tlsLibrary.shown().section(QLatin1Char(' '), 1, 1), shownText(word)),
                explanationOf(verdict)));
            break; // the first one stops nginx
        }
    }
    return findings;
}

/// Where OpenSSL can be asked to pass over a group, it is asked; else the list does without it.
QList<NginxEdit> fix(const NginxView &view, const Finding &finding)
{
    const NginxNode node = view.nodeAt(finding.where);
    if (!node)
        return {};
    const bool mayPassOver = !view.openSsl().isSet() || view.openSsl() >= NginxVersion{3, 3, 0};
    QList<QByteArray> words;
    for (QByteArray word : node.argument(0).split(':')) {
        const Verdict verdict = word.isEmpty() || word == "auto" ? Verdict::Fine : verdictOf(word, view.openSsl());
        if (verdict == Verdict::NoQuestionMark) {
            word.remove(0, 1);
            if (verdictOf(word, view.openSsl()) != Verdict::Fine || !groupNamed(word))
                continue;
        } else if (verdict != Verdict::Fine) {
            if (!mayPassOver)
                continue;
            word.prepend('?');
        }
        words.append(word);
    }
    return {nginxWithArgument(node, 0, words.isEmpty() ? QByteArray("auto") : words.join(':'))};
}

} // namespace

const NginxRule nginx::sslEcdhCurve{
    "nginx.ssl-ecdh-curve",
    QT_TRANSLATE_NOOP("rules", "OpenSSL knows all groups for key exchange that are named"),
    "SSL_CTX_set1_groups_list(3); OpenSSL 3.5 release notes; Mozilla Server Side TLS 6.0",
    everyProfile,
    check,
    fix,
};

} // namespace gw
