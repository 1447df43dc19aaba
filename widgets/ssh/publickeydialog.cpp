// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/publickeydialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>

namespace gw {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PublicKeyDialog)
};

} // namespace

QFileDialog *openPublicKeyDialog(QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, Text::tr("Choose a public key"), QDir::homePath() + QStringLiteral("/.ssh"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({Text::tr("Public keys (*.pub)"), Text::tr("All files (*)")});
    dialog->open();
    return dialog;
}

} // namespace gw
