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

/// While it lives: how long the longest single event kept the window's thread, in wall time and in CPU time of that
/// thread alone, which other programs of a busy machine cannot lengthen. Milliseconds.
class EventProbe {
public:
    EventProbe();
    ~EventProbe();
    EventProbe(const EventProbe &) = delete;
    EventProbe &operator=(const EventProbe &) = delete;

    double worstWall = 0;
    double worstCpu = 0;
    int events = 0;
    int over16 = 0; ///< events that took more than 16 ms of CPU time
};

} // namespace gw::test

#define GW_REGISTER_TEST(Class)                                                                                        \
    static const gw::test::Registration registrationOf##Class(#Class, [] { return std::make_unique<Class>(); });
