import pathlib
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

BASE = pathlib.Path("before.py").resolve().parent.as_uri()


def main():
    lengths = []

    def compute_length(number):
        name = "missing" if number % 5 == 2 else "before.py"
        length = -1
        for attempt in range(3):
            try:
                with urllib.request.urlopen(BASE + "/" + name) as response:
                    length = len(response.read())
                break
            except OSError:
                time.sleep(0.001 * 2 ** attempt)
        return length

    with ThreadPoolExecutor(max_workers=32) as pool:
        for length in pool.map(compute_length, range(12)):
            lengths.append(length)
    print([length > 0 for length in lengths])


if __name__ == "__main__":
    main()
