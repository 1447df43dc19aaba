// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/flows/process.h"

#include <QMap>
#include <QString>
#include <memory>

namespace gw::test {

/// A real server of the lab (tests/lab/README.md). Where there is none, the test is skipped with the reason.
class LabServer {
public:
    /// The one that the fixture lab_STATE keeps for every test: look at it, change nothing.
    static std::unique_ptr<LabServer> shared(const QString &state);
    /// A fresh one for this test alone, to be changed, cut and killed. It goes with this object, or with this process.
    static std::unique_ptr<LabServer> own(const QString &state, const QString &purpose);
    ~LabServer();
    LabServer(const LabServer &) = delete;
    LabServer &operator=(const LabServer &) = delete;

    /// GATEWRIGHT_LAB_<name> of its .env file.
    QString value(const QString &name) const { return m_values.value(name); }
    QString address() const { return value(QStringLiteral("ADDRESS")); }
    /// Its host keys, as known_hosts has them.
    QByteArray hostKeys() const;

    /// Inside, as root, past network and sshd. The line is read by sh.
    Ran exec(const QString &line, const QByteArray &input = {}) const;
    /// The same, for what must succeed; its standard output.
    QByteArray must(const QString &line, const QByteArray &input = {}) const;

    void cut() const { verb(QStringLiteral("cut")); }
    void heal() const { verb(QStringLiteral("heal")); }
    void kill() const { verb(QStringLiteral("kill")); }
    void boot() const { verb(QStringLiteral("boot")); }

private:
    enum class Whose { Everybodys, Own };
    LabServer(Whose whose, const QString &state, const QString &folder);
    bool readEnvironment();
    Ran lab(const QStringList &words, const QByteArray &input = {}) const;
    void verb(const QString &name) const;

    Whose m_whose;
    QString m_state;
    QString m_folder; ///< GATEWRIGHT_LAB_RUN
    QMap<QString, QString> m_values;
};

} // namespace gw::test
