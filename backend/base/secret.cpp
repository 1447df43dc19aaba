// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/secret.h"

#include <cstring>
#include <utility>

namespace gw {

Secret::Secret(Secret &&other) noexcept : m_bytes(other.m_bytes)
{
    other.wipe(); // a short std::string lives inside the object: moving would leave a copy behind
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_bytes = other.m_bytes;
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = other.m_bytes;
        other.wipe();
    }
    return *this;
}

void Secret::wipe() noexcept
{
    ::explicit_bzero(m_bytes.data(), m_bytes.capacity());
    m_bytes.clear();
}

} // namespace gw
