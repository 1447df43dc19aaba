// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <string>

namespace gw {

/// A password, passphrase or one-time code. Its bytes are wiped when it goes; it has no conversion to QString,
/// no debug output and no place in any stored value.
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes) : m_bytes(bytes.data(), size_t(bytes.size())) {}
    Secret(const Secret &) = default;
    Secret(Secret &&other) noexcept;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret() { wipe(); }

    QByteArrayView bytes() const { return {m_bytes.data(), qsizetype(m_bytes.size())}; }
    const char *cString() const { return m_bytes.c_str(); }
    bool isEmpty() const { return m_bytes.empty(); }

    friend bool operator==(const Secret &, const Secret &) = default;

private:
    void wipe() noexcept;
    std::string m_bytes;
};

} // namespace gw
