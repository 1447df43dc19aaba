// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/server/overviewrows.h"

#include "widgets/parts/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace gw::overview {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("overview", text);
}

struct Verdict {
    QString text;
    Tone tone;
};

Verdict verdictOf(Exposure::Verdict verdict)
{
    switch (verdict) {
    case Exposure::Verdict::Loopback:
        return {translated(QT_TRANSLATE_NOOP("overview", "this machine only")), Tone::Muted};
    case Exposure::Verdict::Closed:
        return {translated(QT_TRANSLATE_NOOP("overview", "closed by the firewall")), Tone::Good};
    case Exposure::Verdict::Gate: return {translated(QT_TRANSLATE_NOOP("overview", "meant to be reached")), Tone::Good};
    case Exposure::Verdict::Open:
        return {translated(QT_TRANSLATE_NOOP("overview", "open to the world")), Tone::Critical};
    case Exposure::Verdict::Unknown: return {translated(QT_TRANSLATE_NOOP("overview", "not known")), Tone::Warning};
    }
    Q_UNREACHABLE();
}

/// What needs a look first: open, unknown, then the rest by port.
int rank(const Exposure &exposure)
{
    switch (exposure.verdict) {
    case Exposure::Verdict::Open: return 0;
    case Exposure::Verdict::Unknown: return 1;
    case Exposure::Verdict::Gate: return 2;
    case Exposure::Verdict::Closed: return 3;
    case Exposure::Verdict::Loopback: return 4;
    }
    Q_UNREACHABLE();
}

/// Of the last lines of a log the one that says why: the first error, for the others follow from it. What systemd adds
/// to every failure says nothing.
QString reasonIn(const UntrustedText &log)
{
    static const QRegularExpression always(
        QStringLiteral("Failed with result|Main process exited|Control process exited|Failed to start|"
                       "Scheduled restart|Start request repeated|Consumed "));
    static const QRegularExpression error(QStringLiteral("\\b(error|fail(ed|ure)?|fatal|cannot|denied|no such)\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression time(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d[ T][\\d:.,]+ "));
    const QStringList lines = log.raw().split(u'\n', Qt::SkipEmptyParts);
    QString last;
    for (const QString &line : lines) {
        if (line.contains(always))
            continue;
        last = line.simplified().remove(time);
        if (line.contains(error))
            break;
    }
    return UntrustedText(last.isEmpty() ? lines.join(u' ') : last).shown(200);
}

QString keyText(const AuthorizedKey &key)
{
    QString type = key.type.shown(40);
    if (type.startsWith(QLatin1String("ssh-")))
        type.remove(0, 4);
    return format::joined(
        {key.bits > 0 ? QStringLiteral("%1 %2").arg(type).arg(key.bits) : type, key.comment.shown(60)});
}

} // namespace

QList<FactGrid::Fact> system(const Facts &facts)
{
    const SystemFacts &s = facts.system;
    QList<FactGrid::Fact> list;
    const auto add = [&](const char *name, const QString &value, Tone tone = Tone::Neutral) {
        if (!value.isEmpty())
            list.append({translated(name), value, tone, false});
    };
    add(QT_TRANSLATE_NOOP("overview", "Host name"), s.hostname.shown(80));
    add(QT_TRANSLATE_NOOP("overview", "System"), s.osName.shown(80));
    add(QT_TRANSLATE_NOOP("overview", "Kernel"), format::joined({s.kernel.shown(60), s.architecture.shown(20)}));
    if (s.virtualisation != u"none")
        add(QT_TRANSLATE_NOOP("overview", "Virtualisation"), s.virtualisation.shown(30));
    if (s.cpus > 0)
        add(QT_TRANSLATE_NOOP("overview", "Processors"),
            format::joined({QString::number(s.cpus), s.cpuModel.shown(80)}));
    if (s.cpus > 0)
        add(QT_TRANSLATE_NOOP("overview", "Load"), QLocale().toString(s.load1, 'f', 1));
    if (s.memoryTotal > 0)
        add(QT_TRANSLATE_NOOP("overview", "Memory"),
            translated(QT_TRANSLATE_NOOP("overview", "%1 of %2 used"))
                .arg(format::bytes(s.memoryTotal - s.memoryAvailable), format::bytes(s.memoryTotal)));
    if (s.uptimeSeconds > 0)
        add(QT_TRANSLATE_NOOP("overview", "Up for"), format::duration(s.uptimeSeconds));
    if (s.clockSynchronised)
        add(QT_TRANSLATE_NOOP("overview", "Clock"),
            *s.clockSynchronised ? translated(QT_TRANSLATE_NOOP("overview", "synchronised"))
                                 : translated(QT_TRANSLATE_NOOP("overview", "not synchronised")),
            *s.clockSynchronised ? Tone::Neutral : Tone::Warning);
    if (s.rebootRequired)
        add(QT_TRANSLATE_NOOP("overview", "Reboot"),
            translated(QT_TRANSLATE_NOOP("overview", "needed to finish an update")), Tone::Warning);
    if (facts.packages && facts.packages->securityUpdates) {
        const qsizetype count = facts.packages->securityUpdates->size();
        add(QT_TRANSLATE_NOOP("overview", "Security updates"),
            count == 0 ? translated(QT_TRANSLATE_NOOP("overview", "none waits"))
                       : translated(QT_TRANSLATE_NOOP("overview", "%1 waiting")).arg(count),
            count == 0 ? Tone::Neutral : Tone::Warning);
    }
    add(QT_TRANSLATE_NOOP("overview", "Looked at as"),
        facts.access.isRoot ? translated(QT_TRANSLATE_NOOP("overview", "%1, as root")).arg(facts.access.user.shown(40))
                            : facts.access.user.shown(40));
    return list;
}

