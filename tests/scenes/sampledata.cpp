// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampledata.h"

#include <QCoreApplication>
#include <QFile>
#include <numeric>

namespace gw::sample {
namespace {

constexpr qint64 gib = qint64(1) << 30;

UntrustedText u(const char *text)
{
    return UntrustedText(QString::fromUtf8(text));
}

/// What only real hardware has, and the recorded machines did not.
struct Hardware {
    int cpus = 4;
    double load = 0.4;
    qint64 memory = 8; ///< GiB
    qint64 memoryFree = 5;
    QList<Gpu> gpus;
};

struct Recipe {
    const char *id, *name, *group, *target, *colour;
    const char *answer; ///< tests/survey/data/NAME.answer
    int secondsOld;
    Hardware hardware;
};

Gpu gpu(int index, const char *name, qint64 total, qint64 used, int percent, int degrees)
{
    Gpu g;
    g.index = index;
    g.name = u(name);
    g.driver = u("580.159.04");
    g.memoryTotal = total * gib;
    g.memoryUsed = used * gib;
    g.utilisationPercent = percent;
    g.temperature = degrees;
    return g;
}

/// The recording is some time old: its certificates and clock move with it, or the pictures would change every day.
void moveBy(Facts &facts, qint64 seconds)
{
    const auto move = [seconds](CertificateInfo &certificate) {
        certificate.notBefore = certificate.notBefore.addSecs(seconds);
        certificate.notAfter = certificate.notAfter.addSecs(seconds);
    };
    facts.system.serverTime = facts.system.serverTime.addSecs(seconds);
    if (facts.certificates.lineages) {
        for (Lineage &lineage : *facts.certificates.lineages) {
            if (lineage.certificate)
                move(*lineage.certificate);
        }
    }
    if (facts.certificates.files) {
        for (CertificateFile &file : *facts.certificates.files)
            move(file.certificate);
    }
}

SurveyAnswer recorded(const char *name)
{
    QFile file(QStringLiteral(GW_SOURCE_DIR "/tests/survey/data/%1.answer").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    const Result<SurveyAnswer> answer = parseAnswer(file.readAll());
    if (!answer)
        qFatal("%s: %s", qPrintable(file.fileName()), qPrintable(answer.error().text()));
    return *answer;
}

Facts factsOf(const Recipe &recipe)
{
    Facts facts = factsFrom(recorded(recipe.answer));
    facts.takenAt = QDateTime::currentDateTimeUtc().addSecs(-recipe.secondsOld);
    facts.took = std::chrono::milliseconds(870);
    moveBy(facts, facts.system.serverTime.secsTo(facts.takenAt));
    facts.system.hostname = UntrustedText(QString::fromUtf8(recipe.name));
    facts.system.cpus = recipe.hardware.cpus;
    facts.system.load1 = recipe.hardware.load;
    facts.system.memoryTotal = recipe.hardware.memory * gib;
    facts.system.memoryAvailable = recipe.hardware.memoryFree * gib;
    facts.system.uptimeSeconds = 41 * 86400;
    facts.gpus = recipe.hardware.gpus;
    return facts;
}

QList<Recipe> recipes()
{
    return {
        {"a100",
         "gpu-a100-01",
         "gpu-lab",
         "dev@203.0.113.6",
         "",
         "ubuntu-24.04",
         12,
         {64,
          12.2,
          503,
          310,
          {gpu(0, "NVIDIA A100 80GB", 80, 71, 97, 74), gpu(1, "NVIDIA A100 80GB", 80, 68, 92, 72),
           gpu(2, "NVIDIA A100 80GB", 80, 22, 41, 55), gpu(3, "NVIDIA A100 80GB", 80, 1, 0, 33)}}},
        {"h100",
         "gpu-h100-02",
         "gpu-lab",
         "dev@203.0.113.7",
         "violet",
         "debian-12-tutorial",
         12,
         {32, 21.4, 251, 68, {gpu(0, "NVIDIA H100 80GB", 80, 71, 97, 74), gpu(1, "NVIDIA H100 80GB", 80, 68, 92, 72)}}},
        {"lora",
         "lora-4090",
         "gpu-lab",
         "root@lora.example.com",
         "",
         "ubuntu-20.04",
         7300,
         {16, 5.1, 125, 80, {gpu(0, "NVIDIA GeForce RTX 4090", 24, 19, 78, 78)}}},
        {"edge1", "edge-1", "web", "edge-1", "", "debian-13", 12, {}},
        {"edge2", "edge-2", "web", "edge-2", "", "debian-12-hardened", 12, {4, 0.9, 8, 3, {}}},
        {"local", "", "", "local", "", "debian-12-plain-without-root", 12, {8, 1.8, 31, 18, {}}},
    };
}

/// Read once, for the answer is the same each time.
std::shared_ptr<const Facts> keptFacts(const Recipe &recipe)
{
    static QMap<QString, Facts> kept;
    const QString id = QString::fromLatin1(recipe.id);
    if (!kept.contains(id))
        kept.insert(id, factsOf(recipe));
    Facts facts = kept.value(id);
    facts.takenAt = QDateTime::currentDateTimeUtc().addSecs(-recipe.secondsOld);
    facts.system.serverTime = facts.takenAt;
    return std::make_shared<const Facts>(std::move(facts));
}

QString translated(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

Online online(const Facts &facts)
{
    Online o;
    o.transport = QStringLiteral("libssh");
    o.transportReason = translated("TransportChoice", "Nothing here needs more than libssh");
    o.details = QStringLiteral("dev@203.0.113.7:22\nED25519 SHA256:Q3pVn2iK4b0dQmQpX4o6mBrfVJp0aJv3bq5n2T0u7wM\n"
                               "publickey\naes256-gcm@openssh.com");
    o.roundTrip = std::chrono::milliseconds(14);
    o.isRoot = facts.access.isRoot;
    return o;
}

/// Kept for each language: sixty scenes ask for the same ones again and again.
std::shared_ptr<const Review> keptReview(const QString &id, const Facts &facts, const QList<AcceptedRisk> &accepted)
{
    static QMap<QStringList, std::shared_ptr<const Review>> kept;
    const QStringList key{id, QString::number(accepted.size()), severityName(Severity::High), QLocale().name()};
    auto &found = kept[key];
    if (!found)
        found = std::make_shared<const Review>(review(facts, accepted));
    return found;
}

Machine machine(const Recipe &recipe)
{
    Machine m;
    m.server.id = HostId(QString::fromLatin1(recipe.id));
    m.server.name = QString::fromUtf8(recipe.name);
    m.server.group = QString::fromUtf8(recipe.group);
    m.server.target = QString::fromLatin1(recipe.target);
    m.server.colour = QString::fromLatin1(recipe.colour);
    m.server.transport = QStringLiteral("automatic");
    m.facts = keptFacts(recipe);
    m.review = keptReview(m.server.id.text(), *m.facts, {});
    Online state = online(*m.facts);
    if (m.server.isLocal()) {
        m.server.name = translated("Store", "This computer");
        state = Online();
        state.transport = translated("Connector", "this computer");
    }
    m.connection = state;
    return m;
}

/// One of its findings is signed off, as it is after some weeks.
void acceptOne(Machine &machine)
{
    for (const Finding &finding : machine.review->findings) {
        if (!finding.subject.contains(QLatin1String(":8000")))
            continue;
        const AcceptedRisk risk{finding.rule, finding.subject, QStringLiteral("Open for the workshop"),
                                QDate::currentDate().addDays(9), QStringLiteral("lin")};
        machine.review = keptReview(machine.server.id.text(), *machine.facts, {risk});
        return;
    }
    qFatal("Nothing answers on port 8000 in the tutorial");
}

QString endpoint()
{
    return QStringLiteral("dev@203.0.113.7:22");
}

} // namespace

ServerSummary Machine::summary() const
{
    return summaryOf(server, connection, facts.get(), review.get());
}

QList<Machine> fleet()
{
    QList<Machine> all;
    for (const Recipe &recipe : recipes()) {
        all << machine(recipe);
        if (all.last().server.id == HostId(QStringLiteral("h100")))
            acceptOne(all.last());
    }
    return all;
}

QList<ServerSummary> summaries()
{
    QList<ServerSummary> all;
    for (const Machine &machine : fleet())
        all << machine.summary();
    return all;
}

Machine tutorial()
{
    Machine found = machine(recipes()[1]);
    acceptOne(found);
    return found;
}

Machine tutorialWithoutRoot()
{
    Recipe recipe = recipes()[1];
    recipe.id = "h100-without-root";
    recipe.answer = "debian-12-plain-without-root";
    Machine found = machine(recipe);
    found.server.id = tutorial().server.id;
    return found;
}

int findings()
{
    const QList<ServerSummary> all = summaries();
    return std::accumulate(all.cbegin(), all.cend(), 0,
                           [](int sum, const ServerSummary &server) { return sum + server.openFindings(); });
}

const Finding &findingOf(const Machine &machine, const char *rule)
{
    const QList<Finding> &all = machine.review->findings;
    const auto found = std::find_if(all.cbegin(), all.cend(), [rule](const Finding &finding) {
        return finding.rule.text().startsWith(QLatin1String(rule));
    });
    if (found == all.cend())
        qFatal("The rule %s finds nothing", rule);
    return *found;
}

QList<FactChange> changes()
{
    const Facts now = *tutorial().facts;
    Facts before = now;
    before.listeners->removeIf([](const Listener &listener) { return listener.port == 8888; });
    for (Package &package : before.packages->installed) {
        if (package.name == u"openssh-server")
            package.version = u("1:9.2p1-2+deb12u1");
    }
    AuthorizedKey gone;
    gone.type = u("ssh-rsa");
    gone.bits = 1024;
    gone.fingerprint = u("SHA256:1xkqQmKqvY8r0JwqK4Q7xkVvUqj4s8n3mW0h8m5m1g0");
    gone.comment = u("old-ci");
    if (before.users->last().keys)
        before.users->last().keys->append(gone);
    return changesBetween(before, now);
}

HostKeyQuestion hostKeyQuestion()
{
    return {QStringLiteral("203.0.113.7:22"), QStringLiteral("ED25519"),
            QStringLiteral("SHA256:Q3pVn2iK4b0dQmQpX4o6mBrfVJp0aJv3bq5n2T0u7wM"), QStringLiteral("203.0.113.7")};
}

SecretQuestion passwordQuestion()
{
    SecretQuestion q;
    q.hop = endpoint();
    return q;
}

SecretQuestion rootQuestion()
{
    SecretQuestion q;
    q.kind = SecretQuestion::Kind::RootPassword;
    q.hop = endpoint();
    q.subject = QStringLiteral("sudo");
    return q;
}

SecretQuestion interactiveQuestion()
{
    SecretQuestion q;
    q.kind = SecretQuestion::Kind::KeyboardInteractive;
    q.hop = QStringLiteral("dev@jump.example.com:22");
    q.instruction = u("Two-factor authentication is required\x1b[31m");
    q.prompts = {{u("Password: "), false}, {u("One-time code: "), true}};
    return q;
}

Error unreachable()
{
    Error e;
    e.kind = Error::Kind::Unreachable;
    e.tried = translated("LibsshTransport", "Connect to %1").arg(endpoint());
    e.cause = translated("Connector", "No answer came in time");
    e.advice = translated("Connector", "Check the address, the network and firewalls on the way");
    return e;
}

Error hostKeyChanged()
{
    const QString now = QStringLiteral("SHA256:Q3pVn2iK4b0dQmQpX4o6mBrfVJp0aJv3bq5n2T0u7wM");
    Error e;
    e.kind = Error::Kind::HostKeyChanged;
    e.tried = translated("LibsshTransport", "Connect to %1").arg(endpoint());
    e.cause = translated("HostKeyCheck", "The server shows another host key than the known one. Known: %1 %2 (%3). "
                                         "Shown now: %4 %5. Either its keys were made anew, or somebody stands in "
                                         "between")
                  .arg(QStringLiteral("ED25519"), QStringLiteral("SHA256:8aLrW2mQ9p0dQmQpX4o6mBrfVJp0aJv3bq5n2T0u7wM"),
                       QStringLiteral("/home/lin/.ssh/known_hosts:4"), QStringLiteral("ED25519"), now);
    e.advice = translated("HostKeyCheck", "Compare on the server's own console: ssh-keygen -lf %1. Only if it prints "
                                          "%2, remove the old key: ssh-keygen -f %3 -R %4")
                   .arg(QStringLiteral("/etc/ssh/ssh_host_ed25519_key.pub"), now,
                        QStringLiteral("/home/lin/.ssh/known_hosts"), QStringLiteral("'203.0.113.7'"));
    return e;
}

Finding hostileFinding()
{
    const UntrustedText evil = UntrustedText(QStringLiteral("<img src=x><b>\u202Egnp.exe\x1b]0;title\x07&amp;"));
    Finding f;
    f.rule = RuleId(QStringLiteral("service.supervisor-root"));
    f.severity = Severity::High;
    f.subject = evil.shown();
    f.title = evil.shown();
    f.explanation = evil.shown();
    f.effective = evil;
    f.proof = {{QStringLiteral("systemctl show"), evil}};
    f.source = QStringLiteral("supervisor(1)");
    return f;
}

} // namespace gw::sample
