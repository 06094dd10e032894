import json
import time
from concurrent.futures import ThreadPoolExecutor

TEXTS = ["3", "[1, 2", "{}", "", '"four"'] * 4


def slow(text):
    time.sleep(0.002)
    return json.loads(text)


result = "none yet"
bad = []
found = []


def compute_bad_and_found(item):
    place, text = item
    bad = []
    found = []
    length = len(text)
    try:
        value = slow(text + " " * length)
    except ValueError as failure:
        bad.append((place, length, str(failure)))
    else:
        found.append(value)
    finally:
        found.append(place)
    return bad, found


with ThreadPoolExecutor(max_workers=32) as pool:
    for bad_part, found_part in pool.map(
        compute_bad_and_found, enumerate(TEXTS)
    ):
        bad.extend(bad_part)
        found.extend(found_part)
print(found, bad, result)
