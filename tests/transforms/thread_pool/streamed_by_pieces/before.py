import os
import urllib.request

BASE = "http://" + os.environ.get("HOST", "127.0.0.1:9")


def main():
    held = ["a", "b"]
    for number, name in enumerate(held):
        with urllib.request.urlopen(f"{BASE}/{name}") as page:
            kind = page.headers["Content-Type"]
            with open(f"{number}.bin", "wb") as file:
                while True:
                    piece = page.read(65536)
                    if not piece:
                        break
                    file.write(piece)  # no more than a piece at a time
        print(number, kind)


main()
