import json
import time

TEXTS = ["3", "[1, 2", "{}", "", '"four"'] * 4


def slow(text):
    time.sleep(0.002)
    return json.loads(text)


result = "none yet"
bad = []
found = []
for place, text in enumerate(TEXTS):
    length = len(text)
    try:
        value = slow(text + " " * length)
    except ValueError as failure:
        bad.append((place, length, str(failure)))
    else:
        found.append(value)
    finally:
        found.append(place)
print(found, bad, result)
