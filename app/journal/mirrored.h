// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/record.h"

namespace gw {

// What of a change stands in the mirror.

/// Why the content of a file does not: "secret", "private key", "passwords"; empty: it does. Besides Secrecy::Secret
/// these are names and contents that are never published, whoever called them public.
QString whyLeftOut(const FileRecord &file);

/// What git cannot keep of a server's files: owner, mode, SHA-256, where a link leads; and the true names.
class MirrorMeta {
public:
    /// Of what is no meta.json of ours nothing is taken over.
    static MirrorMeta parsed(const QByteArray &json);
    void take(const FileRecord &file);
    QByteArray printed(const ChangeRecord &record) const;

private:
    QJsonObject m_files; ///< by the path in the mirror
};

/// Title, what was done, and the trailers Gatewright-Change:, Gatewright-Journal:, Operator:, Host-Key:. Whatever a
/// name holds, it stays on its line.
QByteArray mirrorMessage(const ChangeRecord &record, const QByteArray &journalHead);
/// The value of Gatewright-Change:, which tells one commit from all others.
QByteArray mirrorChangeId(const ChangeRecord &record);

} // namespace gw
