// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/hostid.h"

#include <QUuid>

namespace gw {

HostId HostId::create()
{
    return HostId(QUuid::createUuid().toString(QUuid::WithoutBraces));
}

} // namespace gw
