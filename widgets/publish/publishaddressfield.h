// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/nameanswer.h"
#include "backend/plan/portanswer.h"
#include "widgets/publish/publishfield.h"

class QLineEdit;

namespace gw {

class PlainLabel;

/// By what names, and below which path, the service is called.
class PublishAddressField : public PublishField {
    Q_OBJECT

public:
    explicit PublishAddressField(QWidget *parent = nullptr);

    void clear();
    /// Where name service leads; of another name than the first one: nothing is said.
    void setNameAnswer(const NameAnswer &answer);
    /// Whether its ports answer this computer before the change.
    void setPortAnswers(const QList<PortAnswer> &answers);
    /// Ports that the plan opens in the firewall of the server.
    void setOpened(const QList<quint16> &ports);
    void take(Publish &wish) const;
    QStringList domains() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showAnswer();
    void showPorts();

    NameAnswer m_answer;
    QList<PortAnswer> m_ports;
    QList<quint16> m_opened;
    PlainLabel *m_reach;
    QLineEdit *m_domains, *m_path;
};

} // namespace gw
