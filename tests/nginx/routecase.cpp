// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nginx/routecase.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>

namespace gw::test {
namespace {

/// "\x41" is "A".
QByteArray unescaped(const QByteArray &text)
{
    QByteArray plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.mid(i, 2) != "\\x") {
            plain += text[i];
            continue;
        }
        plain += char(text.mid(i + 2, 2).toInt(nullptr, 16));
        i += 3;
    }
    return plain;
}

bool isMethod(const QByteArray &word)
{
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

RouteCase::Request requestIn(const QByteArray &line)
{
    RouteCase::Request request;
    request.line = line;
    QByteArrayList words = line.simplified().split(' ');
    if (words.first() == "tls") {
        request.asked.scheme = NginxRequest::Scheme::Https;
        words.removeFirst();
    }
    if (isMethod(words.first()))
        request.asked.method = words.takeFirst();
    request.asked.host = words.takeFirst();
    if (request.asked.host == "-")
        request.asked.host.clear();
    request.asked.target = unescaped(words.takeFirst());
    request.asked.address = "127.0.0.1";
    for (const QByteArray &word : std::as_const(words)) {
        if (word.startsWith("port="))
            request.portNumber = word.sliced(5).toInt();
        else if (word.startsWith("to="))
            request.asked.address = word.sliced(3);
        else
            request.asked.headers.insert(word.first(word.indexOf(':')).toLower(), word.sliced(word.indexOf(':') + 1));
    }
    return request;
}

/// A target in another spelling, or another one beside it.
QByteArray changed(QByteArray target, int how)
{
    switch (how) {
    case 0: return target + '/';
    case 1: return target.replace(0, 1, "//");
    case 2: return target.replace('a', "%61");
    case 3: return "/x/.." + target;
    case 4: return target.first(qMax(qsizetype(1), target.lastIndexOf('/')));
    case 5: return target + (target.contains('?') ? "&a=1" : "?a=1&b=2");
    case 6: return target.toUpper();
    case 7: return target + ".php";
    default: return target;
    }
}

} // namespace

QByteArray RouteCase::Request::bytes() const
{
    const bool isOld = asked.host.isEmpty();
    QByteArray bytes = asked.method + ' ' + asked.target + (isOld ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n");
    if (!isOld)
        bytes += "Host: " + asked.host + "\r\nConnection: close\r\n";
    for (auto it = asked.headers.cbegin(); it != asked.headers.cend(); ++it)
        bytes += it.key() + ": " + it.value() + "\r\n";
    return bytes + "\r\n";
}

RouteCase RouteCase::read(const QString &path)
{
    RouteCase found;
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    found.config = file.readAll();
    for (const QByteArray &line : found.config.split('\n')) {
        if (line.startsWith("#> "))
            found.requests.append(requestIn(line.sliced(3)));
        if (line.startsWith("#file "))
            found.files.insert(QString::fromUtf8(line.sliced(6)), QByteArray());
        if (line.startsWith("#conf ")) {
            const QByteArray rest = line.sliced(6);
            found.files.insert(QString::fromUtf8(rest.first(rest.indexOf(' '))), rest.sliced(rest.indexOf(' ') + 1));
        }
    }
    return found;
}

QList<RouteCase::Request> RouteCase::mixed(int count) const
{
    QRandomGenerator random(1);
    const auto any = [&]() -> const NginxRequest & { return requests[random.bounded(int(requests.size()))].asked; };
    QList<Request> mixed;
    for (int i = 0; i < count; ++i) {
        Request request = requests[random.bounded(int(requests.size()))];
        request.asked.host = any().host;
        request.asked.target = changed(any().target, random.bounded(16));
        if (random.bounded(10) == 0)
            request.asked.method = QByteArrayList{"POST", "HEAD", "PUT", "OPTIONS"}[random.bounded(4)];
        const bool isTls = request.asked.scheme == NginxRequest::Scheme::Https;
        request.line = QByteArray(isTls ? "tls " : "") + request.asked.method + ' ' + request.asked.host + ' ' +
                       request.asked.target + " port=" + QByteArray::number(request.portNumber) +
                       " to=" + request.asked.address;
        mixed.append(request);
    }
    return mixed;
}

} // namespace gw::test
