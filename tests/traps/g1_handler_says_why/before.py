import sys

import requests


def fetch(number):
    try:
        return requests.get(f"http://127.0.0.1:9/{number}", timeout=5).text
    except requests.RequestException as error:
        return str(error)


def main(count):
    found = []
    for number in range(count):
        found.append(fetch(number))
    return found


print(main(int(sys.argv[1])))
