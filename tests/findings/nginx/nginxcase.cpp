// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/findings/nginx/nginxcase.h"

#include "backend/findings/nginx/nginxrule.h"
#include "tests/findings/serverfacts.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace gw::test {
namespace {

using namespace Qt::StringLiterals;

/// What stands around a piece, and where nginx takes a piece of that kind.
struct Around {
    QByteArrayView before;
    QByteArrayView after;
};

Around aroundPieceIn(const QByteArray &place)
{
    if (place == "main")
        return {"", ""};
    if (place == "http")
        return {"events {}\nhttp {\n", "}\n"};
    if (place == "server")
        return {"events {}\nhttp {\nserver {\nlisten 8080;\n", "}\n}\n"};
    if (place == "tls")
        return {"events {}\nhttp {\nserver {\nlisten 8443 ssl;\nssl_certificate cert.pem;\nssl_certificate_key "
                "key.pem;\n",
                "}\n}\n"};
    if (place == "location")
        return {"events {}\nhttp {\nserver {\nlisten 8080;\nlocation /here/ {\n", "}\n}\n}\n"};
    qFatal("no place for a case: %s", place.constData());
}

/// One case as it is written: its settings, its place and its lines.
class CaseReader {
public:
    CaseReader(const QString &rule, const QString &name)
    {
        m_case.rule = rule;
        m_case.name = name;
        m_case.server.listeners = QList<Listener>();
        m_case.server.fromFolder = true;
    }

    void add(const QByteArray &line)
    {
        if (line.startsWith("#: "))
            set(line.mid(3).trimmed());
        else
            m_lines.append(line);
    }

    NginxCase made()
    {
        while (!m_lines.isEmpty() && m_lines.last().trimmed().isEmpty())
            m_lines.removeLast();
        const Around around = aroundPieceIn(m_place);
        m_case.text = m_modules + around.before.toByteArray() + m_lines.join('\n') + '\n' + around.after.toByteArray();
        readExpected();
        return m_case;
    }

private:
    void set(const QByteArray &setting)
    {
        const QByteArray key = setting.split(' ').first();
        const QString value = QString::fromUtf8(setting.mid(key.size() + 1));
        if (key == "in")
            m_place = value.toLatin1();
        else if (key == "profile")
            m_case.scope.profile = value == u"strict"_s ? ReviewProfile::Strict : ReviewProfile::Cis;
        else if (key == "option")
            m_case.scope.options.insert(m_case.rule + u'.' + value.section(u'=', 0, 0), value.section(u'=', 1));
        else if (key == "nginx")
            m_case.version = value;
        else if (key == "openssl")
            m_case.tlsLibrary = u"OpenSSL "_s + value;
        else if (key == "modules")
            load(value);
        else if (key == "refused")
            m_case.isRefused = true;
        else if (key == "listens")
            listen(value);
        else if (key == "lineage")
            keep(value);
        else if (key == "certificate")
            serve(value);
        else if (key == "self-signed") {
            serve(value);
            m_case.server.certificates.files->last().certificate.selfSigned = true;
        } else if (key == "folder")
            enter(value);
        else if (key == "test")
            m_case.testResult = value;
        else if (key == "package")
            m_case.server.packages = PackageFacts{{}, {{UntrustedText(u"nginx"_s), UntrustedText(value)}}, {}, {}};
        else if (key == "unchecked")
            m_case.isUnchecked = true;
        else if (key == "no-includes")
            m_case.scope.includes = ReviewScope::Includes::LeaveAside;
        else
            qFatal("no setting of a case: %s", setting.constData());
    }

    /// "127.0.0.1:8000 python3 -m vllm.entrypoints.openai.api_server"
    void listen(const QString &value)
    {
        const QString address = value.section(u' ', 0, 0).remove(u'[').remove(u']');
        const QString command = value.section(u' ', 1);
        Listener listener = listening(address.section(u':', 0, -2), address.section(u':', -1).toUShort(),
                                      command.section(u' ', 0, 0).section(u'/', -1));
        listener.commandLine = UntrustedText(command);
        m_case.server.listeners->append(listener);
    }

    /// "a.example webroot": one of Certbot's, with its authenticator
    void keep(const QString &value)
    {
        const QString name = value.section(u' ', 0, 0);
        CertificateInfo certificate;
        certificate.names = {UntrustedText(name)};
        if (!m_case.server.certificates.lineages)
            m_case.server.certificates.lineages = QList<Lineage>();
        m_case.server.certificates.lineages->append(
            lineage(name, certificate, "authenticator = " + value.section(u' ', 1).toLatin1() + '\n'));
    }

