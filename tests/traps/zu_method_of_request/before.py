# The method of a request is what one of the calls says.
import http.client
import http.server
import sys
import threading

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
log = []


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self):
        log.append(self.command + ' ' + self.path)
        body = str(len(log)).encode()
        self.send_response(200)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_DELETE = answer

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(('127.0.0.1', 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()


class Api:
    def _send(self, path, method='GET'):
        connection = http.client.HTTPConnection('127.0.0.1', server.server_port)
        try:
            connection.request(method, path)
            return connection.getresponse().read().decode()
        finally:
            connection.close()

    def get(self, path):
        return self._send(path)

    def remove(self, path):
        return self._send(path, method='DELETE')


api = Api()
for number in range(count):
    print(api.get(f'/{number}') if number % 2 else api.remove(f'/{number}'))
print(log)
server.shutdown()
server.server_close()
