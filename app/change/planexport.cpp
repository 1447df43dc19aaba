// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/change/planexport.h"

#include "backend/apply/ansibleexport.h"
#include "backend/apply/shellexport.h"
#include "backend/base/jsontext.h"
#include "backend/ssh/route.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace gw {

Result<QByteArray> planText(const Plan &plan, PlanFormat format, const QString &serverName)
{
    switch (format) {
    case PlanFormat::Json: return jsonText(QJsonDocument(toJson(plan)));
    case PlanFormat::Script: return shellExportOf(plan);
    case PlanFormat::Markdown: return markdownOf(plan, serverName);
    case PlanFormat::Ansible: break;
    }
    Q_UNREACHABLE();
}

Result<QString> saveFile(const QString &path, const QByteArray &content, Readers readers)
{
    const auto restrict = [readers](QSaveFile &file) { // before there is anything to read
        return readers == Readers::Everybody || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    };
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly) || !restrict(file) || file.write(content) != content.size() || !file.commit())
        return Error{Error::Kind::Failed,
                     QCoreApplication::translate("PlanExport", "Write %1").arg(UntrustedText(path).shown()),
                     file.errorString(),
                     QCoreApplication::translate("PlanExport", "Choose another folder or free some space"),
                     {}};
    return path;
}

namespace {

/// A playbook of ours may be written anew; whatever else is there is somebody's work.
Result<void> refuseForeignFiles(const QDir &folder, const QList<ExportedFile> &files)
{
    QFile playbook(folder.filePath(QStringLiteral("site.yml")));
    if (playbook.open(QFile::ReadOnly) && playbook.read(64 * 1024).contains("Made by Gatewright"))
        return {};
    for (const ExportedFile &file : files) {
        if (QFileInfo::exists(folder.filePath(file.name)))
            return Error{Error::Kind::Invalid,
                         QCoreApplication::translate("PlanExport", "Write a playbook into %1")
                             .arg(UntrustedText(folder.path()).shown()),
                         QCoreApplication::translate("PlanExport", "There is a %1 already").arg(file.name),
                         QCoreApplication::translate("PlanExport", "Choose an empty folder"),
                         {}};
    }
    return {};
}

} // namespace

Result<QString> writePlaybook(const Plan &plan, const Server &server, const QString &folder)
{
    AnsibleHost host;
    host.name = server.name;
    if (!server.isLocal()) {
        const Target target = GW_TRY(Target::parse(server.target));
        host.host = target.host;
        host.user = target.user;
        host.port = target.port;
    }
    const QList<ExportedFile> files = GW_TRY(ansibleExportOf(plan, {host}));
    GW_TRY(refuseForeignFiles(QDir(folder), files));
    for (const ExportedFile &file : files) {
        const QString path = QDir(folder).filePath(file.name);
        QDir().mkpath(QFileInfo(path).path()); // where it cannot, saveFile() says so
        GW_TRY(saveFile(path, file.content, file.mode & 0077 ? Readers::Everybody : Readers::Owner));
    }
    return folder;
}

} // namespace gw
