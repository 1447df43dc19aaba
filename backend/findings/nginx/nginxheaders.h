// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/nginx/nginxview.h"
#include "backend/nginx/edit.h"

#include <optional>

namespace gw {

/// A header line that a directive adds.
struct NginxHeader {
    NginxSetting setting;
    QByteArray name; ///< in lower case: names of headers are one without regard to case
    QByteArray written;
    QByteArray value;
    bool always = false;
};

/// Of add_header, proxy_set_header and their kin.
NginxHeader headerOf(NginxSetting setting);
/// Of more_set_headers, which takes several: "-s '404' 'X-Foo: bar' 'Server:'".
QList<NginxHeader> moreHeadersOf(NginxSetting setting);

/// The lines of a directive (add_header, proxy_set_header) that hold in a block.
QList<NginxHeader> headersIn(const NginxView &view, NginxSetting block, QByteArrayView directive);
/// What answers from a block carry: add_header, and more_set_headers of it and the blocks around.
QList<NginxHeader> answersOf(const NginxView &view, NginxSetting block);
/// The one of that name (in lower case).
std::optional<NginxHeader> headerNamed(const QList<NginxHeader> &headers, QByteArrayView name);

/// The lines of the blocks around that a block loses, because it has lines of its own.
struct LostHeaders {
    QList<NginxHeader> own;
    QList<NginxHeader> lost;
};
LostHeaders lostIn(const NginxView &view, NginxSetting block, QByteArrayView directive);
/// "Strict-Transport-Security, X-Frame-Options"
QString namesOf(const QList<NginxHeader> &headers);
/// The lost lines again, behind the block's own; empty: its own stand in another file.
QList<NginxEdit> repeatedIn(const NginxView &view, const LostHeaders &headers);

} // namespace gw
