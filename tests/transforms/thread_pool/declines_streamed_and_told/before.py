import os
import urllib.request

BASE = "http://" + os.environ.get("HOST", "127.0.0.1:9")


def main():
    for number in range(6):
        with urllib.request.urlopen(f"{BASE}/{number}") as page, open(f"{number}.bin", "wb") as file:
            for line in page:
                file.write(line)
                print(number, len(line))


main()
