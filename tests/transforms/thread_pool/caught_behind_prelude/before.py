import os
import urllib.request

BASE = "http://" + os.environ.get("HOST", "127.0.0.1:9")


def fetch(url):
    return urllib.request.urlopen(url).read()


def main():
    sizes = {}
    for number in range(6):
        url = f"{BASE}/{number}"
        try:
            data = fetch(url)
        except OSError as error:
            print("cannot get", url, type(error).__name__)
            continue
        sizes[url] = len(data)
    print(sizes)


main()
