// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/filestate.h"
#include "backend/sshd/tree.h"
#include "backend/survey/facts.h"

#include <functional>

namespace gw {

/// The configuration of sshd while a plan is made. An edit goes to where it holds: into a drop-in of our own that is
/// read first, if the server includes a folder; where a line decides that is read even before that, into that line.
class SshdWorkingCopy {
public:
    /// The files that it reads. The drop-in is among them, whether it is there or not.
    static QList<RemotePath> filesFor(const Facts &facts);
    static Result<SshdWorkingCopy> open(const Facts &facts, const FileStates &states);

    const SshdVersion &version() const { return m_version; }
    /// As the server has it.
    const SshdConfig &before() const { return m_before; }
    /// As it is to be.
    SshdConfig config() const;

    /// What lines of this release call the keyword: "ChallengeResponseAuthentication" before 8.7. Refused: no keyword,
    /// or one that this release does not know.
    Result<QByteArray> nameOf(const QString &keyword) const;
    /// Global lines of this name, in reading order.
    QList<SshdSetting> globalLines(const QByteArray &name) const;
    /// The line whose value holds for everybody whom no Match block names.
    std::optional<SshdSetting> decidingLine(const QByteArray &name) const;

    /// Makes an edit and keeps why, for every file that it changes.
    void edit(const QString &reason, const std::function<void()> &change);

    /// Makes these the global lines of the keyword: one for each element. One element for keywords that count once.
    void set(const QByteArray &name, const QByteArrayList &lines);
    /// Takes our own lines back; where there are none, every global line.
    void clear(const QByteArray &name);
    /// One more line of a keyword whose lines add up.
    void append(const QByteArray &name, const QByteArray &arguments);
    /// Without one line.
    void removeLine(const SshdOrigin &origin);

    struct Edited {
        RemotePath path;
        QByteArray content;
        bool isEmpty = false; ///< our own drop-in says nothing any more
        QString reason;
    };
    QList<Edited> edited() const;

    /// A line that `sshd -T` must print afterwards: "permitrootlogin no".
    void expect(const QByteArray &printed)
    {
        if (!m_expected.contains(printed))
            m_expected.append(printed);
    }
    /// A test of its own over the output of `sshd -T`: "grep -q …".
    void expectTest(const QByteArray &test) { m_tests.append(test); }
    /// A step before which no file may be written: a port is open in the firewall before sshd answers there.
    void require(const QString &step) { m_required.append(step); }
    const QStringList &required() const { return m_required; }
    /// A command line that passes when all of that holds; empty: nothing was asked for.
    QByteArray verification() const;
    const std::optional<RemotePath> &dropIn() const { return m_dropIn; }
    /// For a new drop-in: as hidden as the main file, and nobody but root writes it.
    const FileAttributes &dropInAttributes() const { return m_dropInAttributes; }

private:
    SshdWorkingCopy() = default;
    void setOnce(const QByteArray &name, const QByteArray &arguments);
    void addLine(const QByteArray &name, const QByteArray &arguments);
    SshdFile &fileOf(const SshdOrigin &origin) { return m_files[origin.file]; }

    SshdVersion m_version;
    RemotePath m_mainFile;
    FileAttributes m_dropInAttributes;
    std::optional<RemotePath> m_dropIn;
    QMap<RemotePath, SshdFile> m_files;
    QMap<RemotePath, QStringList> m_reasons;
    QByteArrayList m_expected;
    QByteArrayList m_tests;
    QStringList m_required;
    QMap<RemotePath, QByteArray> m_read; ///< as they are on the server; missing ones are not in it
    SshdConfig m_before;
};

} // namespace gw
