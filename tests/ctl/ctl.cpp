// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace gw::test {

using namespace Qt::StringLiterals;

Ctl::Ctl()
{
    if (!m_home.isValid())
        qFatal("no temporary folder");
}

void Ctl::start(QProcess &process, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.remove(u"SSH_AUTH_SOCK"_s);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(qEnvironmentVariable("GW_BUILD_DIR") + u"/gatewrightctl"_s, arguments);
    QVERIFY2(process.waitForStarted(), qPrintable(process.errorString()));
}

CtlResult Ctl::run(const QStringList &arguments) const
{
    QProcess process;
    start(process, arguments);
    if (!process.waitForFinished(90'000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

std::unique_ptr<Store> Ctl::store() const
{
    QDir().mkpath(path(u"data/gatewright"_s));
    auto opened = Store::open(path(u"data/gatewright/gatewright.db"_s));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text()));
    return std::move(opened).value();
}

void put(const QString &root, const QString &path, const QByteArray &content)
{
    const QString name = root + path;
    QDir().mkpath(QFileInfo(name).path());
    QFile file(name);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(name));
    file.write(content);
}

QStringList rulesOf(const QByteArray &jsonReport)
{
    QStringList rules;
    for (const QJsonValue &finding : QJsonDocument::fromJson(jsonReport).array())
        rules += finding.toObject()[u"rule"].toString();
    return rules;
}

} // namespace gw::test
