// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/publish/publishfield.h"

class QComboBox;
class QLineEdit;

namespace gw {

/// What is published: a service that listens, a folder, or an address that is typed; and what kind it is of.
class PublishServiceField : public PublishField {
    Q_OBJECT

public:
    explicit PublishServiceField(QWidget *parent = nullptr);

    /// The one that was chosen stays where it still listens. With nothing chosen yet the first one is.
    void setServices(const QList<PublishableService> &services);
    /// The service at this port; nothing happens where none listens there.
    void choose(quint16 port);
    void clear();
    void take(Publish &wish) const;

    PublishKind kind() const;
    /// 0: not known, or no port at all.
    quint16 port() const;

Q_SIGNALS:
    void edited();
    /// Its preset is to be taken up.
    void kindChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Other { Folder = -1, Address = -2 };

    void listChoices();
    void serviceChosen();
    void retranslate();
    void refresh();
    int chosen() const; ///< index of the service, or an Other
    QString target() const;

    QList<PublishableService> m_services;
    QComboBox *m_choice, *m_kind;
    QLineEdit *m_address;
    PlainLabel *m_kindCaption, *m_preset;
};

} // namespace gw
