// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/findings/nginx/trustedsites.h"

#include <QHostAddress>
#include <algorithm>
#include <array>
#include <vector>

namespace gw {
namespace {

/// Below these, names of two or more parts, everybody may have a name of their own (from publicsuffix.org, the common
/// ones).
constexpr std::array<QByteArrayView, 58> sharedSuffixes{
    "co.uk",          "org.uk",      "ac.uk",        "gov.uk",          "me.uk",         "com.au",
    "net.au",         "org.au",      "co.nz",        "co.jp",           "ne.jp",         "or.jp",
    "ac.jp",          "co.kr",       "or.kr",        "com.cn",          "net.cn",        "org.cn",
    "gov.cn",         "edu.cn",      "com.hk",       "com.tw",          "org.tw",        "com.sg",
    "com.my",         "co.in",       "net.in",       "org.in",          "co.id",         "co.th",
    "com.vn",         "com.ph",      "co.za",        "com.br",          "net.br",        "org.br",
    "com.mx",         "com.ar",      "com.co",       "com.tr",          "com.ua",        "co.il",
    "com.pl",         "com.ru",      "github.io",    "gitlab.io",       "pages.dev",     "workers.dev",
    "vercel.app",     "netlify.app", "web.app",      "firebaseapp.com", "herokuapp.com", "azurewebsites.net",
    "cloudfront.net", "appspot.com", "blogspot.com", "ngrok.io",
};

constexpr int mostSites = 10; ///< so many are a list that somebody wrote down

Regex compiled(const QByteArray &pattern)
{
    const ParsedRegex parsed = parsedRegex(pattern);
    return *std::get_if<Regex>(&parsed); // ours are all valid
}

/// What a browser sends: a scheme and a host in lower case, and no path in an Origin.
const Regex &sentAs(SiteHeader header)
{
    static const Regex origin = compiled("^https?://[a-z0-9-]+(\\.[a-z0-9-]+)*(:[0-9]+)?\\z");
    static const Regex referer = compiled("^https?://[a-z0-9-]+(\\.[a-z0-9-]+)*(:[0-9]+)?(/[!-~]*)?\\z");
    return header == SiteHeader::Origin ? origin : referer;
}

/// What the owner of a site sends.
Regex sentBy(const QByteArray &site)
{
    QByteArray escaped = site;
    escaped.replace('.', "\\.");
    return compiled("^https?://([a-z0-9-]+\\.)*" + escaped + "(:[0-9]+)?(/[!-~]*)?\\z");
}

QByteArray hostOf(const QByteArray &url)
{
    const QByteArray rest = url.mid(url.indexOf("://") + 3);
    const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == ':' || c == '?'; });
    return rest.left(end - rest.begin());
}

/// Whether some place of the pattern takes many different bytes: what only spells names out does not.
bool hasFreePlace(const Regex &regex)
{
    constexpr int several = 6;
    return std::any_of(regex.nodes.begin(), regex.nodes.end(), [&](const RegexNode &node) {
        return node.kind == RegexNodeKind::Bytes && regex.setOf(node).count() >= several;
    });
}

class Search {
public:
    Search(const Regex &pattern, SiteHeader header) : m_pattern(pattern), m_header(header) {}

    void trust(const QByteArray &site) { m_trusted.push_back(sentBy(site)); }
    /// A site that is let in and not trusted; `extra` is to match it too.
    RegexAnswer foreign(const Regex *extra = nullptr) const
    {
        std::vector<const Regex *> all{&m_pattern, &sentAs(m_header)};
        if (extra)
            all.push_back(extra);
        std::vector<const Regex *> none;
        for (const Regex &site : m_trusted)
            none.push_back(&site);
        return subjectThat(all, none);
    }

private:
    const Regex &m_pattern;
    SiteHeader m_header;
    std::vector<Regex> m_trusted;
};

/// A name that nobody has written into a pattern.
const Regex &strangers()
{
    static const Regex regex = compiled("^[a-z]+://[^/]*attacker");
    return regex;
}

SiteVerdict open(const QByteArray &witness)
{
    return {SiteVerdict::Is::Open, witness};
}

} // namespace

QByteArray siteOf(const QByteArray &host)
{
    if (!QHostAddress(QString::fromLatin1(host)).isNull())
        return host;
    const QList<QByteArray> labels = host.split('.');
    const auto last = [&labels](qsizetype count) {
        return labels.mid(qMax(qsizetype(0), labels.size() - count)).join('.');
    };
    const QByteArray two = last(2);
    const bool isShared = std::find(sharedSuffixes.begin(), sharedSuffixes.end(), two) != sharedSuffixes.end();
    return isShared ? last(3) : two;
}

RegexAnswer withoutTls(const Regex &pattern, SiteHeader header)
{
    static const Regex plain = compiled("^http://");
    const std::array<const Regex *, 3> all{&pattern, &sentAs(header), &plain};
    return subjectThat(all, {});
}

SiteVerdict sitesOf(const Regex &pattern, SiteHeader header, const QList<QByteArray> &domains)
{
    using Is = RegexAnswer::Is;
    Search search(pattern, header);
    for (const QByteArray &domain : domains)
        search.trust(domain);
    RegexAnswer answer = search.foreign();
    if (!domains.isEmpty())
        return answer.is == Is::Yes ? open(answer.witness) : SiteVerdict();
    if (answer.is == Is::No)
        return {SiteVerdict::Is::Useless, {}};
    for (int found = 0; answer.is == Is::Yes && found < mostSites; ++found) {
        search.trust(siteOf(hostOf(answer.witness)));
        if (found == 0) {
            // What lets in any name at all is seen at once, and by a telling example.
            const RegexAnswer stranger = search.foreign(&strangers());
            if (stranger.is == Is::Yes)
                return open(stranger.witness);
        }
        answer = search.foreign();
    }
    return answer.is == Is::Yes && hasFreePlace(pattern) ? open(answer.witness) : SiteVerdict();
}

} // namespace gw
