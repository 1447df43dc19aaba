// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampleweb.h"
#include "tests/scenes/scenes.h"
#include "widgets/publish/publishpage.h"
#include "widgets/publish/publishtexts.h"
#include "widgets/server/serverpage.h"
#include "widgets/web/webpage.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

namespace gw {
namespace {

using Fill = std::function<void(PublishPage *page)>;

void type(PublishPage *page, const char *field, const QString &text)
{
    auto *line = page->findChild<QLineEdit *>(QLatin1String(field));
    line->setText(text);
    Q_EMIT line->textEdited(text);
}

void tick(PublishPage *page, const char *box)
{
    if (auto *check = page->findChild<QCheckBox *>(QLatin1String(box)); !check->isChecked())
        check->click();
}

Stage publishStage(const Facts &facts, quint16 port, const Fill &fill = {})
{
    auto *server = new ServerPage;
    const auto said = std::make_shared<const Facts>(facts);
    PublishPage *page = server->web()->publish();
    QObject::connect(page, &PublishPage::edited, page,
                     [page, said] { page->setPreview(page->wish(), publishPreview(*said, page->wish())); });
    Stage stage = stageOf(
        Page::Server, server, sample::summaries,
        [server, said, page, port, fill] {
            const sample::Machine machine = sample::tutorial();
            server->setServer(machine.server);
            server->setConnection(machine.connection);
            server->setSurvey(said, machine.review);
            server->web()->setFacts(said, machine.review);
            server->web()->openPublish(port);
            if (fill)
                fill(page);
        },
        sample::tutorial().server.id);
    server->setTab(ServerPage::Tab::Web);
    return stage;
}

Facts withoutServices()
{
    Facts facts = sample::served();
    facts.listeners = QList<Listener>();
    return facts;
}

void fillWebUi(PublishPage *page)
{
    type(page, "publishDomains", QStringLiteral("draw.example.com"));
    tick(page, "publishByNetwork");
    type(page, "publishUser", QStringLiteral("ada"));
    type(page, "publishPassword", QStringLiteral("correct horse"));
    type(page, "publishNetworks", QStringLiteral("192.168.10.0/24, 10.0.5.100"));
    tick(page, "publishHealth");
}

void fillVllm(PublishPage *page)
{
    type(page, "publishDomains", QStringLiteral("llm.example.com"));
    tick(page, "publishCors");
    type(page, "publishOrigins", QStringLiteral("https://app.example.org"));
}

void fillWrongly(PublishPage *page)
{
    type(page, "publishDomains", QStringLiteral("chat.tutorial.test, not_a name!"));
    type(page, "publishPath", QStringLiteral("notebooks"));
    type(page, "publishUser", QStringLiteral("grace hopper"));
    tick(page, "publishByNetwork");
    type(page, "publishNetworks", QStringLiteral("the office"));
    tick(page, "publishCors");
    type(page, "publishOrigins", QStringLiteral("app.example.org"));
}

Stage options()
{
    Stage stage = publishStage(sample::withWebUi(), sample::jupyterPort, fillWrongly);
    stage.window->findChild<PublishPage *>()->findChild<QScrollArea *>()->verticalScrollBar()->setValue(100'000);
    return stage;
}

Stage viewed(PublishTexts::View view)
{
    return publishStage(sample::withWebUi(), sample::webUiPort, [view](PublishPage *page) {
        fillWebUi(page);
        page->findChild<PublishTexts *>()->setView(view);
    });
}

} // namespace

QList<Scene> publishScenes()
{
    return {
        {QStringLiteral("publish-empty"), [] { return publishStage(withoutServices(), 0); }},
        {QStringLiteral("publish-start"), [] { return publishStage(sample::withWebUi(), 0); }},
        {QStringLiteral("publish-vllm"), [] { return publishStage(sample::withWebUi(), sample::vllmPort, fillVllm); }},
        {QStringLiteral("publish-webui"),
         [] { return publishStage(sample::withWebUi(), sample::webUiPort, fillWebUi); }},
        {QStringLiteral("publish-jupyter"),
         [] { return publishStage(sample::withWebUi(), sample::jupyterPort, fillWrongly); }},
        {QStringLiteral("publish-options"), options},
        {QStringLiteral("publish-commands"), [] { return viewed(PublishTexts::View::Commands); }},
        {QStringLiteral("publish-firewall"), [] { return viewed(PublishTexts::View::Firewall); }},
        {QStringLiteral("publish-install"),
         [] { return publishStage(sample::withoutNginx(), sample::webUiPort, fillWebUi); }},
    };
}

} // namespace gw
