// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/web/blockform.h"

#include "backend/nginx/defaults.h"
#include "widgets/parts/button.h"
#include "widgets/parts/followcurrent.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/web/completionmodel.h"
#include "widgets/web/fieldrow.h"
#include "widgets/web/textchange.h"
#include "widgets/web/webdraft.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr qsizetype longestHint = 40;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(BlockForm)
};

QString groupName(NginxField::Group group)
{
    switch (group) {
    case NginxField::Group::Server: return Text::tr("Server");
    case NginxField::Group::Proxy: return Text::tr("Proxy");
    case NginxField::Group::Upstream: return Text::tr("Upstream");
    case NginxField::Group::Tls: return Text::tr("TLS");
    case NginxField::Group::Headers: return Text::tr("Headers");
    case NginxField::Group::Access: return Text::tr("Access");
    case NginxField::Group::Cache: return Text::tr("Cache");
    case NginxField::Group::Compression: return Text::tr("Compression");
    case NginxField::Group::Limits: return Text::tr("Limits");
    }
    Q_UNREACHABLE();
}

bool hasForm(NginxContext body)
{
    return body == NginxContext::Server || body == NginxContext::Location || body == NginxContext::Upstream ||
           body == NginxContext::Http;
}

/// "server chat.example", "location /v1/"
QString blockName(NginxNode node)
{
    QList<QByteArray> words{node.name()};
    if (const NginxNode names = node.is("server") ? node.child("server_name") : NginxNode())
        words.append(names.argument(0));
    words += node.arguments();
    QString name = UntrustedText::fromBytes(words.join(' ')).shown(48);
    for (NginxNode above = node.parent(); above && above.index() != 0; above = above.parent())
        name.prepend(QStringLiteral("  "));
    return QStringLiteral("%1 : %2").arg(name).arg(node.line());
}

} // namespace

