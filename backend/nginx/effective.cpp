// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/effective.h"

#include "backend/nginx/defaults.h"

#include <algorithm>
#include <array>
#include <limits>

namespace gw {
namespace {

constexpr quint32 noSlot = std::numeric_limits<quint32>::max();

/// Names that nginx keeps in one place.
QByteArrayView sharedName(QByteArrayView name)
{
    if (name == "alias")
        return "root"; // clcf->root (ngx_http_core_module.c)
    return name == "deny" ? "allow" : name;
}

/// The table says of them that they hold where they stand; their module hands them on to the blocks within
/// (ngx_http_core_merge_loc_conf()).
bool isHandedOn(QByteArrayView name)
{
    return name == "alias" || name == "internal";
}

bool isRewrite(NginxSetting setting)
{
    constexpr std::array names{"if", "rewrite", "return", "set", "break"};
    return std::ranges::any_of(names, [&](const char *name) { return setting.is(name); });
}

bool isUnnamedLocation(NginxContext context)
{
    return context == NginxContext::LocationIf || context == NginxContext::LimitExcept;
}

/// Whether what a module has in the block around is merged into this one.
bool isMergedLevel(NginxContext context)
{
    switch (context) {
    case NginxContext::Server:
    case NginxContext::Location:
    case NginxContext::ServerIf:
    case NginxContext::LocationIf:
    case NginxContext::LimitExcept:
    case NginxContext::StreamServer:
    case NginxContext::MailServer:
    case NginxContext::RtmpServer:
    case NginxContext::RtmpApplication:
    case NginxContext::RtmpRecorder: return true;
    default: return false;
    }
}

bool holdsDirectives(NginxContext context)
{
    return context != NginxContext::Entries && context != NginxContext::Lua;
}

} // namespace

QByteArray EffectiveDirective::value() const
{
    if (isSet())
        return setting().argument(0);
    return defaultValue.toByteArray();
}

NginxEffective::NginxEffective(const NginxConfig &config, const NginxBuild &build)
    : m_config(config), m_build(build), m_table(DirectiveTable::nginx())
{
    readContexts();
    readGroups();
}

const DirectiveFacts *NginxEffective::row(QByteArrayView name, NginxContext context) const
{
    const DirectiveFacts *const here = m_table.find(name, context, m_build);
    return here ? here : m_table.find(name, context);
}

NginxContext NginxEffective::rootContext() const
{
    constexpr std::array candidates{NginxContext::Main,     NginxContext::Http,     NginxContext::Server,
                                    NginxContext::Location, NginxContext::Upstream, NginxContext::Stream};
    std::array<quint32, candidates.size()> strangers{};
    for (const NginxSetting setting : m_config.root().children()) {
        const QByteArray name = setting.name();
        if (m_table.named(name).empty())
            continue;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const DirectiveFacts *const facts = m_table.find(name, candidates[i]);
            strangers[i] += !facts || facts->isBlock() != setting.hasBlock();
        }
    }
    return candidates[std::size_t(std::ranges::min_element(strangers) - strangers.begin())];
}

NginxContext NginxEffective::bodyOf(NginxSetting block, NginxContext around) const
{
    if (block.node().body() == NginxNode::Body::Lua)
        return NginxContext::Lua;
    if (block.node().body() == NginxNode::Body::Entries)
        return NginxContext::Entries;
    const DirectiveFacts *const facts = row(block.name(), around);
    return facts && facts->isBlock() ? facts->bodyIn(around) : NginxContext::Foreign;
}

void NginxEffective::readContexts()
{
    m_contexts.assign(m_config.settingCount(), NginxContext::Foreign);
    m_contexts[0] = rootContext();
    for (quint32 i = 1; i < m_config.settingCount(); ++i) {
        const NginxSetting setting = m_config.setting(i);
        const NginxContext around = m_contexts[setting.parent().index()];
        m_contexts[i] = setting.hasBlock() ? bodyOf(setting, around) : around;
    }
}

quint32 NginxEffective::slotOf(NginxSetting setting)
{
    QByteArrayView written = setting.node().writtenName();
    if (setting.node().isQuoted(-1) || written.contains('\\')) {
        m_decoded.append(setting.name());
        written = m_decoded.last();
    }
    const QByteArrayView name = sharedName(written);
    const auto known = m_slots.constFind(name);
    if (known != m_slots.cend())
        return *known;
    const auto slot = quint32(m_slotNames.size());
    m_slotNames.append(name.toByteArray());
    m_slots.insert(m_slotNames.last(), slot);
    return slot;
}

