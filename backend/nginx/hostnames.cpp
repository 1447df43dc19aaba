// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/hostnames.h"

namespace gw {

bool NginxHostNames::add(const QByteArray &name, int number)
{
    const QByteArray lower = name.toLower();
    const bool isDotted = lower.size() > 1 && lower.startsWith('.');
    if (isDotted || (lower.size() > 2 && lower.startsWith("*."))) {
        const QByteArray bare = lower.sliced(isDotted ? 1 : 2);
        if (isDotted && m_bareNames.contains(bare))
            return false;
        if (isDotted)
            m_bareNames.insert(bare);
        if (m_leading.contains(bare))
            return false;
        m_leading.insert(bare, {number, isDotted});
        return true;
    }
    if (lower.size() > 2 && lower.endsWith(".*")) {
        const QByteArray stem = lower.chopped(2);
        if (m_trailing.contains(stem))
            return false;
        m_trailing.insert(stem, number);
        return true;
    }
    if (m_bareNames.contains(lower))
        return false;
    m_bareNames.insert(lower);
    m_exact.insert(lower, number);
    return true;
}

std::optional<NginxHostNames::Found> NginxHostNames::find(const QByteArray &host) const
{
    if (const auto exact = m_exact.constFind(host); exact != m_exact.cend())
        return Found{*exact, Kind::Exact};
    if (host.isEmpty())
        return std::nullopt;
    if (const auto bare = m_leading.constFind(host); bare != m_leading.cend() && bare->takesBareName)
        return Found{bare->number, Kind::LeadingWildcard};
    if (!m_leading.isEmpty()) {
        for (qsizetype dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
            if (const auto found = m_leading.constFind(host.sliced(dot + 1)); found != m_leading.cend())
                return Found{found->number, Kind::LeadingWildcard};
        }
    }
    if (!m_trailing.isEmpty()) {
        for (qsizetype dot = host.lastIndexOf('.'); dot > 0; dot = host.lastIndexOf('.', dot - 1)) {
            if (const auto found = m_trailing.constFind(host.first(dot)); found != m_trailing.cend())
                return Found{*found, Kind::TrailingWildcard};
        }
    }
    return std::nullopt;
}

} // namespace gw
