import logging

import requests

BASE = "http://127.0.0.1:9"
log = logging.getLogger("items")


def fetch(number):
    try:
        response = requests.get(f"{BASE}/items/{number}", timeout=5)
        response.raise_for_status()
    except requests.RequestException:
        log.warning("no item %d", number)
        return None
    return response.json()["name"]


def main():
    logging.basicConfig(format="%(message)s")
    names = []
    for number in range(12):
        names.append(fetch(number))
    print(names)


if __name__ == "__main__":
    main()
