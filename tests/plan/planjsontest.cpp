// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/jsontext.h"
#include "tests/plan/randomplan.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace gw;
using namespace Qt::StringLiterals;

namespace {

QJsonObject throughText(const QJsonObject &json)
{
    return QJsonDocument::fromJson(jsonText(QJsonDocument(json))).object();
}

FileState regular(const QByteArray &content)
{
    return {FileState::Kind::Regular, content, {}, {}};
}

/// One step of every kind that matters here, at a known index.
Plan everyKind()
{
    Plan plan{HostId(u"local"_s), u"Harden SSH"_s, {}, {}, {u"Sessions stay open"_s}, std::chrono::seconds(90)};
    plan.steps = {
        {u"write"_s, WriteFile{RemotePath(u"/etc/a"), regular("a\n"), "b\n", FileAttributes(), {}}, u"why"_s, {}},
        {u"link"_s, LinkFile{RemotePath(u"/etc/b"), {}, "../a"}, {}, {u"write"_s}},
        {u"mode"_s, SetAttributes{RemotePath(u"/etc/c"), {}, {0600, "root", "root"}}, {}, {}},
        {u"install"_s, InstallPackage{u"fail2ban"_s}, {}, {}},
        {u"run"_s, RunCommand{"true", "false", {RemotePath(u"/etc/d")}, true}, {}, {}},
        {u"check"_s, Check{Check::Kind::Command, "true"}, {}, {}},
        {u"reload"_s, ServiceAction{ServiceUnit(u"ssh.service"_s)}, {}, {}},
        {u"wait"_s, WaitFor{"true"}, {}, {}},
    };
    plan.proofs = {LoginProof{u"ada"_s, 22}, PortProof{80}, UrlProof{u"https://example.org/"_s},
                   UnitProof{ServiceUnit(u"ssh.service"_s)}};
    return plan;
}

/// The same JSON with another value at a place: "steps/3/change/path". Undefined takes the member away.
QJsonValue replaced(const QJsonValue &json, const QString &place, const QJsonValue &value)
{
    if (place.isEmpty())
        return value;
    const QString key = place.section(u'/', 0, 0);
    const QString rest = place.section(u'/', 1);
    if (json.isArray()) {
        QJsonArray array = json.toArray();
        array[key.toInt()] = replaced(array.at(key.toInt()), rest, value);
        return array;
    }
    QJsonObject object = json.toObject();
    object[key] = replaced(object.value(key), rest, value);
    return object;
}

Plan secretWrite()
{
    Plan plan = everyKind();
    plan.steps = {{u"key"_s,
                   WriteFile{RemotePath(u"/etc/key"), regular("old CANARY"), "new CANARY", {}, Secrecy::Secret},
                   {},
                   {}}};
    return plan;
}

} // namespace

class PlanJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPublicPlan_comesBackEqual()
    {
        for (quint32 seed = 0; seed < 400; ++seed) {
            Plan plan = test::RandomPlan(seed).plan();
            for (Step &step : plan.steps) {
                if (auto *write = std::get_if<WriteFile>(&step.change))
                    write->secrecy = Secrecy::Public;
                if (auto *remove = std::get_if<RemoveFile>(&step.change))
                    remove->secrecy = Secrecy::Public;
            }
            const auto read = planFromJson(throughText(toJson(plan)));
            QVERIFY2(read, qPrintable(read ? QString() : read.error().text()));
            QCOMPARE(*read, plan);
            QCOMPARE(toJson(*read), toJson(plan));
        }
    }

    void contentsByHash_comeBackFromTheirSource()
    {
        const Plan plan = everyKind();
        const QJsonObject json = throughText(toJson(plan, Contents::ByHash));
        const ContentSource source = [](const QByteArray &hash) -> std::optional<QByteArray> {
            for (const QByteArray content : {"a\n", "b\n"}) {
                if (contentHash(content) == hash)
                    return content;
            }
            return std::nullopt;
        };
        QCOMPARE(planFromJson(json, source).value(), plan);
        QVERIFY(!planFromJson(json));
    }

    void secretContent_isInNoJson()
    {
        for (const Contents contents : {Contents::Inline, Contents::ByHash})
            QVERIFY(!QJsonDocument(toJson(secretWrite(), contents)).toJson().contains("CANARY"));
    }

    void planWithoutItsSecrets_canBeLookedAtButNotApplied()
    {
        const QJsonObject json = throughText(toJson(secretWrite()));
        QCOMPARE(planFromJson(json, ContentSource()).value(), withoutSecrets(secretWrite()));
        const auto applied = planFromJson(json);
        QVERIFY(!applied);
        QVERIFY(applied.error().cause.startsWith(u"steps[0].change.before.content is secret"));
    }

    void textsForPeople_cannotActOnATerminal()
    {
        const QJsonValue json = replaced(toJson(everyKind()), u"title"_s, u"a\x1b[2J\u202eb"_s);
        QCOMPARE(planFromJson(json.toObject())->title, u"a␛[2J⟨U+202E⟩b"_s);
    }

    void whatIsNoPlan_isRefusedWithItsPlace_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *place, const QJsonValue &value, const char *says) {
            QTest::addRow("%s: %s", place, says) << QString::fromLatin1(place) << value << QString::fromLatin1(says);
        };
        const QJsonValue missing(QJsonValue::Undefined);
        row("gatewright-plan", missing, "gatewright-plan is missing");
        row("gatewright-plan", 2, "gatewright-plan is 2: a newer");
        row("gatewright-plan", u"1"_s, "gatewright-plan is not a number");
        row("extra", 1, "has a member that is not known: extra");
        row("title", 5, "title is not a text");
        row("title", QString(100'000, u'x'), "title is too long");
        row("window", 0, "window is not a number from 1 to 600");
        row("window", 1e300, "window is not a number");
        row("window", 89.5, "window is not a number");
        row("steps", u"none"_s, "steps is not a list");
        row("steps", QJsonArray::fromVariantList(QVariantList(10'001, 0)), "steps has more than 10000 entries");
        row("steps/0", 5, "steps[0] is not an object");
        row("steps/0/id", u""_s, "steps[0].id is empty");
        row("steps/0/id", u"link"_s, "steps[1].id is the id of another step too");
        row("steps/1/needs/0", u"nothing"_s, "steps[1].needs[0] is not the id of another step");
        row("steps/1/needs/0", u"link"_s, "steps[1].needs[0] is not the id of another step");
        row("steps/1/needs", QJsonArray{u"write"_s, u"write"_s}, "steps[1].needs[1] is named twice");
        row("steps/0/change/kind", u"format-disk"_s, "steps[0].change.kind is not known: format-disk");
        row("steps/0/change/path", missing, "steps[0].change.path is missing");
        row("steps/0/change/path", u"etc/a"_s, "steps[0].change.path is not an absolute path");
        row("steps/0/change/path", u"/etc/"_s, "steps[0].change.path is not an absolute path");
        row("steps/0/change/path", QString(u"/etc/a"_s + QChar(0)), "steps[0].change.path is not an absolute path");
        row("steps/0/change/path", QString(u"/"_s + QString(5000, u'x')),
            "steps[0].change.path is not an absolute path");
        row("steps/0/change/path", QJsonObject{{u"base64"_s, u"****"_s}}, "steps[0].change.path is not base64");
        row("steps/0/change/secrecy", u"hidden"_s, "steps[0].change.secrecy is not known: hidden");
        row("steps/0/change/after", missing, "steps[0].change.after is missing");
        row("steps/0/change/after", true, "steps[0].change.after is neither a text nor base64");
        row("steps/0/change/after", QJsonObject{{u"base64"_s, 5}}, "steps[0].change.after is not base64");
        row("steps/0/change/after", QString(20'000'000, u'x'), "steps[0].change.after is larger than");
        row("steps/0/change/before", QJsonObject{{u"kind"_s, u"socket"_s}}, "steps[0].change.before.kind is not known");
        row("steps/0/change/attributes/mode", u"888"_s, "steps[0].change.attributes.mode is not an octal mode");
        row("steps/0/change/attributes/mode", u"100644"_s, "steps[0].change.attributes.mode is not an octal mode");
        row("steps/0/change/attributes/owner", u"-R"_s, "steps[0].change.attributes.owner is not a name");
        row("steps/1/change/before", toJson(everyKind())[u"steps"][0][u"change"][u"before"],
            "steps[1].change.before is a file");
        row("steps/3/change/name", u"--allow-downgrades"_s, "steps[3].change.name is not a name");
        row("steps/3/change/name", u""_s, "steps[3].change.name is not a name");
        row("steps/4/change/line", QString(QChar(0)), "steps[4].change.line holds a NUL byte");
        row("steps/4/change/line", u""_s, "steps[4].change.line is empty");
        row("steps/4/change/touches", QJsonArray{u"a"_s}, "steps[4].change.touches[0] is not an absolute path");
        row("steps/4/change/changes-firewall", 1, "steps[4].change.changes-firewall is neither true nor false");
        row("steps/6/change/unit", u"a\nb"_s, "steps[6].change.unit is not a name");
        row("steps/7/change/limit", 601, "steps[7].change.limit is not a number from 1 to 600");
        row("proofs/0/user", u"-oProxyCommand=x"_s, "proofs[0].user is not a name");
        row("proofs/1/port", 65536, "proofs[1].port is not a number");
        row("proofs/2/url", u"file:///etc/shadow"_s, "proofs[2].url is not an address of the web");
        row("proofs/2/url", u"https://ada:secret@x.example/"_s, "proofs[2].url holds a name or a password");
        row("proofs/3/kind", u"hope"_s, "proofs[3].kind is not known: hope");
    }
    void whatIsNoPlan_isRefusedWithItsPlace()
    {
        QFETCH(QString, place);
        QFETCH(QJsonValue, value);
        QFETCH(QString, says);
        const auto read = planFromJson(replaced(toJson(everyKind()), place, value).toObject());
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Invalid);
        QVERIFY2(read.error().cause.startsWith(says), qPrintable(read.error().cause.left(300)));
    }
};

GW_REGISTER_TEST(PlanJsonTest)
#include "planjsontest.moc"
