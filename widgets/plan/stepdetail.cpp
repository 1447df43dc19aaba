// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plan/stepdetail.h"

#include "backend/base/overloaded.h"
#include "backend/base/untrustedtext.h"
#include "widgets/parts/codebox.h"
#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/plan/comparisonpanel.h"
#include "widgets/plan/plantext.h"

#include <QEvent>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr int leastFileHeight = 220;

QString shownCode(const QByteArray &line)
{
    return UntrustedText::fromBytes(line).shownLines();
}

} // namespace

StepDetail::StepDetail(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("stepDetail"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto *content = new QWidget;
    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(16, 12, 14, 10);
    column->setSpacing(6);
    outer->addLayout(column);
    const auto label = [&](PlainLabel::Role role, Tone tone, const char *name) {
        auto *made = new PlainLabel(role, tone, content);
        made->setObjectName(QLatin1String(name));
        made->setOverflow(PlainLabel::Overflow::Wrap);
        made->setCopyable();
        if (role == PlainLabel::Role::Caption)
            made->setContentsMargins(0, 6, 0, 0);
        column->addWidget(made);
        return made;
    };
    const auto box = [&](const char *name) {
        auto *made = new CodeBox(content);
        made->setObjectName(QLatin1String(name));
        column->addWidget(made);
        return made;
    };
    m_title = label(PlainLabel::Role::Heading, Tone::Neutral, "stepTitle");
    m_reason = label(PlainLabel::Role::Body, Tone::Neutral, "stepReason");
    m_commandTitle = label(PlainLabel::Role::Caption, Tone::Muted, "stepCommandTitle");
    m_command = box("stepCommand");
    m_effect = label(PlainLabel::Role::Body, Tone::Neutral, "stepEffect");
    m_undoTitle = label(PlainLabel::Role::Caption, Tone::Muted, "stepUndoTitle");
    m_wayBack = label(PlainLabel::Role::Small, Tone::Muted, "stepWayBack");
    m_undo = box("stepUndo");
    m_lockText = label(PlainLabel::Role::Small, Tone::Muted, "stepLock");
    m_file = new ComparisonPanel(content);
    m_file->setMinimumHeight(leastFileHeight);
    outer->addWidget(m_file, 1);
    m_rest = new QWidget(content);
    outer->addWidget(m_rest, 1);
    setWidget(content);
    content->setAutoFillBackground(false); // the card shows through
    retranslate();
}

void StepDetail::showNothing()
{
    m_step.reset();
    m_proof.reset();
    refresh();
}

void StepDetail::showStep(const Step &step, const QString &lock)
{
    m_step = step;
    m_proof.reset();
    m_lock = lock;
    refresh();
}

void StepDetail::showProof(const Proof &proof)
{
    m_step.reset();
    m_proof = proof;
    refresh();
}

void StepDetail::setText(PlainLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void StepDetail::refresh()
{
    QString title, reason, effect, wayBack, undo;
    QByteArray command;
    bool file = false;
    if (m_step) {
        title = titleOf(m_step->change);
        reason = m_step->reason;
        effect = plantext::effect(m_step->change);
        wayBack = plantext::wayBack(m_step->change);
        file = plantext::path(m_step->change) != nullptr;
        if (!file)
            command = commandOf(m_step->change);
        if (const auto *run = std::get_if<RunCommand>(&m_step->change); run && run->undo)
            undo = shownCode(*run->undo);
    } else if (m_proof) {
        title = titleOf(*m_proof);
        reason = std::visit(
            Overloaded{
                [](const LoginProof &) {
                    return tr("Before \"keep\" is offered, a second connection is opened from this computer, with the "
                              "settings as they are then. The first one stays open meanwhile.");
                },
                [](const PortProof &) {
                    return tr("Before \"keep\" is offered, this computer tries the port as anybody else would.");
                },
                [](const UrlProof &) { return tr("Before \"keep\" is offered, this computer asks for this address."); },
                [](const SiteProof &site) {
                    if (site.how == SiteProof::Try::Stream)
                        return tr("Before \"keep\" is offered, this computer asks the model for a few words, and looks "
                                  "whether they come one by one.");
                    return tr(
                        "Before \"keep\" is offered, this computer asks the server for this address, by its name, "
                        "whether or not name service knows it yet.");
                },
                [](const UnitProof &) {
                    return tr("Before \"keep\" is offered, the server is asked whether it is active.");
                },
            },
            *m_proof);
        effect = tr("If it fails, everything returns at once.");
    }
    setText(m_title, title);
    setText(m_reason, reason);
    setText(m_effect,
            effect.isEmpty() || effect.endsWith(u'.') || effect.endsWith(QChar(0x3002)) ? effect : effect + tr("."));
    setText(m_wayBack, wayBack);
    setText(m_lockText, m_step ? m_lock : QString());
    m_undoTitle->setVisible(!wayBack.isEmpty());
    m_command->setCode(shownCode(command));
    m_command->setVisible(!command.isEmpty());
    m_commandTitle->setVisible(!command.isEmpty());
    m_undo->setCode(undo);
    m_undo->setVisible(!undo.isEmpty());
    m_file->setVisible(file);
    m_rest->setVisible(!file);
    if (file)
        showFile(m_step->change);
}

void StepDetail::showFile(const Change &change)
{
    if (plantext::isSecret(change)) {
        m_file->setNote(QString());
        m_file->setNothing(tr("The content is secret"), tr("It is written as it is and shown nowhere: not here, not in "
                                                           "an export and not in the journal."));
        return;
    }
    std::visit(
        Overloaded{
            [this](const WriteFile &write) {
                const FileAttributes after =
                    write.attributes.value_or(write.before.exists() ? write.before.attributes : FileAttributes{});
                const bool moved = write.before.exists() && after != write.before.attributes;
                const QString now = plantext::attributes(after);
                m_file->setNote(!write.before.exists() ? format::joined({tr("new file"), now})
                                : moved ? tr("%1, before: %2").arg(now, plantext::attributes(write.before.attributes))
                                        : now);
                m_file->setChange(write.before.content, write.after);
            },
            [this](const RemoveFile &remove) {
                m_file->setNote(tr("removed"));
                m_file->setChange(remove.before.content, {});
            },
            [this](const LinkFile &link) {
                m_file->setNote(tr("symbolic link"));
                m_file->setChange(link.before.exists() ? link.before.linkTarget + '\n' : QByteArray(),
                                  link.target + '\n');
            },
            [this](const SetAttributes &set) {
                m_file->setNote(QString());
                m_file->setChange(plantext::attributes(set.before).toUtf8() + '\n',
                                  plantext::attributes(set.after).toUtf8() + '\n');
            },
            [](const auto &) {},
        },
        change);
}

void StepDetail::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StepDetail::retranslate()
{
    m_commandTitle->setText(tr("What runs, as root"));
    m_command->setAccessibleName(tr("What runs, as root"));
    m_undoTitle->setText(tr("Way back"));
    m_undo->setAccessibleName(tr("Way back"));
    refresh();
}

} // namespace gw
