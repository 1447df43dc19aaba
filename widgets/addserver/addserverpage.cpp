// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/addserver/addserverpage.h"

#include "widgets/addserver/serverform.h"
#include "widgets/parts/button.h"
#include "widgets/parts/errorpanel.h"
#include "widgets/parts/format.h"
#include "widgets/parts/formcolumn.h"
#include "widgets/parts/notice.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/parts/progressstrip.h"
#include "widgets/parts/rowlist.h"

#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QIntValidator>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QVBoxLayout>

namespace gw {
namespace {

/// What stands in the address field: "user@host:port", each part as it was typed.
struct Address {
    QString user; ///< with its '@'
    QString host; ///< without brackets
    QString port;
    bool brackets = false;
};

Address split(const QString &target)
{
    Address address;
    const qsizetype at = target.lastIndexOf(u'@') + 1;
    address.user = target.left(at);
    if (address.user.isEmpty() && target.startsWith(QLatin1String("ssh://")))
        address.user = target.left(6);
    address.host = target.mid(address.user.size());
    if (address.user.startsWith(QLatin1String("ssh://")) && address.host.endsWith(u'/'))
        address.host.chop(1);
    address.brackets = address.host.startsWith(u'[');
    if (address.brackets) {
        const qsizetype closing = address.host.indexOf(u']');
        address.port = closing < 0 ? QString() : address.host.mid(closing + 2);
        address.host = address.host.mid(1, closing - 1);
    } else if (address.host.count(u':') == 1) {
        address.port = address.host.section(u':', 1);
        address.host = address.host.section(u':', 0, 0);
    }
    return address;
}

QString joined(const Address &address)
{
    const bool brackets = address.brackets || (!address.port.isEmpty() && address.host.contains(u':'));
    const QString host = brackets ? QStringLiteral("[%1]").arg(address.host) : address.host;
    return address.user + (address.port.isEmpty() ? host : QStringLiteral("%1:%2").arg(host, address.port));
}

} // namespace

AddServerPage::AddServerPage(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("addServerPage"));
    QVBoxLayout *column = makeFormColumn(this);
    QWidget *body = column->parentWidget();
    m_title = new PlainLabel(PlainLabel::Role::Title, Tone::Neutral, body);
    m_subtitle = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, body);
    m_subtitle->setOverflow(PlainLabel::Overflow::Wrap);
    auto *heading = new QVBoxLayout;
    heading->setSpacing(2);
    heading->addWidget(m_title);
    heading->addWidget(m_subtitle);
    column->addLayout(heading);
    column->addSpacing(4);
    m_problem = new Notice(body);
    m_problem->setObjectName(QStringLiteral("addProblem"));
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(makeTarget());
    m_question = new QuestionPanel(body);
    m_error = new ErrorPanel(body);
    m_error->setEditable(false);
    column->addWidget(m_question);
    column->addWidget(m_error);
    column->addWidget(makeSteps());
    column->addWidget(makeKeep());
    column->addStretch(1);

    connect(m_question, &QuestionPanel::hostKeyAccepted, this, &AddServerPage::hostKeyAccepted);
    connect(m_question, &QuestionPanel::secretsGiven, this, &AddServerPage::secretsGiven);
    connect(m_error, &ErrorPanel::retryRequested, this, &AddServerPage::connectNow);
    retranslate();
    startAdding();
}

