# SPDX-License-Identifier: Apache-2.0
"""`run --allow tested` on programs that ask by one requests.Session: what a
server sees, header by header, before and after."""
import http.server
import json
import os
import subprocess
import sys
import threading
import time
import unittest

import support

PYTHON = os.environ.get("PPP_PACKAGES_PYTHON", sys.executable)
PATIENCE = ("--budget", "600", "--workers", "4", "--allow", "tested")

# Logs in first. The session is kept by an object, and used two calls deep.
CLIENT = """
    import sys

    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.util.retry import Retry


    class Client:
        def __init__(self, base, token):
            self.base = base
            self.session = requests.Session()
            self.session.headers.update({"Authorization": "Bearer " + token})
            self.session.params = {"lang": "de"}
            retry = Retry(total=2, backoff_factor=0.05, status_forcelist=[503])
            self.session.mount("http://", HTTPAdapter(max_retries=retry))
            self.session.post(base + "/login", data={"user": "me"}, timeout=5)

        def get(self, path):
            response = self.session.get(self.base + path, timeout=5)
            response.raise_for_status()
            return response.json()

        def name(self, uid):
            return self.get("/moved/%d" % uid)["path"]

        def names(self, ids):
            found = {}
            for uid in ids:
                found[uid] = self.name(uid)
            return found


    client = Client(sys.argv[1], "abc")
    print(client.names(range(32)))
    """

# A function reads the module's session.
MODULE = """
    import sys

    import requests

    session = requests.Session()
    session.auth = ("me", "secret")
    session.cookies.set("theme", "dark")


    def size(name):
        path = "/item/" if name < 1000 else "/cookie/"
        return len(session.get(sys.argv[1] + path + str(name), timeout=5).text)


    def main():
        names = list(range(int(sys.argv[2]), int(sys.argv[2]) + 32))
        sizes = []
        for name in names:
            sizes.append(size(name))
        print(sizes)


    main()
    """


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *what):
        pass

    def do_GET(self):
        length = int(self.headers.get("Content-Length", 0))
        seen = (self.command, self.path, sorted(self.headers.items()),
                self.rfile.read(length))
        with self.server.lock:
            self.server.seen.append(seen)
        time.sleep(0.015)
        self.send_response(302 if "/moved" in self.path else 200)
        if "/moved" in self.path:
            self.send_header("Location", self.path.replace("/moved", "/there"))
        if "/login" in self.path:
            self.send_header("Set-Cookie", "who=me; Path=/")
        if "/cookie" in self.path:
            self.send_header("Set-Cookie", "last=%d" % len(self.server.seen))
        body = json.dumps({"path": self.path}).encode()
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.lock = threading.Lock()
        self.seen = []


@unittest.skipUnless(os.path.exists(PYTHON), "no Python with requests")
class Sessions(support.CliTest):
    def setUp(self):
        super().setUp()
        self.server = Server()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.base = "http://127.0.0.1:%d" % self.server.server_address[1]

    def report_on(self, name, *arguments):
        result = self.tool("run", "--python", PYTHON, *PATIENCE, "--json",
                           "out.json", "--patch", "out.diff", name, self.base,
                           *arguments)
        self.assertEqual(result.code, 0, result)
        return json.loads((self.dir / "out.json").read_text())

    def seen(self, name, *arguments):
        """What the program prints, and what the server sees of it."""
        self.server.seen.clear()
        done = subprocess.run([PYTHON, name, self.base, *arguments],
                              cwd=self.dir, capture_output=True, text=True,
                              timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done)
        return done.stdout, sorted(self.server.seen)

    def assert_same_requests(self, name, *arguments):
        report = self.report_on(name, *arguments)
        self.assertEqual(report["outcome"]["status"], "faster", report)
        self.assertEqual(report["outcome"]["strategy"], "thread-pool")
        assumed = [one["id"] for hot in report["hotspots"]
                   for one in hot.get("assumptions", [])]
        self.assertEqual(set(assumed), {"assumed-same-cookies"})
        subprocess.run(["patch", "-s", "-o", "new_" + name, name, "out.diff"],
                       cwd=self.dir, check=True)
        before = self.seen(name, *arguments)
        self.assertEqual(self.seen("new_" + name, *arguments), before)
        return before[1]

    def test_a_session_that_an_object_keeps(self):
        self.write("client.py", CLIENT)
        seen = self.assert_same_requests("client.py")
        self.assertEqual(len(seen), 65)
        for _, path, headers, _ in seen[:64]:
            self.assertIn("lang=de", path)
            self.assertIn(("Cookie", "who=me"), headers)
            self.assertIn(("Authorization", "Bearer abc"), headers)

    def test_a_session_of_the_module(self):
        self.write("module.py", MODULE)
        seen = self.assert_same_requests("module.py", "0")
        self.assertEqual(len(seen), 32)
        self.assertTrue(all(("Cookie", "theme=dark") in one[2] for one in seen))

    def test_cookies_of_answers_refute_it(self):
        self.write("module.py", MODULE)
        report = self.report_on("module.py", "1000")
        self.assertEqual(report["outcome"]["status"], "declined", report)
        messages = [one["message"] for hot in report["hotspots"]
                    for one in hot["reasons"]]
        self.assertIn("iteration 1 is answered with a cookie, which `session` "
                      "keeps, in a test run", messages)


if __name__ == "__main__":
    unittest.main()
