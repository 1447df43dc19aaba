// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/format.h"

#include "backend/base/overloaded.h"

#include <QCoreApplication>
#include <QLocale>

namespace gw::format {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("format", text);
}

QString counted(qint64 count, const char *one, const char *many)
{
    return count == 1 ? translated(one) : translated(many).arg(count);
}

/// Graphics cards without the maker's name: everybody knows it, and the place is short.
QString shortName(const Gpu &gpu)
{
    QString name = gpu.name.shown(60);
    for (const QLatin1String maker : {QLatin1String("NVIDIA "), QLatin1String("GeForce "), QLatin1String("AMD ")}) {
        if (name.startsWith(maker))
            name.remove(0, maker.size());
    }
    return name;
}

} // namespace

QString age(const QDateTime &time, const QDateTime &now)
{
    const qint64 seconds = time.secsTo(now);
    if (seconds < 2)
        return translated(QT_TRANSLATE_NOOP("format", "just now"));
    if (seconds < 60)
        return translated(QT_TRANSLATE_NOOP("format", "%1 s ago")).arg(seconds);
    if (seconds < 3600)
        return translated(QT_TRANSLATE_NOOP("format", "%1 min ago")).arg(seconds / 60);
    if (seconds < 86400)
        return translated(QT_TRANSLATE_NOOP("format", "%1 h ago")).arg(seconds / 3600);
    return counted(seconds / 86400, QT_TRANSLATE_NOOP("format", "1 day ago"),
                   QT_TRANSLATE_NOOP("format", "%1 days ago"));
}

QString duration(qint64 seconds)
{
    if (seconds < 60)
        return translated(QT_TRANSLATE_NOOP("format", "%1 s")).arg(seconds);
    if (seconds < 3600)
        return translated(QT_TRANSLATE_NOOP("format", "%1 min")).arg(seconds / 60);
    if (seconds < 86400)
        return counted(seconds / 3600, QT_TRANSLATE_NOOP("format", "1 hour"), QT_TRANSLATE_NOOP("format", "%1 hours"));
    return days(seconds / 86400);
}

QString milliseconds(std::chrono::milliseconds time)
{
    if (time.count() < 1000)
        return translated(QT_TRANSLATE_NOOP("format", "%1 ms")).arg(time.count());
    return seconds(time);
}

QString seconds(std::chrono::milliseconds time)
{
    return translated(QT_TRANSLATE_NOOP("format", "%1 s")).arg(QLocale().toString(double(time.count()) / 1000, 'f', 1));
}

QString countdown(qint64 seconds)
{
    const qint64 left = qMax(qint64(0), seconds);
    return QStringLiteral("%1:%2").arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0'));
}

QString clock(const QDateTime &time)
{
    return time.toLocalTime().toString(QStringLiteral("hh:mm:ss"));
}

QString bytes(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < (qint64(10) << 30) ? 1 : 0, QLocale::DataSizeTraditionalFormat);
}

QString percent(double share)
{
    return translated(QT_TRANSLATE_NOOP("format", "%1 %")).arg(qRound(share * 100));
}

QString shortDate(const QDate &date)
{
    return QLocale().toString(date, translated(QT_TRANSLATE_NOOP("format", "d MMM")));
}

QString datePattern()
{
    return translated(QT_TRANSLATE_NOOP("format", "d MMM yyyy"));
}

QString date(const QDate &date)
{
    return QLocale().toString(date, datePattern());
}

QString shortTime(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), translated(QT_TRANSLATE_NOOP("format", "d MMM, hh:mm")));
}

QString days(qint64 days)
{
    return counted(days, QT_TRANSLATE_NOOP("format", "1 day"), QT_TRANSLATE_NOOP("format", "%1 days"));
}

QString joined(const QStringList &facts)
{
    QStringList present = facts;
    present.removeAll(QString());
    return present.join(QStringLiteral(" \u00B7 "));
}

QString gpus(const QList<Gpu> &gpus)
{
    QStringList names;
    QMap<QString, int> count;
    for (const Gpu &gpu : gpus) {
        const QString name = shortName(gpu);
        if (!count[name]++)
            names << name;
    }
    QStringList parts;
    for (const QString &name : names)
        parts << (count[name] == 1 ? name : QStringLiteral("%1 \u00D7 %2").arg(QString::number(count[name]), name));
    return parts.join(QStringLiteral(", "));
}

QString endpoint(const QHostAddress &address, quint16 port)
{
    const QString host = address.protocol() == QAbstractSocket::IPv6Protocol || address == QHostAddress::AnyIPv6
                             ? QStringLiteral("[%1]").arg(address.toString())
                             : address.toString();
    return QStringLiteral("%1:%2").arg(host).arg(port);
}

QString system(const SystemFacts &system)
{
    static const QMap<QString, QString> names{{QStringLiteral("debian"), QStringLiteral("Debian")},
                                              {QStringLiteral("ubuntu"), QStringLiteral("Ubuntu")},
                                              {QStringLiteral("rocky"), QStringLiteral("Rocky Linux")},
                                              {QStringLiteral("almalinux"), QStringLiteral("AlmaLinux")},
                                              {QStringLiteral("rhel"), QStringLiteral("RHEL")},
                                              {QStringLiteral("fedora"), QStringLiteral("Fedora")},
                                              {QStringLiteral("alpine"), QStringLiteral("Alpine")},
                                              {QStringLiteral("arch"), QStringLiteral("Arch Linux")}};
    const QString name = names.value(system.osId.raw());
    if (name.isEmpty())
        return system.osName.shown(60);
    return system.osVersion.isEmpty() ? name : QStringLiteral("%1 %2").arg(name, system.osVersion.shown(20));
}

QString connection(const ConnectionState &state)
{
    return std::visit(
        Overloaded{
            [](const Offline &) { return translated(QT_TRANSLATE_NOOP("format", "Not connected")); },
            [](const Connecting &connecting) {
                if (!connecting.notice.isEmpty())
                    return translated(QT_TRANSLATE_NOOP("format", "ssh says: %1")).arg(connecting.notice.shown(200));
                const qint64 wait = QDateTime::currentDateTimeUtc().secsTo(connecting.nextTry);
                if (connecting.nextTry.isValid() && wait > 0)
                    return translated(QT_TRANSLATE_NOOP("format", "Trying again in %1 s")).arg(wait);
                if (connecting.attempt > 1)
                    return translated(QT_TRANSLATE_NOOP("format", "Reconnecting, attempt %1")).arg(connecting.attempt);
                return translated(QT_TRANSLATE_NOOP("format", "Connecting…"));
            },
            [](const Asking &) { return translated(QT_TRANSLATE_NOOP("format", "Waiting for your answer")); },
            [](const Online &online) {
                if (online.roundTrip.count() <= 0)
                    return translated(QT_TRANSLATE_NOOP("format", "Connected"));
                return joined({translated(QT_TRANSLATE_NOOP("format", "Connected")), milliseconds(online.roundTrip)});
            },
            [](const Failed &) { return translated(QT_TRANSLATE_NOOP("format", "Not reached")); },
        },
        state);
}

Tone connectionTone(const ConnectionState &state)
{
    return std::visit(
        Overloaded{[](const Offline &) { return Tone::Muted; }, [](const Connecting &) { return Tone::Info; },
                   [](const Asking &) { return Tone::Warning; }, [](const Online &) { return Tone::Good; },
                   [](const Failed &) { return Tone::Critical; }},
        state);
}

} // namespace gw::format
