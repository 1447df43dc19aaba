// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishtexts.h"

#include "widgets/parts/emptystate.h"
#include "widgets/parts/pill.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"
#include "widgets/parts/segmentedcontrol.h"
#include "widgets/plan/plantext.h"
#include "widgets/publish/publishwords.h"
#include "widgets/web/nginxeditor.h"

#include <QEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gw {
namespace {

bool isOfFirewall(const Change &change)
{
    const auto *command = std::get_if<RunCommand>(&change);
    return command && command->changesFirewall;
}

QList<Row> rowsOf(const Plan &plan, PublishTexts::View view)
{
    QList<Row> rows;
    for (const Step &step : plan.steps) {
        if (view == PublishTexts::View::Firewall && !isOfFirewall(step.change))
            continue;
        Row row;
        row.key = step.id;
        row.icon = plantext::icon(step.change);
        row.title = UntrustedText::fromBytes(commandOf(step.change)).shown(300);
        row.detail = step.reason;
        rows.append(row);
    }
    return rows;
}

} // namespace

PublishTexts::PublishTexts(QWidget *parent) : Card(parent)
{
    setObjectName(QStringLiteral("publishTexts"));
    setFlush();
    m_findings = new Pill(this);
    m_findings->setObjectName(QStringLiteral("publishFindings"));
    m_views = new SegmentedControl(this);
    m_views->setObjectName(QStringLiteral("publishViews"));
    addBesideTitle(m_findings);
    addToHeader(m_views);
    m_stack = new QStackedWidget(this);
    m_nginx = new NginxEditor(m_stack);
    m_nginx->setObjectName(QStringLiteral("publishNginx"));
    m_nginx->setReadOnly(true);
    m_steps = new RowList(RowList::Size::Scroll, m_stack);
    m_steps->setObjectName(QStringLiteral("publishSteps"));
    m_steps->setInset(14);
    m_empty = new EmptyState(m_stack);
    m_empty->setObjectName(QStringLiteral("publishNothing"));
    m_empty->setIconName(QStringLiteral("document"));
    for (QWidget *view :
         {static_cast<QWidget *>(m_nginx), static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_empty)})
        m_stack->addWidget(view);
    body()->addWidget(m_stack, 1);
    connect(m_views, &SegmentedControl::currentChanged, this, &PublishTexts::refresh);
    retranslate();
}

void PublishTexts::setBuild(const NginxBuild &build)
{
    m_nginx->setSurroundings({NginxContext::Http, build, {}});
}

void PublishTexts::setPreview(const PublishPreview &preview)
{
    if (preview == m_preview)
        return;
    m_preview = preview;
    refresh();
}

void PublishTexts::setView(View view)
{
    m_views->setCurrent(int(view));
    refresh();
}

void PublishTexts::refresh()
{
    const bool isKnown = !m_preview.files.isEmpty();
    const auto findings = m_preview.findings.size();
    m_findings->setVisible(isKnown);
    m_findings->setText(findings == 1 ? tr("1 finding") : tr("%1 findings").arg(findings));
    QStringList titles;
    for (const Finding &finding : std::as_const(m_preview.findings))
        titles << QStringLiteral("%1: %2").arg(severityName(finding.severity), finding.title);
    m_findings->setToolTip(plainToolTip(titles.join(u'\n')));
    m_findings->setTone(findings == 0 ? Tone::Good : toneOf(m_preview.findings.first().severity));
    const auto view = View(m_views->current());
    const QList<Row> rows = m_preview.plan && view != View::Nginx ? rowsOf(*m_preview.plan, view) : QList<Row>();
    m_steps->setRows(rows);
    if (const QByteArray text = publishtext::nginx(m_preview.files); text != m_nginx->document()) {
        m_nginx->setReadOnly(false); // it would refuse what we change too
        m_nginx->changeDocument(text);
        m_nginx->setReadOnly(true);
    }
    if (!isKnown)
        m_empty->setTexts(tr("Nothing yet"), tr("It stands here as soon as the form on the left is complete."));
    else if (!m_preview.plan)
        m_empty->setTexts(tr("Not known yet"),
                          tr("The survey does not tell: the plan will, from the files themselves."));
    else if (view == View::Firewall)
        m_empty->setTexts(tr("The firewall stays as it is"), tr("No rule has to be added or removed."));
    else
        m_empty->setTexts(tr("Nothing to do"), tr("Everything is on the server as it is wished here."));
    if (isKnown && view == View::Nginx)
        m_stack->setCurrentWidget(m_nginx);
    else
        m_stack->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget *>(m_empty) : m_steps);
}

void PublishTexts::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PublishTexts::retranslate()
{
    setTitle(tr("What will be written"));
    m_views->setSegments({QStringLiteral("nginx"), tr("Commands"), tr("Firewall")});
    m_nginx->setAccessibleName(tr("Files of nginx"));
    m_steps->setAccessibleName(tr("Steps"));
    m_views->setAccessibleName(tr("What is shown of it"));
    refresh();
}

} // namespace gw
