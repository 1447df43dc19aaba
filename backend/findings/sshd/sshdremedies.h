// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/finding.h"
#include "backend/plan/intent.h"

#include <algorithm>

namespace gw {

/// A text as an argument of a template.
template <size_t size>
struct SshdText {
    constexpr SshdText(const char (&written)[size]) { std::copy_n(written, size, text); }
    char text[size];
};

/// One global setting; empty for a finding about a line in a Match block, which a global one does not mend, and for a
/// keyword that this release does not know.
QList<Intent> sshdSetting(const Facts &facts, const Finding &finding, const char *keyword, const char *value);

/// The remedy of a rule that one setting mends: setsSshd<"X11Forwarding", "no">.
template <SshdText keyword, SshdText value>
QList<Intent> setsSshd(const Facts &facts, const Finding &finding)
{
    return sshdSetting(facts, finding, keyword.text, value.text);
}

/// What is offered without what any rule about `keyword` ("macs", "kexalgorithms", …) finds in the list; all of them
/// have the same remedy, so that they never contradict each other.
QList<Intent> soundAlgorithms(const Facts &facts, const Finding &finding, const char *keyword);

template <SshdText keyword>
QList<Intent> limitsAlgorithms(const Facts &facts, const Finding &finding)
{
    return soundAlgorithms(facts, finding, keyword.text);
}

/// `mode` without the right to write for group and others, and this owner.
SetFileMode onlyOwnerWrites(const RemotePath &path, const FileAttributes &before, const QByteArray &owner);

} // namespace gw
