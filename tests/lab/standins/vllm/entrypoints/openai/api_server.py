# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers like vLLM's OpenAI-compatible server, without a model: the endpoints, their shapes, and what --api-key covers."""

import argparse
import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

parser = argparse.ArgumentParser()
parser.add_argument("--host", default="0.0.0.0")  # vLLM, too, listens everywhere unless told otherwise
parser.add_argument("--port", type=int, default=8000)
parser.add_argument("--model", default="Qwen/Qwen3-VL-8B-Instruct")
parser.add_argument("--served-model-name")
parser.add_argument("--api-key")
options, _ = parser.parse_known_args()
MODEL = options.served_model_name or options.model
STARTED = time.time()
served = 0

METRICS = """\
# HELP vllm:num_requests_running Number of requests in model execution batches.
# TYPE vllm:num_requests_running gauge
vllm:num_requests_running{{engine="0",model_name="{model}"}} 0.0
# HELP vllm:num_requests_waiting Number of requests waiting to be processed.
# TYPE vllm:num_requests_waiting gauge
vllm:num_requests_waiting{{engine="0",model_name="{model}"}} 0.0
# HELP vllm:kv_cache_usage_perc KV-cache usage. 1 means 100 percent usage.
# TYPE vllm:kv_cache_usage_perc gauge
vllm:kv_cache_usage_perc{{engine="0",model_name="{model}"}} 0.0125
# HELP vllm:request_success_total Count of successfully processed requests.
# TYPE vllm:request_success_total counter
vllm:request_success_total{{engine="0",finished_reason="stop",model_name="{model}"}} {served}.0
# HELP process_start_time_seconds Start time of the process since unix epoch in seconds.
# TYPE process_start_time_seconds gauge
process_start_time_seconds {started}
"""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "uvicorn"
    sys_version = ""

    def reply(self, status, body=b"", kind="application/json"):
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def authorised(self):
        # As in vLLM: the key covers /v1 only.
        if not options.api_key or not self.path.startswith("/v1"):
            return True
        return self.headers.get("Authorization") == f"Bearer {options.api_key}"

    def do_GET(self):
        path = self.path.split("?")[0]
        if not self.authorised():
            self.reply(401, {"error": "Unauthorized"})
        elif path in ("/health", "/ping"):
            self.reply(200)
        elif path == "/version":
            self.reply(200, {"version": "0.11.0"})
        elif path == "/v1/models":
            self.reply(200, {"object": "list", "data": [{
                "id": MODEL, "object": "model", "created": int(STARTED), "owned_by": "vllm", "root": options.model,
                "parent": None, "max_model_len": 32768}]})
        elif path == "/metrics":
            self.reply(200, METRICS.format(model=MODEL, served=served, started=STARTED).encode(),
                       "text/plain; version=0.0.4; charset=utf-8")
        else:
            self.reply(404, {"detail": "Not Found"})

    do_HEAD = do_GET

    def do_POST(self):
        global served
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = self.path.split("?")[0]
        if not self.authorised():
            return self.reply(401, {"error": "Unauthorized"})
        if path not in ("/v1/chat/completions", "/v1/completions", "/tokenize"):
            return self.reply(404, {"detail": "Not Found"})
        try:
            asked = json.loads(body)
        except ValueError:
            return self.reply(400, {"error": {"message": "the body is not JSON", "type": "BadRequestError", "code": 400}})
        if asked.get("model", MODEL) != MODEL:
            return self.reply(404, {"error": {"message": f"The model `{asked['model']}` does not exist.",
                                              "type": "NotFoundError", "param": "model", "code": 404}})
        if path == "/tokenize":
            return self.reply(200, {"count": 3, "max_model_len": 32768, "tokens": [9707, 11, 1879]})
        served += 1
        common = {"id": f"chatcmpl-{served:08x}", "created": int(time.time()), "model": MODEL}
        if asked.get("stream"):
            return self.stream(common)
        if path == "/v1/completions":
            choice, kind = {"index": 0, "text": "Hello from the lab.", "finish_reason": "stop"}, "text_completion"
        else:
            choice = {"index": 0, "message": {"role": "assistant", "content": "Hello from the lab."}, "finish_reason": "stop"}
            kind = "chat.completion"
        self.reply(200, {**common, "object": kind, "choices": [choice],
                         "usage": {"prompt_tokens": 3, "completion_tokens": 5, "total_tokens": 8}})

    def stream(self, common):
        # One event every 100 ms, so that a proxy that buffers is seen to buffer.
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        words = [{"role": "assistant", "content": ""}] + [{"content": word} for word in ("Hello", " from", " the", " lab.")] + [{}]
        for number, delta in enumerate(words):
            last = number == len(words) - 1
            event = {**common, "object": "chat.completion.chunk",
                     "choices": [{"index": 0, "delta": delta, "finish_reason": "stop" if last else None}]}
            self.chunk(f"data: {json.dumps(event)}\n\n")
            time.sleep(0.1)
        self.chunk("data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def chunk(self, text):
        data = text.encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()


ThreadingHTTPServer.request_queue_size = 64
ThreadingHTTPServer((options.host, options.port), Handler).serve_forever()
