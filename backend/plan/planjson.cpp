// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/planjson.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PlanJson)
};

constexpr int layoutVersion = 1;

constexpr JsonWord<PortProof::Expect> expectWords[] = {{PortProof::Expect::Open, "open"},
                                                       {PortProof::Expect::Closed, "closed"}};
constexpr JsonWord<SiteProof::Try> tryWords[] = {
    {SiteProof::Try::Answer, "answer"}, {SiteProof::Try::WebSocket, "websocket"}, {SiteProof::Try::Stream, "stream"}};

// One pair for each kind of proof.

QJsonObject membersOf(const LoginProof &login)
{
    QJsonObject json;
    if (!login.user.isEmpty())
        json.insert(u"user"_s, login.user);
    if (login.port != 0)
        json.insert(u"port"_s, login.port);
    return json;
}
Proof readLoginProof(JsonReader &in)
{
    LoginProof login;
    if (in.has("user"))
        login.user = in.name("user");
    if (in.has("port"))
        login.port = quint16(in.number("port", 1, 65535));
    return login;
}

QJsonObject membersOf(const PortProof &port)
{
    return {{u"port"_s, port.port}, {u"expect"_s, wordOf(expectWords, port.expect)}};
}
Proof readPortProof(JsonReader &in)
{
    return PortProof{quint16(in.number("port", 1, 65535)), in.word("expect", expectWords)};
}

QJsonObject membersOf(const UrlProof &url)
{
    return {{u"url"_s, url.url}, {u"status"_s, url.status}};
}
QString readWebAddress(JsonReader &in)
{
    const QString text = in.text("url");
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https" && url.scheme() != u"http"))
        in.refuse("url", Text::tr("is not an address of the web"));
    if (!url.userInfo().isEmpty())
        in.refuse("url", Text::tr("holds a name or a password: they would stand in the journal"));
    return text;
}
Proof readUrlProof(JsonReader &in)
{
    const QString url = readWebAddress(in);
    return UrlProof{url, int(in.number("status", 100, 599))};
}

QJsonObject membersOf(const UnitProof &unit)
{
    return {{u"unit"_s, unit.unit.name()}};
}
Proof readUnitProof(JsonReader &in)
{
    return UnitProof{ServiceUnit(in.name("unit"))};
}

QJsonObject membersOf(const SiteProof &site)
{
    QJsonObject json{{u"url"_s, site.url}};
    if (site.status != 0)
        json.insert(u"status"_s, site.status);
    if (!site.certificate.isEmpty())
        json.insert(u"certificate"_s, QString::fromLatin1(site.certificate.toHex()));
    if (!site.user.isEmpty())
        json.insert(u"user"_s, site.user);
    if (site.how != SiteProof::Try::Answer)
        json.insert(u"try"_s, wordOf(tryWords, site.how));
    return json;
}
Proof readSiteProof(JsonReader &in)
{
    SiteProof proof;
    proof.url = readWebAddress(in);
    if (in.has("status"))
        proof.status = int(in.number("status", 100, 599));
    if (in.has("certificate"))
        proof.certificate = QByteArray::fromHex(in.text("certificate").toLatin1());
    if (in.has("user"))
        proof.user = in.text("user");
    if (in.has("try"))
        proof.how = in.word("try", tryWords);
    return proof;
}

struct ProofKind {
    const char *word;
    Proof (*read)(JsonReader &in);
};
/// In the order of the variant.
constexpr ProofKind proofKinds[] = {{"login", readLoginProof},
                                    {"port", readPortProof},
                                    {"url", readUrlProof},
                                    {"unit", readUnitProof},
                                    {"site", readSiteProof}};
static_assert(std::size(proofKinds) == std::variant_size_v<Proof>);

// Steps

QJsonObject jsonOf(const Step &step, Contents contents)
{
    QJsonObject json{{u"id"_s, step.id}, {u"reason"_s, step.reason}, {u"change"_s, gw::jsonOf(step.change, contents)}};
    if (!step.needs.isEmpty())
        json.insert(u"needs"_s, QJsonArray::fromStringList(step.needs));
    return json;
}

