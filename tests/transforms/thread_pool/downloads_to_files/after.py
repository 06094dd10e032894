import os
import urllib.request
from concurrent.futures import ThreadPoolExecutor

BASE = "http://" + os.environ.get("HOST", "127.0.0.1:9")


def load(number):
    try:
        with urllib.request.urlopen(f"{BASE}/{number}") as response:
            return response.read()
    except OSError:
        return b"none"


def main():
    print("loading")
    with ThreadPoolExecutor(max_workers=32) as pool:
        for number, text in zip(range(6), pool.map(load, range(6))):
            with open(f"part{number}.bin", "wb") as file:
                file.write(text)
    print(len(os.listdir(".")) > 6)


main()
