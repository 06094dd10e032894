import os
import urllib.request

API = os.environ.get("API", "data:,page")


def main(count):
    for number in range(count):
        with urllib.request.urlopen(f"{API}{number}") as page:
            text = page.read().decode()

            # What came back,
            # in order.
            print(number, len(text),
                  page.status)
            if not text:
                print("nothing")


main(9)
