// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/build.h"
#include "backend/nginx/config.h"

namespace gw {

/// One line of what `nginx -t` says of a configuration.
struct NginxComplaint {
    enum class Severity {
        Warning,   ///< [warn]: it starts
        Emergency, ///< [emerg]: it does not
    };
    Severity severity = Severity::Emergency;
    int file = 0;     ///< index into NginxConfig::files()
    NginxError error; ///< in nginx's own words
    NginxSpan span;   ///< the bytes it is about; empty: a place between two
    QByteArray place; ///< what nginx names behind its words: "/etc/nginx/nginx.conf:7"; empty: nothing

    /// As nginx prints it: "[emerg] unexpected \"}\" in /etc/nginx/nginx.conf:7".
    QByteArray text() const;
    friend bool operator==(const NginxComplaint &, const NginxComplaint &) = default;
};

/// What `nginx -t` of that build would say, without a look at the system: syntax, includes, names, places and
/// argument counts of directives, values, addresses, regular expressions, variables, and what contradicts what. nginx
/// stops at the first emergency; here it goes on, in the order nginx reads. What is not sure is not said: where
/// modules or files are not known, in host names, certificates, users and all else that only the server knows.
QList<NginxComplaint> checked(const NginxConfig &config, const NginxBuild &build = {});

/// Whether nginx would refuse it.
bool hasEmergency(const QList<NginxComplaint> &complaints);

} // namespace gw