quint32 NginxEffective::slotOf(QByteArrayView name) const
{
    return m_slots.value(sharedName(name), noSlot);
}

void NginxEffective::readGroups()
{
    const quint32 count = m_config.settingCount();
    m_groupBegin.resize(count + 1);
    std::vector<std::pair<quint32, quint32>> found; // slot, setting
    for (quint32 i = 0; i < count; ++i) {
        m_groupBegin[i] = quint32(m_groups.size());
        const NginxSetting block = m_config.setting(i);
        if ((i > 0 && !block.hasBlock()) || !holdsDirectives(m_contexts[i]))
            continue;
        found.clear();
        for (const NginxSetting setting : block.children())
            found.emplace_back(slotOf(setting), setting.index());
        std::ranges::sort(found);
        for (const auto &[slot, setting] : found) {
            if (m_groups.size() == m_groupBegin[i] || m_groups.back().slot != slot)
                m_groups.push_back({slot, quint32(m_members.size()), 0});
            m_members.push_back(setting);
            m_groups.back().end = quint32(m_members.size());
        }
    }
    m_groupBegin[count] = quint32(m_groups.size());
}

NginxContext NginxEffective::contextOf(NginxSetting setting) const
{
    return m_contexts[setting.index()];
}

const DirectiveFacts *NginxEffective::factsOf(NginxSetting setting) const
{
    if (setting.isRoot())
        return nullptr;
    const QByteArray name = setting.name();
    if (const DirectiveFacts *const facts = row(name, contextOf(setting.parent())))
        return facts;
    const auto elsewhere = m_table.named(name);
    return elsewhere.empty() ? nullptr : &elsewhere.front();
}

QList<NginxSetting> NginxEffective::blocks(NginxContext context) const
{
    QList<NginxSetting> found;
    for (quint32 i = 0; i < m_config.settingCount(); ++i) {
        if (m_contexts[i] == context && (i == 0 || m_config.setting(i).hasBlock()))
            found.append(m_config.setting(i));
    }
    return found;
}

const NginxEffective::Group *NginxEffective::group(NginxSetting block, quint32 slot) const
{
    const Group *const begin = m_groups.data() + m_groupBegin[block.index()];
    const Group *const end = m_groups.data() + m_groupBegin[block.index() + 1];
    const Group *const found = std::ranges::lower_bound(begin, end, slot, {}, &Group::slot);
    return found != end && found->slot == slot ? found : nullptr;
}

QList<NginxSetting> NginxEffective::members(const Group *group) const
{
    QList<NginxSetting> settings;
    for (quint32 i = group ? group->first : 0; group && i < group->end; ++i)
        settings.append(m_config.setting(m_members[i]));
    return settings;
}

QList<NginxSetting> NginxEffective::around(NginxSetting block) const
{
    QList<NginxSetting> levels;
    for (NginxSetting level = block; level; level = level.parent())
        levels.append(level);
    std::ranges::reverse(levels);
    return levels;
}

bool NginxEffective::reaches(NginxSetting setting, NginxContext inner) const
{
    const DirectiveFacts *const facts = factsOf(setting);
    const QByteArray name = setting.name();
    const Inheritance kind = facts ? facts->inheritance : Inheritance::Value;
    if (kind == Inheritance::Unnamed)
        return isUnnamedLocation(inner);
    if (kind == Inheritance::Own && !isHandedOn(name))
        return false;
    // What of the main context goes on into http and its like also has its place there.
    return isMergedLevel(inner) || (contextOf(setting) == NginxContext::Main && facts && row(name, inner));
}

NginxEffective::Merge NginxEffective::mergeIn(NginxSetting block, quint32 ruleSlot, Merge fromAbove) const
{
    const Group *const rules = ruleSlot == noSlot ? nullptr : group(block, ruleSlot);
    if (!rules)
        return fromAbove;
    const QByteArray rule = m_config.setting(m_members[rules->end - 1]).argument(0);
    return rule == "merge" ? Merge::Append : rule == "off" ? Merge::Cut : Merge::Replace;
}

QByteArrayView NginxEffective::defaultOf(const DirectiveFacts *facts) const
{
    return facts ? nginxDefault(*facts, m_build.version()) : QByteArrayView();
}

