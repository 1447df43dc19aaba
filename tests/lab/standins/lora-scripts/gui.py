# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers like the Gradio page of a LoRA training WebUI: the page, /config, and the WebSocket that its queue needs."""

import argparse
import base64
import hashlib
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=28000)
parser.add_argument("--listen", action="store_true")
options, _ = parser.parse_known_args()
CONFIG = {"version": "3.50.2", "mode": "blocks", "dev_mode": False, "app_id": 20260101, "title": "SD-Trainer | LoRA scripts",
          "is_space": False, "enable_queue": True, "auth_required": None, "components": [], "dependencies": []}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "uvicorn"
    sys_version = ""

    def do_GET(self):
        path = self.path.split("?")[0]
        if path == "/queue/join":
            self.websocket()
        elif path == "/config":
            self.reply(200, json.dumps(CONFIG), "application/json")
        elif path == "/":
            self.reply(200, f"<!doctype html><title>{CONFIG['title']}</title><script>window.gradio_config = {json.dumps(CONFIG)};</script>",
                       "text/html; charset=utf-8")
        else:
            self.reply(404, '{"detail":"Not Found"}', "application/json")

    do_HEAD = do_GET

    def reply(self, status, text, kind):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def websocket(self):
        # RFC 6455, 4.2.2: the handshake, then the queue's first message and a normal close.
        key = self.headers.get("Sec-WebSocket-Key")
        if "upgrade" not in self.headers.get("Connection", "").lower() or self.headers.get("Upgrade", "").lower() != "websocket" or not key:
            return self.reply(426, '{"detail":"Upgrade Required"}', "application/json")
        self.send_response(101)
        self.send_header("Upgrade", "websocket")
        self.send_header("Connection", "Upgrade")
        digest = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
        self.send_header("Sec-WebSocket-Accept", base64.b64encode(digest).decode())
        self.end_headers()
        message = b'{"msg":"send_hash"}'
        self.wfile.write(bytes([0x81, len(message)]) + message + bytes([0x88, 2, 0x03, 0xE8]))
        self.close_connection = True


ThreadingHTTPServer(("0.0.0.0" if options.listen else options.host, options.port), Handler).serve_forever()
