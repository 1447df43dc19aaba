// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/plan/undo.h"

#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace gw;
using namespace Qt::StringLiterals;
using Verb = ServiceAction::Verb;

namespace {

const RemotePath dropIn(QByteArray("/etc/ssh/sshd_config.d/00-gatewright.conf"));
const RemotePath mainFile(QByteArray("/etc/ssh/sshd_config"));
const RemotePath site(QByteArray("/etc/nginx/sites-available/app"));

FileState file(const QByteArray &content, quint32 mode = 0644, const QByteArray &owner = "root")
{
    return FileState{FileState::Kind::Regular, content, {}, FileAttributes{mode, owner, "root"}};
}

FileState linkTo(const QByteArray &target)
{
    return FileState{FileState::Kind::Link, {}, target, {}};
}

const FileState missing;

ChangeRecord keptChange(const QList<FileRecord> &files = {}, const QList<Step> &steps = {})
{
    ChangeRecord record;
    record.number = 12;
    record.host = HostId(u"gpu-1"_s);
    record.plan.host = record.host;
    record.plan.title = u"Harden SSH"_s;
    record.plan.steps = steps;
    record.plan.window = std::chrono::seconds(120);
    record.outcome = Outcome::Kept;
    record.files = files;
    return record;
}

Step action(const char *unit, Verb verb)
{
    return Step{u"%1 %2"_s.arg(int(verb)).arg(QLatin1String(unit)),
                ServiceAction{ServiceUnit(QString::fromLatin1(unit)), verb},
                {}};
}

Step command(const char *id, const RunCommand &run)
{
    return Step{QString::fromLatin1(id), run, {}};
}

template <typename T>
QList<T> changesOf(const Plan &plan)
{
    QList<T> found;
    for (const Step &step : plan.steps) {
        if (const auto *change = std::get_if<T>(&step.change))
            found.append(*change);
    }
    return found;
}

/// What each step does, in order: "stop web.service", "write …".
QStringList outline(const Plan &plan)
{
    static const QStringList verbs{u"reload"_s, u"restart"_s, u"start"_s,        u"stop"_s,
                                   u"enable"_s, u"disable"_s, u"daemon-reload"_s};
    QStringList lines;
    for (const Step &step : plan.steps) {
        if (const auto *act = std::get_if<ServiceAction>(&step.change))
            lines.append(u"%1 %2"_s.arg(verbs.at(int(act->verb)), act->unit.name()).trimmed());
        else if (const auto *run = std::get_if<RunCommand>(&step.change))
            lines.append(QString::fromUtf8(run->line));
        else
            lines.append(step.id);
    }
    return lines;
}

QByteArray lines(int from, int to)
{
    QByteArray text;
    for (int i = from; i <= to; ++i)
        text += "line " + QByteArray::number(i) + '\n';
    return text;
}

/// The file as the steps of the plan leave it.
FileState applied(const Plan &plan, FileState state)
{
    for (const Step &step : plan.steps) {
        if (const auto *write = std::get_if<WriteFile>(&step.change)) {
            if (!state.exists())
                state.kind = FileState::Kind::Regular;
            state.content = write->after;
            state.attributes = write->attributes.value_or(state.attributes);
        } else if (std::holds_alternative<RemoveFile>(step.change)) {
            state = missing;
        } else if (const auto *link = std::get_if<LinkFile>(&step.change)) {
            state = linkTo(link->target);
        } else if (const auto *set = std::get_if<SetAttributes>(&step.change)) {
            state.attributes = set->after;
        }
    }
    return state;
}

FileState randomState(QRandomGenerator &random)
{
    static const QByteArray contents[] = {"", "a\n", "a\nb\n", "no line feed", QByteArray("\0\xff", 2)};
    static const QByteArray targets[] = {"../a", "../b"};
    switch (random.bounded(4)) {
    case 0: return missing;
    case 1: return linkTo(targets[random.bounded(2)]);
    default:
        return file(contents[random.bounded(5)], random.bounded(2) ? 0644 : 0600, random.bounded(2) ? "root" : "ada");
    }
}

} // namespace

class UndoTest : public QObject {
    Q_OBJECT

    static Plan undone(const ChangeRecord &record, const FileStates &now, const QList<RemotePath> &only = {})
    {
        const auto plan = undoPlan(record, now, only);
        if (!plan)
            qFatal("%s", qPrintable(plan.error().text()));
        if (record.files.isEmpty() || record.files.first().secrecy == Secrecy::Public) { // it is one to be applied
            const auto read = planFromJson(toJson(*plan));
            if (!read || *read != *plan)
                qFatal("%s", read ? "another plan" : qPrintable(read.error().text()));
        }
        return *plan;
    }

