// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/hostid.h"
#include "backend/base/result.h"
#include "backend/plan/change.h"

#include <QJsonObject>
#include <functional>

namespace gw {

/// One change and why it is made.
struct Step {
    QString id; ///< unique in its plan, stable: "write /etc/ssh/sshd_config.d/00-gatewright.conf"
    Change change;
    QString reason;         ///< for people, translated: "Keys only: passwords can be guessed"
    QStringList needs = {}; ///< ids of the steps without which this one makes no sense or would do harm
    friend bool operator==(const Step &, const Step &) = default;
};

// Proofs are tried from outside, from this computer, before "keep?" is asked.

/// A second, new SSH login, with the key that opened the first one.
struct LoginProof {
    QString user;     ///< empty: the same as now
    quint16 port = 0; ///< 0: the same as now
    friend bool operator==(const LoginProof &, const LoginProof &) = default;
};
struct PortProof {
    enum class Expect { Open, Closed };
    quint16 port = 0;
    Expect expect = Expect::Open;
    friend bool operator==(const PortProof &, const PortProof &) = default;
};
struct UrlProof {
    QString url;
    int status = 200;
    friend bool operator==(const UrlProof &, const UrlProof &) = default;
};
/// What a site of this server answers. It is asked at the address of the server, whatever name service says about its
/// name yet.
struct SiteProof {
    enum class Try {
        Answer,    ///< GET; the status says whether it holds
        WebSocket, ///< the connection is upgraded (RFC 6455, section 4.1)
        Stream,    ///< a model of the API of OpenAI says a few words, which come one by one: `url` is chat/completions
    };
    QString url;
    int status = 0;         ///< 0: the service itself answers, with anything but a refusal (401, 403) or 5xx
    QByteArray certificate; ///< SHA-256 of the one that must be shown; empty: this computer must trust it
    QString user;           ///< empty: without a password
    QString password;       ///< in memory alone: no file, no journal and no export holds it
    Try how = Try::Answer;
    friend bool operator==(const SiteProof &, const SiteProof &) = default;
};
/// Asked on the server: "active" must be the answer.
struct UnitProof {
    ServiceUnit unit;
    friend bool operator==(const UnitProof &, const UnitProof &) = default;
};
using Proof = std::variant<LoginProof, PortProof, UrlProof, UnitProof, SiteProof>;

/// What will be done to one server, in this order. Preview, progress, history, export and undo all show this list.
struct Plan {
    HostId host;
    QString title; ///< "Harden SSH"
    QList<Step> steps;
    QList<Proof> proofs;
    QStringList warnings = {};       ///< what the person should know before: "Running sessions stay open"
    std::chrono::seconds window{90}; ///< how long the server waits for "keep"
    friend bool operator==(const Plan &, const Plan &) = default;
};

/// For people, translated: "Write /etc/nginx/nginx.conf", "Reload ssh".
QString titleOf(const Change &change);
QString titleOf(const Proof &proof);
/// The command line that does it on the server, as a person would type it; for files the path.
QByteArray commandOf(const Change &change);
/// The file that is written, removed, linked or given other attributes; empty for all other changes.
RemotePath changedFile(const Change &change);
/// Whether the content that it writes or removes may be shown.
Secrecy secrecyOf(const Change &change);

/// Where the contents of files stand: in the JSON itself, or beside it, where the JSON names them by their hash alone.
enum class Contents { Inline, ByHash };
/// Finds a content again by the hash that FileState::hash() gave it.
using ContentSource = std::function<std::optional<QByteArray>(const QByteArray &hash)>;

/// The layout of PLAN.json: {"gatewright-plan": 1, …}. Contents are text where they are UTF-8, base64 otherwise; what
/// is Secrecy::Secret is left out in either form.
QJsonObject toJson(const Plan &plan, Contents contents = Contents::Inline);
/// A plan to be applied. Refuses what is not a plan, is of a newer version, names anything twice or lacks a content,
/// and says where (Kind::Invalid): "steps[3].change.path".
Result<Plan> planFromJson(const QJsonObject &json);
/// A plan to be looked at: a content that was left out, or that the source does not have, is empty.
Result<Plan> planFromJson(const QJsonObject &json, const ContentSource &contents);
/// The same plan with every content of Secrecy::Secret empty, as the journal keeps it.
Plan withoutSecrets(Plan plan);

/// Ids of all steps that have to go when `id` is left out, `id` included.
QStringList dependentsOf(const Plan &plan, const QString &id);
/// The plan without these steps; Invalid when a step that stays needs one that goes.
Result<Plan> without(const Plan &plan, const QStringList &ids);

/// Several plans for one server as one: one write for each file (three-way, from the common `before`), commands in
/// their order, each service acted on once, at the end, before the proofs. What contradicts is named in the error
/// (Kind::Invalid).
Result<Plan> merged(const QList<Plan> &plans);

/// What a person wants to know before pressing "apply".
struct PlanSummary {
    int files = 0;
    int commands = 0;
    QStringList restarts; ///< units that restart: away for a moment
    QStringList reloads;
    QStringList notUndone; ///< commands without a way back
    friend bool operator==(const PlanSummary &, const PlanSummary &) = default;
};
PlanSummary summaryOf(const Plan &plan);

/// What a plan can be exported as.
enum class PlanFormat { Json, Script, Ansible, Markdown };

/// For a review by others: what, why, the diffs and the commands, as Markdown. Secret contents are left out.
QByteArray markdownOf(const Plan &plan, const QString &serverName);

} // namespace gw
