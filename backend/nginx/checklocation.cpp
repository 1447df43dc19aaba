// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/checklocation.h"

#include "backend/nginx/checkscript.h"
#include "backend/nginx/checkupstream.h"
#include "backend/nginx/checkvalues.h"

#include <QMap>

#include <algorithm>

namespace gw::nginxcheck {
namespace {

using Kind = Location::Kind;

constexpr QByteArrayView methods[] = {
    "GET",     "HEAD",     "POST", "PUT",    "DELETE", "MKCOL",     "COPY",   "MOVE",
    "OPTIONS", "PROPFIND", "LOCK", "UNLOCK", "PATCH",  "PROPPATCH", "CONNECT"}; // the last one since 1.31.0

bool isRedirect(QByteArrayView target)
{
    return target.startsWith("http://") || target.startsWith("https://") || target.startsWith("$scheme");
}

/// A pattern among the arguments of `location`.
struct Pattern {
    QByteArray name;
    Kind kind = Kind::Prefix;
    RegexCase letters = RegexCase::Sensitive;
};

/// The modifier may be an argument of its own, or the front of the pattern.
bool readPattern(State &state, const Use &use, Pattern &pattern)
{
    const QByteArray &first = use.argument(0);
    QByteArray modifier = first;
    pattern.name = use.count() == 2 ? use.argument(1) : QByteArray();
    if (use.count() == 1) {
        modifier = first.startsWith("^~") || first.startsWith("~*") ? first.first(2)
                   : first.startsWith('=') || first.startsWith('~') ? first.first(1)
                                                                    : QByteArray();
        pattern.name = first.mid(modifier.size());
        pattern.kind = modifier.isEmpty() && first.startsWith('@') ? Kind::Named : Kind::Prefix;
    } else if (modifier != "=" && modifier != "^~" && modifier != "~" && modifier != "~*") {
        state.refuse({use.setting, 0}, "invalid location modifier \"" + modifier + '"');
        return false;
    }
    if (modifier == "=")
        pattern.kind = Kind::Exact;
    if (modifier.startsWith('~'))
        pattern.kind = Kind::Regex;
    if (modifier == "~*")
        pattern.letters = RegexCase::Insensitive;
    return true;
}

/// What nginx says of a location in another one; empty: nothing.
QByteArray wordsOnNesting(const Pattern &pattern, const Location &parent)
{
    const QByteArray name = '"' + pattern.name + '"';
    const QByteArray outer = '"' + parent.name + '"';
    if (parent.kind == Kind::Exact)
        return "location " + name + " cannot be inside the exact location " + outer;
    if (parent.kind == Kind::Named)
        return "location " + name + " cannot be inside the named location " + outer;
    if (pattern.kind == Kind::Named)
        return "named location " + name + " can be on the server level only";
    if (pattern.kind != Kind::Regex && !pattern.name.startsWith(parent.name))
        return "location " + name + " is outside location " + outer;
    return {};
}

void openUnnamed(State &state, const Use &use)
{
    const int parent = state.outer().location;
    state.block().location = int(state.locations.size());
    state.locations.push_back({use.setting, state.locations[size_t(parent)].name, Kind::Unnamed, parent});
}

} // namespace

void openLocation(State &state, const Use &use)
{
    const int parent = state.outer().location;
    const int number = int(state.locations.size());
    state.block().location = number;
    state.locations.push_back({use.setting, {}, Kind::Prefix, parent});
    Pattern pattern;
    if (!readPattern(state, use, pattern))
        return;
    const int argument = int(use.count()) - 1;
    if (pattern.kind == Kind::Regex && !checkRegex(state, use, argument, pattern.name, pattern.letters))
        return;
    state.location().name = pattern.name;
    state.location().kind = pattern.kind;
    if (use.context != NginxContext::Location)
        return;
    const QByteArray words = wordsOnNesting(pattern, state.locations[size_t(parent)]);
    if (!words.isEmpty())
        state.refuse({use.setting, argument}, words);
}

void openLimitExcept(State &state, const Use &use)
{
    openUnnamed(state, use);
    for (int i = 0; i < use.count(); ++i) {
        const QByteArray method = use.argument(i).toUpper();
        const bool isKnown = std::ranges::find(methods, QByteArrayView(method)) != std::end(methods);
        if (!isKnown || (method == "CONNECT" && state.isBefore({1, 31, 0}))) {
            state.refuse({use.setting, i}, "invalid method \"" + use.argument(i) + '"');
            return;
        }
    }
}

void checkRoot(State &state, const Use &use)
{
    const bool isAlias = use.setting.is("alias");
    const QByteArray name = isAlias ? "alias" : "root";
    if (state.block().location >= 0) {
        Location &location = state.location();
        if (isAlias ? location.hasRoot : location.hasAlias) {
            state.refuse({use.setting}, '"' + name + "\" directive is duplicate, \"" + (isAlias ? "root" : "alias") +
                                            "\" directive was specified earlier");
            return;
        }
        if (isAlias && location.kind == Kind::Named) {
            state.refuse({use.setting}, "the \"alias\" directive cannot be used inside the named location");
            return;
        }
        (isAlias ? location.hasAlias : location.hasRoot) = true;
    }
    for (const char *variable : {"document_root", "realpath_root"}) {
        const QByteArray plain = QByteArray("$") + variable;
        const QByteArray bracketed = QByteArray("${") + variable + '}';
        if (use.argument(0).contains(plain) || use.argument(0).contains(bracketed)) {
            state.refuse({use.setting, 0},
                         "the " + plain + " variable cannot be used in the \"" + name + "\" directive");
            return;
        }
    }
    checkScript(state, use, 0);
}

// ngx_http_rewrite_module.

static void refuseCondition(State &state, const Use &use, int argument, const QByteArray &text)
{
    state.refuse({use.setting, argument}, "invalid condition \"" + text + '"');
}

/// "$a", "$a = b", "$a ~* c": arguments `first` to `last`, in `words` without the parentheses.
static void checkComparison(State &state, const Use &use, const QList<QByteArray> &words, int first, int last)
{
    if (first != last && first + 2 != last) {
        refuseCondition(state, use, first, words[first]);
        return;
    }
    refer(state, {use.setting, first}, QByteArrayView(words[first]).sliced(1));
    if (first == last)
        return;
    const QByteArray &sign = words[first + 1];
    if (sign == "=" || sign == "!=") {
        checkScript(state, use, last, words[last]);
    } else if (sign == "~" || sign == "~*" || sign == "!~" || sign == "!~*") {
        checkRegex(state, use, last, words[last], sign.endsWith('*') ? RegexCase::Insensitive : RegexCase::Sensitive);
    } else {
        state.refuse({use.setting, first + 1}, "unexpected \"" + sign + "\" in condition");
    }
}

static bool isFileTest(const QByteArray &word)
{
    const bool isNegative = word.startsWith("!-");
    return word.size() == 2 + isNegative && word[isNegative] == '-';
}

void openIf(State &state, const Use &use)
{
    openUnnamed(state, use);
    QList<QByteArray> words = use.arguments;
    int first = 0;
    int last = int(words.size()) - 1;
    if (!words[first].startsWith('(')) {
        refuseCondition(state, use, first, words[first]);
        return;
    }
    if (words[first].size() == 1)
        ++first;
    else
        words[first].remove(0, 1);
    if (!words[last].endsWith(')')) {
        refuseCondition(state, use, last, words[last]);
        return;
    }
    if (words[last].size() == 1)
        --last;
    else
        words[last].chop(1);
    const QByteArray &word = words[first];
    if (word.size() > 1 && word.startsWith('$')) {
        checkComparison(state, use, words, first, last);
    } else if (!isFileTest(word) || first + 1 != last) {
        refuseCondition(state, use, first, word);
    } else if (checkScript(state, use, last, words[last]) && !QByteArrayView("fdex").contains(word.back())) {
        refuseCondition(state, use, first, word);
    }
}

void checkReturn(State &state, const Use &use)
{
    const auto status = number(use.argument(0));
    if (!status && use.count() == 1 && isRedirect(use.argument(0))) {
        checkScript(state, use, 0);
        return;
    }
    if (!status || *status > 999) {
        state.refuse({use.setting, 0}, "invalid return code \"" + use.argument(0) + '"');
        return;
    }
    checkScript(state, use, 1);
}

void checkRewrite(State &state, const Use &use)
{
    QByteArrayView target = use.argument(1);
    if (target.isEmpty()) {
        state.refuse({use.setting, 1}, "empty replacement");
        return;
    }
    if (!checkRegex(state, use, 0, use.argument(0), RegexCase::Sensitive))
        return;
    const QByteArray flag = use.count() == 3 ? use.argument(2) : QByteArray("last");
    if (flag != "last" && flag != "break" && flag != "redirect" && flag != "permanent") {
        state.refuse({use.setting, 2}, "invalid parameter \"" + flag + '"');
        return;
    }
    if (target.endsWith('?'))
        target.chop(1);
    checkScript(state, use, 1, target);
}

void checkSet(State &state, const Use &use)
{
    if (checkMadeVariable(state, use, 0, use.argument(0)))
        checkScript(state, use, 1);
}

// The rest.

void checkErrorPage(State &state, const Use &use)
{
    const int count = int(use.count());
    int codes = count - 1;
    const QByteArray &answer = use.argument(count - 2);
    if (answer.startsWith('=')) {
        if (count == 2 || (answer.size() > 1 && !number(QByteArrayView(answer).sliced(1)))) {
            state.refuse({use.setting, count - 2}, "invalid value \"" + answer + '"');
            return;
        }
        --codes;
    }
    if (!checkScript(state, use, count - 1))
        return;
    for (int i = 0; i < codes; ++i) {
        const auto code = number(use.argument(i));
        const QByteArray written = '"' + use.argument(i) + '"';
        if (!code || *code == 499) {
            state.refuse({use.setting, i}, "invalid value " + written);
            return;
        }
        if (*code < 300 || *code > 599) {
            state.refuse({use.setting, i}, "value " + written + " must be between 300 and 599");
            return;
        }
    }
}

void checkTryFiles(State &state, const Use &use)
{
    for (int i = 0; i < use.count(); ++i) {
        if (!checkScript(state, use, i))
            return;
    }
    const QByteArray &last = use.arguments.last();
    if (last.startsWith('=') && !last.contains('$') && number(last.mid(1)).value_or(1000) > 999)
        state.refuse({use.setting, int(use.count()) - 1}, "invalid code \"" + last + '"');
}

void checkAddHeader(State &state, const Use &use)
{
    if (checkScript(state, use, 1) && use.count() == 3 && use.argument(2) != "always")
        state.refuse({use.setting, 2}, "invalid parameter \"" + use.argument(2) + '"');
}

void checkExpires(State &state, const Use &use)
{
    const bool isModified = use.count() == 2;
    const auto refuse = [&](const char *words) {
        state.refuse({use.setting, int(use.count()) - 1}, QByteArray("\"expires\" directive ") + words);
    };
    if (isModified && use.argument(0) != "modified") {
        refuse("invalid value");
        return;
    }
    QByteArrayView value = use.arguments.last();
    if (value.contains('$')) {
        checkScript(state, use, int(use.count()) - 1);
        return;
    }
    if (!isModified && (value == "epoch" || value == "max" || value == "off"))
        return;
    const bool isDaily = value.startsWith('@');
    if (isDaily && isModified) {
        refuse("daily time cannot be used with \"modified\" parameter");
        return;
    }
    if (isDaily || value.startsWith('+') || value.startsWith('-'))
        value = value.sliced(1);
    const auto time = duration(value, TimeUnit::Seconds);
    if (!time)
        refuse("invalid value");
    else if (isDaily && *time > 24 * 60 * 60)
        refuse("daily time value must be less than 24 hours");
}

void checkKeepAlive(State &state, const Use &use)
{
    if (!duration(use.argument(0), TimeUnit::Milliseconds) ||
        (use.count() == 2 && !duration(use.argument(1), TimeUnit::Seconds)))
        state.refuse({use.setting}, "\"keepalive_timeout\" directive invalid value");
}

void checkProxyPass(State &state, const Use &use)
{
    const QByteArray &url = use.argument(0);
    if (url.contains('$')) {
        checkScript(state, use, 0);
        return;
    }
    const QByteArray lower = url.toLower();
    const int prefix = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : 0;
    if (prefix == 0) {
        state.refuse({use.setting, 0}, "invalid URL prefix");
        return;
    }
    const Url parsed = parsedUrl(QByteArrayView(url).sliced(prefix), UrlUse::Upstream, prefix == 7 ? 80 : 443);
    if (!parsed.error.isEmpty()) {
        state.refuse({use.setting, 0}, parsed.error + " in upstream \"" + url.mid(prefix) + '"');
        return;
    }
    if (!referToUpstream(state, use, parsed))
        return;
    const Kind kind = state.location().kind;
    if (!parsed.uri.isEmpty() && (kind == Kind::Named || kind == Kind::Regex || kind == Kind::Unnamed))
        state.refuse({use.setting, 0},
                     "\"proxy_pass\" cannot have URI part in location given by regular expression, or inside named "
                     "location, or inside \"if\" statement, or inside \"limit_except\" block");
}

// At the end of http.

/// ngx_http_join_exact_locations() of one level: nginx names the later one, and stops at the first in the order of
/// their names.
static void checkLevel(State &state, const QList<int> &children)
{
    QMap<std::pair<QByteArray, bool>, int> seen; ///< by name, and whether it is exact
    QMap<std::pair<QByteArray, bool>, NginxSetting> again;
    for (const int child : children) {
        const Location &location = state.locations[size_t(child)];
        if (location.kind != Kind::Prefix && location.kind != Kind::Exact)
            continue;
        const std::pair key(location.name, location.kind == Kind::Exact);
        if (seen.contains(key) && !again.contains(key))
            again.insert(key, location.setting);
        seen.insert(key, child);
    }
    for (auto it = again.cbegin(); it != again.cend(); ++it)
        state.refuse({*it}, "duplicate location \"" + it.key().first + '"');
}

void checkLocations(State &state)
{
    std::vector<QList<int>> children(state.locations.size());
    for (size_t i = 0; i < state.locations.size(); ++i) {
        if (state.locations[i].parent >= 0)
            children[size_t(state.locations[i].parent)].append(int(i));
    }
    for (qsizetype i = 0; i < state.servers.size(); ++i) {
        const int first = state.servers[i].location;
        const int end = i + 1 < state.servers.size() ? state.servers[i + 1].location : int(children.size());
        for (int level = end - 1; level >= first; --level) // inner levels before those around them
            checkLevel(state, children[size_t(level)]);
    }
}

} // namespace gw::nginxcheck
