// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/publishdesk.h"

#include "backend/certificates/selfsigned.h"
#include "widgets/publish/publishpage.h"
#include "widgets/web/webpage.h"

namespace gw {
namespace {

constexpr int pause = 150; // ms

/// With what takes its time: the hash of the password, a certificate of its own.
Result<Publish> completed(Publish wish, const QList<Secret> &passwords, PasswordScheme scheme)
{
    for (qsizetype i = 0; i < wish.logins.size() && i < passwords.size(); ++i) {
        PublishLogin &login = wish.logins[i];
        login.password = QString::fromUtf8(passwords[i].bytes());
        if (PublishPage::isPlaceholder(login.hash))
            login.hash = GW_TRY(passwordHash(login.password, scheme));
    }
    if (wish.tls.source == PublishTls::Source::Own) {
        const CertificatePair pair = GW_TRY(selfSigned(wish.domains));
        wish.tls.chainPem = pair.certificate;
        wish.tls.keyPem = pair.key;
    }
    return wish;
}

} // namespace

PublishDesk::PublishDesk(Fleet &fleet, WebPage &page) : m_fleet(fleet), m_web(page), m_page(*page.publish())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &PublishDesk::preview);
    connect(&m_pause, &QTimer::timeout, this, &PublishDesk::lookFromHere);
    connect(&m_page, &PublishPage::edited, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_page, &PublishPage::planRequested, this, &PublishDesk::plan);
}

void PublishDesk::preview()
{
    const Session *session = m_fleet.session(m_shown);
    if (!session || !session->facts())
        return;
    m_previewing.start([facts = session->facts(), wish = m_page.wish()](
                           std::stop_token) -> Result<PublishPreview> { return publishPreview(*facts, wish); },
                       [this, wish = m_page.wish()](const Result<PublishPreview> &preview) {
                           if (preview)
                               m_page.setPreview(wish, *preview);
                       });
}

/// What this computer sees of the name and of the ports, before anything changes.
void PublishDesk::lookFromHere()
{
    Session *session = m_fleet.session(m_shown);
    const Publish wish = m_page.wish();
    const QString name = wish.domains.value(0);
    const QList<quint16> doors = doorsOf(wish);
    if (!session || !name.contains(u'.') || (name == m_asked && doors == m_knocked))
        return;
    session->use(
        m_findingWay,
        [](const HostConnection::Reached &reached, const Route &route, std::stop_token) -> Result<Way> {
            return wayOf(route, {}, reached.elevation, reached.shell);
        },
        [this, name, doors](const Result<Way> &way) {
            if (!way)
                return; // the page says what is wrong with the connection
            if (name != std::exchange(m_asked, name))
                lookUp(name, *way);
            if (doors != std::exchange(m_knocked, doors))
                knock(doors, *way);
        });
}

void PublishDesk::lookUp(const QString &name, const Way &way)
{
    m_lookingUp.start([name, way](std::stop_token stop) -> Result<NameAnswer> { return whereLeads(name, way, stop); },
                      [this](const Result<NameAnswer> &answer) {
                          if (answer)
                              m_page.setNameAnswer(*answer);
                      });
}

void PublishDesk::knock(const QList<quint16> &doors, const Way &way)
{
    m_knocking.start(
        [doors, way](std::stop_token stop) -> Result<QList<PortAnswer>> {
            QList<PortAnswer> answers;
            for (const quint16 door : doors)
                answers.append(whetherAnswers(door, way, stop));
            return answers;
        },
        [this](const Result<QList<PortAnswer>> &answers) {
            if (answers)
                m_page.setPortAnswers(*answers);
        });
}

void PublishDesk::plan(const Publish &wish, const QList<Secret> &passwords)
{
    const Session *session = m_fleet.session(m_shown);
    if (!session || !session->facts())
        return;
    m_page.setUsable(false);
    m_completing.start([wish, passwords, scheme = passwordSchemeOf(*session->facts())](
                           std::stop_token) { return completed(wish, passwords, scheme); },
                       [this](const Result<Publish> &made) {
                           m_page.setUsable(true);
                           if (!made) {
                               Q_EMIT failed(made.error());
                               return;
                           }
                           m_page.setHashes(made->logins);
                           if (Changing *changing = m_fleet.changing(m_shown)) {
                               m_hasPlanned = true;
                               changing->plan({*made});
                           }
                       });
}

void PublishDesk::fill(Session *session)
{
    const HostId &id = session->server().id;
    if (id != m_shown) {
        m_previewing.stop();
        m_completing.stop();
        m_findingWay.stop();
        m_lookingUp.stop();
        m_knocking.stop();
        m_asked.clear();
        m_knocked.clear();
        m_pause.stop();
        m_hasPlanned = false;
        m_web.closePublish(); // what was typed was meant for the other one
        m_page.setUsable(true);
    }
    m_shown = id;
    const Changing *changing = m_fleet.changing(id);
    const auto &state = changing ? changing->state() : std::nullopt;
    if (m_hasPlanned && state && state->outcome == Outcome::Kept) {
        m_hasPlanned = false;
        m_web.closePublish();
    }
}

} // namespace gw
