#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes directives.tsv and variables.tsv. README.md says from what, and what the columns mean."""
import argparse
import itertools
import json
import os
import re
import struct
import subprocess
from collections import defaultdict

HERE = os.path.dirname(os.path.abspath(__file__))

CONTEXTS = {
    "HTTP": {"NGX_HTTP_MAIN_CONF": (0x02000000, "http"), "NGX_HTTP_SRV_CONF": (0x04000000, "server"),
             "NGX_HTTP_LOC_CONF": (0x08000000, "location"), "NGX_HTTP_UPS_CONF": (0x10000000, "upstream"),
             "NGX_HTTP_SIF_CONF": (0x20000000, "server.if"), "NGX_HTTP_LIF_CONF": (0x40000000, "location.if"),
             "NGX_HTTP_LMT_CONF": (0x80000000, "limit_except")},
    "STREAM": {"NGX_STREAM_MAIN_CONF": (0x02000000, "stream"), "NGX_STREAM_SRV_CONF": (0x04000000, "stream.server"),
               "NGX_STREAM_UPS_CONF": (0x08000000, "stream.upstream")},
    "MAIL": {"NGX_MAIL_MAIN_CONF": (0x02000000, "mail"), "NGX_MAIL_SRV_CONF": (0x04000000, "mail.server")},
    "EVENT": {"NGX_EVENT_CONF": (0x02000000, "events")},
    "CORE": {"NGX_MAIN_CONF": (0x01000000, "main")},
    "RTMP": {"NGX_RTMP_MAIN_CONF": (0x02000000, "rtmp"), "NGX_RTMP_SRV_CONF": (0x04000000, "rtmp.server"),
             "NGX_RTMP_APP_CONF": (0x08000000, "rtmp.application"), "NGX_RTMP_REC_CONF": (0x10000000, "rtmp.recorder")},
    "CONF": {"NGX_ANY_CONF": (0xff000000, "any")},
}
BLOCK, FLAG, ANY, MORE1, MORE2 = 0x100, 0x200, 0x400, 0x800, 0x1000
MODULE_TYPES = {0x50545448: "HTTP", 0x4d525453: "STREAM", 0x4c49414d: "MAIL", 0x45524f43: "CORE", 0x504d5452: "RTMP",
                0x544e5645: "EVENT", 0x464e4f43: "CONF"}
# Event methods and file systems of other systems than Linux.
FOREIGN_SYSTEMS = {"ngx_iocp_module", "ngx_devpoll_module", "ngx_kqueue_module", "ngx_eventport_module"}

# What the body of a block is made of: directives of a context, or entries that no directive table knows.
OPENS = {("main", "events"): "events", ("main", "http"): "http", ("main", "stream"): "stream", ("main", "mail"): "mail",
         ("main", "mgmt"): "mgmt", ("main", "rtmp"): "rtmp", ("http", "server"): "server", ("server", "location"): "location",
         ("location", "limit_except"): "limit_except", ("http", "upstream"): "upstream", ("server", "if"): "server.if",
         ("http", "match"): "match", ("stream", "match"): "match", ("stream", "server"): "stream.server",
         ("stream", "upstream"): "stream.upstream", ("mail", "server"): "mail.server",
         ("http", "acme_issuer"): "acme_issuer", ("http", "oidc_provider"): "oidc_provider",
         ("http", "otel_exporter"): "otel_exporter", ("rtmp", "server"): "rtmp.server",
         ("rtmp.server", "application"): "rtmp.application", ("rtmp.application", "recorder"): "rtmp.recorder"}

ONE_VALUE = re.compile(r"ngx_conf_set_(flag|num|msec|size|str|enum|bufs|off|path|access|sec)_slot$|"
                       r"ngx_(http|stream)_set_complex_value(_zero|_size)?_slot$|ngx_http_upstream_bind_set_slot$|"
                       r"ngx_http_set_charset_slot$")
