// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/effectivetext.h"

#include "backend/base/untrustedtext.h"
#include "backend/nginx/effectivehere.h"
#include "backend/nginx/settingtext.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringBuilder>
#include <algorithm>

namespace gw {
namespace {

/// A file that is included more often is shown in so many of its places.
constexpr qsizetype mostPlaces = 8;
/// Where the places stand, behind lines that are not longer.
constexpr qsizetype placeColumn = 44;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(EffectiveText)
};

/// As written, on one line.
QString written(NginxSetting setting)
{
    const NginxNode node = setting.node();
    QByteArray words = node.writtenName().toByteArray();
    for (int i = 0; i < node.argumentCount(); ++i)
        words += ' ' + node.writtenArgument(i).toByteArray();
    return UntrustedText::fromBytes(words).shown() %
           (node.hasBlock() ? QStringLiteral(" { …; }") : QStringLiteral(";"));
}

/// "sites-enabled/chat:12": relative to the folder of the main file, as in an include.
QString placeOf(const NginxConfig &config, NginxSetting setting)
{
    const QByteArray main = config.files().first().path.bytes();
    const QByteArray folder = main.first(main.lastIndexOf('/') + 1);
    const QByteArray path = setting.path().bytes();
    return UntrustedText::fromBytes(path.startsWith(folder) ? path.mid(folder.size()) : path).shown() % u':' %
           QString::number(setting.line());
}

/// "location /v1/": what a comment may hold.
QString nameOf(NginxSetting block)
{
    if (block.isRoot())
        return Words::tr("the outermost level");
    if (!block.is("server"))
        return settingText(block);
    const NginxSetting name = block.child("server_name");
    return name ? QString(QStringLiteral("server ") % UntrustedText::fromBytes(name.argument(0)).shown())
                : QStringLiteral("server");
}

class Writer {
public:
    Writer(const NginxEffective &effective, NginxSetting block)
        : m_effective(effective), m_block(block), m_directives(effective.in(block))
    {
    }

    EffectiveText run() &&
    {
        comment(Words::tr("What holds in %1:").arg(nameOf(m_block) % around()));
        rewrites();
        for (NginxSetting level = m_block; level; level = level.isRoot() ? NginxSetting() : level.parent())
            setIn(level);
        replaced();
        defaults();
        return std::move(m_made);
    }

private:
    QString around() const
    {
        QString names;
        for (NginxSetting level = m_block; !level.isRoot() && !level.parent().isRoot(); level = level.parent())
            names += QStringLiteral(", ") % nameOf(level.parent());
        return m_block.isRoot() ? names
                                : QString(names % QStringLiteral(" (") % placeOf(m_effective.config(), m_block) % u')');
    }

    void line(const QString &text, NginxSetting from = {})
    {
        m_made.text += text.toUtf8() + '\n';
        m_made.lines.append(from);
    }
    void comment(const QString &text) { line(QStringLiteral("# ") % text); }
    void head(const QString &text)
    {
        line({});
        comment(text);
    }
    void placed(const QString &text, NginxSetting from)
    {
        line(text.leftJustified(placeColumn) % QStringLiteral("  # ") % placeOf(m_effective.config(), from), from);
    }

    void rewrites()
    {
        const QList<NginxSetting> phase = m_effective.rewritePhase(m_block);
        if (phase.isEmpty())
            return;
        head(Words::tr("Runs first, in this order"));
        for (const NginxSetting &setting : phase) {
            m_shown.insert(setting.index());
            placed(written(setting), setting);
        }
    }

    void setIn(NginxSetting level)
    {
        QList<NginxSetting> settings;
        for (const EffectiveDirective &directive : m_directives) {
            std::copy_if(
                directive.settings.cbegin(), directive.settings.cend(), std::back_inserter(settings),
                [&](NginxSetting setting) { return setting.parent() == level && !m_shown.contains(setting.index()); });
        }
        if (settings.isEmpty())
            return;
        std::ranges::sort(settings, {}, &NginxSetting::index);
        head(level == m_block ? Words::tr("Set here") : Words::tr("From %1").arg(nameOf(level)));
        for (const NginxSetting &setting : settings)
            placed(written(setting), setting);
    }

    void replaced()
    {
        QList<NginxSetting> settings;
        for (const EffectiveDirective &directive : m_directives)
            settings += directive.overridden;
        if (settings.isEmpty())
            return;
        std::ranges::sort(settings, {}, &NginxSetting::index);
        head(Words::tr("Set above and replaced on the way: does not hold here"));
        for (const NginxSetting &setting : settings)
            placed(QStringLiteral("# ") % written(setting), setting);
    }

    /// Those of modules that are used here: of all there are hundreds.
    void defaults()
    {
        QSet<quint16> modules;
        for (const EffectiveDirective &directive : m_directives) {
            if (directive.facts)
                modules.insert(directive.facts->module);
        }
        bool isFirst = true;
        for (const EffectiveDirective &directive : m_effective.defaultsIn(m_block)) {
            if (!directive.facts || !modules.contains(directive.facts->module))
                continue;
            if (std::exchange(isFirst, false))
                head(Words::tr("Set nowhere: at the default"));
            line(QString::fromUtf8(directive.name) % u' ' % QString::fromUtf8(directive.defaultValue) % u';');
        }
    }

    const NginxEffective &m_effective;
    NginxSetting m_block;
    QList<EffectiveDirective> m_directives;
    QSet<quint32> m_shown; ///< settings that need not be shown again
    EffectiveText m_made;
};

} // namespace

EffectiveText effectiveText(const NginxEffective &effective, NginxSetting block)
{
    return Writer(effective, block).run();
}

EffectiveText effectiveTextAt(const NginxEffective &effective, int file, qsizetype offset)
{
    EffectiveText all;
    const QList<NginxSetting> blocks = effectiveBlocksAt(effective.config(), file, offset);
    for (const NginxSetting &block : blocks.first(std::min(mostPlaces, blocks.size()))) {
        if (!all.text.isEmpty()) {
            all.text += "\n\n";
            all.lines += {NginxSetting(), NginxSetting()};
        }
        const EffectiveText one = effectiveText(effective, block);
        all.text += one.text;
        all.lines += one.lines;
    }
    if (blocks.size() > mostPlaces) {
        all.text += "\n# " +
                    Words::tr("It is read in %n more places", nullptr, int(blocks.size() - mostPlaces)).toUtf8() + '\n';
        all.lines += {NginxSetting(), NginxSetting()};
    }
    return all;
}

} // namespace gw
