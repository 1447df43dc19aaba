// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace gw::test {

/// The nginx of this machine, or that which $GW_NGINX names (one of tests/nginx/oracles), asked only with -t: it opens
/// no port that a test of ours does not name.
class InstalledNginx {
public:
    struct Verdict {
        bool isAccepted = false;
        QByteArray message; ///< of the first error, without file and line
        QByteArray file;
        int line = 0; ///< 0: nginx named none
        QByteArray printed;
    };

    InstalledNginx();
    /// Why there is none; empty if there is one.
    static QString missing();
    static QString program();
    /// The folder of the modules that its package brings, without a slash at the end.
    static QString modules();
    static bool hasLua();
    /// Those of tests/nginx/oracles have libraries and modules of their own.
    static bool isOfThisComputer() { return !qEnvironmentVariableIsSet("GW_NGINX"); }
    /// What `nginx -V` prints.
    static QByteArray version();
    /// With the lines that load the Lua module, all of them in the first line.
    static QByteArray withLua(const QByteArray &text);

    QString folder() const { return m_folder.path(); }
    /// Writes a file below folder().
    void write(const QString &name, const QByteArray &content);
    /// `nginx -t` on a main file of that text, folder()/nginx.conf.
    Verdict test(const QByteArray &text);
    /// `nginx -T`: all it printed on standard output.
    QByteArray dump(const QByteArray &text);

private:
    QTemporaryDir m_folder;
};

} // namespace gw::test
