import json
import re
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor


def total(text):
    time.sleep(0.002)
    return sum(row["sold"] for row in json.loads(text))


def words(text):
    return Counter(re.findall("[a-z]+", text))


def main():
    counts = Counter()

    def total_for_number(number):
        text = '[{"sold": 3}, {"sold": %d.5}]' % number
        return total(text)

    with ThreadPoolExecutor(max_workers=32) as pool:
        for number, result in zip(
            range(16), pool.map(total_for_number, range(16))
        ):
            text = '[{"sold": 3}, {"sold": %d.5}]' % number
            print(f"{result:>7}")
            counts.update(words(text))
    print(counts)


if __name__ == "__main__":
    main()
