// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/connectionstate.h"
#include "backend/survey/facts.h"
#include "widgets/theme/tokens.h"

#include <QDateTime>

namespace gw::format {

// Values as people read them, translated.

QString age(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTimeUtc()); ///< "12 s ago"
QString duration(qint64 seconds);                                                           ///< "41 days", "3 hours"
QString milliseconds(std::chrono::milliseconds time);                                       ///< "0.9 s", "14 ms"
QString seconds(std::chrono::milliseconds time);                                            ///< "0.1 s", whatever it is
QString countdown(qint64 seconds);                                                          ///< "0:42", "9:05"
QString clock(const QDateTime &time);                                                       ///< "14:32:10", local
QString bytes(qint64 bytes);                                                                ///< "71.4 GB"
QString percent(double share);                                                              ///< 0.71 → "71 %"
QString shortDate(const QDate &date);                                                       ///< "28 Nov"
/// With its year, as QLocale's formats are written: for dates that may be far away and for fields that edit one.
QString datePattern();
QString date(const QDate &date);          ///< "28 Nov 2026"
QString shortTime(const QDateTime &time); ///< "28 Nov, 14:05", local
QString days(qint64 days);                ///< "6 days"
/// Facts one after another with a middle dot between them; empty ones are left out.
QString joined(const QStringList &facts);
/// "2 × H100 80 GB" for the GPUs of one server; empty for none.
QString gpus(const QList<Gpu> &gpus);
/// "0.0.0.0:3001", "[::]:22"
QString endpoint(const QHostAddress &address, quint16 port);
/// "Debian 12" out of "Debian GNU/Linux 12 (bookworm)" where the parts are known, else the name as it is.
QString system(const SystemFacts &system);
QString connection(const ConnectionState &state); ///< "Connected · 14 ms"
Tone connectionTone(const ConnectionState &state);

} // namespace gw::format
