// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishcertificatefield.h"

#include "widgets/parts/format.h"
#include "widgets/parts/plainlabel.h"
#include "widgets/publish/choicecard.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace gw {
namespace {

constexpr int longestName = 36;

QString nameOf(const PublishCertificate &certificate)
{
    if (!certificate.info || certificate.info->names.isEmpty())
        return UntrustedText::fromBytes(certificate.chain.bytes()).shown(longestName);
    const qint64 days = QDateTime::currentDateTimeUtc().daysTo(certificate.info->notAfter);
    const QString left = days < 0 ? PublishCertificateField::tr("expired")
                                  : PublishCertificateField::tr("%1 left").arg(format::days(days));
    return format::joined({certificate.info->names.first().shown(longestName - 12), left});
}

} // namespace

PublishCertificateField::PublishCertificateField(QWidget *parent)
    : PublishField({PublishProblem::Field::Certificate}, parent)
{
    const auto card = [&](const char *name) {
        auto *made = new ChoiceCard(this);
        made->setObjectName(QLatin1String(name));
        connect(made, &ChoiceCard::clicked, this, &PublishCertificateField::chosenByHand);
        return made;
    };
    m_files = card("publishTlsFiles");
    m_own = card("publishTlsOwn");
    m_none = card("publishTlsNone");
    m_own->setChecked(true);
    m_choice = new QComboBox(this);
    m_choice->setObjectName(QStringLiteral("publishCertificate"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(12);
    m_paths = new QWidget(this);
    auto *paths = new QVBoxLayout(m_paths);
    paths->setContentsMargins(0, 0, 0, 0);
    paths->setSpacing(6);
    const auto path = [&](const char *name) {
        auto *made = new QLineEdit(m_paths);
        made->setObjectName(QLatin1String(name));
        made->setMaxLength(400);
        paths->addWidget(made);
        connect(made, &QLineEdit::textEdited, this, &PublishCertificateField::chosenByHand);
        return made;
    };
    m_chain = path("publishChain");
    m_key = path("publishKey");
    m_note = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_note->setObjectName(QStringLiteral("publishNoRequests"));
    m_note->setOverflow(PlainLabel::Overflow::Wrap);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_files), static_cast<QWidget *>(m_choice), m_paths, static_cast<QWidget *>(m_own),
          static_cast<QWidget *>(m_none), static_cast<QWidget *>(m_note)})
        body()->addWidget(widget);
    connect(m_choice, &QComboBox::activated, this, &PublishCertificateField::chosenByHand);
    listCertificates();
    retranslate();
}

void PublishCertificateField::setCertificates(const QList<PublishCertificate> &certificates)
{
    if (certificates == m_certificates)
        return;
    const int index = current();
    const RemotePath before = index >= 0 ? m_certificates[index].chain : RemotePath();
    m_certificates = certificates;
    listCertificates();
    for (int i = 0; i < m_certificates.size(); ++i) {
        if (m_certificates[i].chain == before)
            m_choice->setCurrentIndex(i);
    }
    refresh();
}

void PublishCertificateField::suggestFor(const QStringList &domains)
{
    if (m_isChosen)
        return;
    m_own->setChecked(true);
    for (int i = 0; i < m_certificates.size(); ++i) {
        const bool fits = !domains.isEmpty() && std::all_of(domains.cbegin(), domains.cend(), [&](const QString &name) {
            return m_certificates[i].names(name);
        });
        if (!fits)
            continue;
        m_files->setChecked(true);
        m_choice->setCurrentIndex(i);
        break;
    }
    refresh();
}

void PublishCertificateField::clear()
{
    m_isChosen = false;
    m_own->setChecked(true);
    m_chain->clear();
    m_key->clear();
    refresh();
}

int PublishCertificateField::current() const
{
    return m_choice->currentIndex() < m_certificates.size() ? m_choice->currentIndex() : -1;
}

void PublishCertificateField::take(Publish &wish) const
{
    wish.tls = {};
    if (m_own->isChecked()) {
        wish.tls.source = PublishTls::Source::Own;
        wish.tls.chainPem = wish.tls.keyPem = "made with the plan\n";
    } else if (m_files->isChecked()) {
        wish.tls.source = PublishTls::Source::Files;
        const int index = current();
        wish.tls.certificate =
            index >= 0 ? m_certificates[index].chain : RemotePath(QStringView(m_chain->text().trimmed()));
        wish.tls.key = index >= 0 ? m_certificates[index].key : RemotePath(QStringView(m_key->text().trimmed()));
    }
}

void PublishCertificateField::chosenByHand()
{
    m_isChosen = true;
    refresh();
    Q_EMIT edited();
}

void PublishCertificateField::listCertificates()
{
    m_choice->clear();
    for (const PublishCertificate &certificate : std::as_const(m_certificates))
        m_choice->addItem(nameOf(certificate));
    m_choice->addItem(tr("Other files…"));
}

void PublishCertificateField::refresh()
{
    m_choice->setVisible(m_files->isChecked());
    m_paths->setVisible(m_files->isChecked() && current() < 0);
}

void PublishCertificateField::changeEvent(QEvent *event)
{
    PublishField::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        const int index = m_choice->currentIndex();
        listCertificates();
        m_choice->setCurrentIndex(index);
        retranslate();
    }
}

void PublishCertificateField::retranslate()
{
    setCaption(tr("Certificate"));
    m_files->setTexts(tr("A certificate of this server"), tr("Its files lie there already; it is renewed as before"));
    m_own->setTexts(tr("Self-signed, made with the plan"), tr("For tests: encrypted, but browsers warn about it"));
    m_none->setTexts(tr("None"), tr("Plain HTTP: everybody on the way can read along"));
    m_choice->setAccessibleName(tr("A certificate of this server"));
    m_chain->setPlaceholderText(tr("Chain: /etc/ssl/certs/site.pem"));
    m_chain->setAccessibleName(tr("File of the chain"));
    m_key->setPlaceholderText(tr("Key: /etc/ssl/private/site.key"));
    m_key->setAccessibleName(tr("File of the private key"));
    m_note->setText(tr("Gatewright cannot request certificates yet. Request one on the server, for example with "
                       "certbot, rescan, and choose it here."));
    refresh();
}

} // namespace gw
