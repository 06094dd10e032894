# SPDX-License-Identifier: Apache-2.0
"""`run --strategy asyncio` on a synchronous program that requests: what a server
sees of it, byte for byte, before and after."""
import gzip
import json
import os
import socketserver
import subprocess
import sys
import threading
import time
import unittest
import urllib.parse

import support

PYTHON = os.environ.get("PPP_PACKAGES_PYTHON", sys.executable)
ASYNC = ("--strategy", "asyncio", "--allow", "tested")
PATIENCE = ("--budget", "600")

PROGRAM = """
    import sys

    import requests

    BASE = sys.argv[1]


    def fetch(number, path):
        try:
            response = requests.get(
                f"{BASE}{path}", params={"n": [number, "ä b"]},
                headers={"X-Number": str(number), "accept": "text/*"},
                timeout=(5, 5),
            )
            response.raise_for_status()
        except requests.exceptions.HTTPError as error:
            return str(error).replace(BASE, "")
        except requests.RequestException:
            return "failed"
        found = response.url.replace(BASE, ""), response.encoding, response.text
        return response.status_code, response.reason, found, moved(number)


    def moved(number):
        return requests.head(f"{BASE}/moved?{number}").is_redirect


    def main():
        paths = ["/plain", "/gzip", "/latin", "/moved", "/gone", "/broken",
                 "/twice", "/cookie", "/dropped"] * 2
        for number, path in enumerate(paths):
            print(number, fetch(number, path))


    main()
    """


HTTPX = """
    import sys

    import httpx

    BASE = sys.argv[1]


    def fetch(number, path):
        try:
            response = httpx.get(
                f"{BASE}{path}", params={"n": [number, "ä b"]},
                headers={"X-Number": str(number), "accept": "text/*"},
                timeout=(5, 5), follow_redirects=True,
            )
            response.raise_for_status()
        except httpx.HTTPStatusError as error:
            return str(error).replace(BASE, "")
        except httpx.HTTPError:
            return "failed"
        found = str(response.url), response.encoding, response.text
        moved = httpx.head(f"{BASE}/moved?{number}").is_redirect
        return response.status_code, response.reason_phrase, found, moved


    def main():
        paths = ["/plain", "/gzip", "/latin", "/moved", "/gone", "/broken",
                 "/twice", "/cookie", "/dropped"] * 2
        for number, path in enumerate(paths):
            print(number, fetch(number, path))


    main()
    """

# With one client for all, of which nobody sets a cookie.
SHARED = """
    import sys

    import httpx

    BASE = sys.argv[1]
    PATHS = ["/plain", "/gzip", "/latin", "/moved", "/gone"] * 12


    def main():
        with httpx.Client(base_url=BASE, headers={"X-One": "1"}) as client:
            for path in PATHS:
                response = client.get(path, params={"n": path})
                print(response.status_code, response.url.path, response.text)


    main()
    """
SHARED_ASYNC = (SHARED.replace("import sys", "import asyncio\n    import sys")
                .replace("def main", "async def main")
                .replace("with httpx.Client", "async with httpx.AsyncClient")
                .replace("client.get", "await client.get")
                .replace("    main()\n", "    asyncio.run(main())\n"))
SESSION = """
    import asyncio
    import sys

    import aiohttp

    BASE = sys.argv[1]
    PATHS = ["/plain", "/gzip", "/latin", "/moved", "/gone"] * 12


    async def main():
        async with aiohttp.ClientSession(BASE, headers={"X-One": "1"}) as session:
            for path in PATHS:
                async with session.get(path, params={"n": path}) as response:
                    text = await response.text(errors="replace")
                    seen = response.status, response.url.path, response.reason
                print(*seen, text)


    asyncio.run(main())
    """


def answer(path):
    """Status line and headers, and the body."""
    text = f"{path} \u00e4\u00df".encode()
    if path == "/gzip":
        return ("200 OK", "Content-Encoding: gzip",
                "Content-Type: text/plain; charset=utf-8"), gzip.compress(text)
    if path == "/latin":
        return ("200 Yes", "Content-Type: text/html"), text
    if path == "/moved":
        return ("302 Found", "Location: /plain#there"), b"elsewhere"
    if path == "/cookie":
        return ("301 Moved", "Location: /plain", "Set-Cookie: a=b"), b""
    if path == "/gone":
        return ("404 Not Here",), b"gone"
    if path == "/twice":
        return ("200 OK", "X-A: 1", "X-A: 2", "Set-Cookie: c=d"), text
    return ("200 OK",), text


