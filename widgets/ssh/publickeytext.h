// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace gw {

/// What somebody pasted as a public key.
struct PublicKeyText {
    QByteArray line;     ///< as it goes into authorized_keys; empty: it is none
    QString description; ///< "ssh-ed25519 256 · lin@laptop"; safe to show
    QString fingerprint;
    QString problem; ///< why it is none, or what is wrong with it; translated
};

/// One line of authorized_keys (sshd(8)), options in front of the key allowed. Nothing pasted: everything is empty.
PublicKeyText publicKeyText(const QString &pasted);

} // namespace gw
