#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes values.tsv: what nginx's own parser takes as the value of a directive, by the function of nginx that sets it.
Rows are those that hold from the oldest source to the newest; README.md says more."""
import argparse
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))

KINDS = {"ngx_conf_set_flag_slot": "flag", "ngx_conf_set_num_slot": "number", "ngx_conf_set_size_slot": "size",
         "ngx_conf_set_off_slot": "offset", "ngx_conf_set_msec_slot": "milliseconds", "ngx_conf_set_sec_slot": "seconds",
         "ngx_conf_set_bufs_slot": "buffers", "ngx_conf_set_enum_slot": "enum", "ngx_conf_set_bitmask_slot": "bitmask",
         "ngx_conf_set_access_slot": "access", "ngx_conf_set_path_slot": "path",
         "ngx_http_set_complex_value_slot": "script", "ngx_http_set_complex_value_zero_slot": "script",
         "ngx_http_set_complex_value_size_slot": "size-script", "ngx_http_set_predicate_slot": "scripts"}


def commands(tree):
    """(module, directive) → kind and words of one source tree."""
    found = {}
    for folder, _, files in os.walk(os.path.join(tree, "src")):
        for file in sorted(files):
            if not file.endswith(".c") or "win32" in folder:
                continue
            text = open(os.path.join(folder, file), errors="replace").read()
            arrays = dict(re.findall(r"ngx_command_t\s+(\w+)\[\]\s*=\s*\{(.*?)ngx_null_command", text, re.S))
            modules = re.findall(r"ngx_module_t\s+(\w+)\s*=\s*\{\s*NGX_MODULE_V1,\s*[^,]+,[^,]*?(\w+),\s*/\*", text, re.S)
            lists = dict(re.findall(r"ngx_conf_(?:enum|bitmask)_t\s+(\w+)\[\]\s*=\s*\{(.*?)ngx_null_string", text, re.S))
            bounds = {name: (low, high) for name, low, high in re.findall(
                r"ngx_conf_num_bounds_t\s+(\w+)\s*=\s*\{\s*ngx_conf_check_num_bounds,\s*(-?\d+),\s*(-?\d+)", text)}
            for module, array in modules:
                body = re.sub(r"/\*.*?\*/", "", arrays.get(array, ""), flags=re.S)
                for name, setter, post in re.findall(
                        r"\{\s*ngx_string\(\"([^\"]+)\"\),\s*[^,]+?,\s*(\w+)\s*,\s*[^,]+,\s*[^{}]*?,\s*&?(\w+)\s*\}", body, re.S):
                    kind, words = KINDS.get(setter, "-"), ""
                    if kind in ("enum", "bitmask"):
                        words = " ".join(re.findall(r"ngx_string\(\"([^\"]+)\"\)", lists.get(post, "")))
                        kind = kind if words else "-"
                    elif kind == "number" and post in bounds:
                        words = " ".join(bounds[post])
                    found[module.replace("_filter_module", "_module"), name] = (kind, words)
    return found


def documented(module, name):
    """The plain words of the documented syntax, and whether there is more than words."""
    rows = [line.rstrip("\n").split("\t") for line in open(os.path.join(HERE, "directives.tsv"), encoding="utf-8")]
    current = ""
    for row in rows:
        if row[0] == "@":
            current = row[1]
        elif current == module and row[0] == name and len(row) > 11:
            syntax = row[11].removeprefix(name)
            return re.findall(r"(?<![\w<-])[A-Za-z0-9_.-]+(?![\w>])", re.sub(r"<[^>]*>", "", syntax)), "<" in syntax
    return [], False


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", action="append", required=True, help="nginx source tree, oldest first")
    given = parser.parse_args()
    trees = [commands(tree) for tree in given.source]
    versions = [re.search(r"nginx-(\d+\.\d+\.\d+)", tree)[1] for tree in given.source]
    rows = {}
    for key in sorted(set().union(*trees)):
        seen = [tree[key] for tree in trees if key in tree]
        kinds = {kind for kind, _ in seen}
        if len(kinds) != 1 or kinds == {"-"}:
            continue
        words = seen[-1][1]
        kind = kinds.pop()
        if kind in ("enum", "bitmask"):
            known, open_ended = documented(*key)
            words = " ".join(dict.fromkeys([w for _, list_ in seen for w in list_.split()] + [w for w in known if w != "..."]))
            if open_ended:
                continue
        rows[key] = (kind, words)
    with open(os.path.join(HERE, "values.tsv"), "w", encoding="utf-8") as out:
        out.write("# SPDX-FileCopyrightText: 2026 The Gatewright authors\n# SPDX-License-Identifier: GPL-3.0-or-later\n"
                  "# Values of directives, made by values.py from nginx %s. See README.md.\n" % ", ".join(versions))
        module = ""
        for (of, name), (kind, words) in rows.items():
            if of != module:
                module = of
                out.write("@\t%s\n" % module)
            out.write("\t".join((name, kind, words)).rstrip("\t") + "\n")


if __name__ == "__main__":
    main()