LIST = re.compile(r"ngx_conf_set_(str_array|keyval)_slot$|ngx_http_set_predicate_slot$|ngx_http_types_slot$|"
                  r"ngx_http_file_cache_valid_set_slot$|ngx_http_upstream_param_set_slot$")


def arguments(flags):
    """The argument counts as ngx_conf_handler() checks them, in its order."""
    if flags & ANY:
        return "any"
    if flags & FLAG:
        return "flag"
    if flags & MORE1:
        return "1+"
    if flags & MORE2:
        return "2+"
    return ",".join(str(n) for n in range(8) if flags & (1 << n))


def contexts(kind, flags):
    names = [name for _, (bit, name) in CONTEXTS[kind].items() if flags & bit]
    return ["any"] if "any" in names else names


def flag_values(tree):
    values = {}
    for folder, _, files in os.walk(tree):
        for file in files:
            if file.endswith(".h"):
                text = open(os.path.join(folder, file), errors="replace").read().replace("\\\n", " ")
                for name, value in re.findall(r"#define\s+(NGX_\w*CONF\w*)\s+(0x[0-9a-fA-F]+|\([A-Z0-9_|\s]+\))", text):
                    values[name] = value
    def value(expression):
        total = 0
        for part in re.split(r"[|()\s]+", expression):
            if part.startswith("0x"):
                total |= int(part, 16)
            elif part:
                total |= value(values[part])
        return total
    return value


def source_commands(tree):
    """Every ngx_command_t of a source tree: module, kind, name, flags, function that sets it, and whether that
    function refuses a second one."""
    value = flag_values(os.path.join(tree, "src"))
    found = []
    for folder, _, files in os.walk(os.path.join(tree, "src")):
        for file in sorted(files):
            if not file.endswith(".c") or "win32" in folder:
                continue
            text = open(os.path.join(folder, file), errors="replace").read()
            arrays = dict(re.findall(r"ngx_command_t\s+(\w+)\[\]\s*=\s*\{(.*?)ngx_null_command", text, re.S))
            modules = re.findall(r"ngx_module_t\s+(\w+)\s*=\s*\{\s*NGX_MODULE_V1,\s*[^,]+,[^,]*?(\w+),\s*/\*.*?\*/\s*"
                                 r"NGX_(\w+)_MODULE\s*,", text, re.S)
            for module, array, kind in modules:
                if array not in arrays or module in FOREIGN_SYSTEMS:
                    continue
                body = re.sub(r"/\*.*?\*/", "", arrays[array], flags=re.S)
                for name, flags, setter in re.findall(
                        r"\{\s*ngx_string\(\"([^\"]+)\"\),\s*([^,]+?),\s*(\w+)\s*,", body, re.S):
                    function = re.search(r"\n%s\([^;{]*\)\s*\{(.*?)\n\}" % setter, text, re.S)
                    found.append({"module": module, "kind": kind, "name": name, "flags": value(flags), "setter": setter,
                                  "once": bool(ONE_VALUE.match(setter)) or
                                          bool(function and "is duplicate\"" in function[1])})
    return found


