// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/completion.h"
#include "backend/nginx/edit.h"

namespace gw {

/// What a form asks about a block: one directive, or several whose order counts among each other.
struct NginxField {
    enum class Group { Server, Proxy, Upstream, Tls, Headers, Access, Cache, Compression, Limits };
    enum class Control {
        Flag,   ///< on, off, or not said
        Choice, ///< one of `choices`, or not said
        Line,   ///< the arguments, as they are written
        Lines,  ///< the arguments of each, one a line
        Rules,  ///< "allow" and "deny" with their arguments, one a line
    };
    QByteArray directive; ///< of Rules the first one: "allow"
    Group group = Group::Server;
    Control control = Control::Line;
    QList<QByteArray> choices = {};

    bool is(NginxNode node) const;
};

/// Those that nginx takes in the body of a block.
QList<NginxField> nginxFields(NginxContext body, const NginxBuild &build = {});

/// What the block itself says: arguments as written, a line for each directive. Empty: nothing.
QByteArray nginxFieldValue(NginxNode block, const NginxField &field);

/// What holds in the block because a level above says it.
struct NginxInherited {
    QByteArray value;
    RemotePath path;
    int line = 0;
};
/// Nothing where no level above says it, or it does not go on into the block.
std::optional<NginxInherited> nginxInherited(const NginxConfig &config, int file, NginxNode block,
                                             const NginxField &field);

/// The block says `value` afterwards: lines that are there are changed in place, the rest of the file stays byte for
/// byte. Nothing where the value cannot stand there: it would be more than arguments.
std::optional<QList<NginxEdit>> nginxFieldEdits(const NginxTree &tree, NginxNode block, const NginxField &field,
                                                const QByteArray &value);

} // namespace gw
