// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshkeysview.h"

#include "widgets/parts/button.h"
#include "widgets/parts/card.h"
#include "widgets/parts/emptystate.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/ssh/addkeyform.h"
#include "widgets/ssh/keyguidecard.h"
#include "widgets/ssh/makekeyform.h"
#include "widgets/ssh/publickeydialog.h"
#include "widgets/ssh/sshdobjections.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>

namespace gw {
namespace {

constexpr int sideWidth = 372;
constexpr int userColumn = 84;

bool passwordsAreOff(const Facts &facts)
{
    if (!facts.sshd || !facts.sshd->effective)
        return false;
    const SshdEffective &sshd = *facts.sshd->effective;
    return sshd.value(QStringLiteral("passwordauthentication")) == QLatin1String("no") &&
           sshd.value(QStringLiteral("kbdinteractiveauthentication")) == QLatin1String("no");
}

} // namespace

SshKeysView::SshKeysView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("sshKeys"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(makeList(), 1);
    row->addWidget(makeSide());
    m_proposedName = QStringLiteral("id_ed25519");
    retranslate();
}

QWidget *SshKeysView::makeList()
{
    m_listCard = new Card(this);
    m_listCard->setFlush();
    m_filter = new QLineEdit(m_listCard);
    m_filter->setObjectName(QStringLiteral("keyFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(180);
    m_listCard->addToHeader(m_filter);
    m_list = new RowList(RowList::Size::Scroll, m_listCard);
    m_list->setObjectName(QStringLiteral("keyList"));
    m_list->setInset(14);
    m_list->setLeadWidth(userColumn);
    m_list->setInteractive(true);
    m_empty = new EmptyState(m_listCard);
    m_empty->setIconName(QStringLiteral("key"));
    m_objection = new PlainLabel(PlainLabel::Role::Small, Tone::Warning, m_listCard);
    m_objection->setObjectName(QStringLiteral("removeObjection"));
    m_objection->setOverflow(PlainLabel::Overflow::Wrap);
    m_objection->setContentsMargins(14, 8, 14, 0);
    const auto button = [this](Button::Kind kind, const char *name) {
        auto *made = new Button(kind, m_listCard);
        made->setObjectName(QLatin1String(name));
        return made;
    };
    m_add = button(Button::Kind::Secondary, "addKey");
    m_rollOut = button(Button::Kind::Secondary, "rollOutKey");
    m_copy = button(Button::Kind::Secondary, "copyKey");
    m_remove = button(Button::Kind::Danger, "removeKey");
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(14, 10, 14, 8);
    buttons->setSpacing(8);
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    for (Button *each : {m_rollOut, m_copy, m_remove})
        buttons->addWidget(each);
    m_listCard->body()->setSpacing(0);
    m_listCard->body()->addWidget(m_list, 1);
    m_listCard->body()->addWidget(m_empty, 1);
    m_listCard->body()->addWidget(m_objection);
    m_listCard->body()->addLayout(buttons);

    connect(m_filter, &QLineEdit::textChanged, this, &SshKeysView::refresh);
    new QShortcut(Qt::Key_Escape, m_filter, m_filter, &QLineEdit::clear, Qt::WidgetShortcut);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SshKeysView::refreshActions);
    connect(m_empty, &EmptyState::actionRequested, m_filter, &QLineEdit::clear);
    connect(m_add, &Button::clicked, this, &SshKeysView::openAdd);
    connect(m_remove, &Button::clicked, this, [this] {
        if (const auto key = chosen())
            Q_EMIT changesRequested({RemoveAuthorizedKey{key->user, key->key.fingerprint.raw()}});
    });
    connect(m_copy, &Button::clicked, this, [this] {
        if (const auto key = chosen())
            QGuiApplication::clipboard()->setText(key->key.fingerprint.shown());
    });
    connect(m_rollOut, &Button::clicked, this, [this] {
        if (const auto key = chosen())
            Q_EMIT rollOutRequested(key->user, key->key.fingerprint.raw());
    });
    return m_listCard;
}

QWidget *SshKeysView::makeSide()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(sideWidth);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    m_guide = new KeyGuideCard(content);
    m_makeForm = new MakeKeyForm(content);
    m_addForm = new AddKeyForm(content);
    m_makeForm->hide();
    m_addForm->hide();
    column->addWidget(m_makeForm);
    column->addWidget(m_addForm);
    column->addWidget(m_guide);
    column->addStretch(1);
    scroll->setWidget(content);

    connect(m_guide, &KeyGuideCard::makeRequested, this, [this] {
        closeForms();
        m_makeForm->open(m_proposedName, m_proposedComment);
    });
    connect(m_guide, &KeyGuideCard::useExistingRequested, this, [this] {
        connect(openPublicKeyDialog(this), &QFileDialog::fileSelected, this, &SshKeysView::existingKeyChosen);
    });
    connect(m_guide, &KeyGuideCard::installRequested, this, [this] {
        Q_EMIT changesRequested({AddAuthorizedKey{m_guide->guide().user, m_guide->guide().publicLine}});
    });
    connect(m_guide, &KeyGuideCard::proveRequested, this, &SshKeysView::proveKeyRequested);
    connect(m_guide, &KeyGuideCard::passwordsOffRequested, this, &SshKeysView::turnPasswordsOff);
    connect(m_makeForm, &MakeKeyForm::makeRequested, this, &SshKeysView::makeKeyRequested);
    connect(m_makeForm, &MakeKeyForm::cancelled, this, &SshKeysView::closeForms);
    connect(m_addForm, &AddKeyForm::cancelled, this, &SshKeysView::closeForms);
    connect(m_addForm, &AddKeyForm::fileChosen, this, &SshKeysView::publicKeyFileChosen);
    connect(m_addForm, &AddKeyForm::addRequested, this, [this](const QString &user, const QByteArray &line) {
        closeForms();
        Q_EMIT changesRequested({AddAuthorizedKey{user, line}});
    });
    return scroll;
}

void SshKeysView::setFacts(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review)
{
    m_facts = std::move(facts);
    m_review = std::move(review);
    if (!m_facts)
        closeForms();
    m_addForm->setUsers(m_facts && m_facts->users ? *m_facts->users : QList<UserAccount>(),
                        m_facts ? m_facts->access.user.raw() : QString());
    m_guide->setPasswords(m_facts && passwordsAreOff(*m_facts) ? KeyGuideCard::Passwords::Off
                                                               : KeyGuideCard::Passwords::On);
    refresh();
}

void SshKeysView::setFirstSeen(const FirstSeen &firstSeen)
{
    m_firstSeen = firstSeen;
    refresh();
}

void SshKeysView::setGuide(const KeyGuide &guide)
{
    m_guide->setGuide(guide);
}

void SshKeysView::setPublicKeyText(const QString &text)
{
    m_addForm->setText(text);
}

void SshKeysView::setKeyProposal(const QString &name, const QString &comment)
{
    m_proposedName = name;
    m_proposedComment = comment;
}

std::optional<UserKey> SshKeysView::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return m_facts && index.isValid() ? keyOfRow(*m_facts, m_list->rowModel()->row(index.row()).key) : std::nullopt;
}

