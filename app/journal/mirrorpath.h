// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/hostid.h"
#include "backend/base/remotepath.h"

namespace gw {

// Names of servers as paths of the mirror. They are hostile: whatever a server calls its files, every component is made
// of letters, digits and "._+@=,-%" and none of them means anything to git or to a file system that checks it out.
// Everything else is percent-encoded; too long ones are cut and end in their hash. meta.json has the true names.

/// "hosts/ID": the folder of a server.
QByteArray mirrorFolder(const HostId &host);
/// Below that folder: "etc/nginx/nginx.conf", "root/%2Egit/config".
QByteArray mirrorPath(const RemotePath &path);

/// What else stands in that folder, and no mirrorPath() can be.
constexpr const char *mirrorMetaFile = "meta.json";

} // namespace gw
