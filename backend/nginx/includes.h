// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/configdata.h"

#include <QHash>
#include <QSet>

namespace gw {

/// Follows the includes of a configuration as ngx_conf_include() does (src/core/ngx_conf_file.c): relative names stand
/// in the folder of the main file, wherever the include stands; names with "*?[" go through glob(3) and may match
/// nothing; any other file must be there. No recursion; a file that is open already is not opened again.
class NginxIncludes {
public:
    enum class Follow { Everything, Nothing };

    NginxIncludes(NginxConfigData &config, const NginxFiles &files, Follow follow)
        : m_config(config), m_files(files), m_doesFollow(follow == Follow::Everything)
    {
    }
    void follow(const RemotePath &mainFile);

private:
    /// What is being read.
    struct Frame {
        enum class Kind : quint8 { Block, File, Include };
        Kind kind = Kind::Block;
        bool isEntries = false; ///< entries stand here, not directives
        quint32 file = 0;
        quint32 node = 0;          ///< the next one to look at; the include itself
        quint32 end = 0;           ///< behind the last one
        quint32 setting = 0;       ///< the block that is open
        qsizetype edge = -1;       ///< of an include: where its files are listed; -1: they are already
        QList<QByteArray> waiting; ///< of an include: files not read yet, the next one last
    };

    void step();
    void stepNode();
    void stepInclude();
    void include(NginxNode node);
    void enterFile(int file, const Frame &from);
    void add(NginxNode node);
    void leave();
    int opened(const RemotePath &path, NginxNode include);
    bool isIncludeOf(NginxNode node) const;
    void addSyntaxErrors(quint32 file, qsizetype before);
    quint32 settingCount() const { return quint32(m_config.settings.size()); }
    void problem(NginxProblem::Kind kind, const QByteArray &message, NginxNode node);

    NginxConfigData &m_config;
    const NginxFiles &m_files;
    QByteArray m_folder; ///< of the main file, with "/"
    QHash<RemotePath, int> m_fileByPath;
    QList<qsizetype> m_toldErrors; ///< by file: how many of its errors are in the list
    QList<bool> m_isOpen;          ///< by file
    std::vector<Frame> m_stack;
    QSet<QPair<quint32, quint32>> m_edges; ///< file and node of the includes in the list
    qsizetype m_filesRead = 0;             ///< each as often as it was
    bool m_doesFollow = true;
    bool m_isFull = false;
};

} // namespace gw
