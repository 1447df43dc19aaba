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
Result<Publish> completed(Publish wish, const Secret &password)
{
    if (!wish.logins.isEmpty() && !password.isEmpty()) {
        PublishLogin &login = wish.logins.first();
        login.password = QString::fromUtf8(password.bytes());
        login.hash = GW_TRY(passwordHash(login.password));
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
    connect(&m_pause, &QTimer::timeout, this, &PublishDesk::askForName);
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

void PublishDesk::askForName()
{
    Session *session = m_fleet.session(m_shown);
    const QString name = m_page.wish().domains.value(0);
    if (!session || !name.contains(u'.') || name == m_asked)
        return;
    m_asked = name;
    session->use(
        m_findingWay,
        [](const HostConnection::Reached &reached, const Route &route, std::stop_token) -> Result<Way> {
            return wayOf(route, {}, reached.elevation, reached.shell);
        },
        [this, name](const Result<Way> &way) {
            if (!way)
                return; // the page says what is wrong with the connection
            m_lookingUp.start(
                [name, way = *way](std::stop_token stop) -> Result<NameAnswer> { return whereLeads(name, way, stop); },
                [this](const Result<NameAnswer> &answer) {
                    if (answer)
                        m_page.setNameAnswer(*answer);
                });
        });
}

void PublishDesk::plan(const Publish &wish, const Secret &password)
{
    m_page.setUsable(false);
    m_completing.start([wish, password](std::stop_token) { return completed(wish, password); },
                       [this](const Result<Publish> &made) {
                           m_page.setUsable(true);
                           if (!made) {
                               Q_EMIT failed(made.error());
                               return;
                           }
                           if (!made->logins.isEmpty())
                               m_page.setHash(made->logins.first().hash);
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
        m_asked.clear();
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
