// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/build.h"

#include "backend/nginx/directives.h"

#include <algorithm>

namespace gw {

namespace {

/// The words behind "configure arguments:", quotes respected as far as words with spaces need it.
QList<QByteArrayView> configureWords(QByteArrayView printed)
{
    static constexpr QByteArrayView title = "configure arguments:";
    const qsizetype at = printed.indexOf(title);
    QList<QByteArrayView> words;
    if (at < 0)
        return words;
    QByteArrayView line = printed.sliced(at + title.size());
    if (const qsizetype end = line.indexOf('\n'); end >= 0)
        line.truncate(end);
    bool quoted = false;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == '\'')
            quoted = !quoted;
        if (i == line.size() || (line[i] == ' ' && !quoted)) {
            if (i > begin)
                words.append(line.sliced(begin, i - begin));
            begin = i + 1;
        }
    }
    return words;
}

QByteArrayView fileName(QByteArrayView path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

bool isCompiledIn(const NginxModule &module, const QList<QByteArrayView> &words)
{
    // The modules of `stream` and `mail` come with those, and go with them.
    if ((module.name.startsWith("ngx_stream_") && !words.contains("--with-stream")) ||
        (module.name.startsWith("ngx_mail_") && !words.contains("--with-mail")))
        return false;
    if (module.option.isEmpty())
        return module.library.isEmpty();
    const bool named = std::ranges::any_of(
        words, [&](QByteArrayView word) { return word.startsWith("--") && word.sliced(2) == module.option; });
    return named == module.option.startsWith("with-");
}

} // namespace

NginxBuild NginxBuild::fromPrinted(QByteArrayView printed)
{
    NginxBuild build;
    build.m_version = NginxVersion::fromText(printed);
    build.m_commercial = printed.contains("nginx-plus");
    const QList<QByteArrayView> words = configureWords(printed);
    if (words.isEmpty())
        return build;
    build.m_known = true;
    for (const QByteArrayView word : words)
        build.m_foreign |= word.startsWith("--add-module=");
    const std::span<const NginxModule> modules = DirectiveTable::nginx().modules();
    for (std::size_t i = 0; i < modules.size(); ++i) {
        build.m_modules[i] = isCompiledIn(modules[i], words);
    }
    return build;
}

void NginxBuild::load(QByteArrayView file)
{
    const QByteArrayView name = fileName(file);
    bool known = false;
    const std::span<const NginxModule> modules = DirectiveTable::nginx().modules();
    for (std::size_t i = 0; i < modules.size(); ++i) {
        if (modules[i].library == name)
            m_modules[i] = known = true;
    }
    m_foreign |= !known;
}

NginxBuild::Presence NginxBuild::presence(quint16 module) const
{
    if (m_modules[module])
        return Presence::Yes;
    return m_known ? Presence::No : Presence::Maybe;
}

} // namespace gw
