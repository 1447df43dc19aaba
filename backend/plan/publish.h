// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/plan/filestate.h"
#include "backend/survey/facts.h"

#include <optional>

namespace gw {

/// What is published decides what the proxy must not get in the way of.
enum class PublishKind {
    OpenAi,    ///< vLLM and others that speak the API of OpenAI: streamed tokens, long answers, "Authorization: Bearer"
    WebUi,     ///< Gradio, lora-scripts: WebSocket, event streams, large uploads
    Jupyter,   ///< WebSocket, checks of the name it is called by
    ComfyUi,   ///< WebSocket, large uploads
    Ollama,    ///< streamed answers, answers only to names it knows
    OpenWebUi, ///< WebSocket, streamed answers
    Other,     ///< any HTTP service
    Static,    ///< files of a folder; no service at all
};

/// One who may enter with a password: a line of a file for auth_basic_user_file.
struct PublishLogin {
    QString user;
    QByteArray hash;  ///< by passwordHash()
    QString password; ///< for the proof that it opens; never leaves this computer and stands in no file
    friend bool operator==(const PublishLogin &, const PublishLogin &) = default;
};

/// What browsers are shown.
struct PublishTls {
    enum class Source {
        None,  ///< plain HTTP
        Files, ///< a pair that is on the server already
        Own,   ///< a pair that is written with the plan
    };
    Source source = Source::None;
    RemotePath certificate; ///< Files: the chain, as ssl_certificate names it
    RemotePath key;
    QByteArray chainPem; ///< Own
    QByteArray keyPem;
    friend bool operator==(const PublishTls &, const PublishTls &) = default;
};

/// Lets others reach a service of this server through nginx: by names, with a certificate, with a door in front. An
/// intent like those of intent.h.
struct Publish {
    /// What lets in somebody who has both a password and an address to show (ngx_http_core_module, satisfy).
    enum class Satisfy { All, Any };

    PublishKind kind = PublishKind::Other;
    QString target;      ///< "127.0.0.1:7860", "unix:/run/app.sock"; of Static: the folder
    QStringList domains; ///< the first one names the files
    quint16 httpPort = 80;
    quint16 httpsPort = 443;
    QString path = QStringLiteral("/"); ///< "/lora/": where on the site it appears; the service sees "/" there. Where a
                                        ///< site has the name already, it becomes a part of that one, as it is
    PublishTls tls;

    QList<PublishLogin> logins = {};
    bool keepLogins = true;    ///< others that are in the site's password file already may go on entering
    QStringList networks = {}; ///< "192.168.10.0/24"; empty: from anywhere
    Satisfy satisfy = Satisfy::All;

    bool webSocket = false;
    bool streaming = false;   ///< answers come piece by piece: nothing is held back
    int patienceSeconds = 60; ///< the longest silence between two pieces of an answer
    int uploadMegabytes = 16; ///< the largest request
    bool compression = false; ///< of texts that hold no secret: style sheets, scripts, fonts, pictures of vectors
    bool cacheAssets = false; ///< browsers keep style sheets, scripts and fonts for a week
    bool securityHeaders = true;
    QStringList corsOrigins = {}; ///< "https://app.example.org": whose scripts may call it
    int requestsPerSecond = 0;    ///< of one address; 0: as many as it likes
    bool ownLogs = true;          ///< files of its own, with the times of the service
    bool health = false;          ///< /gatewright-health says that nginx answers for the site
    bool status = false;          ///< numbers of connections, at 127.0.0.1 alone (ngx_http_stub_status_module)
    bool closePort = true;        ///< the naked port of the service
    bool enableFirewall = false;  ///< where none is at work: one that lets in ssh and the site alone
    bool toLoopback = false;      ///< the service is started again, at 127.0.0.1, where its command line can say so
    friend bool operator==(const Publish &, const Publish &) = default;
};

/// The ports that visitors of a site of its own come by.
QList<quint16> doorsOf(const Publish &wish);

/// What a kind of service needs, as its makers say.
Publish publishPreset(PublishKind kind);
QString publishKindName(PublishKind kind); ///< "vLLM, OpenAI API"; translated
/// Stable, for the terminal: "openai", "webui", "jupyter", …
QString publishKindId(PublishKind kind);
std::optional<PublishKind> publishKindFrom(const QString &id);

/// A service of the server that can be published.
struct PublishableService {
    PublishKind kind = PublishKind::Other;
    QString target; ///< "127.0.0.1:7860": how nginx reaches it
    quint16 port = 0;
    bool isExposed = false; ///< listens on more than loopback
    UntrustedText program;  ///< "gui.py", "qwen-chat", "ollama"
    UntrustedText unit;     ///< empty: none of its own
    friend bool operator==(const PublishableService &, const PublishableService &) = default;
};
/// What listens, but for nginx, sshd and the like; those that are recognised first.
QList<PublishableService> publishableServices(const Facts &facts);

/// Whether the form may be taken up, and what a person should know.
struct PublishProblem {
    enum class Severity {
        Error,  ///< no plan is made of it
        Notice, ///< good to know
    };
    enum class Field { Service, Domain, Path, Certificate, Access, Options };
    Severity severity = Severity::Error;
    Field field = Field::Service;
    QString text; ///< what, where, and what to do next; translated
    friend bool operator==(const PublishProblem &, const PublishProblem &) = default;
};
/// Pure; empty: nothing to say. Errors first.
QList<PublishProblem> publishProblems(const Facts &facts, const Publish &wish);

/// A text file that a site of nginx is made of.
struct PublishFile {
    RemotePath path;
    QByteArray text;
    QString reason; ///< translated
    bool isSecret = false;
    FileAttributes attributes = {};
    QByteArray linkTarget = {}; ///< not empty: a symbolic link instead
    bool isPart = false;        ///< `text` goes into a site that is there already; the rest of the file stays
    QByteArray seen = {};       ///< not empty: a file of others, which reads `text` instead of this afterwards
    friend bool operator==(const PublishFile &, const PublishFile &) = default;
};
/// Pure. All files of the site, in the words that this version of nginx takes; the one of the site itself first.
QList<PublishFile> publishFiles(const Facts &facts, const Publish &wish);

/// How a password stands in auth_basic_user_file.
enum class PasswordScheme {
    Bcrypt, ///< "$2y$…", which nginx hands to crypt(3) of the server
    Apr1,   ///< "$apr1$…", which nginx knows itself; weaker: for servers whose crypt(3) has no bcrypt
};
/// What the server can check: the C library of old releases (Debian 10, Ubuntu 18.04, RHEL 7) has no bcrypt.
PasswordScheme passwordSchemeOf(const Facts &facts);

/// nginx checks it at each request, so the cost of bcrypt is small (6: about 5 ms). An Error where this computer's
/// crypt(3) knows no bcrypt.
Result<QByteArray> passwordHash(const QString &password, PasswordScheme scheme = PasswordScheme::Bcrypt);

} // namespace gw
