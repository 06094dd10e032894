import http.client


class Api:
    def __init__(self, host, port):
        self.host = host
        self.port = port

    def _ask(self, path, method="GET", timeout=5):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        try:
            connection.request(method, path)
            return connection.getresponse().read()
        except OSError:
            return b""
        finally:
            connection.close()

    def page(self, number):
        return self._ask(f"/page/{number}")

    def size(self, number):
        return len(self._ask(f"/page/{number}", method="DELETE", timeout=2))


def main():
    api = Api("127.0.0.1", 9)
    sizes = []
    for number in range(12):
        sizes.append(len(api.page(number)) + api.size(number))
    print(sizes)


if __name__ == "__main__":
    main()
