// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/publish/publishfield.h"

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QSpinBox;

namespace gw {

/// What else the site does: what its service needs, what browsers get, and its limits.
class PublishOptionsField : public PublishField {
    Q_OBJECT

public:
    explicit PublishOptionsField(QWidget *parent = nullptr);

    /// The preset of a kind: everything but the origins and the ports.
    void setPreset(const Publish &preset);
    /// Whose naked port can be closed; 0: there is none.
    void setServicePort(quint16 port);
    void clear();
    void take(Publish &wish) const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Option {
        QCheckBox *box;
        bool Publish::*value;
    };
    struct Number {
        PlainLabel *caption;
        QSpinBox *box;
    };
    QWidget *makeBoxes();
    QWidget *makeNumbers();
    Number makeNumber(QGridLayout *grid, const char *name, int least, int most);
    QCheckBox *boxOf(bool Publish::*value) const;
    void refresh();
    void retranslate();

    QList<Option> m_options;
    quint16 m_servicePort = 0;
    QCheckBox *m_cors;
    QLineEdit *m_origins;
    Number m_patience, m_upload, m_rate, m_http, m_https;
};

} // namespace gw
