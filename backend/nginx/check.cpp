// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/check.h"

#include "backend/nginx/checkentries.h"
#include "backend/nginx/checklocation.h"
#include "backend/nginx/checkmodules.h"
#include "backend/nginx/checkscript.h"
#include "backend/nginx/checkserver.h"
#include "backend/nginx/checkupstream.h"
#include "backend/nginx/checkvalues.h"

#include <algorithm>

namespace gw {

using namespace nginxcheck;
using Verdict = DirectiveCheck::Verdict;

namespace {

/// Goes through a configuration as nginx does: each directive when its ";" or "{" was read, each block at its end.
class Checker {
public:
    Checker(const NginxConfig &config, const NginxBuild &build) : m_config(config), m_state(config, build) {}

    QList<NginxComplaint> run()
    {
        Block main;
        main.setting = m_config.root();
        m_state.blocks().push_back(main);
        for (quint32 i = 1; i < m_config.settingCount(); ++i) {
            const NginxSetting setting = m_config.setting(i);
            leaveUpTo(setting.parent());
            tellProblemsBefore(setting);
            enter(setting);
        }
        leaveUpTo(m_config.root());
        tellProblems(m_config.problems().size());
        finish();
        return std::move(m_state).complaints();
    }

private:
    /// What the parser and the includes say comes where nginx meets it.
    void tellProblemsBefore(const NginxSetting &setting)
    {
        const QList<NginxProblem> &problems = m_config.problems();
        const quint32 number = setting.index();
        const auto comesFirst = [&](const NginxProblem &problem) {
            // Within the head of the directive: before nginx looks at what it is.
            return problem.settingsBefore <= number ||
                   (problem.settingsBefore == number + 1 && problem.file == setting.file() &&
                    problem.error.offset < setting.node().head().end);
        };
        qsizetype end = m_told;
        while (end < problems.size() && comesFirst(problems[end]))
            ++end;
        tellProblems(end);
    }

    /// And before a block is closed.
    void tellProblemsIn(const NginxSetting &block)
    {
        const QList<NginxProblem> &problems = m_config.problems();
        const auto isIn = [&](const NginxProblem &problem) {
            if (problem.settingsBefore != block.subtreeEnd())
                return problem.settingsBefore < block.subtreeEnd();
            // A file is known after those that include it.
            return problem.file > block.file() ||
                   (problem.file == block.file() && problem.error.offset < block.node().span().end);
        };
        qsizetype end = m_told;
        while (end < problems.size() && isIn(problems[end]))
            ++end;
        tellProblems(end);
    }

    /// To nginx a quote that nothing closes goes on to the end of the file.
    bool isCutOff(const NginxSetting &setting)
    {
        const QList<NginxProblem> &problems = m_config.problems();
        if (problems.isEmpty())
            return false;
        const std::span<const NginxToken> tokens = m_config.files()[setting.file()].tree.tokens();
        const NginxSpan head = setting.node().headTokens();
        const auto isUnclosed = [](const NginxToken &token) { return token.kind() == NginxToken::Kind::Unclosed; };
        if (std::ranges::none_of(tokens.subspan(std::size_t(head.start), std::size_t(head.size())), isUnclosed))
            return false;
        const auto isOfFile = [&](const NginxProblem &problem) { return problem.file == setting.file(); };
        const auto found = std::find_if(problems.cbegin() + m_told, problems.cend(), isOfFile);
        tellProblems(qMin<qsizetype>(found - problems.cbegin() + 1, problems.size()));
        return true;
    }

    void tellProblems(qsizetype end)
    {
        for (; m_told < end; ++m_told) {
            const NginxProblem &problem = m_config.problems()[m_told];
            m_state.add({NginxComplaint::Severity::Emergency, problem.file, problem.error, spanOf(problem),
                         m_state.placeOf(problem.file, problem.error.line)});
        }
    }

    /// The token it is about.
    NginxSpan spanOf(const NginxProblem &problem) const
    {
        const NginxTree &tree = m_config.files()[problem.file].tree;
        const qsizetype token = tree.tokenAt(problem.error.offset);
        if (token == qsizetype(tree.tokens().size()) ||
            !tree.tokens()[std::size_t(token)].span().contains(problem.error.offset))
            return {problem.error.offset, problem.error.offset};
        return tree.tokens()[std::size_t(token)].span();
    }

    void leaveUpTo(const NginxSetting &parent)
    {
        while (m_state.block().setting != parent)
            leave();
    }

    void leave()
    {
        const Block &block = m_state.block();
        tellProblemsIn(block.setting);
        const bool isClosed = block.setting.node().isClosed();
        if (isClosed && block.closing)
            block.closing(m_state);
        if (isClosed && block.context == NginxContext::Http && block.isHttp)
            finishHttp();
        m_state.blocks().pop_back();
    }