Step readStep(JsonReader &in, const ContentSource *contents)
{
    Step step;
    step.id = in.text("id");
    if (step.id.isEmpty())
        in.refuse("id", Text::tr("is empty"));
    step.reason = in.text("reason");
    step.change = in.object("change", [contents](JsonReader &change) { return readChange(change, contents); });
    if (in.has("needs"))
        step.needs = in.texts("needs");
    return step;
}

/// Each id once, and each need one of them.
void checkIds(JsonReader &in, const QList<Step> &steps)
{
    QSet<QString> ids;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (ids.contains(steps[i].id))
            in.refuse(u"steps[%1].id"_s.arg(i), Text::tr("is the id of another step too"));
        ids.insert(steps[i].id);
    }
    for (qsizetype i = 0; i < steps.size(); ++i) {
        for (qsizetype need = 0; need < steps[i].needs.size(); ++need) {
            const QString &id = steps[i].needs[need];
            const QString where = u"steps[%1].needs[%2]"_s.arg(i).arg(need);
            if (!ids.contains(id) || id == steps[i].id)
                in.refuse(where, Text::tr("is not the id of another step"));
            if (steps[i].needs.indexOf(id) != need)
                in.refuse(where, Text::tr("is named twice"));
        }
    }
}

Result<Plan> planFrom(const QJsonObject &json, const ContentSource *contents)
{
    JsonFault fault;
    Plan plan;
    {
        JsonReader in(json, {}, fault);
        plan = readPlan(in, contents);
    }
    if (fault)
        return fault.error(Text::tr("Read the plan"));
    return plan;
}

} // namespace

QJsonObject jsonOf(const Proof &proof)
{
    QJsonObject json = std::visit([](const auto &kind) { return membersOf(kind); }, proof);
    json.insert(u"kind"_s, QString::fromLatin1(proofKinds[proof.index()].word));
    return json;
}

Proof readProof(JsonReader &in)
{
    const QString word = in.text("kind");
    for (const ProofKind &kind : proofKinds) {
        if (word == QLatin1String(kind.word))
            return kind.read(in);
    }
    in.refuseWord("kind", word);
    return {};
}

Plan readPlan(JsonReader &in, const ContentSource *contents)
{
    Plan plan;
    in.version("gatewright-plan", layoutVersion);
    plan.host = HostId(in.text("host"));
    plan.title = in.text("title");
    plan.steps = in.objects("steps", [contents](JsonReader &step) { return readStep(step, contents); });
    checkIds(in, plan.steps);
    plan.proofs = in.objects("proofs", readProof);
    if (in.has("warnings"))
        plan.warnings = in.texts("warnings");
    plan.window = std::chrono::seconds(in.number("window", 1, mostSeconds));
    return plan;
}

QJsonObject toJson(const Plan &plan, Contents contents)
{
    QJsonArray steps;
    for (const Step &step : plan.steps)
        steps.append(jsonOf(step, contents));
    QJsonArray proofs;
    for (const Proof &proof : plan.proofs)
        proofs.append(jsonOf(proof));
    QJsonObject json{{u"gatewright-plan"_s, layoutVersion},
                     {u"host"_s, plan.host.text()},
                     {u"title"_s, plan.title},
                     {u"steps"_s, steps},
                     {u"proofs"_s, proofs},
                     {u"window"_s, qint64(plan.window.count())}};
    if (!plan.warnings.isEmpty())
        json.insert(u"warnings"_s, QJsonArray::fromStringList(plan.warnings));
    return json;
}

Result<Plan> planFromJson(const QJsonObject &json)
{
    return planFrom(json, nullptr);
}

Result<Plan> planFromJson(const QJsonObject &json, const ContentSource &contents)
{
    return planFrom(json, &contents);
}

} // namespace gw
