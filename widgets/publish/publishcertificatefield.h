// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/publish/publishcertificates.h"
#include "widgets/publish/publishfield.h"

class QComboBox;
class QLineEdit;

namespace gw {

class ChoiceCard;

/// What browsers are shown: a certificate of the server, one that is made for it, or none.
class PublishCertificateField : public PublishField {
    Q_OBJECT

public:
    explicit PublishCertificateField(QWidget *parent = nullptr);

    void setCertificates(const QList<PublishCertificate> &certificates);
    /// While nobody has chosen: the certificate that names them, else a self-signed one.
    void suggestFor(const QStringList &domains);
    void clear();
    /// Of a self-signed one there is nothing yet but a placeholder: it is made with the plan.
    void take(Publish &wish) const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void chosenByHand();
    void listCertificates();
    void refresh();
    void retranslate();
    int current() const; ///< index of the certificate; -1: files that are typed

    QList<PublishCertificate> m_certificates;
    bool m_isChosen = false;
    ChoiceCard *m_files, *m_own, *m_none;
    QComboBox *m_choice;
    QWidget *m_paths;
    QLineEdit *m_chain, *m_key;
    PlainLabel *m_note;
};

} // namespace gw
