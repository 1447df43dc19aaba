// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The directives of ngx_http_rewrite_module as ngx_http_script.c runs them: one program per server and location, the
// blocks of `if` within it.
#include "backend/nginx/tracer.h"

#include "backend/nginx/value.h"

namespace gw {
namespace {

struct Condition {
    QByteArray subject;   ///< "$host", or "-f" and its kind
    QByteArray operation; ///< empty: the variable alone
    QByteArray operand;
};

/// The arguments of an `if` without the parentheses (ngx_http_rewrite_if_condition()).
Condition conditionOf(NginxSetting setting)
{
    QByteArrayList words = setting.arguments();
    if (words.isEmpty() || !words.first().startsWith('(') || !words.last().endsWith(')'))
        return {};
    words.last().chop(1);
    words.first().remove(0, 1);
    if (words.first().isEmpty())
        words.removeFirst();
    if (!words.isEmpty() && words.last().isEmpty())
        words.removeLast();
    // Behind the last operator an empty value may stand in quotes: if ($arg_a = "").
    Condition condition;
    condition.subject = words.value(0);
    const bool isFile = !condition.subject.startsWith('$');
    condition.operation = isFile ? condition.subject : words.value(1);
    condition.operand = words.value(isFile ? 1 : 2);
    return condition;
}

bool isTrue(const QByteArray &value)
{
    return !value.isEmpty() && value != "0";
}

bool isUrl(const QByteArray &replacement)
{
    return replacement.startsWith("http://") || replacement.startsWith("https://") || replacement.startsWith("$scheme");
}

} // namespace

void NginxTracer::take(const NginxMatch &match)
{
    m_captures = match.groups;
    for (const auto &[name, value] : match.named)
        m_variables.insert(name, Value::of(value));
}

bool NginxTracer::test(const QByteArray &pattern, RegexCase letters, const QByteArray &subject, bool *isSure)
{
    NginxMatch match;
    const auto outcome = m_router.patterns.match(pattern, letters, subject, &match);
    *isSure = outcome != NginxPattern::Outcome::Unknown;
    if (outcome == NginxPattern::Outcome::Matches)
        take(match);
    else
        m_captures.clear();
    return outcome == NginxPattern::Outcome::Matches;
}

NginxTracer::Flow NginxTracer::runBlock(NginxSetting block)
{
    m_quotesCaptures = true;
    for (const NginxSetting setting : block.children()) {
        if (runDirective(setting) == Flow::End)
            return Flow::End;
    }
    return Flow::GoOn;
}

NginxTracer::Flow NginxTracer::runDirective(NginxSetting setting)
{
    if (setting.is("if") && setting.hasBlock())
        return runIf(setting);
    if (setting.is("rewrite"))
        return runRewrite(setting);
    if (setting.is("return"))
        return runReturn(setting);
    if (setting.is("set"))
        runSet(setting);
    if (!setting.is("break"))
        return Flow::GoOn;
    step(StepKind::Break, setting);
    if (m_isUriChanged)
        m_isLocationValid = false;
    m_isUriChanged = false;
    return Flow::End;
}

NginxTracer::Flow NginxTracer::runIf(NginxSetting setting)
{
    const bool isTaken = holds(setting);
    step(isTaken ? StepKind::ConditionHolds : StepKind::ConditionFails, setting);
    if (!isTaken)
        return Flow::GoOn;
    // In a location the block has settings of its own, in a server it has none.
    if (setting.parent() != m_server)
        enter(setting);
    for (const NginxSetting inner : setting.children()) {
        if (!inner.is("if") && runDirective(inner) == Flow::End)
            return Flow::End;
    }
    return Flow::GoOn;
}

bool NginxTracer::holds(NginxSetting setting)
{
    const auto [subject, operation, operand] = conditionOf(setting);
    if (!subject.startsWith('$'))
        return fileHolds(setting, operation, operand);
    const Value left = variable(subject.sliced(1).toLower());
    bool isKnown = left.isKnown;
    bool result = isTrue(left.bytes);
    if (operation == "=" || operation == "!=") {
        const Value right = filled(operand, m_quotesCaptures ? Captures::Quoted : Captures::Plain);
        isKnown = isKnown && right.isKnown;
        result = (left.bytes == right.bytes) == (operation == "=");
    } else if (operation.contains('~')) {
        bool isSure = true;
        const RegexCase letters = operation.endsWith('*') ? RegexCase::Insensitive : RegexCase::Sensitive;
        result = test(operand, letters, left.bytes, &isSure) != operation.startsWith('!');
        isKnown = isKnown && isSure;
    }
    if (isKnown)
        return result;
    m_isSure = false;
    const QByteArray key = "if " + QByteArray::number(setting.index()) + ' ' + QByteArray::number(m_conditions++);
    return ask(NginxQuestion::Kind::Condition, setting, key, setting.arguments().join(' '), result);
}

bool NginxTracer::fileHolds(NginxSetting setting, const QByteArray &operation, const QByteArray &operand)
{
    const Value path = filled(operand, m_quotesCaptures ? Captures::Quoted : Captures::Plain);
    m_isSure = m_isSure && path.isKnown;
    const bool isNegative = operation.startsWith('!');
    bool isThere = false;
    if (operation.endsWith('f') || operation.endsWith('x') || operation.endsWith('e'))
        isThere = exists(setting, path.bytes, Path::File, false);
    if (operation.endsWith('d') || (operation.endsWith('e') && !isThere))
        isThere = exists(setting, path.bytes, Path::Folder, false);
    return isThere != isNegative;
}

NginxTracer::Flow NginxTracer::runReturn(NginxSetting setting)
{
    step(StepKind::Return, setting);
    bool isStatus = false;
    int status = setting.argument(0).toInt(&isStatus);
    const bool hasText = setting.argumentCount() > 1;
    const Value text = isStatus && !hasText ? Value::of({}) : filled(setting.argument(isStatus ? 1 : 0));
    if (!isStatus)
        status = 302;
    const bool isRedirect = (status >= 301 && status <= 303) || status == 307 || status == 308;
    if (isRedirect || (status >= 400 && !hasText)) {
        special(status, setting, text);
        return Flow::End;
    }
    NginxAnswer sent = made(NginxAnswer::Kind::Response, setting);
    if (sent.status == 0)
        sent.status = status;
    sent.text = text.shown;
    sent.isSure = text.isKnown;
    answer(sent);
    return Flow::End;
}

void NginxTracer::runSet(NginxSetting setting)
{
    const Value value = filled(setting.argument(1), m_quotesCaptures ? Captures::Quoted : Captures::Plain);
    const QByteArray name = setting.argument(0).mid(1).toLower();
    step(StepKind::Set, setting, value.shown);
    if (name == "args")
        m_args = value.bytes;
    else
        m_variables.insert(name, value);
    if (name == "args")
        m_isSure = m_isSure && value.isKnown;
}

NginxTracer::Flow NginxTracer::runRewrite(NginxSetting setting)
{
    bool isSure = true;
    const bool isFound = test(setting.argument(0), RegexCase::Sensitive, m_uri, &isSure);
    m_isSure = m_isSure && isSure;
    if (!isFound)
        return Flow::GoOn;
    QByteArray replacement = setting.argument(1);
    const bool keepsArguments = !replacement.endsWith('?');
    if (!keepsArguments)
        replacement.chop(1);
    const QByteArray flag = setting.argument(2);
    m_isInternal = true;
    m_isTargetValid = false;
    m_isUriChanged = flag != "break";
    if (flag == "break")
        m_isLocationValid = false;
    m_quotesCaptures = false;
    if (isUrl(replacement) || flag == "redirect" || flag == "permanent") {
        redirectTo(setting, replacement, keepsArguments);
        return Flow::End;
    }
    changeUri(setting, replacement, keepsArguments);
    if (m_uri.isEmpty())
        special(500, setting);
    return m_uri.isEmpty() || flag == "last" || flag == "break" ? Flow::End : Flow::GoOn;
}

void NginxTracer::redirectTo(NginxSetting setting, const QByteArray &replacement, bool keepsArguments)
{
    Value url = filled(replacement, Captures::Quoted);
    url.shown = nginxRedirectUnescaped(url.shown);
    if (keepsArguments && !m_args.isEmpty())
        url.shown += (replacement.contains('?') ? '&' : '?') + m_args;
    step(StepKind::RewriteRedirect, setting, url.shown);
    special(setting.argument(2) == "permanent" ? 301 : 302, setting, url);
}

void NginxTracer::changeUri(NginxSetting setting, const QByteArray &replacement, bool keepsArguments)
{
    // Arguments begin at a question mark that stands there, not at one that a variable brings.
    const qsizetype question = replacement.indexOf('?');
    const Value uri = filled(question < 0 ? replacement : replacement.first(question));
    const Value own = question < 0 ? Value() : filled(replacement.sliced(question + 1), Captures::Quoted);
    m_isSure = m_isSure && uri.isKnown && own.isKnown;
    QByteArray args = own.bytes;
    if (question < 0)
        args = keepsArguments ? m_args : QByteArray();
    else if (keepsArguments && !m_args.isEmpty())
        args += '&' + m_args;
    m_uri = uri.bytes;
    m_args = args;
    step(StepKind::Rewrite, setting, m_uri + (m_args.isEmpty() ? QByteArray() : '?' + m_args));
}

} // namespace gw
