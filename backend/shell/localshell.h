// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/shell/shell.h"

namespace gw {

/// This computer, through /bin/sh: the same port as a server, with no server at hand.
class LocalShell final : public Shell {
public:
    Result<Output> run(const Command &command, std::stop_token stop, const Progress &progress = {}) override;
    QString description() const override;
    bool isAlive() const override { return true; }
};

} // namespace gw
