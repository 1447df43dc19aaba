// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/config.h"
#include "backend/nginx/directives.h"

#include <vector>

namespace gw {

/// What holds for one directive in one block.
struct EffectiveDirective {
    enum class Origin : quint8 {
        Here,    ///< set in this block
        Above,   ///< set in a block around it
        Both,    ///< partly: what is added to or merged with what stands above
        Default, ///< set nowhere that counts here
    };

    QByteArray name;
    const DirectiveFacts *facts = nullptr; ///< of the place where it is set, or of this one; null: nobody here knows it
    QByteArrayView defaultValue;           ///< of this version; empty: there is none. Lives as long as the program
    Origin origin = Origin::Default;
    QList<NginxSetting> settings;     ///< what holds, in the order nginx reads it; empty: the default
    QList<NginxSetting> overridden;   ///< set above and replaced on the way here; the outermost first
    QList<NginxSetting> notInherited; ///< set above; what is of its kind does not go on to here

    bool isSet() const { return !settings.isEmpty(); }
    /// The one that decides where only one can: the last; none if it is not set.
    NginxSetting setting() const { return settings.isEmpty() ? NginxSetting() : settings.last(); }
    /// Its first argument, decoded, or the default.
    QByteArray value() const;
};

/// What holds in every block of a configuration, and from where: nginx's kinds of inheritance (enum Inheritance) over
/// the blocks around it. Made once in linear time; a question costs what the blocks around have of that name.
///  - `root` and `alias` share one place, so do `allow` and `deny`: asked for one, both are told.
///  - `add_header_inherit` and `add_trailer_inherit` (1.29.3) are followed.
///  - Of a directive that the table does not know it is taken that it goes on, as most do.
/// A file alone may begin anywhere (a site without its `http`): what stands around it is guessed from what stands in
/// it.
class NginxEffective {
public:
    explicit NginxEffective(const NginxConfig &config, const NginxBuild &build = {});

    const NginxConfig &config() const { return m_config; }
    /// What the body of that block is; Foreign for one that nobody knows. Of what is no block, where it stands.
    NginxContext contextOf(NginxSetting setting) const;
    /// The row of the directive table that a setting is judged by; null: unknown there.
    const DirectiveFacts *factsOf(NginxSetting setting) const;
    /// All blocks with such a body, in reading order.
    QList<NginxSetting> blocks(NginxContext context) const;

    /// In no block nothing is set.
    EffectiveDirective of(NginxSetting block, QByteArrayView name) const;
    /// of(block, name).setting()
    NginxSetting setting(NginxSetting block, QByteArrayView name) const { return of(block, name).setting(); }
    /// of(block, name).value()
    QByteArray value(NginxSetting block, QByteArrayView name) const { return of(block, name).value(); }
    /// Whether a flag is on.
    bool isOn(NginxSetting block, QByteArrayView name) const { return value(block, name) == "on"; }
    /// Everything that is set in this block or reaches it, in the order it is read. Blocks of directives within are
    /// none of it; `types` is.
    QList<EffectiveDirective> in(NginxSetting block) const;
    /// Directives that may stand in this block and have a default, but are not set: all of them at their defaults.
    QList<EffectiveDirective> defaultsIn(NginxSetting block) const;
    /// What runs for a request that ends in this block before its access rules and its content, in that order:
    /// if, rewrite, return, set, break of its server and then of itself; blocks in between have no say.
    QList<NginxSetting> rewritePhase(NginxSetting block) const;

private:
    /// The settings of one name that stand in one block: a part of m_members.
    struct Group {
        quint32 slot = 0;
        quint32 first = 0;
        quint32 end = 0;
    };

    void readContexts();
    void readGroups();
    NginxContext rootContext() const;
    NginxContext bodyOf(NginxSetting block, NginxContext around) const;
    const DirectiveFacts *row(QByteArrayView name, NginxContext context) const;
    QByteArrayView defaultOf(const DirectiveFacts *facts) const;
    quint32 slotOf(NginxSetting setting);
    quint32 slotOf(QByteArrayView name) const;
    const Group *group(NginxSetting block, quint32 slot) const;
    QList<NginxSetting> members(const Group *group) const;
    QList<NginxSetting> around(NginxSetting block) const;
    bool reaches(NginxSetting setting, NginxContext inner) const;
    EffectiveDirective of(const QList<NginxSetting> &levels, quint32 slot) const;
    /// What a level does with what comes from above, where a directive can say so.
    enum class Merge : quint8 { Replace, Append, Cut };
    Merge mergeIn(NginxSetting block, quint32 ruleSlot, Merge fromAbove) const;

    NginxConfig m_config;
    NginxBuild m_build;
    const DirectiveTable &m_table;
    std::vector<NginxContext> m_contexts; ///< by setting
    std::vector<quint32> m_groupBegin;    ///< by setting: its groups in m_groups, up to those of the next one
    std::vector<Group> m_groups;          ///< of a block by slot
    std::vector<quint32> m_members;       ///< numbers of settings
    QHash<QByteArrayView, quint32> m_slots;
    QByteArrayList m_slotNames; ///< by slot: the first name of it
    QByteArrayList m_decoded;   ///< names that are not written as they are
};

} // namespace gw
