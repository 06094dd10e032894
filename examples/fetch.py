# SPDX-License-Identifier: Apache-2.0
"""Fetch many pages one after the other from a slow web server.

The server is this file again, in a child process, on the loopback device; it
ends when its standard input is closed.

usage: fetch.py [PAGES]
"""
import http.server
import subprocess
import sys
import threading
import time
import urllib.request

DELAY = 0.08


class SlowPages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(DELAY)
        number = int(self.path.rsplit("/", 1)[1])
        body = f"page {number}: ".encode() + b"lorem ipsum " * (number % 17 + 1)
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


def serve():
    server = Server(("127.0.0.1", 0), SlowPages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()


def main():
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    server = subprocess.Popen(
        [sys.executable, __file__, "--serve"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        universal_newlines=True,
    )
    try:
        port = int(server.stdout.readline())
        urls = [f"http://127.0.0.1:{port}/page/{n}" for n in range(pages)]

        bodies = []
        for url in urls:
            bodies.append(urllib.request.urlopen(url).read())
    finally:
        server.stdin.close()
        server.wait()
        server.stdout.close()

    for number, body in enumerate(bodies[:5]):
        print(number, len(body), body[:24].decode())
    print(f"{len(bodies)} pages, {sum(map(len, bodies)):,} bytes")


if __name__ == "__main__":
    if sys.argv[1:] == ["--serve"]:
        serve()
    else:
        main()
