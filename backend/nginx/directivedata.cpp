// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/directivedata.h"

#include <QResource>

#include <algorithm>
#include <array>

namespace gw {

namespace {

struct ContextName {
    QByteArrayView name;
    NginxContext context;
};

constexpr std::array contextNames{ContextName{"main", NginxContext::Main},
                                  ContextName{"events", NginxContext::Events},
                                  ContextName{"http", NginxContext::Http},
                                  ContextName{"server", NginxContext::Server},
                                  ContextName{"location", NginxContext::Location},
                                  ContextName{"server.if", NginxContext::ServerIf},
                                  ContextName{"location.if", NginxContext::LocationIf},
                                  ContextName{"limit_except", NginxContext::LimitExcept},
                                  ContextName{"upstream", NginxContext::Upstream},
                                  ContextName{"stream", NginxContext::Stream},
                                  ContextName{"stream.server", NginxContext::StreamServer},
                                  ContextName{"stream.upstream", NginxContext::StreamUpstream},
                                  ContextName{"mail", NginxContext::Mail},
                                  ContextName{"mail.server", NginxContext::MailServer},
                                  ContextName{"mgmt", NginxContext::Mgmt},
                                  ContextName{"match", NginxContext::Match},
                                  ContextName{"acme_issuer", NginxContext::AcmeIssuer},
                                  ContextName{"oidc_provider", NginxContext::OidcProvider},
                                  ContextName{"otel_exporter", NginxContext::OtelExporter},
                                  ContextName{"rtmp", NginxContext::Rtmp},
                                  ContextName{"rtmp.server", NginxContext::RtmpServer},
                                  ContextName{"rtmp.application", NginxContext::RtmpApplication},
                                  ContextName{"rtmp.recorder", NginxContext::RtmpRecorder},
                                  ContextName{"entries", NginxContext::Entries},
                                  ContextName{"lua", NginxContext::Lua}};

/// The part before the separator; the rest stays in text.
QByteArrayView taken(QByteArrayView &text, char separator)
{
    const qsizetype end = text.indexOf(separator);
    const QByteArrayView part = end < 0 ? text : text.first(end);
    text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    return part;
}

NginxContext contextNamed(QByteArrayView name)
{
    const auto found = std::ranges::find(contextNames, name, &ContextName::name);
    Q_ASSERT(found != contextNames.end());
    return found->context;
}

quint64 contextsNamed(QByteArrayView names)
{
    if (names == "any")
        return ~quint64(0);
    quint64 contexts = 0;
    while (!names.isEmpty())
        contexts |= quint64(1) << int(contextNamed(taken(names, ',')));
    return contexts;
}

ArgumentCounts argumentCounts(QByteArrayView text)
{
    ArgumentCounts counts;
    if (text == "flag")
        counts = {.exact = 1 << 1, .flag = true};
    else if (text == "any")
        counts.atLeast = 0;
    else if (text.endsWith('+'))
        counts.atLeast = quint8(text.front() - '0');
    else
        while (!text.isEmpty())
            counts.exact |= quint8(1 << (taken(text, ',').front() - '0'));
    return counts;
}

Inheritance inheritanceNamed(QByteArrayView name)
{
    if (name == "value")
        return Inheritance::Value;
    if (name == "list")
        return Inheritance::List;
    if (name == "unnamed")
        return Inheritance::Unnamed;
    return name == "added" ? Inheritance::Added : Inheritance::Own;
}

Edition editionNamed(QByteArrayView name)
{
    if (name == "plus")
        return Edition::Plus;
    return name == "third" ? Edition::Third : Edition::Free;
}

DirectiveFacts directiveOf(QByteArrayView line, quint16 module)
{
    DirectiveFacts facts;
    facts.module = module;
    facts.name = taken(line, '\t');
    facts.contexts = contextsNamed(taken(line, '\t'));
    facts.arguments = argumentCounts(taken(line, '\t'));
    if (const QByteArrayView body = taken(line, '\t'); body != "-")
        facts.body = contextNamed(body);
    facts.inheritance = inheritanceNamed(taken(line, '\t'));
    facts.once = taken(line, '\t') == "once";
    facts.edition = editionNamed(taken(line, '\t'));
    facts.since = NginxVersion::fromText(taken(line, '\t'));
    facts.deprecated = NginxVersion::fromText(taken(line, '\t'));
    facts.removed = NginxVersion::fromText(taken(line, '\t'));
    facts.defaultValue = taken(line, '\t');
    facts.syntax = taken(line, '\t');
    facts.text = line;
    return facts;
}

/// Calls with every line of a table that is no comment.
template <typename Function>
void forEachLine(QByteArrayView text, Function function)
{
    while (!text.isEmpty()) {
        const QByteArrayView line = taken(text, '\n');
        if (!line.isEmpty() && line.front() != '#')
            function(line);
    }
}

QByteArrayView directivesFile()
{
    static const QByteArray text = QResource(QStringLiteral(":/nginx/directives.tsv")).uncompressedData();
    Q_ASSERT(!text.isEmpty());
    return text;
}

QByteArrayView variablesFile()
{
    static const QByteArray text = QResource(QStringLiteral(":/nginx/variables.tsv")).uncompressedData();
    Q_ASSERT(!text.isEmpty());
    return text;
}

} // namespace

QList<NginxModule> readNginxModules()
{
    QList<NginxModule> modules;
    forEachLine(directivesFile(), [&](QByteArrayView line) {
        if (line.front() != '@')
            return;
        taken(line, '\t');
        const QByteArrayView name = taken(line, '\t');
        const QByteArrayView option = taken(line, '\t');
        modules.append({name, option, line});
    });
    return modules;
}

QList<DirectiveFacts> readNginxDirectives()
{
    QList<DirectiveFacts> directives;
    directives.reserve(2048);
    int module = -1;
    forEachLine(directivesFile(), [&](QByteArrayView line) {
        if (line.front() == '@')
            ++module;
        else
            directives.append(directiveOf(line, quint16(module)));
    });
    return directives;
}

QList<VariableFacts> readNginxVariables()
{
    QList<VariableFacts> variables;
    forEachLine(variablesFile(), [&](QByteArrayView line) {
        VariableFacts facts;
        facts.name = taken(line, '\t');
        facts.module = taken(line, '\t');
        facts.since = NginxVersion::fromText(taken(line, '\t'));
        facts.text = line;
        variables.append(facts);
    });
    return variables;
}

NginxVersion newestKnownNginx()
{
    static const NginxVersion newest = [] {
        NginxVersion version;
        for (const DirectiveFacts &facts : readNginxDirectives())
            version = std::max(version, facts.since);
        return version;
    }();
    return newest;
}

} // namespace gw
