// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishwords.h"

#include "backend/base/overloaded.h"
#include "backend/plan/edits.h"
#include "widgets/parts/format.h"
#include "widgets/plan/plantext.h"

#include <QCoreApplication>
#include <algorithm>

namespace gw::publishtext {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PublishText)
};

constexpr int longestUnit = 24;
constexpr int longestProgram = 24;

struct Counts {
    QStringList packages, units;
    int files = 0;
    int firewallRules = 0;

    explicit Counts(const Plan &plan)
    {
        for (const Step &step : plan.steps) {
            std::visit(Overloaded{
                           [&](const InstallPackage &package) { packages << package.name; },
                           [&](const WriteFile &) { ++files; },
                           [&](const LinkFile &) { ++files; },
                           [&](const RunCommand &command) { firewallRules += command.changesFirewall; },
                           [&](const ServiceAction &action) {
                               if (action.verb == ServiceAction::Verb::Reload ||
                                   action.verb == ServiceAction::Verb::Restart)
                                   units << plantext::unitName(action.unit);
                           },
                           [](const auto &) {},
                       },
                       step.change);
        }
    }
};

/// Of a file that others wrote: what is new in it, as a comment, since it stands in a block there.
QByteArray changedLines(const PublishFile &file)
{
    const Pieces lines = linesOf(file.text);
    QByteArray changed;
    for (const Edit &edit : editsOf(linesOf(file.seen), lines)) {
        for (qsizetype i = 0; i < edit.added; ++i)
            changed += "# + " + lines[edit.after + i].trimmed().toByteArray() + '\n';
    }
    return changed;
}

} // namespace

QString service(const PublishableService &service)
{
    const QString program = service.program.shown(longestProgram);
    const QString unit = plantext::unitName(ServiceUnit(service.unit.shown(longestUnit)));
    if (program.isEmpty() && unit.isEmpty())
        return service.target;
    if (unit.isEmpty() || unit == program)
        return Text::tr("%1 on %2", "a program, its address").arg(program, service.target);
    return Text::tr("%1 — %2 on %3", "a service, its program, its address").arg(unit, program, service.target);
}

QString preset(PublishKind kind)
{
    switch (kind) {
    case PublishKind::OpenAi:
        return Text::tr("Tokens pass as they come: nothing is held back. The first one of a long prompt may take ten "
                        "minutes; pictures in prompts make requests of up to 64 MB. One address gets 20 requests a "
                        "second. “Authorization: Bearer” reaches the service.");
    case PublishKind::WebUi:
        return Text::tr("WebSocket and event streams pass at once, so that progress is seen; up to five minutes of "
                        "silence while a picture is made; uploads of up to 512 MB.");
    case PublishKind::Jupyter:
        return Text::tr("WebSocket for kernels and terminals, which may be silent for an hour; notebooks of up to "
                        "512 MB; the name it is called by is passed on, because Jupyter checks it.");
    case PublishKind::ComfyUi:
        return Text::tr("WebSocket for the progress of a workflow, up to five minutes of silence, uploads of up to "
                        "512 MB.");
    case PublishKind::Ollama:
        return Text::tr("Answers pass piece by piece, up to ten minutes of silence, requests of up to 64 MB. Ollama "
                        "is called by a name that it knows.");
    case PublishKind::OpenWebUi:
        return Text::tr("WebSocket and streamed answers, up to ten minutes of silence, documents of up to 256 MB.");
    case PublishKind::Other: return Text::tr("WebSocket where it is asked for; all else as nginx has it.");
    case PublishKind::Static:
        return Text::tr("Texts are compressed, and browsers keep style sheets, scripts and fonts for a week.");
    }
    Q_UNREACHABLE();
}

QString summary(const Plan &plan)
{
    const Counts counts(plan);
    QStringList parts;
    for (const QString &package : counts.packages)
        parts << Text::tr("install %1").arg(package);
    parts << (counts.files == 0   ? QString()
              : counts.files == 1 ? Text::tr("write 1 file")
                                  : Text::tr("write %1 files").arg(counts.files));
    parts << (counts.firewallRules == 0   ? QString()
              : counts.firewallRules == 1 ? Text::tr("1 firewall rule")
                                          : Text::tr("%1 firewall rules").arg(counts.firewallRules));
    for (const QString &unit : counts.units)
        parts << Text::tr("reload %1").arg(unit);
    const bool looksFromOutside = std::any_of(plan.proofs.cbegin(), plan.proofs.cend(), [](const Proof &proof) {
        return std::holds_alternative<SiteProof>(proof) || std::holds_alternative<PortProof>(proof);
    });
    if (looksFromOutside)
        parts << Text::tr("check from outside");
    return format::joined(parts);
}

QString steps(const Plan &plan)
{
    const int steps = int(plan.steps.size());
    return steps == 1 ? Text::tr("1 step") : Text::tr("%1 steps").arg(steps);
}

QByteArray nginx(const QList<PublishFile> &files)
{
    QByteArray text;
    for (const PublishFile &file : files) {
        if (file.isSecret || !file.linkTarget.isEmpty() || file.path.bytes().endsWith(".crt"))
            continue;
        if (!text.isEmpty())
            text += '\n';
        text += "# " + file.path.bytes() + '\n' + (file.seen.isEmpty() ? file.text : changedLines(file));
    }
    return text;
}

} // namespace gw::publishtext
