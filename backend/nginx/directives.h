// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/nginx/build.h"
#include "backend/nginx/directivefacts.h"

#include <QHash>
#include <QList>

#include <span>

namespace gw {

/// How a directive stands in a file, as far as nginx looks at it before its module does.
struct DirectiveUse {
    enum class Ending : quint8 { Semicolon, Block };

    QByteArrayView name;
    NginxContext context = NginxContext::Main;
    qsizetype arguments = 0; ///< the name not counted
    Ending ending = Ending::Semicolon;
};

/// What nginx's ngx_conf_handler() says of a directive.
struct DirectiveCheck {
    enum class Verdict : quint8 {
        Right,
        Unknown,        ///< no module of this build has it: facts may name a version or module that would
        Uncertain,      ///< a module that this table does not know may have it
        NotAllowedHere, ///< it exists, in other contexts
        NotTerminated,  ///< a block where a ";" belongs
        NoBlock,        ///< a ";" where a block belongs
        WrongArguments, ///< number of arguments
        Duplicate,      ///< never from check(): it sees one directive; for words()
    };

    Verdict verdict = Verdict::Right;
    const DirectiveFacts *facts = nullptr; ///< the row that was judged by; null where no row has that name

    bool isError() const { return verdict != Verdict::Right && verdict != Verdict::Uncertain; }
    /// nginx's own words, without file and line; empty where nothing is wrong.
    static QByteArray words(Verdict verdict, QByteArrayView name);
};

/// Every directive and variable of nginx that is documented or in its sources, and those of common modules of others:
/// resources/nginx/README.md says from where. Made once, immutable, no allocation in a look-up.
class DirectiveTable {
public:
    static const DirectiveTable &nginx();

    /// All rows of that name, nginx's own first.
    std::span<const DirectiveFacts> named(QByteArrayView name) const;
    /// The row that holds in this context of this build; null where there is none.
    const DirectiveFacts *find(QByteArrayView name, NginxContext context, const NginxBuild &build = {}) const;
    /// The verdict of nginx before the directive's module sees its arguments.
    DirectiveCheck check(const DirectiveUse &use, const NginxBuild &build = {}) const;
    /// What may stand in a context, sorted by name: for completion. One row for each name.
    QList<const DirectiveFacts *> allowedIn(NginxContext context, const NginxBuild &build = {}) const;

    /// The variable of that name ("$" included); of families like $http_NAME the family. Null: not nginx's own.
    const VariableFacts *variable(QByteArrayView name, NginxContext context, const NginxBuild &build = {}) const;

    std::span<const DirectiveFacts> directives() const { return m_directives; }
    std::span<const VariableFacts> variables() const { return m_variables; }
    std::span<const NginxModule> modules() const { return m_modules; }

private:
    DirectiveTable();

    struct Rows {
        quint32 first = 0;
        quint32 count = 0;
    };
    QList<NginxModule> m_modules;
    QList<DirectiveFacts> m_directives; ///< by name, then as in the file
    QList<VariableFacts> m_variables;   ///< by name
    QHash<QByteArrayView, Rows> m_names;
};

} // namespace gw