BlockForm::BlockForm(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("blockForm"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 4, 4, 0);
    column->setSpacing(8);
    m_choice = new QComboBox(this);
    m_choice->setObjectName(QStringLiteral("formBlock"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_nothing = new PlainLabel(PlainLabel::Role::Body, Tone::Muted, this);
    m_nothing->setObjectName(QStringLiteral("formNothing"));
    m_nothing->setOverflow(PlainLabel::Overflow::Wrap);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("formFields"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *contents = new QWidget(scroll);
    m_column = new QVBoxLayout(contents);
    m_column->setContentsMargins(0, 0, 10, 10);
    m_column->setSpacing(8);
    m_column->addStretch(1);
    scroll->setWidget(contents);
    followFocus(scroll);
    scroll->viewport()->setAutoFillBackground(false);
    contents->setAutoFillBackground(false);
    auto *head = new QHBoxLayout;
    head->addWidget(m_choice);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(m_nothing);
    column->addWidget(scroll, 1);
    connect(m_choice, &QComboBox::activated, this, &BlockForm::refresh);
    refresh();
}

void BlockForm::show(const NginxTree &tree, const NginxSurroundings &around, int file, const TlsAbility &ability)
{
    m_tree = tree;
    m_around = around;
    m_file = file;
    m_ability = ability;
    m_contexts = nginxContextsOf(m_tree, around.file, around.build);
    listBlocks();
    refresh();
}

void BlockForm::listBlocks()
{
    const int chosen = m_choice->currentIndex();
    const qsizetype before = m_blocks.size();
    m_blocks.clear();
    m_choice->clear();
    for (quint32 i = 1; i < m_tree.nodeCount(); ++i) {
        const NginxNode node = m_tree.node(i);
        if (!node.isDirective() || !node.hasBlock() || !node.isClosed() || !hasForm(m_contexts.bodies[i]))
            continue;
        m_blocks.append(i);
        m_choice->addItem(blockName(node));
    }
    m_choice->setCurrentIndex(before == m_blocks.size() && chosen >= 0 ? chosen : m_blocks.isEmpty() ? -1 : 0);
}

void BlockForm::chooseAt(qsizetype offset)
{
    for (NginxNode node = m_tree.nodeAt(offset); node && node.index() != 0; node = node.parent()) {
        if (const qsizetype index = m_blocks.indexOf(node.index()); index >= 0) {
            m_choice->setCurrentIndex(int(index));
            break;
        }
    }
    refresh();
}

NginxNode BlockForm::block() const
{
    const int index = m_choice->currentIndex();
    return index >= 0 && index < m_blocks.size() ? m_tree.node(m_blocks[index]) : NginxNode();
}

/// What is above it is told by a configuration that may have been read before the last words were typed.
NginxNode BlockForm::blockAsRead() const
{
    const NginxNode shown = block();
    if (m_file < 0 || !shown)
        return {};
    const NginxTree &tree = m_around.config.files()[m_file].tree;
    const auto offset = offsetIn(tree.text(), shown.nameSpan().start, m_tree.text());
    const NginxNode then = offset ? tree.nodeAt(*offset) : NginxNode();
    return then && then.is(shown.name()) ? then : NginxNode();
}

void BlockForm::makeRows()
{
    for (QWidget *part : std::as_const(m_parts)) { // one of them may be at work just now
        part->setParent(nullptr);
        part->deleteLater();
    }
    m_parts.clear();
    m_rows.clear();
    m_profiles.clear();
    std::optional<NginxField::Group> group;
    const auto add = [this](QWidget *part) {
        m_column->insertWidget(m_column->count() - 1, part);
        m_parts.append(part);
    };
    for (const NginxField &field : nginxFields(m_body, m_around.build)) {
        if (field.group != group) {
            auto *heading = new PlainLabel(PlainLabel::Role::Strong, Tone::Neutral, this);
            heading->setText(groupName(field.group));
            heading->setContentsMargins(0, group ? 10 : 0, 0, 0);
            add(heading);
            group = field.group;
            if (group == NginxField::Group::Tls)
                add(makeProfiles());
        }
        const DirectiveFacts *facts = factsOf(field);
        auto *row = new FieldRow(field, facts ? documentationOf(*facts, m_version) : QString(), this);
        add(row);
        m_rows.append(row);
        connect(row, &FieldRow::valueEdited, this, [this, row](const QByteArray &value) {
            const NginxNode shown = block();
            const auto edits = shown ? nginxFieldEdits(m_tree, shown, row->field(), value) : std::nullopt;
            row->setProblem(edits ? QString() : tr("nginx would read more than one value here"));
            if (edits && !edits->isEmpty())
                Q_EMIT edited(*edits);
        });
    }
}

void BlockForm::refresh()
{
    const NginxNode shown = block();
    const NginxContext body = shown ? m_contexts.bodies[shown.index()] : NginxContext::Foreign;
    m_choice->setAccessibleName(tr("Block of the file"));
    m_choice->setVisible(!m_blocks.isEmpty());
    m_nothing->setText(tr("This file has no server, location or upstream."));
    m_nothing->setVisible(m_blocks.isEmpty());
    if (body != m_body || m_around.build.version() != m_version) {
        m_body = body;
        m_version = m_around.build.version();
        makeRows();
    }
    m_blockAsRead = blockAsRead();
    for (FieldRow *row : std::as_const(m_rows))
        row->show(nginxFieldValue(shown, row->field()), hintOf(row->field()));
    refreshProfiles();
}

/// What Mozilla advises, written into the fields below.
QWidget *BlockForm::makeProfiles()
{
    auto *part = new QWidget(this);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    auto *name = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, part);
    name->setText(tr("Mozilla's profile 6.0:"));
    row->addWidget(name);
    const auto add = [&](TlsProfile profile, const char *id, const QString &text, const QString &meaning) {
        auto *button = new Button(Button::Kind::Link, text, part);
        button->setObjectName(QLatin1String(id));
        button->setToolTip(plainToolTip(meaning));
        row->addWidget(button);
        m_profiles.insert(profile, button);
        connect(button, &Button::clicked, this,
                [this, profile] { Q_EMIT edited(tlsProfileEdits(m_tree, block(), profile, m_ability)); });
    };
    add(TlsProfile::Intermediate, "tlsIntermediate", tr("Intermediate"),
        tr("TLS 1.2 and 1.3: for clients of the last ten years, in what this server's nginx and OpenSSL can do"));
    add(TlsProfile::Modern, "tlsModern", tr("Modern"),
        tr("TLS 1.3 alone: for clients since 2019, in what this server's nginx and OpenSSL can do"));
    row->addStretch(1);
    return part;
}

/// One that the block has already, or that the server cannot do, is not offered.
void BlockForm::refreshProfiles()
{
    for (auto it = m_profiles.cbegin(); it != m_profiles.cend(); ++it)
        it.value()->setEnabled(block() && !tlsProfileEdits(m_tree, block(), it.key(), m_ability).isEmpty());
}

const DirectiveFacts *BlockForm::factsOf(const NginxField &field) const
{
    return DirectiveTable::nginx().find(field.directive, m_body, m_around.build);
}

/// "from above: on (nginx.conf:12)", "by default: 1m"
QString BlockForm::hintOf(const NginxField &field) const
{
    const auto inherited = m_blockAsRead ? nginxInherited(m_around.config, m_file, m_blockAsRead, field) : std::nullopt;
    if (inherited)
        return tr("from above: %1 (%2:%3)")
            .arg(UntrustedText::fromBytes(inherited->value).shown(40), nginxFileName(inherited->path))
            .arg(inherited->line);
    const DirectiveFacts *facts = factsOf(field);
    const QByteArrayView value = facts ? nginxDefault(*facts, m_version) : QByteArrayView();
    return value.isEmpty()
               ? QString()
               : tr("by default: %1").arg(QString::fromUtf8(value.first(std::min(value.size(), longestHint))));
}

void BlockForm::setUsable(bool usable)
{
    setEnabled(usable);
}

void BlockForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_body = NginxContext::Foreign;
        makeRows();
        refresh();
    }
}

} // namespace gw
