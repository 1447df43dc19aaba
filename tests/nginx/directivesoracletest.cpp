// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/directives.h"
#include "tests/nginx/installednginx.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace gw;
using Ending = DirectiveUse::Ending;

/// The table against the nginx of this computer: each probe is a small configuration for `nginx -t`. A sample by
/// default; GW_NGINX_ORACLE=all tries every name in every context, which takes minutes.
class DirectivesOracleTest : public QObject {
    Q_OBJECT

    struct Probe {
        QByteArray name;
        NginxContext context = NginxContext::Main;
        int arguments = 0;
        Ending ending = Ending::Semicolon;
    };
    struct Frame {
        NginxContext context;
        const char *text; ///< with %s where the probe goes
    };
    static constexpr std::array frames{
        Frame{NginxContext::Main, "%s\nevents {} http {}\n"},
        Frame{NginxContext::Events, "events {\n%s\n} http {}\n"},
        Frame{NginxContext::Http, "events {} http {\n%s\n}\n"},
        Frame{NginxContext::Server, "events {} http { server { listen unix:s;\n%s\n} }\n"},
        Frame{NginxContext::Location, "events {} http { server { listen unix:s; location / {\n%s\n} } }\n"},
        Frame{NginxContext::ServerIf, "events {} http { server { listen unix:s; if ($host) {\n%s\n} } }\n"},
        Frame{NginxContext::LocationIf,
              "events {} http { server { listen unix:s; location / { if ($host) {\n%s\n} } } }\n"},
        Frame{NginxContext::LimitExcept,
              "events {} http { server { listen unix:s; location / { limit_except GET {\n%s\n} } } }\n"},
        Frame{NginxContext::Upstream, "events {} http { upstream u { server 127.0.0.1;\n%s\n} }\n"},
        Frame{NginxContext::Stream, "events {} http {} stream {\n%s\n}\n"},
        Frame{NginxContext::StreamServer, "events {} http {} stream { server { listen unix:t;\n%s\n} }\n"},
        Frame{NginxContext::StreamUpstream, "events {} http {} stream { upstream u { server 127.0.0.1:1;\n%s\n} }\n"},
        Frame{NginxContext::Mail, "events {} http {} mail {\n%s\n}\n"},
        Frame{NginxContext::MailServer, "events {} http {} mail { server { listen unix:m; protocol imap;\n%s\n} }\n"},
    };

    QTemporaryDir m_folder;
    QString m_nginx;
    NginxBuild m_build;
    QByteArray m_head = "error_log stderr;\npid p;\n";
    bool m_stream = false;
    bool m_mail = false;

    static const DirectiveTable &table() { return DirectiveTable::nginx(); }

