// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/parts/findingkey.h"

#include <QCoreApplication>

namespace gw {

QString FindingKey::text() const
{
    return QStringList{rule.text(), QString::fromUtf8(file.bytes()), QString::number(line), subject}.join(u'\x1f');
}

QString shortPlaceOf(const Finding &finding)
{
    if (finding.where.file.isEmpty())
        return finding.subject;
    const QString name = finding.where.file.shownName();
    return finding.where.line > 0 ? QStringLiteral("%1:%2").arg(name).arg(finding.where.line) : name;
}

QString topicName(const QString &topic)
{
    static const QMap<QString, const char *> names{
        {QStringLiteral("sshd"), QT_TRANSLATE_NOOP("topics", "SSH")},
        {QStringLiteral("ssh"), QT_TRANSLATE_NOOP("topics", "SSH")},
        {QStringLiteral("nginx"), QT_TRANSLATE_NOOP("topics", "nginx")},
        {QStringLiteral("service"), QT_TRANSLATE_NOOP("topics", "Services")},
        {QStringLiteral("services"), QT_TRANSLATE_NOOP("topics", "Services")},
        {QStringLiteral("system"), QT_TRANSLATE_NOOP("topics", "System")},
        {QStringLiteral("exposure"), QT_TRANSLATE_NOOP("topics", "Exposure")},
        {QStringLiteral("firewall"), QT_TRANSLATE_NOOP("topics", "Firewall")},
        {QStringLiteral("certificate"), QT_TRANSLATE_NOOP("topics", "Certificates")},
        {QStringLiteral("certificates"), QT_TRANSLATE_NOOP("topics", "Certificates")},
        {QStringLiteral("users"), QT_TRANSLATE_NOOP("topics", "Users")},
        {QStringLiteral("user"), QT_TRANSLATE_NOOP("topics", "Users")},
        {QStringLiteral("fail2ban"), QT_TRANSLATE_NOOP("topics", "fail2ban")},
        {QStringLiteral("packages"), QT_TRANSLATE_NOOP("topics", "Packages")},
        {QStringLiteral("container"), QT_TRANSLATE_NOOP("topics", "Containers")},
        {QStringLiteral("ai"), QT_TRANSLATE_NOOP("topics", "AI services")},
    };
    const char *name = names.value(topic);
    return name ? QCoreApplication::translate("topics", name) : topic;
}

} // namespace gw
