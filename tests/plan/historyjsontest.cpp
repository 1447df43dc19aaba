// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/historyjson.h"

#include "tests/support/testmain.h"

#include <QJsonDocument>

using namespace gw;
using namespace Qt::StringLiterals;

class HistoryJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Scripts rely on every one of these names.
    void layout_staysAsItIs()
    {
        const FileState after{FileState::Kind::Regular, "x\n", {}, FileAttributes{0600, "root", "adm"}};
        ChangeRecord record;
        record.number = 12;
        record.transaction = u"tx-1"_s;
        record.host = HostId(u"h"_s);
        record.serverName = u"gpu-1"_s;
        record.at = QDateTime(QDate(2026, 11, 1), QTime(12, 0, 0, 5), Qt::UTC);
        record.who = u"ada"_s;
        record.plan.title = u"Harden SSH"_s;
        record.plan.steps = {Step{u"write"_s, WriteFile{RemotePath(QByteArray("/etc/a")), {}, "x\n", {}}, u"why"_s},
                             Step{u"run"_s, RunCommand{"true", {}}, {}}};
        record.outcome = Outcome::CameBack;
        record.detail = u"nobody said keep"_s;
        record.steps = {StepRecord{u"write"_s, StepRecord::State::Done, std::chrono::milliseconds(4), "said"}};
        record.proofs = {ProofRecord{LoginProof{}, false, u"refused"_s}};
        record.files = {fileRecordOf(RemotePath(QByteArray("/etc/a")), {}, after, Secrecy::Secret)};
        record.hostKey = u"ED25519 SHA256:k"_s;
        record.undoes = 3;
        QJsonObject json = historyJson(record);
        QVERIFY(json["proofs"_L1][0]["proof"_L1].isObject());
        QJsonArray proofs = json["proofs"_L1].toArray();
        QJsonObject proof = proofs[0].toObject();
        proof.remove(u"proof"_s); // as in a plan: tested there
        json[u"proofs"_s] = QJsonArray{proof};
        const QByteArray expected = R"({
            "number": 12, "transaction": "tx-1", "host": "h", "server": "gpu-1", "at": "2026-11-01T12:00:00.005Z",
            "who": "ada", "title": "Harden SSH", "outcome": "came-back", "detail": "nobody said keep", "undoes": 3,
            "host-key": "ED25519 SHA256:k",
            "files": [{"path": "/etc/a", "before": null,
                       "after": "73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac",
                       "mode": "0600", "owner": "root", "group": "adm", "secret": true}],
            "steps": [{"id": "write", "command": "/etc/a", "reason": "why", "state": "done", "milliseconds": 4,
                       "output": "said"},
                      {"id": "run", "command": "true", "reason": "", "state": "not-run", "milliseconds": 0,
                       "output": ""}],
            "proofs": [{"held": false, "detail": "refused"}]})";
        QCOMPARE(QJsonDocument(json).toJson(), QJsonDocument::fromJson(expected).toJson());
        record.undoes.reset();
        QVERIFY(historyJson(record)["undoes"_L1].isNull());
    }
};

GW_REGISTER_TEST(HistoryJsonTest)
#include "historyjsontest.moc"
