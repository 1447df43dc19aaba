// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/commandpalette.h"

#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/rowlist.h"
#include "widgets/theme/fonts.h"
#include "widgets/theme/paint.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr int mostResults = 50;

struct Candidate {
    int score = 0;
    Row row;
};

Row titled(const QString &key, const QString &title)
{
    Row row;
    row.key = key;
    row.title = title;
    return row;
}

} // namespace

int fuzzyScore(QStringView typed, QStringView text)
{
    int score = 0;
    qsizetype from = 0;
    qsizetype last = -2;
    for (const QChar wanted : typed) {
        if (wanted.isSpace())
            continue;
        const qsizetype at = text.indexOf(wanted, from, Qt::CaseInsensitive);
        if (at < 0)
            return 0;
        const bool wordStart = at == 0 || !text[at - 1].isLetterOrNumber();
        score += at == last + 1 ? 6 : wordStart ? 4 : 1;
        last = at;
        from = at + 1;
    }
    // A name that is only a little longer than what was typed is the likelier one.
    return score * 16 + int(qMax<qsizetype>(0, 64 - text.size()) / 4) + 1;
}

CommandPalette::CommandPalette(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("commandPalette"));
    hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 8);
    column->setSpacing(0);
    m_input = new QLineEdit(this);
    m_input->setObjectName(QStringLiteral("paletteInput"));
    m_input->setFrame(false);
    m_input->setFont(fonts::sized(fonts::body(), 15));
    m_input->setFixedHeight(48);
    m_input->setTextMargins(14, 0, 14, 0);
    QPalette clear = m_input->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_input->setPalette(clear);
    m_list = new RowList(RowList::Size::Scroll, this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setInset(14);
    m_list->setInteractive(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_empty = new PlainLabel(PlainLabel::Role::Body, Tone::Muted, this);
    m_empty->setContentsMargins(15, 14, 14, 10);
    column->addWidget(m_input);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty);
    m_input->installEventFilter(this);
    parent->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(m_list, &RowList::rowActivated, this, &CommandPalette::choose);
    retranslate();
}

void CommandPalette::addCommand(QAction *action)
{
    m_actions << action;
}

void CommandPalette::setServer(const Server &server)
{
    m_servers.insert(server.id, server);
    refreshIfOpen();
}

void CommandPalette::removeServer(const HostId &id)
{
    m_servers.remove(id);
    m_findings.remove(id);
    refreshIfOpen();
}

void CommandPalette::setFindings(const HostId &server, const QList<Finding> &findings)
{
    m_findings.insert(server, findings);
    refreshIfOpen();
}

void CommandPalette::refreshIfOpen()
{
    if (isHidden())
        return;
    const int row = m_list->currentIndex().row();
    refresh();
    m_list->setCurrentIndex(m_list->model()->index(qBound(0, row, m_list->model()->rowCount() - 1), 0));
}

void CommandPalette::open()
{
    m_before = QApplication::focusWidget();
    m_input->clear();
    refresh();
    place();
    show();
    raise();
    m_input->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    if (isHidden())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::refresh()
{
    const QString typed = m_input->text().trimmed();
    QList<Candidate> found;
    // Of equal matches servers come first, then commands, then findings, the worst first.
    const auto offer = [&](int bonus, const QString &text, Row row) {
        const int score = typed.isEmpty() ? 1 : fuzzyScore(typed, text);
        if (score > 0)
            found.append({score + bonus, std::move(row)});
    };
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const QAction *action = m_actions[i];
        if (!action || !action->isEnabled() || !action->isVisible())
            continue;
        Row row = titled(QStringLiteral("action/%1").arg(i), action->text());
        row.icon = QStringLiteral("action");
        row.trailing = action->shortcut().toString(QKeySequence::NativeText);
        offer(36, row.title, row);
    }
    for (const Server &server : std::as_const(m_servers)) {
        Row row = titled(QStringLiteral("server/%1").arg(server.id.text()), server.name);
        row.icon = QStringLiteral("server");
        row.trailing = format::joined({server.group, server.isLocal() ? QString() : server.target});
        offer(40, QStringList{server.name, server.target, server.tags.join(u' ')}.join(u' '), row);
    }
    if (!typed.isEmpty()) { // too many to be of use before something is typed
        for (auto it = m_findings.cbegin(); it != m_findings.cend(); ++it) {
            const QString name = m_servers.value(it.key()).name;
            for (qsizetype i = 0; i < it->size(); ++i) {
                const Finding &finding = it->at(i);
                Row row = titled(QStringLiteral("finding/%1/%2").arg(it.key().text()).arg(i), finding.title);
                row.severity = finding.severity;
                row.trailing = format::joined({name, shortPlaceOf(finding)});
                offer(8 * int(finding.severity), QStringList{finding.title, name, finding.rule.text()}.join(u' '), row);
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    QList<Row> rows;
    for (const Candidate &candidate : found.mid(0, mostResults))
        rows << candidate.row;
    m_list->setRows(rows);
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    m_list->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    place();
}

void CommandPalette::place()
{
    const QRect window = parentWidget()->rect();
    const int width = qMin(620, window.width() - 48);
    const int rows = m_list->model()->rowCount();
    const int list = rows == 0 ? 48 : qMin(rows * 38, 418);
    const int height = qMin(49 + list + 9, window.height() - 96);
    setGeometry((window.width() - width) / 2, qMin(72, window.height() / 10), width, height);
}

void CommandPalette::choose(const QString &key)
{
    const QString kind = key.section(u'/', 0, 0);
    const QString id = key.section(u'/', 1, 1);
    close();
    if (kind == QLatin1String("action")) {
        if (QAction *action = m_actions.value(id.toInt()))
            action->trigger();
    } else if (kind == QLatin1String("server")) {
        Q_EMIT serverChosen(HostId(id));
    } else {
        const QList<Finding> findings = m_findings.value(HostId(id));
        const int index = key.section(u'/', 2, 2).toInt();
        if (index < findings.size())
            Q_EMIT findingChosen(HostId(id), FindingKey(findings[index]));
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason &&
        static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        hide(); // somebody went elsewhere: leave the keyboard there
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto move = [this](int by) {
        const int rows = m_list->model()->rowCount();
        if (rows > 0)
            m_list->setCurrentIndex(m_list->model()->index(qBound(0, m_list->currentIndex().row() + by, rows - 1), 0));
    };
    switch (key->key()) {
    case Qt::Key_Escape: close(); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(10); return true;
    case Qt::Key_PageUp: move(-10); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->currentIndex().isValid())
            choose(m_list->rowModel()->row(m_list->currentIndex().row()).key);
        return true;
    default: return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Tokens &t = Tokens::of(this);
    QPainter painter(this);
    paint::box(&painter, rect(), 10, t.surface, t.isDark ? t.faint : t.border.darker(112));
}

void CommandPalette::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CommandPalette::retranslate()
{
    m_input->setPlaceholderText(tr("Search servers, findings and commands"));
    m_input->setAccessibleName(tr("Search servers, findings and commands"));
    m_list->setAccessibleName(tr("Results"));
    m_empty->setText(tr("Nothing matches. Try part of a server's name or of a command."));
    refreshIfOpen();
}

} // namespace gw