void SshKeysView::closeForms()
{
    const bool hadKeyboard = m_makeForm->isAncestorOf(focusWidget()) || m_addForm->isAncestorOf(focusWidget());
    m_makeForm->hide();
    m_addForm->hide();
    if (hadKeyboard)
        m_add->setFocus();
}

void SshKeysView::openAdd()
{
    const QModelIndex index = m_list->currentIndex();
    const auto key = chosen();
    const QString user = key               ? key->user
                         : index.isValid() ? m_list->rowModel()->row(index.row()).key
                         : m_facts         ? m_facts->access.user.raw()
                                           : QString();
    closeForms();
    m_addForm->open(user);
}

void SshKeysView::turnPasswordsOff()
{
    Q_EMIT changesRequested({SetSshd{QStringLiteral("PasswordAuthentication"), QStringLiteral("no")},
                             SetSshd{QStringLiteral("KbdInteractiveAuthentication"), QStringLiteral("no")}});
}

void SshKeysView::refresh()
{
    const QList<Row> rows = m_facts ? keyRows(*m_facts, m_review.get(), m_firstSeen, m_filter->text()) : QList<Row>();
    m_list->setRows(rows);
    int keys = 0;
    if (m_facts && m_facts->users) {
        for (const UserAccount &user : *m_facts->users)
            keys += user.keys ? int(user.keys->size()) : 0;
    }
    m_listCard->setTitle(tr("Authorised keys"), keys == 1 ? tr("1 key") : tr("%1 keys").arg(keys));
    m_list->setVisible(!rows.isEmpty());
    m_empty->setVisible(rows.isEmpty());
    if (!m_filter->text().isEmpty())
        m_empty->setTexts(tr("No key holds these words"), QString(), tr("Clear the filter"));
    else if (m_facts && !m_facts->users)
        m_empty->setTexts(tr("The keys are not known"),
                          tr("They could not be read: %1.").arg(m_facts->users.gap().text()));
    else
        m_empty->setTexts(tr("No user can log in"), tr("No account of this server has a shell."));
    refreshActions();
}

QString SshKeysView::objectionToRemoving(const UserKey &key) const
{
    const UserAccount *own = ownAccount(*m_facts);
    if (!own || own->name != key.user || own->keys->size() != 1)
        return {};
    return passwordsAreOff(*m_facts)
               ? tr("The only key of %1, as whom you are logged in, and passwords are off: add another one first.")
                     .arg(own->name.shown(40))
               : tr("The only key of %1, as whom you are logged in.").arg(own->name.shown(40));
}

void SshKeysView::refreshActions()
{
    const auto key = chosen();
    for (Button *button : {m_rollOut, m_copy, m_remove})
        button->setEnabled(key.has_value());
    const QString objection = key ? objectionToRemoving(*key) : QString();
    m_objection->setText(objection);
    m_objection->setVisible(!objection.isEmpty());
    m_remove->setAccessibleDescription(objection);
}

void SshKeysView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SshKeysView::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter keys"));
    m_filter->setAccessibleName(tr("Filter keys"));
    m_list->setAccessibleName(tr("Authorised keys"));
    m_add->setText(tr("Add a key…"));
    m_rollOut->setText(tr("Roll out to other servers…"));
    m_copy->setText(tr("Copy fingerprint"));
    m_remove->setText(tr("Remove…"));
    refresh();
}

} // namespace gw
