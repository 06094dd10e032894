# SPDX-License-Identifier: Apache-2.0
"""A web server with slow pages; ends when its standard input is closed."""
import http.server
import sys
import threading
import time


class SlowPages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(0.06)
        number = int(self.path.rsplit("/", 1)[1])
        links = "".join(f'<a href="/page/{k}">{k}</a>\n' for k in range(number % 13))
        body = f"<title>Page {number}</title>\n{links}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


server = Server(("127.0.0.1", 0), SlowPages)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
