// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gw {

/// `std::visit(Overloaded{…}, variant)`: a forgotten kind is a compile error.
template <typename... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <typename... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>; // clang 14 to 16 do not derive it

} // namespace gw
