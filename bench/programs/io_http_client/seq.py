# SPDX-License-Identifier: Apache-2.0
"""Titles of many pages, with http.client and a connection for each."""
import http.client
import os
import re
import sys

HOST = os.environ["SERVICE"]


def get_title(path):
    connection = http.client.HTTPConnection(HOST, timeout=10)
    connection.request("GET", path, headers={"User-Agent": "titles/1.0"})
    response = connection.getresponse()
    body = response.read().decode("utf-8")
    connection.close()
    if response.status != 200:
        return None
    return re.search(r"<title>(.*?)</title>", body).group(1)


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    titles = {}
    for number in range(count):
        path = f"/page/{number}"
        title = get_title(path)
        if title is not None:
            titles[path] = title
    print(len(titles), "titles")
    print(titles["/page/1"], titles["/page/12"])
