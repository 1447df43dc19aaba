// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/json.h"
#include "tests/fuzz/target.h"
#include "tests/nginx/treelaws.h"

#include <QJsonDocument>

using namespace gw;

/// Parser and printers: the tree is a tree and is printed back; what is dumped is JSON.
static QByteArray whatIsWrongWithParsing(const QByteArray &text)
{
    const NginxTree tree = NginxTree::parse(text);
    if (const char *wrong = test::whatIsWrong(tree, text))
        return wrong;
    for (quint32 i = 0; i < tree.nodeCount(); ++i) {
        const NginxNode node = tree.node(i);
        if (node.subtreeEnd() <= i || node.subtreeEnd() > tree.nodeCount())
            return "a node ends nowhere";
        for (int argument = -1; argument < node.argumentCount(); ++argument)
            node.argument(argument);
    }
    const NginxConfig config = NginxConfig::ofOneFile(RemotePath("/etc/nginx/nginx.conf"), text);
    QJsonParseError error;
    QJsonDocument::fromJson(nginxJson(config, NginxPositions::Bytes), &error);
    const bool isJson = error.error == QJsonParseError::NoError || error.error == QJsonParseError::DeepNesting;
    return isJson ? QByteArray() : "no JSON: " + error.errorString().toUtf8();
}

GW_FUZZ_TARGET("parse", "nginx", whatIsWrongWithParsing)
