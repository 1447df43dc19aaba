// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QStringList>

namespace gw::test {

/// One file of ours, by its path in the repository.
struct SourceFile {
    QString path;
    QStringList lines;

    /// "backend/ssh", "app/ctl", "widgets/parts"; the folder that the rules speak of.
    QString folder() const { return path.section(u'/', 0, 1); }
    bool isUnder(const QString &start) const { return path.startsWith(start + u'/'); }
};

/// Every .h, .cpp, CMake file and shell script below these folders of `root`, sorted by path.
QList<SourceFile> sourceFiles(const QString &root, const QStringList &folders);

/// Each entry: "path:line: what is wrong".
using Violations = QStringList;

/// The table "Folders and arrows" of ARCHITECTURE.md, and who alone may include <libssh/…> and <openssl/…>.
Violations includeViolations(const SourceFile &file);
/// The two SPDX lines at the top.
Violations licenceViolations(const SourceFile &file);
/// What a server sent is shown by the parts that cannot take it for markup.
Violations plainTextViolations(const SourceFile &file);
/// Job<T> is the only place where threads meet the window, and no event loop runs inside another.
Violations threadViolations(const SourceFile &file);
/// At most 600 lines (the survey is one script by design).
Violations sizeViolations(const SourceFile &file);
/// Nothing is left to do.
Violations leftoverViolations(const SourceFile &file);
/// backend/base is a closed list.
Violations baseViolations(const SourceFile &file);

/// A name of a namespace is one type in all headers: two make a program whose parts disagree about it (ODR,
/// [basic.def.odr]), and no compiler says so.
Violations typeViolations(const QList<SourceFile> &files);

/// Backend folder → backend folders it may include, itself and everything those may include.
const QMap<QString, QStringList> &allowedIncludes();

} // namespace gw::test
