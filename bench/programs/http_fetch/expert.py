# SPDX-License-Identifier: Apache-2.0
"""Download pages from a slow local web server, many at a time."""
import re
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor


def fetch(url):
    with urllib.request.urlopen(url, timeout=30) as reply:
        return reply.read().decode()


def main():
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 90
    server = subprocess.Popen(
        [sys.executable, "server.py"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        universal_newlines=True,
    )
    try:
        base = f"http://127.0.0.1:{int(server.stdout.readline())}"
        links = 0
        titles = []
        with ThreadPoolExecutor(max_workers=32) as pool:
            urls = [f"{base}/page/{number}" for number in range(pages)]
            for text in pool.map(fetch, urls):
                links += len(re.findall("href=", text))
                titles.append(re.search("<title>(.*)</title>", text).group(1))
    finally:
        server.stdin.close()
        server.wait()
        server.stdout.close()
    print(titles[0], "...", titles[-1])
    print(f"{len(titles)} pages, {links} links")


if __name__ == "__main__":
    main()
