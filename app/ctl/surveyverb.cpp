// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/server.h"
#include "app/ctl/terminal.h"
#include "backend/base/jsontext.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace gw::ctl {
namespace {

using namespace Qt::StringLiterals;

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"format"_s, QCoreApplication::translate("ctl", "json (the only one)."), u"FORMAT"_s, u"json"_s});
    describeConnection(parser);
}

int run(const QCommandLineParser &parser, std::stop_token stop)
{
    if (parser.value(u"format"_s) != u"json"_s) {
        complain(QCoreApplication::translate("ctl", "survey prints --format json only."));
        return Failed;
    }
    const QStringList targets = parser.positionalArguments();
    if (targets.size() != 1) {
        complain(QCoreApplication::translate("ctl", "survey needs one TARGET."));
        return Failed;
    }
    const auto session = sessionFor(targets.first(), parser);
    if (!session)
        return fail(session.error());
    const auto answer = surveyServer(*session, parser, stop);
    if (!answer)
        return fail(answer.error());
    const Facts facts = factsFrom(*answer);
    warnAboutMissingRoot(facts, parser);
    return print(jsonText(QJsonDocument(toJson(facts)))) ? Fine : Failed;
}

} // namespace

const Verb surveyVerb{"survey", "TARGET", QT_TRANSLATE_NOOP("ctl", "Asks a server everything and prints the facts."),
                      describe, run};

} // namespace gw::ctl
