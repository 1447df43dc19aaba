// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nginx/installednginx.h"

#include "backend/nginx/directivedata.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

namespace gw::test {
namespace {

QProcess *started(QProcess &process, const QString &folder, const QString &flag)
{
    process.start(InstalledNginx::program(),
                  {flag, QStringLiteral("-p"), folder, QStringLiteral("-c"), folder + QStringLiteral("/nginx.conf"),
                   QStringLiteral("-g"), QStringLiteral("error_log stderr; pid %1/pid;").arg(folder)});
    process.waitForFinished(20000);
    return &process;
}

} // namespace

InstalledNginx::InstalledNginx()
{
    QDir(m_folder.path()).mkpath(QStringLiteral("logs"));
}

QString InstalledNginx::program()
{
    if (const QString named = qEnvironmentVariable("GW_NGINX"); !named.isEmpty())
        return named;
    return QStandardPaths::findExecutable(QStringLiteral("nginx"),
                                          {QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")});
}

QString InstalledNginx::missing()
{
    if (program().isEmpty())
        return QStringLiteral("nginx is not installed");
    if (QFileInfo::exists(program())) {
        // Debian's newest grows; the table of directives follows by hand.
        const bool isTooNew = newestKnownNginx() < NginxVersion::fromText(version());
        return isTooNew ? QStringLiteral("nginx is newer than what our table of directives knows") : QString();
    }
    QFile why(QFileInfo(program()).path() + QStringLiteral(".missing"));
    if (why.open(QFile::ReadOnly))
        return QString::fromUtf8(why.readAll()).trimmed();
    return program() + QStringLiteral(" is not there; tests/nginx/oracles/fetch fetches it");
}

QString InstalledNginx::modules()
{
    const QString own = QFileInfo(program()).path() + QStringLiteral("/root/usr/lib/nginx/modules");
    return QFileInfo::exists(own) ? own : QStringLiteral("/usr/lib/nginx/modules");
}

bool InstalledNginx::hasLua()
{
    return QFileInfo::exists(modules() + QStringLiteral("/ngx_http_lua_module.so"));
}

QByteArray InstalledNginx::version()
{
    QProcess process;
    process.start(program(), {QStringLiteral("-V")});
    process.waitForFinished(20000);
    return process.readAllStandardError();
}

QByteArray InstalledNginx::withLua(const QByteArray &text)
{
    const QByteArray folder = QFile::encodeName(modules());
    return "load_module " + folder + "/ndk_http_module.so; load_module " + folder + "/ngx_http_lua_module.so; " + text;
}

void InstalledNginx::write(const QString &name, const QByteArray &content)
{
    const QString path = folder() + QLatin1Char('/') + name;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

InstalledNginx::Verdict InstalledNginx::test(const QByteArray &text)
{
    write(QStringLiteral("nginx.conf"), text);
    QProcess process;
    started(process, folder(), QStringLiteral("-t"));
    Verdict verdict;
    verdict.printed = process.readAllStandardError();
    verdict.isAccepted = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    // Bytes of the file may be in the message: Latin-1 keeps them all.
    static const QRegularExpression error(
        QStringLiteral("\\[(?:emerg|crit|error)\\] (?:[0-9]+#[0-9]+: )?(.*?)(?: in (/[^\\n]*):([0-9]+))?\\n"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = error.match(QString::fromLatin1(verdict.printed));
    if (match.hasMatch()) {
        verdict.message = match.captured(1).toLatin1();
        verdict.file = match.captured(2).toLatin1();
        verdict.line = match.captured(3).toInt();
    }
    return verdict;
}

QByteArray InstalledNginx::dump(const QByteArray &text)
{
    write(QStringLiteral("nginx.conf"), text);
    QProcess process;
    return started(process, folder(), QStringLiteral("-T"))->readAllStandardOutput();
}

} // namespace gw::test
