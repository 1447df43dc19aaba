// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/plan.h"

namespace gw {

/// A file of an export that is a folder.
struct ExportedFile {
    QString name; ///< below that folder: "files/plan.sh"
    QByteArray content;
    quint32 mode = 0644;
    friend bool operator==(const ExportedFile &, const ExportedFile &) = default;
};

/// A server of the inventory, as ssh names it (Target).
struct AnsibleHost {
    QString name; ///< as the person calls it
    QString host; ///< address, name or alias of ssh_config; empty: this computer
    QString user; ///< empty: as ssh decides
    quint16 port = 0;
    friend bool operator==(const AnsibleHost &, const AnsibleHost &) = default;
};

/// The plan as an Ansible playbook for those who outgrow one desktop: inventory.yml, site.yml and files/. It brings the
/// same guard and the same steps to each server, stops where a file is not as the plan saw it, and keeps the change
/// over a new connection only after every proof held; one server first, then a quarter at a time. Needs ansible-core.
/// Invalid for a plan with secret contents, which have no place in a file, and for names that YAML cannot hold.
Result<QList<ExportedFile>> ansibleExportOf(const Plan &plan, const QList<AnsibleHost> &hosts);

} // namespace gw
