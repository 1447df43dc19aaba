// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/base/remotepath.h"

#include "backend/base/untrustedtext.h"

namespace gw {

QString RemotePath::shown() const
{
    return UntrustedText::fromBytes(m_bytes).shown();
}

QString RemotePath::shownName() const
{
    return UntrustedText::fromBytes(m_bytes.mid(m_bytes.lastIndexOf('/') + 1)).shown();
}

} // namespace gw