def binary_commands(path):
    """The same from a module's .so, or from nginx itself: its ngx_modules[] and what they point to (System V ABI, x86-64)."""
    image = open(path, "rb").read()
    table, = struct.unpack_from("<Q", image, 0x28)
    entry, count = struct.unpack_from("<HH", image, 0x3a)
    sections = []
    for i in range(count):
        _, kind, _, address, offset, size, link, _, _, _ = struct.unpack_from("<IIQQQQIIQQ", image, table + i * entry)
        sections.append((kind, address, offset, size, link))
    text = lambda at: image[at:image.index(b"\0", at)].decode()
    symbols = []
    dynamic = next(s for s in sections if s[0] == 11)
    for at in range(dynamic[2], dynamic[2] + dynamic[3], 24):
        name, _, _, _, value, _ = struct.unpack_from("<IBBHQQ", image, at)
        symbols.append((text(sections[dynamic[4]][2] + name), value))
    where = lambda address: next(o + address - a for k, a, o, s, _ in sections if k != 8 and a and a <= address < a + s)
    pointers = {}
    for kind, _, offset, size, _ in sections:
        if kind == 4:
            for at in range(offset, offset + size, 24):
                address, info, addend = struct.unpack_from("<QQq", image, at)
                if info & 0xffffffff == 8:
                    pointers[address] = ("", addend)
                else:
                    pointers[address] = (symbols[info >> 32][0], symbols[info >> 32][1] + addend)
    of = dict(symbols)
    at_address = {value: name for name, value in symbols}
    found = []
    for index in itertools.count():
        if of["ngx_modules"] + 8 * index not in pointers:
            break
        module = pointers[of["ngx_modules"] + 8 * index][1]
        name = text(where(pointers[of["ngx_module_names"] + 8 * index][1]))
        kind = MODULE_TYPES[struct.unpack_from("<Q", image, where(module) + 0x48)[0]]
        command = pointers.get(module + 0x40, ("", 0))[1]
        while command and struct.unpack_from("<Q", image, where(command))[0]:
            setter, address = pointers.get(command + 24, ("", 0))
            setter = setter or at_address.get(address, "")
            found.append({"module": name, "kind": kind, "name": text(where(pointers[command + 8][1])),
                          "flags": struct.unpack_from("<Q", image, where(command) + 16)[0] & 0xffffffff,
                          "setter": setter, "once": bool(ONE_VALUE.match(setter))})
            command += 56
    return found


def reference(path):
    """Directives and variables of the documentation, as the package @nginx/reference-lib carries them."""
    script = ("import {getDirectives,getVariables,Format} from %s;"
              "console.log(JSON.stringify([getDirectives(Format.Markdown),getVariables(Format.Markdown)]))"
              % json.dumps("file://" + os.path.abspath(path)))
    done = subprocess.run(["node", "--input-type=module", "-e", script], capture_output=True, check=True, text=True)
    return json.loads(done.stdout)


def plain(markdown):
    text = re.sub(r"```.*?```", " ", markdown, flags=re.S)
    text = re.sub(r"\*`?([^*`]+)`?\*", r"\1", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"[`“”]", "", text)
    return re.sub(r"\s+", " ", text).strip()


def first_sentence(markdown):
    text = plain(re.split(r"\n\s*\n|\n> |\n- |:\n```", markdown.strip())[0]).rstrip(":")
    text = re.split(r"(?<=[a-z0-9)])\.\s+(?=[A-Z])", text)[0].rstrip(".")
    return text if len(text) <= 220 else text[:text.rindex(" ", 0, 216)] + " …"


def syntax(lines, name, block):
    lines = [line.replace("`{...}`", "") for line in lines]
    tail = " { … }" if block else ""
    return "; ".join((name + " " + re.sub(r"\s+", " ", re.sub(r"\*`?([^*`]+)`?\*", r"<\1>", line)).replace("`", "")
                      .replace("**", "")).strip() + tail for line in lines or [""])


def counted(lines):
    """Argument counts of a directive that only the documentation knows."""
    counts, more = set(), None
    lines = [line.replace("`{...}`", "") for line in lines]
    for line in lines or [""]:
        if re.fullmatch(r"`?on`? \| `?off`?", line.strip()):
            return "flag"
        line = re.sub(r"\*`[^`]*`\*", "V", line.replace("`", ""))
        fixed = re.sub(r"\[[^\[\]]*\]", " ", re.sub(r"\[[^\[\]]*\]", " ", line))
        optional = len(re.findall(r"(?<!\S)\[", re.sub(r"\[[^\[\]]*\[", "[", line)))
        fixed = re.sub(r"\s*\|\s*\S+", "", fixed)
        words = [w for w in fixed.split() if w != "..."]
        if "..." in line:
            more = min(more or 9, max(len(words), 1))
        counts |= set(range(len(words), len(words) + optional + 1))
    return ("2+" if more >= 2 else "1+") if more else ",".join(map(str, sorted(counts)))


