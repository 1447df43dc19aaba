// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/question.h"

#include <QRegularExpression>

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

bool SecretQuestion::isForEveryLogin() const
{
    if (kind != Kind::KeyboardInteractive)
        return true;
    static const QRegularExpression password(QStringLiteral("passw|passphrase|密码|口令"),
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression once(QStringLiteral("\\b(one|once|code|otp|token)|动态|一次"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QString prompt = prompts.value(0).text.raw();
    return prompts.size() == 1 && prompt.contains(password) && !prompt.contains(once);
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
