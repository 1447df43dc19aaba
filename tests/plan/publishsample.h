// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/publish.h"

namespace gw::test {

/// What a Debian has, with the sites of Debian's layout.
extern const QByteArray publishMainFile;

/// A server with a service on port 7860 and ufw at work; `site`: a file of sites-enabled.
Facts publishServer(const QByteArray &nginx = "1.22.1", const QByteArray &openSsl = "OpenSSL 3.0.17",
                    const QByteArray &site = {});

/// That service behind a certificate and a password; and with everything that there is to choose.
Publish publishedLora();
Publish publishedWithEverything();

} // namespace gw::test
