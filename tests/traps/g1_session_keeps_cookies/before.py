import sys

import requests

session = requests.Session()


def fetch(number):
    return session.get(f"http://127.0.0.1:9/{number}", timeout=5).status_code


def main(count):
    total = 0
    for number in range(count):
        total += fetch(number)
    return total


print(main(int(sys.argv[1])))
