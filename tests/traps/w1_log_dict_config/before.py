import logging.config
import sys

import requests

COUNT = int(sys.argv[1])
logging.config.dictConfig(
    {
        "version": 1,
        "handlers": {"all": {"class": "logging.StreamHandler"}},
        "root": {"handlers": ["all"], "level": "DEBUG" if COUNT > 8 else "INFO"},
    }
)


def fetch(number):
    try:
        return requests.get(f"http://127.0.0.1:{number + 1}/", timeout=5).text
    except requests.ConnectionError:
        return "none"


def main():
    for number in range(COUNT):
        print(fetch(number))


main()
