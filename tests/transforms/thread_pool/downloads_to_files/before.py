import os
import urllib.request

BASE = "http://" + os.environ.get("HOST", "127.0.0.1:9")


def load(number):
    try:
        with urllib.request.urlopen(f"{BASE}/{number}") as response:
            return response.read()
    except OSError:
        return b"none"


def main():
    print("loading")
    for number in range(6):
        text = load(number)
        with open(f"part{number}.bin", "wb") as file:
            file.write(text)
    print(len(os.listdir(".")) > 6)


main()
