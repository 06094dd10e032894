import json
import re
import time
from collections import Counter


def total(text):
    time.sleep(0.002)
    return sum(row["sold"] for row in json.loads(text))


def words(text):
    return Counter(re.findall("[a-z]+", text))


def main():
    counts = Counter()
    for number in range(16):
        text = '[{"sold": 3}, {"sold": %d.5}]' % number
        print(f"{total(text):>7}")
        counts.update(words(text))
    print(counts)


if __name__ == "__main__":
    main()