EffectiveDirective NginxEffective::of(const QList<NginxSetting> &levels, quint32 slot) const
{
    const QByteArray &slotName = m_slotNames.at(slot);
    const bool hasRule = slotName == "add_header" || slotName == "add_trailer";
    const quint32 ruleSlot = hasRule ? slotOf(QByteArray(slotName + "_inherit")) : noSlot;
    Merge merge = Merge::Replace;
    EffectiveDirective found;
    for (const NginxSetting &level : levels) {
        if (found.isSet() && !reaches(found.setting(), contextOf(level)))
            found.notInherited += std::exchange(found.settings, {});
        merge = mergeIn(level, ruleSlot, merge);
        if (merge == Merge::Cut)
            found.overridden += std::exchange(found.settings, {});
        const Group *const own = group(level, slot);
        if (!own)
            continue;
        const QList<NginxSetting> settings = members(own);
        found.facts = factsOf(settings.last());
        const bool isAdded = found.facts && found.facts->inheritance == Inheritance::Added;
        if (!isAdded && merge != Merge::Append)
            found.overridden += std::exchange(found.settings, {});
        found.settings += settings;
    }
    found.name = found.isSet() ? found.setting().name() : slotName;
    if (!found.isSet())
        found.facts = row(slotName, contextOf(levels.last()));
    found.defaultValue = defaultOf(found.facts);
    if (found.isSet()) {
        const bool isHere = found.setting().parent() == levels.last();
        const bool isAllHere = found.settings.first().parent() == levels.last();
        found.origin = !isHere     ? EffectiveDirective::Origin::Above
                       : isAllHere ? EffectiveDirective::Origin::Here
                                   : EffectiveDirective::Origin::Both;
    }
    return found;
}

EffectiveDirective NginxEffective::of(NginxSetting block, QByteArrayView name) const
{
    if (const quint32 slot = slotOf(name); block && slot != noSlot)
        return of(around(block), slot);
    EffectiveDirective unset;
    unset.name = name.toByteArray();
    unset.facts = row(name, contextOf(block));
    unset.defaultValue = defaultOf(unset.facts);
    return unset;
}

QList<EffectiveDirective> NginxEffective::in(NginxSetting block) const
{
    const QList<NginxSetting> levels = around(block);
    QList<quint32> numbers;
    for (const NginxSetting &level : levels) {
        for (quint32 i = m_groupBegin[level.index()]; i < m_groupBegin[level.index() + 1]; ++i) {
            const NginxSetting first = m_config.setting(m_members[m_groups[i].first]);
            if (!first.hasBlock() || !holdsDirectives(contextOf(first)))
                numbers.append(m_groups[i].slot);
        }
    }
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
    QList<EffectiveDirective> found;
    for (const quint32 slot : std::as_const(numbers)) {
        if (EffectiveDirective directive = of(levels, slot); directive.isSet())
            found.append(std::move(directive));
    }
    std::ranges::sort(found, {}, [](const EffectiveDirective &one) { return one.settings.first().index(); });
    return found;
}

QList<EffectiveDirective> NginxEffective::defaultsIn(NginxSetting block) const
{
    QList<EffectiveDirective> found;
    for (const DirectiveFacts *const facts : m_table.allowedIn(contextOf(block), m_build)) {
        if (defaultOf(facts).isEmpty())
            continue;
        if (EffectiveDirective directive = of(block, facts->name); !directive.isSet()) {
            directive.name = facts->name.toByteArray();
            directive.facts = facts;
            directive.defaultValue = defaultOf(facts);
            found.append(std::move(directive));
        }
    }
    return found;
}

QList<NginxSetting> NginxEffective::rewritePhase(NginxSetting block) const
{
    const bool isIf = contextOf(block) == NginxContext::LocationIf || contextOf(block) == NginxContext::ServerIf;
    const NginxSetting location = isIf ? block.parent() : block;
    NginxSetting server = location;
    while (server && contextOf(server) != NginxContext::Server)
        server = server.parent();
    QList<NginxSetting> found;
    for (const NginxSetting &level : {server, location == server ? NginxSetting() : location}) {
        if (!level)
            continue;
        for (const NginxSetting setting : level.children()) {
            if (isRewrite(setting))
                found.append(setting);
        }
    }
    return found;
}

} // namespace gw