    static QString refusal(const ChangeRecord &record, const FileStates &now, const QList<RemotePath> &only = {})
    {
        const auto plan = undoPlan(record, now, only);
        if (plan)
            return u"not refused"_s;
        return plan.error().kind == Error::Kind::Invalid ? plan.error().cause : u"another kind"_s;
    }

private Q_SLOTS:
    void fileThatNobodyTouched_getsItsOldBytes()
    {
        const QByteArray old = "Port 22\r\n# \xff no newline";
        const FileState before = file(old, 0600, "ada");
        const FileState after = file("Port 22\nPasswordAuthentication no\n", 0640);
        const ChangeRecord record = keptChange({fileRecordOf(mainFile, before, after)});
        const Plan plan = undone(record, {{mainFile, after}});
        QCOMPARE(plan.host, record.host);
        QCOMPARE(plan.window, record.plan.window);
        QVERIFY(plan.title.contains(u"12") && plan.title.contains(u"Harden SSH"));
        const auto writes = changesOf<WriteFile>(plan);
        QCOMPARE(writes.size(), 1);
        QCOMPARE(writes.first(), (WriteFile{mainFile, after, old, before.attributes, Secrecy::Public}));
    }

    void newFile_isRemoved_removedFile_isWrittenAgain()
    {
        const FileState made = file("PermitRootLogin no\n");
        const FileState removed = file("server {}\n", 0600);
        const ChangeRecord record =
            keptChange({fileRecordOf(dropIn, missing, made), fileRecordOf(site, removed, missing)});
        const Plan plan = undone(record, {{dropIn, made}, {site, missing}});
        QCOMPARE(changesOf<RemoveFile>(plan), QList<RemoveFile>({RemoveFile{dropIn, made}}));
        QCOMPARE(changesOf<WriteFile>(plan),
                 QList<WriteFile>({WriteFile{site, missing, removed.content, removed.attributes, Secrecy::Public}}));
    }

    void link_leadsWhereItDid()
    {
        const RemotePath enabled(QByteArray("/etc/nginx/sites-enabled/app"));
        const ChangeRecord moved = keptChange({fileRecordOf(enabled, linkTo("../old"), linkTo("../new"))});
        QCOMPARE(changesOf<LinkFile>(undone(moved, {{enabled, linkTo("../new")}})),
                 QList<LinkFile>({LinkFile{enabled, linkTo("../new"), "../old"}}));
        QVERIFY(refusal(moved, {{enabled, linkTo("../third")}}).contains(enabled.shown()));
        QVERIFY(refusal(moved, {{enabled, file("text")}}).contains(enabled.shown()));

        const ChangeRecord made = keptChange({fileRecordOf(enabled, missing, linkTo("../new"))});
        FileState now = linkTo("../new");
        now.content = "what it leads to";
        QCOMPARE(changesOf<RemoveFile>(undone(made, {{enabled, now}})), QList<RemoveFile>({RemoveFile{enabled, now}}));

        const ChangeRecord removed = keptChange({fileRecordOf(enabled, linkTo("../old"), missing)});
        QCOMPARE(changesOf<LinkFile>(undone(removed, {{enabled, missing}})),
                 QList<LinkFile>({LinkFile{enabled, missing, "../old"}}));
    }

    void fileThroughALink_staysALink()
    {
        FileState before = linkTo("../real");
        before.content = "old\n";
        FileState after = before;
        after.content = "new\n";
        const auto writes =
            changesOf<WriteFile>(undone(keptChange({fileRecordOf(site, before, after)}), {{site, after}}));
        QCOMPARE(writes.value(0), (WriteFile{site, after, "old\n", {}, Secrecy::Public}));
    }

    void laterEditElsewhere_stays()
    {
        const FileState before = file(lines(1, 40));
        const FileState after = file(lines(1, 9) + "ours\n" + lines(11, 40));
        const FileState now = file(lines(1, 9) + "ours\n" + lines(11, 30) + "theirs, a week later\n" + lines(31, 40));
        const Plan plan = undone(keptChange({fileRecordOf(site, before, after)}), {{site, now}});
        const auto writes = changesOf<WriteFile>(plan);
        QCOMPARE(writes.size(), 1);
        QCOMPARE(writes.first().before, now);
        QCOMPARE(writes.first().after, lines(1, 30) + "theirs, a week later\n" + lines(31, 40));
        QVERIFY(plan.warnings.join(u' ').contains(site.shown()));
    }

