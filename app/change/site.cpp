// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/site.h"

#include "app/change/siteconnection.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace gw {
namespace {

using namespace Qt::StringLiterals;
using Verdict = Observation::Verdict;

constexpr int patience = 10'000;          // ms, for an answer
constexpr int patienceForModels = 30'000; // ms: one that is asked for the first time may have to be loaded
constexpr qint64 longestList = 1'048'576; // of models
constexpr qint64 longestAnswer = 262'144; // of a model, to a question for a few words
constexpr qint64 pause = 5;               // ms, between pieces that were sent one by one
constexpr qint64 noticeable = 50;         // ms; an answer that takes less may well come at once

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

Observation answered(Verdict verdict, int status)
{
    return {verdict, Text::tr("answered %1").arg(status)};
}

Observation tryAnswer(const SiteProof &proof, const QString &address, std::stop_token stop)
{
    SiteConnection site(proof, patience, std::move(stop));
    if (!site.open(address))
        return site.failure();
    site.send("GET", site.target(), {"Accept: */*", "Connection: close"});
    const auto status = site.status();
    if (!status)
        return site.failure();
    if (proof.status != 0 && *status != proof.status)
        return {Verdict::Fails, Text::tr("answered %1 instead of %2").arg(*status).arg(proof.status)};
    const bool isLetIn = *status != 401 && *status != 403 && *status < 500;
    return answered(proof.status != 0 || isLetIn ? Verdict::Holds : Verdict::Fails, *status);
}

/// A service that has been asked without the upgrade says 400 or 426; one that has no WebSocket there, or wants a login
/// first, says nothing about the proxy.
Observation tryWebSocket(const SiteProof &proof, const QString &address, std::stop_token stop)
{
    SiteConnection site(proof, patience, std::move(stop));
    if (!site.open(address))
        return site.failure();
    quint32 nonce[4];
    QRandomGenerator::global()->fillRange(nonce);
    const auto key = QByteArray::fromRawData(reinterpret_cast<const char *>(nonce), sizeof nonce).toBase64();
    site.send("GET", site.target(),
              {"Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + key,
               "Origin: " + site.origin()});
    const auto status = site.status();
    if (!status)
        return site.failure();
    if (*status == 101)
        return answered(Verdict::Holds, *status);
    if (*status == 400 || *status == 426 || *status >= 500)
        return {Verdict::Fails, Text::tr("answered %1 instead of %2").arg(*status).arg(101)};
    return {Verdict::NotTried, Text::tr("Not tried: there is no WebSocket for strangers, it answered %1").arg(*status)};
}

/// The first one that the service offers: "data" of the list of models.
QString modelIn(const QByteArray &answer)
{
    // Pieces of a chunked body are one JSON text with sizes around it: what is between the outermost braces is enough.
    const qsizetype begin = answer.indexOf('{');
    const qsizetype end = answer.lastIndexOf('}');
    const QJsonObject list = QJsonDocument::fromJson(answer.mid(begin, end - begin + 1)).object();
    return list.value(u"data"_s).toArray().first().toObject().value(u"id"_s).toString();
}

QString modelOf(const SiteProof &proof, const QString &address, std::stop_token stop)
{
    SiteConnection site(proof, patience, std::move(stop));
    if (!site.open(address))
        return {};
    QByteArray target = site.target();
    site.send("GET", target.replace("chat/completions", "models"), {"Accept: application/json", "Connection: close"});
    if (site.status() != 200 || !site.skipHead())
        return {};
    QByteArray answer;
    for (QByteArray piece = site.piece(); !piece.isEmpty() && answer.size() < longestList; piece = site.piece())
        answer += piece;
    return modelIn(answer);
}

Observation judged(int pieces, qint64 first, qint64 last)
{
    if (pieces > 1)
        return {Verdict::Holds, Text::tr("came in %1 pieces, over %2 ms").arg(pieces).arg(last - first)};
    if (pieces == 1 && first >= noticeable)
        return {Verdict::Fails, Text::tr("all came at once, after %1 ms: something holds the answer back").arg(first)};
    if (pieces == 1)
        return {Verdict::NotTried, Text::tr("Not tried: the answer was too quick to tell")};
    return {Verdict::NotTried, Text::tr("Not tried: the model said nothing in %1 s").arg(patienceForModels / 1000)};
}

Observation tryStream(const SiteProof &proof, const QString &address, std::stop_token stop)
{
    const QString model = modelOf(proof, address, stop);
    if (model.isEmpty())
        return {Verdict::NotTried, Text::tr("Not tried: the service names no model to strangers")};
    SiteConnection site(proof, patienceForModels, std::move(stop));
    if (!site.open(address))
        return site.failure();
    const QJsonObject question{
        {u"model"_s, model},
        {u"stream"_s, true},
        {u"max_tokens"_s, 8}, // a proxy that holds back holds all of them: its buffer is larger
        {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Count to ten."_s}}}}};
    QElapsedTimer passed;
    passed.start();
    site.send("POST", site.target(), {"Content-Type: application/json", "Connection: close"},
              QJsonDocument(question).toJson(QJsonDocument::Compact));
    const auto status = site.status();
    if (!status || !site.skipHead())
        return site.failure();
    if (*status != 200)
        return {Verdict::NotTried, Text::tr("Not tried: the model answered %1").arg(*status)};
    int pieces = 0;
    qint64 first = 0;
    qint64 last = 0;
    qint64 size = 0;
    for (QByteArray piece = site.piece(); !piece.isEmpty() && size < longestAnswer; piece = site.piece()) {
        const qint64 now = passed.elapsed();
        if (pieces == 0)
            first = now;
        if (pieces == 0 || now - last >= pause)
            ++pieces;
        last = now;
        size += piece.size();
        if (piece.contains("[DONE]"))
            break;
    }
    return judged(pieces, first, last);
}

} // namespace

Observation trySite(const SiteProof &proof, const QString &address, std::stop_token stop)
{
    if (!proof.user.isEmpty() && proof.password.isEmpty())
        return {Verdict::NotTried, Text::tr("Not tried: the password is not kept with the plan")};
    switch (proof.how) {
    case SiteProof::Try::Answer: break;
    case SiteProof::Try::WebSocket: return tryWebSocket(proof, address, std::move(stop));
    case SiteProof::Try::Stream: return tryStream(proof, address, std::move(stop));
    }
    return tryAnswer(proof, address, std::move(stop));
}

} // namespace gw
