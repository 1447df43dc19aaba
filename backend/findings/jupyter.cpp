// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/jupyter.h"

#include "backend/findings/check.h"

#include <optional>

namespace gw {
namespace {

using namespace Qt::StringLiterals;

/// One option, wherever it was set last.
struct Setting {
    std::optional<bool> isEmpty; ///< not set at all: nullopt
    SourceRange where;
    QString text;

    void take(const QString &value, const SourceRange &place, const QString &line)
    {
        isEmpty = value.isEmpty();
        where = place;
        text = line.trimmed();
    }
};

class Settings {
public:
    explicit Settings(const AiService &service)
    {
        for (const FileFact &file : service.files)
            readFile(file);
        readCommandLine(service.commandLine.raw());
    }

    JupyterLogin login() const
    {
        const bool hasPassword = !m_password.isEmpty.value_or(true) || !m_hashedPassword.isEmpty.value_or(true);
        const bool tokenIsOff = m_token.isEmpty.value_or(false);
        if (hasPassword || !tokenIsOff)
            return {};
        return {false, m_token.where, UntrustedText(m_token.text)};
    }

private:
    /// `c.ServerApp.token = ''` in Python, `"token": ""` in JSON.
    void readFile(const FileFact &file)
    {
        static const QRegularExpression python(
            u"^\\s*c\\.\\w+\\.(token|password|hashed_password)\\s*=\\s*[bru]?(.*)$"_s);
        static const QRegularExpression json(u"^\\s*\"(token|password|hashed_password)\"\\s*:\\s*(.*)$"_s);
        const QStringList lines = QString::fromUtf8(file.content).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            for (const QRegularExpression &pattern : {python, json}) {
                if (const auto match = pattern.match(lines[i]); match.hasMatch())
                    set(match.captured(1), valueOf(match.captured(2)), lineOf(file.path, int(i) + 1), lines[i]);
            }
        }
    }

    /// `--ServerApp.token=''`, `--NotebookApp.password=`; `--token` of old releases.
    void readCommandLine(const QString &line)
    {
        static const QRegularExpression option(
            u"(--(?:\\w+\\.)?(token|password|hashed_password)(?:=|\\s+(?!-)))(\\S*)"_s);
        for (auto it = option.globalMatch(line); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            set(match.captured(2), valueOf(match.captured(3)), {}, match.captured(0));
        }
    }

    void set(const QString &name, const QString &value, const SourceRange &where, const QString &line)
    {
        if (name == u"token"_s)
            m_token.take(value, where, line);
        else if (name == u"password"_s)
            m_password.take(value, where, line);
        else
            m_hashedPassword.take(value, where, line);
    }

    /// Without quotes, a trailing comma or comment.
    static QString valueOf(const QString &written)
    {
        static const QRegularExpression quoted(u"^(['\"])(.*?)\\1"_s);
        const QString text = written.trimmed();
        if (const auto match = quoted.match(text); match.hasMatch())
            return match.captured(2);
        const QString bare = text.section(u'#', 0, 0).section(u',', 0, 0).trimmed();
        return bare == u"None"_s || bare == u"null"_s ? QString() : bare;
    }

    Setting m_token;
    Setting m_password;
    Setting m_hashedPassword; ///< of jupyter_server 2.0 and newer
};

} // namespace

JupyterLogin jupyterLogin(const AiService &service)
{
    return Settings(service).login();
}

} // namespace gw