    /// "/etc/nginx/cert.pem a.example *.b.example": a file, and the names that it is for
    void serve(const QString &value)
    {
        CertificateFile file;
        file.path = RemotePath(value.section(u' ', 0, 0).toUtf8());
        for (const QString &name : value.section(u' ', 1).split(u' '))
            file.certificate.names.append(UntrustedText(name));
        if (!m_case.server.certificates.files)
            m_case.server.certificates.files = QList<CertificateFile>();
        m_case.server.certificates.files->append(file);
    }

    /// "/home/ada 750 ada ada": its mode, owner and group
    void enter(const QString &value)
    {
        UserAccount account;
        account.name = UntrustedText(value.section(u' ', 2, 2));
        account.keyFolders = {{RemotePath(value.section(u' ', 0, 0).toUtf8()),
                               value.section(u' ', 1, 1).toInt(nullptr, 8), account.name,
                               UntrustedText(value.section(u' ', 3, 3))}};
        if (!m_case.server.users)
            m_case.server.users = QList<UserAccount>();
        m_case.server.users->append(account);
    }

    /// All in one line; it counts like the others.
    void load(const QString &names)
    {
        for (const QString &name : names.split(u' '))
            m_modules += u"load_module /usr/lib/nginx/modules/ngx_%1_module.so; "_s.arg(name).toLatin1();
        m_modules += '\n';
    }

    /// "#! high" stands behind the line that is meant, "#!v high" on a line before it, "#!^ high" on a line behind.
    void readExpected()
    {
        static const QRegularExpression mark(u"#!([v^]?) ([a-z/]+)"_s);
        int number = 0;
        for (const QByteArray &line : m_case.text.split('\n')) {
            ++number;
            auto marks = mark.globalMatch(QString::fromLatin1(line));
            while (marks.hasNext()) {
                const QRegularExpressionMatch each = marks.next();
                const int shift = each.captured(1) == u"v" ? 1 : each.captured(1) == u"^" ? -1 : 0;
                m_case.expected.append({number + shift, each.captured(2)});
            }
        }
    }

    NginxCase m_case;
    QByteArray m_place = "server";
    QByteArray m_modules;
    QByteArrayList m_lines;
};

QList<NginxCase> casesIn(const QFileInfo &info)
{
    QFile file(info.filePath());
    if (!file.open(QFile::ReadOnly))
        qFatal("cannot read %s", qPrintable(info.filePath()));
    QList<NginxCase> cases;
    std::optional<CaseReader> reader;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("## ")) {
            if (reader)
                cases.append(reader->made());
            reader.emplace(u"nginx."_s + info.completeBaseName(), QString::fromUtf8(line.mid(3)));
        } else if (reader) {
            reader->add(line);
        }
    }
    if (reader)
        cases.append(reader->made());
    return cases;
}

} // namespace

Facts NginxCase::facts(const QByteArray &other) const
{
    NginxFacts nginx;
    nginx.version = UntrustedText(version);
    nginx.tlsLibrary = UntrustedText(tlsLibrary);
    nginx.tested = !testResult.isEmpty();
    nginx.testPassed = testResult == u"passes"_s;
    nginx.testResult = UntrustedText(testResult);
    FileFact file;
    file.path = RemotePath(QByteArray("/etc/nginx/nginx.conf"));
    file.content = other;
    nginx.tree = QList<FileFact>{file};
    Facts facts = server;
    facts.nginx = nginx;
    return facts;
}

QList<NginxCase> nginxCases()
{
    QList<NginxCase> cases;
    const QDir folder(QStringLiteral(GW_SOURCE_DIR "/tests/findings/nginx/cases"));
    for (const QFileInfo &file : folder.entryInfoList({u"*.conf"_s}, QDir::Files, QDir::Name))
        cases += casesIn(file);
    return cases;
}

QString listOf(const QList<ExpectedFinding> &findings)
{
    QStringList list;
    for (const ExpectedFinding &finding : findings)
        list.append(u"%1 %2"_s.arg(finding.line).arg(finding.severities));
    return list.join(u", "_s);
}

QList<Finding> findingsIn(const NginxCase &nginxCase)
{
    const Facts facts = nginxCase.facts();
    const Known<NginxView> view = NginxView::of(facts, nginxCase.scope);
    const RuleOutcome outcome = gw::outcomeOf(*rule(nginxCase.rule).nginx, *view);
    const auto *findings = std::get_if<QList<Finding>>(&outcome);
    if (nginxCase.isUnchecked != !findings)
        QTest::qFail("it is not so that the rule could look everywhere", __FILE__, __LINE__);
    if (findings)
        return *findings;
    if (const auto *part = std::get_if<PartlyChecked>(&outcome); part && nginxCase.isUnchecked)
        return part->findings;
    if (nginxCase.isUnchecked)
        return {};
    const auto *why = std::get_if<NotChecked>(&outcome);
    QTest::qFail(qPrintable(u"the rule could not look: "_s + (why ? why->reason : QString())), __FILE__, __LINE__);
    return {};
}

} // namespace gw::test
