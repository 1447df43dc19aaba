// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/question.h"

namespace gw {

QString SecretQuestion::key() const
{
    switch (kind) {
    case Kind::Password: return QStringLiteral("password ") + hop;
    case Kind::Passphrase: return QStringLiteral("passphrase ") + subject;
    case Kind::RootPassword: return QStringLiteral("root ") + hop;
    case Kind::KeyboardInteractive: break;
    }
    QString id = QStringLiteral("interactive ") + hop;
    for (const Prompt &prompt : prompts)
        id += QLatin1Char('\n') + prompt.text.raw();
    return id;
}

void Answers::accept(const HostKeyQuestion &question)
{
    acceptedHostKeys.insert(question.fingerprint + QLatin1Char(' ') + question.hop);
}

bool Answers::accepts(const HostKeyQuestion &question) const
{
    return acceptedHostKeys.contains(question.fingerprint + QLatin1Char(' ') + question.hop);
}

void Answers::answer(const SecretQuestion &question, QList<Secret> given)
{
    secrets.insert(question.key(), std::move(given));
}

} // namespace gw