    static QByteArray outputOf(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        process.waitForFinished(600'000);
        return process.readAll();
    }

    bool isPresent(NginxContext context) const
    {
        const bool stream = context == NginxContext::Stream || context == NginxContext::StreamServer ||
                            context == NginxContext::StreamUpstream;
        const bool mail = context == NginxContext::Mail || context == NginxContext::MailServer;
        return (!stream || m_stream) && (!mail || m_mail);
    }

    bool load(const QString &folder, const char *name)
    {
        const QString path = folder + u'/' + QLatin1StringView(name);
        if (!QFile::exists(path))
            return false;
        m_head.prepend("load_module " + QFile::encodeName(path) + ";\n");
        m_build.load(QFile::encodeName(path));
        return true;
    }

    DirectiveCheck judged(const Probe &probe) const
    {
        return table().check({probe.name, probe.context, probe.arguments, probe.ending}, m_build);
    }

    QByteArray configuration(const Probe &probe) const
    {
        QByteArray text = probe.name;
        for (int i = 0; i < probe.arguments; ++i)
            text += " 1";
        text += probe.ending == Ending::Block ? " { }" : ";";
        const auto frame = std::ranges::find(frames, probe.context, &Frame::context);
        return m_head + QByteArray(frame->text).replace("%s", text);
    }

    /// What nginx says of the probes, one after the other; empty where it is none of the words in question.
    QList<QByteArray> answers(const QList<Probe> &probes) const
    {
        for (qsizetype i = 0; i < probes.size(); ++i) {
            QFile file(m_folder.filePath(QString::number(i)));
            if (!file.open(QIODevice::WriteOnly))
                qFatal("cannot write %s", qPrintable(file.fileName()));
            file.write(configuration(probes[i]));
        }
        outputOf(QStringLiteral("sh"),
                 {QStringLiteral("-c"),
                  QStringLiteral("cd \"$1\" && i=0 && while [ $i -lt $2 ]; do "
                                 "\"$0\" -t -p \"$1/\" -c \"$1/$i\" >/dev/null 2>$i.out </dev/null; i=$((i+1)); done"),
                  m_nginx, m_folder.path(), QString::number(probes.size())});
        QList<QByteArray> answers;
        for (qsizetype i = 0; i < probes.size(); ++i) {
            QFile file(m_folder.filePath(QString::number(i) + QStringLiteral(".out")));
            answers.append(file.open(QIODevice::ReadOnly) ? wordsIn(file.readAll(), probes[i].name) : QByteArray());
        }
        return answers;
    }

    static QByteArray wordsIn(const QByteArray &output, const QByteArray &name)
    {
        using Verdict = DirectiveCheck::Verdict;
        for (const Verdict verdict : {Verdict::Unknown, Verdict::NotAllowedHere, Verdict::NotTerminated,
                                      Verdict::NoBlock, Verdict::WrongArguments}) {
            const QByteArray words = DirectiveCheck::words(verdict, name);
            const qsizetype emergency = output.indexOf("[emerg]");
            const qsizetype at = emergency < 0 ? -1 : output.indexOf(words, emergency);
            if (at >= 0 && at < output.indexOf('\n', emergency))
                return words;
        }
        return {};
    }

    /// Every name of the table once. Not those of which the version says too little: one that distributions brought to
    /// some of the older versions, and one that took fewer arguments before (checkmodules.cpp).
    static QList<QByteArray> names()
    {
        static const QByteArrayList open{"keepalive", "max_errors", "max_headers"};
        QList<QByteArray> names;
        for (const DirectiveFacts &facts : table().directives()) {
            if (!open.contains(facts.name) && (names.isEmpty() || names.last() != facts.name))
                names.append(facts.name.toByteArray());
        }
        return names;
    }

    QList<Probe> probesOf(const QByteArray &name, bool all, qsizetype turn) const
    {
        QList<Probe> probes;
        for (std::size_t i = 0; i < frames.size(); ++i) {
            const NginxContext context = frames[i].context;
            if (!isPresent(context))
                continue;
            const Probe plain{name, context, 1, Ending::Semicolon};
            const DirectiveFacts *facts = table().find(name, context, m_build);
            if (!facts) {
                if (all || i == std::size_t(turn) % frames.size())
                    probes.append(plain);
                continue;
            }
            const Ending right = facts->isBlock() ? Ending::Block : Ending::Semicolon;
            const Ending wrong = facts->isBlock() ? Ending::Semicolon : Ending::Block;
            for (int count = 0; count <= 9; ++count) {
                const bool first = count == int(turn % 10) || count == int((turn + 5) % 10);
                if (all || (first && i % 3 == std::size_t(turn) % 3))
                    probes.append({name, context, count, right});
            }
            if (all || (turn + qsizetype(i)) % 7 == 0)
                probes.append({name, context, 1, wrong});
        }
        return probes;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = test::InstalledNginx::missing(); !missing.isEmpty())
            test::skipAll(missing);
        m_nginx = test::InstalledNginx::program();
        const QByteArray printed = outputOf(m_nginx, {QStringLiteral("-V")});
        m_build = NginxBuild::fromPrinted(printed);
        QVERIFY2(m_build.version().isSet() && m_build.isKnown(), printed.constData());
        const QString folder = test::InstalledNginx::modules();
        m_stream = load(folder, "ngx_stream_module.so") || !printed.contains("--with-stream=dynamic");
        m_mail = load(folder, "ngx_mail_module.so") || !printed.contains("--with-mail=dynamic");
        m_stream &= printed.contains("--with-stream");
        m_mail &= printed.contains("--with-mail");
    }

    void table_saysWhatNginxSays()
    {
        const bool all = qEnvironmentVariable("GW_NGINX_ORACLE") == u"all";
        QList<Probe> probes;
        const QList<QByteArray> every = names();
        for (qsizetype i = 0; i < every.size(); i += all ? 1 : 6)
            probes += probesOf(every[i], all, i / (all ? 1 : 6));
        QVERIFY(probes.size() > 300);

        const QList<QByteArray> said = answers(probes);
        QByteArrayList differences;
        QMap<QByteArray, int> kinds;
        for (qsizetype i = 0; i < probes.size(); ++i) {
            const QByteArray expected = DirectiveCheck::words(judged(probes[i]).verdict, probes[i].name);
            ++kinds[QByteArray(said[i]).replace(probes[i].name, "X")];
            if (said[i] != expected)
                differences.append(configuration(probes[i]).simplified() + ": nginx: " + said[i] +
                                   ", table: " + expected);
        }
        printf("nginx %d.%d.%d: %d of %d probes alike\n", m_build.version().major, m_build.version().minor,
               m_build.version().patch, int(probes.size() - differences.size()), int(probes.size()));
        qInfo() << kinds;
        QVERIFY2(differences.isEmpty(), differences.join('\n').constData());
    }
};

GW_REGISTER_TEST(DirectivesOracleTest)
#include "directivesoracletest.moc"
