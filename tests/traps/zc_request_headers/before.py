import subprocess
import sys
import urllib.error
import urllib.request

SERVER = """
import http.server
seen = []


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        seen.append((self.command, self.headers.get("Cookie", "-")))
        visits = self.headers.get("Cookie", "n=0").split("=")[1]
        if self.path == "/seen":
            body = repr(seen).encode()
        else:
            body = ("%s visit %s" % (self.path, visits)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        if self.path != "/seen":
            self.send_header("Set-Cookie", "n=%d" % (int(visits) + 1))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *arguments):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
"""

size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE)
base = "http://127.0.0.1:%d" % int(server.stdout.readline())

def fetch(n):
    request = urllib.request.Request(base + "/page%d" % n, headers={"X-Page": str(n)})
    request.add_header("Accept", "text/plain")
    with urllib.request.urlopen(request, timeout=10) as response:
        kind = response.headers.get_content_type()
        return response.status, kind, response.read().decode()


for n in range(size):
    print(n, fetch(n))
print(urllib.request.urlopen(base + "/seen").read().decode())
server.kill()
