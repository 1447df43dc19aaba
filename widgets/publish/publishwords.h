// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/publishpreview.h"

namespace gw::publishtext {

// A wish to publish in words for people, translated.

/// "qwen-chat — python3 on 127.0.0.1:8000"
QString service(const PublishableService &service);
/// What the preset of a kind sets, and why.
QString preset(PublishKind kind);
/// What a plan does, in a line: "install nginx · write 4 files · 2 firewall rules · reload nginx · …"
QString summary(const Plan &plan);
/// "9 steps"
QString steps(const Plan &plan);
/// All texts that nginx will read, each below its path.
QByteArray nginx(const QList<PublishFile> &files);

} // namespace gw::publishtext
