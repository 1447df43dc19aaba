// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/exposure/exposure.h"
#include "backend/survey/survey.h"
#include "widgets/parts/factgrid.h"
#include "widgets/parts/rowlist.h"

namespace gw::overview {

// Facts as rows and pairs, translated. Pure.

QList<FactGrid::Fact> system(const Facts &facts);
QList<Row> sockets(const QList<Exposure> &exposures);
QList<Row> failedServices(const Facts &facts);
QList<Row> certificates(const Facts &facts);
QList<Row> gpus(const QList<Gpu> &gpus);
QList<Row> disks(const QList<FileSystem> &disks);
QList<Row> users(const QList<UserAccount> &users);
QList<Row> changes(const QList<FactChange> &changes);

} // namespace gw::overview
