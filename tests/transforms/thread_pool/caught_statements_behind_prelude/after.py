import json
import os
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

BASE = "http://" + os.environ.get("HOST", "127.0.0.1:9")

names = ["first", "second", "third"]
report = ""
bad = 0
items = list(enumerate(names, start=1))


def compute_item(entry):
    number, name = entry
    request = Request(f"{BASE}/items/{number}", headers={"Accept": "text/html"})
    answer = urlopen(request, timeout=10)
    item = json.loads(answer.read().decode())
    return item


def try_compute_item(entry):
    try:
        return compute_item(entry), None
    except BaseException as error:
        return None, error


with ThreadPoolExecutor(max_workers=8) as pool:
    for (number, name), (item, failure) in zip(
        items, pool.map(try_compute_item, items)
    ):
        request = Request(f"{BASE}/items/{number}", headers={"Accept": "text/html"})
        try:
            if failure is not None:
                raise failure
        except HTTPError as error:
            bad += 1
            report += f"{name}: HTTP {error.code}\n"
        except URLError as error:
            report += f"{name}: {type(error).__name__}\n"
        else:
            report += f"{name}: {item['name']}, {item['stock']}\n"
print(report)
print(bad, "bad")