class Handler(socketserver.StreamRequestHandler):
    """One request for each connection, as it came."""

    def handle(self):
        request = b""
        while not request.endswith(b"\r\n\r\n"):
            line = self.rfile.readline()
            if not line:
                return
            request += line
        with self.server.lock:
            self.server.seen.append(request)
        time.sleep(0.03)
        path = urllib.parse.urlsplit(request.split()[1].decode()).path
        if path.startswith("/dropped"):
            return
        (status, *headers), body = answer(path)
        length = len(body) + (path.startswith("/broken") * 9)
        head = [f"HTTP/1.1 {status}", *headers, "Connection: close",
                f"Content-Length: {length}"]
        self.wfile.write("\r\n".join(head).encode() + b"\r\n\r\n")
        if not request.startswith(b"HEAD"):
            self.wfile.write(body)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.seen = []


@unittest.skipUnless(os.path.exists(PYTHON), "no Python with aiohttp")
class Asynchronous(support.CliTest):
    def setUp(self):
        super().setUp()
        self.server = Server()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.base = "http://127.0.0.1:%d" % self.server.server_address[1]

    def seen_of(self, script, base, **environment):
        """What the script prints, and what the server sees of it."""
        self.server.seen.clear()
        done = subprocess.run([PYTHON, script, base], cwd=self.dir,
                              env={**os.environ, **environment},
                              capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, 0, done)
        self.assertEqual(done.stderr, "")
        return done.stdout, sorted(self.server.seen)

    def tool_on(self, *options):
        result = self.tool("run", "--python", PYTHON, *PATIENCE, *options,
                           "--json", "out.json", "ask.py", self.base)
        self.assertEqual(result.code, 0, result)
        return json.loads((self.dir / "out.json").read_text())

    def test_the_server_sees_the_same_and_the_program_gets_the_same(self):
        script = self.write("ask.py", PROGRAM)
        original = self.write("before.py", PROGRAM)
        report = self.tool_on(*ASYNC, "--in-place")
        outcome = report["outcome"]
        self.assertEqual(outcome["status"], "faster", report)
        self.assertEqual(outcome["strategy"], "asyncio")
        assumed = [one["id"] for one in report["hotspots"][0]["assumptions"]]
        self.assertEqual(assumed, ["assumed-same-client"] * 2)
        self.assertIn("aiohttp", script.read_text())
        proxy = self.base.replace("http://", "")
        for case in ([self.base], ["http://user:word@a.invalid", proxy]):
            base, *proxies = case
            environment = {"http_proxy": proxies[0]} if proxies else {}
            before = self.seen_of(original, base, **environment)
            after = self.seen_of(script, base, **environment)
            self.assertEqual(before, after)
            self.assertEqual(len(before[1]), 34)

    def compare(self, program, *options):
        """Of the rewritten program with the original; the report."""
        script = self.write("ask.py", program)
        original = self.write("before.py", program)
        report = self.tool_on(*options, "--in-place")
        outcome = report["outcome"]
        self.assertEqual(outcome["status"], "faster", outcome["why"])
        before = self.seen_of(original, self.base)
        self.assertEqual(before, self.seen_of(script, self.base))
        return report, script.read_text(), len(before[1])

    def test_httpx_asks_the_same_by_its_own_client(self):
        report, text, asked = self.compare(HTTPX, *ASYNC)
        self.assertEqual(report["outcome"]["strategy"], "asyncio")
        self.assertNotIn("aiohttp", text)
        self.assertEqual(asked, 34)

    def test_a_client_of_httpx_is_shared(self):
        for program, strategy in ((SHARED, "thread-pool"),
                                  (SHARED_ASYNC, "asyncio")):
            report, _, asked = self.compare(program, "--allow", "tested")
            self.assertEqual(report["outcome"]["strategy"], strategy)
            assumed = report["hotspots"][0]["assumptions"]
            self.assertEqual([one["id"] for one in assumed],
                             ["assumed-no-cookies"])
            self.assertEqual(asked, 60)

    def test_a_session_of_aiohttp_is_shared(self):
        report, _, asked = self.compare(SESSION, "--allow", "tested")
        self.assertEqual(report["outcome"]["strategy"], "asyncio")
        assumed = report["hotspots"][0]["assumptions"]
        self.assertEqual({one["id"] for one in assumed},
                         {"assumed-no-cookies", "assumed-in-time"})
        self.assertEqual(asked, 72)

    def test_without_allow_tested_it_says_what_is_not_proven(self):
        self.write("ask.py", PROGRAM)
        report = self.tool_on("--strategy", "asyncio")
        self.assertEqual(report["outcome"]["status"], "declined", report)
        why = [one["why"] for one in report["hotspots"][0]["proposals"]
               if one["strategy"] == "asyncio"]
        self.assertIn("--allow tested", why[0])


if __name__ == "__main__":
    unittest.main()
