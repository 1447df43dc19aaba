// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/completion.h"
#include "backend/nginx/references.h"
#include "backend/nginx/tlsprofile.h"
#include "backend/plan/intent.h"
#include "backend/survey/websites.h"

#include <memory>

namespace gw {

struct WebReading;

/// A place in a file.
struct FilePlace {
    RemotePath path;
    qsizetype offset = 0; ///< bytes
    friend bool operator==(const FilePlace &, const FilePlace &) = default;
};

/// The files of nginx as they were surveyed, and what somebody types into them. A value; the page shows it.
class WebDraft {
public:
    /// Null: another server, everything goes. New facts of the same server keep what was typed: it is merged into what
    /// the server has now, and where that cannot be it stays on the text it was typed into.
    void setFacts(std::shared_ptr<const Facts> facts);
    const Facts *facts() const { return m_facts.get(); }
    std::shared_ptr<const Facts> sharedFacts() const { return m_facts; }
    /// With the texts as they are typed. The files of nginx have to be known.
    Facts draftedFacts() const;
    const NginxBuild &build() const { return m_build; }
    TlsAbility tlsAbility() const;
    /// The files of nginx are known.
    bool isKnown() const { return !m_files.isEmpty(); }

    /// As the server has them; empty until they have been read.
    const QList<WebSite> &sites() const;
    /// Those that nginx reads, in its order, then those of disabled sites.
    QList<RemotePath> files() const { return m_order; }
    bool has(const RemotePath &path) const { return m_files.contains(path); }
    QByteArray seen(const RemotePath &path) const { return m_files.value(path).seen; }
    QByteArray text(const RemotePath &path) const { return m_files.value(path).text; }

    void setText(const RemotePath &path, const QByteArray &text);
    void reset(const RemotePath &path) { setText(path, seen(path)); }
    void resetAll();
    bool isChanged(const RemotePath &path) const;
    QList<RemotePath> changed() const;
    QList<Intent> intents() const;

    /// Grows with every change.
    int revision() const { return m_revision; }
    /// What a worker has read of it last; null: nothing. Of a text that has changed since it says nothing.
    const WebReading *reading() const { return m_reading.get(); }
    /// Nothing has changed since.
    bool isRead() const;
    /// reading() is about the text that this file has now.
    bool isRead(const RemotePath &path) const;
    /// All that nginx reads, with what was typed: for a worker, it takes as long as the files are large.
    NginxConfig readConfig() const;
    /// Taken only where nothing has changed since.
    bool take(std::shared_ptr<const WebReading> reading);
    /// Of a foreign context, where nothing is judged, until all files have been read.
    NginxSurroundings surroundings(const RemotePath &path) const;
    /// Where what stands at a place is defined; several for an include of several files. Empty: nothing leads on.
    QList<FilePlace> definitionsAt(const RemotePath &path, qsizetype offset) const;
    /// Everywhere in the files that nginx reads, as they are typed.
    struct Use {
        FilePlace place;
        qsizetype size = 0; ///< bytes
        bool isDefinition = false;
    };
    QList<Use> usesOf(const NginxName &name) const;
    /// What `name` has to become everywhere.
    void rename(const NginxName &name, const QByteArray &to);

    /// Lines that hold `words`, letter case aside, at most `most`.
    struct Hit {
        FilePlace place;
        int line = 0;
        QByteArray text; ///< of the line
    };
    QList<Hit> found(const QByteArray &words, qsizetype most = 500) const;

private:
    struct File {
        QByteArray seen;
        QByteArray text;
        bool isRead = true; ///< by nginx
        int revision = 0;   ///< that brought the text
    };
    void add(const FileFact &fact, bool isRead, const QMap<RemotePath, File> &before);
    NginxTree treeOf(const RemotePath &path) const;

    std::shared_ptr<const Facts> m_facts;
    QList<RemotePath> m_order;
    QMap<RemotePath, File> m_files;
    NginxBuild m_build;
    int m_revision = 0;
    std::shared_ptr<const WebReading> m_reading;
};

/// "sites-enabled/chat": below /etc/nginx its folder is left out.
QString nginxFileName(const RemotePath &path);

} // namespace gw
