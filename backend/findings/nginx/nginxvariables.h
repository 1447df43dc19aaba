// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/nginx/nginxlanguage.h"
#include "backend/findings/nginx/nginxregexes.h"
#include "backend/regex/content.h"

namespace gw {

/// What a client can bring into a value.
struct ClientText {
    ByteSet may;       ///< bytes that a client chooses
    ByteSet first;     ///< with which the whole value can begin, whoever chose them
    ByteSet must;      ///< bytes that are in it whatever the client does
    NginxSetting from; ///< what brings it in: a `set`, a map, a location; none: the variable is nginx's own
};

/// The variables and captures of a configuration: where they get their value, and what that may be. What nobody here
/// knows (of other modules, of Lua) is taken to be harmless: it is not reported.
class NginxVariables {
public:
    explicit NginxVariables(const NginxView &view);

    /// Of one variable or capture in a directive at that place; `own` is the pattern of that directive itself (of a
    /// rewrite, of an entry of a map), which its captures come from.
    ClientText clientText(const NginxValuePart &part, NginxSetting at,
                          const std::optional<NginxRegex> &own = std::nullopt) const;
    /// Where $1 … come from in a directive at that place; empty: nothing has matched anything there.
    QList<NginxRegex> capturesFor(NginxSetting at) const;

    /// Everything that sets a variable (its name in lower case, without "$"): `set`, map, geo, split_clients, …
    QList<NginxSetting> settersOf(const QByteArray &name) const { return m_setters.value(name); }

private:
    struct Named {
        NginxRegex pattern;
        int group = 0;
    };
    ClientText ofVariable(const QByteArray &name, NginxSetting at, int depth) const;
    ClientText ofSetter(NginxSetting setter, const QByteArray &name, int depth) const;
    ClientText ofMap(NginxSetting map, int depth) const;
    ClientText ofGroup(const NginxRegex &pattern, int group, NginxSetting at, int depth) const;
    ClientText ofValue(const QByteArray &value, NginxSetting at, const std::optional<NginxRegex> &own, int depth) const;
    ClientText ofPart(const NginxValuePart &part, NginxSetting at, const std::optional<NginxRegex> &own,
                      int depth) const;

    const NginxView &m_view;
    QHash<QByteArray, QList<NginxSetting>> m_setters;
    QHash<QByteArray, QList<Named>> m_groups; ///< named groups
};

} // namespace gw
