// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/effectivehere.h"

#include "backend/base/untrustedtext.h"
#include "backend/nginx/settingtext.h"

#include <QCoreApplication>
#include <QStringBuilder>

namespace gw {
namespace {

using Origin = EffectiveDirective::Origin;

/// More settings of one directive are counted, not named.
constexpr qsizetype mostNamed = 6;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EffectiveHere)
};

QString listed(const QList<NginxSetting> &settings)
{
    QStringList texts;
    for (const NginxSetting &setting : settings.first(qMin(mostNamed, settings.size())))
        texts.append(settingText(setting) % QStringLiteral(" (") % settingPlace(setting) % u')');
    if (settings.size() > mostNamed)
        texts.append(Words::tr("%n more", nullptr, int(settings.size() - mostNamed)));
    return texts.join(QStringLiteral("; "));
}

QString withDefault(const EffectiveDirective &directive)
{
    const QByteArrayView value = directive.defaultValue;
    const QString name = UntrustedText::fromBytes(directive.name).shown();
    return value.isEmpty() ? Words::tr("Effective here: %1 is not set").arg(name)
                           : Words::tr("Effective here: %1 %2, the default").arg(name, QString::fromUtf8(value));
}

/// Behind all nodes the last block may still be open: that one, as if somebody wrote on in it.
NginxNode openBlockAt(const NginxTree &tree, qsizetype offset)
{
    NginxNode node = tree.node(tree.nodeCount() - 1);
    if (offset < node.span().end)
        return tree.root();
    while (node.parent() && (!node.hasBlock() || node.isClosed()))
        node = node.parent();
    return node;
}

/// The block that a byte of a file stands in; nothing where no directive can stand.
NginxNode blockAt(const NginxTree &tree, qsizetype offset)
{
    const NginxNode node = tree.nodeAt(offset);
    NginxNode block = node.parent() ? node.parent() : openBlockAt(tree, offset);
    if (node.parent() && node.hasBlock() && node.inside().start <= offset && offset <= node.inside().end)
        block = node;
    return block.body() == NginxNode::Body::Directives ? block : NginxNode();
}

/// Where that block is read. A file's own level is that of the block it is included in.
QList<NginxSetting> blocksOf(const NginxConfig &config, int file, NginxNode block)
{
    if (block.index() > 0)
        return config.settingsOf(file, block);
    QList<NginxSetting> blocks;
    if (file == 0)
        blocks.append(config.root());
    for (quint32 i = 1; i < config.settingCount(); ++i) {
        const NginxSetting setting = config.setting(i);
        const bool isOutermost = setting.file() == file && setting.node().parent().index() == 0;
        if (isOutermost && (blocks.isEmpty() || blocks.last() != setting.parent()))
            blocks.append(setting.parent());
    }
    return blocks;
}

} // namespace

EffectiveHere::Manner EffectiveHere::manner() const
{
    if (!directive.isSet()) {
        const bool isCut = !directive.overridden.isEmpty();
        return isCut ? Manner::Cut : directive.notInherited.isEmpty() ? Manner::Default : Manner::NotInherited;
    }
    if (directive.origin == Origin::Above)
        return Manner::Inherited;
    if (directive.origin == Origin::Both)
        return Manner::Adds;
    if (directive.overridden.isEmpty())
        return Manner::Set;
    const bool isList = directive.facts && directive.facts->inheritance == Inheritance::List;
    return isList ? Manner::ReplacesAll : Manner::Overrides;
}

QStringList EffectiveHere::lines() const
{
    const QString settings = listed(directive.settings);
    const QString overridden = listed(directive.overridden);
    QStringList lines;
    switch (manner()) {
    case Manner::Set: lines = {Words::tr("Effective here: %1, set here").arg(settings)}; break;
    case Manner::Overrides:
        lines = {Words::tr("Effective here: %1, set here").arg(settings), Words::tr("Overrides: %1").arg(overridden)};
        break;
    case Manner::ReplacesAll:
        lines = {Words::tr("Effective here: %1, set here").arg(settings),
                 Words::tr("Replaces as a whole: %1").arg(overridden)};
        break;
    case Manner::Adds:
        lines = {Words::tr("Effective here: %1, those from above and those set here together").arg(settings)};
        break;
    case Manner::Inherited: lines = {Words::tr("Effective here: %1, inherited").arg(settings)}; break;
    case Manner::Cut:
        return {withDefault(directive), Words::tr("Kept out by the inherit directive: %1").arg(overridden)};
    case Manner::NotInherited:
        return {withDefault(directive),
                Words::tr("Holds only where it stands: %1").arg(listed(directive.notInherited))};
    case Manner::Default: return {withDefault(directive)};
    }
    if (!directive.defaultValue.isEmpty())
        lines.append(Words::tr("Default: %1").arg(QString::fromUtf8(directive.defaultValue)));
    return lines;
}

QList<NginxSetting> effectiveBlocksAt(const NginxConfig &config, int file, qsizetype offset)
{
    if (file < 0 || file >= config.files().size())
        return {};
    const NginxTree &tree = config.files()[file].tree;
    NginxNode block = blockAt(tree, offset);
    for (NginxNode node = tree.nodeAt(offset); !block; node = node.parent()) {
        if (node.body() == NginxNode::Body::Directives)
            block = node;
    }
    return blocksOf(config, file, block);
}

QList<EffectiveHere> effectiveHere(const NginxEffective &effective, int file, qsizetype offset, QByteArrayView name)
{
    const NginxConfig &config = effective.config();
    if (file < 0 || file >= config.files().size())
        return {};
    const NginxTree &tree = config.files()[file].tree;
    const NginxNode node = tree.nodeAt(offset);
    const NginxNode block = blockAt(tree, offset);
    const bool isNamedThere = node.isDirective() && block != node;
    if (!block || (name.isEmpty() && !isNamedThere))
        return {};
    const QByteArray asked = name.isEmpty() ? node.name() : name.toByteArray();
    QList<EffectiveHere> found;
    for (const NginxSetting &place : blocksOf(config, file, block))
        found.append({place, effective.of(place, asked)});
    return found;
}

} // namespace gw
