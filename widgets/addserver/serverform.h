// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/server.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QLineEdit;

namespace gw {

class PlainLabel;

/// What a person keeps about a server: name, group, tags, colour.
class ServerForm : public QWidget {
    Q_OBJECT

public:
    explicit ServerForm(QWidget *parent = nullptr);

    void setGroups(const QStringList &groups);
    void setServer(const Server &server);
    /// `server` with what stands in the form.
    Server filledIn(Server server) const;
    bool isComplete() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QWidget *makeColours();

    PlainLabel *m_nameLabel, *m_groupLabel, *m_tagsLabel, *m_colourLabel;
    QLineEdit *m_name, *m_tags;
    QComboBox *m_group;
    QButtonGroup *m_colours;
};

} // namespace gw
