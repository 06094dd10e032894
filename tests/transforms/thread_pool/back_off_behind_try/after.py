import pathlib
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

BASE = pathlib.Path("before.py").resolve().parent.as_uri()


def read(name, tries=3):
    last = None
    for attempt in range(tries):
        try:
            return len(urlopen(Request(BASE + "/" + name), timeout=5).read())
        except HTTPError as error:
            if error.code == 404:
                return None
            last = error
        except URLError as error:
            last = error
        if attempt < tries - 1:
            time.sleep(0.001 * (attempt + 1))
    raise RuntimeError(f"giving up on {name}") from last


def main():
    sizes = {}

    def read_for_number(number):
        return read("missing" if number % 5 == 2 else "before.py")

    def try_read_for_number(number):
        try:
            return read_for_number(number), None
        except BaseException as error:
            return None, error

    with ThreadPoolExecutor(max_workers=32) as pool:
        for number, (result, failure) in zip(
            range(12), pool.map(try_read_for_number, range(12))
        ):
            try:
                if failure is not None:
                    raise failure
                sizes[number] = result
            except RuntimeError as error:
                sizes[number] = str(error)
    print({number: size for number, size in sizes.items() if number % 5 == 2}, len(sizes))


if __name__ == "__main__":
    main()
