// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/version.h"

#include <bitset>

namespace gw {

/// Which nginx is meant: its version, its edition, and the modules it has compiled in or loads.
/// An empty one means "any": nothing that some version, edition or module has is called unknown.
class NginxBuild {
public:
    static constexpr std::size_t maxModules = 256;

    enum class Presence : quint8 { No, Maybe, Yes };

    NginxBuild() = default;
    /// A version alone; which modules are there stays open.
    explicit NginxBuild(NginxVersion version) : m_version(version) {}
    /// From what `nginx -V` prints: version, edition, and modules by the configure arguments.
    static NginxBuild fromPrinted(QByteArrayView printed);

    /// A `load_module` line: the file's path or name. A file the table does not know makes any directive possible.
    void load(QByteArrayView file);

    NginxVersion version() const { return m_version; }
    /// True for the commercial subscription ("nginx-plus-r31" in the version line).
    bool isCommercial() const { return m_commercial; }
    /// Code is in it that the directive table does not know: --add-module, or an unknown file loaded.
    bool hasForeignCode() const { return m_foreign; }
    /// Its configure arguments are known, so what it has not is unknown to it.
    bool isKnown() const { return m_known; }
    /// Whether it has that module, an index in DirectiveTable::modules().
    Presence presence(quint16 module) const;

private:
    NginxVersion m_version;
    bool m_known = false;
    bool m_commercial = false;
    bool m_foreign = false;
    std::bitset<maxModules> m_modules;
};

} // namespace gw