QList<Row> sockets(const QList<Exposure> &exposures)
{
    QList<Exposure> sorted = exposures;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Exposure &a, const Exposure &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a.listener.port < b.listener.port;
    });
    QList<Row> rows;
    for (const Exposure &exposure : sorted) {
        const Listener &listener = exposure.listener;
        const QString protocol =
            listener.protocol == Listener::Protocol::Udp ? QStringLiteral("udp") : QStringLiteral("tcp");
        const Verdict verdict = verdictOf(exposure.verdict);
        Row row;
        row.lead = format::endpoint(listener.address, listener.port);
        row.leadMono = true;
        row.key = QStringList{row.lead, protocol, QString::number(rows.size())}.join(u'/');
        row.title = exposure.service.isEmpty() ? listener.process.shown(60) : exposure.service.shown(60);
        row.detail = format::joined({protocol, listener.process.shown(40), listener.user.shown(40), exposure.reason});
        row.pill = verdict.text;
        row.pillTone = verdict.tone;
        row.toolTip = listener.commandLine.shown(400);
        rows << row;
    }
    return rows;
}

QList<Row> failedServices(const Facts &facts)
{
    QList<Row> rows;
    if (facts.services.units) {
        for (const SystemdUnit &unit : *facts.services.units) {
            if (unit.activeState != u"failed")
                continue;
            Row row;
            row.key = unit.name.raw();
            row.title = unit.name.shown(80);
            row.detail = reasonIn(unit.result);
            row.pill = translated(QT_TRANSLATE_NOOP("overview", "failed"));
            row.pillTone = Tone::Critical;
            row.toolTip = unit.result.shownLines();
            rows << row;
        }
    }
    if (facts.services.supervisor) {
        for (const SupervisorProgram &program : *facts.services.supervisor) {
            if (program.state != u"FATAL" && program.state != u"BACKOFF" && program.state != u"EXITED")
                continue;
            Row row;
            row.key = QStringLiteral("supervisor/") + program.name.raw();
            row.title = program.name.shown(80);
            row.detail = program.command.shown(200);
            row.pill = program.state.shown(20);
            row.pillTone = Tone::Critical;
            rows << row;
        }
    }
    return rows;
}

QList<Row> certificates(const Facts &facts)
{
    struct Item {
        QString name;
        CertificateInfo certificate;
    };
    QList<Item> items;
    QSet<QByteArray> seen;
    const auto add = [&](const QString &name, const CertificateInfo &certificate) {
        if (!seen.contains(certificate.sha256))
            items << Item{name, certificate};
        seen.insert(certificate.sha256);
    };
    if (facts.certificates.lineages) {
        for (const Lineage &lineage : *facts.certificates.lineages) {
            if (lineage.certificate)
                add(lineage.name.shown(80), *lineage.certificate);
        }
    }
    if (facts.certificates.files) {
        for (const CertificateFile &file : *facts.certificates.files)
            add(file.certificate.names.isEmpty() ? file.path.shown() : file.certificate.names.first().shown(80),
                file.certificate);
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const Item &a, const Item &b) { return a.certificate.notAfter < b.certificate.notAfter; });
    QList<Row> rows;
    for (const Item &item : items) {
        const qint64 left = QDateTime::currentDateTimeUtc().daysTo(item.certificate.notAfter);
        Row row;
        row.key = QString::fromLatin1(item.certificate.sha256.toHex());
        row.lead = format::shortDate(item.certificate.notAfter.toLocalTime().date());
        row.title = item.name;
        row.detail = format::joined({item.certificate.issuer.shown(60), item.certificate.keyType.shown(30)});
        row.pill = left < 0 ? translated(QT_TRANSLATE_NOOP("overview", "expired")) : format::days(left);
        row.pillTone = left < 14 ? Tone::Critical : left < 30 ? Tone::Warning : Tone::Good;
        rows << row;
    }
    return rows;
}

