import pathlib
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

BASE = pathlib.Path("before.py").resolve().parent.as_uri()


def read_with_retries(name, tries=3, pause=0.001):
    for attempt in range(tries):
        try:
            with urllib.request.urlopen(BASE + "/" + name) as response:
                return response.read().decode()
        except OSError:
            time.sleep(pause * 2 ** attempt)
    return None


def main():
    texts = {}

    def read_with_retries_for_number(number):
        return read_with_retries(
            "missing" if number % 5 == 2 else "before.py"
        )

    with ThreadPoolExecutor(max_workers=32) as pool:
        for number, with_retries in zip(
            range(12), pool.map(read_with_retries_for_number, range(12))
        ):
            texts[number] = with_retries
    print([text is None for text in texts.values()])


if __name__ == "__main__":
    main()
