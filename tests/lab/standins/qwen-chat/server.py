# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The chat tutorial's little proxy: chat.html and its folder, and everything under /v1/ handed to vLLM. It trusts everybody."""

import http.client
import os
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

os.chdir(os.path.dirname(os.path.abspath(__file__)))


class Handler(SimpleHTTPRequestHandler):
    def forward(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)) or None
        upstream = http.client.HTTPConnection("127.0.0.1", 3001, timeout=300)
        try:
            upstream.request(self.command, self.path, body, {"Content-Type": "application/json"})
            answer = upstream.getresponse()
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.getheader("Content-Type", "application/json"))
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()
            while piece := answer.read1(65536):
                self.wfile.write(piece)
        except OSError:
            self.send_error(502)
        finally:
            upstream.close()

    def do_GET(self):
        if self.path.startswith("/v1/") or self.path in ("/health", "/metrics"):
            return self.forward()
        if self.path == "/":
            self.path = "/chat.html"
        super().do_GET()

    do_POST = forward


ThreadingHTTPServer(("0.0.0.0", 8000), Handler).serve_forever()