QWidget *AddServerPage::makeTarget()
{
    m_targetCard = new Card(this);
    m_targetLabel = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, m_targetCard);
    m_target = new QLineEdit(m_targetCard);
    m_target->setObjectName(QStringLiteral("target"));
    m_aliasModel = new QStringListModel(this);
    auto *completer = new QCompleter(m_aliasModel, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_target->setCompleter(completer);
    m_connect = new Button(Button::Kind::Primary, m_targetCard);
    m_connect->setObjectName(QStringLiteral("connect"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_target, 1);
    row->addWidget(m_connect);
    m_targetHelp = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, m_targetCard);
    m_targetHelp->setOverflow(PlainLabel::Overflow::Wrap);
    m_more = new Button(Button::Kind::Link, m_targetCard);
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setIconName(QStringLiteral("chevron-right"));

    m_moreArea = new QWidget(m_targetCard);
    auto *grid = new QGridLayout(m_moreArea);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    m_portLabel = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, m_moreArea);
    m_keyLabel = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, m_moreArea);
    m_transportLabel = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, m_moreArea);
    m_port = new QLineEdit(m_moreArea);
    m_port->setObjectName(QStringLiteral("port"));
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_port->setMaximumWidth(100);
    m_key = new QLineEdit(m_moreArea);
    m_key->setObjectName(QStringLiteral("keyFile"));
    m_chooseKey = new Button(Button::Kind::Secondary, m_moreArea);
    m_chooseKey->setObjectName(QStringLiteral("chooseKey"));
    m_transport = new QComboBox(m_moreArea);
    m_transport->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_transport->setObjectName(QStringLiteral("transport"));
    for (const char *id : {"automatic", "libssh", "openssh"})
        m_transport->addItem(QString(), QLatin1String(id));
    grid->addWidget(m_portLabel, 0, 0);
    grid->addWidget(m_keyLabel, 0, 1);
    grid->addWidget(m_transportLabel, 0, 3);
    grid->addWidget(m_port, 1, 0);
    grid->addWidget(m_key, 1, 1);
    grid->addWidget(m_chooseKey, 1, 2);
    grid->addWidget(m_transport, 1, 3);
    grid->setColumnStretch(1, 1);
    m_moreArea->hide();

    m_targetCard->body()->setSpacing(6);
    m_targetCard->body()->addWidget(m_targetLabel);
    m_targetCard->body()->addLayout(row);
    m_targetCard->body()->addWidget(m_targetHelp);
    m_targetCard->body()->addWidget(m_more, 0, Qt::AlignLeft);
    m_targetCard->body()->addWidget(m_moreArea);

    connect(m_more, &Button::clicked, this, [this] { showMore(m_moreArea->isHidden()); });
    connect(m_chooseKey, &Button::clicked, this, &AddServerPage::chooseKey);
    connect(m_connect, &Button::clicked, this, &AddServerPage::connectNow);
    connect(m_target, &QLineEdit::returnPressed, this, &AddServerPage::connectNow);
    connect(m_target, &QLineEdit::textChanged, this, &AddServerPage::refresh);
    return m_targetCard;
}

QWidget *AddServerPage::makeSteps()
{
    m_stepsCard = new Card(this);
    m_steps = new RowList(RowList::Size::Contents, m_stepsCard);
    m_steps->setObjectName(QStringLiteral("steps"));
    m_strip = new ProgressStrip(m_stepsCard);
    m_stepsCard->body()->addWidget(m_steps);
    m_stepsCard->body()->addWidget(m_strip);
    connect(m_strip, &ProgressStrip::stopRequested, this, &AddServerPage::stopRequested);
    return m_stepsCard;
}

QWidget *AddServerPage::makeKeep()
{
    m_keepCard = new Card(this);
    m_form = new ServerForm(m_keepCard);
    m_save = new Button(Button::Kind::Primary, m_keepCard);
    m_save->setObjectName(QStringLiteral("save"));
    m_open = new Button(Button::Kind::Secondary, m_keepCard);
    m_open->setObjectName(QStringLiteral("openUnsaved"));
    m_cancel = new Button(Button::Kind::Secondary, m_keepCard);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_save);
    row->addWidget(m_open);
    row->addWidget(m_cancel);
    row->addStretch(1);
    m_keepCard->body()->setSpacing(12);
    m_keepCard->body()->addWidget(m_form);
    m_keepCard->body()->addLayout(row);
    connect(m_form, &ServerForm::edited, this, &AddServerPage::refresh);
    connect(m_save, &Button::clicked, this, &AddServerPage::save);
    connect(m_open, &Button::clicked, this, [this] { Q_EMIT openRequested(m_form->filledIn(m_server)); });
    connect(m_cancel, &Button::clicked, this, &AddServerPage::cancelled);
    return m_keepCard;
}

