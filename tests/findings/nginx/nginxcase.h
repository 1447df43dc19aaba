// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/nginx/nginxview.h"

namespace gw::test {

/// A finding that a case expects: at a line, of one of these severities ("high", "low/medium").
struct ExpectedFinding {
    int line = 0;
    QString severities;
};

/// One configuration that a rule is tried on (cases/README.md).
struct NginxCase {
    QString rule; ///< "nginx.alias-traversal"
    QString name;
    QByteArray text; ///< the whole main file
    ReviewScope scope;
    QString version;          ///< of nginx; empty: not known
    QString tlsLibrary;       ///< "OpenSSL 3.0.11"
    QString testResult;       ///< what nginx -t says; "passes"; empty: nobody asked it
    Facts server;             ///< what is known beside nginx; nothing else listens than is said
    bool isRefused = false;   ///< nginx does not take it, whichever there is
    bool isUnchecked = false; ///< the rule cannot look everywhere
    QList<ExpectedFinding> expected;

    Facts facts() const { return facts(text); }
    /// The same with another text.
    Facts facts(const QByteArray &other) const;
};

/// All of cases/*.conf, each file the cases of the rule that it is named after; a broken one ends the test program.
QList<NginxCase> nginxCases();

/// "7 high, 9 low"
QString listOf(const QList<ExpectedFinding> &findings);
/// Those of the rule; fails the test if it could not look everywhere.
QList<Finding> findingsIn(const NginxCase &nginxCase);

} // namespace gw::test
