import os
import urllib.request

BASE = "http://" + os.environ.get("HOST", "127.0.0.1:9")


def main():
    for number in range(6):
        with urllib.request.urlopen(f"{BASE}/{number}") as page:
            with open(page.headers["Name"], "wb") as file:
                for line in page:
                    file.write(line)


main()
