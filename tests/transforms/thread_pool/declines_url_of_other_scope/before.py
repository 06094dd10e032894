import os
import urllib.request

KIND = "file://"
BASE = KIND + os.getcwd()


def load(number):
    KIND = "http://"
    try:
        with urllib.request.urlopen(BASE + f"/part{number - 1}.bin" + KIND[:0]) as response:
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
