# SPDX-License-Identifier: Apache-2.0
"""`run` on programs that wait for servers as they are met with: redirects,
cookies, packed, chunked, slow and broken bodies, failures, TLS, keep-alive, a
limit of requests at once. What the server sees, request by request, and what
the program prints are the same before and after."""
import gzip
import http.server
import json
import os
import pathlib
import ssl
import subprocess
import sys
import threading
import time
import unittest

import support

PACKAGES = os.environ.get("PPP_PACKAGES_PYTHON", "")
PATIENCE = ("--budget", "600", "--allow", "tested")
CERTIFICATE = pathlib.Path(__file__).with_name("localhost.pem")
PATHS = ["/plain", "/moved", "/packed", "/chunked", "/gone", "/broken",
         "/cut", "/cookie", "/failing", "/slow"]

# All kinds of answers, for a client that only knows the standard library.
URLLIB = """
    import ssl
    import sys
    import urllib.error
    import urllib.request

    PATHS = {paths!r}
    context = ssl.create_default_context(cafile=sys.argv[2])


    def ask(path):
        request = urllib.request.Request(sys.argv[1] + path, headers={{"X-Ask": path}})
        with urllib.request.urlopen(request, timeout=10, context=context) as answer:
            return answer.status, answer.geturl().split("/")[-1], answer.read()


    def main():
        failed = 0
        sizes = {{}}
        for number in range(40):
            path = PATHS[number % len(PATHS)] + "?n=" + str(number)
            try:
                status, where, body = ask(path)
            except urllib.error.HTTPError as error:
                print(path, "status", error.code, error.read())
                failed += 1
            except (OSError, ValueError, EOFError) as error:
                print(path, type(error).__name__)
                failed += 1
            except Exception as error:
                print(path, type(error).__name__, error)
                failed += 1
            else:
                print(path, status, where, body)
                sizes[path] = len(body)
        print(failed, sum(sizes.values()))


    main()
    """.format(paths=PATHS)

# A connection for each item, over which it asks twice.
KEPT = """
    import http.client
    import sys
    import urllib.parse

    HOST = urllib.parse.urlsplit(sys.argv[1]).netloc


    def pair(number):
        connection = http.client.HTTPConnection(HOST, timeout=10)
        connection.request("GET", "/plain?first=" + str(number))
        first = connection.getresponse().read()
        connection.request("GET", "/chunked?then=" + str(number), headers={"X-Last": str(len(first))})
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return first, answer.status, text


    for number in range(30):
        print(number, *pair(number))
    """

# The same kinds of answers by requests.
REQUESTS = """
    import sys

    import requests

    PATHS = {paths!r}


    def ask(path):
        answer = requests.get(sys.argv[1] + path, timeout=10, verify=sys.argv[2])
        answer.raise_for_status()
        return answer.status_code, answer.url.split("/")[-1], answer.content


    results = []
    for number in range(40):
        path = PATHS[number % len(PATHS)] + "?n=" + str(number)
        try:
            results.append(ask(path))
        except requests.exceptions.HTTPError as error:
            results.append((path, error.response.status_code))
        except requests.exceptions.RequestException as error:
            results.append((path, type(error).__name__))
    for result in results:
        print(*result)
    """.format(paths=PATHS)

# As many requests at once as the server lets through, and no more.
LIMITED = """
    import sys
    import urllib.error
    import urllib.request


    def ask(number):
        try:
            with urllib.request.urlopen(sys.argv[1] + "/limited?n=" + str(number)) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            return "refused with " + str(error.code)


    for number in range(40):
        print(ask(number))
    """


