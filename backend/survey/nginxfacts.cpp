// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/dump.h"
#include "backend/survey/readers.h"

namespace gw {
namespace {

/// What stands after `start` up to the end of its line.
QByteArrayView lineAfter(QByteArrayView printed, QByteArrayView start)
{
    const qsizetype at = printed.indexOf(start);
    if (at < 0)
        return {};
    const QByteArrayView rest = printed.sliced(at + start.size());
    const qsizetype end = rest.indexOf('\n');
    return end < 0 ? rest : rest.first(end);
}

/// nginx -V
void readVersion(QByteArrayView printed, NginxFacts &nginx)
{
    const QByteArrayView version = wordsOf(lineAfter(printed, "nginx version: ")).value(0);
    nginx.version = untrusted(version.sliced(version.lastIndexOf('/') + 1));
    QByteArrayView built = lineAfter(printed, "built with ");
    if (const qsizetype running = built.indexOf("(running with "); running >= 0)
        built = built.sliced(running + 14);
    const QList<QByteArrayView> words = wordsOf(built);
    if (words.size() >= 2)
        nginx.tlsLibrary = untrusted(QByteArray(words[0].toByteArray() + ' ' + words[1].toByteArray()));
    nginx.buildFlags = untrusted(lineAfter(printed, "configure arguments: "));
}

/// Built-in ones by --with-…_module, loaded ones by load_module.
QList<UntrustedText> modulesOf(const NginxFacts &nginx)
{
    QList<UntrustedText> modules;
    const QByteArray flags = nginx.buildFlags.raw().toUtf8();
    for (const QByteArrayView flag : wordsOf(flags)) {
        if (flag.startsWith("--with-") && flag.endsWith("_module"))
            modules.append(untrusted(flag.sliced(7)));
    }
    if (!nginx.tree)
        return modules;
    for (const FileFact &file : *nginx.tree) {
        for (const QByteArrayView line : linesOf(file.content)) {
            const QList<QByteArrayView> words = wordsOf(line);
            if (words.value(0) != "load_module" || words.size() < 2)
                continue;
            QByteArray name = words[1].sliced(words[1].lastIndexOf('/') + 1).toByteArray();
            name.replace('"', QByteArrayView()).replace('\'', QByteArrayView()).replace(';', QByteArrayView());
            if (name.endsWith(".so"))
                name.chop(3);
            modules.append(untrusted(name));
        }
    }
    return modules;
}

QList<FileFact> treeOf(const NginxDump &dump)
{
    QList<FileFact> files;
    for (const NginxDump::File &each : dump.files) {
        FileFact file;
        file.path = each.path;
        file.content = each.content;
        files.append(file);
    }
    return files;
}

/// "PATH\tTARGET" a line.
QList<NginxLink> linksFrom(QByteArrayView printed)
{
    QList<NginxLink> links;
    for (const QByteArrayView line : linesOf(printed)) {
        const qsizetype tab = line.indexOf('\t');
        if (tab > 0 && line.startsWith('/'))
            links.append({RemotePath(line.first(tab).toByteArray()), line.sliced(tab + 1).toByteArray()});
    }
    return links;
}

} // namespace

Known<NginxFacts> nginxFrom(const Sections &sections)
{
    const SurveySection *version = sections.find("nginx.version");
    const SurveySection *dumped = sections.find("nginx.dump");
    const SurveySection *files = sections.find("nginx.files");
    if (!dumped && !files)
        return sections.gapOf(version).value_or(Gap());
    NginxFacts nginx;
    if (version)
        readVersion(version->content, nginx);
    if (dumped && !dumped->timedOut && !dumped->truncated) {
        const NginxDump dump = NginxDump::parse(dumped->content);
        nginx.tested = true;
        nginx.testPassed = dumped->exitCode == 0;
        nginx.testResult = untrusted(QByteArrayView(dump.preface).trimmed());
        if (nginx.testPassed)
            nginx.tree = treeOf(dump);
    }
    // nginx -T prints no file when the test fails: the script sends them itself then.
    if (!nginx.tree) {
        if (files && !sections.gapOf(files))
            nginx.tree = treeOf(NginxDump::parse(files->content));
        else
            nginx.tree = sections.gapOf(files ? files : dumped).value_or(Gap());
    }
    nginx.modules = modulesOf(nginx);
    if (const SurveySection *links = sections.find("nginx.links"))
        nginx.links = linksFrom(links->content);
    if (const SurveySection *spare = sections.find("nginx.spare"))
        nginx.spare = treeOf(NginxDump::parse(spare->content));
    return nginx;
}

} // namespace gw
