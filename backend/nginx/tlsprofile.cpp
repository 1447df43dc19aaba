// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/tlsprofile.h"

#include "backend/nginx/blockform.h"
#include "backend/nginx/tree.h"

namespace gw {

const QByteArray tlsIntermediateCiphers =
    "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";

namespace {

/// One that is not known is taken for one of today.
bool isOlder(NginxVersion version, NginxVersion than)
{
    return version.isSet() && version < than;
}

QByteArray groups(NginxVersion openSsl)
{
    if (isOlder(openSsl, {1, 1, 0}))
        return "prime256v1:secp384r1";
    return openSsl >= NginxVersion{3, 5, 0} ? "X25519MLKEM768:X25519:prime256v1:secp384r1"
                                            : "X25519:prime256v1:secp384r1";
}

} // namespace

QList<TlsSetting> tlsProfile(TlsProfile profile, const TlsAbility &ability)
{
    const bool hasTls13 = !isOlder(ability.nginx, {1, 13, 0}) && !isOlder(ability.openSsl, {1, 1, 1});
    const bool isModern = profile == TlsProfile::Modern;
    if (isModern && !hasTls13)
        return {};
    QList<TlsSetting> settings{
        {"ssl_protocols", isModern   ? "TLSv1.3"
                          : hasTls13 ? "TLSv1.2 TLSv1.3"
                                     : "TLSv1.2"},
        {"ssl_ciphers", isModern ? QByteArray() : tlsIntermediateCiphers}, // of TLS 1.3 they do not speak
        {"ssl_ecdh_curve", groups(ability.openSsl)},
        {"ssl_prefer_server_ciphers", "off"},
        {"ssl_session_timeout", "1d"},
        {"ssl_session_cache", "shared:gatewright:10m"}};
    if (isOlder(ability.nginx, {1, 23, 2})) // the keys of its tickets are never changed
        settings.append(TlsSetting{"ssl_session_tickets", "off"});
    return settings;
}

QList<NginxEdit> tlsProfileEdits(const NginxTree &tree, NginxNode block, TlsProfile profile, const TlsAbility &ability)
{
    // One after the other: beside a line that goes another may come.
    const NginxSpan whole = block.span();
    NginxTree now = tree;
    for (const TlsSetting &setting : tlsProfile(profile, ability)) {
        const NginxNode here = now.nodeAt(whole.start);
        const NginxField field{setting.directive, NginxField::Group::Tls};
        const QByteArray value = nginxFieldValue(here, field);
        if (value == setting.arguments || (setting.directive == "ssl_session_cache" && !value.isEmpty()))
            continue;
        if (const auto edits = nginxFieldEdits(now, here, field, setting.arguments))
            now = NginxTree::parse(nginxEdited(now.text(), *edits));
    }
    if (now.text() == tree.text())
        return {};
    const qsizetype grown = now.text().size() - tree.text().size();
    return {{whole.start, whole.size(), now.text().sliced(whole.start, whole.size() + grown)}};
}

} // namespace gw
