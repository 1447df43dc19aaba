// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/publish/publishplace.h"

#include <QByteArrayList>

namespace gw {

/// A site that serves the name of a wish already, and of which the wish becomes a part: a location of its server
/// block. Whoever wrote the site, the rest of its file stays byte for byte.
struct PublishHost {
    RemotePath path; ///< the file that holds the server block
    int line = 0;    ///< of the block
    quint16 port = 80;
    bool isTls = false;
    QByteArray certificate; ///< SHA-256 of what it shows; empty: not known
    bool asksForPassword = false;
    bool looksAtAddress = false; ///< lets in only some
    /// "add_header X-Frame-Options SAMEORIGIN always;": a location with an add_header of its own loses those of the
    /// blocks around it (ngx_http_headers_module), so it says them again.
    QByteArrayList headers;
    friend bool operator==(const PublishHost &, const PublishHost &) = default;

    bool hasDoor() const { return asksForPassword || looksAtAddress; }
    /// Nothing: the wish makes a site of its own, as one for a whole name always does.
    static std::optional<PublishHost> of(const Facts &facts, const PublishPlace &place, const Publish &wish);
};

/// "lora.example.com,chat": what the files of a part are called.
QByteArray publishPartName(const Publish &wish);

/// The text of the host's file with `part`, in the place of what was published there before. An Error, for people: the
/// file does not hold the site any more, or has the path for something else.
Result<QByteArray> withPublishedPart(const QByteArray &text, const Publish &wish, const QByteArray &part);

/// `fresh`, a site that is written anew, with the parts that were published below the one that is there.
QByteArray withPublishedPartsOf(const QByteArray &old, const QByteArray &fresh, const Publish &wish);

} // namespace gw
