// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/flows/labserver.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QThread>

namespace gw::test {
namespace {

using namespace Qt::StringLiterals;

QString runFolder()
{
    return qEnvironmentVariable("GATEWRIGHT_LAB_RUN", u"/run/gatewright-lab"_s);
}

} // namespace

LabServer::LabServer(Whose whose, const QString &state, const QString &folder)
    : m_whose(whose), m_state(state), m_folder(folder)
{
}

std::unique_ptr<LabServer> LabServer::shared(const QString &state)
{
    std::unique_ptr<LabServer> server(new LabServer(Whose::Everybodys, state, runFolder()));
    if (!server->readEnvironment())
        skipAll(u"no server in the state %1 is up (tests/lab/up %1, as root)"_s.arg(state));
    return server;
}

std::unique_ptr<LabServer> LabServer::own(const QString &state, const QString &purpose)
{
    // Its own folder: nothing that other tests, or a person, have up is touched. `fixture` has a guard that takes the
    // server down when its parent, this process, is gone.
    std::unique_ptr<LabServer> server(new LabServer(Whose::Own, state, runFolder() + u"/flows-"_s + purpose));
    if (!QDir().mkpath(server->m_folder))
        skipAll(u"cannot write %1: the lab needs root"_s.arg(server->m_folder));
    const Ran up = server->lab({u"fixture"_s, u"up"_s, state});
    if (up.exitCode == 77)
        skipAll(QString::fromUtf8(up.err).trimmed());
    if (up.exitCode != 0 || !server->readEnvironment())
        qFatal("the lab did not bring up %s: %s", qPrintable(state), up.all().constData());
    return server;
}

LabServer::~LabServer()
{
    if (m_whose == Whose::Everybodys)
        return;
    if (const Ran down = lab({u"fixture"_s, u"down"_s, m_state}); down.exitCode == 0)
        QDir(m_folder).removeRecursively();
    else
        qWarning("the lab did not take down %s: %s", qPrintable(m_state), down.all().constData());
}

bool LabServer::readEnvironment()
{
    QFile file(m_folder + u'/' + m_state + u".env"_s);
    if (!file.open(QFile::ReadOnly))
        return false;
    static const QString prefix = u"GATEWRIGHT_LAB_"_s;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
        m_values.insert(line.section(u'=', 0, 0).mid(prefix.size()), line.section(u'=', 1));
    return !address().isEmpty();
}

QByteArray LabServer::hostKeys() const
{
    QFile file(value(u"KNOWN_HOSTS"_s));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

Ran LabServer::lab(const QStringList &words, const QByteArray &input) const
{
    return runToEnd(QStringLiteral(GW_SOURCE_DIR "/tests/lab/") + words.first(), words.mid(1), input,
                    {u"GATEWRIGHT_LAB_RUN="_s + m_folder});
}

void LabServer::verb(const QString &name) const
{
    Ran ran;
    for (int attempt = 0; attempt < 3; ++attempt) { // what was killed a moment ago may still be going
        ran = lab({name, m_state});
        if (ran.exitCode == 0)
            return;
        QThread::sleep(1);
    }
    qFatal("tests/lab/%s: %s", qPrintable(name), ran.all().constData());
}

Ran LabServer::exec(const QString &line, const QByteArray &input) const
{
    return lab({u"exec"_s, m_state, u"sh"_s, u"-c"_s, line}, input);
}

QByteArray LabServer::must(const QString &line, const QByteArray &input) const
{
    const Ran ran = exec(line, input);
    if (ran.exitCode != 0)
        qFatal("inside %s: %s: %s", qPrintable(m_state), qPrintable(line), ran.all().constData());
    return ran.out;
}

} // namespace gw::test
