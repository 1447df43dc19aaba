// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/quoting.h"
#include "backend/shell/localshell.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <functional>

namespace gw::test {

/// A server whose login shell is `shell`, and whose answers pass through `wire`.
class LoginShell final : public Shell {
public:
    QByteArrayList shell{"/bin/sh", "-c"};
    QByteArray settings; ///< NAME=value words before the shell
    std::function<void(Output &)> wire;
    Command last;
    int runs = 0;

    Result<Output> run(const Command &command, std::stop_token stop, const Progress &progress = {}) override
    {
        ++runs;
        last = command;
        Command inner = command;
        inner.line = "exec env " + settings + ' ' + shell.join(' ') + ' ' + *quoted(command.line);
        auto output = LocalShell().run(inner, stop, progress);
        if (output && wire)
            wire(*output);
        return output;
    }
    QString description() const override { return QStringLiteral("test"); }
    bool isAlive() const override { return true; }
};

inline void writeFile(const QString &path, const QByteArray &content, QFile::Permissions more = {})
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
    file.setPermissions(file.permissions() | more);
}

} // namespace gw::test