def protocol(module):
    for prefix in ("ngx_stream_", "ngx_mail_"):
        if module.startswith(prefix):
            return prefix[4:-1].upper()
    return "HTTP" if module.startswith(("ngx_http_", "ngx_otel")) else "CORE"


def documented_contexts(directive):
    kind = protocol(directive["module"])
    names = []
    for context in directive["contexts"]:
        if context == "if":
            names += ["server.if", "location.if"]
        elif context == "if in location":
            names.append("location.if")
        elif kind == "STREAM" and context in ("server", "upstream"):
            names.append("stream." + context)
        elif kind == "MAIL" and context == "server":
            names.append("mail.server")
        else:
            names.append(context or "any")
    return names


NEW_DIRECTIVES = re.compile(r"(?:^(?:Feature|Change): |; |\. )(?:the )?((?:\"[a-z0-9_]+\"(?:, and |, | and |/)?)+) directives?"
                            r"(?=[.;,]|$| in | of the ngx| and | Thanks| \()(?![^.;]*\b(?:supports?|now|can|may|is|are|was)\b)")
NEW_VARIABLES = re.compile(r"(?:^Feature: |; |, |and )(?:the )?((?:\$[a-z0-9_]+(?:, and |, | and |/)?)+) variables?(?=[.;,]|$| in | Thanks)")


def first_mentions(changes):
    """Name → versions whose change log announces a directive or variable of that name, oldest first."""
    parts = re.split(r"^Changes with nginx (\S+) +.*$", changes, flags=re.M)
    found = defaultdict(list)
    for version, body in zip(parts[1::2], parts[2::2]):
        for entry in re.split(r"^    \*\) ", body, flags=re.M)[1:]:
            entry = re.sub(r"\s+", " ", entry)
            if entry.startswith(("Feature", "Change")):
                for pattern in (NEW_DIRECTIVES, NEW_VARIABLES):
                    for names in pattern.findall(entry):
                        for name in re.findall(r"[$a-z0-9_]+", names):
                            found[name].append((version, entry))
    for name in found:
        found[name].reverse()
    return found


def number(version):
    return tuple(int(part) for part in version.split("."))


def options(tree):
    """The configure switches that decide whether a module is there."""
    return set(re.findall(r"--(with(?:out)?-[a-z0-9_]+)(?:=dynamic)?\)", open(os.path.join(tree, "auto/options")).read()))


def module_option(name, known):
    stem = name[4:] if name.startswith("ngx_") else name
    for candidate in (stem, stem.replace("_filter_", "_")):
        for switch in ("with-" + candidate, "without-" + candidate):
            if switch in known:
                return switch
    if name.startswith("ngx_mail_"):
        return "with-mail"
    if name.startswith("ngx_stream_"):
        return "with-stream"
    return {"ngx_google_perftools_module": "with-google_perftools_module"}.get(name, "")


