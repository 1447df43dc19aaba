// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/completion.h"
#include "backend/nginx/references.h"
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
    /// With the texts as they are typed. The files of nginx have to be known.
    Facts draftedFacts() const;
    const NginxBuild &build() const { return m_build; }
    /// The files of nginx are known.
    bool isKnown() const { return !m_files.isEmpty(); }

    const QList<WebSite> &sites() const { return m_sites; }
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

    /// With what was typed. Read anew when it is asked for after a change.
    const NginxConfig &config() const;
    /// Grows with every change.
    int revision() const { return m_revision; }
    /// What was read of it last, elsewhere; null: nothing. Of a text that has changed since it says nothing.
    const WebReading *reading() const { return m_reading.get(); }
    /// Nothing has changed since.
    bool isRead() const;
    /// That brought the text of a file.
    int revisionOf(const RemotePath &path) const { return m_files.value(path).revision; }
    /// Taken only where nothing has changed since.
    bool take(std::shared_ptr<const WebReading> reading);
    NginxSurroundings surroundings(const RemotePath &path) const;
    /// Where what stands at a place is defined; several for an include of several files. Empty: nothing leads on.
    QList<FilePlace> definitionsAt(const RemotePath &path, qsizetype offset) const;
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

    std::shared_ptr<const Facts> m_facts;
    QList<WebSite> m_sites;
    QList<RemotePath> m_order;
    QMap<RemotePath, File> m_files;
    NginxBuild m_build;
    int m_revision = 0;
    std::shared_ptr<const WebReading> m_reading;
    mutable std::optional<NginxConfig> m_config;
};

/// "sites-enabled/chat": below /etc/nginx its folder is left out.
QString nginxFileName(const RemotePath &path);

} // namespace gw
