// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exportreport.h"

#include "app/version.h"
#include "backend/findings/report.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace gw {
namespace {

QByteArray reportFor(const QString &path, const Review &review, const ReportSubject &subject)
{
    if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        return jsonReport(review);
    if (path.endsWith(QLatin1String(".sarif"), Qt::CaseInsensitive))
        return sarifReport(review, subject, QStringLiteral(GATEWRIGHT_VERSION));
    if (path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive))
        return textReport(review, subject);
    return htmlReport(review, subject);
}

Result<QString> write(const QString &path, const QByteArray &report)
{
    QSaveFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(report) != report.size() || !file.commit())
        return Error{Error::Kind::Failed,
                     QCoreApplication::translate("ExportReport", "Write the report to %1").arg(path),
                     file.errorString(),
                     QCoreApplication::translate("ExportReport", "Choose another folder or free some space"),
                     {}};
    return path;
}

/// A file name on this computer, so nothing of the server's text goes into it unchecked.
QString fileNameFor(const QString &server)
{
    QString name = QStringLiteral("gatewright-");
    for (const QChar c : server)
        name += c.isLetterOrNumber() || c == u'-' || c == u'.' ? c : QChar(u'-');
    return name + QStringLiteral(".html");
}

} // namespace

void exportReport(QWidget *window, const Session &session, const std::function<void(Result<QString>)> &done)
{
    const auto facts = session.facts();
    const auto review = session.review();
    if (!facts || !review)
        return;
    const ReportSubject subject{session.server().name, facts->takenAt, facts->system.osName};
    auto *dialog = new QFileDialog(window, QCoreApplication::translate("ExportReport", "Export the review"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({QCoreApplication::translate("ExportReport", "Web page (*.html)"),
                            QStringLiteral("JSON (*.json)"), QStringLiteral("SARIF 2.1.0 (*.sarif)"),
                            QCoreApplication::translate("ExportReport", "Text (*.txt)")});
    dialog->selectFile(fileNameFor(session.server().name));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const QString suffix = filter.section(QLatin1String("(*."), -1).chopped(1); // "JSON (*.json)" → "json"
        dialog->setDefaultSuffix(suffix);
        const QFileInfo chosen(dialog->selectedFiles().value(0));
        dialog->selectFile(chosen.completeBaseName() + QLatin1Char('.') + suffix);
    });
    dialog->setDefaultSuffix(QStringLiteral("html"));
    QObject::connect(dialog, &QFileDialog::fileSelected, window, [done, review, subject](const QString &path) {
        done(write(path, reportFor(path, *review, subject)));
    });
    dialog->open();
}

} // namespace gw