    void laterEditOfTheSameLine_isRefusedWithFileAndLine()
    {
        const FileState before = file(lines(1, 40));
        const FileState after = file(lines(1, 9) + "ours\n" + lines(11, 40));
        const FileState now = file("new first line\n" + lines(1, 9) + "theirs\n" + lines(11, 40));
        const RemotePath other(QByteArray("/etc/motd"));
        const ChangeRecord record =
            keptChange({fileRecordOf(site, before, after), fileRecordOf(other, missing, file("hello\n"))});
        const QString why = refusal(record, {{site, now}, {other, file("hello\nworld\n")}});
        QVERIFY2(why.contains(site.shown() + u", line 11,"), qPrintable(why));
        QVERIFY2(why.contains(other.shown() + u", line 2,"), qPrintable(why));
    }

    void whatIsBackAlready_isLeftAlone()
    {
        const FileState before = file("old\n");
        const FileState after = file("new\n");
        const ChangeRecord record =
            keptChange({fileRecordOf(site, before, after), fileRecordOf(mainFile, before, after),
                        fileRecordOf(dropIn, missing, after)});
        const Plan plan = undone(record, {{site, before}, {mainFile, after}, {dropIn, missing}});
        QCOMPARE(outline(plan).filter(u"/etc/"_s), QStringList({u"write /etc/ssh/sshd_config"_s}));
        QVERIFY(refusal(record, {{site, before}, {mainFile, before}, {dropIn, missing}}).contains(u"left"));
    }

    void fileThatWasReplacedOrRemovedLater_isRefused()
    {
        const FileState before = file("old\n");
        const FileState after = file("new\n");
        const ChangeRecord edit = keptChange({fileRecordOf(site, before, after)});
        QVERIFY(refusal(edit, {{site, missing}}).contains(u"removed"));
        QVERIFY(refusal(edit, {{site, linkTo("elsewhere")}}).contains(site.shown()));
        const ChangeRecord removal = keptChange({fileRecordOf(site, before, missing)});
        QVERIFY(refusal(removal, {{site, file("another\n")}}).contains(site.shown()));
        const FileState binary = file(QByteArray("a\0b", 3));
        QVERIFY(refusal(edit, {{site, binary}}).contains(u"no text"));
    }

    void modeAndOwner_goBackOnTheirOwn()
    {
        const FileState before = file("same\n", 0644, "ada");
        const FileState after = file("same\n", 0600, "ada");
        const ChangeRecord record = keptChange({fileRecordOf(site, before, after)});
        const FileState chowned = file("same\n", 0600, "bob"); // a later edit that the change had not touched
        QCOMPARE(changesOf<SetAttributes>(undone(record, {{site, chowned}})),
                 QList<SetAttributes>({SetAttributes{site, chowned.attributes, {0644, "bob", "root"}}}));
        QVERIFY(refusal(record, {{site, file("same\n", 0640, "ada")}}).contains(u"Mode"));
    }

    void attributesOfUnreadFiles_goBackWithoutReading()
    {
        const RemotePath key(QByteArray("/etc/ssh/ssh_host_ed25519_key"));
        const SetAttributes set{key, {0644, "root", "root"}, {0600, "root", "root"}};
        const ChangeRecord record = keptChange({}, {Step{u"mode"_s, set, {}}});
        QCOMPARE(filesForUndo(record), QList<RemotePath>());
        QCOMPARE(changesOf<SetAttributes>(undone(record, {})),
                 QList<SetAttributes>({SetAttributes{key, set.after, set.before}}));
    }

    void secretContent_cannotComeBack_aNewSecretFileGoes()
    {
        const RemotePath changed(QByteArray("/etc/nginx/htpasswd"));
        const RemotePath made(QByteArray("/etc/nginx/token"));
        const FileState now = file("ada:new\n");
        const ChangeRecord record = keptChange({fileRecordOf(changed, file("ada:old\n"), now, Secrecy::Secret),
                                                fileRecordOf(made, missing, now, Secrecy::Secret)});
        const Plan plan = undone(record, {{changed, now}, {made, now}});
        QCOMPARE(changesOf<WriteFile>(plan).size(), 0);
        QCOMPARE(changesOf<RemoveFile>(plan), QList<RemoveFile>({RemoveFile{made, now, Secrecy::Secret}}));
        QVERIFY(plan.warnings.join(u' ').contains(changed.shown()));
        QVERIFY(refusal(record, {{changed, now}, {made, missing}}).contains(changed.shown()));
        QVERIFY(refusal(record, {{changed, now}, {made, file("ada:later\n")}}).contains(made.shown()));
    }

