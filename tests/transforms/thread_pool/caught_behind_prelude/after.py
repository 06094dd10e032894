import os
import urllib.request
from concurrent.futures import ThreadPoolExecutor

BASE = "http://" + os.environ.get("HOST", "127.0.0.1:9")


def fetch(url):
    return urllib.request.urlopen(url).read()


def main():
    sizes = {}

    def compute_data(number):
        url = f"{BASE}/{number}"
        return fetch(url)

    def try_compute_data(number):
        try:
            return compute_data(number), None
        except BaseException as error:
            return None, error

    with ThreadPoolExecutor(max_workers=8) as pool:
        for number, (result, failure) in zip(
            range(6), pool.map(try_compute_data, range(6))
        ):
            url = f"{BASE}/{number}"
            try:
                if failure is not None:
                    raise failure
                data = result
            except OSError as error:
                print("cannot get", url, type(error).__name__)
                continue
            sizes[url] = len(data)
    print(sizes)


main()
