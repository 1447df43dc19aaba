// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampledata.h"
#include "tests/scenes/samplessh.h"
#include "tests/scenes/scenes.h"
#include "widgets/parts/button.h"
#include "widgets/server/serverpage.h"
#include "widgets/ssh/sshkeysview.h"
#include "widgets/ssh/sshpage.h"
#include "widgets/ssh/sshprotectionview.h"
#include "widgets/ssh/sshsettingsview.h"

#include <QComboBox>
#include <QLineEdit>

namespace gw {
namespace {

using Fill = std::function<void(SshPage *page)>;

Stage sshStage(const std::function<Facts()> &facts, SshPage::View view, const Fill &fill = {})
{
    auto *server = new ServerPage;
    server->ssh()->setView(view);
    Stage stage = stageOf(
        Page::Server, server, sample::summaries,
        [server, facts, fill] {
            const sample::Machine machine = sample::tutorial();
            const auto said = std::make_shared<const Facts>(facts());
            const auto reviewed = std::make_shared<const Review>(review(*said));
            server->setServer(machine.server);
            server->setConnection(machine.connection);
            server->setSurvey(said, reviewed);
            server->ssh()->setFacts(said, reviewed);
            server->ssh()->setAuthentication(QStringLiteral("password"));
            if (fill)
                fill(server->ssh());
        },
        sample::tutorial().server.id);
    server->setTab(ServerPage::Tab::Ssh);
    return stage;
}

template <typename T>
T *part(const Stage &stage, const char *name)
{
    return stage.window->findChild<T *>(QLatin1String(name));
}

// --- settings

Stage settings(const std::function<Facts()> &facts = sample::loggedInAsDev, const Fill &fill = {})
{
    return sshStage(facts, SshPage::View::Settings, fill);
}

void type(SshPage *page, std::initializer_list<std::pair<const char *, const char *>> values)
{
    for (const auto &[keyword, value] : values)
        page->settings()->wish(QString::fromLatin1(keyword), QString::fromLatin1(value));
}

/// Good ones, one that shuts its author out, and one that is no value.
Stage changed()
{
    return settings(sample::loggedInAsDev, [](SshPage *page) {
        type(page, {{"permitrootlogin", "prohibit-password"},
                    {"passwordauthentication", "no"},
                    {"kbdinteractiveauthentication", "no"},
                    {"allowusers", "ops"},
                    {"maxauthtries", "3"}});
    });
}

Stage wrongValue()
{
    Stage stage = settings(sample::loggedInAsDev, [](SshPage *page) {
        type(page, {{"port", "70000"}, {"logingracetime", "soon"}});
    });
    part<QLineEdit>(stage, "edit.port")->setFocus();
    return stage;
}

Stage algorithms()
{
    Stage stage = settings(sample::loggedInAsDev, [](SshPage *page) {
        page->findChild<QLineEdit *>(QStringLiteral("settingFilter"))->setText(QStringLiteral("kexalgorithms"));
    });
    auto *profile = part<QComboBox>(stage, "edit.algorithms");
    profile->setCurrentIndex(1);
    Q_EMIT profile->activated(1);
    part<Button>(stage, "unfoldAlgorithms")->click();
    return stage;
}

// --- keys

Stage keys(const std::function<Facts()> &facts = sample::manyKeys, const Fill &fill = {})
{
    return sshStage(facts, SshPage::View::Keys, [fill](SshPage *page) {
        page->setFirstSeen(sample::firstSeen());
        page->setKeyProposal(QStringLiteral("id_ed25519_gpu-h100-02"), QStringLiteral("lin@laptop"));
        if (fill)
            fill(page);
    });
}

Stage makingAKey()
{
    Stage stage = keys();
    part<Button>(stage, "makeKey")->click();
    part<QLineEdit>(stage, "makeKeyPassphrase")->setText(QStringLiteral("correct horse"));
    part<QLineEdit>(stage, "makeKeyAgain")->setText(QStringLiteral("correct house"));
    return stage;
}

Stage addingAKey()
{
    Stage stage = keys();
    part<Button>(stage, "addKey")->click();
    part<QLineEdit>(stage, "addKeyText")->setText(QString::fromLatin1(sample::publicLine()));
    return stage;
}

std::function<Stage()> guided(const std::function<KeyGuide()> &guide)
{
    return [guide] { return keys(sample::manyKeys, [guide](SshPage *page) { page->setGuide(guide()); }); };
}

// --- protection

Stage protection(const std::function<Facts()> &facts, const Fill &fill = {})
{
    return sshStage(facts, SshPage::View::Protection, [fill](SshPage *page) {
        page->setProtection(sample::protection());
        if (fill)
            fill(page);
    });
}

Stage confining()
{
    Stage stage = protection(sample::loggedInAsDev,
                             [](SshPage *page) { page->setExposureAfter(QStringLiteral("jupyter.service"), 4.1); });
    auto *view = stage.window->findChild<SshProtectionView *>();
    view->confine(QStringLiteral("systemd/jupyter.service/"));
    return stage;
}

} // namespace

QList<Scene> sshScenes()
{
    using State = KeyGuide::State;
    return {
        {QStringLiteral("ssh-settings"), [] { return settings(); }},
        {QStringLiteral("ssh-changed"), changed},
        {QStringLiteral("ssh-wrong"), wrongValue},
        {QStringLiteral("ssh-algorithms"), algorithms},
        {QStringLiteral("ssh-match"), [] { return settings(sample::withMatchBlocks); }},
        {QStringLiteral("ssh-needs-root"), [] { return settings(sample::withoutRoot); }},
        {QStringLiteral("ssh-empty"), [] { return settings(sample::withoutSshd); }},
        {QStringLiteral("ssh-busy"),
         [] {
             return settings(sample::loggedInAsDev, [](SshPage *page) {
                 type(page, {{"x11forwarding", "no"}});
                 page->setBusy(QStringLiteral("Making the plan"));
             });
         }},
        {QStringLiteral("ssh-failing"),
         [] {
             return settings(sample::loggedInAsDev, [](SshPage *page) {
                 type(page, {{"allowusers", "ops"}});
                 page->setProblem(sample::refusedPlan());
             });
         }},
        {QStringLiteral("ssh-hostile"), [] { return settings(sample::hostileSshd); }},
        {QStringLiteral("ssh-keys"), [] { return keys(); }},
        {QStringLiteral("ssh-keys-make"), makingAKey},
        {QStringLiteral("ssh-keys-add"), addingAKey},
        {QStringLiteral("ssh-keys-made"), guided([] { return sample::guide(State::Todo, State::Todo); })},
        {QStringLiteral("ssh-keys-refused"), guided([] { return sample::guide(State::Done, State::Failed); })},
        {QStringLiteral("ssh-keys-proven"), guided([] { return sample::guide(State::Done, State::Done); })},
        {QStringLiteral("ssh-keys-hostile"), [] { return keys(sample::hostileSshd); }},
        {QStringLiteral("ssh-keys-needs-root"), [] { return keys(sample::withoutRoot); }},
        {QStringLiteral("ssh-protection"), [] { return protection(sample::loggedInAsDev); }},
        {QStringLiteral("ssh-protection-runs"), [] { return protection(sample::withFail2ban); }},
        {QStringLiteral("ssh-confine"), confining},
        {QStringLiteral("ssh-protection-clean"), [] { return protection(sample::hardened); }},
    };
}

} // namespace gw