    void enter(const NginxSetting &setting)
    {
        const NginxNode node = setting.node();
        // What has no end is never handled by nginx.
        const bool isHandled = !isCutOff(setting) && node.isTerminated();
        const NginxContext body = isHandled ? bodyOf(setting) : NginxContext::Foreign;
        if (!node.hasBlock() || m_state.block().setting == setting)
            return;
        open(setting, body, nullptr);
    }

    void open(const NginxSetting &setting, NginxContext body, Closing closing)
    {
        Block block;
        const Block &outer = m_state.block();
        block.setting = setting;
        block.context = body;
        block.closing = closing;
        block.server = outer.server;
        block.location = outer.location;
        block.upstream = outer.upstream;
        block.isHttp = outer.isHttp || body == NginxContext::Http;
        m_state.blocks().push_back(std::move(block));
    }

    /// Handles a directive. Its block is open after that if it was all right; otherwise what its block is made of.
    NginxContext bodyOf(const NginxSetting &setting)
    {
        const NginxContext context = m_state.block().context;
        if (context == NginxContext::Entries) {
            if (m_state.block().isHttp && !setting.hasBlock())
                checkEntry(m_state, {setting, nullptr, context, setting.arguments()});
            return NginxContext::Foreign;
        }
        const QByteArrayView written = setting.node().writtenName();
        const QByteArray decoded =
            written.contains('\\') || setting.node().isQuoted(-1) ? setting.name() : QByteArray();
        const QByteArrayView name = decoded.isNull() ? written : QByteArrayView(decoded);
        if (name == "include" && !setting.hasBlock() && setting.argumentCount() == 1) {
            m_state.hasGaps = true;
            return NginxContext::Foreign;
        }
        const auto ending = setting.hasBlock() ? DirectiveUse::Ending::Block : DirectiveUse::Ending::Semicolon;
        const DirectiveCheck check =
            DirectiveTable::nginx().check({name, context, setting.argumentCount(), ending}, m_state.build());
        m_state.hasForeignParts |= check.verdict == Verdict::Uncertain ||
                                   (check.facts && !check.isError() && check.facts->edition != Edition::Free);
        if (check.isError())
            m_state.refuse({setting, -1}, DirectiveCheck::words(check.verdict, name));
        if (check.verdict != Verdict::Right || !check.facts)
            return NginxContext::Foreign;
        if (check.facts->once && !isFirst(*check.facts)) {
            m_state.refuse({setting}, DirectiveCheck::words(Verdict::Duplicate, name));
            return NginxContext::Foreign;
        }
        handle(setting, *check.facts, context);
        return check.facts->bodyIn(context);
    }

    /// Of those that may stand once in a block.
    bool isFirst(const DirectiveFacts &facts)
    {
        auto &once = m_state.block().once;
        if (std::ranges::find(once, &facts) != once.end())
            return false;
        once.push_back(&facts);
        return true;
    }

    void handle(const NginxSetting &setting, const DirectiveFacts &facts, NginxContext context)
    {
        const Check check = checkOf(facts);
        const ValueRule &rule = valueRule(facts);
        if (setting.hasBlock())
            open(setting, facts.bodyIn(context), closingOf(facts));
        if (!check && rule.kind == ValueRule::Kind::None)
            return;
        const Use use{setting, &facts, context, setting.arguments()};
        if (checkValue(m_state, use, rule) && check)
            check(m_state, use);
    }

    /// In the order of ngx_http_block().
    void finishHttp()
    {
        if (m_state.hasRefused())
            return;
        checkKeys(m_state);
        checkCaches(m_state);
        checkLocations(m_state);
        checkCertificates(m_state);
        checkVariables(m_state);
        checkServerNames(m_state);
    }

    void finish()
    {
        if (m_state.hasRefused())
            return;
        if (!m_state.hasEvents && !m_state.hasGaps)
            m_state.refuse({m_config.root()}, "no \"events\" section in configuration", Place::Unnamed);
        checkZones(m_state);
    }

    const NginxConfig &m_config;
    State m_state;
    qsizetype m_told = 0; ///< problems of the configuration
};

} // namespace

QByteArray NginxComplaint::text() const
{
    const QByteArray level = severity == Severity::Emergency ? "[emerg] " : "[warn] ";
    return level + error.message + (place.isEmpty() ? QByteArray() : " in " + place);
}

QList<NginxComplaint> checked(const NginxConfig &config, const NginxBuild &build)
{
    return Checker(config, build).run();
}

bool hasEmergency(const QList<NginxComplaint> &complaints)
{
    return std::ranges::any_of(complaints, [](const NginxComplaint &complaint) {
        return complaint.severity == NginxComplaint::Severity::Emergency;
    });
}

} // namespace gw
