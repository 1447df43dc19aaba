// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenes/sampleweb.h"
#include "tests/scenes/scenes.h"
#include "widgets/parts/button.h"
#include "widgets/server/serverpage.h"
#include "widgets/web/logview.h"
#include "widgets/web/nginxeditor.h"
#include "widgets/web/sitelist.h"
#include "widgets/web/webeditor.h"
#include "widgets/web/webpage.h"
#include "widgets/web/webreading.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimer>

namespace gw {
namespace {

using Fill = std::function<void(WebPage *page)>;

Stage webStage(const std::function<Facts()> &facts, const Fill &fill = {})
{
    auto *server = new ServerPage;
    Stage stage = stageOf(
        Page::Server, server, sample::summaries,
        [server, facts, fill] {
            const sample::Machine machine = sample::tutorial();
            const auto said = std::make_shared<const Facts>(facts());
            server->setServer(machine.server);
            server->setConnection(machine.connection);
            server->setSurvey(said, machine.review);
            server->web()->setFacts(said, machine.review);
            server->web()->setReading(webReadingOf(server->web()->draft()));
            if (fill)
                fill(server->web());
            server->web()->setReading(webReadingOf(server->web()->draft()));
        },
        sample::tutorial().server.id);
    server->setTab(ServerPage::Tab::Web);
    return stage;
}

/// The site whose file holds that word.
void choose(WebPage *page, const char *word)
{
    for (int i = 0; i < page->draft().sites().size(); ++i) {
        if (page->draft().sites()[i].site.path.bytes().contains(word))
            return page->chooseSite(i);
    }
    qFatal("No site is in a file with %s", word);
}

void type(WebPage *page, const QByteArray &before, const QByteArray &after)
{
    NginxEditor *editor = page->editor()->editor();
    QByteArray text = editor->document();
    if (text.contains(after) || !text.contains(before))
        return; // typed already, in another language
    editor->changeDocument(text.replace(before, after));
    Q_EMIT editor->edited();
}

void edit(WebPage *page)
{
    choose(page, "qwen");
    type(page, "TLSv1 TLSv1.1 TLSv1.2", "TLSv1.2");
    type(page, "proxy_buffering on;", "proxy_buffering off;");
}

void breakIt(WebPage *page)
{
    choose(page, "qwen");
    type(page, "proxy_buffering on;", "proxy_bufering on;");
    type(page, "proxy_read_timeout 60s;", "proxy_read_timeout 60x;");
}

Stage problems()
{
    Stage stage = webStage(sample::served, [](WebPage *page) {
        breakIt(page);
        NginxEditor *editor = page->editor()->editor();
        editor->goTo(editor->document().indexOf("location /metrics"));
    });
    stage.window->findChild<Button *>(QStringLiteral("allProblems"))->click();
    return stage;
}

Stage everywhere()
{
    Stage stage = webStage(sample::served, [](WebPage *page) { choose(page, "qwen"); });
    auto *page = stage.window->findChild<WebPage *>();
    page->editor()->find(EditorBar::Mode::FindEverywhere);
    auto *field = page->findChild<QLineEdit *>(QStringLiteral("editorBarText"));
    field->setText(QStringLiteral("proxy_pass"));
    Q_EMIT field->textEdited(field->text());
    return stage;
}

Stage completing()
{
    Stage stage = webStage(sample::served, [](WebPage *page) {
        choose(page, "jupyter");
        type(page, "Host $host;\n", "Host $host;\n        proxy_buf\n");
    });
    NginxEditor *editor = stage.window->findChild<WebPage *>()->editor()->editor();
    editor->setFocus();
    editor->goTo(editor->document().indexOf("proxy_buf\n") + 9);
    editor->completeHere();
    return stage;
}

Stage logs()
{
    return webStage(sample::served, [](WebPage *page) {
        page->setView(WebPage::View::Logs);
        page->logs()->setLog(page->logs()->current(), sample::accessLog());
    });
}

Stage naming()
{
    Stage stage = webStage(sample::served, [](WebPage *page) { choose(page, "qwen"); });
    stage.window->findChild<Button *>(QStringLiteral("siteDuplicate"))->click();
    stage.window->findChild<QLineEdit *>(QStringLiteral("siteNewName"))->setText(QStringLiteral("chat 2"));
    return stage;
}

Stage viewed(WebEditor::View view)
{
    return webStage(sample::served, [view](WebPage *page) {
        edit(page);
        const NginxEditor *editor = page->editor()->editor();
        page->editor()->open({page->editor()->path(), editor->document().indexOf("proxy_http_version")});
        page->editor()->setView(view);
    });
}

/// The files have come, and nobody has read them yet.
Stage reading()
{
    auto *server = new ServerPage;
    Stage stage = stageOf(
        Page::Server, server, sample::summaries,
        [server] {
            const sample::Machine machine = sample::tutorial();
            const auto said = std::make_shared<const Facts>(sample::served());
            server->setServer(machine.server);
            server->setConnection(machine.connection);
            server->setSurvey(said, machine.review);
            server->web()->setFacts(said, machine.review);
        },
        sample::tutorial().server.id);
    server->setTab(ServerPage::Tab::Web);
    return stage;
}

/// The form of a server, down to its part of TLS.
Stage tls()
{
    Stage stage = webStage(sample::served, [](WebPage *page) {
        choose(page, "qwen");
        const NginxEditor *editor = page->editor()->editor();
        page->editor()->open({page->editor()->path(), editor->document().indexOf("ssl_protocols")});
        page->editor()->setView(WebEditor::View::Form);
    });
    QTimer::singleShot(0, stage.window.get(), [window = stage.window.get()] {
        auto *form = window->findChild<QScrollArea *>(QStringLiteral("formFields"));
        form->ensureWidgetVisible(window->findChild<QWidget *>(QStringLiteral("field.ssl_client_certificate")));
    });
    return stage;
}

} // namespace

QList<Scene> webScenes()
{
    return {
        {QStringLiteral("web-source"),
         [] { return webStage(sample::served, [](WebPage *page) { choose(page, "qwen"); }); }},
        {QStringLiteral("web-reading"), reading},
        {QStringLiteral("web-tls"), tls},
        {QStringLiteral("web-edited"), [] { return webStage(sample::served, edit); }},
        {QStringLiteral("web-wrong"), [] { return webStage(sample::served, breakIt); }},
        {QStringLiteral("web-problems"), problems},
        {QStringLiteral("web-form"), [] { return viewed(WebEditor::View::Form); }},
        {QStringLiteral("web-effective"), [] { return viewed(WebEditor::View::Effective); }},
        {QStringLiteral("web-diff"), [] { return viewed(WebEditor::View::Diff); }},
        {QStringLiteral("web-find"), everywhere},
        {QStringLiteral("web-complete"), completing},
        {QStringLiteral("web-copy"), naming},
        {QStringLiteral("web-disabled"),
         [] { return webStage(sample::served, [](WebPage *page) { choose(page, "comfy"); }); }},
        {QStringLiteral("web-empty"), [] { return webStage(sample::withoutNginx); }},
        {QStringLiteral("web-busy"),
         [] {
             return webStage(sample::served, [](WebPage *page) {
                 edit(page);
                 page->setBusy(QStringLiteral("Making the plan"));
             });
         }},
        {QStringLiteral("web-failing"),
         [] {
             return webStage(sample::refusedNginx, [](WebPage *page) {
                 page->setRefusal(QStringLiteral("nginx: [emerg] invalid number of arguments in \"listen\" directive "
                                                 "in /etc/nginx/sites-enabled/jupyter:2"));
             });
         }},
        {QStringLiteral("web-logs"), logs},
        {QStringLiteral("web-hostile"), [] { return webStage(sample::hostileNginx); }},
        {QStringLiteral("web-many"), [] { return webStage(sample::manySites); }},
    };
}

} // namespace gw
