// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/rolloutdesk.h"

#include "backend/findings/remedy.h"
#include "backend/plan/driftmatch.h"
#include "widgets/frame/mainwindow.h"
#include "widgets/rollout/rolloutpage.h"
#include "widgets/rollout/rollouttext.h"

#include <QDir>
#include <QEvent>
#include <QFile>

namespace gw {
namespace {

using namespace std::chrono_literals;

const QString holder = QStringLiteral("rollout");
const QString closeNotice = QStringLiteral("closeRollout");
const QString elsewhereNotice = QStringLiteral("rolloutElsewhere");
const QString showAction = QStringLiteral("show");
const QString closeAction = QStringLiteral("close");
const QString discardAction = QStringLiteral("discard");

constexpr auto refreshPause = 50ms;
constexpr qint64 largestPublicKey = 64 * 1024;

// ---- a key ----

struct WishedKey {
    QString user;
    QString fingerprint;
    QList<RemotePath> files; ///< where it stands
    bool hasOptions = false; ///< what it may be used for is limited where it stands
    QString name;            ///< its comment, or the fingerprint; safe to show
};

std::optional<WishedKey> keyOn(const Facts &facts, const QString &user, const QString &fingerprint)
{
    if (!facts.users)
        return {};
    WishedKey wished{user, fingerprint, {}, false, {}};
    for (const UserAccount &account : *facts.users) {
        if (account.name.raw() != user || !account.keys)
            continue;
        for (const AuthorizedKey &key : *account.keys) {
            if (key.fingerprint.raw() != fingerprint)
                continue;
            wished.files << key.file;
            wished.hasOptions = wished.hasOptions || !key.options.isEmpty();
            wished.name = key.comment.isEmpty() ? key.fingerprint.shown() : key.comment.shown(60);
        }
    }
    return wished.files.isEmpty() ? std::nullopt : std::optional(wished);
}

/// The whole line of a file that holds the key.
std::optional<QByteArray> lineWith(const QByteArray &content, const QString &fingerprint)
{
    for (const QByteArray &line : content.split('\n')) {
        const QList<AuthorizedKey> keys = keysIn({}, line);
        if (!keys.isEmpty() && keys.first().fingerprint.raw() == fingerprint)
            return line.trimmed();
    }
    return {};
}

/// Among the public keys of this computer.
std::optional<QByteArray> lineHere(const QString &fingerprint)
{
    const QDir folder(QDir::home().filePath(QStringLiteral(".ssh")));
    for (const QString &name : folder.entryList({QStringLiteral("*.pub")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QFile::ReadOnly))
            continue;
        if (const auto line = lineWith(file.read(largestPublicKey), fingerprint))
            return line;
    }
    return {};
}

Error keyError(const WishedKey &key, const QString &cause)
{
    return {Error::Kind::Failed, RolloutDesk::tr("Read the key %1").arg(key.name), cause, {}, {}};
}

/// From the server it stands on: with its options, which a public key here does not have.
Result<QByteArray> readKey(const WishedKey &key, const Contact &contact, std::stop_token stop)
{
    const FileStates states = GW_TRY(contact.guard.readFiles(contact.shell, key.files, contact.elevation, stop));
    for (const FileState &state : states) {
        if (const auto line = lineWith(state.content, key.fingerprint))
            return *line;
    }
    return keyError(key, RolloutDesk::tr("It does not stand there any more"));
}

RolloutWish::Concern concernOfKey(const Session &session, const HostId &from, const WishedKey &key)
{
    if (session.server().id == from)
        return {false};
    const Facts &facts = *session.facts();
    if (!facts.users)
        return {}; // its plan says what is not known
    const auto user = std::find_if(facts.users->cbegin(), facts.users->cend(),
                                   [&key](const UserAccount &account) { return account.name.raw() == key.user; });
    if (user == facts.users->cend())
        return {true, RolloutDesk::tr("Has no user %1").arg(UntrustedText(key.user).shown(60))};
    const bool isThere = keyOn(facts, key.user, key.fingerprint).has_value();
    return {true, isThere ? RolloutDesk::tr("Has this key already") : QString()};
}

RolloutWish wishFor(const WishedKey &key, const HostId &from, const QByteArray &line)
{
    RolloutWish wish;
    wish.title = RolloutDesk::tr("Add the key %1 for %2").arg(key.name, UntrustedText(key.user).shown(60));
    wish.concern = [key, from](const Session &session) { return concernOfKey(session, from, key); };
    wish.intents = [user = key.user, line](const Facts &, const Review &) {
        return QList<Intent>{AddAuthorizedKey{user, line}};
    };
    wish.choice = RolloutWish::Choice::None;
    return wish;
}

// ---- a finding ----

bool canBeFixed(const Finding &finding, const RuleId &rule)
{
    return finding.rule == rule && finding.fixable;
}

QList<Intent> remediesOf(const Facts &facts, const Review &review, const RuleId &rule)
{
    QList<Finding> findings;
    std::copy_if(review.findings.cbegin(), review.findings.cend(), std::back_inserter(findings),
                 [&rule](const Finding &finding) { return canBeFixed(finding, rule); });
    return remediesFor(facts, findings);
}

const Finding *findingOf(const Session &session, const RuleId &rule)
{
    if (!session.review())
        return nullptr;
    const QList<Finding> &findings = session.review()->findings;
    const auto found = std::find_if(findings.cbegin(), findings.cend(),
                                    [&rule](const Finding &finding) { return canBeFixed(finding, rule); });
    return found == findings.cend() ? nullptr : &*found;
}

} // namespace

RolloutDesk::RolloutDesk(Fleet &fleet, const Storage &storage, MainWindow &frame, RolloutPage &page,
                         ContactOf contactOf)
    : m_fleet(fleet), m_contactOf(contactOf), m_frame(frame), m_page(page),
      m_rolling(fleet, journalIn(storage.path()), std::move(contactOf))
{
    m_show.setSingleShot(true);
    m_show.setInterval(refreshPause);
    connect(&m_show, &QTimer::timeout, this, &RolloutDesk::refresh);
    connect(&m_rolling, &Rolling::stateChanged, this, [this] {
        if (!m_show.isActive())
            m_show.start();
        holdClose();
    });
    connect(&m_rolling, &Rolling::serverEnded, this, [this](const HostId &id) {
        if (Session *session = m_fleet.session(id))
            session->rescan(); // it is not as it was surveyed
        Q_EMIT changeEnded(id);
    });
    m_page.installEventFilter(this);
    connectPage();
    connectClosing();
}

void RolloutDesk::rollOutKey(const HostId &from, const QString &user, const QString &fingerprint)
{
    Session *session = m_fleet.session(from);
    const auto key = session && session->facts() ? keyOn(*session->facts(), user, fingerprint) : std::nullopt;
    if (!key)
        return;
    const auto begin = [this, from, key = *key](const Result<QByteArray> &line) {
        if (line)
            open(wishFor(key, from, *line));
        else
            Q_EMIT failed(line.error());
    };
    session->use<QByteArray>(
        m_key,
        [key = *key, contactOf = m_contactOf, facts = session->facts()](const HostConnection::Reached &reached,
                                                                        const Route &route, std::stop_token stop) {
            return readKey(key, contactOf(reached, route, *facts), stop);
        },
        [this, key = *key, begin](const Result<QByteArray> &line) {
            if (line || key.hasOptions)
                return begin(line);
            m_key.start(
                [key, error = line.error()](std::stop_token) -> Result<QByteArray> {
                    if (const auto here = lineHere(key.fingerprint))
                        return *here;
                    return error;
                },
                begin);
        });
}

void RolloutDesk::fixOnServers(const RuleId &rule)
{
    RolloutWish wish;
    for (const Session *session : m_fleet.sessions()) {
        if (const Finding *finding = findingOf(*session, rule); finding && wish.title.isEmpty())
            wish.title = tr("Fix: %1").arg(finding->title);
    }
    wish.concern = [rule](const Session &session) { return RolloutWish::Concern{findingOf(session, rule) != nullptr}; };
    wish.intents = [rule](const Facts &facts, const Review &review) { return remediesOf(facts, review, rule); };
    open(wish);
}

void RolloutDesk::open(const RolloutWish &wish)
{
    if (m_frame.currentPage() != Page::Rollout) {
        m_from = m_frame.currentPage();
        m_fromServer = m_frame.currentServer();
    }
    m_rolling.begin(wish);
    refresh();
    m_frame.showPage(Page::Rollout);
}

/// What runs goes on; everything else is over with it.
void RolloutDesk::leave()
{
    m_rolling.discard();
    if (m_from == Page::Server)
        Q_EMIT serverRequested(m_fromServer);
    else
        m_frame.showPage(m_from);
}

void RolloutDesk::connectPage()
{
    connect(&m_page, &RolloutPage::chosenChanged, &m_rolling, &Rolling::choose);
    connect(&m_page, &RolloutPage::connectRequested, &m_rolling, &Rolling::connectTo);
    connect(&m_page, &RolloutPage::plansRequested, &m_rolling, &Rolling::makePlans);
    connect(&m_page, &RolloutPage::choiceRequested, &m_rolling, &Rolling::backToChoice);
    connect(&m_page, &RolloutPage::restRequested, &m_rolling, &Rolling::backToChoice);
    connect(&m_page, &RolloutPage::canaryRequested, &m_rolling, &Rolling::makeCanary);
    connect(&m_page, &RolloutPage::startRequested, &m_rolling, &Rolling::start);
    connect(&m_page, &RolloutPage::stopAfterWaveRequested, &m_rolling, &Rolling::stopAfterWave);
    connect(&m_page, &RolloutPage::stopNowRequested, &m_rolling, &Rolling::stopNow);
    connect(&m_page, &RolloutPage::closeRequested, this, &RolloutDesk::leave);
    connect(&m_page, &RolloutPage::serverRequested, this, &RolloutDesk::serverRequested);
    connect(&m_page, &RolloutPage::historyRequested, this, &RolloutDesk::historyRequested);
}

void RolloutDesk::refresh()
{
    m_show.stop();
    m_page.setState(m_rolling.state());
    refreshNotice();
}

/// Whoever looks elsewhere is told how far it is, and how it ended.
void RolloutDesk::refreshNotice()
{
    using Stage = RolloutState::Stage;
    const RolloutState &state = m_rolling.state();
    if (m_frame.currentPage() == Page::Rollout || !m_rolling.isBegun())
        return m_frame.hideNotice(elsewhereNotice);
    const rollouttext::Share share = rollouttext::share(state.members);
    const Notice::Action show{showAction, tr("Show it")};
    const Notice::Action discard{discardAction, tr("Discard it")};
    switch (state.stage) {
    case Stage::Choosing:
    case Stage::Planning:
        return m_frame.showNotice(
            elsewhereNotice, Tone::Info,
            tr("%1: nothing is changed yet, the choice of servers waits for you").arg(state.title), {show, discard});
    case Stage::Running:
        return m_frame.showNotice(elsewhereNotice, Tone::Info,
                                  tr("%1: %2 of %3 servers are done")
                                      .arg(state.title, QString::number(share.done), QString::number(share.all)),
                                  {show});
    case Stage::Ended:
        return m_frame.showNotice(elsewhereNotice, rollouttext::culprit(state.members) ? Tone::Warning : Tone::Good,
                                  tr("%1: %2").arg(state.title, rollouttext::tally(state.members)), {show, discard});
    }
}

bool RolloutDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        m_show.start(); // the frame knows in a moment which page it shows
    return QObject::eventFilter(watched, event);
}

void RolloutDesk::holdClose()
{
    const bool running = m_rolling.isRunning();
    m_frame.setHoldsClose(running && !m_leaving, holder);
    if (!running)
        m_frame.hideNotice(closeNotice);
}

void RolloutDesk::connectClosing()
{
    connect(&m_frame, &MainWindow::closeHeldBack, this, [this] {
        if (m_rolling.isRunning())
            m_frame.showNotice(closeNotice, Tone::Warning,
                               tr("A change of several servers is under way. If you close now, those at work go back "
                                  "to how they were, and no further one begins."),
                               {{showAction, tr("Show it")}, {closeAction, tr("Close anyway")}});
    });
    connect(&m_frame, &MainWindow::noticeActionChosen, this, [this](const QString &notice, const QString &action) {
        if (notice != closeNotice && notice != elsewhereNotice)
            return;
        m_frame.hideNotice(notice);
        if (action == closeAction) {
            m_leaving = true;
            holdClose();
            m_frame.close();
        } else if (action == discardAction) {
            m_rolling.discard();
        } else {
            m_frame.showPage(Page::Rollout);
        }
    });
}

} // namespace gw
