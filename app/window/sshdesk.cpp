// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sshdesk.h"

#include "app/change/login.h"
#include "backend/findings/remedy.h"
#include "backend/plan/confinement.h"
#include "widgets/server/serverpage.h"
#include "widgets/ssh/publickeytext.h"
#include "widgets/ssh/sshpage.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>

namespace gw {
namespace {

using namespace std::chrono_literals;
using State = KeyGuide::State;

constexpr qint64 largestPublicKey = 64 * 1024;
constexpr int mostSnapshots = 200; // each is read whole

QString personAndComputer()
{
    return qEnvironmentVariable("USER", QStringLiteral("me")) + u'@' + QSysInfo::machineHostName();
}

/// Only this key opens the door, so that its proof proves it.
Route byKeyAlone(Route route, const KeyGuide &guide)
{
    if (route.hops.isEmpty())
        return route;
    HopSettings &last = route.hops.last();
    last.identityFiles = {guide.file};
    last.certificateFiles.clear();
    last.identitiesOnly = true;
    last.preferredAuthentications = {QStringLiteral("publickey")};
    return route;
}

/// One whose two parts lie on this computer; `path` leads to either.
Result<KeyGuide> existingKey(const QString &path, const QString &user)
{
    const QString suffix = QStringLiteral(".pub");
    KeyGuide guide;
    guide.user = user;
    guide.file = path.endsWith(suffix) ? path.chopped(suffix.size()) : path;
    const auto refused = [&guide](const QString &reason, const QString &advice) {
        return Error{Error::Kind::Invalid, SshDesk::tr("Use the key %1").arg(guide.file), reason, advice, {}};
    };
    QFile file(guide.file + suffix);
    if (!file.open(QFile::ReadOnly))
        return refused(SshDesk::tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()), {});
    const PublicKeyText text = publicKeyText(QString::fromUtf8(file.read(largestPublicKey)));
    if (text.line.isEmpty())
        return refused(text.problem, {});
    if (!QFile::exists(guide.file))
        return refused(SshDesk::tr("Its private part is not on this computer, so it could not be proven from here"),
                       SshDesk::tr("Add a key of somebody else under “Add a key…”"));
    guide.made = State::Done;
    guide.publicLine = text.line;
    guide.fingerprint = text.fingerprint;
    return guide;
}

/// What to do about a login that did not succeed.
QString whyNotProven(const Error &error, const KeyGuide &guide)
{
    if (error.kind != Error::Kind::NeedsAnswer)
        return error.text();
    return SshDesk::tr("%1 is locked with a passphrase. Add it to the SSH agent (ssh-add) and try again.")
        .arg(guide.file);
}

/// It stands among the authorised keys that the last survey saw.
bool isInstalled(const Facts *facts, const KeyGuide &guide)
{
    if (!facts || !facts->users || guide.fingerprint.isEmpty())
        return false;
    for (const UserAccount &user : *facts->users) {
        if (user.name != guide.user || !user.keys)
            continue;
        for (const AuthorizedKey &key : *user.keys) {
            if (key.fingerprint == guide.fingerprint)
                return true;
        }
    }
    return false;
}

/// When each key was seen first in the surveys that are kept.
Result<FirstSeen> firstSeen(Store &store, const HostId &id)
{
    FirstSeen seen;
    QList<SnapshotInfo> kept = GW_TRY(store.snapshots(id));
    if (kept.size() > mostSnapshots)
        kept = kept.last(mostSnapshots);    // the oldest
    for (const SnapshotInfo &info : kept) { // newest first
        const Facts facts = factsFrom(GW_TRY(store.snapshot(info.id)));
        if (!facts.users)
            continue;
        for (const UserAccount &user : *facts.users) {
            if (!user.keys)
                continue;
            for (const AuthorizedKey &key : *user.keys)
                seen[key.fingerprint.raw()] = info.takenAt;
        }
    }
    return seen;
}

} // namespace

SshDesk::SshDesk(Fleet &fleet, Storage storage, ServerPage &server, SshPage &page)
    : m_fleet(fleet), m_storage(std::move(storage)), m_server(server), m_page(page)
{
    connect(&m_page, &SshPage::changesRequested, this, &SshDesk::plan);
    connect(&m_page, &SshPage::hardenRequested, this, [this] {
        if (const Session *shown = session(); shown && shown->facts())
            plan(hardeningOf(*shown->facts()));
    });
    connect(&m_page, &SshPage::rootRequested, this, [this] {
        if (Session *shown = session())
            shown->becomeRoot();
    });
    connect(&m_page, &SshPage::stopRequested, this, [this] {
        if (Changing *shown = changing())
            shown->stopPlanning();
    });
    connect(&m_page, &SshPage::makeKeyRequested, this, &SshDesk::makeKey);
    connect(&m_page, &SshPage::existingKeyChosen, this, &SshDesk::useKey);
    connect(&m_page, &SshPage::proveKeyRequested, this, &SshDesk::proveKey);
    connect(&m_page, &SshPage::protectionRequested, this, &SshDesk::askProtection);
    connect(&m_page, &SshPage::publicKeyFileChosen, this, &SshDesk::readPublicKey);
    connect(&m_page, &SshPage::rollOutRequested, this, [this](const QString &user, const QString &fingerprint) {
        Q_EMIT rollOutRequested(m_shown, user, fingerprint);
    });
}

Session *SshDesk::session() const
{
    return m_fleet.session(m_server.server().id);
}

Changing *SshDesk::changing() const
{
    return m_fleet.changing(m_server.server().id);
}