    void recordWithoutContents_isRefused()
    {
        const FileState after = file("new\n");
        FileRecord bare = fileRecordOf(site, file("old\n"), after);
        bare.before.content.clear();
        bare.after.content.clear();
        QVERIFY(refusal(keptChange({bare}), {{site, after}}).contains(site.shown()));
    }

    void everyStep_runsInTheOppositeOrder()
    {
        const RemotePath unit(QByteArray("/etc/systemd/system/web.service"));
        const RemotePath rules(QByteArray("/etc/ufw/user.rules"));
        const FileState made = file("[Service]\n");
        const ChangeRecord record =
            keptChange({fileRecordOf(site, file("old\n"), file("new\n")), fileRecordOf(unit, missing, made),
                        fileRecordOf(rules, file("a\n"), file("b\n"))},
                       {Step{u"install"_s, InstallPackage{u"fail2ban"_s}, {}},
                        command("user", {"useradd web", QByteArray("userdel web")}),
                        command("open", {"ufw allow 443", QByteArray("ufw delete allow 443"), {rules}, true}),
                        Step{u"site"_s, WriteFile{site, file("old\n"), "new\n", {}}, {}},
                        Step{u"unit"_s, WriteFile{unit, missing, made.content, {}}, {}},
                        Step{u"check"_s, Check{Check::Kind::Nginx}, {}},
                        Step{u"holds"_s, Check{Check::Kind::Command, "nginx -T | grep -q new"}, {}},
                        action("", Verb::DaemonReload), action("web.service", Verb::Enable),
                        action("web.service", Verb::Start), action("nginx.service", Verb::Reload),
                        action("nginx.service", Verb::Reload), Step{u"wait"_s, WaitFor{"curl -sf localhost"}, {}},
                        command("close", {"ufw delete allow 80", QByteArray("ufw allow 80"), {}, true}),
                        command("note", {"logger done", {}})});
        QCOMPARE(filesForUndo(record), QList<RemotePath>({site, unit})); // the rules are the command's affair
        const Plan plan = undone(record, {{site, file("new\n")}, {unit, made}});
        QCOMPARE(outline(plan),
                 QStringList({u"stop web.service"_s, u"disable web.service"_s, u"ufw allow 80"_s,
                              u"remove /etc/systemd/system/web.service"_s, u"write /etc/nginx/sites-available/app"_s,
                              u"daemon-reload"_s, u"check nginx"_s, u"reload nginx.service"_s,
                              u"ufw delete allow 443"_s, u"userdel web"_s}));
        const auto commands = changesOf<RunCommand>(plan);
        QCOMPARE(commands.at(1), (RunCommand{"ufw delete allow 443", QByteArray("ufw allow 443"), {rules}, true}));
        QSet<QString> ids;
        for (const Step &step : plan.steps)
            ids.insert(step.id);
        QCOMPARE(ids.size(), plan.steps.size());
        const QString warnings = plan.warnings.join(u'\n');
        QVERIFY(warnings.contains(u"fail2ban") && warnings.contains(u"logger done"));
        QVERIFY(!warnings.contains(u"useradd"));
    }

    /// It did not run before: with its old files it perhaps cannot.
    void unitThatWasStarted_isStopped_neitherRestartedNorProven()
    {
        ChangeRecord record = keptChange({fileRecordOf(site, file("old\n"), file("new\n"))},
                                         {Step{u"site"_s, WriteFile{site, file("old\n"), "new\n", {}}, {}},
                                          action("a.service", Verb::Start), action("a.service", Verb::Restart),
                                          action("b.service", Verb::Restart)});
        record.plan.proofs = {UnitProof{ServiceUnit(u"a.service"_s)}, UnitProof{ServiceUnit(u"b.service"_s)}};
        const Plan plan = undone(record, {{site, file("new\n")}});
        QCOMPARE(outline(plan), QStringList({u"stop a.service"_s, u"write /etc/nginx/sites-available/app"_s,
                                             u"check nginx"_s, u"restart b.service"_s}));
        QVERIFY(!plan.proofs.contains(Proof(UnitProof{ServiceUnit(u"a.service"_s)})));
        QVERIFY(plan.proofs.contains(Proof(UnitProof{ServiceUnit(u"b.service"_s)})));
    }

