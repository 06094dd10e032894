import os
import urllib.request
from concurrent.futures import ThreadPoolExecutor

API = os.environ.get("API", "data:,page")


def main(count):
    def compute_page_and_text(number):
        with urllib.request.urlopen(f"{API}{number}") as page:
            text = page.read().decode()
        return page, text

    with ThreadPoolExecutor(max_workers=32) as pool:
        for number, (page, text) in zip(
            range(count), pool.map(compute_page_and_text, range(count))
        ):

            # What came back,
            # in order.
            print(number, len(text),
                  page.status)
            if not text:
                print("nothing")


main(9)