void SshDesk::fill(Session *session)
{
    const HostId &id = session->server().id;
    const bool another = id != m_shown;
    if (another) {
        m_making.stop();
        m_choosing.stop();
        m_proving.stop();
        m_asking.stop();
        m_shown = id;
        m_page.setFacts(nullptr, nullptr); // what was typed was meant for the other one
        m_page.setProtection(Gap{});
        m_page.setKeyProposal(QStringLiteral("id_ed25519_gatewright"), personAndComputer());
    }
    m_page.setFacts(session->facts(), session->review());
    const auto *online = std::get_if<Online>(&session->connection());
    m_page.setAuthentication(online ? online->authentication : QString());
    if (const auto guide = m_guides.find(id); guide != m_guides.end()) {
        if (isInstalled(session->facts().get(), *guide))
            guide->installed = State::Done;
        m_page.setGuide(*guide);
    } else {
        m_page.setGuide(std::nullopt);
    }
    if (const Changing *here = changing()) {
        m_page.setBusy(here->isPlanning() ? tr("Making the plan") : QString());
        m_page.setProblem(here->planError());
        if (here->state() && here->state()->outcome == Outcome::Kept) {
            for (const Confinement &measured : confinementsIn(here->state()->steps)) {
                if (measured.after)
                    m_page.setExposureAfter(measured.unit, *measured.after);
            }
        }
    }
}

void SshDesk::opened()
{
    readFirstSeen();
}

void SshDesk::plan(const QList<Intent> &intents)
{
    if (Changing *shown = changing())
        shown->plan(intents);
}

// ---- a key of this computer ----

void SshDesk::showGuide(std::optional<KeyGuide> guide)
{
    if (guide)
        m_guides[m_shown] = *guide;
    m_page.setGuide(guide);
}

void SshDesk::makeKey(const KeyWish &wish)
{
    const Session *shown = session();
    if (!shown || !shown->facts())
        return;
    KeyGuide guide;
    guide.user = shown->facts()->access.user.raw();
    guide.file = QDir::home().filePath(QStringLiteral(".ssh/") + wish.name);
    guide.made = State::Running;
    showGuide(guide);
    KeyPairRequest request{guide.file, wish.comment, wish.passphrase, {}};
    if (wish.agent == KeyWish::Agent::Add)
        request.agentSocket = qEnvironmentVariable("SSH_AUTH_SOCK");
    m_making.start([request](std::stop_token stop) { return makeKeyPair(request, Clock::now() + 30s, stop); },
                   [this, guide](Result<KeyPair> made) mutable {
                       guide.made = made ? State::Done : State::Failed;
                       guide.detail = made ? made->agentProblem : made.error().text();
                       if (made) {
                           guide.publicLine = made->publicLine;
                           guide.fingerprint = made->fingerprint;
                       }
                       if (made)
                           install(guide);
                       else
                           showGuide(guide);
                   });
}

void SshDesk::useKey(const QString &path)
{
    const Session *shown = session();
    if (!shown || !shown->facts())
        return;
    m_choosing.start(
        [path, user = shown->facts()->access.user.raw()](std::stop_token) { return existingKey(path, user); },
        [this](Result<KeyGuide> guide) {
            if (guide)
                install(*guide);
            else
                Q_EMIT failed(guide.error());
        });
}

/// The key is there: now the server gets it, unless it has it already.
void SshDesk::install(KeyGuide guide)
{
    const Session *shown = session();
    if (!shown)
        return;
    if (isInstalled(shown->facts().get(), guide))
        guide.installed = State::Done;
    showGuide(guide);
    if (guide.installed != State::Done)
        plan({AddAuthorizedKey{guide.user, guide.publicLine}});
}

void SshDesk::proveKey()
{
    Session *shown = session();
    if (!shown || !m_guides.contains(m_shown))
        return;
    KeyGuide guide = m_guides[m_shown];
    guide.proven = State::Running;
    showGuide(guide);
    shown->use<QString>(
        m_proving,
        [guide](const HostConnection::Reached &reached, const Route &route, std::stop_token stop) -> Result<QString> {
            const Way way = wayOf(byKeyAlone(route, guide), reached.answers, reached.elevation, reached.shell);
            const Login login = GW_TRY(logInAgain(way, LoginProof{guide.user, 0}, stop));
            return login.detail;
        },
        [this, guide](Result<QString> proven) mutable {
            guide.proven = proven ? State::Done : State::Failed;
            guide.detail = proven ? *proven : whyNotProven(proven.error(), guide);
            showGuide(guide);
        });
}

// ---- what is asked beside the survey ----

void SshDesk::askProtection()
{
    Session *shown = session();
    if (!shown)
        return;
    shown->use<Protection>(
        m_asking,
        [](const HostConnection::Reached &reached, const Route &, std::stop_token stop) {
            return gw::askProtection(reached.shell, reached.elevation, stop);
        },
        [this](Result<Protection> protection) {
            if (protection)
                m_page.setProtection(*protection);
            else
                m_page.setProtection(Gap{Gap::Reason::Failed, UntrustedText(protection.error().text())});
        });
}

void SshDesk::readFirstSeen()
{
    m_storage.start<FirstSeen>(
        m_firstSeen, [id = m_shown](Store &store) { return firstSeen(store, id); },
        [this](Result<FirstSeen> seen) {
            if (seen)
                m_page.setFirstSeen(*seen);
        });
}

void SshDesk::readPublicKey(const QString &path)
{
    m_reading.start(
        [path](std::stop_token) -> Result<QString> {
            QFile file(path);
            if (!file.open(QFile::ReadOnly))
                return Error{Error::Kind::Invalid, tr("Read %1").arg(path), file.errorString(), {}, {}};
            return QString::fromUtf8(file.read(largestPublicKey));
        },
        [this](Result<QString> text) {
            if (text)
                m_page.setPublicKeyText(*text);
            else
                Q_EMIT failed(text.error());
        });
}

} // namespace gw
