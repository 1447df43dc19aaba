// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gw {

/// A release of OpenSSH: 9.2. Ordered; 0.0 stands for "not known" and for "always".
struct SshdRelease {
    int major = 0;
    int minor = 0;
    friend auto operator<=>(const SshdRelease &, const SshdRelease &) = default;
};

/// What a server says about its sshd: "OpenSSH_9.2p1 Debian-2+deb12u5, OpenSSL 3.0.15".
struct SshdVersion {
    SshdRelease release;
    QString vendor; ///< "Debian-2+deb12u5", "Ubuntu-3ubuntu13.5"; empty if the banner names none

    static SshdVersion parse(const QString &banner);
    /// From a package: "1:9.2p1-2+deb12u5" on `osId` "debian".
    static SshdVersion fromPackage(const QString &packageVersion, const QString &osId);

    bool isKnown() const { return release != SshdRelease{}; }
    bool isAtLeast(int major, int minor) const { return release >= SshdRelease{major, minor}; }
    /// "OpenSSH 9.2"
    QString shown() const;
    friend bool operator==(const SshdVersion &, const SshdVersion &) = default;
};

/// Orders two package versions by the rules of dpkg (deb-version(7)), which agree with rpm's for OpenSSH's versions:
/// negative, zero or positive.
int comparePackageVersions(const QString &a, const QString &b);

} // namespace gw
