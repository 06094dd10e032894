# SPDX-License-Identifier: Apache-2.0
"""Titles of many pages, with http.client, many at a time."""
import http.client
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor

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
    paths = [f"/page/{number}" for number in range(count)]
    with ThreadPoolExecutor(max_workers=32) as pool:
        found = zip(paths, pool.map(get_title, paths))
        titles = {path: title for path, title in found if title is not None}
    print(len(titles), "titles")
    print(titles["/page/1"], titles["/page/12"])
