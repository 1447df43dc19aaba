// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/publish/publishfield.h"

class QLineEdit;

namespace gw {

/// By what names, and below which path, the service is called.
class PublishAddressField : public PublishField {
    Q_OBJECT

public:
    explicit PublishAddressField(QWidget *parent = nullptr);

    void clear();
    void take(Publish &wish) const;
    QStringList domains() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLineEdit *m_domains, *m_path;
};

} // namespace gw
