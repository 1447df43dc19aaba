// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/survey/readers.h"

namespace gw {
namespace {

/// The value as a shell would read it: the files are shell scripts, ufw takes quotes and blanks away.
QByteArray valueOf(const SurveySection &section, const QByteArray &name)
{
    QByteArray value = valuesOf(section.content).value(name).trimmed();
    if (value.size() >= 2 && (value.startsWith('"') || value.startsWith('\'')) && value.endsWith(value[0]))
        value = value.mid(1, value.size() - 2);
    return value;
}

} // namespace

Known<UfwSettings> ufwSettingsFrom(const Sections &sections)
{
    const SurveySection *main = sections.find("ufw.file /etc/ufw/ufw.conf");
    if (!main)
        return Gap{sections.find("users") ? Gap::Reason::NotInstalled : Gap::Reason::NotAsked, {}};
    if (const auto gap = sections.gapOf(main))
        return *gap;
    UfwSettings settings;
    settings.enabled = valueOf(*main, "ENABLED").toLower() == "yes";
    const SurveySection *defaults = sections.find("ufw.file /etc/default/ufw");
    if (defaults && !sections.gapOf(defaults)) {
        settings.incoming = untrusted(valueOf(*defaults, "DEFAULT_INPUT_POLICY"));
        settings.filtersIpv6 = valueOf(*defaults, "IPV6").toLower() == "yes";
    }
    return settings;
}

} // namespace gw
