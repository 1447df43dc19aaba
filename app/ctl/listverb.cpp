// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal.h"
#include "backend/store/store.h"

#include <QCoreApplication>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

void describe(QCommandLineParser &) {}

int run(const QCommandLineParser &parser, std::stop_token)
{
    if (!parser.positionalArguments().isEmpty()) {
        complain(QCoreApplication::translate("ctl", "list takes no arguments."));
        return Failed;
    }
    const auto store = Store::open(Store::defaultPath());
    if (!store)
        return fail(store.error());
    const auto servers = (*store)->servers();
    if (!servers)
        return fail(servers.error());
    QString out;
    for (const Server &server : *servers)
        out += u"%1\t%2\t%3\n"_s.arg(server.name, server.isLocal() ? u"local"_s : server.target, server.group);
    return print(out.toUtf8()) ? Fine : Failed;
}

} // namespace

const Verb listVerb{"list", "", QT_TRANSLATE_NOOP("ctl", "Lists the saved servers: name, target and group, by tabs."),
                    describe, run};

} // namespace gw::ctl
