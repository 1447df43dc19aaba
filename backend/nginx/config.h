// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/files.h"
#include "backend/nginx/setting.h"
#include "backend/nginx/tree.h"

namespace gw {

/// One file of a configuration, each once, however often it is included.
struct NginxFile {
    RemotePath path; ///< as nginx names it: what a relative include names is put behind the folder of the main file
    NginxTree tree;
    /// Read at least once where only entries may stand (of a map or types block): names in it are no directives.
    bool holdsEntries = false;
};

/// An include directive and what it brought in.
struct NginxInclude {
    int file = 0;      ///< where it stands
    quint32 node = 0;  ///< in the tree of that file
    QByteArray target; ///< absolute, may be a pattern
    QList<int> files;  ///< in the order nginx reads them
};

/// What nginx refuses: a syntax error of a file, or an include that cannot be followed.
struct NginxProblem {
    enum class Kind {
        Syntax,
        IncludeFailed, ///< a file that is named without "*?[" cannot be opened or read
        IncludeCycle,  ///< a file includes itself, over others or not: nginx reads on until it runs out of descriptors
        IncludeTooLarge, ///< more directives than are followed
        BlockInEntries,  ///< an included file has a block where only entries may stand
    };
    Kind kind = Kind::Syntax;
    int file = 0;
    NginxError error;
    quint32 settingsBefore = 0; ///< nginx meets it before the setting of that number
};

/// The configuration of one nginx: its main file and all that include brings in. Two ways through it: the tree of each
/// file (what edits, editor and formatter need), and root(): the directives as nginx reads them, includes in place
/// (what review, effective view and tracer need). Immutable; copies share everything.
class NginxConfig {
public:
    /// So many directives and files are followed, counted as often as they are included.
    static constexpr qsizetype mostSettings = 2'000'000;

    NginxConfig();
    static NginxConfig read(const NginxFiles &files, const RemotePath &mainFile);
    /// The main file is the first one of the dump.
    static NginxConfig read(const NginxDump &dump);
    /// One file alone: its includes are not followed.
    static NginxConfig ofOneFile(const RemotePath &path, const QByteArray &text);

    /// The main file is the first; then in the order nginx opens them.
    const QList<NginxFile> &files() const;
    /// -1: none of that path.
    int fileAt(const RemotePath &path) const;
    /// In reading order.
    const QList<NginxInclude> &includes() const;
    /// In the order nginx would meet them; the first is what `nginx -t` says.
    const QList<NginxProblem> &problems() const;

    /// The main context; its children are the outermost directives. Comments, junk and followed includes are not in
    /// here.
    NginxSetting root() const;
    /// By number, in reading order; 0 is root().
    NginxSetting setting(quint32 index) const;
    quint32 settingCount() const;
    /// Where a directive of a file is read: more than one place if its file is included more than once.
    QList<NginxSetting> settingsOf(int file, NginxNode node) const;

private:
    explicit NginxConfig(std::shared_ptr<const NginxConfigData> data) : m_data(std::move(data)) {}
    std::shared_ptr<const NginxConfigData> m_data;
};

} // namespace gw