void AddServerPage::showMore(bool shown)
{
    m_moreArea->setVisible(shown);
    m_more->setIconName(shown ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"));
}

void AddServerPage::setAliases(const QStringList &aliases)
{
    m_aliases = aliases;
    m_aliasModel->setStringList(aliases);
    retranslate();
}

void AddServerPage::setGroups(const QStringList &groups)
{
    m_form->setGroups(groups);
}

void AddServerPage::setKeychainAvailable(bool available)
{
    m_question->setKeychainAvailable(available);
}

void AddServerPage::startAdding(const QString &target)
{
    m_mode = Mode::Adding;
    m_server = Server();
    m_server.id = HostId::create();
    m_server.transport = QStringLiteral("automatic");
    m_connection = Offline{};
    m_progress.reset();
    m_findings.reset();
    m_started = false;
    m_question->setQuestion({});
    m_form->setServer(m_server);
    m_target->setText(target);
    m_port->clear();
    m_key->clear();
    m_transport->setCurrentIndex(0);
    showMore(false);
    m_problem->hide();
    retranslate();
}

void AddServerPage::startEditing(const Server &server)
{
    startAdding(server.target);
    m_mode = Mode::Editing;
    m_server = server;
    m_form->setServer(server);
    Address address = split(server.target);
    m_port->setText(std::exchange(address.port, QString()));
    m_target->setText(joined(address));
    m_key->setText(server.identityFile);
    m_transport->setCurrentIndex(qMax(0, m_transport->findData(server.transport)));
    showMore(true);
    retranslate();
}

void AddServerPage::setConnection(const ConnectionState &connection)
{
    const bool wasOnline = std::holds_alternative<Online>(m_connection);
    m_connection = connection;
    const auto *asking = std::get_if<Asking>(&connection);
    m_question->setQuestion(asking ? asking->question : Question());
    const auto *failed = std::get_if<Failed>(&connection);
    if (failed && failed->error.kind != Error::Kind::NeedsAnswer)
        m_error->setError(failed->error);
    if (std::holds_alternative<Online>(connection) && !wasOnline && m_mode == Mode::Adding && !m_form->isComplete()) {
        Server suggested = m_server;
        suggested.name = split(m_server.target).host;
        m_form->setServer(suggested);
    }
    refresh();
}

void AddServerPage::setProgress(const std::optional<SurveyProgress> &progress)
{
    m_progress = progress;
    refresh();
}

void AddServerPage::setReviewed(int findings)
{
    m_findings = findings;
    refresh();
}

void AddServerPage::setProblem(const QString &problem)
{
    m_problem->setMessage(Tone::Critical, problem);
    m_problem->setVisible(!problem.isEmpty());
}

Server AddServerPage::entered() const
{
    Server server = m_server;
    Address address = split(m_target->text().trimmed());
    if (!m_port->text().isEmpty())
        address.port = m_port->text();
    server.target = joined(address);
    server.identityFile = m_key->text().trimmed();
    server.transport = m_transport->currentData().toString();
    return server;
}

/// Why what stands in the fields cannot be used; empty: it can.
QString AddServerPage::problem() const
{
    const QString target = m_target->text().trimmed();
    if (target.contains(u' ') || target.startsWith(u'-'))
        return tr("\"%1\" is no address: it holds a space or begins with a dash.").arg(target);
    const QString port = split(target).port;
    if (!port.isEmpty() && !m_port->text().isEmpty() && port != m_port->text())
        return tr("The address names port %1 and the port field says %2. Take one of them away.")
            .arg(port, m_port->text());
    return {};
}

void AddServerPage::connectNow()
{
    if (m_target->text().trimmed().isEmpty() || !m_connect->isEnabled())
        return;
    const QString wrong = problem();
    setProblem(wrong);
    if (!wrong.isEmpty())
        return;
    m_server = entered();
    m_started = true;
    m_findings.reset();
    m_connection = Connecting{};
    refresh();
    Q_EMIT connectRequested(m_server);
}

void AddServerPage::save()
{
    if (!m_form->isComplete())
        return;
    const QString wrong = m_mode == Mode::Editing ? problem() : QString();
    setProblem(wrong);
    if (!wrong.isEmpty())
        return;
    const Server server = m_mode == Mode::Editing ? m_form->filledIn(entered()) : m_form->filledIn(m_server);
    Q_EMIT saveRequested(server);
}

void AddServerPage::chooseKey()
{
    // The system's own file dialog; not run in a nested event loop.
    auto *dialog = new QFileDialog(this, tr("Choose a private key"), QDir::homePath() + QStringLiteral("/.ssh"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::Hidden);
    connect(dialog, &QFileDialog::fileSelected, m_key, &QLineEdit::setText);
    dialog->open();
}

void AddServerPage::refresh()
{
    const bool adding = m_mode == Mode::Adding;
    const bool online = std::holds_alternative<Online>(m_connection);
    const auto *failed = std::get_if<Failed>(&m_connection);
    const bool asking = std::holds_alternative<Asking>(m_connection);
    const bool underWay = m_started && !asking && (std::holds_alternative<Connecting>(m_connection) || m_progress);
    m_connect->setVisible(adding && !online);
    m_connect->setEnabled(!underWay && !asking && !m_target->text().trimmed().isEmpty());
    m_target->setEnabled(!underWay && !asking && !(adding && online));
    m_moreArea->setEnabled(m_target->isEnabled());
    m_stepsCard->setVisible(adding && m_started && !failed);
    m_error->setVisible(adding && m_started && failed && failed->error.kind != Error::Kind::NeedsAnswer);
    m_keepCard->setVisible(!adding || (m_started && online));
    m_open->setVisible(adding);
    m_cancel->setVisible(!adding);
    m_save->setEnabled(m_form->isComplete());
    m_strip->setVisible(underWay);
    if (m_progress && m_progress->sectionsExpected > 0)
        m_strip->setProgress(tr("%1 of %2 answers").arg(m_progress->sectionsDone).arg(m_progress->sectionsExpected),
                             m_progress->sectionsDone, m_progress->sectionsExpected);
    else
        m_strip->setProgress(format::connection(m_connection), 0, 0);
    refreshSteps();
}

void AddServerPage::refreshSteps()
{
    enum class State { Waiting, Running, Done };
    const bool online = std::holds_alternative<Online>(m_connection);
    const State connecting = online                                          ? State::Done
                             : std::holds_alternative<Offline>(m_connection) ? State::Waiting
                                                                             : State::Running;
    const State asking = m_findings ? State::Done : online && m_progress ? State::Running : State::Waiting;
    const auto row = [](const QString &key, const QString &title, const QString &detail, State state) {
        Row made;
        made.key = key;
        made.title = title;
        made.detail = detail;
        made.icon = state == State::Done      ? QStringLiteral("check")
                    : state == State::Running ? QStringLiteral("arrow-right")
                                              : QStringLiteral("dot");
        made.trailing = state == State::Done ? tr("done") : state == State::Running ? tr("under way") : QString();
        return made;
    };
    m_steps->setRows(
        {row(QStringLiteral("connect"), tr("Connect and sign in"), format::connection(m_connection), connecting),
         row(QStringLiteral("survey"), tr("Ask the server everything"),
             tr("one round trip; nothing is installed or changed"), asking),
         row(QStringLiteral("review"), tr("Review the answers"),
             m_findings ? (*m_findings == 1 ? tr("1 finding") : tr("%1 findings").arg(*m_findings))
                        : tr("what the world reaches, what is wrong and why"),
             m_findings ? State::Done : State::Waiting)});
}

void AddServerPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_target->setFocus();
}

void AddServerPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (m_mode == Mode::Editing || !m_started))
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

void AddServerPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AddServerPage::retranslate()
{
    const bool adding = m_mode == Mode::Adding;
    m_title->setText(adding ? tr("Add server") : tr("Edit %1").arg(m_server.name));
    m_subtitle->setText(adding
                            ? tr("Connect now, save later. Nothing is installed on the server and nothing is changed.")
                            : tr("What is kept about this server on this computer."));
    m_targetLabel->setText(tr("Address"));
    m_target->setAccessibleName(tr("Address"));
    m_target->setPlaceholderText(tr("user@host, an alias of your ssh_config, or an address"));
    m_targetHelp->setText(
        m_aliases.isEmpty() ? tr("As you would write it after ssh.")
        : m_aliases.size() == 1
            ? tr("As you would write it after ssh. Your ssh_config knows one host: it is offered while you type.")
            : tr("As you would write it after ssh. Your ssh_config knows %1 hosts: they are offered while you type.")
                  .arg(m_aliases.size()));
    m_more->setText(tr("More"));
    m_portLabel->setText(tr("Port"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setPlaceholderText(QStringLiteral("22"));
    m_keyLabel->setText(tr("Private key"));
    m_key->setAccessibleName(tr("Private key"));
    m_key->setPlaceholderText(tr("as ssh would choose"));
    m_chooseKey->setText(tr("Choose…"));
    m_chooseKey->setAccessibleName(tr("Choose a private key"));
    m_transportLabel->setText(tr("Transport"));
    m_transport->setAccessibleName(tr("Transport"));
    m_transport->setItemText(0, tr("Chosen by itself"));
    m_transport->setItemText(1, tr("Built in (libssh)"));
    m_transport->setItemText(2, tr("The system's ssh"));
    m_connect->setText(tr("Connect"));
    m_stepsCard->setTitle(tr("What happens"));
    m_keepCard->setTitle(adding ? tr("Keep this server") : tr("In the list"));
    m_save->setText(adding ? tr("Save server") : tr("Save"));
    m_open->setText(tr("Open without saving"));
    m_cancel->setText(tr("Cancel"));
    m_steps->setAccessibleName(tr("What happens"));
    refresh();
}

} // namespace gw
