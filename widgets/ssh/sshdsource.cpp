// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshdsource.h"

#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/server/sourcefiles.h"
#include "widgets/server/sourceview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace gw {
namespace {

/// "sshd_config.d/50-cloud-init.conf"
QString shortName(const RemotePath &path)
{
    return shortPlace({path, 0, 0}).section(u':', 0, -2);
}

QStringList placesOf(const QList<SshdSetting> &settings)
{
    QStringList places;
    for (const SshdSetting &setting : settings) {
        if (const QString place = shortPlace(setting.origin); !places.contains(place))
            places << place;
    }
    return places;
}

int lineOfKeyword(const QString &effective, const QString &keyword)
{
    int number = 0;
    for (const QStringView line : QStringView(effective).split(u'\n')) {
        ++number;
        if (line.startsWith(keyword) && line.size() > keyword.size() && line[keyword.size()] == u' ')
            return number;
    }
    return 0;
}

} // namespace

SshdSource::SshdSource(QWidget *parent) : Card(parent)
{
    setFlush();
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 9, 12, 9);
    row->setSpacing(8);
    head->setMinimumHeight(48);
    m_title = new PlainLabel(PlainLabel::Role::Heading, Tone::Neutral, head);
    m_title->setOverflow(PlainLabel::Overflow::Elide);
    m_file = new QComboBox(head);
    m_file->setObjectName(QStringLiteral("sshdFile"));
    m_file->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_view = new SegmentedControl(head);
    m_view->setObjectName(QStringLiteral("sshdView"));
    row->addWidget(m_title, 1);
    row->addWidget(m_file);
    row->addStretch(0);
    row->addWidget(m_view);
    m_caption = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_caption->setObjectName(QStringLiteral("decides"));
    m_caption->setOverflow(PlainLabel::Overflow::Wrap);
    m_caption->setContentsMargins(14, 0, 14, 9);
    m_source = new SourceView(this);
    body()->setSpacing(0);
    body()->addWidget(head);
    body()->addWidget(m_caption);
    body()->addWidget(m_source, 1);
    connect(m_file, &QComboBox::activated, this, &SshdSource::viewChanged);
    connect(m_view, &SegmentedControl::currentChanged, this, &SshdSource::viewChanged);
}

void SshdSource::show(const SshdDraft &draft, const QString &keyword)
{
    m_keyword = keyword;
    listFiles(draft);
    const auto setting = draft.deciding(keyword);
    const RemotePath file = setting           ? setting->origin.file
                            : draft.isKnown() ? draft.view().sshd().mainFile
                                              : RemotePath();
    if (const int index = m_file->findData(file.bytes()); index >= 0)
        m_file->setCurrentIndex(index);
    refresh(draft);
}

void SshdSource::refresh(const SshdDraft &draft)
{
    listFiles(draft);
    m_file->setAccessibleName(tr("File"));
    m_view->setAccessibleName(tr("What is shown"));
    m_view->setSegments({tr("Source"), tr("Effective")});
    const bool canAsk = draft.isKnown() && draft.facts()->sshd->effective;
    m_view->setVisible(canAsk);
    const bool effective = canAsk && m_view->current() == int(View::Effective);
    m_title->setVisible(effective);
    m_file->setVisible(!effective);
    m_source->setAccessibleName(tr("Text of the file"));
    m_caption->setText(captionFor(draft));
    m_caption->setVisible(!m_caption->text().isEmpty());
    effective ? showEffective(draft) : showFile(draft);
}

void SshdSource::listFiles(const SshdDraft &draft)
{
    const QVariant chosen = m_file->currentData();
    m_file->clear();
    if (draft.isKnown()) {
        for (const FileFact &file : draft.view().sshd().files) {
            if (m_file->findData(file.path.bytes()) < 0) // an Include may name it again
                m_file->addItem(shortName(file.path), file.path.bytes());
        }
    }
    m_file->setCurrentIndex(qMax(0, m_file->findData(chosen)));
}

void SshdSource::showFile(const SshdDraft &draft)
{
    const RemotePath path(m_file->currentData().toByteArray());
    const FileFact *file = draft.isKnown() ? sourceFile(*draft.facts(), path) : nullptr;
    QList<SourceView::Mark> marks;
    for (const Finding &finding : draft.findings()) {
        if (finding.where.file == path && finding.where.line > 0)
            marks << SourceView::Mark{finding.where.line, finding.where.column, finding.where.endColumn,
                                      finding.severity, finding.title};
    }
    m_source->setSource(file ? file->content : QByteArray(), marks);
    const auto setting = draft.deciding(m_keyword);
    const bool isHere = setting && setting->origin.file == path;
    const Finding *finding = draft.finding(m_keyword);
    const bool isAbout = isHere && finding && finding->where.line == setting->origin.line;
    m_source->select(isHere ? setting->origin.line : 0, isAbout ? finding->severity : Severity::Info,
                     isAbout ? finding->title : QString());
}

void SshdSource::showEffective(const SshdDraft &draft)
{
    m_title->setText(tr("What sshd uses in the end"));
    const QString text = effectiveText(*draft.facts(), QStringLiteral("sshd"));
    const int line = lineOfKeyword(text, m_keyword);
    const Finding *finding = draft.finding(m_keyword);
    QList<SourceView::Mark> marks;
    if (finding && line > 0)
        marks << SourceView::Mark{line, 0, 0, finding->severity, finding->title};
    m_source->setSource(text.toUtf8(), marks);
    m_source->select(line, finding ? finding->severity : Severity::Info, finding ? finding->title : QString());
}

QString SshdSource::captionFor(const SshdDraft &draft) const
{
    if (!draft.isKnown() || m_keyword.isEmpty())
        return {};
    const SshdKeyword *known = sshdKeyword(m_keyword);
    const QString name = known ? QString::fromLatin1(known->name) : m_keyword;
    QStringList parts;
    if (const auto setting = draft.deciding(m_keyword))
        parts << tr("%1 is decided by %2").arg(name, shortPlace(setting->origin));
    else
        parts << tr("%1: %2", "keyword: where its value comes from").arg(name, draft.origin(m_keyword));
    if (const QStringList shadowed = placesOf(draft.view().config().shadowed(m_keyword)); !shadowed.isEmpty())
        parts << tr("without effect: %1").arg(shadowed.join(QStringLiteral(", ")));
    const QStringList matches = placesOf(draft.view().inMatchBlocks(m_keyword.toLatin1().constData()));
    if (!matches.isEmpty())
        parts << tr("in Match blocks: %1").arg(matches.join(QStringLiteral(", ")));
    return format::joined(parts);
}

} // namespace gw
