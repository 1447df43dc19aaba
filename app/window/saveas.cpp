// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/saveas.h"

#include "app/change/planexport.h"
#include "backend/jobs/errands.h"

#include <QFileDialog>

namespace gw {

void saveAs(QWidget *window, const QString &title, const QString &fileName, const QString &filter,
            const QByteArray &content, const Saved &done)
{
    auto *dialog = new QFileDialog(window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->selectFile(fileName);
    dialog->setDefaultSuffix(fileName.section(QLatin1Char('.'), -1));
    QObject::connect(dialog, &QFileDialog::fileSelected, window, [window, done, content](const QString &path) {
        runErrand<QString>(
            window, [path, content] { return saveFile(path, content); }, done);
    });
    dialog->open();
}

QString fileNameFor(const QString &server, const QString &suffix)
{
    QString name = QStringLiteral("gatewright-");
    for (const QChar c : server)
        name += c.isLetterOrNumber() || c == u'-' || c == u'.' ? c : QChar(u'-');
    return name + u'.' + suffix;
}

} // namespace gw
