// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for the tests.
#pragma once
#include "packaging/cmake/pch_core.h"
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>
