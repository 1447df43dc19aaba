// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/secret.h"
#include "backend/base/untrustedtext.h"

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <variant>

namespace gw {

/// An unknown host key (never a changed one: that is a refusal, not a question).
struct HostKeyQuestion {
    QString hop;         ///< host:port as the person knows it; one connection may ask for several hops
    QString keyType;     ///< "ED25519", "RSA 3072", …
    QString fingerprint; ///< "SHA256:…" as `ssh-keygen -lf` prints it
    QString address;     ///< the IP address that answered

    friend bool operator==(const HostKeyQuestion &, const HostKeyQuestion &) = default;
};

/// Something only the person knows. `prompts` has more than one entry only for keyboard-interactive.
struct SecretQuestion {
    enum class Kind { Password, Passphrase, KeyboardInteractive, RootPassword };
    struct Prompt {
        UntrustedText text;
        bool echo = false;
        friend bool operator==(const Prompt &, const Prompt &) = default;
    };
    Kind kind = Kind::Password;
    QString hop;               ///< "user@host:port" that asks: named in the title of the question
    QString subject;           ///< passphrase: the key file; root password: the program (sudo, doas)
    UntrustedText instruction; ///< keyboard-interactive: what the server wrote above the prompts
    QList<Prompt> prompts;
    QString remark = {}; ///< why it comes to this question, translated: which keys did not open the door

    /// Where the answer is filed in Answers::secrets (and in the keychain, if it is kept).
    QString key() const;
    /// Its answer is good for every login. One to another prompt may be a one-time code: sent twice, it is refused.
    bool isForEveryLogin() const;
    friend bool operator==(const SecretQuestion &, const SecretQuestion &) = default;
};

using Question = std::variant<std::monostate, HostKeyQuestion, SecretQuestion>;

/// What the person has answered so far. No worker waits for a dialog: an open question ends the attempt
/// with an Error, the answer is added here, and the attempt is made again.
struct Answers {
    QSet<QString> acceptedHostKeys;       ///< HostKeyQuestion::fingerprint + ' ' + hop
    QMap<QString, QList<Secret>> secrets; ///< SecretQuestion::key() → one secret per prompt

    void accept(const HostKeyQuestion &question);
    bool accepts(const HostKeyQuestion &question) const;
    void answer(const SecretQuestion &question, QList<Secret> given);
};

} // namespace gw
