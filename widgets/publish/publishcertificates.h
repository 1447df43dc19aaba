// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/survey/facts.h"

namespace gw {

/// A certificate that lies on a server beside its key.
struct PublishCertificate {
    RemotePath chain;
    RemotePath key;
    std::optional<CertificateInfo> info; ///< as the survey read it
    friend bool operator==(const PublishCertificate &, const PublishCertificate &) = default;

    bool names(const QString &domain) const;
};

/// Those that nginx serves and those of Certbot, each once.
QList<PublishCertificate> publishCertificates(const Facts &facts);

} // namespace gw
