// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The client of the benchmark of the page "Web".
//   bench_web FOLDER    the page over nginx.conf and all other files of that folder, as if they were /etc/nginx
// Prints a line for each thing that people do: the longest time that it held the thread of the window in one piece.

#include "widgets/parts/button.h"
#include "widgets/theme/theme.h"
#include "widgets/web/nginxeditor.h"
#include "widgets/web/webeditor.h"
#include "widgets/web/webpage.h"
#include "widgets/web/webreading.h"

#include <QApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <algorithm>
#include <cstdio>

using namespace gw;

namespace {

std::shared_ptr<const Facts> factsOf(const QString &folder)
{
    QList<FileFact> files;
    QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        const QByteArray name = QFile::encodeName(QDir(folder).relativeFilePath(all.filePath()));
        if (file.open(QFile::ReadOnly))
            files.append({RemotePath(QByteArray("/etc/nginx/" + name)), file.readAll(), 0644, {}, {}});
    }
    std::sort(files.begin(), files.end(), [](const FileFact &a, const FileFact &b) { return a.path < b.path; });
    const auto main = std::find_if(files.begin(), files.end(),
                                   [](const FileFact &file) { return file.path.shownName() == u"nginx.conf"; });
    if (main != files.end())
        files.move(main - files.begin(), 0);
    NginxFacts nginx;
    nginx.tree = files;
    Facts facts;
    facts.nginx = nginx;
    return std::make_shared<const Facts>(facts);
}

/// The longest of several times, with what the window draws because of it.
void measure(const char *what, int times, const std::function<void()> &act)
{
    qint64 worst = 0;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        act();
        qint64 spent = timer.nsecsElapsed();
        timer.restart();
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
        spent = std::max(spent, timer.nsecsElapsed());
        worst = std::max(worst, spent);
    }
    std::printf("%-44s %7.1f ms\n", what, double(worst) / 1e6);
}

void press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    QKeyEvent event(QEvent::KeyPress, key, modifiers, text);
    QCoreApplication::sendEvent(widget, &event);
}

void type(QWidget *widget, QChar letter)
{
    press(widget, letter.toUpper().unicode(), Qt::NoModifier, letter);
}

std::shared_ptr<const WebReading> timedReading(const WebDraft &draft)
{
    QElapsedTimer timer;
    timer.start();
    auto reading = webReadingOf(draft);
    std::printf("(%-42s %7.1f ms)\n", "a worker reads all files", double(timer.nsecsElapsed()) / 1e6);
    return reading;
}

void run(const QString &folder)
{
    const auto facts = factsOf(folder);
    WebPage page;
    page.resize(1440, 900);
    page.show();
    QCoreApplication::processEvents();
    measure("new facts", 1, [&] { page.setFacts(facts, nullptr); });
    const auto reading = timedReading(page.draft());
    measure("their reading arrives", 1, [&] { page.setReading(reading); });
    WebEditor *web = page.editor();
    NginxEditor *editor = web->editor();
    const int sites = int(page.draft().sites().size());
    std::printf("(%d files, %d sites)\n", int(page.draft().files().size()), sites);
    int site = 0;
    measure("another site is chosen", 20, [&] { page.chooseSite((site += 7) % sites); });
    const qsizetype upstream = editor->document().indexOf("proxy_pass http://") + 20;
    measure("go to an upstream", 1, [&] { Q_EMIT editor->definitionRequested(upstream); });
    measure("back", 1, [&] { web->findChild<Button *>(QStringLiteral("webBack"))->click(); });
    editor->setFocus();
    editor->goTo(editor->document().indexOf("proxy_pass http://"));
    for (const QChar letter : QStringLiteral("proxy_buffering off; # "))
        type(editor, letter);
    editor->goTo(editor->document().indexOf("proxy_pass http://"));
    int next = 0;
    measure("a key in the editor, with completion", 30,
            [&] { type(editor, QStringLiteral("proxy_set_header_").at(next++ % 17)); });
    measure("a \"$\" that is completed", 5, [&] { type(editor, u'$'); });
    measure("go to an upstream, while typing", 1, [&] { Q_EMIT editor->definitionRequested(upstream); });
    measure("undo", 5, [&] { editor->undo(); });
    const auto second = timedReading(page.draft());
    measure("the reading of a draft arrives", 1, [&] { page.setReading(second); });
    measure("view Form", 1, [&] { web->setView(WebEditor::View::Form); });
    measure("view Effective", 1, [&] { web->setView(WebEditor::View::Effective); });
    measure("view Diff", 1, [&] { web->setView(WebEditor::View::Diff); });
    measure("view Source", 1, [&] { web->setView(WebEditor::View::Source); });
    measure("find in all files is opened", 1, [&] { web->find(EditorBar::Mode::FindEverywhere); });
    auto *field = web->findChild<QLineEdit *>(QStringLiteral("editorBarText"));
    field->clear();
    measure("a key in \"find in all files\"", 6,
            [&, at = 0]() mutable { type(field, QStringLiteral("nosuch")[at++]); });
    editor->goTo(editor->document().indexOf("proxy_pass http://") + 20);
    measure("rename is opened", 1, [&] { web->find(EditorBar::Mode::Rename); });
    measure("a key in \"rename\"", 4, [&] { type(field, u'x'); });
    measure("rename", 1, [&] { Q_EMIT field->returnPressed(); });
    measure("format the file", 1, [&] { web->findChild<Button *>(QStringLiteral("webFormat"))->click(); });
    measure("plan", 1, [&] { page.findChild<Button *>(QStringLiteral("webPlan"))->click(); });
    measure("reset", 1, [&] { page.findChild<Button *>(QStringLiteral("webReset"))->click(); });
}

} // namespace

int main(int count, char **words)
{
    QApplication application(count, words);
    const Theme theme(application);
    if (application.arguments().size() != 2)
        return 2;
    run(application.arguments().at(1));
    return 0;
}
