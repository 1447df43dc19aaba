// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/nginx/trapcases.h"

#include "tests/nginx/checkcases.h"
#include "tests/nginx/installednginx.h"

namespace gw::test {
namespace {

QByteArray many(qsizetype count, char c = 'a')
{
    return QByteArray(count, c);
}

QByteArrayList blanks()
{
    return {
        "events\t{\r\n}\r\nhttp\r\n{\r\n}\r\n",
        "events {}\rhttp {}\r",
        "events {} http {} # no line end",
        "\xef\xbb\xbf"
        "events {}\n",
        "events {}\n\xef\xbb\xbfhttp {}\n",
        "events {}\n\xc2\xa0http {}\n",
        "events\xc2\xa0{}\n",
        inServer("root\xc2\xa0/x;"),
        inServer("root /x\xc2\xa0;"),
        inServer("root \f/x;"),
        inServer("\froot /x;"),
        inServer("root /x\v;"),
        inServer("return 200 \xe2\x80\x89;"),
    };
}

QByteArrayList bytes()
{
    return {
        inServer("root /\xe4\xf6\xfc;"),
        inServer("server_name \xd0\xb1\xd0\xbb\xd0\xbe\xd0\xb3.\xd1\x80\xd1\x84;"),
        inServer("return 200 '\xd1\x84\xff\x80';"),
        inServer("# \xe4\xf6\xfc\nroot /x;"),
        inServer("return 200 \"\x01\x1b[0m\";"),
        inServer("r\xc3\xb6ot /x;"),
    };
}

QByteArrayList comments()
{
    return {
        "# {\nevents {}\n# }\n",
        "events {} # { \"\nhttp {} #'",
        inServer("listen # a\n 127.0.0.1:8081 # b ;\n ;"),
        inServer("root /a#b;"),
        inServer("root /a #b;\n;"),
        inServer("root \"/a\"#b;\n;"),
        inServer("location /a {#b\n}#c"),
        inServer("location /a # {\n{ }"),
        inServer("location / { return 200 a; } # { \"\n"),
        inServer("root '/a # b';"),
        inServer("return 200 \\#arg\\ 1;\nlocation / { return 200 '#arg 2'; }"),
        inServer("if ($host = a) { # it's }\nreturn 404; }"),
        inHttp("log_format main # (\n '$remote_addr' # )\n '$status'; # ;"),
        inHttp("map $host $a { # default 1;\n default 0; #x y;\n # }\n}"),
        inHttp("#server {\nserver { listen 127.0.0.1:8080; }\n#}"),
    };
}

QByteArrayList quotes()
{
    return {
        "\"events\" {\"worker_connections\" \"2048\";}\n'http' {}",
        inServer("root \"/a b\";"),
        inServer("root '/a\nb';"),
        inServer("root \"/a\"b;"),
        inServer("root \"/a\"\"b\";"),
        inServer("root a\"b\";"),
        inServer("root a\"b c\";"),
        inServer("return 200 \"\" ;"),
        inServer("return 200 \"\"left-empty;"),
        inServer("return 200 right-empty\"\";"),
        inServer("return 200 \"a\"'b';"),
        inServer("return 200 \"a\"$host;"),
        inServer("return 200 \"}\";"),
        inServer("return 200 \"{\";"),
        inServer("return 200 \"a;b\";"),
        inServer("return 200 'a\"b';"),
        inServer("return 200 \"a'b\";"),
        inServer("location \"/a\"{}"),
        inServer("location ~ \"^/a{2,3}$\" {}"),
        inServer("location '/a\n/b' {}"),
        inServer("if ($host = \"b\") {}"),
        inServer("if (\"$host\" = \"b\") {}"),
        inServer("if ($host = \"b\"x) {}"),
        inServer("root \"/a;\nindex \"b\";"),
        inServer("root '/a;"),
        "events {}\nhttp { log_format a 'b\n\n",
        "events {}\nhttp { log_format a 'b\n}\naccess_log a;\n}\n",
    };
}

QByteArrayList escapes()
{
    return {
        inServer("location /\\{\\;\\}\\ #\\ ab {}"),
        inServer("location ~ ^/a\\{2\\}$ {}"),
        inServer("location ~ \\.(?:jpg|png)$ {}"),
        inServer("location ~ \"\\.php$\" {}"),
        inServer("return 200 a\\ b;"),
        inServer("return 200 a\\;b;"),
        inServer("return 200 \\\"a\\\";"),
        inServer("return 200 \"a\\\"b\\\\c\\td\\re\\nf\\gh\";"),
        inServer("return 200 'it\\'s';"),
        inServer("return 200 \"\\\\\";"),
        inServer("return 200 \"\\\";"),
        inServer("return 200 a\\\n;"),
        inServer("root /a\\"),
        inServer("rewrite ^/a\\/(.*)$ /b/$1 last;"),
        inServer("server_name ~^www\\d+\\.example\\.com$;"),
    };
}

QByteArrayList braces()
{
    return {
        inServer("location ~ ^/a}b$ {}"),
        inServer("location ~ ^/a{2}$ {}"),
        inServer("location /a}b {}"),
        inServer("location /{a} {}"),
        inServer("return 200 a}b;"),
        inServer("return 200 }b;"),
        inServer("return 200 a{b;"),
        inServer("set $a ${host}b;"),
        inServer("set $a b${host};"),
        inServer("set $a ${host}${uri};"),
        inServer("set $a ${host}$uri${args};"),
        inServer("set $a $${host};"),
        inServer("set $a b\\${host};"),
        inServer("set $a ${host;"),
        inServer("set $a ${host ;"),
        inServer("return 200 ${url ;"),
        inServer("return 200 '${';"),
        inServer("return 200 ${;"),
        inServer("return 200 ${{{ ;"),
        inServer("return 200 ${};"),
        inServer("return 200 a$;"),
        inServer("return 200 $;"),
        inServer("rewrite ^/(\\d{2})$ /a;"),
        inServer("if ($uri ~ a}b) {}"),
        inServer("if ($uri ~ a{2}) {}"),
        inServer("if ($uri ~ \"a{2}\") {}"),
    };
}

QByteArrayList conditions()
{
    return {
        inServer("if ($host) {}"),
        inServer("if ( $host ) {}"),
        inServer("if ($host){}"),
        inServer("if $host {}"),
        inServer("if ($host {}"),
        inServer("if (($host)) {}"),
        inServer("if () {}"),
        inServer("if {}"),
        inServer("if ($host = a) { return 404; }"),
        inServer("if ($host ~* ^(a|b)$) { return 404; }"),
        inServer("if ($host ~ (a b)) { return 404; }"),
        inServer("if ($host ~ ^(?:a) ) {}"),
        inServer("if (!-e $request_filename) {}"),
        inServer("if ($host && $uri) {}"),
        inServer("if ($host = a) return 404;"),
        inServer("if($host) {}"),
    };
}

QByteArrayList entries()
{
    return {
        inHttp("map $host $a { default 0; \"b c\" 1; ~^d}e$ 2; '' 3; hostnames; }"),
        inHttp("map $host $a { '' ''; default \"\"; }"),
        inHttp("map $host $a { b {\n c 1; } }"),
        inHttp("map $host $a { default\n 0 }"),
        inHttp("map $host $a { default 0;\n listen 80; if ($host) 1; include traps/map.conf; }"),
        inHttp("map $host $a { server 1; location 2; http 3; }"),
        inHttp("map $host { a 1; }"),
        inHttp("geo $a { default 0; 10.0.0.0/8\n {} }"),
        inHttp("geo $a { default ZZ; 127.0.0.1/32 RU; }"),
        inHttp("geo $a { ranges; default x; 10.0.0.0-10.0.0.255 y; }"),
        inHttp("types { text/html html\n htm; }"),
        inHttp("types {\n text/html {\n a b; }\n}"),
        inHttp("types { }"),
        inHttp("types { include traps/types.conf; }"),
        inHttp("split_clients $host $a { 50% b;\n * { } }"),
        inHttp("charset_map koi8-r utf-8 { 80 E282AC; }"),
        inHttp("charset_map a b { 80\n { } }"),
        inHttp("charset_map a b { 8000 80; }"),
    };
}

QByteArrayList lengths()
{
    return {
        "events {}\nuser \"" + many(4094) + "\";",
        "events {}\nuser \"" + many(4096) + "\";",
        "events {}\nuser \"\n\n" + many(9000) + "\";",
        "events {}\nuser '" + many(9000) + "\n;",
        "events {}\nuser " + many(4097) + ";",
        inServer("return 200 \"" + many(4000) + "\";"),
        inServer("return 200 \"" + many(4097) + "\";"),
        inServer("add_header Content-Security-Policy \"" + many(4200) + "\";"),
        inServer("location ~ " + many(5000, '.') + " {}"),
        inServer("return 200 " + many(2000) + ' ' + many(2000) + ' ' + many(2000) + ";"),
        "events {}\n#" + many(4094) + "\n\n",
        "events {}\n#" + many(9000) + "\nhttp {}\n",
        "events {}" + many(20000, ' ') + "http {}",
        "events {}" + many(20000, '\n') + "user a }",
    };
}

QByteArrayList includes()
{
    return {
        inHttp("include traps/plain.conf;"),
        inHttp("include \"traps/plain.conf\";"),
        inHttp("include traps/*.none;"),
        inHttp("include traps/none.conf;"),
        inHttp("include traps/[p]lain.conf;"),
        inHttp("include traps/;"),
        inHttp("include traps;"),
        inHttp("include;"),
        inHttp("include traps/plain.conf traps/plain.conf;"),
        inHttp("include traps/nested.conf;"),
        inHttp("include traps/beside.conf;"),
        inHttp("include traps/s*.conf;"),
        inHttp("server { listen 127.0.0.1:8081; include traps/location.conf; }\n"
               "server { listen 127.0.0.1:8082; include traps/location.conf; }"),
        inServer("include traps/plain.conf;\ninclude traps/location.conf;"),
        inServer("include traps/open.conf;"),
        inServer("include traps/unfinished.conf;\n;"),
        inServer("include traps/closing.conf;\nroot /a;"),
        inServer("include traps/unknown.conf;"),
        inServer("include \"traps/with blank.conf\";"),
        "events {}\ninclude traps/http.conf;\n",
        "include traps/events.conf;\nhttp {}\n",
    };
}

QByteArrayList endings()
{
    return {
        "",
        ";",
        "{",
        "}",
        "{}",
        "events {};\n",
        "events {}}\n",
        "events {",
        "events { {} }",
        "events {}\nhttp {\n\n",
        "events {}\nhttp {\nserver {\n}\n",
        "events {}\nuser",
        "events {}\nuser root }\n",
        inServer("root /a\n}\nindex b;"),
        inServer("root /a\nindex b;"),
        inServer("listen 127.0.0.1:8081\n"),
        inServer("location / { root /a }"),
        inServer("location / {\n root /a; ;\n}"),
        inServer("location / {\n{ root /a; }\n}"),
        inServer("location / root /a;"),
        inServer("location / ;"),
        inServer("root {}"),
        inServer("server_name\n\n\na b\n;\nfoo;"),
    };
}

QByteArrayList meanings()
{
    return {
        "events {}\nhtttp {}\n",
        inServer("proxy_passs http://127.0.0.1;"),
        inServer("Root /a;"),
        inServer("upstream a { server 127.0.0.1; }"),
        inServer("user www-data;"),
        inHttp("location / {}"),
        "server { listen 80; }\nevents {}\n",
        inServer("root;"),
        inServer("root /a /b;"),
        inServer("root /a;\nroot /b;"),
        inServer("index a;\nindex b;"),
        inServer("server_name a;\nserver_name b;"),
        inServer("autoindex maybe;"),
        inServer("client_max_body_size 10 m;"),
        inServer("client_max_body_size 10x;"),
        inServer("listen 127.0.0.1:8080;"),
        inServer("error_page 404 /a;\nerror_page 404 /b;"),
        inServer("proxy_pass http://127.0.0.1;"),
        inServer("access_log off;\naccess_log off;"),
        inServer("location /a {}\nlocation /a {}"),
        inServer("ssl on;"),
        inServer("ssl_protocols TLSv1.2 TLSv1.3;\nssl_protocols TLSv1.3;"),
    };
}

QByteArrayList lua()
{
    if (!InstalledNginx::hasLua())
        return {};
    QByteArrayList texts;
    for (const QByteArray &code : QByteArrayList{
             "content_by_lua_block { ngx.say(\"}\") }",
             "content_by_lua_block { ngx.say('it\\'s }') }",
             "content_by_lua_block { -- }\n}",
             "content_by_lua_block { --[[ } ]] a = [==[ } ]] ]==] }",
             "content_by_lua_block { if a then b = {c = {}} end }",
             "content_by_lua_block { local s = \"{\" }",
             "content_by_lua_block { { }",
             "content_by_lua_block { } }",
             "content_by_lua_block { # not a comment\n }",
             "content_by_lua_block\n{\nngx.say('x')\n}",
             "\"content_by_lua_block\" { a = '{' }",
             "set_by_lua_block $a { return {} }",
             "set_by_lua_block { return 1 }",
             "content_by_lua 'ngx.say(\"a\")';",
             "content_by_lua_block { a };",
         })
        texts.append(InstalledNginx::withLua(inServer("location / {\n" + code + "\n}")));
    return texts;
}

} // namespace

QList<Trap> traps()
{
    return {
        {"white space and what is none", blanks()},
        {"bytes that are no UTF-8", bytes()},
        {"comments", comments()},
        {"quotes", quotes()},
        {"escapes", escapes()},
        {"braces and ${", braces()},
        {"conditions of if", conditions()},
        {"map, geo, types, charset_map", entries()},
        {"more than 4096 bytes", lengths()},
        {"include", includes()},
        {"; { } missing or too many", endings()},
        {"names, places, arguments", meanings()},
        {"Lua blocks", lua()},
    };
}

QList<TrapFile> trapFiles()
{
    return {
        {"traps/plain.conf", "sendfile on;\n"},
        {"traps/s1.conf", "sendfile on;"},
        {"traps/s2.conf", "tcp_nopush on;\nsendfile on;\n"},
        {"traps/nested.conf", "include traps/plain.conf;\n"},
        {"traps/beside.conf", "include plain.conf;\n"},
        {"traps/location.conf", "location /a { return 404; }\n"},
        {"traps/open.conf", "location /b {\n"},
        {"traps/unfinished.conf", "root /a\n"},
        {"traps/closing.conf", "}\n"},
        {"traps/unknown.conf", "root /a;\nrot /b;\n"},
        {"traps/with blank.conf", "root /a;\n"},
        {"traps/http.conf", "http {\n    server { listen 127.0.0.1:8080; }\n}\n"},
        {"traps/events.conf", "events {}"},
        {"traps/map.conf", "c 1; ~^d 2;\n"},
        {"traps/types.conf", "text/html html;\n"},
    };
}

} // namespace gw::test
