// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTest>
#include <functional>

namespace gw::test {

/// Registers a test class under its name; the main of the executable runs the one that the first argument names.
struct Registration {
    Registration(const char *name, std::function<std::unique_ptr<QObject>()> make);
};

/// Ends the test program as "skipped" for ctest, with the reason on standard output.
[[noreturn]] void skipAll(const QString &reason);

} // namespace gw::test

#define GW_REGISTER_TEST(Class)                                                                                        \
    static const gw::test::Registration registrationOf##Class(#Class, [] { return std::make_unique<Class>(); });
