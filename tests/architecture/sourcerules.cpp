// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/sourcerules.h"

#include <QDir>
#include <QDirIterator>
#include <QLibraryInfo>
#include <QRegularExpression>

namespace gw::test {
namespace {

constexpr int mostLines = 600;

/// The table as ARCHITECTURE.md has it: direct arrows.
const QMap<QString, QStringList> &arrows()
{
    static const QMap<QString, QStringList> table{
        {QStringLiteral("base"), {}},
        {QStringLiteral("shell"), {QStringLiteral("base")}},
        {QStringLiteral("ssh"), {QStringLiteral("shell")}},
        {QStringLiteral("regex"), {QStringLiteral("base")}},
        {QStringLiteral("nginx"), {QStringLiteral("base"), QStringLiteral("regex")}},
        {QStringLiteral("sshd"), {QStringLiteral("base")}},
        {QStringLiteral("firewall"), {QStringLiteral("base")}},
        {QStringLiteral("certificates"), {QStringLiteral("base")}},
        {QStringLiteral("survey"),
         {QStringLiteral("shell"), QStringLiteral("nginx"), QStringLiteral("sshd"), QStringLiteral("firewall"),
          QStringLiteral("certificates")}},
        {QStringLiteral("exposure"), {QStringLiteral("survey")}},
        {QStringLiteral("findings"), {QStringLiteral("survey"), QStringLiteral("exposure"), QStringLiteral("plan")}},
        {QStringLiteral("plan"), {QStringLiteral("survey")}},
        {QStringLiteral("apply"), {QStringLiteral("plan"), QStringLiteral("shell")}},
        {QStringLiteral("http"), {QStringLiteral("base")}},
        {QStringLiteral("acme"), {QStringLiteral("http"), QStringLiteral("certificates"), QStringLiteral("shell")}},
        {QStringLiteral("health"), {QStringLiteral("shell")}},
        {QStringLiteral("jobs"), {QStringLiteral("shell")}},
        // findings: accepted risks are kept as the review knows them
        {QStringLiteral("store"),
         {QStringLiteral("plan"), QStringLiteral("survey"), QStringLiteral("health"), QStringLiteral("findings")}},
    };
    return table;
}

void collect(const QString &folder, QStringList &found)
{
    if (found.contains(folder))
        return;
    found.append(folder);
    for (const QString &next : arrows().value(folder))
        collect(next, found);
}

/// Widgets know values only.
const QStringList forbiddenForWidgets{QStringLiteral("shell"), QStringLiteral("ssh"),  QStringLiteral("jobs"),
                                      QStringLiteral("store"), QStringLiteral("http"), QStringLiteral("apply")};

const QStringList baseFiles{
    QStringLiteral("connectionstate"), QStringLiteral("error"),   QStringLiteral("hostid"),
    QStringLiteral("jsontext"),        QStringLiteral("known"),   QStringLiteral("overloaded"),
    QStringLiteral("question"),        QStringLiteral("quoting"), QStringLiteral("remotepath"),
    QStringLiteral("result"),          QStringLiteral("secret"),  QStringLiteral("server"),
    QStringLiteral("untrustedtext"),
};

QString violation(const SourceFile &file, qsizetype line, const QString &what)
{
    return QStringLiteral("%1:%2: %3").arg(file.path).arg(line + 1).arg(what);
}

Violations linesThatMatch(const SourceFile &file, const QRegularExpression &expression, const QString &what)
{
    Violations found;
    for (qsizetype line = 0; line < file.lines.size(); ++line) {
        if (expression.match(file.lines[line]).hasMatch())
            found.append(violation(file, line, what));
    }
    return found;
}

bool isHeaderOf(const QString &module, const QString &header)
{
    if (header.startsWith(module + u'/') || header == module)
        return true;
    static const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    return header.startsWith(u'Q') && QFile::exists(QStringLiteral("%1/%2/%3").arg(headers, module, header));
}

/// Why `file` may not include "target"; empty: it may.
QString whyNotOurs(const SourceFile &file, const QString &target)
{
    const QString top = target.section(u'/', 0, 0);
    const QString feature = target.section(u'/', 1, 1);
    if (target.endsWith(QStringLiteral(".moc")) && !target.contains(u'/'))
        return {};
    if (top == QStringLiteral("backend")) {
        if (!arrows().contains(feature))
            return QStringLiteral("backend/%1 is not in the table").arg(feature);
        if (file.isUnder(QStringLiteral("widgets")) && forbiddenForWidgets.contains(feature))
            return QStringLiteral("widgets know values only, not backend/%1").arg(feature);
        const QString own = file.path.section(u'/', 1, 1);
        if (file.isUnder(QStringLiteral("backend")) && !allowedIncludes().value(own).contains(feature))
            return QStringLiteral("no arrow leads from %1 to %2").arg(own, feature);
        return {};
    }
    if (top == QStringLiteral("widgets"))
        return file.isUnder(QStringLiteral("backend")) || file.isUnder(QStringLiteral("app/ctl"))
                   ? QStringLiteral("only the window includes widgets")
                   : QString();
    if (top == QStringLiteral("app"))
        return file.isUnder(QStringLiteral("app")) ? QString() : QStringLiteral("only app includes app");
    return QStringLiteral("\"%1\" is no path in the repository").arg(target);
}

/// Why `file` may not include <target>; empty: it may.
QString whyNotTheirs(const SourceFile &file, const QString &target)
{
    const bool isBackend = file.isUnder(QStringLiteral("backend"));
    if (target.startsWith(QStringLiteral("libssh/")) && file.folder() != QStringLiteral("backend/ssh"))
        return QStringLiteral("only backend/ssh includes libssh");
    if (target.startsWith(QStringLiteral("openssl/")) && file.folder() != QStringLiteral("backend/ssh") &&
        file.folder() != QStringLiteral("backend/certificates"))
        return QStringLiteral("only backend/certificates includes OpenSSL");
    if ((isBackend || file.isUnder(QStringLiteral("app/ctl"))) && isHeaderOf(QStringLiteral("QtWidgets"), target))
        return QStringLiteral("no widgets here");
    if (isBackend && isHeaderOf(QStringLiteral("QtGui"), target))
        return QStringLiteral("no Qt Gui in the backend");
    return {};
}

} // namespace

QList<SourceFile> sourceFiles(const QString &root, const QStringList &folders)
{
    static const QStringList patterns{QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("CMakeLists.txt"),
                                      QStringLiteral("*.cmake"), QStringLiteral("*.sh")};
    QList<SourceFile> files;
    const QDir top(root);
    for (const QString &folder : folders) {
        for (QDirIterator it(top.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile file(it.next());
            if (file.fileName().contains(QStringLiteral("/tests/lab/states/"))) // put onto servers as they are
                continue;
            if (file.open(QIODevice::ReadOnly))
                files.append({top.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()).split(u'\n')});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return files;
}

const QMap<QString, QStringList> &allowedIncludes()
{
    static const QMap<QString, QStringList> closure = [] {
        QMap<QString, QStringList> all;
        for (const QString &folder : arrows().keys())
            collect(folder, all[folder]);
        return all;
    }();
    return closure;
}

Violations includeViolations(const SourceFile &file)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"));
    Violations found;
    if (file.isUnder(QStringLiteral("backend")) && file.path.count(u'/') > 1 &&
        !arrows().contains(file.path.section(u'/', 1, 1)))
        found.append(violation(file, 0, QStringLiteral("its folder is not in the table")));
    for (qsizetype line = 0; line < file.lines.size(); ++line) {
        const auto match = include.match(file.lines[line]);
        if (!match.hasMatch())
            continue;
        const bool isOurs = match.captured(1) == u'"';
        const QString reason = isOurs ? whyNotOurs(file, match.captured(2)) : whyNotTheirs(file, match.captured(2));
        if (!reason.isEmpty())
            found.append(violation(file, line, QStringLiteral("includes %1: %2").arg(match.captured(2), reason)));
    }
    return found;
}

Violations licenceViolations(const SourceFile &file)
{
    const QString head = file.lines.mid(0, 3).join(u'\n'); // a script begins with its #! line
    if (head.contains(QStringLiteral("SPDX-FileCopyrightText: ")) &&
        head.contains(QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later")))
        return {};
    return {violation(file, 0, QStringLiteral("does not begin with the two SPDX lines"))};
}

Violations plainTextViolations(const SourceFile &file)
{
    if ((!file.isUnder(QStringLiteral("widgets")) && !file.isUnder(QStringLiteral("app"))) ||
        file.isUnder(QStringLiteral("widgets/parts")))
        return {};
    // A fixed text of ours in a tooltip is as good as plainToolTip().
    static const QRegularExpression raw(
        QStringLiteral(R"(new QLabel\b|\bQMessageBox\b|\bsetToolTip\((?!plainToolTip\(|tr\("[^"]*"\)\)))"));
    return linesThatMatch(file, raw, QStringLiteral("shows text by a widget that guesses markup: use widgets/parts"));
}

Violations threadViolations(const SourceFile &file)
{
    // What the window runs on its workers, and programs without a window.
    static const QStringList noWindow{QStringLiteral("app/ctl"), QStringLiteral("app/askpass"),
                                      QStringLiteral("app/change"), QStringLiteral("app/journal")};
    const bool isWindow = file.isUnder(QStringLiteral("widgets")) || file.isUnder(QStringLiteral("app"));
    if (!isWindow || noWindow.contains(file.folder()))
        return {};
    static const QRegularExpression threads(
        QStringLiteral(R"(\bQtConcurrent\b|\bQThread(Pool)?\b|\bstd::j?thread\b|\bstd::async\b|\bQEventLoop\b)"
                       R"(|\bprocessEvents\(|(?<![.>\w])sender\(\))"));
    return linesThatMatch(file, threads, QStringLiteral("starts a thread or a nested event loop: use backend/jobs"));
}

Violations sizeViolations(const SourceFile &file)
{
    if (file.path.endsWith(QStringLiteral(".sh")) ||
        file.lines.size() <= mostLines + 1) // the line break at the end makes one more
        return {};
    return {violation(file, mostLines, QStringLiteral("has more than %1 lines").arg(mostLines))};
}

Violations leftoverViolations(const SourceFile &file)
{
    static const QRegularExpression words(QStringLiteral("\\b(TO"
                                                         "DO|FIX"
                                                         "ME|X"
                                                         "XX)\\b"));
    return linesThatMatch(file, words, QStringLiteral("leaves something to do"));
}

Violations baseViolations(const SourceFile &file)
{
    if (!file.isUnder(QStringLiteral("backend/base")) ||
        baseFiles.contains(file.path.section(u'/', -1).section(u'.', 0, 0)))
        return {};
    return {violation(file, 0, QStringLiteral("backend/base is a closed list: find a home with a meaning"))};
}

Violations typeViolations(const QList<SourceFile> &files)
{
    static const QRegularExpression space(QStringLiteral("^namespace ([A-Za-z0-9_:]+) \\{"));
    static const QRegularExpression type(QStringLiteral(
        "^(?:struct|class|enum class) (?:alignas\\S+ )?([A-Za-z0-9_]+)(?: final)?(?: :[^:].*)?(?: \\{.*)?$"));
    QMap<QString, QString> owners;
    Violations found;
    for (const SourceFile &file : files) {
        if (!file.path.endsWith(QStringLiteral(".h")))
            continue;
        QString inside;
        for (qsizetype line = 0; line < file.lines.size(); ++line) {
            if (const auto match = space.match(file.lines[line]); match.hasMatch())
                inside = match.captured(1);
            const auto match = type.match(file.lines[line]);
            if (!match.hasMatch())
                continue;
            const QString name = inside + QStringLiteral("::") + match.captured(1);
            if (const QString owner = owners.value(name); !owner.isEmpty() && owner != file.path)
                found.append(violation(file, line, QStringLiteral("%1 is another type in %2").arg(name, owner)));
            owners.insert(name, file.path);
        }
    }
    return found;
}

} // namespace gw::test
