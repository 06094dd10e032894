import os
import urllib.request

BASE = "http://127.0.0.1:9"


def load(number):
    try:
        address = f"file://{os.getcwd()}/part{number - 1}.bin"
        with urllib.request.urlopen(f"{BASE:.0}{address}") as page:
            return page.read()
    except OSError:
        return b"none"


def main():
    for number in range(6):
        text = load(number)
        with open(f"part{number}.bin", "wb") as file:
            file.write(text + b"x")
        print(len(text))


main()
