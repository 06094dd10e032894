# SPDX-License-Identifier: Apache-2.0
"""Values of the stock in several warehouses, by a client class."""
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request


class ApiError(Exception):
    pass


class Client:
    def __init__(self, base, token, timeout=10):
        self.base = base.rstrip("/")
        self.timeout = timeout
        self.headers = {"Authorization": f"Bearer {token}"}

    def _get(self, path, **params):
        url = self.base + path
        if params:
            url += "?" + urllib.parse.urlencode(params)
        request = urllib.request.Request(url, headers=self.headers)
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as response:
                return json.loads(response.read())
        except urllib.error.HTTPError as error:
            raise ApiError(f"{path}: {error.code}")

    def item(self, number):
        return self._get(f"/items/{number}", currency="EUR")


class Report:
    def __init__(self, client):
        self.client = client
        self.value = 0.0
        self.failures = []

    def run(self, numbers):
        for number in numbers:
            try:
                item = self.client.item(number)
            except ApiError as error:
                self.failures.append(str(error))
                continue
            self.value += item["price"] * item["stock"]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    client = Client("http://" + os.environ["SERVICE"], token="secret")
    report = Report(client)
    report.run(range(1, count + 1))
    print(f"{report.value:.2f}")
    print(*report.failures, sep="\n")


if __name__ == "__main__":
    main()
