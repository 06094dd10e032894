import sys

import requests

asked = []


class Answer:
    @property
    def status_code(self):
        asked.append(1)
        return len(asked)


def ask(number):
    total = 0
    for k in range(20000):
        total += k % 7
    if number % 3 == 1:
        raise requests.HTTPError("no", response=Answer())
    return total + len(asked)


for number in range(int(sys.argv[1])):
    try:
        print(ask(number))
    except requests.HTTPError as error:
        print(number, error.response.status_code)
