// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/untrustedtext.h"

#include <variant>

namespace gw {

/// Why a fact is not there.
struct Gap {
    enum class Reason { NotAsked, NotInstalled, NeedsRoot, TimedOut, TooLarge, Failed };
    Reason reason = Reason::NotAsked;
    UntrustedText detail; ///< what the command said, if anything

    /// "needs root", "not installed" …, translated.
    QString text() const;
    friend bool operator==(const Gap &, const Gap &) = default;
};

/// A fact, or why it is not known. Nothing is ever silently empty.
template <typename T>
class Known {
public:
    Known() = default;
    Known(Gap gap) : m_state(std::move(gap)) {}
    Known(T value) : m_state(std::move(value)) {}

    explicit operator bool() const { return std::holds_alternative<T>(m_state); }
    const T &operator*() const { return *std::get_if<T>(&m_state); }
    T &operator*() { return *std::get_if<T>(&m_state); }
    const T *operator->() const { return std::get_if<T>(&m_state); }
    T *operator->() { return std::get_if<T>(&m_state); }
    const Gap &gap() const { return *std::get_if<Gap>(&m_state); }

    friend bool operator==(const Known &, const Known &) = default;

private:
    std::variant<Gap, T> m_state;
};

} // namespace gw
