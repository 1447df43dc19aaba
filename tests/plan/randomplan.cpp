// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/plan/randomplan.h"

using namespace Qt::StringLiterals;

namespace gw::test {

QByteArray RandomPlan::content()
{
    static const QByteArray samples[] = {"",
                                         "PermitRootLogin no\n",
                                         "no line end",
                                         "\xEF\xBB\xBF"
                                         "byte order mark\n",
                                         "\xC3\xA4\xE4\xBD\xA0\n",
                                         QByteArray("\0\xFF\n", 3),
                                         "\x1B[31m\r\n"};
    return samples[below(int(std::size(samples)))] + QByteArray::number(below(3));
}

QString RandomPlan::text()
{
    static const QString samples[] = {u"Harden SSH"_s, u"加固 SSH"_s, u""_s, u"two\nlines"_s};
    return samples[below(int(std::size(samples)))];
}

RemotePath RandomPlan::path()
{
    return RemotePath("/etc/" + QByteArray::number(below(9)) + (maybe() ? "/\xFF.conf" : "/a.conf"));
}

FileAttributes RandomPlan::attributes()
{
    return {quint32(below(010000)), maybe() ? "root" : "ada", maybe() ? "root" : "www-data"};
}

FileState RandomPlan::state()
{
    switch (below(3)) {
    case 0: return {};
    case 1: return {FileState::Kind::Regular, content(), {}, attributes()};
    default: return {FileState::Kind::Link, content(), "../" + QByteArray::number(below(9)), attributes()};
    }
}

Change RandomPlan::change()
{
    const Secrecy secrecy = below(4) == 0 ? Secrecy::Secret : Secrecy::Public;
    const std::optional<FileAttributes> kept = maybe() ? std::optional(attributes()) : std::nullopt;
    switch (below(9)) {
    case 0: return WriteFile{path(), state(), content(), kept, secrecy};
    case 1: return RemoveFile{path(), state(), secrecy};
    case 2: return LinkFile{path(), FileState{}, "../target"};
    case 3: return SetAttributes{path(), attributes(), attributes()};
    case 4: return InstallPackage{u"fail2ban"_s};
    case 5:
        return RunCommand{"ufw allow " + QByteArray::number(below(99)),
                          maybe() ? std::optional<QByteArray>("ufw delete") : std::nullopt,
                          maybe() ? QList{path(), path()} : QList<RemotePath>(), maybe()};
    case 6: {
        const auto verb = ServiceAction::Verb(below(7));
        return ServiceAction{verb == ServiceAction::Verb::DaemonReload ? ServiceUnit() : ServiceUnit(u"ssh.service"_s),
                             verb};
    }
    case 7: {
        const auto kind = Check::Kind(below(4));
        return Check{kind, kind == Check::Kind::Command ? QByteArray("test -e /") : QByteArray()};
    }
    default: return WaitFor{"true", std::chrono::seconds(1 + below(600))};
    }
}

Proof RandomPlan::proof()
{
    switch (below(4)) {
    case 0: return LoginProof{maybe() ? u"ada"_s : QString(), quint16(below(65536))};
    case 1: return PortProof{quint16(1 + below(65535)), PortProof::Expect(below(2))};
    case 2: return UrlProof{u"https://example.org/health?a=b"_s, 100 + below(500)};
    default: return UnitProof{ServiceUnit(u"nginx.service"_s)};
    }
}

Plan RandomPlan::plan()
{
    Plan plan{HostId(text()), text(), {}, {}, {}, std::chrono::seconds(1 + below(600))};
    const int steps = below(12);
    for (int i = 0; i < steps; ++i) {
        Step step{u"step %1"_s.arg(i), change(), text(), {}};
        for (int other = 0; other < steps; ++other) {
            if (other != i && below(6) == 0)
                step.needs.append(u"step %1"_s.arg(other));
        }
        plan.steps.append(step);
    }
    for (int i = below(5); i > 0; --i)
        plan.proofs.append(proof());
    for (int i = below(3); i > 0; --i)
        plan.warnings.append(text());
    return plan;
}

ChangeRecord RandomPlan::record()
{
    ChangeRecord record;
    record.number = below(1000);
    record.transaction = u"gw-%1"_s.arg(below(1000));
    record.host = HostId(u"local"_s);
    record.serverName = text();
    record.at = QDateTime::fromMSecsSinceEpoch(1'800'000'000'123 + below(1'000'000), Qt::UTC);
    record.who = u"ada on laptop, as dev@gpu-1:22"_s;
    record.plan = withoutSecrets(plan());
    record.outcome = Outcome(below(7));
    record.detail = text();
    for (const Step &step : std::as_const(record.plan.steps))
        record.steps.append({step.id, StepRecord::State(below(3)), std::chrono::milliseconds(below(9999)), content()});
    for (const Proof &proof : std::as_const(record.plan.proofs))
        record.proofs.append({proof, maybe(), text()});
    for (int i = below(4); i > 0; --i)
        record.files.append(fileRecordOf(path(), state(), state(), maybe() ? Secrecy::Public : Secrecy::Secret));
    record.hostKey = u"ED25519 SHA256:abc"_s;
    if (maybe())
        record.undoes = 1 + below(50);
    return record;
}

} // namespace gw::test
