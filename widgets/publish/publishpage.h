// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/secret.h"
#include "backend/findings/publishpreview.h"
#include "backend/plan/nameanswer.h"
#include "backend/plan/portanswer.h"

#include <QWidget>

namespace gw {

class Button;
class Card;
class PlainLabel;
class PublishAccessField;
class PublishAddressField;
class PublishCertificateField;
class PublishField;
class PublishOptionsField;
class PublishServiceField;
class PublishTexts;

/// The assistant "Publish a service": what is wished at the left, what nginx will get at the right. It changes nothing:
/// the wish leaves it, and a plan is shown before anything runs.
class PublishPage : public QWidget {
    Q_OBJECT

public:
    explicit PublishPage(QWidget *parent = nullptr);

    /// Null: another server, what was typed is dropped. With new facts of the same server it stays.
    void setFacts(std::shared_ptr<const Facts> facts);
    /// `port`: of the service; 0: the first one that is recognised.
    void open(quint16 port = 0);
    /// Everything that was typed is forgotten.
    void close();
    void setUsable(bool usable);

    /// As the form has it: a password and a certificate that are still to be made have placeholders.
    Publish wish() const;
    /// What came of a wish; of another one than wish(): nothing that could be planned.
    void setPreview(const Publish &of, const PublishPreview &preview);
    /// Where name service leads whoever asks for the first name of wish().
    void setNameAnswer(const NameAnswer &answer);
    /// Whether the ports that visitors of wish() come by answer this computer already.
    void setPortAnswers(const QList<PortAnswer> &answers);
    /// Of the passwords that were typed; the page shows them no more, and forgets them with close().
    void setHashes(const QList<PublishLogin> &logins);
    /// Whether a login of wish() still waits for its hash.
    static bool isPlaceholder(const QByteArray &hash);

Q_SIGNALS:
    /// wish() has changed: it wants a preview.
    void edited();
    /// `passwords`: of the logins, in their order, also where their hashes were made before.
    void planRequested(const gw::Publish &wish, const QList<gw::Secret> &passwords);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    Card *makeForm();
    QWidget *makeSteps(QWidget *parent);
    Card *makeBar();
    void connectFields();
    void takeFacts();
    void takePreset();
    void wishChanged();
    void refresh();
    void retranslate();

    std::shared_ptr<const Facts> m_facts;
    bool m_isOpen = false;
    bool m_isUsable = true;
    bool m_isCurrent = false; ///< the preview is that of wish()
    PublishPreview m_preview;
    QList<PublishField *> m_fields;
    PublishServiceField *m_service;
    PublishAddressField *m_address;
    PublishCertificateField *m_certificate;
    PublishAccessField *m_access;
    PublishOptionsField *m_options;
    PublishTexts *m_texts;
    Card *m_form;
    QList<PlainLabel *> m_steps;
    QWidget *m_contents;
    PlainLabel *m_count, *m_summary;
    Button *m_back, *m_plan;
};

} // namespace gw
