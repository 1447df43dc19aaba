// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/exportreport.h"

#include "app/change/planexport.h"
#include "app/version.h"
#include "app/window/saveas.h"
#include "backend/findings/report.h"
#include "backend/jobs/errands.h"

#include <QFileDialog>
#include <QFileInfo>

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
    dialog->selectFile(fileNameFor(session.server().name, QStringLiteral("html")));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const QString suffix = filter.section(QLatin1String("(*."), -1).chopped(1); // "JSON (*.json)" → "json"
        dialog->setDefaultSuffix(suffix);
        const QFileInfo chosen(dialog->selectedFiles().value(0));
        dialog->selectFile(chosen.completeBaseName() + QLatin1Char('.') + suffix);
    });
    dialog->setDefaultSuffix(QStringLiteral("html"));
    QObject::connect(dialog, &QFileDialog::fileSelected, window, [window, done, review, subject](const QString &path) {
        runErrand<QString>(
            window, [path, review, subject] { return saveFile(path, reportFor(path, *review, subject)); }, done);
    });
    dialog->open();
}

} // namespace gw
