# SPDX-License-Identifier: Apache-2.0
"""A slow local service for the io_* programs: HTTP and lines over TCP.

Every answer takes 60 ms and depends on the question alone, so a program may ask
again and gets the same. Prints its two ports, HTTP first, and ends when its
standard input is closed. bench/run_programs.py starts it and puts its addresses
into the environment: SERVICE for HTTP; SERVICE_HOST and SERVICE_PORT for lines.
"""
import http.server
import json
import socketserver
import sys
import threading
import time
import urllib.parse

DELAY = 0.06


def page(number):
    links = "".join(f'<a href="/page/{k}">{k}</a>\n' for k in range(number % 13))
    return 200, "text/html", f"<title>Page {number}</title>\n{links}".encode()


def feed(number):
    items = "".join(
        f"<item><title>Story {number}.{k}</title><link>/page/{k}</link>"
        f"<pubDate>2024-{1 + (number * 7 + k) % 12:02d}-{1 + k:02d}</pubDate></item>"
        for k in range(2 + number % 5))
    text = f"<rss><channel><title>Feed {number}</title>{items}</channel></rss>"
    return 200, "text/xml", text.encode()


def as_json(value, status=200):
    return status, "application/json", json.dumps(value).encode()


def item(number):
    if number % 17 == 13:
        return as_json({"error": f"no item {number}"}, 404)
    return as_json({"id": number, "name": f"item {number}", "stock": number * 37 % 50,
                    "price": number * 7919 % 10000 / 100, "active": number % 4 != 3})


def items(query):
    first = int(query.get("cursor", ["0"])[0])
    last = min(first + 5, 300)
    return as_json({"items": list(range(first, last)),
                    "next": last if last < 300 else None})


def listing(query):
    number = int(query["page"][0])
    rows = [{"sku": number * 10 + k, "sold": (number + k) * 31 % 97} for k in range(10)]
    return as_json({"rows": rows, "pages": 60})


def data(number):
    row = bytes((number * 31 + k * 17) % 256 for k in range(256))
    return 200, "application/octet-stream", row * (4 + number % 9)


def answer(path):
    """Status, type and body for a path."""
    parts = urllib.parse.urlsplit(path)
    query = urllib.parse.parse_qs(parts.query)
    kind, _, name = parts.path.strip("/").partition("/")
    if kind == "items" and not name:
        return items(query)
    if kind == "listing":
        return listing(query)
    number = int("".join(filter(str.isdigit, name)) or 0)
    if kind == "status" and number % 11 == 7:
        return 503, "text/plain", b"busy"
    if kind == "gone" or kind == "page" and number % 19 == 18:
        return 404, "text/plain", b"not found"
    makers = {"page": page, "feed": feed, "items": item, "data": data}
    return makers.get(kind, lambda number: as_json({"ok": number}))(number)


class Handler(http.server.BaseHTTPRequestHandler):
    def reply(self, with_body=True):
        time.sleep(DELAY)
        status, kind, body = answer(self.path)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def do_GET(self):
        self.reply()

    def do_HEAD(self):
        self.reply(with_body=False)

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.reply()

    do_PUT = do_POST

    def log_message(self, *args):
        pass


class Lines(socketserver.StreamRequestHandler):
    """`STATUS name` is answered by one line, after a greeting."""

    def handle(self):
        self.wfile.write(b"220 meter service\n")
        for line in self.rfile:
            time.sleep(DELAY)
            name = line.decode().split()[-1]
            self.wfile.write(f"{name} {sum(name.encode()) * 37 % 500}\n".encode())


class WebServer(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256


class LineServer(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 256


def main():
    servers = WebServer(("127.0.0.1", 0), Handler), LineServer(("127.0.0.1", 0), Lines)
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print(*(server.server_address[1] for server in servers), flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