QList<Row> gpus(const QList<Gpu> &gpus)
{
    QList<Row> rows;
    for (const Gpu &gpu : gpus) {
        Row row;
        row.key = QString::number(gpu.index);
        row.title = format::joined({QStringLiteral("GPU %1").arg(gpu.index), format::gpus({gpu})});
        row.detail = translated(QT_TRANSLATE_NOOP("overview", "%1 of %2"))
                         .arg(format::bytes(gpu.memoryUsed), format::bytes(gpu.memoryTotal));
        if (gpu.temperature)
            row.detail =
                format::joined({row.detail, translated(QT_TRANSLATE_NOOP("overview", "%1 °C")).arg(*gpu.temperature)});
        if (gpu.utilisationPercent) {
            row.meter = *gpu.utilisationPercent / 100.0;
            row.trailing = format::percent(*row.meter);
        }
        row.toolTip = gpu.name.shown();
        row.meterNeutral = true;
        rows << row;
    }
    return rows;
}

QList<Row> disks(const QList<FileSystem> &disks)
{
    QList<Row> rows;
    QSet<QString> seen;
    for (const FileSystem &disk : disks) {
        if (seen.contains(disk.device.raw())) // the same disk, bound to another place
            continue;
        seen.insert(disk.device.raw());
        Row row;
        row.key = disk.mountPoint.raw();
        row.title = disk.mountPoint.shown(80);
        row.detail = translated(QT_TRANSLATE_NOOP("overview", "%1 free of %2"))
                         .arg(format::bytes(disk.available), format::bytes(disk.size));
        // What only root may still use counts as used, as df does.
        const qint64 usable = disk.used + disk.available;
        if (usable > 0) {
            row.meter = double(disk.used) / double(usable);
            row.trailing = format::percent(*row.meter);
        }
        row.toolTip = format::joined({disk.device.shown(80), disk.type.shown(30)});
        rows << row;
    }
    return rows;
}

QList<Row> users(const QList<UserAccount> &users)
{
    QList<Row> rows;
    for (const UserAccount &user : users) {
        Row row;
        row.key = user.name.raw();
        row.title = user.name.shown(60);
        if (user.keys) {
            QStringList keys;
            for (const AuthorizedKey &key : *user.keys)
                keys << keyText(key);
            row.detail =
                keys.isEmpty() ? translated(QT_TRANSLATE_NOOP("overview", "no key")) : keys.join(QStringLiteral(", "));
        } else {
            row.detail = translated(QT_TRANSLATE_NOOP("overview", "keys not known: %1")).arg(user.keys.gap().text());
        }
        row.trailing = user.shell.shown(40);
        if (user.mayBecomeRoot) {
            row.pill = user.rootWithoutPassword && user.uid != 0
                           ? translated(QT_TRANSLATE_NOOP("overview", "root without password"))
                           : translated(QT_TRANSLATE_NOOP("overview", "may be root"));
            row.pillTone = user.rootWithoutPassword && user.uid != 0 ? Tone::Warning : Tone::Info;
        }
        row.toolTip = row.detail;
        rows << row;
    }
    return rows;
}

QList<Row> changes(const QList<FactChange> &changes)
{
    QList<Row> rows;
    for (const FactChange &change : changes) {
        Row row;
        row.key = change.subject + u'/' + QString::number(rows.size());
        row.title = change.subject;
        switch (change.kind) {
        case FactChange::Kind::Added:
            row.detail = change.after.shown(200);
            row.pill = translated(QT_TRANSLATE_NOOP("overview", "new"));
            row.pillTone = Tone::Info;
            break;
        case FactChange::Kind::Removed:
            row.detail = change.before.shown(200);
            row.pill = translated(QT_TRANSLATE_NOOP("overview", "gone"));
            row.pillTone = Tone::Muted;
            break;
        case FactChange::Kind::Changed:
            row.detail = translated(QT_TRANSLATE_NOOP("overview", "%1 → %2"))
                             .arg(change.before.shown(100), change.after.shown(100));
            row.pill = translated(QT_TRANSLATE_NOOP("overview", "changed"));
            row.pillTone = Tone::Warning;
            break;
        }
        row.toolTip = row.detail;
        rows << row;
    }
    return rows;
}

} // namespace gw::overview
