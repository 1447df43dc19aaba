// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/checkvalues.h"

#include "backend/nginx/checkscript.h"

#include <QResource>

#include <algorithm>
#include <limits>

namespace gw::nginxcheck {
namespace {

using Kind = ValueRule::Kind;

/// The newest of the sources that values.tsv is made from: later ones take variables in more places.
constexpr NginxVersion newestSource{1, 26, 3};

constexpr qint64 largest = std::numeric_limits<qint64>::max();

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

std::optional<qint64> scaled(QByteArrayView text, QByteArrayView units)
{
    if (text.isEmpty())
        return {};
    const qsizetype unit = units.indexOf(char(text.back() | 0x20));
    if (unit < 0)
        return number(text);
    const auto value = number(text.chopped(1));
    const qint64 scale = qint64(1) << 10 * (unit + 1);
    return value && *value <= largest / scale ? std::optional(*value * scale) : std::nullopt;
}

/// One step of ngx_parse_time(): the unit at the front of `text`, in the order in which units may follow each other.
struct Unit {
    int step = 0;
    qint64 milliseconds = 0;
    qsizetype length = 1;
};
std::optional<Unit> unitAt(QByteArrayView text)
{
    switch (text.front()) {
    case 'y': return Unit{1, qint64(31'536'000) * 1000};
    case 'M': return Unit{2, qint64(2'592'000) * 1000};
    case 'w': return Unit{3, 604'800'000};
    case 'd': return Unit{4, 86'400'000};
    case 'h': return Unit{5, 3'600'000};
    case 'm': return text.startsWith("ms") ? Unit{8, 1, 2} : Unit{6, 60'000};
    case 's': return Unit{7, 1000};
    case ' ': return Unit{9, 1000};
    default: return {};
    }
}

/// Whether a unit may come after step `done`. A blank stands for seconds, once.
bool mayFollow(const Unit &unit, int done, TimeUnit finest)
{
    if (unit.step == 8 && finest == TimeUnit::Seconds)
        return false;
    if (unit.step == 9)
        return done < 7;
    return unit.step > done;
}

} // namespace

std::optional<qint64> number(QByteArrayView text)
{
    if (text.isEmpty())
        return {};
    qint64 value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || value > (largest - (c - '0')) / 10)
            return {};
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<qint64> size(QByteArrayView text)
{
    return scaled(text, "km");
}

std::optional<qint64> offset(QByteArrayView text)
{
    return scaled(text, "kmg");
}

std::optional<qint64> duration(QByteArrayView text, TimeUnit unit)
{
    const qint64 divisor = unit == TimeUnit::Seconds ? 1000 : 1;
    qint64 total = 0;
    qint64 value = 0;
    bool isValid = false;
    int done = unit == TimeUnit::Seconds ? 0 : 2; // milliseconds know no years and months
    for (qsizetype i = 0; i < text.size();) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            if (value > (largest - (c - '0')) / 10)
                return {};
            value = value * 10 + (c - '0');
            isValid = true;
            ++i;
            continue;
        }
        const auto found = unitAt(text.sliced(i));
        if (!found || !mayFollow(*found, done, unit))
            return {};
        done = found->step;
        const qint64 scale = qMax<qint64>(found->milliseconds / divisor, 1);
        if (value > largest / scale || total > largest - value * scale)
            return {};
        total += value * scale;
        value = 0;
        i += found->length;
        while (i < text.size() && text[i] == ' ')
            ++i;
    }
    const qint64 scale = unit == TimeUnit::Seconds ? 1 : 1000;
    if (!isValid || value > largest / scale || total > largest - value * scale)
        return {};
    return total + value * scale;
}

// The table.

static Kind kindNamed(QByteArrayView name)
{
    static constexpr std::pair<QByteArrayView, Kind> names[] = {
        {"flag", Kind::Flag},       {"number", Kind::Number},
        {"size", Kind::Size},       {"offset", Kind::Offset},
        {"enum", Kind::Enum},       {"milliseconds", Kind::Milliseconds},
        {"seconds", Kind::Seconds}, {"access", Kind::Access},
        {"buffers", Kind::Buffers}, {"bitmask", Kind::Bitmask},
        {"path", Kind::Path},       {"script", Kind::Script},
        {"scripts", Kind::Scripts}, {"size-script", Kind::SizeScript},
    };
    for (const auto &[known, kind] : names) {
        if (known == name)
            return kind;
    }
    Q_ASSERT(false);
    return Kind::None;
}

static QList<QByteArrayView> cut(QByteArrayView text, char separator)
{
    QList<QByteArrayView> parts;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf(separator);
        parts.append(end < 0 ? text : text.first(end));
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
    }
    return parts;
}

/// By row of DirectiveTable::directives().
static std::vector<ValueRule> readRules()
{
    const DirectiveTable &table = DirectiveTable::nginx();
    std::vector<ValueRule> rules(table.directives().size());
    const QResource resource(QStringLiteral(":/nginx/values.tsv")); // not compressed: the words are views into it
    const QByteArrayView text(resource.data(), resource.size());
    QByteArrayView module;
    for (const QByteArrayView line : cut(text, '\n')) {
        const QList<QByteArrayView> row = cut(line, '\t');
        if (row.size() < 2 || line.startsWith('#'))
            continue;
        if (row[0] == "@") {
            module = row[1];
            continue;
        }
        ValueRule rule{kindNamed(row[1]), {}, 0, -1};
        if (row.size() > 2) {
            rule.words = cut(row[2], ' ');
            if (rule.kind == Kind::Number) {
                rule.least = rule.words[0].toLongLong();
                rule.most = rule.words[1].toLongLong();
            }
        }
        for (const DirectiveFacts &facts : table.named(row[0])) {
            if (table.modules()[facts.module].name == module)
                rules[std::size_t(&facts - table.directives().data())] = rule;
        }
    }
    return rules;
}