    /// The guard had its files; the journal has not.
    void commandWhoseFilesNobodyKept_isSaidToStay()
    {
        const RemotePath passwd(QByteArray("/etc/passwd"));
        const ChangeRecord record = keptChange(
            {fileRecordOf(site, file("old\n"), file("new\n"))},
            {command("user", {"useradd web", {}, {passwd}}), command("touched", {"sed -i s/old/new/ x", {}, {site}})});
        const QString warnings = undone(record, {{site, file("new\n")}}).warnings.join(u'\n');
        QVERIFY2(warnings.contains(u"useradd web") && !warnings.contains(u"sed"), qPrintable(warnings));
    }

    void stepThatDidNotRun_isNotTakenBack()
    {
        ChangeRecord record =
            keptChange({}, {command("one", {"a", QByteArray("undo a")}), command("two", {"b", QByteArray("undo b")})});
        record.outcome = Outcome::Broken;
        record.steps = {StepRecord{u"one"_s, StepRecord::State::Done, {}, {}},
                        StepRecord{u"two"_s, StepRecord::State::NotRun, {}, {}}};
        QCOMPARE(outline(undone(record, {})), QStringList({u"undo a"_s}));
    }

    void selectedFiles_goBackAlone()
    {
        const FileState before = file("old\n");
        const FileState after = file("new\n");
        const RemotePath rules(QByteArray("/etc/ufw/user.rules"));
        const ChangeRecord record =
            keptChange({fileRecordOf(site, before, after), fileRecordOf(dropIn, missing, after),
                        fileRecordOf(rules, before, after)},
                       {command("open", {"ufw allow 443", QByteArray("ufw delete allow 443"), {rules}, true}),
                        action("web.service", Verb::Start), action("nginx.service", Verb::Reload)});
        QCOMPARE(filesForUndo(record, {site}), QList<RemotePath>({site}));
        const Plan plan = undone(record, {{site, after}}, {site});
        QCOMPARE(outline(plan),
                 QStringList({u"write /etc/nginx/sites-available/app"_s, u"check nginx"_s, u"reload nginx.service"_s}));
        QVERIFY(!plan.warnings.isEmpty());
        QCOMPARE(filesForUndo(record, {rules}), QList<RemotePath>({rules}));
        QVERIFY(refusal(record, {}, {RemotePath(QByteArray("/etc/other"))}).contains(u"/etc/other"));
    }

    void conflictInAFileThatIsLeftOut_isNoConflict()
    {
        const FileState before = file("old\n");
        const FileState after = file("new\n");
        const ChangeRecord record =
            keptChange({fileRecordOf(site, before, after), fileRecordOf(mainFile, before, after)});
        QVERIFY(undoPlan(record, {{site, after}, {mainFile, file("theirs\n")}}, {site}));
        QVERIFY(!undoPlan(record, {{site, after}, {mainFile, file("theirs\n")}}));
    }

    void checks_belongToTheFiles()
    {
        const RemotePath sudoers(QByteArray("/etc/sudoers.d/dev"));
        const FileState made = file("x\n");
        for (const auto &[path, id] : {std::pair(dropIn, u"check sshd"_s), std::pair(site, u"check nginx"_s),
                                       std::pair(sudoers, u"check sudoers"_s)}) {
            const Plan plan = undone(keptChange({fileRecordOf(path, missing, made)}), {{path, made}});
            QCOMPARE(plan.steps.last().id, id);
        }
    }

    void login_isProvenWhereItIsDecided()
    {
        const FileState made = file("x\n");
        const ChangeRecord ssh = keptChange({fileRecordOf(dropIn, missing, made)});
        QCOMPARE(undone(ssh, {{dropIn, made}}).proofs, QList<Proof>({LoginProof{}}));
        ChangeRecord web = keptChange({fileRecordOf(site, missing, made)});
        QCOMPARE(undone(web, {{site, made}}).proofs, QList<Proof>());
        web.plan.proofs = {LoginProof{u"deploy"_s, 0}, PortProof{443, PortProof::Expect::Open},
                           UrlProof{u"https://gpu-1/"_s, 200}, UnitProof{ServiceUnit(u"nginx.service"_s)}};
        QCOMPARE(undone(web, {{site, made}}).proofs,
                 QList<Proof>({LoginProof{}, UnitProof{ServiceUnit(u"nginx.service"_s)}}));
        ChangeRecord firewall = keptChange({}, {command("deny", {"ufw enable", QByteArray("ufw disable"), {}, true})});
        QCOMPARE(undone(firewall, {}).proofs, QList<Proof>({LoginProof{}}));
    }

