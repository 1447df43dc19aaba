// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What answers: try_files, index and files (src/http/modules/ngx_http_{try_files,index,static}_module.c), and what is
// passed on (ngx_http_proxy_module.c and its kin).
#include "backend/nginx/tracer.h"

#include "backend/nginx/value.h"

namespace gw {
namespace {

using nginxcheck::Url;
using nginxcheck::UrlUse;

QByteArray withoutScheme(const QByteArray &address, QByteArray *scheme)
{
    const qsizetype end = address.indexOf("://");
    *scheme = end < 0 ? QByteArray() : address.first(end).toLower();
    return end < 0 ? address : address.sliced(end + 3);
}

QByteArray addressOf(const Url &url)
{
    if (url.address.family == nginxcheck::Address::Family::Unix)
        return "unix:" + url.host;
    return url.host + ':' + QByteArray::number(url.address.port);
}

/// The name that `proxy_pass http://a/b/;` replaces: that of the location it stands in, if that is a prefix.
qsizetype replacedBytes(NginxSetting pass, const NginxEffective &effective)
{
    if (effective.contextOf(pass.parent()) != NginxContext::Location)
        return 0;
    const NginxLocation location = NginxLocation::of(pass.parent());
    const bool isText = location.kind != NginxLocation::Kind::Pattern && location.kind != NginxLocation::Kind::Named;
    return isText ? location.name.size() : 0;
}

QByteArray withArguments(const QByteArray &uri, const QByteArray &args)
{
    return args.isEmpty() ? uri : QByteArray(uri + '?' + args);
}

} // namespace

NginxTracer::Root NginxTracer::root()
{
    Root place;
    const EffectiveDirective directive = effective().of(m_scope, "root");
    place.at = directive.setting();
    QByteArray written = directive.isSet() ? place.at.argument(0) : QByteArray("html");
    place.isAlias = place.at && place.at.is("alias");
    if (place.isAlias) {
        const NginxLocation location = NginxLocation::of(place.at.parent());
        place.isPatternAlias = location.kind == NginxLocation::Kind::Pattern;
        place.cut = location.name.size();
    } else if (written.endsWith('/')) {
        written.chop(1);
    }
    place.path = filled(written);
    if (!place.path.bytes.startsWith('/') && !written.isEmpty())
        place.path.bytes.prepend(m_router.options.prefix);
    if (place.path.isKnown)
        place.path.shown = place.path.bytes;
    return place;
}

QByteArray NginxTracer::pathOf(const Root &root, const QByteArray &uri) const
{
    if (root.isPatternAlias)
        return m_addsUriToAlias ? QByteArray(root.path.shown + uri) : root.path.shown;
    return root.path.shown + uri.sliced(root.isAlias ? qMin(root.cut, uri.size()) : 0);
}

bool NginxTracer::loseAlias(const Root &root)
{
    if (!root.isAlias || m_isLocationValid)
        return false;
    step(StepKind::AliasLost, root.at);
    special(500, root.at);
    return true;
}

bool NginxTracer::exists(NginxSetting at, const QByteArray &path, Path wanted, bool isLikely)
{
    const Path known = m_router.options.files ? m_router.options.files(path) : Path::Unknown;
    if (known != Path::Unknown)
        return known == wanted;
    const bool isFile = wanted == Path::File;
    if (isFile && path.endsWith('/'))
        return false;
    QByteArray plain = path;
    while (plain.size() > 1 && plain.endsWith('/'))
        plain.chop(1);
    if (m_answers.value((isFile ? "folder " : "file ") + plain, false))
        return false;
    return ask(isFile ? NginxQuestion::Kind::File : NginxQuestion::Kind::Folder, at,
               (isFile ? "file " : "folder ") + plain, path, isLikely);
}

/// As it stands behind the root: with an alias, what the location's name stands for is taken off.
QByteArray NginxTracer::candidate(const Root &root, const QByteArray &written)
{
    const Value value = filled(written);
    m_isSure = m_isSure && value.isKnown;
    const bool isRepeated = root.isAlias && !root.isPatternAlias && hasNginxVariables(written) &&
                            value.bytes.startsWith(m_uri.first(qMin(root.cut, m_uri.size())));
    return isRepeated ? value.bytes.sliced(qMin(root.cut, value.bytes.size())) : value.bytes;
}

/// What is assumed of a file that nobody knows of.
bool NginxTracer::isLikelyThere(NginxSetting setting, const QByteArray &uri, Path wanted) const
{
    const bool isFile = wanted == Path::File;
    if (isFile && m_isSentHere && uri == m_uri)
        return true;
    if (!isFile && m_uri == "/" && (uri.isEmpty() || uri == "/"))
        return true; // the root itself
    const bool endsInStatus = setting.argument(setting.argumentCount() - 1).startsWith('=');
    return endsInStatus && isFile == !m_uri.endsWith('/');
}

bool NginxTracer::tryCandidate(NginxSetting setting, const Root &root, int index)
{
    QByteArray written = setting.argument(index);
    const Path wanted = written.endsWith('/') ? Path::Folder : Path::File;
    if (wanted == Path::Folder)
        written.chop(1);
    const QByteArray uri = candidate(root, written);
    const QByteArray path = root.path.shown + uri;
    if (!exists(setting, path, wanted, isLikelyThere(setting, uri, wanted))) {
        step(StepKind::FileMissing, setting, wanted == Path::Folder ? path + '/' : path);
        return false;
    }
    step(StepKind::FileFound, setting, wanted == Path::Folder ? path + '/' : path);
    if (!root.isAlias)
        m_uri = uri;
    else if (!root.isPatternAlias)
        m_uri = m_uri.first(qMin(root.cut, m_uri.size())) + uri;
    else if (wanted == Path::File)
        m_uri = uri;
    m_addsUriToAlias = m_addsUriToAlias || (root.isPatternAlias && wanted == Path::File);
    return true;
}

void NginxTracer::fallBack(NginxSetting setting, const Root &root)
{
    const QByteArray written = setting.argument(setting.argumentCount() - 1);
    if (written.startsWith('=')) {
        special(written.sliced(1).toInt(), setting);
        return;
    }
    const QByteArray target = candidate(root, written);
    if (target.startsWith('@')) {
        namedLocation(setting, target);
        return;
    }
    const qsizetype question = target.indexOf('?');
    internalRedirect(setting, question < 0 ? target : target.first(question),
                     question < 0 ? QByteArray() : target.sliced(question + 1));
}

void NginxTracer::tryFiles(NginxSetting setting)
{
    const Root place = root();
    if (loseAlias(place))
        return;
    m_isSure = m_isSure && place.path.isKnown;
    for (int i = 0; i + 1 < setting.argumentCount(); ++i) {
        if (tryCandidate(setting, place, i))
            return;
    }
    fallBack(setting, place);
}

void NginxTracer::serveFiles()
{
    const Root place = root();
    const bool endsInSlash = m_uri.endsWith('/');
    if (m_method != "GET" && m_method != "HEAD" && m_method != "POST") {
        const NginxSetting dav = effective().setting(m_scope, "dav_methods");
        if (dav && dav.arguments().contains(m_method))
            answer(made(NginxAnswer::Kind::Module, dav));
        else
            special(405);
        return;
    }
    if (loseAlias(place) || (endsInSlash && serveIndex(place)))
        return;
    if (endsInSlash)
        serveFolder(place);
    else
        serveFile(place);
}

/// Where nobody knows, it is.
bool NginxTracer::isFolder(const QByteArray &path) const
{
    const Path known = m_router.options.files ? m_router.options.files(path) : Path::Unknown;
    return known == Path::Unknown || known == Path::Folder;
}

/// True: that was the answer, or the way to it.
bool NginxTracer::serveIndex(const Root &root)
{
    const EffectiveDirective directive = effective().of(m_scope, "index");
    QByteArrayList names;
    for (const NginxSetting &setting : directive.settings)
        names += setting.arguments();
    if (names.isEmpty())
        names.append("index.html");
    bool isFirst = true;
    for (const QByteArray &written : std::as_const(names)) {
        const Value name = filled(written);
        if (name.bytes.startsWith('/')) {
            internalRedirect(directive.setting(), name.bytes, m_args);
            return true;
        }
        const QByteArray path = pathOf(root, m_uri) + name.bytes;
        const bool isThere = exists(directive.setting(), path, Path::File, isFirst);
        step(isThere ? StepKind::FileFound : StepKind::FileMissing, directive.setting(), path);
        if (isThere) {
            internalRedirect(directive.setting(), m_uri + name.bytes, m_args);
            return true;
        }
        // At the first that is not there nginx looks whether the folder is.
        if (isFirst && !isFolder(pathOf(root, m_uri))) {
            special(404, root.at);
            return true;
        }
        isFirst = false;
    }
    return false;
}

void NginxTracer::serveFolder(const Root &root)
{
    NginxAnswer listing = made(NginxAnswer::Kind::Folder, effective().setting(m_scope, "autoindex"));
    listing.path = pathOf(root, m_uri);
    if (listing.status == 0)
        listing.status = 200;
    if (!effective().isOn(m_scope, "autoindex") || m_method == "POST")
        special(403, root.at);
    else
        answer(listing);
}

void NginxTracer::serveFile(const Root &root)
{
    const QByteArray path = pathOf(root, m_uri);
    if (!exists(root.at, path, Path::File, true)) {
        if (exists(root.at, path, Path::Folder, false))
            special(301, root.at, Value::of(withArguments(nginxEscaped(m_uri, NginxEscape::Uri) + '/', m_args)));
        else
            special(404, root.at);
        return;
    }
    if (m_method == "POST") {
        special(405, root.at);
        return;
    }
    NginxAnswer file = made(NginxAnswer::Kind::File, root.at);
    if (file.status == 0)
        file.status = 200;
    file.path = path;
    file.isSure = root.path.isKnown;
    answer(file);
}

/// ngx_http_proxy_create_request()
QByteArray NginxTracer::upstreamUri(NginxSetting setting, const QByteArray &part) const
{
    if (part.isEmpty() && m_isTargetValid)
        return m_request.target;
    const qsizetype cut = m_isLocationValid && !part.isEmpty() ? replacedBytes(setting, effective()) : 0;
    const QByteArray rest = m_uri.sliced(qMin(cut, m_uri.size()));
    const bool isEscaped = m_isQuoted || m_isInternal;
    return withArguments(
        (m_isLocationValid ? part : QByteArray()) + (isEscaped ? nginxEscaped(rest, NginxEscape::Uri) : rest), m_args);
}

void NginxTracer::addServers(NginxAnswer &answer, const Url &url) const
{
    answer.address = addressOf(url);
    answer.servers = {answer.address};
    if (url.hasPort || !url.isHostName)
        return;
    answer.upstream = m_router.upstreams.value(url.host.toLower());
    if (!answer.upstream)
        return;
    answer.address = url.host;
    answer.servers.clear();
    for (const NginxSetting server : answer.upstream.children()) {
        if (server.is("server"))
            answer.servers.append(server.argument(0));
    }
}

void NginxTracer::passHttp(NginxSetting setting)
{
    const QByteArray written = setting.argument(0);
    const Value target = filled(written);
    NginxAnswer passed = made(NginxAnswer::Kind::Upstream, setting);
    passed.isSure = target.isKnown;
    const QByteArray rest = withoutScheme(target.shown, &passed.protocol);
    if (passed.protocol != "http" && passed.protocol != "https") {
        special(500, setting);
        return;
    }
    const Url url = nginxcheck::parsedUrl(rest, UrlUse::Upstream, passed.protocol == "https" ? 443 : 80);
    if (!url.error.isEmpty()) {
        special(500, setting);
        return;
    }
    addServers(passed, url);
    QByteArray part = url.uri;
    const bool hasVariables = hasNginxVariables(written);
    if (hasVariables && part.startsWith('?'))
        part.prepend('/');
    passed.uri = hasVariables && !part.isEmpty() ? part : upstreamUri(setting, part);
    if (passed.uri.isEmpty())
        special(500, setting);
    else
        answer(passed);
}

void NginxTracer::passOther(NginxSetting setting)
{
    const Value target = filled(setting.argument(0));
    NginxAnswer passed = made(NginxAnswer::Kind::Upstream, setting);
    passed.isSure = target.isKnown;
    QByteArray scheme;
    const QByteArray rest = withoutScheme(target.shown, &scheme);
    passed.protocol = setting.name().chopped(5); // "_pass"
    if (passed.protocol == "grpc" && scheme == "grpcs")
        passed.protocol = scheme;
    const Url url = nginxcheck::parsedUrl(rest, UrlUse::Upstream, scheme == "grpcs" ? 443 : 80);
    addServers(passed, url);
    const bool isSentOn = setting.is("grpc_pass") && m_isTargetValid;
    passed.uri = isSentOn
                     ? m_request.target
                     : withArguments(setting.is("grpc_pass") ? nginxEscaped(m_uri, NginxEscape::Uri) : m_uri, m_args);
    for (const NginxSetting &parameter : effective().of(m_scope, "fastcgi_param").settings) {
        if (!setting.is("fastcgi_pass") || parameter.argument(0) != "SCRIPT_FILENAME")
            continue;
        const Value script = filled(parameter.argument(1));
        passed.path = script.shown;
        passed.isSure = passed.isSure && script.isKnown;
    }
    answer(passed);
}

void NginxTracer::pass(NginxSetting setting)
{
    if (setting.is("proxy_pass"))
        passHttp(setting);
    else
        passOther(setting);
}

} // namespace gw
