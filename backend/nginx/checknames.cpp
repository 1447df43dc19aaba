// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/checknames.h"

namespace gw::nginxcheck {

static NameTable::Outcome inserted(QSet<QByteArray> &names, const QByteArray &name)
{
    const qsizetype before = names.size();
    names.insert(name);
    return names.size() > before ? NameTable::Outcome::Added : NameTable::Outcome::Taken;
}

NameTable::Outcome NameTable::add(const QByteArray &name)
{
    if (name.count('*') > 1 || name.contains(".."))
        return Outcome::Invalid;
    if (name.size() > 1 && name.startsWith('.')) {
        // ".a" is "a", too.
        const Outcome exact = inserted(m_exact, name.mid(1));
        return exact == Outcome::Added ? inserted(m_heads, name.mid(1)) : exact;
    }
    if (name.size() > 2 && name.startsWith("*."))
        return inserted(m_heads, name.mid(2));
    if (name.size() > 2 && name.endsWith(".*"))
        return inserted(m_tails, name.chopped(2));
    return name.contains('*') ? Outcome::Invalid : inserted(m_exact, name);
}

} // namespace gw::nginxcheck
