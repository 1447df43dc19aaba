// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/effective.h"

#include <QStringList>

namespace gw {

/// What holds for a directive in one block and how it comes to: for the hover of an editor.
struct EffectiveHere {
    enum class Manner : quint8 {
        Set,          ///< here, and nothing of it above
        Overrides,    ///< here, instead of the value from above
        ReplacesAll,  ///< here, and all of the list from above is gone with it
        Adds,         ///< partly here, added to what comes from above
        Inherited,    ///< from above
        Cut,          ///< not set: add_header_inherit and its like keep out what stands above
        NotInherited, ///< not set: what stands above holds there only
        Default,      ///< set nowhere
    };
    NginxSetting block;
    EffectiveDirective directive;

    Manner manner() const;
    /// For people, one line each: "Effective here: gzip off, inherited (/etc/nginx/nginx.conf:4)", then what it
    /// overrides or replaces, then the default.
    QStringList lines() const;
};

/// What holds for the directive of that name in the block around a byte of a file; in the head of a block, in the block
/// around it. Without a name, of the directive that stands there. One for each place where the file is read: none if
/// that is nowhere, or among entries (of a map), code or comments.
QList<EffectiveHere> effectiveHere(const NginxEffective &effective, int file, qsizetype offset,
                                   QByteArrayView name = {});

/// Where nginx reads the block around a byte of a file; around entries or code, the block that these stand in.
QList<NginxSetting> effectiveBlocksAt(const NginxConfig &config, int file, qsizetype offset);

} // namespace gw
