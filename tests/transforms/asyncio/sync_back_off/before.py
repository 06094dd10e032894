import time

import requests

PAUSE = 0.01


def patiently(url):
    for attempt in range(3):
        try:
            return requests.get(url, timeout=(3, 10)).status_code
        except OSError:
            time.sleep(PAUSE * 2 ** attempt)
    return 0


def main():
    codes = {}
    for number in range(9):
        url = f"http://127.0.0.1:9/{number}"
        codes[number] = patiently(url)
    print(codes)


main()
