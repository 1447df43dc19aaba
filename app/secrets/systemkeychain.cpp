// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secrets/systemkeychain.h"

#include <qt6keychain/keychain.h>

namespace gw {
namespace {

Keychain::Status statusOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError: return Keychain::Status::Done;
    case QKeychain::EntryNotFound:
    case QKeychain::CouldNotDeleteEntry: return Keychain::Status::NotFound;
    default: return Keychain::Status::Unavailable;
    }
}

} // namespace

void SystemKeychain::read(const QString &key, Finished finished)
{
    start(new QKeychain::ReadPasswordJob(m_service), key, std::move(finished));
}

void SystemKeychain::write(const QString &key, const QByteArray &data, Finished finished)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(data);
    start(job, key, std::move(finished));
}

void SystemKeychain::remove(const QString &key, Finished finished)
{
    start(new QKeychain::DeletePasswordJob(m_service), key, std::move(finished));
}

void SystemKeychain::start(QKeychain::Job *job, const QString &key, Finished finished)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, &m_context,
                     [finished = std::move(finished)](QKeychain::Job *ended) {
                         Outcome outcome{statusOf(*ended), {}, {}};
                         if (outcome.status == Status::Unavailable)
                             outcome.detail = ended->errorString();
                         else if (const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(ended))
                             outcome.data = reading->binaryData();
                         finished(std::move(outcome));
                     });
    job->start();
}

} // namespace gw
