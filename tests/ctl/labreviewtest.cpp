// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctl.h"
#include "tests/ctl/labserver.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace gw::test;
using namespace Qt::StringLiterals;

/// The whole way: a real server, over SSH, with the real program.
class LabReviewTest : public QObject {
    Q_OBJECT

    Ctl m_ctl;

    CtlResult review(const QString &state, const QByteArray &user, const QStringList &options = {})
    {
        const QMap<QByteArray, QByteArray> server = labServer(state);
        put(m_ctl.path(u"ssh_config"_s), {},
            "Host *\n UserKnownHostsFile " + server["KNOWN_HOSTS"] +
                "\n GlobalKnownHostsFile none\n IdentityAgent none\n IdentitiesOnly yes\n IdentityFile " +
                server["KEY"] + '\n');
        const QString target = QString::fromLatin1(user + '@' + server["ADDRESS"] + ':' + server["PORT"]);
        return m_ctl.run(QStringList{u"review"_s, target, u"--ssh-config"_s, m_ctl.path(u"ssh_config"_s)} + options);
    }

private Q_SLOTS:
    void tutorial_isNamedInEveryPoint()
    {
        const CtlResult result = review(u"tutorial"_s, "root", {u"--format"_s, u"json"_s});
        QVERIFY2(result.exitCode == 1, result.err.constData());
        QStringList found;
        for (const QJsonValue &value : QJsonDocument::fromJson(result.out).array()) {
            const QJsonObject finding = value.toObject();
            found += u"%1 %2"_s.arg(finding[u"rule"].toString(), finding[u"subject"].toString()).trimmed();
        }
        const QStringList needed{u"exposure.open-port 3001/tcp"_s,
                                 u"exposure.open-port 7860/tcp"_s,
                                 u"exposure.open-port 8000/tcp"_s,
                                 u"exposure.open-port 8888/tcp"_s,
                                 u"exposure.no-firewall"_s,
                                 u"ai.jupyter-no-password"_s,
                                 u"services.supervisor-root qwen-chat"_s,
                                 u"services.runs-as-root"_s,
                                 u"services.fail2ban-dead"_s,
                                 u"services.failed-unit model-sync.service"_s,
                                 u"services.listens-on-all-addresses"_s,
                                 u"certificates.expiring chat.tutorial.test"_s,
                                 u"certificates.post-hook"_s,
                                 u"sshd.password-authentication"_s,
                                 u"sshd.root-login"_s,
                                 u"sshd.weak-authorized-key"_s};
        for (const QString &each : needed) {
            const bool there =
                std::any_of(found.cbegin(), found.cend(), [&](const QString &one) { return one.startsWith(each); });
            QVERIFY2(there, qPrintable(u"%1 is not among:\n%2"_s.arg(each, found.join(u'\n'))));
        }
    }

    void hardened_hasNothingOfMediumOrAbove()
    {
        const CtlResult result = review(u"hardened"_s, "ops", {u"--fail-on"_s, u"medium"_s});
        QVERIFY2(result.exitCode == 0, QByteArray(result.out + result.err).constData());
        QVERIFY(!result.out.contains("Not checked"));
    }

    void withoutRoot_nothingIsSilentlyPassed()
    {
        const CtlResult result = review(u"hardened"_s, "dev");
        QVERIFY2(result.exitCode == 0, result.err.constData());
        QVERIFY(result.out.contains("Not checked"));
        QVERIFY(result.out.contains("needs root"));
        QVERIFY(result.err.contains("--ask-root-password"));
    }
};

GW_REGISTER_TEST(LabReviewTest)
#include "labreviewtest.moc"
