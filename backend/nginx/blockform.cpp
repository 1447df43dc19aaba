// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/blockform.h"

#include <algorithm>

namespace gw {
namespace {

using Group = NginxField::Group;
using Control = NginxField::Control;

const QList<NginxField> &allFields()
{
    static const QList<NginxField> fields{
        {"listen", Group::Server, Control::Lines},
        {"server_name", Group::Server, Control::Line},
        {"root", Group::Server, Control::Line},
        {"index", Group::Server, Control::Line},
        {"try_files", Group::Server, Control::Line},
        {"return", Group::Server, Control::Line},
        {"proxy_pass", Group::Proxy, Control::Line},
        {"proxy_http_version", Group::Proxy, Control::Choice, {"1.0", "1.1"}},
        {"proxy_set_header", Group::Proxy, Control::Lines},
        {"proxy_buffering", Group::Proxy, Control::Flag},
        {"proxy_request_buffering", Group::Proxy, Control::Flag},
        {"proxy_read_timeout", Group::Proxy, Control::Line},
        {"proxy_send_timeout", Group::Proxy, Control::Line},
        {"server", Group::Upstream, Control::Lines},
        {"keepalive", Group::Upstream, Control::Line},
        {"zone", Group::Upstream, Control::Line},
        {"ssl_certificate", Group::Tls, Control::Lines},
        {"ssl_certificate_key", Group::Tls, Control::Lines},
        {"ssl_protocols", Group::Tls, Control::Line},
        {"ssl_ciphers", Group::Tls, Control::Line},
        {"ssl_ecdh_curve", Group::Tls, Control::Line},
        {"ssl_prefer_server_ciphers", Group::Tls, Control::Flag},
        {"ssl_session_cache", Group::Tls, Control::Line},
        {"ssl_session_timeout", Group::Tls, Control::Line},
        {"ssl_session_tickets", Group::Tls, Control::Flag},
        {"ssl_client_certificate", Group::Tls, Control::Line},
        {"ssl_verify_client", Group::Tls, Control::Choice, {"on", "off", "optional", "optional_no_ca"}},
        {"add_header", Group::Headers, Control::Lines},
        {"server_tokens", Group::Headers, Control::Flag},
        {"satisfy", Group::Access, Control::Choice, {"all", "any"}},
        {"allow", Group::Access, Control::Rules},
        {"auth_basic", Group::Access, Control::Line},
        {"auth_basic_user_file", Group::Access, Control::Line},
        {"expires", Group::Cache, Control::Line},
        {"etag", Group::Cache, Control::Flag},
        {"proxy_cache", Group::Cache, Control::Line},
        {"proxy_cache_valid", Group::Cache, Control::Lines},
        {"gzip", Group::Compression, Control::Flag},
        {"gzip_types", Group::Compression, Control::Line},
        {"gzip_proxied", Group::Compression, Control::Line},
        {"gzip_comp_level", Group::Compression, Control::Line},
        {"gzip_min_length", Group::Compression, Control::Line},
        {"gzip_vary", Group::Compression, Control::Flag},
        {"client_max_body_size", Group::Limits, Control::Line},
        {"client_body_timeout", Group::Limits, Control::Line},
        {"limit_req", Group::Limits, Control::Lines},
        {"limit_conn", Group::Limits, Control::Lines},
        {"limit_rate", Group::Limits, Control::Line},
    };
    return fields;
}

/// Between the name and the end of the head, with the name where the field has several.
QByteArray written(NginxNode node, const NginxField &field)
{
    QList<QByteArray> words;
    if (field.control == Control::Rules)
        words.append(node.writtenName().toByteArray());
    for (int i = 0; i < node.argumentCount(); ++i)
        words.append(node.writtenArgument(i).toByteArray());
    return words.join(' ');
}

/// "gzip on;" of what was typed; empty where that is anything else than one directive without a block.
QByteArray directiveFrom(const NginxField &field, const QByteArray &line)
{
    const QByteArray text =
        (field.control == Control::Rules ? line.trimmed() : field.directive + ' ' + line.trimmed()) + ';';
    const NginxTree tree = NginxTree::parse(text);
    const NginxNode node = tree.root().firstChild();
    const bool isOne = tree.errors().isEmpty() && node && !node.next() && node.isDirective() && !node.hasBlock() &&
                       node.argumentCount() > 0 && node.span().size() == text.size() && field.is(node);
    return isOne && !text.contains('#') ? text : QByteArray();
}

/// Where a directive that is not there yet goes: behind the last one without a block.
NginxEdit inserted(const NginxTree &tree, NginxNode block, NginxNode behind, const QByteArray &lines)
{
    NginxNode last = behind;
    for (const NginxNode node : block.directives()) {
        if (!behind && !node.hasBlock())
            last = node;
    }
    return last ? nginxInsertedAfter(tree, last, lines) : nginxInsertedInto(tree, block, NginxPosition::First, lines);
}

} // namespace

bool NginxField::is(NginxNode node) const
{
    return node.is(directive) || (control == Control::Rules && node.is("deny"));
}

QList<NginxField> nginxFields(NginxContext body, const NginxBuild &build)
{
    QList<NginxField> fields;
    for (const NginxField &field : allFields()) {
        const bool isOfUpstream = field.group == Group::Upstream;
        const DirectiveFacts *facts = DirectiveTable::nginx().find(field.directive, body, build);
        if (facts && !facts->isBlock() && isOfUpstream == (body == NginxContext::Upstream))
            fields.append(field);
    }
    return fields;
}

QByteArray nginxFieldValue(NginxNode block, const NginxField &field)
{
    QList<QByteArray> lines;
    for (const NginxNode node : block.directives()) {
        if (field.is(node))
            lines.append(written(node, field));
    }
    return lines.join('\n');
}

std::optional<NginxInherited> nginxInherited(const NginxConfig &config, int file, NginxNode block,
                                             const NginxField &field)
{
    const auto rows = DirectiveTable::nginx().named(field.directive);
    const bool goesOn = std::any_of(rows.begin(), rows.end(), [](const DirectiveFacts &facts) {
        return facts.inheritance == Inheritance::Value || facts.inheritance == Inheritance::List;
    });
    const QList<NginxSetting> settings = config.settingsOf(file, block);
    if (!goesOn || settings.isEmpty() || block.index() == 0)
        return {};
    for (NginxSetting level = settings.first().parent(); level; level = level.parent()) {
        QList<QByteArray> lines;
        NginxSetting first;
        for (const NginxSetting setting : level.children()) {
            if (!field.is(setting.node()))
                continue;
            lines.append(written(setting.node(), field));
            first = first ? first : setting;
        }
        if (first)
            return NginxInherited{lines.join('\n'), first.path(), first.line()};
        if (level.isRoot())
            break;
    }
    return {};
}

std::optional<QList<NginxEdit>> nginxFieldEdits(const NginxTree &tree, NginxNode block, const NginxField &field,
                                                const QByteArray &value)
{
    QList<QByteArray> lines;
    for (const QByteArray &line : value.split('\n')) {
        if (line.trimmed().isEmpty())
            continue;
        lines.append(directiveFrom(field, line));
        if (lines.last().isEmpty())
            return {};
    }
    QList<NginxEdit> edits;
    NginxNode last;
    qsizetype used = 0;
    for (const NginxNode node : block.directives()) {
        if (!field.is(node))
            continue;
        if (used == lines.size()) {
            edits.append(nginxRemoved(tree, node));
            continue;
        }
        const NginxTree wanted = NginxTree::parse(lines[used++]);
        if (node.arguments() != wanted.root().firstChild().arguments() ||
            node.name() != wanted.root().firstChild().name())
            edits.append({node.span().start, node.span().size(), wanted.text()});
        last = node;
    }
    if (used < lines.size())
        edits.append(inserted(tree, block, last, lines.sliced(used).join('\n')));
    return edits;
}

} // namespace gw