const ValueRule &valueRule(const DirectiveFacts &facts)
{
    static const std::vector<ValueRule> rules = readRules();
    return rules[std::size_t(&facts - DirectiveTable::nginx().directives().data())];
}

// Their use.

static bool refuseValue(State &state, const Use &use, const char *words, int argument = 0)
{
    state.refuse({use.setting, argument}, '"' + use.setting.name() + "\" directive " + words);
    return false;
}

static bool refuseWord(State &state, const Use &use, int argument)
{
    state.refuse({use.setting, argument}, "invalid value \"" + use.argument(argument) + '"');
    return false;
}

static bool checkNumber(State &state, const Use &use, const ValueRule &rule)
{
    const auto value = number(use.argument(0));
    if (!value)
        return refuseValue(state, use, "invalid number");
    if (rule.most >= 0 && (*value < rule.least || *value > rule.most)) {
        state.refuse({use.setting, 0}, "value must be between " + QByteArray::number(rule.least) + " and " +
                                           QByteArray::number(rule.most));
        return false;
    }
    return true;
}

static bool checkWords(State &state, const Use &use, const ValueRule &rule)
{
    for (int i = 0; i < use.count(); ++i) {
        const auto isIt = [&](QByteArrayView word) { return isSame(word, use.argument(i)); };
        if (std::ranges::none_of(rule.words, isIt))
            return state.isNewerThanKnown() || refuseWord(state, use, i);
        if (rule.kind == Kind::Enum)
            continue;
        // Those of a second directive in the block are added.
        const QByteArray key = use.setting.name() + ' ' + use.argument(i).toLower();
        if (state.block().keys.contains(key))
            state.warn({use.setting, i}, "duplicate value \"" + use.argument(i) + '"');
        state.block().keys.insert(key);
    }
    return true;
}

static bool checkAccess(State &state, const Use &use)
{
    static constexpr QByteArrayView rights[] = {"user:rw", "user:r", "group:rw", "group:r", "all:rw", "all:r"};
    for (int i = 0; i < use.count(); ++i) {
        if (std::ranges::find(rights, QByteArrayView(use.argument(i))) == std::end(rights))
            return refuseWord(state, use, i);
    }
    return true;
}

static bool checkPath(State &state, const Use &use)
{
    qint64 length = 0;
    for (int i = 1; i < use.count(); ++i) {
        const auto level = number(use.argument(i));
        if (!level || *level == 0 || *level > 100)
            return refuseValue(state, use, "invalid value", i);
        length += *level + 1;
    }
    return length <= 10 + use.count() - 1 || refuseValue(state, use, "invalid value", 1);
}

static bool checkScripts(State &state, const Use &use)
{
    for (int i = 0; i < use.count(); ++i) {
        if (!checkScript(state, use, i))
            return false;
    }
    return true;
}

static bool isRightMeasure(QByteArrayView text, Kind kind)
{
    switch (kind) {
    case Kind::Size: return size(text).has_value();
    case Kind::Offset: return offset(text).has_value();
    case Kind::Seconds: return duration(text, TimeUnit::Seconds).has_value();
    default: return duration(text, TimeUnit::Milliseconds).has_value();
    }
}

bool checkValue(State &state, const Use &use, const ValueRule &rule)
{
    if (rule.kind == Kind::None || use.count() == 0)
        return true;
    const QByteArray &first = use.argument(0);
    const bool mayBeNewer = !state.build().version().isSet() || newestSource < state.build().version();
    if (mayBeNewer && first.contains('$') && rule.kind < Kind::Script)
        return true;
    switch (rule.kind) {
    case Kind::None: return true;
    case Kind::Flag:
        if (isSame(first, "on") || isSame(first, "off"))
            return true;
        state.refuse({use.setting, 0}, "invalid value \"" + first + "\" in \"" + use.setting.name() +
                                           R"(" directive, it must be "on" or "off")");
        return false;
    case Kind::Number: return checkNumber(state, use, rule);
    case Kind::Size:
    case Kind::Offset:
    case Kind::Milliseconds:
    case Kind::Seconds: return isRightMeasure(first, rule.kind) || refuseValue(state, use, "invalid value");
    case Kind::Buffers:
        if (use.count() < 2 || (number(first).value_or(0) > 0 && size(use.argument(1)).value_or(0) > 0))
            return true;
        return refuseValue(state, use, "invalid value");
    case Kind::Enum:
    case Kind::Bitmask: return checkWords(state, use, rule);
    case Kind::Access: return checkAccess(state, use);
    case Kind::Path: return checkPath(state, use);
    case Kind::SizeScript:
        if (!first.contains('$') && !size(first))
            return refuseValue(state, use, "invalid value");
        return checkScript(state, use, 0);
    case Kind::Script: return checkScript(state, use, 0);
    case Kind::Scripts: return checkScripts(state, use);
    }
    return true;
}

} // namespace gw::nginxcheck
