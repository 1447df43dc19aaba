// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/directives.h"

#include "backend/nginx/directivedata.h"

#include <algorithm>

namespace gw {

using Presence = NginxBuild::Presence;
using Verdict = DirectiveCheck::Verdict;

static Presence presenceOf(const DirectiveFacts &facts, const NginxBuild &build)
{
    if (!facts.existsIn(build.version())) {
        // What is free since a version was the commercial edition's before, often.
        const bool early = build.isCommercial() && build.version() < facts.since;
        return early ? Presence::Maybe : Presence::No;
    }
    if (facts.edition == Edition::Plus && build.isKnown())
        return build.isCommercial() ? Presence::Yes : Presence::No;
    return build.presence(facts.module);
}

static bool holdsIn(const DirectiveFacts &facts, NginxContext context, const NginxBuild &build)
{
    return facts.standsIn(context) && presenceOf(facts, build) != Presence::No;
}

/// In the order in which ngx_conf_handler() looks.
static Verdict verdictOf(const DirectiveFacts &facts, const DirectiveUse &use)
{
    if (!facts.isBlock() && use.ending == DirectiveUse::Ending::Block)
        return Verdict::NotTerminated;
    if (facts.isBlock() && use.ending != DirectiveUse::Ending::Block)
        return Verdict::NoBlock;
    return facts.arguments.accepts(use.arguments) ? Verdict::Right : Verdict::WrongArguments;
}

/// Modules of others grow without their version being seen: a name like theirs ("js_…") may be a newer directive.
static bool soundsLikeForeignModule(std::span<const DirectiveFacts> all, QByteArrayView name, const NginxBuild &build)
{
    const qsizetype stem = name.indexOf('_') + 1;
    return stem > 1 && std::ranges::any_of(all, [&](const DirectiveFacts &facts) {
               return facts.edition == Edition::Third && facts.name.startsWith(name.first(stem)) &&
                      build.presence(facts.module) == Presence::Yes;
           });
}

DirectiveTable::DirectiveTable()
    : m_modules(readNginxModules()), m_directives(readNginxDirectives()), m_variables(readNginxVariables())
{
    Q_ASSERT(std::size_t(m_modules.size()) <= NginxBuild::maxModules);
    std::ranges::stable_sort(m_directives, {}, &DirectiveFacts::name);
    m_names.reserve(m_directives.size());
    for (qsizetype i = 0; i < m_directives.size(); ++i) {
        Rows &rows = m_names[m_directives[i].name];
        if (rows.count++ == 0)
            rows.first = quint32(i);
    }
}

const DirectiveTable &DirectiveTable::nginx()
{
    static const DirectiveTable table;
    return table;
}

std::span<const DirectiveFacts> DirectiveTable::named(QByteArrayView name) const
{
    const Rows rows = m_names.value(name);
    return directives().subspan(rows.first, rows.count);
}

const DirectiveFacts *DirectiveTable::find(QByteArrayView name, NginxContext context, const NginxBuild &build) const
{
    const std::span<const DirectiveFacts> rows = named(name);
    const auto row = std::ranges::find_if(rows, [&](const auto &facts) { return holdsIn(facts, context, build); });
    return row == rows.end() ? nullptr : &*row;
}

DirectiveCheck DirectiveTable::check(const DirectiveUse &use, const NginxBuild &build) const
{
    if (use.context == NginxContext::Entries || use.context == NginxContext::Lua)
        return {};
    if (use.context == NginxContext::Foreign)
        return {Verdict::Uncertain};
    const std::span<const DirectiveFacts> rows = named(use.name);
    DirectiveCheck found{Verdict::Unknown, rows.empty() ? nullptr : &rows.front()};
    for (const DirectiveFacts &facts : rows) {
        if (presenceOf(facts, build) == Presence::No)
            continue;
        if (!facts.standsIn(use.context)) {
            if (found.verdict == Verdict::Unknown)
                found = {Verdict::NotAllowedHere, &facts};
            continue;
        }
        const Verdict verdict = verdictOf(facts, use);
        if (verdict == Verdict::Right)
            return {verdict, &facts};
        if (found.verdict == Verdict::Unknown || found.verdict == Verdict::NotAllowedHere)
            found = {verdict, &facts};
    }
    const bool newer = build.version() > newestKnownNginx();
    if (found.verdict == Verdict::Unknown &&
        (build.hasForeignCode() || newer || soundsLikeForeignModule(directives(), use.name, build)))
        found.verdict = Verdict::Uncertain;
    if (found.verdict == Verdict::NotAllowedHere && (build.hasForeignCode() || newer))
        found.verdict = Verdict::Uncertain;
    return found;
}

QList<const DirectiveFacts *> DirectiveTable::allowedIn(NginxContext context, const NginxBuild &build) const
{
    QList<const DirectiveFacts *> allowed;
    for (const DirectiveFacts &facts : m_directives) {
        if (holdsIn(facts, context, build) && (allowed.isEmpty() || allowed.last()->name != facts.name))
            allowed.append(&facts);
    }
    return allowed;
}

static bool isStream(NginxContext context)
{
    return context == NginxContext::Stream || context == NginxContext::StreamServer ||
           context == NginxContext::StreamUpstream;
}

static bool names(const VariableFacts &facts, QByteArrayView name)
{
    if (!facts.isFamily())
        return facts.name == name;
    const QByteArrayView stem = facts.name.chopped(4);
    return name.size() > stem.size() && name.startsWith(stem);
}

const VariableFacts *DirectiveTable::variable(QByteArrayView name, NginxContext context, const NginxBuild &build) const
{
    const VariableFacts *family = nullptr;
    for (const VariableFacts &facts : m_variables) {
        if (facts.module.startsWith("ngx_stream_") != isStream(context) || !names(facts, name) ||
            (build.version().isSet() && build.version() < facts.since))
            continue;
        if (!facts.isFamily())
            return &facts;
        if (!family || family->name.size() < facts.name.size())
            family = &facts;
    }
    return family;
}

QByteArray DirectiveCheck::words(Verdict verdict, QByteArrayView name)
{
    const QByteArray quoted = '"' + name.toByteArray() + '"';
    switch (verdict) {
    case Verdict::Right:
    case Verdict::Uncertain: break;
    case Verdict::Unknown: return "unknown directive " + quoted;
    case Verdict::NotAllowedHere: return quoted + " directive is not allowed here";
    case Verdict::NotTerminated: return "directive " + quoted + " is not terminated by \";\"";
    case Verdict::NoBlock: return "directive " + quoted + " has no opening \"{\"";
    case Verdict::WrongArguments: return "invalid number of arguments in " + quoted + " directive";
    case Verdict::Duplicate: return quoted + " directive is duplicate";
    }
    return {};
}

} // namespace gw