class Handler(http.server.BaseHTTPRequestHandler):
    """Keeps connections. An answer depends on the request alone."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *what):
        pass

    def setup(self):
        super().setup()
        self.asked = []
        with self.server.lock:
            self.server.connections.append(self.asked)

    def do_GET(self):
        headers = sorted(one for one in self.headers.items()
                         if one[0] != "Host")
        self.asked.append((self.command, self.path, headers))
        with self.server.lock:
            self.server.under_way += 1
            crowded = self.server.under_way > 1
        time.sleep(0.03)
        kind = self.path.partition("?")[0].strip("/")
        if kind == "limited" and crowded:
            self.answer(429, b"one at a time")
        else:
            getattr(self, "do_" + kind)(("body of " + self.path).encode())
        with self.server.lock:
            self.server.under_way -= 1

    def answer(self, status, body, *headers, length=None):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_plain(self, body):
        self.answer(200, body)

    do_limited = do_plain

    def do_moved(self, body):
        self.answer(302, b"elsewhere", ("Location", self.path.replace("moved", "plain")))

    def do_packed(self, body):
        self.answer(200, gzip.compress(body, mtime=0), ("Content-Encoding", "gzip"))

    def do_chunked(self, body):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for part in (body[:5], body[5:], b""):
            self.wfile.write(b"%x\r\n%b\r\n" % (len(part), part))

    def do_gone(self, body):
        self.answer(404, b"no such page")

    def do_failing(self, body):
        self.answer(500, body)

    def do_cookie(self, body):
        self.answer(200, body, ("Set-Cookie", "who=" + self.path[-1:]))

    def do_slow(self, body):
        self.answer(200, b"", length=len(body))
        for at in range(0, len(body), 4):
            time.sleep(0.005)
            self.wfile.write(body[at:at + 4])

    def do_broken(self, body):
        """Ends before its end."""
        self.answer(200, body, length=len(body) + 9)
        self.close_connection = True

    def do_cut(self, body):
        """Hangs up without a word."""
        self.close_connection = True


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True

    def __init__(self, secure):
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.under_way = 0
        self.connections = []  # of each, the requests in their order
        scheme = "https" if secure else "http"
        self.base = f"{scheme}://127.0.0.1:{self.server_address[1]}"
        if secure:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            self.socket = context.wrap_socket(self.socket, server_side=True,
                                              do_handshake_on_connect=False)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        pass  # a client that hangs up

    def close(self):
        self.shutdown()
        self.server_close()


class Servers(support.CliTest):
    def serve(self, secure=False):
        server = Server(secure)
        self.addCleanup(server.close)
        return server

    def outcome(self, python, program, base):
        self.write("ask.py", program)
        result = self.tool("run", "--python", python, *PATIENCE, "--json",
                           "out.json", "--patch", "out.diff", "ask.py", base,
                           CERTIFICATE)
        self.assertEqual(result.code, 0, result)
        return json.loads((self.dir / "out.json").read_text())["outcome"]

    def seen(self, python, script, server):
        """What the program prints, and what the server is asked over each of
        its connections."""
        server.connections.clear()
        done = subprocess.run([python, script, server.base, CERTIFICATE],
                              cwd=self.dir, capture_output=True, text=True,
                              timeout=120)
        self.assertEqual(done.returncode, 0, done)
        asked = [one for one in server.connections if one]
        return done.stdout, done.stderr, sorted(asked)

    def compare(self, python, program, server):
        """The rewritten program with the original; the connections."""
        outcome = self.outcome(python, program, server.base)
        self.assertEqual(outcome["status"], "faster", outcome)
        # To read the certificates of each request anew may take the most time.
        self.assertIn(outcome["strategy"], ("thread-pool", "process-pool"))
        subprocess.run(["patch", "-s", "-o", "after.py", "ask.py", "out.diff"],
                       cwd=self.dir, check=True)
        before = self.seen(python, "ask.py", server)
        self.assertEqual(self.seen(python, "after.py", server), before)
        return before[2]

    def test_answers_of_all_kinds_over_tls(self):
        asked = self.compare(support.PYTHON, URLLIB, self.serve(secure=True))
        self.assertEqual(sum(map(len, asked)), 44)

    def test_two_requests_over_each_connection(self):
        asked = self.compare(support.PYTHON, KEPT, self.serve())
        self.assertEqual([len(one) for one in asked], [2] * 30)

    @unittest.skipUnless(os.path.exists(PACKAGES), "no Python with requests")
    def test_answers_of_all_kinds_by_requests(self):
        asked = self.compare(PACKAGES, REQUESTS, self.serve(secure=True))
        self.assertEqual(sum(map(len, asked)), 44)

    def test_a_limit_of_requests_at_once(self):
        outcome = self.outcome(support.PYTHON, LIMITED, self.serve().base)
        self.assertNotEqual(outcome["status"], "faster", outcome)


if __name__ == "__main__":
    support.main()