def read_rows(path):
    for line in open(os.path.join(HERE, path), encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            yield line.rstrip("\n").split("\t")


def inheritance(command, stands, opens):
    inner = {"server.if": "server", "location.if": "location", "limit_except": "location"}
    levels = {inner.get(context, context) for context in stands}
    if opens != "-" or len(levels) < 2:
        return "own"
    return "list" if LIST.match(command["setter"]) else "value"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", action="append", required=True, help="nginx source tree, oldest first")
    parser.add_argument("--module", action="append", default=[], help="a third-party module's .so")
    parser.add_argument("--reference", required=True, help="dist/index.js of @nginx/reference-lib")
    given = parser.parse_args()

    documents, variables = reference(given.reference)
    mentions = first_mentions(open(os.path.join(given.source[-1], "CHANGES")).read())
    switches = set().union(*(options(tree) for tree in given.source))
    versions = [re.search(r"nginx-(\d+\.\d+\.\d+)", tree)[1] for tree in given.source]
    corrections = defaultdict(dict)
    module_facts = defaultdict(dict)
    for key, column, value in read_rows("corrections.tsv"):
        if column.startswith("module-"):
            module_facts[column[7:]][key] = "" if value == "-" else value
        else:
            corrections[key][column] = value

    seen = {}
    for version, tree in zip(versions, given.source):
        for command in source_commands(tree):
            key = (command["module"].replace("_filter_module", "_module"), command["name"])
            seen.setdefault(key, {"first": version})
            seen[key].update(command, last=version)

    used = set()
    def document(kind, name, stands):
        same = [(i, d) for i, d in enumerate(documents)
                if d["name"] == name and (protocol(d["module"]) == kind or kind == "CORE" and d["contexts"] == ["main"] or
                                          kind in ("EVENT", "CONF") and protocol(d["module"]) == "CORE")]
        same = [x for x in same if set(documented_contexts(x[1])) & set(stands) or kind == "CONF"] or \
               (same if len(same) == 1 else [])
        if same:
            used.add(same[0][0])
            return same[0][1]
        return None

    def since(name, kind, module, command):
        base = module_facts["since"].get(module, "")
        best = ""
        for version, entry in mentions.get(name, []):
            if command and not (command["first"] == versions[0] or number(version) > number(versions[0])):
                continue
            if kind == "STREAM" and number(version) < (1, 9, 0):
                continue
            if kind == "STREAM" and "stream" not in entry or kind == "HTTP" and re.search(r"\bstream module", entry):
                continue
            if kind == "MAIL" and not re.search(r"mail|imap|pop3|smtp|proxy", entry, re.I):
                continue
            best = version
            break
        if base and (not best or number(best) < number(base)):
            best = base
        if command and command["first"] != versions[0] and not best:
            best = command["first"]
            print("since of %s/%s: only known to be at most %s" % (module, name, best))
        return best

    rows = defaultdict(list)
    def add(module, edition, row):
        row["edition"] = module_facts["edition"].get(module, edition)
        for column, value in {**corrections.get(row["name"], {}), **corrections.get(module + "/" + row["name"], {})}.items():
            row[column] = "" if value == "-" and column != "opens" else value
        rows[module].append(row)

    def row_of(command, module, entry):
        stands = contexts(command["kind"], command["flags"])
        opens = "-"
        if command["flags"] & BLOCK:
            opens = "lua" if command["name"].endswith("_by_lua_block") else "entries"
            opens = next((OPENS[c, command["name"]] for c in stands if (c, command["name"]) in OPENS), opens)
        return {"name": command["name"], "contexts": ",".join(stands), "arguments": arguments(command["flags"]), "opens": opens,
                "inheritance": inheritance(command, stands, opens), "repeat": "once" if command["once"] else "again",
                "since": since(command["name"], command["kind"], module, command) if "first" in command else "",
                "deprecated": "", "removed": "", "default": plain(entry["default"]) if entry else "",
                "syntax": syntax(entry["syntax"], command["name"], opens != "-") if entry else "",
                "text": first_sentence(entry["description"]) if entry else ""}

    for (module, name), command in seen.items():
        entry = document(command["kind"], name, contexts(command["kind"], command["flags"]))
        add(module, "free", row_of(command, module, entry))

    libraries = {}
    for path in given.module:
        for command in binary_commands(path):
            libraries[command["module"].replace("_filter_module", "_module")] = os.path.basename(path)
            if (command["module"].replace("_filter_module", "_module"), command["name"]) in seen:
                continue
            entry = document(command["kind"], command["name"], contexts(command["kind"], command["flags"])) \
                if "_js_" in command["module"] else None
            libraries[command["module"]] = os.path.basename(path)
            add(command["module"], "third", row_of(command, command["module"], entry))

    for index, entry in enumerate(documents):
        if index in used:
            continue
        module, name = entry["module"], entry["name"]
        if module == "Core functionality":
            module = "ngx_core_module"
        stands = documented_contexts(entry)
        if any(row["name"] == name and set(row["contexts"].split(",")) & set(stands) for row in rows.get(module, [])):
            continue
        opens = "-"
        if entry["isBlock"]:
            opens = next((OPENS[c, name] for c in stands if (c, name) in OPENS), "entries")
        counts = counted(entry["syntax"])
        command = {"name": name, "setter": "ngx_conf_set_flag_slot" if counts == "flag" else ""}
        commercial = re.search("(directive|functionality) is available as part of our", plain(entry["description"]))
        add(module, "third" if "_js_" in module else "plus" if commercial else "free",
            {"name": name, "contexts": ",".join(stands), "arguments": counts, "opens": opens,
             "inheritance": inheritance(command, stands, opens), "repeat": "once" if counts == "flag" else "again",
             "since": "" if "_js_" in module else since(name, protocol(entry["module"]), module, None), "deprecated": "", "removed": "",
             "default": plain(entry["default"]), "syntax": syntax(entry["syntax"], name, opens != "-"),
             "text": first_sentence(entry["description"])})

    for row in read_rows("foreign.tsv"):
        if row[0] == "@":
            current = row[1]
            libraries[current] = row[2]
            continue
        add(current, "third", {"name": row[0], "contexts": row[1], "arguments": row[2], "opens": row[3], "inheritance": "value",
                               "repeat": "again", "since": "", "deprecated": "", "removed": "", "default": "",
                               "syntax": "", "text": row[4] if len(row) > 4 else ""})

    for module in rows:
        module_facts["option"].setdefault(module, module_option(module, switches))
        module_facts["library"].setdefault(module, libraries.get(module, ""))
    write(rows, module_facts, variables, mentions, versions)


COLUMNS = ("name", "contexts", "arguments", "opens", "inheritance", "repeat", "edition", "since", "deprecated", "removed", "default",
           "syntax", "text")


def header(what, versions):
    return ("# SPDX-FileCopyrightText: 2026 The Gatewright authors\n"
            "# SPDX-FileCopyrightText: 2002-2021 Igor Sysoev, 2011-2026 Nginx, Inc. (first sentences of the documentation)\n"
            "# SPDX-License-Identifier: GPL-3.0-or-later AND BSD-2-Clause\n"
            "# %s of nginx, made by generate.py from nginx %s and nginx.org's documentation. See README.md.\n"
            % (what, ", ".join(versions)))


def write(rows, module_facts, variables, mentions, versions):
    order = {"free": 0, "plus": 1, "third": 2}
    edition = lambda module: min((row["edition"] for row in rows[module]), key=order.get)
    with open(os.path.join(HERE, "directives.tsv"), "w", encoding="utf-8") as out:
        out.write(header("Directives", versions))
        for module in sorted(rows, key=lambda m: (order[edition(m)], m)):
            out.write("\t".join(("@", module, module_facts["option"][module], module_facts["library"][module])).rstrip("\t") + "\n")
            for row in sorted(rows[module], key=lambda r: (r["name"], r["contexts"])):
                out.write("\t".join(row[c] for c in COLUMNS).rstrip("\t") + "\n")
    with open(os.path.join(HERE, "variables.tsv"), "w", encoding="utf-8") as out:
        out.write(header("Variables", versions))
        for variable in sorted({(v["name"], v["module"]): v for v in variables}.values(),
                               key=lambda v: (v["name"], v["module"])):
            name = re.sub(r"[*`]", "", variable["name"])
            text = first_sentence(variable["description"])
            stated = re.search(r"\((\d+\.\d+\.\d+)(, [\d., ]+)?\)$", text)
            first = stated[1] if stated else next((v for v, _ in mentions.get(name, [])), "")
            base = module_facts["since"].get(variable["module"], "")
            if base and (not first or number(first) < number(base)):
                first = base
            text = text[:stated.start()].rstrip() if stated else text
            out.write("\t".join((name, variable["module"], first, text.rstrip(";"))) + "\n")


if __name__ == "__main__":
    main()
