// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/url.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace gw {
namespace {

using namespace std::chrono_literals;
using Verdict = Observation::Verdict;

constexpr auto patienceForAnAnswer = 10s;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// Until the head of the answer is there, or there will be none.
void await(QNetworkReply &reply, std::stop_token stop)
{
    QEventLoop loop;
    QObject::connect(&reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(&reply, &QNetworkReply::metaDataChanged, &loop, &QEventLoop::quit);
    QTimer::singleShot(patienceForAnAnswer, &loop, &QEventLoop::quit);
    const std::stop_callback end(
        stop, [&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
    loop.exec();
}

Observation judged(const QNetworkReply &reply, const UrlProof &proof)
{
    if (const int status = statusOf(reply); status != 0) {
        const bool holds = status == proof.status;
        return {holds ? Verdict::Holds : Verdict::Fails,
                holds ? Text::tr("answered %1").arg(status)
                      : Text::tr("answered %1 instead of %2").arg(status).arg(proof.status)};
    }
    if (reply.error() == QNetworkReply::NoError)
        return {Verdict::Fails, Text::tr("no answer in %1 s").arg(patienceForAnAnswer.count())};
    return {Verdict::Fails, UntrustedText(reply.errorString()).shown()};
}

} // namespace

Observation tryUrl(const UrlProof &proof, std::stop_token stop)
{
    const QUrl url(proof.url, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != u"http" && url.scheme() != u"https"))
        return {Verdict::Fails, Text::tr("%1 is no address of the web").arg(UntrustedText(proof.url).shown())};
    QNetworkAccessManager manager;
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    const std::unique_ptr<QNetworkReply> reply(manager.get(request));
    reply->setReadBufferSize(4096); // the body is of no interest
    await(*reply, stop);
    Observation seen = judged(*reply, proof);
    reply->abort();
    return seen;
}

} // namespace gw