    void movedPort_isProvenWhereItWillBe()
    {
        const FileState made = file("# ours\nport 2222\n");
        const ChangeRecord record = keptChange({fileRecordOf(dropIn, missing, made)});
        QCOMPARE(filesForUndo(record), QList<RemotePath>({dropIn, mainFile}));
        const auto proven = [&](const QByteArray &main) {
            return undone(record, {{dropIn, made}, {mainFile, file(main)}}).proofs;
        };
        QCOMPARE(proven("#Port 22\n"), QList<Proof>({LoginProof{{}, 22}}));
        QCOMPARE(proven("Port 2022\nMatch all\n"), QList<Proof>({LoginProof{{}, 2022}}));

        const RemotePath socket(QByteArray("/etc/systemd/system/ssh.socket.d/port.conf"));
        const FileState before = file("[Socket]\nListenStream=\nListenStream=0.0.0.0:2022\n");
        const FileState after = file("[Socket]\nListenStream=\nListenStream=2222\n");
        QCOMPARE(undone(keptChange({fileRecordOf(socket, before, after)}), {{socket, after}}).proofs,
                 QList<Proof>({LoginProof{{}, 2022}}));
    }

    void undoOfAnyChange_givesTheOldFile()
    {
        QRandomGenerator random(7);
        int undoneChanges = 0;
        for (int i = 0; i < 2000; ++i) {
            const FileState before = randomState(random);
            const FileState after = randomState(random);
            const auto plan = undoPlan(keptChange({fileRecordOf(site, before, after)}), {{site, after}});
            if (before == after) {
                QVERIFY(!plan);
            } else if (plan) {
                QCOMPARE(applied(*plan, after), before);
                ++undoneChanges;
            } else { // no step of a plan puts a file where a link is
                QVERIFY(before.kind == FileState::Kind::Regular && after.kind == FileState::Kind::Link);
            }
        }
        QVERIFY(undoneChanges > 1000);
    }

    void anyLaterEdit_staysOrIsSaid()
    {
        QRandomGenerator random(8);
        int merged = 0;
        for (int i = 0; i < 300; ++i) {
            const int ours = 1 + int(random.bounded(40));
            const int theirs = 1 + int(random.bounded(40));
            const auto edited = [](const QByteArray &text, int line, const QByteArray &by) {
                QByteArrayList all = text.split('\n');
                all[line - 1] = by;
                return all.join('\n');
            };
            const FileState before = file(lines(1, 40));
            const FileState after = file(edited(before.content, ours, "ours"));
            const FileState now = file(edited(after.content, theirs, "theirs"));
            const auto plan = undoPlan(keptChange({fileRecordOf(site, before, after)}), {{site, now}});
            if (plan)
                QCOMPARE(applied(*plan, now).content, edited(before.content, theirs, "theirs"));
            else
                QVERIFY(std::abs(ours - theirs) <= 1);
            merged += plan.has_value();
        }
        QVERIFY(merged > 200);
    }

    void onlyWhatWasKept_isTakenBack()
    {
        const FileState made = file("x\n");
        ChangeRecord record = keptChange({fileRecordOf(site, missing, made)});
        for (const Outcome outcome :
             {Outcome::Open, Outcome::Undone, Outcome::CameBack, Outcome::Failed, Outcome::Refused}) {
            record.outcome = outcome;
            QVERIFY(!undoPlan(record, {{site, made}}));
        }
        for (const Outcome outcome : {Outcome::Kept, Outcome::Broken}) {
            record.outcome = outcome;
            QVERIFY(undoPlan(record, {{site, made}}));
        }
    }

    void fileThatWasNotRead_isRefused()
    {
        QVERIFY(refusal(keptChange({fileRecordOf(site, missing, file("x\n"))}), {}).contains(site.shown()));
    }

    void undoOfAnUndo_isTheChangeAgain()
    {
        const FileState before = file("old\n");
        const FileState after = file("new\n", 0600);
        const Plan undo = undone(keptChange({fileRecordOf(site, before, after)}), {{site, after}});
        ChangeRecord second = keptChange({fileRecordOf(site, after, before)});
        second.plan = undo;
        const auto writes = changesOf<WriteFile>(undone(second, {{site, before}}));
        QCOMPARE(writes.value(0), (WriteFile{site, before, "new\n", after.attributes, Secrecy::Public}));
    }
};

GW_REGISTER_TEST(UndoTest)
#include "undotest.moc"
